"""The driver for Windows."""

from collections.abc import Iterable
from ctypes import byref, wintypes
from typing import Any, Final

from textual import constants
from textual.drivers import win32
from textual.drivers.windows_driver import WindowsDriver
from textual.message import Message

from gartenjahr_tui.terminal.input import TerminalInput

_MAX_RECORDS: Final = 1024
_POLL_SECONDS: Final = 0.1
_KEY_EVENT: Final = 0x0001
_WINDOW_BUFFER_SIZE_EVENT: Final = 0x0004


def read_records(records: Iterable[Any]) -> tuple[str, tuple[int, int] | None]:
    """Take what matters from the structures ``INPUT_RECORD`` of a console.

    Returns:
        The UTF-16 code units of the keys pressed, and the window's new size if it has changed.
    """
    units: list[str] = []
    size: tuple[int, int] | None = None
    for record in records:
        if record.EventType == _KEY_EVENT:
            key = record.Event.KeyEvent
            # A modifier by itself has a state, and neither key nor character.
            is_modifier = key.dwControlKeyState and key.wVirtualKeyCode == 0
            if key.bKeyDown and not is_modifier:
                units.append(key.uChar.UnicodeChar)
        elif record.EventType == _WINDOW_BUFFER_SIZE_EVENT:
            new_size = record.Event.WindowBufferSizeEvent.dwSize
            size = (new_size.X, new_size.Y)
    return "".join(units), size


class GuardedEventMonitor(win32.EventMonitor):
    """Reads the console through `TerminalInput`.

    Textual's own loop ends without a word when an emoji is cut in two at the end of a read.
    """

    def run(self) -> None:
        """Read the console until the driver stops."""
        try:
            self._read_console()
        except Exception as error:
            # Better Textual's own loop than an app without a keyboard.
            self.app.log.error("CONSOLE INPUT", error)
            super().run()

    def _read_console(self) -> None:
        terminal = TerminalInput(debug=constants.DEBUG)
        console = win32.GetStdHandle(win32.STD_INPUT_HANDLE)
        records = (win32.INPUT_RECORD * _MAX_RECORDS)()
        count = wintypes.DWORD(0)
        while not self.exit_event.is_set():
            units, size = "", None
            milliseconds = round(terminal.wait_seconds(_POLL_SECONDS) * 1000)
            if win32.wait_for_handles([console], milliseconds) is not None:
                win32.KERNEL32.ReadConsoleInputW(
                    console, byref(records), _MAX_RECORDS, byref(count)
                )
                units, size = read_records(records[: count.value])
            # Keys that are let go and the focus are records too, but they are not input.
            self._process(terminal.feed_utf16(units) if units else terminal.tick())
            if size is not None:
                self.on_size_change(*size)
        self._process(terminal.close())

    def _process(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_event(message)  # type: ignore[arg-type]


class GuardedWindowsDriver(WindowsDriver):
    """Textual's driver with `GuardedEventMonitor`."""

    def start_application_mode(self) -> None:
        """Start application mode with our reader in the place of Textual's."""
        # Textual looks the class up in the module when it starts the thread, so it is replaced
        # for that moment; anything else would mean to repeat how Textual sets up a console.
        original = win32.EventMonitor
        win32.EventMonitor = GuardedEventMonitor  # type: ignore[misc]
        try:
            super().start_application_mode()
        finally:
            win32.EventMonitor = original  # type: ignore[misc]
