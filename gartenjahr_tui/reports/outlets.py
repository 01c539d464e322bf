"""Every report as something that can leave the garden: preview, what is in it, several formats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from gartenjahr_tui.outlet import (
    UNHEARD,
    Chosen,
    Draft,
    Files,
    Format,
    Outlet,
    WorkProgress,
    file_stem,
    filled_in,
)
from gartenjahr_tui.reports.addresses import Row, as_csv
from gartenjahr_tui.reports.report import Part, Report, Scope, compose
from gartenjahr_tui.words.reports import DocumentOutletsWords as words
from gartenjahr_tui.words.sharing import AddressWords

if TYPE_CHECKING:
    from gartenjahr_tui.reports.document import Document
    from gartenjahr_tui.workbook.book import Workbook

FORMATS = (
    Format("docx", words.WORD),
    Format("pdf", words.PDF),
    Format("odt", words.ODT),
    Format("html", words.HTML),
    Format("md", words.MARKDOWN),
)
"""What every document comes as."""

EACH = Format("einzeln", words.EACH, folder=True, private=True)
"""What letters come as besides: each as files of its own, with the list of addresses."""


def outlet_of(report: Report) -> Outlet:
    """A report as the command line and the screen offer it."""
    pieces = tuple(part for part in report.parts if part not in _always(report))
    takes = report.takes.union(*(part.takes for part in _always(report)))
    draft = partial(_draft, report)
    formats = (*FORMATS, EACH) if report.addresses else FORMATS
    return Outlet(report.id, report.title, report.lead, formats, draft, report.asks, pieces, takes)


def _always(report: Report) -> list[Part]:
    """The parts that are in whatever is wanted; a single part cannot be left out of itself."""
    return [part for part in report.parts if part.fixed or len(report.parts) == 1]


def _draft(report: Report, book: Workbook, chosen: Chosen, wanted: frozenset[str]) -> Draft:
    from gartenjahr_tui.garden.told import told
    from gartenjahr_tui.reports.plain_text import as_text

    scope = Scope(book, chosen, filled=filled_in(book, report.id, chosen))
    composed = compose(report, scope, wanted | {part.id for part in _always(report)})
    document = composed.document
    left_out = [part.title for part in report.parts if part.title not in composed.wanted]
    inside = [*composed.inside] or [words.NOTHING]
    inside += [words.EMPTY.format(titles=", ".join(composed.empty))] if composed.empty else []
    inside += composed.notes
    stays = [*report.stays]
    stays += [words.LEFT_OUT.format(titles=", ".join(left_out))] if left_out else []
    return Draft(
        file_stem(report.id, *_subjects(report, told(book, report.takes), chosen)),
        inside,
        stays,
        partial(as_text, document),
        partial(_make, document, tuple(report.addresses(scope)) if report.addresses else ()),
        report.private,
        places=composed.places,
    )


def _subjects(report: Report, book: Workbook, chosen: Chosen) -> Iterator[str]:
    """What was chosen, by name."""
    for ask in report.asks:
        yield from (o.label for o in ask.options(book) if o.id == chosen.get(ask.id))


def _make(
    document: Document, addresses: Sequence[Row], format: str, progress: WorkProgress
) -> Files:
    """Write a document in a format, or each part of it as a document of its own."""
    progress.tell(0.0)
    if format == EACH.id:
        files = dict(_each(document, progress)) | {AddressWords.FILE: as_csv(addresses)}
    else:
        files = {"": _written(document, format, progress)}
    progress.tell(1.0)
    return files


def _each(document: Document, progress: WorkProgress) -> Iterator[tuple[str, bytes]]:
    parts = document.parts
    for n, part in enumerate(parts):
        progress.part(n, len(parts))
        alone = replace(part, title=part.title or document.title)
        stem = file_stem(f"{n + 1:0{len(str(len(parts)))}}", part.name or alone.title)
        for format in ("docx", "pdf"):
            yield f"{stem}.{format}", _written(alone, format, UNHEARD)


def _written(document: Document, format: str, progress: WorkProgress) -> bytes:
    """Write a document in a format; each writer is loaded when it is wanted."""
    match format:
        case "docx":
            from gartenjahr_tui.reports.word import as_docx

            return as_docx(document)
        case "odt":
            from gartenjahr_tui.reports.odt import as_odt

            return as_odt(document)
        case "pdf":
            from gartenjahr_tui.reports.pdf import as_pdf

            return as_pdf(document, progress)
        case "html":
            from gartenjahr_tui.reports.web import as_html

            return as_html(document)
        case _:
            from gartenjahr_tui.reports.markdown import document_as_markdown

            return document_as_markdown(document).encode()
