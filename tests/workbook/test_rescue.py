"""When the disk refuses to the very end: text is put aside and is there again at the next start."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from gartenjahr_tui.clock import local_day
from gartenjahr_tui.guide.model import Guide, Prompt
from gartenjahr_tui.store import atomic, errors
from gartenjahr_tui.store.paths import Paths, state_folder
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.keeping import Unsaved
from gartenjahr_tui.workbook.plain import Answer, AnswerKey, Card
from gartenjahr_tui.workbook.rescue import put_aside
from gartenjahr_tui.workbook.rows import Rows
from gartenjahr_tui.workbook.states import AnswerState

OpenBook = Callable[..., Workbook]
LONG = "Der Schachverein sucht Räume, die Kita einen Garten und das Bündnis einen Ort. " * 3


@contextmanager
def full_disk(book: Workbook) -> Iterator[None]:
    """Nothing can be saved into the workbook."""

    def refuse(batch: Any) -> None:
        raise errors.DiskFull

    write, book._saver._write = book._saver._write, refuse
    try:
        yield
    finally:
        book._saver._write = write


@contextmanager
def blocked(*folders: Path) -> Iterator[None]:
    """Small files cannot be written there; root knows no permissions, so the writing is patched."""
    write = atomic.write_bytes

    def refuse(path: Path, data: bytes) -> None:
        if path.parent in folders:
            raise PermissionError(13, "Permission denied")
        write(path, data)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(atomic, "write_bytes", refuse)
        yield


def leave_unsaved(book: Workbook, prompt: Prompt, text: str) -> None:
    """Type, and end the program while the disk is full."""
    with full_disk(book):
        book.put(prompt, {"text": text})
        assert not book.close(5)


def rescue_files(paths: Paths) -> list[Path]:
    places = (paths.folder, state_folder(), Path(tempfile.gettempdir()))
    return [path for place in places for path in place.glob("*rettung*")]


def texts(book: Workbook, prompt: Prompt) -> list[str]:
    return [str(version.value.get("text", "")) for version in book.versions(prompt)]


def test_unsaved_text_is_put_beside_the_workbook_and_taken_over(
    open_book: OpenBook, paths: Paths, prompt: Prompt
) -> None:
    first = open_book()
    leave_unsaved(first, prompt, "Grüße 😀 [red]")
    (file,) = rescue_files(paths)
    assert file == paths.rescue == first.aside
    if sys.platform != "win32":
        assert file.stat().st_mode & 0o777 == 0o600
    book = open_book()
    assert book.answer(prompt.id).value == {"text": "Grüße 😀 [red]"}
    assert book.state(prompt) is AnswerState.BEGUN
    assert rescue_files(paths) == []
    book.close()
    assert open_book().answer(prompt.id).value == {"text": "Grüße 😀 [red]"}


@pytest.mark.parametrize("refusing", [1, 2])
def test_where_the_folder_refuses_too_another_place_takes_it(
    open_book: OpenBook, paths: Paths, prompt: Prompt, refusing: int
) -> None:
    places = [paths.folder, state_folder(), Path(tempfile.gettempdir())]
    with blocked(*places[:refusing]):
        leave_unsaved(open_book(), prompt, "Wort")
        (file,) = rescue_files(paths)
        assert file.parent == places[refusing]
    book = open_book()
    assert book.answer(prompt.id).value == {"text": "Wort"}
    assert rescue_files(paths) == []


def test_where_nothing_takes_it_leaving_says_so(
    open_book: OpenBook, paths: Paths, prompt: Prompt
) -> None:
    book = open_book()
    with blocked(paths.folder, state_folder(), Path(tempfile.gettempdir())):
        leave_unsaved(book, prompt, "Wort")
    assert rescue_files(paths) == []
    assert book.aside is None


@pytest.mark.parametrize("empty", [False, True], ids=["no folder", "empty mount point"])
def test_where_the_stick_is_gone_its_place_on_another_disk_stays_empty(
    tmp_path: Path, prompt: Prompt, empty: bool
) -> None:
    """Hidden below the stick as soon as it is back, the text would never be found."""
    gone = Paths(tmp_path / "stick" / "garten", "im Test")
    if empty:
        gone.folder.mkdir(parents=True)
    answer = Answer(AnswerKey(prompt.id, 2026, "v"), AnswerState.BEGUN, {"text": "Wort"})
    file = put_aside(gone, "abc", Unsaved([answer]))
    assert (tmp_path / "stick").exists() == empty
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
    assert file is not None
    assert file.parent == state_folder()


def test_what_stood_in_the_workbook_becomes_a_version(open_book: OpenBook, prompt: Prompt) -> None:
    book = open_book()
    book.put(prompt, {"text": "gesichert"})
    book.flush()
    leave_unsaved(book, prompt, "gesichert und mehr")
    book = open_book()
    assert book.answer(prompt.id).value == {"text": "gesichert und mehr"}
    assert texts(book, prompt) == ["gesichert"]


def test_a_disk_that_stays_full_for_days_keeps_every_text(
    open_book: OpenBook,
    paths: Paths,
    prompt: Prompt,
    other_prompt: Prompt,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    leave_unsaved(open_book(), prompt, "Montag")

    def refuse(self: Rows, batch: Any) -> None:
        raise errors.DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(Rows, "write", refuse)
        book = open_book()
        assert book.answer(prompt.id).value == {"text": "Montag"}
        assert rescue_files(paths) == [paths.rescue], "still there as long as it is not saved"
        book.put(other_prompt, {"text": "Dienstag"})
        assert not book.close(5)
        book = open_book()
        book.put(prompt, {"text": "Mittwoch"})
        assert not book.close(5)
    book = open_book()
    assert book.answer(prompt.id).value == {"text": "Mittwoch"}
    assert book.answer(other_prompt.id).value == {"text": "Dienstag"}
    assert texts(book, prompt) == ["Montag"]
    assert rescue_files(paths) == []


def test_of_texts_put_aside_in_several_places_the_newest_wins(
    open_book: OpenBook, paths: Paths, prompt: Prompt
) -> None:
    with blocked(paths.folder):
        leave_unsaved(open_book(), prompt, "älter")
    aside = rescue_files(paths)[0]
    kept = aside.read_bytes()
    book = open_book()
    leave_unsaved(book, prompt, "neuer")
    aside.write_bytes(kept)
    assert len(rescue_files(paths)) == 2
    book = open_book()
    assert book.answer(prompt.id).value == {"text": "neuer"}
    assert texts(book, prompt)[0] == "älter"
    assert rescue_files(paths) == []


def test_text_of_another_garden_in_the_same_folder_stays_where_it_is(
    open_book: OpenBook, paths: Paths, prompt: Prompt
) -> None:
    leave_unsaved(open_book(), prompt, "aus dem ersten Garten")
    first = paths.file.read_bytes()
    waiting = paths.rescue.read_bytes()
    paths.file.unlink()
    book = open_book(accept=True)
    assert book.answer(prompt.id).value == {}
    leave_unsaved(book, prompt, "aus dem zweiten")
    assert paths.rescue.read_bytes() == waiting
    book = open_book()
    assert book.answer(prompt.id).value == {"text": "aus dem zweiten"}
    book.close()
    paths.file.write_bytes(first)
    book = open_book(accept=True)
    assert book.answer(prompt.id).value == {"text": "aus dem ersten Garten"}


def test_text_of_a_year_and_a_person_the_file_does_not_know_finds_its_place(
    open_book: OpenBook, paths: Paths, prompt: Prompt
) -> None:
    """An older copy of the workbook was put in place meanwhile."""
    book = open_book()
    book.close()
    old = paths.file.read_bytes()
    book = open_book()
    book.begin_year(2027)
    erika = book.add_voice("Erika")
    leave_unsaved(book, prompt, "Wort")
    paths.file.write_bytes(old)
    book = open_book(accept=True)
    assert book.year == 2027
    assert [voice.name for voice in book.voices] == ["ich", erika.name]
    assert book.answer(prompt.id, 2027, book.voices[1]).value == {"text": "Wort"}
    assert rescue_files(paths) == []


def test_a_former_text_that_could_not_be_kept_is_kept_later(
    open_book: OpenBook, prompt: Prompt
) -> None:
    book = open_book()
    with full_disk(book):
        book.put(prompt, {"text": LONG})
        book.put(prompt, {"text": "weg"})
        assert not book.close(5)
    book = open_book()
    assert book.answer(prompt.id).value == {"text": "weg"}
    assert texts(book, prompt) == [LONG]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda entry: entry.pop("prompt"),
        lambda entry: entry.update(year="2026"),
        lambda entry: entry.update(year=9999),
        lambda entry: entry.update(voice="x", name=""),
        lambda entry: entry.update(value=["kaputt"]),
    ],
    ids=["no-prompt", "year-is-text", "year-cannot-be", "no-voice", "no-value"],
)
def test_what_cannot_be_taken_over_stays_and_hinders_nobody(
    open_book: OpenBook,
    paths: Paths,
    prompt: Prompt,
    other_prompt: Prompt,
    spoil: Callable[[dict[str, Any]], object],
) -> None:
    book = open_book()
    with full_disk(book):
        book.put(prompt, {"text": "kaputt gemacht"})
        book.put(other_prompt, {"text": "heil"})
        book.close(5)
    content = json.loads(paths.rescue.read_text("utf-8"))
    spoil(content["answers"][0])
    paths.rescue.write_text(json.dumps(content), "utf-8")
    for _ in range(2):
        book = open_book()
        assert book.answer(other_prompt.id).value == {"text": "heil"}
        book.put(other_prompt, {"text": "heil"}, left=True)
        assert book.close()
        assert "kaputt" in paths.rescue.read_text("utf-8")
    book = open_book()
    leave_unsaved(book, prompt, "neuer Text")
    assert "kaputt" in paths.rescue.read_text("utf-8"), "never written over"
    assert open_book().answer(prompt.id).value == {"text": "neuer Text"}


@pytest.mark.parametrize("content", ["", "{", "[]", '{"garden": 1}', "null", '{"answers": 3}'])
def test_a_file_put_aside_that_makes_no_sense_is_left_alone(
    open_book: OpenBook, paths: Paths, prompt: Prompt, content: str
) -> None:
    open_book().close()
    paths.rescue.write_text(content)
    leave_unsaved(open_book(), prompt, "Wort")
    assert paths.rescue.read_text() == content
    assert open_book().answer(prompt.id).value == {"text": "Wort"}


def test_a_field_the_guide_no_longer_has_is_taken_over_all_the_same(
    open_book: OpenBook, paths: Paths, prompt: Prompt
) -> None:
    leave_unsaved(open_book(), prompt, "Wort")
    content = json.loads(paths.rescue.read_text("utf-8"))
    content["answers"][0]["value"]["früher"] = "auch ein Wort"
    paths.rescue.write_text(json.dumps(content), "utf-8")
    found = open_book().answer(prompt.id).value
    assert found == {"text": "Wort", "früher": "auch ein Wort"}


def test_a_second_window_leaves_put_aside_text_to_the_one_who_writes(
    open_book: OpenBook, paths: Paths, prompt: Prompt
) -> None:
    leave_unsaved(open_book(), prompt, "Wort")
    waiting = paths.rescue.read_bytes()
    aside = paths.folder / "weg"
    paths.rescue.rename(aside)
    first = open_book()
    aside.rename(paths.rescue)
    second = open_book()
    assert second.read_only
    assert paths.rescue.read_bytes() == waiting
    second.close()
    first.close()
    assert open_book().answer(prompt.id).value == {"text": "Wort"}


@contextmanager
def hanging_disk(book: Workbook) -> Iterator[Event]:
    """Nothing reaches the workbook until the event is set."""
    write, go_on = book._saver._write, Event()

    def hang(batch: Any) -> None:
        go_on.wait(10)
        write(batch)

    book._saver._write = hang
    try:
        yield go_on
    finally:
        go_on.set()
        book._saver._write = write


def test_the_text_lies_beside_the_workbook_before_the_disk_is_waited_for(
    open_book: OpenBook, paths: Paths, prompt: Prompt
) -> None:
    """A closing window leaves five seconds, an empty battery less."""
    book = open_book()
    with hanging_disk(book) as go_on:
        book.put(prompt, {"text": "gerade noch"})
        end = Thread(target=book.close, args=(8,))
        end.start()
        until = time.monotonic() + 5
        while not paths.rescue.exists() and time.monotonic() < until:
            time.sleep(0.01)
        assert "gerade noch" in paths.rescue.read_text(encoding="utf-8")
        assert end.is_alive()
        go_on.set()
        end.join(10)
    assert rescue_files(paths) == [], "it is in the workbook now"
    assert book.aside is None
    assert open_book().answer(prompt.id).value == {"text": "gerade noch"}


def test_what_waited_before_still_waits_when_the_end_takes_its_own_away(
    open_book: OpenBook, paths: Paths, prompt: Prompt
) -> None:
    book = open_book()
    other = AnswerKey("gibt-es-nicht", 2026, "v")
    waiting = Answer(other, AnswerState.BEGUN, {"text": "von früher"})
    put_aside(paths, book.garden_id, Unsaved([waiting]))
    with hanging_disk(book) as go_on:
        book.put(prompt, {"text": "gerade noch"})
        end = Thread(target=book.close, args=(8,))
        end.start()
        until = time.monotonic() + 5
        while "gerade noch" not in paths.rescue.read_text("utf-8") and time.monotonic() < until:
            time.sleep(0.01)
        go_on.set()
        end.join(10)
    left = json.loads(paths.rescue.read_text(encoding="utf-8"))["answers"]
    assert [entry["value"] for entry in left] == [{"text": "von früher"}]


def test_a_folder_that_does_not_answer_does_not_keep_the_text_from_the_next(
    open_book: OpenBook, paths: Paths, prompt: Prompt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A share of the network that hangs holds up every file in it."""
    book, write, go_on = open_book(), atomic.write_bytes, Event()

    def slow(path: Path, data: bytes) -> None:
        if path.parent == paths.folder:
            go_on.wait(10)
        write(path, data)

    monkeypatch.setattr(atomic, "write_bytes", slow)
    with full_disk(book):
        book.put(prompt, {"text": "Wort"})
        start = time.monotonic()
        assert not book.close(1)
    assert time.monotonic() - start < 4
    assert book.aside is not None
    assert book.aside.parent == state_folder()
    assert "Wort" in book.aside.read_text(encoding="utf-8")
    go_on.set()


def test_closing_twice_is_closing_once(open_book: OpenBook, prompt: Prompt) -> None:
    book = open_book()
    book.put(prompt, {"text": "Wort"})
    assert book.close()
    assert book.close()
    assert open_book().answer(prompt.id).value == {"text": "Wort"}


def test_a_key_stroke_that_arrives_after_the_end_is_put_aside(
    open_book: OpenBook, paths: Paths, prompt: Prompt
) -> None:
    book = open_book()
    book.put(prompt, {"text": "Wort"})
    book.close()
    book.put(prompt, {"text": "Wort für Wort"})
    assert not book.close(5)
    assert rescue_files(paths) == [paths.rescue]
    assert open_book().answer(prompt.id).value == {"text": "Wort für Wort"}


def test_a_file_taken_away_while_open_loses_no_word(
    open_book: OpenBook, paths: Paths, prompt: Prompt
) -> None:
    if os.name == "nt":
        pytest.skip("Windows does not let anybody take an open file away")
    book = open_book()
    aside = paths.file.with_name("weg.db")
    paths.file.rename(aside)
    book.put(prompt, {"text": "Wort"})
    assert not book.flush(5)
    assert "verschwunden" in str(book.save_status.problem)
    assert not book.close(5)
    with pytest.raises(errors.GardenGone):
        open_book()
    aside.rename(paths.file)
    assert open_book().answer(prompt.id).value == {"text": "Wort"}


def test_every_kind_of_answer_survives_being_put_aside(open_book: OpenBook, guide: Guide) -> None:
    book = open_book()
    with full_disk(book):
        for prompt in guide.prompts.values():
            raw: dict[str, Any] = {}
            for field in prompt.fields:
                if field.options:
                    last = field.options[-1].id
                    raw[field.id] = [last] if field.kind == "checks" else last
                elif field.columns:
                    written = next(column for column in field.columns if not column.options)
                    raw[field.id] = [{written.id: "Grün"}]
                else:
                    raw[field.id] = 3 if field.kind == "scale" else "Grün"
            book.put(prompt, raw, left=True)
        before = {a.key: (a.state, a.value) for a in book.all_answers()}
        assert not book.close(5)
    book = open_book()
    assert {a.key: (a.state, a.value) for a in book.all_answers()} == before
    assert len(before) == len(guide.prompts)


# Cards


def plant_unsaved(book: Workbook, **value: Any) -> Card:
    """Plant a seed, and end the program while the disk is full."""
    with full_disk(book):
        card = book.cards.add("seed", value)
        assert not book.close(5)
    return card


def card_values(book: Workbook, id: str) -> list[dict[str, Any]]:
    return [version.value for version in book.card_versions(id)]


def test_a_card_that_could_not_be_saved_is_in_the_garden_at_the_next_start(
    open_book: OpenBook, paths: Paths
) -> None:
    card = plant_unsaved(open_book(), titel="Grüße 😀 [red]", worum=LONG)
    assert rescue_files(paths) == [paths.rescue]
    for _ in range(2):
        book = open_book()
        assert book.cards.of("seed") == [book.cards[card.id]]
        assert book.cards[card.id].value == card.value
        # Else it would be counted in every year before, until the next start.
        assert book.cards[card.id].made_on == local_day(book.store.now())
        assert rescue_files(paths) == []
        book.close()


def test_what_a_card_said_in_the_workbook_becomes_a_version(open_book: OpenBook) -> None:
    book = open_book()
    card = book.cards.add("seed", {"titel": "gesichert"})
    book.flush()
    with full_disk(book):
        book.cards.set(card.id, titel="gesichert und mehr")
        assert not book.close(5)
    book = open_book()
    assert book.cards.title(book.cards[card.id]) == "gesichert und mehr"
    assert card_values(book, card.id) == [card.value]


def test_a_long_text_of_a_card_that_was_taken_away_meanwhile_is_kept_later(
    open_book: OpenBook,
) -> None:
    book = open_book()
    with full_disk(book):
        card = book.cards.add("seed", {"titel": "Lesenacht", "worum": LONG})
        book.cards.set(card.id, worum="")
        assert not book.close(5)
    book = open_book()
    assert "worum" not in book.cards[card.id].value
    assert LONG in [value.get("worum") for value in card_values(book, card.id)]


def test_a_card_deleted_while_the_disk_is_full_is_deleted_and_can_come_back(
    open_book: OpenBook,
) -> None:
    book = open_book()
    card = book.cards.add("seed", {"titel": "Lesenacht"})
    book.flush()
    with full_disk(book):
        book.cards.delete(card.id)
        assert not book.close(5)
    book = open_book()
    assert book.cards.of("seed") == []
    assert card_values(book, card.id) == []
    assert book.cards.restore(card.id).value == card.value


def test_cards_that_name_each_other_are_put_aside_together(open_book: OpenBook) -> None:
    book = open_book()
    with full_disk(book):
        zoo = book.cards.add("partner", {"name": "Zoo"})
        walk = book.cards.add("encounter", {"anlass": "Rundgang", "partner": [zoo.id]})
        assert not book.close(5)
    book = open_book()
    assert [card.id for card in book.cards.naming(zoo.id)] == [walk.id]


def test_a_disk_that_stays_full_for_days_keeps_every_card(
    open_book: OpenBook, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monday = plant_unsaved(open_book(), titel="Montag")

    def refuse(self: Rows, batch: Any) -> None:
        raise errors.DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(Rows, "write", refuse)
        book = open_book()
        tuesday = book.cards.add("seed", {"titel": "Dienstag"})
        book.cards.set(monday.id, titel="Montag, neu")
        assert not book.close(5)
    book = open_book()
    titles = {book.cards.title(card) for card in book.cards.of("seed")}
    assert titles == {"Montag, neu", "Dienstag"}
    assert {card.id for card in book.cards.of("seed")} == {monday.id, tuesday.id}
    assert rescue_files(paths) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda entry: entry.pop("kind"),
        lambda entry: entry.update(kind="komet"),
        lambda entry: entry.update(card="keine Nummer"),
        lambda entry: entry.update(card=7),
        lambda entry: entry.update(value=["kaputt"]),
    ],
    ids=["no-kind", "unknown-kind", "no-id", "number", "no-value"],
)
def test_a_card_that_cannot_be_taken_over_stays_and_hinders_nobody(
    open_book: OpenBook, paths: Paths, spoil: Callable[[dict[str, Any]], object]
) -> None:
    book = open_book()
    with full_disk(book):
        book.cards.add("seed", {"titel": "kaputt"})
        whole = book.cards.add("seed", {"titel": "heil"})
        assert not book.close(5)
    content = json.loads(paths.rescue.read_text("utf-8"))
    spoil(content["answers"][0])
    paths.rescue.write_text(json.dumps(content), "utf-8")
    for _ in range(2):
        book = open_book()
        assert [card.id for card in book.cards.of("seed")] == [whole.id]
        assert book.close()
        assert "kaputt" in paths.rescue.read_text("utf-8")


def test_a_card_put_aside_by_another_program_is_cleaned_and_keeps_what_no_field_takes(
    open_book: OpenBook, paths: Paths
) -> None:
    card = plant_unsaved(open_book(), titel="Lesenacht")
    content = json.loads(paths.rescue.read_text("utf-8"))
    content["answers"][0]["value"].update({"früher": "Wort", "worum": "a\u0000b", "art": "x"})
    paths.rescue.write_text(json.dumps(content), "utf-8")
    value = open_book().cards[card.id].value
    assert value == {**card.value, "früher": "Wort", "worum": "ab", "art?": "x"}
