"""How a Word document looks: its styles, lists and settings, all of them to be changed in Word.

Sizes are in points, written as Word counts them: letters in halves, distances in twentieths.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from gartenjahr_tui.words.documents import StylesWords as words

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
LANGUAGE = "de-DE"

FONT = "Calibri"
SYMBOLS = "Segoe UI Symbol"
"""Has boxes and circles on every Windows; Calibri has none."""

GREEN, INK, GREY, RULE = "1F5134", "1C2620", "595959", "A6A6A6"
"""The accent, the text, what stands back, and lines; all letters have a contrast above 7."""

LARGER = 1.45
"""How much larger letters are that are read from a wall."""

BULLET, NUMBER = 1, 2
"""Numbers of the lists every document has."""


@dataclass(frozen=True)
class _Style:
    """A paragraph style.

    Attributes:
        id: Its id in the file.
        name: Its name; Word shows its own ones in German.
        size: Size of the letters.
        before: Distance above.
        after: Distance below.
        letters: More about the letters.
        place: More about the paragraph, standing before its distances in the file.
        aside: More about the paragraph, standing after them.
        together: Whether it stays on a page with what follows.
    """

    id: str
    name: str
    size: float = 11
    before: float = 0
    after: float = 6
    letters: str = ""
    place: str = ""
    aside: str = ""
    together: bool = False


def _bold(colour: str) -> str:
    return f'<w:b/><w:bCs/><w:color w:val="{colour}"/>'


def _coloured(colour: str) -> str:
    return f'<w:color w:val="{colour}"/>'


def _list(number: int) -> str:
    return f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'


def _border(*sides: str, colour: str = RULE, size: int = 6, space: int = 1) -> str:
    lines = (
        f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'
        for side in sides
    )
    return f"<w:pBdr>{''.join(lines)}</w:pBdr>"


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


_LEFT = "<w:suppressAutoHyphens/>"
_CLOSE = "<w:contextualSpacing/>"

_STYLES = (
    _Style("Title", "Title", 26, 0, 2, _bold(GREEN), _LEFT, together=True),
    _Style(
        *("Subtitle", "Subtitle", 13, 0, 20, _coloured(GREY)),
        _border("bottom", colour=GREEN, size=8, space=8),
        together=True,
    ),
    _Style("Heading1", "heading 1", 17, 24, 6, _bold(GREEN), _LEFT, _outline(0), together=True),
    _Style("Heading2", "heading 2", 13, 16, 4, _bold(INK), _LEFT, _outline(1), together=True),
    _Style("Heading3", "heading 3", 11, 12, 2, _bold(GREY), _LEFT, _outline(2), together=True),
    _Style("Lead", words.LEAD, 12, 0, 10, _coloured(GREY)),
    _Style(
        *("Quote", "Quote", 11, 4, 10, "<w:i/><w:iCs/>"),
        _border("left", colour=GREEN, size=12, space=10),
        '<w:ind w:left="340" w:right="340"/>',
    ),
    _Style("Note", words.NOTE, 9, 2, 6, _coloured(GREY)),
    _Style("ListBullet", "List Bullet", 11, 0, 8, "", _list(BULLET), _CLOSE),
    _Style("ListNumber", "List Number", 11, 0, 8, "", _list(NUMBER), _CLOSE),
    _Style("Caption", "caption", 10, 12, 4, _bold(INK), together=True),
    _Style("TableText", words.TABLE_TEXT, 10, 2, 2),
    _Style("TableHead", words.TABLE_HEAD, 10, 2, 2, _bold(GREEN), together=True),
    _Style("TableName", words.TABLE_NAME, 10, 2, 2, _bold(INK)),
    _Style("TableFigure", words.TABLE_FIGURE, 10, 2, 2, "", "", '<w:jc w:val="right"/>'),
    _Style("Label", words.LABEL, 11, 12, 3, "<w:b/><w:bCs/>", together=True),
    _Style("Tick", words.TICK, 11, 1, 2, "", "", '<w:ind w:left="397" w:hanging="397"/>'),
    _Style("Line", words.LINE, 11, 0, 0, "", _border("bottom", "between")),
    _Style("Step", words.STEP, 11, 2, 2, "", "", '<w:jc w:val="center"/>'),
    _Style(
        *("Signature", words.SIGNATURE, 9.5, 0, 0, _coloured(GREY)),
        _border("top", colour=INK, size=4, space=4),
        '<w:ind w:right="400"/>',
    ),
    _Style("Gap", words.GAP, 5, 0, 2),
    _Style("Footer", "footer", 8.5, 0, 2, _coloured(GREY)),
)

_OWN = frozenset(value for key, value in vars(words).items() if key.isupper())
"""Names of styles that Word does not know by itself."""


def styles(*, large: bool, letter: bool) -> str:
    """All styles of a document, as what stands in its ``w:styles``.

    Args:
        large: Whether it is read from a wall.
        letter: Whether it is a letter, whose title is the subject.
    """
    scale = LARGER if large else 1.0
    return f"<w:styles>{''.join(_all_styles(scale, letter))}</w:styles>"


def _all_styles(scale: float, letter: bool) -> Iterator[str]:
    size = round(11 * scale * 2)
    yield (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" '
        f'w:eastAsia="{FONT}" w:cs="{FONT}"/><w:color w:val="{INK}"/><w:sz w:val="{size}"/>'
        f'<w:szCs w:val="{size}"/><w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" '
        'w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" '
        'w:line="269" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="Letters">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        "<w:semiHidden/></w:style>"
    )
    letters = {style.id: style for style in _LETTER} if letter else {}
    for style in _STYLES:
        yield _paragraph_style(letters.get(style.id, style), scale)
    yield _TABLE_STYLES


_LETTER = (
    _Style("Title", "Title", 11, 20, 14, _bold(INK), _LEFT, together=True),
    _Style("Subtitle", "Subtitle", 11, 0, 36, "", together=True),
    _Style("Heading1", "heading 1", 11, 20, 14, _bold(INK), _LEFT, _outline(0), together=True),
)
"""The title of a letter is its subject, a second letter's as well; nothing is drawn around it."""


def _paragraph_style(style: _Style, scale: float) -> str:
    size = round(style.size * scale * 2)
    in_table = style.id.startswith("Table")
    together = "<w:keepNext/>" if style.together else ""
    together += "<w:keepLines/>" if style.together or in_table else ""
    own = ' w:customStyle="1"' if style.name in _OWN else ""
    line = (
        f'w:line="{round(480 * scale)}" w:lineRule="exact"'
        if style.id == "Line"
        else 'w:line="252" w:lineRule="auto"'
        if in_table
        else ""
    )
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style.id}"><w:name w:val='
        f'{quoteattr(style.name)}/><w:basedOn w:val="Normal"/>{_next(style)}<w:qFormat/>'
        f"<w:pPr>{together}{style.place}"
        f'<w:spacing w:before="{style.before * 20:.0f}" w:after="{style.after * 20:.0f}" {line}/>'
        f'{style.aside}</w:pPr><w:rPr>{style.letters}<w:sz w:val="{size}"/>'
        f'<w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def _next(style: _Style) -> str:
    """After a heading ordinary text is written, after a point of a list another one."""
    return '<w:next w:val="Normal"/>' if style.together else ""


_TABLE_STYLES = f"""
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
<w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>
<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="GardenTable">
<w:name w:val={quoteattr(words.TABLE)}/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>
<w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/></w:tblBorders></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>
<w:bottom w:val="single" w:sz="12" w:space="0" w:color="{GREEN}"/>
</w:tcBorders></w:tcPr></w:tblStylePr></w:style>
"""

NUMBERING = f"""<w:numbering>
<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">
<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="397" w:hanging="284"/></w:pPr>
<w:rPr><w:color w:val="{GREEN}"/></w:rPr></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">
<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="454" w:hanging="341"/></w:pPr>
<w:rPr><w:color w:val="{GREEN}"/></w:rPr></w:lvl></w:abstractNum>
<w:num w:numId="{BULLET}"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="{NUMBER}"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>"""

SETTINGS = f"""<w:settings><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>
<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:doNotHyphenateCaps/>
<w:characterSpacingControl w:val="doNotCompress"/><w:compat>
<w:compatSetting w:name="compatibilityMode"
 w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification"
 w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
<w:compatSetting w:name="enableOpenTypeFeatures"
 w:uri="http://schemas.microsoft.com/office/word" w:val="1"/></w:compat>
<w:themeFontLang w:val="{LANGUAGE}"/>
<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1"
 w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5"
 w:accent6="accent6" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>
<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>"""

FONTS = f"""<w:fonts {NAMESPACES}><w:font w:name="{FONT}"><w:altName w:val="Carlito"/>
<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font><w:font w:name="{SYMBOLS}">
<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>"""
"""Carlito is as wide as Calibri and stands in for it where there is no Word."""

PROGRAM = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.'
    'openxmlformats.org/officeDocument/2006/extended-properties"><Application>Gartenjahr'
    "</Application></Properties>"
)
