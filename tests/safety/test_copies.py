"""A damaged workbook and a drive that never answers, at the start, at the end, in a terminal."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gartenjahr_tui.store import backups
from gartenjahr_tui.store.backups import Copy
from tests.safety.desk import (
    ESCAPE,
    F10,
    QUIT,
    UMLAUTS,
    Desk,
    resume,
    type_in,
    until,
    wait_quiet,
    wait_saved,
)
from tests.terminal.pty_app import RealTerminal

Start = Callable[..., RealTerminal]

QUESTION = "Jetzt zurückholen? (ja/nein)"
HOME = "Weg durchs Jahr"
SOON = 4.0
"""Seconds the end may take while a drive does not answer; a plain one takes up to two here."""


def copy_of(desk: Desk) -> Copy:
    """Open the garden once, so that its place is known, and copy it."""
    with desk.book():
        pass
    ((copy,), _) = backups.by_hand(desk.paths, None, datetime(2026, 11, 22, 12, tzinfo=UTC))
    return copy


def spoil(file: Path, kind: str) -> bytes | None:
    """Spoil a garden; returns what it holds then."""
    whole = file.read_bytes()
    content = {
        "truncated": whole[: len(whole) // 2],
        "zeros": bytes(len(whole)),
        "empty": b"",
        "foreign": b"Kein Garten, sondern ein Brief. " * 200,
        "missing": None,
    }[kind]
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)
    return content


KINDS = ["truncated", "zeros", "empty", "foreign", "missing"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_garden_that_cannot_be_read_comes_back_after_a_yes(
    desk: Desk, start: Start, kind: str
) -> None:
    copy_of(desk)
    content = spoil(desk.paths.file, kind)
    terminal = start()
    terminal.wait_for(QUESTION)
    assert "22.11.2026" in terminal.text
    terminal.send("vielleicht\r")
    terminal.wait_for("Bitte „ja“ oder „nein“ schreiben.")
    terminal.send("ja\r")
    terminal.wait_for(HOME)
    aside = list(desk.paths.copies.glob("beschaedigt-*.db"))
    assert [file.read_bytes() for file in aside] == ([] if content is None else [content])
    resume(terminal)
    type_in(terminal, UMLAUTS)
    wait_saved(terminal)
    assert desk.text() == UMLAUTS


@pytest.mark.parametrize("answer", ["nein\r", "\r", "\x04"])
def test_after_a_no_everything_is_as_it_was(desk: Desk, start: Start, answer: str) -> None:
    copy_of(desk)
    content = spoil(desk.paths.file, "truncated")
    terminal = start()
    terminal.wait_for(QUESTION)
    terminal.send(answer)
    assert terminal.wait_exit() == 1
    assert "Es wurde nichts verändert." in " ".join(terminal.text.split())
    assert "sicherung zurueckholen 1" in " ".join(terminal.text.split())
    assert desk.paths.file.read_bytes() == content


def test_without_a_copy_nothing_is_asked(desk: Desk, start: Start) -> None:
    content = spoil(desk.paths.file, "truncated")
    terminal = start()
    assert terminal.wait_exit() == 1
    assert QUESTION not in terminal.text
    assert "ist beschädigt" in " ".join(terminal.text.split())
    assert desk.paths.file.read_bytes() == content


def test_line_by_line_the_same_is_asked(desk: Desk, start: Start) -> None:
    copy_of(desk)
    spoil(desk.paths.file, "zeros")
    terminal = start(options=("--linear",))
    terminal.wait_for(QUESTION)
    terminal.send("j\r")
    terminal.wait_for("hilft überall")


@pytest.fixture
def silent(desk: Desk, tmp_path: Path) -> str:
    """The fault of a second place that never answers."""
    folder = tmp_path / "netz"
    folder.mkdir()
    copy_of(desk)
    with desk.book() as book:
        book.put(desk.guide.prompts["saeen.themen"], {"text": "seitdem"})
    backups.set_second_place(desk.paths, folder)
    os.mkfifo(folder / "rohr")
    return f"silent-drive={folder / 'rohr'}"


def is_copied(desk: Desk) -> bool:
    """Whether the copy of the day lies beside the garden."""
    return any(copy.kind is backups.CopyKind.DAILY for copy in backups.copies_here(desk.paths))


def test_a_drive_that_never_answers_holds_up_neither_start_nor_typing_nor_the_end(
    desk: Desk, start: Start, silent: str
) -> None:
    terminal = start(silent)
    resume(terminal)
    type_in(terminal, UMLAUTS)
    wait_saved(terminal)
    until(lambda: is_copied(desk), "the copy of the day beside the garden")
    begin = time.monotonic()
    terminal.send(QUIT)
    assert terminal.wait_exit() == 0
    print(f"the end took {time.monotonic() - begin:.1f} s")
    assert time.monotonic() - begin < SOON
    assert desk.text() == UMLAUTS
    assert not list(desk.paths.folder.rglob("*.neu"))


def test_line_by_line_the_end_does_not_wait_for_it_long(
    desk: Desk, start: Start, silent: str
) -> None:
    terminal = start(silent, options=("--linear",))
    terminal.wait_for("hilft überall")
    begin = time.monotonic()
    terminal.send("\x04")
    assert terminal.wait_exit() == 0
    print(f"the end took {time.monotonic() - begin:.1f} s")
    assert time.monotonic() - begin < SOON
    assert is_copied(desk)


def test_the_screen_of_the_copies_shows_what_it_knows_and_does_not_wait(
    desk: Desk, start: Start, silent: str
) -> None:
    terminal = start(silent)
    terminal.wait_for(HOME)
    terminal.send(F10)
    terminal.wait_for("Was möchten Sie tun?")
    type_in(terminal, "Sicherungen")
    wait_quiet(terminal)
    terminal.send("\r")
    terminal.wait_for("n jetzt anlegen")
    terminal.wait_for("Zweiter Ort (wird gerade gesucht)")
    terminal.wait_for("von Hand")
    terminal.send("p")
    terminal.wait_for("in Ordnung")
    terminal.send("n")
    terminal.wait_for("gerade nicht da")
    terminal.wait_for("Gesichert und geprüft")
    terminal.send(ESCAPE)
    terminal.wait_for(HOME)
    terminal.send(QUIT)
    assert terminal.wait_exit() == 0


def test_a_damaged_garden_is_told_even_then(desk: Desk, start: Start, silent: str) -> None:
    spoil(desk.paths.file, "empty")
    terminal = start(silent)
    terminal.wait_for(QUESTION)
    terminal.send("ja\r")
    terminal.wait_for(HOME)


def test_a_copy_that_cannot_be_read_to_its_end_is_left_with_esc(
    desk: Desk, start: Start, tmp_path: Path
) -> None:
    copy = copy_of(desk)
    os.mkfifo(desk.paths.copies / copy.file.name.replace("2026-11-22", "2026-11-21"))
    terminal = start()
    terminal.wait_for(HOME)
    terminal.send(F10)
    terminal.wait_for("Was möchten Sie tun?")
    type_in(terminal, "Sicherungen")
    wait_quiet(terminal)
    terminal.send("\r")
    terminal.wait_for("von Hand")
    terminal.send("p")
    terminal.wait_for("Esc bricht ab")
    terminal.send(ESCAPE)
    terminal.wait_for("Abgebrochen")
    terminal.send(QUIT)
    assert terminal.wait_exit() == 0


def test_ctrl_c_stops_the_look_through_a_garden_and_does_no_harm(desk: Desk, start: Start) -> None:
    copy = copy_of(desk)
    # Reading it never ends.
    os.mkfifo(desk.paths.copies / copy.file.name.replace("2026-11-22", "2026-11-23"))
    terminal = start(options=("pruefen",))
    terminal.wait_for("8 von 8")
    terminal.send("\x03")
    assert terminal.wait_exit() == 1
    assert "Abgebrochen." in terminal.text
    with desk.book() as book:
        assert not book.read_only
