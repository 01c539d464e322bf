"""A document as a Word file, made to be worked on: styles, real lists, real tables, no boxes.

What stands in the file is written as WordprocessingML; python-docx packs it, knows pictures, page
and properties.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from gartenjahr_tui.reports import document as doc
from gartenjahr_tui.reports import word_styles as look
from gartenjahr_tui.reports.document import Look
from gartenjahr_tui.reports.signs import on_one_line, paragraphs, pieces, printable
from gartenjahr_tui.text import shortened
from gartenjahr_tui.words.documents import PageWords as page_words

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section, _Footer

TEXT_WIDTH: Final = 9070
"""What A4 leaves between two margins of 2.5 cm, in twentieths of a point."""

_MARGIN: Final = 1418
_SIGN: Final = 106
"""About how wide a sign of a table is."""

_TALL: Final = 680
"""Least height of a row one writes into by hand, 1.2 cm."""

_WHOLE: Final = 2_000
"""Signs of a cell, with what is written around them, that fit on a page with certainty."""

_STEP: Final = 640
"""Width of a step on a scale."""

_LEADS: Final = 600
"""A longer text does not lead in to anything."""

_LONGEST_PROPERTY: Final = 255
_LONGEST_ALT: Final = 2000

_LOOKS: Final = {
    Look.BODY: "Normal",
    Look.LEAD: "Lead",
    Look.QUOTE: "Quote",
    Look.NOTE: "Note",
}

_FONTS: Final = re.compile('font-family="[^"]*"')
"""Which letters a drawing asks for; it says so once, at its beginning."""

_SAME_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""What a ZIP file begins with, so that the same document is the same file."""


def as_docx(document: doc.Document) -> bytes:
    """Write a document for Word: A4, German, with headings one can navigate by.

    The same document gives the same bytes.
    """
    import docx

    file = docx.Document()
    _dress(file, document)
    _name(file, document)
    _lay_out(file, document)
    _Writer(file, document).write()
    written = io.BytesIO()
    file.save(written)
    return _repacked(written)


class _Writer:
    """Writes blocks into a Word file, from top to bottom."""

    def __init__(self, file: WordFile, document: doc.Document) -> None:
        self.file = file
        self.document = document
        self.scale = look.LARGER if document.large else 1.0
        self.new_page = False
        self.level = 0
        self.boxes = 0

    def write(self) -> None:
        """Write the whole document, a section for each part."""
        before = None
        for part in self.document.parts:
            if before:
                self._begin_section(before, part)
            for xml in _title(part, "Heading1" if before else "Title"):
                self._append(xml)
            self.level = 0
            for block in part.blocks:
                if isinstance(block, doc.PageBreak):
                    self.new_page = True
                for xml in self._block(block):
                    self._append(xml)
            before = part

    def _begin_section(self, before: doc.Document, part: doc.Document) -> None:
        """Let what was written be a section, and count the pages of the next one anew."""
        last = self.file.element.body.sectPr.getprevious()
        section = self.file.add_section()
        ending = self.file.element.body.sectPr.getprevious()
        if last is not None and last.tag == ending.tag and not last.xpath("w:pPr/w:sectPr"):
            # The library ends a section with an empty paragraph; the last one that says something
            # will do, so that no page comes of it.
            last.get_or_add_pPr().append(ending.pPr.sectPr)
            ending.getparent().remove(ending)
        _count_anew(section)
        if part.foot != before.foot:
            _fill_feet(section, part, single=False)
        self.new_page = False

    def _append(self, xml: str) -> None:
        from docx.text.paragraph import Paragraph as WordParagraph

        if self.new_page and xml.startswith("<w:tbl>"):
            self._append(_GAP)
        element = _parsed(xml)
        if self.new_page:
            WordParagraph(element, self.file).paragraph_format.page_break_before = True
            self.new_page = False
        self.file.element.body.sectPr.addprevious(element)

    def _block(self, block: doc.Block) -> Iterator[str]:
        match block:
            case doc.Heading():
                self.level = doc.deeper(block, self.level).level
                yield from _said(f"Heading{self.level}", on_one_line(block.text))
            case doc.Paragraph():
                # What leads in, or says how, does not stand alone at the foot of a page.
                leads = block.look in (Look.LEAD, Look.NOTE) and len(block.text) < _LEADS
                yield from _said(_LOOKS[block.look], block.text, "<w:keepNext/>" * leads)
            case doc.Bullets():
                yield from self._bullets(block)
            case doc.Facts():
                yield from self._facts(block)
            case doc.Table():
                yield from self._table(block)
            case doc.Chart() | doc.RingMap():
                yield from self._chart(block)
            case doc.WritingSpace():
                yield from _said("Label", block.label)
                yield from _said("Normal", block.text)
                yield from [_paragraph("Line", "")] * block.lines
                yield _GAP
            case doc.TickBoxes():
                yield from _said("Label", block.label)
                yield from (self._tick(block, n) for n in range(len(block.options)))
            case doc.ScaleLine():
                yield from _said("Label", block.label)
                yield from _scale(block, round(_STEP * self.scale))
            case doc.Signatures():
                yield from _signatures(block)

    def _bullets(self, block: doc.Bullets) -> Iterator[str]:
        if not block.numbered:
            yield from (_paragraph("ListBullet", item) for item in block.items)
            return
        number = self._numbering()
        place = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        yield from (_paragraph("ListNumber", item, place) for item in block.items)

    def _numbering(self) -> int:
        """A list of its own, so that it begins with 1."""
        lists = self.file.part.numbering_part.element
        number = len(lists)
        lists.append(
            _parsed(
                f'<w:num w:numId="{number}"><w:abstractNumId w:val="{look.NUMBER}"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )
        return number

    def _facts(self, block: doc.Facts) -> Iterator[str]:
        if not (rows := block.clean):
            return
        first = min(max(round((doc.widest_name(rows) + 3) * _SIGN * self.scale), 1700), 3400)
        widths = (first, TEXT_WIDTH - first)
        lines = [
            _row([_paragraph("TableName", name), _paragraph("TableText", text)], widths)
            for name, text in rows
        ]
        yield _grid(lines, widths, _HEAD_ASIDE)
        yield _GAP

    def _table(self, table: doc.Table) -> Iterator[str]:
        if not table.columns:
            return
        head, rows = table.tidy()
        yield from _said("Caption", table.caption)
        widths = self._widths(head, rows, tall=table.tall)
        styles = ["TableFigure" if n in table.numeric else "TableText" for n in range(len(head))]
        right = ['<w:jc w:val="right"/>' if n in table.numeric else "" for n in range(len(head))]
        names = [_paragraph("TableHead", name, right[n]) for n, name in enumerate(head)]
        height = round(_TALL * self.scale) if table.tall else 0
        lines = [_row(names, widths, head=True)]
        for row in rows:
            texts = [_paragraph(style, text) for style, text in zip(styles, row, strict=True)]
            lines.append(_row(texts, widths, height=height))
        yield _grid(lines, widths, _HEAD_ABOVE, table.caption, upright=table.tall)
        yield _GAP

    def _widths(
        self, head: Sequence[str], rows: Sequence[Sequence[str]], *, tall: bool
    ) -> list[int]:
        """Widths of the columns, together as wide as the text."""
        least = 12 if tall else 4
        wanted = [
            round((max(signs, least) + 3) * _SIGN * self.scale) for signs in doc.natural(head, rows)
        ]
        widths = doc.shared_out(wanted, TEXT_WIDTH)
        spare = TEXT_WIDTH - sum(widths)
        return [width + spare // len(widths) for width in widths]

    def _tick(self, block: doc.TickBoxes, n: int) -> str:
        """An option whose box can be clicked in Word."""
        self.boxes += 1
        empty, full = ("○", "●") if block.only_one else ("☐", "☒")
        ticked = n in block.ticked
        text = printable(block.options[n])
        box = (
            f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(shortened(on_one_line(text), 60))}/>"
            f'<w:id w:val="{self.boxes}"/><w14:checkbox><w14:checked w14:val="{ticked:d}"/>'
            f'<w14:checkedState w14:val="{ord(full):04X}" w14:font="{look.SYMBOLS}"/>'
            f'<w14:uncheckedState w14:val="{ord(empty):04X}" w14:font="{look.SYMBOLS}"/>'
            f"</w14:checkbox></w:sdtPr><w:sdtContent>{_symbol(full if ticked else empty)}"
            "</w:sdtContent></w:sdt>"
        )
        return f'<w:p><w:pPr><w:pStyle w:val="Tick"/></w:pPr>{box}{_run(f"  {text}")}</w:p>'

    def _chart(self, chart: doc.Drawing) -> Iterator[str]:
        yield from _said("Caption", chart.title)
        picture = _picture(self.file, chart)
        yield f"<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:drawing>{picture}</w:drawing></w:r></w:p>"
        yield from self._table(chart.figures)


def _title(document: doc.Document, style: str) -> Iterator[str]:
    """Title and subtitle; above the subject of a letter stands who writes, and when."""
    title = [*_said(style, on_one_line(document.title))]
    subtitle = [*_said("Subtitle", document.subtitle)]
    yield from subtitle + title if document.letter else title + subtitle


def _said(style: str, text: str, place: str = "") -> Iterator[str]:
    """Paragraphs, as many as there are empty lines between; none when there is nothing to say."""
    yield from (_paragraph(style, part, place) for part in paragraphs(text))


def _paragraph(style: str, text: str, place: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style != "Normal" else ""
    return f"<w:p><w:pPr>{named}{place}</w:pPr>{_run(text)}</w:p>"


def _run(text: str) -> str:
    return "".join(_link(piece, to) if to else _plain(piece) for piece, to in _runs(text))


def _runs(text: str) -> Iterator[tuple[str, str]]:
    """The text in runs: where a link leads to, and everything between."""
    between = ""
    for piece, target in pieces(printable(text)):
        if target:
            yield from [(between, "")] if between else []
            yield piece, target
            between = ""
        else:
            between += piece
    yield from [(between, "")] if between else []


def _plain(text: str, letters: str = "") -> str:
    parts = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{letters}{'<w:br/>'.join(parts)}</w:r>"


def _link(text: str, target: str) -> str:
    """A link as a field, which needs no entry elsewhere in the file."""
    to = target.replace("\\", "%5C").replace('"', "%22")
    field = quoteattr(f' HYPERLINK "{to}" ')
    return f"<w:fldSimple w:instr={field}>{_plain(text, _UNDERLINED)}</w:fldSimple>"


_UNDERLINED: Final = '<w:rPr><w:u w:val="single"/></w:rPr>'


def _field(name: str) -> str:
    """A number Word counts itself."""
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _symbol(sign: str, letters: str = "") -> str:
    font = " ".join(f'w:{of}="{look.SYMBOLS}"' for of in ("ascii", "hAnsi", "eastAsia", "cs"))
    return f"<w:r><w:rPr><w:rFonts {font}/>{letters}</w:rPr><w:t>{sign}</w:t></w:r>"


_GAP: Final = _paragraph("Gap", "")
"""Keeps tables apart, which Word would else make one of."""


_SIDES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
_NO_HEAD: Final = 'w:val="0600" w:firstRow="0" w:firstColumn="0"'
_HEAD_ABOVE: Final = 'w:val="0620" w:firstRow="1" w:firstColumn="0"'
_HEAD_ASIDE: Final = 'w:val="0680" w:firstRow="0" w:firstColumn="1"'


def _grid(
    rows: Sequence[str],
    widths: Sequence[int],
    first: str = _NO_HEAD,
    caption: str = "",
    *,
    upright: bool = False,
    style: str = "GardenTable",
) -> str:
    """A table of some rows: ``first`` says which cells are a head, for Word and for who listens."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{look.RULE}"'
    sides = "".join(f"<w:{side} {line}/>" for side in _SIDES)
    told = f"<w:tblCaption w:val={quoteattr(on_one_line(caption))}/>" if caption else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f"{f'<w:tblBorders>{sides}</w:tblBorders>' if upright else ''}"
        f'<w:tblLayout w:type="fixed"/><w:tblLook {first} w:noHBand="1" w:noVBand="1"/>'
        f"{told}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(
    texts: Sequence[str], widths: Sequence[int], *, head: bool = False, height: int = 0
) -> str:
    """A row of a table: a paragraph in each cell; a head comes again on the next page."""
    low = '<w:vAlign w:val="bottom"/>' if head else ""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{low}</w:tcPr>{paragraph}</w:tc>'
        for paragraph, width in zip(texts, widths, strict=True)
    )
    whole = "<w:cantSplit/>" if max(map(len, texts), default=0) < _WHOLE else ""
    high = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    again = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr>{whole}{high}{again}</w:trPr>{inner}</w:tr>"


def _scale(block: doc.ScaleLine, step: int) -> Iterator[str]:
    """Five steps as a small table, the ends beside them."""
    end = (TEXT_WIDTH - 5 * step) // 2
    steps = [
        f'<w:p><w:pPr><w:pStyle w:val="Step"/></w:pPr>'
        f"{_symbol('●' if n == block.value else '○')}{_run(f' {n}')}</w:p>"
        for n in range(1, 6)
    ]
    low = _paragraph("Step", block.low, '<w:jc w:val="right"/>')
    high = _paragraph("Step", block.high, '<w:jc w:val="left"/>')
    widths = (end, *[step] * 5, end)
    yield _grid([_row([low, *steps, high], widths)], widths, style="TableNormal")
    yield _GAP


def _signatures(block: doc.Signatures) -> Iterator[str]:
    """Lines to sign on, at most three side by side."""
    for start in range(0, len(block.names), _SIDE_BY_SIDE):
        names = block.names[start : start + _SIDE_BY_SIDE]
        widths = [TEXT_WIDTH // max(len(names), 2)] * len(names)
        yield _paragraph("Line", "", '<w:keepNext/><w:pBdr><w:bottom w:val="nil"/></w:pBdr>')
        row = _row([_paragraph("Signature", name) for name in names], widths)
        yield _grid([row], widths, style="TableNormal")
        yield _GAP


_SIDE_BY_SIDE: Final = 3


def _picture(file: WordFile, chart: doc.Drawing) -> str:
    """A drawing, as vector graphics and – for older programs – as an image."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.part import Part
    from docx.shared import Cm

    from gartenjahr_tui.reports.drawing import svg_of
    from gartenjahr_tui.reports.pdf import picture_of

    svg = svg_of(chart)
    part = file.part
    drawn = Part(
        part.package.next_partname("/word/media/drawing%d.svg"),
        "image/svg+xml",
        _FONTS.sub(f'font-family="{look.FONT}, Carlito, sans-serif"', svg, count=1).encode(),
        part.package,
    )
    number = part.relate_to(drawn, RELATIONSHIP_TYPE.IMAGE)
    image = picture_of(svg)
    inline = part.new_pic_inline(io.BytesIO(image), width=Cm(16))
    if inline.extent.cy > (most := Cm(21)):
        # An image of many bars stays on its page.
        inline = part.new_pic_inline(io.BytesIO(image), height=most)
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    inline.docPr.set("name", shortened(on_one_line(chart.title), _LONGEST_PROPERTY))
    inline.docPr.set("descr", shortened(printable(chart.alt), _LONGEST_ALT))
    inline.graphic.graphicData.pic.blipFill.blip.append(_parsed(_VECTOR.format(number=number)))
    return inline.xml


_VECTOR: Final = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'r:embed="{number}"/></a:ext></a:extLst>'
)
"""Tells Word, beside an image, of the vector graphics it stands for."""


def _dress(file: WordFile, document: doc.Document) -> None:
    """Take styles, lists and settings of our own in place of the library's American ones."""
    part = file.part
    styles = part.styles.element
    known = styles.latentStyles
    _refill(styles, look.styles(large=document.large, letter=document.letter))
    # Which of Word's own styles its list offers, and what they are called there.
    styles.insert(1, known)
    _refill(part.numbering_part.element, look.NUMBERING)
    _refill(file.settings.element, look.SETTINGS)
    for relations in (part.rels, part.package.rels):
        for id, relation in [*relations.items()]:
            if relation.reltype.endswith(_LEFT_OUT):
                del relations[id]
            if own := _OWN.get(relation.reltype.rpartition("/")[2]):
                relation.target_part._blob = own.encode()


_LEFT_OUT: Final = ("/stylesWithEffects", "/customXml", "/webSettings", "/thumbnail")
"""What the library's template holds and nothing needs."""

_OWN: Final = {"fontTable": look.FONTS, "extended-properties": look.PROGRAM}
"""What stands in it in other words here."""


def _refill(element: BaseOxmlElement, xml: str) -> None:
    """Put in place of what stands in an element what stands in another one."""
    element[:] = [*_parsed(xml)]


def _name(file: WordFile, document: doc.Document) -> None:
    """Title, author and language; the file is of no day, so that it stays the same."""
    told = file.core_properties
    told.title = _property(document.title)
    told.subject = _property(document.subtitle)
    told.author = told.last_modified_by = _property(document.author)
    told.language = look.LANGUAGE
    told.comments = ""
    for child in [*told._element]:
        if child.tag.endswith(("}created", "}modified")):
            told._element.remove(child)


def _property(text: str) -> str:
    return shortened(on_one_line(text), _LONGEST_PROPERTY)


def _lay_out(file: WordFile, document: doc.Document) -> None:
    """A4, upright, 2.5 cm all around, and what stands at the foot of each page."""
    from docx.shared import Twips

    page = file.sections[0]
    page.page_width, page.page_height = Twips(11906), Twips(16838)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Twips(_MARGIN)
    page.header_distance = page.footer_distance = Twips(_MARGIN // 2)
    first, *others = document.parts
    _fill_feet(page, first, single=not others)
    _count_anew(page)


def _count_anew(section: Section) -> None:
    """Let the pages of a section be counted from 1."""
    from docx.oxml.ns import qn

    properties = section._sectPr
    for counted in properties.findall(qn("w:pgNumType")):
        properties.remove(counted)
    properties.find(qn("w:pgMar")).addnext(_parsed('<w:pgNumType w:start="1"/>'))


def _fill_feet(section: Section, part: doc.Document, *, single: bool) -> None:
    """What stands at the foot of the pages of a part: its source, and which page it is.

    LibreOffice knows how many pages a document has, but not how many one of several parts.
    """
    source = [*_said("Footer", part.foot)]
    whole = f"{_run(page_words.OF)}{_field('NUMPAGES')}" if single else ""
    number = f"{_run(page_words.PAGE)}{_field('PAGE')}{whole}"
    place = '<w:pStyle w:val="Footer"/><w:jc w:val="right"/>'
    _fill(section.footer, [*source, f"<w:p><w:pPr>{place}</w:pPr>{number}</w:p>"])
    if part.letter:
        # Only a second page needs a number.
        section.different_first_page_header_footer = True
        _fill(section.first_page_footer, source or [_paragraph("Footer", "")])


def _fill(footer: _Footer, texts: Sequence[str]) -> None:
    footer.is_linked_to_previous = False
    _refill(footer._element, f"<w:ftr>{_AWAY}{''.join(texts)}</w:ftr>")


_AWAY: Final = '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>'
"""Keeps the foot of a page away from what stands above, however many lines it has."""


def _parsed(xml: str) -> BaseOxmlElement:
    """An element of WordprocessingML."""
    from docx.oxml.parser import parse_xml

    around = parse_xml(f"<w:p {look.NAMESPACES}>{xml}</w:p>")
    element: BaseOxmlElement = around[0]
    return element


def _repacked(written: io.BytesIO) -> bytes:
    """The same file, without the hour it was packed at."""
    packed = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _SAME_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return packed.getvalue()
