"""The driver for Windows."""

import sys
from collections.abc import Iterable, Mapping
from ctypes import byref, wintypes
from typing import Any, Final

from textual import constants
from textual.drivers import win32
from textual.drivers.windows_driver import WindowsDriver
from textual.message import Message

from gartenjahr_tui.terminal.input import ALTGR, ALTGR_SWISS, TerminalInput

_MAX_RECORDS: Final = 1024
_POLL_SECONDS: Final = 0.1
_KEY_EVENT: Final = 0x0001
_WINDOW_BUFFER_SIZE_EVENT: Final = 0x0004
_CTRL: Final = 0x0004 | 0x0008
_ALT_KEY: Final = 0x12
_MODIFIERS: Final = frozenset((0x10, 0x11, _ALT_KEY, 0x14, 0x5B, 0x5C, 0x5D, 0x90, 0x91))
"""Shift, Ctrl, Alt, the locks, the keys beside them that belong to Windows."""

MOST_KEYS: Final = 4
"""Characters of a read that may be keys: the console hands on each as soon as it is pressed.

What is pasted comes at once, and the console of Windows 10 does not mark it.
"""

MOST_SIGNS: Final = 1
"""How many of them may be letters, digits or signs: two keys within a read are no fingers.

Where a connection stalls they may be; then they stand in the field all the same, and on a page
without one it says that they did nothing, which costs a key. Enter and Tab may come along with one.
"""


SWISS_LAYOUTS: Final = frozenset(("00000807", "0000100c"))
"""What Windows calls the keyboards of German and French Switzerland."""


def altgr_of_keyboard() -> Mapping[str, str]:
    """What AltGr makes of a key on the keyboard a person has chosen in Windows.

    Asked of the registry: the function that tells lies in user32, and a program that loads it is
    told no more when the person logs off.
    """
    layout = _registered("Preload").get("1", "").lower()
    layout = _registered("Substitutes").get(layout, layout).lower()
    return ALTGR_SWISS if layout in SWISS_LAYOUTS else ALTGR


def _registered(name: str) -> dict[str, str]:
    """What stands under a name of the keyboards in the registry."""
    if sys.platform != "win32":
        return {}
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, rf"Keyboard Layout\{name}") as key:
            values = [winreg.EnumValue(key, at) for at in range(winreg.QueryInfoKey(key)[1])]
    except OSError:
        return {}
    return {called: str(value) for called, value, _ in values}


def read_records(records: Iterable[Any]) -> tuple[str, tuple[int, int] | None]:
    """Take what matters from the structures ``INPUT_RECORD`` of a console.

    Returns:
        The UTF-16 code units of the keys pressed, and the window's new size if it has changed.
    """
    units: list[str] = []
    size: tuple[int, int] | None = None
    for record in records:
        if record.EventType == _KEY_EVENT:
            units.append(_typed(record.Event.KeyEvent))
        elif record.EventType == _WINDOW_BUFFER_SIZE_EVENT:
            new_size = record.Event.WindowBufferSizeEvent.dwSize
            size = (new_size.X, new_size.Y)
    return "".join(units), size


def _typed(key: Any) -> str:
    """What a record of a key types: nothing, mostly, or one character as often as it repeats."""
    character = str(key.uChar.UnicodeChar)
    if character != "\0":
        # What was typed in digits comes when Alt is let go.
        is_code = not key.bKeyDown and key.wVirtualKeyCode == _ALT_KEY
        return character * max(1, key.wRepeatCount) if key.bKeyDown or is_code else ""
    # Only Ctrl makes a key of no character, as Ctrl+Space; a modifier by itself is none.
    by_ctrl = key.dwControlKeyState & _CTRL and key.wVirtualKeyCode not in (*_MODIFIERS, 0)
    return character if key.bKeyDown and by_ctrl else ""


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
        terminal = TerminalInput(
            debug=constants.DEBUG,
            bulk=MOST_KEYS,
            bulk_printable=MOST_SIGNS,
            altgr=altgr_of_keyboard(),
        )
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
