"""„v“ takes note of criticism wherever one is, and the check-in comes back to it."""

from __future__ import annotations

from io import StringIO

from gartenjahr_tui import linear
from gartenjahr_tui.store.paths import Paths
from screens.runde import RoundScreen
from screens.schnell import QuickScreen
from tests.conftest import OpenBook
from tests.screens.helpers import at_the_desk


async def test_a_key_notes_criticism_and_the_check_in_comes_back_to_it(
    paths: Paths, open_book: OpenBook
) -> None:
    book = open_book()
    book.cards.add("partnership", {"titel": "Lesegarten"})
    book.close()
    async with at_the_desk(paths) as desk:
        await desk.press("v")
        await desk.until(lambda: isinstance(desk.screen, QuickScreen))
        await desk.type("Lesegarten")
        await desk.press("enter", "tab")
        await desk.type("eine Lehrkraft")
        await desk.press("tab")
        await desk.type("zu laut")
        await desk.press("escape")
        (card,) = desk.book.cards.of("partnership")
        (entry,) = card.value["stimmen"]
        assert (entry["rolle"], entry["stimme"], entry["kritisch"]) == (
            *("eine Lehrkraft", "zu laut", "ja"),
        )
        assert "„Lesegarten“" in desk.said[-1]
        await desk.press("c")
        await desk.until(lambda: isinstance(desk.screen, RoundScreen))
        assert "Kritik: Lesegarten" in desk.text


def test_in_lines_a_word_notes_criticism(open_book: OpenBook) -> None:
    book, said = open_book(), StringIO()
    typed = "kritik\n\neine Lehrkraft\nzu laut\n.\n\n\nende\n"
    assert linear.run(book, StringIO(typed), said) == 0
    (entry,) = book.answer("ruhen.stimmen-haus").value["entries"]
    assert (entry["rolle"], entry["stimme"]) == ("eine Lehrkraft", "zu laut")
    assert "Der Check-in fragt" in " ".join(said.getvalue().split())
