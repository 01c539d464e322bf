"""Year rings: the garden's figures, and the same question through all years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal

from gartenjahr_tui.garden import figures, rings
from gartenjahr_tui.garden.figures import Figure
from gartenjahr_tui.garden.rings import Trunk
from gartenjahr_tui.garden.targets import ToCard, ToPrompt
from gartenjahr_tui.guide.model import Chapter, Prompt
from gartenjahr_tui.widgets.chrome import BookScreen, KeyBar
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.going import Go
from gartenjahr_tui.widgets.outline import Outline
from gartenjahr_tui.widgets.ring_rows import (
    GAP,
    QUIET,
    RingRow,
    column_width,
    figure_rows,
    fitting,
    one_below_the_other,
    padded,
    side_by_side,
)
from gartenjahr_tui.widgets.ring_view import RingBlock, RingView
from gartenjahr_tui.words.rhythm import FiguresWords as figure_words
from gartenjahr_tui.words.rhythm import RingsWords as words
from gartenjahr_tui.workbook.book import Workbook

FIGURES = "figures"
ALL = "all"
"""Ids of pages; the others are those of a step, or of a partnership's latest look."""

VIEW = "rings-view"
"""Setting: whether the years stand one below the other."""

ROWS = "rows"


class RingsScreen(BookScreen):
    """An outline of pages on the left, the page for reading on the right."""

    KEYS = ("rings-table", "back", "menu")
    OFFERS = ("rings", "app")
    KEYS_OF_QUESTIONS = ("rings-open", "rings-view", "back", "menu")
    LEADS_BACK = True
    CSS_PATH = "../styles/ringe.tcss"
    BINDINGS = [
        *bindings("rings-view", "rings-table", "back"),
        # Here already: the key leads to the beginning instead of into a second such screen.
        Binding("r", "begin", show=False),
    ]
    AUTO_FOCUS = None

    def __init__(self, book: Workbook) -> None:
        super().__init__()
        self.book = book
        self._asked: Prompt | None = None
        self._page = FIGURES
        self._as_table = False
        self._last: str | None = None
        self._trunks: dict[str, list[Trunk]] = {}
        self._seen = self._circumstances()

    def compose_body(self) -> ComposeResult:
        """Outline and page."""
        with Horizontal(id="rings"):
            yield Outline(self._outline)
            yield RingView()

    def on_mount(self) -> None:
        """Show the page as soon as its width is known."""
        outline = self.query_one(Outline)
        outline.cursor = self._pages.index(self._page)
        self.set_focus(outline)
        self.call_after_refresh(self._show)

    def begin_at(self, prompt_id: str) -> None:
        """Go to a question, also to one that nobody has answered yet."""
        self._asked = self.book.guide.prompts[prompt_id]
        self._page, self._last = self._asked.chapter, None
        self._trunks.pop(self._page, None)
        self.query_one(Outline).cursor = self._pages.index(self._page)
        self.set_focus(self._view)
        self.call_after_refresh(self._show, prompt_id)

    @property
    def _view(self) -> RingView:
        return self.query_one(RingView)

    # Pages

    @cached_property
    def _looked_at(self) -> list[Trunk]:
        return rings.of_partnerships(self.book)

    @property
    def _pages(self) -> list[str]:
        """Ids of all pages, as they stand in the outline."""
        steps = [step.id for step in self.book.guide.steps]
        return [FIGURES, *steps, ALL, *(trunk.id for trunk in self._looked_at)]

    def _outline(self) -> list[list[tuple[str, str]]]:
        steps = [
            (words.STEP.format(number=s.number, title=s.title), self._count(s))
            for s in self.book.guide.steps
        ]
        looked_at = [(trunk.title, str(len(trunk.rings))) for trunk in self._looked_at]
        return [[(figure_words.TITLE, "")], [*steps, (words.ALL, "")], looked_at]

    def _count(self, step: Chapter) -> str:
        """How many questions of a step have rings."""
        count = sum(rings.answered(self.book, prompt) for prompt in step.every)
        return (words.QUESTIONS[count != 1].format(count=count)) if count else words.EMPTY

    def _shown(self) -> list[Trunk]:
        """The trunks on the page; worked out once as long as nothing changes."""
        if self._page not in self._trunks:
            self._trunks[self._page] = self._found()
        return self._trunks[self._page]

    def _found(self) -> list[Trunk]:
        guide = self.book.guide
        if self._page == ALL:
            prompts = (prompt for step in guide.steps for prompt in step.every)
            return rings.of_prompts(self.book, prompts)
        if any(step.id == self._page for step in guide.steps) or self._asked_here:
            found = rings.of_prompts(self.book, guide.chapter(self._page).every)
            if (asked := self._asked) and self._asked_here and not rings.answered(self.book, asked):
                found.insert(0, Trunk(asked.id, asked.ask))
            return found
        return [trunk for trunk in self._looked_at if trunk.id == self._page]

    @property
    def _asked_here(self) -> bool:
        return self._asked is not None and self._asked.chapter == self._page

    @on(Outline.Chosen)
    def choose(self, event: Outline.Chosen) -> None:
        """Show the page chosen; go in if asked."""
        page = self._pages[event.place]
        if page != self._page:
            self._page, self._last = page, None
            self.query_one(Outline).cursor = event.place
            self._show()
        if event.go_in:
            self._view.focus()

    def _show(self, in_hand: str = "") -> None:
        """Show the page as it is now."""
        if self._page == FIGURES:
            self._show_figures(in_hand)
        else:
            self._show_rings(in_hand)
        on_figures = self._page == FIGURES
        self.query_one(KeyBar).show(self.KEYS if on_figures else self.KEYS_OF_QUESTIONS)
        self.title_bar.show(left=f"{words.TITLE} · {self._page_title()}")

    def _page_title(self) -> str:
        if self._page in (FIGURES, ALL):
            return figure_words.TITLE if self._page == FIGURES else words.ALL
        step = next((step for step in self.book.guide.steps if step.id == self._page), None)
        if step:
            return words.STEP.format(number=step.number, title=step.title)
        return next(words.CHECKIN.format(name=trunk.title) for trunk in self._shown())

    # Figures

    @cached_property
    def _figures(self) -> list[Figure]:
        return [figure for figure in figures.figures(self.book) if figure.grown]

    def _show_figures(self, in_hand: str) -> None:
        blocks = [self._figure_block(figure) for figure in self._figures]
        self._view.show(blocks, "" if blocks else figure_words.NONE, in_hand=in_hand)

    def _figure_block(self, figure: Figure) -> RingBlock:
        def rows(width: int) -> Iterator[RingRow]:
            yield []
            yield from figure_rows(figure, self.book.year_label, width, bars=not self._as_table)

        return RingBlock(figure.id, figure.title, rows)

    def action_table(self) -> None:
        """Show the figures as a table, or as bars again."""
        if self._page != FIGURES:
            self.app.notify(words.NO_FIGURES, markup=False)
            return
        self._as_table = not self._as_table
        self._show(self._view.in_hand)

    # Rings

    @property
    def _in_rows(self) -> bool:
        return bool(self.book.setting(VIEW) == ROWS)

    def _show_rings(self, in_hand: str) -> None:
        trunks = self._shown()
        times = _times(trunks)
        lead = words.NONE if not trunks else ""
        if len(times) == 1:
            lead = words.ONE_YEAR
        columns = len(times) > 1 and not self._in_rows
        blocks = [self._ring_block(trunk, times, columns=columns) for trunk in trunks]
        heads = (lambda width: self._heads(times, width)) if columns else None
        self._view.show(blocks, lead, heads, in_hand)

    def _ring_block(self, trunk: Trunk, times: Sequence[str], *, columns: bool) -> RingBlock:
        def rows(width: int) -> Iterable[RingRow]:
            if not trunk.rings:
                return [[(words.NEVER, QUIET)]]
            if columns:
                return side_by_side(trunk, self._in_sight(times, width), width)
            return one_below_the_other(trunk, width)

        return RingBlock(trunk.id, trunk.title, rows)

    def _in_sight(self, times: Sequence[str], width: int) -> Sequence[str]:
        """The years in the columns: as many as fit, up to the one one has turned to."""
        count = fitting(width)
        end = times.index(self._last) + 1 if self._last in times else len(times)
        end = max(end, min(count, len(times)))
        return times[max(0, end - count) : end]

    def _heads(self, times: Sequence[str], width: int) -> RingRow:
        """The years above the columns, with arrows where there are more."""
        shown = self._in_sight(times, width)
        column = column_width(len(shown), width)
        row: RingRow = []
        for time in shown:
            more_left = time == shown[0] != times[0]
            more_right = time == shown[-1] != times[-1]
            name = words.COLUMNS_LEFT.format(when=time) if more_left else time
            name = words.COLUMNS_RIGHT.format(when=name) if more_right else name
            row += [padded(name, column), (" " * GAP, "")]
        return row

    @on(RingView.Turned)
    def turn(self, event: RingView.Turned) -> None:
        """Go through the years, where they stand side by side."""
        times = _times(self._shown()) if self._page != FIGURES else []
        shown = self._in_sight(times, self._view.text_width)
        if self._in_rows or not times:
            return
        end = times.index(shown[-1]) + event.by
        if len(shown) - 1 <= end < len(times):
            self._last = times[end]
            self._show(self._view.in_hand)

    def action_view(self) -> None:
        """Show the years one below the other, or side by side again."""
        if self._page == FIGURES:
            self.app.notify(words.NO_QUESTIONS, markup=False)
            return
        self.book.remember(VIEW, "" if self._in_rows else ROWS)
        self._show(self._view.in_hand)

    # Ways out

    def action_open_ring(self) -> None:
        """Open what is in hand."""
        if self._view.has_focus:
            self._view.action_open()
        else:
            self._view.focus()

    @on(RingView.Opened)
    def open(self, event: RingView.Opened) -> None:
        """Open a question in the newest year, or the latest look at a partnership."""
        if self._page == FIGURES:
            return
        asked = event.id in self.book.guide.prompts
        target = ToPrompt(event.id, self.book.newest_year) if asked else ToCard(event.id)
        self.app.post_message(Go(target))

    def action_begin(self) -> None:
        """Go to the beginning: the figures."""
        self.query_one(Outline).focus()
        self.choose(Outline.Chosen(0, False))

    def action_back(self) -> None:
        """From the page to the outline, from there away."""
        outline = self.query_one(Outline)
        if outline.has_focus:
            self.app.pop_screen()
        else:
            outline.focus()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Show what has changed meanwhile."""
        if self._seen != self._circumstances():
            self.reload()

    def _circumstances(self) -> tuple[object, ...]:
        status = self.book.save_status
        return (self.book.voice, self.book.years, status.saved_at, status.unsaved)

    def reload(self) -> None:
        """Show what has become of the workbook."""
        self._seen = self._circumstances()
        self._trunks.clear()
        for name in ("_looked_at", "_figures"):
            self.__dict__.pop(name, None)
        self._page = self._page if self._page in self._pages else FIGURES
        outline = self.query_one(Outline)
        outline.cursor = self._pages.index(self._page)
        outline.refresh(layout=True)
        self._show(self._view.in_hand)


def _times(trunks: Iterable[Trunk]) -> list[str]:
    """What the years on a page are called, the oldest first."""
    found = {(ring.year, ring.when) for trunk in trunks for ring in trunk.rings}
    return [when for _, when in sorted(found)]
