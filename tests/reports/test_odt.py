"""Documents for LibreOffice: read by LibreOffice itself, and as the files they are packed of."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from gartenjahr_tui.reports.document import Document, Heading, NewPart, Paragraph
from gartenjahr_tui.reports.odt import as_odt
from tests.office import office, poppler
from tests.reports.nasty import CALM, NASTY, nasty_document

STAYS = "Dieses Blatt bleibt in der Bibliothek."


def packed(document: Document) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(as_odt(document)))


def test_it_says_first_what_it_is_and_names_all_it_holds() -> None:
    file = packed(CALM)
    first = file.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert file.read("mimetype") == b"application/vnd.oasis.opendocument.text"
    manifest = file.read("META-INF/manifest.xml").decode()
    names = {*file.namelist()} - {"mimetype", "META-INF/manifest.xml"}
    assert all(f'manifest:full-path="{name}"' in manifest for name in names)
    assert "Pictures/1.png" in names


def test_whatever_was_typed_is_whole_xml_and_stays_text() -> None:
    file = packed(nasty_document())
    for name in file.namelist():
        if name.endswith(".xml"):
            ElementTree.fromstring(file.read(name))
    text = "".join(ElementTree.fromstring(file.read("content.xml")).itertext())
    assert NASTY[2] in text


def test_the_same_document_is_the_same_file() -> None:
    assert as_odt(CALM) == as_odt(CALM)


def test_libreoffice_shows_all_of_it_and_counts_each_part(tmp_path: Path) -> None:
    said = Paragraph("Wir sind zu finden:  zwei  Leerzeichen, post@bib.example.")
    team = (NewPart(foot=STAYS), Heading("Für das Team"), Paragraph("So geht es."))
    blocks = (said, *CALM.blocks, *team)
    file = tmp_path / "bericht.odt"
    file.write_bytes(as_odt(Document("Bericht", blocks, "Bücherei", foot="Eine Quelle")))
    *pages, last, _ = poppler("pdftotext", "-layout", str(office(file, "pdf")), "-").split("\f")
    assert "Bericht" in pages[0]
    assert "post@bib.example" in pages[0]
    assert all("Eine Quelle" in page for page in pages)
    assert [f"Seite {n + 1}\n" in f"{page}\n" for n, page in enumerate(pages)] == [True] * len(
        pages
    )
    assert STAYS in last
    assert "Seite 1\n" in last
    whole = " ".join("".join(pages).split())
    for block in CALM.blocks:
        if isinstance(block, Heading | Paragraph):
            assert " ".join(block.text.split()) in whole


@pytest.mark.parametrize("letter", [False, True])
def test_headings_can_be_navigated_by(letter: bool) -> None:
    blocks = (Heading("Eins"), Heading("Zwei", 2))
    written = packed(Document("x", blocks, letter=letter)).read("content.xml").decode()
    assert 'text:outline-level="1">Eins' in written
    assert 'text:outline-level="2">Zwei' in written
