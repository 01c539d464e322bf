"""Answers to the guide's questions, gathered once and written as text, Markdown or JSON.

:func:`gather` takes what may be told – guarded answers only when they are asked for, personal ones
only if they are one's own –, and the three writers turn the same :class:`Answers` into a string.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.told import told
from gartenjahr_tui.guide.model import GUARDED, NOTHING, Chapter, Guide, Prompt, Takes
from gartenjahr_tui.guide.source import SOURCE_LINE
from gartenjahr_tui.reports.markdown import answer_blocks, escaped
from gartenjahr_tui.words.cli import ReportWords as words
from gartenjahr_tui.workbook.plain import Answer
from gartenjahr_tui.workbook.values import value_text

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook


@dataclass(frozen=True)
class Item:
    """One answer with its surroundings; the guide of this version may not have the question."""

    answer: Answer
    prompt: Prompt | None
    year: str
    person: str

    @property
    def guarded(self) -> bool:
        """Whether it may be shown only on request; so is what an unknown question says."""
        return self.prompt is None or self.prompt.guarded

    @property
    def ask(self) -> str:
        """What was asked."""
        return self.prompt.ask if self.prompt else self.answer.key.prompt

    @property
    def asked(self) -> str:
        """What was asked, with the sign beside an addition."""
        return self.prompt.asked if self.prompt else self.ask

    @property
    def text(self) -> str:
        """The answer as plain German text."""
        return value_text(self.prompt, self.answer.value)


@dataclass(frozen=True)
class Answers:
    """What a report holds, by year, in the guide's order, by voice.

    Those left out are guarded and come when they are asked for.
    """

    guide: Guide
    library: str
    items: tuple[Item, ...]
    voices: int
    left_out: int


def gather(
    book: Workbook,
    *,
    year: int | None = None,
    step: Chapter | None = None,
    confidential: bool = False,
) -> Answers:
    """Gather the answers of a workbook: all, or only those of a garden year or a chapter.

    Guarded ones are in only if ``confidential``, personal ones only of the one who writes.
    """
    people = {voice.id: voice.name for voice in book.voices}

    def told_of(takes: Takes) -> Iterator[Item]:
        for answer in told(book, takes).all_answers():
            key = answer.key
            prompt, chapter = book.guide.prompts.get(key.prompt), key.prompt.partition(".")[0]
            if year in (None, key.year) and (step is None or chapter == step.id):
                yield Item(answer, prompt, book.year_label(key.year), people[key.voice])

    shown, every = tuple(told_of(GUARDED if confidential else NOTHING)), tuple(told_of(GUARDED))
    voices, more = len(book.voices), len(every) - len(shown)
    return Answers(book.guide, book.profile.library, shown, voices, more)


def as_json(answers: Answers, *, ascii_only: bool = False) -> str:
    """The answers as a JSON list of objects with German keys."""
    return json.dumps([_object(item) for item in answers.items], ensure_ascii=ascii_only, indent=2)


def _object(item: Item) -> dict[str, object]:
    answer, prompt = item.answer, item.prompt
    return {
        "frage": answer.key.prompt,
        "quelle": list(prompt.quelle) if prompt else [],
        "fragen": list(prompt.fragen) if prompt else [],
        "jahr": answer.key.year,
        "person": item.person,
        "stand": answer.state.word,
        "wert": answer.value,
        "text": item.text,
        "zeit": answer.changed_at.isoformat() if answer.changed_at else None,
        "vertraulich": item.guarded,
    }


def as_text(answers: Answers, width: int = 78) -> str:
    """The answers as plain text; what the person wrote keeps its own lines, however wide."""

    def wrapped(text: str, indent: str = "") -> str:
        return textwrap.fill(
            text, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
        )

    def question(item: Item) -> str:
        text = textwrap.indent(item.text or words.NO_TEXT, "    ")
        return f"{wrapped(item.asked)}\n{wrapped(_details(answers, item), '  ')}\n{text}"

    def heading(level: int, text: str) -> str:
        line = "-" if level == 3 else "="
        return f"{wrapped(text)}\n{line * min(len(text), width)}" if level < 4 else wrapped(text)

    return _document(answers, heading, question, wrapped)


def as_markdown(answers: Answers) -> str:
    """The answers as Markdown; what the person wrote stays text, whatever signs are in it."""

    def question(item: Item) -> str:
        head = f"**{escaped(item.asked)}**\n\n*{escaped(_details(answers, item))}*"
        return "\n\n".join([head, *answer_blocks(item.prompt, item.answer.value)])

    def heading(level: int, text: str) -> str:
        return f"{'#' * level} {escaped(text)}"

    return _document(answers, heading, question, escaped)


def _document(
    answers: Answers,
    heading: Callable[[int, str], str],
    question: Callable[[Item], str],
    paragraph: Callable[[str], str],
) -> str:
    """Headings and questions, grouped by year, step and section."""
    title = words.TITLE + (f" – {answers.library}" if answers.library else "")
    blocks = [heading(1, title)]
    for year, of_year in groupby(answers.items, lambda item: item.year):
        blocks.append(heading(2, words.YEAR.format(year=year)))
        for (chapter, section), items in groupby(of_year, lambda item: _place(answers, item)):
            blocks.append(heading(3, f"{chapter} › {section}" if section else chapter))
            blocks += (question(item) for item in items)
    if not answers.items:
        blocks.append(paragraph(words.NONE))
    if answers.left_out:
        left_out = words.LEFT_OUT[answers.left_out > 1]
        blocks.append(paragraph(left_out.format(count=answers.left_out)))
    return "\n\n".join([*blocks, paragraph(SOURCE_LINE)]) + "\n"


def _place(answers: Answers, item: Item) -> tuple[str, str]:
    """Titles of the step and section a question stands in."""
    if item.prompt is None:
        return words.FORMER, ""
    chapter = answers.guide.chapter(item.prompt.chapter)
    section = answers.guide.section_of(item.prompt.id)
    return words.STEP.format(number=chapter.number, title=chapter.title), section.title


def _details(answers: Answers, item: Item) -> str:
    """Person, state and what is special about a question, in a line."""
    parts = [words.PERSON.format(person=item.person)] if answers.voices > 1 else []
    parts.append(item.answer.state.word)
    parts += [words.CONFIDENTIAL] if item.guarded else []
    return " · ".join(parts)
