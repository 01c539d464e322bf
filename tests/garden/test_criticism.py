"""Criticism has a place, comes back until it is answered, and stays in the house."""

from __future__ import annotations

import pytest

from gartenjahr_tui.garden.checkin import CheckIn, checkin
from gartenjahr_tui.garden.criticism import HOUSE, OF_CARD, CriticismSheet
from gartenjahr_tui.garden.due import due
from gartenjahr_tui.garden.told import told
from gartenjahr_tui.guide.model import GUARDED
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.plain import Card
from tests.conftest import Clock

SAID = {"rolle": "eine Lehrkraft", "stimme": "Zu laut [/]"}


@pytest.fixture
def garden(book: Workbook) -> Card:
    return book.cards.add("partnership", {"titel": "Lesegarten"})


def note(book: Workbook, about: str = "", **said: object) -> CriticismSheet:
    sheet = CriticismSheet(book, about)
    (prompt,) = sheet.section.prompts
    value = {**sheet.answer(prompt.id).value, **SAID, **said}
    typed: dict[str, object] = {}
    for id, part in value.items():  # field by field, as somebody types
        typed[id] = part
        sheet.put(prompt, typed)
    return sheet


def stations(round: CheckIn) -> list[str]:
    return [s.section.title for s in round.stations() if "/kritik/" in s.section.id]


def test_what_was_criticised_stands_among_the_voices_of_the_partnership(
    book: Workbook, garden: Card
) -> None:
    before = {"rolle": "Kind", "stimme": "Schön!"}
    book.cards.set(garden.id, stimmen=[before])
    sheet = note(book, garden.id)
    entry = {"am": "2026-11-22", **SAID, "kritisch": "ja"}
    assert book.cards[garden.id].value["stimmen"] == [before, entry]
    assert "Lesegarten" in sheet.told


def test_without_a_partnership_it_is_about_the_library_and_may_be_moved(
    book: Workbook, garden: Card
) -> None:
    sheet = note(book)
    assert [e["stimme"] for e in book.answer(HOUSE).value["entries"]] == ["Zu laut [/]"]
    (prompt,) = sheet.section.prompts
    sheet.put(prompt, {**SAID, "kooperation": [garden.id]})
    assert book.answer(HOUSE).value == {}
    assert len(book.cards[garden.id].value["stimmen"]) == 1
    sheet.put(prompt, {"kooperation": [garden.id]})
    assert "stimmen" not in book.cards[garden.id].value
    assert sheet.told == ""


def test_the_check_in_brings_it_back_until_it_says_what_became_of_it(
    book: Workbook, garden: Card
) -> None:
    assert stations(checkin(book)) == []
    note(book, garden.id)
    note(book)
    round = checkin(book)
    assert stations(round) == ["Kritik: Lesegarten", "Kritik an der Bibliothek"]
    station = next(s for s in round.stations() if "/kritik/" in s.section.id)
    assert "„Zu laut [/]“ (eine Lehrkraft, 22.11.2026)" in round.lead(station)
    (prompt,) = station.asked.prompts
    assert prompt.id == OF_CARD
    (entry,) = book.cards[garden.id].value["stimmen"]
    station.sheet.put(prompt, {"stimmen": [{**entry, "antwort": "Wir lesen draußen."}]})
    # It does not go away under the cursor, but it comes back no more.
    assert stations(round) == ["Kritik: Lesegarten", "Kritik an der Bibliothek"]
    assert stations(checkin(book)) == ["Kritik an der Bibliothek"]


def test_criticism_that_lies_for_four_weeks_is_due(
    book: Workbook, garden: Card, clock: Clock
) -> None:
    note(book, garden.id)

    def lines() -> list[str]:
        return [line.full for line in due(book) if line.key.startswith("criticism")]

    assert lines() == []
    clock.forward(days=28)
    assert lines() == ["Kritik (eine Lehrkraft): Was ist daraus geworden? – Lesegarten"]
    (entry,) = book.cards[garden.id].value["stimmen"]
    book.cards.set(garden.id, stimmen=[{**entry, "antwort": "erledigt"}])
    assert lines() == []


def test_criticism_leaves_the_house_only_when_it_is_asked_for(book: Workbook, garden: Card) -> None:
    praise = {"rolle": "Kind", "stimme": "Schön!", "kritisch": "nein"}
    book.cards.set(garden.id, stimmen=[praise])
    note(book, garden.id)
    note(book)
    out = told(book)
    assert out.cards[garden.id].value["stimmen"] == [praise]
    assert out.answer(HOUSE).value == {}
    asked = told(book, GUARDED)
    assert len(asked.cards[garden.id].value["stimmen"]) == 2
    assert len(asked.answer(HOUSE).value["entries"]) == 1
