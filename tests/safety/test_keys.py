"""No key and no size of the window takes text away."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.safety.desk import (
    ENTER,
    ESCAPE,
    F1,
    F2,
    F4,
    F9,
    F10,
    QUIT,
    TAB,
    UMLAUTS,
    Desk,
    cursor,
    resume,
    type_in,
    until,
    wait_quiet,
    wait_saved,
)
from tests.terminal.pty_app import RealTerminal

Start = Callable[..., RealTerminal]

SMALL = "Das Fenster ist gerade sehr klein"


@pytest.fixture
def terminal(start: Start) -> RealTerminal:
    terminal = start()
    resume(terminal)
    return terminal


def test_escape_f_keys_digits_and_tab_leave_the_text(desk: Desk, terminal: RealTerminal) -> None:
    type_in(terminal, "Esc-äöü ")
    terminal.send(ESCAPE)
    terminal.wait_until(lambda: not cursor(terminal), "the outline")
    terminal.send(F2)
    terminal.wait_for("Weg durchs Jahr")
    terminal.send(ENTER)
    terminal.wait_until(lambda: cursor(terminal), "the cursor")
    text = "Esc-äöü "
    ways = [
        ("Tab", TAB, "Frage 2 von 4", "\x1b[Z"),
        ("F2", F2, "Weg durchs Jahr", ENTER),
        ("F1", F1, "i Inhalt", ESCAPE),  # „Leitfaden“ stands in every key bar
        ("F4", F4, "anderen Jahren", ESCAPE),
        ("F10", F10, "Was möchten Sie tun?", ESCAPE),
    ]
    for name, key, seen, back in ways:
        word = f"{name}-äöü "
        type_in(terminal, word)
        text += word
        terminal.send(key)
        terminal.wait_for(seen)
        wait_quiet(terminal)
        terminal.send(back)
        terminal.wait_for(word.strip())
        terminal.wait_until(lambda: cursor(terminal), "the cursor")
        wait_saved(terminal)
        assert desk.text() == text, terminal.text
    type_in(terminal, "0123456789")
    wait_saved(terminal)
    assert desk.text() == text + "0123456789"


def test_f9_hides_every_word_in_any_window_and_a_key_gives_it_back(
    desk: Desk, terminal: RealTerminal
) -> None:
    type_in(terminal, "Frau Kaya ")
    terminal.wait_for("Frau Kaya")
    terminal.send(F9)
    terminal.wait_for("Sichtschutz –")
    hidden = time.monotonic()
    for size in ((120, 40), (80, 10), (80, 24)):
        assert not cursor(terminal)
        assert "Kaya" not in terminal.text
        terminal.resize(*size)
        terminal.wait_for("Sichtschutz –")
    until(lambda: time.monotonic() > hidden + 1, "the moment")
    assert "Kaya" not in terminal.text
    terminal.send("x")
    terminal.wait_for("Frau Kaya")
    terminal.wait_for("Vorjahre")
    assert not {*"░▒▓█"} & set(terminal.text)
    assert "Sichtschutz" not in terminal.text
    type_in(terminal, "heute")
    wait_saved(terminal)
    assert desk.text() == "Frau Kaya heute"


def test_escape_twice_and_a_digit_go_away_and_the_text_stays(
    desk: Desk, terminal: RealTerminal
) -> None:
    type_in(terminal, UMLAUTS)
    terminal.send(ESCAPE)
    terminal.wait_until(lambda: not cursor(terminal), "the outline")
    terminal.send(ESCAPE)
    terminal.wait_for("Weg durchs Jahr")
    terminal.send("2")
    terminal.wait_for("2 Pflegen ·")
    terminal.send("1")
    terminal.wait_for("1 Säen ·")
    terminal.wait_for(UMLAUTS)
    terminal.send(QUIT)
    assert terminal.wait_exit() == 0
    assert desk.text() == UMLAUTS


@pytest.mark.parametrize("size", [(40, 10), (20, 5)])
def test_a_tiny_window_says_so_and_typing_goes_on(
    desk: Desk, terminal: RealTerminal, size: tuple[int, int]
) -> None:
    type_in(terminal, "vorher ")
    terminal.resize(*size)
    type_in(terminal, "im kleinen Fenster ")
    terminal.wait_for("Das Fenster ist" if size[0] < 40 else SMALL)
    wait_saved_file(desk, terminal, "vorher im kleinen Fenster ")
    terminal.resize(300, 80)
    terminal.wait_for("vorher im kleinen Fenster")
    type_in(terminal, "im großen ")
    terminal.wait_for("im großen")
    terminal.resize(80, 24)
    terminal.wait_for("im großen")
    wait_saved(terminal)
    assert desk.text() == "vorher im kleinen Fenster im großen "


def wait_saved_file(desk: Desk, terminal: RealTerminal, text: str) -> None:
    terminal.wait_until(lambda: desk.text() == text, f"{text!r} in the file")


@pytest.mark.parametrize("size", [(40, 10), (20, 5), (300, 80)])
def test_any_window_will_do_from_the_start(desk: Desk, start: Start, size: tuple[int, int]) -> None:
    terminal = start(size=size)
    if size[0] < 60:
        terminal.wait_for("Das Fenster ist")
        terminal.resize(80, 24)
    resume(terminal)
    terminal.resize(*size)
    type_in(terminal, UMLAUTS)
    wait_saved_file(desk, terminal, UMLAUTS)
    terminal.resize(80, 24)
    terminal.wait_for(UMLAUTS)


def test_resizing_back_and_forth_while_typing_loses_no_key(
    desk: Desk, terminal: RealTerminal
) -> None:
    text = "Während getippt wird, zieht jemand am Fenster, größer und kleiner. "
    for number, character in enumerate(text):
        terminal.send(character)
        if number % 6 == 0:
            terminal.resize(60 + number * 2, 10 + number)
    terminal.resize(80, 24)
    wait_saved(terminal)
    assert desk.text() == text


def test_two_sizes_of_the_window_in_one_breath_end_at_the_second(
    desk: Desk, tmp_path: Path
) -> None:
    sign = tmp_path / "taken"
    terminal = desk.start(f"size-taken={sign}")
    try:
        resume(terminal)
        terminal.resize(120, 40)
        until(sign.exists, "the program to read the size")
        terminal.resize(80, 24)
        terminal.wait_until(lambda: terminal.lines[23].startswith(" F1 Leitfaden"), "the footer")
        type_in(terminal, "danach")
        wait_saved(terminal)
    finally:
        terminal.close()
    assert desk.text() == "danach"


def test_backspace_deletes_what_was_typed_before_it_however_fast(
    desk: Desk, terminal: RealTerminal
) -> None:
    terminal.send("Gartn\x7fenn\x7f und\x1b[HIm \x1b[F Beet")
    wait_saved(terminal)
    assert desk.text() == "Im Garten und Beet"
