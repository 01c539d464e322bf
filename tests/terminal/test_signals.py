"""The app is asked once to stop, whoever asks."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from gartenjahr_tui.terminal import signals
from gartenjahr_tui.terminal.signals import (
    CLOSE_EVENTS,
    close_handler,
    on_console_close,
    on_terminate,
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")


@contextlib.contextmanager
def undone(undo: Callable[[], None]) -> Iterator[None]:
    try:
        yield
    finally:
        undo()


@posix
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
async def test_a_signal_stops_the_app_once(name: str) -> None:
    number = getattr(signal, name)
    before = signal.getsignal(number)
    asked = asyncio.Event()
    calls: list[int] = []
    loop = asyncio.get_running_loop()

    def callback() -> None:
        calls.append(threading.get_ident())
        asked.set()

    with undone(on_terminate(loop, callback)):
        os.kill(os.getpid(), number)
        await asyncio.wait_for(asked.wait(), 5)
        os.kill(os.getpid(), number)
        await asyncio.sleep(0)
    assert calls == [threading.get_ident()]
    assert signal.getsignal(number) == before


@posix
async def test_an_app_started_with_nohup_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    previous = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with undone(on_terminate(asyncio.get_running_loop(), lambda: None)):
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, previous)


@posix
async def test_a_blocked_app_saves_and_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    ended = threading.Event()

    def end(number: int) -> None:
        done.append(f"end {number}")
        ended.set()

    monkeypatch.setattr(signals._Stop, "_end", staticmethod(end))
    undo = on_terminate(
        asyncio.get_running_loop(),
        lambda: done.append("asked"),
        if_blocked=lambda: done.append("saved"),
        grace=0.05,
    )
    with undone(undo):
        os.kill(os.getpid(), signal.SIGTERM)
        ended.wait(5)  # The loop is blocked here.
        assert done == ["saved", f"end {int(signal.SIGTERM)}"]


def test_closing_the_window_on_windows_calls_back() -> None:
    calls: list[str] = []
    handle = close_handler(lambda: calls.append("close"))
    assert handle(0) is False
    assert calls == []
    assert all(handle(event) for event in CLOSE_EVENTS)
    assert len(calls) == len(CLOSE_EVENTS) == 4


def test_who_waits_for_a_line_is_ended_by_windows_once_all_is_saved() -> None:
    calls: list[str] = []
    handle = close_handler(lambda: calls.append("close"), ends_itself=False)
    assert not any(handle(event) for event in CLOSE_EVENTS)
    assert len(calls) == len(CLOSE_EVENTS)


async def test_windows_is_kept_waiting_until_the_app_has_ended() -> None:
    asked = asyncio.Event()
    stop = signals._Stop(asyncio.get_running_loop(), asked.set, None, 3)
    thread = threading.Thread(target=close_handler(stop.close), args=(2,))
    thread.start()
    await asyncio.wait_for(asked.wait(), 3)
    assert thread.is_alive()
    stop.finished.set()
    await asyncio.to_thread(thread.join, 3)
    assert not thread.is_alive()


async def test_windows_closes_a_blocked_app_after_it_has_saved() -> None:
    saved: list[str] = []
    stop = signals._Stop(
        asyncio.get_running_loop(), lambda: None, lambda: saved.append("saved"), 0.05
    )
    start = time.monotonic()
    close_handler(stop.close)(2)
    assert saved == ["saved"]
    assert time.monotonic() - start < 3


@posix
def test_there_is_no_console_to_close_elsewhere() -> None:
    on_console_close(lambda: None)()


@posix
def test_a_ctrl_c_that_comes_late_does_not_cut_the_saving_at_the_end() -> None:
    code = """
import os, signal
from gartenjahr_tui.app import run
class Ended:
    fault, return_code = None, 0
    def run(self): pass
    def close_book(self):
        os.kill(os.getpid(), signal.SIGINT)
        print("saved", flush=True)
    def release_signals(self): pass
raise SystemExit(run(Ended()))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stdout.split()) == (0, [b"saved"])
