"""Nothing leaves half-filled unnoticed: a draft knows its open places and asks for them."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gartenjahr_tui.catalog import OUTLETS
from gartenjahr_tui.cli import main as cli
from gartenjahr_tui.cli import start
from gartenjahr_tui.garden import library
from gartenjahr_tui.garden.kinds import Feast
from gartenjahr_tui.outlet import UNHEARD, Draft, Place, fill
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.words.reports import PlacesWords
from gartenjahr_tui.workbook.dates import in_words
from tests.screens.helpers import at_the_desk
from tests.screens.test_bericht import open_outlet, preview

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook


def draft_of(book: Workbook, id: str, about: str = "") -> Draft:
    outlet = OUTLETS[id]
    chosen = outlet.choices(book, {"ueber": about} if about else {})
    return outlet.draft(book, chosen, outlet.usual)


def labels(draft: Draft) -> list[str]:
    return [place.field.label for place in draft.open]


def place_in(draft: Draft, label: str) -> Place:
    return next(place for place in draft.places if place.field.label == label)


def type_in(book: Workbook, id: str, label: str, text: str, about: str = "") -> None:
    chosen = OUTLETS[id].choices(book, {"ueber": about} if about else {})
    fill(book, id, chosen, place_in(draft_of(book, id, about), label), text)


def test_an_invitation_says_which_places_are_still_open(book: Workbook) -> None:
    book.cards.add("feast", {"titel": "Fest", "am": "2026-12-31"})
    assert labels(draft_of(book, "einladung")) == ["Uhrzeit", "Wo"]
    assert "____" in draft_of(book, "einladung").preview(70)


def test_what_is_typed_stands_in_the_paper_and_goes_home_to_its_card(book: Workbook) -> None:
    feast = book.cards.add("feast", {"titel": "Fest", "am": "2026-12-31"})
    type_in(book, "einladung", "Uhrzeit", "15 Uhr")
    type_in(book, "einladung", "Wo", "Lesesaal")
    type_in(book, "einladung", "Antworten bis", "24.12.")
    type_in(book, "einladung", "Bibliothek, Anschrift", "Marktplatz 1")
    draft = draft_of(book, "einladung")
    assert not draft.open
    text = draft.preview(70)
    assert "15 Uhr" in text
    assert "bis zum 24. Dezember 2026" in " ".join(text.split())
    assert "____" not in text.partition("Wir freuen uns auf Sie")[0]
    day = Feast(book.cards[feast.id]).on
    assert day
    assert in_words(day) == "31. Dezember 2026, 15 Uhr"
    assert library.library_of(book).address == "Marktplatz 1"


def test_a_time_that_is_none_stands_in_the_paper_as_it_was_typed(book: Workbook) -> None:
    feast = book.cards.add("feast", {"titel": "Fest", "am": "2026-12-31"})
    type_in(book, "einladung", "Uhrzeit", "nach dem Mittagessen")
    assert "nach dem Mittagessen" in draft_of(book, "einladung").preview(70)
    assert book.cards[feast.id].value["am"] == "2026-12-31"


def test_what_belongs_to_one_paper_alone_does_not_stand_in_another(book: Workbook) -> None:
    first = book.cards.add("feast", {"titel": "Eins"})
    second = book.cards.add("feast", {"titel": "Zwei"})
    type_in(book, "einladung", "Antworten bis", "1.12.2027", first.id)
    assert "Antworten bis" not in labels(draft_of(book, "einladung", first.id))
    assert "Antworten bis" in labels(draft_of(book, "einladung", second.id))
    type_in(book, "einladung", "Antworten bis", "", first.id)
    assert "Antworten bis" in labels(draft_of(book, "einladung", first.id))


def test_a_letter_of_thanks_asks_what_for_by_name(book: Workbook) -> None:
    one = book.cards.add("thanks", {"personen": ["Erna Erfunden"]})
    book.cards.add("thanks", {"personen": ["Bernd Beispiel"], "wofuer": "Kuchen"})
    assert labels(draft_of(book, "dank", "offen")) == ["Wofür der Dank ist (Erna Erfunden)"]
    type_in(book, "dank", "Wofür der Dank ist (Erna Erfunden)", "Frisches Wasser", "offen")
    assert book.cards[one.id].value["wofuer"] == "Frisches Wasser"


def test_of_hundreds_of_open_places_only_some_are_named(book: Workbook) -> None:
    for n in range(50):
        book.cards.add("thanks", {"personen": [f"Erna Erfunden {n}"]})
    said = PlacesWords.to_fill(labels(draft_of(book, "dank", "offen")))
    assert said.startswith("Noch auszufüllen: 50 Stellen (Wofür der Dank ist (Erna Erfunden 0); ")
    assert said.endswith("; und 40 mehr)")


def test_the_command_names_the_open_places_and_takes_them(
    paths: Paths, book: Workbook, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book.cards.add("feast", {"titel": "Fest", "am": "2026-12-31"})
    book.close()
    call = ["bericht", "einladung", str(tmp_path / "e.md"), "--daten", str(paths.folder)]
    assert cli.main(call) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert said.count("Noch auszufüllen: 2 Stellen (Uhrzeit; Wo)") == 2
    filled = ["--eintragen", "uhrzeit=15 Uhr", "--eintragen", "Wo=Saal=[red]", "--ueberschreiben"]
    assert cli.main([*call, *filled]) == 0
    assert "Noch auszufüllen" not in capsys.readouterr().out
    written = (tmp_path / "e.md").read_text()
    assert "15 Uhr" in written
    assert "Saal=" in written
    assert cli.main([*call, "--eintragen", "Wann"]) == 2
    assert cli.main([*call, "--eintragen", "Mondphase=voll"]) == 2
    assert "Uhrzeit" in capsys.readouterr().err


def test_line_by_line_the_same_call_puts_it_where_it_belongs(
    book: Workbook, tmp_path: Path
) -> None:
    feast = book.cards.add("feast", {"titel": "Fest", "am": "2026-12-31"})
    said = StringIO()
    call = f'bericht einladung "{tmp_path / "e.md"}" --eintragen "Uhrzeit=15 Uhr"'
    assert start.Orders(book, said)(call)
    assert "Noch auszufüllen: 1 Stelle (Wo)" in said.getvalue()
    assert book.cards[feast.id].value["am"] == "2026-12-31T15:00"


@pytest.mark.parametrize("text", ["[/red]", "=1+1", "a\0b\x1b[31m", "#show: 1", "x" * 3_000_000])
def test_what_is_typed_into_a_place_is_text(book: Workbook, text: str) -> None:
    book.cards.add("feast", {"titel": "Fest", "am": "2026-12-31"})
    type_in(book, "einladung", "Wo", text)
    type_in(book, "einladung", "Antworten bis", text)
    draft = draft_of(book, "einladung")
    assert text[:3].replace("\0", "") in draft.preview(70)
    (made,) = draft.make("html", UNHEARD).values()
    assert b"\x1b" not in made
    assert len(made) < 40_000


async def test_on_screen_a_pdf_asks_first_and_word_may_stay_open(
    paths: Paths, tmp_path: Path
) -> None:
    async with at_the_desk(paths) as desk:
        feast = desk.book.cards.add("feast", {"titel": "Fest", "am": "2026-12-31", "ort": "Saal"})
        desk.book.remember("ausgabe-ordner", str(tmp_path))
        desk.book.remember("ausgabe-einladung", {"chosen": {}, "pieces": [], "format": "pdf"})
        await open_outlet(desk, "einladung")
        await desk.until(lambda: "Noch auszufüllen: 1 Stelle (Uhrzeit)" in preview(desk))
        await desk.press("s", "enter")
        await desk.type("15 Uhr\n")
        assert desk.book.cards[feast.id].value["am"] == "2026-12-31T15:00"
        await desk.until(lambda: "Noch auszufüllen" not in preview(desk))
