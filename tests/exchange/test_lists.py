"""Lists as librarians have them: of schools, clubs, kitas, and of what Excel made of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gartenjahr_tui.exchange import import_preview, importing, incoming, matching
from gartenjahr_tui.exchange.importing import Plan, Treatment
from gartenjahr_tui.exchange.matching import Understood
from gartenjahr_tui.exchange.rows import Incoming, NotRead
from gartenjahr_tui.outlet import WorkProgress

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook


def parsed(text: str | bytes, name: str = "liste.csv") -> Incoming:
    data = text.encode() if isinstance(text, str) else text
    return incoming.parsed(data, name, WorkProgress())


def understood(text: str | bytes) -> list[Understood]:
    found = parsed(text)
    return list(matching.records(found, matching.proposed(found)))


def asides(text: str | bytes) -> list[str]:
    return [sentence for record in understood(text) for sentence in record.aside]


def planned(book: Workbook, text: str | bytes, **options: Any) -> Plan:
    found = parsed(text)
    return importing.plan(book, found, matching.proposed(found), **options)


def take(book: Workbook, text: str | bytes, treatment: Treatment = Treatment.SKIP) -> None:
    plan = planned(book, text)
    importing.take(book, plan, importing.deeds(book, plan, treatment))


def seen(book: Workbook, text: str | bytes, treatment: Treatment = Treatment.SKIP) -> str:
    """The whole preview."""
    plan = planned(book, text)
    wanted = importing.deeds(book, plan, treatment)
    return "\n".join(import_preview.preview(book, plan, wanted, treatment).lines())


def cards(book: Workbook, kind: str) -> dict[str, dict[str, Any]]:
    """Name → the other fields, links by name."""
    found = {}
    for card in book.cards.of(kind):
        value = {id: part for id, part in card.value.items() if id not in ("name", "quelle")}
        if "partner" in value:
            value["partner"] = [book.cards.name(id) for id in value["partner"]]
        found[book.cards.title(card)] = value
    return found


# What Outlook writes

OUTLOOK_HEADS = (
    "Anrede;Vorname;Weitere Vornamen;Nachname;Suffix;Firma;Abteilung;Position;"
    "Straße geschäftlich;Ort geschäftlich;Postleitzahl geschäftlich;Straße privat;Ort privat;"
    "Telefon geschäftlich;Telefon (privat);Mobiltelefon;Beruf;E-Mail-Adresse;"
    "E-Mail: Angezeigter Name;Geburtstag;Notizen;Ort;Partner;Privat;Vertraulichkeit;Webseite\n"
)


def outlook(**said: str) -> str:
    heads = OUTLOOK_HEADS.strip().split(";")
    assert set(said) <= set(heads)
    return OUTLOOK_HEADS + ";".join(said.get(head, "") for head in heads) + "\n"


def test_the_spouse_in_outlooks_column_partner_is_no_organisation(book: Workbook) -> None:
    row = {"Vorname": "Cem", "Nachname": "Öz", "Partner": "Sabine Geheim", "Ort": "Ferienhaus"}
    take(book, outlook(**row, Beruf="Bäcker"))
    assert cards(book, "contact") == {"Cem Öz": {}}
    assert cards(book, "partner") == {}
    few = "Vorname,Nachname,Firma,E-Mail-Adresse,Partner\nErika,Öz,,e@amt.example,Max Geheim\n"
    assert [record.organisation for record in understood(few)] == [""]


def test_what_outlook_calls_ort_and_beruf_is_no_address_and_no_function() -> None:
    found = understood(outlook(Vorname="Cem", Nachname="Öz", Ort="Raum 7", Beruf="Bäcker"))[0]
    assert (found.anschrift, found.funktion) == ("", "")


@pytest.mark.parametrize(
    "mark", [{"Privat": "Ein"}, {"Privat": "Aus", "Vertraulichkeit": "Privat"}]
)
def test_a_contact_marked_private_stays_out_and_is_named(
    book: Workbook, mark: dict[str, str]
) -> None:
    text = outlook(Vorname="Cem", Nachname="Öz", Firma="Kita", **mark)
    take(book, text)
    assert cards(book, "contact") == cards(book, "partner") == {}
    assert "Zeile 2: „Cem Öz“: als privat gekennzeichnet" in seen(book, text)
    normal = outlook(Vorname="Cem", Nachname="Öz", Privat="Aus", Vertraulichkeit="Normal")
    assert [record.name for record in understood(normal)] == ["Cem Öz"]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16"])
def test_the_whole_of_outlook_in_every_encoding(encoding: str) -> None:
    row = {"Anrede": "Frau", "Vorname": "Änne", "Nachname": "Großmüller", "Firma": "Kita Löwe"}
    row |= {"Position": "Leitung", "Straße geschäftlich": "Gänseweg 3", "Ort geschäftlich": "Köln"}
    row |= {"Postleitzahl geschäftlich": "50667", "Telefon geschäftlich": "0221 10"}
    row |= {"Mobiltelefon": "geheim", "Geburtstag": "1.2.1980", "E-Mail-Adresse": "a@kita.example"}
    found = understood(outlook(**row).encode(encoding))
    assert found == [
        Understood(
            *(2, "Änne Großmüller", "Kita Löwe", "Leitung", "a@kita.example", "0221 10"),
            *("Gänseweg 3\n50667 Köln", ""),
        )
    ]


def test_outlook_with_commas_and_a_note_of_several_lines() -> None:
    heads = OUTLOOK_HEADS.strip().split(";")
    row = {"Vorname": "Jörg", "Nachname": "Weiß", "Notizen": "mag\nTee", "Straße privat": "geheim"}
    quoted = (",".join(f'"{part}"' for part in line) for line in (heads, map(_of(row), heads)))
    found = understood("\r\n".join(quoted))
    assert [(one.name, one.anschrift) for one in found] == [("Jörg Weiß", "")]


def _of(row: dict[str, str]) -> Callable[[str], str]:
    return lambda head: row.get(head, "")


THUNDERBIRD = (
    "Vorname,Nachname,Anzeigename,Spitzname,Primäre E-Mail-Adresse,Sekundäre E-Mail-Adresse,"
    "Messenger-Name,Telefon dienstlich,Telefon privat,Fax-Nummer,Pager-Nummer,Mobiltelefon-Nr.,"
    "Privat: Adresse,Privat: Ort,Privat: PLZ,Dienstlich: Adresse,Dienstlich: Adresse 2,"
    "Dienstlich: Ort,Dienstlich: PLZ,Arbeitstitel,Abteilung,Organisation,Webseite 1,Geburtsjahr\n"
    'Änne,Großmüller,"Großmüller, Änne",,a@kita.example,,,0221/1,,,,,Heimweg 1,Köln,,Gänseweg 3,,'
    "Köln,50000,Leitung,,Kita Löwe,,\n,,Verteiler Kultur,,v@stadt.example"
    + "," * 19
    + "\n,,,,nur@stadt.example"
    + "," * 19
    + "\n"
)


def test_the_address_book_of_thunderbird_in_german(book: Workbook) -> None:
    first, second, _ = understood(THUNDERBIRD)
    assert first == Understood(
        *(2, "Änne Großmüller", "Kita Löwe", "Leitung", "a@kita.example", "0221/1"),
        *("Gänseweg 3\n50000 Köln", ""),
    )
    assert (second.name, second.mail) == ("Verteiler Kultur", "v@stadt.example")
    unread = planned(book, THUNDERBIRD).unreadable
    assert [(one.line, one.reason) for one in unread] == [(4, "Es steht kein Name darin.")]


def test_google_as_it_writes_today() -> None:
    text = (
        "First Name,Middle Name,Last Name,Name Prefix,Organization Name,Organization Title,Notes,"
        "Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,"
        "Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Label,"
        "Address 1 - Formatted,Address 1 - Street,Website 1 - Label,Website 1 - Value\n"
        "Änne,Maria,Großmüller,Dr.,Kita Löwe,Leitung,geheim,* myContacts ::: Freunde,* Home,"
        "privat@post.example,Work,amt@kita.example,Mobile,'+49 170 1,Work,+49 221 1 ::: +49 221 2,"
        'Home,"Heimweg 1\n50000 Köln\nDE",Heimweg 1,,\n'
        + ",,,,Bürgerverein Süd,,,* myContacts"
        + "," * 13
        + "\n"
    )
    first, second = understood(text)
    assert (first.name, first.organisation) == ("Dr. Änne Maria Großmüller", "Kita Löwe")
    assert (first.mail, first.telefon, first.anschrift) == ("amt@kita.example", "+49 221 1", "")
    assert (second.name, second.organisation) == ("", "Bürgerverein Süd")


# Names


def test_a_form_of_address_is_no_part_of_the_name(book: Workbook) -> None:
    book.cards.add("contact", {"name": "Änne Muster"})
    plan = planned(book, "Anrede;Vorname;Nachname;Titel\nFrau;Änne;Muster;\nFrau Dr.;Ida;Öz;Dr.\n")
    assert [entry.name for entry in plan.entries] == ["Änne Muster", "Dr. Ida Öz"]
    assert [entry.line for entry in plan.twins] == [2]
    assert [record.name for record in understood("Name\nFrau Änne Muster\nFrau Muster\n")] == [
        "Änne Muster",
        "Frau Muster",
    ]


def test_a_display_name_alone_is_a_name() -> None:
    text = "Vorname,Nachname,Anzeigename,Primäre E-Mail-Adresse\n,,Verteiler Kultur,k@x.example\n"
    assert [record.name for record in understood(text)] == ["Verteiler Kultur"]
    both = "Vorname;Nachname;Anzeigename\nIda;Öz;Öz, Ida\n"
    assert [record.name for record in understood(both)] == ["Ida Öz"]


def test_middle_names_and_what_stands_behind_a_name_stay() -> None:
    text = "First Name,Middle Name,Last Name,Name Suffix\nAnna-Lena,K.,Muster,M.A.\n"
    assert [record.name for record in understood(text)] == ["Anna-Lena K. Muster M.A."]


def test_a_name_with_a_comma_stays_as_it_is() -> None:
    found = understood('Name;Organisation\n"Müller, Anna";Kita\n"von der Höh, Dr. Ute";Amt\n')
    assert [record.name for record in found] == ["Müller, Anna", "von der Höh, Dr. Ute"]


def test_two_of_one_name_at_two_places_are_two(book: Workbook) -> None:
    text = "Name;Firma;E-Mail\nAnna Müller;Kita Nord;a@nord.example\n"
    take(book, text + "Anna Müller;Sportamt;anna@sport.example\n")
    found = [book.cards.name(c.value["partner"][0]) for c in book.cards.of("contact")]
    assert sorted(found) == ["Kita Nord", "Sportamt"]
    # At the same place, or without one, it is the same person.
    assert [entry.line for entry in planned(book, text).twins] == [2]
    assert len(planned(book, "Name\nAnna Müller\n").twins) == 1
    moved = "Name;Firma;E-Mail\nAnna Müller;Bauhof;a@nord.example\n"
    assert len(planned(book, moved).twins) == 1


def test_two_cards_of_one_name_are_two_people(book: Workbook) -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nN:Müller;Anna;;;\nFN:Anna Müller\nORG:{}\nEND:VCARD\n"
    take(book, card.format("Kita Nord") + card.format("Sportamt"))
    assert len(book.cards.of("contact")) == 2


@pytest.mark.parametrize(
    "head",
    ["Ansprechpartner/in", "Ansprechpartner:in", "AnsprechpartnerIn", "Ansprechpartner*in"],
)
def test_whoever_is_to_be_asked_is_a_person(book: Workbook, head: str) -> None:
    take(book, f"Verein;{head};E-Mail\nTurnverein;Jürgen Muster;tv@x.example\n".encode("cp1252"))
    assert cards(book, "contact") == {
        "Jürgen Muster": {"partner": ["Turnverein"], "mail": "tv@x.example"}
    }


# Lists of offices

NRW = (
    "Schulnummer;Schulform;Schulbezeichnung_1;Schulbezeichnung_2;Kurzbezeichnung;PLZ;Ort;Strasse;"
    "Telefonvorwahl;Telefon;Faxvorwahl;Fax;E-Mail;Homepage;Rechtsform\n"
    "100001;02;Gänsewegschule;Städt. Grundschule;Musterort, GS;48000;Musterort;Gänseweg 3;"
    "05900;4711;05900;4712;100001@schule.example;www.gans.example;1\n"
)
MV = (
    "Allgemein bildende Schulen;;;;;;;;;\nSchuljahr 2026/27;;;;;;;;;\n\n"
    "Dst-Nr.:;Schulart/ Org.form;Schulname;Schulleitung;Straße, Haus-Nr.;Plz;Ort;Telefon;Telefax;"
    "E-Mail\n7512;GS;Grundschule am Park;Muster, Petra;Parkweg 1;18000;Probstadt;0380 1;0380 2;"
    "gs@park.example\n"
)
HAMBURG = (
    "schul_id,schulname,adresse_strasse_hausnr,adresse_ort,schul_telefonnr,schul_email,"
    "schul_homepage,name_schulleiter,schulform\n"
    "5001-0,Schule am Deich,Deichweg 1,20000 Hamburg,+49 40 1,d@hh.example,d.example,"
    "Ina Deich,Grundschule\n"
)
BERLIN = (
    "bsn;Schulname;Schulart;Träger;Straße;Hausnr.;PLZ;Ort;Telefon\n"
    "01A01;Grundschule am Fluss;Grundschule;öffentlich;Uferweg;7;10000;Berlin;030 1\n"
)
SAXONY = "Name;Schulart;Straße;PLZ;Ort;Telefon\nSchule Probe;Oberschule;Weg 1;01067;Ort;0350 1\n"
CLUBS = (
    "Vereinsname;1. Vorsitzende(r);Ansprechpartner;Straße/Haus-Nr.;PLZ/Ort;Tel.-Nr.\n"
    "Heimatverein;Petra Schmitz;Karl Ott;Dorfstr. 1;48000 Musterort;05900 1\n"
    "Chorgemeinschaft;Uwe Lang;;;;05900 2\n;Ute Allein;;;;\n"
)
KITAS = (
    "Kindertageseinrichtungen der Stadt\nStand: 1.9.2026\n\n"
    "Einrichtung;Träger;Leitung;Straße, Hausnr.;PLZ Ort;Tel.-Nr.;Mail\n"
    "Kita Löwenzahn;Stadt;Änne Großmüller;Gänseweg 3;50000 Köln;0221 10;kita@x.example\n"
    "Kita Arche;Ev. Kirche;N.N.;Weg 2;50000 Köln;0221 11;arche@x.example\n"
)


@pytest.mark.parametrize(
    ("text", "name", "address", "phone"),
    [
        (NRW, "Gänsewegschule Städt. Grundschule", "Gänseweg 3\n48000 Musterort", "05900 4711"),
        (MV, "Grundschule am Park", "Parkweg 1\n18000 Probstadt", "0380 1"),
        (HAMBURG, "Schule am Deich", "Deichweg 1\n20000 Hamburg", "+49 40 1"),
        (BERLIN, "Grundschule am Fluss", "Uferweg 7\n10000 Berlin", "030 1"),
        (SAXONY, "Schule Probe", "Weg 1\n01067 Ort", "0350 1"),
    ],
)
def test_the_school_lists_of_the_laender_become_schools(
    book: Workbook, text: str, name: str, address: str, phone: str
) -> None:
    take(book, text)
    found = cards(book, "partner")
    assert list(found) == [name]
    assert (found[name]["anschrift"], found[name]["telefon"]) == (address, phone)
    assert found[name]["kategorie"] == "schule"


def test_who_leads_a_school_is_a_person_there_and_its_number_stays_with_the_school(
    book: Workbook,
) -> None:
    take(book, MV)
    assert cards(book, "contact") == {
        "Muster, Petra": {"partner": ["Grundschule am Park"], "funktion": "Schulleitung"}
    }


def test_a_list_of_clubs_keeps_clubs_and_people_apart(book: Workbook) -> None:
    take(book, CLUBS)
    assert cards(book, "contact") == {
        "Karl Ott": {"partner": ["Heimatverein"], "telefon": "05900 1"},
        "Petra Schmitz": {"partner": ["Heimatverein"], "funktion": "Vorsitz"},
        "Uwe Lang": {"partner": ["Chorgemeinschaft"], "funktion": "Vorsitz"},
        "Ute Allein": {"funktion": "Vorsitz"},
    }
    assert cards(book, "partner") == {
        "Heimatverein": {"anschrift": "Dorfstr. 1\n48000 Musterort", "kategorie": "verein"},
        "Chorgemeinschaft": {"telefon": "05900 2", "kategorie": "verein"},
    }


def test_a_person_never_becomes_an_organisation_by_mistake(book: Workbook) -> None:
    plan = planned(book, CLUBS, only_partners=True)
    assert {entry.name for entry in plan.entries} == {"Heimatverein", "Chorgemeinschaft"}
    assert [one.line for one in plan.unreadable] == [4]
    assert any("Petra Schmitz" in one.reason for one in plan.aside)
    people = "Vorname;Nachname;E-Mail\nIda;Öz;i@x.example\n"
    assert planned(book, people, only_partners=True).entries == ()
    mixed = "Name;Firma\nIda Öz;\nTheater am Fluss;\nJo Ek;Bauhof\n"
    names = [entry.name for entry in planned(book, mixed, only_partners=True).entries]
    assert names == ["Theater am Fluss", "Bauhof"]


def test_family_names_like_offices_are_those_of_people(book: Workbook) -> None:
    take(book, "Name\nPetra Amt\nKarl Schule\nHort, Anna\nIda Verein\nUwe Neustadt\nBea Kita\n")
    assert len(cards(book, "contact")) == 6
    take(book, "Name\nKita Löwenzahn\nTheodor-Storm-Grundschule\nDruck und Mehr GmbH\nLese e. V.\n")
    assert len(cards(book, "contact")) == 6
    assert len(cards(book, "partner")) == 4


def test_a_list_of_kitas_under_lines_with_a_title(book: Workbook) -> None:
    take(book, KITAS)
    assert cards(book, "partner") == {
        "Kita Löwenzahn": {
            "anschrift": "Gänseweg 3\n50000 Köln",
            "telefon": "0221 10",
            "mail": "kita@x.example",
        },
        "Kita Arche": {
            "anschrift": "Weg 2\n50000 Köln",
            "telefon": "0221 11",
            "mail": "arche@x.example",
        },
    }
    assert cards(book, "contact") == {
        "Änne Großmüller": {"partner": ["Kita Löwenzahn"], "funktion": "Leitung"}
    }
    assert "Überschriften in Zeile 4" in seen(book, KITAS)
    assert "Bleibt draußen: Träger." in seen(book, KITAS)


LISTS = {
    "Dienststellenschlüssel;Schulart;Name der Dienststelle;Straße;PLZ;Ort;Telefonnummer\n"
    "041;GS;Grundschule Am Bach;Bachstr. 1;70000;Musterstadt;0711 1\n": (
        *("", "Grundschule Am Bach", "0711 1", "Bachstr. 1\n70000 Musterstadt", "schule"),
    ),
    "Schulnr.;Schulname;Straße;PLZ;Ort;Vorwahl;Rufnummer;Ansprechperson der Schule\n"
    "1;GS Heide;Heideweg 1;21000;Ort;04100;12345;Ute Ost\n": (
        *("Ute Ost", "GS Heide", "04100 12345", "Heideweg 1\n21000 Ort", "schule"),
    ),
    "Institution Key;Einrichtung Bezeichnung;PLZ;Ort;Telefon Vorwahl;Telefon Nummer\n"
    "1;Oberschule Probe;1067;Ort;0350;123\n2;GS Zwei;04100;Ort;0340;12\n": (
        *("", "Oberschule Probe", "0350 123", "01067 Ort", ""),
    ),
    "Schul-Nr.;Schulname 1;Schulname 2;Straße Nr.;PLZ;Ort;Telefon 1;Telefon 2\n"
    "1;Grundschule;Am Fluss;Uferstr. 1;55000;Ort;06100 1;06100 2\n": (
        *("", "Grundschule Am Fluss", "06100 1", "Uferstr. 1\n55000 Ort", "schule"),
    ),
    "SNR;Schule;Adresse;PLZ/Ort;Telefon;Mail\n1;GS Weser;Weserweg 1;28000 Ort;0420 1;g@x.de\n": (
        *("", "GS Weser", "0420 1", "Weserweg 1\n28000 Ort", "schule"),
    ),
    "Institution;Kontaktperson Vorname;Kontaktperson Nachname;Kontakt Telefon;Kontakt privat\n"
    "Zoo;Ute;Ost;0250 1;geheim\n": ("Ute Ost", "Zoo", "0250 1", "", ""),
    "Kindertagesstätte;Anschrift;Tel.\nKita Mond;Weg 1, 48000 Ort;0250 1\n": (
        *("", "Kita Mond", "0250 1", "Weg 1, 48000 Ort", "kita"),
    ),
    "Mitgliedsnr.;Anrede;Nachname;Vorname;Verein;Funktion im Verein;Telefon privat\n"
    "1;Frau;Ost;Ute;Chor;Kassenwartin;geheim\n": ("Ute Ost", "Chor", "", "", "verein"),
    '"Name";"Firma";"Telefon"\n"Ute ""Uschi"" Ost";"Verein ""Alte Mühle"" e. V.";"0250; 1"\n': (
        *('Ute "Uschi" Ost', 'Verein "Alte Mühle" e. V.', "0250; 1", "", ""),
    ),
    'Name\tOrganisation\tE-Mail\tAdresse\nUte Ost\tZoo\tu@x.de\t"Weg 1\n48000 Ort"\n': (
        *("Ute Ost", "Zoo", "", "Weg 1\n48000 Ort", ""),
    ),
    "Kita-Liste;;;;\nKita;Ansprechperson;;Adresse;\n;Name;Telefon;Straße;Ort\n"
    "Kita Nord;Ute Ost;0250 1;Weg 1;48000 Ort\n": (
        *("Ute Ost", "Kita Nord", "0250 1", "Weg 1\n48000 Ort", "kita"),
    ),
    "Ute Ost <u@x.example>\nJo Ek <j@x.example>\n": ("Ute Ost", "", "", "", ""),
    "| Name | Tel. dienstlich |\n|---|---|\n| Ute Ost | 0250 1 |\n": (
        *("Ute Ost", "", "0250 1", "", ""),
    ),
    "Vorname;Nachname;Firma;PLZ privat;PLZ geschäftlich;Ort geschäftlich;Telefon privat\n"
    "Ute;Ost;Zoo;geheim;48000;Ort;geheim\n": ("Ute Ost", "Zoo", "", "48000 Ort", ""),
    "Kirchengemeinde;Pfarrer/in;Telefon\nSt. Anna;Ute Ost;0250 1\n": (
        *("Ute Ost", "St. Anna", "0250 1", "", "kirche"),
    ),
    "Vorname;Nachname;Firma;Telefonnummer Arbeit;Telefonnummer Privat;Adresse (Arbeit)\n"
    "Ute;Ost;Zoo;0250 1;geheim;Weg 1\n": ("Ute Ost", "Zoo", "0250 1", "Weg 1", ""),
    "VHS;Leitung;PLZ, Ort;Fon\nVHS Ort;Ute Ost;48000 Ort;0250 1\n": (
        *("Ute Ost", "VHS Ort", "0250 1", "48000 Ort", "bildung"),
    ),
    "Name;Firma;Telefon;Adresse\n[/] Ost;-;k. A.;./.\n": ("[/] Ost", "", "", "", ""),
    "Museum;Direktor/in;Tel.\nStadtmuseum;Ute Ost;0250 1\n": (
        *("Ute Ost", "Stadtmuseum", "0250 1", "", "kultur"),
    ),
    "Nr.;Teilnehmer/in;Institution\n1;Ute Ost;Zoo\n2;;\n": ("Ute Ost", "Zoo", "", "", ""),
    "Verteiler 2026;;;;\n;;;;\n;Kontakt;;Adresse;\nName;Telefon;E-Mail;Straße;Ort\n"
    "Ute Ost;0250 1;u@x.de;Weg 1;48000 Ort\n": ("Ute Ost", "", "0250 1", "Weg 1\n48000 Ort", ""),
}


@pytest.mark.parametrize(("text", "wanted"), LISTS.items(), ids=range(len(LISTS)))
def test_more_lists_as_offices_keep_them(text: str, wanted: tuple[str, ...]) -> None:
    for encoding in ("cp1252", "utf-8-sig", "utf-16-le"):
        found = understood(text.encode(encoding))[0]
        assert "geheim" not in str(found)
        said = (found.name, found.organisation, found.telefon, found.anschrift, found.kind)
        assert said == wanted


def test_a_recipient_of_a_mail_is_a_person_with_an_address(book: Workbook) -> None:
    take(book, "Ute Ost <u@x.example>\n'Jo Ek' <j@x.example>\nZoo e. V. (zoo@x.example)\n")
    assert cards(book, "contact") == {
        "Ute Ost": {"mail": "u@x.example"},
        "Jo Ek": {"mail": "j@x.example"},
    }
    assert cards(book, "partner") == {"Zoo e. V.": {"mail": "zoo@x.example"}}
    found = understood("Initiative;Kontakt\nLesepaten;l@x.example\n")[0]
    assert (found.name, found.organisation, found.mail) == ("", "Lesepaten", "l@x.example")
    both = "Name;E-Mail\nIda Öz;Öz, Ida <i@x.example>\n"
    assert [(one.name, one.mail) for one in understood(both)] == [("Ida Öz", "i@x.example")]


def test_headings_and_sums_within_a_list_are_nobody(book: Workbook) -> None:
    text = (
        "Name;Telefon;E-Mail\nGrundschulen;;\nSchule Nord;0250 1;n@x.example\nName;Telefon;E-Mail\n"
        "Kitas;;\nKita Süd;0250 2;s@x.example\nPetra Stand;;\nGesamt;2;\nStand: 1.9.2026;;\n"
    )
    take(book, text)
    assert {*cards(book, "contact"), *cards(book, "partner")} == {
        *("Schule Nord", "Kita Süd", "Petra Stand")
    }
    assert "Zeile 2: „Grundschulen“: eine Überschrift oder Summe" in seen(book, text)
    assert [one.line for one in planned(book, text).aside] == [2, 4, 5, 8, 9]


@pytest.mark.parametrize("above", ["Kontaktliste 2026;;\n;;\n", "Kontaktliste 2026\n\n"])
def test_heads_below_a_title_are_found(above: str) -> None:
    found = understood(f"{above}Name;Firma;E-Mail\nJürgen Muster;Musikschule;j@m.example\n")
    assert [(one.line, one.name, one.organisation) for one in found] == [
        (4, "Jürgen Muster", "Musikschule")
    ]


def test_a_list_without_heads_loses_nobody() -> None:
    text = "Jürgen Muster;Musikschule;0221 1\nÄnne Muster;Theater;0221 2\n"
    assert understood(text.encode("cp1252")) == [
        Understood(1, "Jürgen Muster", "Musikschule", "", "", "0221 1", "", ""),
        Understood(2, "Änne Muster", "Theater", "", "", "0221 2", "", ""),
    ]


def test_another_row_can_be_the_one_with_the_heads() -> None:
    found = parsed("Aaa;Bbb\nWer;Was\nIda Öz;0221 1\n")
    assert found.head == 1
    assert found.with_head(2).heads == ("Wer", "Was")
    without = found.with_head(0)
    assert without.heads == ("Spalte 1", "Spalte 2")
    assert len(without.rows) == 3
    assert found.head_lines == [0, 1, 2, 3]
    with pytest.raises(NotRead, match="keine Zeile 9"):
        found.with_head(9)


# What Excel does to lists

COUNTRIES = {"": True, "Deutschland": True, "D": True, "Sachsen": True, "Österreich": False}
COUNTRIES |= {"CH": False, "BE": False, "Schweiz": False}


@pytest.mark.parametrize("damaged", ["4,92512E+11", "4.9E+11", "4E+11", "#NV", "#NAME?", "######"])
def test_a_number_that_excel_has_spoilt_is_named_and_not_taken(
    book: Workbook, damaged: str
) -> None:
    text = f"Name;Telefon\nIda Öz;{damaged}\n"
    take(book, text)
    assert cards(book, "contact") == {"Ida Öz": {}}
    assert f"Telefon „{damaged}“" in seen(book, "Name;Telefon\nBea Öz;" + damaged)


def test_what_keeps_excel_from_counting_comes_off() -> None:
    text = 'Name;Telefon;PLZ;Ort\nIda Öz;="0251 4711";="01067";Ort\nJo Ek;"=""030 1""";01067;O\n'
    first, second = understood(text)
    assert (first.telefon, first.anschrift) == ("0251 4711", "01067 Ort")
    assert (second.telefon, second.anschrift) == ("030 1", "01067 O")


@given(
    st.lists(
        st.tuples(st.from_regex(r"[0-9]{4,5}", fullmatch=True), st.sampled_from(sorted(COUNTRIES))),
        min_size=1,
        max_size=8,
    )
)
@settings(max_examples=150, deadline=None)
def test_a_zero_excel_has_dropped_comes_back_and_never_another(
    rows: list[tuple[str, str]],
) -> None:
    text = "Einrichtung;PLZ;Ort;Land\n"
    text += "".join(f"Nr. {n};{code};Ort;{land}\n" for n, (code, land) in enumerate(rows))
    beside_five = any(len(code) == 5 for code, _ in rows)
    for (code, land), found in zip(rows, understood(text), strict=True):
        is_german = COUNTRIES[land] if land else beside_five
        lost = len(code) == 4 and code[0] not in "05" and is_german
        assert found.anschrift == f"{'0' if lost else ''}{code} Ort"
        assert found.mended == ((f"PLZ {code} als 0{code} gelesen",) if lost else ())


def test_the_preview_says_which_codes_got_their_zero_back(book: Workbook) -> None:
    saxony = "Name;Schulart;PLZ;Ort\nA;GS;1067;Dresden\nB;GS;04103;Leipzig\nC;GS;1067;Dresden\n"
    shown = seen(book, saxony)
    assert "Anders gelesen: 2 Angaben\n  Zeilen 2, 4: PLZ 1067 als 01067 gelesen" in shown
    assert "01067 Dresden" in shown
    austria = "Name;Schulart;PLZ;Ort\nA;VS;1010;Wien\nB;VS;8010;Graz\n"
    assert "Anders gelesen" not in seen(book, austria)
    abroad = "Name;Firma;PLZ;Ort;Telefon\nA B;Zoo;1010;Wien;+43 1 2\nC D;Bad;50667;Köln;+49 221\n"
    assert "1010 Wien" in seen(book, abroad)
    assert "Anders gelesen" not in seen(book, abroad)


def test_the_apostrophe_of_our_own_tables_comes_off_again(book: Workbook) -> None:
    take(book, "Name;Partner;Telefon (dienstlich)\nAnna Muster;Kita;'+49 221 1\nJo 't Hooft;;\n")
    assert cards(book, "contact")["Anna Muster"] == {"partner": ["Kita"], "telefon": "+49 221 1"}
    assert "Jo 't Hooft" in cards(book, "contact")


# What is listed is kept or named


def test_an_address_of_a_person_without_an_organisation_is_named(book: Workbook) -> None:
    text = "Name;Straße;PLZ;Ort\nIda Öz;Weg 1;50000;Köln\n"
    shown = seen(book, text)
    assert "Bleibt draußen: eine Angabe" in shown
    assert "Zeile 2: Anschrift: gehört zu einer Organisation, und die steht nicht dabei" in shown


def test_what_an_organisation_in_the_garden_does_not_learn_is_named(book: Workbook) -> None:
    book.cards.add("partner", {"name": "Zoo", "web": "zoo.example"})
    text = "Name;Firma;Straße;Website\nIda Öz;Zoo;Weg 1;zoo.example\nJo Ek;Neu;Weg 2;\n"
    text += "Bo Ek;Neu;Weg 3;\n"
    shown = seen(book, text)
    assert "Zeile 2: Anschrift: „Zoo“ ist schon im Garten und bleibt, wie es ist" in shown
    assert "Zeile 4: Anschrift: bei „Neu“ steht schon etwas anderes" in shown
    assert "Website: „Zoo“" not in shown
    filled = seen(book, text, Treatment.FILL)
    assert "„Zoo“ ist schon" not in filled
    assert "Zoo · Anschrift: Weg 1" in filled
    take(book, text, Treatment.FILL)
    assert cards(book, "partner")["Zoo"] == {"anschrift": "Weg 1", "web": "zoo.example"}


def test_a_second_number_in_a_column_of_its_own_is_named(book: Workbook) -> None:
    text = "Name;Telefon geschäftlich;Telefon geschäftlich 2\nIda Öz;0221 1;0221 2\n"
    assert "Telefon „0221 2“: Nur die erste Angabe kommt mit" in seen(book, text)


def test_private_values_of_google_are_named() -> None:
    text = (
        "First Name,Last Name,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value\n"
        "Ida,Öz,* Home,geheim@x.example,Work,amt@x.example ::: zwei@x.example\n"
    )
    assert understood(text)[0].mail == "amt@x.example"
    assert asides(text) == [
        "E-Mail: eine private Angabe",
        "E-Mail „zwei@x.example“: Nur die erste Angabe kommt mit",
    ]


@pytest.mark.parametrize("head", ["Name", "Firma", "Telefon", "E-Mail", "Adresse", "Funktion"])
def test_a_text_that_is_far_too_long_is_named_and_not_taken(book: Workbook, head: str) -> None:
    text = f"Kürzel;Name;{head}\nx;Ida Öz;{'lang' * 2000}\n"
    text = text if head != "Name" else f"Name\n{'lang' * 2000}\n"
    take(book, text)
    assert not any("langlang" in str(card.value) for card in book.cards.all())
    assert any("länger als" in one.reason for one in planned(book, text).aside)


# Kind, topic, rhythm


def test_kind_topic_and_rhythm_come_along(book: Workbook) -> None:
    take(
        book,
        "Einrichtung;Ansprechpartner;Art;Themenfeld;Rhythmus\n"
        "Löwenzahn;Ida Öz;Kindertagesstätte;Familien;vierteljährlich\n"
        "Zoo;;etwas anderes;;alle 6 Monate\nHof;;Bauernhof;;wenn es passt\nBad;;Verein;;120\n",
    )
    assert cards(book, "partner") == {
        "Löwenzahn": {
            "kategorie": "kita",
            "feld": "familien",
            "hoechst_tage": 90,
            "rhythmus": "vierteljährlich",
        },
        "Zoo": {"kategorie": "sonst", "hoechst_tage": 180, "rhythmus": "alle 6 Monate"},
        "Hof": {"rhythmus": "wenn es passt"},
        "Bad": {"kategorie": "verein", "hoechst_tage": 120},
    }


def test_a_kind_nobody_knows_is_named(book: Workbook) -> None:
    shown = seen(book, "Einrichtung;Art\nHof;Bauernhof\n")
    assert "Art der Organisation „Bauernhof“: keine Art, die der Garten kennt" in shown


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("90", 90),
        ("alle 3 Monate", 90),
        ("monatlich", 30),
        ("zweimal im Jahr", 182),
        ("2x im Jahr", 182),
        ("einmal im Quartal", 90),
        ("jedes Jahr", 365),
        ("alle zwei Wochen", 14),
        ("6 Wochen", 42),
        ("nach Bedarf", 0),
        ("", 0),
        ("0", 0),
        ("99999999", 0),
    ],
)
def test_rhythms_are_understood(text: str, days: int) -> None:
    assert matching.days_of(text)[0] == days


def test_the_kind_is_said_once_for_all_that_are_new(book: Workbook) -> None:
    plan = planned(book, "Einrichtung;Art\nA;\nB;Schule\n")
    usual = {"kategorie": "kita", "hoechst_tage": "90"}
    importing.take(book, plan, importing.deeds(book, plan, usual=usual))
    assert cards(book, "partner") == {
        "A": {"kategorie": "kita", "hoechst_tage": 90},
        "B": {"kategorie": "schule", "hoechst_tage": 90},
    }


def test_our_own_table_of_partners_comes_back_as_partners(book: Workbook) -> None:
    take(
        book,
        "Name;Art der Organisation;Anschrift;Telefon;E-Mail;Website;Längster Abstand (Tage)\n"
        'Zoo;Kultur;"Weg 1\n50000 Köln";0221 1;z@x.example;zoo.example;60\n',
    )
    assert cards(book, "partner")["Zoo"]["hoechst_tage"] == 60
    assert cards(book, "contact") == {}


# Up to date


def test_doubles_are_brought_up_to_date_and_that_can_be_taken_back(book: Workbook) -> None:
    zoo = book.cards.add("partner", {"name": "Zoo", "anschrift": "Alter Weg", "web": "z.example"})
    ida = {"name": "Ida Öz", "telefon": "0221 1", "mail": "i@x.example", "partner": [zoo.id]}
    book.cards.add("contact", ida)
    before = cards(book, "contact"), cards(book, "partner")
    text = "Name;Firma;Telefon;Funktion;Adresse\nIda Öz;Zoo;0221 99;Wartin;Neuer Weg\n"
    shown = seen(book, text, Treatment.UPDATE)
    assert "Ida Öz · Funktion: Wartin · Telefon (dienstlich): 0221 99 statt 0221 1" in shown
    assert "Zoo · Anschrift: Neuer Weg statt Alter Weg" in shown
    take(book, text, Treatment.UPDATE)
    after = cards(book, "contact"), cards(book, "partner")
    assert after[0]["Ida Öz"]["telefon"] == "0221 99"
    assert after[0]["Ida Öz"]["mail"] == "i@x.example"
    assert after[1]["Zoo"] == {"anschrift": "Neuer Weg", "web": "z.example"}
    # What was replaced is a former version, as if somebody had typed over it.
    assert any("0221 1" in str(version.value) for _, version in book.former())
    assert importing.take_back(book).startswith("Zurückgenommen")
    assert (cards(book, "contact")["Ida Öz"]["telefon"], before[0]["Ida Öz"]["telefon"]) == (
        "0221 1",
        "0221 1",
    )
    assert cards(book, "partner") == before[1]


def test_an_import_of_a_former_version_can_still_be_taken_back(book: Workbook) -> None:
    card = book.cards.add("contact", {"name": "Ida Öz", "telefon": "1"})
    kept = {"what": "Einlesen", "new": {}, "filled": {card.id: {"telefon": "1"}}}
    book.remember(importing.LAST, kept, common=True)
    assert importing.take_back(book) == "Zurückgenommen: Einlesen."
    assert cards(book, "contact") == {"Ida Öz": {}}


# Whatever stands in a list

WORDS = st.sampled_from(
    [
        *("Name", "Vorname", "Nachname", "Firma", "Partner", "Leitung", "Art", "Rhythmus"),
        *("Telefon", "Vorwahl", "E-Mail", "Straße", "PLZ/Ort", "Anrede", "Träger", "Schulform"),
        *("Ida Öz", "Öz, Ida", "Kita Nord", "0221 1", "i@x.example", "4,9E+11", '="01067"'),
        *("'+49 1", "", "", "Frau", "alle 3 Monate", "Kita", "x ::: y", "N.N.", "=1+1", "[/]"),
        *("Privat", "Ein"),
    ]
)
ROWS = st.lists(st.lists(WORDS | st.text(max_size=6), max_size=6), min_size=1, max_size=8)


@given(ROWS, st.sampled_from(list(Treatment)), st.booleans())
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_a_list_says_comes_or_is_named(
    book: Workbook, rows: list[list[str]], treatment: Treatment, only_partners: bool
) -> None:
    text = "\n".join(";".join(f'"{c.replace(chr(34), "")}"' for c in row) for row in rows)
    try:
        found = parsed(text)
    except NotRead:
        return
    for line in found.head_lines:
        read = found.with_head(line)
        fields = matching.proposed(read)
        plan = importing.plan(book, read, fields, only_partners=only_partners)
        wanted = importing.deeds(book, plan, treatment)
        shown = import_preview.preview(book, plan, wanted, treatment)
        assert all("\n" not in line for line in shown.lines())
        named = {one.line for one in (*plan.unreadable, *plan.aside)}
        named |= {entry.line for entry in plan.entries}
        assert {row.line for row in read.rows} <= named
