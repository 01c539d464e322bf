"""What the five step screens have in common; each of them is a module of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from gartenjahr_tui.garden import ways
from gartenjahr_tui.garden.growing import Deed
from gartenjahr_tui.garden.lists import CardList, lists_of
from gartenjahr_tui.garden.targets import Page, ToStep
from gartenjahr_tui.guide.model import Chapter, Section
from gartenjahr_tui.guide.render import TextLine, section_lines
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.going import Go
from gartenjahr_tui.widgets.outline import Outline
from gartenjahr_tui.widgets.passage import PassageView
from gartenjahr_tui.widgets.section_page import SectionPage
from gartenjahr_tui.words.garden import FormWords as form_words
from gartenjahr_tui.words.screens import CommonWords
from gartenjahr_tui.words.screens import StepWords as words
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.plain import Bookmark
from gartenjahr_tui.workbook.states import AnswerState
from screens.formular import FormScreen
from screens.stimmen import AllVoicesScreen
from screens.vorjahre import EarlierScreen

WAY = Deed("way", "", "", lambda book, card: [], "")
"""Another way through the guide is taken."""


class StepScreen(FormScreen):
    """A step: the guide's questions, and the part of the garden that belongs to it.

    On the short way it asks less; what is asked once stays, as long as the way is the same. Where
    the window is wide, the guide's passage stands beside the questions.
    """

    STEP: ClassVar[str]
    """Id of the chapter."""

    KEYS = ("help", "earlier", "home", "back", "menu")
    CSS_PATH = ["../styles/formular.tcss", "../styles/schritt.tcss"]
    BINDINGS = bindings("earlier")

    def __init__(self, book: Workbook) -> None:
        self.chapter: Chapter = book.guide.chapter(self.STEP)
        self._lists = lists_of(book.guide, self.STEP)
        self._way: tuple[object, ...] = ()
        self._shown: set[str] = set()
        self._unfolded: set[str] = set()
        self.book = book
        super().__init__(book, book, self.asked_now())
        self.NAME = self.STEP

    @property
    def lists(self) -> tuple[CardList, ...]:
        """The part of the garden that belongs to this step."""
        return self._lists

    def compose_beside(self) -> ComposeResult:
        """The guide's passage."""
        with VerticalScroll(id="reading", can_focus=False):
            yield PassageView(self._passage)

    def first_place(self) -> int:
        """The first section with something open in it; the very first as long as all is."""
        done = [ways.progress(self.book, [section]) for section in self.sections]
        if not any(progress.settled or progress.begun for progress in done):
            return 0
        return next((n for n, p in enumerate(done) if p.settled < p.total), 0)

    def progress_words(self, section: Section) -> str:
        """How far a section is, in words."""
        return ways.progress(self.book, [section]).words

    def show_title(self) -> None:
        """Step, garden year, who writes, and whether nothing can be written."""
        book = self.book
        number = self.chapter.number
        title = self.chapter.title if number is None else f"{number} {self.chapter.title}"
        parts = [title, f"{CommonWords.GARDEN_YEAR} {book.year_label()}"]
        parts += [book.voice.name] if len(book.voices) > 1 else []
        if book.read_only:
            parts.append(CommonWords.READ_ONLY)
        elif not book.writable():
            parts.append(CommonWords.CLOSED)
        self.title_bar.show(left=" · ".join(parts))

    def way_on(self, number: int) -> str:
        """The next page, the next step, or the garden."""
        if self.following(number) is not None:
            return super().way_on(number)
        step = self._next_step()
        return words.NEXT_STEP.format(title=step.title) if step else words.END

    async def go_beyond(self) -> None:
        """Go to the next step, or home."""
        step = self._next_step()
        self.app.post_message(Go(ToStep(step.id) if step else Page.HOME))

    def _next_step(self) -> Chapter | None:
        number = self.chapter.number
        later = (step for step in self.book.guide.steps if (step.number or 0) > (number or 0))
        return None if number is None else next(later, None)

    # The way

    def following(self, number: int) -> int | None:
        """The next page; on a shorter way the next that asks something."""
        if ways.way_of(self.book, self.STEP) == ways.WHOLE:
            return super().following(number)
        later = range(number + 1, len(self.sections))
        return next((n for n in later if self.sections[n].questions), None)

    def asked_now(self) -> tuple[Section, ...]:
        """The sections with what they ask on the way one goes."""
        book = self.book
        way = (ways.way_of(book, self.STEP), book.year, book.voice.id)
        if way != self._way:
            self._way = way
            self._shown.clear()
            self._unfolded.clear()
        return tuple(map(self._asked, self.chapter.sections))

    def _asked(self, section: Section) -> Section:
        if self.chapter is self.book.guide.beginning or section.id in self._unfolded:
            return section
        now = ways.asked(self.book, section, self._shown)
        self._shown.update(question.id for question in now.questions)
        return now

    async def ask_anew(self) -> None:
        """Make the pages anew that ask more or less than before."""
        before = {section.id: section.questions for section in self.sections}
        self.sections = self.asked_now()
        changed = [one.id for one in self.sections if before[one.id] != one.questions]
        gone = [page for id in changed if (page := self._pages.pop(id, None))]
        lost = self.focused is not None and any(
            page in self.focused.ancestors_with_self for page in gone
        )
        shown = any(page.display for page in gone)
        for page in gone:
            await page.remove()
        if shown:
            await self.show_page(self._place)
        if lost:
            self.set_focus(self.query_one(Outline))
        await super().ask_anew()

    def more(self, section: Section) -> str:
        """What the whole guide asks beside."""
        if count := self._beside(section):
            return form_words.MORE_ONE if count == 1 else form_words.MORE.format(count=count)
        return words.LESS if section.id in self._unfolded else ""

    async def unfold(self, unfolded: bool) -> bool:
        """Ask all questions of the section shown, or those of the way again."""
        section = self._section
        if section is None or (unfolded and not self._beside(section)):
            return False
        if unfolded:
            self._unfolded.add(section.id)
        else:
            self._unfolded.discard(section.id)
            self._shown.difference_update(question.id for question in section.questions)
        await self.ask_anew()
        return True

    def _beside(self, section: Section) -> int:
        """How many questions of a section are not asked on the way."""
        whole = next(one for one in self.chapter.sections if one.id == section.id)
        return len(whole.questions) - len(section.questions)

    async def go_to(self, bookmark: Bookmark) -> None:
        """Open a question where the cursor stood in it, whether it is on the way or not."""
        if not any(q.id == bookmark.prompt for one in self.sections for q in one.questions):
            self._shown.add(bookmark.prompt)
            await self.ask_anew()
        await super().go_to(bookmark)

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """Taking the other way; in the time of rest only until it is said how deep one looks."""
        book = self.book
        if self.chapter.number is None or ways.way_of(book, self.STEP) != ways.chosen(book):
            return ()
        return (replace(WAY, title=words.TAKE[ways.other(book)]),)

    async def do_deed(self, deed: Deed) -> None:
        """Take the other way."""
        ways.choose(self.book, ways.other(self.book))
        await self.ask_anew()

    # The passage

    @property
    def _section(self) -> Section | None:
        """The section shown; None for a list."""
        return self.sections[self._place] if self._place < len(self.sections) else None

    def page_shown(self) -> None:
        """Show the passage of the section where there is room."""
        section = self._section
        # What is no more than title and thought stands above the questions already.
        worth = section is not None and bool(section.questions and section.blocks)
        beside = self.has_class("-wide") and worth
        self.query_one("#reading").display = beside
        if isinstance(page := self.page, SectionPage):
            page.set_beside(beside)
        if beside:
            self.query_one("#reading PassageView", PassageView).show(self._passage)
            self.query_one("#reading").scroll_home(animate=False)

    def _passage(self, width: int) -> Iterable[TextLine]:
        section = self._section
        return section_lines(self.book.guide, section, width) if section else ()

    def on_resize(self) -> None:
        """The passage appears when there is room for it."""
        self.call_after_refresh(self.page_shown)

    # What the menu offers for the question in hand

    @property
    def offers(self) -> tuple[str, ...]:
        """A question of the guide can be put off, or not fit here."""
        offers = super().offers
        return (*offers, "question") if self.prompt_in_hand else offers

    @property
    def passage(self) -> str:
        """The passage of this section, or where its question has its home."""
        section, guide = self._section, self.book.guide
        if section and section.id not in guide.sections:
            section = guide.section_of(section.questions[0].id)
        return section.id if section else self.STEP

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

    def action_earlier(self) -> None:
        """Show the same question in other years."""
        self.ask_about(lambda _, prompt: EarlierScreen(self.book, prompt))

    def action_all_voices(self) -> None:
        """Show what the others answered."""
        self.ask_about(lambda _, prompt: AllVoicesScreen(self.book, prompt))
