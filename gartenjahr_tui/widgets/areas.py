"""Text fields: every answer is a TextArea, because an Input keeps only the first pasted line."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widgets import TextArea

from gartenjahr_tui.text import clean, one_line


class OrderedArea(TextArea):
    """A text in which keys act in the order they were pressed.

    Textual hands a key that edits or moves through all parents before it acts, and letters do not
    wait for it: on a busy computer, what is typed after Backspace would be what Backspace deletes.
    """

    async def _on_key(self, event: events.Key) -> None:
        event.prevent_default()
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            if await self.app.run_action(binding.action, self):
                event.stop()
                return
        await super()._on_key(event)


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
        &.-read-only { border: dashed $border-blurred; }
        & .text-area--cursor-line { background: $surface; }
    }
    """

    def __init__(self, text: str = "", **options: object) -> None:
        super().__init__(text, soft_wrap=True, **options)  # type: ignore[arg-type]
        self.cursor_blink = False  # nothing is painted while nothing happens

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
        await super()._on_paste(events.Paste(clean(event.text)))


class LineArea(OrderedArea):
    """A text of one line; Enter goes on."""

    DEFAULT_CSS = """
    LineArea {
        height: 1; border: none; padding: 0 1; background: $surface; overflow: hidden hidden;
        &:focus { background: $boost; text-style: none; border: none; }
        & .text-area--cursor-line { background: transparent; }
    }
    """

    class Submitted(Message):
        """Enter was pressed."""

        def __init__(self, area: LineArea) -> None:
            super().__init__()
            self.area = area

        @property
        def control(self) -> LineArea:
            """The field."""
            return self.area

    def __init__(self, text: str = "", **options: object) -> None:
        super().__init__(one_line(text), soft_wrap=False, compact=True, **options)  # type: ignore[arg-type]
        self.cursor_blink = False

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted(self))
            return
        await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        await super()._on_paste(events.Paste(one_line(event.text)))

    def action_cursor_up(self, select: bool = False) -> None:
        """Go to the field before."""
        self.screen.focus_previous()

    def action_cursor_down(self, select: bool = False) -> None:
        """Go to the next field."""
        self.screen.focus_next()
