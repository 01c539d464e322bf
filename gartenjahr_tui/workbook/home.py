"""What the home screen shows, from a first glance at the file or from the open workbook.

Imports no ORM: the first frame is made from here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from gartenjahr_tui.guide.model import Chapter, Guide, Prompt
from gartenjahr_tui.store.glance import Glance
from gartenjahr_tui.words import Home as words
from gartenjahr_tui.workbook import years
from gartenjahr_tui.workbook.plain import Bookmark, bookmark_from
from gartenjahr_tui.workbook.progress import Progress, best_state, progress
from gartenjahr_tui.workbook.values import AnswerState

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

StateOf = Callable[[Prompt], AnswerState]


@dataclass(frozen=True)
class Place:
    """Somewhere a line of the home screen leads.

    Attributes:
        action: The app's action.
        text: What the line says.
        sign: The sign before it.
    """

    action: str
    text: str
    sign: str = ""


@dataclass(frozen=True)
class StepLine:
    """A step with how far it is."""

    chapter: Chapter
    progress: Progress


@dataclass(frozen=True)
class Home:
    """Everything the home screen shows.

    Attributes:
        library: Name of the library, may be empty.
        year: „2026“ or „2026/27“.
        season: „Herbst · 4. Quartal“.
        quarter: Quarter of the garden year, 1 to 4.
        resume: Where Enter goes on; the question's path, and the question.
        question: The question one stopped at, may be empty.
        fresh: Whether nothing has been begun yet.
        now: What is begun, waiting or due, most urgent first.
        steps: The five steps.
        proposal: The step that fits the quarter, in a sentence.
        folder: Where the data lies.
    """

    library: str
    year: str
    season: str
    quarter: int
    resume: Place
    question: str
    fresh: bool
    now: tuple[Place, ...]
    steps: tuple[StepLine, ...]
    proposal: str
    folder: str


def from_glance(guide: Guide, look: Glance | None, today: date, folder: str) -> Home:
    """The home screen before the workbook is open; ``look`` is None for a new garden."""
    states: dict[str, list[AnswerState]] = {}
    own: dict[str, AnswerState] = {}
    for prompt_id, voice, state in look.answers if look else ():
        states.setdefault(prompt_id, []).append(AnswerState(state))
        if look and voice == look.voice:
            own[prompt_id] = AnswerState(state)

    def state_of(prompt: Prompt) -> AnswerState:
        if prompt.personal or prompt.confidential:
            return own.get(prompt.id, AnswerState.OPEN)
        return best_state(states.get(prompt.id, ()))

    start = look.start_month if look else 1
    year = look.year if look else years.year_of(today, start)
    bookmark = bookmark_from(look.settings.get("bookmark")) if look else None
    library = look.library if look else ""
    return _home(guide, library, year, start, bookmark, state_of, today, folder, newest=year)


def from_book(book: Workbook) -> Home:
    """The home screen of the open workbook."""
    return _home(
        book.guide,
        book.profile.library,
        book.year,
        book.profile.start_month,
        book.bookmark,
        book.state,
        book.today,
        str(book.paths.folder),
        newest=book.newest_year,
    )


def _home(
    guide: Guide,
    library: str,
    year: int,
    start_month: int,
    bookmark: Bookmark | None,
    state_of: StateOf,
    today: date,
    folder: str,
    *,
    newest: int,
) -> Home:
    steps = tuple(StepLine(step, progress(step.prompts, state_of)) for step in guide.steps)
    quarter = years.quarter_of(today, start_month)
    fitting = guide.steps[quarter]
    fresh = bookmark is None or bookmark.prompt not in guide.prompts
    path, question = _where(guide, None if fresh else bookmark)
    return Home(
        library=library,
        year=years.year_label(year, start_month),
        season=words.QUARTER.format(season=years.season_of(today), quarter=quarter),
        quarter=quarter,
        resume=Place("app.resume", path),
        question=question,
        fresh=fresh,
        now=tuple(_now(guide, newest, start_month, state_of, today)),
        steps=steps,
        proposal=words.PROPOSAL.format(
            number=fitting.number, step=fitting.title, lead=fitting.lead
        ),
        folder=folder,
    )


def _where(guide: Guide, bookmark: Bookmark | None) -> tuple[str, str]:
    if bookmark is None:
        return words.FIRST_STEP, ""
    prompt = guide.prompts[bookmark.prompt]
    section = guide.section_of(prompt.id)
    number = section.prompts.index(prompt) + 1
    chapter = guide.chapter(prompt.chapter)
    path = f"{chapter.title} › {section.short} › Frage {number} von {len(section.prompts)}"
    return path, prompt.ask


def _now(
    guide: Guide, newest: int, start_month: int, state_of: StateOf, today: date
) -> Iterable[Place]:
    by_calendar = years.year_of(today, start_month)
    if by_calendar > newest:
        label = years.year_label(by_calendar, start_month)
        yield Place("app.begin_due_year", words.NEW_YEAR.format(year=label), "☼")
    for state, sign, sentence in (
        (AnswerState.BEGUN, "…", words.BEGUN),
        (AnswerState.LATER, "→", words.LATER),
    ):
        for step in guide.steps:
            waiting = [prompt for prompt in step.prompts if state_of(prompt) is state]
            if waiting:
                word = words.QUESTION[0 if len(waiting) == 1 else 1]
                text = sentence.format(count=len(waiting), word=word, step=step.title)
                yield Place(f"app.prompt('{waiting[0].id}')", text, sign)
