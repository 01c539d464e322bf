"""Choose the driver that reads the terminal through `TerminalInput`."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver


def driver_class(*, ascii_only: bool = False) -> "type[Driver] | None":
    """Return the driver for this platform, which may draw with ASCII only.

    The modules behind it are imported here, because they exist for one platform only and are
    of no use to commands that show no screen.

    Returns:
        The class, or `None` if Textual is to choose: the variable ``TEXTUAL_DRIVER`` names a
        driver, or the platform has none of its own.
    """
    from textual import constants

    if constants.DRIVER is not None:
        return None
    try:
        chosen: type[Driver]
        if sys.platform == "win32":
            from gartenjahr_tui.terminal.windows import GuardedWindowsDriver as chosen
        else:
            from gartenjahr_tui.terminal.posix import GuardedLinuxDriver as chosen
    except ImportError:
        return None
    return _ascii(chosen) if ascii_only else chosen


def _ascii(base: "type[Driver]") -> "type[Driver]":
    from gartenjahr_tui.terminal.ascii import plain

    class AsciiDriver(base):  # type: ignore[misc, valid-type]
        """Draws with ASCII only."""

        def write(self, data: str) -> None:
            super().write(plain(data))

    return AsciiDriver
