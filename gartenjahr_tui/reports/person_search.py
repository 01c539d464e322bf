"""Looks for one person in everything that is stored.

A person is looked for where names are written – fields that name people, columns of lists, voices –
and as a name within any other text. Cards that are about the person are told as a whole; of all
others only the field, the entry or the sentence that names the person. Former versions, deleted
cards and confidential fields are looked through like everything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.clock import local_day
from gartenjahr_tui.guide.model import Field, FieldKind
from gartenjahr_tui.reports.phrases import joined, spelled
from gartenjahr_tui.text import folded, one_line
from gartenjahr_tui.words.sharing import DisclosureWords as words
from gartenjahr_tui.workbook.book import CORRECTIONS, DEFAULT_VOICE
from gartenjahr_tui.workbook.names import bare
from gartenjahr_tui.workbook.patterns import like
from gartenjahr_tui.workbook.plain import AnswerKey, CardKey, Version
from gartenjahr_tui.workbook.values import field_text, is_card_id

if TYPE_CHECKING:
    from datetime import date, datetime

    from gartenjahr_tui.guide.model import Prompt
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.cards import Cards
    from gartenjahr_tui.workbook.plain import Answer, Card
    from gartenjahr_tui.workbook.values import Value

NAME_FIELDS = frozenset({"wer", "wem", "mit", "name", "person", "vertretung", "wer_geht"})
"""Ids of lines and columns in which the name of a person is written."""

ABOUT_ONE = {"contact": "name", "encouragement": "wem"}
"""Kinds of cards that are about one person, and the field that says who it is."""

SHORTEST = 4
"""Letters of a single word that is looked for in any spelling; shorter ones are words as well."""

LONGEST = 40
"""Characters of a text that may be nothing but a name."""

_SENTENCES = re.compile(r"(?<=\w\w\w[.!?…])\s+|(?<=[.!?…][“\"])\s+|\n+")
"""Between two sentences; a short word before the stop is an abbreviation or a first name."""

_ACCENTED = re.compile(r"[^\x00-\x7fäöü„“”‚‘’»«–—…·•→€§°×\xa0]")
"""Signs that only a closer look makes plain letters of."""

_SEVERAL = re.compile(r"\s*(?:;|/|&|\bund\b)\s*")
"""Between several names on one line."""


@dataclass(frozen=True)
class Person:
    """Who is asked about.

    Attributes:
        name: The name.
        cards: Ids of the cards of this person.
        voices: Ids of the voices so called.
        also: Other texts that stand for the person, as an address.
    """

    name: str
    cards: frozenset[str] = frozenset()
    voices: frozenset[str] = frozenset()
    also: tuple[str, ...] = ()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The spellings that are looked for, folded."""
        every = (called(self.name), folded(self.name), *map(folded, self.also))
        return tuple(dict.fromkeys(filter(None, every)))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        texts = "|".join(map(re.escape, self.names))
        return re.compile(rf"(?<!\w)(?:{texts})(?:s|['’]s?)?(?!\w)")

    @cached_property
    def _exact(self) -> re.Pattern[str] | None:
        """For Kürzel, which are words as well: only just as they are written."""
        name = bare(self.name)
        if " " in name or len(name) >= SHORTEST:
            return None
        return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")

    def is_in(self, text: str) -> bool:
        """Whether the name stands in a text as a word of its own."""
        if self._exact:
            return bool(self._exact.search(text))
        return bool(self._pattern.search(folded(text)))

    def is_called(self, text: str) -> bool:
        """Whether a text that holds names holds this one."""
        return folded(text) in self.names or self.is_in(text)

    def is_among(self, texts: Iterable[str]) -> bool:
        """Whether the name stands in one of some texts, whatever they are for."""
        every = [*texts]
        if self._exact and any(folded(text) in self.names for text in every if len(text) < LONGEST):
            return True
        text = "\n".join(every)
        return self._may_be_in(text) and self.is_in(text)

    def _may_be_in(self, text: str) -> bool:
        """Whether it is worth folding a text; that takes the longest of all."""
        plain = text.casefold()
        return any(word in plain for word in self._hints) or bool(_ACCENTED.search(plain))

    @cached_property
    def _hints(self) -> tuple[str, ...]:
        """The longest word of each name in all spellings of its umlauts."""
        hints = {max(name.split(), key=len) for name in self.names}
        for plain, umlaut in (("ae", "ä"), ("oe", "ö"), ("ue", "ü")):
            hints |= {hint.replace(plain, umlaut) for hint in hints}
        return tuple(hints)

    def is_told_of(self, text: str) -> bool:
        """Whether running text tells of the person; „ich“ is nobody in particular."""
        return self.names != (DEFAULT_VOICE,) and self.is_in(text)


@dataclass(frozen=True)
class PersonHit:
    """A place where a person stands.

    Attributes:
        label: What the place is called.
        text: What stands there of this person.
        direct: Whether it is a place for names, not running text.
        where: The card or question it stands on.
        day: The day that belongs to, in German.
        subject: Id of that card, or what tells the question from others.
    """

    label: str
    text: str
    direct: bool
    where: str = ""
    day: str = ""
    subject: str = ""


@dataclass
class Findings:
    """All that was found.

    Attributes:
        sheets: What cards about the person are called, and what stands on them.
        about: Id of each of these cards → what it is called.
        places: Where the name stands beside.
        other_name: Whether a former version of the person's card has another name.
        first: The first day anything of it was noted; None when nobody knows.
    """

    sheets: list[tuple[str, tuple[tuple[str, str], ...]]] = field(default_factory=list)
    about: dict[str, str] = field(default_factory=dict)
    places: list[PersonHit] = field(default_factory=list)
    other_name: bool = False
    first: date | None = None


# Where names and answers stand


def called(name: str) -> str:
    """A name as it is compared: folded, first name first, without a remark."""
    return folded(bare(name))


def contacts_in(cards: Cards) -> list[Card]:
    """The contacts of a garden, deleted ones too."""
    return [*cards.of("contact"), *cards.deleted("contact")]


def names_written(
    fields: Iterable[Field], value: Mapping[str, Any], kind: str = ""
) -> Iterator[str]:
    """Plain names in the fields that are for names."""
    for place in fields:
        part = value.get(place.id, "")
        if place.kind is FieldKind.CARDS:
            yield from (name for name in part if not is_card_id(name))
        elif _is_for_names(place, kind):
            yield from map(one_line, _SEVERAL.split(part))
        elif place.kind is FieldKind.ENTRIES:
            for entry in part:
                yield from names_written(place.columns, entry)


def _is_for_names(place: Field, kind: str = "") -> bool:
    """Whether the name of a person is to be written in a field; a partner is no person."""
    return place.kind is FieldKind.LINE and place.id in NAME_FIELDS and kind != "partner"


def answers_in(book: Workbook) -> Iterator[tuple[Answer, Prompt | None]]:
    """All answers: to the guide's questions, and what single people said about cards."""
    for answer in book.all_answers():
        yield answer, book.guide.prompts.get(answer.key.prompt)
    for year in book.years:
        for answer in book.views_of_cards(year):
            yield answer, _prompt_of(book, answer.key)


def _prompt_of(book: Workbook, key: AnswerKey) -> Prompt | None:
    if key.subject and (card := book.cards.get(key.subject)):
        return book.cards.form(card).prompts.get(key.prompt)
    return book.guide.prompts.get(key.prompt)


# What stands in one value


def find_in(
    person: Person, fields: Iterable[Field], value: Mapping[str, Any], kind: str = ""
) -> Iterator[PersonHit]:
    """Where a person stands in the value of a card of a kind, or in an answer."""
    places = {place.id: place for place in fields}
    for id, place in places.items():
        if id in value:
            yield from _find_in_field(person, place, value[id], kind)
    # What this version has no field for is text all the same.
    for id in value:
        if id not in places:
            yield from _find_in_text(person, id, value[id])


def _find_in_field(person: Person, place: Field, part: Any, kind: str) -> Iterator[PersonHit]:
    label = place.label or place.id.capitalize()
    if place.kind is FieldKind.CARDS:
        for name in part:
            if name in person.cards:
                yield PersonHit(label, person.name, direct=True)
            elif not is_card_id(name) and person.is_called(name):
                yield PersonHit(label, name, direct=True)
    elif place.kind is FieldKind.ENTRIES:
        for entry in part:
            yield from _find_in_entry(person, place, entry)
    elif _is_for_names(place, kind):
        if person.is_called(part):
            yield PersonHit(label, part, direct=True)
    elif place.kind not in (FieldKind.CHOICE, FieldKind.CHECKS, FieldKind.SCALE):
        yield from _find_in_text(person, label, part)


def _find_in_entry(person: Person, place: Field, entry: Mapping[str, Any]) -> Iterator[PersonHit]:
    """An entry that names the person as a whole; of others the sentence alone."""
    label = place.label or place.item
    found = [*find_in(person, place.columns, entry)]
    if any(one.direct for one in found):
        yield PersonHit(label, _whole(person, place.columns, entry), direct=True)
    else:
        yield from (
            replace(one, label=words.FIELD_OF.format(field=label, column=one.label))
            for one in found
        )


def _whole(person: Person, fields: Iterable[Field], value: Mapping[str, Any]) -> str:
    """An entry in lines; where cards are named, only the person."""
    lines = []
    for place in fields:
        part = value.get(place.id)
        if place.kind is FieldKind.CARDS:
            part = [n for n in part or () if n in person.cards or person.is_called(n)]
        if part:
            text = field_text(place, part, lambda name: person.name if is_card_id(name) else name)
            lines.append(f"{place.label or place.id}: {one_line(text)}")
    return "\n".join(lines)


def _find_in_text(person: Person, label: str, part: Any) -> Iterator[PersonHit]:
    """The sentences of running text that tell of the person."""
    for text in _strings(part):
        if person.is_told_of(text):
            sentences = [s for s in _SENTENCES.split(text) if s and person.is_told_of(s)]
            # A name that goes over the end of a line stands in no single sentence.
            yield PersonHit(label, "\n".join(map(str.strip, sentences or [text])), direct=False)


def _strings(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        for one in part.values():
            yield from _strings(one)
    elif isinstance(part, list):
        for one in part:
            yield from _strings(one)


def _keys(part: Any) -> Iterator[str]:
    """What stands before the colons of a setting, on every level."""
    if isinstance(part, Mapping):
        yield from map(str, part)
        for one in part.values():
            yield from _keys(one)


# The whole garden


Former = Mapping[AnswerKey | CardKey, list[Version]]
"""Which answer or card → what it said before, the newest first."""


def is_own(person: Person, key: AnswerKey, prompt: Prompt | None) -> bool:
    """Whether an answer is the person's own affair: told as a whole, not by sentences."""
    return prompt is not None and prompt.own and key.voice in person.voices


class PersonSearch:
    """Looks for one person in everything that is stored."""

    def __init__(self, book: Workbook, person: Person, former: Former) -> None:
        """Remember whom to look for, and what everything said before."""
        self._book = book
        self._person = person
        self._former = dict(former)
        self._findings = Findings()
        self._seen: set[tuple[str, str, str]] = set()

    def run(self) -> Findings:
        """Look through cards, answers, what they said before, and settings."""
        for card in self._book.cards.all():
            if not self._is_namesake(card):
                self._card(card)
            self._former.pop(card.key, None)
        for answer, prompt in answers_in(self._book):
            former = self._former.pop(answer.key, [])
            if not is_own(self._person, answer.key, prompt):
                self._answer(answer, prompt, former)
        # What is left belongs to nothing that stands in the garden now.
        for key, versions in self._former.items():
            for version in versions:
                self._gone(key, version)
        self._settings()
        return self._findings

    def _is_namesake(self, card: Card) -> bool:
        """Whether it is the card of somebody else with the same name."""
        if card.kind != "contact" or card.id in self._person.cards:
            return False
        return called(self._book.cards.title(card)) in self._person.names

    def _card(self, card: Card) -> None:
        if self._is_about(card, card.value):
            self._sheet(card)
        elif self._could_name(card.value):
            self._add(card, self._where(card), card.value, self._day(card))
        told = set(self._rows(card, card.value)) if card.key in self._former else set()
        for version in self._former.get(card.key, ()):
            day = spelled(local_day(version.written_at))
            if self._is_about(card, version.value, former=True):
                new = tuple(r for r in self._rows(card, version.value) if r not in told)
                told.update(new)
                self._former_sheet(card, day, new)
            elif card.id in self._person.cards:
                self._findings.other_name = True
            elif self._could_name(version.value):
                where = words.FORMER.format(where=self._where(card))
                self._add(card, where, version.value, day)

    def _could_name(self, value: Mapping[str, Any]) -> bool:
        """Whether it is worth looking closely: there are thousands of cards."""
        texts = [*_strings(value)]
        return not self._person.cards.isdisjoint(texts) or self._person.is_among(texts)

    def _add(self, card: Card, where: str, value: Mapping[str, Any], day: str) -> None:
        fields = self._book.cards.form(card).fields.values()
        for found in find_in(self._person, fields, value, card.kind):
            self._note(card.id, where, day, found, card.made_on)

    def _note(
        self, subject: str, where: str, day: str, found: PersonHit, since: date | None = None
    ) -> None:
        """Keep a place; the same text of a former version is told once."""
        key = (subject, found.label, found.text)
        if key not in self._seen:
            self._seen.add(key)
            self._findings.places.append(replace(found, where=where, day=day, subject=subject))
            self._begin(since)

    def _begin(self, day: date | None) -> None:
        first = self._findings.first
        self._findings.first = min(filter(None, (first, day)), default=None)

    def _day(self, card: Card) -> str:
        return spelled(card.value.get(self._book.cards.form(card).date) or card.made_on)

    def _where(self, card: Card) -> str:
        """What a card is called here; whose name is its title is not said of others."""
        form = self._book.cards.form(card)
        title = self._book.cards.title(card)
        secret = card.kind in ABOUT_ONE or self._names_others(title)
        where = form.item if secret else words.CARD.format(item=form.item, title=title)
        return words.PUT_AWAY.format(where=where) if card.deleted else where

    def _names_others(self, title: str) -> bool:
        line = folded(title)
        return any(name in line for name in self._others)

    @cached_property
    def _others(self) -> list[str]:
        """Names of other people there are cards of."""
        cards = self._book.cards
        others = (c for c in contacts_in(cards) if c.id not in self._person.cards)
        names = {called(cards.title(card)) for card in others}
        return [name for name in names if name and name not in self._person.names]

    # Cards about the person

    def _is_about(self, card: Card, value: Mapping[str, Any], *, former: bool = False) -> bool:
        """Whether a card tells of nobody but the person, now or in what it said before."""
        person = self._person
        if card.id in person.cards:
            return not former or self._same_name(value.get(ABOUT_ONE[card.kind], ""))
        if card.kind == "thanks":
            people = value.get("personen", ())
            return bool(people) and all(p in person.cards or person.is_called(p) for p in people)
        who = ABOUT_ONE.get(card.kind)
        return bool(who) and person.is_called(value.get(who or "", ""))

    def _same_name(self, name: str) -> bool:
        """Whether a former name may be this person's: they share a word, or there was none yet."""
        mine = {word for text in self._person.names for word in text.split()}
        return not name or not mine.isdisjoint(called(name).split())

    def _sheet(self, card: Card) -> None:
        rows = [*self._rows(card, card.value)]
        if card.made_on:
            rows.append((words.MADE, spelled(card.made_on)))
        if card.changed_at:
            rows.append((words.CHANGED, spelled(local_day(card.changed_at))))
        self._findings.sheets.append((self._title(card), tuple(rows)))
        self._findings.about[card.id] = self._title(card)
        self._begin(card.made_on)

    def _former_sheet(self, card: Card, day: str, rows: tuple[tuple[str, str], ...]) -> None:
        if rows:
            where = self._title(card) if self._is_about(card, card.value) else self._where(card)
            title = words.FORMER_TITLE.format(where=where, day=day)
            self._findings.sheets.append((title, rows))
            self._begin(card.made_on)

    def _title(self, card: Card) -> str:
        form = self._book.cards.form(card)
        title = words.CARD.format(item=form.item, title=self._book.cards.title(card))
        return words.PUT_AWAY.format(where=title) if card.deleted else title

    def _rows(self, card: Card, value: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        form = self._book.cards.form(card)
        for id, part in value.items():
            place = form.fields.get(id)
            if place is None:
                yield id, "\n".join(_strings(part))
            elif place.kind is FieldKind.DATE:
                yield place.label or id, spelled(part)
            else:
                yield place.label or id, field_text(place, part, self._book.cards.name)

    # Answers

    def _answer(self, answer: Answer, prompt: Prompt | None, former: list[Version]) -> None:
        self._of_answer(answer.key, prompt, answer.value, answer.changed_at, former=False)
        for version in former:
            self._of_answer(answer.key, prompt, version.value, version.written_at, former=True)

    def _of_answer(
        self,
        key: AnswerKey,
        prompt: Prompt | None,
        value: Value,
        at: datetime | None,
        *,
        former: bool,
    ) -> None:
        if not self._could_name(value):
            return
        where = question_of(self._book, key)
        where = words.FORMER.format(where=where) if former else where
        day = local_day(at) if at else None
        for found in find_in(self._person, prompt.fields if prompt else (), value):
            self._note(repr(key), where, spelled(day), found, day)

    def _gone(self, key: AnswerKey | CardKey, version: Version) -> None:
        """A former value whose card or answer is not known here."""
        if isinstance(key, AnswerKey):
            prompt = _prompt_of(self._book, key)
            self._of_answer(key, prompt, version.value, version.written_at, former=True)
        elif self._could_name(version.value):
            day = local_day(version.written_at)
            for found in _find_in_text(self._person, words.TEXT, version.value):
                self._note(key.id, words.GONE, spelled(day), found, day)

    def _settings(self) -> None:
        """What the program remembers for everybody: it may repeat what somebody wrote."""
        kept = self._book.settings_of(self._book.garden_id)
        self._corrections(kept.pop(CORRECTIONS, None))
        for key, value in kept.items():
            where = words.SETTING.format(key=key)
            for found in _find_in_text(self._person, words.TEXT, [*_strings(value), *_keys(value)]):
                self._note(key, where, "", found)

    def _corrections(self, kept: Any) -> None:
        for year, notes in like({str: [{str: str}]}, kept).items():
            for note in notes:
                if any(self._person.is_called(text) for text in _strings(note)):
                    text = one_line(joined(note.get("wer", ""), note.get("warum", "")))
                    found = PersonHit(words.CORRECTION, text, direct=True)
                    self._note(f"{year}", words.CORRECTION, spelled(note.get("am")), found)


def question_of(book: Workbook, key: AnswerKey) -> str:
    """What an answer belongs to; who gave it is not said."""
    prompt = _prompt_of(book, key)
    ask = prompt.ask if prompt else key.prompt
    where = words.QUESTION.format(ask=ask, year=book.year_label(key.year))
    return words.VIEW.format(card=where) if key.subject else where
