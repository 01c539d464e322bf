"""A Wine to try the packaged program in: its drives, its processes, its windows.

Wine's own console draws no screen like that of Textual, but it is a true keyboard. So a program
gets it as input alone; what it draws goes into a pipe, and from there onto a screen of ours.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.terminal.pty_app import TIMEOUT, RealTerminal

FOLDER: Final = "GARTENJAHR_WINDOWS_BENCH"
"""Environment variable that names the folder of the Wine, see ``docs/windows.md``."""

PACKAGE: Final = "GARTENJAHR_WINDOWS_ZIP"
"""Environment variable that names the ZIP; without it the newest in ``dist`` is taken."""

PATIENCE: Final = 90.0
"""Seconds to wait for anything: Wine is slow, and slower on a busy computer."""

INSIDE: Final = Path(__file__).with_name("inside.py")

CLOSED, LOGGED_OFF, SHUT_DOWN, BREAK = 2, 5, 6, 1
SHIFT, LEFT_CTRL, RIGHT_ALT = 0x10, 0x08, 0x01

Key = tuple[bool, int, int, int]
"""Whether a key goes down, its code, the UTF-16 unit it types, which keys are held with it."""

ON_KEY: Final = dict(zip("@€{[]}\\~|µ²³", "QE7890\xdb\xbb\xe2M23", strict=True))
"""Sign → code of the key that types it with AltGr on the German keyboard."""


def units(text: str) -> list[int]:
    """The UTF-16 units of a text."""
    data = text.encode("utf-16-le")
    return [int.from_bytes(data[i : i + 2], "little") for i in range(0, len(data), 2)]


def sequence(text: str) -> list[Key]:
    """What the console writes for a key that is no letter: one unit of it after the other."""
    return [(True, 0, unit, 0) for unit in units(text)]


def pressed(text: str) -> list[Key]:
    """What the console writes for letters, typed or pasted: Shift is pressed for capital ones."""
    keys: list[Key] = []
    for unit in units(text):
        sign = chr(unit)
        is_plain = sign.isascii() and (sign.isalnum() or sign in "\r ")
        code = ord(sign.upper()) if is_plain else 0xDE
        held = SHIFT if sign.isupper() else 0
        around: list[Key] = [(True, 0x10, 0, held)] if held else []
        keys += [*around, (True, code, unit, held), (False, code, unit, held)]
        keys += [(False, 0x10, 0, 0)] if held else []
    return keys


def with_altgr(sign: str) -> list[Key]:
    """What the console writes for a sign on the third level: AltGr is Ctrl and Alt."""
    code, held = ord(ON_KEY[sign]), LEFT_CTRL | RIGHT_ALT
    down: list[Key] = [(True, 0x11, 0, LEFT_CTRL), (True, 0x12, 0, held)]
    up: list[Key] = [(False, 0x11, 0, RIGHT_ALT), (False, 0x12, 0, 0)]
    return [*down, (True, code, ord(sign), held), (False, code, ord(sign), held), *up]


class Bench:
    """The Wine, and the program that was unpacked in it.

    Attributes:
        home: Folder on drive C for all that is made here, and the same for Windows.
        program: The folder of the program, for Windows.
    """

    def __init__(self, folder: Path, package: Path) -> None:
        self.folder = folder
        self.home = folder / "drive_c" / f"gartenjahr-{os.getpid()}"
        # A name as people give them, with all that a batch file may stumble over.
        place = self.home / "Programme der Bücherei & Süd (2026)"
        shutil.unpack_archive(package, place)
        shutil.copy(INSIDE, self.home)
        self.program = self.named(next(place.iterdir()))
        self._environment = {
            **{"GARTENJAHR_DATEN": "", "GARTENJAHR_BILDSCHIRM": "1"},
            **{"GARTENJAHR_PROFIL": self.named(self.home / "profil")},
            **{"WINEPREFIX": str(folder), "WINEDEBUG": "-all", "COLORTERM": "truecolor"},
        }

    def named(self, path: Path) -> str:
        """How Windows calls what lies on drive C."""
        inside = path.relative_to(self.folder / "drive_c")
        return "C:\\" + "\\".join(inside.parts)

    def wine(self, *call: str) -> list[str]:
        """The call that runs a program of Windows."""
        own = self.folder / "wine"
        return [str(own) if own.exists() else "wine", *call]

    def python(self, *call: str) -> list[str]:
        """The call that runs the Python of the package, as the starter does."""
        return self.wine(f"{self.program}\\runtime\\python.exe", "-X", "utf8", "-B", *call)

    def environment(self, more: Mapping[str, str]) -> dict[str, str]:
        """What a program finds in its environment; nothing of the person's own."""
        return {**os.environ, **self._environment, **more}

    def run(
        self, *call: str, typed: str = "", env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a command by the starter; its outputs come back as text."""
        # Into files: a process of Wine that stays would keep pipes open.
        said, complained = self.home / "out", self.home / "err"
        with said.open("wb") as out, complained.open("wb") as err:
            done = subprocess.run(
                self.wine(f"{self.program}\\gartenjahr.cmd", *call),
                input=typed.encode(),
                stdout=out,
                stderr=err,
                env=self.environment(env or {}),
                timeout=PATIENCE * 2,
                check=False,
            )
        texts = [file.read_bytes().decode().replace("\r\n", "\n") for file in (said, complained)]
        return subprocess.CompletedProcess(call, done.returncode, *texts)

    @contextmanager
    def helper(self, *call: str) -> Iterator[subprocess.Popen[bytes]]:
        """Run something of ``inside.py`` beside the program until the end of the block."""
        process = subprocess.Popen(
            self.python(f"{self.named(self.home)}\\inside.py", *call),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self.environment({}),
        )
        assert process.stdin
        assert process.stdout
        try:
            said = process.stdout.readline()
            assert said.strip() == b"ready", (call, said)
            yield process
        finally:
            process.kill()
            process.wait()
            process.stdin.close()
            process.stdout.close()

    @contextmanager
    def network_drive(self, letter: str) -> Iterator[Path]:
        """A drive that Windows takes for one of a server; where it really lies."""
        link = self.folder / "dosdevices" / f"{letter.lower()}:"
        before = link.readlink() if link.is_symlink() else None
        place = self.home / f"laufwerk-{letter}"
        place.mkdir(exist_ok=True)
        link.unlink(missing_ok=True)
        link.symlink_to(f"../drive_c/{self.home.name}/{place.name}")
        told = ["reg", "add", r"HKLM\Software\Wine\Drives", "/v", f"{letter.lower()}:"]
        subprocess.run(
            self.wine(*told, "/d", "network", "/f"),
            env=self.environment({}),
            capture_output=True,
            check=True,
        )
        try:
            yield place
        finally:
            link.unlink()
            if before:
                link.symlink_to(before)

    def end(self) -> None:
        """Take away what was made."""
        shutil.rmtree(self.home, ignore_errors=True)


class Window(RealTerminal):
    """The program on a screen, at a keyboard of Windows."""

    def __init__(
        self, bench: Bench, *call: str, script: str = "", env: Mapping[str, str] | None = None
    ) -> None:
        """Start it, or another script of Windows."""
        self.bench = bench
        mark = f"{os.getpid()}-{time.monotonic_ns()}"
        self._number, self._drawn = bench.home / f"{mark}.pid", bench.home / f"{mark}.screen"
        os.mkfifo(self._drawn)
        drawn = os.open(self._drawn, os.O_RDONLY | os.O_NONBLOCK)
        inside = f"{bench.named(bench.home)}\\inside.py"
        script = script or f"{bench.program}\\gartenjahr.py"
        call = ("start", bench.named(self._number), script, *call)
        super().__init__(
            ["/bin/sh", "-c", 'exec "$@" >"$0"', str(self._drawn), *bench.python(inside, *call)],
            env=bench.environment(env or {}),
        )
        self._keyboard, self._file = self._file, drawn
        self._written = bytearray()
        self._desk: subprocess.Popen[bytes] | None = None

    def wait_until(
        self, condition: Callable[[], object], what: str, *, timeout: float = TIMEOUT
    ) -> None:
        """Wait until a condition holds, longer than elsewhere, but not for who is gone."""

        def holds() -> object:
            if not (found := condition()) and not self.is_running and not (found := condition()):
                self._fail(what)
            return found

        super().wait_until(holds, what, timeout=PATIENCE if timeout == TIMEOUT else timeout)

    @property
    def console(self) -> str:
        """What has been written to the console itself, such as questions before the screen."""
        self._read(0)
        return self._written.decode(errors="replace")

    def send(self, data: str | bytes, *, timeout: float = PATIENCE) -> None:
        """Press a key: its sequence comes at once."""
        self.press(sequence(data if isinstance(data, str) else data.decode()))

    def press(self, keys: Sequence[Key]) -> None:
        """Press keys, all at once."""
        self._tell("keys", keys)

    def shut(self, event: int = CLOSED) -> None:
        """Close the window, or whatever else Windows ends a program with."""
        self._tell("close", event)

    def _tell(self, *what: object) -> None:
        if self._desk is None:
            self.wait_until(lambda: self._number.exists() and self._number.read_text(), "a process")
            call = ("desk", self._number.read_text())
            self._helper = self.bench.helper(*call)
            self._desk = self._helper.__enter__()
        assert self._desk.stdin
        assert self._desk.stdout
        self._desk.stdin.write((json.dumps(what) + "\n").encode())
        self._desk.stdin.flush()
        assert self._desk.stdout.readline().strip() == b"done"

    def close(self) -> None:
        """End everything."""
        if self._desk is not None:
            self._helper.__exit__(None, None, None)
            self._desk = None
        if self._is_open:
            super().close()
            os.close(self._file)

    def _fail(self, message: str) -> None:
        super()._fail(f"{message}; its console says {self._written.decode(errors='replace')!r}")

    def _read(self, seconds: float) -> None:
        with contextlib.suppress(OSError):
            while self._is_open and (data := os.read(self._keyboard, 65536)):
                self._written += data
        super()._read(seconds)
