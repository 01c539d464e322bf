"""A passage of the guide as styled text, for the reader and beside the questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from gartenjahr_tui.guide.render import Role, TextLine

STYLES = {
    Role.HEADING: "bold $primary",
    Role.SUBHEADING: "bold",
    Role.LEAD: "italic",
    Role.TEXT: "",
    Role.ITEM: "",
    Role.ART: "$secondary",
    Role.QUOTE: "italic $secondary",
    Role.NOTE: "$text-muted",
    Role.JUMP: "$accent",
    Role.BLANK: "",
}

READING_WIDTH = 76
"""Columns beyond which lines are tiring to read."""

LinesAt = Callable[[int], Iterable[TextLine]]
"""Gives the lines of a passage, wrapped to a number of columns."""


class PassageView(Widget):
    """A passage, wrapped to the width there is."""

    DEFAULT_CSS = """
    PassageView { height: auto; }
    """

    def __init__(self, lines_at: LinesAt, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines_at = lines_at
        self._painted: tuple[int, Content] | None = None

    def show(self, lines_at: LinesAt) -> None:
        """Show another passage."""
        self._lines_at = lines_at
        self._painted = None
        self.refresh(layout=True)

    def _at(self, width: int) -> Content:
        width = min(width, READING_WIDTH)
        if self._painted is None or self._painted[0] != width:
            lines = self._lines_at(width)
            styled = (Content.styled(line.text, STYLES[line.role]) for line in lines)
            self._painted = width, Content("\n").join(styled)
        return self._painted[1]

    @property
    def texts(self) -> list[str]:
        """The lines as they stand there."""
        return self._at(self.content_size.width).plain.split("\n")

    def render(self) -> Content:
        """The lines, styled by their roles."""
        return self._at(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are at this width."""
        return self._at(width).plain.count("\n") + 1
