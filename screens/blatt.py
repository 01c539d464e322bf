"""The leaf of a card: what is known, to be read; every line leads to where it stands."""

from __future__ import annotations

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from gartenjahr_tui.garden import leaf
from gartenjahr_tui.garden.kinds import Contact
from gartenjahr_tui.garden.leaf import LeafLine
from gartenjahr_tui.garden.targets import Page, Target, ToCard, ToCardBeside, ToErase, ToOutlet
from gartenjahr_tui.widgets.chrome import BookScreen
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.dialog import Choices, option_list, plain_option
from gartenjahr_tui.widgets.going import Go, ShowDialog
from gartenjahr_tui.words.erasing import EraseScreenWords as erase_words
from gartenjahr_tui.words.leaf import LeafWords as words
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.plain import Card
from screens.loeschen import DeleteScreen

LABEL_WIDTH, MOST_LABEL_WIDTH = 18, 24
"""Columns of what a line is about, with the gap behind it: at least, and where they are needed."""

WIDTH, NARROWEST = 78, 20
"""Columns, until it is known how many there are; those a text takes in any case."""

OUTLET = "blatt"
"""Id of the same page as a document."""


class LeafScreen(BookScreen):
    """What is known of a card; on the last lines one goes on to all its questions, or to paper."""

    KEYS = ("leaf-open", "leaf-edit", "encounter", "back", "menu")
    OFFERS = ("app", "leaf", "card")
    CSS_PATH = "../styles/blatt.tcss"
    BINDINGS = bindings("leaf-edit", "next-card", "previous-card", "delete-card", "back")

    def __init__(self, book: Workbook, card: Card) -> None:
        super().__init__()
        self.book, self._card_id = book, card.id
        self._lines: list[LeafLine] = []

    @property
    def card_id(self) -> str:
        """Id of the card."""
        return self._card_id

    @property
    def card(self) -> Card:
        """The card as it stands."""
        return self.book.cards[self.card_id]

    @property
    def card_in_hand(self) -> str:
        """What is noted in between is about this card."""
        return self.card_id

    @property
    def passage(self) -> str:
        """Where the guide speaks of such a card."""
        numbers = self.book.cards.form(self.card).sections[0].quelle
        return self.book.guide.section_about(set(numbers)).id if numbers else self.PASSAGE

    def first_title(self) -> tuple[str, str]:
        """Kind and name."""
        cards = self.book.cards
        return words.DOT.join((cards.form(self.card).item, cards.title(self.card))), ""

    def compose_body(self) -> ComposeResult:
        """All lines."""
        yield option_list([])

    @property
    def _choices(self) -> Choices:
        return self.query_one(Choices)

    def on_mount(self) -> None:
        """Put the cursor on the first line."""
        self._choices.focus()

    def on_screen_resume(self) -> None:
        """Show what has changed meanwhile; nobody stays on the leaf of a card that is put away."""
        if self.card.deleted:
            self.app.post_message(Go(Page.BACK))
        else:
            self.reload()

    def reload(self) -> None:
        """Show what is known now; the cursor stays on its line, or near where it was."""
        choices, before = self._choices, self._targets() if self._lines else []
        here = choices.highlighted or 0
        target = before[here] if here < len(before) else None
        self._lines = leaf.lines(self.book, self.card)
        now = self._targets()
        self.title_bar.show(left=self.first_title()[0])
        choices.clear_options()
        choices.add_options(self._options())
        choices.highlighted = now.index(target) if target in now else min(here, len(now) - 1)

    def on_resize(self) -> None:
        """Lay everything out for the width there is."""
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        for number, option in enumerate(self._options()):
            self._choices.replace_option_prompt_at_index(number, option.prompt)

    def _targets(self) -> list[Target]:
        form = self.book.cards.form(self.card)
        edit = ToCard(self.card_id, form.sections[0].id)
        targets: list[Target] = [line.target for line in self._lines]
        targets += [edit, ToOutlet(OUTLET, self.card_id)]
        if self._is_person:
            targets.append(ToErase(self.card_id))
        return targets

    @property
    def _is_person(self) -> bool:
        return self.card.kind == Contact.KIND

    def _options(self) -> list[Option]:
        rows = [(line.label, line.text) for line in self._lines]
        rows += [(f"→ {words.EDIT}", words.EDIT_TEXT), (f"→ {words.PAPER}", words.PAPER_TEXT)]
        if self._is_person:
            rows.append((f"→ {erase_words.LEAF}", erase_words.LEAF_TEXT))
        labels = ["", *(label for label, _ in rows)]
        longest = max(cell_len(label) for label in labels) + 1
        room = min(max(LABEL_WIDTH, longest), MOST_LABEL_WIDTH)
        return [
            self._row("" if label == before else label, text, room)
            for before, (label, text) in zip(labels, rows, strict=False)
        ]

    def _row(self, label: str, text: str, room: int) -> Option:
        """What it is about on the left, what is known on the right, wrapped in its own column."""
        width = self._choices.scrollable_content_region.width or WIDTH
        said = Content(text).wrap(max(NARROWEST, width - room))
        head = Content(label).truncate(room - 1, ellipsis=True, pad=True).stylize("bold")
        return plain_option(
            Content(f"\n{' ' * room}").join([Content.assemble(head, " ", said[0]), *said[1:]])
        )

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Go where the line leads."""
        self.app.post_message(Go(self._targets()[event.option_index]))

    def action_open(self) -> None:
        """Go where the line under the cursor leads."""
        self._choices.action_select()

    def action_card_beside(self, by: int) -> None:
        """Show what is known of another card of this kind."""
        self.app.post_message(Go(ToCardBeside(by)))

    def go_along(self, before: str, after: str) -> None:
        """What is read is always about the card in hand."""
        if self._card_id == before:
            self._card_id = after
            self.reload()

    def action_edit(self) -> None:
        """Open all questions of the card."""
        self.app.post_message(Go(self._targets()[len(self._lines)]))

    def action_delete_card(self) -> None:
        """Ask, then put this card away."""
        if not self.book.read_only:
            self.app.post_message(ShowDialog(DeleteScreen(self.book, self.card)))

    def action_back(self) -> None:
        """Back to where one came from."""
        self.app.post_message(Go(Page.BACK))
