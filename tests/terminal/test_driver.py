"""The driver for each platform reads the terminal through our input."""

import asyncio
import ctypes
import importlib
import io
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import IO, Any, cast

import pytest
from textual import constants, events
from textual.message import Message

from gartenjahr_tui.terminal.driver import driver_class

KEY_EVENT = 0x0001
SIZE_EVENT = 0x0004


@pytest.mark.skipif(sys.platform == "win32", reason="needs a Linux or macOS terminal")
def test_linux_and_macos_have_a_driver() -> None:
    from textual.drivers.linux_driver import LinuxDriver

    driver = driver_class()
    assert driver is not None and issubclass(driver, LinuxDriver)


def test_a_driver_named_in_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "DRIVER", "textual.drivers.web_driver:WebDriver")
    assert driver_class() is None


def test_commands_without_a_screen_do_not_wait_for_textual() -> None:
    code = "import sys, gartenjahr_tui.terminal.driver as d; sys.exit('textual' in sys.modules)"
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs a Linux or macOS terminal")
def test_writing_to_a_closed_window_is_no_error() -> None:
    from gartenjahr_tui.terminal.posix import QuietFile

    class Gone(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(5, "Input/output error")

        def flush(self) -> None:
            raise OSError(5, "Input/output error")

    file = QuietFile(Gone())
    assert file.write("Text") == 4
    file.flush()


class Console:
    """Stands in for kernel32: each read brings the next batch of records."""

    def __init__(self, batches: list[list[Any]], stop: threading.Event) -> None:
        self.batches = batches
        self.stop = stop
        self.handler: Any = None

    def WaitForMultipleObjects(self, *_: object) -> int:
        if self.batches:
            return 0
        self.stop.set()
        return 0x102

    def ReadConsoleInputW(self, _handle: object, records: Any, size: int, count: Any) -> None:
        batch = self.batches.pop(0)
        assert len(batch) <= size
        for number, record in enumerate(batch):
            records._obj[number] = record
        count._obj.value = len(batch)

    def GetStdHandle(self, _number: int) -> int:
        return 3


class WindowsBench:
    """Textual's Windows modules, running on a console of the test's own."""

    def __init__(self, win32: ModuleType, windows: ModuleType) -> None:
        self.win32 = win32
        self.windows = windows

    def key(
        self, character: str, *, down: bool = True, code: int = 65, state: int = 0, times: int = 1
    ) -> Any:
        record = self.win32.INPUT_RECORD()
        record.EventType = KEY_EVENT
        key = record.Event.KeyEvent
        key.bKeyDown, key.wVirtualKeyCode, key.dwControlKeyState = down, code, state
        key.uChar.UnicodeChar = character
        key.wRepeatCount = times
        return record

    def pasted(self, text: str) -> list[Any]:
        """Text as the console of Windows 10 pastes it: Shift is pressed for capital letters."""
        records = []
        for character in text:
            shift = [self.key("\0", code=0x10, state=0x10)] * character.isupper()
            records += [*shift, self.key(character), self.key(character, down=False)]
        return records

    def size(self, columns: int, lines: int) -> Any:
        record = self.win32.INPUT_RECORD()
        record.EventType = SIZE_EVENT
        record.Event.WindowBufferSizeEvent.dwSize.X = columns
        record.Event.WindowBufferSizeEvent.dwSize.Y = lines
        return record

    def read(
        self, monkeypatch: pytest.MonkeyPatch, batches: list[list[Any]]
    ) -> tuple[list[Message], list[str]]:
        """Run the reader until the batches are used up."""
        stop = threading.Event()
        monkeypatch.setattr(self.win32, "KERNEL32", Console(batches, stop))
        messages: list[Message] = []
        errors: list[str] = []

        async def post(message: Message) -> None:
            messages.append(message)

        app = SimpleNamespace(
            log=SimpleNamespace(error=lambda *text: errors.append(str(text))),
            _post_message=post,
        )
        monitor = self.windows.GuardedEventMonitor(
            cast(Any, None), cast(Any, app), stop, messages.append
        )
        monkeypatch.setattr(
            self.win32, "run_coroutine_threadsafe", lambda coroutine, loop: asyncio.run(coroutine)
        )
        monitor.run()
        return messages, errors


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Iterator[WindowsBench]:
    if sys.platform == "win32":
        pytest.skip("stands in for what is there")
    names = ("textual.drivers.win32", "textual.drivers.windows_driver")
    ours = "gartenjahr_tui.terminal.windows"
    console = Console([], threading.Event())
    monkeypatch.setattr(ctypes, "WinDLL", lambda *_, **__: _Library(console), raising=False)
    monkeypatch.setitem(sys.modules, "msvcrt", ModuleType("msvcrt"))
    yield WindowsBench(importlib.import_module(names[0]), importlib.import_module(ours))
    for name in (*names, ours):
        sys.modules.pop(name, None)


class _Library:
    def __init__(self, console: Console) -> None:
        # A function of its own, because Textual gives it argument types.
        self.GetStdHandle = partial(console.GetStdHandle)


def test_altgr_paste_and_emoji_work_on_windows(
    bench: WindowsBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "ä\x1b[113;3u\x1b[200~eins\r\n\x1b[A\x11\ud83d"
    rest = "\ude00\x1b[201~ö"
    batches = [
        [bench.key(character) for character in text],
        [bench.key(character) for character in rest] + [bench.size(100, 30)],
        [bench.key("x", down=False), bench.key("\0", code=0, state=8)],
    ]
    messages, errors = bench.read(monkeypatch, batches)
    assert not errors
    keys = [message.character for message in messages if isinstance(message, events.Key)]
    pastes = [message.text for message in messages if isinstance(message, events.Paste)]
    sizes = [message.size for message in messages if isinstance(message, events.Resize)]
    assert (keys, pastes, sizes) == (["ä", "@", "ö"], ["eins\n[A\U0001f600"], [(100, 30)])


@pytest.mark.parametrize(
    ("preload", "substitutes", "signs"),
    [
        ("00000407", {}, "²³{[€[{"),
        ("00000807", {}, "@#|¢€[{"),
        ("0000100C", {}, "@#|¢€[{"),
        ("00000407", {"00000407": "00000807"}, "@#|¢€[{"),
        ("", {}, "²³{[€[{"),
    ],
)
def test_the_signs_of_a_swiss_keyboard_are_typed_where_it_is_one(
    bench: WindowsBench,
    monkeypatch: pytest.MonkeyPatch,
    preload: str,
    substitutes: dict[str, str],
    signs: str,
) -> None:
    known = {"Preload": {"1": preload} if preload else {}, "Substitutes": substitutes}
    monkeypatch.setattr(bench.windows, "_registered", known.get)
    reports = [f"\x1b[{ord(key)};7u" for key in "2378eüä"]
    messages, errors = bench.read(monkeypatch, [[bench.key(c) for c in r] for r in reports])
    assert not errors
    assert typed(messages) == list(signs)


def typed(messages: list[Message]) -> list[str | None]:
    return [message.character for message in messages if isinstance(message, events.Key)]


def test_what_is_pasted_into_the_old_console_presses_no_keys(
    bench: WindowsBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A partner was created and its deletion begun: the letters of the text were commands."""
    texts = ["Eine Notiz, mehr als zweiunddreißig Zeichen lang\rUnd eine Zeile", "kita nord\r"]
    # However few: „n“ and „l“ make something new and delete it, a blank ticks, Enter agrees.
    texts += ["nl\r", "nl", "KL", " j", "2\r3", "ß!", "a\tb"]
    for text in texts:
        messages, errors = bench.read(monkeypatch, [bench.pasted(text)])
        assert not errors
        assert typed(messages) == []
        pastes = [message.text for message in messages if isinstance(message, events.Paste)]
        assert pastes == [text.replace("\r", "\n")]


@pytest.mark.parametrize("keys", ["n", "n\r", "\t\r", "\r\r\r", "lll", "\x1b", "\x7fn", "n\x1b[A"])
def test_what_fingers_may_press_at_once_stays_keys(
    bench: WindowsBench, monkeypatch: pytest.MonkeyPatch, keys: str
) -> None:
    messages, errors = bench.read(monkeypatch, [bench.pasted(keys), bench.pasted("x")])
    assert not errors
    assert not [message for message in messages if isinstance(message, events.Paste)]
    assert typed(messages)[-1] == "x"


def test_typed_as_fast_as_anybody_can_each_key_is_one(
    bench: WindowsBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    messages, errors = bench.read(monkeypatch, [bench.pasted(key) for key in "nl 2Ka"])
    assert not errors
    assert typed(messages) == list("nl 2Ka")


def test_who_types_presses_keys_however_the_locks_are(
    bench: WindowsBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    num_lock, ctrl = 0x20, 0x08
    batches = [
        [bench.key("\0", code=0x10, state=0x10), bench.key("A"), bench.key("A", down=False)],
        [bench.key("b", code=0, state=num_lock)],
        [bench.key("x", times=5)],
        [bench.key("\0", code=0x11, state=ctrl), bench.key("\0", code=0x20, state=ctrl)],
        # Alt+0228: digits with Alt, and the letter when Alt is let go.
        [bench.key("\0", code=0x60, state=0x02), bench.key("ä", code=0x12, down=False)],
    ]
    messages, errors = bench.read(monkeypatch, batches)
    assert not errors
    assert typed(messages) == ["A", "b", *"xxxxx", "\0", "ä"]


def test_the_keyboard_works_on_windows_even_if_our_reader_fails(
    bench: WindowsBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench.windows, "TerminalInput", None)
    messages, errors = bench.read(monkeypatch, [[bench.key("ä")]])
    assert len(errors) == 1
    assert [message.character for message in messages if isinstance(message, events.Key)] == ["ä"]


async def test_the_windows_driver_starts_our_reader(
    bench: WindowsBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = threading.Event()
    original = bench.win32.EventMonitor
    monkeypatch.setattr(bench.win32, "enable_application_mode", lambda: lambda: None)
    monkeypatch.setattr(bench.windows.GuardedEventMonitor, "run", lambda _: started.set())
    monkeypatch.setattr(sys, "__stdout__", cast(IO[str], io.StringIO()))
    driver = bench.windows.GuardedWindowsDriver(cast(Any, SimpleNamespace()))
    driver.start_application_mode()
    assert await asyncio.to_thread(started.wait, 10)
    assert bench.win32.EventMonitor is original
    driver.stop_application_mode()
    driver.close()
