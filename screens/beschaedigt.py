"""Entries in which something else stands than what was written: look at both texts, decide."""

from __future__ import annotations

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from gartenjahr_tui.garden.damage import Choice, choice, hidden_by
from gartenjahr_tui.garden.inspection import name_of
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.widgets.background import Job, in_turns
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.dialog import Dialog, option_list, plain_option
from gartenjahr_tui.words.exchange import DamageWords as words
from gartenjahr_tui.words.screens import CommonWords
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.damage import Good, WrongRow, good_of, keep_in_turns, take_in_turns
from gartenjahr_tui.workbook.turns import Turns
from screens.fassungen import comparison


class DamageScreen(Dialog[str]):
    """Returns what was decided last, a sentence, or None."""

    CSS_PATH = "../styles/beschaedigt.tcss"
    BINDINGS = bindings("keep-damaged")

    def __init__(self, book: Workbook, wrong: list[WrongRow]) -> None:
        super().__init__(words.TITLE, words.KEYS if wrong else CommonWords.BACK)
        self._book, self._wrong = book, wrong
        self._choices: dict[WrongRow, Choice] = {}
        self._said: str | None = None
        self._look: Job[Good | None] | None = None
        self._deciding = False

    def compose_body(self) -> ComposeResult:
        """The entries, and of the one under the cursor both texts."""
        if not self._wrong:
            yield Static(words.NONE, markup=False)
            return
        yield Static(words.ABOUT, markup=False, classes="about")
        names = [plain_option(name_of(self._book, wrong)) for wrong in self._wrong]
        yield option_list(names, cursor=0)
        yield Static(markup=False, classes="source")
        with VerticalScroll(can_focus=False, classes="text"):
            yield Static(markup=False, id="comparison")

    def on_unmount(self) -> None:
        """What is looked for in the copies is of no use any more."""
        if self._look:
            self._look.stop()

    @property
    def _chosen(self) -> WrongRow | None:
        place = self.query_one(OptionList).highlighted if self._wrong else None
        return None if place is None else self._wrong[place]

    @on(OptionList.OptionHighlighted)
    def show(self) -> None:
        """Show the entry under the cursor; looking for the good text may take a while."""
        wrong = self._chosen
        if wrong is None:
            return
        if self._look:
            self._look.stop()
        if voice := hidden_by(self._book, wrong):
            self._show(words.HIDDEN.format(voice=voice), Content(""))
        elif found := self._choices.get(wrong):
            self._compare(found)
        else:
            self._show(words.LOOKING, Content(""))
            self._look = Job(
                lambda _step: good_of(self._book, wrong), partial(self._found, wrong), self._failed
            )

    def _found(self, wrong: WrongRow, good: Good | None) -> None:
        self._choices[wrong] = found = choice(self._book, wrong, good)
        if wrong is self._chosen:
            self._compare(found)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, StoreError | OSError):
            raise error
        self.show_hint(str(error))

    def _compare(self, found: Choice) -> None:
        if found.good is None:
            self._show(found.source, Content(found.present))
        elif found.present == found.before:
            self._show(f"{found.source}\n{words.SAME}", Content(found.present))
        else:
            self._show(f"{found.source}\n{words.LEGEND}", comparison(found.present, found.before))

    def _show(self, source: str, text: Content) -> None:
        self.query_one(".source", Static).update(Content(source))
        self.query_one("#comparison", Static).update(text)

    @on(OptionList.OptionSelected)
    async def take(self) -> None:
        """Put the good text in its place."""
        found = self._choices.get(self._chosen) if self._chosen else None
        if found and found.good:
            await self._decide(take_in_turns(self._book, found.wrong, found.good), words.TAKEN)
        elif found:
            self.show_hint(words.NOTHING_TO_TAKE)

    async def action_keep(self) -> None:
        """Let it stand as it does."""
        if (wrong := self._chosen) and wrong in self._choices:
            await self._decide(keep_in_turns(self._book, wrong), words.KEPT)

    async def _decide(self, deed: Turns[None], sentence: str) -> None:
        wrong = self._chosen
        if wrong is None or self._deciding:
            return
        self._deciding = True
        name = name_of(self._book, wrong)
        try:
            await in_turns(deed)
        except (StoreError, PermissionError) as error:
            self.show_hint(str(error))
            return
        finally:
            self._deciding = False
        self._said = sentence.format(name=name)
        place = self._wrong.index(wrong)
        self._wrong.remove(wrong)
        if not self._wrong:
            self.dismiss(self._said)
            return
        options = self.query_one(OptionList)
        options.remove_option_at_index(place)
        options.highlighted = min(place, len(self._wrong) - 1)
        self.show_hint(f"{self._said}\n{words.KEYS}")
        self.show()

    def action_close(self) -> None:
        """Close; what was not decided is named again."""
        self.dismiss(self._said)
