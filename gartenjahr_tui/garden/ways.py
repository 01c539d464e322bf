"""The ways through the guide: the short one, the whole one, and how deep one looks back.

The content says which ways ask a question (``ways``); the whole guide asks all of them. Whoever
writes chooses and may change it at any moment. In the time of rest the answer how thoroughly to
look back decides instead, as soon as there is one. What is begun or put off is asked on every way,
so no text is ever out of sight.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.on_cards import progress_of, state_of
from gartenjahr_tui.guide.model import Prompt, Question, Section
from gartenjahr_tui.workbook.states import AnswerState

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Bookmark
    from gartenjahr_tui.workbook.progress import Progress

SHORT, WHOLE = "kurz", "ganz"
"""The ways one chooses between."""

KEPT = "way"
"""Key of the setting."""

SYSTEMATIC = "systematisch"
"""The depth of looking back that asks everything."""

DEPTH = "ruhen.tiefe"
"""The question how thoroughly one looks back (inventory 144)."""

UNTOUCHED = (AnswerState.OPEN, AnswerState.NOT_HERE)
"""States of a question that another way may leave out."""


def chosen(book: Workbook) -> str:
    """The way of the one who writes; gardens that know none go the whole one."""
    return SHORT if book.setting(KEPT) == SHORT else WHOLE


def begin(book: Workbook) -> None:
    """A garden that begins goes the short way, until somebody says otherwise."""
    if book.untouched and not book.read_only and book.setting(KEPT) is None:
        book.remember(KEPT, SHORT)


def choose(book: Workbook, way: str) -> None:
    """Go this way from now on."""
    book.remember(KEPT, way)


def other(book: Workbook) -> str:
    """The way one could change to."""
    return WHOLE if chosen(book) == SHORT else SHORT


def way_of(book: Workbook, chapter_id: str, year: int | None = None) -> str:
    """The way through a chapter: in the time of rest the depth that was chosen for the year."""
    if book.guide.prompts[DEPTH].chapter == chapter_id:
        depth = book.answer(DEPTH, book.year if year is None else year).value.get("choice", "")
        if depth:
            return WHOLE if depth == SYSTEMATIC else str(depth)
    return chosen(book)


def asked(
    book: Workbook, section: Section, seen: Collection[str] = (), year: int | None = None
) -> Section:
    """A section with what it asks on the way one goes, and what of it was ``seen`` already."""
    way = way_of(book, section.id.partition(".")[0], year)
    if way == WHOLE:
        return section

    def on_way(question: Question) -> bool:
        if way in question.ways or question.id in seen:
            return True
        return isinstance(question, Prompt) and book.state(question, year) not in UNTOUCHED

    left = tuple(question for question in section.questions if on_way(question))
    return section if left == section.questions else replace(section, questions=left)


def progress(book: Workbook, sections: Iterable[Section], year: int | None = None) -> Progress:
    """How far some sections are on the way one goes."""
    questions = (q for one in sections for q in asked(book, one, year=year).questions)
    return progress_of(book, questions, year)


Asked = tuple[Section, Question]
"""A question, and the section it is asked in."""


def resumed(book: Workbook) -> Asked | None:
    """The question one stopped at, or else the next on the way; None when all is done."""
    guide, mark = book.guide, book.bookmark
    found = _marked(guide.sections.values(), mark)
    if found and mark and (mark.screen != guide.beginning.id or _is_begun(book, found)):
        return found
    sections = (section for step in guide.steps for section in step.sections)
    on_way = (pair for section in sections for pair in _pairs([asked(book, section)]))
    return next((pair for pair in on_way if not state_of(book, pair[1]).settled), None)


def _pairs(sections: Iterable[Section]) -> Iterator[Asked]:
    return ((section, question) for section in sections for question in section.questions)


def _marked(sections: Iterable[Section], mark: Bookmark | None) -> Asked | None:
    if mark is None or mark.subject:
        return None
    return next((pair for pair in _pairs(sections) if pair[1].id == mark.prompt), None)


def _is_begun(book: Workbook, pair: Asked) -> bool:
    """Whether somebody was interrupted in the middle of an answer."""
    return state_of(book, pair[1]) is AnswerState.BEGUN


# The first day

FIRST_DAY = "first_day"
"""Key of the setting: whether the first day was begun."""


def first_day(book: Workbook) -> Asked | None:
    """Where the first day goes on; None once it is done, or where another garden was begun.

    An empty garden always begins there, wherever somebody has had a look meanwhile.
    """
    mark, first = book.bookmark, book.guide.beginning
    at_it = mark is not None and mark.screen == first.id
    if not (book.untouched or at_it):
        return None
    found = _marked(first.sections, mark) if at_it else None
    following = next(_untouched(book), None)
    return found if following and found and _is_begun(book, found) else following


def _untouched(book: Workbook) -> Iterator[Asked]:
    """What of the first day nobody has begun to answer."""
    for pair in _pairs(book.guide.beginning.sections):
        state = state_of(book, pair[1], book.newest_year)
        if not (state.settled or state is AnswerState.BEGUN):
            yield pair


def begin_first_day(book: Workbook) -> None:
    """Note that the first day was begun, so that what is left of it is not forgotten."""
    if not book.read_only:
        book.remember(FIRST_DAY, True)


def left_of_first_day(book: Workbook) -> int:
    """How many questions of a first day that was begun nobody has begun to answer."""
    return len(list(_untouched(book))) if book.setting(FIRST_DAY) else 0
