"""Parts of a document: each letter, and what stays in the house, counts its own pages."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from gartenjahr_tui.reports.document import Document, Heading, NewPart, Paragraph
from gartenjahr_tui.reports.markdown import document_as_markdown
from gartenjahr_tui.reports.pdf import as_pdf
from gartenjahr_tui.reports.plain_text import as_text
from gartenjahr_tui.reports.web import as_html
from gartenjahr_tui.reports.word import as_docx
from tests.office import office, poppler

LONG = Paragraph("So viel gäbe es zu erzählen. " * 190)
STAYS = "Dieses Blatt bleibt in der Bibliothek."
LETTERS = Document(
    "Danke!",
    (
        NewPart("Danke!", "Bücherei\n\nErna Erfunden"),
        *(Paragraph("Guten Tag Erna,"), LONG),
        NewPart("Danke!", "Bücherei\n\nBernd Beispiel"),
        Paragraph("Guten Tag Bernd,"),
        NewPart(foot=STAYS),
        Heading("Gäste"),
        Paragraph("Erna kommt."),
    ),
    "Bücherei\n\nErna Erfunden",
    letter=True,
)
REPORT = Document(
    "Auskunft",
    (LONG, NewPart(foot=STAYS), Heading("Für das Team"), LONG),
    foot="Quelle",
)


def pages(file: Path) -> list[str]:
    return poppler("pdftotext", "-layout", str(file), "-").split("\f")[:-1]


def test_a_letter_counts_its_own_pages_and_looks_like_the_first(tmp_path: Path) -> None:
    file = tmp_path / "briefe.pdf"
    file.write_bytes(as_pdf(LETTERS))
    erna, more, bernd, guests = pages(file)
    assert "Seite 1 von 2" in erna
    assert "Seite 2 von 2" in more
    assert "Seite" not in bernd
    assert STAYS in guests
    assert STAYS not in bernd
    boxes = poppler("pdftotext", "-bbox", str(file), "-").split("<page ")[1:]
    subjects = [re.search(r"<word ([^>]*)>Danke!", page) for page in (boxes[0], boxes[2])]
    first, second = (found[1] for found in subjects if found)
    assert first == second


def test_what_stays_is_counted_apart(tmp_path: Path) -> None:
    file = tmp_path / "auskunft.pdf"
    file.write_bytes(as_pdf(REPORT))
    numbers = [re.findall(r"Seite . von .", page) for page in pages(file)]
    assert numbers == [["Seite 1 von 2"], ["Seite 2 von 2"]] * 2


def test_word_counts_each_part_and_libreoffice_agrees(tmp_path: Path) -> None:
    file = tmp_path / "auskunft.docx"
    file.write_bytes(as_docx(REPORT))
    found = pages(office(file, "pdf"))
    assert [re.findall(r"Seite .*", page) for page in found] == [["Seite 1"], ["Seite 2"]] * 2
    assert ["Quelle" in page for page in found] == [True, True, False, False]
    assert [STAYS in page for page in found] == [False, False, True, True]


def test_no_part_leaves_an_empty_page_in_word() -> None:
    with zipfile.ZipFile(io.BytesIO(as_docx(LETTERS))) as packed:
        body = packed.read("word/document.xml").decode()
    assert body.count("<w:sectPr") == 3
    assert body.count('<w:pgNumType w:start="1"/>') == 3
    # A section ends with its last words, not with a paragraph of its own.
    assert not re.search("</w:sectPr></w:pPr></w:p>", body)


@pytest.mark.parametrize("written", [as_text(LETTERS), document_as_markdown(LETTERS)])
def test_every_letter_is_whole_in_plain_text(written: str) -> None:
    assert written.count("Danke!") == 2
    assert written.index("Erna Erfunden") < written.index("Bernd Beispiel") < written.index(STAYS)


def test_on_a_web_page_every_letter_begins_a_sheet_of_paper() -> None:
    page = as_html(LETTERS).decode()
    assert page.count("<h1>") == 1
    assert page.count('<section class="new-page">') == 2
    assert page.count("<main>") == 1
    assert f"<footer>\n<p>{STAYS}</p>\n</footer>\n</section>" in page
