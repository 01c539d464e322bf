"""What the five step screens have in common; each of them is a module of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from gartenjahr_tui.garden.lists import CardList, lists_of
from gartenjahr_tui.garden.on_cards import progress_of
from gartenjahr_tui.garden.targets import Page, ToStep
from gartenjahr_tui.guide.model import Chapter, Section
from gartenjahr_tui.guide.render import TextLine, section_lines
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.going import Go
from gartenjahr_tui.widgets.passage import PassageView
from gartenjahr_tui.widgets.section_page import SectionPage
from gartenjahr_tui.words.screens import CommonWords
from gartenjahr_tui.words.screens import StepWords as words
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.states import AnswerState
from screens.formular import FormScreen
from screens.stimmen import AllVoicesScreen
from screens.vorjahre import EarlierScreen


class StepScreen(FormScreen):
    """A step: the guide's questions, and the part of the garden that belongs to it.

    Where the window is wide, the guide's passage stands beside the questions.
    """

    STEP: ClassVar[str]
    """Id of the chapter."""

    KEYS = ("help", "earlier", "home", "back", "menu")
    CSS_PATH = ["../styles/formular.tcss", "../styles/schritt.tcss"]
    BINDINGS = bindings("earlier")

    def __init__(self, book: Workbook) -> None:
        self.chapter: Chapter = book.guide.chapter(self.STEP)
        self._lists = lists_of(book.guide, self.STEP)
        super().__init__(book, book, self.chapter.sections)
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
        done = [progress_of(self.book, section.questions) for section in self.sections]
        if not any(progress.settled or progress.begun for progress in done):
            return 0
        return next((n for n, p in enumerate(done) if p.settled < p.total), 0)

    def progress_words(self, section: Section) -> str:
        """How far a section is, in words."""
        return progress_of(self.book, section.questions).words

    def show_title(self) -> None:
        """Step, garden year, who writes, and whether nothing can be written."""
        book = self.book
        parts = [
            f"{self.chapter.number} {self.chapter.title}",
            f"{CommonWords.GARDEN_YEAR} {book.year_label()}",
        ]
        parts += [book.voice.name] if len(book.voices) > 1 else []
        if book.read_only:
            parts.append(CommonWords.READ_ONLY)
        elif not book.writable():
            parts.append(CommonWords.CLOSED)
        self.title_bar.show(left=" · ".join(parts))

    def way_on(self, number: int) -> str:
        """The next page, the next step, or the garden."""
        if number + 1 < len(self.sections):
            return super().way_on(number)
        steps = self.book.guide.steps
        following = steps.index(self.chapter) + 1
        if following < len(steps):
            return words.NEXT_STEP.format(title=steps[following].title)
        return words.END

    async def go_beyond(self) -> None:
        """Go to the next step, or home."""
        steps = self.book.guide.steps
        number = steps.index(self.chapter) + 1
        self.app.post_message(Go(ToStep(steps[number].id) if number < len(steps) else Page.HOME))

    # The passage

    @property
    def _section(self) -> Section | None:
        """The section shown; None for a list."""
        return self.sections[self._place] if self._place < len(self.sections) else None

    def page_shown(self) -> None:
        """Show the passage of the section where there is room."""
        section = self._section
        beside = self.has_class("-wide") and section is not None and bool(section.questions)
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
        """The passage of this section."""
        return self._section.id if self._section else self.STEP

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
