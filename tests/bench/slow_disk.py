"""Starts the app on a disk that takes half a second for each commit."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from gartenjahr_tui.app import GartenjahrApp, run
from gartenjahr_tui.store import glance, store
from gartenjahr_tui.store.paths import Paths

COMMIT_SECONDS = 0.5


def main() -> None:
    """Run the app with slow commits."""
    original = store.Store.transaction

    def transaction(self: store.Store) -> object:
        time.sleep(COMMIT_SECONDS)
        return original(self)

    store.Store.transaction = transaction  # type: ignore[method-assign, assignment]
    paths = Paths(Path(sys.argv[1]), "Messung")
    run(GartenjahrApp(paths, glance.look(paths.file)))


if __name__ == "__main__":
    main()
