"""The search in an open garden: what is typed is looked up, what is found becomes a place to open.

The index remembers only which words stand where; the passage a hit shows is looked for in the text
as it is now.
"""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gartenjahr_tui.garden import leaf
from gartenjahr_tui.garden.documents import (
    ANSWER,
    CARD,
    GLOSSARY,
    GUIDE,
    VIEW,
    WORD,
    Documents,
    Findable,
    QuestionText,
    seen_in,
    spellings,
    words_in,
)
from gartenjahr_tui.garden.sheet import FORMER_PAGE
from gartenjahr_tui.store.errors import SearchFailed
from gartenjahr_tui.store.search import (
    COUNTED,
    FULL,
    LEAST_PART,
    MOST_WORDS,
    Index,
    PassingIndex,
    Query,
)
from gartenjahr_tui.text import folded, one_line, sort_key
from gartenjahr_tui.words.rhythm import SearchWords as words

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import CardForm
    from gartenjahr_tui.workbook.book import Workbook

__all__ = [
    "ANSWER",
    "CARD",
    "GLOSSARY",
    "GUIDE",
    "VIEW",
    "Found",
    "Hit",
    "Search",
    "marks_in",
    "words_in",
]

AROUND = 100
"""Characters of the passage that is shown."""

BEFORE = 30
"""Characters of it that stand before the first word found."""

LONGEST_QUERY = 1_000
"""Characters of a query that are looked at; the rest of a pasted page says nothing new."""

Marks = tuple[tuple[int, int], ...]
"""Start and end of words in a text."""


@dataclass(frozen=True)
class Hit:
    """Something that was found, and the way to it.

    Attributes:
        key: Tells it from the other hits.
        area: „answer“, „card“, „view“ – what somebody said about a card –, „guide“ or „glossary“.
        kind: The area, or of a card and a view its kind.
        title: Its name, or the question.
        where: Where it stands, in German.
        passage: The text around the first word that was found, on one line.
        marks: The words found in the passage.
        prompt: Id of the question to open; empty for guide, glossary and a card found by its name.
        year: Garden year of an answer or a view; None for all else.
        voice: Id of the voice that answered; empty for all else.
        card: Id of the card, or of the one a view is of; empty for all else.
        section: Id of the page of the card where the question stands; empty for all else.
        target: What the reader opens for guide and glossary; empty for all else.
        term: Name of the term of the glossary; empty for all else.
    """

    key: str
    area: str
    kind: str
    title: str
    where: str
    passage: str
    marks: Marks = ()
    prompt: str = ""
    year: int | None = None
    voice: str = ""
    card: str = ""
    section: str = ""
    target: str = ""
    term: str = ""


@dataclass(frozen=True)
class Found:
    """What was found.

    Attributes:
        hits: The best first.
        total: How many there are.
        more: Whether there are even more than that.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    more: bool = False

    @property
    def count(self) -> str:
        """How many there are, in words."""
        if self.more:
            return words.MANY.format(total=self.total)
        return words.ONE if self.total == 1 else words.COUNT.format(total=self.total)


class Search:
    """The search in one open garden.

    Call :meth:`bring_up` when the search opens, :meth:`find` whenever what is typed changes,
    :meth:`close` at the end; the first two in a worker, with what the owner of the garden saw.
    """

    def __init__(self, book: Workbook) -> None:
        """Remember the garden; nothing is read yet."""
        self._book = book
        self._documents = Documents(book.snapshot())
        self._index: Index | None = None
        self._guard = threading.Lock()
        self._stopped = threading.Event()

    def bring_up(self, seen: Workbook | None = None) -> int:
        """Take up into the index what has changed, or everything the first time.

        ``seen`` is a snapshot of the garden; its owner may leave it out.

        Returns:
            How many things were taken up.

        Raises:
            SearchFailed: There is no way to search.
        """
        self._look_at(seen)
        return self._bring_up(afresh=False)

    def _look_at(self, seen: Workbook | None) -> None:
        if seen is None:
            self._book.flush()
            seen = self._book.snapshot()
        self._documents.look_at(seen)

    def _bring_up(self, *, afresh: bool) -> int:
        stopped = self._stopped.is_set
        with self._guard:
            if not self._book.read_only:
                index = Index(self._book.store.connection)
                ways = (index.rebuild,) if afresh else (index.bring_up, index.rebuild)
                for way in ways:
                    try:
                        count = way(self._documents, stopped)
                    except sqlite3.Error:
                        continue
                    self._index = index
                    return count
            elif self._index and not afresh:
                # What this window shows does not change while another one writes.
                return 0
            # Another program writes, or the file takes no index: what is in memory is searched.
            try:
                passing = PassingIndex()
                count = passing.bring_up(self._documents, stopped)
            except sqlite3.Error as error:
                raise SearchFailed from error
            self._index = passing
            return count

    def find(
        self,
        text: str,
        *,
        year: int | None = None,
        step: str = "",
        kind: str = "",
        confidential: bool = False,
        most: int = 50,
        seen: Workbook | None = None,
    ) -> Found:
        """Find where every word typed stands in a word; short ones have to begin it.

        Args:
            text: What was typed; nothing in it means anything special.
            year: Only what belongs to this garden year; the guide belongs to none.
            step: Only what belongs to this chapter.
            kind: Only answers, the guide, the glossary, or one kind of card.
            confidential: Whether confidential entries are found as well.
            most: How many hits are wanted.
            seen: A snapshot of the garden; the owner of the garden may leave it out.

        Raises:
            SearchFailed: There is no way to search.
        """
        self._look_at(seen)
        typed = tuple(dict.fromkeys(words_in(text[:LONGEST_QUERY])))[:MOST_WORDS]
        wanted = Query(
            words=typed,
            owner=self._book.voice.id,
            kind=kind,
            place=step,
            year=year,
            complete=confidential,
        )
        keys, total = self._find(wanted, most)
        entries = filter(None, map(self._documents.entry, keys))
        hits = tuple(self._hit(entry, typed) for entry in entries)
        return Found(hits, total, more=total >= COUNTED)

    def _find(self, wanted: Query, most: int) -> tuple[list[str], int]:
        if self._index is None:
            self._bring_up(afresh=False)
        for second_try in (False, True):
            try:
                return self._index.find(wanted, most) if self._index else ([], 0)
            except sqlite3.Error as error:
                if self._stopped.is_set():
                    break
                if second_try:
                    raise SearchFailed from error
                self._bring_up(afresh=True)
        return [], 0

    def _hit(self, entry: Findable, typed: Sequence[str]) -> Hit:
        part = _best(entry.parts, typed)
        text, marks = passage(part.text, typed) if part else ("", ())
        hit = Hit(
            key=entry.key.removesuffix(FULL),
            area=entry.area,
            kind=entry.kind,
            title=one_line(entry.title),
            where=entry.where,
            passage=text,
            marks=marks,
        )
        if entry.area == ANSWER:
            prompt = entry.parts[0].prompt
            return replace(hit, prompt=prompt, year=entry.year, voice=entry.voice)
        called = _holds(entry.title, typed) == len(typed)
        if entry.area == CARD and entry.kind in leaf.KINDS and called:
            # Whoever looks for a name wants to read all that is known of it.
            return replace(hit, card=entry.subject)
        if entry.area in (CARD, VIEW):
            form = self._book.guide.forms[entry.kind]
            told = entry.area == VIEW or (part and _holds(part.text, typed))
            prompt = part.prompt if part and told else _named_in(form)
            section = FORMER_PAGE if form.prompts[prompt].former else form.section_of(prompt).id
            hit = replace(hit, prompt=prompt, card=entry.subject, section=section)
            return replace(hit, year=entry.year, voice=entry.voice) if entry.voice else hit
        term = entry.title if entry.area == GLOSSARY else ""
        return replace(hit, target=entry.subject, term=term)

    def close(self) -> None:
        """Leave off what is going on; the index in the file stays for the next time."""
        self._stopped.set()
        with self._guard:
            if isinstance(self._index, PassingIndex):
                self._index.close()


def marks_in(text: str, typed: Iterable[str]) -> Marks:
    """The words of a text that hold one of those typed, folded as by :func:`words_in`."""
    parts = tuple(typed)
    return tuple(word.span() for word in WORD.finditer(text) if _fits(word[0], parts))


def passage(text: str, typed: Iterable[str]) -> tuple[str, Marks]:
    """A piece of a text on one line around the first word found, and the words found in it."""
    parts = tuple(typed)
    text = one_line(text)
    words_there = (m.start() for m in WORD.finditer(text) if _fits(m[0], parts))
    start = max(next(words_there, 0) - BEFORE, 0)
    if start:
        start = text.rfind(" ", 0, start + 1) + 1 or start
    end = start + AROUND
    if end < len(text):
        end = max(text.rfind(" ", start + BEFORE + 1, end + 1), start) or end
    piece = text[start:end]
    piece = f"{words.CUT if start else ''}{piece}{words.CUT if end < len(text) else ''}"
    return piece, marks_in(piece, parts)


def _fits(word: str, parts: Iterable[str]) -> bool:
    """Whether one of some parts begins a word, or stands in it."""
    there = (word.lower(),) if word.isascii() else spellings(word)
    return any(
        each.startswith(part) or (len(part) >= LEAST_PART and part in each)
        for part in parts
        for each in there
    )


def _holds(text: str, typed: Iterable[str]) -> int:
    """How many of the words typed stand in a text."""
    seen = seen_in(text)
    told = f"{folded(seen)} {'' if seen.isascii() else sort_key(seen)[0]}"
    # What is typed is letters and digits only: where it stands in a text, it stands in a word.
    return sum(
        part in told and (len(part) >= LEAST_PART or bool(re.search(rf"\b{part}", told)))
        for part in typed
    )


def _best(parts: Sequence[QuestionText], typed: Sequence[str]) -> QuestionText | None:
    """The part that holds most of the words typed, the first of several."""
    best, most = (parts[0] if parts else None), 0
    for part in parts:
        count = _holds(part.text, typed)
        if count > most:
            best, most = part, count
        if most == len(typed):
            break
    return best


def _named_in(form: CardForm) -> str:
    """Id of the question that asks for the name of a card."""
    asking = (p.id for p in form.prompts.values() if any(f.id == form.title for f in p.fields))
    return next(asking)
