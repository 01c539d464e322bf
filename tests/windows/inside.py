r"""Runs within Windows, by the Python of the package: what a keyboard, Windows and others do.

``start FILE SCRIPT …`` notes its number in the file and becomes the script; ``desk PID`` presses
keys at the console of a program and closes its window; ``hold FILE SHARE`` has a file open as
another program has it, ``lock FILE`` a garden; ``scan FOLDER MS`` looks at every fresh file as a
virus scanner does. All but the first last until their input ends.
"""

from __future__ import annotations

import ctypes
import json
import os
import runpy
import sqlite3
import sys
import threading
import time
from ctypes import byref, wintypes
from pathlib import Path

assert sys.platform == "win32"

kernel = ctypes.WinDLL("kernel32", use_last_error=True)
kernel.CreateFileW.restype = kernel.OpenProcess.restype = wintypes.HANDLE
kernel.GetModuleHandleW.restype = kernel.GetProcAddress.restype = ctypes.c_void_p
kernel.GetProcAddress.argtypes = (ctypes.c_void_p, ctypes.c_char_p)
kernel.CreateRemoteThread.argtypes = (
    *(wintypes.HANDLE, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_void_p),
    *(wintypes.DWORD, ctypes.c_void_p),
)
kernel.CloseHandle.argtypes = (wintypes.HANDLE,)

READ, WRITE, OPEN_EXISTING, ALL_ACCESS = 0x80000000, 0x40000000, 3, 0x1F0FFF
KEY_EVENT = 1
NOWHERE = wintypes.HANDLE(-1).value


def opened(name: str, access: int, share: int) -> int:
    """The handle of a file, 0 when it cannot be had."""
    handle = kernel.CreateFileW(name, access, share, None, OPEN_EXISTING, 0, None)
    return 0 if handle in (None, NOWHERE) else int(handle)


def say(text: str) -> None:
    """Tell the other side."""
    print(text, flush=True)


def start(file: str, script: str) -> None:
    """Note the number of this process and become the script."""
    Path(file).write_text(str(os.getpid()), encoding="ascii")
    sys.argv = sys.argv[3:]
    runpy.run_path(script, run_name="__main__")


def desk(number: str) -> None:
    """Press what each line says, all of a line at once."""
    from textual.drivers.win32 import INPUT_RECORD

    kernel.FreeConsole()
    while not kernel.AttachConsole(int(number)):
        time.sleep(0.05)
    console = wintypes.HANDLE(opened("CONIN$", READ | WRITE, 3))
    heed_nothing = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.DWORD)(lambda event: True)
    kernel.SetConsoleCtrlHandler(heed_nothing, True)
    say("ready")
    for line in sys.stdin:
        what, how = json.loads(line)
        if what == "close":
            _close(int(number), how)
        else:
            records = (INPUT_RECORD * len(how))()
            for record, (down, code, character, held) in zip(records, how, strict=True):
                record.EventType = KEY_EVENT
                key = record.Event.KeyEvent
                key.bKeyDown, key.wVirtualKeyCode, key.dwControlKeyState = down, code, held
                key.wRepeatCount = 1
                key.uChar.UnicodeChar = chr(character)
            kernel.WriteConsoleInputW(console, records, len(records), byref(wintypes.DWORD()))
        say("done")


def _close(number: int, event: int) -> None:
    """Tell a program what Windows tells it: by a thread of its own in its own memory."""
    process = kernel.OpenProcess(ALL_ACCESS, False, number)
    routine = kernel.GetProcAddress(kernel.GetModuleHandleW("kernelbase.dll"), b"CtrlRoutine")
    kernel.CreateRemoteThread(process, None, 0, routine, event, 0, None)


def hold(file: str, share: str) -> None:
    """Have a file open, sharing as the number says."""
    say("ready" if opened(file, READ, int(share)) else "refused")
    sys.stdin.read()


def lock(file: str) -> None:
    """Let nobody write into a garden."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    say("ready")
    sys.stdin.read()


def scan(folder: str, milliseconds: str) -> None:
    """Read every file that is new or has changed, and let nobody take it away meanwhile."""
    ended = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    seen: dict[str, tuple[int, int]] = {}
    held: dict[str, tuple[int, float]] = {}
    say("ready")
    while not ended.wait(0.003):
        for name, (handle, until) in list(held.items()):
            if time.monotonic() >= until:
                kernel.CloseHandle(handle)
                del held[name]
        for inside, _, names in os.walk(folder):
            for name in (os.path.join(inside, one) for one in names):  # noqa: PTH118
                try:
                    facts = os.stat(name)  # noqa: PTH116
                except OSError:
                    continue
                state = facts.st_mtime_ns, facts.st_size
                if name not in held and seen.get(name) != state and (h := opened(name, READ, 3)):
                    held[name] = h, time.monotonic() + int(milliseconds) / 1000
                    seen[name] = state


if __name__ == "__main__":
    _, call, *arguments = sys.argv
    if call == "start":
        start(*arguments[:2])
    else:
        {"desk": desk, "hold": hold, "lock": lock, "scan": scan}[call](*arguments)
