"""Dialogs: a frame with a title, a body, and a line that names the keys."""

from __future__ import annotations

from collections.abc import Callable
from inspect import isawaitable
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from gartenjahr_tui.garden.targets import Page
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.widgets.areas import LineArea
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.going import Go

Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """Base of the dialogs; Escape closes them and changes nothing, F2 goes on to the garden."""

    BINDINGS = [
        ("escape", "close", ""),
        Binding("f2", "home", show=False),
        *bindings("save", "quit"),
    ]
    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        background: $background 60%;
        #dialog {
            width: 90%; max-width: 100; height: auto; max-height: 92%;
            border: solid $border; background: $surface; padding: 0 1;
        }
        #dialog > .title { text-style: bold; color: $primary; }
        #dialog > .hint { color: $text-muted; margin: 1 0 0 0; }
        OptionList { height: auto; max-height: 16; background: $surface; }
        .text { height: auto; max-height: 45vh; padding: 0 1; }
    }
    """

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self._title, self._hint = title, hint

    def compose(self) -> ComposeResult:
        """Title, body, keys."""
        with Vertical(id="dialog"):
            yield Static(self._title, markup=False, classes="title")
            yield from self.compose_body()
            yield Static(self._hint, markup=False, classes="hint")

    def compose_body(self) -> ComposeResult:
        """What stands between title and keys."""
        yield from ()

    def action_close(self) -> None:
        """Close without a result."""
        self.dismiss(None)

    def action_home(self) -> None:
        """Close, and go to the garden."""
        self.action_close()
        self.app.post_message(Go(Page.HOME))

    async def do(self, deed: Callable[[], object], sentence: Callable[[], str]) -> None:
        """Do something with the workbook and close with a sentence, or say why it could not be.

        Args:
            deed: Does it; what it gives back is awaited where it has to wait for the disk.
            sentence: What to tell the person afterwards.
        """
        try:
            waiting = deed()
            if isawaitable(waiting):
                await waiting
        except (StoreError, ValueError, PermissionError) as error:
            self.show_hint(str(error))
        else:
            self.dismiss(sentence())  # type: ignore[arg-type]

    def show_hint(self, text: str) -> None:
        """Say something in the line of the keys."""
        self.query_one(".hint", Static).update(Content(text))


def plain_option(text: str | Content, id: str | None = None) -> Option:
    """An option whose text is text: never markup."""
    return Option(Content(text) if isinstance(text, str) else text, id=id)


class SeekLine(LineArea):
    """The line above a list: what moves by lines moves in the list, the cursor stays here.

    Home and End go to the ends of the line first, and from there to those of the list.
    """

    @property
    def _list(self) -> Choices:
        return self.screen.query_one(Choices)

    def action_cursor_up(self, select: bool = False) -> None:
        """Go up in the list."""
        self._list.action_cursor_up()

    def action_cursor_down(self, select: bool = False) -> None:
        """Go down in the list."""
        self._list.action_cursor_down()

    def action_cursor_page_up(self) -> None:
        """Leaf up in the list."""
        self._list.action_page_up()

    def action_cursor_page_down(self) -> None:
        """Leaf down in the list."""
        self._list.action_page_down()

    def action_cursor_line_start(self, select: bool = False) -> None:
        """Go to the start of the line, or of the list."""
        if self.cursor_at_start_of_text and not select:
            self._list.action_first()
        else:
            super().action_cursor_line_start(select)

    def action_cursor_line_end(self, select: bool = False) -> None:
        """Go to the end of the line, or of the list."""
        if self.cursor_at_end_of_text and not select:
            self._list.action_last()
        else:
            super().action_cursor_line_end(select)


class ListDialog(Dialog[Result]):
    """A list under a line to type in: the arrows move in the list while one types."""

    @on(LineArea.Submitted)
    def take_first(self) -> None:
        """Choose what is under the cursor."""
        self.query_one(OptionList).action_select()


def heading_option(text: str) -> Option:
    """A heading among options: never markup, and the cursor passes over it."""
    return Option(Content.styled(text, "bold"), disabled=True)


class Choices(OptionList):
    """A list whose cursor is seen without colours too, and that leafs before it is painted."""

    @property
    def pointer(self) -> Offset:
        """Where the option under the cursor stands, for the cursor of the terminal."""
        return Offset(0, self._index_to_line.get(self.highlighted or 0, 0))

    def action_page_up(self) -> None:
        """Go up by what is in sight."""
        self._leaf(super().action_page_up)

    def action_page_down(self) -> None:
        """Go down by what is in sight."""
        self._leaf(super().action_page_down)

    def _leaf(self, go: Callable[[], None]) -> None:
        """Textual measures the options only when it paints, and leafs by what it has measured."""
        self.scroll_to_highlight()
        if self.scrollable_content_region and self.is_mounted:
            go()

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """Textual leaves „reverse“ out here, and nothing else would show the cursor."""
        cursor = "option-list--option-highlighted"
        shown = self.has_focus or isinstance(self.screen, ListDialog)
        if not (self.app.no_color and shown and cursor in component_classes):
            return super().get_visual_style(*component_classes, partial=partial)
        # The colours of the cursor are light for dark already: reversed they would hide it.
        others = (name for name in component_classes if name != cursor)
        return super().get_visual_style(*others, partial=partial) + Style(reverse=True, bold=True)


def option_list(
    options: list[Option], id: str | None = None, *, cursor: int | None = None
) -> OptionList:
    """A list to choose from; the cursor is on one of them, if that is told."""
    found = Choices(*options, markup=False, id=id)
    found.highlighted = cursor
    return found
