"""Looks through a whole garden and says what wants attention; it never takes anything away."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count as count_up
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden.documents import Documents
from gartenjahr_tui.guide.model import Field, FieldKind
from gartenjahr_tui.store import backups, copying
from gartenjahr_tui.store.copying import OnShare
from gartenjahr_tui.store.errors import SecondPlaceMissing
from gartenjahr_tui.store.glance import APPLICATION_ID, SCHEMA, faults
from gartenjahr_tui.store.search import BATCH, Index
from gartenjahr_tui.text import shortened
from gartenjahr_tui.words.cli import InspectionWords as words
from gartenjahr_tui.words.exchange import BackupsWords as copy_words
from gartenjahr_tui.words.exchange import DamageWords as damage_words
from gartenjahr_tui.workbook import damage
from gartenjahr_tui.workbook.dates import day_of
from gartenjahr_tui.workbook.plain import Answer, AnswerKey, Card
from gartenjahr_tui.workbook.values import links_of

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.keeping import Kept

NAMED = 5
"""Cards that are named; of the others only their number is said."""

LONGEST_ASK = 60
"""Characters of a question that is named."""

_COUNTED = ("answer", "answer_version", "card", "card_version", "garden_year", "setting", "voice")


@dataclass(frozen=True)
class Finding:
    """A German sentence, and whether a person should do something about it."""

    said: str
    attention: bool = False


def inspect(
    book: Workbook, tell: Callable[[str], None], step: OnShare = lambda share: None
) -> bool:
    """Make all checks.

    ``tell`` takes the lines as they come; ``step`` hears how far a check is that takes long, 0 to
    1, and may raise to stop.

    Returns:
        Whether nothing wants attention.
    """
    book.flush()
    well = True
    for number, (name, look) in enumerate(CHECKS, 1):
        tell(words.LINE.format(number=number, count=len(CHECKS), name=name))
        findings = list(look(book, step)) or [Finding(words.WELL)]
        well = well and not any(finding.attention for finding in findings)
        for finding in findings:
            sign = words.SIGN if finding.attention else words.NO_SIGN
            tell(words.SAID.format(sign=sign, said=finding.said))
    tell(words.ALL_WELL if well else words.ATTENTION)
    return well


def _count(sentences: tuple[str, str], count: int, **more: object) -> str:
    """The sentence for one, or for many."""
    return sentences[count != 1].format(count=count, **more)


def _file(book: Workbook, _step: OnShare) -> Iterator[Finding]:
    with book.store.connection() as connection:
        damaged = len(faults(connection, "integrity_check"))
        loose = len(connection.execute("PRAGMA foreign_key_check").fetchall())
    if damaged:
        yield Finding(_count(words.DAMAGED, damaged, file=book.paths.file), attention=True)
    if loose:
        yield Finding(_count(words.LOOSE, loose), attention=True)


def _marks(book: Workbook, _step: OnShare) -> Iterator[Finding]:
    def number(connection: sqlite3.Connection, query: str) -> int:
        return int(connection.execute(query).fetchone()[0] or 0)

    with book.store.connection() as connection:
        marks = [
            number(connection, "PRAGMA application_id"),
            number(connection, "PRAGMA user_version"),
            number(connection, "SELECT version_num FROM alembic_version"),
        ]
        highest = max(
            number(connection, f"SELECT max(counter) FROM {table}")  # noqa: S608
            for table in _COUNTED
        )
        changes = number(connection, "SELECT changes FROM garden")
    if marks != [APPLICATION_ID, SCHEMA, SCHEMA]:
        yield Finding(words.OTHER_MARKS, attention=True)
    if highest > changes:
        yield Finding(words.AHEAD, attention=True)


def _links(book: Workbook, _step: OnShare) -> Iterator[Finding]:
    cards, count, names = book.cards, 0, []
    for card in cards.all():
        form = cards.form(card)
        gone = [id for id in links_of(form.links, card.value) if id not in cards]
        if gone and not card.deleted:
            count += len(gone)
            names.append(_card_name(book, card))
    if count:
        yield Finding(_count(words.GONE, count, names=_named(names)), attention=True)
    with book.store.connection() as connection:
        kinds = connection.execute("SELECT kind, count(*) FROM card GROUP BY kind").fetchall()
    if unknown := sum(count for kind, count in kinds if kind not in book.guide.forms):
        yield Finding(_count(words.KINDS, unknown), attention=True)


def _questions(book: Workbook, _step: OnShare) -> Iterator[Finding]:
    known = book.guide.prompts
    former = sum(answer.key.prompt not in known for answer in book.all_answers())
    if former:
        yield Finding(_count(words.FORMER, former))


def _values(book: Workbook, _step: OnShare) -> Iterator[Finding]:
    found = book.misfits()
    misfits = [one for one in found if not (isinstance(one[0], Card) and one[0].deleted)]
    if misfits:
        names = [_fields(book, kept, ids) for kept, ids in misfits]
        count = sum(len(ids) for _, ids in misfits)
        yield Finding(_count(words.MISFITS, count, names=_named(names)), attention=True)
    odd = sum(
        _odd(book.guide.prompts[answer.key.prompt].fields, answer.value)
        for answer in book.all_answers()
        if answer.key.prompt in book.guide.prompts
    )
    cards = (card for card in book.cards.all() if not card.deleted)
    odd += sum(_odd(book.cards.form(card).fields.values(), card.value) for card in cards)
    if odd:
        yield Finding(_count(words.ODD, odd))


def _seals(book: Workbook, _step: OnShare) -> Iterator[Finding]:
    if wrong := damage.wrong_rows(book):
        names = _named([name_of(book, row) for row in wrong])
        yield Finding(_count(damage_words.CHECK_WRONG, len(wrong), names=names), attention=True)


def name_of(book: Workbook, wrong: damage.WrongRow) -> str:
    """Which question or card a wrong row belongs to, whose, and of which year; never its text."""
    name, voices = damage_words.NAMES[wrong.table], {v.id: v.name for v in book.voices}
    if isinstance(wrong.of, AnswerKey):
        name = _fields(book, Answer(wrong.of), set())
        if len(voices) > 1 and wrong.of.voice in voices:
            name = damage_words.WHOSE.format(name=name, voice=voices[wrong.of.voice])
    elif wrong.of and (card := book.cards.get(wrong.of.id)):
        name = _card_name(book, card)
    else:
        return name
    return name if wrong.is_text else damage_words.VERSION.format(name=name)


def _fields(book: Workbook, kept: Kept, ids: set[str]) -> str:
    """Which card or question, and which of its fields."""
    forms = book.guide.forms
    if isinstance(kept, Card):
        form = forms.get(kept.kind)
        fields: Iterable[Field] = form.fields.values() if form else ()
        name = _card_name(book, kept) if form else kept.kind
    else:
        kind = kept.key.prompt.partition(".")[0]
        prompts = forms[kind].prompts if kept.key.subject and kind in forms else book.guide.prompts
        prompt = prompts.get(kept.key.prompt)
        fields = prompt.fields if prompt else ()
        ask = shortened(prompt.ask if prompt else kept.key.prompt, LONGEST_ASK)
        name = words.ASK.format(ask=ask, year=book.year_label(kept.key.year))
    labels = [field.label for field in fields if field.id in ids and field.label]
    return words.FIELDS.format(name=name, fields=", ".join(labels)) if labels else name


def _card_name(book: Workbook, card: Card) -> str:
    form = book.cards.form(card)
    title = words.CARD.format(item=form.item, title=book.cards.title(card))
    return form.item if form.confidential else title


def _named(names: list[str]) -> str:
    """The first of some names, and how many more there are."""
    more = [words.MORE_CARDS.format(count=len(names) - NAMED)] if len(names) > NAMED else []
    return ", ".join([*names[:NAMED], *more])


def _odd(fields: Iterable[Field], value: Mapping[str, Any]) -> int:
    """How many days and numbers are only text: typed so, or come from elsewhere."""
    count = 0
    for field, part in ((field, value[field.id]) for field in fields if field.id in value):
        match field.kind:
            case FieldKind.ENTRIES:
                count += sum(_odd(field.columns, entry) for entry in part)
            case FieldKind.DATE:
                count += day_of(part) is None
            case FieldKind.NUMBER:
                count += isinstance(part, str)
    return count


def _search(book: Workbook, step: OnShare) -> Iterator[Finding]:
    index, documents = Index(book.store.connection), Documents(book.snapshot())
    # A little less than there is: long cards take two places, and the guide some.
    expected = len(book.cards.all()) + sum(1 for _ in book.all_answers())
    batches = count_up()

    def goes_on() -> bool:
        step(min(0.99, next(batches) * BATCH / (expected or 1)))
        return False

    try:
        count = index.rebuild(documents, goes_on)
        whole = index.is_whole(documents)
    except sqlite3.Error:
        whole = False
    if whole:
        yield Finding(words.REBUILT.format(count=count))
    else:
        yield Finding(words.NOT_WHOLE, attention=True)


def _copies(book: Workbook, step: OnShare) -> Iterator[Finding]:
    copies = backups.all_copies(book.paths)
    damaged = []
    for number, copy in enumerate(copies):
        step(number / len(copies))
        if not copying.is_sound(copy.file):
            damaged.append(copy.file.name)
    elsewhere = backups.second_place(book.paths)
    if damaged:
        names = ", ".join(damaged[:NAMED])
        yield Finding(_count(copy_words.CHECK_DAMAGED, len(damaged), names=names), attention=True)
    elif copies:
        day = copies[0].taken.strftime(copy_words.DAY)
        yield Finding(_count(copy_words.CHECK_NEWEST, len(copies), day=day))
    else:
        yield Finding(copy_words.CHECK_NONE)
    if elsewhere is not None and not backups.is_there(elsewhere):
        yield Finding(str(SecondPlaceMissing(elsewhere)))


Inspection = Callable[["Workbook", OnShare], Iterable[Finding]]
"""Looks, and yields what is to be said: nothing when all is well. It says how far it is if long."""

CHECKS: tuple[tuple[str, Inspection], ...] = (
    (words.FILE, _file),
    (words.MARKS, _marks),
    (words.LINKS, _links),
    (words.QUESTIONS, _questions),
    (words.VALUES, _values),
    (damage_words.CHECK, _seals),
    (words.SEARCH, _search),
    (copy_words.CHECK, _copies),
)
"""All checks, in the order they are made."""
