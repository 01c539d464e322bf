"""The garden's rows: read into plain values, written from plain values.

The only module of the workbook that knows the tables.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Uuid, insert, inspect, text
from sqlmodel import Session, col, delete, select

from gartenjahr_tui import models
from gartenjahr_tui.guide.model import Guide
from gartenjahr_tui.store import seals
from gartenjahr_tui.store.store import Store, Transaction
from gartenjahr_tui.workbook.keeping import Kept, keeps_version
from gartenjahr_tui.workbook.plain import (
    Answer,
    AnswerKey,
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
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import (
    ODD,
    Shape,
    Value,
    as_text,
    misfits,
    state_fields,
    state_in,
)
from gartenjahr_tui.workbook.years import first_day

Tables = dict[str, list[dict[str, Any]]]
"""Name of a table → its rows, column → value."""

_WHOLE = (
    models.GardenRow,
    models.GardenYearRow,
    models.VoiceRow,
    models.AnswerRow,
    models.AnswerVersionRow,
    models.CardRow,
    models.CardVersionRow,
    models.ChangeRow,
    models.SettingRow,
)
"""All tables, each after those it refers to."""

_AT_ONCE = 2_000
"""Rows written between two words about how far it has come."""


def fill_new(change: Transaction, year: int, voice: str) -> None:
    """Give a new garden its first year, beginning in January, and its first voice."""
    change.stamp(models.GardenYearRow(number=year, starts_on=first_day(year, 1)))
    change.stamp(models.VoiceRow(name=voice))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no garbage while thousands of values come in: it takes a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _all_text(raw: Any) -> Value:
    """A value nobody knows the form of."""
    return dict(raw) if isinstance(raw, Mapping) else {ODD: raw} if as_text(raw) else {}


def _shapes(guide: Guide) -> dict[str, Shape]:
    """What may stand in each question and in each kind of card."""
    shapes = {kind: Shape(form.fields.values()) for kind, form in guide.forms.items()}
    for prompts in (guide.prompts, *(form.prompts for form in guide.forms.values())):
        shapes |= {id: Shape(prompt.fields) for id, prompt in prompts.items()}
    return shapes


class Rows:
    """The rows of one open garden; only the saver's thread writes them."""

    def __init__(self, store: Store, sitting: UUID, guide: Guide) -> None:
        """Remember where to read and write; :meth:`load` comes first.

        ``sitting`` is noted with every answer it writes; the guide's forms say what may stand in a
        value and what a state is.
        """
        self._store = store
        self._sitting = sitting
        self._forms = guide.forms
        self._shapes = _shapes(guide)
        self._noted: dict[tuple[Any, ...], UUID] = {}
        self._garden_id: UUID
        self._year_ids: dict[int, UUID]

    # Reading

    def fitted(self, id: str, raw: Any) -> Value:
        """Make any JSON fit a question or a kind of card; without a form for it, all is text."""
        return next(self._fitted([(id, raw)]))

    def _fitted(self, found: Iterable[tuple[str, Any]]) -> Iterator[Value]:
        """See :meth:`fitted`; many at once are quicker than one by one."""
        found, alike = [*found], defaultdict[str, list[Any]](list)
        for id, raw in found:
            alike[id].append(raw)
        shapes, values = self._shapes, dict[str, Iterator[Value]]()
        for id, raws in alike.items():
            values[id] = iter(shapes[id].fitted(raws) if id in shapes else map(_all_text, raws))
        return (next(values[id]) for id, _ in found)

    @_uncollected()
    def load(self) -> Garden:
        """Everything but the versions."""
        with self._store.session() as session:
            garden = session.exec(select(models.GardenRow)).one()
            voices = session.exec(
                select(models.VoiceRow).order_by(col(models.VoiceRow.position))
            ).all()
            number_of = {row.id: row.number for row in session.exec(select(models.GardenYearRow))}
            settings = session.exec(select(models.SettingRow)).all()
            self._garden_id = garden.id
            self._year_ids = {number: id for id, number in number_of.items()}
            return Garden(
                id=garden.id.hex,
                profile=Profile(garden.library, garden.start_month),
                voices=tuple(Voice(row.id.hex, row.name) for row in voices),
                years=tuple(sorted(self._year_ids)),
                answers=tuple(answer for _, answer in self._answers(session)),
                cards=tuple(card for _, card in self._cards(session)),
                settings={(row.voice_id.hex, row.key): row.value for row in settings},
            )

    def _keys(self) -> Callable[[str, UUID, UUID, UUID], AnswerKey]:
        """Makes the key of an answer of what its row says: question, year, voice, subject."""
        number_of = {id: number for number, id in self._year_ids.items()}

        def key(prompt: str, year: UUID, voice: UUID, subject: UUID) -> AnswerKey:
            about = "" if subject == self._garden_id else subject.hex
            return AnswerKey(prompt, number_of[year], voice.hex, about)

        return key

    def _answers(self, session: Session) -> Iterator[tuple[Any, Answer]]:
        """All answers, each with what stands in the file."""
        rows, key = session.exec(select(models.AnswerRow)).all(), self._keys()
        values = self._fitted((row.prompt_id, row.value) for row in rows)
        for row, value in zip(rows, values, strict=True):
            of = key(row.prompt_id, row.year_id, row.voice_id, row.subject_id)
            yield row.value, Answer(of, AnswerState(row.state), value, row.changed_at)

    def _cards(self, session: Session) -> Iterator[tuple[Any, Card]]:
        """All cards; the columns alone, because making rows of thousands takes its time."""
        table = models.CardRow
        query = select(  # type: ignore[call-overload]
            table.id, table.kind, table.value, table.deleted, table.created_at, table.changed_at
        )
        rows = session.exec(query).all()
        values = self._fitted((kind, value) for _, kind, value, *_ in rows)
        for (id, kind, raw, *rest), value in zip(rows, values, strict=True):
            yield raw, Card(id.hex, kind, value, *rest)

    def misfits(self) -> list[tuple[Kept, set[str]]]:
        """The answers and cards that hold in the file what does not fit, and in which fields."""
        with self._store.session() as session:
            found: list[tuple[Any, Kept]] = [*self._answers(session), *self._cards(session)]
            return [(kept, ids) for raw, kept in found if (ids := misfits(raw, kept.value))]

    def former(
        self, of: AnswerKey | CardKey | None = None
    ) -> Iterator[tuple[AnswerKey | CardKey, Version]]:
        """What all answers and cards said before, or one of them, the newest first; whose it is."""
        with self._store.session() as session:
            if not isinstance(of, AnswerKey):
                yield from self._former_cards(session, of)
            if not isinstance(of, CardKey):
                yield from self._former_answers(session, of)

    def _former_cards(
        self, session: Session, of: CardKey | None
    ) -> Iterator[tuple[CardKey, Version]]:
        table, card = models.CardVersionRow, models.CardRow
        query = (
            select(card.id, card.kind, table.id, table.value, table.written_at)  # type: ignore[call-overload]
            .join(card, col(table.card_id) == card.id)
            .where(*([card.id == UUID(of.id)] if of else ()))
            .order_by(*_newest_first(table))
        )
        former = session.exec(query).all()
        values = self._fitted((kind, value) for _, kind, _, value, _ in former)
        for (id, _, version, _, at), value in zip(former, values, strict=True):
            yield CardKey(id.hex), Version(version.hex, AnswerState.BEGUN, value, at)

    def _former_answers(
        self, session: Session, of: AnswerKey | None
    ) -> Iterator[tuple[AnswerKey, Version]]:
        table, answer, key = models.AnswerVersionRow, models.AnswerRow, self._keys()
        whose = (answer.prompt_id, answer.year_id, answer.voice_id, answer.subject_id)
        wanted = self._columns(of) if of else {}
        query = (
            select(*whose, table.id, table.state, table.value, table.written_at)  # type: ignore[call-overload]
            .join(answer, col(table.answer_id) == answer.id)
            .where(*(getattr(answer, column) == value for column, value in wanted.items()))
            .order_by(*_newest_first(table))
        )
        former = session.exec(query).all()
        values = self._fitted((prompt, value) for prompt, *_, value, _ in former)
        for (*of_row, id, state, _, at), value in zip(former, values, strict=True):
            yield key(*of_row), Version(id.hex, AnswerState(state), value, at)

    def changes(self, most: int) -> list[Noted]:
        """The log of changes, the latest first."""
        table = models.ChangeRow
        # What was changed in one transaction was noted in its order.
        newest_first = (col(table.counter).desc(), text("rowid DESC"))
        with self._store.session() as session:
            return [
                Noted(
                    row.subject_kind,
                    row.subject_id,
                    row.action,
                    row.year,
                    row.voice_id.hex,
                    row.changed_at,
                )
                for row in session.exec(select(table).order_by(*newest_first).limit(most))
            ]

    # The saver's thread

    def write(self, batch: Mapping[SaveKey, Any]) -> None:
        """Write a batch of changes in one transaction.

        Raises:
            WriteFailed: It did not reach the disk.
        """
        years = {key.number: value for key, value in batch.items() if isinstance(key, YearKey)}
        # A year that is not in the file yet keeps its identity until it is.
        begun = {number: uuid4() for number in years if number not in self._year_ids}
        self._year_ids = {**self._year_ids, **begun}
        with self._store.transaction() as change:
            # People and years come before what names them, former values before the new ones.
            for key, value in batch.items():
                match key:
                    case ProfileKey():
                        change.garden.library = value.library
                        change.garden.start_month = value.start_month
                    case VoiceKey():
                        _write_voice(change, key, value)
            for number, voice in years.items():
                self._write_year(change, number, begun=voice is not None)
            for key, value in batch.items():
                if isinstance(key, KeptKey) and value:
                    self._write_kept(change, value)
            for key, value in batch.items():
                match key:
                    case AnswerKey() if value:
                        self._write_answer(change, value)
                    case CardKey():
                        self._write_card(change, value)
                    case YearKey() if value:
                        self._note(change, "year", str(key.number), "begun", value, key.number)
                    case (owner, name):
                        _write_setting(change, UUID(owner), name, value)
            sealed = [key for key in batch if isinstance(key, SealKey)]
            for seal in sealed:
                self._seal(change, seal, batch[seal])
        for seal in sealed:
            self._store.wrong[seal.table].remove(seal.row)
        gone = [number for number, voice in years.items() if voice is None]
        self._year_ids = {n: id for n, id in self._year_ids.items() if n not in gone}

    def _write_year(self, change: Transaction, number: int, *, begun: bool) -> None:
        """Begin a year, or take it back; either way nothing that was written before is in it."""
        id = self._year_ids[number]
        _empty_year(change, id)
        row = change.session.get(models.GardenYearRow, id)
        if begun:
            starts_on = first_day(number, change.garden.start_month)
            row = row or models.GardenYearRow(id=id, number=number, starts_on=starts_on)
            row.starts_on = starts_on
            change.stamp(row)
        elif row:
            change.session.delete(row)
        change.session.flush()

    def _seal(self, change: Transaction, key: SealKey, stored: Mapping[str, Any] | None) -> None:
        """Seal a wrong row as it stands, or with other columns put in its place."""
        change.session.flush()
        connection: Any = change.session.connection().connection.driver_connection
        if stored:
            places = ", ".join(f'"{name}" = ?' for name in stored)
            order = f"UPDATE {key.table} SET {places} WHERE rowid = ?"  # noqa: S608
            connection.execute(order, (*stored.values(), key.row))
        seals.seal_row(connection, key.table, key.row)

    def _columns(self, key: AnswerKey) -> dict[str, Any]:
        """What tells the row of an answer from all others."""
        return {
            "prompt_id": key.prompt,
            "year_id": self._year_ids[key.year],
            "voice_id": UUID(key.voice),
            "subject_id": UUID(key.subject) if key.subject else self._garden_id,
        }

    def _answer_row(self, change: Transaction, key: AnswerKey) -> models.AnswerRow:
        columns = self._columns(key)
        row = change.session.exec(select(models.AnswerRow).filter_by(**columns)).one_or_none()
        state = str(AnswerState.OPEN)
        return row or models.AnswerRow(**columns, state=state, sitting=self._sitting)

    def _card_row(self, change: Transaction, card: Card) -> models.CardRow:
        row = change.session.get(models.CardRow, UUID(card.id))
        return row or models.CardRow(id=UUID(card.id), kind=card.kind, sitting=self._sitting)

    def _write_answer(self, change: Transaction, answer: Answer) -> None:
        row, key = self._answer_row(change, answer.key), answer.key
        if answer.voice and (action := self._action_on_answer(change, row, answer)):
            if key.subject:
                kind = key.prompt.partition(".")[0]
                self._note(change, kind, key.subject, "view", answer.voice)
            else:
                self._note(change, "answer", key.prompt, action, answer.voice, key.year)
        self._write_over(change, row, answer.value)
        row.state = str(answer.state)
        # An answer from a packet was given before it is read.
        row.changed_at = answer.changed_at or row.changed_at

    def _write_card(self, change: Transaction, card: Card) -> None:
        row = self._card_row(change, card)
        if card.voice and (action := self._action_on_card(change, row, card)):
            self._note(change, card.kind, card.id, action, card.voice)
        self._write_over(change, row, card.value)
        row.deleted = card.deleted

    def _write_over(
        self, change: Transaction, row: models.AnswerRow | models.CardRow, value: Value
    ) -> None:
        """Write a value over that of a row, which may become a version."""
        same = row.sitting == self._sitting
        written = row.changed_at
        if keeps_version(row.value, value, same_sitting=same, written_at=written, now=change.now):
            _add_version(change, row, row.value, written)
        row.value = value
        row.sitting = self._sitting
        change.stamp(row)

    def _write_kept(self, change: Transaction, former: Kept) -> None:
        row: models.AnswerRow | models.CardRow
        if isinstance(former, Card):
            row, state = self._card_row(change, former), ""
        else:
            row, state = self._answer_row(change, former.key), str(former.state)
        if not row.counter:
            change.stamp(row)
            change.session.flush()
        _add_version(change, row, former.value, former.changed_at or change.now, state)

    # The log of changes

    def _note(
        self,
        change: Transaction,
        kind: str,
        subject: str,
        action: str,
        voice: str,
        year: int | None = None,
    ) -> None:
        """Note that something was changed: once for each run, the latest time counts."""
        what = (kind, subject, year, action, voice)
        known = self._noted.get(what)
        # A transaction that failed has taken the row back.
        row = known and change.session.get(models.ChangeRow, known)
        row = row or models.ChangeRow(
            subject_kind=kind,
            subject_id=subject,
            action=action,
            year=year,
            voice_id=UUID(voice),
            sitting=self._sitting,
        )
        self._noted[what] = change.stamp(row).id

    def _action_on_answer(self, change: Transaction, row: models.AnswerRow, answer: Answer) -> str:
        """What is done to an answer by writing it over its row; empty for nothing."""
        same = self.fitted(row.prompt_id, row.value) == answer.value
        if same and row.state == str(answer.state):
            return ""
        if answer.corrects:
            return "corrected"
        # That an answer is complete once its field is left is no change anybody made.
        if same and answer.state is not AnswerState.ANSWERED:
            return "state"
        return "created" if _is_new(change, row) else "changed"

    def _action_on_card(self, change: Transaction, row: models.CardRow, card: Card) -> str:
        """What is done to a card by writing it over its row; empty for nothing."""
        if _is_new(change, row):
            return "created"
        if row.deleted != card.deleted:
            return "deleted" if card.deleted else "restored"
        former = self.fitted(card.kind, row.value)
        form = self._forms.get(card.kind)
        states = state_fields(form) if form else ()
        if any(state_in(field, former) != state_in(field, card.value) for field in states):
            return "state"
        return "" if former == card.value else "changed"


def _is_new(change: Transaction, row: models.AnswerRow | models.CardRow) -> bool:
    """Whether a row was not in the file before; a former value may have brought it just now."""
    return row.counter in (0, change.garden.changes)


def _newest_first(
    table: type[models.AnswerVersionRow] | type[models.CardVersionRow],
) -> tuple[Any, ...]:
    return col(table.counter).desc(), col(table.written_at).desc()


def _add_version(
    change: Transaction,
    row: models.AnswerRow | models.CardRow,
    value: Any,
    written_at: datetime,
    state: str = "",
) -> None:
    """Keep a value as a version of a row, unless it is the newest one already."""
    table: Any
    more = {}
    if isinstance(row, models.CardRow):
        table, of = models.CardVersionRow, {"card_id": row.id}
    else:
        table, of = models.AnswerVersionRow, {"answer_id": row.id}
        more["state"] = state or row.state
    query = select(table).filter_by(**of).order_by(*_newest_first(table))
    newest = change.session.exec(query.limit(1)).first()
    if newest is None or newest.value != value:
        change.stamp(table(**of, **more, value=value, written_at=written_at))


def _empty_year(change: Transaction, id: UUID) -> None:
    """Delete all answers of a garden year."""
    answers = select(models.AnswerRow.id).where(models.AnswerRow.year_id == id)
    versions = delete(models.AnswerVersionRow)
    change.session.execute(versions.where(col(models.AnswerVersionRow.answer_id).in_(answers)))
    change.session.execute(delete(models.AnswerRow).where(col(models.AnswerRow.year_id) == id))


def _write_voice(change: Transaction, key: VoiceKey, name: str) -> None:
    row = change.session.get(models.VoiceRow, UUID(key.id))
    if row is None:
        last = len(change.session.exec(select(models.VoiceRow.id)).all())
        row = models.VoiceRow(id=UUID(key.id), name=name, position=last)
    row.name = name
    change.stamp(row)
    change.session.flush()


def _write_setting(change: Transaction, owner: UUID, name: str, value: Any) -> None:
    query = select(models.SettingRow).where(
        models.SettingRow.voice_id == owner, models.SettingRow.key == name
    )
    row = change.session.exec(query).one_or_none()
    row = row or models.SettingRow(voice_id=owner, key=name)
    row.value = value
    change.stamp(row)


# The whole garden


def whole_tables(session: Session) -> Tables:
    """All rows of all tables at one moment, in the order they were made in."""
    # Others may be writing: without a transaction each query would see a garden of its own.
    session.connection().exec_driver_sql("BEGIN")
    return {str(table.__tablename__): _rows_of(session, table) for table in _WHOLE}


def has_entries(session: Session) -> bool:
    """Whether anything stands in the garden, put away or former things included."""
    tables = (models.AnswerRow, models.AnswerVersionRow, models.CardRow, models.CardVersionRow)
    return any(session.exec(select(table).limit(1)).first() for table in tables)


def fill_whole(change: Transaction, tables: Tables, tell: Callable[[float], None]) -> None:
    """Put other rows in the place of all rows of a garden without entries.

    ``tell`` hears now and then the share that is written, 0 to 1.
    """
    for table in reversed(_WHOLE[1:]):
        change.session.execute(delete(table))
    if inspect(change.session.connection()).has_table("search_state"):
        # The index counts the changes of the garden that was here.
        change.session.execute(text("DELETE FROM search_state"))
    (garden,) = tables[models.GardenRow.__tablename__]
    for column, value in _typed(models.GardenRow, garden).items():
        setattr(change.garden, column, value)
    change.session.flush()
    count, done = sum(map(len, tables.values())), 0
    for table in _WHOLE[1:]:
        rows = tables[str(table.__tablename__)]
        for start in range(0, len(rows), _AT_ONCE):
            part = rows[start : start + _AT_ONCE]
            change.session.execute(insert(table), [_typed(table, row) for row in part])
            done += len(part)
            tell(done / count)


def _rows_of(session: Session, table: type[models.TableRow]) -> list[dict[str, Any]]:
    columns = inspect(table).columns
    # Where titles are the same, lists show what was made first.
    query = select(*columns).order_by(text("rowid"))
    return [dict(row._mapping) for row in session.execute(query)]


def _typed(table: type[models.TableRow], row: Mapping[str, Any]) -> dict[str, Any]:
    columns = inspect(table).columns
    return {
        name: UUID(value) if isinstance(columns[name].type, Uuid) else value
        for name, value in row.items()
    }
