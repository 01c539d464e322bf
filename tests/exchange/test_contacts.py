"""Partners and contacts for address books, read back with a library that did not write them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from gartenjahr_tui.cli import main as cli
from gartenjahr_tui.exchange import contacts, incoming, matching
from gartenjahr_tui.garden.opening import open_garden
from gartenjahr_tui.guide.model import Guide
from gartenjahr_tui.outlet import WorkProgress
from gartenjahr_tui.store import paths as places
from gartenjahr_tui.workbook.names import address_parts

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook


def read(data: bytes) -> list[Any]:
    """What another program reads."""
    return list(vobject.readComponents(data.decode("utf-8")))


@pytest.fixture
def garden(book: Workbook) -> Workbook:
    kita = book.cards.add(
        "partner",
        {
            "name": "Kita Übermut; Süd, e. V.",
            "kategorie": "kita",
            "anschrift": "Hintereingang\nÄpfelgasse 3\n53604 Bad Honnef",
            "telefon": "02224 123-45",
            "mail": "kita@beispiel.example",
            "web": "https://kita.example/a;b",
            "vertrauen_notiz": "Geheimes",
            "kann_nicht": "Geheimes",
        },
    )
    book.cards.add(
        "contact",
        {
            "name": "Dr. Änne von der Mühle",
            "partner": [kita.id],
            "funktion": "Leitung; Gruppe „Bären“",
            "telefon": "02224 123-46",
            "mail": "muehle@beispiel.example",
            "quelle": "Geheimes",
            "notiz": "Geheimes",
        },
    )
    return book


def test_a_partner_is_an_organisation(garden: Workbook) -> None:
    kita, _ = read(contacts.as_vcf(garden))
    assert kita.version.value == "3.0"
    assert kita.fn.value == "Kita Übermut; Süd, e. V."
    assert kita.org.value == ["Kita Übermut; Süd, e. V."]
    assert kita.categories.value == ["Kita"]
    assert (kita.tel.value, kita.email.value) == ("02224 123-45", "kita@beispiel.example")
    assert kita.url.value == "https://kita.example/a;b"
    address = kita.adr.value
    assert address.street in ("Hintereingang, Äpfelgasse 3", ["Hintereingang", "Äpfelgasse 3"])
    assert (address.code, address.city) == ("53604", "Bad Honnef")


def test_a_contact_is_a_person_at_an_organisation(garden: Workbook) -> None:
    _, person = read(contacts.as_vcf(garden))
    assert person.fn.value == "Dr. Änne von der Mühle"
    name = person.n.value
    assert (name.family, name.given, name.prefix) == ("von der Mühle", "Änne", "Dr.")
    assert person.org.value == ["Kita Übermut; Süd, e. V."]
    assert person.title.value == "Leitung; Gruppe „Bären“"
    assert person.email.value == "muehle@beispiel.example"


def test_only_official_data_goes_out(garden: Workbook) -> None:
    assert "Geheim" not in contacts.as_vcf(garden).decode()


def test_deleted_ones_and_the_partner_that_is_gone_stay_here(garden: Workbook) -> None:
    garden.cards.delete(garden.cards.of("partner")[0].id)
    (person,) = read(contacts.as_vcf(garden))
    assert "org" not in person.contents


def test_uids_and_bytes_stay_the_same(garden: Workbook) -> None:
    first = contacts.as_vcf(garden)
    assert contacts.as_vcf(garden) == first
    uids = [card.uid.value for card in read(first)]
    garden.cards.set(garden.cards.of("contact")[0].id, name="Anne Müller")
    assert [card.uid.value for card in read(contacts.as_vcf(garden))] == uids


def test_a_card_with_a_name_alone_can_be_read(book: Workbook) -> None:
    book.cards.add("contact", {"name": "Ömer"})
    (person,) = read(contacts.as_vcf(book))
    assert (person.fn.value, person.n.value.family) == ("Ömer", "Ömer")


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("Gasse 3\n53604 Bad Honnef", ("Gasse 3", "53604", "Bad Honnef")),
        ("Gasse 3, 53604 Bad Honnef", ("Gasse 3", "53604", "Bad Honnef")),
        ("Gasse 3\n\nD-53604 Bad Honnef\nBayern", ("Gasse 3, Bayern", "53604", "Bad Honnef")),
        ("Im Rathaus, zweiter Stock", ("Im Rathaus, zweiter Stock", "", "")),
    ],
)
def test_addresses_are_taken_apart_and_nothing_is_lost(
    address: str, parts: tuple[str, str, str]
) -> None:
    assert address_parts(address) == parts


@given(st.text(alphabet="aä€𝄞 ,;\\\n", min_size=1, max_size=300))
def test_any_text_is_folded_and_escaped_so_that_it_comes_back(text: str) -> None:
    line = contacts.folded_line(f"NOTE:{contacts.escaped(text)}")
    assert max(map(len, line.split(b"\r\n"))) <= 75
    for piece in line.split(b"\r\n"):
        piece.decode("utf-8")
    card = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:x\r\nN:x;;;;\r\n" + line + b"END:VCARD\r\n"
    assert read(card)[0].note.value == text


def test_the_command_says_what_is_in_and_writes(
    tmp_path: Path, guide: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    book = open_garden(guide, places.find(None))
    book.cards.add("partner", {"name": "Kita Übermut"})
    book.close()
    file = tmp_path / "kontakte.vcf"
    assert cli.main(["kontakte", str(file)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Das steht drin\n  - Partner (1)\n  - jeweils Name")
    assert "Das bleibt hier\n  - Notizen" in told
    assert [card.fn.value for card in read(file.read_bytes())] == ["Kita Übermut"]


def test_somebody_at_two_places_belongs_to_both_here_and_in_another_garden(book: Workbook) -> None:
    places = [book.cards.add("partner", {"name": name}).id for name in ("Kita Nord", "Elternrat")]
    book.cards.add("contact", {"name": "Ida Öz", "partner": places})
    written = contacts.as_vcf(book)
    assert b"ORG:Kita Nord\r\nORG:Elternrat\r\n" in written
    found = incoming.parsed(written, "kontakte.vcf", WorkProgress())
    ida = list(matching.records(found, matching.proposed(found)))[-1]
    assert (ida.name, ida.organisation, ida.more) == ("Ida Öz", "Kita Nord", ("Elternrat",))
