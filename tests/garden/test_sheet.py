"""The sheet of a card: its questions are answered like those of the guide."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gartenjahr_tui.garden.sheet import CardSheet, Sheet
from gartenjahr_tui.guide.model import Prompt
from gartenjahr_tui.workbook.book import ReadOnly, Workbook
from gartenjahr_tui.workbook.plain import Bookmark
from gartenjahr_tui.workbook.states import AnswerState

OpenBook = Callable[..., Workbook]
LONG = "Der Schachverein sucht Räume, die Kita einen Garten und das Bündnis einen Ort. " * 3


def blank(book: Workbook, kind: str, **value: Any) -> CardSheet:
    """The sheet of a card that is not in the garden yet."""
    return CardSheet(book, book.cards.blank(kind, value))


def planted(book: Workbook, kind: str, **value: Any) -> CardSheet:
    return CardSheet(book, book.cards.add(kind, value))


def first(sheet: CardSheet) -> Prompt:
    return next(iter(sheet.form.prompts.values()))


def said(sheet: CardSheet, prompt: Prompt) -> list[dict[str, Any]]:
    """What the part of the card said before, the newest first."""
    return [version.value for version in sheet.versions(prompt)]


def test_the_workbook_and_a_card_have_the_same_shape(book: Workbook) -> None:
    sheets: list[Sheet] = [book, planted(book, "seed", titel="Lesenacht")]
    parts = [name for name in vars(Sheet) if not name.startswith("_")]
    for sheet in sheets:
        assert [name for name in parts if not hasattr(sheet, name)] == []
    assert [sheet.counted for sheet in sheets] == [True, False]


# Planting


def test_looking_at_a_new_card_and_going_on_plants_nothing(book: Workbook) -> None:
    sheet = blank(book, "seed")
    for prompt in sheet.form.prompts.values():
        sheet.put(prompt, sheet.answer(prompt.id).value)
        sheet.put(prompt, sheet.answer(prompt.id).value, left=True)
        sheet.leave(prompt)
        sheet.complaints(prompt)
        sheet.advice(prompt)
        assert sheet.versions(prompt) == []
    sheet.set_bookmark(Bookmark("pflanze", first(sheet).id))
    assert not sheet.planted
    assert book.cards.all() == []
    assert book.bookmark is None
    assert not book.save_status.unsaved


def test_blanks_alone_plant_nothing(book: Workbook) -> None:
    sheet = blank(book, "seed")
    sheet.put(first(sheet), {"titel": "  ", "worum": " \n", "art": []}, left=True)
    assert not sheet.planted


def test_the_first_letter_plants_the_card(open_book: OpenBook) -> None:
    book = open_book()
    sheet = blank(book, "seed")
    sheet.put(first(sheet), {"titel": "L"})
    assert sheet.planted
    assert sheet.title == "L"
    assert sheet.card.value["verlauf"][0]["stand"] == "gefunden"
    sheet.put(first(sheet), {"titel": "Le"})
    assert [card.id for card in book.cards.of("seed")] == [sheet.id]
    book.close()
    assert open_book().cards.of("seed") == [sheet.card]


def test_a_card_begun_beside_another_one_is_planted_with_the_link(book: Workbook) -> None:
    zoo = book.cards.add("partner", {"name": "Zoo"})
    sheet = blank(book, "contact", partner=[zoo.id])
    sheet.leave(first(sheet))
    assert book.cards.naming(zoo.id) == []
    sheet.put(first(sheet), {**sheet.answer(first(sheet).id).value, "name": "A. B."})
    assert [card.id for card in book.cards.naming(zoo.id)] == [sheet.id]


def test_taking_away_what_a_card_begins_with_is_a_change(book: Workbook) -> None:
    sheet = blank(book, "seed")
    stand = sheet.form.prompts["seed.stand"]
    sheet.put(stand, {})
    assert sheet.planted
    assert sheet.card.value == {}


def test_two_questions_of_a_new_card_make_one_card(book: Workbook) -> None:
    card = book.cards.blank("seed")
    one, other = CardSheet(book, card), CardSheet(book, card)
    one.put(first(one), {"titel": "Lesenacht"})
    other.put(other.form.prompts["seed.bedarf"], {"bedarf": "viele fragen"})
    (planted,) = book.cards.of("seed")
    assert planted.value["titel"] == "Lesenacht"
    assert planted.value["bedarf"] == "viele fragen"


def test_a_new_card_in_a_second_window_is_refused(open_book: OpenBook) -> None:
    open_book()
    reader = open_book()
    sheet = blank(reader, "seed")
    assert not sheet.writable()
    sheet.put(first(sheet), {})
    with pytest.raises(ReadOnly):
        sheet.put(first(sheet), {"titel": "L"})
    assert not sheet.planted
    assert not reader.save_status.unsaved


# Answering


def test_a_question_shows_its_part_of_the_card_alone(book: Workbook) -> None:
    sheet = planted(book, "seed", titel="Lesenacht", bedarf="viele")
    answer = sheet.answer(first(sheet).id)
    assert answer.value == {"titel": "Lesenacht"}
    assert answer.key.voice == sheet.id
    assert sheet.state(first(sheet)) is AnswerState.BEGUN
    assert sheet.state(sheet.form.prompts["seed.herkunft"]) is AnswerState.OPEN
    assert sheet.progress(sheet.form.prompts.values()).total == len(sheet.form.prompts)
    assert sheet.other_years(first(sheet).id) == []
    assert sheet.other_voices(first(sheet)) == []


def test_two_sheets_of_one_card_do_not_write_over_each_other(open_book: OpenBook) -> None:
    book = open_book()
    one = planted(book, "seed", titel="Lesenacht")
    other = CardSheet(book, one.card)
    need = one.form.prompts["seed.bedarf"]
    one.put(first(one), {"titel": "Lesenacht 2"})
    other.put(need, {"bedarf": "viele fragen"})
    one.put(first(one), {"titel": "Lesenacht 3"})
    assert one.answer(need.id).value == {"bedarf": "viele fragen"}
    book.close()
    value = open_book().cards[one.id].value
    assert (value["titel"], value["bedarf"]) == ("Lesenacht 3", "viele fragen")


def test_an_emptied_field_goes_and_the_others_stay(book: Workbook) -> None:
    sheet = planted(book, "seed", titel="Lesenacht", worum="Buch", bedarf="viele")
    sheet.put(first(sheet), {"titel": "Lesenacht"})
    assert sheet.answer(first(sheet).id).value == {"titel": "Lesenacht"}
    assert sheet.card.value["bedarf"] == "viele"


def test_a_deleted_card_is_there_to_read_only(book: Workbook) -> None:
    sheet = planted(book, "seed", titel="Lesenacht")
    assert sheet.writable()
    book.cards.delete(sheet.id)
    assert not sheet.writable()
    assert sheet.title == "Lesenacht"
    book.cards.undoing.take_back()
    assert sheet.writable()


def test_a_card_belongs_to_no_single_year(book: Workbook) -> None:
    sheet = planted(book, "seed", titel="Lesenacht")
    book.begin_year(2027)
    book.look_at(2026)
    assert sheet.writable()
    assert sheet.year_label(2027) == book.year_label(2027)


def test_where_one_stopped_on_a_card_is_remembered(open_book: OpenBook) -> None:
    book = open_book()
    sheet = planted(book, "seed", titel="Lesenacht")
    sheet.set_bookmark(Bookmark("formular", first(sheet).id, "titel", 0, 4))
    book.close()
    bookmark = open_book().bookmark
    assert bookmark == Bookmark("formular", first(sheet).id, "titel", 0, 4, sheet.id)


# Former versions


def test_a_question_knows_what_its_own_part_said_before(open_book: OpenBook) -> None:
    book = open_book()
    sheet = planted(book, "seed", titel="Lesenacht", bedarf="viele")
    need = sheet.form.prompts["seed.bedarf"]
    for title in ("Lesetag", "Lesewoche", "Lesejahr"):
        book.close()
        book = open_book()
        sheet = CardSheet(book, book.cards[sheet.id])
        sheet.put(first(sheet), {"titel": title})
    assert said(sheet, first(sheet)) == [
        {"titel": "Lesewoche"},
        {"titel": "Lesetag"},
        {"titel": "Lesenacht"},
    ]
    assert said(sheet, need) == []


def test_a_former_version_comes_back_and_todays_becomes_one(book: Workbook) -> None:
    sheet = planted(book, "seed", titel="Lesenacht", worum=LONG, bedarf="viele")
    sheet.put(first(sheet), {"titel": "Lesetag"})
    (former,) = said(sheet, first(sheet))
    assert former == {"titel": "Lesenacht", "worum": LONG}
    sheet.bring_back(first(sheet), former)
    assert sheet.answer(first(sheet).id).value == former
    assert sheet.card.value["bedarf"] == "viele"
    assert said(sheet, first(sheet)) == [{"titel": "Lesetag"}]
    sheet.bring_back(first(sheet), {"titel": "Lesetag"})
    assert said(sheet, first(sheet)) == [former]


def test_bringing_back_what_stands_there_changes_nothing(book: Workbook) -> None:
    sheet = planted(book, "seed", titel="Lesenacht")
    book.flush()
    sheet.bring_back(first(sheet), {"titel": "Lesenacht"})
    assert not book.save_status.unsaved
    assert said(sheet, first(sheet)) == []


def test_a_second_window_brings_nothing_back(open_book: OpenBook) -> None:
    book = open_book()
    id = planted(book, "seed", titel="Lesenacht", worum=LONG).id
    book.cards.set(id, worum="")
    book.flush()
    reader = open_book()
    sheet = CardSheet(reader, reader.cards[id])
    (former,) = said(sheet, first(sheet))
    with pytest.raises(ReadOnly):
        sheet.bring_back(first(sheet), former)
    assert not reader.save_status.unsaved
    assert reader.save_status.problem is None
    assert reader.close()


def test_reading_needs_no_disk(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = planted(book, "seed", titel="Lesenacht")
    book.flush()

    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(book._store, "session", refuse)
    for prompt in sheet.form.prompts.values():
        sheet.answer(prompt.id)
        sheet.complaints(prompt)
        sheet.advice(prompt)
