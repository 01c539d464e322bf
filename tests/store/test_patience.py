"""Nobody waits for ever for a drive that does not answer."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from gartenjahr_tui.store.patience import within


@pytest.fixture
def silence() -> Iterator[threading.Event]:
    """What never happens while the test lasts."""
    event = threading.Event()
    yield event
    event.set()


def test_an_answer_in_time_is_handed_on() -> None:
    assert within(5, lambda: "da") == "da"


def test_a_fault_is_the_fault_of_the_one_who_asked() -> None:
    def fail() -> None:
        raise PermissionError("nein")

    with pytest.raises(PermissionError, match="nein"):
        within(5, fail)


def test_who_gets_no_answer_goes_on(silence: threading.Event) -> None:
    begin = time.monotonic()
    with pytest.raises(TimeoutError):
        within(0.05, lambda: silence.wait(30))
    assert time.monotonic() - begin < 5


def test_the_thread_left_behind_does_not_hold_up_the_end(silence: threading.Event) -> None:
    with pytest.raises(TimeoutError):
        within(0, lambda: silence.wait(30))
    left = [thread for thread in threading.enumerate() if thread.name == "gartenjahr-patience"]
    assert left
    assert all(thread.daemon for thread in left)
