"""Text fields: every answer is a TextArea, because an Input keeps only the first pasted line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import TextArea

from gartenjahr_tui.text import clean, one_line
from gartenjahr_tui.workbook.dates import (
    day_of,
    german,
    kept_date,
    shown_date,
    shown_number,
    spoken,
    typed_number,
)

SPARE = 3
"""Empty lines a text gets whenever it grows under the cursor: a page is laid out for each time."""


class OrderedArea(TextArea):
    """A text in which keys act in the order they were pressed.

    Textual hands a key that edits or moves through all parents before it acts, and letters do not
    wait for it: on a busy computer, what is typed after Backspace would be what Backspace deletes.
    """

    def on_unmount(self) -> None:
        """Let go of the theme: Textual keeps everybody who watches it until it changes."""
        watchers = getattr(self.app, "__watchers", {}).get("theme", [])
        watchers[:] = [watcher for watcher in watchers if watcher[0] is not self]

    async def _on_key(self, event: events.Key) -> None:
        event.prevent_default()
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            if await self.app.run_action(binding.action, self):
                event.stop()
                return
        await super()._on_key(event)
        if self.read_only and event.is_printable:
            # Whoever types where nothing can be written does not mean commands.
            event.stop()

    def go_on_with(self, text: str) -> None:
        """Take what was typed or pasted beside the field behind what stands in it."""
        parted = not self.text or self.text[-1].isspace()
        self.move_cursor(self.document.end)
        self.insert(("" if parted else " ") + (text if text == " " else self.from_elsewhere(text)))

    def from_elsewhere(self, text: str) -> str:
        """What a text from elsewhere is here."""
        return clean(text)

    @property
    def value(self) -> Any:
        """What is kept of the text."""
        return self.kept(self.text)

    @value.setter
    def value(self, value: Any) -> None:
        # Where the text means the value already, it stays as it was typed, and so does the cursor.
        value = "" if value is None else value
        if self.value != value:
            with self.prevent(self.Changed):
                self.load_text(self.shown(value))

    def kept(self, text: str) -> Any:
        """What is kept of a text."""
        return text

    def shown(self, value: Any) -> str:
        """How a kept value is shown."""
        return str(value)


class AnswerArea(OrderedArea):
    """A text that grows with what is typed.

    Up in the first line and down in the last one go to the field before or after it, so that a page
    of questions can be walked with the arrow keys alone.
    """

    DEFAULT_CSS = """
    AnswerArea {
        height: auto; min-height: 3; max-height: 50vh; border: solid $border-blurred; padding: 0 1;
        background: $surface;
        &:focus { border: solid $border; }
        &.-read-only { border: double $border-blurred; }
        & .text-area--cursor-line { background: $surface; }
    }
    """

    # The number of lines alone is no reason to lay out the page, which takes as long as ten keys.
    virtual_size = Reactive(Size(0, 0))

    def __init__(self, text: str = "", **options: object) -> None:
        self._room = 0
        super().__init__(text, soft_wrap=True, **options)  # type: ignore[arg-type]
        self.cursor_blink = False  # nothing is painted while nothing happens

    def watch_virtual_size(self, before: Size, now: Size) -> None:
        """Grow when there is no room left, shrink when much of it is empty."""
        shown, lines = self.size.height, now.height
        is_highest = 0 < shown < min(self._room, lines)
        if (lines > self._room and not is_highest) or lines < self._room - SPARE:
            typing = self.has_focus and 0 < before.height < lines
            self._room = lines + (SPARE if typing else 0)
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines of the text, and those that are kept free for what is being typed."""
        return max(self._room, self.virtual_size.height)

    def action_cursor_up(self, select: bool = False) -> None:
        """Go up, or to the field before from the start of the text."""
        if not select and self.cursor_at_start_of_text:
            self.screen.focus_previous()
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """Go down, or to the next field from the end of the text."""
        if not select and self.cursor_at_end_of_text:
            self.screen.focus_next()
        else:
            super().action_cursor_down(select)

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        await super()._on_paste(events.Paste(self.from_elsewhere(event.text)))


class LineArea(OrderedArea):
    """A text of one line; Enter goes on."""

    DEFAULT_CSS = """
    LineArea {
        height: 1; border: none; padding: 0 1; background: $surface; overflow: hidden hidden;
        border-left: solid $border-blurred; border-right: solid $border-blurred;
        &:focus {
            background: $boost; border: none;
            border-left: solid $border; border-right: solid $border;
        }
        & .text-area--cursor-line { background: $surface; }
        &:focus .text-area--cursor-line { background: $boost; }
    }
    """

    @dataclass
    class Submitted(Message):
        """Enter was pressed."""

        area: LineArea

    def __init__(self, text: str = "", **options: object) -> None:
        super().__init__(self.from_elsewhere(text), soft_wrap=False, **options)  # type: ignore[arg-type]
        self.cursor_blink = False

    def enter(self) -> None:
        """Put the cursor behind what stands here."""
        self.move_cursor(self.document.end)
        self.focus()

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted(self))
            return
        await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        line = self.from_elsewhere(event.text)
        # What was typed fast comes as a paste, too, and a blank at its ends parts two words.
        before = " " if event.text.startswith((" ", "\t")) else ""
        after = " " if line and event.text.endswith((" ", "\t")) else ""
        await super()._on_paste(events.Paste(before + line + after))

    def action_cursor_up(self, select: bool = False) -> None:
        """Go to the field before."""
        self.screen.focus_previous()

    def action_cursor_down(self, select: bool = False) -> None:
        """Go to the next field."""
        self.screen.focus_next()

    def from_elsewhere(self, text: str) -> str:
        """What a text from elsewhere is here."""
        return one_line(text)

    def kept(self, text: str) -> Any:
        """The text without stray blanks."""
        return one_line(text)


class PathArea(LineArea):
    """The name of a file or folder, in which two blanks are not one."""

    def from_elsewhere(self, text: str) -> str:
        """The first line, to the letter."""
        return clean(text).strip().partition("\n")[0]

    def kept(self, text: str) -> Any:
        """The text to the letter."""
        return text.strip()


class DateArea(LineArea):
    """A day, typed as one likes; it is kept as an ISO date, or as the text when it is no day."""

    def __init__(
        self, value: Any, today: Callable[[], date], looks: str = "", **options: object
    ) -> None:
        super().__init__(shown_date(value or ""), **options)
        self._today, self._looks = today, looks

    def kept(self, text: str) -> Any:
        """The day that is meant, or the text."""
        return kept_date(text, self._today(), self._looks)

    @property
    def understood(self) -> str:
        """The day that is meant, where something else is typed; or empty."""
        day = day_of(self.value)
        return spoken(day) if day and self.text.strip() != german(day) else ""

    def shown(self, value: Any) -> str:
        """The day in German, or the text."""
        return shown_date(value)

    def on_focus(self, event: events.Focus) -> None:
        """Another day is typed over the one that stands here; what is no day can be mended."""
        if day_of(self.value) and not event.from_app_focus:
            self.select_all()

    def on_blur(self) -> None:
        """Show which day „+14“ or „1.12.“ is; a window in the background waits with that."""
        text = self.shown(self.value)
        if text != self.text and not self.read_only and self.app.app_focus:
            with self.prevent(self.Changed):
                self.replace(text, (0, 0), self.document.end)
        if self.selected_text:
            self.move_cursor(self.document.end)


class NumberArea(LineArea):
    """A number; it is kept as one, or as the text when it is none."""

    def __init__(self, value: Any, unit: str = "", **options: object) -> None:
        super().__init__("" if value is None else shown_number(value), **options)
        self._unit = unit

    def kept(self, text: str) -> Any:
        """The number, or the text."""
        return typed_number(text, self._unit)

    def shown(self, value: Any) -> str:
        """The number in German, or the text."""
        return shown_number(value)
