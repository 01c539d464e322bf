"""„Am Tisch“: one question, what we say and what they say side by side, for a talk about it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from gartenjahr_tui.garden import kinds, views
from gartenjahr_tui.garden.entry_sheet import AgreementSheet
from gartenjahr_tui.text import clean
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.dialog import Dialog
from gartenjahr_tui.widgets.going import Go, ShowDialog
from gartenjahr_tui.words.packets import TableWords as words
from gartenjahr_tui.words.packets import ViewsWords
from gartenjahr_tui.words.screens import CommonWords
from gartenjahr_tui.workbook.book import Workbook
from screens.schnell import quick_agreement, quick_step
from screens.wahl import PickScreen


class TableScreen(Dialog[str]):
    """Leafs through what two see differently; what is agreed on is noted at once."""

    CSS_PATH = "../styles/tisch.tcss"
    BINDINGS = [
        *bindings("table-on", "table-back", "table-step", "table-agree", "table-open"),
        Binding("right", "on", show=False),
        Binding("left", "before", show=False),
    ]

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._pages = views.at_the_table(book)
        self._place = 0
        super().__init__(words.EMPTY, words.KEYS if self._pages else ViewsWords.KEYS_EMPTY)

    @property
    def page(self) -> views.TablePage | None:
        """The question one is at."""
        return self._pages[self._place] if self._pages else None

    def compose_body(self) -> ComposeResult:
        """The question and the two columns."""
        with VerticalScroll(id="table"):
            yield from self._body()
        yield Static(ViewsWords.PRIVATE, markup=False, classes="note")

    def _body(self) -> list[Widget]:
        page = self.page
        if page is None:
            return [Static(ViewsWords.NONE.format(year=self._book.year_label()), markup=False)]
        we = words.WE.format(name=page.we) if page.we else words.WE_NOT
        found: list[Widget] = [Static(clean(page.head), markup=False, classes="question")]
        found.append(_beside(we, words.YOU.format(name=page.you), "names"))
        for label, ours, theirs in page.rows:
            if label:
                found.append(Static(label, markup=False, classes="label"))
            found.append(_beside(ours or words.SILENT, theirs or words.SILENT))
        return found

    def on_mount(self) -> None:
        """The arrows scroll what is long."""
        self.query_one("#table").focus()
        self._say_place()

    def _say_place(self) -> None:
        if page := self.page:
            told = words.TITLE.format(name=page.you, number=self._place + 1, total=len(self._pages))
            self.query_one(".title", Static).update(Content(told))

    async def _go(self, by: int, end: str) -> None:
        if not 0 <= self._place + by < len(self._pages):
            self.app.notify(end, markup=False)
            return
        self._place += by
        table = self.query_one("#table", VerticalScroll)
        async with self.batch():
            await table.remove_children()
            await table.mount_all(self._body())
        table.scroll_home(animate=False)
        self._say_place()

    async def action_on(self) -> None:
        """The next question."""
        await self._go(1, words.LAST)

    async def action_before(self) -> None:
        """The question before."""
        await self._go(-1, words.FIRST)

    def action_open(self) -> None:
        """Open the question, in its year or on its card."""
        if page := self.page:
            self.dismiss()
            self.app.post_message(Go(page.target))

    def _may_write(self) -> bool:
        if self._book.read_only:
            self.app.notify(CommonWords.READ_ONLY, severity="warning", markup=False)
        return not self._book.read_only

    def action_note_step(self) -> None:
        """What is agreed on becomes a step."""
        if (page := self.page) and self._may_write():
            self.post_message(ShowDialog(quick_step(*views.step_sheet(self._book, page))))

    def action_note_agreement(self) -> None:
        """What is agreed on becomes an agreement of a partnership."""
        if not ((page := self.page) and self._may_write()):
            return
        if page.partnership:
            self._agree(page.partnership)
            return
        cards = self._book.cards
        known = [(card.id, cards.title(card)) for card in kinds.living(cards)]
        if known:
            self.app.push_screen(PickScreen(words.WHICH, known, ""), self._agree)
        else:
            self.app.notify(words.NO_CARD, markup=False)

    def _agree(self, partnership: str | None) -> None:
        if partnership:
            sheet = AgreementSheet(self._book, partnership)
            self.post_message(ShowDialog(quick_agreement(sheet)))


def _beside(ours: str, theirs: str, look: str = "said") -> Horizontal:
    """Two texts side by side."""
    return Horizontal(
        Static(clean(ours), markup=False, classes="ours"),
        Static(clean(theirs), markup=False),
        classes=look,
    )
