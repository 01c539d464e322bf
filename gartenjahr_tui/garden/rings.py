"""Year rings: the same question through all years, and what changed from one to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden.kinds import Checkup, living, partnerships_of
from gartenjahr_tui.guide.model import Field, FieldKind, Prompt
from gartenjahr_tui.text import one_line
from gartenjahr_tui.words.rhythm import RingsWords as words
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import (
    SIDE_FIELDS,
    Names,
    Value,
    announced,
    entry_text,
    field_text,
    former_texts,
    value_text,
)
from gartenjahr_tui.workbook.years import quarter_of, year_of

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

LOOK = Checkup.KIND
"""Kind of the cards that look at one partnership, once in a check-in."""

LOOK_FIELDS = ("gut", "nicht", "aendern", "umfeld", "schritt")
"""What of such a look is compared from quarter to quarter."""

MOST_CHANGES = 3
MOST_NAMES = 4
"""Changes, and names in one of them, that are said before „…“."""

MOST_QUOTED = 48
"""Characters of a text that are quoted."""

LONG_WORD = 4
"""Letters of a word that tells something."""

SAME = 0.9
"""From this part of common words on two texts are almost the same."""

OTHER = 0.3
"""Up to this part of common words a text has been written anew."""

_BESIDE = Field("", FieldKind.TEXT)
"""Stands for what does not fit the fields, and is text."""

_AROUND = ".,;:!?„“”\"'»«()[]–-…"


@dataclass(frozen=True)
class Ring:
    """One year of a question, or one quarter of a partnership, in one voice.

    Attributes:
        year: Number of the garden year.
        when: What it is called.
        voice: Name of who answered; empty where only one ever did.
        state: How far the answer is.
        value: The answer.
        text: The answer as text.
        change: What has changed since this voice's ring before, in one line; empty for the first.
        same: Whether it says the same as this voice's ring before.
    """

    year: int
    when: str
    voice: str
    state: AnswerState
    value: Value
    text: str = ""
    change: str = ""
    same: bool = False


@dataclass(frozen=True)
class Trunk:
    """What rings are of.

    Attributes:
        id: Id of the question, or of the latest look at the partnership.
        title: The question, or the name of the partnership.
        rings: The rings, the oldest first.
        labels: What stands above the parts of an answer.
    """

    id: str
    title: str
    rings: list[Ring] = field(default_factory=list)
    labels: frozenset[str] = frozenset()


# Questions


def of(book: Workbook, prompt: Prompt) -> list[Ring]:
    """The rings of a question, the oldest first; what is personal stays one's own."""
    return list(_grown(prompt, list(_answers(book, prompt)), book.cards.name))


def of_prompts(book: Workbook, prompts: Iterable[Prompt]) -> list[Trunk]:
    """Some questions with their rings; those nobody ever answered are left out."""
    return [Trunk(p.id, p.ask, of(book, p), _labels(p)) for p in prompts if answered(book, p)]


def _labels(prompt: Prompt) -> frozenset[str]:
    return frozenset(announced(field.label) for field in prompt.fields if field.label)


def answered(book: Workbook, prompt: Prompt) -> bool:
    """Whether there is anything to read of a question."""
    return any(said.value for said in _answers(book, prompt))


def _answers(book: Workbook, prompt: Prompt) -> Iterator[Ring]:
    for year in book.years:
        for voice in book.heard(prompt):
            answer = book.answer(prompt.id, year, voice)
            if answer.value or answer.state is AnswerState.NOT_HERE:
                when = book.year_label(year)
                yield Ring(year, when, voice.name, answer.state, answer.value)


def latest_first(rings: Iterable[Ring]) -> Iterator[Ring]:
    """The rings for reading: the newest first; where years say the same, the newest for all."""
    times = [list(group) for _, group in groupby(rings, lambda ring: ring.when)]
    said: set[str] = set()
    for ring in (ring for time in reversed(times) for ring in time):
        if ring.voice not in said:
            yield ring
        (said.add if ring.same else said.discard)(ring.voice)


# Partnerships


def of_partnerships(book: Workbook) -> list[Trunk]:
    """The living partnerships that were looked at, with a ring for each look."""
    looks: dict[str, list[Card]] = {}
    for look in book.cards.of(LOOK):
        for partnership in partnerships_of(book.cards, look):
            looks.setdefault(partnership.id, []).append(look)
    found = [card for card in living(book.cards) if card.id in looks] if looks else []
    trunks = (_partnership(book, card, looks[card.id]) for card in found)
    return [trunk for trunk in trunks if trunk.rings]


def _partnership(book: Workbook, card: Card, looks: list[Card]) -> Trunk:
    looks = sorted(looks, key=lambda look: Checkup(look).on or date.min)
    prompt = _look_prompt(book)
    said = [one for look in looks if (one := _look(book, look, prompt)).value]
    rings = list(_grown(prompt, said, book.cards.name))
    return Trunk(looks[-1].id, book.cards.title(card), rings, _labels(prompt))


def _look_prompt(book: Workbook) -> Prompt:
    """What is asked of a partnership in every check-in, as one question."""
    fields = book.guide.forms[LOOK].fields
    return Prompt(LOOK, "", "", tuple(fields[id] for id in LOOK_FIELDS), ())


def _look(book: Workbook, look: Card, prompt: Prompt) -> Ring:
    value = {f.id: look.value[f.id] for f in prompt.fields if f.id in look.value}
    month, day = book.profile.start_month, Checkup(look).on
    if day is None:
        return Ring(0, words.UNDATED, "", AnswerState.ANSWERED, value)
    year = year_of(day, month)
    quarter = quarter_of(day, month)
    when = words.QUARTER.format(year=book.year_label(year), quarter=quarter)
    return Ring(year, when, "", AnswerState.ANSWERED, value)


# What changed


def _grown(prompt: Prompt, found: Sequence[Ring], names: Names) -> Iterator[Ring]:
    """Rings with what changed in each; every voice is compared with itself."""
    several = len({said.voice for said in found}) > 1
    before: dict[str, Value] = {}
    since: dict[str, str] = {}
    for said in found:
        # Where a question did not fit for a while, there is nothing to compare with.
        change, former = "", before.get(said.voice, {})
        if former and said.value:
            change = changed(prompt, former, said.value, names)
        same = bool(former and said.value and not change)
        if same:
            change = words.UNCHANGED.format(when=since[said.voice])
        else:
            since[said.voice] = said.when
        before[said.voice] = said.value
        text = value_text(prompt, said.value, names) if said.value else words.NOT_HERE
        voice = said.voice if several else ""
        yield replace(said, voice=voice, text=text, change=change, same=same)


def changed(
    prompt: Prompt, before: Mapping[str, Any], after: Mapping[str, Any], names: Names = str
) -> str:
    """What changed from one answer to the next, in one line; empty when nothing did."""
    found = []
    # What stands beside the fields is compared as one text, and so is what has no field any more.
    before, after = (
        {
            **value,
            **({_BESIDE.id: "\n".join(texts)} if (texts := former_texts(prompt, value)) else {}),
        }
        for value in (before, after)
    )
    for one in (*prompt.fields, _BESIDE):
        if change := _changed(one, before.get(one.id), after.get(one.id), names):
            found.append((one, change))
    filled = {id for id in (*before, *after) if id not in SIDE_FIELDS}
    if len({change for _, change in found}) == 1 and filled <= {one.id for one, _ in found}:
        # All parts of the answer alike: their names would only be in the way.
        return found[0][1]
    lines = [
        words.OF_FIELD.format(label=announced(one.label), change=change) if one.label else change
        for one, change in found
    ]
    if (more := len(found) - MOST_CHANGES) > 1:
        lines = [*lines[:MOST_CHANGES], words.MORE.format(count=more)]
    return words.JOIN_FIELDS.join(lines)


def _changed(field: Field, before: Any, after: Any, names: Names) -> str:
    """What changed in a field; empty when nothing did."""
    if before == after:
        return ""
    if before is None or after is None:
        return words.CAME if before is None else words.WENT
    match field.kind:
        case FieldKind.ENTRIES:
            return _entries_change(field, before, after, names)
        case FieldKind.CHECKS | FieldKind.CARDS:
            return _names_change(field, before, after, names)
        case FieldKind.SCALE:
            return words.SCALE.format(before=before, after=after)
        case FieldKind.TEXT:
            return _text_change(before, after)
    old, new = (one_line(field_text(field, part, names)) for part in (before, after))
    if max(len(old), len(new)) > MOST_QUOTED:
        return _text_change(old, new)
    return words.FROM_TO.format(before=old, after=new)


def _names_change(field: Field, before: list[Any], after: list[Any], names: Names) -> str:
    """Which options or cards came and went."""
    came = _listed(field, [part for part in after if part not in before], names)
    went = _listed(field, [part for part in before if part not in after], names)
    parts = [words.NEW.format(names=came)] if came else []
    parts += [words.GONE.format(names=went)] if went else []
    return words.JOIN.join(parts) or words.ENTRIES_ORDER


def _listed(field: Field, ids: list[Any], names: Names) -> str:
    labels = {option.id: option.label for option in field.options}
    found = [labels.get(str(id)) or one_line(names(str(id))) for id in ids]
    cut = words.CUT if len(found) > MOST_NAMES else ""
    return words.NAMES.join(found[:MOST_NAMES]) + cut


def _entries_change(field: Field, before: list[Any], after: list[Any], names: Names) -> str:
    """How many entries came and went; one that begins the same has only been changed."""
    old, new = (Counter(entry_text(field, e, names) for e in part) for part in (before, after))
    came, went = new - old, old - new
    heads, old_heads = (Counter(text.split(" · ")[0] for text in part) for part in (came, went))
    other = (heads & old_heads).total()
    counts = {
        words.ENTRIES_NEW: came.total() - other,
        words.ENTRIES_OTHER: other,
        words.ENTRIES_GONE: went.total() - other,
    }
    parts = [sentence.format(count=count) for sentence, count in counts.items() if count]
    return words.NAMES.join(parts) or words.ENTRIES_ORDER


def _text_change(before: str, after: str) -> str:
    """What became of a text, told by its words: quick however long it is."""
    old, new = before.split(), after.split()
    if old == new:
        return ""
    if new[: len(old)] == old:
        return words.ADDED.format(words=_quoted(" ", new[len(old) :]))
    known = Counter(old)
    common = (known & Counter(new)).total()
    if common * 2 <= OTHER * (len(old) + len(new)):
        return words.REWRITTEN
    if common >= SAME * len(new) and common < SAME * len(old):
        return words.SHORTER
    fresh = dict.fromkeys(one for word in new if word not in known and (one := word.strip(_AROUND)))
    if not fresh:
        return words.ALMOST
    # Short words say little, unless there are no others.
    telling = [word for word in fresh if len(word) >= LONG_WORD] or fresh
    if common >= SAME * len(old) and common < SAME * len(new):
        return words.GROWN.format(words=_quoted(words.NAMES, telling))
    if common * 2 >= SAME * (len(old) + len(new)):
        return words.ALMOST
    return words.REVISED.format(words=_quoted(words.NAMES, telling))


def _quoted(between: str, found: Iterable[str]) -> str:
    """The first of some words."""
    quoted = ""
    for word in found:
        longer = f"{quoted}{between}{word}" if quoted else word[:MOST_QUOTED]
        if len(longer) > MOST_QUOTED:
            return quoted + words.CUT
        quoted = longer
    return quoted
