"""A clock that goes wrong takes nothing away."""

from __future__ import annotations

from collections.abc import Callable

from tests.safety.desk import TEXT, Desk, resume, type_in, wait_saved
from tests.terminal.pty_app import RealTerminal

DAY = 24 * 60 * 60


def test_a_clock_set_back_between_two_sittings_mixes_nothing_up(
    desk: Desk, start: Callable[..., RealTerminal]
) -> None:
    texts = ["eins", "zwei", "drei"]
    for text, days in zip(texts, (10, -400, 3), strict=True):
        terminal = start(f"clock-off={days * DAY}")
        resume(terminal)
        terminal.send("\x1b[H")
        type_in(terminal, f"{text} ")
        wait_saved(terminal)
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
    assert desk.text() == "drei zwei eins "
    with desk.book() as book:
        said = [version.value["text"] for version in book.versions(book.guide.prompts[TEXT])]
    assert said == ["zwei eins ", "eins "]
