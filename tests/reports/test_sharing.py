"""What partners get to read: all that concerns them, and nothing of what we think of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gartenjahr_tui.garden import library
from gartenjahr_tui.reports.agreement import INTENT
from gartenjahr_tui.reports.document import Look, Paragraph, Signatures, Table, WritingSpace
from gartenjahr_tui.reports.phrases import spelled
from gartenjahr_tui.reports.sharing import MINUTES, PITCH, PROFILE
from tests.reports.garden_of_secrets import composed_of, document_of, plant_all, said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gartenjahr_tui.reports.document import Document
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

OPEN_FIELDS = {
    "steckbrief": {
        *("partnership.titel", "partnership.worum", "partnership.ziele", "partner.name"),
        *("partnership.verantwortlich.name", "partnership.verantwortlich.aufgabe"),
        *("partnership.vertretung", "partnership.kreis.name", "partnership.kreis.beitrag"),
        *("partnership.methoden_notiz", "partnership.meilensteine.was"),
        *("partnership.absprachen.was", "partnership.rollen.aufgabe", "partnership.rollen.person"),
        *("partnership.plan.ziel", "partnership.plan.woran", "partnership.plan.wer"),
        *("partner.telefon", "partner.mail", "partner.web"),
        *("contact.name", "contact.funktion", "contact.telefon", "contact.mail"),
    },
    "absichtserklaerung": {
        *("partnership.titel", "partnership.worum", "partnership.ziele", "partner.name"),
        *("partner.anschrift", "partnership.methoden_notiz", "partnership.zielgruppe"),
        *("partnership.rollen.aufgabe", "partnership.rollen.person", "partnership.austausch"),
        *("partnership.kuendigung", "contact.name", "contact.funktion"),
        *("contact.telefon", "contact.mail"),
    },
    "protokoll": {
        *("encounter.anlass", "encounter.erzaehlt", "encounter.ergebnis_text"),
        *("encounter.schritt", "partner.name", "contact.name", "partnership.titel"),
    },
    "pitch": {
        *("pitch.titel", "pitch.warum", "pitch.geschichte", "pitch.wortlaut"),
        *("pitch.fakten.fakt", "pitch.fakten.quelle", "pitch.fakten.eigene"),
    },
}
"""The fields whose text goes out, by document; no other one does."""

REPORTS = {report.id: report for report in (PROFILE, INTENT, MINUTES, PITCH)}
SUBJECTS = {
    "steckbrief": "partnership",
    "absichtserklaerung": "partnership",
    "protokoll": "encounter",
    "pitch": "pitch",
}


@pytest.fixture
def partnership(book: Workbook) -> Card:
    partner = book.cards.add("partner", {"name": "Kita am Fluss (erfunden)"})
    return book.cards.add("partnership", {"titel": "Vorlesegarten", "partner": [partner.id]})


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


@pytest.mark.parametrize("id", OPEN_FIELDS)
def test_only_what_is_meant_for_partners_goes_out(book: Workbook, id: str) -> None:
    made = plant_all(book)
    every = tuple(part.id for part in REPORTS[id].parts)
    text = said(document_of(REPORTS[id], book, made[SUBJECTS[id]].id, *every))
    places = {
        f"{kind}.{field.id}{column}"
        for kind, form in book.guide.forms.items()
        for field in form.fields.values()
        for column in ([f".{c.id}" for c in field.columns] or [""])
    }
    assert {place for place in places if f"[{place}]" in text} == OPEN_FIELDS[id]


@pytest.mark.parametrize("id", ["steckbrief", "absichtserklaerung", "protokoll"])
def test_states_and_assessments_stay_here(book: Workbook, id: str) -> None:
    made = plant_all(book)
    text = said(document_of(REPORTS[id], book, made[SUBJECTS[id]].id))
    form, partner = book.guide.forms["partnership"], book.guide.forms["partner"]
    states = [("stufen", form), ("wachstum", form), ("entscheidungen", form), ("bild", partner)]
    for field_id, of in states:
        field = of.fields[field_id]
        column = field.column(field.current)
        assert column
        assert not [option.label for option in column.options if option.label in text]
    assert "vertrauen" not in text.casefold()


def test_the_steckbrief_names_who_does_what_until_when(book: Workbook, partnership: Card) -> None:
    book.set_profile(type(book.profile)("Bücherei am Markt (erfunden)"))
    roles = [
        {"aufgabe": "Einladen", "wer": "partner"},
        {"aufgabe": "Raum", "wer": "wir", "person": "AM", "bis": "2026-12-01"},
        {"aufgabe": "Aufräumen", "wer": "gemeinsam"},
    ]
    book.cards.set(partnership.id, rollen=roles)
    (table,) = tables(document_of(PROFILE, book, partnership.id))
    assert table.rows == (
        ("Einladen", "Kita am Fluss (erfunden)", ""),
        ("Raum", "Bücherei am Markt (erfunden) (AM)", "1. Dezember 2026"),
        ("Aufräumen", "gemeinsam", ""),
    )


def test_a_bare_partnership_makes_a_short_and_friendly_steckbrief(
    book: Workbook, partnership: Card
) -> None:
    document = document_of(PROFILE, book, partnership.id)
    text = said(document)
    assert "Kita am Fluss (erfunden)" in text
    assert "None" not in text
    assert not tables(document)
    first = document.blocks[0]
    assert isinstance(first, Paragraph) and first.look is Look.NOTE
    assert "22. November 2026" in first.text


def test_a_part_can_be_left_out(book: Workbook, partnership: Card) -> None:
    book.cards.set(partnership.id, ziele="Mehr Vorlesezeit.")
    assert "Mehr Vorlesezeit." in said(document_of(PROFILE, book, partnership.id))
    assert "Mehr Vorlesezeit." not in said(
        document_of(PROFILE, book, partnership.id, without="ziele")
    )


def test_deleted_partners_and_contacts_are_not_named(book: Workbook, partnership: Card) -> None:
    (partner,) = book.cards.named(partnership, "partner")
    contact = book.cards.add(
        "contact", {"name": "Erna Erfunden", "partner": [partner.id], "telefon": "0000 1"}
    )
    assert "Erna Erfunden" in said(document_of(PROFILE, book, partnership.id))
    book.cards.delete(contact.id)
    assert "Erna Erfunden" not in said(document_of(PROFILE, book, partnership.id))
    book.cards.delete(partner.id)
    text = said(document_of(PROFILE, book, partnership.id))
    assert "Kita am Fluss" not in text
    assert "gelöscht" not in text


def test_ended_partnerships_are_not_offered(book: Workbook, partnership: Card) -> None:
    (ask,) = PROFILE.asks
    assert [option.label for option in ask.options(book)] == ["Vorlesegarten"]
    book.cards.note(partnership.id, "entscheidungen", "beenden")
    assert not ask.options(book)
    assert ask.nothing.endswith(".")


def test_the_letter_of_intent_says_that_it_is_a_template_and_can_be_signed(
    book: Workbook, partnership: Card
) -> None:
    document = document_of(INTENT, book, partnership.id)
    assert "keine Rechtsberatung" in said(document.blocks[0])
    (signatures,) = [block for block in document.blocks if isinstance(block, Signatures)]
    assert signatures.names == ("Unsere Bibliothek", "Kita am Fluss (erfunden)")
    # What nobody has said yet is written by hand, unless one is asked before.
    made = composed_of(INTENT, book, partnership.id)
    assert {
        *("Bibliothek", "Bibliothek, Anschrift", "Ansprechperson der Bibliothek", "Beginn"),
        *("Wer für Kita am Fluss (erfunden) unterschreibt", "Für wen", "Worum es geht"),
        *("Ansprechperson bei Kita am Fluss (erfunden)", "Frist, um sie zu beenden"),
    } <= {place.field.label for place in made.places if place.open}


def test_an_agreement_says_what_both_houses_expect_of_it(book: Workbook) -> None:
    for id, text in {
        **{"name": "Bücherei am Markt", "traeger": "Stadt Musterfeld", "leitung": "A. Malve"},
        **{"vertreten": "B. Rosen, Bürgermeisterin", "mail": "buecherei@musterfeld.example"},
    }.items():
        library.put(book, id, text)
    houses = [book.cards.add("partner", {"name": name}) for name in ("Gartenverein", "Umweltamt")]
    for house, name in zip(houses, ("Erna Erfunden", "Bernd Beispiel"), strict=True):
        value = {"name": name, "partner": [house.id], "mail": f"{name[:5].strip()}@x.example"}
        book.cards.add("contact", value)
    card = book.cards.add(
        "partnership",
        {
            **{"titel": "Lesegarten", "partner": [house.id for house in houses]},
            **{"worum": "Beete.", "ziele": "Schatten.", "zielgruppe": "alle im Viertel"},
            **{"beginn": "2027-01-01", "ende": "2028-12-31", "verlaengerung": "selbst"},
            **{"kuendigung": "drei Monate zum Jahresende", "austausch": "jeden November"},
            "rollen": [
                {"aufgabe": "Formulare", "wer": "wir"},
                {"aufgabe": "Erde", "wer": "partner", "person": "Umweltamt", "bis": "2027-02-15"},
                {"aufgabe": "Graben", "wer": "gemeinsam"},
            ],
            "meilensteine": [
                {"am": "2026-11-14", "was": "Schon vorbei", "stand": "offen"},
                {"am": "2027-03-20", "was": "Der Apfelbaum", "stand": "offen"},
            ],
        },
    )
    text = said(document_of(INTENT, book, card.id))
    for part in (
        *("Stadt Musterfeld, Bücherei am Markt\nvertreten durch B. Rosen, Bürgermeisterin",),
        *("A. Malve\nBücherei am Markt", "Erna Erfunden\nGartenverein", "Bernd@x.example"),
        *("alle im Viertel", "Gartenverein und Umweltamt\nErde (Umweltamt, bis 15. Februar 2027)"),
        *("planen weiter: jeden November.", "gilt vom 1. Januar 2027 bis zum 31. Dezember 2028."),
        *("jeweils ein Jahr weiter", "Frist dafür: drei Monate zum Jahresende.", "Apfelbaum"),
    ):
        assert part in text, part
    assert "Schon vorbei" not in text
    # In the Steckbrief it is one of the two houses that brings the soil.
    (roles, *_) = tables(document_of(PROFILE, book, card.id))
    assert ("Erde", "Umweltamt", "15. Februar 2027") in roles.rows


def test_minutes_hold_what_was_noted_and_lines_for_the_rest(book: Workbook) -> None:
    partner = book.cards.add("partner", {"name": "Kita am Fluss (erfunden)"})
    encounter = book.cards.add(
        "encounter",
        {
            "am": "2026-03-12",
            "anlass": "Erstes Treffen",
            "partner": [partner.id],
            "personen": ["Erna Erfunden"],
            "richtung": "wir-hin",
            "ergebnis": "vereinbart",
            "ergebnis_text": "Wir beginnen im Mai.",
            "schritt": "Termin schicken",
            "schritt_am": "2026-04-01",
        },
    )
    document = document_of(MINUTES, book, encounter.id)
    text = said(document)
    assert document.subtitle == "Erstes Treffen, 12. März 2026"
    for part in ("bei Kita am Fluss (erfunden)", "Erna Erfunden", "Wir beginnen im Mai."):
        assert part in text
    (steps,) = tables(document)
    assert steps.rows[0] == ("Termin schicken", "", "1. April 2026")
    assert steps.rows[1:] == (("", "", ""),) * 3
    assert steps.tall


def test_minutes_of_an_empty_encounter_are_lines_to_write_on(book: Workbook) -> None:
    encounter = book.cards.add("encounter")
    book.cards.set(encounter.id, am="")
    document = document_of(MINUTES, book, encounter.id)
    labels = [block.label for block in document.blocks if isinstance(block, WritingSpace)]
    assert labels[:3] == ["Anlass", "Tag", "Ort"]
    assert "None" not in said(document)
    # They can be typed in before, too.
    places = [place.field.label for place in composed_of(MINUTES, book, encounter.id).places]
    assert places[:3] == ["Anlass", "Tag", "Ort"]
    assert "Wann und wo wir uns wieder treffen" in places


def test_encounters_are_told_apart_by_day_and_partner(book: Workbook) -> None:
    partner = book.cards.add("partner", {"name": "Kita am Fluss (erfunden)"})
    book.cards.add("encounter", {"am": "2026-03-12", "anlass": "Anruf", "partner": [partner.id]})
    (ask,) = MINUTES.asks
    (option,) = ask.options(book)
    assert option.label == "Anruf (12. März 2026, Kita am Fluss (erfunden))"


def test_the_pitch_card_has_room_for_words_that_are_not_there_yet(book: Workbook) -> None:
    pitch = book.cards.add("pitch", {"titel": "Am Zaun", "publikum": "partner"})
    document = document_of(PITCH, book, pitch.id)
    assert document.title == "Am Zaun"
    assert any(isinstance(block, WritingSpace) for block in document.blocks)
    book.cards.set(pitch.id, wortlaut="Wir sind da.\nUnd ihr?")
    document = document_of(PITCH, book, pitch.id)
    assert Paragraph("Wir sind da.\nUnd ihr?", Look.QUOTE) in document.blocks


def test_days_read_well() -> None:
    assert spelled("2026-03-12") == "12. März 2026"
    assert spelled("Mitte März") == "Mitte März"
    assert spelled(None) == ""


def test_every_document_says_what_stays(book: Workbook) -> None:
    reports: Mapping[str, object] = REPORTS
    assert all(report.stays for report in REPORTS.values())
    assert set(reports) == {"steckbrief", "pitch", "absichtserklaerung", "protokoll"}


def test_a_milestone_that_was_put_off_is_not_promised_again(
    book: Workbook, partnership: Card
) -> None:
    entries = [
        {"was": "Erste Genehmigung", "am": "2026-06-30", "stand": "verschoben"},
        {"was": "Zweite Genehmigung", "am": "2027-02-01", "stand": "verschoben"},
        {"was": "Beete", "am": "2026-11-01", "stand": "offen"},
    ]
    book.cards.set(partnership.id, meilensteine=entries)
    text = said(document_of(INTENT, book, partnership.id))
    assert "Erste Genehmigung" not in text
    assert "Zweite Genehmigung" in text
    # A day that has passed is no plan.
    assert "Beete" not in text
    # Partners may see what became of it.
    assert "Erste Genehmigung" in said(document_of(PROFILE, book, partnership.id))
