"""Draw a chart as vector graphics that reads in colour, in black and white, and aloud.

Bars stand when all names fit under them and all values into them. Otherwise they lie, with the
names on their left: nothing is ever turned or overlaps. A value too big for its piece of the bar
stands behind the bar, beside a swatch of its pattern. All lengths are in points.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Final
from zlib import crc32

from gartenjahr_tui.reports.document import Chart, Drawing
from gartenjahr_tui.reports.signs import printable
from gartenjahr_tui.text import one_line, shortened

SHADES: Final = ("#1f5134", "#cfe3c4", "#8fb87e", "#f1e3b3", "#8a5a2b", "#ffffff", "#b9a27a")
"""Fills that differ in lightness from their neighbours; more series begin again, with another
pattern."""

_INK: Final = "#1c2620"
_PAPER: Final = "#ffffff"
_FONTS: Final = "Libertinus Serif, Georgia, Times New Roman, serif"
_SIZE: Final = 10.0
_LINE: Final = 13.0
_SWATCH: Final = 9.0
_GAP: Final = 6.0
_BAR: Final = 46.0
"""Widest bar that stands."""
_LYING: Final = 13.0
"""Thickness of a bar that lies."""
_MANY: Final = 20
"""More groups have a single line each, so that the drawing stays on a page."""
_STANDING_MOST: Final = 240.0
_STANDING_LEAST: Final = 110.0

_PATTERNS: Final = (
    "",
    "M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2",
    "M1,1.5 h1 M4,4.5 h1",
    "M0,3 h6",
    "M3,0 v6 M0,3 h6",
    "M-1,5 l2,2 M0,0 l6,6 M5,-1 l2,2",
    "M3,0 v6",
)
"""What is drawn over the fills, in a tile of 6 points; the first stays plain."""


def svg_of(drawing: Drawing, width: float = 454) -> str:
    """Draw whatever a document holds that is drawn, as SVG so many points wide."""
    if isinstance(drawing, Chart):
        return as_svg(drawing, width=width)
    from gartenjahr_tui.reports import ring_map

    return ring_map.as_svg(drawing, width=width)


def as_svg(chart: Chart, *, width: float = 454, colours: Sequence[str] = SHADES) -> str:
    """Draw stacked bars, with the values in them and a legend under them.

    The title is in the file for those who hear it and as a tool tip; it is not drawn, as it stands
    above the chart in a document.

    Args:
        chart: What to draw; values below zero count as zero.
        width: Width of the drawing in points; 454 is the width of the text on A4.
        colours: Fills of the series as ``#rrggbb``, from the bottom to the top, over and over.

    Returns:
        SVG that may stand in HTML, with names that are unique to the chart.
    """
    sheet = _Sheet(_tidy(chart), width, tuple(colours) or SHADES)
    standing = _standing(sheet)
    body, height = standing if standing else _lying(sheet)
    legend, height = _legend(sheet, height)
    return "\n".join([*_head(sheet, height), *body, *legend, "</svg>\n"])


@dataclass(frozen=True)
class _Drawn:
    """The chart, made safe to draw."""

    title: str
    alt: str
    groups: tuple[str, ...]
    names: tuple[str, ...]
    stacks: tuple[tuple[int, ...], ...]
    """For each group the values of the series."""

    @property
    def most(self) -> int:
        """The highest bar."""
        return max([sum(stack) for stack in self.stacks], default=0) or 1


@dataclass(frozen=True)
class _Sheet:
    """What is drawn on."""

    chart: _Drawn
    width: float
    colours: tuple[str, ...]

    @property
    def prefix(self) -> str:
        """Begins every id in the drawing."""
        return f"c{crc32(repr((self.chart, self.width, self.colours)).encode()):08x}"

    def colour(self, n: int) -> str:
        return self.colours[n % len(self.colours)]

    def box(self, n: int, x: float, y: float, width: float, height: float) -> str:
        """A piece of a bar or a swatch of a series."""
        place = f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}"'
        # The pattern lies over a plain fill: tiles that brought their own would show seams.
        over = f'{place} fill="url(#{self.prefix}-{n})"/>' if _pattern_path(self, n) else ""
        return (
            f'{place} fill="{self.colour(n)}"/>{over}'
            f'{place} fill="none" stroke="{_INK}" stroke-width="0.75"/>'
        )

    def value(self, n: int, x: float, y: float, value: int) -> Iterator[str]:
        """A value in its piece, on a plate that keeps the pattern off the figures."""
        text, fill = str(value), self.colour(n)
        if _pattern_path(self, n):
            wide = _wide(text) + 3
            yield (
                f'<rect x="{x - wide / 2:.2f}" y="{y - 5.1:.2f}" width="{wide:.2f}" '
                f'height="10.2" rx="2" fill="{fill}"/>'
            )
        yield _text(x, y + 3.4, text, "middle", fill=_PAPER if _dark(fill) else _INK)


def _tidy(chart: Chart) -> _Drawn:
    return _Drawn(
        one_line(printable(chart.title)),
        printable(chart.alt),
        tuple(one_line(printable(group)) for group in chart.groups),
        tuple(one_line(printable(series.name)) for series in chart.series),
        tuple(
            tuple(max(series.values[n], 0) for series in chart.series)
            for n in range(len(chart.groups))
        ),
    )


def _head(sheet: _Sheet, height: float) -> Iterator[str]:
    name, chart = sheet.prefix, sheet.chart
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{sheet.width:.0f}pt" '
        f'height="{height:.0f}pt" viewBox="0 0 {sheet.width:.2f} {height:.2f}" role="img" '
        f'lang="de" aria-labelledby="{name}-t {name}-d" font-family="{_FONTS}" '
        f'font-size="{_SIZE:g}">'
    )
    yield f'<title id="{name}-t">{escape(chart.title)}</title>'
    yield f'<desc id="{name}-d">{escape(chart.alt)}</desc>'
    yield "<defs>"
    for n in range(len(chart.names)):
        yield from _pattern(sheet, n)
    yield "</defs>"
    yield f'<rect width="{sheet.width:.2f}" height="{height:.2f}" fill="{_PAPER}"/>'


def _pattern(sheet: _Sheet, n: int) -> Iterator[str]:
    path = _pattern_path(sheet, n)
    if path:
        stroke = _PAPER if _dark(sheet.colour(n)) else _INK
        yield (
            f'<pattern id="{sheet.prefix}-{n}" width="6" height="6" '
            f'patternUnits="userSpaceOnUse"><path d="{path}" fill="none" stroke="{stroke}" '
            'stroke-width="0.6"/></pattern>'
        )


def _pattern_path(sheet: _Sheet, n: int) -> str:
    # When the colours begin again, each has another pattern than before.
    return _PATTERNS[(n + n // len(sheet.colours)) % len(_PATTERNS)]


def _standing(sheet: _Sheet) -> tuple[list[str], float] | None:
    """Bars that stand; None when a name or a value would not fit."""
    chart = sheet.chart
    if not chart.groups:
        return None
    slot = sheet.width / len(chart.groups)
    bar = min(slot * 0.62, _BAR)
    values = [value for stack in chart.stacks for value in stack if value]
    unit = max(_STANDING_LEAST / chart.most, 11.5 / min(values)) if values else 0.0
    fits = (
        max(_wide(group) for group in chart.groups) <= slot - _GAP
        and max((_wide(str(value)) for value in values), default=0) <= bar - 6
        and max(_wide(str(sum(stack))) for stack in chart.stacks) <= slot - _GAP
        and unit * chart.most <= _STANDING_MOST
    )
    if not fits:
        return None
    ground = _LINE + unit * chart.most + 2
    lines = []
    for n, (group, stack) in enumerate(zip(chart.groups, chart.stacks, strict=True)):
        middle, y = slot * (n + 0.5), ground
        lines.append(f"<g><title>{escape(group)}</title>")
        for number, value in enumerate(stack):
            if value:
                y -= value * unit
                lines.append(sheet.box(number, middle - bar / 2, y, bar, value * unit))
                lines += sheet.value(number, middle, y + value * unit / 2, value)
        lines.append(_text(middle, y - 4, str(sum(stack)), "middle", bold=True))
        lines.append(_text(middle, ground + _LINE, group, "middle"))
        lines.append("</g>")
    lines.append(_rule(0, ground, sheet.width, ground))
    return lines, ground + _LINE + 8


def _lying(sheet: _Sheet) -> tuple[list[str], float]:
    """Bars that lie, each with its name on the left."""
    chart = sheet.chart
    widest = max([_wide(group) for group in chart.groups], default=0)
    left = min(widest, sheet.width * 0.36) + _GAP
    unit = _unit(sheet, left)
    most = 1 if len(chart.groups) > _MANY else 2
    names = [_wrapped(group, left - _GAP, most) for group in chart.groups]
    step = _LINE - 2
    tall = max([_LYING, *(len(name) * step for name in names)]) + (3 if most == 1 else 5)
    lines, y = [], 2.0
    for group, name, stack in zip(chart.groups, names, chart.stacks, strict=True):
        lines.append(f"<g><title>{escape(group)}</title>")
        first = y + tall / 2 + 3.4 - (len(name) - 1) * step / 2
        for n, line in enumerate(name):
            lines.append(_text(left - _GAP, first + n * step, line, "end"))
        lines += _row(sheet, stack, left, y + tall / 2, unit)
        lines.append("</g>")
        y += tall
    if chart.groups:
        lines.append(_rule(left, 0, left, y + 2))
    return lines, y + 8


def _unit(sheet: _Sheet, left: float) -> float:
    """How long 1 is when what stands behind the bars has its room, too."""
    room = sheet.width - left
    unit = room / sheet.chart.most
    for _ in range(len(sheet.chart.names) + 1):
        behind = max([_behind(stack, unit) for stack in sheet.chart.stacks], default=0)
        next_unit = max(room - behind, room * 0.3) / sheet.chart.most
        if next_unit >= unit:
            break
        unit = next_unit
    return unit


def _inside(value: int, unit: float) -> bool:
    return _wide(str(value)) + 3 <= value * unit


def _behind(stack: Sequence[int], unit: float) -> float:
    """How much room the sum takes, and the values that do not fit into their pieces."""
    outside = [value for value in stack if value and not _inside(value, unit)]
    swatches = sum(_SWATCH + 3 + _wide(str(value)) + _GAP for value in outside)
    return _GAP + _wide(str(sum(stack))) * 1.1 + _GAP + swatches


def _row(
    sheet: _Sheet, stack: Sequence[int], left: float, middle: float, unit: float
) -> Iterator[str]:
    x = left
    outside = []
    for n, value in enumerate(stack):
        if not value:
            continue
        yield sheet.box(n, x, middle - _LYING / 2, value * unit, _LYING)
        if _inside(value, unit):
            yield from sheet.value(n, x + value * unit / 2, middle, value)
        else:
            outside.append(n)
        x += value * unit
    total = str(sum(stack))
    x += _GAP
    yield _text(x, middle + 3.4, total, "start", bold=True)
    x += _wide(total) * 1.1 + _GAP
    for n in outside:
        text = str(stack[n])
        if x + _SWATCH + 3 + _wide(text) > sheet.width:
            # The table beside the chart has them all.
            return
        yield sheet.box(n, x, middle - _SWATCH / 2, _SWATCH, _SWATCH)
        yield _text(x + _SWATCH + 3, middle + 3.4, text, "start")
        x += _SWATCH + 3 + _wide(text) + _GAP


def _legend(sheet: _Sheet, top: float) -> tuple[list[str], float]:
    """What the patterns mean, and how high the drawing is with it."""
    lines = []
    x, y, low = 0.0, top + 4, top
    room = sheet.width - _SWATCH - _GAP
    for n, name in enumerate(sheet.chart.names):
        words = _wrapped(name, room, 3)
        wide = _SWATCH + 4 + max(map(_wide, words)) + 2 * _GAP
        if x and (x + wide > sheet.width or len(words) > 1):
            x, y = 0.0, low + 3
        lines.append(sheet.box(n, x + 0.5, y + 1, _SWATCH, _SWATCH))
        for number, line in enumerate(words):
            lines.append(_text(x + _SWATCH + 5, y + 8.9 + number * _LINE, line, "start"))
        low = max(low, y + len(words) * _LINE)
        x += wide
    return lines, low + 3


def _text(
    x: float, y: float, text: str, anchor: str, *, bold: bool = False, fill: str = _INK
) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.2f}" y="{y:.2f}" text-anchor="{anchor}"{weight} fill="{fill}">'
        f"{escape(text)}</text>"
    )


def _rule(x1: float, y1: float, x2: float, y2: float) -> str:
    return (
        f'<path d="M{x1:.2f},{y1:.2f} L{x2:.2f},{y2:.2f}" fill="none" stroke="{_INK}" '
        'stroke-width="0.75"/>'
    )


def _wide(text: str) -> float:
    """About how wide a text is, rather too much, whichever font draws it."""
    return _SIZE * sum(map(_share, text))


def _share(char: str) -> float:
    if char == "W" or unicodedata.east_asian_width(char) in "WF":
        return 1.05
    if unicodedata.combining(char):
        return 0.0
    if char in "iljtfI.,:;|'! ()[]":
        return 0.36
    if char in "mwMW%@…–—":
        return 1.0
    return 0.7 if char.isupper() else 0.56


def _wrapped(text: str, width: float, most: int) -> list[str]:
    """The text in lines no wider than this; „…“ ends the last when there would be more."""
    lines = [""]
    for word in _pieces(text, width):
        longer = f"{lines[-1]} {word}".lstrip()
        if _wide(longer) <= width + 0.01:
            lines[-1] = longer
        else:
            lines.append(word)
    lines = [line for line in lines if line] or [""]
    if len(lines) > most:
        last = lines[most - 1]
        while last and _wide(f"{last} …") > width:
            last = last.rpartition(" ")[0] or last[:-1]
        lines[most - 1 :] = [f"{last} …"]
    return lines


def _pieces(text: str, width: float) -> Iterator[str]:
    """The words; those wider than a line in several pieces."""
    # No name needs more; a pasted page is not measured to its end.
    for word in shortened(text, 400).split():
        cuts, room = [0], width
        for place, char in enumerate(word):
            room -= _SIZE * _share(char)
            hyphen = _SIZE * _share("-") if place + 1 < len(word) else 0.0
            if room < hyphen - 0.01 and place > cuts[-1]:
                cuts.append(place)
                room = width - _SIZE * _share(char)
        for start, end in pairwise([*cuts, len(word)]):
            between = end < len(word) and word[end - 1].isalpha() and word[end].isalpha()
            yield word[start:end] + "-" * between


def _dark(colour: str) -> bool:
    """Whether white figures read better on it than dark ones."""
    shares = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [s / 12.92 if s <= 0.04045 else math.pow((s + 0.055) / 1.055, 2.4) for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] < 0.2
