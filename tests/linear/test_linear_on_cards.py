"""A question that lives on cards, asked line by line."""

from __future__ import annotations

from gartenjahr_tui.garden.on_cards import rows
from gartenjahr_tui.guide.model import Guide
from gartenjahr_tui.linear.questions import AT_ONCE
from gartenjahr_tui.workbook.book import Workbook
from tests.linear.test_linear_garden import only, talk

TO_TRANSPARENCY = ("2", "6")


def test_a_number_asks_the_question_of_that_card_and_comes_back(book: Workbook) -> None:
    book.cards.add("partnership", {"titel": "Lesegarten"})
    book.cards.add("partnership", {"titel": "Vorlesen"})
    said = talk(book, *TO_TRANSPARENCY, "1", "neu", "", "1", "", "", "2", "")
    assert "Frage 1 von 4, offen." in said
    assert "1 Lesegarten: noch nichts 2 Vorlesen: noch nichts" in said
    assert "Kooperation: Lesegarten" in said
    assert "1 Lesegarten: ja 2 Vorlesen: noch nichts" in said
    (first, _), _ = rows(book, book.guide.on_cards["pflegen.beitraege"], 2)
    assert first.answer == "ja"


def test_neu_makes_a_card_and_asks_at_once(book: Workbook) -> None:
    said = talk(book, *TO_TRANSPARENCY, "neu", "Lesegarten", "neu", "", "3", "", "")
    assert "Dazu gibt es noch keine Karte." in said
    card = only(book, "partnership")
    assert book.cards.title(card) == "Lesegarten"
    assert book.cards.state(card, "transparenz_a") == "nein"


def test_a_number_asks_what_is_folded_on_the_card(book: Workbook) -> None:
    book.cards.add("partnership", {"titel": "Lesegarten"})
    said = talk(book, "2", "4", "1", "", "ende")
    assert "Kooperation: Lesegarten" in said
    assert book.guide.forms["partnership"].prompts["partnership.rollen"].ask in said


def test_without_a_name_nothing_is_made(book: Workbook) -> None:
    assert "nichts angelegt" in talk(book, *TO_TRANSPARENCY, "neu", "", "")
    assert book.cards.of("partnership") == []


def test_an_empty_line_goes_on_and_zurueck_goes_back(book: Workbook) -> None:
    said = talk(book, *TO_TRANSPARENCY, "", "zurück", "", "", "", "")
    places = [said.index("Frage 2 von 4"), said.rindex("Frage 1 von 4")]
    assert places == sorted(places)
    assert "Ende des Abschnitts „Transparent und im Gespräch bleiben“: offen." in said


def test_the_passage_is_read_first_where_nothing_is_typed(book: Workbook, guide: Guide) -> None:
    said = talk(book, *TO_TRANSPARENCY, "ende")
    assert said.index("Vier Fragen zur Transparenz") < said.index("Frage 1 von 4")


def test_other_words_are_answered_with_help(book: Workbook) -> None:
    said = talk(book, *TO_TRANSPARENCY, "quatsch", "9", "?", "leitfaden", "vorjahre", "ende")
    assert said.count("Bitte eine der Zahlen, „neu“ oder eine leere Zeile.") == 2
    assert "Diese Frage wird auf den Karten beantwortet" in said
    assert "Das geht an dieser Stelle nicht." in said


def test_many_cards_are_not_read_out_one_by_one(book: Workbook) -> None:
    for number in range(60):
        book.cards.add("partnership", {"titel": f"Kooperation {number:02}"})
    said = talk(book, *TO_TRANSPARENCY, "ende")
    assert f"{AT_ONCE} Kooperation {AT_ONCE - 1:02}: noch nichts" in said
    assert f"… und {60 - AT_ONCE} weitere." in said
