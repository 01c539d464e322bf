"""What a stand-in finds in the Übergabemappe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gartenjahr_tui.garden import leaf
from gartenjahr_tui.garden.due import due, snooze
from gartenjahr_tui.guide.source import SOURCE_LINE
from gartenjahr_tui.reports.document import Bullets, Heading, Paragraph
from gartenjahr_tui.reports.handover import HANDOVER
from gartenjahr_tui.store.backups import set_second_place
from tests.reports.garden_of_secrets import document_of, plant_all, said

if TYPE_CHECKING:
    from pathlib import Path

    from gartenjahr_tui.workbook.book import Workbook
    from tests.conftest import Clock

CONFIDENTIAL = (
    *("partner.stereotype.satz", "partner.stereotype.antwort", "partner.vertrauen_notiz"),
    *("encouragement.wem", "encouragement.warum", "encouragement.worte"),
)


def test_confidential_things_are_in_only_when_asked_for(book: Workbook) -> None:
    plant_all(book)
    text = said(document_of(HANDOVER, book))
    assert not [place for place in CONFIDENTIAL if f"[{place}]" in text]
    assert "Vertrauliches" not in text
    text = said(document_of(HANDOVER, book, "", "vertrauliches"))
    assert [place for place in CONFIDENTIAL if f"[{place}]" in text] == [*CONFIDENTIAL]
    assert HANDOVER.private


def test_personal_answers_of_colleagues_never_go_out(book: Workbook) -> None:
    for prompt in book.guide.prompts.values():
        field = next((f for f in prompt.fields if f.kind == "text"), None)
        if field and (prompt.personal or prompt.confidential):
            book.put(prompt, {field.id: "[geheim]"})
    assert "[geheim]" not in said(document_of(HANDOVER, book, "", "vertrauliches"))


def test_what_is_due_comes_first_and_what_was_put_off_is_there_too(
    book: Workbook, clock: Clock
) -> None:
    for number, day in enumerate(("2026-11-24", "2026-11-25")):
        book.cards.add(
            "encounter",
            {"anlass": f"Treffen {number}", "schritt": f"Schritt {number}", "schritt_am": day},
        )
    line = next(line for line in due(book) if "Schritt 1" in line.text)
    later = clock.today().replace(month=12, day=6)
    snooze(book, line.key, later)
    document = document_of(HANDOVER, book)
    assert isinstance(document.blocks[0], Paragraph)
    assert document.blocks[1] == Heading("Was in den nächsten Wochen ansteht")
    bullets = document.blocks[2]
    assert isinstance(bullets, Bullets)
    assert any("Schritt 0" in item for item in bullets.items)
    (put_off,) = [item for item in bullets.items if "Schritt 1" in item]
    assert put_off.endswith("(beiseitegelegt bis 6. Dezember 2026)")


def test_a_partnership_tells_state_people_steps_and_where_papers_lie(book: Workbook) -> None:
    partner = book.cards.add("partner", {"name": "Kita am Fluss (erfunden)"})
    card = book.cards.add(
        "partnership",
        {
            "titel": "Vorlesegarten",
            "partner": [partner.id],
            "stufen": [{"am": "2026-03-12", "stufe": "gespraeche"}],
            "verantwortlich": [{"name": "AM", "aufgabe": "plant"}],
            "vertretung": "JK",
            "absprachen": [{"was": "Brief", "bis": "2027-01-31", "ort": "Ordner 7"}],
        },
    )
    value = {"anlass": "Anruf", "partner": [partner.id], "kooperation": [card.id]}
    book.cards.add(
        "encounter",
        {**value, "am": "2026-05-02", "schritt": "Nachfragen", "schritt_am": "2026-12-01"},
    )
    book.cards.add("encounter", {**value, "schritt": "Getan", "schritt_stand": "erledigt"})
    ended = book.cards.add("partnership", {"titel": "Zu Ende"})
    book.cards.note(ended.id, "entscheidungen", "beenden")
    text = said(document_of(HANDOVER, book))
    for part in (
        *("Vorlesegarten", "Erste Gespräche führen (seit 12. März 2026)", "AM, plant", "JK"),
        *("Nachfragen, bis 1. Dezember 2026", "31. Januar 2027", "Ordner 7"),
    ):
        assert part in text
    assert "Getan" not in text
    assert text.count("Zu Ende") == 1
    assert "Zu Ende: gut zu Ende bringen" in text


def test_it_says_where_everything_lies_and_how_to_go_on(book: Workbook, tmp_path: Path) -> None:
    text = said(document_of(HANDOVER, book))
    assert str(book.paths.file) in text
    assert str(book.paths.copies) in text
    assert "nicht gewählt" in text
    for command in ("gartenjahr faellig", "gartenjahr sicherung anlegen", "gartenjahr pruefen"):
        assert command in text
    assert SOURCE_LINE in text
    (tmp_path / "stick").mkdir()
    set_second_place(book.paths, tmp_path / "stick")
    assert str(tmp_path / "stick") in said(document_of(HANDOVER, book))
    (tmp_path / "stick").rmdir()
    assert "gerade nicht erreichbar" in said(document_of(HANDOVER, book))


def test_open_requests_and_thanks_are_listed(book: Workbook) -> None:
    book.cards.add("request", {"betreff": "Plakate", "wer": ["Chor (erfunden)"]})
    book.cards.add("request", {"betreff": "Erledigtes", "ausgang": "erledigt"})
    book.cards.add("thanks", {"wofuer": "Kuchen", "personen": ["Erna Erfunden"]})
    book.cards.add("thanks", {"wofuer": "Gesagtes", "stand": "erledigt"})
    text = said(document_of(HANDOVER, book))
    assert "Chor (erfunden)" in text and "Plakate" in text
    assert "Erna Erfunden" in text and "Kuchen" in text
    assert "Erledigtes" not in text
    assert "Gesagtes" not in text


def test_an_empty_garden_makes_a_short_folder(book: Workbook) -> None:
    text = said(document_of(HANDOVER, book))
    assert "Die Kooperationen" not in text
    assert "None" not in text
    assert "Wo alles liegt" in text


def test_what_is_no_day_is_handed_over_in_the_words_of_who_wrote_it(book: Workbook) -> None:
    value = {
        "titel": "Lesestart",
        "stufen": [{"am": "im Frühjahr", "stufe": "ziele"}],
        "meilensteine": [{"am": "KW 50 oder später", "was": "Beet anlegen"}],
        "rollen": [{"bis": "vor Ostern", "aufgabe": "Gießen", "wer": "wir"}],
        "absprachen": [{"was": "Raum", "bis": "bis auf Weiteres"}],
        "stimmen": [{"am": "beim Tee", "rolle": "Leitung", "stimme": "Endlich!"}],
    }
    card = book.cards.add("partnership", value)
    step = {"schritt": "Anrufen", "schritt_am": "nach den Ferien", "kooperation": [card.id]}
    book.cards.add("encounter", step)
    when = ["im Frühjahr", "KW 50 oder später", "vor Ostern", "bis auf Weiteres"]
    handed = said(document_of(HANDOVER, book))
    assert not [words for words in (*when, "nach den Ferien") if words not in handed]
    read = "\n".join(line.text for line in leaf.lines(book, card))
    shown = ("im Frühjahr", "bis auf Weiteres", "nach den Ferien", "beim Tee")
    assert not [words for words in shown if words not in read]


def test_a_milestone_that_was_put_off_is_not_handed_over(book: Workbook) -> None:
    entries = [
        {"was": "Erste Genehmigung", "am": "2026-06-30", "stand": "verschoben"},
        {"was": "Beete", "am": "2026-11-01", "stand": "offen"},
    ]
    book.cards.add("partnership", {"titel": "Lesegarten", "meilensteine": entries})
    text = said(document_of(HANDOVER, book))
    assert "Beete, 1. November 2026" in text
    assert "Erste Genehmigung" not in text
