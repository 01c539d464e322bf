"""Every sign the program draws or says is there in the old console window of Windows."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from gartenjahr_tui.terminal.ascii import TABLE
from gartenjahr_tui.widgets.scroll_bar import GapBar
from tests.signs import WGL4, undrawable

ROOT = Path(__file__).parents[2]
SCREEN = ("words", "garden", "linear", "widgets", "guide", "cli", "store", "workbook", "sample")
"""Packages whose words reach the screen; what documents and files hold is read elsewhere."""


def said_in(file: Path) -> Iterator[str]:
    """Every text in a module that is no docstring."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.value


def test_no_word_of_the_program_has_a_sign_that_consolas_lacks() -> None:
    files = [ROOT / "gartenjahr_tui/app.py", *(ROOT / "screens").glob("*.py")]
    for package in SCREEN:
        files += (ROOT / "gartenjahr_tui" / package).rglob("*.py")
    assert len(files) > 150
    lacking = {
        (sign, file.name)
        for file in files
        for text in said_in(file)
        for sign in set(text) - WGL4
        if sign.isprintable() and sign != "\ufffd"
    }
    assert lacking == set()


def test_no_text_of_the_guide_has_one_either() -> None:
    files = list((ROOT / "gartenjahr_tui").rglob("*.toml"))
    assert len(files) > 20
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    assert {sign for sign in set(text) - WGL4 if sign.isprintable()} == set()


@pytest.mark.parametrize("vertical", [True, False])
def test_the_scroll_bar_is_drawn_with_what_is_there(vertical: bool) -> None:
    console, seen = Console(), set()
    for position in range(90):
        bar = GapBar.render_bar(20, 110, 20, position, 2, vertical)
        seen |= {sign for segment in console.render(bar) for sign in segment.text}
    assert undrawable("".join(seen)) == set()
    assert seen & set("▄▌")
    assert {sign for sign in seen if ord(sign) > 127 and ord(sign) not in TABLE} == set()
