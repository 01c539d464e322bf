"""Choosing: step, section, list, person, year."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from gartenjahr_tui.garden import library, ways
from gartenjahr_tui.garden.checkin import checkin, done_until
from gartenjahr_tui.garden.due import Due
from gartenjahr_tui.garden.lists import PARTNER, lists_of
from gartenjahr_tui.garden.overwintering import overwintering
from gartenjahr_tui.garden.targets import Page, ToCard, ToList, ToPrompt
from gartenjahr_tui.guide.model import Chapter, Section
from gartenjahr_tui.linear.changes import only_read
from gartenjahr_tui.linear.console import MENU, Away, Console, Keyword, Said
from gartenjahr_tui.linear.damage import decide
from gartenjahr_tui.linear.due import DueMenu
from gartenjahr_tui.linear.garden import GardenMenus
from gartenjahr_tui.linear.questions import Questions, correct, do_between, say_passage
from gartenjahr_tui.linear.rings import read_rings
from gartenjahr_tui.linear.rounds import RoundMenu
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.cli import ReplyWords
from gartenjahr_tui.words.linear import LinearMenuWords as words
from gartenjahr_tui.words.linear import LinearTalkWords
from gartenjahr_tui.words.linear import SetupWords as setup_words
from gartenjahr_tui.words.rhythm import CheckInWords
from gartenjahr_tui.workbook.book import ReadOnly, Workbook
from gartenjahr_tui.workbook.dates import german
from gartenjahr_tui.workbook.plain import Card
from gartenjahr_tui.workbook.years import MONTHS, YearError

FIRST_DAY = "a"
"""What is typed for the first day."""

PARTNERS = "p"
"""What is typed for the lists that belong to no step."""

Orders = Callable[[str], bool]
"""Does what a line says that begins like a command of the command line; False for any other."""


class Menus:
    """The way to the questions."""

    def __init__(self, console: Console, book: Workbook, orders: Orders | None = None) -> None:
        self._console = console
        self._book = book
        self._garden = GardenMenus(console, book)
        self._ordered: Orders = orders or (lambda line: False)

    def steps(self) -> None:
        """Let the person choose steps until they stop; where several write, ask who does first.

        Raises:
            End: They stop.
        """
        first = self._book.guide.steps[0].sections[0]
        command = Keyword.PERSON if len(self._book.voices) > 1 else None
        while True:
            try:
                if command is None:
                    self._step()
                else:
                    said, command = command, None
                    self._obey(said, first)
            except (Said, Away) as said_here:
                command = said_here.command

    def _say_steps(self) -> None:
        """Say the steps and how far they are."""
        console, book = self._console, self._book
        console.say("", words.YEAR_NOW.format(year=book.year_label()))
        if ways.first_day(book) or ways.left_of_first_day(book):
            title = book.guide.beginning.title
            console.say(words.FIRST_DAY.format(key=FIRST_DAY, title=title))
        for step in book.guide.steps:
            progress = ways.progress(book, step.sections).words
            sentence = words.STEP.format(number=step.number, title=step.title, progress=progress)
            console.say(sentence)
        console.say(words.PARTNERS.format(key=PARTNERS), words.WAY[ways.chosen(book)])

    def _step(self) -> None:
        """Let the person choose a step, or go on where they stopped."""
        book, console = self._book, self._console
        steps = {str(step.number): step for step in book.guide.steps}
        first_day = ways.first_day(book)
        with console.place(words.WORDS, explained=words.HELP):
            card, place = self._card_in_hand(), ways.resumed(book)
            section = place[0] if place else book.guide.steps[0].sections[0]
            step = book.guide.chapter(section.id.partition(".")[0])
            proposal = words.RESUME.format(step=step.title, section=section.title)
            if card:
                item, name = book.cards.form(card).item, book.cards.title(card)
                proposal = words.RESUME_CARD.format(item=item, name=name)
            if first_day:
                proposal = book.guide.beginning.title
            wrong = words.NO_STEP.format(first=min(steps), last=max(steps), partners=PARTNERS)
            console.say("", words.CHOOSE_STEP.format(proposal=proposal))
            chosen = self._chosen([*steps, PARTNERS, FIRST_DAY], wrong)
        if chosen == FIRST_DAY or (chosen is None and first_day):
            self._first_day()
        elif chosen == PARTNERS:
            self._partners()
        elif chosen:
            self._sections(steps[chosen])
        elif card:
            self._garden.open_card(card, read=False)
        else:
            done = self._section(section, place[1].id if place else "")
            self._sections(step, step.sections.index(section) + done)

    def _card_in_hand(self) -> Card | None:
        """The card at which the person stopped; a confidential one is not said unasked."""
        bookmark, cards = self._book.bookmark, self._book.cards
        card = cards.get(bookmark.subject) if bookmark else None
        if card is None or card.deleted or cards.form(card).confidential:
            return None
        return card

    def _first_day(self) -> None:
        """Ask the first five questions, one after the other, until the person goes back."""
        first = self._book.guide.beginning
        ways.begin_first_day(self._book)
        for section in first.sections:
            self._console.say("", section.title)
            if not self._section(section, section.questions[0].id):
                return

    def _partners(self) -> None:
        """Let the person choose among the lists that belong to no step, until they go back."""
        lists = lists_of(self._book.guide, PARTNER)
        while True:
            self._console.say("", words.LISTS)
            self._garden.say_lists(lists, 1)
            try:
                chosen = self._choose(_up_to(len(lists)), words.BACK)
            except Said as said:
                if said.command is Keyword.BACK:
                    return
                self._obey(said.command, None)
                continue
            if chosen is None:
                return
            self._garden.open_list(lists[int(chosen) - 1])

    def _sections(self, step: Chapter, place: int = 0) -> None:
        """Let the person choose sections and lists of a step, until they go back or are through.

        The section at this place is proposed first.
        """
        book, console, sections = self._book, self._console, step.sections
        lists = lists_of(book.guide, step.id)
        while place < len(sections):
            console.say("", words.SECTIONS.format(step=step.title))
            for number, section in enumerate(sections, 1):
                progress = ways.progress(book, [section]).words
                line = words.SECTION.format(number=number, title=section.title, progress=progress)
                console.say(line)
            self._garden.say_lists(lists, len(sections) + 1)
            proposal = f"{place + 1}, {sections[place].title}"
            try:
                chosen = self._choose(_up_to(len(sections) + len(lists)), proposal)
            except Said as said:
                if said.command is Keyword.BACK:
                    return
                self._obey(said.command, sections[place])
                continue
            number = place if chosen is None else int(chosen) - 1
            if number >= len(sections):
                self._garden.open_list(lists[number - len(sections)])
            else:
                place = number + self._section(sections[number])

    def _section(self, section: Section, start: str = "") -> bool:
        """Ask or read a section; return whether the person came to its end."""
        if not (section.prompts or start):
            say_passage(self._console, self._book, section)
        if not section.questions:
            return True
        self._say_closed()
        return Questions(self._console, self._book, self._book, section).ask(start)

    def _say_closed(self) -> None:
        """Say why nothing can be written, where that is so."""
        book = self._book
        if not only_read(self._console, book) and not book.writable():
            self._console.say(LinearTalkWords.CLOSED.format(year=book.year_label()))

    def _choose(self, keys: Sequence[str], proposal: str, wrong: str = "") -> str | None:
        """Read one of the keys; None takes the proposal. All are numbers unless it is said else.

        Raises:
            End: The person stops.
            Said: A command was given.
        """
        self._console.say(words.CHOOSE.format(proposal=proposal))
        return self._chosen(keys, wrong)

    def _chosen(self, keys: Sequence[str], wrong: str = "") -> str | None:
        """Read one of the keys, or an empty line; see :meth:`_choose`."""
        console = self._console
        while True:
            reply = str(console.reply(MENU)).strip()
            if not reply:
                return None
            if self._ordered(reply):
                continue
            if re.fullmatch(r"[0-9]{1,4}", reply):
                reply = str(int(reply))
            key = folded(reply[:40])
            if key in keys:
                return key
            console.remark(wrong or words.NO_SUCH.format(first=keys[0], last=keys[-1]))

    def _obey(self, command: Keyword, section: Section | None) -> None:
        if do_between(self._console, self._book, command):
            return
        match command:
            case Keyword.MENU:
                self._say_steps()
            case Keyword.GUIDE if section:
                say_passage(self._console, self._book, section)
            case Keyword.PERSON:
                self.person()
            case Keyword.WAY:
                ways.choose(self._book, ways.other(self._book))
                self._console.say(words.WAY[ways.chosen(self._book)])
            case Keyword.YEAR:
                self._year()
            case Keyword.CORRECT:
                self._correct()
            case Keyword.SETUP:
                set_up(self._console, self._book)
            case Keyword.CHECKIN:
                self._checkin()
            case Keyword.OVERWINTER:
                RoundMenu(self._console, self._book, overwintering(self._book)).go()
            case Keyword.TABLE:
                from gartenjahr_tui.linear.table import at_the_table  # seldom

                at_the_table(self._console, self._book)
            case Keyword.RINGS:
                read_rings(self._console, self._book)
            case Keyword.TAKE_IN:
                from gartenjahr_tui.linear.taking import take_in  # seldom, and it needs much

                take_in(self._console, self._book)
            case Keyword.DAMAGE:
                decide(self._console, self._book)
            case Keyword.DUE:
                DueMenu(self._console, self._book, self._open_due).run()
            case _:
                pass  # „zurück“ at the top: the list is said again

    def _checkin(self) -> None:
        """Begin the check-in or go on with it, unless that of the quarter is done."""
        if done := done_until(self._book):
            title, day = done
            self._console.say(CheckInWords.DONE.format(title=title, day=german(day)))
        else:
            RoundMenu(self._console, self._book, checkin(self._book)).go()

    def _open_due(self, line: Due) -> None:
        """Go where a line of what is due leads."""
        book, cards = self._book, self._book.cards
        match line.target:
            case Page.CHECKIN:
                self._obey(Keyword.CHECKIN, None)
            case Page.OVERWINTER:
                self._obey(Keyword.OVERWINTER, None)
            case ToCard(id, section, prompt):
                self._garden.open_card(cards[id], section, prompt)
            case ToList(place, name):
                lists = lists_of(book.guide, place)
                self._garden.open_list(next(each for each in lists if each.name == name))
            case ToPrompt(id):
                self._section(book.guide.section_of(id), id)

    def person(self) -> None:
        """Choose who writes, or add somebody."""
        book, console = self._book, self._console
        console.say(words.VOICES)
        for number, voice in enumerate(book.voices, 1):
            sentence = words.VOICE_NOW if voice == book.voice else words.VOICE
            console.say(sentence.format(number=number, name=voice.name))
        console.say(words.VOICE_CHOOSE.format(name=book.voice.name))
        name = console.order(words.VOICE_HELP)
        if name is None:
            return
        voices = {str(number): voice for number, voice in enumerate(book.voices, 1)}
        voices |= {voice.name.casefold(): voice for voice in book.voices}
        try:
            if known := voices.get(name.casefold()):
                book.use_voice(known)
            elif name and console.agrees(words.VOICE_SURE.format(name=name)):
                book.add_voice(name)
        except (ReadOnly, ValueError) as error:
            console.say(str(error))
        console.say(words.VOICE_SET.format(name=book.voice.name))

    def _year(self) -> None:
        """Look at another year, or begin one."""
        book, console = self._book, self._console
        console.say(words.YEARS)
        for number in book.years:
            console.say(words.YEAR.format(year=book.year_label(number)))
        proposal = book.year_due or book.newest_year
        console.say(words.YEAR_CHOOSE.format(year=book.year_label(proposal)))
        reply = console.order(words.YEAR_HELP)
        if reply is None:
            return
        labels = {book.year_label(number): number for number in book.years}
        if not re.fullmatch(r"|\d{1,4}", reply) and reply not in labels:
            console.say(words.YEAR_WRONG.format(given=reply[:60], year=book.newest_year))
            return
        number = labels.get(reply) or int(reply or proposal)
        try:
            if number in book.years:
                book.look_at(number)
            elif console.agrees(words.YEAR_SURE.format(year=book.year_label(number))):
                book.begin_year(number)
            else:
                return
        except (ReadOnly, YearError) as error:
            console.say(str(error))
        console.say(words.YEAR_SET.format(year=book.year_label()))
        self._say_closed()

    def _correct(self) -> None:
        book, console = self._book, self._console
        if book.writable():
            console.say(words.NO_EARLIER.format(year=book.year_label()))
        else:
            correct(console, book)


def _up_to(last: int) -> list[str]:
    return [str(number) for number in range(1, last + 1)]


# Setting up


def set_up(console: Console, book: Workbook) -> None:
    """Ask for library, who writes and start month; an empty line keeps what stands there."""
    try:
        name = _ask(console, setup_words.LIBRARY, book.profile.library)
        book.set_profile(replace(book.profile, library=name))
        book.rename_voice(_ask(console, setup_words.VOICE, book.voice.name))
        _month(console, book)
        _about_library(console, book)
    except (ReadOnly, ValueError) as error:
        console.say(str(error))
    except Said:
        pass
    else:
        console.say(setup_words.DONE)


def _about_library(console: Console, book: Workbook) -> None:
    """What letters say of the library, for those who would like to say it now.

    Raises:
        Said: „zurück“.
    """
    if folded(_ask(console, setup_words.MORE, "")) not in ReplyWords.YES:
        return
    for field in library.FIELDS[1:]:
        said = library.said_of(library.library_of(book), field.id)
        reply = _ask(console, f"{field.label}:", said)
        library.put(book, field.id, "" if folded(reply) == setup_words.CLEAR else reply)


def _ask(console: Console, question: str, now: str) -> str:
    """Ask for a line.

    Raises:
        Said: „zurück“.
    """
    console.say(question, setup_words.NOW.format(now=now) if now else setup_words.EMPTY)
    reply = console.order(setup_words.HELP)
    if reply is None:
        raise Said(Keyword.BACK)
    return reply or now


def _month(console: Console, book: Workbook) -> None:
    """Ask for the month, by number or name, until it is one."""
    now = MONTHS[book.profile.start_month - 1]
    months = {folded(name): number for number, name in enumerate(MONTHS, 1)}
    months |= {str(number): number for number in months.values()}
    while True:
        month = months.get(folded(_ask(console, setup_words.MONTH, now)))
        if month:
            book.set_profile(replace(book.profile, start_month=month))
            return
        console.say(setup_words.MONTH_WRONG)
