"""The preview on the screen: clean columns, nothing that could do harm in a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gartenjahr_tui.reports.document import Bullets, Document, Facts, Paragraph, Table
from gartenjahr_tui.reports.plain_text import as_text
from gartenjahr_tui.reports.signs import cells
from tests.reports.nasty import CALM, LONG_WORD, nasty_document


def shown(*blocks: object, width: int = 40) -> list[str]:
    """Lines under the title."""
    return as_text(Document("T", blocks), width).splitlines()[3:]  # type: ignore[arg-type]


def harmful(text: str) -> set[str]:
    return {sign for sign in text if unicodedata.category(sign) in ("Cc", "Cs") and sign != "\n"}


@pytest.mark.parametrize("width", [20, 76, 200])
def test_no_line_is_wider_than_the_screen_and_no_sign_does_anything(width: int) -> None:
    text = as_text(nasty_document(), width)
    assert max(map(cells, text.splitlines())) <= width
    assert harmful(text) == set()
    assert "\u202e" not in text


def test_what_was_typed_is_all_there() -> None:
    text = as_text(nasty_document(), 76)
    for words in (
        "[red]rot[/red] [/]",
        "<script>alert('ü')</script>",
        "=1+1",
        "שלום",
        "a | b || c",
    ):
        assert words in text
    joined = "".join(as_text(Document("", (Paragraph(LONG_WORD),))).split())
    assert joined.endswith(LONG_WORD)


def test_a_report_reads_in_columns() -> None:
    text = as_text(CALM)
    assert text.startswith("Jahresbericht Kooperationen 2026\n====")
    assert "      fremd  vertraut  verlässlich\n" in text
    assert "2026      2         4            3\n" in text
    assert "Mittel            1.200 Euro vom Förderverein\n                  300 Euro" in text
    assert " [x] Schule\n" in text
    assert " (x) ja\n" in text
    assert "(x) 4  ( ) 5  alles schriftlich" in text
    assert text.endswith("nur für diese Prüfung.\n")


def test_a_wide_table_is_wrapped_and_a_wider_one_told_row_by_row() -> None:
    words = "Sehr viele Worte über den Garten"
    wrapped = shown(Table(("Was", "Warum"), ((words, words),)))
    assert wrapped[0].split() == ["Was", "Warum"]
    assert wrapped[2] == "Sehr viele Worte     Sehr viele Worte"
    names = tuple(f"Spalte {n}" for n in range(9))
    told = shown(Table(names, ((words,) * 9,)))
    assert told[1:3] == ["Spalte 0: Sehr viele Worte über den", "  Garten"]


def test_rows_without_anything_and_short_rows_do_no_harm() -> None:
    assert shown(Table(("A", "B"), ((), ("", ""), ("1",), ("1", "2", "3"))))[-1] == "1  2"
    assert shown(Table((), ()), Bullets(()), Facts(()), Paragraph(" ")) == []


def test_an_emoji_takes_two_columns() -> None:
    lines = shown(Table(("A", "B"), (("🌱🌱", "x"), ("ab", "y"))))
    assert [cells(line) for line in lines[2:]] == [7, 7]


@settings(max_examples=100, deadline=None)
@given(st.text(), st.integers(8, 60))
def test_any_text_fits(text: str, width: int) -> None:
    blocks = (Paragraph(text), Bullets((text,)), Table((text, "B"), ((text, text),), text))
    lines = as_text(Document(text, blocks, text, text), width).split("\n")
    assert max(map(cells, lines)) <= width
    assert harmful("".join(lines)) == set()
