"""What the five step screens have in common; each of them is a module of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import TextArea

from gartenjahr_tui.guide.model import Chapter
from gartenjahr_tui.guide.render import Line, section_lines
from gartenjahr_tui.widgets.chrome import BookScreen
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.entries import EntryRows
from gartenjahr_tui.widgets.outline import Outline
from gartenjahr_tui.widgets.passage import PassageView
from gartenjahr_tui.widgets.prompt_view import PromptView
from gartenjahr_tui.widgets.section_page import NextLink, SectionPage
from gartenjahr_tui.words import Common
from gartenjahr_tui.words import Step as words
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.plain import Bookmark
from gartenjahr_tui.workbook.states import AnswerState


class StepScreen(BookScreen):
    """A step: its sections on the left, the questions of one of them on the right.

    Where the window is wide, the guide's passage stands beside the questions.

    Attributes:
        STEP: Id of the chapter.
    """

    STEP: ClassVar[str]
    KEYS = ("help", "earlier", "home", "back", "menu")
    BINDINGS = bindings("earlier", "back")
    AUTO_FOCUS = None

    def __init__(self, book: Workbook) -> None:
        super().__init__()
        self.book = book
        self.chapter: Chapter = book.guide.chapter(self.STEP)
        self._pages: dict[int, SectionPage] = {}
        self._place = 0
        self._prompt: PromptView | None = None
        self._seen = self._circumstances()

    def compose_body(self) -> ComposeResult:
        """Outline, page, passage."""
        with Horizontal(id="step"):
            yield Outline(self.book, self.chapter)
            yield Vertical(id="pages")
            with VerticalScroll(id="reading", can_focus=False):
                yield PassageView(self._passage)

    async def on_mount(self) -> None:
        """Show the title, and a section unless a question has been asked for already."""
        self._show_title()
        if not self._pages:
            await self.show_section(self._first_place())
            self.query_one(Outline).focus()

    def _first_place(self) -> int:
        """The first section with something open in it; the very first as long as all is."""
        done = [self.book.progress(section.prompts) for section in self.chapter.sections]
        if not any(progress.settled or progress.begun for progress in done):
            return 0
        return next((n for n, p in enumerate(done) if p.settled < p.total), 0)

    def on_screen_resume(self) -> None:
        """Show another year or voice, if there is one since."""
        self.reload()

    def reload(self) -> None:
        """Show what has become of the workbook: year, voice, the answer in hand."""
        if self._seen != self._circumstances():
            self._seen = self._circumstances()
            for page in self._pages.values():
                page.reload()
        elif view := self.prompt_in_hand:
            view.reload()
        self.query_one(Outline).refresh()
        self._show_title()

    def _circumstances(self) -> tuple[object, ...]:
        return (self.book.year, self.book.voice, self.book.writable(), self.book.years)

    def _show_title(self) -> None:
        book = self.book
        parts = [
            f"{self.chapter.number} {self.chapter.title}",
            f"{Common.GARDEN_YEAR} {book.year_label()}",
        ]
        parts += [book.voice.name] if len(book.voices) > 1 else []
        if book.read_only:
            parts.append(Common.READ_ONLY)
        elif not book.writable():
            parts.append(Common.CLOSED)
        self.title_bar.show(left=" · ".join(parts))

    # Sections

    async def show_section(self, place: int) -> SectionPage:
        """Show a section; its page is made once and kept."""
        section = self.chapter.sections[place]
        page = self._pages.get(place)
        if page is None:
            page = SectionPage(self.book, section, self._way_on(place))
            self._pages[place] = page
            page.display = False
            await self.query_one("#pages").mount(page)
        for other in self._pages.values():
            other.display = other is page
        self._place = place
        self.query_one(Outline).cursor = place
        self._show_passage()
        return page

    def _way_on(self, place: int) -> str:
        sections = self.chapter.sections
        if place + 1 < len(sections):
            return words.NEXT.format(title=sections[place + 1].title)
        steps = self.book.guide.steps
        number = steps.index(self.chapter) + 1
        if number < len(steps):
            return words.NEXT_STEP.format(title=steps[number].title)
        return words.END

    def _show_passage(self) -> None:
        section = self.chapter.sections[self._place]
        beside = self.has_class("-wide") and bool(section.prompts)
        self.query_one("#reading").display = beside
        if beside:
            self.query_one("#reading PassageView", PassageView).show(self._passage)
            self.query_one("#reading").scroll_home(animate=False)

    def _passage(self, width: int) -> Iterable[Line]:
        section = self.chapter.sections[self._place]
        return section_lines(self.book.guide, section, width, numbers=False)

    def on_resize(self) -> None:
        """The passage appears when there is room for it."""
        self.call_after_refresh(self._show_passage)

    async def on_outline_chosen(self, event: Outline.Chosen) -> None:
        """Show the section chosen, and go in if asked."""
        page = await self.show_section(event.place)
        if event.go_in:
            self.call_after_refresh(self.enter_page, page)

    def enter_page(self, page: SectionPage) -> None:
        """Put the cursor into the first question that is not settled."""
        views = list(page.query(PromptView))
        state = self.book.state
        waiting = (view for view in views if not state(view.prompt).settled)
        view = next(waiting, views[0] if views else None)
        if view:
            view.enter()
        else:
            page.focus()

    @on(NextLink.Chosen)
    async def go_on(self) -> None:
        """Go to the next section, the next step, or home."""
        if self._place + 1 < len(self.chapter.sections):
            page = await self.show_section(self._place + 1)
            page.scroll_home(animate=False)
            views = page.query(PromptView)
            self.call_after_refresh(views.first().enter if views else page.focus)
            return
        steps = self.book.guide.steps
        number = steps.index(self.chapter) + 1
        await self.run_action(
            f"app.step('{steps[number].id}')" if number < len(steps) else "app.home"
        )

    @on(PromptView.StateChanged)
    def count_anew(self) -> None:
        """The outline shows what is done."""
        self.query_one(Outline).refresh()

    # Where one is

    async def go_to(self, bookmark: Bookmark) -> None:
        """Open a question where the cursor stood in it."""
        section = self.book.guide.section_of(bookmark.prompt)
        page = await self.show_section(self.chapter.sections.index(section))
        if view := page.view(bookmark.prompt):
            view.enter(bookmark if bookmark.field else None)

    async def go_to_prompt(self, prompt_id: str) -> None:
        """Open a question at its first field."""
        await self.go_to(Bookmark(self.STEP, prompt_id))

    async def go_to_section(self, section_id: str) -> None:
        """Open a section."""
        ids = [section.id for section in self.chapter.sections]
        await self.show_section(ids.index(section_id))
        self.query_one(Outline).focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Going from one question to another, or to the outline, leaves the one before."""
        view = next(
            (a for a in event.widget.ancestors_with_self if isinstance(a, PromptView)), None
        )
        before, self._prompt = self._prompt, view
        if before and before is not view:
            before.leave()
        if view and before is not view:
            self.note_place()

    def note_place(self) -> None:
        """Remember question, field and cursor for the next start."""
        view, known = self._prompt, self.book.bookmark
        if view and view.is_attached:
            place = view.place(self.STEP)
            # A window in the background has no cursor: where it was last is where one goes on.
            if place.field or known is None or known.prompt != place.prompt:
                self.book.set_bookmark(place)

    @on(TextArea.SelectionChanged)
    def follow_cursor(self) -> None:
        """A power cut announces itself to nobody, so the place is noted all along."""
        self.note_place()

    def on_screen_suspend(self) -> None:
        """Leaving the screen saves at once."""
        self.note_place()
        self.book.hasten()

    def action_back(self) -> None:
        """From a field to the outline, from there to the garden; the text stays."""
        self.note_place()
        outline = self.query_one(Outline)
        if outline.has_focus:
            self.app.call_later(self.run_action, "app.home")
        else:
            outline.focus()

    # What the menu offers for the question in hand

    @property
    def offers(self) -> tuple[str, ...]:
        """Commands for the question in hand, and for its list of entries."""
        entries = ("entries",) if isinstance(self.focused, EntryRows) else ()
        return (*entries, "prompt", "app") if self.prompt_in_hand else ("app",)

    @property
    def prompt_in_hand(self) -> PromptView | None:
        """The question the cursor was in last, as long as its page is shown."""
        view = self._prompt
        return view if view and view.is_attached else None

    async def action_help(self) -> None:
        """Open the guide at the passage of this section."""
        section = self.chapter.sections[self._place]
        await self.run_action(f"app.guide('{section.id}')")

    def action_later(self) -> None:
        """Put the question off."""
        self._mark(AnswerState.LATER, words.MARKED_LATER)

    def action_not_here(self) -> None:
        """Note that the question does not fit this library."""
        self._mark(AnswerState.NOT_HERE, words.MARKED_NOT_HERE)

    def action_unfinished(self) -> None:
        """Count the question as begun again."""
        self._mark(AnswerState.OPEN, words.MARKED_BEGUN)

    def _mark(self, state: AnswerState, sentence: str) -> None:
        view = self.prompt_in_hand
        if view is None:
            self.app.notify(words.NO_PROMPT, markup=False)
            return
        try:
            self.book.mark(view.prompt, state)
        except PermissionError as error:
            self.app.notify(str(error), severity="warning", markup=False)
        else:
            view.show_state()
            self.app.notify(sentence, markup=False)

    def action_entry(self, wish: str) -> None:
        """Do something with the list of entries the cursor is in."""
        if isinstance(self.focused, EntryRows):
            self.focused.action_entry(wish)

    async def action_earlier(self) -> None:
        """Show the same question in other years."""
        await self._with_prompt("earlier")

    async def action_versions(self) -> None:
        """Show what the answer said before."""
        await self._with_prompt("versions")

    async def action_all_voices(self) -> None:
        """Show what the others answered."""
        await self._with_prompt("all_voices")

    async def _with_prompt(self, what: str) -> None:
        if view := self.prompt_in_hand:
            await self.run_action(f"app.{what}('{view.prompt.id}')")
        else:
            self.app.notify(words.NO_PROMPT, markup=False)
