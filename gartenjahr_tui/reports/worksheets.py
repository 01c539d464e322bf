"""Worksheets: the guide's forms and the garden's cards on paper, blank or filled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden import ways
from gartenjahr_tui.garden.asked import core_and_more
from gartenjahr_tui.garden.checkin import CheckIn
from gartenjahr_tui.garden.on_cards import are_answered, on_paper
from gartenjahr_tui.garden.overwintering import Overwintering
from gartenjahr_tui.garden.rounds import LATER, LINK
from gartenjahr_tui.garden.sheet import CardSheet
from gartenjahr_tui.guide.model import (
    ADDED,
    GUARDED,
    CardForm,
    Chapter,
    OnCards,
    Option,
    Prompt,
    Question,
    Section,
    still_asked,
)
from gartenjahr_tui.guide.numbering import spots
from gartenjahr_tui.guide.outside import View, read_views
from gartenjahr_tui.guide.render import ADDED_MEANS
from gartenjahr_tui.outlet import Ask
from gartenjahr_tui.reports.document import (
    Block,
    Heading,
    Look,
    PageBreak,
    Paragraph,
    Table,
    WritingSpace,
)
from gartenjahr_tui.reports.paper import (
    DESK,
    LARGE,
    Paper,
    label_of,
    question_blocks,
    sheet,
)
from gartenjahr_tui.reports.phrases import joined
from gartenjahr_tui.reports.places import day, the_library
from gartenjahr_tui.reports.report import YEAR, Part, Report, Scope
from gartenjahr_tui.words.documents import PageWords
from gartenjahr_tui.words.sharing import PhrasesWords
from gartenjahr_tui.words.worksheets import OutsideViewsWords as view_words
from gartenjahr_tui.words.worksheets import SheetWords as words
from gartenjahr_tui.words.worksheets import WorksheetWords as sheet_words
from gartenjahr_tui.workbook.dates import german
from gartenjahr_tui.workbook.states import AnswerState

if TYPE_CHECKING:
    from gartenjahr_tui.outlet import Chosen
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Answer, Card

_ROUNDS = {round.KIND: round.EACH for round in (CheckIn, Overwintering)}
"""Kind of a round → kind of what it says of each partnership."""


# Steps, sections and cards


@dataclass(frozen=True)
class _Form:
    """What a worksheet is about: questions of the guide, or a form and the card that fills it.

    What stands with a question that cards answer is there in any case: their names.
    """

    title: str
    lead: str
    prompts: tuple[Prompt, ...]
    kind: CardForm | None = None
    card: Card | None = None
    on_cards: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def own(self) -> tuple[Prompt, ...]:
        """The questions that are answered where they are asked."""
        return tuple(prompt for prompt in self.prompts if prompt.id not in self.on_cards)


MOST_CARDS = 12
"""Cards that have a line on paper for a question they answer; there are empty lines below."""


def _of_guide(scope: Scope, title: str, lead: str, part: Chapter | Section) -> _Form:
    """A form of questions of the guide; on a filled sheet at its end those asked no more."""
    prompts: list[Prompt] = []
    said: dict[str, Mapping[str, Any]] = {}
    filled = _is_filled(scope)
    for question in _on_way(scope, part):
        if isinstance(question, OnCards):
            question, said[question.id] = on_paper(
                scope.book, question, MOST_CARDS, scope.year, filled=filled
            )
        prompts.append(question)
    former = _also_former(scope, part.every, lambda id: scope.book.answer(id, scope.year))
    prompts += [prompt for prompt in former if prompt.former]
    return _Form(title, lead, tuple(prompts), on_cards=said)


def _on_way(scope: Scope, part: Chapter | Section) -> Iterator[Question]:
    """What is asked of a step on the way of the one who writes; of a section all of it."""
    whole = isinstance(part, Section) or part.number is None
    sections = (part,) if isinstance(part, Section) else part.sections
    for section in sections:
        asked = section if whole else ways.asked(scope.book, section, year=scope.year)
        yield from asked.questions


def _step_title(book: Workbook, step: Chapter) -> str:
    sentence = sheet_words.STEP
    if ways.way_of(book, step.id) != ways.WHOLE:
        sentence = sheet_words.STEP_SHORT
    return sentence.format(number=step.number, title=step.title)


def _asked_sections(step: Chapter) -> Iterator[tuple[str, str, int]]:
    """The sections that ask something: id, title with number, place in the step."""
    for place, section in enumerate(step.sections):
        if section.questions:
            number = f"{step.number}.{place + 1}"
            title = sheet_words.SECTION.format(number=number, title=section.title)
            yield section.id, title, place


def _forms(book: Workbook) -> list[Option]:
    """Every form, blank: the steps, each with its sections, then the cards; and every card."""
    guide, cards = book.guide, book.cards
    options = []
    for step in guide.steps:
        options.append(Option(step.id, _step_title(book, step)))
        options += [Option(id, title) for id, title, _ in _asked_sections(step)]
    options.append(Option(guide.beginning.id, guide.beginning.title))
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
        page = CardSheet(scope.book, card)
        prompts = _also_former(scope, kind.prompts.values(), page.answer)
        return _Form(_card_title(scope.book, card), kind.lead, prompts, kind, card)
    if chosen in guide.forms:
        kind = guide.forms[chosen]
        return _Form(kind.item, kind.lead, kind.asked, kind)
    first = guide.beginning
    if chosen == first.id:
        return _of_guide(scope, first.title, first.lead, first)
    for step in guide.steps:
        if chosen in (step.id, ""):
            return _of_guide(scope, _step_title(scope.book, step), step.lead, step)
        for id, title, place in _asked_sections(step):
            if chosen == id:
                return _of_guide(scope, title, "", step.sections[place])
    raise KeyError(chosen)


def _also_former(
    scope: Scope, prompts: Iterable[Prompt], answer: Callable[[str], Answer]
) -> tuple[Prompt, ...]:
    """What is asked, and on a filled sheet at its end what was answered and is asked no more."""
    former = (p for p in prompts if p.former) if _is_filled(scope) else ()
    return (*still_asked(prompts), *(prompt for prompt in former if answer(prompt.id).value))


def _is_filled(scope: Scope) -> bool:
    return scope.chosen.get("fuellung") == "ausgefuellt"


def _is_large(scope: Scope) -> bool:
    return scope.chosen.get("groesse") == "gross"


def _values(scope: Scope, form: _Form) -> dict[str, Mapping[str, Any]]:
    """All that may be told of what stands in a form; in a blank one the names of cards."""
    if not _is_filled(scope):
        return {**form.on_cards}
    if form.kind is None:
        answers = [scope.book.answer(prompt.id, scope.year) for prompt in form.own]
    elif form.card:
        page = CardSheet(scope.book, form.card)
        answers = [page.answer(id) for id in page.form.prompts]
    else:
        return {}
    return {**form.on_cards, **{a.key.prompt: a.value for a in answers if a.value}}


def _remarks(scope: Scope, form: _Form) -> dict[str, str]:
    """What is to be said with the questions of a filled sheet.

    That an answer is kept back is said of every guarded question, answered or not.
    """
    if not _is_filled(scope) or (form.kind and not form.card):
        return {}
    marks = {AnswerState.NOT_HERE: words.NOT_HERE, AnswerState.LATER: words.LATER}
    answers = (scope.book.answer(prompt.id, scope.year) for prompt in form.own if not form.kind)
    remarks = {one.key.prompt: marks[one.state] for one in answers if one.state in marks}
    return remarks | {prompt.id: words.WITHHELD for prompt in form.prompts if prompt.guarded}


def _sheet_of(
    scope: Scope,
    form: _Form,
    prompts: Iterable[Prompt],
    title: str = "",
    prefix: str = "",
    *,
    remarks: bool = True,
) -> tuple[Block, ...]:
    """Some questions of a form, with what may stand in them."""
    return sheet(
        prompts,
        title,
        _values(scope, form),
        guide=scope.book.guide,
        names=scope.cards.name,
        large=_is_large(scope),
        remarks=_remarks(scope, form) if remarks else {},
        prefix=prefix,
    )


def _questions(scope: Scope) -> Iterator[Block]:
    """The sheet: how it is used, who writes, and all questions."""
    form = _form(scope)
    if form.lead:
        yield Paragraph(form.lead, Look.LEAD)
    how = sheet_words.HOW_CARD if form.kind else sheet_words.HOW_STEP
    added = f" {ADDED} heißt: {ADDED_MEANS}." if any(p.addition for p in form.prompts) else ""
    yield Paragraph(how + added, Look.NOTE)
    if not _is_filled(scope):
        yield WritingSpace(1, sheet_words.WHO)
    if _is_large(scope):
        yield PageBreak()
    if form.kind is None or form.kind.id not in _ROUNDS:
        now, more = _asked(scope, form, _pages(scope, form)) if form.kind else (form.prompts, ())
        yield from _sheet_of(scope, form, now)
        yield from _more(_sheet_of(scope, form, more))
        return
    first = form.kind.sections[0]
    yield from _sheet_of(scope, form, first.prompts)
    yield from _for_each(scope, form, scope.book.guide.forms[_ROUNDS[form.kind.id]])
    rest = [prompt for prompt in form.prompts if prompt not in first.prompts]
    yield PageBreak()
    yield from _sheet_of(scope, form, rest)


def _pages(scope: Scope, form: _Form) -> tuple[Section, ...]:
    """The pages of a card; on a filled sheet also what was answered and is asked no more."""
    assert form.kind
    if form.card and _is_filled(scope):
        return CardSheet(scope.book, form.card).pages
    return form.kind.sections


def _asked(
    scope: Scope, form: _Form, pages: Iterable[Section]
) -> tuple[tuple[Prompt, ...], tuple[Prompt, ...]]:
    """What some pages of a card ask at once, and what comes under „Mehr“.

    A filled sheet has what is filled and the core; there is no more to it.
    """
    assert form.kind
    card = (form.card if _is_filled(scope) else None) or scope.cards.blank(form.kind.id)
    parts = [core_and_more(scope.book, card, page) for page in pages]
    more = parts if not form.card or not _is_filled(scope) else ()
    wanted = scope.chosen.get("umfang") != "kern"
    return (
        tuple(prompt for now, _ in parts for prompt in now),
        tuple(prompt for _, rest in more for prompt in rest if wanted),
    )


def _more(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The questions that not every card needs, on pages of their own."""
    if blocks:
        yield PageBreak()
        yield Heading(sheet_words.MORE)
        yield Paragraph(sheet_words.MORE_LEAD, Look.NOTE)
        yield from blocks


def _for_each(scope: Scope, form: _Form, each: CardForm) -> Iterator[Block]:
    """What a round asks of each partnership: its cards, or one blank page to be copied."""
    said = scope.cards.naming(form.card.id, each.id) if form.card and _is_filled(scope) else []
    first = each.sections[0]
    prompts = tuple(
        replace(prompt, fields=tuple(f for f in prompt.fields if f.id not in LATER))
        for prompt in first.prompts
    )
    first = replace(first, questions=prompts)
    letter = each.item[0]
    for card in said:
        title = sheet_words.EACH_OF.format(
            item=each.item, letter=letter, title=scope.cards.title(card)
        )
        yield PageBreak()
        page = _Form(title, "", prompts, each, card)
        now, _ = _asked(scope, page, [first])
        yield from _sheet_of(scope, page, now, title, letter)
    if not said:
        yield PageBreak()
        title = sheet_words.EACH.format(item=each.item, letter=letter)
        page = _Form(title, "", prompts, each)
        now, more = _asked(scope, page, [first])
        blank = _sheet_of(scope, page, now, title, letter)
        yield blank[0]
        yield Paragraph(sheet_words.COPY.format(letter=letter), Look.NOTE)
        yield WritingSpace(1, label_of(each.fields[LINK]))
        yield from blank[1:]
        yield from _more(_sheet_of(scope, page, more, prefix=letter))


def _private(scope: Scope) -> Iterator[Block]:
    """The answers that the other sheet keeps back."""
    form = _form(scope)
    values = _values(scope, form)
    answered = {p.id for p in form.own if p.id in values}
    answered |= {id for id, value in form.on_cards.items() if are_answered(value)}
    prompts = [p for p in form.prompts if p.guarded and p.id in answered]
    if not prompts:
        return
    yield Paragraph(sheet_words.PRIVATE_LEAD, Look.NOTE)
    for block in _sheet_of(scope, form, prompts, remarks=False):
        yield replace(block, level=block.level + 1) if isinstance(block, Heading) else block


def _naming(scope: Scope) -> tuple[str, str]:
    book, form = scope.book, _form(scope)
    parts = [book.profile.library]
    if form.kind is None:
        parts.append(sheet_words.YEAR.format(year=book.year_label(scope.year)))
        if _is_filled(scope):
            parts.append(sheet_words.WRITER.format(voice=book.voice.name))
    return sheet_words.NAME.format(what=form.title), joined(*parts, by=sheet_words.JOIN)


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


EXTENT = _fixed("umfang", sheet_words.EXTENT, ganz=sheet_words.WHOLE, kern=sheet_words.CORE)
"""For a blank card: all of its questions, or only those that every card is asked."""

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
    until = scope.line(day("zurueck-bis", view_words.UNTIL))
    to = the_library(scope, "anschrift", "telefon", "mail").return_to or PhrasesWords.BLANK
    yield Paragraph(view_words.RETURN.format(day=until, to=to))
    yield WritingSpace(1, view.who)
    paper = Paper(str, LARGE if large else DESK, 2)
    for number, question in enumerate(view.questions, 1):
        if large:
            yield PageBreak()
        ask = view_words.ASK.format(number=number, ask=question.prompt.ask)
        yield from question_blocks(paper, replace(question.prompt, ask=ask), {}, "", 1)
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
                takes=GUARDED,
                apart=PageWords.YOURS,
            ),
        ),
        _naming,
        asks=(FORM, FILLED, YEAR, SIZE, EXTENT),
        stays=sheet_words.STAYS,
        guide=True,
    ),
    Report(
        "partnersicht",
        view_words.TITLE,
        view_words.LEAD,
        (
            Part("bogen", view_words.PART, _handed_out, fixed=True, heading=False),
            Part("rueckweg", view_words.BACK, _way_back, apart=PageWords.STAYS),
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
