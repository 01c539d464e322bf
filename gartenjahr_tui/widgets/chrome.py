"""What every screen has: a title line, a key bar, a friendly word when the window is too small."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static, TextArea

from gartenjahr_tui.garden.targets import ToGuide
from gartenjahr_tui.widgets.commands import Command, bindings, command
from gartenjahr_tui.widgets.form import FormPage
from gartenjahr_tui.widgets.going import Go
from gartenjahr_tui.words.screens import CommonWords

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.saver import SaveStatus


def saving_words(status: SaveStatus, *, read_only: bool) -> str:
    """How saving stands, in words."""
    if read_only:
        return CommonWords.READ_ONLY
    if status.problem:
        return CommonWords.NOT_SAVED
    if status.unsaved:
        return CommonWords.UNSAVED
    if status.saved_at:
        return CommonWords.SAVED.format(time=status.saved_at.strftime("%H:%M"))
    return CommonWords.ALL_SAVED


class TitleBar(Widget):
    """One line: where one is on the left, how saving stands on the right."""

    DEFAULT_CSS = """
    TitleBar { height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """

    def __init__(self, left: str = "", right: str = "") -> None:
        super().__init__()
        self._left, self._right = left, right

    def show(self, left: str | None = None, right: str | None = None) -> None:
        """Change one or both sides; nothing is painted when nothing changes."""
        new = (self._left if left is None else left, self._right if right is None else right)
        if new != (self._left, self._right):
            self._left, self._right = new
            self.refresh()

    def render(self) -> Content:
        """Both sides with the gap between them; a long name on the left gives way first."""
        width, right = self.content_size.width, Content(self._right)
        left = Content.styled(self._left, "bold")
        room = width - right.cell_length - 1
        if room < width // 2:
            return left.truncate(width, ellipsis=True)
        left = left.truncate(room, ellipsis=True)
        return Content.assemble(left, " " * (width - left.cell_length - right.cell_length), right)


class KeyBar(Widget):
    """The keys that matter here, at most five, all visible at 80 columns; each can be clicked.

    Attributes:
        types: Whether a letter is nothing but a letter where the cursor is; then none stands here.
    """

    types = reactive(False)
    DEFAULT_CSS = """
    KeyBar { height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """
    GAPS = (3, 2, 1)
    """Columns between two keys; the narrower the window, the fewer."""

    def __init__(self, ids: tuple[str, ...]) -> None:
        super().__init__()
        self._commands = tuple(map(command, ids))

    def show(self, ids: tuple[str, ...]) -> None:
        """Show other keys, where others matter now."""
        self._commands = tuple(map(command, ids))
        self.refresh()

    @property
    def keys(self) -> set[str]:
        """The keys that stand here."""
        return {key for item in self._shown for key in item.key.split(",")}

    @property
    def _shown(self) -> tuple[Command, ...]:
        return tuple(item for item in self._commands if not (self.types and len(item.key) == 1))

    @property
    def _gap(self) -> int:
        words = sum(len(item.key_name) + 1 + len(item.footer) for item in self._shown)
        room = self.content_size.width - words
        return next((g for g in self.GAPS if g * (len(self._shown) - 1) <= room), 1)

    def render(self) -> Content:
        """Key names strong, words plain."""
        parts: list[Content | str] = []
        for number, item in enumerate(self._shown):
            parts += [" " * self._gap] if number else []
            parts += [Content.styled(item.key_name, "bold"), f" {item.footer}"]
        return Content.assemble(*parts)

    def _at(self, x: int) -> Command | None:
        start = 0
        for item in self._shown:
            end = start + len(item.key_name) + 1 + len(item.footer)
            if start <= x < end:
                return item
            start = end + self._gap
        return None

    def on_click(self, event: events.Click) -> None:
        """Run the command under the mouse."""
        offset = event.get_content_offset(self)
        if offset and (item := self._at(offset.x)):
            action = item.action if "." in item.action else f"screen.{item.action}"
            # What is run may take this very widget away, so it must not wait for it.
            self.app.call_later(self.run_action, action)


class BookScreen(Screen[None]):
    """Base of the full screens.

    Attributes:
        KEYS: Ids of the commands in the key bar.
        OFFERS: Which commands make sense, see :attr:`Command.needs`.
        PASSAGE: Where the guide opens.
        LEADS_BACK: Whether what is opened from here leads back here, and not to the garden.
    """

    KEYS: ClassVar[tuple[str, ...]] = ()
    OFFERS: ClassVar[tuple[str, ...]] = ("app",)
    PASSAGE = "einstieg.gartenjahr"
    LEADS_BACK: ClassVar[bool] = False
    BINDINGS = bindings("help")
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (14, "-tall"), (30, "-high")]
    DEFAULT_CSS = """
    BookScreen {
        layers: base notice;
        .too-small {
            layer: notice; display: none; width: 100%; height: 100%;
            align: center middle; content-align: center middle; text-align: center;
            background: $background;
        }
        &.-tiny .too-small, &.-flat .too-small { display: block; }
    }
    """

    def compose(self) -> ComposeResult:
        """Title, body, key bar."""
        yield TitleBar(*self.first_title())
        yield from self.compose_body()
        yield KeyBar(self.KEYS)
        yield Static(CommonWords.TOO_SMALL, markup=False, classes="too-small")

    def first_title(self) -> tuple[str, str]:
        """Left and right side of the title in the first frame."""
        return self.TITLE or "", ""

    def compose_body(self) -> ComposeResult:
        """What stands between title and key bar."""
        yield from ()

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """Centring a field, as Textual does, would hide its question; a form scrolls by itself."""
        ancestors = widget.ancestors if widget else ()
        in_form = any(isinstance(ancestor, FormPage) for ancestor in ancestors)
        super().set_focus(widget, scroll_visible and not in_form, from_app_focus)
        for bar in self.children:
            if isinstance(bar, KeyBar):
                bar.types = in_form or isinstance(widget, TextArea)

    @property
    def offers(self) -> tuple[str, ...]:
        """Which commands make sense as things stand."""
        return self.OFFERS

    @property
    def card_in_hand(self) -> str:
        """Id of the card a quick entry is about; empty when there is none."""
        return ""

    @property
    def card_id(self) -> str:
        """Id of the card this screen is about; empty for other screens."""
        return ""

    def cards_around(self, _id: str) -> list[str]:
        """Ids of the cards of a list, where this one is chosen in it."""
        return []

    def go_along(self, before: str, after: str) -> None:
        """Go along where, above this screen, another card is in hand than before."""

    @property
    def title_bar(self) -> TitleBar:
        """The title line."""
        return self.query_one(TitleBar)

    @property
    def is_left(self) -> bool:
        """Whether somebody has gone elsewhere, and nothing can be shown here any more."""
        return self not in self.app.screen_stack

    def show_status(self, text: str) -> None:
        """Show how saving stands; called by the app."""
        if self.is_mounted:
            self.title_bar.show(right=text)

    def reload(self) -> None:
        """Show what has become of the workbook under a dialog."""

    def note_place(self) -> None:
        """Hand the place where one is to the workbook; called before leaving and before the end."""

    @property
    def passage(self) -> str:
        """Where the guide speaks of what one is at."""
        return self.PASSAGE

    def action_help(self) -> None:
        """Open the guide there."""
        self.app.post_message(Go(ToGuide(self.passage)))

    def action_back(self) -> None:
        """Leave; what was typed stays."""
        self.app.pop_screen()
