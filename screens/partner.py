"""The partners: organisations, the people there, the encounters with them."""

from __future__ import annotations

from gartenjahr_tui.garden.lists import PARTNER, CardList, lists_of
from gartenjahr_tui.words.garden import PartnersWords as words
from gartenjahr_tui.workbook.book import Workbook
from screens.formular import FormScreen


class PartnerScreen(FormScreen):
    """The screen „Partner“."""

    NAME = PARTNER
    PASSAGE = "saeen.boden"
    KEYS = ("help", "home", "back", "encounter", "menu")
    CSS_PATH = ["../styles/formular.tcss", "../styles/partner.tcss"]

    def __init__(self, book: Workbook) -> None:
        self._lists = lists_of(book.guide, PARTNER)
        super().__init__(book, book, ())

    @property
    def lists(self) -> tuple[CardList, ...]:
        """Partners, people, encounters."""
        return self._lists

    async def on_mount(self) -> None:
        """The list has the cursor at once."""
        await super().on_mount()
        self.call_after_refresh(self._enter_list)

    def _enter_list(self) -> None:
        """Put the cursor into the list that is shown by now: another one may have been wanted."""
        if page := self.page:
            self.enter_page(page)

    def show_title(self) -> None:
        """The name of the screen and of the library."""
        library = self.book.profile.library
        self.title_bar.show(left=" · ".join(filter(None, (words.TITLE, library))))
