"""Values of answers: what may stand in them, when they are complete, how they read as text.

The value of a prompt is a dict from field id to the field's value:

=========  ==========================================
text, line a string
scale      an int, 1 to 5
choice     the id of an option
checks     a list of option ids, in the guide's order
entries    a list of dicts, column id → string
=========  ==========================================

Empty fields are left out, so an untouched prompt has the value ``{}``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import Any

from gartenjahr_tui.guide.model import SCALE_STEPS, Field, FieldKind, Prompt
from gartenjahr_tui.text import clean, one_line
from gartenjahr_tui.workbook.states import AnswerState

Value = dict[str, Any]
"""Field id → field value."""

LONGEST_TEXT = 50_000_000
"""Characters a single text field may hold; a guard against a paste of a disk image."""

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
    return value


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
        elif field.kind in (FieldKind.ENTRIES, FieldKind.CHECKS):
            value[field.id] = [*now, *(part for part in old if part not in now)]
    return normalise(fields, value)


def field_text(field: Field, part: Any) -> str:
    """One field's value as plain German text, possibly of several lines.

    A value from a time when the field was of another kind is shown as it is.
    """
    if isinstance(part, list) is not (field.kind in (FieldKind.CHECKS, FieldKind.ENTRIES)):
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
            return "\n".join(f"- {entry_text(field, entry)}" for entry in part)
        case _:
            return str(part)


def entry_text(field: Field, entry: Mapping[str, str]) -> str:
    """One entry of a list in a line: its columns joined by middle dots."""
    if not isinstance(entry, Mapping):
        return one_line(str(entry))
    parts = (entry.get(column.id, "") for column in field.columns)
    return " · ".join(one_line(str(part)) for part in parts if part)


def value_text(prompt: Prompt, value: Mapping[str, Any]) -> str:
    """A whole answer as plain German text, labels included where a field has one."""
    blocks: list[str] = []
    for field in prompt.fields:
        if field.id not in value:
            continue
        text = field_text(field, value[field.id])
        if not field.label:
            blocks.append(text)
        elif "\n" in text or field.kind in (FieldKind.TEXT, FieldKind.ENTRIES, FieldKind.CHECKS):
            blocks.append(f"{_announced(field.label)}\n{text}")
        else:
            blocks.append(f"{_announced(field.label)} {text}")
    return "\n".join(blocks)


def _announced(label: str) -> str:
    """A label before its value: with a colon, unless it asks."""
    return label if label.endswith(("?", ":")) else f"{label}:"


def summary(prompt: Prompt, value: Mapping[str, Any], width: int = 60) -> str:
    """The answer in one line of at most ``width`` characters."""
    parts = (field_text(f, value[f.id]) for f in prompt.fields if f.id in value)
    text = one_line(" · ".join(parts))
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
