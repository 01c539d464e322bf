"""What screens post to the app when they lead elsewhere.

The app may take a screen away on the way there, so the screen must not wait for it; and keys that
are typed meanwhile wait for the app's queue, see :mod:`gartenjahr_tui.terminal.keys`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from textual.screen import ModalScreen

    from gartenjahr_tui.garden.targets import Target


@dataclass
class Go(Message):
    """Somebody wants to go somewhere."""

    target: Target


@dataclass
class ShowDialog(Message):
    """A dialog is to be shown; what it says in the end is told where one is then."""

    dialog: ModalScreen[str]
