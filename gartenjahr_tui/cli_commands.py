"""What each command of the command line does."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from gartenjahr_tui.cli_parser import WrongCall
from gartenjahr_tui.cli_words import Could, Guide, Pfade, Sample, Wrong
from gartenjahr_tui.console import standard_input
from gartenjahr_tui.guide import coverage, lookup, render
from gartenjahr_tui.guide.model import Chapter, Exhibit, Section
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.guide.source import SOURCE_LINE
from gartenjahr_tui.store import glance, marker, paths
from gartenjahr_tui.words import Common

if TYPE_CHECKING:
    from argparse import Namespace

    from gartenjahr_tui.console import Output
    from gartenjahr_tui.workbook.book import Workbook

WIDEST = 78
"""Columns of printed text where the terminal has them."""


class CouldNot(Exception):
    """The command could not do what it should; ``str()`` is a German sentence. Exit code 1."""


def start(options: Namespace, output: Output) -> int:
    """Open the workbook, on the screen or line by line."""
    return _open(paths.find(options.daten), options, output, note="")


def pfade(options: Namespace, output: Output) -> int:
    """Print where everything lies; nothing is made or opened."""
    found = paths.find(options.daten)
    facts = {
        "folder": found.folder,
        "origin": found.origin,
        "file": found.file,
        "exists": Pfade.EXISTS if found.file.exists() else Pfade.MISSING,
        "copies": found.copies,
        "state": paths.state_folder(),
        "name": paths.ENVIRONMENT,
        "named": Pfade.SET if os.environ.get(paths.ENVIRONMENT) else Pfade.NOT_SET,
    }
    longest = max(len(label) for label, _ in Pfade.LINES) + 1
    lines = (f"{label + ':':<{longest}} {what.format(**facts)}" for label, what in Pfade.LINES)
    _emit("\n".join(lines) + "\n", output)
    return 0


def leitfaden(options: Namespace, output: Output) -> int:
    """Print the guide, a part of it, or where each of its elements lives."""
    guide = read_guide()
    if options.abdeckung:
        missing = coverage.missing(guide)
        _emit("\n".join(coverage.report(guide)) + "\n", output)
        if missing:
            raise CouldNot(Guide.INCOMPLETE.format(missing=", ".join(missing)))
        return 0
    width = min(WIDEST, shutil.get_terminal_size().columns)
    wanted = " ".join(options.section)
    lines = render.plain(_part(wanted, width) if wanted else _whole(width))
    _emit(f"{lines}\n{textwrap.fill(SOURCE_LINE, width)}\n", output)
    return 0


def _whole(width: int) -> Iterator[render.Line]:
    for chapter in read_guide().chapters:
        yield from render.chapter_lines(read_guide(), chapter, width)
        yield render.BLANK
    yield from _glossary(width)


def _glossary(width: int) -> Iterator[render.Line]:
    yield render.Line(Guide.GLOSSARY, render.Role.HEADING)
    yield from render.glossary_lines(read_guide().glossary, width)


def _part(wanted: str, width: int) -> Iterator[render.Line]:
    """The lines of what a name means.

    Raises:
        WrongCall: It means nothing, or several things.
    """
    guide = read_guide()
    if lookup.folded(wanted) == lookup.GLOSSARY:
        yield from _glossary(width)
        return
    found = lookup.find(guide, wanted)
    if not found:
        known = ", ".join([*(chapter.id for chapter in guide.chapters), lookup.GLOSSARY])
        raise WrongCall(Wrong.SECTION.format(given=wanted, known=known))
    if len(found) > 1:
        names = ", ".join(f"„{lookup.name_of(place)}“" for place in found)
        raise WrongCall(Wrong.AMBIGUOUS.format(given=wanted, known=names))
    match found[0]:
        case Chapter() as chapter:
            yield from render.chapter_lines(guide, chapter, width)
        case Section() as section:
            yield from render.section_lines(guide, section, width)
            yield from render.question_lines(section.prompts, width)
        case Exhibit() as exhibit:
            yield from render.exhibit_lines(exhibit, width)
        case term:
            # Without the blank line that parts it from the term before.
            yield from list(render.glossary_lines((term,), width))[1:]
            if term.see:
                yield render.BLANK
                yield render.Line(Guide.SEE.format(places=", ".join(term.see)), render.Role.NOTE)


def antworten(options: Namespace, output: Output) -> int:
    """Print answers."""
    guide = read_guide()
    step = _step(options.schritt) if options.schritt else None
    found = paths.find(options.daten)
    if glance.schema_of(found.file) is None:
        if not options.trotzdem:
            marker.check(found.file, None, 0)
        raise CouldNot(Could.NO_GARDEN.format(folder=found.folder))

    from gartenjahr_tui.reports import answers
    from gartenjahr_tui.workbook.book import open_workbook

    book = open_workbook(guide, found, accept=options.trotzdem)
    try:
        if options.jahr is not None:
            _check_year(book, options.jahr)
        report = answers.gather(
            book, year=options.jahr, step=step, confidential=options.vertrauliche
        )
    finally:
        book.close()
    match options.format:
        case "json":
            # Signs in data are data: --ascii writes them as escapes instead of replacing them.
            _emit(answers.as_json(report, ascii_only=options.ascii) + "\n", sys.stdout)
        case "md":
            _emit(answers.as_markdown(report), output)
        case _:
            width = min(WIDEST, shutil.get_terminal_size().columns)
            _emit(answers.as_text(report, width), output)
    return 0


def _step(name: str) -> Chapter:
    guide = read_guide()
    for chapter in guide.steps:
        names = (chapter.id, chapter.title, str(chapter.number))
        if lookup.folded(name) in map(lookup.folded, names):
            return chapter
    known = ", ".join(f"{chapter.id} ({chapter.number})" for chapter in guide.steps)
    raise WrongCall(Wrong.STEP.format(given=name, known=known))


def _check_year(book: Workbook, year: int) -> None:
    filled = sorted({answer.key.year for answer in book.all_answers()})
    if year not in filled:
        words = Could.NO_YEAR if filled else Could.NO_YEARS
        raise CouldNot(words.format(year=year, known=", ".join(map(str, filled))))


def beispiel(options: Namespace, output: Output) -> int:
    """Open an invented garden in a folder that vanishes afterwards."""
    from gartenjahr_tui.sample import make_sample

    # Windows does not remove a file that a virus scanner is just looking at.
    with tempfile.TemporaryDirectory(
        prefix="gartenjahr-beispiel-", ignore_cleanup_errors=True
    ) as folder:
        place = paths.Paths(Path(folder), Sample.ORIGIN)
        make_sample(read_guide(), place)
        return _open(place, options, output, note=Common.SAMPLE)


COMMANDS: dict[str | None, Callable[[Namespace, Output], int]] = {
    None: start,
    "pfade": pfade,
    "leitfaden": leitfaden,
    "antworten": antworten,
    "beispiel": beispiel,
}
"""Name on the command line → what it does; None is the call without a command."""


def _open(place: paths.Paths, options: Namespace, output: Output, note: str) -> int:
    """Open a garden with the face that was asked for.

    Raises:
        StoreError: It cannot be opened; nothing was touched.
        CouldNot: There is no terminal for the screens.
    """
    look = _look(place, accept=options.trotzdem)
    if options.linear:
        return _linear(place, output, accept=options.trotzdem, note=note)
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()):
        raise CouldNot(Could.NO_TERMINAL)

    from gartenjahr_tui.app import run

    return run(place, look, accept=options.trotzdem, note=note, ascii_only=options.ascii)


def _look(place: paths.Paths, *, accept: bool) -> glance.Glance | None:
    """Look at the garden before anything big is imported, so that a fault is told at once."""
    if not accept and not place.folder.exists():
        # The stick is not in: no folder is made in its place.
        marker.check(place.file, None, 0)
    paths.make_folder(place.folder)
    look = glance.look(place.file)
    if not accept and look is not None:
        marker.check(place.file, look.garden, look.changes)
    elif not accept and not place.file.exists():
        marker.check(place.file, None, 0)
    return look


def _linear(place: paths.Paths, output: Output, *, accept: bool, note: str) -> int:
    """Open a garden line by line."""
    from gartenjahr_tui import linear
    from gartenjahr_tui.workbook.book import open_workbook

    book = open_workbook(read_guide(), place, accept=accept)
    code = 0
    try:
        with _interruptible():
            if note:
                print(note, file=output, flush=True)
            code = linear.run(book, standard_input(), output)
    finally:
        saved = book.close()
    if not saved:
        raise CouldNot(Could.PUT_ASIDE)
    return code


@contextmanager
def _interruptible() -> Iterator[None]:
    """Let the end of the terminal or a shutdown count as the end of input, so that all is saved."""

    def interrupt(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    names = [name for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), interrupt) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            with contextlib.suppress(ValueError):
                signal.signal(getattr(signal, name), handler)


def _emit(text: str, output: Output) -> None:
    """Write everything now.

    Raises:
        BrokenPipeError: Nobody reads it any more.
        CouldNot: The disk the output goes to is full or broken.
    """
    try:
        output.write(text)
        output.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        if sys.platform == "win32" and error.errno == 22:
            raise BrokenPipeError from error  # what Windows says of a closed pipe
        raise CouldNot(Could.OUTPUT.format(reason=error.strerror)) from error
