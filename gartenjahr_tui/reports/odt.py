"""A document as OpenDocument text, for LibreOffice: styles, real lists, real tables.

The package is four files of XML and the pictures, written as they stand in ODF 1.3.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from gartenjahr_tui.reports import document as doc
from gartenjahr_tui.reports.document import Look
from gartenjahr_tui.reports.signs import on_one_line, paragraphs, pieces, printable
from gartenjahr_tui.reports.word_styles import FONT, GREEN, GREY, INK, LARGER, RULE, SYMBOLS
from gartenjahr_tui.words.documents import PageWords as page_words
from gartenjahr_tui.words.documents import StylesWords as names

_TYPE: Final = "application/vnd.oasis.opendocument.text"
_SAME_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The same document gives the same bytes."""

_WIDTH: Final = 16.0
"""What A4 leaves between two margins of 2.5 cm, in centimetres."""
_SIGN: Final = 0.187
"""About how wide a sign of a table is."""
_LONG: Final = 900
"""A table with fewer signs stays on one page."""

_SPACES: Final = "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        *(("office", "office"), ("text", "text"), ("table", "table"), ("style", "style")),
        *(("draw", "drawing"), ("meta", "meta"), ("fo", "xsl-fo-compatible")),
        ("svg", "svg-compatible"),
    )
) + (
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' office:version="1.3"'
)

# Name, name shown, size, above, below, letters, more about the paragraph.
_KEEP, _BOLD = 'fo:keep-with-next="always"', 'fo:font-weight="bold"'
_STYLES: Final = (
    ("Title", "Title", 26, 0, 2, f'{_BOLD} fo:color="#{GREEN}"', _KEEP),
    ("Subtitle", "Subtitle", 13, 0, 20, f'fo:color="#{GREY}"', _KEEP),
    ("Heading_20_1", "Heading 1", 17, 24, 6, f'{_BOLD} fo:color="#{GREEN}"', _KEEP),
    ("Heading_20_2", "Heading 2", 13, 16, 4, _BOLD, _KEEP),
    ("Heading_20_3", "Heading 3", 11, 12, 2, f'{_BOLD} fo:color="#{GREY}"', _KEEP),
    ("Body", names.BODY, 11, 0, 6, "", ""),
    ("Lead", names.LEAD, 12, 0, 10, f'fo:color="#{GREY}"', _KEEP),
    (
        *("Quotations", "Quotations", 11, 4, 10, 'fo:font-style="italic"'),
        f'fo:margin-left="0.6cm" fo:border-left="1.5pt solid #{GREEN}" fo:padding-left="0.3cm"',
    ),
    ("Note", names.NOTE, 9, 2, 6, f'fo:color="#{GREY}"', _KEEP),
    ("Caption", "Caption", 10, 12, 4, _BOLD, _KEEP),
    ("TableText", names.TABLE_TEXT, 10, 2, 2, "", ""),
    ("TableFigure", names.TABLE_FIGURE, 10, 2, 2, "", 'fo:text-align="end"'),
    ("TableHead", names.TABLE_HEAD, 10, 2, 2, f'{_BOLD} fo:color="#{GREEN}"', _KEEP),
    ("TableName", names.TABLE_NAME, 10, 2, 2, _BOLD, ""),
    ("Label", names.LABEL, 11, 12, 3, _BOLD, _KEEP),
    ("Tick", names.TICK, 11, 1, 2, "", 'fo:margin-left="0.7cm" fo:text-indent="-0.7cm"'),
    (
        "Line",
        names.LINE,
        11,
        0,
        0,
        "",
        f'fo:line-height="0.85cm" fo:border-bottom="0.5pt solid #{RULE}"',
    ),
    ("Step", names.STEP, 11, 2, 6, "", 'fo:text-align="center"'),
    (
        "Signature",
        names.SIGNATURE,
        9.5,
        40,
        0,
        f'fo:color="#{GREY}"',
        f'fo:border-top="0.5pt solid #{INK}"',
    ),
    ("Gap", names.GAP, 2, 0, 2, "", ""),
    ("Footer", "Footer", 8.5, 0, 2, f'fo:color="#{GREY}"', ""),
)
_LETTER: Final = {"Title": (11, 14, 14), "Subtitle": (11, 0, 36), "Heading_20_1": (11, 14, 14)}
"""In a letter the title is the subject; nothing is drawn around it."""

_LOOKS: Final = {Look.BODY: "Body", Look.LEAD: "Lead", Look.QUOTE: "Quotations", Look.NOTE: "Note"}


def as_odt(document: doc.Document) -> bytes:
    """Write a document for LibreOffice: A4, German, with headings one can navigate by."""
    writer = _Writer(document)
    body = "".join(writer.write())
    files = {
        "content.xml": _file(
            "content",
            f"<office:automatic-styles>{''.join(writer.automatic)}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body>",
        ).encode(),
        "styles.xml": _file("styles", "".join(_styles(document))).encode(),
        "meta.xml": _file("meta", f"<office:meta>{_meta(document)}</office:meta>").encode(),
        **writer.pictures,
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        # What kind of file it is stands first, and as it is, so that everybody can tell.
        file.writestr(zipfile.ZipInfo("mimetype", _SAME_DAY), _TYPE)
        for name, data in {"META-INF/manifest.xml": _manifest(files).encode(), **files}.items():
            info = zipfile.ZipInfo(name, _SAME_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(info, data)
    return packed.getvalue()


class _Writer:
    """Writes blocks as XML; what it needs besides stands in it afterwards."""

    def __init__(self, document: doc.Document) -> None:
        self.document = document
        self.scale = LARGER if document.large else 1.0
        self.pictures: dict[str, bytes] = {}
        self.automatic = [_FIXED]
        self.columns: set[int] = set()
        self.level = 0

    def write(self) -> Iterator[str]:
        """Write the whole document, part by part."""
        for n, part in enumerate(self.document.parts):
            self.automatic.append(
                f'<style:style style:name="Begin{n}" style:family="paragraph" style:parent-style-'
                f'name="Gap" style:master-page-name="First{n}">'
                '<style:paragraph-properties style:page-number="1"/></style:style>'
            )
            yield _paragraph(f"Begin{n}", "")
            title = [*_said("Heading_20_1" if n else "Title", on_one_line(part.title))]
            subtitle = [*_said("Subtitle", part.subtitle)]
            yield from subtitle + title if part.letter else title + subtitle
            self.level = 0
            for block in part.blocks:
                yield from self._block(block)

    def _block(self, block: doc.Block) -> Iterator[str]:
        match block:
            case doc.Heading():
                self.level = level = doc.deeper(block, self.level).level
                if text := on_one_line(block.text):
                    style = f'text:style-name="Heading_20_{level}"'
                    yield f'<text:h {style} text:outline-level="{level}">{_text(text)}</text:h>'
            case doc.Paragraph():
                yield from _said(_LOOKS[block.look], block.text)
            case doc.Bullets():
                kind = "Numbers" if block.numbered else "Bullets"
                items = (
                    f"<text:list-item>{_paragraph('Body', i)}</text:list-item>" for i in block.items
                )
                yield f'<text:list text:style-name="{kind}">{"".join(items)}</text:list>'
            case doc.Facts():
                yield from self._facts(block)
            case doc.Table():
                yield from self._table(block)
            case doc.Chart():
                yield from self._chart(block)
            case doc.WritingSpace():
                yield from _said("Label", block.label)
                yield from _said("Body", block.text)
                yield from [_paragraph("Line", "")] * block.lines
            case doc.TickBoxes():
                yield from _said("Label", block.label)
                signs = "○●" if block.only_one else "☐☒"
                for n, option in enumerate(block.options):
                    yield _paragraph("Tick", option, f"{_sign(signs[n in block.ticked])}  ")
            case doc.ScaleLine():
                yield from _said("Label", block.label)
                steps = "  ".join(
                    f"{_sign('●' if n == block.value else '○')} {n}" for n in range(1, 6)
                )
                ends = (_text(on_one_line(end)) for end in (block.low, block.high))
                yield f'<text:p text:style-name="Step">{f"  {steps}  ".join(ends)}</text:p>'
            case doc.Signatures():
                for start in range(0, len(block.names), 3):
                    row = [_paragraph("Signature", name) for name in block.names[start : start + 3]]
                    yield from self._grid([row], [_WIDTH / max(len(row), 2)] * len(row), "Plain")
            case doc.PageBreak() | doc.NewPart():
                yield _paragraph("Break", "")

    def _facts(self, block: doc.Facts) -> Iterator[str]:
        rows = block.clean
        if not rows:
            return
        first = min(max((doc.widest_name(rows) + 3) * _SIGN * self.scale, 3), 6)
        lines = [[_paragraph("TableName", n), _paragraph("TableText", t)] for n, t in rows]
        yield from self._grid(lines, [first, _WIDTH - first], "Row")

    def _table(self, table: doc.Table) -> Iterator[str]:
        if not table.columns:
            return
        head, rows = table.tidy()
        yield from _said("Caption", table.caption)
        least = 12 if table.tall else 4
        wanted = [
            round((max(signs, least) + 3) * _SIGN * 100 * self.scale)
            for signs in doc.natural(head, rows)
        ]
        widths = doc.shared_out(wanted, round(_WIDTH * 100))
        scale = _WIDTH / sum(widths)
        looks = ["TableFigure" if n in table.numeric else "TableText" for n in range(len(head))]
        lines = [[*map(_paragraph, looks, row)] for row in rows]
        right = ["HeadFigure" if n in table.numeric else "TableHead" for n in range(len(head))]
        names = [*map(_paragraph, right, head)]
        kind = "Tall" if table.tall else "Row"
        whole = len(rows) < 8 and sum(len(cell) for row in rows for cell in row) < _LONG
        yield from self._grid(lines, [width * scale for width in widths], kind, names, whole=whole)

    def _grid(
        self,
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        kind: str,
        head: Sequence[str] = (),
        *,
        whole: bool = False,
    ) -> Iterator[str]:
        """A table; ``kind`` says what is drawn around a cell. A small one keeps together."""
        columns = ""
        for width in (round(100 * width) for width in widths):
            if width not in self.columns:
                self.columns.add(width)
                self.automatic.append(
                    f'<style:style style:name="Wide{width}" style:family="table-column">'
                    f'<style:table-column-properties style:column-width="{width / 100:.2f}cm"/>'
                    "</style:style>"
                )
            columns += f'<table:table-column table:style-name="Wide{width}"/>'
        top = (
            f"<table:table-header-rows>{_row(head, 'Head')}</table:table-header-rows>"
            if head
            else ""
        )
        look = "Whole" if whole else "Table"
        yield f'<table:table table:style-name="{look}">{columns}{top}'
        yield from (_row(row, kind) for row in rows)
        yield f"</table:table>{_paragraph('Gap', '')}"

    def _chart(self, chart: doc.Chart) -> Iterator[str]:
        from gartenjahr_tui.reports.drawing import as_svg
        from gartenjahr_tui.reports.pdf import picture_of

        yield from _said("Caption", chart.title)
        if chart.groups and chart.series:
            svg = as_svg(chart)
            width, height = map(float, svg.partition('viewBox="0 0 ')[2].partition('"')[0].split())
            share = min(_WIDTH / width, 21 / height)
            name = f"Pictures/{len(self.pictures) + 1}.png"
            self.pictures[name] = picture_of(svg)
            yield (
                '<text:p text:style-name="Label"><draw:frame text:anchor-type="as-char" '
                f'svg:width="{width * share:.2f}cm" svg:height="{height * share:.2f}cm">'
                f'<draw:image xlink:href="{name}" xlink:type="simple"/>'
                f"<svg:title>{escape(on_one_line(chart.title))}</svg:title>"
                f"<svg:desc>{escape(printable(chart.alt))}</svg:desc></draw:frame></text:p>"
            )
        yield from self._table(chart.figures)


def _row(cells: Sequence[str], kind: str) -> str:
    inner = "".join(
        f'<table:table-cell table:style-name="{kind}Cell" office:value-type="string">{cell}'
        "</table:table-cell>"
        for cell in cells
    )
    return f'<table:table-row table:style-name="{kind}Line">{inner}</table:table-row>'


def _said(style: str, text: str) -> Iterator[str]:
    """Paragraphs, as many as there are empty lines between; none when there is nothing to say."""
    yield from (_paragraph(style, part) for part in paragraphs(text))


def _paragraph(style: str, text: str, before: str = "") -> str:
    return f'<text:p text:style-name="{style}">{before}{_text(text)}</text:p>'


def _text(text: str) -> str:
    """What somebody typed, as text; addresses lead somewhere."""
    found = []
    for piece, target in pieces(printable(text)):
        said = _SPACE.sub(_kept, escape(piece)).replace("\n", "<text:line-break/>")
        to = f'<text:a xlink:type="simple" xlink:href={quoteattr(target)}>' if target else ""
        found.append(f"{to}{said}</text:a>" if to else said)
    return "".join(found)


_SPACE: Final = re.compile("(?:^| |(?<=\n)) +", re.MULTILINE)
"""Spaces that a reader of XML would make one of, or none."""


def _kept(found: re.Match[str]) -> str:
    return f'<text:s text:c="{len(found[0])}"/>'


def _sign(sign: str) -> str:
    return f'<text:span text:style-name="Sign">{sign}</text:span>'


# What stands around it


def _file(kind: str, inner: str) -> str:
    root = f"office:document-{kind}"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root}{_SPACES}>{inner}</{root}>'


def _manifest(files: dict[str, bytes]) -> str:
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    kinds = {"/": _TYPE} | {
        name: "image/png" if name.endswith(".png") else "text/xml" for name in files
    }
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in kinds.items()
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="{space}" '
        f'manifest:version="1.3">{entries}</manifest:manifest>'
    )


def _meta(document: doc.Document) -> str:
    author = escape(on_one_line(document.author))
    return (
        f"<meta:generator>Gartenjahr</meta:generator><dc:title>{escape(on_one_line(document.title))}"
        f"</dc:title><dc:subject>{escape(on_one_line(document.subtitle))}</dc:subject>"
        f"<meta:initial-creator>{author}</meta:initial-creator><dc:creator>{author}</dc:creator>"
        "<dc:language>de-DE</dc:language>"
    )


def _styles(document: doc.Document) -> Iterator[str]:
    scale = LARGER if document.large else 1.0
    yield (
        f'<office:font-face-decls><style:font-face style:name="{FONT}" svg:font-family="{FONT}"/>'
        f'<style:font-face style:name="Signs" svg:font-family="\'{SYMBOLS}\'"/>'
        "</office:font-face-decls><office:styles>"
        '<style:default-style style:family="paragraph"><style:paragraph-properties '
        'fo:orphans="2" fo:widows="2" fo:line-height="112%"/><style:text-properties '
        f'style:font-name="{FONT}" fo:font-size="{11 * scale:.1f}pt" fo:color="#{INK}" '
        'fo:language="de" fo:country="DE" fo:hyphenate="false"/></style:default-style>'
        '<style:default-style style:family="table"><style:table-properties '
        'table:border-model="collapsing"/></style:default-style>'
        '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>'
    )
    for id, name, size, above, below, letters, place in _STYLES:
        if document.letter and id in _LETTER:
            size, above, below = _LETTER[id]
            letters = letters.replace(GREEN, INK)
        level = f' style:default-outline-level="{id[-1]}"' if id.startswith("Heading") else ""
        yield (
            f'<style:style style:name="{id}" style:display-name={quoteattr(name)} '
            f'style:family="paragraph" style:parent-style-name="Standard"{level}>'
            f'<style:paragraph-properties fo:margin-top="{above}pt" fo:margin-bottom="{below}pt" '
            f'{place}/><style:text-properties fo:font-size="{size * scale:.1f}pt" {letters}/>'
            "</style:style>"
        )
    yield f"{_LISTS}</office:styles><office:automatic-styles>{_PAGE}</office:automatic-styles>"
    yield "<office:master-styles>"
    parts = document.parts
    for n, part in enumerate(parts):
        foot = "".join(_said("Footer", part.foot))
        whole = f"{page_words.OF}<text:page-count/>" if len(parts) == 1 else ""
        number = (
            f'<text:p text:style-name="Number">{page_words.PAGE}'
            f'<text:page-number text:select-page="current"/>{whole}</text:p>'
        )
        first = foot if part.letter else foot + number
        for name, said in (("First", first), ("Next", foot + number)):
            yield (
                f'<style:master-page style:name="{name}{n}" style:page-layout-name="A4" '
                f'style:next-style-name="Next{n}"><style:footer>'
                f"{said or _paragraph('Footer', '')}</style:footer></style:master-page>"
            )
    yield "</office:master-styles>"


_PAGE: Final = (
    '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" '
    'fo:page-height="29.7cm" fo:margin-top="2.5cm" fo:margin-bottom="1.3cm" fo:margin-left="2.5cm" '
    'fo:margin-right="2.5cm"/><style:footer-style><style:header-footer-properties '
    'fo:min-height="1.2cm" fo:margin-top="0.5cm"/></style:footer-style></style:page-layout>'
    '<style:style style:name="Number" style:family="paragraph" style:parent-style-name="Footer">'
    '<style:paragraph-properties fo:text-align="end"/></style:style>'
)


def _list(name: str, kind: str) -> str:
    return (
        f'<text:list-style style:name="{name}">{kind}<style:list-level-properties '
        'text:list-level-position-and-space-mode="label-alignment">'
        '<style:list-level-label-alignment text:label-followed-by="listtab" '
        'fo:text-indent="-0.5cm" fo:margin-left="0.7cm"/></style:list-level-properties>'
    )


_LISTS: Final = (
    _list("Bullets", '<text:list-level-style-bullet text:level="1" text:bullet-char="•">')
    + "</text:list-level-style-bullet></text:list-style>"
    + _list(
        "Numbers",
        '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">',
    )
    + "</text:list-level-style-number></text:list-style>"
)


def _cell(kind: str, look: str, row: str = "") -> str:
    return (
        f'<style:style style:name="{kind}Cell" style:family="table-cell"><style:table-cell-'
        f'properties fo:padding="0.05cm" fo:padding-left="0.15cm" {look}/></style:style>'
        f'<style:style style:name="{kind}Line" style:family="table-row"><style:table-row-'
        f'properties fo:keep-together="always" {row}/></style:style>'
    )


_UNDER = f'fo:border-bottom="0.5pt solid #{RULE}"'
_FIXED: Final = (
    _cell("Row", _UNDER)
    + _cell("Head", f'fo:border-bottom="1.5pt solid #{GREEN}" style:vertical-align="bottom"')
    + _cell("Tall", f'fo:border="0.5pt solid #{RULE}"', 'style:min-row-height="1.2cm"')
    + _cell("Plain", 'fo:border="none"')
    + "".join(
        f'<style:style style:name="{name}" style:family="table"><style:table-properties '
        f'style:width="16cm" table:align="left" style:may-break-between-rows="{breaks}"/>'
        "</style:style>"
        for name, breaks in (("Table", "true"), ("Whole", "false"))
    )
    + '<style:style style:name="HeadFigure" style:family="paragraph" style:parent-style-name='
    '"TableHead"><style:paragraph-properties fo:text-align="end"/></style:style>'
    '<style:style style:name="Break" style:family="paragraph" style:parent-style-name="Gap">'
    '<style:paragraph-properties fo:break-before="page"/></style:style>'
    '<style:style style:name="Sign" style:family="text"><style:text-properties '
    'style:font-name="Signs"/></style:style>'
)
