"""A fault of the program costs one key: it is told, and the work goes on."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.safety.desk import (
    ENTER,
    ESCAPE,
    F1,
    F2,
    F4,
    F10,
    QUIT,
    SAVE,
    Desk,
    resume,
    type_in,
)
from tests.terminal.pty_app import RealTerminal

Start = Callable[..., RealTerminal]

TOLD = "Programmfehlers nicht geklappt"
SECRET = "streng vertraulich"
"""What the faults say of themselves, as one of the program may name what somebody wrote."""

PLACES = {
    "an action": ("screens.navigator:Navigator.action_home", F2),
    "a way": ("screens.navigator:Navigator._ask", F4),
    "a letter": ("gartenjahr_tui.widgets.areas:OrderedArea._on_key", ""),
    "a field": ("gartenjahr_tui.widgets.prompt_view:PromptView._value", ""),
    "a worker": ("gartenjahr_tui.app:GartenjahrApp._save", SAVE),
    "a dialog": ("screens.menue:MenuScreen.dismiss", F10 + "gie" + ENTER),
    "a dialog that opens": ("screens.menue:MenuScreen.compose_body", F10),
    "a screen that opens": ("screens.leitfaden:GuideScreen.compose_body", F1),
    "a screen that begins": ("screens.leitfaden:GuideScreen.on_mount", F1),
}


@pytest.mark.parametrize("name", PLACES)
def test_a_fault_in_one_key_is_told_and_the_work_goes_on(
    desk: Desk, start: Start, name: str
) -> None:
    place, keys = PLACES[name]
    terminal = start(f"fails={place}=1")
    resume(terminal)
    type_in(terminal, "Vorher")
    terminal.send(keys)
    terminal.wait_for("Programmfehlers")
    said = " ".join(terminal.text.split())
    assert "ZeroDivisionError" in said
    assert said.count("Programmfehlers") == 1
    assert SECRET not in terminal.text
    terminal.send(ESCAPE)
    terminal.send(F2)
    terminal.wait_for("Weg durchs Jahr")
    terminal.send(ENTER)
    type_in(terminal, " nachher")
    terminal.send(QUIT)
    assert terminal.wait_exit() == 0
    assert desk.text().endswith("orher nachher")


def test_where_nothing_can_be_painted_the_program_ends_and_says_so(
    desk: Desk, start: Start, tmp_path: Path
) -> None:
    sign = tmp_path / "sign"
    terminal = start(f"fails-when-seen={sign}")
    resume(terminal)
    type_in(terminal, "vorher")
    sign.touch()
    terminal.resize(100, 30)
    assert terminal.wait_exit() == 1
    said = " ".join(terminal.text.split())
    assert "ist gespeichert" in said
    assert SECRET not in terminal.text
    assert desk.text() == "vorher"


def test_a_fault_at_the_end_does_not_keep_anybody_here(desk: Desk, start: Start) -> None:
    terminal = start("fails=screens.formular:FormScreen.note_place")
    resume(terminal)
    type_in(terminal, "vorher")
    terminal.send(QUIT)
    assert terminal.wait_exit() == 1
    assert desk.text() == "vorher"


def test_a_fault_at_the_end_the_system_wants_loses_nothing(desk: Desk, start: Start) -> None:
    terminal = start("fails=screens.formular:FormScreen.note_place")
    resume(terminal)
    type_in(terminal, "vorher")
    terminal.kill(signal.SIGTERM)
    terminal.wait_exit()
    assert desk.text() == "vorher"


def test_a_fault_at_the_start_ends_it_and_says_so(desk: Desk, start: Start) -> None:
    terminal = start("fails=gartenjahr_tui.app:GartenjahrApp._open_book")
    assert terminal.wait_exit() == 1
    assert "wegen eines Fehlers beenden" in " ".join(terminal.text.split())
