"""Choose the driver that reads the terminal through `TerminalInput`."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver


def driver_class() -> "type[Driver] | None":
    """Return the driver for this platform.

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
        if sys.platform == "win32":
            from gartenjahr_tui.terminal.windows import GuardedWindowsDriver

            return GuardedWindowsDriver
        from gartenjahr_tui.terminal.posix import GuardedLinuxDriver
    except ImportError:
        return None
    return GuardedLinuxDriver
