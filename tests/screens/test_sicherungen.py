"""The safe copies at the desk: listed, made, checked, brought back, and a second place chosen."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from gartenjahr_tui.guide.model import Prompt
from gartenjahr_tui.store import backups, copying
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.widgets.chrome import KeyBar
from screens.garten import GartenScreen
from screens.sicherungen import CopiesScreen, ReturningScreen
from tests.conftest import OpenBook
from tests.screens.helpers import Desk, at_the_desk


@pytest.fixture(autouse=True)
def garden(open_book: OpenBook, prompt: Prompt, paths: Paths) -> None:
    """A garden with a word in it, closed, of which there is a copy by hand."""
    book = open_book()
    book.put(prompt, {"text": "Apfelmus"})
    assert book.close()
    backups.by_hand(paths, None, book.store.now())


def text_in(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        return str(connection.execute("SELECT value FROM answer").fetchall())


def kinds(paths: Paths) -> list[str]:
    return sorted(copy.kind.value for copy in backups.copies_here(paths))


async def to_the_copies(desk: Desk) -> None:
    await desk.do("app.copies")
    assert isinstance(desk.screen, CopiesScreen)
    await desk.until(lambda: "MB" in desk.text)


async def bring_back(desk: Desk) -> None:
    """Bring back the copy under the cursor, and wait until the garden is open again."""
    before = desk.book
    await desk.press("z", "down", "enter")
    await desk.until(lambda: desk.app.book not in (None, before))
    await desk.until(lambda: not isinstance(desk.screen, ReturningScreen))


class Gate:
    """Holds a copy up at its first step until it is told to go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reached, self.opened = threading.Event(), threading.Event()
        real = copying.copy_to

        def slowly(file: Path, fresh: Path, step: copying.OnShare) -> copying.State:
            def wait(share: float) -> None:
                self.reached.set()
                assert self.opened.wait(20)
                step(share)

            return real(file, fresh, wait)

        monkeypatch.setattr(backups, "copy_to", slowly)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate = Gate(monkeypatch)
    yield gate
    gate.opened.set()


async def test_the_copies_are_listed_with_day_kind_size_and_place(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.menu("Sicherungen")
        assert isinstance(desk.screen, CopiesScreen)
        await desk.until(lambda: "22.11.2026" in desk.text)
        line = next(line for line in desk.text.splitlines() if "22.11.2026" in line)
        assert "MB" in line
        assert "von Hand" in line
        assert "beim Garten" in line
        assert "Ort: " in desk.text
        assert "Zweiter Ort: keiner" in desk.text
        assert "Datei: von-hand-2026-11-22" in desk.text


async def test_the_key_bar_names_five_keys_that_fit(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await to_the_copies(desk)
        assert len(desk.screen.KEYS) == 5
        assert "Esc zurück" in str(desk.screen.query_one(KeyBar).render())
        assert "Esc zurück" in desk.text


async def test_n_makes_a_copy_and_says_where(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await to_the_copies(desk)
        await desk.press("n")
        await desk.until(lambda: kinds(paths).count("von-hand") == 2)
        await desk.until(lambda: "Gesichert und geprüft" in desk.text)
        assert "100 %" not in desk.text


async def test_esc_stops_a_copy_and_leaves_nothing_half(paths: Paths, gate: Gate) -> None:
    async with at_the_desk(paths) as desk:
        before = kinds(paths)
        await to_the_copies(desk)
        await desk.press("n")
        await desk.until(gate.reached.is_set)
        assert "Esc bricht ab" in desk.text
        await desk.press("escape")
        assert "Abgebrochen" in desk.text
        assert isinstance(desk.screen, CopiesScreen)
        gate.opened.set()
        await desk.until(lambda: not list(paths.copies.glob("*.neu")))
        assert kinds(paths).count("von-hand") == before.count("von-hand")
        await desk.press("escape")
        assert isinstance(desk.screen, GartenScreen)


async def test_who_goes_home_meanwhile_keeps_the_copy_and_the_program(
    paths: Paths, gate: Gate
) -> None:
    before = len(kinds(paths))
    async with at_the_desk(paths) as desk:
        await to_the_copies(desk)
        await desk.press("n")
        await desk.until(gate.reached.is_set)
        await desk.press("f2")
        gate.opened.set()
        await desk.until(lambda: len(kinds(paths)) > before)
        await desk.settle()
        assert isinstance(desk.screen, GartenScreen)


async def test_only_one_long_thing_at_a_time(paths: Paths, gate: Gate) -> None:
    async with at_the_desk(paths) as desk:
        await to_the_copies(desk)
        await desk.press("n")
        await desk.until(gate.reached.is_set)
        await desk.press("p")
        assert "Hier läuft noch etwas" in desk.text
        await desk.press("z")
        assert isinstance(desk.screen, CopiesScreen)


async def test_p_opens_each_copy_and_marks_the_damaged_one(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await to_the_copies(desk)
        await desk.press("p")
        await desk.until(lambda: "in Ordnung" in desk.text)
        (copy,) = (c for c in backups.copies_here(paths) if c.kind is backups.CopyKind.BY_HAND)
        copy.file.write_bytes(b"zerrieben")
        await desk.press("p")
        await desk.until(lambda: "beim Garten, beschädigt" in desk.text)
        line = next(line for line in desk.text.splitlines() if "beim Garten, beschädigt" in line)
        assert line.lstrip("▌ ").startswith("!")
        assert "Eine Sicherung ist beschädigt (!)" in desk.text


async def test_bringing_back_asks_first_and_no_is_what_enter_does(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await to_the_copies(desk)
        book = desk.book
        await desk.press("enter")
        assert "Zuerst wird gesichert, was jetzt da ist" in " ".join(
            desk.text.replace("│", " ").split()
        )
        await desk.press("enter")
        assert isinstance(desk.screen, CopiesScreen)
        assert desk.app.book is book
        assert "vor-zurueckholen" not in kinds(paths)


async def test_a_copy_brought_back_is_the_garden_and_the_state_before_is_kept(
    paths: Paths, prompt: Prompt
) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(prompt.id)
        await desk.type("!")
        assert "Apfelmus" in str(desk.book.answer(prompt.id).value)
        written = desk.book.answer(prompt.id).value
        await to_the_copies(desk)
        await desk.press("end")
        await bring_back(desk)
        assert isinstance(desk.screen, GartenScreen)
        assert desk.book.answer(prompt.id).value == {"text": "Apfelmus"}
        assert any("wieder so wie am" in said for said in desk.said)
        (kept,) = paths.copies.glob("vor-zurueckholen-*.db")
        assert "!" in text_in(kept)
        await desk.open(prompt.id)
        assert "Apfelmus" in str(desk.focused.text), desk.text
        await desk.type("?")
        await desk.book_saved()
        assert "?" in text_in(paths.file)
        await to_the_copies(desk)
        copies: Any = desk.screen
        named = [line for line in copies._lines if line.copy.file == kept]
        assert len(named) == 1
        place = copies._lines.index(named[0])
        await desk.press("home", *["down"] * place)
        await bring_back(desk)
        assert desk.book.answer(prompt.id).value == written


async def test_esc_while_a_copy_is_brought_back_leaves_the_garden_as_it_was(
    paths: Paths, prompt: Prompt, gate: Gate
) -> None:
    gate.opened.set()
    async with at_the_desk(paths) as desk:
        await desk.open(prompt.id)
        await desk.type("!")
        written = desk.book.answer(prompt.id).value
        await to_the_copies(desk)
        before = desk.book
        gate.opened.clear()
        gate.reached.clear()
        await desk.press("z", "down", "enter")
        await desk.until(gate.reached.is_set)
        assert isinstance(desk.screen, ReturningScreen)
        await desk.press("escape")
        gate.opened.set()
        await desk.until(lambda: desk.app.book not in (None, before))
        await desk.until(lambda: isinstance(desk.screen, GartenScreen))
        assert any("Der Garten ist, wie er war" in said for said in desk.said)
        assert desk.book.answer(prompt.id).value == written
        assert not list(paths.folder.rglob("*.neu"))
        assert "vor-zurueckholen" not in kinds(paths)


async def test_a_damaged_copy_is_not_brought_back_and_the_garden_stays_open(
    paths: Paths, prompt: Prompt
) -> None:
    async with at_the_desk(paths) as desk:
        await desk.until(lambda: desk.app.book)
        await to_the_copies(desk)
        await desk.press("end")
        for copy in backups.copies_here(paths):
            copy.file.write_bytes(b"zerrieben")
        book = desk.book
        await desk.press("z", "down", "enter")
        await desk.until(lambda: any("keine Sicherung eines Gartens" in s for s in desk.said))
        assert desk.book is book
        await desk.open(prompt.id)
        await desk.type("!")
        assert "!" in str(desk.book.answer(prompt.id).value)


async def test_a_second_window_lists_copies_and_brings_none_back(paths: Paths) -> None:
    async with at_the_desk(paths), at_the_desk(paths) as second:
        await to_the_copies(second)
        await second.press("z")
        assert "Hier können Sie nur lesen" in second.text


async def test_the_second_place_is_typed_and_given_up(paths: Paths, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    async with at_the_desk(paths) as desk:
        await to_the_copies(desk)
        await desk.press("o")
        await desk.paste(f'"{stick}"')
        await desk.press("enter")
        await desk.until(lambda: "gibt es nicht" in " ".join(desk.text.split()))
        assert backups.second_place(paths) is None
        stick.mkdir()
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.screen, CopiesScreen))
        assert backups.second_place(paths) == stick
        await desk.press("n")
        await desk.until(lambda: "zweiter Ort  " in desk.text)
        (copy,) = backups.copies_in(stick)
        assert "Apfelmus" in text_in(copy.file)
        await desk.press("o")
        await desk.press(*["backspace"] * (len(str(stick)) + 2), "enter")
        await desk.until(lambda: "Zweiter Ort: keiner" in desk.text)
        assert backups.second_place(paths) is None


async def test_a_stick_that_is_not_there_is_said_in_plain_words(
    paths: Paths, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.set_second_place(paths, stick)
    stick.rmdir()
    async with at_the_desk(paths) as desk:
        await to_the_copies(desk)
        await desk.until(lambda: "gerade nicht da" in desk.text)
        await desk.press("n")
        await desk.until(lambda: "Gesichert und geprüft" in desk.text)
        assert not stick.exists()


async def test_a_drive_that_never_answers_holds_up_nothing(
    paths: Paths, tmp_path: Path, monkeypatch: Any, prompt: Prompt
) -> None:
    drive = tmp_path / "netz"
    drive.mkdir()
    backups.set_second_place(paths, drive)
    never, real = threading.Event(), Path.is_dir

    def is_dir(self: Path) -> bool:
        if self == drive:
            never.wait(60)
        return real(self)

    monkeypatch.setattr(Path, "is_dir", is_dir)
    monkeypatch.setattr(backups, "PATIENCE", 0.1)
    try:
        async with at_the_desk(paths) as desk:
            await to_the_copies(desk)
            assert "wird gerade gesucht" in desk.text
            await desk.press("n")
            await desk.until(lambda: kinds(paths).count("von-hand") == 2)
            await desk.open(prompt.id)
            await desk.type("!")
            await desk.book_saved()
            await desk.press("ctrl+q")
            await desk.until(lambda: desk.app.return_code is not None)
    finally:
        never.set()


async def test_the_curtain_stays_while_a_copy_is_brought_back(
    paths: Paths, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gartenjahr_tui.terminal.curtain.REST_SECONDS", 0)
    gate.opened.set()
    async with at_the_desk(paths) as desk:
        await to_the_copies(desk)
        gate.opened.clear()
        gate.reached.clear()
        before = desk.book
        await desk.press("z", "down", "enter")
        await desk.until(gate.reached.is_set)
        await desk.press("f9")
        gate.opened.set()
        await desk.until(lambda: desk.app.book not in (None, before))
        assert desk.screen is desk.app._curtain
        assert "Sicherung" not in desk.text
        await desk.press("space")
        await desk.until(lambda: isinstance(desk.screen, GartenScreen))


async def test_leaving_while_a_copy_is_brought_back_leaves_a_whole_garden(
    paths: Paths, gate: Gate, prompt: Prompt
) -> None:
    gate.opened.set()
    async with at_the_desk(paths) as desk:
        await to_the_copies(desk)
        gate.opened.clear()
        gate.reached.clear()
        await desk.press("z", "down", "enter")
        await desk.until(gate.reached.is_set)
        gate.opened.set()
        await desk.press("ctrl+q")
        await desk.until(lambda: desk.app.return_code is not None)
    async with at_the_desk(paths) as desk:
        assert not desk.book.read_only
        assert desk.book.answer(prompt.id).value == {"text": "Apfelmus"}
    assert not list(paths.folder.rglob("*.neu"))
