"""Asks for one field: one function for each of the nine kinds.

Every function returns the field's new value, or the one it had when the person leaves it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from time import monotonic
from typing import Any

from gartenjahr_tui.guide.model import SCALE_STEPS, Field, FieldKind
from gartenjahr_tui.linear.console import DOT, Console, End, Keyword
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.linear import AskWords as words
from gartenjahr_tui.workbook.cards import Cards
from gartenjahr_tui.workbook.checks import complaint
from gartenjahr_tui.workbook.dates import kept_date, kept_number
from gartenjahr_tui.workbook.values import field_text

KeepsDraft = Callable[[Any], None]
"""Takes what stands in the field now, while it is still being written."""

EVERY_LINE = 50_000
"""Characters up to which each line of a text is handed over at once; beyond, once a second."""

SHORT = 60
"""Characters that fit on the line that says what stands in a field."""

LONGEST_OPTION = 200
"""Characters of a line that can be the words of an option; folding megabytes takes time."""


class Unfit(Exception):
    """A line that does not fit the field.

    Attributes:
        sentence: Why not, in German.
        kept: What the field holds of it all the same; None for nothing.
    """

    def __init__(self, sentence: str, kept: Any = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.kept = kept


def ask_field(
    console: Console,
    cards: Cards,
    field: Field,
    part: Any,
    draft: KeepsDraft,
    *,
    brief: bool = False,
) -> Any:
    """Ask for a field.

    Args:
        console: The streams.
        cards: The living garden, for names and for what day it is.
        field: The field.
        part: Its value; None when it is empty.
        draft: Told what has been written so far.
        brief: Say no more than needed; for the columns of an entry.

    Raises:
        End: The person stops; what was written so far has gone to ``draft``.
        Said: A command was given that is none of the field's own.
    """
    if field.label:
        console.say(field.label)
    if field.kind is FieldKind.ENTRIES:
        from gartenjahr_tui.linear.entries import ask_entries

        return ask_entries(console, cards, field, part or [], draft)
    options_say_it = field.kind in (FieldKind.CHOICE, FieldKind.CHECKS)
    if not options_say_it and (part is not None or not brief):
        say_now(console, cards, field, part)
    if field.kind is FieldKind.LINE and not brief:
        console.say(words.LINE)
    if field.kind is FieldKind.CARDS:
        from gartenjahr_tui.linear.names import ask_cards

        return ask_cards(console, cards, field, part, draft)
    if field.kind is FieldKind.DATE:
        return ask_date(console, field, part, draft, cards)
    return _ASK[field.kind](console, field, part, draft)


def say_now(console: Console, cards: Cards, field: Field, part: Any) -> None:
    """Say what stands in a field."""
    if part is None:
        console.say(words.EMPTY)
        return
    text = field_text(field, part, cards.name)
    if "\n" in text or len(text) > SHORT:
        console.say(words.NOW_LONG, text)
    else:
        console.say(words.NOW.format(text=text))


def ask_until(
    console: Console, part: Any, draft: KeepsDraft, read: Callable[[str, Any], Any]
) -> Any:
    """Ask until a line fits; an empty line keeps what stands there, „leeren“ takes it away.

    Args:
        console: The streams.
        part: What stands in the field.
        draft: Told what is kept of a line that does not fit.
        read: Makes the value of a line and what stands there; raises :class:`Unfit`.
    """
    while True:
        reply = console.reply(local=(Keyword.CLEAR,))
        if reply is Keyword.CLEAR:
            return None
        if not isinstance(reply, str) or not reply.strip():
            return part
        try:
            return read(reply, part)
        except Unfit as unfit:
            if unfit.kept is not None:
                part = unfit.kept
                draft(part)
            console.say(unfit.sentence)


def ask_text(console: Console, field: Field, part: Any, draft: KeepsDraft) -> Any:
    """Ask for text of several lines, closed by a line with a single dot."""
    console.say(words.TEXT_AGAIN if part else words.TEXT)
    reply = console.reply(local=(Keyword.CLEAR, Keyword.APPEND))
    if reply is Keyword.CLEAR:
        return None
    if reply is Keyword.APPEND:
        console.say(words.APPEND)
        return _read_lines(console, [part] if part else [], draft)
    if not isinstance(reply, str) or not reply.strip() or reply == DOT:
        return part
    return _read_lines(console, [_without_guard(reply)], draft)


def _read_lines(console: Console, lines: list[str], draft: KeepsDraft) -> str:
    size, handed = 0, 0.0

    def hand_over() -> None:
        draft("\n".join(lines))

    try:
        while True:
            if size < EVERY_LINE or monotonic() - handed > 1:
                hand_over()
                handed = monotonic()
            line = console.line()
            if line == DOT:
                return "\n".join(lines)
            lines.append(_without_guard(line))
            size += len(line)
    except End:
        hand_over()
        raise


def _without_guard(line: str) -> str:
    """Two dots stand for one, which alone would end the text."""
    return DOT if line == 2 * DOT else line


def ask_line(console: Console, field: Field, part: Any, draft: KeepsDraft) -> Any:
    """Ask for a single line."""
    return ask_until(console, part, draft, lambda line, _: line)


def ask_scale(console: Console, field: Field, part: Any, draft: KeepsDraft) -> Any:
    """Ask for a number from 1 to 5."""

    def read(line: str, _: Any) -> int:
        numbers = _numbers(line)
        if len(numbers) != 1 or numbers[0] not in SCALE_STEPS:
            raise Unfit(words.SCALE_WRONG)
        return numbers[0]

    ends = field.low or field.high
    console.say(words.SCALE.format(low=field.low, high=field.high) if ends else words.SCALE_PLAIN)
    return ask_until(console, part, draft, read)


def ask_choice(console: Console, field: Field, part: Any, draft: KeepsDraft) -> Any:
    """Ask for one of the options, by number or by its words."""
    ids = {folded(option.label): option.id for option in field.options}

    def read(line: str, _: Any) -> str:
        if id := ids.get(folded(line[:LONGEST_OPTION])):
            return id
        numbers = _numbers(line)
        if len(numbers) != 1 or not 1 <= numbers[0] <= len(field.options):
            raise Unfit(words.CHOICE_WRONG.format(last=len(field.options)))
        return field.options[numbers[0] - 1].id

    console.say(words.CHOICE)
    _say_options(console, field, {part})
    return ask_until(console, part, draft, read)


def ask_checks(console: Console, field: Field, part: Any, draft: KeepsDraft) -> Any:
    """Ask for any number of options, by their numbers."""

    def read(line: str, _: Any) -> list[str]:
        numbers = _numbers(line)
        if not numbers or not all(1 <= number <= len(field.options) for number in numbers):
            raise Unfit(words.CHECKS_WRONG.format(last=len(field.options)))
        return [field.options[number - 1].id for number in numbers]

    console.say(words.CHECKS)
    _say_options(console, field, set(part or ()))
    return ask_until(console, part, draft, read)


def ask_date(console: Console, field: Field, part: Any, draft: KeepsDraft, cards: Cards) -> Any:
    """Ask for a day."""
    console.say(words.DATE)
    read = _reading(field, lambda line: kept_date(line, cards.today()))
    return ask_until(console, part, draft, read)


def ask_number(console: Console, field: Field, part: Any, draft: KeepsDraft) -> Any:
    """Ask for a number."""
    console.say(words.NUMBER_OF.format(unit=field.unit) if field.unit else words.NUMBER)
    return ask_until(console, part, draft, _reading(field, kept_number))


def _reading(field: Field, keep: Callable[[str], Any]) -> Callable[[str, Any], Any]:
    """Read what may be typed wrongly: it is kept all the same, and a second time taken as meant."""

    def read(line: str, part: Any) -> Any:
        typed = keep(line)
        sentence = complaint(field, {field.id: typed})
        if sentence and typed != part:
            raise Unfit(f"{sentence} {words.AGAIN}", typed)
        return typed

    return read


def _say_options(console: Console, field: Field, chosen: set[Any]) -> None:
    for number, option in enumerate(field.options, 1):
        sentence = words.CHOSEN if option.id in chosen else words.OPTION
        console.say(sentence.format(number=number, label=option.label))


def _numbers(line: str) -> list[int]:
    """The numbers of a line; none when anything else stands in it."""
    parts = re.split(r"[\s,;]+", line.strip())
    if not all(re.fullmatch(r"\d{1,4}", part) for part in parts):
        return []
    return [int(part) for part in parts]


_ASK: dict[FieldKind, Callable[[Console, Field, Any, KeepsDraft], Any]] = {
    FieldKind.TEXT: ask_text,
    FieldKind.LINE: ask_line,
    FieldKind.SCALE: ask_scale,
    FieldKind.CHOICE: ask_choice,
    FieldKind.CHECKS: ask_checks,
    FieldKind.NUMBER: ask_number,
}
