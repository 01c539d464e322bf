"""Lists of cards and single cards: what grows in the garden, line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gartenjahr_tui.garden import growing, overview
from gartenjahr_tui.garden.growing import Deed
from gartenjahr_tui.garden.lists import CardList, lists_with
from gartenjahr_tui.garden.sheet import CardSheet
from gartenjahr_tui.garden.targets import ToCard, ToField
from gartenjahr_tui.guide.model import Section
from gartenjahr_tui.linear.changes import only_read, say_saved
from gartenjahr_tui.linear.console import LIST, Console, Keyword, Said
from gartenjahr_tui.linear.leaf import read_leaf
from gartenjahr_tui.linear.questions import Questions, do_between, note_card
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.linear import LinearGardenWords as words
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.dates import shown_date
from gartenjahr_tui.workbook.plain import Card

AT_ONCE = 20
"""Cards of a list that are read out before one asks for more."""

_DELETE = re.compile(r"(?:loeschen|l)\s*([0-9]{1,6})")
_NUMBER = re.compile(r"[0-9]{1,6}")


class GardenMenus:
    """The way to the cards."""

    def __init__(self, console: Console, book: Workbook) -> None:
        self._console = console
        self._book = book
        self._cards = book.cards

    # Lists

    def say_lists(self, lists: Sequence[CardList], first: int) -> None:
        """Say some lists, numbered from the first, with how many cards they have."""
        for number, each in enumerate(lists, first):
            count = _counted(each.count(self._cards))
            self._console.say(words.LIST.format(number=number, title=each.title, count=count))

    def open_list(self, cards: CardList) -> None:
        """Show a list until the person goes back.

        Raises:
            End: They stop.
        """
        console, form = self._console, self._book.guide.forms[cards.kind]
        console.say("", cards.title, cards.lead)
        if form.confidential:
            console.say(words.CONFIDENTIAL)
        only_read(console, self._book)
        if not cards.about and cards.keep is None:
            for line in overview.lines(self._book, cards.kind):
                console.say(line)
        text, start, deleted, stale = "", 0, False, True
        while True:
            found = cards.deleted(self._cards) if deleted else cards.found(self._cards, text)
            start = start if start < len(found) else 0
            if stale:
                self._say_page(cards, found, start, text)
            stale = True
            try:
                with console.place(words.WORDS, [cards.title], explained=words.HELP):
                    reply = str(console.reply(LIST, free=True)).strip()
            except Said as said:
                if said.command is Keyword.BACK:
                    return
                self._obey(said.command)
                continue
            if not reply:
                if not (text or deleted):
                    return
                text, start, deleted = "", 0, False
            elif folded(reply[:40]) == words.DELETED_WORD:
                text, start, deleted = "", 0, True
                console.say(words.SHOWS_DELETED)
            elif folded(reply[:40]) == words.MORE_WORD:
                start += AT_ONCE
            elif (done := self._ordered(cards, found, folded(reply[:40]))) is None:
                text, start, deleted = reply, 0, False
            else:
                stale = done

    def _say_page(self, cards: CardList, found: list[Card], start: int, text: str) -> None:
        """Say some cards of a list, and what can be done."""
        say = self._console.say
        say("")
        if text:
            sentence = words.FOUND if found else words.NOT_FOUND
            say(sentence.format(text=text, count=_counted(len(found))))
        elif not found:
            say(words.NONE)
        for number, card in enumerate(found[start : start + AT_ONCE], start + 1):
            say(words.CARD.format(number=number, text=self._line(cards, card)))
        left = len(found) - start - AT_ONCE
        keys = [words.OPEN] if found else []
        keys += [words.MORE.format(count=left)] if left > 0 else []
        if not self._book.read_only:
            keys.append(words.NEW.format(item=self._book.guide.forms[cards.kind].item))
            keys += [words.DELETE] if found else []
        say(" ".join([*keys, words.ALL if text else words.BACK]))

    def _line(self, cards: CardList, card: Card) -> str:
        """A card in a list: its day, where the list is sorted by it, its name, what is beside."""
        form = self._cards.form(card)
        day = card.value.get(form.date) if form.date not in cards.line else None
        parts = [shown_date(day)] if day else []
        return ", ".join([*parts, self._cards.title(card), *cards.beside(self._cards, card)])

    def _ordered(self, cards: CardList, found: list[Card], order: str) -> bool | None:
        """Do what is typed in a list.

        Returns:
            Whether the list may be another one now; None if it is no order but a word to look for.
        """
        delete = _DELETE.fullmatch(order)
        if _NUMBER.fullmatch(order):
            card = self._numbered(found, order)
            if card is None:
                return False
            self.open_card(card, cards.section)
        elif order == words.NEW_WORD:
            note_card(self._console, self._book, cards.kind, dict(cards.start(self._cards)))
        elif delete:
            card = self._numbered(found, delete[1])
            return card is not None and self._delete(card)
        elif order == words.DELETE_WORD:
            self._console.remark(words.DELETE_WHICH)
            return False
        else:
            return None
        return True

    def _numbered(self, found: list[Card], number: str) -> Card | None:
        if 1 <= int(number) <= len(found):
            return found[int(number) - 1]
        self._console.remark(words.NO_SUCH.format(number=number))
        return None

    def _delete(self, card: Card) -> bool:
        """Ask, then put a card away; return whether it was."""
        console, name = self._console, self._cards.title(card)
        if only_read(console, self._book):
            return False
        if not console.agrees(words.DELETE_SURE.format(name=name)):
            console.say(words.NOT_DELETED)
            return False
        self._cards.delete(card.id)
        say_saved(self._console, self._book, words.DELETED.format(name=name))
        return True

    # A card

    def open_card(
        self, card: Card, section: str = "", prompt: str = "", *, read: bool = True
    ) -> None:
        """Show a card until the person goes back, or it is deleted.

        Where a page is named it begins with that, and with its question of this id; else with what
        is known of the card, unless that need not be read.

        Raises:
            End: The person stops.
        """
        sheet = CardSheet(self._book, card)
        if read and not section and not self._read_leaf(card):
            return
        if page := next((page for page in sheet.pages if page.id == section), None):
            self._say_head(sheet)
            self._ask(sheet, page, prompt)
        said_whole: list[str] = []
        while True:
            places = self._places(sheet)
            known = [*map(_named, places), str(sheet.unfolded)]
            if said_whole == known:
                # It was read out already: it need not be heard after each page.
                head = words.HEAD.format(item=sheet.form.item, name=sheet.title)
                self._console.say("", head, words.CARD_AGAIN)
            else:
                self._say_card(sheet, places)
                said_whole = known
            try:
                with self._console.place(words.WORDS_CARD, explained=words.HELP_CARD):
                    said = self._console.reply(LIST, local={Keyword.AGAIN})
            except Said as command:
                if command.command is Keyword.BACK:
                    return
                self._obey(command.command)
                continue
            if isinstance(said, Keyword):
                said_whole = []
                continue
            reply = folded(said[:40])
            if not reply:
                return
            if _NUMBER.fullmatch(reply) and 1 <= int(reply) <= len(places):
                self._go(sheet, places[int(reply) - 1])
            elif reply == words.UNFOLD_WORD:
                sheet.unfolded = True
            elif reply == words.DELETE_WORD:
                self._delete(sheet.card)
                if sheet.card.deleted:
                    return
            else:
                self._console.remark(words.CARD_WRONG.format(last=len(places)))

    def _read_leaf(self, card: Card) -> bool:
        """Read what is known of a card; return whether its questions are wanted."""
        return read_leaf(self._console, self._book, card, self._open_line, self._obey)

    def _open_line(self, target: ToCard | ToField) -> None:
        """Go where a line of a leaf leads: to another leaf, or to a question and back."""
        if isinstance(target, ToCard):
            self.open_card(self._cards[target.id], target.section)
            return
        sheet = CardSheet(self._book, self._cards[target.card])
        page = next(page for page in sheet.pages if page.id == target.section)
        asked = sheet.asked(page)
        # What is folded is asked whole.
        folded_away = target.prompt not in (prompt.id for prompt in asked.prompts)
        questions = Questions(self._console, self._book, sheet, page if folded_away else asked)
        questions.ask_one(target.prompt)

    def _places(self, sheet: CardSheet) -> list[Section | CardList | Deed]:
        """Where one can go from a card: its pages, the lists with it, what can be done with it."""
        deeds = growing.deeds_with(self._book, sheet.card)
        return [*sheet.pages, *lists_with(self._cards, sheet.card), *deeds]

    def _say_head(self, sheet: CardSheet) -> None:
        say, form = self._console.say, sheet.form
        say("", words.HEAD.format(item=form.item, name=sheet.title))
        if line := self._cards.line(sheet.card):
            say(", ".join(line))
        if form.confidential:
            say(words.CONFIDENTIAL)
        if not only_read(self._console, self._book) and sheet.card.deleted:
            say(words.IS_DELETED)

    def _say_card(self, sheet: CardSheet, places: Sequence[Section | CardList | Deed]) -> None:
        self._say_head(sheet)
        say = self._console.say
        folded_away = 0
        for number, place in enumerate(places, 1):
            if isinstance(place, Section):
                asked = sheet.asked(place).prompts
                folded_away += not asked
                if not asked:
                    continue
                progress = sheet.progress(asked).words
                say(words.SECTION.format(number=number, title=place.title, progress=progress))
            elif isinstance(place, CardList):
                self.say_lists([place], number)
            else:
                say(words.DEED.format(number=number, title=place.title, help=place.help))
        more = [words.MORE_PAGES.format(count=folded_away)] if folded_away > 1 else []
        more += [words.MORE_PAGE] if folded_away == 1 else []
        delete = [words.DELETE_THIS] if sheet.writable() else []
        say(" ".join([words.CHOOSE, *more, *delete, words.BACK]))

    def _go(self, sheet: CardSheet, place: Section | CardList | Deed) -> None:
        if isinstance(place, Section):
            self._ask(sheet, place)
        elif isinstance(place, CardList):
            self.open_list(place)
        else:
            try:
                result = place.do(self._book, sheet.card)
            except (StoreError, PermissionError) as error:
                self._console.say(str(error))
            else:
                say_saved(self._console, self._book, growing.said(place, result))

    def _ask(self, sheet: CardSheet, page: Section, prompt: str = "") -> None:
        """Ask a page; where an answer has called up another one, that follows."""
        before = {each.id for each in sheet.sections}
        if Questions(self._console, self._book, sheet, page).ask(prompt):
            for called in [each for each in sheet.sections if each.id not in before]:
                if called.id != page.id:
                    self._console.say("", words.CALLED_UP.format(title=called.title))
                    Questions(self._console, self._book, sheet, called).ask()

    def _obey(self, command: Keyword) -> None:
        """Do what a command says that counts in lists and on cards."""
        if not do_between(self._console, self._book, command):
            self._console.remark(words.NOT_NOW)


def _named(place: Section | CardList | Deed) -> str:
    return place.title


def _counted(count: int) -> str:
    if count == 0:
        return words.NO_CARDS
    return words.ONE_CARD if count == 1 else words.CARDS.format(count=count)
