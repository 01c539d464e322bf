"""Goes through the questions of a section, one after the other."""

from __future__ import annotations

from functools import partial
from typing import Any

from gartenjahr_tui.guide.model import Field, Prompt, Section
from gartenjahr_tui.guide.render import section_lines
from gartenjahr_tui.linear.console import QUESTION, Command, Console, Said
from gartenjahr_tui.linear.fields import ask_field
from gartenjahr_tui.linear_words import Ask as words
from gartenjahr_tui.linear_words import Talk
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.plain import Bookmark
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import summary, value_text

READING_WIDTH = 69
"""Columns of a passage; one too few for drawings, so that their words are read instead."""

_MARKS = {
    Command.LATER: AnswerState.LATER,
    Command.NOT_HERE: AnswerState.NOT_HERE,
    Command.OPEN: AnswerState.OPEN,
}


def say_passage(console: Console, book: Workbook, section: Section) -> None:
    """Read a section's passage from the guide."""
    lines = section_lines(book.guide, section, READING_WIDTH, numbers=False)
    console.say(*(line.text for line in lines), "")


class Questions:
    """The questions of the guide, asked on a console."""

    def __init__(self, console: Console, book: Workbook) -> None:
        self._console = console
        self._book = book
        self._explained = False

    def section(self, section: Section, start: str = "") -> bool:
        """Ask the questions of a section.

        Args:
            section: The section.
            start: Id of the question to begin with; the first when it is not in the section.

        Returns:
            Whether the person came to the end of it; False when they went back out of it.

        Raises:
            End: The person stops.
        """
        console = self._console
        if not self._explained:
            console.say(words.HELP, "")
            self._explained = True
        ids = [prompt.id for prompt in section.prompts]
        place = ids.index(start) if start in ids else 0
        while 0 <= place < len(ids):
            prompt = section.prompts[place]
            self._introduce(prompt, place + 1, len(ids))
            forward = self._answer(prompt) if self._book.writable() else self._read(prompt)
            place += 1 if forward else -1
            console.gap()
        if place < 0:
            return False
        progress = self._book.progress(section.prompts).words
        console.say(words.SECTION_DONE.format(title=section.title, progress=progress))
        return True

    def _introduce(self, prompt: Prompt, number: int, total: int) -> None:
        book, say = self._book, self._console.say
        state = book.answer(prompt.id).state.word
        marks = [mark for name, mark in words.MARKS.items() if getattr(prompt, name)]
        head = words.HEAD.format(number=number, total=total, state=state)
        say(" ".join([head, *marks]), prompt.ask)
        if prompt.help:
            say(prompt.help)
        if others := book.other_voices(prompt):
            say(words.VOICES.format(names=", ".join(voice.name for voice, _ in others)))
        if earlier := book.other_years(prompt.id):
            year = book.year_label(earlier[0].key.year)
            say(words.EARLIER.format(year=year, text=summary(prompt, earlier[0].value)))
        book.set_bookmark(Bookmark(prompt.chapter, prompt.id))

    def _answer(self, prompt: Prompt) -> bool:
        """Ask for the fields of a question.

        Returns:
            Whether to go on; False to go back.
        """
        before = self._book.answer(prompt.id)
        place = 0
        while place < len(prompt.fields):
            field = prompt.fields[place]
            part = self._book.answer(prompt.id).value.get(field.id)
            try:
                part = ask_field(self._console, field, part, partial(self._put, prompt, field))
            except Said as said:
                if said.command in _MARKS:
                    self._mark(prompt, _MARKS[said.command])
                    return True
                if said.command is Command.BACK:
                    if place == 0:
                        return False
                    place -= 1
                else:
                    self._show(prompt, said.command)
                continue
            self._put(prompt, field, part, left=True)
            place += 1
        after = self._book.leave(prompt)
        changed = (after.state, after.value) != (before.state, before.value)
        self._saved(words.SAVED if changed else words.STAYS, after.state)
        return True

    def _put(self, prompt: Prompt, field: Field, part: Any, *, left: bool = False) -> None:
        value = self._book.answer(prompt.id).value
        self._book.put(prompt, {**value, field.id: part}, left=left)
        if left:
            self._book.flush()

    def _mark(self, prompt: Prompt, state: AnswerState) -> None:
        answer = self._book.mark(prompt, state)
        gone = state is AnswerState.OPEN
        self._saved(words.MARK_GONE if gone else words.MARKED, answer.state)

    def _saved(self, sentence: str, state: AnswerState) -> None:
        """Say that it is on the disk, or why it is not."""
        if self._book.flush():
            self._console.say(sentence.format(state=state.word))
        else:
            self._console.say(self._book.save_status.problem or "")

    def _read(self, prompt: Prompt) -> bool:
        """Show a question where nothing may be written; see :meth:`_answer`."""
        console, answer = self._console, self._book.answer(prompt.id)
        text = value_text(prompt, answer.value)
        console.say(*([words.NOW_LONG, text] if text else [words.EMPTY]), words.READ_ON)
        while True:
            try:
                if str(console.reply(QUESTION)).strip():
                    console.say(words.CANNOT, words.READ_ON)
                    continue
                return True
            except Said as said:
                if said.command is Command.BACK:
                    return False
                if said.command is Command.CORRECT and self._correct():
                    return self._answer(prompt)
                self._show(prompt, said.command)
                console.say(words.READ_ON)

    def _correct(self) -> bool:
        book = self._book
        if book.read_only:
            self._console.say(Talk.READ_ONLY.format(holder=book.holder))
            return False
        book.correct(book.year)
        self._console.say(Talk.CORRECTING.format(year=book.year_label()))
        return True

    def _show(self, prompt: Prompt, command: Command) -> None:
        """Do what a command says that changes nothing, or take over an earlier year."""
        match command:
            case Command.HELP:
                self._console.say(words.HELP, "")
            case Command.GUIDE:
                say_passage(self._console, self._book, self._book.guide.section_of(prompt.id))
            case Command.EARLIER:
                self._earlier(prompt)
            case Command.VOICES:
                self._voices(prompt)
            case _:
                self._console.say(words.NOT_NOW)

    def _voices(self, prompt: Prompt) -> None:
        others = self._book.other_voices(prompt)
        if prompt.personal or prompt.confidential:
            self._console.say(words.PRIVATE)
        elif not others:
            self._console.say(words.NO_VOICES)
        for voice, answer in others:
            head = words.VOICE.format(name=voice.name, state=answer.state.word)
            self._console.say(head, value_text(prompt, answer.value))

    def _earlier(self, prompt: Prompt) -> None:
        """Show the answers of other years and take one over on request."""
        book, console = self._book, self._console
        earlier = book.other_years(prompt.id)
        if not earlier:
            console.say(words.NO_EARLIER)
            return
        for answer in earlier:
            year = book.year_label(answer.key.year)
            console.say(words.OTHER_YEAR.format(year=year), value_text(prompt, answer.value), "")
        if not book.writable():
            return
        console.say(words.TAKE.format(year=book.year_label()))
        wanted = str(console.reply({Command.END})).strip()
        answers = {str(answer.key.year): answer for answer in earlier}
        answers |= {book.year_label(answer.key.year): answer for answer in earlier}
        if taken := answers.get(wanted):
            book.put(prompt, taken.value)
            state = book.answer(prompt.id).state
            book.flush()
            console.say(words.TAKEN.format(year=wanted, state=state.word))
