"""What the home screen shows, from a first glance at the file or from the open workbook.

The workbook keeps a copy of its home page among the settings, so that the first frame needs neither
the ORM nor the guide. What depends on the day is worked out from the copy each time; once the
workbook is open the page is made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from gartenjahr_tui import __version__
from gartenjahr_tui.words import Home as words
from gartenjahr_tui.workbook import years
from gartenjahr_tui.workbook.progress import Progress, best_state, progress
from gartenjahr_tui.workbook.states import AnswerState

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Guide, Prompt
    from gartenjahr_tui.store.glance import Glance
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Bookmark

StateOf = Callable[["Prompt"], AnswerState]

KEPT = "home"
"""Key of the setting that holds the copy."""


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
    """A step with how far it is.

    Attributes:
        id: Id of the chapter.
        number: Its number, 0 to 4.
        title: Its name.
        lead: What it is for.
        progress: How far it is.
    """

    id: str
    number: int
    title: str
    lead: str
    progress: Progress


@dataclass(frozen=True)
class Home:
    """Everything the home screen shows.

    Attributes:
        library: Name of the library, may be empty.
        year_number: The garden year looked at.
        newest_year: The newest garden year.
        start_month: First month of the garden year.
        resume: Where Enter goes on: the path of the question.
        question: The question one stopped at, may be empty.
        fresh: Whether nothing has been begun yet.
        waiting: What is begun or put off.
        steps: The five steps.
        today: The day it is.
        folder: Where the data lies.
    """

    library: str
    year_number: int
    newest_year: int
    start_month: int
    resume: Place
    question: str
    fresh: bool
    waiting: tuple[Place, ...]
    steps: tuple[StepLine, ...]
    today: date
    folder: str

    @property
    def year(self) -> str:
        """„2026“ or „2026/27“."""
        return years.year_label(self.year_number, self.start_month)

    @property
    def quarter(self) -> int:
        """Quarter of the garden year, 1 to 4."""
        return years.quarter_of(self.today, self.start_month)

    @property
    def season(self) -> str:
        """„Herbst · 4. Quartal“."""
        return words.QUARTER.format(season=years.season_of(self.today), quarter=self.quarter)

    @property
    def proposal(self) -> str:
        """The step that fits the quarter, in a sentence."""
        step = self.steps[self.quarter]
        return words.PROPOSAL.format(number=step.number, step=step.title, lead=step.lead)

    @property
    def now(self) -> tuple[Place, ...]:
        """What is due, begun or waiting, most urgent first."""
        by_calendar = years.year_of(self.today, self.start_month)
        if by_calendar <= self.newest_year:
            return self.waiting
        label = years.year_label(by_calendar, self.start_month)
        due = Place("app.begin_due_year", words.NEW_YEAR.format(year=label), "☼")
        return (due, *self.waiting)


def from_glance(
    look: Glance | None, today: date, folder: str, read_guide: Callable[[], Guide]
) -> Home:
    """The home screen before the workbook is open.

    Args:
        look: The glance; None for a new garden.
        today: The day it is.
        folder: Where the data lies.
        read_guide: Called only when there is no copy of the page to show.
    """
    kept = look.settings.get(KEPT) if look else None
    if look and isinstance(kept, dict) and kept.get("version") == __version__:
        try:
            return _unpacked(kept, look, today, folder)
        except (KeyError, TypeError):
            pass
    from gartenjahr_tui.workbook.plain import bookmark_from

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

    year = look.year if look else years.year_of(today, 1)
    return _home(
        read_guide(),
        state_of,
        bookmark_from(look.settings.get("bookmark")) if look else None,
        library=look.library if look else "",
        year_number=year,
        newest_year=year,
        start_month=look.start_month if look else 1,
        today=today,
        folder=folder,
    )


def from_book(book: Workbook, year: int | None = None) -> Home:
    """The home screen of the open workbook, for the year looked at or another one."""
    number = book.year if year is None else year
    return _home(
        book.guide,
        lambda prompt: book.state(prompt, number),
        book.bookmark,
        library=book.profile.library,
        year_number=number,
        newest_year=book.newest_year,
        start_month=book.profile.start_month,
        today=book.today,
        folder=str(book.paths.folder),
    )


def keep(book: Workbook) -> None:
    """Keep a copy of the page for the next start, when the newest year is shown."""
    home = from_book(book, book.newest_year)
    book.remember(KEPT, {"version": __version__, **_packed(home)})


def _packed(home: Home) -> dict[str, Any]:
    return {
        "path": home.resume.text,
        "question": home.question,
        "fresh": home.fresh,
        "waiting": [asdict(place) for place in home.waiting],
        "steps": [asdict(step) for step in home.steps],
    }


def _unpacked(kept: dict[str, Any], look: Glance, today: date, folder: str) -> Home:
    steps = ({**step, "progress": Progress(**step["progress"])} for step in kept["steps"])
    return Home(
        library=look.library,
        year_number=look.year,
        newest_year=look.year,
        start_month=look.start_month,
        resume=Place("app.resume", kept["path"]),
        question=kept["question"],
        fresh=kept["fresh"],
        waiting=tuple(Place(**place) for place in kept["waiting"]),
        steps=tuple(StepLine(**step) for step in steps),
        today=today,
        folder=folder,
    )


def _home(guide: Guide, state_of: StateOf, bookmark: Bookmark | None, **facts: Any) -> Home:
    fresh = bookmark is None or bookmark.prompt not in guide.prompts
    path, question = _where(guide, None if fresh else bookmark)
    return Home(
        resume=Place("app.resume", path),
        question=question,
        fresh=fresh,
        waiting=tuple(_waiting(guide, state_of)),
        steps=tuple(
            StepLine(c.id, c.number or 0, c.title, c.lead, progress(c.prompts, state_of))
            for c in guide.steps
        ),
        **facts,
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


def _waiting(guide: Guide, state_of: StateOf) -> Iterable[Place]:
    for state, sign, sentence in (
        (AnswerState.BEGUN, "…", words.BEGUN),
        (AnswerState.LATER, "→", words.LATER),
    ):
        for step in guide.steps:
            found = [prompt for prompt in step.prompts if state_of(prompt) is state]
            if found:
                word = words.QUESTION[0 if len(found) == 1 else 1]
                text = sentence.format(count=len(found), word=word, step=step.title)
                yield Place(f"app.prompt('{found[0].id}')", text, sign)
