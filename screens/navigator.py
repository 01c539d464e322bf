"""Goes from screen to screen: what is kept, what leads back where, what a dialog leaves behind.

Each screen is imported when it is first wanted; the first frame needs none but the garden.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar, assert_never

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

from gartenjahr_tui.garden import home
from gartenjahr_tui.garden.targets import (
    Page,
    Target,
    ToCard,
    ToCardBeside,
    ToErase,
    ToField,
    ToGuide,
    ToList,
    ToNewCard,
    ToOutlet,
    ToPrompt,
    ToRings,
    ToSnooze,
    ToStep,
    ToTick,
)
from gartenjahr_tui.widgets.chrome import BookScreen
from gartenjahr_tui.widgets.commands import Command, offered
from gartenjahr_tui.widgets.going import Go, ShowDialog
from gartenjahr_tui.words.garden import AtOnceWords, CriticismWords, FormerWords
from gartenjahr_tui.words.rhythm import CheckInWords, UndoWords
from gartenjahr_tui.words.screens import CommonWords, KeysWords, MenuWords, WayWords
from screens.garten import GartenScreen

if TYPE_CHECKING:
    from textual.driver import Driver

    from gartenjahr_tui.garden.rounds import Round
    from gartenjahr_tui.garden.sheet import CardSheet
    from gartenjahr_tui.guide.model import Guide
    from gartenjahr_tui.store.paths import Paths
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card
    from screens.formular import FormScreen
    from screens.partner import PartnerScreen
    from screens.schritt import StepScreen

FLUSH_SECONDS = 2.0
"""How long a key waits for the disk, which has to know what the screen it opens shows."""

STEPS = ("boden", "saeen", "pflegen", "ernten", "ruhen")

AnyBookScreen = TypeVar("AnyBookScreen", bound=BookScreen)


def _opening(place: str) -> Callable[[Navigator], Coroutine[Any, Any, None]]:
    """An action that shows a screen, or asks in a dialog; all of them take but the workbook."""
    module, _, name = place.partition(":")

    async def action(app: Navigator) -> None:
        made = getattr(import_module(f"screens.{module}"), name)(await app.the_book())
        await (app._ask(made) if isinstance(made, ModalScreen) else app._push(made))

    return action


class Navigator(App[None]):
    """The app as far as it leads people about; it has no workbook as long as that is closed."""

    paths: Paths
    garden: GartenScreen
    book: Workbook | None = None

    def __init__(self, driver_class: type[Driver] | None) -> None:
        super().__init__(driver_class)
        self.opened = asyncio.Event()
        self._kept: dict[type[BookScreen], BookScreen] = {}
        self._copy_note = ""

    @property
    def guide(self) -> Guide:
        """The guide; read when it is first needed, which is after the first frame."""
        from gartenjahr_tui.guide.reader import read_guide

        return read_guide()

    async def the_book(self) -> Workbook:
        """The open workbook; waits for it in the first moment."""
        await self.opened.wait()
        assert self.book is not None
        return self.book

    def show_status(self) -> None:
        """Say in words how saving stands."""

    # Going somewhere

    async def on_go(self, event: Go) -> None:
        """A screen or one of its parts leads somewhere."""
        if self.opened.is_set():
            await self.go(event.target)
        else:
            # The queue of the garden waits for the book, and not the app's: the curtain falls.
            self.garden.call_later(self._go_when_open, event.target)

    async def _go_when_open(self, target: Target) -> None:
        await self.opened.wait()
        self.post_message(Go(target))

    async def go(self, target: Target) -> None:
        """Go somewhere."""
        match target:
            case ToCard(id, section, prompt):
                await self._go_to_card(id, section, prompt, read=True)
            case ToCardBeside(by, section):
                await self._go_beside(by, section)
            case ToField():
                await self._go_to_field(target)
            case ToNewCard(kind, about, prompt):
                await self._begin_card(kind, about, prompt)
            case ToPrompt(id, year):
                await self._go_to_prompt(id, year)
            case ToList(step, name):
                await self.action_list(step, name)
            case ToStep(id):
                await self.action_step(id)
            case ToGuide(place, words):
                from screens.leitfaden import GuideScreen

                await self._push(GuideScreen(self.guide, place, words))
            case ToRings(prompt):
                await self.action_rings(prompt)
            case ToOutlet(id, about):
                await self._go_to_outlet(id, about)
            case ToErase(who):
                await self._erase(who)
            case ToTick(key):
                await self._tick(key)
            case ToSnooze(key):
                from screens.spaeter import SnoozeScreen

                await self._ask(SnoozeScreen(await self.the_book(), key))
            case Page.BACK:
                await self._back()
            case Page.RESUME:
                await self._resume()
            case Page():
                # Each of the others is an action, too.
                await getattr(self, f"action_{target.value}")()
            case _:
                assert_never(target)

    async def _push(self, screen: AnyBookScreen) -> AnyBookScreen:
        self.note_places()
        await self.push_screen(screen)
        self.show_status()
        return screen

    def note_places(self) -> None:
        """Remember where one is, on every screen that is open."""
        for screen in self.screen_stack:
            if isinstance(screen, BookScreen):
                screen.note_place()

    async def leave_all(self) -> None:
        """Go to the garden, as it was shown last."""
        self.note_places()
        await self._pop_to(self.screen_stack[0])

    async def _pop_to(self, screen: Screen[Any]) -> None:
        while self.screen is not screen:
            await self.pop_screen()

    def pop_screen(self) -> AwaitComplete:
        """Leave a screen; nobody leaves the garden, however often Escape was pressed."""
        return super().pop_screen() if len(self.screen_stack) > 1 else AwaitComplete()

    def _keep(self, kind: type[AnyBookScreen], make: Callable[[], AnyBookScreen]) -> AnyBookScreen:
        """A screen that is made once and keeps its state while it is not shown."""
        screen = self._kept.get(kind)
        if not isinstance(screen, kind):
            screen = self._kept[kind] = make()
            self.install_screen(screen, kind.__name__)
        return screen

    async def forget_screens(self) -> None:
        """Screens that are kept show the garden they were made for."""
        for screen in self._kept.values():
            self.uninstall_screen(screen)
            if screen.is_running:
                await screen.remove()
        self._kept.clear()

    async def leave_the_dead(self) -> None:
        """Go back from a screen that failed as it came up: it is empty, or takes no key."""
        while len(self.screen_stack) > 1 and _is_dead(screen := self.screen):
            await self.pop_screen()
            if isinstance(screen, BookScreen) and type(screen) in self._kept:
                self.uninstall_screen(self._kept.pop(type(screen)))

    async def _back_to(self, screen: BookScreen) -> None:
        """Show a screen that is kept: where it is open already, or on top."""
        if screen not in self.screen_stack:
            await self._push(screen)
        await self._pop_to(screen)

    async def _back(self) -> None:
        """Back to where one came from."""
        await self.pop_screen()
        if self.screen is self.garden:
            await self.action_home()

    # The garden, the steps, the guide

    async def action_home(self) -> None:
        """Go to the garden."""
        await self.leave_all()
        if self.book:
            self.garden.show(home.from_book(self.book))
            self.show_status()
            self.tell_of_copies()

    def tell_of_copies(self, note: str = "") -> None:
        """Say in the garden how copying went; elsewhere it would lie over what is being typed."""
        self._copy_note = note or self._copy_note
        if self._copy_note and self.screen is self.garden:
            self.notify(self._copy_note, timeout=12, markup=False)
            self._copy_note = ""

    async def _tick(self, key: str) -> None:
        """Mark what a line of what is due is about as done."""
        from gartenjahr_tui.garden import due

        book = await self.the_book()
        try:
            self.notify(due.tick(book, key), markup=False)
        except (PermissionError, ValueError) as error:
            self.notify(str(error), severity="warning", markup=False)
        self.garden.show(home.from_book(book))

    async def action_garden_as_list(self) -> None:
        """Show the garden as a list, or as a picture again."""
        book = await self.the_book()
        home.turn(book)
        self.garden.show(home.from_book(book))

    async def _step(self, id: str) -> FormScreen:
        book, here = await self.the_book(), self.screen
        await self.leave_all()
        if _leads_back(here):
            # Back from what was found leads to what was found.
            await self.push_screen(here)
        kind = _class_of_step(id)
        return await self._push(self._keep(kind, lambda: kind(book)))

    async def action_step(self, id: str) -> None:
        """Open a step, or the partners."""
        await self._step(id)

    async def action_way(self) -> None:
        """Go the short way through the guide, or the whole one."""
        from gartenjahr_tui.garden import ways

        book = await self.the_book()
        ways.choose(book, ways.other(book))
        self.notify(WayWords.CHOSEN[ways.chosen(book)], markup=False)
        if self.screen is self.garden:
            self.garden.show(home.from_book(book))
        elif reload := getattr(self.screen, "reload", None):
            reload()

    async def action_list(self, step: str, name: str) -> None:
        """Open a list of cards on its screen."""
        screen = await self._step(step)
        await screen.go_to_list(name)

    async def _go_to_prompt(self, id: str, year: int | None) -> None:
        prompt = self.guide.prompts.get(id)
        if prompt and prompt.former:
            self.notify(FormerWords.ANSWER, markup=False)
            await self.action_rings(id)
            return
        book = await self.the_book()
        if year is not None and year != book.year:
            book.look_at(year)
            self.notify(CommonWords.IN_YEAR.format(year=book.year_label()), markup=False)
        screen = await self._step(id.partition(".")[0])
        await screen.go_to_prompt(id)

    async def _resume(self) -> None:
        """Go on where one stopped."""
        from gartenjahr_tui.garden import ways

        book = await self.the_book()
        mark = book.bookmark
        card = book.cards.get(mark.subject) if mark else None
        if first := ways.first_day(book):
            await self._go_on_at(self.guide.beginning.id, first[1].id)
        elif mark and card and not card.deleted:
            screen = await self._round_or_card(book, card)
            await screen.go_to(mark)
        elif place := ways.resumed(book):
            section, question = place
            await self._go_on_at(section.id.partition(".")[0], question.id)
        else:
            await self.action_step(STEPS[0])

    async def _go_on_at(self, step: str, question_id: str) -> None:
        """Open a question where the cursor stood in it, or at its beginning."""
        from gartenjahr_tui.workbook.plain import Bookmark

        screen, mark = await self._step(step), self.book.bookmark if self.book else None
        there = mark and mark.prompt == question_id and not mark.subject
        await screen.go_to(mark if mark and there else Bookmark(step, question_id))

    async def action_about(self) -> None:
        """Origin, rights, additions."""
        from screens.ueber import AboutScreen

        await self._push(AboutScreen(self.guide, self.paths))

    async def welcome(self, *, first: bool) -> None:
        """First start, or „Garten einrichten“."""
        from screens.willkommen import WelcomeScreen

        await self._push(WelcomeScreen(await self.the_book(), first=first))

    async def action_setup(self) -> None:
        """The welcome page again."""
        await self.the_book()
        await self.action_home()
        await self.welcome(first=False)

    # Cards and rounds

    async def _go_to_card(self, id: str, section: str, prompt: str, *, read: bool = False) -> None:
        """Open a card, at a page or a question if one is named; else what is known may be read."""
        from gartenjahr_tui.garden.overwintering import is_under_way

        book = await self.the_book()
        card = book.cards.get(id)
        if card is None:
            return
        whole = is_under_way(card) and not (section or prompt)
        if read and not (section or prompt) and await self._leaf(book, card):
            return
        screen = await (self._round_or_card if whole else self._card)(book, card)
        if prompt:
            await screen.go_to_prompt(prompt)
        elif section:
            await screen.go_to_section(section)

    async def _go_beside(self, by: int, section: str) -> None:
        """Show the card beside the one in hand, here and where one goes back to."""
        book, here = await self.the_book(), self.screen
        if not isinstance(here, BookScreen) or (card := book.cards.get(here.card_id)) is None:
            return
        open_ones = [each for each in self.screen_stack if isinstance(each, BookScreen)]
        lists = (each.cards_around(card.id) for each in reversed(open_ones))
        ids = next(filter(None, lists), None) or [each.id for each in book.cards.of(card.kind)]
        place = ids.index(card.id) + by if card.id in ids else -1
        if not 0 <= place < len(ids):
            self.notify(AtOnceWords.LAST if by > 0 else AtOnceWords.FIRST, markup=False)
            return
        for each in open_ones:
            each.go_along(card.id, ids[place])
        if here.card_id == card.id:
            await self.pop_screen()
            await self._go_to_card(ids[place], section, "")

    async def _leaf(self, book: Workbook, card: Card) -> bool:
        """Show the page that is read before a card is opened; return whether there is one."""
        from gartenjahr_tui.garden import leaf
        from screens.blatt import LeafScreen

        if not leaf.lines(book, card):
            return False
        stack = self._above_search()
        leaves = (one for one in stack if isinstance(one, LeafScreen) and one.card_id == card.id)
        if screen := next(leaves, None):
            await self._pop_to(screen)
        elif not await self._opened(card, stack):
            await self._push(LeafScreen(book, card))
        return True

    async def _go_to_field(self, target: ToField) -> None:
        """Open a card at a field; from there one goes straight back."""
        from gartenjahr_tui.garden.sheet import CardSheet
        from gartenjahr_tui.workbook.plain import Bookmark
        from screens.karte import CardScreen

        book = await self.the_book()
        if card := book.cards.get(target.card):
            screen = await self._push(
                CardScreen(CardSheet(book, card), straight_back=target.prompt)
            )
            await screen.go_to(Bookmark(screen.NAME, target.prompt, target.field))

    async def _round_or_card(self, book: Workbook, card: Card) -> FormScreen:
        """The screen on which a card was written: a round under way, or its own."""
        from gartenjahr_tui.garden.overwintering import round_of

        round = round_of(book, card)
        writable = round is not None and not round.book.read_only
        return await (self._round(round) if round and writable else self._card(book, card))

    async def _card(self, book: Workbook, card: Card) -> FormScreen:
        """The screen of a card: the one that is open already, or a new one."""
        from gartenjahr_tui.garden.sheet import CardSheet
        from screens.karte import CardScreen

        found = await self._opened(card, self._above_search())
        return found or await self._push(CardScreen(CardSheet(book, card)))

    def _above_search(self) -> list[Screen[Any]]:
        """The screens one may go back to: what lies below the search stays there.

        Back leads to what was found.
        """
        stack = self.screen_stack
        below = max((place for place, screen in enumerate(stack) if _leads_back(screen)), default=0)
        return stack[below:]

    async def _round(self, round: Round) -> FormScreen:
        """The screen of a round: the one that is open already, or a new one."""
        from screens.runde import RoundScreen

        found = await self._opened(round.card, self.screen_stack)
        return found or await self._push(RoundScreen(round))

    async def _opened(self, card: Card, screens: Iterable[Screen[Any]]) -> FormScreen | None:
        """Go back to the form of a card, if it is among those that are open."""
        from screens.formular import FormScreen

        for screen in screens:
            if isinstance(screen, FormScreen) and screen.card_id == card.id:
                await self._pop_to(screen)
                return screen
        return None

    async def _begin_round(self, begin: Callable[[Workbook], Round]) -> None:
        if book := await self._to_write():
            await self._round(begin(book))

    async def action_checkin(self) -> None:
        """Begin the check-in of the quarter, or go on with it."""
        from gartenjahr_tui.garden.checkin import checkin, done_until
        from gartenjahr_tui.workbook.dates import german

        if done := done_until(await self.the_book()):
            title, day = done
            self.notify(CheckInWords.DONE.format(title=title, day=german(day)), markup=False)
        else:
            await self._begin_round(checkin)

    async def action_overwinter(self) -> None:
        """Begin the change of the year, or go on with it."""
        from gartenjahr_tui.garden.overwintering import overwintering

        await self._begin_round(overwintering)

    async def _to_write(self) -> Workbook | None:
        """The workbook, where this window may write; it is said when it may not."""
        book = await self.the_book()
        if not book.read_only:
            return book
        self.notify(CommonWords.READ_ONLY, severity="warning", markup=False)
        return None

    async def _blank(self, kind: str, about: str) -> CardSheet | None:
        """A card to begin, linked to the one it stands with; None where nothing can be written."""
        from gartenjahr_tui.garden.lists import link_to
        from gartenjahr_tui.garden.sheet import CardSheet

        if book := await self._to_write():
            return CardSheet(book, book.cards.blank(kind, link_to(book.cards, kind, about)))
        return None

    async def _begin_card(self, kind: str, about: str, prompt: str) -> None:
        from gartenjahr_tui.garden.on_cards import names_itself
        from screens.benennen import NamingScreen
        from screens.karte import CardScreen

        sheet = await self._blank(kind, about)
        if sheet is None:
            return
        if prompt and not names_itself(sheet.form, prompt):

            async def answer(_: str | None) -> None:
                await self._go_to_card(sheet.id, "", prompt)

            self.note_places()
            await self.push_screen(NamingScreen(sheet), answer)
            return
        screen = await self._push(CardScreen(sheet))
        await (screen.go_to_prompt(prompt) if prompt else screen.begin())

    async def action_quick(self, kind: str) -> None:
        """Note an encounter or a harvest without leaving what one is at."""
        from screens.schnell import quick_card

        if sheet := await self._blank(kind, self._about):
            await self._ask(quick_card(sheet))

    @property
    def _about(self) -> str:
        """Id of the card one is at, if any."""
        return self.screen.card_in_hand if isinstance(self.screen, BookScreen) else ""

    async def action_criticism(self) -> None:
        """Note what was criticised without leaving what one is at."""
        from gartenjahr_tui.garden.criticism import CriticismSheet
        from screens.schnell import quick_criticism

        book = await self._to_write()
        if book is None:
            return
        if book.writable():
            await self._ask(quick_criticism(CriticismSheet(book, self._about)))
        else:
            closed = CriticismWords.CLOSED.format(year=book.year_label())
            self.notify(closed, severity="warning", markup=False)

    # Looking back, going out, coming in

    async def action_search(self) -> None:
        """Look for words in everything there is; the search is as it was left."""
        from screens.suche import SearchScreen

        book = await self.the_book()
        screen = self._keep(SearchScreen, lambda: SearchScreen(book))
        await self._back_to(screen)
        screen.anew()

    async def action_rings(self, prompt_id: str = "") -> None:
        """Lay the years side by side, beginning with a question: the one told, or in hand."""
        from screens.formular import FormScreen
        from screens.ringe import RingsScreen

        view = self.screen.prompt_in_hand if isinstance(self.screen, FormScreen) else None
        prompt_id = prompt_id or (view.prompt.id if view else "")
        book = await self.the_book()
        screen = self._keep(RingsScreen, lambda: RingsScreen(book))
        await self._back_to(screen)
        if prompt_id in self.guide.prompts:
            screen.begin_at(prompt_id)

    async def _go_to_outlet(self, id: str, about: str) -> None:
        """Choose, look at and write one thing that leaves the garden."""
        from gartenjahr_tui.catalog import OUTLETS
        from gartenjahr_tui.outlet import Unavailable
        from screens.ausgabe import OutletScreen

        book = await self.the_book()
        try:
            screen = OutletScreen(book, OUTLETS[id], about)
        except Unavailable as error:
            self.notify(str(error), severity="warning", timeout=12, markup=False)
        else:
            await self._push(screen)

    async def action_erase(self) -> None:
        """Choose a person, and show all that is known of them."""
        from gartenjahr_tui.reports.disclosure import people
        from gartenjahr_tui.words.erasing import EraseScreenWords as words
        from screens.wahl import PickScreen

        options = [(one.id, one.label) for one in people(await self.the_book())]
        if not options:
            self.notify(words.NOBODY, markup=False)
            return

        def chosen(who: str | None) -> None:
            if who is not None:
                self.post_message(Go(ToErase(who)))

        await self.push_screen(PickScreen(words.WHO, options, "", free=True), chosen)

    async def action_withdraw(self) -> None:
        """Take back one's own voluntary answers."""
        from gartenjahr_tui.reports.erasure import withdrawal
        from screens.tilgen import EraseScreen, SureScreen, decided

        if (book := await self._to_write()) is None:
            return
        plan = withdrawal(book)

        def answered(yes: bool | None) -> None:
            if yes:
                self.post_message(EraseScreen.Wanted(decided(plan)))

        await self.push_screen(SureScreen(plan), answered)

    async def _erase(self, who: str) -> None:
        from screens.tilgen import EraseScreen

        await self._push(EraseScreen(await self.the_book(), who))

    async def action_take_in(self) -> None:
        """Take partners and contacts from a file."""
        from screens.einlesen import ImportScreen

        if book := await self._to_write():
            self.note_places()
            await self.push_screen(ImportScreen(book), self._done)
            self.show_status()

    async def action_packet(self) -> None:
        """Read a packet back, and show where views differ now."""
        from screens.paket import PacketScreen

        if book := await self._to_write():
            self.note_places()
            await self.push_screen(PacketScreen(book), self._packet_read)

    async def _packet_read(self, sentence: str | None) -> None:
        await self._done(sentence)
        if sentence is not None:
            await self.action_views()

    # Dialogs do their deed with the workbook and come back with a sentence

    async def on_show_dialog(self, event: ShowDialog) -> None:
        """A screen asks something."""
        await self._ask(event.dialog)

    async def _ask(self, dialog: ModalScreen[str]) -> None:
        self.note_places()
        await self.push_screen(dialog, self._done)

    async def _done(self, sentence: str | None) -> None:
        if sentence is None:
            return
        from screens.formular import FormScreen

        card = self.screen.card_id if isinstance(self.screen, FormScreen) else ""
        if self.screen is self.garden:
            await self.action_home()
        elif card and self.book and (found := self.book.cards.get(card)) and found.deleted:
            await self._back()
        elif isinstance(self.screen, BookScreen):
            self.screen.reload()
        self.notify(sentence, markup=False)

    async def action_undo(self) -> None:
        """Take back what was deleted last, or the last change of a state."""
        try:
            if book := await self._to_write():
                await self._done(book.undoing.take_back() or UndoWords.NOTHING)
        except PermissionError as error:
            self.notify(str(error), severity="warning", timeout=12, markup=False)

    async def action_correct(self) -> None:
        """Allow changes in the year looked at."""
        from screens.berichtigen import CorrectScreen

        book = await self.the_book()
        if not (book.read_only or book.writable()):
            await self._ask(CorrectScreen(book))

    action_due = _opening("faellig:DueScreen")
    action_years = _opening("jahre:YearsScreen")
    action_voices = _opening("personen:VoicesScreen")
    action_views = _opening("tisch:TableScreen")
    action_reports = _opening("bericht:ReportsScreen")
    action_copies = _opening("sicherungen:CopiesScreen")

    async def action_damage(self) -> None:
        """Show the damaged entries, and let the person decide what is to stand there."""
        from gartenjahr_tui.workbook.damage import wrong_rows
        from screens.beschaedigt import DamageScreen

        if book := await self._to_write():
            # Screens that are kept would go on showing what stood there before.
            await self.leave_all()
            await self.forget_screens()
            await self._ask(DamageScreen(book, await asyncio.to_thread(wrong_rows, book)))

    async def action_log(self) -> None:
        """Show what was changed, when and by whom."""
        from screens.protokoll import LogScreen

        book = await self.the_book()
        await asyncio.to_thread(book.flush, FLUSH_SECONDS)
        await self._ask(LogScreen(book))

    async def action_keys(self) -> None:
        """Show the keys that do something here."""
        await self._show_menu(KeysWords.TITLE, only_keys=True)

    async def action_menu(self) -> None:
        """Show what is possible here."""
        await self._show_menu(MenuWords.TITLE)

    async def _show_menu(self, title: str, *, only_keys: bool = False) -> None:
        from screens.menue import MenuScreen

        screen = self.screen
        needs = [*screen.offers] if isinstance(screen, BookScreen) else ["app"]
        if self.book and not (self.book.read_only or self.book.writable()):
            needs.append("closed")
        if self.book and self.book.store.wrong_count:
            needs.append("damaged")
        self.note_places()
        commands = [one for one in offered(needs) if one.key or not only_keys]
        await self.push_screen(MenuScreen(commands, title), self._run_command)

    async def _run_command(self, command: Command | None) -> None:
        if command is not None:
            await self.screen.run_action(command.action)


def _is_dead(screen: Screen[Any]) -> bool:
    return screen.is_mounted and not (screen.is_running and screen.children)


def _leads_back(screen: Screen[Any]) -> bool:
    return isinstance(screen, BookScreen) and screen.LEADS_BACK


def _class_of_step(id: str) -> type[StepScreen] | type[PartnerScreen]:
    """Module and class are named after the step."""
    found: type[StepScreen] | type[PartnerScreen]
    found = getattr(import_module(f"screens.{id}"), f"{id.capitalize()}Screen")
    return found
