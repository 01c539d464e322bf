"""Prints the guide, or a part of it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gartenjahr_tui.cli.common import CouldNot, WrongCall, emit, width
from gartenjahr_tui.guide import coverage, lookup, render
from gartenjahr_tui.guide.model import Chapter, Exhibit, Section, Term
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.guide.source import SOURCE_LINE
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.cli import CliGuideWords, WrongWords

if TYPE_CHECKING:
    from types import SimpleNamespace as Options

    from gartenjahr_tui.terminal.console import Output


def leitfaden(options: Options, output: Output) -> int:
    """Print the guide, a part of it, or where each of its elements lives."""
    guide = read_guide()
    if options.abdeckung:
        missing = coverage.missing(guide)
        emit("\n".join(coverage.report(guide)) + "\n", output)
        if missing:
            raise CouldNot(CliGuideWords.INCOMPLETE.format(missing=", ".join(missing)))
        return 0
    columns = width()
    wanted = " ".join(options.section)
    lines = render.plain(_part(wanted, columns) if wanted else _whole(columns))
    emit(f"{lines}\n{textwrap.fill(SOURCE_LINE, columns, break_on_hyphens=False)}\n", output)
    return 0


def _whole(columns: int) -> Iterator[render.TextLine]:
    for chapter in read_guide().chapters:
        yield from render.chapter_lines(read_guide(), chapter, columns)
        yield render.BLANK
    yield from _glossary(columns)


def _glossary(columns: int) -> Iterator[render.TextLine]:
    yield render.TextLine(CliGuideWords.GLOSSARY, render.Role.HEADING)
    yield from render.glossary_lines(read_guide().glossary, columns)


def _part(wanted: str, columns: int) -> Iterator[render.TextLine]:
    """The lines of what a name means.

    Raises:
        WrongCall: It means nothing, or several things.
    """
    guide = read_guide()
    if folded(wanted) == lookup.GLOSSARY:
        yield from _glossary(columns)
        return
    found = lookup.find(guide, wanted)
    if not found:
        known = ", ".join([*(chapter.id for chapter in guide.chapters), lookup.GLOSSARY])
        raise WrongCall(WrongWords.SECTION.format(given=wanted, known=known))
    if len(found) > 1:
        names = ", ".join(map(_called, found))
        raise WrongCall(WrongWords.AMBIGUOUS.format(given=wanted, known=names))
    match found[0]:
        case Chapter() as chapter:
            yield from render.chapter_lines(guide, chapter, columns)
        case Section() as section:
            yield from render.section_lines(guide, section, columns)
            yield from render.question_lines(guide, section.questions, columns)
        case Exhibit() as exhibit:
            yield from render.exhibit_lines(exhibit, columns)
        case term:
            # Without the blank line that parts it from the term before.
            yield from list(render.glossary_lines((term,), columns))[1:]
            if term.see:
                yield render.BLANK
                yield render.TextLine(
                    CliGuideWords.SEE.format(places=", ".join(term.see)), render.Role.NOTE
                )


def _called(place: lookup.GuidePlace) -> str:
    """How a place is asked for, and what it is."""
    name = f"„{lookup.name_of(place)}“"
    return name if isinstance(place, Term) else f"{name} ({place.title})"
