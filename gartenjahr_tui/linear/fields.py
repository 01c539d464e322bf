"""Asks for one field: one function for each of the nine kinds.

Every function returns the field's new value, or the one it had when the person leaves it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from functools import partial
from time import monotonic
from typing import Any

from gartenjahr_tui.guide.model import SCALE_STEPS, Field, FieldKind, Option, still_asked
from gartenjahr_tui.linear.console import (
    DOT,
    Console,
    End,
    Keyword,
    Said,
    is_command,
    is_list_order,
    word_of,
)
from gartenjahr_tui.text import folded, one_line
from gartenjahr_tui.words.linear import AskWords as words
from gartenjahr_tui.words.linear import LinearEntriesWords as entry_words
from gartenjahr_tui.words.linear import LinearTalkWords as TalkWords
from gartenjahr_tui.words.linear import NamesWords as name_words
from gartenjahr_tui.workbook.cards import Cards
from gartenjahr_tui.workbook.checks import complaint
from gartenjahr_tui.workbook.dates import day_of, kept_date, shown_number, spoken, typed_number
from gartenjahr_tui.workbook.plain import Card
from gartenjahr_tui.workbook.values import Entry, entry_text, field_text, short_text

KeepsDraft = Callable[[Any], None]
"""Takes what stands in the field now, while it is still being written."""

EVERY_LINE = 50_000
"""Characters up to which each line of a text is handed over at once; beyond, once a second."""

SHORT = 60
"""Characters that fit on the line that says what stands in a field."""

MOST_NAMES = 20
"""Cards offered for a name; who gets more is asked to type more of it."""

LONGEST_NAME = 200
"""Characters of a name that is looked for; a longer one is only kept."""

_ENTRY_ORDER = re.compile(r"(?P<verb>[^\W\d_]+)\.?\s*(?P<first>\d{1,4})?\s*(?P<second>\d{1,4})?")
_HELP = "?"
_EMPTY: tuple[Any, ...] = (None, "", [])
_VERBS = ("neu", "bearbeiten", "löschen", "loeschen", "verschieben")

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
    """Ask for a field, in brief for the columns of an entry; None stands for an empty one.

    Raises:
        End: The person stops; what was written so far has gone to ``draft``.
        Said: A command was given that is none of the field's own.
    """
    if field.label:
        console.say(field.caption if field.kind is FieldKind.NUMBER else field.label)
    if field.kind not in _SAY_IT and (part is not None or not brief):
        say_now(console, cards, field, part)
    if field.kind is FieldKind.LINE and not brief:
        console.say(words.LINE)
    return _ASK[field.kind](console, cards, field, part, draft)


def say_now(console: Console, cards: Cards, field: Field, part: Any) -> None:
    """Say what stands in a field."""
    if part is None:
        return
    text = field_text(field, part, cards.name)
    if "\n" in text or len(text) > SHORT:
        console.say(words.NOW_LONG, text)
    else:
        console.say(words.NOW.format(text=text))


def ask_until(
    console: Console,
    part: Any,
    draft: KeepsDraft,
    read: Callable[[str, Any], Any],
    options: Collection[str] = (),
    *,
    is_text: bool = True,
) -> Any:
    """Ask until a line fits; an empty line keeps what stands there, „leeren“ takes it away.

    The value is read from the line and what stands there; of one that is :class:`Unfit` as much as
    can be kept goes to ``draft``. The words of options come before every command; where text is
    kept as it is, a word that lists know is asked about.
    """
    while True:
        reply = console.reply(local=(Keyword.CLEAR,), options=options, asks=is_text)
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
            console.remark(unfit.sentence)


def ask_text(console: Console, cards: Cards, field: Field, part: Any, draft: KeepsDraft) -> Any:
    """Ask for text of several lines, closed by a line with a single dot."""
    console.say(words.TEXT_AGAIN if part else words.TEXT)
    reply = console.reply(local=(Keyword.CLEAR, Keyword.APPEND), options=(DOT,), asks=True)
    if reply is Keyword.CLEAR:
        return None
    if reply is Keyword.APPEND:
        console.say(words.APPEND)
        return _read_lines(console, [part] if part else [], draft)
    if not isinstance(reply, str) or reply.strip() in ("", DOT):
        return part
    return _read_lines(console, [_without_guard(reply)], draft)


def _read_lines(console: Console, lines: list[str], draft: KeepsDraft) -> str:
    """Read until a line with a single dot; a command counts once it is said twice.

    Raises:
        End: The input ended, or „ende“ was said; so do the other commands. The text is kept.
    """
    size, handed, doubtful = 0, 0.0, ""

    def hand_over() -> None:
        draft("\n".join(lines))

    def take(line: str) -> None:
        nonlocal size
        lines.append(_without_guard(line))
        size += len(line)

    console.remark(words.GO_ON)
    try:
        while True:
            if size < EVERY_LINE or monotonic() - handed > 1:
                hand_over()
                handed = monotonic()
            line = console.line()
            word = word_of(line)
            if doubtful:
                if word == word_of(doubtful):
                    hand_over()
                    console.obey(doubtful)
                    doubtful = ""
                    continue
                take(doubtful)
                doubtful = ""
            if line == DOT:
                return "\n".join(lines)
            if word == _HELP:
                console.help(TalkWords.TEXT_HELP)
            elif is_command(line):
                doubtful = line
                console.remark(TalkWords.IN_TEXT.format(word=line.strip()))
            else:
                if is_list_order(line):
                    console.remark(TalkWords.IN_TEXT_LIST.format(word=line.strip()))
                take(line)
    except End:
        if doubtful and word_of(doubtful) not in Keyword.END.value:
            take(doubtful)
        hand_over()
        raise


def _without_guard(line: str) -> str:
    """Two dots stand for one, which alone would end the text, two question marks for one."""
    return line[0] if line in (2 * DOT, 2 * _HELP) else line


def ask_line(console: Console, cards: Cards, field: Field, part: Any, draft: KeepsDraft) -> Any:
    """Ask for a single line."""
    return ask_until(console, part, draft, lambda line, _: line)


def ask_scale(console: Console, cards: Cards, field: Field, part: Any, draft: KeepsDraft) -> Any:
    """Ask for a number from 1 to 5."""

    def read(line: str, _: Any) -> int:
        numbers = _numbers(line)
        if len(numbers) != 1 or numbers[0] not in SCALE_STEPS:
            raise Unfit(words.SCALE_WRONG)
        return numbers[0]

    ends = field.low or field.high
    console.say(words.SCALE.format(low=field.low, high=field.high) if ends else words.SCALE_PLAIN)
    return ask_until(console, part, draft, read, is_text=False)


def ask_choice(console: Console, cards: Cards, field: Field, part: Any, draft: KeepsDraft) -> Any:
    """Ask for one of the options, by number or by its words."""
    options = field.offered({part})
    ids = {folded(option.label): option.id for option in options}

    def read(line: str, _: Any) -> str:
        if id := ids.get(folded(line[:LONGEST_OPTION])):
            return id
        numbers = _numbers(line)
        if len(numbers) != 1 or not 1 <= numbers[0] <= len(options):
            raise Unfit(words.CHOICE_WRONG.format(last=len(options)))
        return options[numbers[0] - 1].id

    console.say(words.CHOICE)
    _say_options(console, options, {part})
    return ask_until(console, part, draft, read, ids, is_text=False)


def ask_checks(console: Console, cards: Cards, field: Field, part: Any, draft: KeepsDraft) -> Any:
    """Ask for any number of options, by their numbers, or for one by its words."""
    options = field.offered(part or ())
    ids = {folded(option.label): option.id for option in options}

    def read(line: str, _: Any) -> list[str]:
        if id := ids.get(folded(line[:LONGEST_OPTION])):
            return [id]
        numbers = _numbers(line)
        if not numbers or not all(1 <= number <= len(options) for number in numbers):
            raise Unfit(words.CHECKS_WRONG.format(last=len(options)))
        return [options[number - 1].id for number in numbers]

    console.say(words.CHECKS)
    _say_options(console, options, set(part or ()))
    return ask_until(console, part, draft, read, ids, is_text=False)


def ask_date(console: Console, cards: Cards, field: Field, part: Any, draft: KeepsDraft) -> Any:
    """Ask for a day."""
    console.say(words.DATE)
    read = _reading(field, lambda line: kept_date(line, cards.today(), field.looks))
    written = ask_until(console, part, draft, read)
    if written != part and (day := day_of(written)):
        console.remark(words.UNDERSTOOD.format(day=spoken(day)))
    return written


def ask_number(console: Console, cards: Cards, field: Field, part: Any, draft: KeepsDraft) -> Any:
    """Ask for a number."""
    console.say(words.NUMBER)
    read = _reading(field, lambda line: typed_number(line, field.unit))
    written = ask_until(console, part, draft, read)
    if written != part and isinstance(written, int | float):
        console.remark(
            words.UNDERSTOOD.format(day=f"{shown_number(written)} {field.unit}".rstrip())
        )
    return written


def _reading(field: Field, keep: Callable[[str], Any]) -> Callable[[str, Any], Any]:
    """Read what may be typed wrongly: it is kept all the same, and a second time taken as meant."""

    def read(line: str, part: Any) -> Any:
        typed = keep(line)
        sentence = complaint(field, {field.id: typed})
        if sentence and typed != part:
            raise Unfit(f"{sentence} {words.AGAIN}", typed)
        return typed

    return read


def _say_options(console: Console, options: Sequence[Option], chosen: set[Any]) -> None:
    for number, option in enumerate(options, 1):
        sentence = words.CHOSEN if option.id in chosen else words.OPTION
        # A sentence goes on behind its mark.
        label = option.label.removesuffix(".") if option.id in chosen else option.label
        console.say(sentence.format(number=number, label=label))


def _numbers(line: str) -> list[int]:
    """The numbers of a line; none when anything else stands in it."""
    parts = re.split(r"[\s,;]+", line.strip())
    if not all(re.fullmatch(r"\d{1,4}", part) for part in parts):
        return []
    return [int(part) for part in parts]


# Cards a field names


def ask_cards(console: Console, cards: Cards, field: Field, part: Any, draft: KeepsDraft) -> Any:
    """Ask for names, separated by semicolons; each becomes the card that is meant."""

    def read(line: str, present: Any) -> list[str]:
        names = [name for name in map(one_line, line.split(";")) if name]
        if field.one and len(names) > 1:
            raise Unfit(name_words.ONE)
        typed = {folded(name) for name in names}
        before = [] if field.one else [n for n in present or () if folded(n) not in typed]
        draft([*before, *names])
        for place, name in enumerate(list(names)):
            names[place] = _meant(console, cards, field, name)
            draft([*before, *filter(None, names)])
        return list(dict.fromkeys((*before, *filter(None, names))))

    item = cards.forms[field.of].item
    console.say((name_words.ASK_ONE if field.one else name_words.ASK).format(item=item))
    return ask_until(console, part, draft, read)


def _meant(console: Console, cards: Cards, field: Field, name: str) -> str:
    """The id of the card a name means, the name itself, or nothing when it is taken back."""
    form = cards.forms[field.of]
    while True:
        found = _found(cards, field.of, name)
        if len(found) == 1 and folded(name) in folded(cards.title(found[0])):
            console.say(name_words.FOUND.format(name=cards.title(found[0]), item=form.item))
            return found[0].id
        _say_found(console, cards, found, name, form.item)
        choose = [name_words.CHOOSE] if found else []
        console.say(" ".join([*choose, name_words.KEEP_FREE if field.free else name_words.KEEP]))
        reply = console.reply(local=(Keyword.CLEAR,))
        if not isinstance(reply, str):
            return ""
        word = one_line(reply)
        if not word:
            return name
        if folded(word) == name_words.NEW:
            made = cards.add(field.of, {form.title: name})
            console.say(name_words.MADE.format(item=form.item, name=cards.title(made)))
            return made.id
        if not found or not word.isdecimal():
            name = word
        elif len(word) < 3 and 1 <= int(word) <= min(len(found), MOST_NAMES):
            return found[int(word) - 1].id
        else:
            console.say(name_words.NO_SUCH.format(number=word))


def _found(cards: Cards, kind: str, name: str) -> list[Card]:
    """The cards a name may mean, one more at most than are offered."""
    if len(name) > LONGEST_NAME:
        return []
    return cards.same_name(kind, name) or cards.search(kind, name, MOST_NAMES + 1)


def _say_found(console: Console, cards: Cards, found: list[Card], name: str, item: str) -> None:
    if not found:
        console.say(name_words.NONE.format(name=name, item=item))
        return
    console.say(name_words.FITTING.format(name=name))
    for number, card in enumerate(found[:MOST_NAMES], 1):
        text = ", ".join((cards.title(card), *cards.line(card)))
        console.say(name_words.CARD.format(number=number, text=text))
    if len(found) > MOST_NAMES:
        console.say(name_words.MORE)


# Lists of entries


class _Entries:
    """A list of entries in hand; every change goes to ``draft`` at once."""

    def __init__(
        self, console: Console, cards: Cards, field: Field, part: Any, draft: KeepsDraft
    ) -> None:
        self._console = console
        self._cards = cards
        self._field = field
        self._entries = [dict(entry) for entry in part or ()]
        self._draft = draft
        self._former: list[list[Entry]] = []
        self._stale = False

    def ask(self) -> list[Entry]:
        """Let the person change the list until an empty line."""
        console = self._console
        self._say()
        with console.place(entry_words.HELP):
            while True:
                reply = console.reply(local=(Keyword.UNDO,) if self._former else ())
                if reply is Keyword.UNDO:
                    self._take_back()
                elif not isinstance(reply, str) or not reply.strip():
                    return self._entries
                else:
                    self._obey(reply)
                if self._stale:
                    self._say()

    def _take_back(self) -> None:
        """Bring back what was deleted last."""
        self._entries[:] = self._former.pop()
        self._draft(self._entries)
        self._stale = True
        self._console.say(entry_words.BACK)

    def _say(self) -> None:
        say, field = self._console.say, self._field
        self._stale = False
        if not self._entries:
            say(entry_words.NONE.format(items=field.items))
            say(entry_words.KEYS.format(item=field.item))
            return
        if state := short_text(field, {field.id: self._entries}) if field.current else "":
            say(entry_words.CURRENT.format(state=state))
        say(entry_words.SOME.format(items=field.items))
        for number, entry in enumerate(self._entries, 1):
            say(entry_words.ENTRY.format(number=number, text=self._text(entry)))
        say(entry_words.KEYS_SOME.format(item=field.item))

    def _text(self, entry: Entry) -> str:
        return entry_text(self._field, entry, self._cards.name)

    def _obey(self, order: str) -> None:
        """Do what a line like „bearbeiten 2“ or „v 3 1“ says."""
        console, entries = self._console, self._entries
        match = _ENTRY_ORDER.fullmatch(order.strip().casefold())
        verb = next((v for v in _VERBS if match and v.startswith(match["verb"])), "")
        numbers = [int(n) for n in match.group("first", "second") if n] if match else []
        if len(numbers) != {"": -1, "neu": 0, "verschieben": 2}.get(verb, 1):
            console.remark(entry_words.WRONG)
            return
        for number in numbers:
            if not 1 <= number <= len(entries):
                console.remark(entry_words.NO_SUCH.format(number=number))
                return
        match verb, numbers:
            case "neu", _:
                self._write(len(entries))
            case "bearbeiten", [number]:
                self._write(number - 1)
            case "verschieben", [number, to]:
                entries.insert(to - 1, entries.pop(number - 1))
                console.say(entry_words.MOVED)
            case _, [number]:
                self._delete(number - 1)
        self._stale = True
        self._draft(entries)

    def _delete(self, place: int) -> None:
        """Ask, then take an entry out; „rückgängig“ brings it back."""
        text = self._text(self._entries[place])
        if self._console.agrees(entry_words.DELETE_SURE.format(text=text)):
            self._former.append([dict(entry) for entry in self._entries])
            del self._entries[place]
            self._console.say(entry_words.REMOVED.format(text=text))
        else:
            self._console.say(entry_words.NOT_REMOVED)

    def _write(self, place: int) -> None:
        """Ask for the columns of one entry, a new one or one that is there."""
        console, entries = self._console, self._entries
        new = place == len(entries)
        before, after = entries[:place], entries[place + 1 :]
        begun = self._beginning() if new else {}
        entry = dict(begun if new else entries[place])

        def keep(column: Field, value: Any) -> None:
            entry[column.id] = value
            filled = {id: value for id, value in entry.items() if value not in _EMPTY}
            there = [filled] if filled and filled != begun else []
            entries[:] = [*before, *there, *after]
            self._draft(entries)

        columns, at = still_asked(self._field.columns), 0
        while 0 <= at < len(columns):
            column = columns[at]
            draft, part = partial(keep, column), entry.get(column.id)
            try:
                written = ask_field(console, self._cards, column, part, draft, brief=True)
            except Said as said:
                if said.command not in (Keyword.BACK, Keyword.ON):
                    raise
                at += 1 if said.command is Keyword.ON else -1
                continue
            keep(column, written)
            at += 1
        if len(entries) > len(before) + len(after):
            console.say(entry_words.ADDED if new else entry_words.CHANGED)
        else:
            console.say(entry_words.NOTHING if new else entry_words.GONE)

    def _beginning(self) -> Entry:
        """What a new entry holds before anything is typed: the day, where it is asked first."""
        first = still_asked(self._field.columns)[0]
        if first.kind is FieldKind.DATE and first.id == "am":
            return {first.id: self._cards.today().isoformat()}
        return {}


_SAY_IT = frozenset({FieldKind.CHOICE, FieldKind.CHECKS, FieldKind.ENTRIES})
"""Fields whose options or entries say what stands in them."""

_ASK: dict[FieldKind, Callable[[Console, Cards, Field, Any, KeepsDraft], Any]] = {
    FieldKind.TEXT: ask_text,
    FieldKind.LINE: ask_line,
    FieldKind.SCALE: ask_scale,
    FieldKind.CHOICE: ask_choice,
    FieldKind.CHECKS: ask_checks,
    FieldKind.DATE: ask_date,
    FieldKind.NUMBER: ask_number,
    FieldKind.CARDS: ask_cards,
    FieldKind.ENTRIES: lambda *asked: _Entries(*asked).ask(),
}
