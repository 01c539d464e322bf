"""Fills a packet in, question by question; no garden is opened for it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, cast

from gartenjahr_tui.exchange.packet_sheet import PacketSheet
from gartenjahr_tui.guide.model import Field, Prompt
from gartenjahr_tui.guide.render import section_lines
from gartenjahr_tui.linear.console import Console, End, Keyword
from gartenjahr_tui.linear.questions import READING_WIDTH, Questions
from gartenjahr_tui.words.packets import FillWords as words

if TYPE_CHECKING:
    from gartenjahr_tui.terminal.console import Input, Output
    from gartenjahr_tui.workbook.book import Workbook


def run(sheet: PacketSheet, stdin: Input, stdout: Output) -> int:
    """Ask the questions of a packet until the person stops or the input ends; then it is closed.

    Returns:
        The exit code: 0, or 1 when something could not be saved in the file or read.
    """
    console = Console(stdin, stdout, has_menu=False)
    try:
        _greet(console, sheet)
        if sheet.section.prompts:
            _ask_name(console, sheet)
            PacketQuestions(console, sheet).ask(_first_open(sheet))
    except (End, KeyboardInterrupt):
        pass
    with contextlib.suppress(End):
        return _bye(console, sheet)
    return 0


def _greet(console: Console, sheet: PacketSheet) -> None:
    packet, count = sheet.packet, len(sheet.section.prompts)
    library = packet.library or words.NO_LIBRARY
    console.say(words.HELLO.format(library=library, year=packet.year_label))
    if packet.recipient:
        console.say(words.FOR.format(name=packet.recipient))
    if packet.writer and packet.writer != packet.recipient:
        console.say(words.FROM.format(name=packet.writer))
    console.say(words.PLACE.format(file=sheet.file))
    if sheet.unknown:
        console.say(words.UNKNOWN[sheet.unknown > 1].format(count=sheet.unknown))
    if not count:
        console.say(words.NOTHING)
    else:
        console.say((words.EXPLAIN if count > 1 else words.EXPLAIN_ONE).format(count=count), "")


def _ask_name(console: Console, sheet: PacketSheet) -> None:
    if sheet.packet.person:
        return
    console.say(words.NAME)
    if name := console.order(words.NAME_HELP):
        sheet.sign(name)
        sheet.flush()


def _first_open(sheet: PacketSheet) -> str:
    """The first question that waits for an answer; empty when none does."""
    waiting = (p.id for p in sheet.section.prompts if not sheet.state(p).settled)
    return next(waiting, "")


def _bye(console: Console, sheet: PacketSheet) -> int:
    place = sheet.close()
    if place == sheet.file:
        far = sheet.progress(sheet.section.prompts)
        console.say("", words.BYE.format(settled=far.settled, total=far.total, file=place))
        return int(console.unread)
    console.say("", words.ASIDE.format(file=place) if place else words.LOST)
    return 1


class PacketQuestions(Questions):
    """The questions of a packet; what needs a garden is not there."""

    def __init__(self, console: Console, sheet: PacketSheet) -> None:
        """Take a packet in hand."""
        # There is no workbook: what the base asks of it here, marks and saving, a packet has too.
        super().__init__(console, cast("Workbook", sheet), sheet, sheet.section)
        self._packet = sheet

    def _helps(self) -> tuple[str, str]:
        return words.WORDS, words.HELP

    def _steps(self) -> int:
        return 0

    def _note_rewritten(self, prompt: Prompt, field: Field, before: Any, after: Any) -> None:
        """Nothing: a packet has no steps to take back."""

    def _show(self, prompt: Prompt, command: Keyword) -> None:
        if command is Keyword.GUIDE:
            section = self._packet.passage(prompt)
            lines = section_lines(self._packet.guide, section, READING_WIDTH)
            self._console.say(*(line.text for line in lines), "")
        else:
            self._console.remark(words.NOT_HERE)
