"""Entry of the console script; answers ``--version`` before anything else is loaded."""

from __future__ import annotations

import gc
import sys

from gartenjahr_tui import __version__


def main() -> None:
    """Run the program and end the process with its exit code."""
    if sys.argv[1:] == ["--version"]:
        print(f"Gartenjahr {__version__}")
        sys.exit(0)
    # Loading makes many lasting objects and no garbage, yet the collector would go through them
    # again and again: a quarter of the time to the first frame. Who runs on switches it on.
    gc.disable()
    from gartenjahr_tui.cli.main import main as run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
