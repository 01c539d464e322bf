"""What an answer said before: list, compare, bring back."""

from __future__ import annotations

import difflib

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from gartenjahr_tui.garden.sheet import Sheet
from gartenjahr_tui.guide.model import Prompt
from gartenjahr_tui.widgets.dialog import Dialog, option_list, plain_option
from gartenjahr_tui.words.screens import CommonWords
from gartenjahr_tui.words.screens import VersionsWords as words
from gartenjahr_tui.workbook.plain import Version
from gartenjahr_tui.workbook.values import Value, summary, value_text


def comparison(before: str, after: str) -> Content:
    """Both texts line by line: „−“ stood there before, „+“ came after, other lines are in both."""
    lines: list[Content] = []
    for line in difflib.ndiff(before.splitlines(), after.splitlines()):
        sign, text = line[:1], line[2:]
        if sign == "-":
            lines.append(Content.assemble(("− ", "bold $accent"), (text, "$accent")))
        elif sign == "+":
            lines.append(Content.assemble(("+ ", "bold $primary"), (text, "$primary")))
        elif sign == " ":
            lines.append(Content(f"  {text}"))
    return Content("\n").join(lines)


class VersionsScreen(Dialog[str]):
    """Returns a sentence when a version was brought back, or None."""

    CSS_PATH = "../styles/fassungen.tcss"

    def __init__(self, sheet: Sheet, prompt: Prompt, versions: list[Version]) -> None:
        hint = words.KEYS if sheet.writable() else words.KEYS_READ
        super().__init__(words.TITLE, hint if versions else CommonWords.BACK)
        self._sheet, self._prompt, self._versions = sheet, prompt, versions

    def compose_body(self) -> ComposeResult:
        """The question, the versions, the comparison with today."""
        yield Static(self._prompt.asked, markup=False, classes="ask")
        if not self._versions:
            yield Static(words.NONE, markup=False)
            return
        yield option_list(
            [plain_option(f"{v.time}   {self._summary(v.value)}") for v in self._versions],
            cursor=0,
        )
        yield Static(words.LEGEND, markup=False, classes="legend")
        with VerticalScroll(can_focus=False, classes="text"):
            yield Static("", id="comparison", markup=False)

    def _summary(self, value: Value) -> str:
        return summary(self._prompt, value, 50, self._sheet.cards.name)

    def _text(self, value: Value) -> str:
        return value_text(self._prompt, value, self._sheet.cards.name)

    @on(OptionList.OptionHighlighted)
    def compare(self, event: OptionList.OptionHighlighted) -> None:
        """Compare the version under the cursor with today's text."""
        before = self._text(self._versions[event.option_index].value)
        after = self._text(self._sheet.answer(self._prompt.id).value)
        text = comparison(before, after) if before != after else Content(words.SAME)
        self.query_one("#comparison", Static).update(text)

    @on(OptionList.OptionSelected)
    def bring_back(self, event: OptionList.OptionSelected) -> None:
        """Bring the version back."""
        version = self._versions[event.option_index]
        if self._sheet.writable():
            self._sheet.bring_back(self._prompt, version.value)
            self.dismiss(words.BROUGHT_BACK.format(time=version.time))
