"""Run a program in a real pseudo-terminal and see what a person sees."""

import codecs
import contextlib
import errno
import os
import re
import select
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Self

import pexpect
import pyte

TIMEOUT: Final = 15.0
"""Seconds to wait for anything, unless told otherwise."""

_READ_SIZE: Final = 64 * 1024
_WRITE_SIZE: Final = 2048
_POLL_SECONDS: Final = 0.02

# pyte shows the end of private sequences it does not know as text.
_PRIVATE: Final = re.compile(r"\x1b\[[<>=][\d;:]*[A-Za-z~]|\x1b\[\?[\d;]*\$[a-z]")
_INCOMPLETE: Final = re.compile(r"\x1b(?:\[[<>=?]?[\d;:]*\$?)?\Z")


def _heed_signals() -> None:
    """A terminal heeds hang-up and Ctrl+C, even where the tests run in the background."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class RealTerminal:
    """A program in a pseudo-terminal, with a screen to look at.

    Nothing here sleeps for a fixed time: waiting means to read what the program writes until a
    condition holds or a deadline has passed. Use it in a ``with`` block, which ends the program.

    Attributes:
        screen: The screen as pyte keeps it, with attributes and cursor.
        output: Everything the program has written.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        cwd: str | Path | None = None,
    ) -> None:
        """Start a program.

        Args:
            command: The program and its arguments.
            size: Columns and lines of the terminal.
            env: Variables to add to this process's environment; those that tell about the
                terminal are set so that the result is the same everywhere.
            cwd: The program's working directory.
        """
        columns, lines = size
        variables = {**os.environ, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}
        for name in ("COLUMNS", "LINES", "COLORTERM", "NO_COLOR", "TERM_PROGRAM"):
            variables.pop(name, None)
        self.screen = pyte.Screen(columns, lines)
        self.output = bytearray()
        self._stream = pyte.Stream(self.screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""
        self._is_open = True
        self._child: Any = pexpect.spawn(
            command[0],
            list(command[1:]),
            dimensions=(lines, columns),
            env={**variables, **(env or {})},
            cwd=None if cwd is None else str(cwd),
            timeout=TIMEOUT,
            preexec_fn=_heed_signals,
        )
        self._file: int = self._child.child_fd
        os.set_blocking(self._file, False)

    def __enter__(self) -> Self:
        """Return the terminal."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the program."""
        self.close()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return int(self._child.pid)

    @property
    def lines(self) -> list[str]:
        """The lines of the screen, without spaces at their ends."""
        self._read(0)
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self) -> str:
        """The lines of the screen as one text."""
        return "\n".join(self.lines)

    def send(self, data: str | bytes, *, timeout: float = TIMEOUT) -> None:
        """Send keys or anything else the terminal would send.

        The program's output is read meanwhile, so that neither waits for the other.

        Args:
            data: Text, which is sent as UTF-8, or bytes.
            timeout: Seconds the program has to take it.
        """
        rest = memoryview(data.encode() if isinstance(data, str) else data)
        deadline = time.monotonic() + timeout
        while rest:
            _, writable, _ = select.select([], [self._file], [], _POLL_SECONDS)
            if writable:
                with contextlib.suppress(BlockingIOError):
                    rest = rest[os.write(self._file, rest[:_WRITE_SIZE]) :]
            self._read(0)
            if rest and time.monotonic() > deadline:
                self._fail(f"the program did not take the last {len(rest)} bytes")

    def paste(self, text: str, *, timeout: float = TIMEOUT) -> None:
        """Paste as a terminal with bracketed paste does.

        Args:
            text: The text, which may contain anything.
            timeout: Seconds the program has to take it.
        """
        self.send(f"\x1b[200~{text}\x1b[201~", timeout=timeout)

    def wait_for(self, text: str, *, timeout: float = TIMEOUT) -> None:
        """Wait until a text is on the screen.

        Args:
            text: What to wait for; it must be on one line.
            timeout: Seconds to wait.

        Raises:
            AssertionError: It did not appear.
        """
        self.wait_until(
            lambda: any(text in line for line in self.lines), f"{text!r} to appear", timeout=timeout
        )

    def wait_until(
        self, condition: Callable[[], object], what: str, *, timeout: float = TIMEOUT
    ) -> None:
        """Wait until a condition holds.

        Args:
            condition: Is asked again and again.
            what: What is waited for, for the message.
            timeout: Seconds to wait.

        Raises:
            AssertionError: It did not become true.
        """
        deadline = time.monotonic() + timeout
        while not condition():
            if time.monotonic() > deadline:
                self._fail(f"waited {timeout} s for {what}")
            self._read(_POLL_SECONDS)

    def wait_exit(self, *, timeout: float = TIMEOUT) -> int:
        """Wait until the program has ended.

        Args:
            timeout: Seconds to wait.

        Returns:
            Its exit status, or the negative number of the signal that ended it.
        """
        self.wait_until(lambda: not self.is_running, "the program to end", timeout=timeout)
        self._read(0)
        if self._child.signalstatus is not None:
            return -int(self._child.signalstatus)
        return int(self._child.exitstatus)

    @property
    def is_running(self) -> bool:
        """Whether the program is still running."""
        return bool(self._child.isalive())

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the terminal.

        Args:
            columns: New number of columns.
            lines: New number of lines.
        """
        self._read(0)
        self.screen.resize(lines, columns)
        self._child.setwinsize(lines, columns)

    def kill(self, number: int = signal.SIGTERM) -> None:
        """Send a signal to the program.

        Args:
            number: The signal.
        """
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Close the terminal's window; the program keeps what it has and can write nowhere."""
        if self._is_open:
            self._is_open = False
            # pexpect's own way to close would kill the program as well. The file object has to
            # be closed, not its number, or it closes whatever has that number later.
            self._child.ptyproc.fileobj.close()
            self._child.child_fd = self._child.ptyproc.fd = -1
            self._child.closed = self._child.ptyproc.closed = True

    def close(self) -> None:
        """End the program, by force if it still runs, and close the terminal."""
        if self.is_running:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            self.wait_until(lambda: not self.is_running, "the program to be gone")
        self.hang_up()

    def _read(self, seconds: float) -> None:
        """Wait for output and read all there is."""
        if not self._is_open:
            time.sleep(seconds)
            return
        while select.select([self._file], [], [], seconds)[0]:
            try:
                data = os.read(self._file, _READ_SIZE)
            except BlockingIOError:
                return
            except OSError as error:
                # What Linux says when the program has closed its end.
                if error.errno != errno.EIO:
                    raise
                data = b""
            if not data:
                time.sleep(seconds)
                return
            self.output += data
            self._show(self._decoder.decode(data))
            seconds = 0

    def _show(self, text: str) -> None:
        text = self._rest + text
        incomplete = _INCOMPLETE.search(text)
        end = incomplete.start() if incomplete else len(text)
        self._rest = text[end:]
        self._stream.feed(_PRIVATE.sub("", text[:end]))

    def _fail(self, message: str) -> None:
        screen = "\n".join(f"|{line}" for line in self.lines)
        state = "is running" if self.is_running else "has ended"
        raise AssertionError(f"{message}; the program {state} and shows\n{screen}")
