"""What screens post to the app when they lead elsewhere.

The app may take a screen away on the way there, so the screen must not wait for it; and keys that
are typed meanwhile wait for the app's queue, see :mod:`gartenjahr_tui.terminal.keys`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from textual.screen import ModalScreen

    from gartenjahr_tui.garden.targets import Target


class Go(Message):
    """Somebody wants to go somewhere."""

    def __init__(self, target: Target) -> None:
        super().__init__()
        self.target = target


class ShowDialog(Message):
    """A dialog is to be shown; what it says in the end is told where one is then."""

    def __init__(self, dialog: ModalScreen[str]) -> None:
        super().__init__()
        self.dialog = dialog
