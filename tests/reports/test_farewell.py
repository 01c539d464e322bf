"""The farewell sheet carries what was good into both houses, and nothing of what is only ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gartenjahr_tui.reports.document import Paragraph, Signatures
from gartenjahr_tui.reports.farewell import FAREWELL
from tests.garden.round_helpers import partnership
from tests.reports.garden_of_secrets import document_of, plant_all, said

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

OPEN_FIELDS = {
    *("partnership.titel", "partnership.worum", "partnership.ziele", "partner.name"),
    *("partnership.meilensteine.was", "harvest.titel", "partnership.ende_bleibt"),
    *("partnership.ende_danken.wem", "partnership.ende_danken.wofuer", "partnership.ende_dank"),
    *("thanks.wofuer", "contact.name"),
}
"""The fields whose text goes out; no other one does."""


def parted(book: Workbook) -> Card:
    partner = book.cards.add("partner", {"name": "Sportverein Musterfeld"})
    card = partnership(
        book,
        "Bücherkiste",
        partner=[partner.id],
        worum="Bücher in der Turnhalle.",
        beginn="2024-04-09",
        meilensteine=[
            {"am": "2024-06-01", "was": "Die erste Kiste", "stand": "erreicht"},
            {"am": "2025-06-01", "was": "Die zweite Kiste", "stand": "offen"},
        ],
        ende_grund="Die Trainerin zog weg.",
        ende_bleibt="Die Kiste steht jetzt in der Kita.",
        ende_danken=[{"wem": "die Trainerin", "wofuer": "das Vorlesen"}],
        ende_dank="Und dem Vorstand.",
        ende_tuer="offen",
        ende_lehren="Immer zwei Ansprechpersonen.",
    )
    harvest = {"titel": "Sommerfest am Kasten", "am": "2024-07-02", "kooperation": [card.id]}
    harvest_id = book.cards.add("harvest", harvest).id
    for reason in ("das Vorlesen", "die Limo"):
        who = {"wofuer": reason, "personen": ["die Trainerin"]}
        book.cards.add("thanks", {**who, "ernte": [harvest_id]})
    return book.cards.note(card.id, "entscheidungen", "beenden", "Die Trainerin zog weg.")


def test_it_tells_both_houses_what_was_good(book: Workbook) -> None:
    document = document_of(FAREWELL, book, parted(book).id)
    text = said(document)
    for part in (
        *("In Freundschaft beendet – ein Blatt für beide Häuser", "Sportverein Musterfeld"),
        *("9. April 2024 bis 22. November 2026", "Bücher in der Turnhalle."),
        *("1. Juni 2024: Die erste Kiste", "2. Juli 2024: Sommerfest am Kasten"),
        *("die Trainerin: das Vorlesen", "die Trainerin: die Limo", "Und dem Vorstand."),
        *("Die Kiste steht jetzt in der Kita.", "Die Tür bleibt offen"),
        "Zwei Ausfertigungen: eine für jedes Haus.",
    ):
        assert part in text, part
    assert text.count("das Vorlesen") == 1
    assert "zweite Kiste" not in text
    assert "Wir melden uns" not in text
    assert any(isinstance(block, Signatures) for block in document.blocks)


def test_why_it_ended_and_what_one_learnt_stays(book: Workbook) -> None:
    text = said(document_of(FAREWELL, book, parted(book).id))
    assert "zog weg" not in text
    assert "zwei Ansprechpersonen" not in text


def test_nothing_goes_out_but_what_is_named(book: Workbook) -> None:
    card = plant_all(book)["partnership"]
    ended = [{"am": "2026-11-01", "weg": "beenden", "warum": "[partnership.entscheidungen.warum]"}]
    stones = [{"was": "[partnership.meilensteine.was]", "stand": "erreicht"}]
    book.cards.set(card.id, entscheidungen=ended, meilensteine=stones)
    text = said(document_of(FAREWELL, book, card.id))
    places = {
        f"{kind}.{field.id}{column}"
        for kind, form in book.guide.forms.items()
        for field in form.fields.values()
        for column in ([f".{c.id}" for c in field.columns] or [""])
    }
    assert {place for place in places if f"[{place}]" in text} == OPEN_FIELDS


def test_a_day_to_knock_again_is_promised_only_when_somebody_chose_it(book: Workbook) -> None:
    card = parted(book)
    book.cards.set(card.id, anklopfen_am="2027-12-28")
    assert "um den 28. Dezember 2027" in said(document_of(FAREWELL, book, card.id))


def test_a_closed_door_is_not_spoken_of(book: Workbook) -> None:
    card = parted(book)
    book.cards.set(card.id, ende_tuer="zu")
    document = document_of(FAREWELL, book, card.id)
    assert not [b for b in document.blocks if isinstance(b, Paragraph) and "Tür" in b.text]


def test_only_what_has_ended_can_be_taken_leave_of(book: Workbook) -> None:
    partnership(book, "Vorlesen")
    card = parted(book)
    (ask,) = FAREWELL.asks
    assert [option.id for option in ask.options(book)] == [card.id]
