"""The home screen: where one stopped, what waits, the way through the year, where the data lies."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from gartenjahr_tui.garden.home import Home
from gartenjahr_tui.garden.targets import ToSnooze, ToTick
from gartenjahr_tui.widgets.chrome import BookScreen
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.going import Go
from gartenjahr_tui.widgets.home_panel import HomePanel
from gartenjahr_tui.words.rhythm import SnoozeWords as snooze_words
from gartenjahr_tui.words.screens import CommonWords
from gartenjahr_tui.words.screens import HomeWords as words


class GartenScreen(BookScreen):
    """Home."""

    KEYS = ("encounter", "partner", "checkin", "reports", "harvest", "menu")
    OFFERS = ("app", "home")
    BINDINGS = bindings("as-list", "due-year", "snooze", "tick")
    CSS_PATH = "../styles/garten.tcss"

    def __init__(self, home: Home, note: str = "") -> None:
        """Show a state of the garden, with a standing note in the title if there is one."""
        super().__init__()
        self._home, self._note = home, note

    def compose_body(self) -> ComposeResult:
        """The page and the place of the data."""
        with VerticalScroll(can_focus=False):
            yield HomePanel(self._home)
        yield Static(self._place(CommonWords.OPENING), markup=False, id="place")

    def on_mount(self) -> None:
        """Enter goes on at once."""
        self.query_one(HomePanel).focus()

    @property
    def offers(self) -> tuple[str, ...]:
        """The garden turns into a list; a year may be due."""
        return (*self.OFFERS, "due") if self._home.year_due else self.OFFERS

    def _place(self, status: str) -> str:
        return words.PLACE.format(status=status, folder=self._home.folder)

    def first_title(self) -> tuple[str, str]:
        """Whose garden it is; season and quarter on the right."""
        home = self._home
        parts = [f"{CommonWords.GARDEN_YEAR} {home.year}", home.library or words.NO_LIBRARY]
        parts = [self._note, *parts] if self._note else parts
        return " · ".join(parts), home.season

    def show_status(self, text: str) -> None:
        """The title holds the season, so the status stands beside the place of the data."""
        if self.is_mounted:
            self.query_one("#place", Static).update(Content(self._place(text)))

    def show(self, home: Home) -> None:
        """Show another state of the garden."""
        self._home = home
        if self.is_mounted:
            self.query_one(HomePanel).show(home)
            self.title_bar.show(*self.first_title())

    @property
    def card_in_hand(self) -> str:
        """An encounter that is logged from a line of what is due is one with its partner."""
        place = self.query_one(HomePanel).place
        return place.card if place else ""

    def action_snooze(self) -> None:
        """Put the line under the cursor off, if it is one of what is due."""
        place = self.query_one(HomePanel).place
        if place and place.key:
            self.app.post_message(Go(ToSnooze(place.key)))
        else:
            self.app.notify(snooze_words.CANNOT, markup=False)

    def action_tick(self) -> None:
        """Mark what the line under the cursor is about as done."""
        place = self.query_one(HomePanel).place
        self.app.post_message(Go(ToTick(place.key if place else "")))

    def action_back(self) -> None:
        """Home is where back ends."""
