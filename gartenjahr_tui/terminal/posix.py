"""The driver for Linux and macOS."""

import asyncio
import contextlib
import os
import selectors
import signal
import sys
from typing import IO, TYPE_CHECKING, Any, Final, cast

from textual.drivers.linux_driver import LinuxDriver

from gartenjahr_tui.terminal.input import TerminalInput, encoding_of

if TYPE_CHECKING:
    from textual.app import App

_READ_SIZE: Final = 64 * 1024
_POLL_SECONDS: Final = 0.1


class QuietFile:
    """A file to write to that ignores that its reader is gone.

    Textual's output thread would end with the first error, its queue would fill, and an app
    that is about to save because its window was closed would wait for the queue forever.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> int:
        """Write the text if that is possible; return its length in any case."""
        try:
            return self._file.write(text)
        except (OSError, ValueError):
            return len(text)

    def flush(self) -> None:
        """Flush the file if that is possible."""
        with contextlib.suppress(OSError, ValueError):
            self._file.flush()

    def fileno(self) -> int:
        """Return the number of the file."""
        return self._file.fileno()

    def isatty(self) -> bool:
        """Return whether the file is a terminal."""
        return self._file.isatty()


class GuardedLinuxDriver(LinuxDriver):
    """Textual's driver with input that cannot end the app and output that cannot block its end."""

    def __init__(self, app: "App[Any]", **options: Any) -> None:
        super().__init__(app, **options)
        self._file = cast(Any, QuietFile(cast(IO[str], self._file)))

    def start_application_mode(self) -> None:
        """Take the terminal over, and hear of each size of its window in its order."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if sys.platform == "win32":
            return
        tell, loop = signal.getsignal(signal.SIGWINCH), asyncio.get_running_loop()
        assert callable(tell)

        def in_turn(*told: Any) -> None:
            # A signal interrupts the handler of the one before, which may have read the size
            # already and would tell the old one last. In the loop one comes after the other.
            loop.call_soon_threadsafe(tell, *told)

        signal.signal(signal.SIGWINCH, in_turn)

    def run_input_thread(self) -> None:
        """Read the terminal until the driver stops or there is nothing left to read."""
        # The same that what is written goes out in.
        encoding = encoding_of(getattr(sys.__stdin__, "encoding", None))
        terminal = TerminalInput(debug=self._debug, encoding=encoding)
        is_open = True
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while is_open and not self.exit_event.is_set():
                if selector.select(terminal.wait_seconds(_POLL_SECONDS)):
                    data = self._read()
                    is_open = data != b""
                    messages = terminal.feed_bytes(data or b"")
                else:
                    # Only silence makes time run out, not a loop that was too busy to read.
                    messages = terminal.tick()
                for message in messages:
                    self.process_message(message)
        for message in terminal.close():
            self.process_message(message)
        if not is_open and self.input_tty and sys.platform != "win32":
            # The window is gone. The system tells only the leader of the session, so tell
            # ourselves: saving and ending belong to the handler of this signal.
            os.kill(os.getpid(), signal.SIGHUP)

    def _read(self) -> bytes | None:
        """Return what there is to read, `None` if that is nothing, no bytes if it is the end."""
        try:
            return os.read(self.fileno, _READ_SIZE)
        except BlockingIOError:
            # The terminal was set to non-blocking and somebody else has read first.
            return None
        except OSError:
            return b""
