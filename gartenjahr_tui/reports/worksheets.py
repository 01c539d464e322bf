"""Worksheets: the guide's forms and the garden's cards on paper, blank or filled.

Paper is the fourth face of a form. It knows the nine kinds of field and nothing else about a
question, so a new question is on paper without a change here. Each question carries the number
under which it is found again on the screen, see :mod:`gartenjahr_tui.guide.numbering`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.guide.model import CardForm, Chapter, Field, FieldKind, Guide, Option, Prompt
from gartenjahr_tui.guide.numbering import Spot, spots
from gartenjahr_tui.guide.outside import View, read_views
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.outlet import Ask
from gartenjahr_tui.reports.asks import YEAR
from gartenjahr_tui.reports.document import (
    Block,
    Facts,
    Heading,
    Look,
    PageBreak,
    Paragraph,
    ScaleLine,
    Table,
    TickBoxes,
    WritingSpace,
)
from gartenjahr_tui.reports.markdown import former_texts
from gartenjahr_tui.reports.report import Part, Report, Scope
from gartenjahr_tui.text import clean
from gartenjahr_tui.workbook.checkin import CheckIn
from gartenjahr_tui.workbook.dates import german
from gartenjahr_tui.workbook.overwintering import Overwintering
from gartenjahr_tui.workbook.rounds import LATER, LINK
from gartenjahr_tui.workbook.sheet import CardSheet
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import Names, field_text, normalise
from gartenjahr_tui.worksheet_words import Sheet as words
from gartenjahr_tui.worksheet_words import Views as view_words
from gartenjahr_tui.worksheet_words import Worksheet as sheet_words

if TYPE_CHECKING:
    from gartenjahr_tui.outlet import Chosen
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

Values = Mapping[str, Mapping[str, Any]]
"""Id of a question → its answer; what is not in it is left blank."""

_ROUNDS = {round.KIND: round.EACH for round in (CheckIn, Overwintering)}
"""Kind of a round → kind of what it says of each partnership."""


@dataclass(frozen=True, slots=True)
class _Size:
    """How much room there is to write.

    Attributes:
        alone: Lines of a question's only text.
        shared: Lines that several texts of a question share.
        most: The most of them for one text.
        more: Lines below what stands there already, and the least for a text.
        rows: Empty rows of a table.
        columns: Columns that can be written in side by side on A4; more become lines.
        blanks: Empty entries where an entry is made of lines.
        whole: Whether a question is to find room on a single page.
    """

    alone: int
    shared: int
    most: int
    more: int
    rows: int
    columns: int
    blanks: int
    whole: bool

    def lines(self, prompt: Prompt) -> int:
        """Lines for each text of a question."""
        if len(prompt.fields) == 1:
            return self.alone
        texts = sum(field.kind is FieldKind.TEXT for field in prompt.fields)
        shared = self.shared
        if self.whole:
            shared -= sum(map(_height, prompt.fields))
        return max(self.more, min(shared // max(texts, 1), self.most))


def _height(field: Field) -> int:
    """How much of a page a field takes beside the lines of a text, roughly, in lines."""
    match field.kind:
        case FieldKind.TEXT:
            return 1
        case FieldKind.CHOICE | FieldKind.CHECKS:
            return 1 + len(field.options)
        case _:
            return 3


_DESK = _Size(alone=6, shared=9, most=4, more=2, rows=4, columns=4, blanks=2, whole=False)
_LARGE = _Size(alone=8, shared=12, most=5, more=2, rows=4, columns=3, blanks=1, whole=True)


@dataclass(frozen=True, slots=True)
class _Paper:
    """What all fields of a sheet have in common.

    Attributes:
        names: What cards are called.
        size: How much room there is.
        level: Level of the headings of single entries.
    """

    names: Names
    size: _Size
    level: int = 3

    def field(self, field: Field, part: Any, lines: int) -> Iterator[Block]:
        """A field to be written in.

        Args:
            field: The field.
            part: What stands in it; None for nothing.
            lines: Room for a text, in lines.
        """
        if field.kind is FieldKind.ENTRIES:
            yield from self._entries(field, part)
            return
        if field.kind is FieldKind.TEXT or not _fits(field, part):
            text = self._text(field, part)
            yield WritingSpace(self.size.more if text else lines, _label(field), text)
            return
        options = tuple(option.label for option in field.options)
        match field.kind:
            case FieldKind.SCALE:
                yield ScaleLine(field.low, field.high, part or 0, field.label)
            case FieldKind.CHOICE:
                yield TickBoxes(options, _ticked(field, [part]), field.label, only_one=True)
            case FieldKind.CHECKS:
                yield TickBoxes(options, _ticked(field, part or ()), field.label)
            case _:
                text = self._text(field, part)
                yield WritingSpace(0, field.label, text) if text else WritingSpace(1, _label(field))

    def _text(self, field: Field, part: Any) -> str:
        return "" if part is None else clean(field_text(field, part, self.names))

    def _entries(self, field: Field, part: Any) -> Iterator[Block]:
        """A list: a table, or lines where it has too many columns or is a history."""
        entries = part if isinstance(part, list) else [] if part is None else [part]
        if field.current or len(field.columns) > self.size.columns:
            yield from self._entries_in_lines(field, entries)
            return
        for column in field.columns:
            if choice := _choice(column):
                yield Paragraph(choice, Look.NOTE)
        rows = [tuple(self._cells(field, entry)) for entry in entries]
        empty = ("",) * len(field.columns)
        rows += [empty] * self.size.rows
        heads = tuple(column.label for column in field.columns)
        yield Table(heads, tuple(rows), field.label, tall=True)

    def _cells(self, field: Field, entry: Any) -> Iterator[str]:
        if not isinstance(entry, Mapping):
            entry = {field.columns[0].id: str(entry)}
        for column in field.columns:
            yield self._text(column, entry.get(column.id))

    def _entries_in_lines(self, field: Field, entries: list[Any]) -> Iterator[Block]:
        """Entries one below the other: what is noted, then empty ones, field by field.

        A history gets one empty entry: it is added to once at a time.
        """
        heads = tuple(column.label for column in field.columns)
        rows = [tuple(self._cells(field, entry)) for entry in entries]
        if rows and len(heads) <= self.size.columns:
            yield Table(heads, tuple(rows), field.label)
        else:
            for number, row in enumerate(rows, 1):
                yield self._entry_head(field, number)
                facts = ((head, text) for head, text in zip(heads, row, strict=True) if text)
                yield Facts(tuple(facts))
        blanks = 1 if field.current or entries else self.size.blanks
        for number in range(len(entries) + 1, len(entries) + blanks + 1):
            yield self._entry_head(field, number)
            for column in field.columns:
                yield from self.field(column, None, self.size.more)

    def _entry_head(self, field: Field, number: int) -> Heading:
        text = words.ENTRY.format(item=field.item, number=number)
        if field.label not in ("", field.item):
            text = words.ENTRY_OF.format(label=field.label, entry=text)
        return Heading(text, self.level)


def _fits(field: Field, part: Any) -> bool:
    """Whether a value is one of this field as it is now, not of another time."""
    return part is None or normalise([field], {field.id: part}).get(field.id) == part


def _ticked(field: Field, chosen: Iterable[Any]) -> frozenset[int]:
    ids = set(chosen)
    return frozenset(n for n, option in enumerate(field.options) if option.id in ids)


def _label(field: Field) -> str:
    """What stands above a line: its label, and how it is filled in."""
    what = {
        FieldKind.DATE: words.DATE,
        FieldKind.NUMBER: field.unit or words.NUMBER,
        FieldKind.CARDS: words.NAME if field.one else words.NAMES,
    }.get(field.kind, "")
    known = what.casefold() in field.label.casefold()
    return field.label if known else words.JOIN.join(filter(None, [field.label, what]))


def _choice(column: Field) -> str:
    """What may be written in a column, where that is laid down."""
    if column.options:
        options = words.OR.join(option.label for option in column.options)
    elif column.kind is FieldKind.SCALE:
        ends = column.low or column.high
        sentence = words.SCALE if ends else words.SCALE_PLAIN
        options = sentence.format(low=column.low, high=column.high)
    else:
        return ""
    return words.ONE_OF.format(label=column.label, options=options)


def is_guarded(prompt: Prompt) -> bool:
    """Whether an answer is on paper only when it is asked for."""
    return prompt.confidential or prompt.personal or prompt.consent


def sheet(
    prompts: Iterable[Prompt],
    title: str = "",
    values: Values | None = None,
    *,
    guide: Guide | None = None,
    names: Names = str,
    large: bool = False,
    remarks: Mapping[str, str] | None = None,
    prefix: str = "",
) -> tuple[Block, ...]:
    """Questions as a sheet of paper, each with its place and its number on the screen.

    Args:
        prompts: The questions, in the order they are to stand in.
        title: What stands above them; empty for nothing.
        values: What stands in them already, confidential or not; nothing for a blank sheet.
        guide: Where they come from.
        names: What cards are called.
        large: Whether it is to be read by a whole team; each question has a page of its own.
        remarks: Id of a question → what else is to be said with it.
        prefix: Stands before each number, where several forms are on one sheet.
    """
    known = spots(guide or read_guide())
    top = 2 if title else 1
    paper = _Paper(names, _LARGE if large else _DESK, min(top + 2, 3))
    blocks: list[Block] = []
    for spot, group in groupby(prompts, lambda prompt: _section_spot(known.get(prompt.id))):
        blocks += _section_head(spot, top, prefix) if spot else ()
        for prompt in group:
            number = f"{prefix}{known[prompt.id].number}" if spot else ""
            value = (values or {}).get(prompt.id, {})
            remark = (remarks or {}).get(prompt.id, "")
            blocks += _question(paper, prompt, value, number, top + 1, remark)
            blocks += [PageBreak()] if large else []
    if large and blocks:
        blocks.pop()
    return (Heading(title), *blocks) if title else tuple(blocks)


def _section_spot(spot: Spot | None) -> Spot | None:
    """The same for all questions of a section."""
    return replace(spot, number="", nth=0) if spot else None


def _section_head(spot: Spot, level: int, prefix: str) -> Iterator[Block]:
    """The place of the questions that follow, and what their section is about."""
    number, title = f"{prefix}{spot.section_number}", spot.section.title
    yield Heading(words.PLACE.format(holder=spot.holder, number=number, section=title), level)
    if spot.section.lead:
        yield Paragraph(spot.section.lead, Look.LEAD)


def _question(
    paper: _Paper,
    prompt: Prompt,
    value: Mapping[str, Any],
    number: str,
    level: int,
    remark: str = "",
) -> Iterator[Block]:
    ask = words.ASK.format(number=number, ask=prompt.ask) if number else prompt.ask
    yield Heading(ask, level)
    marks = [
        mark
        for is_so, mark in (
            (prompt.personal, words.PERSONAL),
            (prompt.confidential or prompt.personal, words.CONFIDENTIAL),
            (prompt.consent, words.VOLUNTARY),
            (prompt.addition, words.ADDITION),
        )
        if is_so
    ]
    if notes := [*filter(None, [words.JOIN.join(marks), remark, prompt.help])]:
        yield Paragraph("\n".join(notes), Look.NOTE)
    lines = paper.size.lines(prompt)
    for field in prompt.fields:
        yield from paper.field(field, value.get(field.id), lines)
    for text in former_texts(prompt, value):
        yield WritingSpace(0, words.FORMER, text)


# Steps, sections and cards


@dataclass(frozen=True)
class _Form:
    """What a worksheet is about.

    Attributes:
        title: What it is called.
        lead: What it is for.
        prompts: Its questions, in their order.
        kind: Its form; None for questions of the guide.
        card: The card that fills it; None for a blank one.
    """

    title: str
    lead: str
    prompts: tuple[Prompt, ...]
    kind: CardForm | None = None
    card: Card | None = None


def _step_title(step: Chapter) -> str:
    return sheet_words.STEP.format(number=step.number, title=step.title)


def _asked_sections(step: Chapter) -> Iterator[tuple[str, str, int]]:
    """The sections that ask something: id, title with number, place in the step."""
    for place, section in enumerate(step.sections):
        if section.prompts:
            number = f"{step.number}.{place + 1}"
            title = sheet_words.SECTION.format(number=number, title=section.title)
            yield section.id, title, place


def _forms(book: Workbook) -> list[Option]:
    """Every form, blank: the steps, each with its sections, then the cards; and every card."""
    guide, cards = book.guide, book.cards
    options = []
    for step in guide.steps:
        options.append(Option(step.id, _step_title(step)))
        options += [Option(id, title) for id, title, _ in _asked_sections(step)]
    for kind in guide.forms.values():
        options.append(Option(kind.id, sheet_words.BLANK_CARD.format(item=kind.item)))
    for kind in guide.forms.values():
        options += [Option(card.id, _card_title(book, card)) for card in cards.of(kind.id)]
    return options


def _card_title(book: Workbook, card: Card) -> str:
    """What a card is called here; the name of a confidential one is part of what it keeps."""
    form = book.cards.form(card)
    if form.confidential:
        day = german(card.made_on) if card.made_on else sheet_words.NO_DAY
        return sheet_words.UNNAMED.format(item=form.item, day=day)
    return sheet_words.CARD.format(item=form.item, title=book.cards.title(card))


def _form(scope: Scope) -> _Form:
    """What the chosen worksheet is about; the first step unasked."""
    guide, chosen = scope.book.guide, scope.chosen.get("form", "")
    if card := scope.cards.get(chosen):
        kind = guide.forms[card.kind]
        return _Form(
            _card_title(scope.book, card), kind.lead, tuple(kind.prompts.values()), kind, card
        )
    if chosen in guide.forms:
        kind = guide.forms[chosen]
        return _Form(kind.item, kind.lead, tuple(kind.prompts.values()), kind)
    for step in guide.steps:
        if chosen in (step.id, ""):
            return _Form(_step_title(step), step.lead, step.prompts)
        for id, title, place in _asked_sections(step):
            if chosen == id:
                return _Form(title, "", step.sections[place].prompts)
    raise KeyError(chosen)


def _is_filled(scope: Scope) -> bool:
    return scope.chosen.get("fuellung") == "ausgefuellt"


def _is_large(scope: Scope) -> bool:
    return scope.chosen.get("groesse") == "gross"


def _values(scope: Scope, form: _Form) -> dict[str, Mapping[str, Any]]:
    """Everything that stands in a form, guarded or not; nothing for a blank one."""
    if not _is_filled(scope):
        return {}
    if form.kind is None:
        answers = (scope.book.answer(prompt.id, scope.year) for prompt in form.prompts)
        return {answer.key.prompt: answer.value for answer in answers if answer.value}
    return _card_values(scope, form.card) if form.card else {}


def _card_values(scope: Scope, card: Card) -> dict[str, Mapping[str, Any]]:
    page = CardSheet(scope.book, card)
    values = {id: page.answer(id).value for id in page.form.prompts}
    return {id: value for id, value in values.items() if value}


def _remarks(scope: Scope, form: _Form) -> dict[str, str]:
    """What is to be said with the questions of a filled sheet.

    That an answer is kept back is said of every guarded question, answered or not.
    """
    if not _is_filled(scope) or (form.kind and not form.card):
        return {}
    remarks = {prompt.id: words.WITHHELD for prompt in form.prompts if is_guarded(prompt)}
    if form.kind is None:
        marks = {AnswerState.NOT_HERE: words.NOT_HERE, AnswerState.LATER: words.LATER}
        for prompt in form.prompts:
            mark = marks.get(scope.book.answer(prompt.id, scope.year).state)
            if mark and prompt.id not in remarks:
                remarks[prompt.id] = mark
    return remarks


def _open(prompts: Iterable[Prompt], values: Values) -> Values:
    """What may stand on a sheet unasked."""
    ids = {prompt.id for prompt in prompts if not is_guarded(prompt)}
    return {id: value for id, value in values.items() if id in ids}


def _sheet_of(
    scope: Scope, form: _Form, prompts: Iterable[Prompt], title: str = "", prefix: str = ""
) -> tuple[Block, ...]:
    """Some questions of a form, with what may stand in them."""
    return sheet(
        prompts,
        title,
        _open(form.prompts, _values(scope, form)),
        guide=scope.book.guide,
        names=scope.cards.name,
        large=_is_large(scope),
        remarks=_remarks(scope, form),
        prefix=prefix,
    )


def _questions(scope: Scope) -> Iterator[Block]:
    """The sheet: how it is used, who writes, and all questions."""
    form = _form(scope)
    if form.lead:
        yield Paragraph(form.lead, Look.LEAD)
    yield Paragraph(sheet_words.HOW_CARD if form.kind else sheet_words.HOW_STEP, Look.NOTE)
    if not _is_filled(scope):
        yield WritingSpace(1, sheet_words.WHO)
    if _is_large(scope):
        yield PageBreak()
    if form.kind is None or form.kind.id not in _ROUNDS:
        yield from _sheet_of(scope, form, form.prompts)
        return
    first = form.kind.sections[0]
    yield from _sheet_of(scope, form, first.prompts)
    yield from _for_each(scope, form, scope.book.guide.forms[_ROUNDS[form.kind.id]])
    rest = [prompt for prompt in form.prompts if prompt not in first.prompts]
    yield PageBreak()
    yield from _sheet_of(scope, form, rest)


def _for_each(scope: Scope, form: _Form, each: CardForm) -> Iterator[Block]:
    """What a round asks of each partnership: its cards, or one blank page to be copied."""
    said = scope.cards.naming(form.card.id, each.id) if form.card and _is_filled(scope) else []
    prompts = tuple(
        replace(prompt, fields=tuple(f for f in prompt.fields if f.id not in LATER))
        for prompt in each.sections[0].prompts
    )
    letter = each.item[0]
    for card in said:
        title = sheet_words.EACH_OF.format(
            item=each.item, letter=letter, title=scope.cards.title(card)
        )
        yield PageBreak()
        page = _Form(title, "", prompts, each, card)
        yield from _sheet_of(scope, page, prompts, title, letter)
    if not said:
        yield PageBreak()
        title = sheet_words.EACH.format(item=each.item, letter=letter)
        blank = _sheet_of(scope, _Form(title, "", prompts, each), prompts, title, letter)
        yield blank[0]
        yield Paragraph(sheet_words.COPY.format(letter=letter), Look.NOTE)
        yield WritingSpace(1, _label(each.fields[LINK]))
        yield from blank[1:]


def _private(scope: Scope) -> Iterator[Block]:
    """A sheet of its own with the answers that the other one keeps back."""
    form = _form(scope)
    values = _values(scope, form)
    prompts = [p for p in form.prompts if is_guarded(p) and p.id in values]
    if not prompts:
        return
    yield PageBreak()
    yield Heading(sheet_words.PRIVATE)
    yield Paragraph(sheet_words.PRIVATE_LEAD, Look.NOTE)
    for block in sheet(
        prompts,
        values=values,
        guide=scope.book.guide,
        names=scope.cards.name,
        large=_is_large(scope),
    ):
        yield replace(block, level=block.level + 1) if isinstance(block, Heading) else block


def _naming(scope: Scope) -> tuple[str, str]:
    book, form = scope.book, _form(scope)
    parts = [book.profile.library]
    if form.kind is None:
        parts.append(sheet_words.YEAR.format(year=book.year_label(scope.year)))
        if _is_filled(scope):
            parts.append(sheet_words.WRITER.format(voice=book.voice.name))
    title = sheet_words.NAME.format(what=form.title)
    return title, sheet_words.JOIN.join(filter(None, parts))


def _fixed(id: str, label: str, **options: str) -> Ask:
    """A question with the same options in every garden."""
    found = [Option(name, title) for name, title in options.items()]
    return Ask(id, label, lambda book: found)


SIZE = _fixed("groesse", sheet_words.SIZE, tisch=sheet_words.DESK, gross=sheet_words.LARGE)
"""For the desk, or for a whole team."""

FORM = Ask("form", sheet_words.FORM, _forms)
"""Which form: a step, one of its sections, a kind of card, or a card of the garden."""

FILLED = _fixed(
    "fuellung",
    sheet_words.FILLED,
    leer=sheet_words.EMPTY,
    ausgefuellt=sheet_words.WITH_ANSWERS,
)
"""Blank or filled; a kind of card is blank either way."""

# The view of partners and users


def _views(book: Workbook) -> list[Option]:
    return [Option(view.id, view.name) for view in read_views()]


def _partnerships(book: Workbook) -> list[Option]:
    """The partnerships; first, none of them."""
    cards = book.cards
    found = [Option(card.id, cards.title(card)) for card in cards.of("partnership")]
    return [Option("", view_words.NO_CARD), *found]


def _view(chosen: Chosen) -> View:
    views = read_views()
    return next((view for view in views if view.id == chosen.get("sicht")), views[0])


def _view_naming(scope: Scope) -> tuple[str, str]:
    return _view(scope.chosen).title, scope.book.profile.library


def _handed_out(scope: Scope) -> Iterator[Block]:
    """The sheet for somebody outside; nothing of the garden but the name of a partnership."""
    view, large = _view(scope.chosen), _is_large(scope)
    yield Paragraph(view.lead, Look.LEAD)
    if card := scope.cards.get(scope.chosen.get("ueber", "")):
        yield Paragraph(view_words.SUBJECT.format(title=scope.cards.title(card)))
    yield WritingSpace(1, view.who)
    paper = _Paper(str, _LARGE if large else _DESK, 2)
    for number, question in enumerate(view.questions, 1):
        if large:
            yield PageBreak()
        ask = view_words.ASK.format(number=number, ask=question.prompt.ask)
        yield from _question(paper, replace(question.prompt, ask=ask), {}, "", 1)
    yield Paragraph(view.thanks)


def _way_back(scope: Scope) -> Iterator[Block]:
    """Where each answer is typed in, in the order of the sheet."""
    known = spots(scope.book.guide)
    rows = []
    for number, question in enumerate(_view(scope.chosen).questions, 1):
        for id in question.into:
            spot = known[id]
            place = words.PLACE.format(
                holder=spot.holder, number=spot.section_number, section=spot.section.title
            )
            rows.append((str(number), spot.number, place, question.how))
    yield PageBreak()
    yield Heading(view_words.BACK)
    yield Paragraph(view_words.BACK_LEAD)
    yield Table(view_words.COLUMNS, tuple(rows))


REPORTS: tuple[Report, ...] = (
    Report(
        "arbeitsblatt",
        sheet_words.TITLE,
        sheet_words.LEAD,
        (
            Part("fragen", sheet_words.PART, _questions, fixed=True, heading=False),
            Part(
                "vertrauliches",
                sheet_words.PRIVATE,
                _private,
                wanted=False,
                heading=False,
                private=True,
            ),
        ),
        _naming,
        asks=(FORM, FILLED, YEAR, SIZE),
        stays=sheet_words.STAYS,
        guide=True,
    ),
    Report(
        "partnersicht",
        view_words.TITLE,
        view_words.LEAD,
        (
            Part("bogen", view_words.PART, _handed_out, fixed=True, heading=False),
            Part("rueckweg", view_words.BACK, _way_back, heading=False),
        ),
        _view_naming,
        asks=(
            Ask("sicht", view_words.VIEW, _views),
            Ask("ueber", view_words.ABOUT, _partnerships),
            SIZE,
        ),
        stays=view_words.STAYS,
        guide=True,
    ),
)
"""The paper twin of the forms, and the review from the other side."""
