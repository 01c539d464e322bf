"""Choosing: step, section, person, year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gartenjahr_tui.guide.model import Chapter, Section
from gartenjahr_tui.linear.console import MENU, Command, Console, Said
from gartenjahr_tui.linear.questions import Questions, say_passage
from gartenjahr_tui.linear.setup import set_up
from gartenjahr_tui.linear_words import Menu as words
from gartenjahr_tui.linear_words import Talk
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.workbook.book import ReadOnly, Workbook
from gartenjahr_tui.workbook.years import YearError


class Menus:
    """The way to the questions."""

    def __init__(self, console: Console, book: Workbook) -> None:
        self._console = console
        self._book = book
        self._questions = Questions(console, book)

    def steps(self) -> None:
        """Let the person choose steps until they stop.

        Raises:
            End: They stop.
        """
        book, console = self._book, self._console
        steps = book.guide.steps
        while True:
            console.say("", words.STEPS.format(year=book.year_label()))
            for step in steps:
                progress = book.progress(step.prompts).words
                console.say(
                    words.STEP.format(number=step.number, title=step.title, progress=progress)
                )
            step, section = self._resume()
            proposal = words.RESUME.format(step=step.title, section=section.title)
            numbers = [step.number or 0 for step in steps]
            try:
                number = self._choose(numbers, proposal)
            except Said as said:
                self._obey(said.command, steps[0].sections[0])
                continue
            if number is None:
                bookmark = book.bookmark
                done = self._section(section, bookmark.prompt if bookmark else "")
                self._sections(step, step.sections.index(section) + done)
            else:
                self._sections(next(step for step in steps if step.number == number))

    def _resume(self) -> tuple[Chapter, Section]:
        """Where the person stopped, or else where the guide begins."""
        guide, bookmark = self._book.guide, self._book.bookmark
        if bookmark and bookmark.prompt in guide.prompts:
            section = guide.section_of(bookmark.prompt)
            return guide.chapter(guide.prompts[bookmark.prompt].chapter), section
        return guide.steps[0], guide.steps[0].sections[0]

    def _sections(self, step: Chapter, place: int = 0) -> None:
        """Let the person choose sections of a step, until they go back or are through.

        Args:
            step: The step.
            place: Index of the section proposed first.
        """
        book, console, sections = self._book, self._console, step.sections
        while place < len(sections):
            console.say("", words.SECTIONS.format(step=step.title))
            for number, section in enumerate(sections, 1):
                progress = book.progress(section.prompts).words
                line = words.SECTION.format(number=number, title=section.title, progress=progress)
                console.say(line)
            proposal = f"{place + 1}, {sections[place].title}"
            try:
                chosen = self._choose(range(1, len(sections) + 1), proposal)
            except Said as said:
                if said.command is Command.BACK:
                    return
                self._obey(said.command, sections[place])
                continue
            place = place if chosen is None else chosen - 1
            place += self._section(sections[place])

    def _section(self, section: Section, start: str = "") -> bool:
        """Ask or read a section; return whether the person came to its end."""
        if section.prompts:
            self._say_closed()
            return self._questions.section(section, start)
        say_passage(self._console, self._book, section)
        return True

    def _say_closed(self) -> None:
        """Say why nothing can be written, where that is so."""
        book = self._book
        if book.read_only:
            self._console.say(Talk.READ_ONLY.format(holder=book.holder))
        elif not book.writable():
            self._console.say(Talk.CLOSED.format(year=book.year_label()))

    def _choose(self, numbers: Sequence[int], proposal: str) -> int | None:
        """Read one of the numbers; None takes the proposal.

        Raises:
            End: The person stops.
            Said: A command was given.
        """
        console = self._console
        console.say(words.CHOOSE.format(proposal=proposal))
        while True:
            reply = str(console.reply(MENU)).strip()
            if not reply:
                return None
            if re.fullmatch(r"\d{1,4}", reply) and int(reply) in numbers:
                return int(reply)
            console.say(words.NO_SUCH.format(first=numbers[0], last=numbers[-1]))

    def _obey(self, command: Command, section: Section) -> None:
        match command:
            case Command.HELP:
                self._console.say(words.HELP)
            case Command.GUIDE:
                say_passage(self._console, self._book, section)
            case Command.PERSON:
                self.person()
            case Command.YEAR:
                self._year()
            case Command.CORRECT:
                self._correct()
            case Command.SETUP:
                set_up(self._console, self._book)
            case _:
                pass  # „zurück“ at the top: the list is said again

    def person(self) -> None:
        """Choose who writes, or add somebody."""
        book, console = self._book, self._console
        console.say(words.VOICES)
        for number, voice in enumerate(book.voices, 1):
            sentence = words.VOICE_NOW if voice == book.voice else words.VOICE
            console.say(sentence.format(number=number, name=voice.name))
        console.say(words.VOICE_CHOOSE.format(name=book.voice.name))
        try:
            name = str(console.reply({Command.BACK, Command.END})).strip()
            voices = {str(number): voice for number, voice in enumerate(book.voices, 1)}
            voices |= {voice.name.casefold(): voice for voice in book.voices}
            if known := voices.get(name.casefold()):
                book.use_voice(known)
            elif name and self._sure(words.VOICE_SURE.format(name=name)):
                book.add_voice(name)
        except (ReadOnly, StoreError, ValueError) as error:
            console.say(str(error))
        except Said:
            return
        console.say(words.VOICE_SET.format(name=book.voice.name))

    def _year(self) -> None:
        """Look at another year, or begin one."""
        book, console = self._book, self._console
        console.say(words.YEARS)
        for number in book.years:
            console.say(words.YEAR.format(year=book.year_label(number)))
        proposal = book.year_due or book.newest_year
        console.say(words.YEAR_CHOOSE.format(year=book.year_label(proposal)))
        try:
            reply = str(console.reply({Command.BACK, Command.END})).strip()
            labels = {book.year_label(number): number for number in book.years}
            if not re.fullmatch(r"|\d{1,4}", reply) and reply not in labels:
                console.say(words.YEAR_WRONG.format(given=reply[:60], year=book.newest_year))
                return
            number = labels.get(reply) or int(reply or proposal)
            if number in book.years:
                book.look_at(number)
            elif not self._sure(words.YEAR_SURE.format(year=book.year_label(number))):
                return
            else:
                book.begin_year(number)
        except (ReadOnly, StoreError, YearError) as error:
            console.say(str(error))
        except Said:
            return
        console.say(words.YEAR_SET.format(year=book.year_label()))
        self._say_closed()

    def _sure(self, question: str) -> bool:
        """Ask whether something new is meant; an empty line agrees."""
        self._console.say(question)
        return not str(self._console.reply({Command.BACK, Command.END})).strip()

    def _correct(self) -> None:
        book, console = self._book, self._console
        if book.read_only:
            self._say_closed()
        elif book.writable():
            console.say(words.NO_EARLIER.format(year=book.year_label()))
        else:
            book.correct(book.year)
            console.say(Talk.CORRECTING.format(year=book.year_label()))
