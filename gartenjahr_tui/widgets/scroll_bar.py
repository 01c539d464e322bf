"""The bar of a page that scrolls, with a gap before it: text does not run into it."""

from __future__ import annotations

from itertools import chain
from typing import Any, ClassVar

from rich.color import Color
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender


class GapBar(ScrollBarRender):
    """Leaves the first column of an upright bar empty.

    Its ends are drawn in halves: the fonts of the old console of Windows have no finer parts.
    """

    VERTICAL_BARS: ClassVar = ["▄", " "]
    HORIZONTAL_BARS: ClassVar = ["▌", " "]

    @classmethod
    def render_bar(cls, *args: Any, **options: Any) -> Segments:
        """The bar, a column narrower, and the gap to its left."""
        thickness = options.get("thickness", 1)
        if not options.get("vertical", True) or thickness < 2:
            return super().render_bar(*args, **options)
        bar = super().render_bar(*args, **{**options, "thickness": thickness - 1})
        gap = Segment(" ", Style(bgcolor=options.get("back_color", Color.default())))
        lines = ((gap, segment, Segment.line()) for segment in bar.segments)
        return Segments(chain.from_iterable(lines))
