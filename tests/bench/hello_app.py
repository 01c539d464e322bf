"""The bare Textual app everything is measured against: a greeting, or one text field."""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import Static


class HelloApp(App[None]):
    """Says hello, or offers a TextArea when asked for one."""

    def compose(self) -> ComposeResult:
        """One widget."""
        if "feld" in sys.argv:
            from textual.widgets import TextArea

            file = Path(sys.argv[2]) if len(sys.argv) > 2 else None
            area = TextArea(file.read_text(encoding="utf-8") if file else "Feld")
            area.cursor_blink = False  # a blink would pass for the repaint after a key
            area.move_cursor(area.document.end)
            yield area
        else:
            yield Static("Hallo Garten")


if __name__ == "__main__":
    HelloApp().run()
