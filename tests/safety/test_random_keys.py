"""Random keys over the sample garden: every way leads back, nothing ends by itself or is lost.

A short version of a long campaign: the same keys in each run, the same sizes of the window.
"""

from __future__ import annotations

import random
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gartenjahr_tui.guide.model import Guide
from gartenjahr_tui.sample import make_sample
from gartenjahr_tui.store.paths import Paths
from tests.safety.desk import (
    END_SECONDS,
    ENTER,
    ESCAPE,
    F1,
    F2,
    F4,
    F9,
    F10,
    QUIT,
    TAB,
    Desk,
    cursor,
    resume,
    type_in,
    wait_quiet,
)
from tests.terminal.pty_app import RealTerminal

Start = Callable[..., RealTerminal]

F3, F8 = "\x1bOR", "\x1b[19~"
PAGE_DOWN, PAGE_UP, HOME, END = "\x1b[6~", "\x1b[5~", "\x1b[H", "\x1b[F"
ARROWS = ("\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D")
OPENERS = (*"0123pbcwrk", F1, F3, F4, F8, F10)
LEAFING = (PAGE_DOWN, PAGE_UP, PAGE_DOWN, PAGE_DOWN)

PATIENCE = 6.0
"""How long the garden may take to be seen, the way there included."""


@pytest.fixture(scope="session")
def sample(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample garden, to copy."""
    folder = tmp_path_factory.mktemp("beispiel")
    make_sample(guide, Paths(folder, "im Test"))
    return folder


@pytest.fixture
def full_desk(guide: Guide, sample: Path, tmp_path: Path) -> Desk:
    """A desk with the sample garden."""
    shutil.copytree(sample, tmp_path / "garten")
    (tmp_path / "garten").chmod(0o700)
    return Desk(guide, tmp_path / "garten")


@pytest.fixture
def begin(full_desk: Desk) -> Iterator[Start]:
    """Starts the program on it."""
    terminals: list[RealTerminal] = []

    def begin_it(size: tuple[int, int] = (80, 24)) -> RealTerminal:
        terminals.append(full_desk.start(size=size))
        terminals[-1].wait_for("Weg durchs Jahr")
        return terminals[-1]

    yield begin_it
    for terminal in terminals:
        terminal.close()


def go_home(terminal: RealTerminal) -> None:
    """Escape and F2 lead to the garden, wherever one is."""
    for _ in range(10):
        terminal.send(ESCAPE)
        wait_quiet(terminal, 0.05)
    terminal.send(F2)
    terminal.wait_until(
        lambda: terminal.text.startswith(" Gartenjahr 20"), "the garden", timeout=PATIENCE
    )


def end(terminal: RealTerminal) -> float:
    """Leave, and say how long it took."""
    begun = time.monotonic()
    terminal.send(QUIT)
    assert terminal.wait_exit() == 0
    return time.monotonic() - begun


def test_keys_pressed_before_a_screen_is_painted_end_nothing(begin: Start) -> None:
    terminal = begin()
    for opener in OPENERS:
        terminal.send("".join((opener, *LEAFING, END, HOME)))
        go_home(terminal)
        assert "Programmfehler" not in terminal.text
    assert end(terminal) < END_SECONDS


KEYS: tuple[tuple[int, tuple[str, ...]], ...] = (
    (30, tuple("abcdefghijklmnopqrstuvwxyzäöüß ABC.,-")),
    (12, (TAB, "\x1b[Z")),
    (14, (ENTER,)),
    (9, (ESCAPE + ESCAPE,)),
    (20, (*ARROWS, *LEAFING, HOME, END, "\x1b[3~", "\x7f")),
    (10, (F1, F2, F3, F4, F8, F10, F10)),
    (14, tuple("01234nblouzkspcrwg?*")),
    (4, ("\x1a", "\x13", "\x01", "\x0b", "\x18", "\x16", "\x00")),
)
"""Keys, and how often they come: letters, ways through a form, ways elsewhere, editing."""


@pytest.mark.parametrize(("seed", "size"), [(1, (80, 24)), (2, (120, 40))])
def test_whatever_is_pressed_the_program_goes_on_and_leads_home(
    begin: Start, seed: int, size: tuple[int, int]
) -> None:
    chance = random.Random(seed)
    weights, groups = [weight for weight, _ in KEYS], [keys for _, keys in KEYS]
    terminal = begin(size)
    for _ in range(3):
        for _ in range(50):
            terminal.send(chance.choice(chance.choices(groups, weights)[0]))
            if chance.random() < 0.5:
                wait_quiet(terminal, 0.01)
            assert terminal.is_running, terminal.text
            assert "Programmfehler" not in terminal.text
        go_home(terminal)
    assert end(terminal) < END_SECONDS


@pytest.mark.parametrize("gap", [0.0, 0.02, 0.3])
def test_hidden_and_told_to_stop_in_one_breath_loses_nothing(
    desk: Desk, start: Start, gap: float
) -> None:
    terminal = start()
    resume(terminal)
    text = "Förderverein möchte im Frühling vorlesen auch draußen"
    type_in(terminal, text)
    terminal.send(F9)
    if gap:
        wait_quiet(terminal, gap)
    begun = time.monotonic()
    terminal.kill(signal.SIGTERM)
    assert terminal.wait_exit() == 0
    assert time.monotonic() - begun < END_SECONDS
    assert desk.text() == text


def test_between_words_typed_very_fast_no_blank_is_missing(desk: Desk, start: Start) -> None:
    terminal = start()
    resume(terminal)
    terminal.send(F8)
    terminal.wait_for("In den Erntekorb")
    terminal.wait_until(lambda: cursor(terminal), "the cursor")
    terminal.send("Spaß")
    terminal.wait_for("Spaß")
    # So many keys in one read are a paste, for terminals that do not mark one.
    terminal.send(" in der Kita Süd, im Seniorentreff ")
    terminal.wait_for("im Seniorentreff")
    terminal.send("und in der Volkshochschule am Markt")
    terminal.wait_for("am Markt")
    terminal.send(F9)
    terminal.kill(signal.SIGTERM)
    assert terminal.wait_exit() == 0
    text = "Spaß in der Kita Süd, im Seniorentreff und in der Volkshochschule am Markt"
    with desk.book() as book:
        (harvest,) = book.cards.of("harvest")
        assert text in harvest.value.values()
