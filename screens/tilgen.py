"""Everything about a person: found, decided line by line, erased with proof."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static

from gartenjahr_tui.reports.erasure import (
    Choice,
    ErasePlan,
    found_summary,
    place_line,
    plan,
    proof,
)
from gartenjahr_tui.store import atomic, erasing
from gartenjahr_tui.store.errors import FolderUnwritable, StoreError
from gartenjahr_tui.store.paths import documents_folder
from gartenjahr_tui.text import one_line
from gartenjahr_tui.widgets.chrome import BookScreen
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.dialog import Choices, Dialog, option_list, plain_option
from gartenjahr_tui.widgets.hanging import hanging
from gartenjahr_tui.words.erasing import EraseScreenWords as words
from gartenjahr_tui.workbook.book import Workbook
from screens.bringing_back import while_closed
from screens.wahl import EnterScreen

if TYPE_CHECKING:
    from datetime import date

    from gartenjahr_tui.store.erasing import Erasure, Outcome
    from screens.navigator import Navigator

ROLE, ALSO, NOW = "rolle", "auch", "jetzt"
"""Ids of the rows below the places."""

_NEXT = {Choice.GONE: Choice.ROLE, Choice.ROLE: Choice.KEPT, Choice.KEPT: Choice.GONE}


@dataclass(frozen=True)
class Decided:
    """What was decided about a person.

    Attributes:
        plan: What was found.
        erasure: What is to be erased.
        why: Id of a card that is kept → the reason.
    """

    plan: ErasePlan
    erasure: Erasure
    why: dict[str, str]

    def proof(self, outcome: Outcome, day: date) -> str:
        """What was done, in lines."""
        return "\n".join(proof(outcome, self.plan, self.erasure, self.why, day))


def decided(plan: ErasePlan) -> Decided:
    """What is usual for a plan."""
    return Decided(plan, plan.erasure({}), {})


class EraseScreen(BookScreen):
    """All places, and below them the role, other spellings, and the deed itself."""

    KEYS = ("erase-decide", "back", "menu")
    OFFERS = ("app",)
    TITLE = words.TITLE
    CSS_PATH = "../styles/tilgen.tcss"
    BINDINGS = bindings("back")

    @dataclass
    class Wanted(Message):
        """It is to be erased; posted to the app."""

        decided: Decided

    def __init__(self, book: Workbook, who: str) -> None:
        super().__init__()
        self.book, self._who = book, who
        self._role, self._also = "", ""
        self._decided: dict[str, Choice] = {}
        self._why: dict[str, str] = {}
        self._plan = plan(book, who, "")

    def compose_body(self) -> ComposeResult:
        """What was found in a sentence, and the list."""
        yield Static(markup=False, id="found")
        yield option_list([])

    def on_mount(self) -> None:
        """The cursor stands on the first place."""
        self.query_one(Choices).focus()
        self._show()

    def on_resize(self) -> None:
        """Lay the lines out for the width there is."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        choices = self.query_one(Choices)
        here = choices.highlighted or 0
        width = choices.scrollable_content_region.width
        self.query_one("#found", Static).update("\n".join(found_summary(self._plan)[:-2]))
        lines = [(f"{n}", self._line(n, width)) for n in range(len(self._plan.places))]
        rows = [
            (ROLE, words.ROLE.format(role=self._plan.role)),
            (ALSO, words.ALSO.format(also=self._also or words.NONE)),
            (NOW, words.NOW),
        ]
        lines += [(id, Content.styled(hanging(text, width), "bold")) for id, text in rows]
        choices.set_options([plain_option(text, id) for id, text in lines])
        choices.highlighted = min(here, len(lines) - 1)

    def _line(self, number: int, width: int) -> Content:
        place = self._plan.places[number]
        choice = self._decided.get(place.id, place.choice)
        head = place_line(place, choice, self._plan.role, self._why.get(place.id, ""))
        texts = [hanging(f"  {text}", width) for text in place.texts]
        return Content("\n").join([Content(hanging(head, width)), *map(Content, texts)])

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Decide otherwise about the place under the cursor, or do what the row says."""
        match event.option_id:
            case "rolle":
                screen = EnterScreen(words.ROLE_TITLE, self._plan.role, words.ENTER_KEYS)
                self.app.push_screen(screen, self._take_role)
            case "auch":
                screen = EnterScreen(words.ALSO_TITLE, self._also, words.ENTER_KEYS)
                self.app.push_screen(screen, self._take_also)
            case "jetzt":
                self._ask()
            case str(number):
                self._turn(number)

    def _turn(self, number: str) -> None:
        place = self._plan.places[int(number)]
        if not place.id:
            self.notify(words.NOTHING_TO_DECIDE, markup=False)
            return
        choice = _NEXT[self._decided.get(place.id, place.choice)]
        if choice is Choice.ROLE and place.choice is Choice.GONE:
            # A card about nobody else would be an empty one.
            choice = Choice.KEPT
        if choice is not Choice.KEPT:
            self._decided[place.id] = choice
            self._show()
            return

        def reason(given: str | None) -> None:
            if given and one_line(given):
                self._decided[place.id], self._why[place.id] = Choice.KEPT, one_line(given)
            elif given is not None:
                self._decided[place.id] = Choice.GONE
            self._show()

        screen = EnterScreen(words.WHY_TITLE, self._why.get(place.id, ""), words.WHY_KEYS)
        self.app.push_screen(screen, reason)

    def _take_role(self, given: str | None) -> None:
        if given and one_line(given):
            self._role = one_line(given)
            self._plan = replace(self._plan, role=self._role)
            self._show()

    def _take_also(self, given: str | None) -> None:
        if given is not None:
            self._also = one_line(given)
            self._plan = plan(self.book, self._who, self._role, self._also.split(","))
            self._show()

    def _ask(self) -> None:
        if self.book.read_only:
            self.notify(words.READ_ONLY, severity="warning", markup=False)
            return
        if not self._plan.places and not self._plan.own:
            self.notify(words.NOTHING, markup=False)
            return
        decided = Decided(self._plan, self._plan.erasure(self._decided), dict(self._why))

        def answered(yes: bool | None) -> None:
            if yes:
                self.app.post_message(self.Wanted(decided))

        self.app.push_screen(SureScreen(self._plan), answered)


class SureScreen(Dialog[bool]):
    """Asks once more; returns whether it shall be."""

    def __init__(self, plan: ErasePlan) -> None:
        title = words.SURE_TITLE.format(name=plan.person.name)
        super().__init__(title if plan.spellings else words.VOLUNTARY_TITLE, words.SURE_KEYS)
        self._plan = plan

    def compose_body(self) -> ComposeResult:
        """What there is no way back from, and the two ways."""
        yield Static("\n\n".join(found_summary(self._plan)[1:]), markup=False, classes="about")
        # Leaving all as it is, is what Enter does first.
        options = [plain_option(words.NO, "no"), plain_option(words.YES, "yes")]
        yield option_list(options, cursor=0)

    @on(OptionList.OptionSelected)
    def decide(self, event: OptionList.OptionSelected) -> None:
        """Erase, or leave it."""
        self.dismiss(event.option_id == "yes")


class WaitingScreen(Dialog[None]):
    """What is going on while the garden is closed."""

    def __init__(self) -> None:
        super().__init__(words.TITLE, words.WAIT_HINT)

    def compose_body(self) -> ComposeResult:
        """One line."""
        yield Static(words.WAIT.format(percent=0), markup=False, classes="about")

    def step(self, share: float) -> None:
        """Called by the thread that works."""
        self.app.call_later(self._show, share)

    def _show(self, share: float) -> None:
        if self.is_mounted:
            about = self.query_one(".about", Static)
            about.update(words.WAIT.format(percent=int(100 * share)))

    def action_close(self) -> None:
        """What was begun is brought to its end."""

    action_home = action_close


class ProofScreen(Dialog[str]):
    """The proof, to be read and kept as a file; returns a sentence when it was written."""

    def __init__(self, text: str, day: date) -> None:
        super().__init__(words.PROOF_TITLE, words.PROOF_KEYS)
        self._text = text
        self._file = documents_folder() / words.PROOF_FILE.format(day=day.isoformat())

    def compose_body(self) -> ComposeResult:
        """The text, and the two ways."""
        with VerticalScroll(classes="text"):
            yield Static(self._text, markup=False)
        file = one_line(str(self._file))
        keep = plain_option(words.PROOF_KEEP.format(file=file), "keep")
        yield option_list([keep, plain_option(words.PROOF_CLOSE, "close")], cursor=0)

    def on_mount(self) -> None:
        """The proof is kept unless somebody decides otherwise."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    async def decide(self, event: OptionList.OptionSelected) -> None:
        """Write it, or close."""
        if event.option_id == "close":
            self.dismiss(None)
            return
        await self.do(self._write, lambda: words.PROOF_KEPT.format(file=self._file))

    def _write(self) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            atomic.write_bytes(self._file, f"{self._text}\n".encode())
        except OSError as error:
            raise FolderUnwritable(self._file.parent) from error


async def erase(
    app: Navigator,
    decided: Decided,
    close: Callable[[], None],
    reopen: Callable[[], Awaitable[None]],
    seen: Callable[[], Awaitable[object]],
) -> None:
    """Close the garden, erase in all its files, open it again, and show the proof."""
    book = await app.the_book()
    day, paths = book.today, book.paths
    waiting = WaitingScreen()

    def work() -> str | StoreError:
        try:
            erasing.begin(paths, decided.erasure)
            close()
            return decided.proof(erasing.go_on(paths, waiting.step), day)
        except StoreError as error:
            return error

    def kept(sentence: str | None) -> None:
        if sentence:
            app.notify(sentence, timeout=12, markup=False)

    done = await while_closed(app, waiting, work, reopen, seen)
    if isinstance(done, StoreError):
        app.notify(str(done), severity="error", timeout=15, markup=False)
    elif done:
        await app.push_screen(ProofScreen(done, day), kept)
