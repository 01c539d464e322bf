"""A round, station by station: the check-in and the overwintering, line by line."""

from __future__ import annotations

from gartenjahr_tui.garden.rounds import Round, Station
from gartenjahr_tui.linear.changes import only_read, say_saved
from gartenjahr_tui.linear.console import LIST, Console, Keyword, Said, word_of
from gartenjahr_tui.linear.questions import Questions, do_between, say_passage
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.words.cli import ReplyWords
from gartenjahr_tui.words.linear import LinearRoundsWords as words
from gartenjahr_tui.workbook.book import Workbook


class RoundMenu:
    """The way through one round."""

    def __init__(self, console: Console, book: Workbook, round: Round) -> None:
        self._console = console
        self._book = book
        self._round = round
        self._asked = False

    def go(self) -> None:
        """Go on where the round was left, until its end or until the person goes back.

        Raises:
            End: They stop; the round waits.
        """
        console, round = self._console, self._round
        if only_read(console, self._book):
            return
        item = round.sheet.form.item
        console.say("", words.HEAD.format(item=item, title=round.title), words.EXPLAIN)
        place = round.where()
        # A short check-in has fewer stations than a long one: they are asked for anew each time.
        while 0 <= place < len(stations := round.stations()):
            station = stations[place]
            round.go_to(station)
            self._asked = False
            forward = self._visit(station)
            # Whoever leaves a station out has not seen what would be proposed there.
            if (forward and self._asked) or round.note_of(station):
                round.leave(station)
            place += 1 if forward else -1
        if place < 0 or not self._finish(stations[-1]):
            console.say(words.WAITS.format(item=item, title=round.title))

    def _visit(self, station: Station) -> bool:
        """Say what there is to know, ask or read on; return whether to go on or back."""
        console, section = self._console, station.whole
        console.say("", section.title, self._round.lead(station))
        if not section.prompts:
            say_passage(console, self._book, section)
        at_once = self._round.pass_words(station)
        ask = words.AT_ONCE.format(what=at_once) if at_once else words.ASK
        console.say(ask if section.prompts else words.READ_ON)
        while True:
            try:
                with console.place(words.HELP, [section.title]):
                    reply = console.reply({*LIST, Keyword.ON}, local={Keyword.ON})
            except Said as said:
                if said.command is Keyword.BACK:
                    return False
                if not do_between(console, self._book, said.command):
                    console.remark(words.NOT_NOW)
                continue
            typed = None if isinstance(reply, Keyword) else reply.strip()
            if typed is None or (not typed and (at_once or not section.prompts)):
                self._asked = bool(at_once)
                return True
            if not typed or (at_once and word_of(typed) in ReplyWords.YES):
                self._asked = True
                return Questions(console, self._book, station.sheet, section).ask()
            console.remark(words.WRONG)

    def _finish(self, last: Station) -> bool:
        """Say what the round comes to and ask whether this is the end; return whether it is."""
        console, round = self._console, self._round
        for prompt in last.section.prompts:
            for line in last.sheet.recall(prompt):
                console.say(line)
        if not console.agrees(words.FINISH.format(what=round.end_words), help=words.FINISH_HELP):
            return False
        try:
            sentence = round.finish()
        except (StoreError, ValueError, PermissionError) as error:
            console.say(str(error))
            return False
        say_saved(console, self._book, sentence)
        return True
