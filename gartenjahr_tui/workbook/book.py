"""The open workbook: what screens, the linear dialogue and reports work with.

Answers of the guide's own questions live in memory while the workbook is open; reading never waits
for the disk, and writing goes through the :class:`~gartenjahr_tui.workbook.saver.Saver`.

The rule for threads: one thread owns the workbook – on the screen the one of the event loop,
elsewhere the one that opened it. Only the owner reads and changes it; a change from another thread
raises :class:`NotTheOwner`. What takes long in another thread is handed a :meth:`Workbook.snapshot`
or other plain values. Any thread may call :meth:`Workbook.flush`, :meth:`Workbook.hasten`,
:meth:`Workbook.close`, make copies, and read what only the file knows.

A deed that changes several things is done inside :meth:`Workbook.together`: whatever ends the
program, the file holds all of it or nothing.
"""

from __future__ import annotations

import atexit
from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager, suppress
from copy import copy
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from threading import Lock, RLock, get_ident
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import uuid4

from gartenjahr_tui.clock import utc_now
from gartenjahr_tui.guide.model import Guide, Prompt, still_asked
from gartenjahr_tui.store.errors import DiskTrouble, open_error
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.store.store import Store, Transaction
from gartenjahr_tui.text import one_line
from gartenjahr_tui.words.rhythm import UndoWords
from gartenjahr_tui.words.screens import ReadOnlyWords
from gartenjahr_tui.workbook import years
from gartenjahr_tui.workbook.cards import Cards
from gartenjahr_tui.workbook.checks import complaint
from gartenjahr_tui.workbook.keeping import Kept, Shrinking, Unsaved
from gartenjahr_tui.workbook.memory import Memory
from gartenjahr_tui.workbook.plain import (
    Answer,
    AnswerKey,
    Bookmark,
    Card,
    CardKey,
    Garden,
    KeptKey,
    Noted,
    Profile,
    ProfileKey,
    SaveKey,
    SealKey,
    Version,
    Voice,
    VoiceKey,
    YearKey,
)
from gartenjahr_tui.workbook.rows import Rows, fill_new
from gartenjahr_tui.workbook.saver import Saver, SaveStatus
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.turns import Turns
from gartenjahr_tui.workbook.undo import short
from gartenjahr_tui.workbook.values import Value, merged, rewritten, state_of

if TYPE_CHECKING:
    from gartenjahr_tui.store.backups import Copy

CORRECTIONS = "corrections"
"""Key of the setting: number of a year → the notes of its corrections."""

COPY_SECONDS = 1.0
"""How long the end waits for a safe copy that is just being made to stop."""

DEFAULT_VOICE = "ich"
"""Name of the first voice until somebody gives one."""


class ReadOnly(PermissionError):
    """Somebody tried to write where it is not possible; ``str()`` is a German sentence."""


class NotTheOwner(RuntimeError):
    """A thread wanted to change a workbook that belongs to another: a fault of the program."""


@dataclass(frozen=True)
class AnswerMark:
    """The state of an answer that somebody set by hand."""

    GROWS: ClassVar[bool] = False
    book: Workbook = field(compare=False, repr=False)
    key: AnswerKey

    def now(self) -> tuple[Any, ...]:
        """State and text: what was written since is not to be marked as if it had been there."""
        return self.book.marked(self.key)

    def put(self, former: tuple[Any, ...]) -> None:
        """Put the mark back."""
        self.book.unmark(self.key, former)

    def _name(self) -> str:
        return short(self.book.guide.prompts[self.key.prompt].ask)

    def words(self, former: tuple[Any, ...]) -> str:
        """Question, and the state it has again."""
        state: AnswerState = former[0]
        return UndoWords.MARK.format(name=self._name(), state=state.word)

    def changed_since(self) -> str:
        """That the answer has been changed since."""
        return UndoWords.ANSWER_CHANGED_SINCE.format(name=self._name())


REST_KEPT = "rest"
"""Key of the setting: first and last month of the time of rest."""


class Workbook(Memory):
    """One open garden; see the top of this module for who may do what in which thread.

    Reading is what :class:`~gartenjahr_tui.workbook.memory.Memory` does; added here is who may
    change what, and that it is saved.

    Attributes:
        sitting: Identity of this run.
        cards: The records of the living garden.
        undoing: What was done in this run and can be taken back.
        counted: Whether the state of each question is shown.
        rescued: How many texts that had been set aside came back at this start.
        aside: The file that took what could not be saved at the end; None where none did.
        taking_over: Whether they are coming back just now; nobody is writing then.
        before_end: Called once before the owner closes the file; what it does may fail.
        upto: The last change in the file that is surely seen here.
        unfolded: Ids of the cards that show all of their questions in this run.
    """

    counted = True
    rescued = 0
    aside: Path | None = None
    taking_over = False
    upto = 0

    def __init__(self, guide: Guide, store: Store, today: Callable[[], date]) -> None:
        """Load everything; use :func:`open_workbook`."""
        self.sitting = uuid4()
        self._store = store
        self._rows = Rows(store, self.sitting, guide)
        garden = self._rows.load()
        super().__init__(guide, garden, today)
        self.cards = Cards(
            guide,
            garden.cards,
            self._write_card,
            today=today,
            now=store.now,
            keep=self.keep_former,
            together=self.together,
            garden=garden.id,
        )
        self._take_up_rest()
        self.undoing = self.cards.undoing
        self.unfolded: set[str] = set()
        self._correcting: set[int] = set()
        self._unfinished: set[AnswerKey] = set()
        self._shrinking = Shrinking()
        self._kept = 0
        self._closed, self._closing = False, RLock()
        self._owner = get_ident()
        self.before_end: Callable[[Workbook], None] = lambda book: None
        self.known: Callable[[Workbook, str], list[str]] = lambda book, name: []
        self._copying, self._carrying, self._asked = Lock(), Lock(), Lock()
        self._saver: Saver[SaveKey, Any] = Saver(self._rows.write)
        # Text is safe even when the program ends by a fault of its own.
        atexit.register(self.close)

    # Threads

    def own(self) -> None:
        """Let the thread that calls be the one that reads and changes the garden from now on."""
        self._owner = get_ident()

    def snapshot(self) -> Workbook:
        """The garden as it stands now, for another thread to read; nobody can change it there."""
        self._refuse_others()
        seen = copy(self)
        seen._owner = 0
        seen._years, seen._settings = set(self._years), dict(self._settings)
        seen._answers, seen._views = dict(self._answers), dict(self._views)
        seen.cards = self.cards.snapshot(seen._write_card)
        seen.upto = self._store.counter
        return seen

    def _refuse_others(self) -> None:
        if get_ident() != self._owner:
            raise NotTheOwner

    # The state of the file

    @property
    def paths(self) -> Paths:
        """Where the garden lies."""
        return self._store.paths

    @property
    def store(self) -> Store:
        """The open file, for what is derived from it."""
        return self._store

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
    def only_read(self) -> str:
        """Why it can only be read, a German sentence; empty where one may write."""
        if not self.read_only:
            return ""
        if self._store.look_only:
            return ReadOnlyWords.PLACE.format(folder=self.paths.folder)
        return ReadOnlyWords.SECOND.format(holder=self.holder)

    @property
    def untouched(self) -> bool:
        """Whether nothing stands in the garden yet."""
        return not (self._answers or self.cards.all())

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

        What is not written yet is put beside it first, or into the temporary folder: Windows and
        a battery may leave no time to wait for the disk. Once it is written, that goes away again;
        what cannot be written is taken over at the next start.

        Returns:
            Whether everything is in the workbook.
        """
        with self._closing:
            return self._close(timeout)

    def _close(self, timeout: float) -> bool:
        if not (self._closed or self.read_only) and get_ident() == self._owner:
            # The page for the next start is a convenience; no fault in it may hold up the end.
            with suppress(Exception):
                self.before_end(self)
        from gartenjahr_tui.workbook import rescue

        if first := self._loose(self._saver.unsaved()):
            rescue.put_aside(self.paths, self.garden_id, first)
        if last := self._loose(self._saver.close(timeout)):
            self.aside = rescue.put_aside(self.paths, self.garden_id, last)
        elif first:
            rescue.take_away(self.paths, self.garden_id, first)
        if not self._closed:
            # A copy that is being made sees this at its next step, and lets go of the file.
            self._closed = True
            self._await_copies(COPY_SECONDS)
            self._store.close()
        atexit.unregister(self.close)
        return last is None

    def _loose(self, unsaved: Mapping[Any, Any]) -> Unsaved | None:
        """What to put beside the workbook of what is not in it; None where that is nothing."""
        texts = [v for key, v in unsaved.items() if isinstance(key, AnswerKey | CardKey) and v]
        kept = [v for key, v in unsaved.items() if isinstance(key, KeptKey) and v]
        years = {
            key.number: voice is not None
            for key, voice in unsaved.items()
            if isinstance(key, YearKey)
        }
        names = {voice.id: voice.name for voice in self.voices}
        return Unsaved(texts, kept, names, years) if texts or kept or years else None

    def copy_daily(self, seconds: float | None = None) -> str:
        """Make today's safe copy where one is due; called in a thread while others go on.

        It gives up after so many seconds, or when the garden is closed.

        Returns:
            What a person should know, in German; empty when all is well.
        """
        if self.read_only or self.untouched or self._closed:
            return ""
        from gartenjahr_tui.store import backups
        from gartenjahr_tui.store.patience import Stopped, within

        until = monotonic() + seconds if seconds is not None else None

        def step(_share: float) -> None:
            if self._closed or (until is not None and monotonic() > until):
                raise Stopped

        def make(how: Callable[..., str], lock: Lock, patience: float) -> str:
            if not lock.acquire(timeout=patience):
                return ""
            try:
                return how(self.paths, self._store.now(), step)
            except Stopped:
                return ""
            finally:
                lock.release()

        def carry() -> str:
            if until is not None and not backups.answers(self.paths):
                return ""
            # One that is under way already may hang: a second one would hang beside it.
            return make(backups.carry, self._carrying, 0)

        said = [make(backups.daily, self._copying, -1 if seconds is None else seconds)]
        if until is None:
            said.append(carry())
        else:
            with suppress(TimeoutError):
                said.append(within(until - monotonic(), carry))
        return " ".join(filter(None, said))

    def copy_now(self, step: Callable[[float], None]) -> tuple[list[Copy], str]:
        """Make a copy because somebody wants one; called in a thread.

        ``step`` hears how far it is, 0 to 1, and may raise to stop it.

        Returns:
            The copies, and what a person should know, in German.

        Raises:
            CopyFailed: It could not be written; nothing is left of it.
            Stopped: The garden is being closed.
        """
        from gartenjahr_tui.store import backups
        from gartenjahr_tui.store.patience import Stopped

        def heed_the_end(share: float) -> None:
            if self._closed:
                raise Stopped
            step(share)

        with self._asked:
            return backups.by_hand(self.paths, None, self._store.now(), heed_the_end)

    def _await_copies(self, seconds: float) -> None:
        """Let a copy that is being made stop and clear away, if that takes no longer than this."""
        until = monotonic() + seconds
        for lock in (self._copying, self._carrying, self._asked):
            if lock.acquire(timeout=max(0.0, until - monotonic())):
                lock.release()

    def together(self) -> AbstractContextManager[None]:
        """Make one of all changes inside; see :meth:`Saver.together`."""
        return self._saver.together()

    def _save(self, key: SaveKey, value: Any) -> None:
        self._refuse_others()
        self._saver.put(key, value)
        if self._closed:
            # A key stroke that arrives after the end is put aside when the program goes.
            atexit.unregister(self.close)
            atexit.register(self.close)

    # People

    def add_voice(self, name: str) -> Voice:
        """Add a person and let them write; an existing name is taken up again; saved by itself.

        Raises:
            ReadOnly: Another program is the one that writes.
            ValueError: The name is empty.
        """
        with self.together():
            voice = self.ensure_voice(name)
            self.use_voice(voice)
        return voice

    def voice_called(self, name: str) -> Voice | None:
        """The person of that name in any case; None when nobody is called so."""
        wanted = one_line(name).casefold()
        return next((voice for voice in self.voices if voice.name.casefold() == wanted), None)

    def ensure_voice(self, name: str) -> Voice:
        """The person of that name, added if there is none; see :meth:`add_voice`."""
        name = one_line(name)
        if not name:
            raise ValueError("Bitte einen Namen oder ein Kürzel eingeben.")
        voice = self.voice_called(name)
        if voice is None:
            self._refuse_when_read_only()
            voice = Voice(uuid4().hex, name)
            self.voices = (*self.voices, voice)
            self._save(VoiceKey(voice.id), name)
        return voice

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
        self._save(VoiceKey(renamed.id), name)

    def use_voice(self, voice: Voice) -> None:
        """Let another person write; remembered for the next start."""
        # What waits was written by the one before.
        self.hasten()
        self.voice = voice
        self.remember("voice", voice.id, common=True)

    def set_profile(self, profile: Profile) -> None:
        """Change the name of the library or the start month; saved by itself.

        As long as nothing stands in it, the one year there is follows the month.

        Raises:
            ReadOnly: Another program is the one that writes.
            ValueError: There is no such month.
        """
        if profile.start_month not in range(1, 13):
            raise ValueError("Der Startmonat ist eine Zahl von 1 (Januar) bis 12 (Dezember).")
        profile = replace(profile, library=one_line(profile.library))
        if profile == self.profile:
            return
        self._refuse_when_read_only()
        moves = profile.start_month != self.profile.start_month
        with self.together():
            self.profile = profile
            self._save(ProfileKey(), profile)
            if moves and len(self._years) == 1 and not (self._answers or self._views):
                self._move_only_year(years.year_of(self._today(), profile.start_month))

    def _move_only_year(self, number: int) -> None:
        if number != self.newest_year:
            self._save(YearKey(self.newest_year), None)
        self._save(YearKey(number), "")
        self._years = {number}
        self.year = number

    def name_library(self, name: str) -> None:
        """Give the library its name; see :meth:`set_profile`."""
        self.set_profile(replace(self.profile, library=name))

    # Years

    def begin_year(self, number: int) -> None:
        """Begin a garden year, or note one of the past, and look at it; saved by itself.

        Raises:
            ReadOnly: Another program is the one that writes.
            YearError: No year can have this number.
        """
        self.ensure_year(number)
        self.year = number

    def ensure_year(self, number: int) -> None:
        """Begin a year unless there is one of that number; see :meth:`begin_year`."""
        latest = max(years.year_of(self._today(), self.profile.start_month), self.newest_year) + 1
        years.check_year(number, latest)
        if number not in self._years:
            self._refuse_when_read_only()
            self._years.add(number)
            self._save(YearKey(number), self.voice.id)

    def remove_year(self, number: int) -> None:
        """Take back that a year was begun, with whatever stands in it; saved by itself.

        Raises:
            ReadOnly: Another program is the one that writes.
            ValueError: It is the only year there is.
        """
        if self._years == {number}:
            raise ValueError(number)
        self._refuse_when_read_only()
        with self.together():
            for key in self._saver.unsaved():
                answer = key.of if isinstance(key, KeptKey) else key
                if isinstance(answer, AnswerKey) and answer.year == number:
                    self._save(key, None)
            self._save(YearKey(number), None)
        self._years.discard(number)
        self._answers = {key: a for key, a in self._answers.items() if key.year != number}
        self._views = {key: a for key, a in self._views.items() if key.year != number}
        self.year = self.newest_year

    def correct(self, number: int, note: str = "") -> None:
        """Allow changes in an earlier year, until the program ends.

        The note, what is corrected and why, is kept with the year.

        Raises:
            ReadOnly: Another program is the one that writes.
        """
        self._refuse_when_read_only()
        self._correcting.add(number)
        if note := one_line(note):
            entry = {"am": self.today.isoformat(), "wer": self.voice.name, "warum": note}
            kept = {**self._corrections(), str(number): [*self.corrections(number), entry]}
            self.remember(CORRECTIONS, kept, common=True)

    def corrections(self, number: int) -> list[dict[str, str]]:
        """Day („am“), person („wer“) and note („warum“) of each correction of a year."""
        return self._corrections().get(str(number), [])

    def _corrections(self) -> dict[str, list[dict[str, str]]]:
        found: dict[str, list[dict[str, str]]] = self.common(CORRECTIONS, {str: [{str: str}]})
        return found

    def writable(self, number: int | None = None) -> bool:
        """Whether answers of a year may be changed: the newest, or one being corrected."""
        number = self.year if number is None else number
        return not self.read_only and (number == self.newest_year or number in self._correcting)

    # Answers

    def put(self, prompt: Prompt, raw: Mapping[str, Any], *, left: bool = False) -> Answer:
        """Take what stands in all fields of a question now; it is saved by itself.

        Whether the answer is finished depends on whether the person goes on from it now (``left``).

        Raises:
            ReadOnly: The year is closed, or another program is the one that writes.
        """
        before = self.answer(prompt.id)
        value = rewritten(prompt.fields, before.value, raw)
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
        former = self.marked(before.key)
        if state is AnswerState.OPEN and before.value:
            state = AnswerState.BEGUN
        answer = self._take(before, before.value, state)
        if state is AnswerState.BEGUN:
            # Going on does not overrule what the person has said.
            self._unfinished.add(before.key)
        self.undoing.note(AnswerMark(self, before.key), former, self.marked(before.key))
        return answer

    def marked(self, key: AnswerKey) -> tuple[Any, ...]:
        """State of an answer, its text, and whether somebody said that it is not finished."""
        if key.year not in self._years:
            return ()
        answer = self._answers.get(key) or Answer(key)
        return answer.state, answer.value, key in self._unfinished

    def unmark(self, key: AnswerKey, former: tuple[Any, ...]) -> None:
        """Put back what :meth:`marked` said before.

        Raises:
            ReadOnly: The year is closed, or another program is the one that writes.
        """
        state, value, unfinished = former
        self._take(self._answers.get(key) or Answer(key), value, state)
        (self._unfinished.add if unfinished else self._unfinished.discard)(key)

    def versions(self, prompt: Prompt) -> list[Version]:
        """What one's answer of this year said before, the newest first."""
        return [version for _, version in self.former(self._key(prompt.id, None, None))]

    def keep(self, prompt: Prompt) -> None:
        """Keep one's answer as it stands as a version, before something else takes its place."""
        self.keep_former(self.answer(prompt.id))

    def bring_back(self, prompt: Prompt, value: Value) -> Answer:
        """Put a former value in place of today's, which becomes a version itself.

        Raises:
            ReadOnly: The year is closed, or another program is the one that writes.
        """
        before = self.answer(prompt.id)
        self._refuse_when_read_only(before.key.year)
        with self.together():
            if before.value != value:
                self.keep_former(before)
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

        Its year and voice exist. With ``kept`` it is a former value itself.
        """
        answer = replace(answer, value=self._rows.fitted(answer.key.prompt, answer.value))
        if kept:
            self.keep_former(answer)
            return
        before = self.find_answer(answer.key)
        with self.together():
            if before and before.value != answer.value:
                self.keep_former(before)
            self._place_of(answer.key)[answer.key] = answer
            self._save(answer.key, answer)

    def take_from_outside(self, answer: Answer) -> None:
        """Take what a person answered elsewhere, in whatever year; what stood here is kept.

        Its year and voice exist, its value is normalised.

        Raises:
            ReadOnly: Another program is the one that writes.
        """
        self._refuse_when_read_only()
        self.take_rescued(replace(answer, voice=answer.key.voice, corrects=self._corrects(answer)))

    def _corrects(self, answer: Answer) -> bool:
        """Whether a change of an answer now corrects what was over."""
        return answer.key.year != self.newest_year

    def _take(self, before: Answer, value: Value, state: AnswerState) -> Answer:
        self._refuse_when_read_only(before.key.year)
        answer = replace(before, state=state, value=value, changed_at=self._store.now())
        with self.together():
            if value != before.value:
                self._unfinished.discard(before.key)
                for former in self._shrinking.going(before, value):
                    self.keep_former(former)
            self._answers[before.key] = answer
            noted = replace(answer, voice=self.voice.id, corrects=self._corrects(answer))
            self._save(before.key, noted)
        return answer

    def complaints(self, prompt: Prompt) -> dict[str, str]:
        """Field id → what is wrong with what stands in it, in a German sentence."""
        value = self.answer(prompt.id).value
        found = {field.id: complaint(field, value) for field in still_asked(prompt.fields)}
        return {id: sentence for id, sentence in found.items() if sentence}

    def advice(self, prompt: Prompt) -> list[str]:
        """Nothing: only cards are advised on."""
        return []

    def recall(self, prompt: Prompt) -> list[str]:
        """What stands elsewhere already; the other years of a question are shown beside it."""
        return self.known(self, prompt.recall)

    def _write_card(self, before: Card, after: Card) -> None:
        self._refuse_when_read_only()
        voice = "" if self.taking_over else self.voice.id
        with self.together():
            for former in self._shrinking.going(before, after.value):
                self.keep_former(former)
            self._save(after.key, replace(after, voice=voice))

    def take_decided(self, good: Kept) -> None:
        """Put what an answer or card said before in place of it, in whatever year.

        What stood there becomes a version.

        Raises:
            ReadOnly: Another program is the one that writes.
        """
        self._refuse_when_read_only()
        if isinstance(good, Card):
            self.keep_former(self.cards[good.id])
            self.cards.take_rescued(good)
        else:
            self.take_rescued(replace(good, voice=self.voice.id))

    def settle_in_turns(
        self, table: str, row: int, stored: Mapping[str, Any] | None = None
    ) -> Turns[None]:
        """Seal a wrong row as it stands, or put another in its place; see ``workbook.damage``.

        Raises:
            ReadOnly: Another program is the one that writes.
            StoreError: It did not reach the disk.
        """
        self._refuse_when_read_only()
        self._save(SealKey(table, row), stored)
        if not (yield self.flush):
            raise DiskTrouble
        if stored:
            voice, year = self.voice, self.year
            garden: Garden = yield self._rows.load
            super().__init__(self.guide, garden, self._today)
            self.voice = next((v for v in self.voices if v.id == voice.id), self.voice)
            self.year = year if year in self._years else self.year
            self.cards.take_in(garden.cards)

    def misfits(self) -> list[tuple[Kept, set[str]]]:
        """The answers and cards that hold in the file what does not fit, and in which fields."""
        self.flush()
        return self._rows.misfits()

    def changes(self, most: int) -> list[Noted]:
        """The log of changes, the latest first; see :mod:`gartenjahr_tui.garden.changes`."""
        self.flush()
        return self._rows.changes(most)

    def card_versions(self, id: str) -> list[Version]:
        """What a card said before, the newest first; each holds the value of the whole card."""
        return [version for _, version in self.former(CardKey(id))]

    def former(
        self, of: AnswerKey | CardKey | None = None
    ) -> list[tuple[AnswerKey | CardKey, Version]]:
        """What all answers and cards said before, or one of them, the newest first; whose it is."""
        self.flush()
        return list(self._rows.former(of))

    def keep_former(self, former: Kept) -> None:
        """Keep a value of an answer or card as a version, even one that is not on the disk yet."""
        if former.value:
            self._kept += 1
            self._save(KeptKey(former.key, self._kept), former)

    def _refuse_when_read_only(self, year: int | None = None) -> None:
        self._refuse_others()
        if self.read_only:
            way = ReadOnlyWords.COPY if self._store.look_only else ReadOnlyWords.CLOSE
            raise ReadOnly(f"{self.only_read} {way}")
        if year is not None and not self.writable(year):
            raise ReadOnly(
                f"Das Gartenjahr {self.year_label(year)} ist abgeschlossen. Zum Ändern bitte im "
                "Menü (F10) „Dieses Jahr korrigieren“ wählen."
            )

    def set_rest(self, first: int, last: int) -> None:
        """Rest from one month to another, both 1 to 12, every year.

        Raises:
            ReadOnly: Another program is the one that writes.
        """
        self.remember(REST_KEPT, [first, last], common=True)
        self._take_up_rest()

    def _take_up_rest(self) -> None:
        months = [month for month in self.common(REST_KEPT, [int]) if 1 <= month <= 12]
        if len(months) == 2:
            self.cards.rest_in(*months)

    def remember(self, key: str, value: Any, *, common: bool = False) -> None:
        """Keep a setting, of the one who writes or of the whole garden; saved by itself."""
        self._refuse_others()
        owner = self.garden_id if common else self.voice.id
        if self._settings.get((owner, key)) == value:
            return
        self._settings[owner, key] = value
        if not self.read_only:
            self._save((owner, key), value)

    def set_bookmark(self, bookmark: Bookmark) -> None:
        """Remember where one is."""
        self.remember("bookmark", asdict(bookmark))

    def leave_bookmark(self, subjects: Collection[str]) -> None:
        """Forget that one was on one of these cards: they are done."""
        mark = self.bookmark
        if mark and mark.subject in subjects:
            self.remember("bookmark", None)


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

    ``accept`` and ``look_only`` are those of :meth:`Store.open`.

    Raises:
        StoreError: In one German sentence why not; nothing was touched.
    """

    def new_garden(change: Transaction) -> None:
        fill_new(change, years.year_of(today(), 1), DEFAULT_VOICE)

    store = Store.open(paths, new_garden, accept=accept, look_only=look_only, now=now)
    try:
        book = Workbook(guide, store, today)
    except Exception as error:
        store.close()
        raise open_error(paths.file, error) from error
    if not book.read_only:
        from gartenjahr_tui.workbook.rescue import take_over

        book.taking_over = True
        book.rescued = take_over(book)
        book.taking_over = False
    return book
