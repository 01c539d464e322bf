"""The garden in memory: what can be read of it without waiting for the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from gartenjahr_tui.guide.model import Guide, Prompt
from gartenjahr_tui.workbook import years
from gartenjahr_tui.workbook.patterns import like
from gartenjahr_tui.workbook.plain import (
    Answer,
    AnswerKey,
    Bookmark,
    Garden,
    Voice,
    bookmark_from,
)
from gartenjahr_tui.workbook.progress import Progress, best_state, progress
from gartenjahr_tui.workbook.states import AnswerState


class Memory:
    """What is known of a garden, seen by the one who writes, in the year looked at.

    Attributes:
        guide: The guide.
        garden_id: Identity of the garden, hex.
        profile: Whose garden it is.
        voices: Everybody who writes in it.
        voice: Who writes.
        year: Number of the garden year looked at.
    """

    def __init__(self, guide: Guide, garden: Garden, today: Callable[[], date]) -> None:
        """Take up where the garden was left: its last voice, its newest year."""
        self.guide = guide
        self._today = today
        self.garden_id = garden.id
        self.profile = garden.profile
        self.voices = garden.voices
        self._years = set(garden.years)
        self._settings = dict(garden.settings)
        self._answers = {a.key: a for a in garden.answers if not a.key.subject}
        self._views = {a.key: a for a in garden.answers if a.key.subject}
        last = self.common("voice")
        self.voice = next((v for v in self.voices if v.id == last), self.voices[0])
        self.year = self.newest_year

    # Years

    @property
    def years(self) -> tuple[int, ...]:
        """Numbers of all garden years, ascending."""
        return tuple(sorted(self._years))

    @property
    def newest_year(self) -> int:
        """The year in which one works."""
        return max(self._years)

    @property
    def year_due(self) -> int | None:
        """Number of the year that has begun by the calendar and not yet in the garden."""
        by_calendar = years.year_of(self._today(), self.profile.start_month)
        return by_calendar if by_calendar > self.newest_year else None

    def year_label(self, number: int | None = None) -> str:
        """„2026“ or „2026/27“; the year looked at when no number is given."""
        return years.year_label(self.year if number is None else number, self.profile.start_month)

    @property
    def today(self) -> date:
        """The day it is."""
        return self._today()

    def look_at(self, number: int) -> None:
        """Look at a year.

        Raises:
            KeyError: There is no such year.
        """
        if number not in self._years:
            raise KeyError(number)
        self.year = number

    # Answers

    def answer(self, prompt_id: str, year: int | None = None, voice: Voice | None = None) -> Answer:
        """The answer as it stands; an empty one when there is none."""
        key = self._key(prompt_id, year, voice)
        return self._answers.get(key) or Answer(key)

    def find_answer(self, key: AnswerKey) -> Answer | None:
        """The answer of this key; None when there is none."""
        return self._place_of(key).get(key)

    def _place_of(self, key: AnswerKey) -> dict[AnswerKey, Answer]:
        """Where an answer is kept: what is said about a card is apart from the guide's answers."""
        return self._views if key.subject else self._answers

    def views_of_cards(self, year: int | None = None) -> list[Answer]:
        """What single people said about cards, ever or in a year, beside what the cards say."""
        return [view for view in self._views.values() if year in (None, view.key.year)]

    def state(self, prompt: Prompt, year: int | None = None) -> AnswerState:
        """How far a question is: one's own answer, or the furthest of the team's."""
        answers = (self.answer(prompt.id, year, voice) for voice in self.heard(prompt))
        return best_state(answer.state for answer in answers)

    def progress(self, prompts: Iterable[Prompt]) -> Progress:
        """How far some questions are in the year looked at."""
        return progress(prompts, self.state)

    def heard(self, prompt: Prompt) -> tuple[Voice, ...]:
        """Whose answers may be read here: of personal and confidential ones one's own alone."""
        return (self.voice,) if prompt.own else self.voices

    def other_voices(self, prompt: Prompt) -> list[tuple[Voice, Answer]]:
        """What the others of the team answered; nothing for personal or confidential questions."""
        others = (voice for voice in self.heard(prompt) if voice != self.voice)
        answers = ((voice, self.answer(prompt.id, voice=voice)) for voice in others)
        return [(voice, answer) for voice, answer in answers if answer.value]

    def other_years(self, prompt_id: str) -> list[Answer]:
        """One's own answers to the same question in other years, the nearest year first."""
        keys = (self._key(prompt_id, number, None) for number in self._years if number != self.year)
        answers = [self._answers[key] for key in keys if key in self._answers]
        earlier = [answer for answer in answers if answer.value]
        return sorted(earlier, key=lambda a: (a.key.year > self.year, abs(a.key.year - self.year)))

    def all_answers(self) -> list[Answer]:
        """Every answer that is not empty, by year, in the guide's order, by voice."""
        order = {prompt_id: place for place, prompt_id in enumerate(self.guide.prompts)}
        people = {voice.id: place for place, voice in enumerate(self.voices)}
        touched = (a for a in self._answers.values() if a.state is not AnswerState.OPEN)
        return sorted(
            touched,
            key=lambda a: (a.key.year, order.get(a.key.prompt, len(order)), people[a.key.voice]),
        )

    def entries_of(self, year: int) -> list[Answer]:
        """Everything that was said in a year, about cards too."""
        said = (*self._answers.values(), *self._views.values())
        return [a for a in said if a.key.year == year and a.state is not AnswerState.OPEN]

    def _key(self, prompt_id: str, year: int | None, voice: Voice | None) -> AnswerKey:
        return AnswerKey(prompt_id, self.year if year is None else year, (voice or self.voice).id)

    # Settings

    def setting(self, key: str, pattern: Any = object) -> Any:
        """A setting of the one who writes.

        ``pattern`` is what is expected of it; see :func:`~gartenjahr_tui.workbook.plain.like`.

        Returns:
            As much of it as looks so: an empty list or dict, or else None, for nothing.
        """
        return like(pattern, self._settings.get((self.voice.id, key)))

    def common(self, key: str, pattern: Any = object) -> Any:
        """A setting of the whole garden; see :meth:`setting`."""
        return like(pattern, self._settings.get((self.garden_id, key)))

    def settings_of(self, owner: str) -> dict[str, Any]:
        """All settings of a voice, or of the garden, by their keys."""
        return {key: value for (whose, key), value in self._settings.items() if whose == owner}

    @property
    def bookmark(self) -> Bookmark | None:
        """Where the one who writes stopped last."""
        return bookmark_from(self.setting("bookmark"))
