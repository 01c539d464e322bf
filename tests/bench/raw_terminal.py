"""A pseudo-terminal without emulation: bytes in, bytes out, and the time between."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path
from types import TracebackType

TIMEOUT = 30.0


class RawTerminal:
    """A command in a pseudo-terminal of 80×24."""

    def __init__(self, *arguments: str, environment: dict[str, str] | None = None) -> None:
        env = {**os.environ, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}
        env.update(environment or {})
        self.started = time.perf_counter()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            os.execvpe(sys.executable, [sys.executable, *arguments], env)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def wait_for(self, text: str) -> float:
        """Read until the text has come; return the instant it was there."""
        seen, sought = b"", text.encode()
        while sought not in seen:
            seen += self._read(TIMEOUT)
        return time.perf_counter()

    def silence(self, seconds: float = 0.25) -> None:
        """Read until nothing has come for a while."""
        while select.select([self._fd], [], [], seconds)[0]:
            if not os.read(self._fd, 65536):
                return

    def _read(self, seconds: float) -> bytes:
        if not select.select([self._fd], [], [], seconds)[0]:
            raise TimeoutError
        try:
            return os.read(self._fd, 65536)
        except OSError as error:
            raise RuntimeError("the program has ended") from error

    def send(self, keys: str) -> float:
        """Send keys; return the instant."""
        now = time.perf_counter()
        os.write(self._fd, keys.encode())
        return now

    def echo(self, key: str) -> float:
        """Seconds from a key to the first repaint after it."""
        sent = self.send(key)
        self._read(TIMEOUT)
        taken = time.perf_counter() - sent
        self.silence(0.01)
        return taken

    @property
    def cpu_seconds(self) -> float:
        """Processor time of the command so far."""
        fields = Path(f"/proc/{self._pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def __enter__(self) -> RawTerminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._fd)
