"""Write a document as PDF that can be read aloud and kept (tagged, PDF/UA-1 and PDF/A-2a).

The pages are set by typst with the fonts it brings along, so they look alike on every computer;
fonts of the system only help out with characters those do not have. What no font has becomes
„□“, and the document says so at its end. Where words are parted is the template's business: the
text goes to it, and into the file, as it is.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from heapq import nlargest
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from gartenjahr_tui.outlet import UNHEARD, WorkProgress
from gartenjahr_tui.reports import document as doc
from gartenjahr_tui.reports.drawing import svg_of
from gartenjahr_tui.reports.signs import on_one_line, pieces, printable
from gartenjahr_tui.text import shortened
from gartenjahr_tui.words.documents import PageWords
from gartenjahr_tui.words.documents import PdfWords as words

if TYPE_CHECKING:
    from typst import Fonts

Data = dict[str, Any]
"""What the template reads: strings, numbers, lists and mappings."""

STANDARDS: Any = ["1.7", "ua-1", "a-2a"]
"""What each file says of itself, and typst sees to: readable aloud, and for keeping."""

_UNSEEN: Final = frozenset({"alt", "author", "name", "measured", "pieces"})
"""Entries of the data that are not drawn, so that no font needs to have their characters."""

_BOX: Final = "□"
_ALWAYS: Final = frozenset(_BOX)
"""Set here, and in the fonts that typst brings."""
_NOTHING: Final = "\uffff"
_ROUNDS: Final = 5
_FOOT_MOST: Final = 400
"""A longer foot would run off the page."""
_HEAD_MOST: Final = 400
"""A longer head of a table is not repeated on each page: the rows would find no room."""
_TEXT_WIDTH: Final = 454
"""Width of the text on the page, in points."""
_MEASURED: Final = 4
"""So many of the longest words and lines of a column are measured to lay it out."""
_LONGEST_CELL: Final = 200
_LONGEST_LINE: Final = 60
"""The end of a very long text does not change how it is best laid out."""
_BLAMED: Final = re.compile(
    r'the (?:text|text contains the disallowed codepoint) `"((?:[^"\\]|\\.)*)"`'
)
_ESCAPED: Final = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")


def as_pdf(document: doc.Document, progress: WorkProgress = UNHEARD) -> bytes:
    """Write a document, whatever is in it, as PDF 1.7: tagged, PDF/UA-1, PDF/A-2a."""
    data = _data(document, lambda done: progress.tell(0.4 * done))
    progress.tell(0.4)
    written = _written(data, progress)
    progress.tell(1.0)
    return written


def picture_of(svg: str) -> bytes:
    """Turn a drawing into a PNG picture, sharp enough to print: 200 pixels to the inch."""
    import typst

    main = b'#set page(width: auto, height: auto, margin: 0pt)\n#image("picture.svg")'
    sources: Any = {"main": main, "picture.svg": svg.encode()}
    picture: bytes = typst.compile(
        sources, format="png", ppi=200, ignore_system_fonts=_is_plain(svg)
    )
    return picture


def _data(document: doc.Document, tell: Callable[[float], None]) -> Data:
    """The document as the template reads it."""
    title = on_one_line(document.title) or PageWords.UNTITLED
    told = _told(len(document.blocks), tell)
    first, *others = document.parts
    data = {
        "name": title,
        "author": on_one_line(document.author),
        "parts": [_part(replace(first, title=title), told), *(_part(one, told) for one in others)],
        "large": document.large,
        "letter": document.letter,
        "page": (PageWords.PAGE, PageWords.OF),
        "missing": "",
    }
    return {**data, "pieces": _pieces(data)}


def _told(count: int, tell: Callable[[float], None]) -> Iterator[None]:
    for n in range(count):
        tell(n / count)
        yield


def _part(part: doc.Document, told: Iterator[None]) -> Data:
    """One part: its head, its foot, and its blocks; ``told`` says how far it is with each."""
    data = {
        "heading": _said(on_one_line(part.title)),
        "subtitle": _said(part.subtitle),
        "foot": _said(shortened(part.foot.strip(), _FOOT_MOST)),
    }
    blocks = []
    level = 0
    for block in part.blocks:
        next(told, None)
        if isinstance(block, doc.Heading):
            if not _said(on_one_line(block.text)):
                continue
            block = doc.deeper(block, level)
            level = block.level
        found = _block(block, part.large)
        if found:
            blocks.append({**found, "longest": _longest_word(found)})
    return {**data, "longest": _longest_word(data), "blocks": blocks}


def _longest_word(data: Data) -> int:
    return max((len(word) for text in _texts(data) for word in text.split()), default=0)


def _pieces(data: Data) -> dict[str, list[tuple[str, str | None]]]:
    """The lines in which something is read as a whole, in pieces."""
    lines = {line for text in _texts(data) for line in text.split("\n")}
    found = ((line, [*pieces(line)]) for line in lines)
    return {line: parts for line, parts in found if any(target is not None for _, target in parts)}


def _block(block: doc.Block, large: bool) -> Data | None:
    """A block as data with its ``kind``; None when there is nothing to show."""
    match block:
        case doc.Heading(text, level):
            return {"kind": "heading", "text": _said(on_one_line(text)), "level": level}
        case doc.Paragraph(text, look):
            return {"kind": "paragraph", "text": _said(text), "look": str(look)}
        case doc.Bullets(items, numbered):
            return {"kind": "bullets", "items": _all_said(items), "numbered": numbered}
        case doc.Facts(rows):
            return _facts(rows) if rows else None
        case doc.Table():
            return _table(block) if block.columns else None
        case doc.Chart():
            return _chart(block, large) if block.groups and block.series else None
        case doc.RingMap():
            return _chart(block, large) if block.spots else None
        case doc.WritingSpace(lines, label, text):
            return {
                "kind": "space",
                "label": _said(label),
                "text": _said(text),
                "lines": max(lines, 0),
            }
        case doc.TickBoxes(options, ticked, label, only_one):
            return {
                "kind": "boxes",
                "label": _said(label),
                "options": _all_said(options),
                "ticked": sorted(ticked),
                "round": only_one,
            }
        case doc.ScaleLine():
            return _scale(block)
        case doc.Signatures(names):
            return {"kind": "signatures", "names": _all_said(names)}
        case doc.PageBreak() | doc.NewPart():
            return {"kind": "pagebreak"}


def _facts(rows: Sequence[tuple[str, str]]) -> Data:
    said = [(_said(name), _said(value)) for name, value in rows]
    names = nlargest(_MEASURED, {name for name, _ in said}, len)
    return {"kind": "facts", "rows": said, "names": names}


def _table(table: doc.Table) -> Data:
    many = len(table.columns)
    rows = [_all_said((*row, *[""] * many)[:many]) for row in table.rows]
    columns = _all_said(table.columns)
    measured = [_longest(column) for column in zip(*rows, strict=True)]
    return {
        "kind": "table",
        "columns": columns,
        "rows": rows,
        "measured": measured or [_longest(())] * many,
        "caption": _said(table.caption),
        "numeric": sorted(table.numeric),
        "tall": table.tall,
        "repeat": max(map(len, table.columns)) * len(table.columns) <= _HEAD_MOST,
    }


def _longest(column: Sequence[str]) -> Data:
    """The longest lines of a column, the longest words, and the longest that is read as a whole."""
    texts = {text[:_LONGEST_CELL] for text in column}
    parts = [part for text in texts for part in pieces(text)]
    words = {word for piece, target in parts if target is None for word in piece.split()}
    wholes = {piece for piece, target in parts if target is not None}
    lines = {line[:_LONGEST_LINE] for text in texts for line in text.split("\n")}
    found = {"words": words, "wholes": wholes, "lines": lines}
    return {name: nlargest(_MEASURED, texts, len) for name, texts in found.items()}


def _chart(chart: doc.Drawing, large: bool) -> Data:
    few = isinstance(chart, doc.Chart) and len(chart.groups) <= 12
    width = 290 if large and few else _TEXT_WIDTH
    svg = svg_of(chart, width)
    height = float(svg.partition('viewBox="0 0 ')[2].partition('"')[0].split()[1])
    return {
        "kind": "chart",
        "svg": svg,
        "height": height * _TEXT_WIDTH / width,
        "alt": printable(chart.alt) or on_one_line(chart.title) or words.CHART,
        "caption": _said(chart.title),
        "table": _table(replace(chart.table, caption="")),
    }


def _scale(scale: doc.ScaleLine) -> Data:
    alt = words.SCALE.format(low=on_one_line(scale.low), high=on_one_line(scale.high))
    marked = 1 <= scale.value <= 5
    said = words.MARKED if marked else words.UNMARKED
    return {
        "kind": "scale",
        "label": _said(scale.label),
        "low": _said(scale.low),
        "high": _said(scale.high),
        "value": scale.value,
        "alt": said.format(scale=alt, value=scale.value),
    }


def _all_said(texts: Iterable[str]) -> list[str]:
    return [*map(_said, texts)]


def _said(text: str) -> str:
    """The text as the pages show it."""
    return _settled(printable(text).rstrip())


def _settled(text: str) -> str:
    """The text without what typst stumbles over: marks set on nothing, codes that are no character.

    In their place stands a character that no font has, so they are counted with the others.
    """
    if _is_plain(text):
        return text
    kept = []
    bears = False
    for char in text:
        category = unicodedata.category(char)
        mark = category[0] == "M"
        kept.append(_NOTHING if category == "Cn" or (mark and not bears) else char)
        bears = bears if mark or category == "Cf" else not char.isspace()
    return "".join(kept)


class _NotSetError(Exception):
    """These pieces of text could not be set; none when nobody knows which."""

    def __init__(self, blamed: set[str]) -> None:
        super().__init__()
        self.blamed = blamed


def _written(data: Data, progress: WorkProgress) -> bytes:
    """Set the pages; characters that cannot be shown are replaced until they can."""
    from typst import Fonts

    own = Fonts(include_system_fonts=False)
    try:
        return _compiled(data, own)
    except _NotSetError:
        helped = Fonts()
    missing: set[str] = set()
    for n in range(_ROUNDS):
        progress.tell(0.5 + 0.4 * n / _ROUNDS)
        try:
            return _compiled(_without(missing, data), helped)
        except _NotSetError as error:
            found = _missing(error.blamed, data) - missing
            simpler = _with_plain_drawings(data)
            if not found and simpler == data:
                break
            # Signs joined in a drawing are refused without being named.
            missing |= found
            data = data if found else simpler
    return _compiled(_without(_odd(_texts(data)), data), own)


def _compiled(data: Data, fonts: Fonts) -> bytes:
    """Set the pages once.

    Raises:
        _NotSetError: Some of the text could not be set.
    """
    import typst

    template = files(__package__).joinpath("vorlage.typ").read_bytes()
    sources: Any = {"main": template, "document.json": json.dumps(data).encode()}
    try:
        written: bytes = typst.compile(
            sources, font_paths=fonts, ignore_system_fonts=True, pdf_standards=STANDARDS
        )
    except typst.TypstError as error:
        raise _NotSetError(_blamed(error.diagnostic)) from error
    except BaseException as error:
        # An error within typst itself is no Exception, and its class cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise _NotSetError(set()) from error
    return written


def _blamed(diagnostic: str) -> set[str]:
    """The pieces of text that an error says cannot be shown."""
    return {
        _ESCAPED.sub(lambda code: chr(int(code[1], 16)) if code[1] else code[2], text)
        for text in _BLAMED.findall(diagnostic)
    }


def _missing(blamed: Iterable[str], data: Data) -> set[str]:
    """The characters that no font has.

    A plain letter is blamed for the mark set on it, which is not named; so the marks are looked
    for in the text.
    """
    missing = {char for text in blamed for char in text if not _is_plain(char)}
    bearers = {text[-1] for text in blamed if text and (_is_plain(text) or text == _BOX)}
    if bearers:
        for text in _texts(data):
            missing.update(_marks(text, bearers))
    return missing - _ALWAYS


def _marks(text: str, bearers: Container[str]) -> Iterator[str]:
    """What is set on one of these letters in the text."""
    on = False
    for char in text:
        mark = unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf")
        if mark and on:
            yield char
        on = char in bearers or (on and mark)


def _is_plain(text: str) -> bool:
    """Whether the fonts that typst brings have every character of the text for certain."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _texts(value: Any, key: str = "") -> Iterator[str]:
    """All texts of the data that are drawn on a page."""
    if isinstance(value, str):
        if key not in _UNSEEN:
            yield value
    elif isinstance(value, dict):
        for name, entry in value.items():
            yield from _texts(entry, name)
    elif isinstance(value, list | tuple):
        for entry in value:
            yield from _texts(entry, key)


def _without(missing: Iterable[str], data: Data) -> Data:
    """The data with boxes for these characters, and a note how many there are."""
    table = {ord(char): _stand_in(char) for char in missing}
    boxes = 0

    def replaced(value: Any, key: str = "") -> Any:
        nonlocal boxes
        if isinstance(value, str):
            if key in _UNSEEN:
                return value
            shown = value.translate(table)
            if key != "svg":
                # What is drawn stands a second time in the table of the numbers.
                boxes += shown.count(_BOX) - value.count(_BOX)
            return shown
        if isinstance(value, dict):
            return {name: replaced(entry, name) for name, entry in value.items()}
        return [replaced(one, key) for one in value] if isinstance(value, list | tuple) else value

    shown: Data = replaced(data)
    return {**shown, "missing": words.missing(boxes) if boxes else ""}


def _with_plain_drawings(data: Data) -> Data:
    """The data with boxes in the drawings for all that is not plain; the tables still have it."""

    def plain(block: Data) -> Data:
        if block["kind"] != "chart":
            return block
        table = {ord(char): _stand_in(char) for char in _odd([block["svg"]])}
        return {**block, "svg": block["svg"].translate(table)}

    parts = [{**part, "blocks": [*map(plain, part["blocks"])]} for part in data["parts"]]
    return {**data, "parts": parts}


def _odd(texts: Iterable[str]) -> set[str]:
    """The characters that are not plain."""
    return {char for text in texts for char in set(text) if not _is_plain(char)} - _ALWAYS


def _stand_in(char: str) -> str:
    """A box; nothing for characters that only say how others look."""
    selects = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return "" if selects or unicodedata.category(char) == "Cf" else _BOX
