"""One word for one thing: what docs/woerter.md says no more stands nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import gartenjahr_tui

ROOT = Path(gartenjahr_tui.__file__).parent
TABLE = ROOT.parent / "docs" / "woerter.md"
FILES = (
    *sorted((ROOT / "guide" / "content").rglob("*.toml")),
    *sorted((ROOT / "words").glob("*.py")),
    ROOT / "store" / "errors.py",
    ROOT / "widgets" / "commands.py",
)

ALLOWED = {
    "Elevator-Pitch": "the guide's own word, told in the reading text and the glossary",
    '"Einrichtung", "Institution"': "what columns are called in lists of others",
    'der Einrichtung"': "what columns are called in lists of others",
    'id = "aufgehoben"': "what the file holds never changes",
    'aufgehoben": "in der Saatguttüte"': "what the file holds never changes",
}
"""Where a word that lost may stand → why."""


def lost() -> dict[str, str]:
    """Each word of the last column → the word that won."""
    rows = [line.strip("|\n ").split("|") for line in TABLE.read_text("utf-8").splitlines()]
    cells = [[cell.strip() for cell in row] for row in rows if len(row) == 3]
    return {word: won for won, _, words in cells[2:] for word in words.split(", ") if word}


def plain(file: Path) -> str:
    """A file on one line, sentences whole again, without what is allowed."""
    text = re.sub(r'"?\s*\n\s*"?', " ", file.read_text("utf-8"))
    for fragment in ALLOWED:
        text = text.replace(fragment, " ")
    return text


def test_the_table_names_words_that_lost() -> None:
    assert lost()["Danksagungen"] == "Dank, Dankbuch"
    assert len(lost()) > 40


def test_a_thing_is_called_by_its_one_word() -> None:
    winner = lost()
    words = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, winner))})(?!\w)")
    found = [(file.name, word) for file in FILES for word in words.findall(plain(file))]
    assert [(name, word, winner[word]) for name, word in found] == []


def test_every_exception_is_still_needed() -> None:
    every = "".join(re.sub(r'"?\s*\n\s*"?', " ", file.read_text("utf-8")) for file in FILES)
    assert [fragment for fragment in ALLOWED if fragment not in every] == []
