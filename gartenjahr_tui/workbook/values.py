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

Values from outside – a file, an archive, a packet – are made to fit once, where they come in, by
:class:`Shape`; behind that gate nobody checks again. What does not fit stays beside its field, as
it was, under the field's id with :data:`ODD` behind it, and reads as text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any
from unicodedata import is_normalized

from gartenjahr_tui.guide.model import SCALE_STEPS, CardForm, Field, FieldKind, Prompt, still_asked
from gartenjahr_tui.text import clean, one_line, shortened
from gartenjahr_tui.words.garden import CardsWords
from gartenjahr_tui.words.garden import ValueWords as words
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

ODD = "?"
"""Behind the id of a field: what stood in it and does not fit. No id of the guide ends so."""
PROMISED = "zugesagt"
"""Beside what was copied from a guarded question stands its id: in an entry of a list for the whole
entry, in a card for each field. The promise made at that question goes along with the text."""

ENTRY_ID = "kennung"
"""Beside the columns of an entry of a dated list: which one it is, see ``workbook.entry_ids``."""

SIDE_FIELDS = frozenset({"notiz", "einwilligung"})
"""Fields that may stay empty in a complete answer."""


def normalise(fields: Iterable[Field], raw: Mapping[str, Any]) -> Value:
    """Return the value with cleaned text, known options only and empty fields left out.

    What does not fit a field – an unknown option, a scale of 9 – is dropped: no widget and no
    dialogue gives it. What comes from outside goes through :func:`fitted`.
    """
    value: Value = {}
    for field in fields:
        if field.id in raw:
            part = _normalise_field(field, raw[field.id])
            if part not in (None, "", [], {}):
                value[field.id] = part
    if value and isinstance(promise := raw.get(PROMISED), str | dict) and promise:
        value[PROMISED] = promise
    if value and isinstance(id := raw.get(ENTRY_ID), str) and id:
        value[ENTRY_ID] = id
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


# What comes from outside


def beside(id: str) -> str:
    """Key of what stood in a field and does not fit it."""
    return f"{id}{ODD}"


def fitted(fields: Iterable[Field], raw: Any) -> Value:
    """Any JSON as a value of a form; see :meth:`Shape.fitted`."""
    (value,) = Shape(fields).fitted([raw])
    return value


def part_of(fields: Iterable[Field], value: Mapping[str, Any]) -> Value:
    """What some fields of a larger form hold, with what stands beside them."""
    ids = (id for field in fields for id in (field.id, beside(field.id)))
    return {id: value[id] for id in ids if id in value}


def misfits(raw: Any, value: Value) -> set[str]:
    """Ids of the fields that do not fit: what is left stands beside them, or is text now."""
    was = raw if isinstance(raw, Mapping) else {}
    ids = {id.removesuffix(ODD) for id in value if id.endswith(ODD)}
    return ids | {
        id
        for id, part in was.items()
        if part != value.get(id) and not isinstance(part, str) and as_text(part)
    }


def rewritten(fields: Iterable[Field], before: Mapping[str, Any], raw: Mapping[str, Any]) -> Value:
    """A value after some of its fields were written anew; everything else stays.

    A former field is written only by who says something of it: nobody is asked for it.
    What stands beside a field goes when the field says something else: it has been replaced. A
    former value that is brought back has it with it.
    """
    fields = tuple(field for field in fields if not field.former or field.id in raw)
    value = normalise(fields, raw)
    ids = {field.id for field in fields}
    for field in fields:
        odd = beside(field.id)
        ids.add(odd)
        if odd not in before and odd in raw:
            value[odd] = raw[odd]
        elif odd in before and before.get(field.id) == value.get(field.id):
            value[odd] = before[odd]
    return {**{id: part for id, part in before.items() if id not in ids}, **value}


class Shape:
    """What may stand in a form, made ready for looking at thousands of values at once."""

    def __init__(self, fields: Iterable[Field]) -> None:
        """Take the fields of a form, a question or an entry; at least one."""
        self._fields = {field.id: field for field in fields}
        self.ids = self._fields.keys()
        self._checks: dict[str, Callable[[list[Any]], bool]] = {
            PROMISED: lambda parts: all(part and part == _promises(part) for part in parts),
            **{id: _check(field) for id, field in self._fields.items()},
        }

    def fits(self, raws: Sequence[Any]) -> bool:
        """Whether every field of some values holds what it may, and what is beside them reads."""
        if not set(map(type, raws)) <= {dict}:
            return False
        others = set(chain(*raws)) - self._checks.keys()
        return all(
            check(parts)
            for id, check in (*self._checks.items(), *((id, _all_read) for id in others))
            if (parts := [raw[id] for raw in raws if id in raw])
        )

    def entries_fit(self, raws: Sequence[Any]) -> bool:
        """Whether none of some entries is empty or says more than there are columns for."""
        return all(raws) and self.fits(raws) and set(chain(*raws)) <= self.ids

    def fitted(self, raws: list[Any]) -> list[Value]:
        """Make any JSON fit; nothing that can be read is lost.

        What fits is normalised. Where a text may stand, anything becomes text; an option or a step
        nobody knows, a row that is no entry or has columns of its own, and whatever else there is
        no place for, stays beside its field as it was. A second time nothing changes.
        """
        if self.fits(raws):
            return raws
        if len(raws) == 1:
            return [self._fitted(raws[0])]
        # Of many values hardly one does not fit: it is quicker to look for that one.
        half = len(raws) // 2
        return self.fitted(raws[:half]) + self.fitted(raws[half:])

    def _fitted(self, raw: Any) -> Value:
        if not isinstance(raw, Mapping):
            raw = {next(iter(self._fields)): raw}
        value: Value = {}
        left: Value = {}
        for id, part in raw.items():
            field = self._fields.get(id)
            kept, odd = _split(field, part) if field else (part if as_text(part) else None, None)
            if id == PROMISED and not field:
                kept = _promises(part)
            if kept not in (None, "", [], {}):
                value[id] = kept
            if as_text(odd):
                left[beside(id)] = odd
        for id, odd in left.items():
            value[id] = [value[id], odd] if id in value else odd
        return value


def _row(field: Field) -> Shape:
    """The shape of an entry of a list."""
    beside_columns = (Field(id, FieldKind.LINE) for id in (PROMISED, ENTRY_ID))
    return Shape((*field.columns, *beside_columns))


def _promises(part: Any) -> dict[str, str]:
    """Whatever says from which guarded question a field of a card was copied."""
    told = part.items() if isinstance(part, Mapping) else ()
    return {id: source for id, source in told if isinstance(source, str) and source}


def _split(field: Field, raw: Any) -> tuple[Any, Any]:
    """What of anything fits a field, and what of it is left."""
    rows = list(raw) if isinstance(raw, list | tuple) else [raw]
    match field.kind:
        case FieldKind.SCALE | FieldKind.CHOICE:
            kept = _normalise_field(field, raw)
            return kept, raw if kept is None else None
        case FieldKind.CHECKS:
            kept = _normalise_field(field, rows)
            return kept, [row for row in rows if row not in kept] if kept else raw
        case FieldKind.ENTRIES:
            columns = _row(field)
            entries = columns.fitted([row if isinstance(row, Mapping) else {} for row in rows])
            kept = [{id: e[id] for id in e if id in columns.ids} for e in entries]
            told = zip(rows, entries, kept, strict=True)
            odd = [row for row, entry, part in told if entry != part or not entry]
            return [entry for entry in kept if entry], odd if any(kept) else raw
        case FieldKind.CARDS:
            links = [*dict.fromkeys(filter(None, (one_line(as_text(row)) for row in rows)))]
            kept = at_most_one(links) if field.one else links
            return kept, [link for link in links if link not in kept]
        case _:
            return _normalise_field(field, raw) or _normalise_field(field, as_text(raw)), None


def _check(field: Field) -> Callable[[list[Any]], bool]:
    """Whether parts are what a field holds.

    Takes the parts of many values together, at the speed of the built-in functions: every part of a
    garden is looked at before anybody sees anything of it.
    """
    match field.kind:
        case FieldKind.TEXT:
            return _are_texts
        case FieldKind.LINE | FieldKind.DATE:
            return _are_lines
        case FieldKind.SCALE:
            return lambda parts: set(map(type, parts)) == {int} and {*SCALE_STEPS}.issuperset(parts)
        case FieldKind.CHOICE:
            options = {option.id for option in field.options}
            return lambda parts: set(map(type, parts)) == {str} and options.issuperset(parts)
        case FieldKind.ENTRIES:
            entries_fit = _row(field).entries_fit
            return lambda parts: _are_lists(parts) and entries_fit([*chain(*parts)])
        case FieldKind.CARDS if not field.one:
            return lambda parts: (
                _are_lists(parts)
                and _are_lines([*chain(*parts)])
                and all(len(part) == 1 or len(part) == len(set(part)) for part in parts)
            )
        case FieldKind.CHECKS:
            return lambda parts: _are_lists(parts) and _are_normal(field, _each_once(parts))
        case _:
            return lambda parts: _are_normal(field, parts)


def _all_read(parts: list[Any]) -> bool:
    return all(map(as_text, parts))


def _are_texts(parts: list[Any]) -> bool:
    if set(map(type, parts)) != {str} or "" in map(str.strip, parts):
        return False
    text = "\n".join(parts)
    plain = text.replace("\n", "").replace("\t", "").isprintable()
    return is_normalized("NFC", text) if plain else [*map(clean, parts)] == parts


def _are_lines(parts: list[Any]) -> bool:
    if set(map(type, parts)) != {str}:
        return False
    # Blanks around one of them, or nothing in it, show as two blanks in a row.
    text = f" {' '.join(parts)} "
    if text.isprintable():
        return "  " not in text and is_normalized("NFC", text)
    return "" not in parts and [*map(one_line, parts)] == parts


def _are_lists(parts: list[Any]) -> bool:
    return set(map(type, parts)) == {list} and all(parts)


def _each_once(parts: list[Any]) -> list[Any]:
    try:
        return [*map(list, set(map(tuple, parts)))]
    except TypeError:
        return parts


def _are_normal(field: Field, parts: list[Any]) -> bool:
    kept = [_normalise_field(field, part) for part in parts]
    # 1 is neither „True“ nor 1.0.
    return kept == parts and "" not in kept and [*map(type, kept)] == [*map(type, parts)]


def as_text(part: Any) -> str:
    """Any JSON as text that a person can read; empty when there is nothing to read in it."""
    match part:
        case None:
            return ""
        case bool():
            return words.YES if part else words.NO
        case Mapping():
            told = ((id, as_text(one)) for id, one in part.items())
            return "\n".join(f"{clean(id)}: {text}" for id, text in told if text)
        case list() | tuple():
            return "\n".join(filter(None, map(as_text, part)))
        case _:
            return clean(str(part)).strip()


def links_of(fields: Iterable[Field], value: Mapping[str, Any]) -> set[str]:
    """Ids of all cards a value names, in its fields and in the columns of its entries."""
    found: set[str] = set()
    for field in fields:
        part = value.get(field.id, ())
        if field.kind is FieldKind.CARDS:
            found.update(filter(is_card_id, part))
        elif field.kind is FieldKind.ENTRIES:
            for entry in part:
                found |= links_of(field.columns, entry)
    return found


def history(field: Field, value: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The entries of a history, the latest first."""
    return latest_first(value.get(field.id, ()), field.current)


def latest_first(entries: Iterable[Entry], column: str) -> list[Entry]:
    """Entries that say something in a column; one without a day counts as the oldest."""
    placed = [(shown_day(entry), n, entry) for n, entry in enumerate(entries) if entry.get(column)]
    return [entry for _, _, entry in sorted(placed, key=lambda one: one[:2], reverse=True)]


def shown_day(entry: Mapping[str, Any]) -> str:
    """The ISO day of a history's entry; empty when it has none."""
    day = day_of(entry.get("am"))
    return day.isoformat() if day else ""


def current(field: Field, value: Mapping[str, Any]) -> str:
    """Option id of the present state of a history; empty when there is none."""
    entries = history(field, value)
    return str(entries[0][field.current]) if entries else ""


def is_state(field: Field) -> bool:
    """Whether a field of a card holds a state, which can be taken back, and not text.

    It does when it is a history – its present state counts, not the words beside it –, a choice a
    new card begins with (``start``), or a choice called „stand“ or „…_stand“.
    """
    called_so = field.id == "stand" or field.id.endswith("_stand")
    return bool(field.current or (field.kind is FieldKind.CHOICE and (field.start or called_so)))


def state_fields(form: CardForm) -> tuple[Field, ...]:
    """The fields of a form that hold a state."""
    return tuple(field for field in form.fields.values() if is_state(field))


def state_in(field: Field, value: Mapping[str, Any]) -> str:
    """What a state field says; empty for nothing."""
    return current(field, value) if field.current else str(value.get(field.id, ""))


def _text(raw: Any) -> str:
    """Clean a text; a text of white space alone is empty, any other keeps its white space."""
    text = clean(raw[:LONGEST_TEXT]) if isinstance(raw, str) else ""
    return text if text.strip() else ""


def length(part: Any) -> int:
    """How much a field holds, in characters."""
    if isinstance(part, Mapping | list):
        return sum(map(length, part.values() if isinstance(part, Mapping) else part))
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
    """Whether every main field that is asked holds something."""
    return all(
        field.id in value for field in still_asked(prompt.fields) if field.id not in SIDE_FIELDS
    )


def state_of(prompt: Prompt, value: Mapping[str, Any], *, left: bool) -> AnswerState:
    """The state a question has by its value alone.

    As long as the cursor stands in a field, or when the program is interrupted there, nobody has
    ``left`` it, and even a full answer is only begun.
    """
    if not value:
        return AnswerState.OPEN
    return AnswerState.ANSWERED if left and is_complete(prompt, value) else AnswerState.BEGUN


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
    return rewritten(fields, today, value)


def field_text(field: Field, part: Any, names: Names = str) -> str:
    """One field's value as plain German text, possibly of several lines."""
    match field.kind:
        case FieldKind.SCALE:
            ends = f" (1 {field.low} – 5 {field.high})" if field.low or field.high else ""
            return f"{part} von 5{ends}"
        case FieldKind.CHOICE:
            option = field.option(part)
            return option.reading if option else str(part)
        case FieldKind.CHECKS:
            labels = {option.id: option.label for option in field.options}
            return "\n".join(f"- {labels.get(str(id), id)}" for id in part)
        case FieldKind.ENTRIES:
            return "\n".join(f"- {entry_text(field, entry, names)}" for entry in part)
        case FieldKind.CARDS:
            return ", ".join(map(names, part))
        case FieldKind.DATE:
            return shown_date(part)
        case FieldKind.NUMBER:
            return f"{shown_number(part)} {field.unit}".rstrip()
        case _:
            return str(part)


def entry_text(field: Field, entry: Mapping[str, Any], names: Names = str) -> str:
    """One entry of a list in a line: its columns joined by middle dots."""
    parts = (
        field_text(column, entry[column.id], names)
        for column in field.columns
        if entry.get(column.id) not in (None, "", [])
    )
    kept_back = [CardsWords.CONFIDENTIAL] if entry.get(PROMISED) else []
    return " · ".join([*map(one_line, parts), *kept_back])


def short_text(field: Field, value: Mapping[str, Any], names: Names = str) -> str:
    """A field in a few words, for a list of cards: of a history only the present state."""
    if field.current:
        column, state = field.column(field.current), current(field, value)
        return field_text(column, state) if column and state else ""
    part = value.get(field.id)
    if part is None:
        return ""
    if field.kind is FieldKind.CHECKS:
        return ", ".join(option.label for option in field.options if option.id in part)
    return one_line(field_text(field, part, names))


def value_text(prompt: Prompt | None, value: Mapping[str, Any], names: Names = str) -> str:
    """A whole answer, or a part of a card, as plain German text; with the labels of its fields.

    None stands for a question this version of the guide does not have.
    """
    blocks: list[str] = []
    for field in prompt.fields if prompt else ():
        if field.id not in value:
            continue
        text = field_text(field, value[field.id], names)
        if not field.label:
            blocks.append(text)
        elif "\n" in text or field.kind in (FieldKind.TEXT, FieldKind.ENTRIES, FieldKind.CHECKS):
            blocks.append(f"{announced(field.label)}\n{text}")
        else:
            blocks.append(f"{announced(field.label)} {text}")
    return "\n".join([*blocks, *former_texts(prompt, value)])


def former_texts(prompt: Prompt | None, value: Mapping[str, Any]) -> list[str]:
    """What stands beside the fields, or where the guide has none now: text all the same."""
    fields = prompt.fields if prompt else ()
    known = {field.id for field in fields}
    labels = {beside(field.id): field.label for field in fields}
    found = ((id, as_text(part)) for id, part in value.items() if id not in known | {PROMISED})
    return [
        words.BESIDE.format(label=label, text=text) if (label := labels.get(id)) else text
        for id, text in found
        if text
    ]


def kept_text(
    prompt: Prompt, value: Mapping[str, Any], names: Names = str, *, odd: bool = False
) -> str:
    """What stands in fields that are asked no more, as plain German text.

    With ``odd`` also what does not fit the fields that are asked and stands beside them.
    """
    fields = still_asked(prompt.fields)
    shown = {field.id for field in fields} if odd else {*part_of(fields, value)}
    return value_text(prompt, {id: part for id, part in value.items() if id not in shown}, names)


def announced(label: str) -> str:
    """A label before its value: with a colon, unless it asks."""
    return label if label.endswith(("?", ":")) else f"{label}:"


def summary(prompt: Prompt, value: Mapping[str, Any], width: int = 60, names: Names = str) -> str:
    """The answer in one line of at most ``width`` characters."""
    parts = [field_text(f, value[f.id], names) for f in prompt.fields if f.id in value]
    return shortened(one_line(" · ".join([*parts, *former_texts(prompt, value)])), width)
