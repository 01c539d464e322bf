"""A passage of the guide as styled text, for the reader and beside the questions."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from gartenjahr_tui.guide.render import Line, Role

STYLES = {
    Role.HEADING: "bold $primary",
    Role.SUBHEADING: "bold",
    Role.LEAD: "italic",
    Role.TEXT: "",
    Role.ITEM: "",
    Role.ART: "$secondary",
    Role.QUOTE: "italic $secondary",
    Role.NOTE: "dim",
    Role.JUMP: "$accent",
    Role.BLANK: "",
}


def passage(lines: Iterable[Line]) -> Content:
    """Style the lines of a passage by their roles."""
    return Content("\n").join(Content.styled(line.text, STYLES[line.role]) for line in lines)
