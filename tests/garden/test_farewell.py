"""A partnership comes to a good end: the talk, the thanks, the door, how it reads afterwards."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from gartenjahr_tui.exchange import calendar
from gartenjahr_tui.garden import due, growing
from gartenjahr_tui.garden.advice import lines
from gartenjahr_tui.garden.kinds import Partnership
from gartenjahr_tui.garden.lists import lists_of
from gartenjahr_tui.garden.sheet import CardSheet
from gartenjahr_tui.garden.targets import ToCard
from gartenjahr_tui.workbook.values import value_text
from tests.garden.round_helpers import partnership

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Guide
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card
    from tests.conftest import Clock


def ended(book: Workbook, **value: Any) -> Card:
    """A partnership that ended today."""
    card = partnership(book, "Bücherkiste", **value)
    return book.cards.note(card.id, "entscheidungen", "beenden")


def reminders(book: Workbook) -> list[due.Due]:
    """What is due of the cards."""
    return [line for line in due.due(book) if line.card]


def texts(book: Workbook) -> list[str]:
    return [line.text for line in reminders(book)]


def pages(book: Workbook, card: Card) -> dict[str, list[str]]:
    sections = CardSheet(book, card).sections
    return {section.id: [prompt.id for prompt in section.prompts] for section in sections}


# The way to it


def test_an_ending_leads_to_its_farewell_until_something_is_said_there(book: Workbook) -> None:
    card = partnership(book, "Bücherkiste")
    assert "partnership.ende" not in pages(book, card)
    assert texts(book) == []
    card = book.cards.note(card.id, "entscheidungen", "beenden")
    assert pages(book, card)["partnership.ende"][0] == "partnership.ende-gespraech"
    (line,) = reminders(book)
    assert line.text == "Bücherkiste: gut zu Ende bringen"
    assert line.target == ToCard(card.id, "partnership.ende", "partnership.ende-gespraech")
    book.cards.set(card.id, ende_bleibt="Die Kiste")
    assert texts(book) == []


def test_a_farewell_that_nobody_wants_to_write_is_let_go(book: Workbook, clock: Clock) -> None:
    ended(book)
    clock.forward(days=30)
    assert len(texts(book)) == 1
    clock.forward(days=61)
    assert not [text for text in texts(book) if "Bücherkiste" in text]


def test_an_ending_not_talked_over_yet_is_a_step_that_can_wait_and_be_done(book: Workbook) -> None:
    card = ended(book, ende_besprochen="noch-nicht")
    (line,) = reminders(book)
    assert line.text == "Bücherkiste: mit dem Partner sprechen"
    assert line.target == ToCard(card.id, "partnership.ende", "partnership.ende-gespraech")
    due.snooze(book, line.key, book.today + timedelta(days=7))
    assert texts(book) == []
    due.wake(book, line.key)
    assert len(texts(book)) == 1
    book.cards.set(card.id, ende_besprochen="ja")
    assert texts(book) == []


def decided(book: Workbook, way: str, talked: str, day: str = "2026-11-20") -> Card:
    entry = {"am": day, "weg": way, "besprochen": talked}
    return partnership(book, "Vorlesen", entscheidungen=[entry])


def test_what_lies_ahead_and_was_not_talked_over_is_a_step(book: Workbook) -> None:
    card = decided(book, "ausbauen", "noch-nicht")
    (line,) = reminders(book)
    assert line.text == "Vorlesen: mit dem Partner sprechen, offen seit 20.11."
    assert line.target == ToCard(card.id, "partnership.entscheidung", "partnership.entscheidung")
    later = {"am": "2026-11-21", "besprochen": "ja"}
    book.cards.set(card.id, entscheidungen=[*card.value["entscheidungen"], later])
    assert texts(book) == []
    assert Partnership(book.cards[card.id]).decision == "ausbauen"


@pytest.mark.parametrize("talked", ["", "ja"])
def test_nobody_is_reminded_of_a_talk_that_was_or_was_not_asked_about(
    book: Workbook, talked: str
) -> None:
    decided(book, "weiter", talked)
    assert texts(book) == []


def test_what_was_said_of_the_talk_when_deciding_counts_until_the_farewell_says_more(
    book: Workbook,
) -> None:
    card = decided(book, "beenden", "noch-nicht")
    assert [line.key for line in reminders(book)] == [f"talk/{card.id}"]
    book.cards.set(card.id, ende_besprochen="ja")
    assert texts(book) == []


# Thanks


def test_thanks_of_a_farewell_come_into_the_book_of_thanks_once(book: Workbook) -> None:
    kita = book.cards.add("partner", {"name": "Kita am Fluss"})
    öz = book.cards.add("contact", {"name": "Frau Öz"})
    thanks = [
        {"wem": "Kita am Fluss", "wofuer": "den Raum"},
        {"wem": "frau öz", "wofuer": "ihre Geduld"},
        {"wem": "der Vorstand"},
        {"wofuer": "die Limo"},
    ]
    card = ended(book, ende_danken=thanks)
    (deed,) = growing.deeds_with(book, card)
    made = deed.do(book, card)
    assert growing.said(deed, made) == "4 Mal Dank ist vorgemerkt."
    found = {one.value["wofuer"]: one.value for one in book.cards.of("thanks")}
    assert found["den Raum"]["organisation"] == [kita.id]
    assert found["ihre Geduld"]["personen"] == [öz.id]
    assert found["Bücherkiste"]["personen"] == ["der Vorstand"]
    assert all(value["kooperation"] == [card.id] for value in found.values())
    assert all(value["stand"] == "offen" for value in found.values())
    assert deed.do(book, card) == []
    book.cards.set(card.id, ende_danken=[*thanks, {"wem": "Herr Ay", "wofuer": "die Limo"}])
    assert len(deed.do(book, book.cards[card.id])) == 1  # type: ignore[arg-type]


def test_a_living_partnership_offers_no_farewell(book: Workbook) -> None:
    assert growing.deeds_with(book, partnership(book, "Vorlesen")) == ()


# The door


@pytest.mark.parametrize(("door", "asks"), [("offen", True), ("angelehnt", True), ("zu", False)])
def test_an_open_door_is_knocked_at_again_in_a_year(
    book: Workbook, clock: Clock, door: str, asks: bool
) -> None:
    card = ended(book, ende_tuer=door)
    assert ("partnership.anklopfen" in pages(book, card)["partnership.ende"]) is asks
    clock.forward(days=350)
    assert not [text for text in texts(book) if "anklopfen" in text]
    clock.forward(days=15)
    knocks = [line for line in reminders(book) if line.key.startswith("knock/")]
    assert [line.text for line in knocks] == (
        ["Bücherkiste: heute einmal wieder anklopfen"] if asks else []
    )
    if asks:
        assert knocks[0].target == ToCard(card.id, "partnership.ende", "partnership.anklopfen")
        book.cards.set(card.id, anklopfen_stand="erledigt")
        assert not [text for text in texts(book) if "anklopfen" in text]


def test_one_may_say_oneself_when_to_knock_again(book: Workbook) -> None:
    ended(book, ende_tuer="offen", anklopfen_am="2026-11-30")
    assert texts(book) == ["Bücherkiste: einmal wieder anklopfen am 30.11."]
    events = [event.summary for event in calendar.gather(book)]
    assert "Einmal wieder anklopfen: Bücherkiste" in events


# How it reads


def test_an_ended_partnership_reads_in_friendship_wherever_it_stands(
    book: Workbook, guide: Guide
) -> None:
    card = ended(book)
    (plain,) = (one for one in lists_of(guide, "pflegen") if one.kind == "partnership")
    assert plain.beside(book.cards, card) == ["in Freundschaft beendet"]
    assert book.cards.line(card) == ["in Freundschaft beendet"]
    assert book.cards.search("partnership", "freundschaft") == [card]
    prompt = guide.forms["partnership"].prompts["partnership.entscheidung"]
    text = value_text(prompt, card.value)
    assert "in Freundschaft beendet" in text
    assert "beenden" not in text
    book.cards.note(card.id, "entscheidungen", "neu-saeen")
    assert book.cards.line(book.cards[card.id]) == ["Samenkorn"]


def test_one_still_chooses_by_the_words_of_the_choice(guide: Guide) -> None:
    column = guide.forms["partnership"].fields["entscheidungen"].column("weg")
    assert column
    assert "beenden, mit Dank" in [option.label for option in column.offered()]


# The share of the work


def test_the_share_of_the_work_shows_how_it_went(book: Workbook) -> None:
    entries = [{"am": "2026-03-01", "prozent": 60}, {"am": "2026-11-01", "prozent": 45}]
    card = partnership(book, "Vorlesen", anteil=80, anteile=entries)
    assert lines(book, "share_over_time", card) == [
        "Zuletzt trug die Bibliothek 45 Prozent (01.11.2026).",
        "Davor: 60 Prozent (01.03.2026), 80 Prozent (ohne Tag)",
        "Das sind 15 Prozentpunkte weniger als beim Mal davor.",
    ]
    assert Partnership(card).share_now == 45


def test_a_share_noted_in_former_times_still_counts(book: Workbook) -> None:
    card = partnership(book, "Vorlesen", anteil=80)
    assert Partnership(card).share_now == 80
    assert lines(book, "share_over_time", card) == []
    (page,) = (page for page in CardSheet(book, card).sections if page.id == "partnership.garten")
    assert "partnership.arbeit" in [prompt.id for prompt in page.prompts]
