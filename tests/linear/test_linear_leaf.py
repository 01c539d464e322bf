"""Line by line: a card is read before anything is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.linear.test_linear_garden import talk, to_list

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Guide
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card


@pytest.fixture
def card(book: Workbook) -> Card:
    """A partnership of which much is known."""
    add = book.cards.add
    partner = add("partner", {"name": "Kita Mitte", "telefon": "0123 45"})
    for number in range(3):
        add("contact", {"name": f"Frau Nummer {number} aus dem Haus", "partner": [partner.id]})
    value: dict[str, Any] = {
        "titel": "Lesestart",
        "partner": [partner.id],
        "vertretung": "viele freundliche Menschen an der Theke und im Magazin",
        "stimmen": [{"stimme": "Das war sehr schön und darf gern öfter sein.", "rolle": "Mutter"}],
    }
    made = add("partnership", value)
    step = {"schritt": "Plakate bringen", "schritt_am": "2026-11-14", "am": "2026-10-01"}
    add("encounter", {**step, "kooperation": [made.id], "anlass": "Tee mit allen"})
    return made


def opened(book: Workbook, guide: Guide, *lines: str) -> str:
    """What is said from the page of the partnership on."""
    said = talk(book, *to_list(guide, "partnership"), "1", *lines)
    return said[said.index("Kooperation: Lesestart") :]


def test_at_most_sixty_words_are_read_before_one_is_asked(
    book: Workbook, guide: Guide, card: Card
) -> None:
    said = opened(book, guide, "ende").removesuffix("Alles ist gespeichert. Bis bald!")
    assert "1 Partner: Kita Mitte · 0123 45" in said
    assert "b: bearbeiten" in said
    assert len(said.split()) <= 60


def test_more_reads_the_other_lines_and_a_number_opens_one_of_them(
    book: Workbook, guide: Guide, card: Card
) -> None:
    said = opened(book, guide, "mehr", "mehr", "ende")
    assert "überfällig seit 14.11.: Plakate bringen" in said
    assert "„Das war sehr schön und darf gern öfter sein.“ – Mutter" in said
    said = opened(book, guide, "1", "0999 1", "", "zurück", "ende")
    assert "Wie erreichen Sie diesen Partner?" in said
    (partner,) = book.cards.of("partner")
    assert partner.value["telefon"] == "0999 1"
    # Afterwards one is where one was.
    assert said.count("Kooperation: Lesestart") == 2


def test_b_goes_on_to_all_questions_and_an_empty_line_back(
    book: Workbook, guide: Guide, card: Card
) -> None:
    assert "1 Steckbrief" in opened(book, guide, "b", "ende")
    assert "1 Steckbrief" not in opened(book, guide, "", "ende")
    said = opened(book, guide, "?", "hilfe", "quatsch", "ende")
    assert "Eine Zahl öffnet, b bearbeitet" in said
    assert "Eine Zahl öffnet die Stelle, an der die Zeile steht." in said
    assert "Das steht nicht zur Wahl." in said


def test_a_card_on_which_nothing_stands_is_asked_at_once(book: Workbook, guide: Guide) -> None:
    book.cards.add("partnership", {"titel": "Lesestart"})
    assert "1 Steckbrief" in opened(book, guide, "ende")
