"""Documents for Word, read by LibreOffice and as XML, never by the library that wrote them."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gartenjahr_tui.reports.document import Bullets, Document, Heading, Paragraph, Table
from gartenjahr_tui.reports.word import as_docx
from tests.office import office, poppler
from tests.reports.nasty import CALM, LONG_WORD, NASTY, every_block, nasty_document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Parts:
    """The XML in a Word file."""

    def __init__(self, data: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        for name in self.names:
            if name.endswith((".xml", ".rels", ".svg")):
                self[name]

    def __getitem__(self, name: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.zip.read(name))

    @property
    def names(self) -> list[str]:
        return self.zip.namelist()

    def raw(self, name: str) -> str:
        return self.zip.read(name).decode()

    @property
    def body(self) -> ElementTree.Element:
        return self["word/document.xml"]

    def styled(self, style: str) -> list[str]:
        """Texts of the paragraphs of a style."""
        return [
            "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
            for paragraph in self.body.iter(f"{W}p")
            if style in [found.get(f"{W}val") for found in paragraph.iter(f"{W}pStyle")]
        ]


@pytest.fixture(scope="module")
def calm() -> Parts:
    return Parts(as_docx(CALM))


def test_headings_title_and_styles_are_words_own(calm: Parts) -> None:
    assert calm.styled("Title") == ["Jahresbericht Kooperationen 2026"]
    assert calm.styled("Heading1") == ["Höhepunkte", "Partner und Zahlen", "Zum Ausfüllen"]
    assert calm.styled("Heading2") == ["Wirkung auf die Mittel"]
    assert calm.styled("Heading3") == ["Einzelheiten"]
    names = {style.get(f"{W}styleId"): style for style in calm["word/styles.xml"].iter(f"{W}style")}
    for level in "123":
        style = names[f"Heading{level}"]
        assert style.find(f"{W}name").get(f"{W}val") == f"heading {level}"  # type: ignore[union-attr]
        assert style.find(f".//{W}outlineLvl").get(f"{W}val") == str(int(level) - 1)  # type: ignore[union-attr]
    used = {style.get(f"{W}val") for style in calm.body.iter(f"{W}pStyle")}
    assert used <= {*names}


def test_language_and_properties_are_german_and_ours(calm: Parts) -> None:
    assert {lang.get(f"{W}val") for lang in calm["word/styles.xml"].iter(f"{W}lang")} == {"de-DE"}
    core = calm.raw("docProps/core.xml")
    assert "<dc:title>Jahresbericht Kooperationen 2026</dc:title>" in core
    assert "<dc:creator>Stadtbücherei Musterhausen</dc:creator>" in core
    assert "<dc:language>de-DE</dc:language>" in core
    everything = "".join(calm.zip.read(name).decode("latin-1") for name in calm.names)
    assert "python-docx" not in everything
    assert not re.search("en-US|Macintosh|thumbnail", everything)


def test_a_table_has_a_head_that_comes_again_and_rows_stay_whole(calm: Parts) -> None:
    heads = [
        "".join(text.text or "" for text in row.iter(f"{W}t"))
        for row in calm.body.iter(f"{W}tr")
        if row.find(f"{W}trPr/{W}tblHeader") is not None
    ]
    assert heads == ["fremdvertrautverlässlich", "WasWerBis wannStunden", "WerWasBis wann"]
    for style in calm["word/styles.xml"].iter(f"{W}style"):
        if str(style.get(f"{W}styleId")).startswith("Table") and style.get(f"{W}type") != "table":
            assert style.find(f"{W}pPr/{W}keepLines") is not None
    rows = [*calm.body.iter(f"{W}tr")]
    assert rows and all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    heights = {height.get(f"{W}val") for height in calm.body.iter(f"{W}trHeight")}
    assert heights == {"680"}


def test_it_is_made_to_be_worked_on(calm: Parts) -> None:
    raw = calm.raw("word/document.xml")
    assert not re.search(r"txbxContent|<w:tab/>|<w:framePr|<w:pict", raw)
    numbers = {found.get(f"{W}val") for found in calm.body.iter(f"{W}numId")}
    assert len(numbers) == 1  # points have theirs from their style
    assert raw.count("<w14:checkbox") == 5
    assert 'w:val="15"' in calm.raw("word/settings.xml")


def test_each_numbered_list_begins_with_one() -> None:
    parts = Parts(as_docx(Document("T", (Bullets(("a", "b"), True), Bullets(("c",), True)))))
    used = [found.get(f"{W}val") for found in parts.body.iter(f"{W}numId")]
    assert len(set(used)) == 2
    assert parts.raw("word/numbering.xml").count("<w:startOverride") == 2


def test_the_chart_is_vector_graphics_with_its_words(calm: Parts) -> None:
    raw = calm.raw("word/document.xml")
    (number,) = re.findall(r'svgBlip[^>]*r:embed="(\w+)"', raw)
    relations = calm.raw("word/_rels/document.xml.rels")
    (target,) = re.findall(r'Target="(media/drawing\d+\.svg)"', relations)
    assert re.search(
        f'Id="{number}"[^>]*{re.escape(target)}|{re.escape(target)}"[^>]*Id="{number}"', relations
    )
    assert calm[f"word/{target}"].tag.endswith("}svg")
    (image,) = [name for name in calm.names if name.endswith(".png")]
    assert calm.zip.read(image).startswith(b"\x89PNG")
    assert 'descr="Von 2024 bis 2026' in raw
    assert "image/svg+xml" in calm.raw("[Content_Types].xml")


def test_the_page_is_a4_and_counted(calm: Parts) -> None:
    (size,) = calm.body.iter(f"{W}pgSz")
    (margin,) = calm.body.iter(f"{W}pgMar")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    assert {margin.get(f"{W}{side}") for side in ("left", "right", "top", "bottom")} == {"1418"}
    (footer,) = [calm.raw(name) for name in calm.names if "footer" in name]
    assert " PAGE " in footer
    assert " NUMPAGES " in footer
    assert "ein erfundener Leitfaden" in footer


def test_large_type_is_larger_and_a_letter_is_plain() -> None:
    large = Parts(as_docx(replace(CALM, large=True))).raw("word/styles.xml")
    assert '<w:sz w:val="32"/>' in large
    letter = Parts(as_docx(replace(CALM, letter=True)))
    first, second = list(letter.body.iter(f"{W}p"))[:2]
    assert "Subtitle" in str(ElementTree.tostring(first))
    assert "Title" in str(ElementTree.tostring(second))
    assert "<w:titlePg" in letter.raw("word/document.xml")


def test_everything_nasty_at_once_is_whole_xml() -> None:
    Parts(as_docx(nasty_document()))


def test_the_same_document_is_the_same_file() -> None:
    assert as_docx(CALM) == as_docx(CALM)


@settings(max_examples=30, deadline=None)
@given(st.text())
def test_any_text_makes_whole_xml(text: str) -> None:
    blocks = (Heading(text), Paragraph(text), Table((text,), ((text,),), text))
    Parts(as_docx(Document(text, blocks, text, text, text)))


def test_libreoffice_reads_all_of_it(tmp_path: Path) -> None:
    """One start of LibreOffice for a report, and for everything nasty at once."""
    nasty = [block for text in (*NASTY, "") for block in every_block(text)]
    long = Table(("A", "B"), ((LONG_WORD, "x"), ("nach dem Wort", "y")))
    both = replace(CALM, blocks=(*CALM.blocks, *nasty, Paragraph(LONG_WORD), long))  # type: ignore[arg-type]
    file = tmp_path / "bericht.docx"
    file.write_bytes(as_docx(both))
    made = office(file, "pdf")
    told = poppler("pdfinfo", str(made))
    assert re.search(r"Title: +Jahresbericht Kooperationen 2026", told)
    assert re.search(r"Author: +Stadtbücherei Musterhausen", told)
    assert re.search(r"Page size: +59\d\.\d+ x 84\d\.\d+ pts \(A4\)", told)
    count = int(re.search(r"Pages: +(\d+)", told)[1])  # type: ignore[index]
    text = poppler("pdftotext", "-layout", str(made), "-")
    pages = text.split("\f")
    assert f"Seite 1 von {count}" in pages[0]
    assert f"Seite {count} von {count}" in pages[count - 1]
    assert "Höhepunkte" in pages[0]
    for words in (
        "Vorlesepatinnen und Vorlesepaten",
        "Gemeinsame",
        "Stadtteilfonds",
        "☒",
        "nach dem Wort",
    ):
        assert words in text
    for words in (NASTY[2], NASTY[3], "a | b || c \\| d", "*kein* _Druck_ `hier` ~~da~~"):
        assert words in text
    assert [page for page in pages if page.lstrip().startswith("Zum Ausfüllen")]
