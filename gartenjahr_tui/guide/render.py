"""The guide as lines of plain text with a role each: one rendering for screen, paper and pipe."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from gartenjahr_tui.guide.model import (
    ADDED,
    BlockKind,
    Chapter,
    Exhibit,
    ExhibitKind,
    Guide,
    OnCards,
    PassageBlock,
    Prompt,
    Question,
    Section,
    Term,
)

ADDED_MEANS = "Zusatz dieses Arbeitsbuchs, nicht aus dem Leitfaden"
"""What the sign beside a question or a word says."""

ART_WIDTH = 70
"""Columns a text graphic may need; where there are fewer, its words stand in."""


class Role(Enum):
    """What a line is; the face decides how that looks."""

    HEADING = auto()
    SUBHEADING = auto()
    LEAD = auto()
    TEXT = auto()
    ITEM = auto()
    ART = auto()
    QUOTE = auto()
    NOTE = auto()
    JUMP = auto()
    BLANK = auto()


@dataclass(frozen=True)
class TextLine:
    """One line of text, already wrapped."""

    text: str
    role: Role


BLANK = TextLine("", Role.BLANK)


def _wrap(text: str, width: int, role: Role, first: str = "", rest: str = "") -> Iterator[TextLine]:
    lines = textwrap.wrap(
        text, max(width, 20), initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )
    yield from (TextLine(line, role) for line in lines)


def chapter_lines(guide: Guide, chapter: Chapter, width: int = 76) -> Iterator[TextLine]:
    """A whole chapter with its questions."""
    yield from _wrap(chapter.heading, width, Role.HEADING)
    yield from _wrap(chapter.lead, width, Role.LEAD)
    for section in chapter.sections:
        yield BLANK
        yield from section_lines(guide, section, width)
        yield from question_lines(guide, section.questions, width)


def section_lines(guide: Guide, section: Section, width: int = 76) -> Iterator[TextLine]:
    """A section's passage."""
    yield from _wrap(section.title, width, Role.HEADING)
    yield from _wrap(section.lead, width, Role.LEAD)
    for block in section.blocks:
        yield BLANK
        yield from _block_lines(guide, block, width)


def _block_lines(guide: Guide, block: PassageBlock, width: int) -> Iterator[TextLine]:
    match block.kind:
        case BlockKind.TEXT:
            yield from _wrap(block.text, width, Role.TEXT)
        case BlockKind.LIST:
            for item in block.items:
                yield from _wrap(item, width, Role.ITEM, "• ", "  ")
        case BlockKind.SEE:
            yield from _wrap(f"{block.text}", width, Role.JUMP, "→ ", "  ")
        case BlockKind.SHOW:
            yield from exhibit_lines(guide.exhibits[block.target], width)


def question_lines(
    guide: Guide, questions: Sequence[Question], width: int = 76
) -> Iterator[TextLine]:
    """The questions of a section, without their fields; on which cards they are answered.

    What the sign of an addition means stands at the end.
    """
    for question in questions:
        yield BLANK
        yield from _wrap(question.asked, width, Role.SUBHEADING, "? ", "  ")
        if isinstance(question, OnCards):
            where = (
                f"wird auf den Karten der Liste „{guide.forms[question.kind].items}“ beantwortet"
            )
            yield from _wrap(where, width, Role.NOTE, "  ", "  ")
    yield from _legend([q for q in questions if isinstance(q, Prompt)], width)


def _legend(parts: Iterable[Prompt | Term], width: int) -> Iterator[TextLine]:
    if any(part.addition for part in parts):
        yield BLANK
        yield from _wrap(f"{ADDED} heißt: {ADDED_MEANS}", width, Role.NOTE)


def exhibit_lines(exhibit: Exhibit, width: int = 76) -> Iterator[TextLine]:
    """A figure, model, comparison, fact, tip or set of rules."""
    yield from _wrap(exhibit.title, width, Role.SUBHEADING)
    if exhibit.text:
        yield from _wrap(exhibit.text, width, Role.TEXT)
    match exhibit.kind:
        case ExhibitKind.FIGURE:
            yield from _figure_lines(exhibit, width)
        case ExhibitKind.COMPARISON:
            yield from _comparison_lines(exhibit, width)
        case ExhibitKind.FACT:
            yield from _fact_lines(exhibit, width)
        case ExhibitKind.RULES:
            for number, level in enumerate(exhibit.levels, 1):
                yield from _wrap(level.name, width, Role.ITEM, f"{number}. ", "   ")
                if level.text:
                    yield from _wrap(level.text, width, Role.NOTE, "   ", "   ")
        case _:
            for level in exhibit.levels:
                yield BLANK
                yield from _wrap(level.name, width, Role.SUBHEADING, "▪ ", "  ")
                yield from _wrap(level.text, width, Role.TEXT, "  ", "  ")
                if level.quote:
                    yield from _wrap(f"„{level.quote}“", width, Role.QUOTE, "  ", "  ")
                for criterion in level.criteria:
                    yield from _wrap(criterion, width, Role.ITEM, "  - ", "    ")


def _figure_lines(exhibit: Exhibit, width: int) -> Iterator[TextLine]:
    if width >= ART_WIDTH:
        yield from (TextLine(line.rstrip(), Role.ART) for line in exhibit.art.splitlines())
    else:
        yield from _wrap(exhibit.alt, width, Role.NOTE)


def _comparison_lines(exhibit: Exhibit, width: int) -> Iterator[TextLine]:
    if width < ART_WIDTH:
        for row in exhibit.levels:
            yield from _wrap(row.name, width, Role.SUBHEADING)
            yield from _wrap(f"{exhibit.left}: {row.text}", width, Role.ITEM, "  ", "  ")
            yield from _wrap(f"{exhibit.right}: {row.right}", width, Role.ITEM, "  ", "  ")
        return
    names = max(len(row.name) for row in exhibit.levels) + 2
    half = (width - names - 3) // 2

    def line(name: str, left: str, right: str, role: Role) -> TextLine:
        return TextLine(f"{name:<{names}}{left:<{half}} │ {right}".rstrip(), role)

    yield line("", exhibit.left, exhibit.right, Role.SUBHEADING)
    for row in exhibit.levels:
        yield TextLine("─" * names + "─" * (half + 1) + "┼" + "─" * (half + 1), Role.ART)
        left = textwrap.wrap(row.text, half)
        right = textwrap.wrap(row.right, half)
        for place in range(max(len(left), len(right), 1)):
            yield line(
                row.name if place == 0 else "",
                left[place] if place < len(left) else "",
                right[place] if place < len(right) else "",
                Role.TEXT,
            )


def _fact_lines(exhibit: Exhibit, width: int) -> Iterator[TextLine]:
    value = f"{exhibit.value} – {exhibit.provenance}" if exhibit.value else exhibit.provenance
    yield from _wrap(value, width, Role.QUOTE, "  ", "  ")
    if exhibit.note:
        yield from _wrap(exhibit.note, width, Role.NOTE, "  ", "  ")


def glossary_lines(terms: Sequence[Term], width: int = 76) -> Iterator[TextLine]:
    """The glossary, or a part of it; what the sign of an addition means."""
    for term in terms:
        yield BLANK
        name = f"{term.name} {ADDED}" if term.addition else term.name
        yield from _wrap(name, width, Role.SUBHEADING)
        yield from _wrap(term.text, width, Role.TEXT, "  ", "  ")
    yield from _legend(terms, width)


def plain(lines: Iterable[TextLine]) -> str:
    """The lines as plain text; headings are underlined."""
    out: list[str] = []
    for line in lines:
        out.append(line.text)
        if line.role is Role.HEADING:
            out.append("=" * len(line.text))
    return "\n".join(out) + "\n"
