"""Makes the screens; each module is imported when its screen is first wanted."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import ModalScreen, Screen

    from gartenjahr_tui.garden.rounds import Round
    from gartenjahr_tui.garden.sheet import Sheet
    from gartenjahr_tui.guide.model import Guide, Prompt
    from gartenjahr_tui.store.paths import Paths
    from gartenjahr_tui.widgets.commands import Command
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card, Version
    from screens.sicherungen import ReturningScreen


def step(id: str, book: Workbook) -> Screen[Any]:
    """The screen of a step, or of the partners: module and class are named after it."""
    module = import_module(f"screens.{id}")
    screen: Screen[Any] = getattr(module, f"{id.capitalize()}Screen")(book)
    return screen


def welcome(book: Workbook, *, first: bool) -> Screen[Any]:
    """First start, or „Garten einrichten“."""
    from screens.willkommen import WelcomeScreen

    return WelcomeScreen(book, first=first)


def guide(guide: Guide, target: str, words: str = "") -> Screen[Any]:
    """The reader."""
    from screens.leitfaden import GuideScreen

    return GuideScreen(guide, target, words)


def about(guide: Guide, paths: Paths) -> Screen[Any]:
    """„Über Gartenjahr“."""
    from screens.ueber import AboutScreen

    return AboutScreen(guide, paths)


def menu(commands: list[Command]) -> ModalScreen[Any]:
    """The menu."""
    from screens.menue import MenuScreen

    return MenuScreen(commands)


def earlier(book: Workbook, prompt: Prompt) -> ModalScreen[Any]:
    """The same question in other years."""
    from screens.vorjahre import EarlierScreen

    return EarlierScreen(book, prompt)


def versions(sheet: Sheet, prompt: Prompt, found: list[Version]) -> ModalScreen[Any]:
    """What an answer said before."""
    from screens.fassungen import VersionsScreen

    return VersionsScreen(sheet, prompt, found)


def card(book: Workbook, card: Card) -> Screen[Any]:
    """A card of the garden, or one that is being begun."""
    from gartenjahr_tui.garden.sheet import CardSheet
    from screens.karte import CardScreen

    return CardScreen(book, CardSheet(book, card))


def round(book: Workbook, round: Round) -> Screen[Any]:
    """A check-in or an overwintering."""
    from screens.runde import RoundScreen

    return RoundScreen(book, round)


def quick(book: Workbook, card: Card) -> ModalScreen[Any]:
    """A quick entry for a card that is being begun."""
    from gartenjahr_tui.garden.sheet import CardSheet
    from screens.schnell import QuickScreen

    return QuickScreen(CardSheet(book, card))


def delete(book: Workbook, card: Card) -> ModalScreen[Any]:
    """Asked before a card is put away."""
    from screens.loeschen import DeleteScreen

    return DeleteScreen(book, card)


def practice(card: Card) -> ModalScreen[Any]:
    """A pitch to say aloud."""
    from screens.ueben import PracticeScreen

    return PracticeScreen(card)


def all_voices(book: Workbook, prompt: Prompt) -> ModalScreen[Any]:
    """What everybody answered."""
    from screens.stimmen import AllVoicesScreen

    return AllVoicesScreen(book, prompt)


def voices(book: Workbook) -> ModalScreen[Any]:
    """Who writes."""
    from screens.personen import VoicesScreen

    return VoicesScreen(book)


def years(book: Workbook) -> ModalScreen[Any]:
    """Garden years."""
    from screens.jahre import YearsScreen

    return YearsScreen(book)


def correct(book: Workbook) -> ModalScreen[Any]:
    """Asked before an earlier year is changed."""
    from screens.berichtigen import CorrectScreen

    return CorrectScreen(book)


def farewell(problem: str) -> ModalScreen[Any]:
    """Asked when something could not be saved."""
    from screens.abschied import FarewellScreen

    return FarewellScreen(problem)


def search(book: Workbook) -> Screen[Any]:
    """The search."""
    from screens.suche import SearchScreen

    return SearchScreen(book)


def take_in(book: Workbook) -> Screen[Any]:
    """Partners and contacts from a file."""
    from screens.einlesen import ImportScreen

    return ImportScreen(book)


def rings(book: Workbook) -> Screen[Any]:
    """The years side by side."""
    from screens.ringe import RingsScreen

    return RingsScreen(book)


def log(book: Workbook) -> ModalScreen[Any]:
    """What was changed, when and by whom."""
    from screens.protokoll import LogScreen

    return LogScreen(book)


def copies(book: Workbook) -> Screen[Any]:
    """The safe copies."""
    from screens.sicherungen import CopiesScreen

    return CopiesScreen(book)


def returning(day: str) -> ReturningScreen:
    """Shown while a copy is brought back."""
    from screens import sicherungen

    return sicherungen.ReturningScreen(day)


def packet(book: Workbook) -> ModalScreen[Any]:
    """Reads a packet back."""
    from screens.paket import PacketScreen

    return PacketScreen(book)


def views(book: Workbook) -> ModalScreen[Any]:
    """Where views differ."""
    from screens.ansichten import ViewsScreen

    return ViewsScreen(book)


def snooze(book: Workbook, key: str) -> ModalScreen[Any]:
    """Asked before a reminder is put off."""
    from screens.spaeter import SnoozeScreen

    return SnoozeScreen(book, key)


def due(book: Workbook) -> ModalScreen[Any]:
    """All that is due."""
    from screens.faellig import DueScreen

    return DueScreen(book)


def reports(book: Workbook) -> Screen[Any]:
    """All that can leave the garden."""
    from screens.bericht import ReportsScreen

    return ReportsScreen(book)


def outlet(book: Workbook, id: str) -> Screen[Any]:
    """One thing that leaves the garden.

    Raises:
        Unavailable: There is nothing to choose from; ``str()`` is a German sentence.
    """
    from gartenjahr_tui.catalog import OUTLETS
    from screens.ausgabe import OutletScreen

    return OutletScreen(book, OUTLETS[id])
