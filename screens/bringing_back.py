"""Puts a safe copy in the garden's place while the program runs."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from textual.screen import ModalScreen

from gartenjahr_tui.store import backups
from gartenjahr_tui.store.copying import check
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.store.patience import Stopped, within
from gartenjahr_tui.words.exchange import BackupsWords, CopiesWords
from gartenjahr_tui.words.screens import CommonWords
from screens.sicherungen import ReturningScreen, day_of

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

    from gartenjahr_tui.store.backups import Copy
    from screens.navigator import Navigator

Done = TypeVar("Done")

FLUSH_SECONDS = 4.0
"""How long the disk may take for what was typed last before nothing is begun."""


async def bring_back(
    app: Navigator,
    copy: Copy,
    close: Callable[[], None],
    reopen: Callable[[], Awaitable[None]],
    seen: Callable[[], Awaitable[object]],
) -> None:
    """Close the garden – no file is replaced while it is open –, replace it, open it again.

    Args:
        app: Where people are led away from what is replaced.
        copy: What comes in the garden's place.
        close: Closes the garden; called in a thread.
        reopen: Opens it; ends the program where that fails.
        seen: Waits until nothing hides the screen.
    """
    book = await app.the_book()
    if not await asyncio.to_thread(book.flush, FLUSH_SECONDS):
        problem = book.save_status.problem or CommonWords.NOT_SAVED
        app.notify(CopiesWords.NOT_SAVED.format(problem=problem), severity="error", markup=False)
        return
    waiting = ReturningScreen(day_of(copy))
    done = await while_closed(
        app, waiting, lambda: _replaced(app, copy, close, waiting.step), reopen, seen
    )
    if done:
        said, severity = done
        app.notify(said, severity=severity, timeout=15, markup=False)


async def while_closed(
    app: Navigator,
    waiting: ModalScreen[None],
    work: Callable[[], Done],
    reopen: Callable[[], Awaitable[None]],
    seen: Callable[[], Awaitable[object]],
) -> Done | None:
    """Do something to the files in a thread while nobody sees the garden, and open it again.

    Args:
        app: Where people are led away from what changes.
        waiting: Says what is going on.
        work: Closes the garden as soon as it has to, and does it.
        reopen: Opens the garden; ends the program where that fails.
        seen: Waits until nothing hides the screen.

    Returns:
        What the work gives; None when the program ends.
    """
    await app.leave_all()
    await app.forget_screens()
    await app.push_screen(waiting)
    app.opened.clear()
    done = await asyncio.to_thread(work)
    if app.book is None:
        await reopen()
    if app.book is None:
        return None
    app.opened.set()
    await seen()
    await app.leave_all()
    return done


def _replaced(
    app: Navigator, copy: Copy, close: Callable[[], None], step: Callable[[float], None]
) -> tuple[str, SeverityLevel]:
    """Replace the garden, and say what came of it; called in a thread."""
    try:
        # The garden is not closed for a copy that is damaged, or a drive that says nothing.
        within(backups.CHECK_SECONDS, lambda: check(copy.file))
        step(0)
        close()
        done = backups.bring_back(app.paths, copy.file, datetime.now().astimezone(), step)
    except TimeoutError:
        return CopiesWords.NO_ANSWER.format(file=copy.file), "error"
    except Stopped:
        return CopiesWords.RETURN_STOPPED, "information"
    except StoreError as error:
        return str(error), "error"
    said = BackupsWords.RETURNED.format(day=day_of(copy))
    if done.kept:
        said += " " + BackupsWords.KEPT.format(file=done.kept.file.name)
    return said, "information"
