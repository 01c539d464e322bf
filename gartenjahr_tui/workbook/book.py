"""The open workbook: what screens, the linear dialogue and reports work with.

Answers of the guide's own questions live in memory while the workbook is open; reading never waits
for the disk, and writing goes through the :class:`~gartenjahr_tui.workbook.saver.Saver`.
"""

from __future__ import annotations

import atexit
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import col, select

from gartenjahr_tui import models
from gartenjahr_tui.guide.model import Guide, Prompt
from gartenjahr_tui.models.base import utc_now
from gartenjahr_tui.store.errors import open_error
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.store.store import Store, Transaction
from gartenjahr_tui.text import one_line
from gartenjahr_tui.workbook import years
from gartenjahr_tui.workbook.plain import (
    Answer,
    AnswerKey,
    Bookmark,
    KeptKey,
    NameKey,
    Profile,
    Version,
    Voice,
    bookmark_from,
)
from gartenjahr_tui.workbook.progress import Progress, best_state, progress
from gartenjahr_tui.workbook.saver import Saver, SaveStatus
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import (
    Value,
    common_length,
    length,
    merged,
    normalise,
    state_of,
)

SITTING = timedelta(minutes=30)
"""A change after so long a pause keeps the former version, even in the same run."""

KEEP_SHRUNK = 80
"""A field at least this long of which more than half goes is kept as a version at once."""

DEFAULT_VOICE = "ich"
"""Name of the first voice until somebody gives one."""


SaveKey = AnswerKey | KeptKey | NameKey | tuple[str, str]
"""What the saver tells apart: answers, former values to keep, names, settings."""


class ReadOnly(PermissionError):
    """Somebody tried to write where it is not possible; ``str()`` is a German sentence."""


class Workbook:
    """One open garden.

    Attributes:
        guide: The guide.
        voice: Who writes.
        year: Number of the garden year looked at.
        sitting: Identity of this run.
    """

    def __init__(self, guide: Guide, store: Store, today: Callable[[], date]) -> None:
        """Load everything; use :func:`open_workbook`."""
        self.guide = guide
        self._store = store
        self._today = today
        self.sitting = uuid4()
        self._correcting: set[int] = set()
        self._unfinished: set[AnswerKey] = set()
        self._fullest: dict[tuple[AnswerKey, str], Answer] = {}
        self._kept = 0
        self._closed = False
        self._guard = threading.Lock()
        self._load()
        self._saver: Saver[SaveKey, Any] = Saver(self._write)
        # Text is safe even when the program ends by a fault of its own.
        atexit.register(self.close)

    def _load(self) -> None:
        with self._store.session() as session:
            garden = session.exec(select(models.Garden)).one()
            self._garden_id = garden.id
            self.profile = Profile(garden.library, garden.start_month)
            voices = session.exec(select(models.Voice).order_by(col(models.Voice.position))).all()
            self.voices = tuple(Voice(voice.id.hex, voice.name) for voice in voices)
            self._years = {
                row.number: row.id
                for row in session.exec(
                    select(models.GardenYear).order_by(col(models.GardenYear.number))
                )
            }
            self._settings = {
                (row.voice_id.hex, row.key): row.value
                for row in session.exec(select(models.Setting))
            }
            number_of = {id: number for number, id in self._years.items()}
            self._answers: dict[AnswerKey, Answer] = {}
            of_garden = select(models.Answer).where(models.Answer.subject_id == garden.id)
            for row in session.exec(of_garden):
                key = AnswerKey(row.prompt_id, number_of[row.year_id], row.voice_id.hex)
                self._answers[key] = Answer(
                    key, AnswerState(row.state), _value_of(row), row.changed_at
                )
        last = self.common("voice")
        self.voice = next((v for v in self.voices if v.id == last), self.voices[0])
        self.year = max(self._years)

    # The state of the file

    @property
    def paths(self) -> Paths:
        """Where the garden lies."""
        return self._store.paths

    @property
    def garden_id(self) -> str:
        """Identity of the garden, hex."""
        return self._garden_id.hex

    @property
    def read_only(self) -> bool:
        """Whether another program is the one that writes."""
        return self._store.read_only

    @property
    def holder(self) -> str:
        """Who has the garden open since when, in German; empty when nobody else."""
        if not self.read_only:
            return ""
        return str(self._store.holder or "ein anderes Fenster")

    @property
    def save_status(self) -> SaveStatus:
        """How saving stands."""
        return self._saver.status

    def on_status(self, listener: Callable[[SaveStatus], None]) -> None:
        """Tell this listener, from any thread, whenever the status of saving changes."""
        self._saver.on_status = listener

    def flush(self, timeout: float = 10.0) -> bool:
        """Write everything now; see :meth:`Saver.flush`."""
        return self._saver.flush(timeout)

    def hasten(self) -> None:
        """Write soon without waiting."""
        self._saver.hasten()

    def close(self, timeout: float = 10.0) -> bool:
        """Write everything and close the file.

        What cannot be written into the workbook is put beside it, or into the temporary folder, and
        is taken over at the next start.

        Returns:
            Whether everything is in the workbook.
        """
        lost = self._saver.close(timeout)
        answers = [value for key, value in lost.items() if isinstance(key, AnswerKey)]
        kept = [value for key, value in lost.items() if isinstance(key, KeptKey)]
        if answers or kept:
            from gartenjahr_tui.workbook.rescue import put_aside

            names = {voice.id: voice.name for voice in self.voices}
            put_aside(self.paths, self._garden_id.hex, answers, kept, names)
        if not self._closed:
            self._closed = True
            self._store.close()
        atexit.unregister(self.close)
        return not (answers or kept)

    def _save(self, key: SaveKey, value: Any) -> None:
        self._saver.put(key, value)
        if self._closed:
            # A key stroke that arrives after the end is put aside when the program goes.
            atexit.unregister(self.close)
            atexit.register(self.close)

    # People

    def add_voice(self, name: str) -> Voice:
        """Add a person and let them write; an existing name is taken up again.

        Raises:
            ReadOnly: Another program is the one that writes.
            ValueError: The name is empty.
        """
        voice = self.ensure_voice(name)
        self.use_voice(voice)
        return voice

    def ensure_voice(self, name: str) -> Voice:
        """The person of that name, added if there is none; see :meth:`add_voice`."""
        name = one_line(name)
        if not name:
            raise ValueError("Bitte einen Namen oder ein Kürzel eingeben.")
        known = next((v for v in self.voices if v.name.casefold() == name.casefold()), None)
        if known is None:
            self._refuse_when_read_only()
            with self._guard, self._store.transaction() as change:
                row = change.stamp(models.Voice(name=name, position=len(self.voices)))
                known = Voice(row.id.hex, row.name)
            self.voices = (*self.voices, known)
        return known

    def rename_voice(self, name: str) -> None:
        """Give the one who writes another name; saved by itself, an empty one changes nothing.

        Raises:
            ReadOnly: Another program is the one that writes.
            ValueError: The name is somebody else's.
        """
        name = one_line(name)
        if not name or name == self.voice.name:
            return
        if any(v.name.casefold() == name.casefold() and v != self.voice for v in self.voices):
            raise ValueError(f"„{name}“ gibt es schon. Bitte einen anderen Namen wählen.")
        self._refuse_when_read_only()
        renamed = replace(self.voice, name=name)
        self.voices = tuple(renamed if v == self.voice else v for v in self.voices)
        self.voice = renamed
        self._save(NameKey(renamed.id), name)

    def use_voice(self, voice: Voice) -> None:
        """Let another person write; remembered for the next start."""
        self.voice = voice
        self._remember(self._garden_id.hex, "voice", voice.id)

    def set_profile(self, profile: Profile) -> None:
        """Change the name of the library or the start month.

        Raises:
            ReadOnly: Another program is the one that writes.
            ValueError: There is no such month.
        """
        if profile.start_month not in range(1, 13):
            raise ValueError("Der Startmonat ist eine Zahl von 1 (Januar) bis 12 (Dezember).")
        profile = replace(profile, library=one_line(profile.library))
        if profile.start_month == self.profile.start_month:
            self.name_library(profile.library)
            return
        self._refuse_when_read_only()
        moved: dict[int, UUID] = {}
        with self._guard, self._store.transaction() as change:
            change.garden.library = profile.library
            change.garden.start_month = profile.start_month
            if len(self._years) == 1 and not self._answers:
                row = change.session.exec(select(models.GardenYear)).one()
                row.number = years.year_of(self._today(), profile.start_month)
                row.starts_on = years.first_day(row.number, profile.start_month)
                change.stamp(row)
                moved = {row.number: row.id}
        # In memory only what the disk has: answers of a year that is not there cannot be saved.
        if moved:
            self._years = moved
            self.year = self.newest_year
        self.profile = profile

    def name_library(self, name: str) -> None:
        """Give the library its name; saved by itself.

        Raises:
            ReadOnly: Another program is the one that writes.
        """
        name = one_line(name)
        if name != self.profile.library:
            self._refuse_when_read_only()
            self.profile = replace(self.profile, library=name)
            self._save(NameKey(), name)

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

    def begin_year(self, number: int) -> None:
        """Begin a garden year, or note one of the past, and look at it.

        Raises:
            ReadOnly: Another program is the one that writes.
            YearError: No year can have this number.
        """
        self.ensure_year(number)
        self.year = number

    def ensure_year(self, number: int) -> None:
        """Begin a year unless there is one of that number; see :meth:`begin_year`."""
        years.check_year(number)
        if number not in self._years:
            self._refuse_when_read_only()
            with self._guard, self._store.transaction() as change:
                start = years.first_day(number, self.profile.start_month)
                id = change.stamp(models.GardenYear(number=number, starts_on=start)).id
            self._years[number] = id

    def look_at(self, number: int) -> None:
        """Look at a year.

        Raises:
            KeyError: There is no such year.
        """
        if number not in self._years:
            raise KeyError(number)
        self.year = number

    def correct(self, number: int) -> None:
        """Allow changes in an earlier year, until the program ends."""
        self._correcting.add(number)

    def writable(self, number: int | None = None) -> bool:
        """Whether answers of a year may be changed: the newest, or one being corrected."""
        number = self.year if number is None else number
        return not self.read_only and (number == self.newest_year or number in self._correcting)

    # Answers

    def answer(self, prompt_id: str, year: int | None = None, voice: Voice | None = None) -> Answer:
        """The answer as it stands; an empty one when there is none."""
        key = self._key(prompt_id, year, voice)
        return self._answers.get(key) or Answer(key)

    def put(self, prompt: Prompt, raw: Mapping[str, Any], *, left: bool = False) -> Answer:
        """Take what stands in the fields now; it is saved by itself.

        Args:
            prompt: The question.
            raw: Field id → value of all its fields.
            left: Whether the person goes on from it now.

        Raises:
            ReadOnly: The year is closed, or another program is the one that writes.
        """
        value = normalise(prompt.fields, raw)
        before = self.answer(prompt.id)
        if value == before.value:
            return self.leave(prompt) if left else before
        return self._take(before, value, state_of(prompt, value, left=left))

    def leave(self, prompt: Prompt) -> Answer:
        """Note that the person has gone on: a begun answer with all it needs is answered."""
        before = self.answer(prompt.id)
        self.hasten()
        unfinished = before.key in self._unfinished
        if before.state is AnswerState.BEGUN and self.writable() and not unfinished:
            state = state_of(prompt, before.value, left=True)
            if state is not before.state:
                return self._take(before, before.value, state)
        return before

    def mark(self, prompt: Prompt, state: AnswerState) -> Answer:
        """Set the state by hand: later, does not fit here, not finished yet, or open again.

        Raises:
            ReadOnly: The year is closed, or another program is the one that writes.
        """
        before = self.answer(prompt.id)
        if state is AnswerState.OPEN and before.value:
            state = AnswerState.BEGUN
        answer = self._take(before, before.value, state)
        if state is AnswerState.BEGUN:
            # Going on does not overrule what the person has said.
            self._unfinished.add(before.key)
        return answer

    def state(self, prompt: Prompt, year: int | None = None) -> AnswerState:
        """How far a question is: one's own answer, or the furthest of the team's."""
        if prompt.personal or prompt.confidential:
            return self.answer(prompt.id, year).state
        answers = (self.answer(prompt.id, year, voice) for voice in self.voices)
        return best_state(answer.state for answer in answers)

    def progress(self, prompts: Iterable[Prompt]) -> Progress:
        """How far some questions are in the year looked at."""
        return progress(prompts, self.state)

    def other_voices(self, prompt: Prompt) -> list[tuple[Voice, Answer]]:
        """What the others of the team answered; nothing for personal or confidential questions."""
        if prompt.personal or prompt.confidential:
            return []
        answers = ((v, self.answer(prompt.id, voice=v)) for v in self.voices if v != self.voice)
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

    def versions(self, prompt_id: str) -> list[Version]:
        """What one's answer of this year said before, the newest first."""
        self.flush()
        key = self._key(prompt_id, None, None)
        with self._store.session() as session:
            row = self._row(session, key)
            if row is None:
                return []
            query = (
                select(models.AnswerVersion)
                .where(models.AnswerVersion.answer_id == row.id)
                .order_by(*_NEWEST_FIRST)
            )
            return [
                Version(v.id.hex, AnswerState(v.state), _value_of(v), v.written_at)
                for v in session.exec(query)
            ]

    def bring_back(self, prompt: Prompt, value: Value) -> Answer:
        """Put a former value in place of today's, which becomes a version itself.

        Raises:
            ReadOnly: The year is closed, or another program is the one that writes.
        """
        before = self.answer(prompt.id)
        self._refuse_when_read_only(before.key.year)
        if before.value != value:
            self._keep(before)
        return self._take(before, value, state_of(prompt, value, left=True))

    def take_over(self, prompt: Prompt, earlier: Answer) -> Answer:
        """Take the text of another year over: empty fields are filled, texts put under today's.

        Raises:
            ReadOnly: The year is closed, or another program is the one that writes.
        """
        before = self.answer(prompt.id)
        value = merged(prompt.fields, before.value, earlier.value)
        return self._take(before, value, state_of(prompt, value, left=False))

    def take_rescued(self, answer: Answer, *, kept: bool = False) -> None:
        """Take an answer that had been put aside; what stood in the file becomes a version.

        Args:
            answer: The answer; its year and voice exist.
            kept: Whether it is a former value itself.
        """
        prompt = self.guide.prompts.get(answer.key.prompt)
        if prompt:
            # What the guide has no field for any more is text all the same.
            known = {field.id for field in prompt.fields}
            others = {id: part for id, part in answer.value.items() if id not in known}
            answer = replace(answer, value={**others, **normalise(prompt.fields, answer.value)})
        if kept:
            self._keep(answer)
            return
        before = self._answers.get(answer.key)
        if before and before.value != answer.value:
            self._keep(before)
        self._answers[answer.key] = answer
        self._save(answer.key, answer)

    def _key(self, prompt_id: str, year: int | None, voice: Voice | None) -> AnswerKey:
        return AnswerKey(prompt_id, self.year if year is None else year, (voice or self.voice).id)

    def _take(self, before: Answer, value: Value, state: AnswerState) -> Answer:
        self._refuse_when_read_only(before.key.year)
        if value != before.value:
            self._unfinished.discard(before.key)
            self._keep_what_goes(before, value)
        answer = replace(before, state=state, value=value, changed_at=self._store.now())
        self._answers[before.key] = answer
        self._save(before.key, answer)
        return answer

    def _keep_what_goes(self, before: Answer, value: Value) -> None:
        """Keep the former value if most of a field goes: at once, bit by bit, or by a paste."""
        for id, part in before.value.items():
            place = (before.key, id)
            fullest = self._fullest.pop(place, before)
            if length(part) >= length(fullest.value.get(id)):
                fullest = before
            if length(value.get(id)) < length(fullest.value[id]) / 2:
                going = fullest
            elif common_length(part, value[id]) < length(part) / 2:
                going = before
            else:
                self._fullest[place] = fullest
                continue
            if length(going.value[id]) >= KEEP_SHRUNK:
                self._keep(going)

    def _keep(self, former: Answer) -> None:
        """Keep a former value as a version, even one that has not reached the disk."""
        if former.value:
            self._kept += 1
            self._save(KeptKey(former.key, self._kept), former)

    def _refuse_when_read_only(self, year: int | None = None) -> None:
        if self.read_only:
            raise ReadOnly(
                f"Der Garten ist gerade anderswo geöffnet ({self.holder}); hier kann nur gelesen "
                "werden. Bitte das andere Fenster schließen und neu starten."
            )
        if year is not None and not self.writable(year):
            raise ReadOnly(
                f"Das Gartenjahr {self.year_label(year)} ist abgeschlossen. Zum Ändern bitte im "
                "Menü (F10) „Dieses Jahr korrigieren“ wählen."
            )

    # Small things to remember

    def setting(self, key: str) -> Any:
        """A setting of the one who writes, or None."""
        return self._settings.get((self.voice.id, key))

    def common(self, key: str) -> Any:
        """A setting of the whole garden, or None."""
        return self._settings.get((self._garden_id.hex, key))

    def remember(self, key: str, value: Any, *, common: bool = False) -> None:
        """Keep a setting, of the one who writes or of the whole garden; saved by itself."""
        self._remember(self._garden_id.hex if common else self.voice.id, key, value)

    def _remember(self, owner: str, key: str, value: Any) -> None:
        if self._settings.get((owner, key)) == value:
            return
        self._settings[owner, key] = value
        if not self.read_only:
            self._save((owner, key), value)

    @property
    def bookmark(self) -> Bookmark | None:
        """Where the one who writes stopped last."""
        return bookmark_from(self.setting("bookmark"))

    def set_bookmark(self, bookmark: Bookmark) -> None:
        """Remember where one is."""
        self.remember("bookmark", asdict(bookmark))

    # The saver's thread

    def _write(self, batch: Mapping[SaveKey, Any]) -> None:
        with self._guard, self._store.transaction() as change:
            for key, value in batch.items():
                if isinstance(key, KeptKey):
                    self._write_kept(change, value)
            for key, value in batch.items():
                if isinstance(key, AnswerKey):
                    self._write_answer(change, value)
                elif isinstance(key, NameKey):
                    self._write_name(change, key, value)
                elif not isinstance(key, KeptKey):
                    self._write_setting(change, key, value)

    def _row(self, session: Any, key: AnswerKey) -> models.Answer | None:
        query = select(models.Answer).where(
            models.Answer.prompt_id == key.prompt,
            models.Answer.year_id == self._years[key.year],
            models.Answer.voice_id == UUID(key.voice),
            models.Answer.subject_id == self._garden_id,
        )
        row: models.Answer | None = session.exec(query).one_or_none()
        return row

    def _write_answer(self, change: Transaction, answer: Answer) -> None:
        row = self._row(change.session, answer.key) or self._new_row(answer.key)
        if self._keeps_version(row, answer, change.now):
            self._add_version(change, row, row.state, row.value, row.changed_at)
        row.state = str(answer.state)
        row.value = answer.value
        row.sitting = self.sitting
        change.stamp(row)

    def _new_row(self, key: AnswerKey) -> models.Answer:
        return models.Answer(
            prompt_id=key.prompt,
            year_id=self._years[key.year],
            voice_id=UUID(key.voice),
            subject_id=self._garden_id,
            state=str(AnswerState.OPEN),
            sitting=self.sitting,
        )

    def _write_kept(self, change: Transaction, former: Answer) -> None:
        row = self._row(change.session, former.key)
        if row is None:
            row = change.stamp(self._new_row(former.key))
            change.session.flush()
        written_at = former.changed_at or change.now
        self._add_version(change, row, str(former.state), former.value, written_at)

    def _add_version(
        self, change: Transaction, row: models.Answer, state: str, value: Any, written_at: datetime
    ) -> None:
        query = select(models.AnswerVersion).where(models.AnswerVersion.answer_id == row.id)
        newest = change.session.exec(query.order_by(*_NEWEST_FIRST).limit(1)).first()
        if newest is None or newest.value != value:
            change.stamp(
                models.AnswerVersion(
                    answer_id=row.id, state=state, value=value, written_at=written_at
                )
            )

    def _keeps_version(self, row: models.Answer, answer: Answer, now: datetime) -> bool:
        if not row.value or row.value == answer.value:
            return False
        return row.sitting != self.sitting or abs(now - row.changed_at) > SITTING

    def _write_name(self, change: Transaction, key: NameKey, name: str) -> None:
        if key.voice:
            row = change.session.get_one(models.Voice, UUID(key.voice))
            row.name = name
            change.stamp(row)
        else:
            change.garden.library = name

    def _write_setting(self, change: Transaction, key: tuple[str, str], value: Any) -> None:
        owner, name = UUID(key[0]), key[1]
        query = select(models.Setting).where(
            models.Setting.voice_id == owner, models.Setting.key == name
        )
        row = change.session.exec(query).one_or_none()
        row = row or models.Setting(voice_id=owner, key=name)
        row.value = value
        change.stamp(row)


_NEWEST_FIRST = (
    col(models.AnswerVersion.counter).desc(),
    col(models.AnswerVersion.written_at).desc(),
)


def _value_of(row: models.Answer | models.AnswerVersion) -> Value:
    return dict(row.value) if isinstance(row.value, dict) else {}


def open_workbook(
    guide: Guide,
    paths: Paths,
    *,
    accept: bool = False,
    look_only: bool = False,
    today: Callable[[], date] = date.today,
    now: Callable[[], datetime] = utc_now,
) -> Workbook:
    """Open the garden, or make one, and take over text that was put aside.

    Args:
        guide: The guide.
        paths: Where it lies.
        accept: See :meth:`Store.open`.
        look_only: See :meth:`Store.open`.
        today: The calendar.
        now: The clock.

    Raises:
        StoreError: In one German sentence why not; nothing was touched.
    """

    def new_garden(change: Transaction) -> None:
        number = years.year_of(today(), 1)
        change.stamp(models.GardenYear(number=number, starts_on=years.first_day(number, 1)))
        change.stamp(models.Voice(name=DEFAULT_VOICE))

    store = Store.open(paths, new_garden, accept=accept, look_only=look_only, now=now)
    try:
        book = Workbook(guide, store, today)
    except Exception as error:
        store.close()
        raise open_error(paths.file, error) from error
    if not book.read_only:
        from gartenjahr_tui.workbook.rescue import take_over

        take_over(book)
    return book
