"""The bare Textual app everything is measured against: a greeting, or one text field."""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.widgets import Static


class HelloApp(App[None]):
    """Says hello, or offers a TextArea when asked for one."""

    def compose(self) -> ComposeResult:
        """One widget."""
        if "feld" in sys.argv:
            from textual.widgets import TextArea

            yield TextArea("Feld")
        else:
            yield Static("Hallo Garten")


if __name__ == "__main__":
    HelloApp().run()
