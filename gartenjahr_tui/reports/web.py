"""A document as one page for the browser: nothing in it runs, and nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import count
from typing import Final

from gartenjahr_tui.reports import document as doc
from gartenjahr_tui.reports.signs import on_one_line, paragraphs, pieces, printable
from gartenjahr_tui.words.documents import PageWords as page_words
from gartenjahr_tui.words.documents import ScaleWords as scale_words

POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a browser may do with the page: show it, with the style that stands in it."""

_STYLE: Final = """
:root { color-scheme: light dark; --ink: #1c2620; --grey: #4f5852; --green: #1f5134;
  --rule: #b9c1bb; --tint: #e6efe0; --paper: #ffffff; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e9ece8; --grey: #b4bcb6;
  --green: #a9d3a0; --rule: #56605a; --tint: #26302a; --paper: #161b18; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 2.5rem 1.25rem 3rem; background: var(--paper);
  color: var(--ink); font: 1.0625rem/1.55 Calibri, Carlito, "Segoe UI", system-ui, sans-serif;
  overflow-wrap: break-word; hyphens: auto; }
h1, h2, h3, h4 { line-height: 1.25; color: var(--green); break-after: avoid; hyphens: manual; }
a { color: inherit; }
a, .whole { display: inline-block; max-width: 100%; hyphens: none; }
.day { white-space: nowrap; }
h1 { margin: 0; font-size: 2rem; }
h2 { margin: 2.4rem 0 .7rem; font-size: 1.4rem; }
h3 { margin: 1.8rem 0 .5rem; font-size: 1.15rem; }
h4 { margin: 1.4rem 0 .4rem; font-size: 1rem; color: var(--grey); }
p { margin: 0 0 .8rem; }
p, li, td, th, dt, dd, h1, h2, h3, h4, caption { white-space: pre-wrap; unicode-bidi: plaintext; }
header { margin-bottom: 2rem; padding-bottom: .8rem; border-bottom: 2px solid var(--green); }
header p { margin: .3rem 0 0; color: var(--grey); font-size: 1.1rem; }
.letter header { padding: 0; border: 0; }
.letter header p { margin-bottom: 3rem; color: inherit; font-size: inherit; }
.letter h1, .letter h2 { color: inherit; font-size: 1.0625rem; }
.letter header h2 { margin: 0; }
.large { font-size: 1.5rem; max-width: 60rem; }
.large h1 { font-size: 2.6rem; } .large h2 { font-size: 2rem; } .large h3 { font-size: 1.7rem; }
.lead { color: var(--grey); font-size: 1.12em; }
.note, footer { color: var(--grey); font-size: .85em; }
footer { margin-top: 3rem; padding-top: .6rem; border-top: 1px solid var(--rule); }
blockquote { margin: 1rem 0 1.2rem; padding: .1rem 0 .1rem 1rem; font-style: italic;
  border-left: 3px solid var(--green); }
blockquote p:last-child { margin: 0; }
ul, ol { margin: 0 0 1rem; padding-left: 1.5rem; }
li { margin-bottom: .25rem; }
li::marker { color: var(--green); }
dl { display: grid; grid-template-columns: minmax(7rem, 28%) 1fr; margin: 0 0 1.4rem; }
dt, dd { margin: 0; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--rule); }
dt { font-weight: 600; }
.wide { margin: 1.2rem 0 1.6rem; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .95em; }
caption { padding-bottom: .4rem; text-align: left; font-weight: 600; }
th, td { padding: .4rem .6rem; text-align: left; vertical-align: top; min-width: 3.2rem;
  border-bottom: 1px solid var(--rule); }
th, thead td, .number { hyphens: manual; }
thead th { border-bottom: 2px solid var(--green); background: var(--tint); vertical-align: bottom; }
tbody th { font-weight: inherit; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
tr { break-inside: avoid; }
.tall th, .tall td { border: 1px solid var(--grey); }
.tall td, .tall tbody th { height: 3.2rem; }
figure { margin: 1.2rem 0 .4rem; break-inside: avoid; }
figcaption, .label { margin: 1.2rem 0 .4rem; font-weight: 600; break-after: avoid; }
figure svg { display: block; width: 100%; height: auto; max-height: 22cm; background: #ffffff;
  font-family: inherit; }
.line { height: 2.3rem; border-bottom: 1px solid var(--grey); break-inside: avoid; }
.line:last-child { margin-bottom: 1.2rem; }
.boxes { padding: 0; list-style: none; }
.boxes li { display: flex; gap: .5em; }
.scale { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; align-items: baseline;
  margin: 0 0 1.2rem; padding: 0; list-style: none; }
.scale li { white-space: nowrap; margin: 0; }
.scale .end { white-space: pre-wrap; color: var(--grey); }
.sign { display: flex; flex-wrap: wrap; gap: 3.5rem 2rem; margin: 4rem 0 1.5rem; padding: 0;
  list-style: none; break-inside: avoid; }
.sign li { flex: 1 1 12rem; max-width: 20rem; padding-top: .3rem; color: var(--grey);
  font-size: .9em; border-top: 1px solid var(--ink); }
.new-page { break-before: page; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
@media (max-width: 30rem) { body { padding: 1.2rem 1rem; } h1 { font-size: 1.6rem; }
  dl { display: block; } dt { padding-bottom: 0; border: 0; } }
@page { size: A4; margin: 2.5cm; }
@media print { :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 11pt; background: none; }
  body.large { font-size: 16pt; }
  thead { display: table-header-group; }
  thead th { background: none; }
  .wide { overflow: visible; }
  p, li { orphans: 2; widows: 2; } }
"""


def as_html(document: doc.Document) -> bytes:
    """Write a document as one HTML page: no scripts, nothing from elsewhere, fit to be printed."""
    return "\n".join(_page(document)).encode()


def _page(document: doc.Document) -> Iterator[str]:
    title = escape(on_one_line(document.title)) or page_words.UNTITLED
    author = escape(on_one_line(document.author))
    looks = [word for word in ("large", "letter") if getattr(document, word)]
    yield '<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    if author:
        yield f'<meta name="author" content="{author}">'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>"
    yield f'<body class="{" ".join(looks)}">' if looks else "<body>"
    first, *others = document.parts
    numbers = count(1)
    if others:
        yield from ("<main>", *_part(first, "h1", "div", numbers))
        for part in others:
            inner = _part(part, "h2", "div", numbers)
            yield from ('<section class="new-page">', *inner, "</section>")
        yield "</main>"
    else:
        yield from _part(first, "h1", "main", numbers)
    yield "</body>\n</html>\n"


def _part(part: doc.Document, tag: str, around: str, numbers: Iterator[int]) -> Iterator[str]:
    """One part, its title as ``tag``; what it says stands in an element ``around`` it."""
    title = escape(on_one_line(part.title)) or (page_words.UNTITLED if tag == "h1" else "")
    subtitle = [*_said("p", part.subtitle)]
    heading = [f"<{tag}>{title}</{tag}>"] if title else []
    if heading or subtitle:
        # Above the subject of a letter stands who writes, and when.
        both = subtitle + heading if part.letter else heading + subtitle
        yield from ("<header>", *both, "</header>")
    yield from (f"<{around}>", *_blocks(part.blocks, numbers), f"</{around}>")
    if part.foot.strip():
        yield from ("<footer>", *_said("p", part.foot), "</footer>")


def _blocks(blocks: Iterable[doc.Block], numbers: Iterator[int]) -> Iterator[str]:
    level = 0
    for block in blocks:
        match block:
            case doc.Heading():
                level = doc.deeper(block, level).level
                yield from _said(f"h{level + 1}", on_one_line(block.text))
            case doc.PageBreak():
                yield '<div class="new-page"></div>'
            case doc.WritingSpace() | doc.TickBoxes() | doc.ScaleLine():
                yield from _to_fill_in(block, f"f{next(numbers)}")
            case _:
                yield from _block(block)


def _block(block: doc.Block) -> Iterator[str]:
    match block:
        case doc.Paragraph(text, doc.Look.QUOTE):
            inner = [*_said("p", text)]
            yield from ("<blockquote>", *inner, "</blockquote>") if inner else ()
        case doc.Paragraph(text, look):
            yield from _said("p", text, "" if look is doc.Look.BODY else look)
        case doc.Bullets():
            kind = "ol" if block.numbered else "ul"
            yield from _list(kind, map(_text, block.items))
        case doc.Facts():
            rows = (f"<dt>{_text(name)}</dt><dd>{_text(text)}</dd>" for name, text in block.rows)
            yield from ("<dl>", *rows, "</dl>") if block.rows else ()
        case doc.Table():
            yield from _table(block)
        case doc.Chart() | doc.RingMap():
            yield from _chart(block)
        case doc.Signatures():
            yield from _list("ul", map(_text, block.names), "sign")


def _to_fill_in(block: doc.WritingSpace | doc.TickBoxes | doc.ScaleLine, id: str) -> Iterator[str]:
    """What is filled in on paper; its label belongs to it for those who listen, too."""
    label = printable(block.label).strip()
    named = f' aria-labelledby="{id}"' if label else ""
    yield f'<div role="group"{named}>'
    if label:
        yield f'<p class="label" id="{id}">{_text(label)}</p>'
    match block:
        case doc.WritingSpace():
            yield from _said("p", block.text)
            yield from ['<div class="line"></div>'] * block.lines
        case doc.TickBoxes():
            yield from _list("ul", _options(block), "boxes")
        case doc.ScaleLine():
            yield from _scale(block)
    yield "</div>"


def _options(block: doc.TickBoxes) -> Iterator[str]:
    signs = "○●" if block.only_one else "☐☒"
    for n, option in enumerate(block.options):
        yield f"<span>{signs[n in block.ticked]}</span> <span>{_text(option)}</span>"


def _scale(block: doc.ScaleLine) -> Iterator[str]:
    steps = "".join(f"<li>{'●' if n == block.value else '○'} {n}</li>" for n in range(1, 6))
    yield (
        f'<ul class="scale"><li class="end">{_text(block.low)}</li>{steps}'
        f'<li class="end">{_text(block.high)}</li></ul>'
    )
    yield f'<p class="unseen">{scale_words.told(block.value)}</p>'


def _table(table: doc.Table) -> Iterator[str]:
    if not table.columns:
        return
    head, rows = table.tidy()
    numbers = ['class="number"' if n in table.numeric else "" for n in range(len(head))]
    tall = ' class="tall"' if table.tall else ""
    yield f'<div class="wide"><table{tall}>'
    if caption := _text(table.caption):
        yield f"<caption>{caption}</caption>"
    tags = ['th scope="col"' if name.strip() else "td" for name in head]
    yield f"<thead><tr>\n{_row(tags, head, numbers)}\n</tr></thead>\n<tbody>"
    for row in rows:
        first = 'th scope="row"' if row[0].strip() and len(row) > 1 else "td"
        yield f"<tr>{_row([first, *['td'] * len(row[1:])], row, numbers)}</tr>"
    yield "</tbody></table></div>"


def _row(tags: Iterable[str], texts: Iterable[str], numbers: Iterable[str]) -> str:
    cells = zip(tags, texts, numbers, strict=True)
    return "".join(
        f"<{f'{tag} {number}'.strip()}>{_text(text)}</{tag.partition(' ')[0]}>"
        for tag, text, number in cells
    )


def _chart(chart: doc.Drawing) -> Iterator[str]:
    from gartenjahr_tui.reports.drawing import svg_of

    yield "<figure>"
    if title := _text(chart.title):
        yield f"<figcaption>{title}</figcaption>"
    yield f"{svg_of(chart)}</figure>"
    yield from _table(chart.figures)


def _list(kind: str, items: Iterable[str], look: str = "") -> Iterator[str]:
    points = [f"<li>{item}</li>" for item in items]
    named = f' class="{look}"' if look else ""
    yield from (f"<{kind}{named}>", *points, f"</{kind}>") if points else ()


def _said(tag: str, text: str, look: str = "") -> Iterator[str]:
    """Paragraphs, as many as there are empty lines between; none when there is nothing to say."""
    named = f' class="{look}"' if look else ""
    yield from (f"<{tag}{named}>{_text(part)}</{tag}>" for part in paragraphs(text))


def _text(text: str) -> str:
    """What somebody typed, as text; what is read as a whole stays together."""
    said = "".join(_piece(escape(piece), target) for piece, target in pieces(printable(text)))
    return said.replace("\n", "<br>")


def _piece(text: str, target: str | None) -> str:
    if target is None:
        return text
    if target:
        return f'<a href="{escape(target)}">{text}</a>'
    return f'<span class="{"day" if " " in text else "whole"}">{text}</span>'
