"""Letters: each to whom it is meant for, with the reason that was noted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from gartenjahr_tui.outlet import UNHEARD
from gartenjahr_tui.reports.document import (
    Look,
    Paragraph,
    Signatures,
    Table,
    WritingSpace,
)
from gartenjahr_tui.reports.letters import INVITATION, THANKS
from gartenjahr_tui.reports.outlets import outlet_of
from tests.reports.garden_of_secrets import document_of, plant_all, said

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card
    from tests.conftest import Clock


def thank(book: Workbook, **value: Any) -> Card:
    return book.cards.add("thanks", {"wofuer": "Hat Kuchen gebacken", **value})


def paragraphs(document: Any) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def test_a_letter_greets_by_name_and_gives_the_noted_reason(book: Workbook) -> None:
    contact = book.cards.add("contact", {"name": "Erna Erfunden (Vertretung)"})
    card = thank(book, personen=[contact.id], worte="So saftig!")
    document = document_of(THANKS, book, card.id)
    assert document.letter
    assert "22. November 2026" in document.subtitle
    texts = paragraphs(document)
    assert texts[0] == "Guten Tag Erna Erfunden,"
    assert Paragraph("Hat Kuchen gebacken", Look.QUOTE) in document.blocks
    assert "So saftig!" in texts
    # Whoever gets it knows no book of thanks and no garden.
    assert "Dankbuch" not in said(document)
    assert "Garten" not in said(document)
    assert isinstance(document.blocks[-1], Signatures)


def test_several_people_are_all_greeted(book: Workbook) -> None:
    card = thank(book, personen=["Erna Erfunden", "Beispiel, Bernd"])
    first = paragraphs(document_of(THANKS, book, card.id))[0]
    assert first == "Guten Tag Erna Erfunden,\nGuten Tag Bernd Beispiel,"


@pytest.mark.parametrize("people", [[], ["drei Jugendliche"], ["Erna Erfunden", "die Küche"]])
def test_nobody_is_greeted_by_a_name_that_is_none(book: Workbook, people: list[str]) -> None:
    card = thank(book, personen=people)
    assert paragraphs(document_of(THANKS, book, card.id))[0] == "Guten Tag,"


def test_without_a_reason_there_is_room_for_one(book: Workbook) -> None:
    card = thank(book, wofuer="", personen=["Erna Erfunden"])
    document = document_of(THANKS, book, card.id)
    assert any(isinstance(block, WritingSpace) for block in document.blocks)
    assert "None" not in said(document)


def test_all_open_thanks_make_a_letter_each(book: Workbook) -> None:
    for number in range(3):
        thank(book, wofuer=f"Grund {number}")
    thank(book, wofuer="Schon gesagt", stand="erledigt", am="2026-05-01")
    document = document_of(THANKS, book, "offen")
    assert len(document.parts) == 3
    # Each letter begins with who writes, and its subject.
    for letter in document.parts:
        assert "22. November 2026" in letter.subtitle
        assert letter.title == document.title
    assert len([b for b in document.blocks if isinstance(b, Signatures)]) == 3
    assert "Schon gesagt" not in said(document)
    assert "Schon gesagt" in said(document_of(THANKS, book, "jahr"))


def test_one_may_choose_all_or_one(book: Workbook, clock: Clock) -> None:
    (ask,) = THANKS.asks
    assert not ask.options(book)
    card = thank(book, personen=["Erna Erfunden"])
    options = {option.id: option.label for option in ask.options(book)}
    assert list(options) == ["offen", "jahr", card.id]
    assert options[card.id] == "Hat Kuchen gebacken (Erna Erfunden)"
    book.cards.set(card.id, stand="erledigt", am="2025-01-01")
    assert [option.id for option in ask.options(book)] == [card.id]


def test_nothing_else_stands_in_a_letter(book: Workbook) -> None:
    made = plant_all(book)
    text = said(document_of(THANKS, book, made["thanks"].id))
    shown = {"thanks.wofuer", "thanks.worte", "contact.name", "partner.name", "harvest.titel"}
    shown |= {"partner.anschrift"}
    places = {f"{kind}.{id}" for kind, form in book.guide.forms.items() for id in form.fields}
    assert {place for place in places if f"[{place}]" in text} == shown


def test_each_letter_can_be_had_as_a_file_with_a_list_of_addresses(book: Workbook) -> None:
    add = book.cards.add
    kita = add("partner", {"name": "Kita", "anschrift": "Am Park 1\n01067 Musterfeld"}).id
    erna = {
        "name": "Erfunden, Erna",
        "partner": [kita],
        "funktion": "Chefin",
        "mail": "e@k.de",
    }
    thank(book, personen=[add("contact", erna).id])
    thank(book, personen=["drei Jugendliche"])
    thank(book, organisation=[kita])
    outlet = outlet_of(THANKS)
    draft = outlet.draft(book, outlet.choices(book, {}), outlet.usual)
    files = draft.make("einzeln", UNHEARD)
    assert [*files] == [
        *("1-erfunden-erna.docx", "1-erfunden-erna.pdf"),
        *("2-drei-jugendliche.docx", "2-drei-jugendliche.pdf"),
        *("3-kita.docx", "3-kita.pdf", "adressen.csv"),
    ]
    head, *rows = files["adressen.csv"].decode("utf-8-sig").splitlines()
    assert head == "Briefanrede;Name;Funktion;Organisation;Straße;PLZ;Ort;E-Mail"
    assert rows == [
        "Guten Tag Erna Erfunden,;Erna Erfunden;Chefin;Kita;Am Park 1;01067;Musterfeld;e@k.de",
        "Guten Tag,;drei Jugendliche;;;;;;",
        "Guten Tag,;;;Kita;Am Park 1;01067;Musterfeld;",
    ]


def test_guests_can_be_written_to_where_they_are_known(book: Workbook, feast: Card) -> None:
    book.cards.add("contact", {"name": "Beispiel, Bernd", "mail": "bernd@post.example"})
    outlet = outlet_of(INVITATION)
    draft = outlet.draft(book, outlet.choices(book, {"ueber": feast.id}), outlet.usual)
    rows = draft.make("einzeln", UNHEARD)["adressen.csv"].decode().splitlines()
    assert rows[1].startswith("Guten Tag Erna Erfunden,;Erna Erfunden;;Kita (erfunden);")
    assert rows[2].endswith(";bernd@post.example")


@pytest.fixture
def feast(book: Workbook) -> Card:
    guests = [
        {"wer": "Erna Erfunden", "organisation": "Kita (erfunden)", "zusage": "ja"},
        {"wer": "Bernd Beispiel", "zusage": "offen"},
    ]
    return book.cards.add(
        "feast",
        {
            "titel": "Suppenfest",
            "am": "2026-12-10",
            "ort": "Lesecafé",
            "gaeste": guests,
            "aufgaben": [{"aufgabe": "Geheimes Geschenk", "wer": "AM"}],
            "programm": "Suppe und Musik",
        },
    )


def test_the_invitation_says_day_place_programme_and_answer_by(book: Workbook, feast: Card) -> None:
    document = document_of(INVITATION, book, feast.id)
    assert document.title == "Einladung: Suppenfest"
    text = said(document)
    for part in ("10. Dezember 2026", "Lesecafé", "Suppe und Musik", "bis zum 26. November 2026"):
        assert part in text
    assert "Guten Tag," in text
    assert "Geheimes Geschenk" not in text


def test_guests_are_listed_only_when_asked_for_and_on_a_page_of_their_own(
    book: Workbook, feast: Card
) -> None:
    assert "Erna Erfunden" not in said(document_of(INVITATION, book, feast.id))
    document = document_of(INVITATION, book, feast.id, "gaeste")
    letter, guests = document.parts
    assert "Erna Erfunden" not in said(letter)
    assert guests.foot == "Dieses Blatt bleibt in der Bibliothek."
    table = document.blocks[-1]
    assert isinstance(table, Table)
    assert table.rows[0] == ("Erna Erfunden", "Kita (erfunden)", "ja")
    assert "2 Gäste: 1 mit Zusage, 0 mit Absage, 1 noch offen." in said(document)


def test_what_is_not_settled_can_be_written_by_hand(book: Workbook) -> None:
    feast = book.cards.add("feast", {})
    document = document_of(INVITATION, book, feast.id)
    assert document.title == "Einladung zum Erntefest"
    assert "____" in said(document)
    assert "None" not in said(document)


def test_no_answer_is_asked_for_by_a_day_that_is_over(book: Workbook, feast: Card) -> None:
    book.cards.set(feast.id, am="2026-11-25")
    text = said(document_of(INVITATION, book, feast.id))
    assert "bis zum ____" in text


def test_the_next_feast_is_offered_first(book: Workbook, feast: Card) -> None:
    book.cards.add("feast", {"titel": "Früheres", "am": "2025-10-01"})
    book.cards.add("feast", {"titel": "Fernes", "am": "2027-10-01"})
    (ask,) = INVITATION.asks
    labels = [option.label for option in ask.options(book)]
    assert [label.split()[0] for label in labels] == ["Suppenfest", "Fernes", "Früheres"]
