"""A document as plain text in clean columns: the preview on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from gartenjahr_tui.reports import document as doc
from gartenjahr_tui.reports.signs import cells, cut, on_one_line, paragraphs, printable
from gartenjahr_tui.words.documents import ChartWords as chart_words

_GAP: Final = "  "
_NARROWEST: Final = 7
"""Where columns would become narrower, each row is told line by line."""

_WIDEST_NAME: Final = 26


def as_text(document: doc.Document, width: int = 76) -> str:
    """Write a document as plain text: no line is wider, no control character but line ends."""
    lines: list[str] = []
    for part in document.parts:
        lines += ["", *_block(doc.PageBreak(), width), ""] if lines else []
        blocks = [["", *said] for block in part.blocks if (said := [*_block(block, width)])]
        lines += [*_title(part, width), *(line for block in blocks for line in block)]
        lines += ["", *_label(part.foot, width)]
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def _title(document: doc.Document, width: int) -> list[str]:
    named = on_one_line(document.title)
    title = _underlined(named, "=", width) if named else []
    subtitle = _label(document.subtitle, width)
    if document.letter:
        return [*subtitle, "", *_label(named, width)]
    return [*title, *subtitle]


def _block(block: doc.Block, width: int) -> Iterator[str]:
    match block:
        case doc.Heading():
            yield from _heading(block, width)
        case doc.Paragraph(text, look):
            before = "  | " if look is doc.Look.QUOTE else ""
            parts = paragraphs(text)
            for n, part in enumerate(parts):
                yield from [before] if n else []
                yield from _hung(before, part, width, before)
        case doc.Bullets():
            for n, item in enumerate(block.items, 1):
                yield from _hung(f" {n}. " if block.numbered else " • ", item, width)
        case doc.Facts():
            yield from _facts(block, width)
        case doc.Table():
            yield from _table(block, width)
        case doc.Chart():
            yield from _chart(block, width)
        case doc.RingMap():
            yield from _map(block, width)
        case doc.WritingSpace():
            yield from _label(block.label, width)
            yield from _label(block.text, width)
            yield from ["_" * width] * block.lines
        case doc.TickBoxes():
            yield from _label(block.label, width)
            yield from _boxes(block, width)
        case doc.ScaleLine():
            yield from _label(block.label, width)
            yield from _scale(block, width)
        case doc.Signatures():
            yield from _signatures(block, width)
        case doc.PageBreak():
            yield ("- " * width)[:width]


def _heading(heading: doc.Heading, width: int) -> list[str]:
    text = on_one_line(heading.text)
    if not text:
        return []
    sign = {1: "=", 2: "-"}.get(max(heading.level, 1))
    return _underlined(text, sign, width) if sign else _wrapped(text, width)


def _underlined(text: str, sign: str, width: int) -> list[str]:
    lines = _wrapped(text, width)
    return [*lines, sign * max(map(cells, lines))]


def _label(text: str, width: int) -> list[str]:
    return _wrapped(text, width) if text.strip() else []


def _facts(facts: doc.Facts, width: int) -> Iterator[str]:
    rows = facts.clean
    first = min(doc.widest_name(rows), _WIDEST_NAME, width // 3) if rows else 0
    for row in rows:
        yield from _side_by_side(row, (first, width - first - len(_GAP)))


def _table(table: doc.Table, width: int) -> Iterator[str]:
    if not table.columns:
        return
    head, rows = table.tidy()
    yield from _label(table.caption, width)
    # What is to be written in by hand takes the whole width.
    least = width // len(head) - len(_GAP) if table.tall else 1
    wanted = [max(signs, least) for signs in doc.natural(head, rows)]
    widths = doc.shared_out(wanted, width - len(_GAP) * (len(head) - 1))
    if any(got < min(want, _NARROWEST) for got, want in zip(widths, wanted, strict=True)):
        yield from _told(head, rows, width)
        return
    right = table.numeric
    rule = "-" * (sum(widths) + len(_GAP) * (len(head) - 1))
    yield from _side_by_side(head, widths, right)
    yield rule
    shown = [[*_side_by_side(row, widths, right)] for row in rows]
    airy = any(len(lines) > 1 for lines in shown)
    for n, lines in enumerate(shown):
        yield from [""] if n and airy and not table.tall else []
        yield from lines
        yield from ["", rule] if table.tall else []


def _told(head: Sequence[str], rows: Iterable[Sequence[str]], width: int) -> Iterator[str]:
    """Rows of a table too wide for columns: the name of each and what stands in it."""
    for row in rows:
        yield "-" * width
        for name, text in zip(head, row, strict=True):
            if text.strip():
                yield from _hung("", f"{name}: {text}" if name else text, width, _GAP)
    yield "-" * width


def _side_by_side(
    texts: Sequence[str], widths: Sequence[int], right: frozenset[int] = frozenset()
) -> Iterator[str]:
    """Texts in columns of these widths, those of some numbers flush right."""
    columns = [_wrapped(text, width) for text, width in zip(texts, widths, strict=True)]
    for n in range(max(map(len, columns))):
        line = []
        for number, (column, width) in enumerate(zip(columns, widths, strict=True)):
            text = column[n] if n < len(column) else ""
            space = " " * (width - cells(text))
            line.append(space + text if number in right else text + space)
        yield _GAP.join(line)


def _chart(chart: doc.Chart, width: int) -> Iterator[str]:
    yield from _shown(chart, width)
    yield from _table(chart.table, width)


def _shown(chart: doc.Drawing, width: int) -> Iterator[str]:
    if shown := on_one_line(chart.alt):
        yield from _wrapped(chart_words.SHOWN.format(alt=shown), width)
        yield ""


def _map(map: doc.RingMap, width: int) -> Iterator[str]:
    """Ring by ring from the inside, as narrow as a screen may be."""
    yield from _shown(map, width)
    for number, ring in enumerate(map.rings):
        found = [(n, spot) for n, spot in enumerate(map.spots, 1) if spot.ring == number]
        yield from [""] if number else []
        yield f"{on_one_line(ring)} ({len(found)})"
        for n, spot in found:
            said = (spot.name, map.sectors[spot.sector], map.stages[spot.stage])
            yield from _hung(f"{n:>3}  ", on_one_line(" · ".join(said)), width)


def _boxes(block: doc.TickBoxes, width: int) -> Iterator[str]:
    empty, full = ("( ) ", "(x) ") if block.only_one else ("[ ] ", "[x] ")
    for n, option in enumerate(block.options):
        yield from _hung(f" {full if n in block.ticked else empty}", option, width)


def _scale(block: doc.ScaleLine, width: int) -> list[str]:
    steps = [f"({'x' if n == block.value else ' '})\xa0{n}" for n in range(1, 6)]
    words = [on_one_line(block.low), *steps, on_one_line(block.high)]
    lines = _wrapped(_GAP.join(filter(None, words)), width)
    return [line.replace("\xa0", " ") for line in lines]


def _signatures(block: doc.Signatures, width: int) -> Iterator[str]:
    names = [printable(name) for name in block.names]
    for start in range(0, len(names), 3):
        row = names[start : start + 3]
        column = (width - len(_GAP) * (len(row) - 1)) // max(len(row), 2)
        yield from ("", "")
        yield _GAP.join(["_" * column] * len(row))
        yield from _side_by_side(row, [column] * len(row))


def _hung(before: str, text: str, width: int, after: str | None = None) -> Iterator[str]:
    """A text with something before its first line; as much space, or ``after``, before others."""
    after = " " * cells(before) if after is None else after
    room = width - max(cells(before), cells(after))
    for n, line in enumerate(_wrapped(text, room)):
        yield f"{after if n else before}{line}"


def _wrapped(text: str, width: int) -> list[str]:
    """The text in lines no wider than this; its own line ends stay."""
    lines = printable(text).split("\n")
    return [piece for line in lines for piece in _wrapped_line(line, max(width, 2))]


def _wrapped_line(line: str, width: int) -> list[str]:
    lines = []
    now: list[str] = []
    taken = 0
    for word in line.split(" "):
        long = cells(word)
        if now and taken + 1 + long > width:
            lines.append(" ".join(now))
            now, taken = [], 0
        while long > width:
            piece, word = cut(word, width)
            lines.append(piece)
            long = cells(word)
        taken += long + (1 if now else 0)
        now.append(word)
    return [*lines, " ".join(now)]
