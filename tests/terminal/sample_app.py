"""A text area in a terminal, and nothing else; writes its text to a file when it ends."""

import asyncio
import sys
import time
from collections.abc import Callable
from pathlib import Path

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Label, TextArea

from gartenjahr_tui.terminal.driver import driver_class
from gartenjahr_tui.terminal.signals import on_terminate


class SampleApp(App[None]):
    """Saves on ctrl+q, and when it is told to stop."""

    BINDINGS = [("ctrl+q", "save('keys')")]

    def __init__(self, path: Path) -> None:
        """Remember where to save.

        Args:
            path: The file to write.
        """
        super().__init__(driver_class=driver_class())
        self._path = path
        self.undo: Callable[[], None] = lambda: None

    def compose(self) -> ComposeResult:
        """Show the text area and a line about it."""
        yield TextArea()
        yield Label("ready")

    def on_mount(self) -> None:
        """Listen for signals."""
        self.undo = on_terminate(
            asyncio.get_running_loop(),
            lambda: self.action_save("signal"),
            if_blocked=self.save_blocked,
            grace=0.5,
        )

    def save_blocked(self) -> None:
        """Write that the loop did not answer."""
        self._path.write_text("blocked")

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Show how long the text is, or be busy for a minute if it ends with BLOCK.

        Args:
            event: Tells the text area.
        """
        text = event.text_area.text
        if text.endswith("BLOCK"):
            self._path.write_text("busy")
            time.sleep(60)
        self.query_one(Label).update(f"length {len(text)}")

    def on_resize(self, event: events.Resize) -> None:
        """Show the size.

        Args:
            event: Tells the size.
        """
        self.query_one(Label).update(f"size {event.size.width}x{event.size.height}")

    def action_save(self, reason: str) -> None:
        """Write the text and end.

        Args:
            reason: What is written before it, in a line of its own.
        """
        text = self.query_one(TextArea).text
        self._path.write_text(f"{reason}\n{text}", encoding="utf-8", newline="\n")
        self.exit()


if __name__ == "__main__":
    app = SampleApp(Path(sys.argv[1]))
    app.run()
    app.undo()
