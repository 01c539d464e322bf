"""What is wrong in a field is said in a sentence; the text itself is never touched."""

from __future__ import annotations

from typing import Any

import pytest

from gartenjahr_tui.guide.model import Field, FieldKind, Guide
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.checks import LONG_TITLE, complaint, complaints
from gartenjahr_tui.workbook.plain import Card
from gartenjahr_tui.workbook.values import fitted

DAY = Field("am", FieldKind.DATE, "Am")
END = Field("ende", FieldKind.DATE, "Ende", not_before="am")
COUNT = Field("zahl", FieldKind.NUMBER, "Zahl")
ROWS = Field("liste", FieldKind.ENTRIES, item="Zeile", columns=(DAY, END, COUNT))


def wrong(book: Workbook, card: Card, field_id: str) -> str:
    """What is said about a field of a card."""
    for prompt in book.cards.form(card).prompts.values():
        if any(field.id == field_id for field in prompt.fields):
            return complaints(book.cards, prompt, book.cards[card.id]).get(field_id, "")
    raise LookupError(field_id)


@pytest.mark.parametrize("value", [{}, {"am": ""}, {"am": "2026-11-22"}, {"am": None}])
def test_a_day_or_nothing_is_right(value: dict[str, Any]) -> None:
    assert complaint(DAY, value) == ""


@pytest.mark.parametrize("text", ["bald", "31.4.2026", "2026-02-30", "x" * 500])
def test_what_is_no_day_is_said_with_the_text(text: str) -> None:
    sentence = complaint(DAY, {"am": text})
    assert text[:30] in sentence
    assert "kein Tag" in sentence
    assert "bleibt" in sentence
    assert len(sentence) < 200


def test_an_end_before_its_beginning_is_said_in_german_days() -> None:
    sentence = complaint(END, {"am": "2026-11-22", "ende": "2026-11-21"})
    assert "21.11.2026" in sentence
    assert "22.11.2026" in sentence
    assert complaint(END, {"am": "2026-11-22", "ende": "2026-11-22"}) == ""
    assert complaint(END, {"ende": "2026-11-21"}) == ""
    assert complaint(END, {"am": "bald", "ende": "2026-11-21"}) == ""


def test_what_is_no_number_is_said_and_a_zero_is_one() -> None:
    assert "keine Zahl" in complaint(COUNT, {"zahl": "viele"})
    assert complaint(COUNT, {"zahl": 0}) == complaint(COUNT, {"zahl": 2.5}) == ""


def test_in_a_list_the_entry_is_named() -> None:
    rows = [{"am": "2026-01-01"}, {"am": "2026-01-02", "ende": "2026-01-01"}]
    assert complaint(ROWS, {"liste": rows}).startswith("Zeile 2: ")
    assert complaint(ROWS, {"liste": rows[:1]}) == ""


def test_what_does_not_fit_a_list_is_said_beside_it() -> None:
    value = fitted([ROWS], {"liste": [{"am": "2026-01-01"}, "Unsinn", 7]})
    assert value["liste"] == [{"am": "2026-01-01"}]
    assert "„Unsinn 7“" in complaint(ROWS, value)


def test_an_untouched_guide_has_nothing_to_complain_about(book: Workbook, guide: Guide) -> None:
    assert all(book.complaints(prompt) == {} for prompt in guide.prompts.values())


def test_the_same_name_twice_is_said_on_both_and_nowhere_else(book: Workbook) -> None:
    one = book.cards.add("partner", {"name": "Zoo"})
    assert wrong(book, one, "name") == ""
    other = book.cards.add("partner", {"name": "ZOO"})
    assert "Zoo" in wrong(book, one, "name")
    assert "ZOO" in wrong(book, other, "name")
    book.cards.delete(one.id)
    assert wrong(book, other, "name") == ""


def test_what_happens_on_a_day_may_be_called_the_same_each_time(book: Workbook) -> None:
    cards = [book.cards.add("encounter", {"anlass": "Jour fixe"}) for _ in range(2)]
    assert [wrong(book, card, "anlass") for card in cards] == ["", ""]


def test_a_very_long_name_is_said_with_its_length(book: Workbook) -> None:
    for kind, field in (("partner", "name"), ("encounter", "anlass")):
        card = book.cards.add(kind, {field: "x" * LONG_TITLE})
        assert wrong(book, card, field) == ""
        book.cards.set(card.id, **{field: "x" * (LONG_TITLE + 1)})
        assert str(LONG_TITLE + 1) in wrong(book, card, field)


def test_a_card_may_not_be_its_own_member(book: Workbook) -> None:
    card = book.cards.add("partner", {"name": "Bündnis"})
    other = book.cards.add("partner", {"name": "Zoo"})
    book.cards.set(card.id, mitglieder=[other.id])
    assert wrong(book, card, "mitglieder") == ""
    book.cards.set(card.id, mitglieder=[other.id, card.id])
    assert "selbst" in wrong(book, card, "mitglieder")
    assert book.cards[card.id].value["mitglieder"] == [other.id, card.id]


def test_a_name_that_is_no_card_is_said_where_only_cards_will_do(book: Workbook) -> None:
    walk = book.cards.add("encounter", {"partner": ["Zoo"], "personen": ["Frau K."]})
    assert "Zoo" in wrong(book, walk, "partner")
    assert wrong(book, walk, "personen") == ""
    zoo = book.cards.add("partner", {"name": "Zoo"})
    book.cards.set(walk.id, partner=[zoo.id])
    assert wrong(book, walk, "partner") == ""
    book.cards.delete(zoo.id)
    assert wrong(book, walk, "partner") == "", "its name is still there"


def test_an_end_in_a_form_is_compared_with_the_beginning_in_another_field(book: Workbook) -> None:
    card = book.cards.add("partnership", {"beginn": "2026-05-01", "ende": "2026-04-30"})
    assert "30.04.2026" in wrong(book, card, "ende")
    book.cards.set(card.id, ende="2027-04-30")
    assert wrong(book, card, "ende") == ""


def test_a_stray_letter_does_not_cost_the_card_chosen_before(book: Workbook) -> None:
    kita = book.cards.add("partner", {"name": "Kita"})
    card = book.cards.add("request", {"betreff": "Plakat", "wer": [kita.id]})
    book.cards.set(card.id, wer=[kita.id, "x"])
    assert book.cards[card.id].value["wer"] == [kita.id, "x"]
    prompt = book.guide.forms["request"].prompts["request.anfrage"]
    assert "Platz für einen Namen" in complaints(book.cards, prompt, book.cards[card.id])["wer"]
    hort = book.cards.add("partner", {"name": "Hort"})
    book.cards.set(card.id, wer=[kita.id, "x", hort.id])
    assert book.cards[card.id].value["wer"] == [hort.id]
