"""Quick entry from anywhere: the first page of a card, or what was criticised."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding

from gartenjahr_tui.garden.criticism import CriticismSheet
from gartenjahr_tui.garden.entry_sheet import AgreementSheet
from gartenjahr_tui.garden.sheet import CardSheet, Sheet
from gartenjahr_tui.guide.model import Section
from gartenjahr_tui.widgets.dialog import Dialog
from gartenjahr_tui.widgets.form import FormPage
from gartenjahr_tui.widgets.next_link import NextLink
from gartenjahr_tui.widgets.prompt_view import PromptView
from gartenjahr_tui.words.garden import QuickWords as words
from gartenjahr_tui.words.packets import TableWords as table_words
from gartenjahr_tui.workbook.dates import shown_date
from gartenjahr_tui.workbook.plain import Bookmark


class QuickScreen(Dialog[str]):
    """Returns a sentence when something was written; what was typed stays in every case."""

    CSS_PATH = "../styles/schnell.tcss"
    BINDINGS = [Binding("f8", "close", show=False)]

    def __init__(self, title: str, sheet: Sheet, page: Section, kept: Callable[[], str]) -> None:
        """Ask a page of a sheet; ``kept`` says what was written, and nothing where nothing was."""
        super().__init__(title, words.KEYS)
        self._sheet, self._page, self._kept = sheet, page, kept

    def compose_body(self) -> ComposeResult:
        """The questions of the page, and the way out."""
        prompts = self._page.prompts
        with FormPage(can_focus=False):
            for number, prompt in enumerate(prompts, 1):
                yield PromptView(self._sheet, prompt, number, len(prompts))
            yield NextLink(words.DONE)

    def on_mount(self) -> None:
        """The cursor stands in the first field that is empty."""
        for view in self.query(PromptView):
            value = self._sheet.answer(view.prompt.id).value
            for field in view.prompt.fields:
                if field.id not in value:
                    view.enter(Bookmark("", view.prompt.id, field.id))
                    return

    @on(NextLink.Chosen)
    def action_close(self) -> None:
        """Done; everything is kept."""
        for view in self.query(PromptView):
            view.leave()
        self.dismiss(self._kept() or words.NOTHING)


def quick_card(sheet: CardSheet) -> QuickScreen:
    """The first page of a card."""

    def kept() -> str:
        if not sheet.planted:
            return ""
        # Who is in a hurry names whom they met, and not what it was about.
        named = [str(sheet.card.value.get(sheet.form.title, "")), *sheet.cards.line(sheet.card)]
        name = next(filter(None, named), shown_date(sheet.card.value.get(sheet.form.date, "")))
        return words.KEPT.format(item=sheet.form.item, name=name)

    page = sheet.asked(sheet.form.sections[0])
    return QuickScreen(words.TITLES[sheet.form.id], sheet, page, kept)


def quick_agreement(sheet: AgreementSheet) -> QuickScreen:
    """What was agreed on in a partnership."""

    def kept() -> str:
        return table_words.AGREED.format(name=sheet.kept) if sheet.kept else ""

    return QuickScreen(table_words.AGREE, sheet, sheet.section, kept)


def quick_step(sheet: CardSheet, page: Section) -> QuickScreen:
    """The next step that was agreed on, with its day."""
    return QuickScreen(
        table_words.STEP, sheet, page, lambda: table_words.STEPPED if sheet.planted else ""
    )


def quick_criticism(sheet: CriticismSheet) -> QuickScreen:
    """What was criticised."""
    return QuickScreen(sheet.section.title, sheet, sheet.section, lambda: sheet.told)
