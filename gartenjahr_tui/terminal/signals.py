"""Being told to stop: signals on Linux and macOS, the closing of the window on Windows."""

import asyncio
import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Final

GRACE: Final = 3.0
"""Seconds the event loop has to answer a signal before the process ends without it."""

CLOSE_GRACE: Final = 4.5
"""Seconds Windows is kept waiting when a window closes; it ends the process after five."""

CLOSE_ANSWER: Final = 1.5
"""Seconds of it the event loop has to answer."""

_CTRL_BREAK_EVENT: Final = 1
_CTRL_CLOSE_EVENT: Final = 2
_CTRL_LOGOFF_EVENT: Final = 5
_CTRL_SHUTDOWN_EVENT: Final = 6
CLOSE_EVENTS: Final = frozenset(
    {_CTRL_BREAK_EVENT, _CTRL_CLOSE_EVENT, _CTRL_LOGOFF_EVENT, _CTRL_SHUTDOWN_EVENT}
)
"""The numbers of the events with which Windows ends the programs of a console."""


def on_console_close(
    callback: Callable[[], object], *, ends_itself: bool = True
) -> Callable[[], None]:
    """Call back when Windows closes the window, logs off or shuts down, and on Ctrl+Break.

    Windows calls back in a thread of its own. When that returns, or after five seconds, it ends
    the process; after Ctrl+Break only one that does not end itself.

    Returns:
        A function that removes the callback. On other platforms there is nothing to remove.
    """
    if sys.platform != "win32":
        return lambda: None
    import ctypes
    from ctypes import wintypes

    handler = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.DWORD)(
        close_handler(callback, ends_itself=ends_itself)
    )
    set_handler = ctypes.WinDLL("kernel32", use_last_error=True).SetConsoleCtrlHandler
    set_handler(handler, True)

    def remove() -> None:
        # Naming the handler here also keeps it alive for as long as Windows may call it.
        set_handler(handler, False)

    # A caller that forgets the function must not take the handler away from under Windows.
    _kept.append(remove)
    return remove


def close_handler(
    callback: Callable[[], object], *, ends_itself: bool = True
) -> Callable[[int], bool]:
    """Return a handler of console events that calls back for those that end the process.

    It takes the number of an event, and says whether it has dealt with it.
    """

    def handle(event: int) -> bool:
        if event not in CLOSE_EVENTS:
            return False
        callback()
        return ends_itself

    return handle


@contextlib.contextmanager
def interruptible(close: Callable[[], object]) -> Iterator[None]:
    """Let the end of the terminal or a shutdown count as the end of input, so that all is saved.

    Windows does not wake who waits for a line: there it is closed from outside, and that ends it.
    """

    def interrupt(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    undo = on_console_close(close, ends_itself=False)
    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), interrupt) for name in names}
    try:
        yield
    finally:
        undo()
        for name, handler in before.items():
            with contextlib.suppress(ValueError):
                signal.signal(getattr(signal, name), handler)


def on_terminate(
    loop: asyncio.AbstractEventLoop,
    callback: Callable[[], None],
    *,
    if_blocked: Callable[[], None] | None = None,
    grace: float = GRACE,
) -> Callable[[], None]:
    """Call back once when the process is told to stop.

    That is SIGTERM or SIGHUP, and on Windows the closing of the window, where the process is
    kept alive until the returned function is called or the time Windows allows is over.

    Python's own signal handlers are used rather than the loop's, because those run in a loop
    that is blocked in Python code or in a system call, too: if the loop does not get to the
    callback within the grace period, or a second signal comes after it, the process ends. A
    signal that is ignored when this is called (``nohup``) stays ignored.

    Args:
        loop: The app's event loop; call this from the main thread.
        callback: Is called in the loop.
        if_blocked: Is called in a thread if the loop is blocked, to save what can be saved; the
            process ends when it returns.
        grace: Seconds the loop has to answer.

    Returns:
        A function that puts everything back. Call it when the app has ended.
    """
    stop = _Stop(loop, callback, if_blocked, grace)
    if sys.platform == "win32":
        remove = on_console_close(stop.close)

        def undo() -> None:
            stop.finished.set()
            remove()

        return undo

    previous = {}
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:
            previous[number] = signal.signal(number, stop.signal)

    def put_back() -> None:
        stop.finished.set()
        for number, handler in previous.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)

    return put_back


def hold_interrupts() -> None:
    """Ignore a Ctrl+C that comes when the terminal is an ordinary one again.

    Call it once the app has ended: what is left is saving and going.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class _Stop:
    """One request to stop and what became of it."""

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        callback: Callable[[], None],
        if_blocked: Callable[[], None] | None,
        grace: float,
    ) -> None:
        self.finished = threading.Event()
        self._loop = loop
        self._callback = callback
        self._if_blocked = if_blocked
        self._grace = grace
        self._answered = threading.Event()
        self._asked_at: float | None = None

    def signal(self, number: int, _frame: FrameType | None) -> None:
        """Handle a signal; Python calls this in the main thread."""
        if self._asked_at is None:
            self._asked_at = time.monotonic()
            if self._ask():
                threading.Thread(
                    target=self._watch, args=(number,), name="stop-watch", daemon=True
                ).start()
            else:
                self._end(number)
        elif time.monotonic() - self._asked_at >= self._grace:
            self._end(number)

    def close(self) -> None:
        """Handle the closing of a console; Windows calls this in a thread."""
        deadline = time.monotonic() + CLOSE_GRACE
        if self._ask() and self._answered.wait(min(self._grace, CLOSE_ANSWER)):
            # The callback may have only begun to stop the app.
            self.finished.wait(deadline - time.monotonic())
        elif self._if_blocked is not None:
            self._if_blocked()

    def _ask(self) -> bool:
        """Return whether there is still a loop to ask."""
        try:
            self._loop.call_soon_threadsafe(self._answer)
        except RuntimeError:
            return False
        return True

    def _answer(self) -> None:
        if not self._answered.is_set():
            self._answered.set()
            self._callback()

    def _watch(self, number: int) -> None:
        if self._answered.wait(self._grace) or self.finished.is_set():
            return
        if self._if_blocked is not None:
            with contextlib.suppress(Exception):
                self._if_blocked()
        self._end(number)

    @staticmethod
    def _end(number: int) -> None:
        if threading.current_thread() is threading.main_thread():
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)
        # Only the main thread may put the default back, and it is blocked.
        os._exit(128 + number)


_kept: list[Callable[[], None]] = []
