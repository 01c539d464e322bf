"""The Auskunft: all that is stored about one person, and nothing about others.

What there is finds :mod:`gartenjahr_tui.reports.person_search`; here it becomes a document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from gartenjahr_tui.clock import local_day
from gartenjahr_tui.garden.kinds import Contact
from gartenjahr_tui.garden.library import library_of
from gartenjahr_tui.guide.model import WHOLE, Option
from gartenjahr_tui.outlet import Ask
from gartenjahr_tui.reports.document import (
    Block,
    Bullets,
    Facts,
    Heading,
    Look,
    Paragraph,
    facts,
    table,
)
from gartenjahr_tui.reports.person_search import (
    Findings,
    Former,
    Person,
    PersonSearch,
    answers_in,
    called,
    contacts_in,
    is_own,
    names_written,
    question_of,
)
from gartenjahr_tui.reports.phrases import joined, named, spelled
from gartenjahr_tui.reports.report import Part, Report, Scope
from gartenjahr_tui.text import folded, one_line, sort_key
from gartenjahr_tui.words.documents import PageWords
from gartenjahr_tui.words.sharing import DisclosureWords as words
from gartenjahr_tui.workbook.names import bare, is_personal
from gartenjahr_tui.workbook.plain import AnswerKey, CardKey, Version
from gartenjahr_tui.workbook.values import value_text

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Prompt
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Answer

ALL_CHANGES = 1_000_000
"""More lines than any log has."""

LONGEST_SHORT_FORM = 4
"""Letters of initials."""

# Who can be asked about


def people(book: Workbook) -> list[Option]:
    """Contacts, voices, and whoever is written down by name."""
    cards = book.cards
    contacts = contacts_in(cards)
    options = [
        Option(c.id, words.DELETED.format(name=cards.title(c)) if c.deleted else cards.title(c))
        for c in contacts
    ]
    known = {called(cards.title(card)) for card in (*contacts, *cards.of("partner"))}
    for voice in book.voices:
        known.add(folded(voice.name))
        options.append(Option(voice.name, words.VOICE.format(name=voice.name)))
    written = cards.once("names written down", lambda: _written_on_cards(book))
    plain = {name: None for name in (*written, *_written_in_answers(book)) if name}
    # Groups and offices are no people; whoever goes by one word can be typed.
    people = (name for name in plain if is_personal(name) or _is_short_form(name))
    new = {called(name): name for name in people if called(name) not in known}
    return [*options, *(Option(name, name) for name in sorted(new.values(), key=sort_key))]


def _is_short_form(name: str) -> bool:
    """Whether somebody is written down by initials: „JK“."""
    return len(name) <= LONGEST_SHORT_FORM and name.isalpha() and name.isupper()


def _written_on_cards(book: Workbook) -> list[str]:
    found: dict[str, None] = {}
    for card in book.cards.all():
        fields = book.cards.form(card).fields.values()
        found |= dict.fromkeys(names_written(fields, card.value, card.kind))
    return [*found]


def _written_in_answers(book: Workbook) -> Iterator[str]:
    for answer, prompt in answers_in(book):
        if prompt:
            yield from names_written(prompt.fields, answer.value)


def person_of(scope: Scope) -> Person:
    """Who is asked about: by the id of a contact, or by name."""
    cards, asked = scope.cards, scope.chosen["ueber"]
    card = cards.get(asked)
    name = cards.title(card) if card else one_line(asked)
    same = [c for c in contacts_in(cards) if called(cards.title(c)) == called(name)]
    # A living card of the same name may be somebody else's, unless one asks for the name itself.
    ids = {c.id for c in same if c.deleted or card is None or c.id == asked}
    voices = frozenset(v.id for v in scope.book.voices if folded(v.name) == called(name))
    return Person(name, frozenset(ids), voices)


def former_of(scope: Scope) -> Former:
    """What everything said before, read once for all parts."""

    def read() -> Former:
        found: dict[AnswerKey | CardKey, list[Version]] = defaultdict(list)
        for key, version in scope.book.former():
            found[key].append(version)
        return found

    return scope.once("former", read)


# The document


def findings(scope: Scope) -> Findings:
    """What was found, looked for once for all parts."""

    def look() -> Findings:
        return PersonSearch(scope.book, person_of(scope), former_of(scope)).run()

    return scope.once("findings", look)


def _who(scope: Scope) -> Iterator[Block]:
    person, found, cards = person_of(scope), findings(scope), scope.cards
    mine = [cards[id] for id in sorted(person.cards)]
    sources = dict.fromkeys(source for card in mine if (source := Contact(card).source))
    used = max((card.value.get(Contact.used.id, "") for card in mine), default="")
    partners = dict.fromkeys(name for card in mine for name in named(cards, card, Contact.partner))
    purpose = words.PURPOSE_TEXT
    if partners:
        purpose = words.PURPOSE_OF.format(partner=", ".join(partners))
    nothing = not (found.sheets or found.places or person.voices)
    how_long = [words.HOW_LONG_TEXT]
    if used:
        how_long.append(words.LAST_USED.format(day=spelled(used)))
    yield Facts(
        (
            *_responsible(scope),
            (words.NAME, person.name),
            (words.SEARCHED, bare(person.name)),
            (words.PURPOSE, words.NOT_STORED if nothing else purpose),
            (words.SINCE, spelled(found.first) or words.SINCE_UNKNOWN),
            (words.SOURCE, "; ".join(sources) or words.SOURCE_UNKNOWN),
            (words.RECIPIENTS, words.RECIPIENTS_TEXT),
            (words.HOW_LONG, "; ".join(how_long)),
        )
    )
    if nothing:
        yield Paragraph(words.NOTHING)


def _responsible(scope: Scope) -> Iterator[tuple[str, str]]:
    """Who answers for what is stored."""
    library = library_of(scope.book)
    who = (library.party, library.address, library.phone, library.mail) if library.name else ()
    if any(who):
        yield words.RESPONSIBLE, joined(*who, by="\n")


def _namesakes(scope: Scope, person: Person) -> bool:
    others = (c for c in scope.cards.of("contact") if c.id not in person.cards)
    return any(called(scope.cards.title(c)) == called(person.name) for c in others)


def _sheets(scope: Scope) -> Iterator[Block]:
    for title, rows in findings(scope).sheets:
        yield Heading(title, 2)
        yield Facts(rows)


_COLUMNS = (words.WHERE, words.DAY, words.FIELD, words.TEXT)


def _places(scope: Scope, *, direct: bool) -> Iterator[Block]:
    """Where the name stands, in places for names or in running text."""
    found = (place for place in findings(scope).places if place.direct is direct)
    yield from table(_COLUMNS, ((hit.where, hit.day, hit.label, hit.text) for hit in found))


def _mentions(scope: Scope) -> Iterator[Block]:
    if found := [*_places(scope, direct=False)]:
        yield Paragraph(words.MENTIONED_LEAD, Look.LEAD)
        yield from found


def _written(scope: Scope) -> Iterator[Block]:
    """What a voice has written, the log, and settings."""
    person, book = person_of(scope), scope.book
    if not person.voices:
        return
    yield Paragraph(words.WRITTEN_LEAD.format(name=person.name), Look.LEAD)
    rows = (
        row
        for answer, prompt in answers_in(book)
        if answer.key.voice in person.voices
        for row in _own(scope, person, answer, prompt)
    )
    yield from table(_COLUMNS, rows)
    yield from facts(*_log(book, person.voices), *_settings(book, person.voices))


def _own(
    scope: Scope, person: Person, answer: Answer, prompt: Prompt | None
) -> Iterator[tuple[str, ...]]:
    """The rows about one answer: its words, and what it said before, where it is personal."""
    where = question_of(scope.book, answer.key)
    day = spelled(local_day(answer.changed_at)) if answer.changed_at else ""
    if prompt is None or not is_own(person, answer.key, prompt):
        yield where, day, words.FOR_TEAM, ""
        return
    name = scope.cards.name
    yield where, day, words.OWN, value_text(prompt, answer.value, name)
    told = [answer.value]
    for version in former_of(scope).get(answer.key, ()):
        if version.value not in told:
            told.append(version.value)
            at = spelled(local_day(version.written_at))
            text = value_text(prompt, version.value, name)
            yield words.FORMER.format(where=where), at, words.OWN, text


def _log(book: Workbook, voices: Iterable[str]) -> Iterator[tuple[str, str]]:
    wanted = set(voices)
    days = [local_day(line.at) for line in book.changes(ALL_CHANGES) if line.voice in wanted]
    if days:
        count = len(days)
        sentence = words.LOG_ENTRIES[count > 1]
        first, last = spelled(min(days)), spelled(max(days))
        yield words.LOG, sentence.format(count=count, first=first, last=last)


def _settings(book: Workbook, voices: Iterable[str]) -> Iterator[tuple[str, str]]:
    count = sum(len(book.settings_of(voice)) for voice in voices)
    if count:
        yield words.SETTINGS, words.SETTINGS_COUNT[count > 1].format(count=count)


def _rights(scope: Scope) -> Iterator[Block]:
    yield Paragraph(words.RIGHTS_TEXT)


def _hints(scope: Scope) -> Iterator[Block]:
    """For the team."""
    yield Paragraph(words.HINTS_LEAD, Look.LEAD)
    yield Bullets((*_doubts(scope), *words.HINTS_LIST))
    yield Facts(((words.STORED, str(scope.book.paths.file)),))


def _doubts(scope: Scope) -> Iterator[str]:
    if _namesakes(scope, person_of(scope)):
        yield words.NAMESAKE
    if findings(scope).other_name:
        yield words.OTHER_NAME


def _naming(scope: Scope) -> tuple[str, str]:
    name, day = person_of(scope).name, spelled(scope.book.today)
    return words.HEADING, words.SUBTITLE.format(name=name, day=day)


def _quotes_the_guide(scope: Scope) -> bool:
    """Whether questions of the guide are named; elsewhere its source need not be said."""
    asked = (hit for hit in findings(scope).places if scope.cards.get(hit.subject) is None)
    return bool(person_of(scope).voices) or any(asked)


DISCLOSURE = Report(
    "auskunft",
    words.TITLE,
    words.LEAD,
    (
        Part("person", words.WHO, _who, fixed=True),
        Part("karten", words.CARDS, _sheets, fixed=True),
        Part("genannt", words.NAMED, partial(_places, direct=True), fixed=True),
        Part("erwaehnt", words.MENTIONED, _mentions, fixed=True),
        Part("geschrieben", words.WRITTEN, _written, fixed=True),
        Part("rechte", words.RIGHTS, _rights, fixed=True),
        Part("hinweise", words.HINTS, _hints, apart=PageWords.STAYS),
    ),
    _naming,
    (Ask("ueber", words.ASK, people, words.NONE, free=True, must=True),),
    words.STAYS,
    guide=_quotes_the_guide,
    private=True,
    takes=WHOLE,
)

REPORTS: tuple[Report, ...] = (DISCLOSURE,)
