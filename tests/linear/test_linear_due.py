"""„fällig“ line by line: hear it, open it, put it off, wake it."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from typing import TYPE_CHECKING

from gartenjahr_tui import linear

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from tests.conftest import Clock


def talk(book: Workbook, *lines: str) -> str:
    """Type these lines and return everything that was said, without its line breaks."""
    said = StringIO()
    assert linear.run(book, StringIO("".join(f"{line}\n" for line in lines)), said) == 0
    return " ".join(said.getvalue().split())


def step(book: Workbook, clock: Clock, text: str, days: int) -> str:
    day = (clock.today() + timedelta(days=days)).isoformat()
    return book.cards.add("encounter", {"schritt": text, "schritt_am": day}).id


def test_where_nothing_is_due_it_says_so(book: Workbook) -> None:
    assert "Nichts fällig." in talk(book, "fällig")


def test_a_number_opens_the_page_it_is_about(book: Workbook, clock: Clock) -> None:
    step(book, clock, "Anrufen", -5)
    id = step(book, clock, "Plan schicken", -2)
    said = talk(book, "fällig", "2", "", "", "", "", "", "2", "", "", "ende")
    assert "1 Anrufen: überfällig seit 17.11. 2 Plan schicken: überfällig seit 20.11." in said
    assert "Was ist der nächste Schritt" in said
    assert book.cards[id].value["schritt"] == "Plan schicken"


def test_the_line_of_all_thanks_opens_their_list(book: Workbook) -> None:
    for text in ("Kuchen", "Zelt"):
        book.cards.add("thanks", {"wofuer": text})
    said = talk(book, "faellig", "1")
    assert "1 2 Mal Dank noch offen" in said
    assert "Dankbuch" in said.partition("Mal Dank")[2]


def test_a_line_is_put_off_and_woken(book: Workbook, clock: Clock) -> None:
    step(book, clock, "Anrufen", -5)
    step(book, clock, "Plan schicken", -2)
    said = talk(book, "fällig", "später 2 14.01.", "wecken 2", "", "ende")
    assert "Bis zum 14.01.2027 beiseitegelegt: Plan schicken" in said
    assert "2 Plan schicken: überfällig seit 20.11., beiseitegelegt bis 14.01.2027" in said
    assert "steht wieder unter „Jetzt dran“" in said
    assert not book.save_status.unsaved


def test_after_a_complaint_the_list_is_not_read_again(book: Workbook, clock: Clock) -> None:
    step(book, clock, "Anrufen", -5)
    said = talk(book, "fällig", "später 1 gestern", "äh", "?", "wecken 1", "", "ende")
    assert said.count("1 Anrufen: überfällig seit") == 1


def test_what_cannot_be_understood_is_answered_kindly(book: Workbook, clock: Clock) -> None:
    step(book, clock, "Anrufen", -5)
    said = talk(
        book, "fällig", "später 1", "später 1 gestern", "später 7 +3", "wecken 1", "äh", "?"
    )
    for sentence in (
        *("Das ist kein Tag.", "Erinnert wird frühestens morgen.", "Die Zahl 7 gibt es"),
        *("Diese Zeile ist nicht beiseitegelegt.", "Das war nicht zu verstehen.", "wecken 3: an"),
    ):
        assert sentence in said
