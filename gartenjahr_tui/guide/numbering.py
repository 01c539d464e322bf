"""The number of each question: those of its step and section, and which of the section it is.

„1.2.3“ is the third question of the second section of step 1; „2.3“ on a card the third of its
second page. The section's number is its line in the outline, and what is typed in the linear
dialogue; sections without questions count as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gartenjahr_tui.guide.model import Guide, Section


@dataclass(frozen=True, slots=True)
class Position:
    """Where a question stands.

    Attributes:
        number: Its number, such as „1.2.3“.
        holder: The step with its number, or what a card of its kind is called.
        section: The section.
        section_number: „1.2“, or „2“ on a card.
        nth: Which question of its section it is, from 1.
        total: How many questions its section has.
    """

    number: str
    holder: str
    section: Section
    section_number: str
    nth: int
    total: int


def spots(guide: Guide) -> dict[str, Position]:
    """Id of a question → where it stands, for the guide's questions and those of all cards."""
    found: dict[str, Position] = {}
    for chapter in guide.chapters:
        known = chapter.number is not None
        holder = f"{chapter.number} {chapter.title}" if known else chapter.title
        found.update(_of(chapter.sections, holder, f"{chapter.number}." if known else ""))
    for form in guide.forms.values():
        found.update(_of(form.sections, form.item, ""))
    return found


def _of(sections: tuple[Section, ...], holder: str, prefix: str) -> Iterator[tuple[str, Position]]:
    for place, section in enumerate(sections, 1):
        total = len(section.questions)
        for nth, question in enumerate(section.questions, 1):
            within = f"{prefix}{place}"
            yield question.id, Position(f"{within}.{nth}", holder, section, within, nth, total)
