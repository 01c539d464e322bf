"""What all screens with questions and lists have in common: the steps, a card, the partners."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import TextArea

from gartenjahr_tui.garden import at_once, growing, overview
from gartenjahr_tui.garden.growing import Deed
from gartenjahr_tui.garden.lists import CardList
from gartenjahr_tui.garden.sheet import CardSheet, Sheet
from gartenjahr_tui.garden.targets import Page
from gartenjahr_tui.guide.model import Prompt, Section
from gartenjahr_tui.widgets.card_list import ListPage
from gartenjahr_tui.widgets.chrome import BookScreen
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.entries import EntryRows
from gartenjahr_tui.widgets.going import Go, ShowDialog
from gartenjahr_tui.widgets.next_link import MoreLink, NextLink
from gartenjahr_tui.widgets.on_cards_view import OnCardsView
from gartenjahr_tui.widgets.outline import Outline
from gartenjahr_tui.widgets.prompt_view import PromptView
from gartenjahr_tui.widgets.section_page import SectionPage
from gartenjahr_tui.words.garden import AtOnceWords
from gartenjahr_tui.words.garden import FormWords as words
from gartenjahr_tui.words.screens import CommonWords, VersionsWords
from gartenjahr_tui.words.screens import StepWords as step_words
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.plain import Bookmark
from screens.fassungen import VersionsScreen
from screens.loeschen import DeleteScreen
from screens.wahl import PickScreen

FOLLOW_SECONDS = 0.1
"""How long the place of the cursor may stay unnoted while somebody types."""

FormPlace = Section | CardList | Deed
"""A line of the outline: a page of questions, a list of cards, or something to do."""


def more_words(sheet: CardSheet, page: Section | None = None) -> str:
    """What else a page or a whole card could ask, or that it can be folded; empty for nothing."""
    if count := sheet.folded(page):
        return words.MORE_ONE if count == 1 else words.MORE.format(count=count)
    return words.LESS if sheet.unfolded else ""


class FormScreen(BookScreen):
    """Pages on the right, chosen in an outline on the left; a bookmark calls it by its name."""

    NAME = ""
    CSS_PATH = ["../styles/formular.tcss"]
    BINDINGS = bindings("versions", "back")
    AUTO_FOCUS = None

    def __init__(self, book: Workbook, sheet: Sheet, sections: tuple[Section, ...]) -> None:
        super().__init__()
        self.book, self.sheet, self.sections = book, sheet, sections
        self._pages: dict[str, SectionPage | ListPage] = {}
        self._place = 0
        self._prompt: PromptView | None = None
        self._following: Timer | None = None
        self._latest: Bookmark | None = None
        self._seen = self._circumstances()

    @property
    def lists(self) -> tuple[CardList, ...]:
        """The lists below the sections."""
        return ()

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """What can be done here, below the lists."""
        return ()

    @property
    def places(self) -> tuple[FormPlace, ...]:
        """Everything the outline shows."""
        return (*self.sections, *self.lists, *self.deeds)

    def compose_body(self) -> ComposeResult:
        """Outline and pages."""
        with Horizontal(id="form"):
            yield Outline(self._outline)
            yield Vertical(id="pages")
            yield from self.compose_beside()

    def compose_beside(self) -> ComposeResult:
        """What stands to the right of the pages."""
        yield from ()

    def _outline(self) -> list[list[tuple[str, str]]]:
        sections = [(section.short, self.progress_words(section)) for section in self.sections]
        lists = [(each.title, str(each.count(self.book.cards))) for each in self.lists]
        deeds = [(f"→ {deed.title}", "") for deed in self.deeds]
        return [sections, lists, deeds]

    def sheet_of(self, section: Section) -> Sheet:
        """What the answers of a page go to."""
        return self.sheet

    def progress_words(self, section: Section) -> str:
        """How far a section is, in words."""
        return self.sheet_of(section).progress(section.prompts).words

    async def on_mount(self) -> None:
        """Show the title, and a page unless one has been asked for already."""
        self.show_title()
        if not self._pages:
            await self.show_page(self.first_place())
            self.set_focus(self.query_one(Outline))

    def first_place(self) -> int:
        """The page a fresh screen shows."""
        return 0

    def on_screen_resume(self) -> None:
        """Show what has changed meanwhile: another year or voice, other cards."""
        self.reload()

    def reload(self) -> None:
        """Show what has become of the workbook; what stands on cards is shown anew in any case."""
        if self._seen != self._circumstances() or not self.sheet.counted:
            # What stands on a card may have been changed from elsewhere, too.
            self._seen = self._circumstances()
            for page in self._pages.values():
                page.reload()
        else:
            for view in self.query(PromptView):
                # The same question may have been answered on another screen.
                if view is self.prompt_in_hand or view.is_stale:
                    view.reload()
            shown = self.page
            if isinstance(shown, ListPage):
                shown.reload()
            for asked in self.query(OnCardsView):
                asked.reload()
        self._refresh_outline()
        self.show_title()
        self.call_later(self.ask_anew)

    def _circumstances(self) -> tuple[object, ...]:
        book = self.book
        return (book.year, book.voice, book.writable(), book.years, book.undoing.taken_back)

    def _refresh_outline(self) -> None:
        for outline in self.query(Outline):
            outline.refresh(layout=True)

    def show_title(self) -> None:
        """Say where one is."""

    # Pages

    @property
    def page(self) -> SectionPage | ListPage | None:
        """The page shown."""
        return next((page for page in self._pages.values() if page.display), None)

    def _key(self, place: FormPlace) -> str:
        return place.id if isinstance(place, Section | Deed) else f"{place.kind}/{place.section}"

    async def show_page(self, number: int) -> SectionPage | ListPage:
        """Show a page; it is made once and kept."""
        places = self.places
        number = min(number, len(self.sections) + len(self.lists) - 1)
        place = places[number]
        key = self._key(place)
        page = self._pages.get(key)
        if page is None:
            page = self._make_page(place, number)
            self._pages[key] = page
            page.display = False
            await self.query_one("#pages").mount(page)
        elif isinstance(page, ListPage):
            page.reload()
        else:
            page.tell()
        for other in self._pages.values():
            other.display = other is page
        self._place = number
        self.query_one(Outline).cursor = number
        self.page_shown()
        return page

    def _make_page(self, place: FormPlace, number: int) -> SectionPage | ListPage:
        if isinstance(place, CardList):
            if place.about or place.id:
                return ListPage(self.book.cards, place)
            return ListPage(self.book.cards, place, lambda: overview.lines(self.book, place.kind))
        assert isinstance(place, Section)
        return SectionPage(self.sheet_of(place), place, self.way_on(number), self.more(place))

    # What is asked now

    def asked_now(self) -> tuple[Section, ...]:
        """The pages with what they ask now; what is written may make it more."""
        return self.sections

    def more(self, section: Section) -> str:
        """What the link to what is folded says on a page; empty for none."""
        return ""

    async def ask_anew(self) -> None:
        """Show what is asked now."""
        here = next((key for key, page in self._pages.items() if page.display), "")
        self.sections = self.asked_now()
        places = {self._key(place): number for number, place in enumerate(self.places)}
        for number, section in enumerate(self.sections):
            page = self._pages.get(section.id)
            if isinstance(page, SectionPage):
                await page.ask(section, self.way_on(number), self.more(section))
        if here in places and places[here] != self._place:
            self._place = self.query_one(Outline).cursor = places[here]
        self._refresh_outline()

    async def unfold(self, unfolded: bool) -> bool:
        """Show all questions, or fold them again; return whether there are any to unfold."""
        return False

    @on(MoreLink.Chosen)
    async def show_more(self) -> None:
        """Unfold what is folded and go to the first of it, or fold it again."""
        known = {(p.id, field.id) for s in self.sections for p in s.prompts for field in p.fields}
        if not await self.unfold(True):
            await self.unfold(False)
            return
        sections = [*self.sections[self._place :], *self.sections]
        new = (
            (section, Bookmark(self.NAME, prompt.id, field.id))
            for section in sections
            for prompt in section.prompts
            for field in prompt.fields
            if (prompt.id, field.id) not in known
        )
        if found := next(new, None):
            section, bookmark = found
            self.enter_at(await self.show_page(self.sections.index(section)), bookmark)

    @on(PromptView.Taken)
    async def follow_taken(self, event: PromptView.Taken) -> None:
        """What is chosen may have more asked."""
        if not event.typing:
            await self.ask_anew()

    def page_shown(self) -> None:
        """Another page is shown."""

    def way_on(self, number: int) -> str:
        """What the link at the end of a page says."""
        following = self.following(number)
        if following is not None:
            return step_words.NEXT.format(title=self.sections[following].title)
        return words.END

    def following(self, number: int) -> int | None:
        """The page one goes on to from another; None after the last."""
        return number + 1 if number + 1 < len(self.sections) else None

    async def on_outline_chosen(self, event: Outline.Chosen) -> None:
        """Show the page chosen, and go in or do the deed if asked."""
        place = self.places[event.place]
        if isinstance(place, Deed):
            self.query_one(Outline).cursor = event.place
            if event.go_in:
                await self.do_deed(place)
            return
        page = await self.show_page(event.place)
        if event.go_in:
            self.call_after_refresh(self.enter_page, page)

    async def do_deed(self, deed: Deed) -> None:
        """Do what the outline offers."""

    def enter_page(self, page: SectionPage | ListPage) -> None:
        """Put the cursor into a page: the first question that is not settled, or the list."""
        if isinstance(page, ListPage):
            page.enter()
            return
        waiting = (view for view in page.views if not view.state.settled)
        beginning = page.beginning
        if beginning:
            next(waiting, beginning).enter()
        else:
            page.focus()

    @on(NextLink.Chosen)
    async def go_on(self) -> None:
        """Go to the next page, or beyond the last."""
        await self.confirm_page()
        following = self.following(self._place)
        if following is not None:
            page = await self.show_page(following)
            page.scroll_home(animate=False)
            self.call_after_refresh(self.begin_page, page)
            return
        await self.go_beyond()

    def begin_page(self, page: SectionPage | ListPage) -> None:
        """Put the cursor into a page one has gone on to: where it begins."""
        first = page.beginning if isinstance(page, SectionPage) else None
        if first:
            first.enter()
        else:
            page.focus()

    async def confirm_page(self) -> None:
        """The person is done with the page shown."""

    async def go_beyond(self) -> None:
        """Leave at the end of the last page."""
        self.action_leave()

    @on(PromptView.StateChanged)
    def count_anew(self) -> None:
        """The outline shows what is done."""
        self._refresh_outline()

    # Cards

    @on(ListPage.Delete)
    def delete_card(self, event: ListPage.Delete) -> None:
        """Ask, then put a card away."""
        self.ask_to_delete(event.card_id)

    @on(ListPage.SayOfAll)
    def say_of_all(self, event: ListPage.SayOfAll) -> None:
        """Ask what is to be said of all the cards of a list, and say it."""
        cards = event.cards
        options = at_once.offered(self.book, cards[0].kind) if cards else []
        if self.book.read_only or not options:
            sentence = CommonWords.READ_ONLY if self.book.read_only else AtOnceWords.NONE
            self.app.notify(sentence, markup=False)
            return

        def say(said: str | None) -> None:
            if said:
                self.app.notify(at_once.say_of_all(self.book, cards, said), markup=False)
                self.reload()

        title = AtOnceWords.TITLE.format(count=len(cards))
        self.app.push_screen(PickScreen(title, options, ""), say)

    def ask_to_delete(self, id: str) -> None:
        """Ask, then put a card away."""
        card = self.book.cards.get(id)
        if card and not card.deleted and not self.book.read_only:
            self.app.post_message(ShowDialog(DeleteScreen(self.book, card)))

    @on(PromptView.Grow)
    def grow(self, event: PromptView.Grow) -> None:
        """Make a card of an answer."""
        if self.book.read_only:
            self.app.notify(CommonWords.READ_ONLY, markup=False)
            return
        card = growing.grow(self.book, event.prompt, event.text, event.entry, event.kind)
        form = self.book.guide.forms[card.kind]
        sentence = words.GROWN_PRIVATE if event.prompt.guarded else words.GROWN
        name = self.book.cards.title(card)
        self.app.notify(sentence.format(item=form.item, name=name), markup=False)
        self._refresh_outline()

    def cards_around(self, id: str) -> list[str]:
        """The cards of the list that is shown."""
        page = self.page
        return page.ids if isinstance(page, ListPage) and page.selected == id else []

    def go_along(self, before: str, after: str) -> None:
        """Whoever comes back finds the card chosen that was in hand last."""
        page = self.page
        if isinstance(page, ListPage) and page.selected == before:
            page.choose(after)

    @property
    def card_in_hand(self) -> str:
        """Id of the card the cursor is on, or whose screen this is; empty when there is none."""
        page = self.page
        return page.selected if isinstance(page, ListPage) and page.has_focus_within else ""

    # Where one is

    async def go_to(self, bookmark: Bookmark) -> None:
        """Open a question where the cursor stood in it."""
        for mark in (bookmark, bookmark, replace(bookmark, field="")):
            for number, section in enumerate(self.sections):
                if self.asks(section, mark):
                    self.enter_at(await self.show_page(number), bookmark)
                    return
            await self.unfold(True)

    def asks(self, section: Section, bookmark: Bookmark) -> bool:
        """Whether a question is asked on a page, with the field if one is named."""
        asked = next((each for each in section.questions if each.id == bookmark.prompt), None)
        if isinstance(asked, Prompt) and bookmark.field:
            return any(field.id == bookmark.field for field in asked.fields)
        return asked is not None

    def enter_at(self, page: SectionPage | ListPage, bookmark: Bookmark) -> None:
        """Put the cursor into a question of a page, where it stood."""
        view = page.view(bookmark.prompt) if isinstance(page, SectionPage) else None
        if view:
            view.enter(bookmark if bookmark.field else None)

    async def go_to_prompt(self, prompt_id: str) -> None:
        """Open a question at its first field."""
        await self.go_to(Bookmark(self.NAME, prompt_id))

    async def go_to_section(self, section_id: str) -> None:
        """Open a page of questions."""
        if section_id not in (section.id for section in self.sections):
            await self.unfold(True)
        ids = [section.id for section in self.sections]
        await self.show_page(ids.index(section_id))
        self.set_focus(self.query_one(Outline))

    async def go_to_list(self, name: str) -> None:
        """Open a list and go in."""
        names = [place.name if isinstance(place, CardList) else "" for place in self.places]
        page = await self.show_page(names.index(name))
        self.enter_page(page)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Going from one question to another, or to the outline, leaves the one before."""
        view = next(
            (a for a in event.widget.ancestors_with_self if isinstance(a, PromptView)), None
        )
        before, self._prompt = self._prompt, view
        if before and before is not view:
            before.leave()
        if view and before is not view:
            self.note_place()

    def note_place(self) -> None:
        """Remember question, field and cursor for the next start."""
        view, known = self._prompt, self.book.bookmark
        if view and view.is_attached:
            place = view.place(self.NAME)
            # A window in the background has no cursor: where it was last is where one goes on.
            if not place.field and self._latest and self._latest.prompt == place.prompt:
                place = self._latest
            if place.field or known is None or known.prompt != place.prompt:
                view.sheet.set_bookmark(place)

    @on(TextArea.SelectionChanged)
    def follow_cursor(self) -> None:
        """A power cut announces itself to nobody, so the place is noted all along."""
        if self._prompt and self._prompt.is_attached:
            self._latest = self._prompt.place(self.NAME)
        if self._following is None:
            self._following = self.set_timer(FOLLOW_SECONDS, self._note_followed)

    def _note_followed(self) -> None:
        self._following = None
        self.note_place()

    def on_screen_suspend(self) -> None:
        """Leaving the screen saves at once."""
        self.note_place()
        self.book.hasten()

    def action_back(self) -> None:
        """From a field to the outline, from there away; the text stays."""
        self.note_place()
        outline = self.query_one(Outline)
        if outline.has_focus:
            self.action_leave()
        else:
            outline.focus()

    def action_leave(self) -> None:
        """Back to where one came from: the garden, or what was found by searching."""
        self.app.post_message(Go(Page.BACK))

    def passage_about(self, section: Section) -> str:
        """Where the guide speaks of what a page asks."""
        numbers = {*section.quelle, *(n for q in section.questions for n in q.quelle)}
        return self.book.guide.section_about(numbers).id

    # What the menu offers for the question in hand

    @property
    def offers(self) -> tuple[str, ...]:
        """Commands for what the cursor is in."""
        offers = self.OFFERS
        offers += ("prompt",) if self.prompt_in_hand else ()
        offers += ("entries",) if isinstance(self.focused, EntryRows) else ()
        return (*offers, "list") if isinstance(self.page, ListPage) else offers

    @property
    def prompt_in_hand(self) -> PromptView | None:
        """The question the cursor was in last, as long as its page is shown."""
        view = self._prompt
        return view if view and view.is_attached else None

    def action_entry(self, wish: str) -> None:
        """Do something with the list of entries the cursor is in."""
        if isinstance(self.focused, EntryRows):
            self.focused.action_entry(wish)

    def action_card(self, wish: str) -> None:
        """Do something with the list of cards that is shown."""
        if isinstance(self.page, ListPage):
            self.page.action_card(wish)

    async def action_versions(self) -> None:
        """Show what the answer said before; nothing for a card that has only been begun."""
        view = self.prompt_in_hand
        if view and isinstance(view.sheet, CardSheet) and not view.sheet.planted:
            self.app.notify(VersionsWords.NONE, markup=False)
            return
        found = await asyncio.to_thread(view.sheet.versions, view.prompt) if view else []
        self.ask_about(lambda sheet, prompt: VersionsScreen(sheet, prompt, found))

    def ask_about(self, make: Callable[[Sheet, Prompt], ModalScreen[str]]) -> None:
        """Show a dialog about the question in hand."""
        if view := self.prompt_in_hand:
            self.app.post_message(ShowDialog(make(view.sheet, view.prompt)))
        else:
            self.app.notify(step_words.NO_PROMPT, markup=False)
