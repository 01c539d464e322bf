"""What the guide is made of, as frozen classes.

A form is data: a :class:`Prompt` is a list of :class:`Field`, and there are six kinds of field.
Every face of the program – screen, linear dialogue, paper, report – knows these six kinds and
nothing else about a question.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class FieldKind(StrEnum):
    """The six kinds of field; ``value`` is how a content file spells them."""

    TEXT = "text"
    LINE = "line"
    SCALE = "scale"
    CHOICE = "choice"
    CHECKS = "checks"
    ENTRIES = "entries"


SCALE_STEPS = range(1, 6)
"""The steps of every scale, 1 to 5."""

ASSESS_OPTIONS = (("ja", "ja"), ("teils", "teils"), ("nein", "nein"), ("unklar", "unklar"))
"""Options (id, label) of the kind ``assess``."""

CONSENT_OPTIONS = (
    ("eigene", "meine eigenen Angaben"),
    ("liegt-vor", "Einwilligung liegt vor"),
    ("ohne-namen", "ohne Namen notiert"),
)
"""Options (id, label) of the note of consent."""

HORIZONS = (("5", "in 5 Jahren"), ("10", "in 10 Jahren"), ("20", "in 20 Jahren"))
"""Field id and label of the kind ``horizons`` (inventory 139)."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a choice or of checks."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """One place that takes input.

    Attributes:
        id: Key of the field inside the value of its prompt; never changes.
        kind: One of the six kinds.
        label: What stands above or before the field; empty when the question says it all.
        options: For choice and checks.
        low: What 1 means on a scale.
        high: What 5 means on a scale.
        columns: For entries: the fields (text or line) of one entry.
        item: For entries: the noun for one entry.
        items: For entries: the noun for many.
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

    def option(self, id: str) -> Option | None:
        """Return the option with this id, or None."""
        return next((option for option in self.options if option.id == id), None)


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
        addition: Added by this program, not in the guide.
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

    @property
    def chapter(self) -> str:
        """Id of the chapter the prompt belongs to."""
        return self.id.partition(".")[0]


class BlockKind(StrEnum):
    """What a block of a passage is."""

    TEXT = "text"
    LIST = "list"
    SHOW = "show"
    SEE = "see"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a passage for reading.

    Attributes:
        kind: Paragraph, bullet list, exhibit or jump.
        text: The paragraph, or the words of a jump.
        items: The bullets of a list.
        target: Id of the exhibit shown, or of the place a jump leads to.
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
    """A part of a chapter: a passage and the questions that go with it."""

    id: str
    title: str
    short: str
    lead: str
    blocks: tuple[Block, ...]
    prompts: tuple[Prompt, ...]
    quelle: tuple[int, ...] = ()


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
    def prompts(self) -> tuple[Prompt, ...]:
        """All questions of the chapter in reading order."""
        return tuple(prompt for section in self.sections for prompt in section.prompts)


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


@dataclass(frozen=True, slots=True)
class Pending:
    """A form that belongs to one seed, partner or partnership and comes with those records.

    Attributes:
        name: What the form is.
        record: The record it belongs to.
        quelle: Inventory numbers of the form; their text is in the guide already.
        fragen: Entries of the question register that wait for it.
    """

    name: str
    record: str
    quelle: tuple[int, ...]
    fragen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Guide:
    """The whole guide.

    Attributes:
        chapters: All chapters in reading order.
        exhibits: By id.
        glossary: Sorted by name.
        pending: Forms that come with the garden's records.
    """

    chapters: tuple[Chapter, ...]
    exhibits: dict[str, Exhibit]
    glossary: tuple[Term, ...]
    pending: tuple[Pending, ...]

    @cached_property
    def steps(self) -> tuple[Chapter, ...]:
        """The five steps, Boden to Ruhen."""
        steps = (chapter for chapter in self.chapters if chapter.number is not None)
        return tuple(sorted(steps, key=lambda chapter: chapter.number or 0))

    @cached_property
    def prompts(self) -> dict[str, Prompt]:
        """Every question by id, in reading order."""
        return {prompt.id: prompt for chapter in self.chapters for prompt in chapter.prompts}

    @cached_property
    def sections(self) -> dict[str, Section]:
        """Every section by id, in reading order."""
        return {section.id: section for chapter in self.chapters for section in chapter.sections}

    @cached_property
    def _section_of(self) -> dict[str, str]:
        return {
            prompt.id: section.id
            for section in self.sections.values()
            for prompt in section.prompts
        }

    def chapter(self, id: str) -> Chapter:
        """Return a chapter.

        Raises:
            KeyError: There is no chapter of that id.
        """
        for chapter in self.chapters:
            if chapter.id == id:
                return chapter
        raise KeyError(id)

    def section_of(self, prompt_id: str) -> Section:
        """Return the section a question stands in.

        Raises:
            KeyError: There is no question of that id.
        """
        return self.sections[self._section_of[prompt_id]]

    def place(self, target: str) -> Section | None:
        """Resolve a jump – a section, chapter or prompt id – to the section it leads to."""
        if target in self.sections:
            return self.sections[target]
        if target in self._section_of:
            return self.sections[self._section_of[target]]
        return next((c.sections[0] for c in self.chapters if c.id == target and c.sections), None)
