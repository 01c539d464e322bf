"""One program writes; a second one may look and is told who has the garden open since when."""

from __future__ import annotations

import contextlib
import getpass
import platform
from dataclasses import dataclass
from datetime import datetime

from filelock import FileLock, Timeout

from gartenjahr_tui.store import atomic
from gartenjahr_tui.store.paths import Paths


@dataclass(frozen=True)
class Holder:
    """Who has the garden open, at which computer, since when („22.11.2026, 14:03“)."""

    who: str
    where: str
    since: str

    def __str__(self) -> str:
        return f"{self.who} an {self.where}, seit {self.since}"


class GardenLock:
    """The lock on one garden; released by the system when the program dies."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        # The app takes it in one thread and lets go in another.
        self._lock = FileLock(paths.lock, mode=0o600, thread_local=False)

    def take(self) -> bool:
        """Try to become the one who writes; False when somebody else is."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        with contextlib.suppress(OSError):
            atomic.remove(self._paths.holder)
            atomic.write_json(self._paths.holder, _myself())
        return True

    def release(self) -> None:
        """Let go; nothing happens when the lock is not held."""
        if self._lock.is_locked:
            with contextlib.suppress(OSError):
                atomic.remove(self._paths.holder)
            self._lock.release()

    def holder(self) -> Holder | None:
        """Who holds the lock, as far as it is known."""
        known = atomic.read_json(self._paths.holder)
        try:
            return Holder(known["who"], known["where"], known["since"])
        except (TypeError, KeyError):
            return None


def _myself() -> dict[str, str]:
    try:
        who = getpass.getuser()
    except (KeyError, OSError, ImportError):
        who = "jemand"
    now = datetime.now().astimezone()
    return {"who": who, "where": platform.node(), "since": now.strftime("%d.%m.%Y, %H:%M Uhr")}
