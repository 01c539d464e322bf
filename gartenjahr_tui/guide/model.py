"""What the guide is made of, as frozen classes.

A form is data: a :class:`Prompt` is a list of :class:`Field`, and there are nine kinds of field.
Every face of the program – screen, linear dialogue, paper, report – knows these nine kinds and
nothing else about a question. The records of the garden – seeds, partners, partnerships … – have
forms of the same making, see :class:`CardForm`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Protocol, TypeVar

ADDED = "+"
"""Stands beside what this workbook adds to the guide, in every face; it needs no special font."""


class FieldKind(StrEnum):
    """The nine kinds of field; ``value`` is how a content file spells them."""

    TEXT = "text"
    LINE = "line"
    SCALE = "scale"
    CHOICE = "choice"
    CHECKS = "checks"
    ENTRIES = "entries"
    DATE = "date"
    NUMBER = "number"
    CARDS = "cards"


SCALE_STEPS = range(1, 6)
"""The steps of every scale, 1 to 5."""

Takes = frozenset[str]
"""What is taken of what is guarded: ids of questions, or of kinds of cards for all of theirs."""

NOTHING: Takes = frozenset()
GUARDED: Takes = frozenset({"*"})
"""All that is guarded, but of personal answers only those of the one who writes."""

WHOLE: Takes = frozenset({"**"})
"""The garden itself, for what must hold everything: the archive and the Auskunft."""


class Part(Protocol):
    """A question, a field, a column or an option."""

    @property
    def former(self) -> bool:
        """Whether it is asked no more; what was given there stays readable."""


P = TypeVar("P", bound=Part)


def still_asked(parts: Iterable[P]) -> tuple[P, ...]:
    """The parts that are asked.

    Only who asks leaves out the others. Whoever reads, keeps or checks takes all of them.
    """
    return tuple(part for part in parts if not part.former)


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a choice or of checks; a former one is offered only where it is chosen.

    Attributes:
        id: Never changes.
        label: What it is called where one chooses.
        former: Whether it is offered no more.
        said: How it reads once it is chosen; empty for its label.
        stays: Whether an entry of a list in which it is chosen leaves the house only when what is
            guarded is asked for.
    """

    id: str
    label: str
    former: bool = False
    said: str = ""
    stays: bool = False

    @property
    def reading(self) -> str:
        """How it reads where it was chosen."""
        return self.said or self.label


ASSESS_OPTIONS = tuple(Option(answer, answer) for answer in ("ja", "teils", "nein", "unklar"))
"""Options of the kind ``assess``."""

CONSENT_OPTIONS = (
    Option("eigene", "meine eigenen Angaben"),
    Option("liegt-vor", "Einwilligung liegt vor"),
    Option("ohne-namen", "ohne Namen notiert"),
)
"""Options of the note of consent."""


@dataclass(frozen=True, slots=True)
class Field:
    """One place that takes input.

    Attributes:
        id: Key of the field inside the value of its prompt; never changes.
        kind: One of the nine kinds.
        label: What stands above or before the field; empty when the question says it all.
        options: For choice and checks.
        low: What 1 means on a scale.
        high: What 5 means on a scale.
        columns: For entries: the fields of one entry, of every kind but entries.
        item: For entries: the noun for one entry.
        items: For entries: the noun for many.
        current: For entries that are a history: id of the column that holds the state; the entry
            with the latest date is the present one.
        start: What a new card begins with: the first state of a history, the option of a choice,
            „heute“ for a date; empty for nothing.
        unit: For a number: what is counted.
        of: For cards: the kind of card that is meant.
        one: For cards: whether it is at most one.
        free: For cards: whether a name that is no card will do.
        not_self: For cards: whether a card may not name itself.
        not_before: For a date: id of the date field it may not lie before.
        looks: For a date: where a day without a year lies, „ahead“ the next one, „back“ the last
            one; empty for the nearest.
        former: Whether it is asked no more; what stands in it is shown and kept.
        when: Name of the rule that says when it is asked, see ``garden.asked``; empty for always.
        some: For checks: name of the rule that says which of the options are asked; empty for all.
    """

    id: str
    kind: FieldKind
    label: str = ""
    options: tuple[Option, ...] = ()
    low: str = ""
    high: str = ""
    columns: tuple[Field, ...] = ()
    item: str = "Eintrag"
    items: str = "Einträge"
    current: str = ""
    start: str = ""
    unit: str = ""
    of: str = ""
    one: bool = False
    free: bool = False
    not_self: bool = False
    not_before: str = ""
    looks: str = ""
    former: bool = False
    when: str = ""
    some: str = ""

    @property
    def caption(self) -> str:
        """What stands above or before it, with the unit where the label does not say it."""
        if not self.unit or self.unit.casefold() in self.label.casefold():
            return self.label
        return f"{self.label} ({self.unit})"

    @property
    def staying(self) -> dict[str, frozenset[str]]:
        """For entries: column id → the options with which an entry stays in the house."""
        found = {c.id: frozenset(o.id for o in c.options if o.stays) for c in self.columns}
        return {id: options for id, options in found.items() if options}

    def offered(self, chosen: Collection[object] = ()) -> tuple[Option, ...]:
        """The options to choose from, where some are chosen already."""
        return tuple(o for o in self.options if not o.former or o.id in chosen)

    def option(self, id: str) -> Option | None:
        """Return the option with this id, or None."""
        return next((option for option in self.options if option.id == id), None)

    def state_label(self, state: str) -> str:
        """What a history calls one of its states; a state it does not know is said as it is."""
        column = self.column(self.current)
        option = column.option(state) if column else None
        return option.reading if option else state

    def column(self, id: str) -> Field | None:
        """Return the column of an entry with this id, or None."""
        return next((column for column in self.columns if column.id == id), None)


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question of the guide.

    Attributes:
        id: ``chapter.name``; never changes, so that old years stay readable.
        ask: The question.
        help: The hint under it.
        fields: What it takes as an answer, at least one.
        quelle: Inventory numbers it comes from.
        fragen: Entries of the question register it carries.
        personal: One answer per person; others' answers are not shown beside it.
        confidential: Never in a report or an export unless asked for.
        consent: Voluntary; a note of consent belongs to it.
        addition: Added by this workbook, not in the guide.
        recall: Name of what the workbook says before the fields: what was there before.
        advice: Name of what the workbook works out and says under it; empty for nothing.
        grows: Kinds of cards an answer can become.
        former: Whether it is asked no more; then all its fields are former ones.
        row: What it is called as a row of its section's table; empty where it stands by itself.
        ways: The ways through the guide that ask it, beside the whole one, see ``garden.ways``.
    """

    id: str
    ask: str
    help: str
    fields: tuple[Field, ...]
    quelle: tuple[int, ...]
    fragen: tuple[str, ...] = ()
    personal: bool = False
    confidential: bool = False
    consent: bool = False
    addition: bool = False
    recall: str = ""
    advice: str = ""
    grows: tuple[str, ...] = ()
    former: bool = False
    row: str = ""
    ways: tuple[str, ...] = ()

    @property
    def asked(self) -> str:
        """The question as it is shown, with the sign beside it when it is an addition."""
        return f"{self.ask} {ADDED}" if self.addition else self.ask

    @property
    def chapter(self) -> str:
        """Id of the chapter the prompt belongs to."""
        return self.id.partition(".")[0]

    @property
    def own(self) -> bool:
        """Whether everybody answers for themselves, and sees no answer of the others."""
        return self.personal or self.confidential

    @property
    def guarded(self) -> bool:
        """Whether what is answered leaves the house only when it is asked for."""
        return self.own or self.consent

    def told(self, takes: Takes) -> bool:
        """Whether what is answered leaves the house when this is taken of what is guarded."""
        return not self.guarded or self.wanted(takes)

    def wanted(self, takes: Takes) -> bool:
        """Whether what is guarded of it is taken."""
        return bool(takes & {self.id, self.chapter, *GUARDED, *WHOLE})


@dataclass(frozen=True, slots=True)
class OnCards:
    """A question of the guide that every card of a kind answers for itself.

    Attributes:
        id: ``chapter.name``, like that of a :class:`Prompt`; never changes.
        of: Ids of the questions of one card form that take the answer, at least one.
        ask: The question, as the guide asks it.
        help: The hint under it.
        quelle: Inventory numbers it comes from.
        fragen: Entries of the question register it carries.
        ways: The ways through the guide that ask it, beside the whole one.
    """

    id: str
    of: tuple[str, ...]
    ask: str
    help: str
    quelle: tuple[int, ...]
    fragen: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()

    @property
    def asked(self) -> str:
        """The question as it is shown; the guide itself asks it."""
        return self.ask

    @property
    def kind(self) -> str:
        """The kind of card."""
        return self.of[0].partition(".")[0]


Question = Prompt | OnCards
"""What a section asks: it is answered there, or on the cards of the garden."""


class BlockKind(StrEnum):
    """What a block of a passage is."""

    TEXT = "text"
    LIST = "list"
    SHOW = "show"
    SEE = "see"


@dataclass(frozen=True, slots=True)
class PassageBlock:
    """One block of a passage for reading.

    Attributes:
        kind: Paragraph, bullet list, exhibit or jump.
        text: The paragraph, or the words of a jump.
        items: The bullets of a list.
        target: Id of the exhibit shown, or of the place a jump leads to, see :meth:`Guide.place`;
            a kind of card, or a question of its form, stands for the list of these cards.
        quelle: Inventory numbers.
        fragen: Rhetorical questions and repetitions that live in the text.
    """

    kind: BlockKind
    text: str = ""
    items: tuple[str, ...] = ()
    target: str = ""
    quelle: tuple[int, ...] = ()
    fragen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a chapter: a passage and the questions that go with it, in reading order.

    Attributes:
        questions: The questions that are asked.
        former: Those that are asked no more.
        columns: Heads of the table that the questions with a ``row`` make, one for each field; such
            questions follow one another.
    """

    id: str
    title: str
    short: str
    lead: str
    blocks: tuple[PassageBlock, ...]
    questions: tuple[Question, ...]
    quelle: tuple[int, ...] = ()
    former: tuple[Prompt, ...] = ()
    columns: tuple[str, ...] = ()

    @property
    def every(self) -> tuple[Prompt, ...]:
        """All questions there ever were, for who reads what was answered."""
        return (*self.prompts, *self.former)

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """The questions that are answered here."""
        return tuple(each for each in self.questions if isinstance(each, Prompt))

    @property
    def shown(self) -> tuple[str, ...]:
        """Ids of the exhibits of the passage."""
        return tuple(block.target for block in self.blocks if block.kind is BlockKind.SHOW)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the guide; the five with a number are the steps of the garden year."""

    id: str
    number: int | None
    title: str
    heading: str
    lead: str
    sections: tuple[Section, ...]
    quelle: tuple[int, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions of the chapter in reading order."""
        return tuple(question for section in self.sections for question in section.questions)

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """Those of them that are answered in the chapter itself."""
        return tuple(prompt for section in self.sections for prompt in section.prompts)

    @property
    def every(self) -> tuple[Prompt, ...]:
        """All questions there ever were, for who reads what was answered."""
        return tuple(prompt for section in self.sections for prompt in section.every)


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a model, a rule, or a row of a comparison (``name`` | ``text`` | ``right``)."""

    name: str
    text: str
    quote: str = ""
    criteria: tuple[str, ...] = ()
    right: str = ""
    quelle: tuple[int, ...] = ()


class ExhibitKind(StrEnum):
    """What an exhibit is."""

    FIGURE = "figure"
    MODEL = "model"
    RULES = "rules"
    TIP = "tip"
    COMPARISON = "comparison"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class Exhibit:
    """Something shown inside a passage: figure, model, rules, tip, comparison or fact.

    Attributes:
        art: Text graphic of a figure, at most 70 columns.
        alt: The same in words.
        levels: Levels of a model, rules, rows of a comparison.
        left: Heading of the left column of a comparison.
        right: Heading of the right column.
        prompts: Questions a tip opens.
        value: The figure of a fact.
        year: Its year, empty when the guide gives none.
        source: Where it comes from.
        checked: Day it was checked (ISO), empty when nobody has.
        note: What to mind when using it.
    """

    id: str
    kind: ExhibitKind
    title: str
    quelle: tuple[int, ...] = ()
    text: str = ""
    art: str = ""
    alt: str = ""
    levels: tuple[Level, ...] = ()
    left: str = ""
    right: str = ""
    prompts: tuple[str, ...] = ()
    value: str = ""
    year: str = ""
    source: str = ""
    checked: str = ""
    note: str = ""

    @property
    def provenance(self) -> str:
        """Year, source and „geprüft am“ of a fact in one German phrase."""
        year = self.year or "ohne Jahresangabe"
        checked = f"geprüft am {self.checked}" if self.checked else "ungeprüft"
        return f"{year}, {self.source}, {checked}"


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary."""

    name: str
    text: str
    see: tuple[str, ...] = ()
    quelle: tuple[int, ...] = ()
    addition: bool = False


@dataclass(frozen=True)
class CardForm:
    """The form of one kind of record; what the garden holds of that kind are its cards.

    The value of a card is flat, field id → value, over all its questions.

    Attributes:
        id: The kind; never changes.
        place: Id of the screen its list stands on.
        item: Noun for one.
        items: Noun for many.
        lead: What these cards are for.
        title: Id of the field that names a card.
        line: Ids of the fields that stand beside the name in a list.
        date: Id of the date a list is sorted by, newest first; empty to sort by name.
        related: Kinds of cards that are listed with a card even when there are none yet.
        sections: The questions, page by page.
        confidential: Never in a report or an export unless asked for.
        addition: Added by this program, not in the guide.
    """

    id: str
    place: str
    item: str
    items: str
    lead: str
    title: str
    line: tuple[str, ...]
    sections: tuple[Section, ...]
    date: str = ""
    related: tuple[str, ...] = ()
    confidential: bool = False
    addition: bool = False

    @cached_property
    def prompts(self) -> dict[str, Prompt]:
        """Every question by id, also former ones, in reading order."""
        return {prompt.id: prompt for section in self.sections for prompt in section.every}

    @property
    def asked(self) -> tuple[Prompt, ...]:
        """The questions that are asked, in reading order."""
        return still_asked(self.prompts.values())

    @cached_property
    def fields(self) -> dict[str, Field]:
        """Every field by id, also former ones, in reading order."""
        return {field.id: field for prompt in self.prompts.values() for field in prompt.fields}

    @cached_property
    def links(self) -> tuple[Field, ...]:
        """The fields that name other cards, themselves or in a column."""
        return tuple(
            field
            for field in self.fields.values()
            if any(f.kind is FieldKind.CARDS for f in (field, *field.columns))
        )

    @cached_property
    def spoken_states(self) -> tuple[tuple[Field, Option], ...]:
        """The states of its histories that have words of their own, each with its history."""
        columns = ((field, field.column(field.current)) for field in self.fields.values())
        return tuple((f, o) for f, column in columns if column for o in column.options if o.said)

    def promise(self, *field_ids: str) -> str:
        """Id of the guarded question that one of some fields belongs to; empty for none."""
        guarded = (prompt for prompt in self.prompts.values() if prompt.guarded)
        found = (p.id for p in guarded if any(field.id in field_ids for field in p.fields))
        return next(found, "")

    def section_of(self, prompt_id: str) -> Section:
        """Return the section a question stands in.

        Raises:
            KeyError: There is no question of that id.
        """
        return {prompt.id: s for s in self.sections for prompt in s.every}[prompt_id]


@dataclass(frozen=True)
class Guide:
    """The whole guide.

    Attributes:
        chapters: All chapters in reading order.
        beginning: What is asked on the first day: questions that have their homes in the chapters.
        exhibits: By id.
        glossary: Sorted by name.
        forms: The forms of the garden's records by kind, in the order of the year.
    """

    chapters: tuple[Chapter, ...]
    beginning: Chapter
    exhibits: dict[str, Exhibit]
    glossary: tuple[Term, ...]
    forms: dict[str, CardForm]

    @cached_property
    def steps(self) -> tuple[Chapter, ...]:
        """The five steps, Boden to Ruhen."""
        steps = (chapter for chapter in self.chapters if chapter.number is not None)
        return tuple(sorted(steps, key=lambda chapter: chapter.number or 0))

    @cached_property
    def prompts(self) -> dict[str, Prompt]:
        """Every question answered in a chapter itself, by id, also former ones."""
        return {prompt.id: prompt for chapter in self.chapters for prompt in chapter.every}

    @cached_property
    def on_cards(self) -> dict[str, OnCards]:
        """Every question that is answered on cards, by id, in reading order."""
        asked = (question for chapter in self.chapters for question in chapter.questions)
        return {each.id: each for each in asked if isinstance(each, OnCards)}

    def question(self, id: str) -> Prompt | None:
        """The question of this id, of the guide or of a form; None when there is none."""
        form = self.forms.get(id.partition(".")[0])
        return self.prompts.get(id) or (form.prompts.get(id) if form else None)

    @cached_property
    def sections(self) -> dict[str, Section]:
        """Every section by id, in reading order."""
        return {section.id: section for chapter in self.chapters for section in chapter.sections}

    @cached_property
    def _section_of(self) -> dict[str, str]:
        return {
            question.id: section.id
            for section in self.sections.values()
            for question in (*section.questions, *section.former)
        }

    def chapter(self, id: str) -> Chapter:
        """Return a chapter.

        Raises:
            KeyError: There is no chapter of that id.
        """
        return {chapter.id: chapter for chapter in (*self.chapters, self.beginning)}[id]

    def section_of(self, prompt_id: str) -> Section:
        """Return the section a question stands in.

        Raises:
            KeyError: There is no question of that id.
        """
        return self.sections[self._section_of[prompt_id]]

    def section_about(self, numbers: Collection[int]) -> Section:
        """Return the section that carries most of some inventory numbers; the first for none."""

        def shared(section: Section) -> int:
            parts = (section, *section.blocks, *section.questions)
            return len({n for part in parts for n in part.quelle} & set(numbers))

        return max(self.sections.values(), key=shared)

    def place(self, target: str) -> Section | None:
        """Resolve a jump – a section, chapter or prompt id – to the section it leads to."""
        if target in self.sections:
            return self.sections[target]
        if target in self._section_of:
            return self.sections[self._section_of[target]]
        return next((c.sections[0] for c in self.chapters if c.id == target and c.sections), None)
