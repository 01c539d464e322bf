"""Asks before a card is put away; the deletion can be taken back all the same."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static

from gartenjahr_tui.widgets.dialog import Dialog, option_list, plain_option
from gartenjahr_tui.words.garden import DeleteWords as words
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.plain import Card


class DeleteScreen(Dialog[str]):
    """Returns a sentence when the card was put away, or None."""

    CSS_PATH = "../styles/loeschen.tcss"

    def __init__(self, book: Workbook, card: Card) -> None:
        form = book.guide.forms[card.kind]
        super().__init__(words.TITLE.format(item=form.item), words.KEYS)
        self._book, self._card = book, card

    def compose_body(self) -> ComposeResult:
        """Which one, who names it, and the two ways."""
        cards = self._book.cards
        yield Static(cards.title(self._card), markup=False, classes="name")
        if count := len(cards.naming(self._card.id)):
            sentence = words.NAMED_ONCE if count == 1 else words.NAMED.format(count=count)
            yield Static(sentence, markup=False)
        # Keeping it is what Enter does first.
        choices = [plain_option(words.NO, "no"), plain_option(words.YES, "yes")]
        yield option_list(choices, cursor=0)

    @on(OptionList.OptionSelected)
    async def decide(self, event: OptionList.OptionSelected) -> None:
        """Put it away, or leave it."""
        if event.option_id != "yes":
            self.dismiss(None)
            return
        name = self._book.cards.title(self._card)
        await self.do(
            lambda: self._book.cards.delete(self._card.id), lambda: words.DONE.format(name=name)
        )
