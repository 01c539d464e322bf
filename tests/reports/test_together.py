"""The map of the network, and the plan for a talk with a partner."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from gartenjahr_tui.catalog import REPORTS
from gartenjahr_tui.outlet import UNHEARD
from gartenjahr_tui.reports import ring_map
from gartenjahr_tui.reports.document import RingMap, Spot
from gartenjahr_tui.reports.talk import STATIONS
from gartenjahr_tui.words.together import NetworkWords

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

SVG = "{http://www.w3.org/2000/svg}"


def told(book: Workbook, id: str, format: str = "md", **chosen: str) -> str:
    outlet = REPORTS[id]
    draft = outlet.draft(book, outlet.choices(book, chosen), outlet.usual)
    return draft.make(format, UNHEARD)[""].decode()


def ring_map_of(*counts: int) -> RingMap:
    """So many in each of six sectors, in turn in one of three rings."""
    spots = [
        Spot(f"Partner {s}.{n}", s, n % 3, n % 5) for s, c in enumerate(counts) for n in range(c)
    ]
    sectors = tuple(f"Art {n}" for n in range(len(counts)))
    rings, stages = ("nah", "mittel", "fern"), tuple("abcde")
    return RingMap("Netz", "Wir", sectors, rings, stages, tuple(spots), "", tuple("nasrk"))  # type: ignore[arg-type]


def add(book: Workbook, name: str, kind: str, known: str = "", stage: str = "") -> Card:
    partner = book.cards.add("partner", {"name": name, "kategorie": kind, "bekanntheit": known})
    if stage:
        stages = [{"am": "2026-01-01", "stufe": stage}]
        value = {"titel": f"Mit {name}", "partner": [partner.id], "stufen": stages}
        book.cards.add("partnership", value)
    return partner


def test_the_map_names_everybody_with_kind_nearness_and_stage(book: Workbook) -> None:
    add(book, "Kita [red]Süd[/]", "kita", "vertraut", "strategisch")
    add(book, "Turnverein", "verein", "neu", "gespraeche")
    add(book, "Imkerei", "wirtschaft", "vertraut")
    add(book, "Wer weiß", "")
    text = told(book, "netzkarte")
    rows = [re.sub(r" *\| *", "|", line) for line in text.splitlines() if line.startswith("|")]
    assert rows[2:] == [
        r"|1|Kita \[red\]Süd\[/\]|Kita|vertraut|strategisch|",
        "|2|Imkerei|Wirtschaft|vertraut|ohne Kooperation|",
        "|3|Turnverein|Verein|neu|erste Gespräche|",
        "|4|Wer weiß|ohne Art|ohne Angabe|ohne Kooperation|",
    ]
    assert "Vertraut, aber ohne gemeinsames Vorhaben: Imkerei." in text
    assert "Noch kein Partner aus: Schule," in text
    page = told(book, "netzkarte", "html")
    assert page.count("<svg") == 1
    assert "Kita [red]Süd[/]" in page


def test_an_ended_partnership_is_no_stage_on_the_map(book: Workbook) -> None:
    add(book, "Kita", "kita", "vertraut", "ziele")
    book.cards.note(book.cards.of("partnership")[0].id, "entscheidungen", "beenden")
    assert "ohne Kooperation" in told(book, "netzkarte").split("Nr.")[1]


def test_a_garden_without_partners_has_an_empty_map(book: Workbook) -> None:
    assert "Nr." not in told(book, "netzkarte")


def test_every_kind_of_the_form_has_its_place_on_the_map(book: Workbook) -> None:
    fields = book.cards.forms["partner"].fields
    assert {o.id for o in fields["kategorie"].options} | {""} == set(NetworkWords.KINDS)
    assert {o.id for o in fields["bekanntheit"].options} | {""} == set(NetworkWords.RINGS)


@pytest.mark.parametrize("counts", [(1,), (3, 1, 1, 5, 2, 8), (40, 3, 3, 9, 60, 12), (272, 1)])
def test_on_the_map_no_disc_lies_on_another_and_nobody_is_missing(counts: tuple[int, ...]) -> None:
    map = ring_map_of(*counts)
    drawn = ElementTree.fromstring(ring_map.as_svg(map))
    width, height = map_size(drawn)
    discs = [
        tuple(float(c.attrib[a]) for a in ("cx", "cy", "r"))
        for c in drawn.iter(f"{SVG}circle")
        if c.attrib["stroke-width"] == "0.9"
    ][: -len(map.stages)]
    assert len(discs) == len(map.spots)
    for (x, y, r), (other_x, other_y, other_r) in combinations(discs, 2):
        assert (x - other_x) ** 2 + (y - other_y) ** 2 >= (r + other_r) ** 2 * 0.98
    assert all(0 <= x <= width and 0 <= y <= height for x, y, _ in discs)


def map_size(drawn: ElementTree.Element) -> tuple[float, float]:
    _, _, width, height = map(float, drawn.attrib["viewBox"].split())
    return width, height


def test_the_plan_for_a_talk_takes_ninety_minutes_and_ends_with_a_step(book: Workbook) -> None:
    add(book, "Kita", "kita", "vertraut", "ziele")
    card = book.cards.of("partnership")[0]
    book.cards.set(
        card.id,
        meilensteine=[{"was": "Der Apfelbaum", "am": "2027-03-20"}],
        stimmen=[{"stimme": "Die sind nie pünktlich", "rolle": "Team"}],
        rueckblick=[{"am": "2026-11-01", "herausforderungen": "Zu viel an uns"}],
    )
    links = {"kooperation": [card.id]}
    book.cards.add("encounter", {**links, "schritt": "Bücherkiste", "schritt_am": "2026-12-05"})
    numbers = [{"was": "Kinder", "zahl": 40}]
    book.cards.add("harvest", {**links, "am": "2026-10-03", "titel": "Fest", "zahlen": numbers})
    book.cards.add("harvest", {**links, "am": "2021-10-03", "titel": "Lange her"})
    text = told(book, "gespraechsplan", ueber=card.id)
    assert sum(minutes for _, _, minutes, _ in STATIONS) == 90
    for part in ("85 bis 90", "Der Apfelbaum", "Bücherkiste", "40 Kinder", "aus Ihrer Sicht?"):
        assert part in text
    assert text.rindex("Der nächste Schritt") > text.rindex("Wie es weitergeht")
    for kept in ("pünktlich", "Zu viel", "Lange her"):
        assert kept not in text
