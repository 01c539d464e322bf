"""The log of changes: what, when, by whom – never what was written, nor whom it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.targets import Page, Target, ToCard, ToPrompt
from gartenjahr_tui.words.rhythm import LogWords as words
from gartenjahr_tui.workbook.dates import shown_date

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Noted

MOST = 200
"""Changes that are shown at most."""


@dataclass(frozen=True)
class LoggedChange:
    """One change.

    Attributes:
        when: Local time of its last moment.
        who: Name of the one who wrote; empty where nobody else writes.
        what: What was changed, in German.
        target: Where it can be looked at: the card, the question in its year, or else the years.
    """

    when: datetime
    who: str
    what: str
    target: Target = Page.YEARS

    @property
    def text(self) -> str:
        """What, and who where there are several."""
        return words.BY.format(what=self.what, who=self.who) if self.who else self.what

    @property
    def spoken(self) -> str:
        """All of it in one line."""
        day, time = shown_date(self.when.date().isoformat()), f"{self.when:%H:%M}"
        return words.SPOKEN.format(day=day, time=time, what=self.text)


def log(book: Workbook, most: int = MOST) -> list[LoggedChange]:
    """The latest changes, the latest first."""
    names = {voice.id: voice.name for voice in book.voices} if len(book.voices) > 1 else None
    return [_entry(book, noted, names) for noted in book.changes(most)]


def day_words(day: date, today: date) -> str:
    """„Heute“, or weekday and date."""
    if day == today:
        return words.TODAY
    return words.DAY.format(weekday=words.DAYS[day.weekday()], day=shown_date(day.isoformat()))


def _entry(book: Workbook, noted: Noted, names: Mapping[str, str] | None) -> LoggedChange:
    when = noted.at.astimezone()
    who = names.get(noted.voice, words.NOBODY) if names else ""
    what, target = _answer(book, noted) if noted.kind == "answer" else _other(book, noted)
    return LoggedChange(when, who, what, target)


def _answer(book: Workbook, noted: Noted) -> tuple[str, Target]:
    """What became of an answer, and the question in its year."""
    prompt = book.guide.prompts.get(noted.subject)
    step = book.guide.chapter(prompt.chapter).title if prompt else words.QUESTION
    sentence = words.ANSWERS.get(noted.action, words.ANSWERS["changed"])
    what = sentence.format(step=step, year=book.year_label(noted.year))
    there = prompt and noted.year in book.years
    return what, ToPrompt(noted.subject, noted.year) if there else Page.YEARS


def _other(book: Workbook, noted: Noted) -> tuple[str, Target]:
    """What became of a year or a card, and where that is."""
    if noted.kind == "year":
        return words.YEAR.format(year=book.year_label(noted.year)), Page.YEARS
    form = book.guide.forms.get(noted.kind)
    sentence = words.CARDS.get(noted.action, words.CARDS["changed"])
    what = sentence.format(item=form.item if form else words.CARD)
    return what, ToCard(noted.subject) if noted.subject in book.cards else Page.YEARS
