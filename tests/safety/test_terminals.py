"""Plain terminals will do, and a long day leaves nothing behind."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.safety.desk import ESCAPE, F2, F10, UMLAUTS, Desk, type_in, wait_quiet, wait_saved
from tests.terminal.pty_app import RealTerminal

Start = Callable[..., RealTerminal]


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": "linux"}])
def test_a_plain_terminal_will_do(desk: Desk, start: Start, env: dict[str, str]) -> None:
    terminal = start(env=env)
    terminal.wait_for("Weg durchs Jahr")
    terminal.send("\r")
    terminal.wait_for("┌──")
    # Being in a question is remembered, so this says that the cursor is there.
    wait_saved(terminal)
    type_in(terminal, UMLAUTS)
    terminal.wait_for(UMLAUTS)
    wait_saved(terminal)
    assert desk.text() == UMLAUTS


def test_no_colour_is_sent_when_none_is_wanted(desk: Desk, start: Start) -> None:
    terminal = start(env={"NO_COLOR": "1"})
    terminal.wait_for("Weg durchs Jahr")
    terminal.wait_for("alles gespeichert")
    for red, green, blue in re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", bytes(terminal.output)):
        assert red == green == blue


def test_ascii_shows_no_sign_that_is_not_ascii(desk: Desk, start: Start) -> None:
    terminal = start(options=("--ascii",))
    terminal.wait_for("Weg durchs Jahr")
    terminal.wait_for("alles gespeichert")
    seen = set(terminal.text)
    for key in "01234":
        terminal.send(key)
        terminal.wait_for(f" {key} ")
        wait_quiet(terminal)
        seen |= set(terminal.text)
        for _ in range(5):
            terminal.send("\x1b[B")
            wait_quiet(terminal, 0.05)
            seen |= set(terminal.text)
    terminal.send(F10)
    terminal.wait_for("tun?")
    seen |= set(terminal.text)
    terminal.send(ESCAPE)
    terminal.send(F2)
    terminal.wait_for("Weg durchs Jahr")
    seen |= set(bytes(terminal.output).decode(errors="replace"))
    assert {sign for sign in seen if not sign.isascii() and not sign.isalpha()} == set()


def memory(pid: int) -> float:
    """What the process holds, in MiB."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def test_three_hundred_changes_of_screen_leave_nothing_behind(desk: Desk, start: Start) -> None:
    terminal = start()
    terminal.wait_for("alles gespeichert")
    held: list[float] = []
    for number in range(100):
        step = str(number % 5)
        terminal.send(step)
        terminal.wait_until(lambda: terminal.lines[0].startswith(f" {step} "), "the step")  # noqa: B023
        terminal.send(F10)
        terminal.wait_for("Was möchten Sie tun?")
        terminal.send(ESCAPE)
        terminal.wait_until(lambda: "Was möchten" not in terminal.text, "the menu to go")
        terminal.send(F2)
        terminal.wait_for("Weg durchs Jahr")
        if number in (33, 66, 99):
            held.append(memory(terminal.pid))
    print("MiB after 100, 200, 300 changes:", *(f"{mib:.0f}" for mib in held))
    # Python collects what a closed dialog leaves behind only now and then.
    assert held[-1] - held[0] < 30
