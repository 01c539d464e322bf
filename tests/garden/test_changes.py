"""The log says what was changed, when and by whom – and never what was written."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from sqlmodel import select

from gartenjahr_tui import linear, models
from gartenjahr_tui.garden import changes
from gartenjahr_tui.garden.changes import LoggedChange
from gartenjahr_tui.garden.targets import Page, ToCard, ToPrompt
from gartenjahr_tui.guide.model import Prompt
from gartenjahr_tui.store.errors import DiskTrouble
from gartenjahr_tui.store.store import Store
from gartenjahr_tui.words.rhythm import UndoWords
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.keeping import Unsaved
from gartenjahr_tui.workbook.plain import Bookmark, Card
from gartenjahr_tui.workbook.rescue import put_aside
from gartenjahr_tui.workbook.states import AnswerState
from tests.conftest import Clock, OpenBook


def what(book: Workbook) -> list[str]:
    return [entry.what for entry in changes.log(book)]


def test_a_new_garden_has_nothing_to_tell(book: Workbook) -> None:
    assert changes.log(book) == []


def test_the_life_of_a_card_is_told_the_latest_first(book: Workbook) -> None:
    card = book.cards.add("partnership", {"titel": "Erzählcafé"})
    book.flush()
    book.cards.set(card.id, titel="Erzählcafé am Markt")
    book.flush()
    book.cards.note(card.id, "wachstum", "keim")
    book.flush()
    book.cards.delete(card.id)
    book.flush()
    book.undoing.take_back()
    assert what(book) == [
        "Kooperation zurückgeholt",
        "Kooperation gelöscht",
        "Kooperation: Stand geändert",
        "Kooperation geändert",
        "Kooperation angelegt",
    ]
    assert {entry.target for entry in changes.log(book)} == {ToCard(card.id)}


def test_typing_on_is_one_line_that_says_when_it_was_last(
    book: Workbook, prompt: Prompt, clock: Clock
) -> None:
    text = "Wir gehen hin."
    for length in range(1, len(text) + 1):
        book.put(prompt, {"text": text[:length]})
        book.flush()
        clock.forward(seconds=20)
    book.leave(prompt)
    first, second = changes.log(book)
    step = book.guide.chapter(prompt.chapter).title
    assert first.what == f"Antwort in {step}, Gartenjahr 2026, geändert"
    assert second.what == f"Antwort in {step}, Gartenjahr 2026, begonnen"
    assert first.when - second.when == timedelta(seconds=20 * len(text))
    assert first.target == ToPrompt(prompt.id, 2026)


def test_what_is_taken_back_before_it_was_saved_is_not_told(book: Workbook) -> None:
    card = book.cards.add("seed", {"titel": "Lesenacht"})
    book.flush()
    book.cards.delete(card.id)
    book.undoing.take_back()
    assert what(book) == ["Samenkorn angelegt"]


def test_a_question_put_off_and_a_year_begun_are_told(book: Workbook, prompt: Prompt) -> None:
    book.mark(prompt, AnswerState.LATER)
    book.flush()
    book.begin_year(2027)
    step = book.guide.chapter(prompt.chapter).title
    assert what(book) == [
        "Gartenjahr 2027 begonnen",
        f"Frage in {step}, Gartenjahr 2026: Stand geändert",
    ]


def test_a_closed_year_is_corrected(book: Workbook, prompt: Prompt) -> None:
    book.put(prompt, {"text": "So war es."})
    book.begin_year(2027)
    book.look_at(2026)
    book.correct(2026)
    book.put(prompt, {"text": "So war es nicht."})
    assert what(book)[0].endswith("Gartenjahr 2026, korrigiert")


def test_who_wrote_it_is_told_where_several_write(book: Workbook) -> None:
    book.cards.add("seed", {"titel": "Lesenacht"})
    assert [entry.text for entry in changes.log(book)] == ["Samenkorn angelegt"]
    book.cards.add("partner", {"name": "Zoo"})
    book.add_voice("B. C.")
    book.cards.add("harvest", {"titel": "Fest"})
    assert {entry.text for entry in changes.log(book)} == {
        "Ernte angelegt · B. C.",
        "Partner angelegt · ich",
        "Samenkorn angelegt · ich",
    }


def test_two_people_and_two_runs_are_lines_of_their_own(
    book: Workbook, open_book: OpenBook
) -> None:
    card = book.cards.add("seed", {"titel": "Lesenacht"})
    book.flush()
    book.cards.set(card.id, titel="Lesenacht 1")
    book.flush()
    book.add_voice("B. C.")
    book.cards.set(card.id, titel="Lesenacht 2")
    book.close()
    again = open_book()
    again.cards.set(card.id, titel="Lesenacht 3")
    assert [entry.text for entry in changes.log(again)] == [
        "Samenkorn geändert · B. C.",
        "Samenkorn geändert · B. C.",
        "Samenkorn geändert · ich",
        "Samenkorn angelegt · ich",
    ]


def test_small_things_to_remember_and_kept_versions_are_not_told(
    book: Workbook, prompt: Prompt
) -> None:
    book.remember("theme", "hell")
    book.set_bookmark(Bookmark("boden", prompt.id))
    book.name_library("Stadtbücherei")
    book.rename_voice("A. B.")
    assert changes.log(book) == []
    card = book.cards.add("seed", {"titel": "Lesenacht"})
    book.keep_former(card)
    assert what(book) == ["Samenkorn angelegt"]
    book.keep_former(card)
    assert what(book) == ["Samenkorn angelegt"]


def test_text_that_was_put_aside_comes_back_without_a_line(
    open_book: OpenBook, prompt: Prompt
) -> None:
    book = open_book()
    answer = book.put(prompt, {"text": "Vor dem Stromausfall"})
    card = book.cards.blank("seed", {"titel": "Lesenacht"})
    book.close()
    later = {**answer.value, "text": "Danach"}
    put_aside(
        book.paths, book.garden_id, Unsaved([type(answer)(answer.key, answer.state, later), card])
    )
    again = open_book()
    assert again.rescued == 2
    assert len(changes.log(again)) == 1


def test_the_file_keeps_neither_text_nor_title_nor_name(book: Workbook, prompt: Prompt) -> None:
    book.add_voice("Frau Kaya")
    book.cards.add("contact", {"name": "Herr Geheim"})
    book.put(prompt, {"text": "streng vertraulich"})
    book.flush()
    with book.store.session() as session:
        rows = [str(row.model_dump()) for row in session.exec(select(models.ChangeRow))]
    assert len(rows) == 2
    for secret in ("Kaya", "Geheim", "vertraulich", "streng"):
        assert secret not in "".join(rows)


def test_where_the_disk_refused_the_line_comes_with_the_change(
    book: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = book.cards.add("seed", {"titel": "Lesenacht"})
    book.flush()

    def refuse(self: Store) -> None:
        raise DiskTrouble

    with monkeypatch.context() as disk:
        disk.setattr(Store, "_see_that_file_is_there", refuse)
        book.cards.set(card.id, titel="Lesenacht 2")
        assert not book.flush()
        assert what(book) == ["Samenkorn angelegt"]
    assert book.flush()
    assert what(book) == ["Samenkorn geändert", "Samenkorn angelegt"]


def test_a_line_is_read_whatever_has_become_of_its_subject(book: Workbook, prompt: Prompt) -> None:
    book.begin_year(2027)
    book.put(prompt, {"text": "Bald"})
    book.flush()
    with book.store.transaction() as change:
        for kind, subject, action in (
            ("orakel", "f" * 32, "changed"),
            ("answer", "kein.text", "verwandelt"),
        ):
            change.stamp(
                models.ChangeRow(
                    subject_kind=kind,
                    subject_id=subject,
                    action=action,
                    year=2019,
                    voice_id=book.sitting,
                    sitting=book.sitting,
                )
            )
    book.remove_year(2027)
    entries = changes.log(book)
    assert {entry.what for entry in entries[:2]} == {
        "Karte geändert",
        "Antwort in Leitfaden, Gartenjahr 2019, geändert",
    }
    assert all(entry.target == Page.YEARS for entry in entries)


def test_only_the_latest_are_read(book: Workbook) -> None:
    for number in range(30):
        book.cards.add("seed", {"titel": f"Nr. {number}"})
        book.flush()
    entries = changes.log(book, 20)
    assert len(entries) == 20
    newest = book.cards.search("seed", "Nr. 29")[0]
    assert entries[0].target == ToCard(newest.id)
    assert isinstance(entries[0], LoggedChange)


def test_the_voice_and_the_log_leave_the_card_in_memory_alone(book: Workbook) -> None:
    card = book.cards.add("seed", {"titel": "Lesenacht"})
    assert isinstance(card, Card)
    assert card.voice == ""


def test_line_by_line_it_is_read_out_and_what_was_done_last_is_taken_back(
    book: Workbook, prompt: Prompt
) -> None:
    def talk(*lines: str) -> str:
        said = StringIO()
        assert linear.run(book, StringIO("".join(f"{line}\n" for line in lines)), said) == 0
        return " ".join(said.getvalue().split())

    said = talk("rückgängig", "protokoll")
    assert UndoWords.NOTHING in said
    assert "Noch ist nichts vermerkt." in said
    card = book.cards.add("seed", {"titel": "Lesenacht"})
    book.cards.delete(card.id)
    book.mark(prompt, AnswerState.LATER)
    said = talk("protokoll", "p", "rückgängig", "rückgängig")
    assert "22.11.2026" in said
    assert "Stand geändert" in said
    assert "Lesenacht" not in said.partition("Zurückgenommen")[0]
    assert "ist wieder offen. " in said
    assert "„Lesenacht“ ist wieder da." in said
    assert not book.cards[card.id].deleted
