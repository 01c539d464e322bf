"""Looking for words in everything there is, line by line."""

from __future__ import annotations

import re

from gartenjahr_tui.garden.search import ANSWER, CARD, VIEW, Found, Hit, Search
from gartenjahr_tui.guide.render import glossary_lines
from gartenjahr_tui.linear.console import Console
from gartenjahr_tui.linear.garden import GardenMenus
from gartenjahr_tui.linear.questions import READING_WIDTH, Questions, say_passage
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.linear import AskWords
from gartenjahr_tui.words.rhythm import SearchTalkWords as words
from gartenjahr_tui.words.rhythm import SearchWords as search_words
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.plain import AnswerKey
from gartenjahr_tui.workbook.values import value_text

AT_ONCE = 10
"""Hits that are read out before one asks for more."""

MOST = 50
"""Hits that can be read out at all."""

_NUMBER = re.compile(r"[0-9]{1,2}")
_YEAR = re.compile(rf"{words.YEAR_WORD} ([0-9/]+|{search_words.ALL})")


def search(console: Console, book: Workbook) -> None:
    """Let the person look for words until they go back; then they are where they were.

    Raises:
        End: They stop.
    """
    place, year = book.bookmark, book.year
    talk = _SearchTalk(console, book)
    try:
        talk.lead()
    except StoreError as error:
        console.say(str(error))
    finally:
        talk.close()
        book.look_at(year)
    if place:
        book.set_bookmark(place)


class _SearchTalk:
    """One search: the words, the filters, what was found."""

    def __init__(self, console: Console, book: Workbook) -> None:
        self._console = console
        self._book = book
        self._search = Search(book)
        self._text = ""
        self._year: int | None = None
        self._confidential = False
        self._found = Found()
        self._start = 0

    def close(self) -> None:
        """Let go of the index."""
        self._search.close()

    def lead(self) -> None:
        """Take words and orders until the person goes back."""
        console = self._console
        self._search.bring_up()
        console.say("", words.ASK)
        while reply := console.order(words.HELP, words_only=True):
            if not self._ordered(folded(reply[:40])):
                self._text = reply
                self._find()

    def _ordered(self, order: str) -> bool:
        """Do what is typed; return False if it is no order but words to look for."""
        year = _YEAR.fullmatch(order)
        if _NUMBER.fullmatch(order) and self._found.hits:
            self._open(int(order))
        elif order == words.MORE_WORD and self._found.hits:
            self._go_on()
        elif order == words.CONFIDENTIAL_WORD:
            self._confidential = not self._confidential
            self._console.say(words.SHOWN if self._confidential else words.HIDDEN)
            self._find()
        elif year:
            self._choose_year(year[1])
        else:
            return False
        return True

    def _choose_year(self, given: str) -> None:
        """Look in one year only, or in all of them again."""
        book, say = self._book, self._console.say
        years: dict[str, int | None] = {str(year): year for year in book.years}
        years |= {book.year_label(year): year for year in book.years}
        years[search_words.ALL] = None
        if given not in years:
            known = ", ".join(book.year_label(year) for year in book.years)
            say(words.NO_YEAR.format(given=given, years=known))
            return
        year = self._year = years[given]
        label = "" if year is None else book.year_label(year)
        say(words.IN_YEAR.format(year=label) if label else words.ALL_YEARS)
        self._find()

    # What was found

    def _find(self) -> None:
        """Look for the words, and read out the first hits."""
        if not self._text:
            self._console.say(words.LEAVE)
            return
        self._found = self._search.find(
            self._text, year=self._year, confidential=self._confidential, most=MOST
        )
        self._start = 0
        if self._found.hits:
            self._console.say("", words.FOUND.format(text=self._text, count=self._found.count))
            self._say_hits()
        else:
            self._console.say(words.NOTHING.format(text=self._text), words.LEAVE)

    def _go_on(self) -> None:
        """Read out the next hits."""
        if self._left > 0:
            self._start += AT_ONCE
            self._say_hits()
        else:
            self._console.say(words.NO_MORE)

    @property
    def _left(self) -> int:
        """How many hits have not been read out."""
        return len(self._found.hits) - self._start - AT_ONCE

    def _say_hits(self) -> None:
        hits = self._found.hits[self._start : self._start + AT_ONCE]
        for number, hit in enumerate(hits, self._start + 1):
            line = words.HIT.format(number=number, title=hit.title, where=hit.where)
            if hit.passage:
                line = words.PASSAGE.format(hit=line, passage=hit.passage)
            self._console.say(line)
        self._say_keys()

    def _say_keys(self) -> None:
        more = [words.MORE.format(count=self._left)] if self._left > 0 else []
        self._console.say(" ".join([words.OPEN, *more, words.LEAVE]))

    # Opening

    def _open(self, number: int) -> None:
        """Open a hit, and come back to the search afterwards."""
        hits = self._found.hits
        if not 1 <= number <= len(hits):
            self._console.say(words.NO_SUCH.format(number=number))
            return
        hit = hits[number - 1]
        if hit.area == ANSWER:
            self._open_answer(hit)
        elif hit.area in (CARD, VIEW):
            if hit.area == VIEW:
                self._read_voice(hit)
            self._open_card(hit)
        else:
            self._read(hit)
        self._search.bring_up()
        self._console.say("", words.BACK.format(text=self._text))
        self._say_keys()

    def _open_answer(self, hit: Hit) -> None:
        """Ask the question in its year; what somebody else answered is read."""
        book, console, year = self._book, self._console, self._book.year
        section = book.guide.section_of(hit.prompt)
        book.look_at(year if hit.year is None else hit.year)
        try:
            console.say("", words.FROM_YEAR.format(year=book.year_label()))
            if hit.voice == book.voice.id:
                Questions(console, book, book, section).ask_one(hit.prompt)
            else:
                self._read_voice(hit)
        finally:
            book.look_at(year)

    def _read_voice(self, hit: Hit) -> None:
        book = self._book
        voice = next(voice for voice in book.voices if voice.id == hit.voice)
        key = AnswerKey(hit.prompt, book.year if hit.year is None else hit.year, voice.id, hit.card)
        prompt, answer = book.guide.question(hit.prompt), book.find_answer(key)
        if prompt and answer:
            head = AskWords.VOICE.format(name=voice.name, state=answer.state.word)
            self._console.say(prompt.ask, head, value_text(prompt, answer.value, book.cards.name))

    def _open_card(self, hit: Hit) -> None:
        """Open a card at the question where the words stand."""
        if card := self._book.cards.get(hit.card):
            GardenMenus(self._console, self._book).open_card(card, hit.section, hit.prompt)

    def _read(self, hit: Hit) -> None:
        """Read a passage of the guide, or a term of the glossary."""
        guide = self._book.guide
        if hit.term:
            terms = [term for term in guide.glossary if term.name == hit.term]
            self._console.say(*(line.text for line in glossary_lines(terms, READING_WIDTH)))
        elif section := guide.place(hit.target):
            say_passage(self._console, self._book, section)
