"""Lines that run on are indented further than they begin."""

from __future__ import annotations

import pytest

from gartenjahr_tui.widgets.hanging import hanging


def test_short_lines_stay_as_they_are() -> None:
    assert hanging("eins\n\n  zwei", 40) == "eins\n\n  zwei"


@pytest.mark.parametrize("begin", ["", "- ", "    ", "  - "])
def test_what_runs_on_is_indented_two_further(begin: str) -> None:
    first, *rest = hanging(f"{begin}{'Wort ' * 20}".rstrip(), 30).splitlines()
    depth = len(begin) - len(begin.lstrip(" ")) + 2
    assert first.startswith(begin)
    assert rest
    assert all(len(line) <= 30 for line in [first, *rest])
    assert all(line.startswith(f"{' ' * depth}Wort") for line in rest)


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert all(len(line) <= 30 for line in hanging("x" * 100, 30).splitlines())


def test_what_is_indented_too_far_does_not_become_a_column_of_letters() -> None:
    assert max(map(len, hanging(" " * 40 + "Anzahl und Summe", 20).splitlines())) > 5
