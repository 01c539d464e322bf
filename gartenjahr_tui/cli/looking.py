"""The commands that look at the garden and print: places, answers, what is due, the inspection."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from gartenjahr_tui.cli.common import (
    CouldNot,
    WrongCall,
    concerns,
    emit,
    filled,
    now_and_then,
    opened,
    say,
    width,
)
from gartenjahr_tui.guide.model import Chapter
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.store import paths
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.cli import CouldWords, PfadeWords, WrongWords

if TYPE_CHECKING:
    from types import SimpleNamespace as Options

    from gartenjahr_tui.terminal.console import Output
    from gartenjahr_tui.workbook.book import Workbook


SOMETHING_DUE = 3
"""Exit code of ``faellig``; 1 and 2 are for what went wrong."""


def pfade(options: Options, output: Output) -> int:
    """Print where everything lies; nothing is made or opened."""
    found = paths.find(options.daten)
    facts = {
        "folder": found.folder,
        "origin": found.origin,
        "file": found.file,
        "exists": PfadeWords.EXISTS if found.file.exists() else PfadeWords.MISSING,
        "copies": found.copies,
        "state": paths.state_folder(),
        "name": paths.ENVIRONMENT,
        "named": PfadeWords.SET if os.environ.get(paths.ENVIRONMENT) else PfadeWords.NOT_SET,
    }
    longest = max(len(label) for label, _ in PfadeWords.LINES) + 1
    lines = (f"{label + ':':<{longest}} {what.format(**facts)}" for label, what in PfadeWords.LINES)
    say(output, *lines, *map(filled, concerns(found.folder)))
    return 0


def antworten(options: Options, output: Output) -> int:
    """Print answers."""
    step = _step(options.schritt) if options.schritt else None
    with opened(options, look_only=True) as book:
        from gartenjahr_tui.reports import answers

        if options.jahr is not None:
            _check_year(book, options.jahr)
        report = answers.gather(
            book, year=options.jahr, step=step, confidential=options.vertrauliche
        )
    match options.format:
        case "json":
            # Signs in data are data: --ascii writes them as escapes instead of replacing them.
            emit(answers.as_json(report, ascii_only=options.ascii) + "\n", sys.stdout)
        case "md":
            emit(answers.as_markdown(report), output)
        case _:
            emit(answers.as_text(report, width()), output)
    return 0


def faellig(options: Options, output: Output) -> int:
    """Print what is due; the exit code says whether anything is."""
    with opened(options, look_only=True) as book:
        from gartenjahr_tui.garden.due import due
        from gartenjahr_tui.words.rhythm import DueWords

        lines = due(book)
    say(output, *([f"{line.sign} {line.full}" for line in lines] or [DueWords.NOTHING]))
    return SOMETHING_DUE if lines else 0


def pruefen(options: Options, output: Output) -> int:
    """Look through the garden's file and make the search index anew."""
    with opened(options) as book:
        from gartenjahr_tui.garden.inspection import inspect

        if book.read_only:
            raise CouldNot(CouldWords.CHECK_LATER.format(holder=book.holder))
        tell = now_and_then(output)
        well = inspect(book, lambda line: say(output, filled(line, 8)), tell)
    return 0 if well else 1


def _step(name: str) -> Chapter:
    guide = read_guide()
    for chapter in guide.steps:
        names = (chapter.id, chapter.title, str(chapter.number))
        if folded(name) in map(folded, names):
            return chapter
    known = ", ".join(f"{chapter.id} ({chapter.number})" for chapter in guide.steps)
    raise WrongCall(WrongWords.STEP.format(given=name, known=known))


def _check_year(book: Workbook, year: int) -> None:
    filled = sorted({answer.key.year for answer in book.all_answers()})
    if year not in filled:
        words = CouldWords.NO_YEAR if filled else CouldWords.NO_YEARS
        raise CouldNot(words.format(year=year, known=", ".join(map(str, filled))))
