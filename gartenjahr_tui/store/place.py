"""What kind of place a folder is: on this computer's own disk, in a cloud, deep down.

The journal is chosen by the disk.

On a local disk WAL with ``synchronous=FULL`` is safe and quick. On sticks and network drives WAL
needs shared memory that is not there, so the rollback journal with ``synchronous=EXTRA`` is used.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from gartenjahr_tui.store.patience import PATIENCE, within

_ESCAPE = re.compile(r"\\([0-7]{3})")
"""Blank, tab, line end and backslash in ``/proc/mounts``."""

LONGEST_PATH = 259
"""Characters of a path on a Windows that has not been told to take longer ones."""

NEEDED = 64
"""Characters of the longest name that is made below the folder of a garden, with its separators."""

_CLOUDS = re.compile(
    r"(OneDrive|Dropbox|Google Drive|iCloud ?Drive|Nextcloud|ownCloud|MagentaCLOUD|HiDrive)"
    r"(?: - .+)?",
    re.IGNORECASE,
)
"""The folders that services mirror: „OneDrive - Stadt Köln“."""

_WINDOWS_REMOVABLE = 2
_WINDOWS_FIXED = 3
_REMOTE = frozenset(
    (
        *("9p", "afs", "afpfs", "cifs", "davfs", "drvfs", "ncpfs", "nfs", "nfs4"),
        *("smb3", "smbfs", "vboxsf", "virtiofs"),
    )
)
_STICK = frozenset(("exfat", "fat", "fuseblk", "msdos", "ntfs", "ntfs3", "vfat"))


def is_local_disk(folder: Path) -> bool:
    """Return False for sticks, network drives and whatever cannot be told."""
    if sys.platform == "win32":
        drive = folder.absolute().drive
        if not drive or drive.startswith("\\\\"):
            return False
        return _drive_type(f"{drive}\\") == _WINDOWS_FIXED
    return _posix_local(folder)


def cloud_of(folder: Path) -> str:
    """The service that carries a folder elsewhere, as its folder is called; empty for none."""
    for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        mirrored = os.environ.get(name)
        if mirrored and folder.is_relative_to(mirrored):
            return "OneDrive"
    found = filter(None, map(_CLOUDS.fullmatch, folder.parts))
    return next((match[1] for match in found), "")


def lacking(folder: Path) -> int:
    """How many characters the path of a folder is too long for all that a garden needs there."""
    return max(0, len(str(folder)) + NEEDED - LONGEST_PATH) if paths_are_short() else 0


def paths_are_short() -> bool:
    """Whether this is a Windows that takes no path longer than :data:`LONGEST_PATH`."""
    if sys.platform != "win32":
        return False
    import winreg

    key = r"SYSTEM\CurrentControlSet\Control\FileSystem"
    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as settings:
            return not winreg.QueryValueEx(settings, "LongPathsEnabled")[0]
    except OSError:
        return True


def removable_drives() -> list[Path]:
    """The sticks that Windows knows and that answer; elsewhere none."""
    if sys.platform != "win32":
        return []
    import ctypes

    there = int(ctypes.windll.kernel32.GetLogicalDrives())
    # A: and B: would be asked for a floppy disk.
    names = [f"{chr(ord('A') + n)}:\\" for n in range(2, 26) if there >> n & 1]
    sticks = [Path(name) for name in names if _drive_type(name) == _WINDOWS_REMOVABLE]
    return [stick for stick in sticks if _answers(stick)]


def home_drive() -> Path | None:
    """What Windows calls a person's home, where it is a drive that follows from desk to desk."""
    drive = os.environ.get("HOMEDRIVE", "")
    if sys.platform != "win32" or not drive or drive == os.environ.get("SYSTEMDRIVE"):
        return None
    home = Path(drive + os.environ.get("HOMEPATH", "\\"))
    return home if _answers(home) else None


def _answers(folder: Path) -> bool:
    try:
        return within(PATIENCE, folder.is_dir)
    except OSError:
        return False


def _drive_type(root: str) -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(root))


def _posix_local(folder: Path) -> bool:
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return sys.platform == "darwin"
    kind = filesystem_of(folder.resolve(), mounts)
    return bool(kind) and kind not in _REMOTE | _STICK and not kind.startswith("fuse.")


def filesystem_of(folder: Path, mounts: str) -> str:
    """Find the file system type of a folder in the text of ``/proc/mounts``."""
    best, kind = "", ""
    for line in mounts.splitlines():
        parts = line.split()
        if len(parts) < 3:
            continue
        point = _ESCAPE.sub(lambda found: chr(int(found[1], 8)), parts[1])
        inside = folder == Path(point) or Path(point) in folder.parents
        if inside and len(point) >= len(best):
            best, kind = point, parts[2]
    return kind
