"""What the home screen shows, from a first glance at the file or from the open workbook.

The workbook keeps a copy of its home page among the settings, so that the first frame needs neither
the ORM nor the guide. Quarter, season and the year that is due are worked out from the copy each
time; once the workbook is open the page is made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from gartenjahr_tui import __version__
from gartenjahr_tui.garden.picture import Picture, packed, picture, unpacked
from gartenjahr_tui.garden.targets import (
    Page,
    Target,
    ToList,
    ToPrompt,
    ToStep,
    packed_target,
    unpacked_target,
)
from gartenjahr_tui.words.garden import PictureWords as garden_words
from gartenjahr_tui.words.rhythm import DueWords as due_words
from gartenjahr_tui.words.screens import HomeWords as words
from gartenjahr_tui.workbook import years
from gartenjahr_tui.workbook.patterns import like
from gartenjahr_tui.workbook.progress import Progress
from gartenjahr_tui.workbook.states import AnswerState

if TYPE_CHECKING:
    from gartenjahr_tui.garden.due import Due
    from gartenjahr_tui.guide.model import Chapter, Guide, Prompt, Question, Section
    from gartenjahr_tui.store.glance import Glance
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.cards import Cards
    from gartenjahr_tui.workbook.plain import Bookmark

StateOf = Callable[["Prompt"], AnswerState]

KEPT = "home"
"""Key of the setting that holds the copy."""

AS_LIST = "garden_as_list"
"""Key of the setting: whether the garden is shown as a list instead of a picture."""

MOST_NOW = 5
"""Lines under „Jetzt dran“: more than these nobody takes in."""

SEEDS = ToList("saeen", "seed")

MOST_KEPT = 60
"""Plants that are kept for the first frame."""

_PAGE = {
    **{"version": str, "path": str, "question": str, "fresh": bool, "short": bool},
    "due_beyond": int,
    "due": [{"target": object, "ticks": bool, str: str}],
    "waiting": [{"target": object, "ticks": bool, str: str}],
    "steps": [{"number": int, "progress": {str: int}, str: str}],
    "picture": {"beds": [{"plants": [[str]], "more": int, str: str}], str: int},
}
"""What the copy holds."""


@dataclass(frozen=True)
class Place:
    """Somewhere a line of the home screen leads.

    Attributes:
        target: Where.
        text: What the line says.
        sign: The sign before it.
        name: The part of the text that may be cut where there is little room.
        short: Other words for little room; empty for the same ones.
        key: Key of what is due, see :mod:`gartenjahr_tui.garden.due`; empty for anything else.
        card: Id of the card it is about; empty for none.
        ticks: Whether it can be marked as done.
    """

    target: Target
    text: str
    sign: str = ""
    name: str = ""
    short: str = ""
    key: str = ""
    card: str = ""
    ticks: bool = False


@dataclass(frozen=True)
class StepLine:
    """A step with how far it is.

    Attributes:
        id: Id of the chapter.
        number: Its number, 0 to 4.
        title: Its name.
        lead: What it is for.
        progress: How far it is; None as long as nobody has looked.
    """

    id: str
    number: int
    title: str
    lead: str
    progress: Progress | None = None


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
        fresh: Whether it is the first day, on which nothing has been begun yet.
        due: What is due, most urgent first, as much of it as can be shown.
        due_beyond: How much more is due.
        waiting: Questions that are begun or put off.
        steps: The five steps.
        picture: What grows in the garden.
        as_list: Whether it is shown as a list.
        short: Whether the one who writes goes the short way.
        today: The day it is.
        folder: Where the data lies.
    """

    library: str
    year_number: int
    newest_year: int
    start_month: int
    resume: Place
    steps: tuple[StepLine, ...]
    today: date
    folder: str
    question: str = ""
    fresh: bool = False
    due: tuple[Place, ...] = ()
    due_beyond: int = 0
    waiting: tuple[Place, ...] = ()
    picture: Picture = field(default_factory=Picture)
    as_list: bool = False
    short: bool = False

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
        """The step that fits the quarter, or the first day, in a sentence."""
        if self.fresh:
            return words.FIRST_DAY
        step = self.steps[self.quarter]
        return words.PROPOSAL.format(number=step.number, step=step.title, lead=step.lead)

    @property
    def year_due(self) -> int | None:
        """Number of the year that has begun by the calendar and not yet in the garden."""
        by_calendar = years.year_of(self.today, self.start_month)
        return by_calendar if by_calendar > self.newest_year else None

    @property
    def now(self) -> tuple[Place, ...]:
        """What is due, then what is begun or waiting, and no more than one takes in."""
        lines = (*self.due, *self.waiting)
        beyond = len(lines) + self.due_beyond - MOST_NOW
        if beyond <= 0:
            return lines
        return (*lines[:MOST_NOW], Place(Page.DUE, due_words.MORE.format(count=beyond)))

    @property
    def around(self) -> tuple[Place, ...]:
        """What belongs to the garden beside the plants: partners, seeds, compost."""
        return tuple(_around(self.picture))


def from_glance(
    look: Glance | None, today: date, folder: str, read_guide: Callable[[], Guide]
) -> Home:
    """The home screen before the workbook is open; a new garden has no glance.

    The guide is read only when there is no copy of the page to show.
    """
    facts: dict[str, Any] = {"today": today, "folder": folder}
    if look is None:
        year = years.year_of(today, 1)
        facts |= {"library": "", "year_number": year, "newest_year": year, "start_month": 1}
        return _home(
            read_guide(),
            lambda _: AnswerState.OPEN,
            lambda step: Progress(0, 0, len(step.questions)),
            None,
            **facts,
        )
    facts |= {
        "library": look.library,
        "year_number": look.year,
        "newest_year": look.year,
        "start_month": look.start_month,
        "as_list": bool(look.settings.get(AS_LIST)),
    }
    kept = look.settings.get(KEPT)
    if kept and like(_PAGE, kept) == kept and kept.get("version") == __version__:
        with suppress(LookupError, TypeError, ValueError):
            return _unpacked(kept, **facts)
    return _simple(read_guide(), **facts)


def from_book(book: Workbook, year: int | None = None) -> Home:
    """The home screen of the open workbook, for the year looked at or another one."""
    from gartenjahr_tui.garden import ways  # the first frame has no cards to look at
    from gartenjahr_tui.garden.due import due

    number = book.year if year is None else year
    lines = due(book)
    return _home(
        book.guide,
        lambda prompt: book.state(prompt, number),
        lambda step: ways.progress(book, step.sections, number),
        _where(book),
        first_left=0 if ways.first_day(book) else ways.left_of_first_day(book),
        short=ways.chosen(book) == ways.SHORT,
        due=tuple(_place_of(line) for line in lines[:MOST_NOW]),
        due_beyond=max(0, len(lines) - MOST_NOW),
        picture=picture(book, number),
        as_list=bool(book.setting(AS_LIST)),
        library=book.profile.library,
        year_number=number,
        newest_year=book.newest_year,
        start_month=book.profile.start_month,
        today=book.today,
        folder=str(book.paths.folder),
    )


def keep(book: Workbook) -> None:
    """Keep a copy of the page for the next start; it shows the newest year."""
    home = from_book(book, book.newest_year)
    book.remember(KEPT, {"version": __version__, **_packed(home)})


def turn(book: Workbook) -> None:
    """Show the garden as a list from now on, or as a picture again."""
    book.remember(AS_LIST, not book.setting(AS_LIST))


def _packed(home: Home) -> dict[str, Any]:
    return {
        "path": home.resume.text,
        "question": home.question,
        "fresh": home.fresh,
        "short": home.short,
        "due": [*map(_packed_place, home.due)],
        "due_beyond": home.due_beyond,
        "waiting": [*map(_packed_place, home.waiting)],
        "steps": [asdict(step) for step in home.steps],
        "picture": packed(home.picture.first(MOST_KEPT)),
    }


def _unpacked(kept: dict[str, Any], **facts: Any) -> Home:
    due = tuple(map(_unpacked_place, kept["due"]))
    steps = ({**step, "progress": Progress(**step["progress"])} for step in kept["steps"])
    return Home(
        resume=Place(Page.RESUME, kept["path"]),
        question=kept["question"],
        fresh=kept["fresh"],
        short=kept["short"],
        due=_with_new_year(due, **facts),
        due_beyond=kept["due_beyond"],
        waiting=tuple(map(_unpacked_place, kept["waiting"])),
        steps=tuple(StepLine(**step) for step in steps),
        picture=unpacked(kept["picture"]),
        **facts,
    )


def _packed_place(place: Place) -> dict[str, Any]:
    return {**asdict(place), "target": packed_target(place.target)}


def _unpacked_place(kept: dict[str, Any]) -> Place:
    return Place(**{**kept, "target": unpacked_target(kept["target"])})


def _simple(guide: Guide, **facts: Any) -> Home:
    """The page of a garden that has kept no copy: what was done in it shows in a moment."""
    return Home(
        resume=Place(Page.RESUME, words.SOON),
        due=_with_new_year((), **facts),
        steps=tuple(StepLine(c.id, c.number or 0, c.title, c.lead) for c in guide.steps),
        **facts,
    )


def _home(
    guide: Guide,
    state_of: StateOf,
    far: Callable[[Chapter], Progress],
    where: tuple[str, str] | None,
    first_left: int = 0,
    **facts: Any,
) -> Home:
    path, question = where or (words.FIRST.format(title=guide.beginning.title), "")
    return Home(
        resume=Place(Page.RESUME, path),
        question=question,
        fresh=where is None,
        waiting=(*_first_day(guide, first_left), *waiting(guide, state_of)),
        steps=tuple(StepLine(c.id, c.number or 0, c.title, c.lead, far(c)) for c in guide.steps),
        **facts,
    )


def _place_of(line: Due) -> Place:
    """A line of what is due as the home screen shows it."""
    named = {name: getattr(line, name) for name in ("sign", "name", "key", "card", "ticks")}
    return Place(line.target, line.full, short=line.short or line.text, **named)


def _with_new_year(
    due: tuple[Place, ...], *, today: date, newest_year: int, start_month: int, **_: Any
) -> tuple[Place, ...]:
    """The lines kept, with the year that has begun since they were."""
    year = years.year_of(today, start_month)
    if year <= newest_year or any(place.target == Page.OVERWINTER for place in due):
        return due
    label = years.year_label(year, start_month)
    text, short = due_words.YEAR.format(year=label), due_words.YEAR_SHORT.format(year=label)
    new = Place(Page.OVERWINTER, text, "☼", short=short, key=f"year/{year}")
    return (new, *due)[:MOST_NOW]


def _where(book: Workbook) -> tuple[str, str] | None:
    """Path and words of the question where one goes on; None at the start of the first day."""
    from gartenjahr_tui.garden import ways

    guide, mark = book.guide, book.bookmark
    if first := ways.first_day(book):
        title = guide.beginning.title
        return None if book.untouched else _path(title, *first)
    if mark and mark.subject and (found := _where_on_card(book.cards, mark)):
        return found
    if place := ways.resumed(book):
        section, asked = place
        return _path(guide.chapter(section.id.partition(".")[0]).title, section, asked)
    return words.ALL_DONE, ""


def _path(title: str, section: Section, asked: Question) -> tuple[str, str]:
    return words.QUESTION_PATH.format(step=title, section=section.short), asked.ask


def _where_on_card(cards: Cards, bookmark: Bookmark) -> tuple[str, str] | None:
    card = cards.get(bookmark.subject)
    if card is None or card.deleted:
        return None
    form = cards.form(card)
    if form.confidential:
        # The home screen is seen by whoever passes by.
        return form.item, ""
    path = words.CARD.format(item=form.item, title=cards.title(card))
    prompt = form.prompts.get(bookmark.prompt)
    if prompt is None:
        return path, ""
    return f"{path} › {form.section_of(prompt.id).short}", prompt.ask


def _first_day(guide: Guide, left: int) -> Iterable[Place]:
    if left:
        title = guide.beginning.title
        text = words.FIRST_LEFT[left > 1].format(title=title, count=left)
        yield Place(ToStep(guide.beginning.id), text, "…")


def waiting(guide: Guide, state_of: StateOf) -> Iterable[Place]:
    """Where questions are begun or put off, step by step."""
    for state, sign, sentence in (
        (AnswerState.BEGUN, "…", words.BEGUN),
        (AnswerState.LATER, "→", words.LATER),
    ):
        for step in guide.steps:
            found = [prompt for prompt in step.prompts if state_of(prompt) is state]
            if found:
                word = words.QUESTION[0 if len(found) == 1 else 1]
                text = sentence.format(count=len(found), word=word, step=step.title)
                yield Place(ToPrompt(found[0].id), text, sign)


def _around(picture: Picture) -> Iterable[Place]:
    count = picture.partners
    partners = garden_words.PARTNERS.format(count=count) if count else garden_words.NO_PARTNERS
    yield Place(ToStep("partner"), partners)
    waiting = picture.seeds_waiting
    parts = [garden_words.IN_BAG.format(count=picture.seeds_in_bag)] if picture.seeds_in_bag else []
    parts += [garden_words.WAITING[waiting > 1].format(count=waiting)] if waiting else []
    seeds = garden_words.SEEDS.format(parts=", ".join(parts)) if parts else garden_words.NO_SEEDS
    yield Place(SEEDS, seeds)
    if picture.compost:
        # Discarded seeds stand in the list of seeds, ended partnerships in theirs.
        where = ToList("pflegen", "partnership") if picture.ended else SEEDS
        yield Place(where, garden_words.COMPOST.format(count=picture.compost))
