"""What stands in an archive: the format, once, for writing, checking, reading and the schema.

Each class below is a kind of record, and what it annotates are its members: the name of the column,
what may stand there, and the German name the file has for it. A checked archive comes back with
the columns' names, so that its records are rows.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Annotated, Any, NotRequired, get_args, get_type_hints

from pydantic import ConfigDict, FailFast, Field, TypeAdapter, WithJsonSchema, with_config
from pydantic.fields import FieldInfo
from pydantic.functional_validators import PlainValidator
from pydantic.types import GetPydanticSchema
from pydantic_core import PydanticCustomError, core_schema
from typing_extensions import TypedDict

from gartenjahr_tui.exchange import plainjson
from gartenjahr_tui.words.exchange import ArchiveWords as words

FORMAT = "gartenjahr-archiv"
VERSION = 1
"""Number of the format this program writes; it reads all up to it."""

HEAD = ("format", "archivfassung", "pruefsumme")
"""What is not content."""

DEEPEST = 50
"""Levels within a value; those of the program have four."""

FORMER = "fassungen"
"""The member of a record that holds what it said before."""

UNFIT = "unfit"
"""The kind of an error whose message is a German sentence."""


def _or(sentence: str) -> GetPydanticSchema:
    """The same type, with one message for whatever is wrong."""
    return GetPydanticSchema(
        lambda source, handler: core_schema.custom_error_schema(
            handler(source), UNFIT, custom_error_message=sentence
        )
    )


def _by(read: Callable[[Any], object], sentence: str) -> PlainValidator:
    # Not with _or: it would take Ctrl+C, which comes while Python runs, for a fault of the file.
    def taken(value: Any) -> object:
        try:
            return read(value)
        except (ValueError, TypeError, OverflowError) as error:
            raise PydanticCustomError(UNFIT, sentence) from error

    return PlainValidator(taken)


def _day(text: str) -> date:
    """A day, with dashes: Python takes other spellings of ISO 8601 for one as well."""
    found = date.fromisoformat(text)
    if found.isoformat() != text:
        raise ValueError(text)
    return found


def _shallow(value: Any) -> Any:
    if not plainjson.is_shallow(value, DEEPEST):
        raise ValueError
    return value


_DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_INSTANT = {
    "type": "string",
    "format": "date-time",
    "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$",
}
_SUM = {"type": "string", "pattern": "^[0-9a-f]{64}$"}

Id = Annotated[str, Field(pattern="^[0-9a-f]{32}$"), _or(words.NO_ID)]
# Only where a length is asked for is half a sign noticed, which no column of text can hold.
Text = Annotated[str, Field(min_length=0), _or(words.NO_TEXT)]
Count = Annotated[int, Field(ge=0, le=2**63 - 1), _or(words.NO_COUNT)]
Year = Annotated[int, Field(ge=1, le=9999, strict=True), _or(words.NO_YEAR)]
Month = Annotated[int, Field(ge=1, le=12), _or(words.NO_MONTH)]
Flag = Annotated[bool, _or(words.NO_FLAG)]
Day = Annotated[Any, _by(_day, words.NO_DAY), WithJsonSchema(_DAY)]
Instant = Annotated[Any, _by(plainjson.instant, words.NO_INSTANT), WithJsonSchema(_INSTANT)]
Anything = Annotated[Any, _by(_shallow, words.DEEP)]


class _StampedRecord(TypedDict):
    """What every record has: its identity first, the stamps last."""

    id: Id
    created_at: Annotated[Instant, Field(alias="angelegt")]
    changed_at: Annotated[Instant, Field(alias="geaendert")]
    counter: Annotated[Count, Field(alias="zaehler")]


class _GardenRecord(_StampedRecord):
    library: Annotated[Text, Field(alias="bibliothek")]
    start_month: Annotated[Month, Field(alias="startmonat")]
    changes: Annotated[Count, Field(alias="aenderungen")]


class _YearRecord(_StampedRecord):
    number: Annotated[Year, Field(alias="jahr")]
    starts_on: Annotated[Day, Field(alias="beginnt")]


class _VoiceRecord(_StampedRecord):
    name: Text
    position: Annotated[Count, Field(alias="platz")]


class _AnswerVersionRecord(_StampedRecord):
    state: Annotated[Text, Field(alias="stand")]
    value: Annotated[Anything, Field(alias="wert")]
    written_at: Annotated[Instant, Field(alias="geschrieben")]


class _AnswerRecord(_StampedRecord):
    prompt_id: Annotated[Text, Field(alias="frage")]
    year_id: Annotated[Id, Field(alias="jahr_id")]
    voice_id: Annotated[Id, Field(alias="person_id")]
    subject_id: Annotated[Id, Field(alias="gegenstand_id")]
    state: Annotated[Text, Field(alias="stand")]
    value: Annotated[Anything, Field(alias="wert")]
    sitting: Annotated[Id, Field(alias="sitzung")]
    fassungen: Annotated[list[_AnswerVersionRecord], FailFast()]


class _CardVersionRecord(_StampedRecord):
    value: Annotated[Anything, Field(alias="wert")]
    written_at: Annotated[Instant, Field(alias="geschrieben")]


class _CardRecord(_StampedRecord):
    kind: Annotated[Text, Field(alias="art")]
    value: Annotated[Anything, Field(alias="wert")]
    deleted: Annotated[Flag, Field(alias="geloescht")]
    sitting: Annotated[Id, Field(alias="sitzung")]
    fassungen: Annotated[list[_CardVersionRecord], FailFast()]


class _ChangeRecord(_StampedRecord):
    subject_kind: Annotated[Text, Field(alias="was")]
    subject_id: Annotated[Text, Field(alias="wovon")]
    action: Annotated[Text, Field(alias="geschah")]
    year: Annotated[Year | None, Field(alias="jahr")]
    voice_id: Annotated[Id, Field(alias="person_id")]
    sitting: Annotated[Id, Field(alias="sitzung")]


class _SettingRecord(_StampedRecord):
    voice_id: Annotated[Id, Field(alias="von_id")]
    key: Annotated[Text, Field(alias="name")]
    value: Annotated[Anything, Field(alias="wert")]


@with_config(ConfigDict(extra="forbid", strict=True))
class WholeArchive(TypedDict):
    """The whole file; a list is read up to its first fault."""

    format: Annotated[Any, WithJsonSchema({"const": FORMAT})]
    archivfassung: Annotated[
        int, Field(ge=1), _or(words.NO_COUNT), WithJsonSchema({"const": VERSION})
    ]
    pruefsumme: NotRequired[Annotated[Any, WithJsonSchema(_SUM)]]
    garten: _GardenRecord
    jahre: Annotated[list[_YearRecord], Field(min_length=1), FailFast()]
    personen: Annotated[list[_VoiceRecord], Field(min_length=1), FailFast()]
    antworten: Annotated[list[_AnswerRecord], FailFast()]
    karten: Annotated[list[_CardRecord], FailFast()]
    protokoll: Annotated[list[_ChangeRecord], FailFast()]
    einstellungen: Annotated[list[_SettingRecord], FailFast()]


TABLES = {
    "jahre": "garden_year",
    "personen": "voice",
    "antworten": "answer",
    "karten": "card",
    "protokoll": "change",
    "einstellungen": "setting",
}
"""List → table, in the order of the file; each comes after what it refers to."""

UNIQUE = {
    "jahre": ("number",),
    "personen": ("name",),
    "antworten": ("prompt_id", "year_id", "voice_id", "subject_id"),
    "einstellungen": ("voice_id", "key"),
}
"""Columns that no two records of a list have in common."""


@cache
def kind(of: Any, name: str) -> Any:
    """What the records in a member of the archive or of a record are; None for none."""
    hint = get_type_hints(of).get(name)
    return next(iter(get_args(hint)), hint)


@cache
def members(record: Any) -> dict[str, str]:
    """Column → name in the file for a kind of record, in the order of the file."""
    hints = get_type_hints(record, include_extras=True)
    stamps = [*_StampedRecord.__annotations__][1:]
    in_order = sorted(hints, key=lambda column: stamps.index(column) if column in stamps else -1)
    return {column: _alias(hints[column]) or column for column in in_order if column != FORMER}


def _alias(hint: Any) -> str | None:
    parts = (part for part in getattr(hint, "__metadata__", ()) if isinstance(part, FieldInfo))
    return next((part.alias for part in parts if part.alias), None)


@cache
def adapter() -> TypeAdapter[Any]:
    """Checks an archive and turns it into rows."""
    return TypeAdapter(WholeArchive)
