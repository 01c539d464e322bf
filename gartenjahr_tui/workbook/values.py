"""Values of answers: what may stand in them, when they are complete, how they read as text.

The value of a prompt is a dict from field id to the field's value:

=========  ==========================================
text, line a string
scale      an int, 1 to 5
choice     the id of an option
checks     a list of option ids, in the guide's order
entries    a list of dicts, column id → value
date       ``YYYY-MM-DD``, or what was typed
number     an int or float, or what was typed
cards      a list of card ids (hex) or plain names
=========  ==========================================

Empty fields are left out, so an untouched prompt has the value ``{}``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from gartenjahr_tui.guide.model import SCALE_STEPS, Field, FieldKind, Prompt
from gartenjahr_tui.text import clean, one_line, shortened
from gartenjahr_tui.words.garden import CardsWords
from gartenjahr_tui.workbook.dates import (
    day_of,
    kept_date,
    kept_number,
    shown_date,
    shown_number,
)
from gartenjahr_tui.workbook.states import AnswerState

Value = dict[str, Any]
"""Field id → field value."""

Entry = dict[str, Any]
"""An entry of a list: column id → value."""

LONGEST_TEXT = 50_000_000
"""Characters a single text field may hold; a guard against a paste of a disk image."""

Names = Callable[[str], str]
"""The name of what stands in a cards field: of a card by its id, else the text itself."""

_CARD_ID = re.compile(r"[0-9a-f]{32}")
_LISTS = (FieldKind.CHECKS, FieldKind.ENTRIES, FieldKind.CARDS)

PROMISED = "zugesagt"
"""Beside what was copied from a guarded question stands its id: in an entry of a list for the whole
entry, in a card for each field. The promise made at that question goes along with the text."""

SIDE_FIELDS = frozenset({"notiz", "einwilligung"})
"""Fields that may stay empty in a complete answer."""


def normalise(fields: Iterable[Field], raw: Mapping[str, Any]) -> Value:
    """Return the value with cleaned text, known options only and empty fields left out.

    What does not fit a field – an unknown option, a scale of 9 – is dropped: it can only come from
    a faulty program, not from a person.

    Args:
        fields: The fields of the form.
        raw: Field id → anything.
    """
    value: Value = {}
    for field in fields:
        if field.id in raw:
            part = _normalise_field(field, raw[field.id])
            if part not in (None, "", [], {}):
                value[field.id] = part
    if value and isinstance(promise := raw.get(PROMISED), str | dict) and promise:
        value[PROMISED] = promise
    return value


def normalise_known(fields: Iterable[Field], raw: Mapping[str, Any]) -> Value:
    """Normalise what there are fields for; what a form has none for any more is text all the same.

    Args:
        fields: The fields of the form.
        raw: Field id → value, as it was kept.
    """
    fields = tuple(fields)
    known = {field.id for field in fields}
    others = {id: part for id, part in raw.items() if id not in known}
    return {**others, **normalise(fields, raw)}


def _normalise_field(field: Field, raw: Any) -> Any:
    match field.kind:
        case FieldKind.TEXT:
            return _text(raw)
        case FieldKind.LINE:
            return one_line(raw) if isinstance(raw, str) else ""
        case FieldKind.SCALE:
            return raw if type(raw) is int and raw in SCALE_STEPS else None
        case FieldKind.CHOICE:
            return raw if isinstance(raw, str) and field.option(raw) else None
        case FieldKind.CHECKS:
            chosen = list(raw) if isinstance(raw, list | tuple | set | frozenset) else []
            return [option.id for option in field.options if option.id in chosen]
        case FieldKind.ENTRIES:
            rows = raw if isinstance(raw, list | tuple) else ()
            entries = (normalise(field.columns, row) for row in rows if isinstance(row, Mapping))
            return [entry for entry in entries if entry]
        case FieldKind.DATE:
            return kept_date(raw)
        case FieldKind.NUMBER:
            return kept_number(raw)
        case FieldKind.CARDS:
            named = raw if isinstance(raw, list | tuple) else [raw]
            names = dict.fromkeys(one_line(name) for name in named if isinstance(name, str))
            links = [name for name in names if name]
            return at_most_one(links) if field.one else links


def at_most_one(links: list[str]) -> list[str]:
    """The last of some links; a plain name leaves the card before it in place.

    A stray letter must not cost the card that had been chosen.
    """
    card = next((link for link in reversed(links[:-1]) if is_card_id(link)), "")
    return links[-1:] if not card or is_card_id(links[-1]) else [card, links[-1]]


def is_card_id(part: str) -> bool:
    """Whether what stands in a cards field is the id of a card, not a plain name."""
    return bool(_CARD_ID.fullmatch(part))


def names_in(part: Any) -> list[str]:
    """What a cards field names; nothing where a value from another time stands."""
    return [name for name in part if isinstance(name, str)] if isinstance(part, list) else []


def entries_in(part: Any) -> list[dict[str, Any]]:
    """The entries of a list; nothing where a value from another time stands."""
    return [entry for entry in part if isinstance(entry, dict)] if isinstance(part, list) else []


def links_of(fields: Iterable[Field], value: Mapping[str, Any]) -> set[str]:
    """Ids of all cards a value names, in its fields and in the columns of its entries."""
    found: set[str] = set()
    for field in fields:
        part = value.get(field.id)
        if field.kind is FieldKind.CARDS:
            found.update(filter(is_card_id, names_in(part)))
        elif field.kind is FieldKind.ENTRIES:
            for entry in entries_in(part):
                found |= links_of(field.columns, entry)
    return found


def history(field: Field, value: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The entries of a history, the latest first; an entry without a day counts as the oldest."""
    entries = [entry for entry in entries_in(value.get(field.id)) if entry.get(field.current)]
    placed = list(enumerate(entries))
    placed.sort(key=lambda one: (shown_day(one[1]), one[0]), reverse=True)
    return [entry for _, entry in placed]


def shown_day(entry: Mapping[str, Any]) -> str:
    """The ISO day of a history's entry; empty when it has none."""
    day = day_of(entry.get("am"))
    return day.isoformat() if day else ""


def current(field: Field, value: Mapping[str, Any]) -> str:
    """Option id of the present state of a history; empty when there is none."""
    entries = history(field, value)
    return str(entries[0][field.current]) if entries else ""


def _text(raw: Any) -> str:
    """Clean a text; a text of white space alone is empty, any other keeps its white space."""
    text = clean(raw[:LONGEST_TEXT]) if isinstance(raw, str) else ""
    return text if text.strip() else ""


def length(part: Any) -> int:
    """How much a field holds, in characters."""
    if isinstance(part, Mapping):
        return sum(map(length, part.values()))
    if isinstance(part, list):
        return sum(map(length, part))
    if isinstance(part, str):
        return len(part)
    return 0 if part is None else 1


def common_length(before: Any, after: Any) -> int:
    """How much of a field is still there, in characters: what begin and end have in common."""
    if before == after:
        return length(before)
    if isinstance(before, str) and isinstance(after, str):
        most = min(len(before), len(after))
        start = bisect_left(range(1, most + 1), True, key=lambda n: before[:n] != after[:n])
        most -= start
        end = bisect_left(range(1, most + 1), True, key=lambda n: before[-n:] != after[-n:])
        return start + end
    if isinstance(before, list) and isinstance(after, list):
        return sum(length(part) for part in before if part in after)
    return 0


def is_complete(prompt: Prompt, value: Mapping[str, Any]) -> bool:
    """Whether every main field of the question holds something."""
    return all(field.id in value for field in prompt.fields if field.id not in SIDE_FIELDS)


def state_of(prompt: Prompt, value: Mapping[str, Any], *, left: bool) -> AnswerState:
    """The state a question has by its value alone.

    Args:
        prompt: The question.
        value: Its normalised value.
        left: Whether the person has gone on from it. As long as the cursor stands in a field, or
            when the program is interrupted there, even a full answer is only begun.
    """
    if not value:
        return AnswerState.OPEN
    if left and is_complete(prompt, value):
        return AnswerState.ANSWERED
    return AnswerState.BEGUN


def merged(fields: Iterable[Field], today: Mapping[str, Any], earlier: Mapping[str, Any]) -> Value:
    """Today's value with an earlier one taken over; nothing of today's is lost.

    Empty fields take the earlier value, texts get it below, lists get the entries they lack; a
    scale, choice or line that says something already stays.
    """
    value = dict(today)
    for field in fields:
        old = earlier.get(field.id)
        now = value.get(field.id)
        if old is None or old == now:
            continue
        if now is None:
            value[field.id] = old
        elif field.kind is FieldKind.TEXT and old not in now:
            value[field.id] = f"{now}\n\n{old}"
        elif field.kind in _LISTS and not field.one:
            value[field.id] = [*now, *(part for part in old if part not in now)]
    return normalise(fields, value)


def _as_it_is(name: str) -> str:
    return name


def field_text(field: Field, part: Any, names: Names = _as_it_is) -> str:
    """One field's value as plain German text, possibly of several lines.

    A value from a time when the field was of another kind is shown as it is.

    Args:
        field: The field.
        part: Its value.
        names: What cards are called.
    """
    if isinstance(part, list) is not (field.kind in _LISTS):
        return "\n".join(map(str, part)) if isinstance(part, list) else str(part)
    match field.kind:
        case FieldKind.SCALE:
            ends = f" (1 {field.low} – 5 {field.high})" if field.low or field.high else ""
            return f"{part} von 5{ends}"
        case FieldKind.CHOICE:
            option = field.option(part)
            return option.label if option else str(part)
        case FieldKind.CHECKS:
            labels = {option.id: option.label for option in field.options}
            return "\n".join(f"- {labels.get(str(id), id)}" for id in part)
        case FieldKind.ENTRIES:
            return "\n".join(f"- {entry_text(field, entry, names)}" for entry in part)
        case FieldKind.CARDS:
            return ", ".join(names(str(name)) for name in part)
        case FieldKind.DATE:
            return shown_date(part)
        case FieldKind.NUMBER:
            return f"{shown_number(part)} {field.unit}".rstrip()
        case _:
            return str(part)


def entry_text(field: Field, entry: Mapping[str, Any], names: Names = _as_it_is) -> str:
    """One entry of a list in a line: its columns joined by middle dots."""
    if not isinstance(entry, Mapping):
        return one_line(str(entry))
    parts = (
        field_text(column, entry[column.id], names)
        for column in field.columns
        if entry.get(column.id) not in (None, "", [])
    )
    kept_back = [CardsWords.CONFIDENTIAL] if entry.get(PROMISED) else []
    return " · ".join([*map(one_line, parts), *kept_back])


def short_text(field: Field, value: Mapping[str, Any], names: Names = _as_it_is) -> str:
    """A field in a few words, for a list of cards: of a history only the present state."""
    if field.current:
        column, state = field.column(field.current), current(field, value)
        return field_text(column, state) if column and state else ""
    part = value.get(field.id)
    if part is None:
        return ""
    if field.kind is FieldKind.CHECKS and isinstance(part, list):
        labels = (option.label for option in field.options if option.id in part)
        return ", ".join(labels)
    return one_line(field_text(field, part, names))


def value_text(prompt: Prompt, value: Mapping[str, Any], names: Names = _as_it_is) -> str:
    """A whole answer as plain German text, labels included where a field has one."""
    blocks: list[str] = []
    for field in prompt.fields:
        if field.id not in value:
            continue
        text = field_text(field, value[field.id], names)
        if not field.label:
            blocks.append(text)
        elif "\n" in text or field.kind in (FieldKind.TEXT, FieldKind.ENTRIES, FieldKind.CHECKS):
            blocks.append(f"{announced(field.label)}\n{text}")
        else:
            blocks.append(f"{announced(field.label)} {text}")
    return "\n".join(blocks)


def former_texts(prompt: Prompt | None, value: Mapping[str, Any]) -> list[str]:
    """What stands in fields that this version of the guide does not have; it is text all the same.

    Args:
        prompt: The question; None when the guide does not have it either.
        value: The answer.
    """
    known = {field.id for field in prompt.fields} if prompt else set()
    return [str(part) for id, part in value.items() if id not in known | {PROMISED}]


def announced(label: str) -> str:
    """A label before its value: with a colon, unless it asks."""
    return label if label.endswith(("?", ":")) else f"{label}:"


def summary(
    prompt: Prompt, value: Mapping[str, Any], width: int = 60, names: Names = _as_it_is
) -> str:
    """The answer in one line of at most ``width`` characters."""
    parts = (field_text(f, value[f.id], names) for f in prompt.fields if f.id in value)
    return shortened(one_line(" · ".join(parts)), width)
