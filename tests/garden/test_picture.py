"""The picture of the garden: what stands in which bed, and how it is doing."""

from __future__ import annotations

import json
import time
import unicodedata
from typing import Any

from gartenjahr_tui.garden import home
from gartenjahr_tui.garden.picture import SIGNS, Picture, Plant, packed, picture, unpacked
from gartenjahr_tui.garden.targets import ToList, ToStep
from gartenjahr_tui.guide.model import Guide
from gartenjahr_tui.store import glance
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.terminal.ascii import plain
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.plain import Bookmark, Card
from tests.conftest import Clock, OpenBook


def plant(book: Workbook, title: str, growth: str = "keim", **fields: Any) -> Card:
    """A partnership."""
    history = [{"am": "2026-03-01", "bild": growth}]
    return book.cards.add("partnership", {"titel": title, "wachstum": history, **fields})


def seen(book: Workbook) -> Picture:
    return picture(book, book.year)


def found(book: Workbook, title: str) -> Plant:
    plants = (plant for bed in seen(book).beds for plant in bed.plants)
    return next(plant for plant in plants if plant.name == title)


def test_every_partnership_stands_in_the_bed_of_its_field(book: Workbook) -> None:
    plant(book, "Lesestart", themenfeld="familien")
    plant(book, "Krabbelgruppe", themenfeld="familien")
    plant(book, "Bandprobe", themenfeld="kultur")
    plant(book, "Neue Idee")
    beds = {bed.name: [plant.name for plant in bed.plants] for bed in seen(book).beds}
    assert beds == {
        "Familien": ["Krabbelgruppe", "Lesestart"],
        "Quartier und Stadtteil": [],
        "Berufliche Bildung und Integration": [],
        "Innovation und Region": [],
        "Soziales und Gesundheit": [],
        "Kultur": ["Bandprobe"],
        "Noch ohne Beet": ["Neue Idee"],
    }


def test_a_plant_shows_its_latest_growth_by_sign_and_word(book: Workbook) -> None:
    card = plant(book, "Lesestart", "keim")
    assert (found(book, "Lesestart").sign, found(book, "Lesestart").words) == ("τ", "Keim")
    book.cards.note(card.id, "wachstum", "frucht")
    assert (found(book, "Lesestart").sign, found(book, "Lesestart").words) == ("♣", "trägt Frucht")


def test_what_waits_too_long_for_its_partner_is_thirsty(book: Workbook, clock: Clock) -> None:
    kita = book.cards.add("partner", {"name": "Kita", "hoechst_tage": 30, "winter_tage": 30})
    day = {"am": clock.today().isoformat(), "anlass": "Besuch", "partner": [kita.id]}
    book.cards.add("encounter", day)
    plant(book, "Lesestart", "gruen", partner=[kita.id])
    plant(book, "Ohne Partner", "gruen")
    assert found(book, "Lesestart").words == "erstes Grün"
    assert found(book, "Lesestart").partners == "Kita"
    clock.forward(days=31)
    assert found(book, "Lesestart").words == "erstes Grün, durstig"
    assert found(book, "Ohne Partner").words == "erstes Grün"


def test_a_harvest_is_shown_in_its_garden_year(book: Workbook) -> None:
    card = plant(book, "Lesestart", "frucht")
    book.cards.add("harvest", {"titel": "Fest", "am": "2026-06-01", "kooperation": [card.id]})
    assert found(book, "Lesestart").words == "trägt Frucht, Ernte 2026"
    book.begin_year(2027)
    assert found(book, "Lesestart").words == "trägt Frucht"


def test_what_has_ended_or_was_discarded_lies_in_the_compost(book: Workbook) -> None:
    card = plant(book, "Alt")
    book.cards.delete(plant(book, "Gelöscht").id)
    for state in ("gefunden", "geprueft", "gesaet", "aufgehoben", "aufgehoben", "verworfen"):
        book.cards.add("seed", {"titel": state, "verlauf": [{"am": "2026-01-01", "stand": state}]})
    assert seen(book).planted
    book.cards.note(card.id, "entscheidungen", "beenden")
    view = seen(book)
    assert not view.planted
    assert (view.seeds_in_bag, view.seeds_waiting, view.compost) == (2, 2, 2)


def test_the_copy_comes_back_from_the_file_as_it_went_in(book: Workbook) -> None:
    plant(book, "[b]Lesestart[/b]", themenfeld="beruf")
    kept = packed(seen(book))
    assert json.loads(json.dumps(kept)) == kept
    assert unpacked(kept) == seen(book)


def test_no_more_is_kept_than_the_first_frame_needs(book: Workbook) -> None:
    for number in range(5):
        plant(book, f"Beet eins {number}", themenfeld="familien")
        plant(book, f"Beet zwei {number}", themenfeld="quartier")
    view = seen(book).first(7)
    assert [(len(bed.plants), bed.more) for bed in view.beds[:3]] == [(5, 0), (2, 3), (0, 0)]


def test_three_hundred_plants_are_drawn_at_once(book: Workbook) -> None:
    partners = [book.cards.add("partner", {"name": f"P{n}"}) for n in range(300)]
    for number, partner in enumerate(partners):
        plant(book, f"Kooperation {number}", partner=[partner.id])
    began = time.perf_counter()
    view = seen(book)
    assert time.perf_counter() - began < 0.2
    assert len(view.beds[-1].plants) == 300


def test_every_sign_is_one_column_wide_and_has_a_plain_one() -> None:
    for sign in SIGNS.values():
        # Python's table lacks the card suits, which stand among the control characters.
        assert sign in "♠♣" or sign.encode("cp437")
        assert unicodedata.east_asian_width(sign) not in "WF"
        assert plain(sign).isascii()


# The home page


def test_the_first_frame_shows_the_garden_as_it_was_left(
    open_book: OpenBook, paths: Paths, guide: Guide, clock: Clock
) -> None:
    book = open_book()
    for number in range(70):
        plant(book, f"Kooperation {number}", themenfeld="familien")
    book.set_bookmark(
        Bookmark("karte", "partnership.stand", subject=found(book, "Kooperation 7").card)
    )
    book.close()
    look = glance.look(paths.file)
    first = home.from_glance(look, clock.today(), str(paths.folder), lambda: guide)
    book = open_book()
    assert first.resume.text == "Kooperation „Kooperation 7“ › Stand, Wachstum"
    assert first.question == home.from_book(book).question != ""
    assert first.picture == seen(book).first(home.MOST_KEPT)
    assert (len(first.picture.beds[0].plants), first.picture.beds[0].more) == (60, 10)


def test_going_on_at_a_card_that_is_gone_begins_anew(book: Workbook) -> None:
    card = plant(book, "Lesestart")
    book.set_bookmark(Bookmark("karte", "gibt.es-nicht", subject=card.id))
    assert home.from_book(book).resume.text == "Kooperation „Lesestart“"
    book.cards.delete(card.id)
    anew = home.from_book(book)
    assert anew.resume.text == "Boden › Ihr Warum" and anew.question
    book.set_bookmark(Bookmark("karte", "partnership.stand", subject="0" * 32))
    assert home.from_book(book).resume == anew.resume


def test_a_fault_in_the_home_page_never_holds_up_closing(
    book: Workbook, paths: Paths, monkeypatch: Any
) -> None:
    plant(book, "Lesestart")

    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(home, "from_book", fail)
    assert book.close()
    assert glance.look(paths.file) is not None


def test_a_garden_without_a_kept_page_shows_no_figures_until_it_is_open(
    book: Workbook, paths: Paths, guide: Guide, clock: Clock
) -> None:
    book.flush()
    view = home.from_glance(glance.look(paths.file), clock.today(), "hier", lambda: guide)
    assert view.resume.text == "Ihr Garten wird gerade geöffnet …"
    assert [line.progress for line in view.steps] == [None] * 5
    assert view.year == "2026"


def test_the_lines_beside_the_plants_say_how_many(book: Workbook) -> None:
    assert [p.text for p in home.from_book(book).around] == [
        "Partner: noch keine",
        "Samenkörner: noch keine",
    ]
    book.cards.add("partner", {"name": "Kita"})
    for state in ("gefunden", "aufgehoben", "verworfen"):
        book.cards.add("seed", {"titel": state, "verlauf": [{"am": "2026-01-01", "stand": state}]})
    assert [(p.text, p.target) for p in home.from_book(book).around] == [
        ("Partner: 1", ToStep("partner")),
        ("Samenkörner: 1 für später, 1 wartet", ToList("saeen", "seed")),
        ("Im Kompost: 1", ToList("saeen", "seed")),
    ]
