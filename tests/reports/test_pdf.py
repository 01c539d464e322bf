"""Documents as PDF, judged by readers that are not ours: poppler, and the bytes themselves."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gartenjahr_tui.outlet import WorkProgress
from gartenjahr_tui.reports.document import (
    Block,
    Bullets,
    Chart,
    Document,
    Facts,
    Heading,
    Look,
    PageBreak,
    Paragraph,
    ScaleLine,
    Series,
    Signatures,
    Table,
    TickBoxes,
    WritingSpace,
)
from gartenjahr_tui.reports.drawing import as_svg
from gartenjahr_tui.reports.pdf import as_pdf, picture_of

CHART = Chart(
    "Stand der Partnerschaften",
    ("2024/25", "2025/26"),
    (Series("Idee", (3, 1)), Series("Läuft", (2, 6))),
    "Es laufen sechs statt zwei Partnerschaften.",
)
REPORT = Document(
    "Jahresbericht für Übungsstadt",
    (
        Heading("Worum es geht"),
        Paragraph("Was gewachsen ist – in Kürze.", Look.LEAD),
        Paragraph("„Größe“ · Öl … Straße\nzweite Zeile\n\nneuer Absatz"),
        Paragraph("Wir kommen gern wieder.", Look.QUOTE),
        Bullets(("ein Punkt", "noch ein Punkt")),
        Heading("Eckdaten", 2),
        Facts((("Bibliothek", "Stadtbibliothek Übungsstadt"), ("Zeitraum", "ein Jahr"))),
        Heading("Zahlen"),
        CHART,
        Table(
            ("Partner", "Treffen"),
            tuple((f"Übungsverein {n}", str(n)) for n in range(70)),
            "Alle Übungsvereine",
            frozenset({1}),
        ),
        Heading("Zum Ausfüllen"),
        WritingSpace(3, "Was hat überrascht?", "Dass so viele kamen."),
        TickBoxes(("Ja", "Nein"), frozenset({0}), "Gern wieder?", only_one=True),
        TickBoxes(("Raum", "Zeit"), frozenset({1}), "Was fehlt?"),
        ScaleLine("gar nicht", "sehr", 4, "Zufrieden?"),
        Signatures(("Bibliothek", "Verein")),
        Paragraph("Kleingedrucktes", Look.NOTE),
    ),
    "Gartenjahr 2025/26",
    foot="Eine erfundene Quelle",
    author="Stadtbibliothek Übungsstadt",
)
MANY = "中文字漢語書館"


def asked(tool: str, file: bytes, tmp_path: Path, *options: str) -> str:
    """What a tool of poppler says about the file."""
    if not shutil.which(tool):
        pytest.skip(f"{tool} is missing; it belongs to poppler-utils")
    path = tmp_path / "document.pdf"
    path.write_bytes(file)
    after = ["-"] if tool == "pdftotext" else []
    done = subprocess.run(
        [tool, *options, "-enc", "UTF-8", str(path), *after],
        capture_output=True,
        check=True,
        timeout=60,
    )
    return done.stdout.decode(errors="replace")


def text_of(document: Document, tmp_path: Path) -> str:
    return asked("pdftotext", as_pdf(document), tmp_path, "-layout")


def structure(document: Document, tmp_path: Path) -> str:
    return asked("pdfinfo", as_pdf(document), tmp_path, "-struct-text")


def unpacked(file: bytes) -> bytes:
    """The file with its streams as they are before they are compressed."""
    parts = [file]
    for found in re.finditer(rb"stream\r?\n", file):
        unpacker = zlib.decompressobj()
        try:
            parts.append(unpacker.decompress(file[found.end() :]))
        except zlib.error:
            continue
    return b"\n".join(parts)


def widest(file: bytes, tmp_path: Path) -> tuple[float, float]:
    """Where the leftmost word begins and the rightmost ends, in points."""
    words = asked("pdftotext", file, tmp_path, "-bbox")
    left = [float(x) for x in re.findall(r'<word xMin="([-\d.]+)"', words)]
    right = [float(x) for x in re.findall(r'xMax="([-\d.]+)"', words)]
    return min(left), max(right)


def test_it_is_a_tagged_document_on_a4_with_title_and_author(tmp_path: Path) -> None:
    said = asked("pdfinfo", as_pdf(REPORT), tmp_path)
    assert re.search(r"Title: +Jahresbericht für Übungsstadt", said)
    assert re.search(r"Author: +Stadtbibliothek Übungsstadt", said)
    assert re.search(r"Tagged: +yes", said)
    assert "(A4)" in said
    assert re.search(r"Pages: +[3-6]\n", said)


def test_it_says_that_it_is_for_reading_aloud_and_for_keeping_and_german() -> None:
    inside = unpacked(as_pdf(REPORT))
    assert b"<pdfuaid:part>1</pdfuaid:part>" in inside
    assert b"<pdfaid:part>2</pdfaid:part>" in inside
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in inside
    assert b"/Lang(de-DE)" in inside
    assert b"/DisplayDocTitle true" in inside


def test_headings_lists_quotes_and_head_cells_are_known_as_such(tmp_path: Path) -> None:
    tags = structure(REPORT, tmp_path)
    for heading in ("Worum es geht", "Zahlen", "Zum Ausfüllen"):
        assert re.search(rf'H1 .*\n +"{heading}"', tags)
    assert 'H2 "Eckdaten"' in tags
    assert "BlockQuote" in tags
    assert re.search(
        r"LI \(block\)\s+Lbl \(block\)\s+\"•\"\s+LBody \(block\)\s+\"ein Punkt\"", tags
    )
    assert re.search(r"TH <\w+>:\s+/Scope /Column", tags)
    assert re.search(r"Caption\s+.*\s+.*\s+\"Alle Übungsvereine\"", tags)


def test_pictures_are_told_in_words() -> None:
    inside = unpacked(as_pdf(REPORT))
    assert b"/Alt(" + CHART.alt.encode("ascii") + b")" in inside
    assert b"/Alt(Skala von 1 (gar nicht) bis 5 (sehr), angekreuzt ist 4)" in inside


def test_a_chart_comes_with_its_numbers(tmp_path: Path) -> None:
    text = text_of(Document("Zahlen", (CHART,)), tmp_path)
    assert "Stand der Partnerschaften" in text
    assert re.search(r"Idee +Läuft", text)
    assert re.search(r"2025/26 +1 +6", text)


def test_umlauts_and_signs_arrive_and_line_ends_stay(tmp_path: Path) -> None:
    text = text_of(REPORT, tmp_path)
    assert "„Größe“ · Öl … Straße\n" in text
    assert "\nzweite Zeile\n" in text
    assert "Zeichen lassen sich" not in text


def test_ticked_boxes_differ_from_empty_ones(tmp_path: Path) -> None:
    text = text_of(REPORT, tmp_path)
    for line in ("● +Ja", "○ +Nein", "☐ +Raum", "☒ +Zeit"):
        assert re.search(line, text)


def test_each_page_is_numbered_and_carries_the_foot_and_the_head_of_the_table(
    tmp_path: Path,
) -> None:
    pages = text_of(REPORT, tmp_path).split("\f")[:-1]
    for n, page in enumerate(pages, 1):
        assert f"Seite {n} von {len(pages)}" in page
        assert "Eine erfundene Quelle" in page
    for page in pages:
        if "Übungsverein " in page:
            assert re.search(r"Partner +Treffen", page)


def test_foot_and_page_number_are_not_read_aloud(tmp_path: Path) -> None:
    tags = structure(REPORT, tmp_path)
    assert "erfundene Quelle" not in tags
    assert "Seite 1" not in tags


def test_large_type_takes_more_pages(tmp_path: Path) -> None:
    plain = asked("pdfinfo", as_pdf(REPORT), tmp_path)
    large = asked("pdfinfo", as_pdf(replace(REPORT, large=True)), tmp_path)
    assert "(A4)" in large
    pages = [int(re.findall(r"Pages: +(\d+)", said)[0]) for said in (plain, large)]
    assert pages[1] > pages[0]


def test_a_letter_of_one_page_has_no_page_number(tmp_path: Path) -> None:
    letter = Document("Einladung", (Paragraph("Guten Tag"),), "Übungsstadt, im Mai", letter=True)
    text = text_of(letter, tmp_path)
    assert text.index("Übungsstadt") < text.index("Einladung") < text.index("Guten Tag")
    assert "Seite" not in text


def test_a_page_break_begins_a_page(tmp_path: Path) -> None:
    blocks = (Paragraph("vorher"), PageBreak(), Paragraph("nachher"))
    first, second, _ = text_of(Document("Seiten", blocks), tmp_path).split("\f")
    assert "vorher" in first
    assert "nachher" in second


def test_what_a_person_typed_is_no_code(tmp_path: Path) -> None:
    typed = (
        '#panic("x") *fett* _kursiv_ $x^2$ @bezug <marke> // Rest /* */ \\ #import "@preview/a:1"'
    )
    blocks = (Heading(typed), Paragraph(typed), Table((typed,), ((typed,),)), Bullets((typed,)))
    text = " ".join(text_of(Document(typed, blocks, typed, typed), tmp_path).split())
    assert text.count("*fett* _kursiv_ $x^2$ @bezug <marke> // Rest /* */") >= 4


def test_left_out_levels_of_headings_are_closed(tmp_path: Path) -> None:
    tags = structure(Document("Ebenen", (Heading("a", 3), Heading(""), Heading("b", 3))), tmp_path)
    assert 'H1 "a"' in tags
    assert 'H2 "b"' in tags


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("long", ["W" * 300, "Kooperationsvereinbarungsunterzeichnungsfeier"])
def test_very_long_words_and_texts_stay_on_the_page(tmp_path: Path, large: bool, long: str) -> None:
    blocks: tuple[Block, ...] = (
        Heading(long),
        Paragraph(long),
        Facts(((long, long),)),
        Bullets((long,)),
        Table(("Name", "Adresse", "Rest"), (("x", "erna.muster@" + "w" * 60 + ".example", long),)),
        Table(("eins", "zwei"), (("W" * 10_000, "ein Wort " * 1_000),), tall=True),
        Table(tuple(f"Spalte {n}" for n in range(12)), (("Kooperationsvereinbarung",) * 12,)),
        TickBoxes((long,), label=long),
        ScaleLine(long, long, label=long),
        WritingSpace(2, long, long),
        Signatures((long,) * 4),
        Chart(long, (long, long), (Series(long, (1, 2)),), long),
    )
    left, right = widest(as_pdf(Document(long, blocks, long, long, large=large)), tmp_path)
    assert left >= 68
    assert right <= 595.3 - 68


ADDRESSES = (
    "leitung.kita-am-park@musterfeld.example",
    "0000 10 20 30",
    "www.stadtbibliothek-musterfeld.de",
    "/home/buecherei/garten/gartenjahr.db",
    "29. September 2026",
)


def test_addresses_numbers_paths_days_and_heads_are_found_and_copied_as_one_sees_them(
    tmp_path: Path,
) -> None:
    heads = ("Name", "Funktion", "Telefon", "E-Mail", "Gut zu wissen", "Anzahl")
    rows = tuple(
        ("T. Wacholder (erfunden)", "Versicherungsfragen", "", address, "Am besten früh.", "3")
        for address in ADDRESSES
    )
    said = "Sie erreichen uns so, wenn Sie mögen: " + ", ".join(ADDRESSES)
    inside = as_pdf(
        Document("Kontakte", (Paragraph(said), Facts((("Wie", said),)), Table(heads, rows)))
    )
    text = asked("pdftotext", inside, tmp_path, "-raw")
    assert not {sign for sign in text if sign in "\u200b\u2060\ufeff"}
    for address in ADDRESSES:
        assert text.count(address) == 3
    for head in ("Anzahl", "Funktion", "(erfunden)"):
        assert head in text
    for link in ("mailto:leitung.kita-am-park@musterfeld.example", "tel:0000102030"):
        assert b"/URI(" + link.encode() + b")" in unpacked(inside)
    assert b"/URI(https://www.stadtbibliothek-musterfeld.de)" in unpacked(inside)


def test_a_day_stays_whole_in_a_column_as_wide_as_it(tmp_path: Path) -> None:
    rows = (
        ("Ernte „Der Reparaturtreff in zwölf Bildern“", "24. September 2026", "Personen", "R. (x)"),
        ("Begegnung „Die Wanderausstellung wird aufgehängt“", "24. September 2026", "Personen", ""),
        ("Erntefest", "10. Dezember 2026", "Gäste", "Wer: R.\nOrganisation: Quartiersbüro Nord"),
    )
    table = Table(("Wo", "Tag", "Angabe", "Was dort steht"), rows)
    text = asked("pdftotext", as_pdf(Document("Auskunft", (table,))), tmp_path, "-raw")
    assert text.count("24. September 2026") == 2


def test_pasted_marks_nobody_sees_are_left_out(tmp_path: Path) -> None:
    text = text_of(Document("x", (Paragraph("will\u200bkommen@mus\u00adter.example"),)), tmp_path)
    assert "willkommen@muster.example" in text


def test_a_title_with_codes_that_are_no_character_leaves_the_properties_readable(
    tmp_path: Path,
) -> None:
    written = as_pdf(Document("Ein\uffff Titel\ufffe", (), author="Haus\uffff"))
    assert re.search(r"Title: +Ein Titel\n", asked("pdfinfo", written, tmp_path))
    assert "\ufffe" not in unpacked(written).decode(errors="ignore")


def test_what_no_font_has_becomes_a_box_and_is_counted(tmp_path: Path) -> None:
    # U+0378 is no character, so no font has it.
    text = text_of(Document("Zeichen", (Paragraph("vor\u0378nach"),)), tmp_path)
    assert "vor□nach" in text
    assert "1 Zeichen lässt sich im PDF nicht darstellen" in text


def test_a_mark_without_a_sign_does_not_cost_the_letter_below_it(tmp_path: Path) -> None:
    text = text_of(Document("x", (Paragraph("x\u1ab0 und xyz\n7\ufe0f\u20e3 sieben"),)), tmp_path)
    assert "und xyz" in text
    assert "sieben" in text


def test_thousands_of_odd_characters_take_seconds_only(tmp_path: Path) -> None:
    odd = " ".join(chr(0x4E00 + n) + chr(0x1F300 + n % 700) for n in range(1_000))
    table = Table((MANY, "b"), ((odd, odd), (odd, "lesbar")))
    text = text_of(Document(MANY, (Heading(MANY), Paragraph(odd), table)), tmp_path)
    assert "lesbar" in text


@pytest.mark.parametrize(
    "typed",
    [
        "\x1b[31m \x00 \ufeff \uffff \ud800 \u202e",
        " \u06e1 \u06e5 " * 80,
        "\u0789 \u07a6 \u07be " * 60,
        "👩‍👩‍👧 ❤️ 🇩🇪",
        "שלום العربية हिन्दी ไทย",
        "\u0300",
        "\n\n\n",
        "\t",
    ],
)
def test_odd_text_anywhere_still_makes_a_document(typed: str) -> None:
    blocks = (
        Heading(typed),
        Paragraph(typed),
        Facts(((typed, typed),)),
        Table((typed, typed), ((typed, typed),), typed),
        Chart(typed, (typed,), (Series(typed, (1,)),), typed),
        ScaleLine(typed, typed, 2, typed),
    )
    document = Document(typed, blocks, typed, typed, typed)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in unpacked(as_pdf(document))


def test_an_empty_document_is_a_page() -> None:
    blocks = (Bullets(()), Facts(()), Table((), ()), TickBoxes(()), Signatures(()), PageBreak())
    assert as_pdf(Document("", (*blocks, Chart("", (), (), "")))).startswith(b"%PDF-1.7")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=60), min_size=6, max_size=6))
def test_any_text_makes_a_document(texts: list[str]) -> None:
    a, b, c, d, e, f = texts
    blocks = (
        Heading(a, 2),
        Paragraph(b, Look.QUOTE),
        Bullets((c, d)),
        Table((a, b), ((c, d), (e, f)), e),
        TickBoxes((f,), label=a),
        Chart(b, (c,), (Series(d, (1,)),), e),
        WritingSpace(2, e, f),
    )
    assert as_pdf(Document(f, blocks, a, b, c)).startswith(b"%PDF-1.7")


def test_who_does_not_want_to_wait_gets_no_document() -> None:
    class NotWantedError(Exception):
        pass

    def stop(share: float) -> None:
        raise NotWantedError

    with pytest.raises(NotWantedError):
        as_pdf(REPORT, WorkProgress(stop))


def test_it_tells_how_far_it_is() -> None:
    shares: list[float] = []
    as_pdf(REPORT, WorkProgress(shares.append))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_drawing_becomes_a_picture_of_print_quality() -> None:
    picture = picture_of(as_svg(CHART, width=360))
    assert picture.startswith(b"\x89PNG")
    width, _ = struct.unpack(">II", picture[16:24])
    assert width == pytest.approx(360 / 72 * 200, abs=2)


def test_typst_is_loaded_only_when_a_document_is_written() -> None:
    probe = "import sys, gartenjahr_tui.reports.pdf; sys.exit('typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", probe], check=False, timeout=60).returncode == 0
