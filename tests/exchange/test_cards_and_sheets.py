"""Address cards as German phones write them, workbooks of Excel and LibreOffice, LDIF."""

from __future__ import annotations

import base64
import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gartenjahr_tui.exchange import incoming, matching, sheets
from gartenjahr_tui.exchange.matching import Understood
from gartenjahr_tui.exchange.rows import Incoming, NotRead
from gartenjahr_tui.outlet import WorkProgress
from gartenjahr_tui.words.imports import CardWords


def parsed(data: bytes | str, name: str = "datei") -> Incoming:
    data = data.encode() if isinstance(data, str) else data
    return incoming.parsed(data, name, WorkProgress())


def understood(data: bytes | str) -> list[Understood]:
    found = parsed(data)
    return list(matching.records(found, matching.proposed(found)))


def card(*lines: str) -> str:
    return "\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""))


# Cards


@pytest.mark.parametrize("private", ["privat", "PRIVAT", "home", "mobil", "Zuhause", "handy"])
@pytest.mark.parametrize("official", ["arbeit", "dienstlich", "geschäftlich", "Büro", "WORK"])
def test_german_words_for_private_and_official_are_what_they_say(
    private: str, official: str
) -> None:
    text = card(
        *("FN:Michael Schär", "ORG:Jungschar", f"TEL;TYPE={private}:031 geheim"),
        *(f"TEL;TYPE={official}:031 328", f"EMAIL;TYPE={private}:geheim@x.example"),
        *(f"ADR;TYPE={private}:;;Heimweg 1;Ort;;12345;", f"URL;TYPE={private}:geheim.example"),
    )
    found = understood(text)[0]
    assert (found.telefon, found.mail, found.anschrift, found.web) == ("031 328", "", "", "")


@pytest.mark.parametrize(
    "label",
    ["Zuhause", "zu Hause", "Festnetz privat", "Wohnung", "daheim", "_$!<Home>!$_", "Handy"],
)
def test_a_label_that_says_private_is_heeded(label: str) -> None:
    text = card(
        *("FN:Ida Öz", "item1.TEL:geheim", f"item1.X-ABLabel:{label}", "item2.TEL:0221 1"),
        "item2.X-ABLabel:Büro",
    )
    assert understood(text)[0].telefon == "0221 1"


def test_an_official_mobile_number_is_official() -> None:
    text = card("FN:Ida Öz", "item1.TEL;TYPE=CELL:0170 1", "item1.X-ABLabel:Diensthandy")
    assert understood(text)[0].telefon == "0170 1"


def android(label: str) -> str:
    """A label somebody made up, as Android writes it."""
    coded = "".join(f"={byte:02X}" for byte in label.encode())
    return f"X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,{coded})"


@pytest.mark.parametrize("private", ["Privat", "Zu Hause", "Omas Wohnung", "Handy privat"])
@pytest.mark.parametrize("official", ["Geschäft", "Diensthandy", "Büro EG", "Sekretariat"])
def test_labels_made_up_on_a_phone_are_what_they_say(private: str, official: str) -> None:
    text = card(
        *("FN:Ida Öz", f"TEL;{android(private)}:geheim", f"TEL;CELL;{android(official)}:0170 1"),
        *(f"EMAIL;X-CUSTOM({private}):geheim@x.example", f"EMAIL;X-{official.split()[0]}:a@x.de"),
    )
    found = understood(text)[0]
    # What says nothing of the kind is as private as the mobile phone it stands on.
    assert (found.telefon, found.mail) == ("" if official == "Sekretariat" else "0170 1", "a@x.de")


@pytest.mark.parametrize("types", ["TYPE=mobil,dienstl.", "TYPE=cell;TYPE=gesch.", "CELL;Bürotel."])
def test_short_words_for_official_are_known(types: str) -> None:
    assert understood(card("FN:Ida Öz", f"TEL;{types}:0170 1"))[0].telefon == "0170 1"


def test_what_stands_on_the_card_is_the_name() -> None:
    names = {
        ("FN:Anna-Lena K. Muster M.A.", "N:Muster;Anna-Lena;K.;;M.A."): "Anna-Lena K. Muster M.A.",
        ("FN:Muster, Anna", "N:Muster;Anna;;;"): "Anna Muster",
        ("FN:Anna Muster", "N:Muster;Anna;;Dr.;"): "Dr. Anna Muster",
        ("FN:Frau Anna Muster", "N:Muster;Anna;;Frau;"): "Anna Muster",
        ("FN:Frau Schulz", "N:Schulz;;;Frau;"): "Frau Schulz",
        ("FN:a@x.example", "N:Muster;Anna;;;"): "Anna Muster",
        ("N:Muster;Anna;Maria;Prof. Dr.;",): "Prof. Dr. Anna Maria Muster",
    }
    for lines, name in names.items():
        assert understood(card(*lines))[0].name == name


def test_a_kita_on_a_card_is_a_kita() -> None:
    found = understood(card("N:;Kita;;;", "FN:Kita Löwenzahn", "EMAIL;TYPE=WORK:k@x.example"))[0]
    assert (found.name, found.organisation, found.mail) == ("", "Kita Löwenzahn", "k@x.example")


def test_groups_and_private_cards_are_named_and_stay_out() -> None:
    found = parsed(
        card("KIND:group", "FN:Freunde", "MEMBER:urn:uuid:1")
        + card("N:Runde;;;;", "FN:Runde", "X-ADDRESSBOOKSERVER-KIND:group")
        + card("FN:Ida Öz", "CLASS:PRIVATE")
        + card("FN:Jo Ek", "CLASS:PUBLIC")
    )
    assert [row.cells[0] for row in found.rows] == ["Jo Ek"]
    assert [one.reason for one in found.aside] == [
        "„Freunde“: eine Gruppe oder ein Verteiler, kein Mensch",
        "„Runde“: eine Gruppe oder ein Verteiler, kein Mensch",
        "„Ida Öz“: als privat gekennzeichnet",
    ]


def test_several_organisations_and_what_kind_they_are() -> None:
    found = understood(card("FN:Ida Öz", "ORG:Kita Nord;Gruppe 1", "ORG:Elternrat"))[0]
    assert (found.organisation, found.more) == ("Kita Nord", ("Elternrat",))
    assert found.funktion == "Gruppe 1"
    zoo = card("FN:Zoo", "ORG:Zoo", "X-ABSHOWAS:COMPANY", "CATEGORIES:Kultur")
    assert understood(zoo)[0].kind == "kultur"
    assert parsed(zoo).left == ()
    assert parsed(zoo.replace("Kultur", "Kunden")).left == ("Schlagwörter",)


def test_further_numbers_of_a_card_are_named() -> None:
    found = parsed(card("FN:Ida Öz", "TEL:1", "TEL:2", "TEL;TYPE=FAX:3", "EMAIL:a@x.example"))
    assert found.left == ("weitere Telefonnummern",)


def test_lines_that_end_twice_are_lines() -> None:
    text = card("FN:Ida Öz", "TEL:1").replace("\n", "\r\r\n")
    for encoding in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1252"):
        assert parsed(text.encode(encoding)).unreadable == ()
        assert [(r.name, r.telefon) for r in understood(text.encode(encoding))] == [("Ida Öz", "1")]
    entry = "dn: cn=a\ncn: Ida Öz\nmail: a@x.example\n".replace("\n", "\r\r\n")
    assert [(r.name, r.mail) for r in understood(entry)] == [("Ida Öz", "a@x.example")]
    windows = base64.b64encode("Jürgen Ost".encode("cp1252")).decode()
    assert understood(f"dn: cn=a\ncn:: {windows}\n")[0].name == "Jürgen Ost"
    assert understood("Name;Telefon\r\r\nIda Öz;1\r\r\n")[0].line == 2


# Workbooks

ROWS: list[list[Any]] = [
    ["Kontaktliste", None, None, None, None],
    [],
    ["Name", "Firma", "Telefon", "PLZ", "Ort"],
    ["Änne Größe", "Kita Übermut", "0221 1", 1067, "Musterort"],
    ["Ida Öz", "Zoo", 492511234567, "50000", "Köln"],
    ["Jo Ek", "Amt", 4.925112345678e20, None, date(2026, 9, 1)],
]


def workbook(rows: list[list[Any]], **others: list[list[Any]]) -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page
    for name, content in others.items():
        other = page if name == "page" else book.create_sheet(name)
        for row in content:
            other.append(row)
    page = book.create_sheet("Liste") if others else page
    for row in rows:
        page.append(row)
    page["D4"].number_format = "00000"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_a_workbook_of_excel_is_read_as_it_is_seen() -> None:
    found = parsed(workbook(ROWS), "liste.xlsx")
    assert (found.encoding, found.head) == ("xlsx", 3)
    first, second, third = matching.records(found, matching.proposed(found))
    assert first == Understood(
        *(4, "Änne Größe", "Kita Übermut", "", "", "0221 1", "01067 Musterort", "")
    )
    assert second.telefon == "492511234567"
    assert third.telefon == ""
    assert "hat Excel verkürzt" in third.aside[0]
    assert third.anschrift == "01.09.2026"


def test_of_several_sheets_the_one_with_known_heads_is_read_and_the_others_are_named() -> None:
    found = parsed(workbook(ROWS, page=[["Deckblatt"]], Notizen=[["dies"], ["und das"]]))
    assert [row.cells[0] for row in found.rows] == ["Änne Größe", "Ida Öz", "Jo Ek"]
    assert found.left == ("Blatt „Sheet“", "Blatt „Notizen“")


def test_another_sheet_can_be_the_one_that_is_read() -> None:
    kitas = [["Kita", "Telefon"], ["Kita Löwenzahn", "0221 1"], ["Kita Nord", "0221 2"]]
    found = parsed(workbook(ROWS, page=[["Deckblatt"]], Kitas=kitas, Leer=[]), "liste.xlsx")
    assert (found.sheet, found.sheets) == (4, {1: "Sheet", 2: "Kitas", 4: "Liste"})
    for wanted in ("kitas", "2", " Kitas "):
        other = found.with_sheet(wanted)
        assert [row.cells[0] for row in other.rows] == ["Kita Löwenzahn", "Kita Nord"]
        assert (other.sheet, other.left) == (2, ("Blatt „Sheet“", "Blatt „Liste“"))
        assert other.with_sheet("Liste") == found
    for wanted in ("Leer", "3", "9", "Mond"):
        with pytest.raises(NotRead, match="1 „Sheet“, 2 „Kitas“, 4 „Liste“"):
            found.with_sheet(wanted)
    with pytest.raises(NotRead, match="keine Mappe"):
        parsed("Name\nIda Öz\n").with_sheet("1")
    assert parsed(workbook(ROWS)).with_sheet("1").sheets == {1: "Sheet"}


def spreadsheet(rows: str, styles: str = "") -> bytes:
    """A table of LibreOffice."""
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{styles}'
        '<office:body><office:spreadsheet><table:table table:name="Tabelle1">'
        f"{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", content)
    return data.getvalue()


def cells(*texts: str) -> str:
    parts = (f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in texts)
    return f"<table:table-row>{''.join(parts)}</table:table-row>"


def test_a_table_of_libreoffice_is_read_as_it_is_seen() -> None:
    blank = '<table:table-row table:number-rows-repeated="2"><table:table-cell '
    blank += 'table:number-columns-repeated="1024"/></table:table-row>'
    noted = (
        "<table:table-row><table:table-cell><office:annotation><text:p>nicht dies</text:p>"
        "</office:annotation><text:p>Ida<text:s/>Öz</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="2"/><table:table-cell>'
        "<text:p>Weg 1</text:p><text:p>50000 Köln</text:p></table:table-cell></table:table-row>"
    )
    rest = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell '
    rest += 'table:number-columns-repeated="16384"/></table:table-row>'
    heads = cells("Name", "Firma", "PLZ", "Adresse")
    data = spreadsheet(cells("Liste") + blank + heads + cells("Jo", "Zoo", "01067") + noted + rest)
    found = parsed(data, "liste.ods")
    assert (found.encoding, found.head) == ("ods", 4)
    assert [(row.line, row.cells) for row in found.rows] == [
        (5, ("Jo", "Zoo", "01067", "")),
        (6, ("Ida Öz", "", "", "Weg 1\n50000 Köln")),
    ]


def test_a_hidden_sheet_of_libreoffice_is_not_the_one_that_is_read() -> None:
    rows = cells("Name", "Telefon", "PLZ") + cells("Alt", "1", "2")
    data = spreadsheet(
        f'{cells("Name") + cells("Ida Öz")}</table:table><table:table table:name="Weg" '
        f'table:style-name="ta2">{rows}',
        '<office:automatic-styles><style:style style:name="ta2"><style:table-properties '
        'table:display="false"/></style:style></office:automatic-styles>',
    )
    found = parsed(data)
    assert [row.cells for row in found.rows] == [("Ida Öz",)]
    assert [row.cells[0] for row in found.with_sheet("weg").rows] == ["Alt"]


def test_a_workbook_of_our_own_comes_back(tmp_path: Path) -> None:
    import xlsxwriter

    file = tmp_path / "eigene.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["Name", "Telefon (dienstlich)"])
        page.write_string(1, 0, "Ida Öz")
        page.write_string(1, 1, "+49 221 1")
    found = incoming.read(file)
    record = next(matching.records(found, matching.proposed(found)))
    assert (record.name, record.telefon) == ("Ida Öz", "+49 221 1")


def packed(**files: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return data.getvalue()


def test_what_is_no_workbook_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotRead, match="gepackter Ordner"):
        parsed(packed(brief=b"x"))
    with pytest.raises(NotRead, match="beschädigt"):
        parsed(packed(**{"xl__workbook.xml": b"<broken"}))
    with pytest.raises(NotRead, match="beschädigt"):
        parsed(workbook(ROWS)[:-200])
    with pytest.raises(NotRead, match="steht nichts"):
        parsed(spreadsheet(""))
    monkeypatch.setattr(sheets, "MOST_UNPACKED", 1000)
    with pytest.raises(NotRead, match="zu groß"):
        parsed(packed(mimetype=b"0" * 100_000))


def test_an_endless_workbook_is_refused() -> None:
    many = '<table:table-row table:number-rows-repeated="9999999">'
    row = cells("a").replace("<table:table-row>", many)
    with pytest.raises(NotRead, match="höchstens 20000"):
        parsed(spreadsheet(cells("Name") + row))
    wide = '<table:table-row><table:table-cell table:number-columns-repeated="99999999">'
    wide += "<text:p>x</text:p></table:table-cell></table:table-row>"
    found = parsed(spreadsheet(cells("Name") + wide + cells("Ida")))
    assert [row.cells for row in found.rows] == [("Ida",)]
    assert "mehr Spalten" in found.unreadable[0].reason


def test_names_of_other_files_in_a_workbook_are_not_followed() -> None:
    evil = spreadsheet(cells("Name") + cells("&leak;<!-- nicht dies -->!"))
    with zipfile.ZipFile(io.BytesIO(evil)) as opened:
        content = opened.read("content.xml").decode()
    entity = f'<!DOCTYPE x [<!ENTITY leak SYSTEM "{Path(__file__).as_uri()}">]>'
    content = content.replace("?>", f"?>{entity}", 1)
    data = packed(
        mimetype=b"application/vnd.oasis.opendocument.spreadsheet",
        **{"content.xml": content.encode()},
    )
    assert [row.cells for row in parsed(data).rows] == [("!",)]


@given(st.binary(max_size=200), st.integers(0, 5000), st.integers(0, 60))
@settings(max_examples=60, deadline=None)
def test_a_damaged_workbook_never_makes_it_stumble(noise: bytes, at: int, cut: int) -> None:
    for whole in (workbook(ROWS), spreadsheet(cells("Name", "Ort") + cells("Ida", "Köln"))):
        data = whole[: at % len(whole)] + noise + whole[at % len(whole) + cut :]
        try:
            found = parsed(data)
        except NotRead as error:
            assert "nichts übernommen" in str(error)
        else:
            list(matching.records(found, matching.proposed(found)))


# LDIF


def b64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def test_an_address_book_of_thunderbird_is_read() -> None:
    text = (
        f"dn:: {b64('cn=Änne Größe,mail=a@kita.example')}\nobjectclass: top\nobjectclass: person\n"
        f"givenName:: {b64('Änne')}\nsn:: {b64('Größe')}\ncn:: {b64('Größe, Änne')}\n"
        "mail: a@kita.example\ntelephoneNumber: 0221\n  1\nhomePhone: geheim\nmobile: geheim\n"
        "o: Kita Nord\nstreet: Weg 1\npostalCode: 50000\nl: Köln\ndescription: mag Tee\n\n"
        "# ein Verteiler\ndn: cn=Runde\nobjectclass: groupOfNames\ncn: Runde\nmember: cn=x\n\n"
        "dn: cn=Jo\ncn: Jo Ek\njpegPhoto:< file:///etc/hostname\nUnsinn ohne Wert\n"
    )
    found = parsed("version: 1\n\n" + text, "adressen.ldif")
    first, second = matching.records(found, matching.proposed(found))
    assert first == Understood(
        *(3, "Änne Größe", "Kita Nord", "", "a@kita.example", "0221 1", "Weg 1\n50000 Köln", "")
    )
    assert second.name == "Jo Ek"
    assert [one.reason for one in found.aside] == [
        "„Runde“: eine Gruppe oder ein Verteiler, kein Mensch"
    ]
    assert [one.reason for one in found.unreadable] == ["Die Zeile gehört zu keinem Eintrag."]
    assert {"Telefon privat", "Mobiltelefon", "Notizen"} <= set(found.heads)


LINES = ["dn: x", "cn: a", "cn:: !", " b", "", "#", "mail:: w7Y=", "::", "o;x: y"]


@given(st.lists(st.sampled_from(LINES)))
def test_no_entries_whatever_make_it_stumble(lines: list[str]) -> None:
    try:
        found = parsed("\n".join(("dn: cn=a", *lines)))
    except NotRead:
        return
    list(matching.records(found, matching.proposed(found)))


def test_the_columns_of_cards_are_known() -> None:
    known = matching.proposed(parsed(card("FN:Ida")))
    private = len(CardWords.PRIVATE)
    assert "" not in known[:-private]
    assert set(known[-private:]) == {""}
