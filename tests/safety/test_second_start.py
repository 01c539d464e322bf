"""Two windows on one garden: one writes, the other looks."""

from __future__ import annotations

from collections.abc import Callable

from tests.safety.desk import (
    ESCAPE,
    F2,
    F10,
    QUIT,
    SAVE,
    UMLAUTS,
    Desk,
    resume,
    type_in,
    until,
    wait_quiet,
    wait_saved,
)
from tests.terminal.pty_app import RealTerminal


def test_the_second_start_may_only_look_and_the_first_goes_on_saving(
    desk: Desk, start: Callable[..., RealTerminal]
) -> None:
    first = start()
    resume(first)
    type_in(first, "aus dem ersten Fenster ")
    wait_saved(first)

    second = start(env={"USER": "zweite", "LOGNAME": "zweite"})
    second.wait_for("Nur lesen: Der Garten ist schon geöffnet")
    second.wait_for("seit")
    second.send("\r")
    second.wait_for("aus dem ersten Fenster")
    second.wait_for("nur lesen")
    type_in(second, "darf nicht sein\x7f\x7f\rn")
    second.send(SAVE)
    for key, seen in ((F10, "Was möchten Sie tun?"), (ESCAPE, "Frage 1"), (F2, "Weg durchs")):
        second.send(key)
        second.wait_for(seen)
    for step in "01234":
        second.send(F2)
        second.wait_for("Weg durchs")
        second.send(step)
        second.wait_for(f" {step} ")
        wait_quiet(second)
    for entry in ("einrichten", "Wer schreibt", "jahre"):
        second.send(F10)
        second.wait_for("Was möchten Sie tun?")
        type_in(second, entry)
        wait_quiet(second)
        second.send("\r")
        wait_quiet(second)
        type_in(second, "n2031\r")
        wait_quiet(second)
        second.send(ESCAPE)
        wait_quiet(second)
    assert second.is_running, second.text

    type_in(first, UMLAUTS)
    # „gespeichert“ stands there from the first time; on a busy computer only the file tells.
    until(lambda: desk.text() == "aus dem ersten Fenster " + UMLAUTS, "the text in the file")
    second.send(ESCAPE)
    second.send(QUIT)
    assert second.wait_exit() == 0
    first.send(QUIT)
    assert first.wait_exit() == 0
    with desk.book() as book:
        assert len(book.voices) == 1
        assert len(book.years) == 1
        assert book.profile.library == "Stadtbücherei Köln"


def test_after_a_power_cut_the_next_start_may_write(
    desk: Desk, start: Callable[..., RealTerminal]
) -> None:
    first = start()
    resume(first)
    first.kill(9)
    first.wait_exit()
    again = start()
    resume(again)
    type_in(again, UMLAUTS)
    wait_saved(again)
    assert desk.text() == UMLAUTS
