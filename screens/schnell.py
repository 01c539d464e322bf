"""Quick entry from anywhere: an encounter or a harvest, the first page of its form."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding

from gartenjahr_tui.garden.sheet import CardSheet
from gartenjahr_tui.widgets.dialog import Dialog
from gartenjahr_tui.widgets.form import FormPage
from gartenjahr_tui.widgets.next_link import NextLink
from gartenjahr_tui.widgets.prompt_view import PromptView
from gartenjahr_tui.words.garden import QuickWords as words
from gartenjahr_tui.workbook.dates import shown_date
from gartenjahr_tui.workbook.plain import Bookmark


class QuickScreen(Dialog[str]):
    """Returns a sentence when something was written; what was typed stays in every case."""

    CSS_PATH = "../styles/schnell.tcss"
    BINDINGS = [Binding("f8", "close", show=False)]

    def __init__(self, sheet: CardSheet) -> None:
        super().__init__(words.TITLES[sheet.form.id], words.KEYS)
        self._sheet = sheet

    def compose_body(self) -> ComposeResult:
        """The questions of the first page, and the way out."""
        prompts = self._sheet.asked(self._sheet.form.sections[0]).prompts
        with FormPage(can_focus=False):
            for number, prompt in enumerate(prompts, 1):
                yield PromptView(self._sheet, prompt, number, len(prompts))
            yield NextLink(words.DONE)

    def on_mount(self) -> None:
        """The cursor stands in the first field that is empty."""
        value = self._sheet.card.value
        for view in self.query(PromptView):
            for field in view.prompt.fields:
                if field.id not in value:
                    view.enter(Bookmark("", view.prompt.id, field.id))
                    return

    @on(NextLink.Chosen)
    def action_close(self) -> None:
        """Done; everything is kept."""
        sheet = self._sheet
        for view in self.query(PromptView):
            view.leave()
        if not sheet.planted:
            self.dismiss(words.NOTHING)
            return
        # Who is in a hurry names whom they met, and not what it was about.
        named = [str(sheet.card.value.get(sheet.form.title, "")), *sheet.cards.line(sheet.card)]
        name = next(filter(None, named), shown_date(sheet.card.value.get(sheet.form.date, "")))
        self.dismiss(words.KEPT.format(item=sheet.form.item, name=name))
