"""Damaged entries line by line: said at the start, read out, decided with a letter."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from io import StringIO

from gartenjahr_tui import linear
from gartenjahr_tui.guide.model import Prompt
from gartenjahr_tui.store import backups
from gartenjahr_tui.store.backups import CopyKind
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.workbook.book import Workbook
from tests.conftest import Clock, OpenBook


def talk(book: Workbook, *lines: str) -> str:
    """Type these lines and return everything that was said, without its line breaks."""
    said = StringIO()
    assert linear.run(book, StringIO("".join(f"{line}\n" for line in lines)), said) == 0
    return " ".join(said.getvalue().split())


def garbled(open_book: OpenBook, prompt: Prompt, paths: Paths, clock: Clock) -> Workbook:
    book = open_book()
    book.put(prompt, {"text": "Apfelmus"})
    book.close()
    backups.make(paths.file, paths.copies, CopyKind.BY_HAND, clock.now())
    with closing(sqlite3.connect(paths.file)) as file:
        file.execute("UPDATE answer SET value = replace(value, 'Apfel', 'Apxel')")
        file.commit()
    return open_book()


def test_the_good_text_is_taken_with_a_letter(
    open_book: OpenBook, prompt: Prompt, paths: Paths, clock: Clock
) -> None:
    book = garbled(open_book, prompt, paths, clock)
    said = talk(book, "beschädigte", "", "beschädigte", "g", "beschädigte", "ende")
    assert "Ein Eintrag ist beschädigt" in said
    assert said.count("Jetzt steht da: Apxelmus Gut: Sicherung vom 22.11.2026") == 2
    assert "Übernommen: Frage" in said
    assert "Alle Einträge stehen so da, wie sie gespeichert wurden." in said
    assert book.answer(prompt.id).value == {"text": "Apfelmus"}


def test_without_a_good_text_it_can_only_stay(
    open_book: OpenBook, prompt: Prompt, paths: Paths, clock: Clock
) -> None:
    book = garbled(open_book, prompt, paths, clock)
    for copy in paths.copies.iterdir():
        copy.unlink()
    said = talk(book, "beschädigte", "g", "beschädigte", "k", "ende")
    assert said.count("k: so lassen. Leere Zeile: später.") == 2
    assert "So gelassen: Frage" in said
    assert book.answer(prompt.id).value == {"text": "Apxelmus"}
