"""Whether a folder lies on this computer's own disk; the journal is chosen by that.

On a local disk WAL with ``synchronous=FULL`` is safe and quick. On sticks and network drives WAL
needs shared memory that is not there, so the rollback journal with ``synchronous=EXTRA`` is used.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

_ESCAPE = re.compile(r"\\([0-7]{3})")
"""Blank, tab, line end and backslash in ``/proc/mounts``."""

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
        import ctypes

        drive = folder.absolute().drive
        if not drive or drive.startswith("\\\\"):
            return False
        return int(ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\")) == _WINDOWS_FIXED
    return _posix_local(folder)


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
