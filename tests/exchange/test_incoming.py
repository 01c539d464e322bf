"""Lists and address cards of other programs: read whatever they write, and say what cannot be."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from gartenjahr_tui.exchange import contacts, incoming, matching, vcards
from gartenjahr_tui.exchange.matching import Understood
from gartenjahr_tui.exchange.rows import MOST_ROWS, Incoming, NotRead
from gartenjahr_tui.outlet import WorkProgress

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook


def parsed(data: bytes | str) -> Incoming:
    data = data.encode() if isinstance(data, str) else data
    return incoming.parsed(data, "datei", WorkProgress())


def understood(data: bytes | str) -> list[Understood]:
    """What the rows say when the proposal is taken."""
    found = parsed(data)
    return list(matching.records(found, matching.proposed(found)))


def table(*rows: list[str], delimiter: str = ",") -> str:
    """A table as another program writes it, everything in quotation marks."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    return text.getvalue()


# Characters


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman", "cp850"],
)
def test_umlauts_arrive_from_every_system(encoding: str) -> None:
    text = "Name;Firma\r\nÄnne Größe;Übermütige Öfen\r\n" + "Otto;Öl\r\n" * 20
    first = understood(text.encode(encoding))[0]
    assert (first.name, first.organisation) == ("Änne Größe", "Übermütige Öfen")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp932", "名前,会社\n山田太郎,東京図書館\n"),
        ("cp932", "BEGIN:VCARD\nVERSION:2.1\nFN:山田太郎\nEND:VCARD\n"),
        ("euc_jp", "名前,会社\n佐藤花子,テスト\n"),
        ("gb18030", "姓名;单位\n王小明;图书馆\n"),
        ("utf-16-le", "名前,会社\n山田太郎,東京図書館\n"),
        ("cp1251", "Name;Firma\nЮрий Иванов;Библиотека\n"),
        ("koi8_r", "Name;Firma\nЮрий Иванов;Библиотека\n"),
        ("iso8859_7", "Name;Firma\nΝίκος Παπαδόπουλος;Σχολείο\n"),
    ],
)
def test_names_in_another_script_are_never_read_wrongly(encoding: str, text: str) -> None:
    with pytest.raises(NotRead, match="Es wurde nichts übernommen"):
        parsed(text.encode(encoding))
    assert parsed(text.encode("utf-8-sig")).rows


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "mac_roman"])
@pytest.mark.parametrize(
    "name", ["Cem Öz", "Süß", "Ö", "Größe äöüß", "Ä", "MÜßIG", "Übermüßig", "Weiß"]
)
def test_few_umlauts_are_enough(encoding: str, name: str) -> None:
    assert parsed(f"Name;Firma\n{name};Zoo\n".encode(encoding)).rows[0].cells[0] == name


def test_lines_drawn_of_dashes_are_no_other_script() -> None:
    text = f"Name;Firma\n{'–' * 40};\nIda – Eck;„Zoo“\nRené d’Or;Café\n".encode("cp1252")
    assert parsed(text).rows[0].cells == ("Ida – Eck", "„Zoo“")


def test_one_damaged_sign_does_not_spoil_the_other_lines() -> None:
    data = "Name\nÄnne\nÖzlem\n".encode() + b"K\xff\xe4the\n" + "Jürgen\n".encode()
    found = parsed(data)
    assert [row.cells[0] for row in found.rows] == ["Änne", "Özlem", "Jürgen"]
    assert [(one.line, "beschädigt" in one.reason) for one in found.unreadable] == [(4, True)]


def test_line_ends_of_an_old_mac_and_controls() -> None:
    assert [row.cells for row in parsed("Name;Ort\rAn\x07na;B\u202eonn\r").rows] == [
        ("Anna", "Bonn")
    ]


def test_lines_within_a_cell_of_filemaker_run_neither_together_nor_apart() -> None:
    text = "Name;Ort\nHauptstr. 1\x0b48431 Rheine;Bonn\x85Beuel\nKita\x0cSüd;Ulm\n"
    assert [row.cells for row in parsed(text.encode()).rows] == [
        ("Hauptstr. 1 48431 Rheine", "Bonn Beuel"),
        ("Kita Süd", "Ulm"),
    ]


# Tables


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_columns_are_divided_by_what_the_program_likes(delimiter: str) -> None:
    text = table(
        ["Nachname", "Vorname", "Firma"], ["Erfunden", "Eri;ka,", "A|B\tC"], delimiter=delimiter
    )
    found = understood(text)[0]
    assert found.name == "Eri;ka, Erfunden"
    assert found.organisation == "A|B C"


def test_excels_own_line_about_the_separator_is_heeded() -> None:
    assert [row.cells for row in parsed('sep=,\n"a;b",Name\n1,2\n').rows] == [("1", "2")]


def test_line_breaks_in_a_cell_stay_there_and_lines_are_counted_on() -> None:
    found = parsed('Name;Adresse\nAnna;"Weg 1\r\n12345 Ort"\nOtto;"x" y\nIda;\n')
    assert [(row.line, row.cells[0]) for row in found.rows] == [(2, "Anna"), (5, "Ida")]
    assert understood('Name;Adresse\nAnna;"Weg 1\r\n12345 Ort"\n')[0].anschrift == (
        "Weg 1\n12345 Ort"
    )
    assert [one.line for one in found.unreadable] == [4]


def test_broken_lines_are_listed_and_the_others_are_read() -> None:
    lines = ["Name;Firma;Telefon", "A;B;1", 'C;"offen;2', "D;E;3", "F;G;4;zu viel", "H;halb"]
    lines += ["iert;5", "J", "", ";;", "K;L;6"]
    found = parsed("\n".join(lines))
    assert [row.cells[0] for row in found.rows] == ["A", "D", "J", "K"]
    reasons = {one.line: one.reason for one in found.unreadable}
    assert sorted(reasons) == [3, 5, 6, 7]
    assert "Anführungszeichen" in reasons[3]
    assert "4 Angaben, der Kopf der Tabelle nur 3" in reasons[5]
    assert "umbrochen" in reasons[6]


def test_an_endless_cell_is_one_broken_line() -> None:
    found = parsed("Name;Notiz\n" + "A;" + "x" * 200_000 + "\nB;y\n")
    assert [row.cells[0] for row in found.rows] == ["B"]
    assert "länger" in found.unreadable[0].reason


def test_a_list_without_heads_begins_with_its_first_person() -> None:
    found = parsed("Erika;erika@probe.example\nMax;max@probe.example\n")
    assert found.heads == ("Spalte 1", "Spalte 2")
    assert len(found.rows) == 2


def test_heads_of_one_name_are_told_apart() -> None:
    assert parsed("Name;Name;;\na;b;c;d\n").heads == ("Name", "Name (2)", "Spalte 3", "Spalte 4")


# What the columns mean

ERIKA = Understood(
    *(2, "Erika Erfunden", "Kita Probe", "Leitung", "e@probe.example", "0999 1"),
    "Weg 1\n12345 Musterort",
    "https://probe.example",
)

OUTLOOK_DE = {
    "Vorname": "Erika",
    "Weitere Vornamen": "",
    "Nachname": "Erfunden",
    "Firma": "Kita Probe",
    "Position": "Leitung",
    "Straße geschäftlich": "Weg 1",
    "Ort geschäftlich": "Musterort",
    "Postleitzahl geschäftlich": "12345",
    "Straße privat": "geheim",
    "Telefon geschäftlich": "0999 1",
    "Telefon (privat)": "geheim",
    "Mobiltelefon": "geheim",
    "E-Mail-Adresse": "e@probe.example",
    "E-Mail: Angezeigter Name": "x",
    "Webseite": "https://probe.example",
    "Geburtstag": "geheim",
    "Notizen": "geheim",
}
OUTLOOK_EN = {
    "Title": "",
    "First Name": "Erika",
    "Last Name": "Erfunden",
    "Company": "Kita Probe",
    "Job Title": "Leitung",
    "Business Street": "Weg 1",
    "Business City": "Musterort",
    "Business Postal Code": "12345",
    "Home Street": "geheim",
    "Business Phone": "0999 1",
    "Home Phone": "geheim",
    "Mobile Phone": "geheim",
    "E-mail Address": "e@probe.example",
    "Web Page": "https://probe.example",
    "Birthday": "geheim",
}
GOOGLE = {
    "First Name": "Erika",
    "Middle Name": "",
    "Last Name": "Erfunden",
    "Organization Name": "Kita Probe",
    "Organization Title": "Leitung",
    "Birthday": "geheim",
    "Notes": "geheim",
    "E-mail 1 - Label": "Home",
    "E-mail 1 - Value": "geheim@privat.example",
    "E-mail 2 - Label": "* Work",
    "E-mail 2 - Value": "e@probe.example ::: zweite@probe.example",
    "Phone 1 - Label": "Mobile",
    "Phone 1 - Value": "geheim",
    "Phone 2 - Label": "Work",
    "Phone 2 - Value": "0999 1",
    "Address 1 - Label": "Work",
    "Address 1 - Formatted": "Weg 1\n12345 Musterort",
    "Address 1 - Street": "Weg 1",
    "Website 1 - Value": "https://probe.example",
}
GOOGLE_OLD = {
    "Name": "Erika Erfunden",
    "Given Name": "Erika",
    "Family Name": "Erfunden",
    "E-mail 1 - Type": "Work",
    "E-mail 1 - Value": "e@probe.example",
    "Phone 1 - Type": "Work",
    "Phone 1 - Value": "0999 1",
    "Address 1 - Type": "Work",
    "Address 1 - Street": "Weg 1",
    "Address 1 - City": "Musterort",
    "Address 1 - Postal Code": "12345",
    "Organization 1 - Name": "Kita Probe",
    "Organization 1 - Title": "Leitung",
    "Website 1 - Value": "https://probe.example",
}
THUNDERBIRD_DE = {
    "Vorname": "Erika",
    "Nachname": "Erfunden",
    "Anzeigename": "Erika E.",
    "Primäre E-Mail-Adresse": "e@probe.example",
    "Sekundäre E-Mail-Adresse": "geheim",
    "Tel. dienstlich": "0999 1",
    "Tel. privat": "geheim",
    "Privat: Adresse": "geheim",
    "Dienstlich: Adresse": "Weg 1",
    "Dienstlich: Ort": "Musterort",
    "Dienstlich: PLZ": "12345",
    "Arbeitstitel": "Leitung",
    "Organisation": "Kita Probe",
    "Webseite 1": "https://probe.example",
    "Geburtsjahr": "geheim",
}
THUNDERBIRD_EN = {
    "First Name": "Erika",
    "Last Name": "Erfunden",
    "Display Name": "Erika E.",
    "Primary Email": "e@probe.example",
    "Work Phone": "0999 1",
    "Home Phone": "geheim",
    "Work Address": "Weg 1",
    "Work City": "Musterort",
    "Work ZipCode": "12345",
    "Job Title": "Leitung",
    "Organization": "Kita Probe",
    "Web Page 1": "https://probe.example",
    "Birth Year": "geheim",
}
HOME_MADE = {
    "Name": "Erfunden",
    "Vorname": "Erika",
    "Einrichtung": "Kita Probe",
    "Funktion": "Leitung",
    "E-Mail": "e@probe.example",
    "Tel.": "0999 1",
    "Straße": "Weg 1",
    "PLZ": "12345",
    "Ort": "Musterort",
    "Homepage": "https://probe.example",
}


@pytest.mark.parametrize(
    "program",
    [OUTLOOK_DE, OUTLOOK_EN, GOOGLE, GOOGLE_OLD, THUNDERBIRD_DE, THUNDERBIRD_EN, HOME_MADE],
)
def test_the_columns_of_common_programs_are_known_and_private_ones_stay_out(
    program: dict[str, str],
) -> None:
    assert understood(table(list(program), list(program.values()))) == [ERIKA]


def test_a_choice_is_remembered_for_these_heads_alone(book: Workbook) -> None:
    heads, others = parsed("Aaa;Bbb\nx;y\n"), parsed("Aaa;Ccc\nx;y\n")
    assert matching.chosen(book, heads) == ("", "")
    matching.remember(book, heads, ("name", "ort"))
    assert matching.chosen(book, heads) == ("name", "ort")
    assert matching.chosen(book, others) == ("", "")
    matching.remember(book, heads, ("", ""))
    assert book.common(matching.SETTING) == {}


# What is no list


def test_a_gigabyte_of_zeros_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "nullen.csv"
    file.touch()
    os.truncate(file, 1_000_000_000)
    monkeypatch.setattr(Path, "open", None)
    with pytest.raises(NotRead, match="1000 MB zu groß"):
        incoming.read(file)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\0" * 100_000, "keinen Text"),
        (b"Name;Ort\nA\0;B\n", "keinen Text"),
        (bytes(range(256)) * 9, "keinen Text"),
        (b"PK\x03\x04rest", "wohl beschädigt"),
        (b"\xd0\xcf\x11\xe0rest", "alten Excel"),
        (b"<html><table><tr><td>Name</td></tr></table></html>", "eine Webseite"),
        (b"", "steht nichts"),
        (b"\xef\xbb\xbf \r\n\r\n", "steht nichts"),
        (b"sep=,\r\n\r\n", "steht nichts"),
    ],
)
def test_what_is_no_list_is_refused_in_words(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "fremd.csv"
    file.write_bytes(content)
    with pytest.raises(NotRead, match=said) as refused:
        incoming.read(file)
    assert "Es wurde nichts übernommen" in str(refused.value)


@pytest.mark.parametrize("row", ["a;b\n", 'a;"b"c\n', "BEGIN:VCARD\nFN:a\nEND:VCARD\n"])
def test_endless_lists_are_refused(row: str) -> None:
    with pytest.raises(NotRead, match="höchstens 20000"):
        parsed(("" if "FN" in row else "Name;Ort\n") + row * (MOST_ROWS + 2))


def test_a_line_of_columns_only_is_no_row() -> None:
    found = parsed("Name;Ort\n" + ";" * 5000 + "\nA;B\n")
    assert [row.cells for row in found.rows] == [("A", "B")]
    assert "mehr Spalten" in found.unreadable[0].reason


def test_missing_files_folders_and_devices_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotRead, match="gibt es nicht"):
        incoming.read(tmp_path / "fehlt.csv")
    with pytest.raises(NotRead, match="keine Datei"):
        incoming.read(tmp_path)
    with pytest.raises(NotRead):
        incoming.read(Path("x\0y"))
    if Path("/dev/zero").exists():
        with pytest.raises(NotRead, match="keine Datei"):
            incoming.read(Path("/dev/zero"))


PIECES = st.sampled_from(
    [
        *("BEGIN:VCARD\n", "END:VCARD\n", "FN:", "TEL;HOME:", "AGENT:\n", "\\", " ", "sep=,\n"),
        *("N;ENCODING=QUOTED-PRINTABLE;CHARSET=x:=C3=\n", "ADR;TYPE=work:", "item1.X-ABLabel:x\n"),
        *("Name;", '"', ";", ",", "\n", "\r\n", "=", "ä", "@", "\ufeff", "\0"),
    ]
)


@given(st.binary(max_size=300) | st.lists(PIECES, max_size=40).map(lambda p: "".join(p).encode()))
@settings(max_examples=300, deadline=None)
def test_no_bytes_whatever_make_it_stumble(data: bytes) -> None:
    try:
        found = parsed(data)
    except NotRead as refused:
        assert "nichts übernommen" in str(refused)
        return
    assert len(set(found.heads)) == len(found.heads)
    assert all(len(row.cells) == len(found.heads) for row in found.rows)
    assert "\0" not in str(found.rows)
    list(matching.records(found, matching.proposed(found)))


# Address cards


def test_an_old_phone_writes_quoted_printable_in_its_own_charset() -> None:
    text = (
        "BEGIN:VCARD\r\nVERSION:2.1\r\n"
        "N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Gr=F6=DFe;=C4n=\r\nne\r\n"
        "ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Kita =C3=9Cbermut\r\n"
        "TITLE:Leitung\\; Haus\r\n"
        "TEL;HOME;VOICE:geheim\r\nTEL;WORK;FAX:1\r\nTEL;WORK;VOICE:0999 1\r\n"
        "ADR;WORK;ENCODING=QUOTED-PRINTABLE:;;Weg 1=0D=0AHof;Musterort;;12345;\r\n"
        "PHOTO;ENCODING=BASE64;JPEG:\r\n QUJDREVG\r\n R0hJ\r\n\r\n"
        "BDAY:19800101\r\nEND:VCARD\r\n"
    )
    found = parsed(text.encode("ascii"))
    record = understood(text)[0]
    assert record.name == "Änne Größe"
    assert record.organisation == "Kita Übermut"
    assert record.funktion == "Leitung; Haus"
    assert record.telefon == "0999 1"
    assert record.anschrift == "Weg 1\nHof\n12345 Musterort"
    assert found.left == ("Fotos", "Geburtstag")
    assert not found.unreadable


def test_a_card_with_nothing_but_the_name_of_a_firm_is_no_person() -> None:
    names = ["Dümmy GmbH", "Lesefreunde e. V.", "Lesefreunde e.V.", "Anna Klage", "Ag Meyer"]
    text = "".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEND:VCARD\n" for name in names)
    found = understood(text)
    assert [one.organisation for one in found] == [*names[:3], "", ""]
    assert [one.name for one in found] == ["", "", "", *names[3:]]


def test_groups_labels_and_folded_lines_of_an_apple_address_book() -> None:
    text = (
        "BEGIN:VCARD\nVERSION:3.0\nN:Erfunden;Erika;;Dr.;\nFN:Dr. Erika Erf\n unden\n"
        "ORG:Kita Probe;Gruppe Bären\nitem1.EMAIL;type=INTERNET:geheim@x.example\n"
        "item1.X-ABLabel:_$!<Home>!$_\nitem2.EMAIL;type=INTERNET:e@probe.example\n"
        "item2.X-ABLabel:_$!<Work>!$_\nTEL;type=CELL:geheim\nTEL:0999 1\n"
        'ADR;TYPE="work,pref";LABEL="a:b;c":;;Weg 1;Musterort;;12345;\n'
        "NOTE:mag Tee\\nund Kuchen\nEND:VCARD\n"
    )
    found = understood(text)[0]
    assert found.name == "Dr. Erika Erfunden"
    assert found.funktion == "Gruppe Bären"
    assert (found.mail, found.telefon) == ("e@probe.example", "0999 1")
    assert found.anschrift == "Weg 1\n12345 Musterort"


def test_the_newest_version_and_organisations() -> None:
    text = (
        "BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Zoo Probe\nTEL;VALUE=uri;TYPE=work:tel:+49-999\n"
        "EMAIL:mailto:zoo@probe.example\nURL:https://zoo.example/a;b\nEND:VCARD\n"
        "begin:vcard\nversion:4.0\nfn:Max Muster\norg:Zoo Probe\nend:vcard\n"
    )
    zoo, person = understood(text)
    assert (zoo.name, zoo.organisation, zoo.telefon) == ("", "Zoo Probe", "+49-999")
    assert (zoo.mail, zoo.web) == ("zoo@probe.example", "https://zoo.example/a;b")
    assert (person.name, person.organisation) == ("Max Muster", "Zoo Probe")


def test_a_fold_that_cuts_a_character_in_two_is_mended() -> None:
    whole = "BEGIN:VCARD\r\nFN:Größe\r\nEND:VCARD\r\n".encode()
    cut = whole.replace("ö".encode(), b"\xc3\r\n \xb6")
    assert understood(cut)[0].name == "Größe"


def test_broken_cards_are_listed_and_the_others_are_read() -> None:
    text = (
        "BEGIN:VCARD\nFN:Offen\nBEGIN:VCARD\nFN:Ganz\nUnsinn ohne Sinn\nEND:VCARD\n"
        "FN:Verirrt\nBEGIN:VCARD\nFN:Auch offen\n"
    )
    found = parsed(text)
    assert [record.name for record in understood(text)] == ["Ganz"]
    assert [one.line for one in sorted(found.unreadable, key=lambda one: one.line)] == [1, 5, 7, 8]


@pytest.mark.parametrize("umlaut", ["Ä", "ä" * 60])
def test_cards_of_another_library_are_read(umlaut: str) -> None:
    card = vobject.vCard()
    card.add("fn").value = f"{umlaut}nne; Größe, M."
    card.add("n").value = vobject.vcard.Name(family=f"Größe; {umlaut}", given="Änne")
    card.add("org").value = ["Kita, Über;mut", "Gruppe"]
    card.add("adr").value = vobject.vcard.Address("Weg 1", "Musterort", "", "12345", "")
    card.adr.type_param = "WORK"
    tel = card.add("tel")
    tel.value, tel.type_param = "0999 1", ["WORK", "VOICE"]
    card.add("note").value = "mag\nTee"
    found = understood(card.serialize())[0]
    assert found.name == f"{umlaut}nne; Größe, M."
    assert (found.organisation, found.funktion) == ("Kita, Über;mut", "Gruppe")
    assert (found.telefon, found.anschrift) == ("0999 1", "Weg 1\n12345 Musterort")


def test_what_this_program_writes_it_reads(book: Workbook) -> None:
    zoo = book.cards.add(
        "partner",
        {
            "name": "Zoo; Übermut, e. V.",
            "anschrift": "Weg 1\n12345 Musterort",
            "telefon": "0999",
            "mail": "zoo@probe.example",
            "web": "https://zoo.example",
        },
    )
    person = {"name": "Dr. Änne von der Mühle", "partner": [zoo.id], "funktion": "Leitung"}
    book.cards.add("contact", person)
    first, second = understood(contacts.as_vcf(book))
    assert first == Understood(
        *(1, "", "Zoo; Übermut, e. V.", "", "zoo@probe.example", "0999"),
        *("Weg 1\n12345 Musterort", "https://zoo.example"),
    )
    assert (second.name, second.organisation, second.funktion) == (
        "Dr. Änne von der Mühle",
        "Zoo; Übermut, e. V.",
        "Leitung",
    )
    assert len(vcards.HEADS) == len(set(vcards.HEADS))
