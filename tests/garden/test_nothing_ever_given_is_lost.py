"""Whatever became of questions and fields since: what was ever given can be found and read.

The garden is that of ``tests/gardens/filled.py``. It is older than the program; where a test fails,
mend the program, not the garden.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from gartenjahr_tui.exchange import archive
from gartenjahr_tui.garden import rings
from gartenjahr_tui.garden.opening import open_garden
from gartenjahr_tui.garden.search import Search
from gartenjahr_tui.garden.sheet import CardSheet
from gartenjahr_tui.garden.targets import ToCard
from gartenjahr_tui.garden.views import differences
from gartenjahr_tui.guide.model import FieldKind, OnCards, still_asked
from gartenjahr_tui.reports.answers import as_text, gather
from gartenjahr_tui.text import one_line
from gartenjahr_tui.workbook.values import is_complete, value_text
from tests.gardens.filled import (
    ANSWER,
    CARD,
    DELETED,
    FORMER,
    PEOPLE,
    VIEW,
    YEARS,
    FilledGarden,
    Given,
)

if TYPE_CHECKING:
    from gartenjahr_tui.garden.sheet import Sheet
    from gartenjahr_tui.guide.model import Field, Guide, Prompt, Question, Section
    from gartenjahr_tui.store.paths import Paths
    from gartenjahr_tui.workbook.book import Workbook
    from tests.conftest import Clock, OpenBook

FILLED = FilledGarden()

Texts = dict[tuple[object, ...], str]
"""What is known of a place → what stands there."""


@pytest.fixture(scope="module")
def given() -> list[Given]:
    return FILLED.given()


@pytest.fixture
def filled(open_book: OpenBook, paths: Paths) -> Workbook:
    FILLED.unpack(paths)
    return open_book()


def of(given: Iterable[Given], where: str, fate: str = "") -> list[Given]:
    found = [one for one in given if (one.where, one.fate) == (where, fate)]
    assert found
    return found


def as_each_person(book: Workbook) -> Iterator[str]:
    """Let one after the other write; their names."""
    for voice in book.voices:
        book.use_voice(voice)
        yield voice.name


def unsaid(given: Iterable[Given], texts: Texts, *names: str) -> list[Given]:
    """What is not in the text of its place; the place is told by some of what is known of it."""
    lines = {place: one_line(text) for place, text in texts.items()}
    places = ((one, tuple(getattr(one, name) for name in names)) for one in given)
    return [one for one, place in places if not _says(lines.get(place, ""), one.said)]


def _says(text: str, said: str) -> bool:
    """Whether a text says something in whole words: „ja“ is not in „Januar“."""
    return bool(re.search(rf"(?<!\w){re.escape(said)}(?!\w)", text))


def not_found(search: Search, given: Iterable[Given]) -> list[Given]:
    """The words that a search does not lead to, with the word in what it shows."""
    return [one for one in given if one.is_word and not _leads_to(search, one)]


def _leads_to(search: Search, one: Given) -> bool:
    places = {ANSWER: (one.prompt, one.year), CARD: (one.card,)}
    place = places.get(one.where, (one.card, one.prompt, one.year))
    for hit in search.find(one.said, confidential=True).hits:
        found = {ANSWER: (hit.prompt, hit.year), CARD: (hit.card,)}
        if found.get(one.where, (hit.card, hit.prompt, hit.year)) == place:
            return one.said in f"{hit.title} {hit.passage}"
    return False


def test_the_list_of_what_was_given_is_whole(given: list[Given]) -> None:
    """So that no test below passes because there was nothing to look for."""
    words = [one.said for one in given if one.is_word]
    assert len(words) == len(set(words)) > 2_000
    assert {one.kind for one in given} == {*FieldKind} - {FieldKind.ENTRIES}
    for where in (ANSWER, CARD, VIEW):
        assert {one.year for one in of(given, where)} == {*YEARS}
    assert {one.person for one in of(given, ANSWER)} == {*PEOPLE}
    for where, fate in [(ANSWER, FORMER), (CARD, FORMER), (CARD, DELETED)]:
        assert {one.field for one in of(given, where)} >= {
            one.field for one in of(given, where, fate)
        }


def test_the_search_leads_each_person_to_every_answer_they_gave(
    filled: Workbook, given: list[Given]
) -> None:
    search, missing = Search(filled), []
    for person in as_each_person(filled):
        missing += not_found(search, (g for g in of(given, ANSWER) if g.person == person))
    search.close()
    assert missing == []


def test_the_search_leads_everybody_to_every_card(filled: Workbook, given: list[Given]) -> None:
    search = Search(filled)
    missing = not_found(search, of(given, CARD))
    search.close()
    assert missing == []


def test_the_search_leads_to_what_somebody_said_about_a_card(
    filled: Workbook, given: list[Given]
) -> None:
    search, missing = Search(filled), []
    for person in as_each_person(filled):
        missing += not_found(search, (g for g in of(given, VIEW) if g.person == person))
    search.close()
    assert missing == []


def test_the_whole_archive_holds_everything(filled: Workbook, given: list[Given]) -> None:
    told = json.dumps(archive.gather(filled.store), ensure_ascii=False)
    assert [one for one in given if one.is_word and f'"{one.said}"' not in told] == []


def test_the_year_rings_show_every_answer_of_every_year(
    filled: Workbook, given: list[Given]
) -> None:
    missing = []
    for person in as_each_person(filled):
        texts: Texts = defaultdict(str)
        for trunk in rings.of_prompts(filled, filled.guide.prompts.values()):
            for ring in trunk.rings:
                if ring.voice in ("", person):
                    texts[trunk.id, ring.year] += ring.text
        own = (one for one in of(given, ANSWER) if one.person == person)
        missing += unsaid(own, texts, "prompt", "year")
    assert missing == []


def test_the_answers_command_tells_each_person_every_answer_they_gave(
    filled: Workbook, given: list[Given]
) -> None:
    missing = []
    for person in as_each_person(filled):
        told = gather(filled, confidential=True)
        texts: Texts = {
            (item.answer.key.prompt, item.answer.key.year, item.person): item.text
            for item in told.items
        }
        own = [one for one in of(given, ANSWER) if one.person == person]
        missing += unsaid(own, texts, "prompt", "year", "person")
        printed = as_text(told)
        missing += [one for one in own if one.is_word and one.said not in printed]
    assert missing == []


def sheet_text(book: Workbook, id: str) -> str:
    """All that stands on the sheet of a card."""
    sheet = CardSheet(book, book.cards[id])
    values = ((prompt, sheet.answer(prompt.id).value) for prompt in sheet.form.prompts.values())
    return "\n".join(value_text(prompt, value, book.cards.name) for prompt, value in values)


@pytest.mark.parametrize("fate", ["", DELETED])
def test_the_sheet_of_a_card_shows_all_that_was_typed_there(
    filled: Workbook, given: list[Given], fate: str
) -> None:
    typed = of(given, CARD, fate)
    texts: Texts = {(id,): sheet_text(filled, id) for id in {one.card for one in typed}}
    assert unsaid(typed, texts, "card") == []


def test_a_card_that_was_put_away_is_found_again_when_it_is_brought_back(
    filled: Workbook, given: list[Given]
) -> None:
    away = of(given, CARD, DELETED)
    for id in {one.card for one in away}:
        filled.cards.restore(id)
    search = Search(filled)
    missing = not_found(search, away)
    search.close()
    assert missing == []


def test_former_versions_are_offered_where_they_were_typed(
    filled: Workbook, given: list[Given]
) -> None:
    missing = []
    for person in as_each_person(filled):
        texts: Texts = {
            (prompt.id,): "\n".join(value_text(prompt, v.value) for v in filled.versions(prompt))
            for prompt in filled.guide.prompts.values()
        }
        own = (one for one in of(given, ANSWER, FORMER) if one.person == person)
        missing += unsaid(own, texts, "prompt")
    cards = of(given, CARD, FORMER)
    of_cards: Texts = {}
    for id in {one.card for one in cards}:
        sheet = CardSheet(filled, filled.cards[id])
        for prompt in sheet.form.prompts.values():
            said = (value_text(prompt, version.value) for version in sheet.versions(prompt))
            of_cards[prompt.id, id] = "\n".join(said)
    assert missing + unsaid(cards, of_cards, "prompt", "card") == []


def test_what_somebody_said_about_a_card_stands_beside_what_the_card_says(
    filled: Workbook, given: list[Given]
) -> None:
    """What is personal or confidential is compared with nobody."""
    texts: Texts = {}
    for year in YEARS:
        filled.look_at(year)
        for one in differences(filled):
            if isinstance(one.target, ToCard):
                texts[one.target.prompt, one.target.id, year] = "\n".join(one.lines)
    forms = filled.guide.forms.values()
    own = {p.id for form in forms for p in form.prompts.values() if p.own}
    typed = (one for one in of(given, VIEW) if one.prompt not in own)
    shown = (one for one in typed if one.is_word)
    assert unsaid(shown, texts, "prompt", "card", "year") == []


# When a field goes


def going(guide: Guide) -> set[tuple[str, str]]:
    """A text field of every question that has another one: id of the question and of the field."""
    groups = (guide.prompts, *(form.prompts for form in guide.forms.values()))
    prompts = (prompt for group in groups for prompt in group.values())
    texts = {p.id: [f.id for f in p.fields if f.kind is FieldKind.TEXT] for p in prompts}
    return {(id, fields[-1]) for id, fields in texts.items() if len(fields) > 1}


def without(guide: Guide, gone: set[tuple[str, str]]) -> Guide:
    """The guide as it is when some fields have gone."""

    def sections(found: tuple[Section, ...]) -> tuple[Section, ...]:
        return tuple(replace(s, questions=tuple(map(question, s.questions))) for s in found)

    def question(one: Question) -> Question:
        if isinstance(one, OnCards):
            return one
        return replace(one, fields=tuple(f for f in one.fields if (one.id, f.id) not in gone))

    return replace(
        guide,
        chapters=tuple(replace(c, sections=sections(c.sections)) for c in guide.chapters),
        forms={id: replace(f, sections=sections(f.sections)) for id, f in guide.forms.items()},
    )


def asked_no_more(guide: Guide, gone: set[tuple[str, str]]) -> Guide:
    """The guide as it is when nobody is asked some fields, some columns, and some questions.

    The columns are the last ones of every list, the questions every other one.
    """

    def sections(found: tuple[Section, ...]) -> tuple[Section, ...]:
        return tuple(map(section, found))

    def section(one: Section) -> Section:
        prompts = tuple(map(prompt, one.every))
        former = tuple(replace(p, former=True, fields=former_ones(p.fields)) for p in prompts[1::2])
        return replace(one, questions=prompts[::2], former=former)

    def prompt(one: Prompt) -> Prompt:
        fields = (replace(f, former=f.former or (one.id, f.id) in gone) for f in one.fields)
        return replace(one, fields=tuple(map(columns, fields)))

    def columns(one: Field) -> Field:
        return replace(one, columns=(*one.columns[:1], *former_ones(one.columns[1:])))

    return replace(
        guide,
        chapters=tuple(replace(c, sections=sections(c.sections)) for c in guide.chapters),
        forms={id: replace(f, sections=sections(f.sections)) for id, f in guide.forms.items()},
    )


def former_ones(fields: Iterable[Field]) -> tuple[Field, ...]:
    return tuple(replace(field, former=True) for field in fields)


@pytest.fixture
def later(guide: Guide, paths: Paths, clock: Clock) -> Iterator[Workbook]:
    """The filled garden in a program that asks much less."""
    FILLED.unpack(paths)
    later = asked_no_more(guide, going(guide))
    book = open_garden(later, paths, today=clock.today, now=clock.now)
    yield book
    book.close()


def test_what_is_asked_no_more_is_found_by_the_search(later: Workbook, given: list[Given]) -> None:
    search, missing = Search(later), not_found(Search(later), of(given, CARD))
    for person in as_each_person(later):
        missing += not_found(search, (g for g in of(given, ANSWER) if g.person == person))
        missing += not_found(search, (g for g in of(given, VIEW) if g.person == person))
    search.close()
    assert missing == []


def test_a_card_has_a_last_page_with_what_is_asked_no_more(
    later: Workbook, given: list[Given]
) -> None:
    texts: Texts = {}
    for id in {one.card for one in of(given, CARD)}:
        sheet = CardSheet(later, later.cards[id])
        prompts = [prompt for page in sheet.pages for prompt in page.prompts]
        told = (value_text(p, sheet.answer(p.id).value, later.cards.name) for p in prompts)
        texts[(id,)] = "\n".join(told)
    assert unsaid(of(given, CARD), texts, "card") == []
    fresh = CardSheet(later, later.cards.blank("partnership"))
    assert fresh.pages == fresh.form.sections


def test_nobody_is_counted_behind_for_what_is_asked_no_more(
    later: Workbook, given: list[Given]
) -> None:
    filled_in = {(one.prompt, one.field.partition(".")[0]) for one in given}
    left = [step.prompts for step in later.guide.steps]
    whole = [step.every for step in later.guide.steps]
    assert [len(p) for p in left] != [len(p) for p in whole]
    assert [later.progress(p).total for p in left] == [len(p) for p in left]
    for prompt in (p for prompts in left for p in prompts):
        value, fields = later.answer(prompt.id).value, still_asked(prompt.fields)
        if filled_in >= {(prompt.id, field.id) for field in fields}:
            assert is_complete(prompt, {f.id: value[f.id] for f in fields}), prompt.id


@pytest.mark.parametrize("changed", [without, asked_no_more])
def test_what_a_field_said_that_has_gone_stays_when_somebody_types_beside_it(
    guide: Guide,
    paths: Paths,
    clock: Clock,
    given: list[Given],
    changed: Callable[[Guide, set[tuple[str, str]]], Guide],
) -> None:
    FILLED.unpack(paths)
    gone = going(guide)
    for _ in range(2):
        book = open_garden(changed(guide, gone), paths, today=clock.today, now=clock.now)
        try:
            for prompt in book.guide.prompts.values():
                type_in(book, prompt)
            for card in book.cards.all():
                for prompt in book.cards.form(card).prompts.values():
                    type_in(CardSheet(book, card), prompt)
            assert book.flush()
            told = archive.gather(book.store)
        finally:
            book.close()
        clock.forward(days=1)
    today = json.dumps([[one["wert"] for one in told[name]] for name in ("antworten", "karten")])
    kept = [one for one in given if (one.prompt, one.field) in gone and not one.fate]
    assert len(kept) > 100
    assert [one for one in kept if json.dumps(one.said) not in today] == []


def type_in(sheet: Sheet, prompt: Prompt) -> None:
    """Type in every text field of a question that is asked, as its widgets do."""
    value, fields = sheet.answer(prompt.id).value, still_asked(prompt.fields)
    shown = {f.id: value.get(f.id) for f in fields}
    texts = {f.id: "anders" for f in fields if f.kind is FieldKind.TEXT}
    sheet.put(prompt, {**shown, **texts}, left=True)
