"""However the program ends, every word is there afterwards."""

from __future__ import annotations

import contextlib
import random
import signal
import time
from collections.abc import Callable

import pytest

from tests.safety.desk import (
    END_SECONDS,
    ENTER,
    ENTRIES,
    ESCAPE,
    F2,
    F9,
    F10,
    LINE,
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
End = Callable[[RealTerminal], None]
LEFT = "\x1b[D"


def cursor_line(terminal: RealTerminal) -> int:
    place = cursor(terminal)
    return place[1] if place else 0


def ctrl_q(terminal: RealTerminal) -> None:
    terminal.send(QUIT)


def sigterm(terminal: RealTerminal) -> None:
    terminal.kill(signal.SIGTERM)


def sighup(terminal: RealTerminal) -> None:
    terminal.kill(signal.SIGHUP)


def close_window(terminal: RealTerminal) -> None:
    """The window goes; Linux throws away what the program has not read by then."""
    last = terminal.text.split()[-1]
    assert last
    terminal.hang_up()


ENDINGS = [ctrl_q, sigterm, sighup]


def test_a_power_cut_after_gespeichert_costs_nothing(desk: Desk, start: Start) -> None:
    terminal = start()
    resume(terminal)
    type_in(terminal, UMLAUTS)
    terminal.send("\r")
    type_in(terminal, "zweite Zeile")
    terminal.send(LEFT * 3)
    terminal.wait_for("zweite Zeile")
    wait_saved(terminal)
    place = cursor(terminal)
    assert place
    column = place[0]
    terminal.kill(signal.SIGKILL)
    assert terminal.wait_exit() == -signal.SIGKILL
    assert desk.text() == f"{UMLAUTS}\nzweite Zeile"

    again = start()
    resume(again)
    again.wait_for("zweite Zeile")
    # Without the lines that were kept free for typing, the page may stand a little higher.
    again.wait_until(lambda: (cursor(again) or (0, 0))[0] == column, f"the cursor at {column}")
    type_in(again, "!!")
    again.wait_for("zweite Ze!!ile")


@pytest.mark.parametrize("end", ENDINGS)
def test_ending_in_the_middle_of_a_word_loses_nothing(desk: Desk, start: Start, end: End) -> None:
    terminal = start()
    resume(terminal)
    type_in(terminal, UMLAUTS)
    end(terminal)
    assert terminal.wait_exit() == 0
    assert desk.text() == UMLAUTS


def test_closing_the_window_loses_nothing(desk: Desk, start: Start) -> None:
    terminal = start()
    resume(terminal)
    type_in(terminal, UMLAUTS)
    terminal.wait_for(UMLAUTS)
    terminal.hang_up()
    assert terminal.wait_exit() == 0
    assert desk.text() == UMLAUTS


@pytest.mark.parametrize("end", ENDINGS)
def test_ending_within_an_entry_loses_nothing(desk: Desk, start: Start, end: End) -> None:
    desk.mark(ENTRIES)
    terminal = start()
    terminal.wait_for("Weg durchs Jahr")
    terminal.send("\r")
    terminal.wait_for("n = ")
    terminal.send("n")
    terminal.wait_until(lambda: cursor(terminal), "a cursor")
    type_in(terminal, UMLAUTS)
    end(terminal)
    assert terminal.wait_exit() == 0
    (entries,) = desk.value(ENTRIES).values()
    assert [list(entry.values()) for entry in entries] == [[UMLAUTS]]


@pytest.mark.parametrize("end", [sigterm])
def test_ending_within_a_line_loses_nothing(desk: Desk, start: Start, end: End) -> None:
    desk.mark(LINE)
    terminal = start()
    resume(terminal)
    terminal.send(TAB)
    type_in(terminal, "12 Grüße")
    end(terminal)
    assert terminal.wait_exit() == 0
    assert list(desk.value(LINE).values()) == ["12 Grüße"]


@pytest.mark.parametrize("end", [ctrl_q, sighup])
def test_ending_below_an_open_menu_loses_nothing(desk: Desk, start: Start, end: End) -> None:
    terminal = start()
    resume(terminal)
    type_in(terminal, UMLAUTS)
    terminal.send(F10)
    terminal.wait_for("Was möchten Sie tun?")
    end(terminal)
    assert terminal.wait_exit() == 0
    assert desk.text() == UMLAUTS
    again = start()
    resume(again)
    again.wait_for(UMLAUTS)


@pytest.mark.parametrize("end", [ctrl_q, sigterm, close_window])
def test_ending_the_first_start_keeps_the_name(new_desk: Desk, end: End) -> None:
    with new_desk.start() as terminal:
        terminal.wait_for("Wie heißt Ihre Bibliothek?")
        terminal.wait_until(lambda: cursor(terminal), "a cursor")
        type_in(terminal, "Bücherei Köln")
        if end is close_window:
            terminal.wait_for("Bücherei Köln")
        end(terminal)
        assert terminal.wait_exit() == 0
    with new_desk.start() as again:
        again.wait_for("Bücherei Köln")


def test_a_power_cut_on_the_welcome_page_keeps_name_and_voice(new_desk: Desk) -> None:
    with new_desk.start() as terminal:
        terminal.wait_for("Wie heißt Ihre Bibliothek?")
        terminal.wait_until(lambda: cursor(terminal), "a cursor")
        type_in(terminal, "Bücherei Köln")
        terminal.wait_for("Bücherei Köln")
        above = cursor_line(terminal)
        terminal.send("\r")
        terminal.wait_until(lambda: cursor_line(terminal) > above, "the next field")
        type_in(terminal, "Änne")
        terminal.wait_for("Änne")
        wait_saved(terminal)
        terminal.kill(signal.SIGKILL)
        terminal.wait_exit()
    with new_desk.start() as again:
        again.wait_for("Bücherei Köln")
    with new_desk.book() as book:
        assert [voice.name for voice in book.voices] == ["Änne"]


def test_the_window_was_in_the_background_when_the_computer_shut_down(
    desk: Desk, start: Start
) -> None:
    terminal = start()
    resume(terminal)
    type_in(terminal, "im Satz")
    terminal.wait_for("im Satz")
    place = cursor(terminal)
    terminal.send("\x1b[O")
    terminal.wait_until(lambda: not cursor(terminal), "the cursor to go")
    sigterm(terminal)
    assert terminal.wait_exit() == 0
    again = start()
    resume(again)
    assert cursor(again) == place


def test_ten_power_cuts_while_typing_cost_at_most_the_last_second(desks: list[Desk]) -> None:
    chance = random.Random(4)
    kept = ""
    late: list[float] = []
    for number in range(2):
        words = f"Runde{number} äöü\r"
        kept += words.replace("\r", "\n")
        # Several at a time, because starting takes longest.
        with contextlib.ExitStack() as stack:
            terminals = [stack.enter_context(desk.start()) for desk in desks]
            for terminal in terminals:
                resume(terminal)
            typed: list[float] = []
            for terminal in terminals:
                type_in(terminal, words)
                terminal.wait_for(words.strip())
                typed.append(time.monotonic())
            for desk, terminal, last in zip(desks, terminals, typed, strict=True):
                moment = last + chance.uniform(0.9, 1.2)
                until(lambda: time.monotonic() > moment, "the moment")  # noqa: B023
                terminal.kill(signal.SIGKILL)
                late.append(time.monotonic() - last)
                terminal.wait_exit()
                assert desk.text() == kept, f"killed {late[-1]:.2f} s after the last key"
    print("killed after", " ".join(f"{seconds:.2f}" for seconds in late), "s; lost: nothing")


HANGS = {
    "the program": ("screens.navigator:Navigator.action_home", F2),
    "a screen": ("screens.formular:FormScreen.on_outline_chosen", ESCAPE + ESCAPE + ENTER),
    "a dialog": ("gartenjahr_tui.widgets.dialog:Dialog.on_key", F10 + "\x1b[18~"),
}


@pytest.mark.parametrize("name", HANGS)
@pytest.mark.parametrize("end", [ctrl_q, sigterm])
def test_what_never_comes_to_its_end_holds_up_neither_curtain_nor_end(
    desk: Desk, start: Start, name: str, end: End
) -> None:
    place, keys = HANGS[name]
    terminal = start(f"hangs={place}")
    resume(terminal)
    type_in(terminal, UMLAUTS)
    wait_saved(terminal)
    terminal.send(keys)
    wait_quiet(terminal)
    terminal.send("1")
    terminal.send(F9)
    terminal.wait_for("Sichtschutz –")
    begun = time.monotonic()
    end(terminal)
    assert terminal.wait_exit() == 0
    assert time.monotonic() - begun < END_SECONDS
    assert desk.text() == UMLAUTS
