"""Answers, cards, views of cards, guide and glossary as things to be found, and as documents."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from gartenjahr_tui import __version__
from gartenjahr_tui.garden.told import CardGate
from gartenjahr_tui.guide.lookup import GLOSSARY as GLOSSARY_TARGET
from gartenjahr_tui.guide.model import BlockKind
from gartenjahr_tui.store.search import FULL, NAME, RECORD, USUAL, SearchDocument
from gartenjahr_tui.text import folded, sort_key
from gartenjahr_tui.words.rhythm import SearchWords as words
from gartenjahr_tui.workbook.dates import german
from gartenjahr_tui.workbook.plain import AnswerKey
from gartenjahr_tui.workbook.values import as_text, beside, field_text, links_of
from gartenjahr_tui.workbook.years import year_of

if TYPE_CHECKING:
    from datetime import date

    from gartenjahr_tui.guide.model import CardForm, Exhibit, Field, Guide, Section
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Answer, Card
    from gartenjahr_tui.workbook.values import Value

ANSWER, CARD, VIEW = "answer", "card", "view"
GUIDE, GLOSSARY = "guide", "glossary"
"""Where something is found; beside the kinds of cards also the kinds one can ask for."""

MOST_ENTRIES = 500
"""Things that are remembered from one key stroke to the next."""

WORD = re.compile(r"[^\W_]+")
"""A word: letters and digits, so that nothing in it means anything to the index."""

_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]+")
"""Signs inside words that nobody sees: soft hyphen, blanks and joins without width."""

NAMED = ("partner", "contact", "partnership")
"""Kinds of cards that come first where their name is what was typed."""

NOTED = ("checkin", "checkup", "overwintering", "wintering")
"""Kinds of cards that the workbook makes by itself."""


@dataclass(frozen=True, slots=True)
class QuestionText:
    """Text that stands at a question, by its id; empty in guide and glossary."""

    prompt: str
    text: str


@dataclass(frozen=True, slots=True)
class Findable:
    """One thing that can be found, in the words it has now.

    Attributes:
        key: What it is.
        area: Where it is found.
        kind: The area, or of a card and a view of it its kind.
        title: Its name, or the question.
        parts: What it says, in order.
        where: Where it stands, in German.
        place: Id of the chapter; empty for none.
        year: Garden year; None for none.
        owner: Id of the one voice that may find it; empty for everybody.
        plain: Whether it is found when nothing confidential is asked for.
        complete: Whether it is found when confidential things are asked for as well.
        subject: Id of the card, or what the reader opens for guide and glossary.
        voice: Id of the voice that said it; empty for all but answers and views.
    """

    key: str
    area: str
    kind: str
    title: str
    parts: tuple[QuestionText, ...]
    where: str
    place: str = ""
    year: int | None = None
    owner: str = ""
    plain: bool = True
    complete: bool = True
    subject: str = ""
    voice: str = ""

    @property
    def document(self) -> SearchDocument:
        """What the index remembers of it."""
        return SearchDocument(
            key=self.key,
            kind=self.kind,
            title=" ".join(spellings(self.title)),
            text=" ".join(spellings("\n".join(part.text for part in self.parts))),
            place=self.place,
            year=self.year,
            owner=self.owner,
            plain=self.plain,
            complete=self.complete,
            rank=NAME if self.kind in NAMED and self.area == CARD else self._rank,
        )

    @property
    def _rank(self) -> int:
        return RECORD if self.kind in NOTED else USUAL


def words_in(text: str) -> list[str]:
    """The words of a text, folded, without anything else."""
    return WORD.findall(folded(seen_in(text)))


def seen_in(text: str) -> str:
    """The text without the signs inside words that nobody sees."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def spellings(text: str) -> list[str]:
    """The words of a text, folded, and with „u“ for „ü“ those that have an umlaut."""
    found = words_in(text)
    # Most words are plain already, and every key stroke asks for those of whole passages.
    if text.isascii():
        return found
    plain = WORD.findall(sort_key(seen_in(text))[0])
    if found == plain or len(found) != len(plain):
        return found
    return [*found, *dict.fromkeys(p for f, p in zip(found, plain, strict=True) if f != p)]


class Documents:
    """Everything of a garden that can be found, as a snapshot of it says."""

    def __init__(self, seen: Workbook) -> None:
        """Remember the garden; nothing is read yet."""
        self._take(seen)

    def look_at(self, seen: Workbook) -> None:
        """Go on with what the garden says now."""
        if seen is not self._book:
            self._take(seen)

    def _take(self, seen: Workbook) -> None:
        self._book, self.upto = seen, seen.upto
        self._gate = CardGate(seen)
        # The next letter of a word finds much of what the one before has found.
        self.entry = lru_cache(MOST_ENTRIES)(self._entry)

    @cached_property
    def mark(self) -> str:
        """What the documents depend on besides the rows: program, guide, first month."""
        guide = hashlib.sha256(repr(self._book.guide).encode()).hexdigest()[:16]
        return f"{__version__} {guide} {self._book.profile.start_month}"

    def documents(self, keys: Collection[str] | None = None) -> Iterator[SearchDocument]:
        """The documents of these keys and of the cards that name them; all when none are given."""
        entries = self._all() if keys is None else self._of(keys)
        return (entry.document for entry in entries)

    def _entry(self, key: str) -> Findable | None:
        """The thing of a key as it is now; None when it is no more."""
        entries = self._of_one(key.removesuffix(FULL))
        return next((entry for entry in entries if entry.key == key), None)

    def _all(self) -> Iterator[Findable]:
        yield from self._guide.values()
        for answer in self._book.all_answers():
            yield from self._of_answer(answer)
        for answer in self._book.views_of_cards():
            yield from self._of_view(answer)
        cards = self._book.cards.all()
        for card in sorted(cards, key=lambda card: str(self._day(card) or "")):
            yield from self._of_card(card)

    def _of(self, keys: Iterable[str]) -> Iterator[Findable]:
        ids = {key.removeprefix(f"{CARD}:") for key in keys if key.startswith(f"{CARD}:")}
        # What names a card can be found by its name.
        naming = (card_key(card) for id in ids for card in self._book.cards.naming(id))
        views = (view_key(view) for view in self._book.views_of_cards() if self._names(view, ids))
        for key in dict.fromkeys([*keys, *naming, *views]):
            yield from self._of_one(key)

    def _names(self, view: Answer, ids: Collection[str]) -> bool:
        prompt = self._book.guide.question(view.key.prompt)
        return bool(prompt and links_of(prompt.fields, view.value).intersection(ids))

    def _of_one(self, key: str) -> Iterator[Findable]:
        area, _, id = key.partition(":")
        if area == ANSWER:
            prompt, year, voice = id.rsplit(":", 2)
            found = self._book.find_answer(AnswerKey(prompt, int(year), voice))
            if found:
                yield from self._of_answer(found)
        elif area == VIEW:
            prompt, year, voice, card = id.rsplit(":", 3)
            if found := self._book.find_answer(AnswerKey(prompt, int(year), voice, card)):
                yield from self._of_view(found)
        elif area == CARD:
            if there := self._book.cards.get(id):
                yield from self._of_card(there)
        elif key in self._guide:
            yield self._guide[key]

    # Answers

    def _of_answer(self, answer: Answer) -> Iterator[Findable]:
        key = answer.key
        prompt = self._book.guide.prompts.get(key.prompt)
        if prompt is None or not answer.value:
            return
        guide, names = self._book.guide, {voice.id: voice.name for voice in self._book.voices}
        section = guide.section_of(prompt.id)
        place = f"{guide.chapter(prompt.chapter).title}{words.JOIN}{section.short}"
        where = [place, self._book.year_label(key.year)]
        if len(names) > 1:
            where.append(names.get(key.voice, ""))
        yield Findable(
            key=f"{ANSWER}:{key.prompt}:{key.year}:{key.voice}",
            area=ANSWER,
            kind=ANSWER,
            title=prompt.ask,
            parts=(QuestionText(prompt.id, self._text(prompt.fields, answer.value)),),
            where=words.DOT.join(where),
            place=prompt.chapter,
            year=key.year,
            owner=key.voice if prompt.own else "",
            plain=not prompt.confidential,
            voice=key.voice,
        )

    def _of_view(self, view: Answer) -> Iterator[Findable]:
        """What somebody said about a card; it is kept back as an answer is, or its card."""
        key, cards = view.key, self._book.cards
        card, prompt = cards.get(key.subject), self._book.guide.question(key.prompt)
        if prompt is None or card is None or card.deleted or not view.value:
            return
        form = cards.form(card)
        name = next((voice.name for voice in self._book.voices if voice.id == key.voice), "")
        where = [form.item, self._book.year_label(key.year), name]
        yield Findable(
            key=view_key(view),
            area=VIEW,
            kind=card.kind,
            title=cards.title(card),
            parts=(QuestionText(prompt.id, self._text(prompt.fields, view.value)),),
            where=words.DOT.join(filter(None, where)),
            place=form.place,
            year=key.year,
            owner=key.voice if prompt.own else "",
            plain=not (prompt.confidential or form.confidential),
            subject=card.id,
            voice=key.voice,
        )

    def _text(self, fields: Iterable[Field], value: Value) -> str:
        """What stands in some fields; without their labels, which say the same on every card."""
        name = self._book.cards.name
        parts = (
            field_text(field, value[field.id], name) if id == field.id else as_text(value[id])
            for field in fields
            for id in (field.id, beside(field.id))
            if id in value
        )
        # On one line, what stands in one field is not to read as part of the next one.
        return seen_in(f"{words.DOT}\n".join(filter(None, parts)))

    # Cards

    def _of_card(self, card: Card) -> Iterator[Findable]:
        """One entry, or two where some of its questions are confidential and others are not."""
        if card.deleted:
            return
        form = self._book.cards.form(card)
        parts = tuple(self._parts(form, card.value))
        told = self._gate.card(card).value
        shown = parts if told == card.value else tuple(self._parts(form, told))
        if form.confidential or shown == parts:
            yield self._card_entry(form, card, parts, plain=not form.confidential, complete=True)
        else:
            yield self._card_entry(form, card, shown, plain=True, complete=False)
            yield self._card_entry(form, card, parts, plain=False, complete=True)

    def _card_entry(
        self,
        form: CardForm,
        card: Card,
        parts: tuple[QuestionText, ...],
        *,
        plain: bool,
        complete: bool,
    ) -> Findable:
        day, kept = self._day(card), self._book.cards.day(card, form.date)
        return Findable(
            key=card_key(card) + ("" if plain else FULL),
            area=CARD,
            kind=card.kind,
            title=self._book.cards.title(card),
            parts=parts,
            where=words.DOT.join([form.item, german(kept)] if kept else [form.item]),
            place=form.place,
            year=year_of(day, self._book.profile.start_month) if day else None,
            plain=plain,
            complete=complete,
            subject=card.id,
        )

    def _parts(self, form: CardForm, value: Value) -> Iterator[QuestionText]:
        for prompt in form.prompts.values():
            text = self._text((f for f in prompt.fields if f.id != form.title), value)
            if text:
                yield QuestionText(prompt.id, text)

    def _day(self, card: Card) -> date | None:
        """The day a card belongs to: its date, or the one it was made on."""
        day = self._book.cards.day(card, self._book.cards.form(card).date)
        return day or card.made_on

    # Guide

    @cached_property
    def _guide(self) -> dict[str, Findable]:
        entries = [*_chapters(self._book.guide), *_exhibits(self._book.guide)]
        return {entry.key: entry for entry in (*entries, *_terms(self._book.guide))}


def card_key(card: Card) -> str:
    """Key of a card in the index."""
    return f"{CARD}:{card.id}"


def view_key(view: Answer) -> str:
    """Key in the index of what somebody said about a card."""
    key = view.key
    return f"{VIEW}:{key.prompt}:{key.year}:{key.voice}:{key.subject}"


def _chapters(guide: Guide) -> Iterator[Findable]:
    for chapter in guide.chapters:
        where = words.JOIN.join((words.GUIDE, chapter.title))
        about = (chapter.heading, chapter.lead)
        yield _guide_entry(chapter.id, chapter.title, about, where, chapter.id, chapter.id)
        for section in chapter.sections:
            text = _section_text(section)
            yield _guide_entry(section.id, section.title, text, where, chapter.id, section.id)


def _section_text(section: Section) -> Iterator[str]:
    yield section.lead
    for block in section.blocks:
        if block.kind is not BlockKind.SHOW:
            yield from (block.text, *block.items)
    for question in section.questions:
        yield from (question.ask, question.help)


def _exhibits(guide: Guide) -> Iterator[Findable]:
    shown = {
        block.target: (chapter, section)
        for chapter in guide.chapters
        for section in chapter.sections
        for block in section.blocks
        if block.kind is BlockKind.SHOW
    }
    for exhibit in guide.exhibits.values():
        if exhibit.id in shown:
            chapter, section = shown[exhibit.id]
            where = words.JOIN.join((words.GUIDE, chapter.title, section.short))
            text = _exhibit_text(exhibit)
            yield _guide_entry(exhibit.id, exhibit.title, text, where, chapter.id, section.id)


def _exhibit_text(exhibit: Exhibit) -> Iterator[str]:
    yield from (exhibit.text, exhibit.alt, exhibit.left, exhibit.right)
    for level in exhibit.levels:
        yield from (level.name, level.text, level.right, level.quote, *level.criteria)
    yield from (exhibit.value, exhibit.source, exhibit.note)


def _guide_entry(
    id: str, title: str, text: Iterable[str], where: str, place: str, target: str
) -> Findable:
    parts = (QuestionText("", "\n".join(filter(None, text))),)
    return Findable(f"{GUIDE}:{id}", GUIDE, GUIDE, title, parts, where, place, subject=target)


def _terms(guide: Guide) -> Iterator[Findable]:
    for term in guide.glossary:
        parts = (QuestionText("", term.text),)
        key = f"{GLOSSARY}:{term.name}"
        yield Findable(
            key, GLOSSARY, GLOSSARY, term.name, parts, words.GLOSSARY, subject=GLOSSARY_TARGET
        )
