"""A card of the garden: its questions page by page, what stands with it, what can be done."""

from __future__ import annotations

from dataclasses import replace

from textual import on

from gartenjahr_tui.garden.growing import Deed, deeds_with, said
from gartenjahr_tui.garden.kinds import Partnership
from gartenjahr_tui.garden.lists import CardList, lists_with
from gartenjahr_tui.garden.sheet import CardSheet
from gartenjahr_tui.garden.targets import ToCard, ToCardBeside, ToOutlet
from gartenjahr_tui.guide.model import Section
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.going import Go, ShowDialog
from gartenjahr_tui.widgets.outline import Outline
from gartenjahr_tui.widgets.prompt_view import PromptView
from gartenjahr_tui.words.garden import FormWords as words
from gartenjahr_tui.workbook.plain import Card
from screens.formular import FormScreen, more_words
from screens.ueben import PracticeScreen

PRACTICE = Deed("practice", words.PRACTICE, words.PRACTICE_HELP, lambda book, card: [], "")
"""Saying a pitch aloud is done on a screen of its own."""

FAREWELL = Deed("farewell-sheet", words.FAREWELL, words.FAREWELL_HELP, lambda book, card: [], "")
"""The sheet for both houses is looked at and written where all documents are."""

MORE = Deed("more", "", "", lambda book, card: [], "")
"""All questions are shown, or only the core again."""


class CardScreen(FormScreen):
    """One card."""

    NAME = "karte"
    KEYS = ("help", "home", "back", "encounter", "menu")
    CSS_PATH = ["../styles/formular.tcss", "../styles/karte.tcss"]
    BINDINGS = bindings("delete-card", "next-card", "previous-card")

    def __init__(self, sheet: CardSheet, *, straight_back: str = "") -> None:
        """Show a card; from a question that is named, Escape leads straight back."""
        self.card_sheet, self._straight_back = sheet, straight_back
        super().__init__(sheet.book, sheet, sheet.sections)

    @property
    def lists(self) -> tuple[CardList, ...]:
        """What names this card."""
        sheet = self.card_sheet
        return lists_with(self.book.cards, sheet.card) if sheet.planted else ()

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """What can become of this card."""
        sheet = self.card_sheet
        practice = (PRACTICE,) if sheet.form.id == "pitch" and sheet.planted else ()
        more = more_words(sheet)
        title = (replace(MORE, title=more),) if more else ()
        return (*title, *practice, *deeds_with(self.book, sheet.card), *self._farewell())

    def _farewell(self) -> tuple[Deed, ...]:
        """The sheet for both houses, once a partnership has ended."""
        card = self.card_sheet.card
        ended = card.kind == Partnership.KIND and not Partnership(card).lives
        return (FAREWELL,) if ended and not card.deleted else ()

    def more(self, section: Section) -> str:
        """What could be asked beside on the whole card."""
        return more_words(self.card_sheet)

    def asked_now(self) -> tuple[Section, ...]:
        """What the card asks now."""
        return self.card_sheet.sections

    async def unfold(self, unfolded: bool) -> bool:
        """Show all questions of the card, or fold them again."""
        sheet = self.card_sheet
        if unfolded and not sheet.folded():
            return False
        sheet.unfolded = unfolded
        await self.ask_anew()
        if not unfolded:
            await self.show_page(min(self._place, len(self.sections) - 1))
            self.set_focus(self.query_one(Outline))
        return True

    def progress_words(self, section: Section) -> str:
        """A card is never finished: only what has been written is counted."""
        progress = self.sheet.progress(section.prompts)
        filled = progress.settled + progress.begun
        return words.FILLED.format(filled=filled, total=progress.total) if filled else ""

    def show_title(self) -> None:
        """Kind and name."""
        sheet = self.card_sheet
        name = sheet.title if sheet.planted else words.NEW
        parts = [sheet.form.item, name]
        parts += [words.DELETED] if sheet.card.deleted else []
        self.title_bar.show(left=" · ".join(parts))

    @on(PromptView.Taken)
    def name_anew(self) -> None:
        """The title follows what is written."""
        self.show_title()

    async def do_deed(self, deed: Deed) -> None:
        """Do it, say what came of it, and go there."""
        sheet = self.card_sheet
        if deed.id == MORE.id:
            await self.show_more()
            return
        if deed is FAREWELL:
            self.app.post_message(Go(ToOutlet("abschiedsblatt", sheet.id)))
            return
        if deed is PRACTICE:
            self.app.post_message(ShowDialog(PracticeScreen(sheet.card)))
            return
        try:
            result = deed.do(self.book, sheet.card)
        except (StoreError, ValueError, PermissionError) as error:
            self.app.notify(str(error), severity="warning", markup=False)
            return
        self.app.notify(said(deed, result), markup=False)
        self.reload()
        if isinstance(result, Card):
            # What is new is there to be filled in, not to be read.
            self.app.post_message(
                Go(ToCard(result.id, self.book.cards.form(result).sections[0].id))
            )

    @property
    def card_id(self) -> str:
        """Id of the card."""
        return self.card_sheet.id

    def action_back(self) -> None:
        """Whoever came for one question goes back from there; else to the outline first."""
        view = self.prompt_in_hand
        if view and view.prompt.id == self._straight_back and view.has_focus_within:
            self.note_place()
            self.action_leave()
        else:
            self._straight_back = ""
            super().action_back()

    async def begin(self) -> None:
        """Put the cursor into the first field of a new card."""
        self.enter_page(await self.show_page(0))

    @property
    def card_in_hand(self) -> str:
        """The card of the list that is in hand, or this one."""
        return super().card_in_hand or (self.card_sheet.id if self.card_sheet.planted else "")

    @property
    def offers(self) -> tuple[str, ...]:
        """The card itself can be deleted."""
        return (*super().offers, "card")

    def action_delete_card(self) -> None:
        """Ask, then put this card away."""
        if self.card_sheet.planted:
            self.ask_to_delete(self.card_sheet.id)

    def action_card_beside(self, by: int) -> None:
        """Show another card of this kind in place of this one, at the same page."""
        page = self.places[self._place]
        self.app.post_message(Go(ToCardBeside(by, page.id if isinstance(page, Section) else "")))

    @property
    def passage(self) -> str:
        """Where the guide speaks of this page."""
        place = self._place if self._place < len(self.sections) else 0
        return self.passage_about(self.sections[place])
