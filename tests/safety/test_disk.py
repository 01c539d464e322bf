"""A slow, full or forbidden disk: the person is told, and no word is lost."""

from __future__ import annotations

import contextlib
import resource
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gartenjahr_tui.store import paths
from tests.safety.desk import ENTER, QUIT, UMLAUTS, Desk, resume, type_in, wait_saved
from tests.terminal.pty_app import RealTerminal

Start = Callable[..., RealTerminal]

STANDS = "Ihr Text steht"
NOT_YET = "noch nicht gespeichert"
SENTENCE = "Der Förderverein möchte im Frühling vorlesen, auch draußen. "


def no_room(terminal: RealTerminal, limit: int = 2048) -> None:
    """No file of the program may grow beyond this: what a full disk does."""
    resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))


def room_again(terminal: RealTerminal) -> None:
    free = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, free)


def wait_told(terminal: RealTerminal, words: str) -> None:
    """Wait for a notice; its sentence goes over several lines."""

    def told() -> bool:
        lines = (line.rpartition("▌")[2].strip() for line in terminal.lines if "▌" in line)
        return words in " ".join(lines)

    terminal.wait_until(told, f"the notice „{words}“")


def write_in_vain(terminal: RealTerminal, text: str = UMLAUTS) -> None:
    type_in(terminal, text)
    wait_told(terminal, STANDS)
    terminal.wait_for(NOT_YET)
    terminal.wait_for(text)


def rescues(desk: Desk) -> list[Path]:
    """Files of text put aside, wherever they may lie."""
    places = (desk.paths.folder, paths.state_folder(), Path(tempfile.gettempdir()))
    found = (path for place in places for path in place.rglob("*rettung.json"))
    return sorted(set(found))


def test_a_disk_that_takes_half_a_second_does_not_slow_typing(desk: Desk, start: Start) -> None:
    terminal = start("slow-disk=0.5")
    resume(terminal)
    wait_saved(terminal)
    text = (SENTENCE * 2)[:60]
    slowest = 0.0
    for number in range(1, len(text) + 1):
        begin = time.monotonic()
        terminal.send(text[number - 1])
        shown = text[:number].split()[-1]
        terminal.wait_until(lambda: shown in terminal.text, "the key to show")  # noqa: B023
        slowest = max(slowest, time.monotonic() - begin)
    print(f"slowest key {slowest * 1000:.0f} ms")
    assert slowest < 0.4, "a commit of 500 ms must not hold up a key"
    wait_saved(terminal)
    assert desk.text() == text
    type_in(terminal, SENTENCE)
    terminal.send(QUIT)
    assert terminal.wait_exit() == 0
    assert desk.text() == text + SENTENCE


def test_a_full_disk_is_told_and_the_text_saved_when_there_is_room(
    desk: Desk, start: Start
) -> None:
    terminal = start()
    resume(terminal)
    no_room(terminal)
    write_in_vain(terminal)
    type_in(terminal, "+")
    terminal.wait_for(UMLAUTS + "+")
    room_again(terminal)
    wait_saved(terminal)
    assert desk.text() == UMLAUTS + "+"


def test_leaving_with_a_full_disk_asks_and_the_text_is_there_next_time(
    desk: Desk, start: Start
) -> None:
    terminal = start()
    resume(terminal)
    no_room(terminal)
    write_in_vain(terminal)
    terminal.send(QUIT)
    terminal.wait_for("b  Beenden und Text beiseitelegen")
    terminal.send("\x1b")
    terminal.wait_until(lambda: "Beenden und Text" not in terminal.text, "the field again")
    terminal.wait_for(UMLAUTS)
    terminal.send(QUIT)
    terminal.wait_for("b  Beenden und Text beiseitelegen")
    terminal.send("b")
    assert terminal.wait_exit() == 0
    assert desk.text() == ""
    assert len(rescues(desk)) == 1
    again = start()
    resume(again)
    again.wait_for(UMLAUTS)
    assert desk.text() == UMLAUTS
    assert rescues(desk) == []


def test_a_shutdown_with_a_full_disk_keeps_the_text_elsewhere(desk: Desk, start: Start) -> None:
    terminal = start()
    resume(terminal)
    no_room(terminal)
    write_in_vain(terminal)
    type_in(terminal, "!")
    terminal.kill(signal.SIGTERM)
    assert terminal.wait_exit() == 0
    assert len(rescues(desk)) == 1
    again = start()
    resume(again)
    again.wait_for(UMLAUTS + "!")
    assert desk.text() == UMLAUTS + "!"


def _runs(command: list[str]) -> bool:
    found = shutil.which(command[0]) is not None
    return found and not subprocess.run(command, capture_output=True, check=False).returncode


def _immutable(flag: str, *files: str) -> bool:
    """Let nobody, not even root, change these files; needs rights and the right disk."""
    return _runs(["chattr", flag, *files])


@pytest.fixture
def small_disk(desk: Desk) -> Iterator[Path]:
    """The garden lies on a disk of its own, which can be filled up."""
    folder = desk.paths.folder
    aside = folder.with_name("vorher")
    folder.rename(aside)
    folder.mkdir(mode=0o700)
    command = ["mount", "-t", "tmpfs", "-o", "size=1m,mode=700", "tmpfs", str(folder)]
    if not _runs(command):
        pytest.skip("no disk can be mounted here")
    try:
        shutil.copy(aside / "gartenjahr.db", folder)
        yield folder
    finally:
        assert _runs(["umount", "--lazy", str(folder)])


def test_a_really_full_stick_is_told_and_the_text_saved_when_there_is_room(
    desk: Desk, small_disk: Path, start: Start
) -> None:
    terminal = start()
    resume(terminal)
    type_in(terminal, "vorher ")
    wait_saved(terminal)
    ballast = small_disk / "ballast"
    with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(b"0" * 512):
            pass
    type_in(terminal, (SENTENCE * 200)[:9000])
    wait_told(terminal, "Der Datenträger ist voll.")
    terminal.wait_for(NOT_YET)
    ballast.unlink()
    wait_saved(terminal)
    assert desk.text() == "vorher " + (SENTENCE * 200)[:9000]


def test_a_file_that_may_not_be_written_is_told_and_saved_when_it_may(
    desk: Desk, start: Start, tmp_path: Path
) -> None:
    switch = tmp_path / "verboten"
    terminal = start(f"refuse-while={switch}")
    resume(terminal)
    switch.touch()
    write_in_vain(terminal)
    wait_told(terminal, "Datei lässt sich gerade nicht beschreiben")
    switch.unlink()
    wait_saved(terminal)
    assert desk.text() == UMLAUTS


def test_a_locked_folder_is_told_and_the_text_put_elsewhere(desk: Desk, start: Start) -> None:
    files = [str(path) for path in (desk.paths.folder, desk.paths.file)]
    terminal = start()
    resume(terminal)
    wait_saved(terminal)
    files.append(str(desk.paths.file) + "-wal")
    if not _immutable("+i", *files):
        _immutable("-i", *files)
        pytest.skip("files cannot be made immutable here")
    try:
        write_in_vain(terminal)
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_exit() == 0
    finally:
        _immutable("-i", *files)
    (rescue,) = rescues(desk)
    assert rescue.parent != desk.paths.folder
    again = start()
    resume(again)
    again.wait_for(UMLAUTS)
    assert desk.text() == UMLAUTS


def test_a_folder_that_cannot_be_written_is_opened_to_be_read(desk: Desk, start: Start) -> None:
    folder = str(desk.paths.folder)
    if not _immutable("+i", folder):
        pytest.skip("folders cannot be made immutable here")
    try:
        terminal = start()
        terminal.wait_for("nur lesen")
        terminal.wait_for("nicht geschrieben")
    finally:
        _immutable("-i", folder)


def test_enter_pressed_before_the_garden_is_open_waits_for_it(desk: Desk, start: Start) -> None:
    terminal = start("slow-disk=0.5")
    terminal.wait_for("Weg durchs Jahr")
    terminal.send(ENTER)
    terminal.wait_for("┌──")
    wait_saved(terminal)
