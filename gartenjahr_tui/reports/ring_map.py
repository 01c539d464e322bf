"""Draw who is how near around somebody: rings for nearness, sectors for kinds, shades for stages.

Everybody is a numbered disc; the table beside the drawing has the same numbers. A name stands by
its disc where there is room for it, so nothing overlaps however many there are. All lengths are in
points.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from html import escape
from typing import Final, NamedTuple
from zlib import crc32

from gartenjahr_tui.reports.document import RingMap, Spot
from gartenjahr_tui.reports.signs import printable
from gartenjahr_tui.text import one_line, shortened

_INK: Final = "#1c2620"
_FAINT: Final = "#b9c2b4"
_FONTS: Final = "Libertinus Serif, Georgia, Times New Roman, serif"
_FILLS: Final = ("#ffffff", "#ffffff", "#d9e6cf", "#86ad74", "#1f5134")
"""From no stage to the highest: lighter to darker, told apart in grey as well."""

_RADIUS: Final = 160.0
"""Of the outermost ring; beside it there is room for the names of the sectors."""
_CENTRE: Final = 30.0
_GAP: Final = math.radians(46)
"""Open at the top, where the rings have their names."""
_LEAST: Final = 0.4
"""Part of the circle that is shared equally, so that no sector is too narrow for its name."""
_DISCS: Final = (8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0)
"""Radii of a disc, the largest at which all find room is taken."""
_NUMBERED: Final = 5.0
"""A smaller disc has no room for a number."""
_NAME: Final = 8.0
_LONGEST: Final = 24


class _Box(NamedTuple):
    """A place on the drawing that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class _Sector(NamedTuple):
    begin: float
    end: float


def as_svg(map: RingMap, *, width: float = 454) -> str:
    """Draw it; the title is in the file for those who hear it, and is not drawn."""
    middle = (width / 2, _RADIUS + 22)
    places, disc = _places(map, middle)
    sectors = _sectors(map)
    body = [*_rings(map, middle), *_borders(map, sectors, middle)]
    taken = [_around(at, disc + 1) for at in places]
    taken += [*_sector_boxes(map, sectors, middle)]
    names = [*_names(map, places, disc, taken, width)]
    body += names
    body += [
        part
        for number, (spot, at) in enumerate(zip(map.spots, places, strict=True), 1)
        for part in _disc(at, disc, spot.stage, str(number))
    ]
    body.append(_text(*middle, map.centre, "middle", 9, bold=True, down=3))
    legend, height = _legend(map, middle[1] + _RADIUS + 30, width)
    title, alt = escape(one_line(printable(map.title))), escape(printable(map.alt))
    id = f"m{crc32(repr(map).encode('utf-8', 'replace')):08x}"
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}pt" '
            f'height="{height:.0f}pt" viewBox="0 0 {width:.2f} {height:.2f}" role="img" lang="de" '
            f'aria-labelledby="{id}-t {id}-d" font-family="{_FONTS}">',
            f'<title id="{id}-t">{title}</title><desc id="{id}-d">{alt}</desc>',
            f'<rect width="{width:.2f}" height="{height:.2f}" fill="#ffffff"/>',
            *body,
            *legend,
            "</svg>\n",
        )
    )


# Where everybody stands


def _sectors(map: RingMap) -> list[_Sector]:
    """Where each sector begins and ends: who has many of them in one ring has more room."""
    counts = Counter((spot.sector, spot.ring) for spot in map.spots)
    needs = [
        max(counts[n, ring] / _ring(map, ring)[1] for ring in range(len(map.rings)))
        for n in range(len(map.sectors))
    ]
    whole, every = 2 * math.pi - _GAP, sum(needs) or 1.0
    begin, found = -math.pi / 2 + _GAP / 2, []
    for need in needs:
        share = _LEAST / len(needs) + (1 - _LEAST) * need / every
        found.append(_Sector(begin, begin + whole * share))
        begin += whole * share
    return found


def _ring(map: RingMap, number: int) -> tuple[float, float]:
    """The inner and the outer radius of a ring."""
    wide = (_RADIUS - _CENTRE) / len(map.rings)
    return _CENTRE + number * wide, _CENTRE + (number + 1) * wide


Point = tuple[float, float]


def _places(map: RingMap, middle: Point) -> tuple[list[Point], float]:
    """Where each stands, and how large the discs are that all find room."""
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, spot in enumerate(map.spots):
        groups[spot.sector, spot.ring].append(number)
    sectors = _sectors(map)
    for disc in _DISCS:
        found: dict[int, Point] = {}
        for (sector, ring), members in groups.items():
            points = _spread(len(members), sectors[sector], _ring(map, ring), disc)
            found |= zip(members, points, strict=False)
        if len(found) == len(map.spots):
            break
    x, y = middle
    # Of more than find room even so the last ones share the middle of their place.
    rest = {n: _between(map, spot, sectors) for n, spot in enumerate(map.spots) if n not in found}
    return [
        (x + at[0], y + at[1]) for n in range(len(map.spots)) for at in [found.get(n) or rest[n]]
    ], disc


def _between(map: RingMap, spot: Spot, sectors: list[_Sector]) -> Point:
    near, far = _ring(map, spot.ring)
    angle = sum(sectors[spot.sector]) / 2
    return _at(angle, (near + far) / 2)


def _at(angle: float, radius: float) -> Point:
    return radius * math.cos(angle), radius * math.sin(angle)


def _spread(count: int, sector: _Sector, ring: tuple[float, float], disc: float) -> list[Point]:
    """So many points in a piece of a ring, in lanes as far apart as can be."""
    near, far = ring
    step = 2 * disc + 2
    most = max(int((far - near) / step), 1)
    for lanes in range(1, most + 1):
        radii = [near + (far - near) * (n + 0.5) / lanes for n in range(lanes)]
        room = [int((sector.end - sector.begin) * radius / step) for radius in radii]
        if sum(room) >= count:
            break
    points: list[Point] = []
    for n, (radius, fit) in enumerate(zip(radii, room, strict=True)):
        left, rest = count - len(points), sum(room[n:])
        here = min(fit, math.ceil(left * fit / rest)) if rest else 0
        wide = sector.end - sector.begin
        points += [_at(sector.begin + wide * (k + 0.5) / here, radius) for k in range(here)]
    return points


# What is drawn


def _rings(map: RingMap, middle: Point) -> Iterator[str]:
    x, y = middle
    for number in reversed(range(len(map.rings))):
        near, far = _ring(map, number)
        yield (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{far:.1f}" fill="none" stroke="{_FAINT}" '
            'stroke-width="0.75"/>'
        )
        yield _text(x, y - (near + far) / 2, map.rings[number], "middle", _NAME, down=3)
    yield (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_CENTRE:.1f}" fill="#f3f6ef" stroke="{_INK}" '
        'stroke-width="0.75"/>'
    )


def _borders(map: RingMap, sectors: list[_Sector], middle: Point) -> Iterator[str]:
    x, y = middle
    edges = [sector.begin for sector in sectors] + [sectors[-1].end] if sectors else []
    for angle in edges:
        (near_x, near_y), (far_x, far_y) = _at(angle, _CENTRE), _at(angle, _RADIUS)
        yield (
            f'<path d="M{x + near_x:.1f},{y + near_y:.1f} L{x + far_x:.1f},{y + far_y:.1f}" '
            f'fill="none" stroke="{_FAINT}" stroke-width="0.75"/>'
        )
    for name, box, anchor in _sector_names(map, sectors, middle):
        at = box.left if anchor == "start" else box.right
        at = (box.left + box.right) / 2 if anchor == "middle" else at
        yield _text(at, box.bottom - 2.5, name, anchor, 9, bold=True)


def _sector_names(
    map: RingMap, sectors: list[_Sector], middle: Point
) -> Iterator[tuple[str, _Box, str]]:
    """The names around the rings: each beside the middle of its sector."""
    for name, sector in zip(map.sectors, sectors, strict=True):
        angle = sum(sector) / 2
        dx, dy = _at(angle, _RADIUS + 6)
        x, y, wide = middle[0] + dx, middle[1] + dy, _wide(name, 9)
        anchor = "middle" if abs(math.cos(angle)) < 0.35 else "start" if dx > 0 else "end"
        left = {"middle": x - wide / 2, "start": x, "end": x - wide}[anchor]
        y += 5 * math.sin(angle)
        yield name, _Box(left, y - 5.5, left + wide, y + 5.5), anchor


def _sector_boxes(map: RingMap, sectors: list[_Sector], middle: Point) -> Iterator[_Box]:
    yield from (box for _, box, _ in _sector_names(map, sectors, middle))
    x, y = middle
    for number, ring in enumerate(map.rings):
        at, wide = y - sum(_ring(map, number)) / 2, _wide(ring, _NAME) / 2
        yield _Box(x - wide, at - 5, x + wide, at + 5)
    yield _Box(x - _CENTRE, y - _CENTRE * 0.7, x + _CENTRE, y + _CENTRE * 0.7)


def _around(at: Point, radius: float) -> _Box:
    x, y = at
    return _Box(x - radius, y - radius, x + radius, y + radius)


def _names(
    map: RingMap, places: list[Point], disc: float, taken: list[_Box], width: float
) -> Iterator[str]:
    """The names for which there is room beside their discs."""
    for spot, (x, y) in zip(map.spots, places, strict=True):
        name = shortened(one_line(printable(spot.name)), _LONGEST)
        wide = _wide(name, _NAME)
        for left, top in (
            (x + disc + 2, y - 5),
            (x - disc - 2 - wide, y - 5),
            (x - wide / 2, y + disc + 1),
            (x - wide / 2, y - disc - 11),
        ):
            box = _Box(left, top, left + wide, top + 10)
            within = box.left >= 0 and box.right <= width and box.top >= 0
            if within and not any(box.meets(other) for other in taken):
                taken.append(box)
                yield (
                    f'<rect x="{left:.1f}" y="{top + 0.5:.1f}" width="{wide:.1f}" height="9" '
                    'fill="#ffffff" fill-opacity="0.85"/>'
                )
                yield _text(left, top + 8, name, "start", _NAME)
                break


def _disc(at: Point, radius: float, stage: int, number: str) -> Iterator[str]:
    fill = _FILLS[min(stage, len(_FILLS) - 1)]
    dashes = "" if stage else ' stroke-dasharray="2 1.5"'
    yield (
        f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="{radius:.1f}" fill="{fill}" '
        f'stroke="{_INK}" stroke-width="0.9"{dashes}/>'
    )
    if radius >= _NUMBERED and number:
        size = min(radius * (1.1 if len(number) < 3 else 0.85), _NAME)
        ink = "#ffffff" if stage >= len(_FILLS) - 1 else _INK
        yield _text(*at, number, "middle", size, down=size * 0.34, fill=ink)


def _legend(map: RingMap, top: float, width: float) -> tuple[list[str], float]:
    """What the discs mean, and how high the drawing is with it."""
    lines: list[str] = []
    x, y = 0.0, top
    for stage, name in enumerate(map.stages):
        wide = 16 + _wide(name, 9) + 12
        if x and x + wide > width:
            x, y = 0.0, y + 15
        lines += _disc((x + 6, y), 5, stage, "")
        lines.append(_text(x + 15, y, name, "start", 9, down=3))
        x += wide
    return lines, y + 12


def _text(
    x: float,
    y: float,
    text: str,
    anchor: str,
    size: float,
    *,
    bold: bool = False,
    down: float = 0,
    fill: str = _INK,
) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y + down:.1f}" text-anchor="{anchor}" font-size="{size:.1f}"'
        f'{weight} fill="{fill}">{escape(text)}</text>'
    )


def _wide(text: str, size: float) -> float:
    """About how wide a text is, rather too much."""
    return size * sum(0.75 if char.isupper() or char in "mwMW" else 0.52 for char in text)
