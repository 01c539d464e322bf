"""The forms of the garden's records: what they name exists, what they say fits its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from gartenjahr_tui.guide.coverage import ELEMENTS, QUESTIONS
from gartenjahr_tui.guide.model import CardForm, Field, FieldKind, Guide, Prompt
from gartenjahr_tui.guide.reader import FORMS, _card_form, read_guide
from gartenjahr_tui.guide.tables import ContentError
from gartenjahr_tui.text import one_line
from gartenjahr_tui.workbook.dates import AHEAD, BACK
from gartenjahr_tui.workbook.values import normalise

PLACES = ("saeen", "pflegen", "ernten", "ruhen", "partner")
"""The screens that have lists of cards."""

WITH_A_ROUND = {"checkup": "checkin", "wintering": "overwintering"}
"""Kinds that stand in no list of their own: what is said of one partnership in a round."""

ROUNDS = (*WITH_A_ROUND, *WITH_A_ROUND.values())
"""Kinds whose name the program gives."""

WORD = re.compile(r"[a-z][a-z0-9_]*")
OPTION = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PROMPT = re.compile(r"[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*")

LONGEST_ASK = 200
LONGEST_HELP = 260
LONGEST_LABEL = 60
LONGEST_OPTION = 110
LONGEST_LEAD = 220
LONGEST_SHORT = 18

forms = pytest.mark.parametrize("form", read_guide().forms.values(), ids=lambda form: form.id)


def doubles(ids: list[str]) -> list[str]:
    return [id for id, count in Counter(ids).items() if count > 1]


def prompts(form: CardForm) -> list[Prompt]:
    return [prompt for section in form.sections for prompt in section.every]


def fields(form: CardForm) -> list[Field]:
    return [field for prompt in prompts(form) for field in prompt.fields]


def with_columns(form: CardForm) -> Iterator[Field]:
    for field in fields(form):
        yield field
        yield from field.columns


def texts(form: CardForm) -> Iterator[str]:
    """Everything a person reads of a form."""
    yield from (form.item, form.items, form.lead)
    for section in form.sections:
        yield from (section.title, section.short, section.lead)
    for prompt in prompts(form):
        yield from (prompt.ask, prompt.help)
    for field in with_columns(form):
        yield from (field.label, field.low, field.high, field.unit, field.item, field.items)
        yield from (option.label for option in field.options)


# Every id


def test_the_forms_come_in_the_order_of_the_year(guide: Guide) -> None:
    assert tuple(guide.forms) == FORMS


def test_no_id_is_given_twice(guide: Guide) -> None:
    of_forms = [prompt.id for form in guide.forms.values() for prompt in prompts(form)]
    assert doubles([*guide.prompts, *of_forms]) == []
    of_forms = [section.id for form in guide.forms.values() for section in form.sections]
    assert doubles([*guide.sections, *of_forms]) == []
    assert guide.forms.keys() & {chapter.id for chapter in guide.chapters} == set()


@forms
def test_field_ids_stand_once_in_a_form_because_a_card_holds_them_side_by_side(
    form: CardForm,
) -> None:
    assert doubles([field.id for field in fields(form)]) == []
    assert [field.id for field in fields(form)] == list(form.fields)
    for field in fields(form):
        assert doubles([column.id for column in field.columns]) == [], field.id
        assert doubles([option.id for option in field.options]) == [], field.id


@forms
def test_every_id_can_be_typed_and_begins_with_its_kind(form: CardForm) -> None:
    for section in form.sections:
        assert PROMPT.fullmatch(section.id), section.id
        assert section.id.partition(".")[0] == form.id
    for prompt in prompts(form):
        assert PROMPT.fullmatch(prompt.id), prompt.id
        assert prompt.id.partition(".")[0] == form.id
    for field in with_columns(form):
        assert WORD.fullmatch(field.id), field.id
        assert [o.id for o in field.options if not OPTION.fullmatch(o.id)] == [], field.id


# Whatever is named exists


@forms
def test_a_card_has_a_name_a_list_and_a_place(form: CardForm, guide: Guide) -> None:
    assert form.place in PLACES or (not form.place and form.id in WITH_A_ROUND)
    assert form.fields[form.title].kind is FieldKind.LINE
    assert form.fields.keys() >= set(form.line)
    assert form.title not in form.line, "the name stands there already"
    assert not form.date or form.fields[form.date].kind is FieldKind.DATE
    assert guide.forms.keys() >= set(form.related)
    assert form.item
    assert form.items
    assert form.sections


@forms
def test_what_stands_with_a_card_can_name_it(form: CardForm, guide: Guide) -> None:
    """A list „with a card“ whose kind has no field for it would stay empty for ever."""
    for kind in form.related:
        assert form.id in {link.of for link in guide.forms[kind].links}, f"{kind} in {form.id}"


@forms
def test_a_name_is_asked_for_first_unless_the_program_gives_it(form: CardForm) -> None:
    asked = prompts(form)[-1 if form.id in ROUNDS else 0]
    assert form.title in [field.id for field in asked.fields]


@pytest.mark.parametrize(("kind", "round"), WITH_A_ROUND.items())
def test_what_is_said_in_a_round_names_the_round_and_stands_with_it(
    kind: str, round: str, guide: Guide
) -> None:
    form = guide.forms[kind]
    assert not form.place
    assert form.fields["runde"].of == round
    assert form.fields["kooperation"].of == "partnership"
    assert form.fields["runde"].one
    assert form.fields["kooperation"].one
    assert kind in guide.forms[round].related
    assert {"am", "fertig_am"} <= guide.forms[round].fields.keys()


BORROWED = {
    ("checkup", "stufe"): ("stufen", "stufe"),
    ("checkup", "wachstum"): ("wachstum", "bild"),
    **{("checkup", f"transparenz_{x}"): (f"transparenz_{x}", "stand") for x in "abcd"},
    ("wintering", "weg"): ("entscheidungen", "weg"),
}
"""Kind and field → the history of the partnership it adds to, and its column of states."""


@pytest.mark.parametrize(("field", "place"), BORROWED.items())
def test_what_a_round_offers_is_what_the_history_of_the_partnership_offers(
    field: tuple[str, str], place: tuple[str, str], guide: Guide
) -> None:
    column = guide.forms["partnership"].fields[place[0]].column(place[1])
    assert column
    assert guide.forms["partnership"].fields[place[0]].current == place[1]
    assert guide.forms[field[0]].fields[field[1]].options == column.options


def test_a_check_in_knows_the_history_of_every_state_it_asks_for() -> None:
    from gartenjahr_tui.garden.round_advice import STATES

    asked = {field: place[0] for (kind, field), place in BORROWED.items() if kind == "checkup"}
    assert asked == STATES


def test_options_that_are_nowhere_are_a_fault_of_the_content() -> None:
    field = {"id": "stufe", "kind": "choice", "options": "partnership.stufen.gibtesnicht"}
    table = {"section": [{"prompt": [{"fields": [field]}]}]}
    with pytest.raises(ContentError, match=r"stufe: .*gibtesnicht"):
        _card_form(table, read_guide().forms)
    field["options"] = "nirgends.feld"
    with pytest.raises(ContentError, match=r"stufe: .*nirgends"):
        _card_form(table, read_guide().forms)


@forms
def test_histories_name_their_column_of_states_and_have_a_day(form: CardForm) -> None:
    for field in fields(form):
        if not field.current:
            continue
        state, day = field.column(field.current), field.column("am")
        assert field.kind is FieldKind.ENTRIES, field.id
        assert state, field.id
        assert state.kind is FieldKind.CHOICE, field.id
        assert day, field.id
        assert day.kind is FieldKind.DATE, field.id


@forms
def test_what_a_new_card_begins_with_fits_its_field(form: CardForm) -> None:
    for field in fields(form):
        column = field.column(field.current) if field.current else field
        if not field.start:
            continue
        assert column, field.id
        if column.kind is FieldKind.DATE:
            assert field.start == "heute", field.id
        else:
            assert column.option(field.start), field.id


@forms
def test_links_and_neighbours_exist(form: CardForm, guide: Guide) -> None:
    for field in with_columns(form):
        is_link = field.kind is FieldKind.CARDS
        assert bool(field.of) is is_link, field.id
        assert not is_link or field.of in guide.forms, field.id
        assert is_link or not (field.one or field.free or field.not_self), field.id
        assert not field.not_self or field.of == form.id, field.id
    for neighbours in (fields(form), *(field.columns for field in fields(form))):
        days = {field.id for field in neighbours if field.kind is FieldKind.DATE}
        for field in neighbours:
            assert not field.not_before or field.id in days, field.id
            assert field.looks in ("", AHEAD, BACK), field.id
            assert not field.looks or field.id in days, field.id
            assert not field.not_before or field.not_before in days - {field.id}, field.id


@forms
def test_whatever_offers_a_choice_offers_something(form: CardForm) -> None:
    for field in with_columns(form):
        offers = field.kind in (FieldKind.CHOICE, FieldKind.CHECKS)
        assert bool(field.options) is offers, field.id
        assert not offers or len(field.options) >= 2, field.id
        assert all(option.label for option in field.options), field.id
        assert bool(field.low and field.high) is (field.kind is FieldKind.SCALE), field.id
        assert bool(field.columns) is (field.kind is FieldKind.ENTRIES), field.id
        assert not field.unit or field.kind is FieldKind.NUMBER, field.id
        assert FieldKind.ENTRIES not in {column.kind for column in field.columns}, field.id


def test_every_advice_a_question_asks_for_is_given_and_every_advice_is_asked_for(
    guide: Guide,
) -> None:
    from gartenjahr_tui.garden import advice, known

    of_guide = guide.prompts.values()
    asked = {*of_guide, *(p for form in guide.forms.values() for p in prompts(form))}
    names = {p.advice for p in asked} | {p.recall for p in asked}
    assert names - {""} == {*advice._ADVICE, *known._RECALLS}
    assert not any(p.advice for p in of_guide), "only cards are advised on"
    # What is known of a card can only be said where there is one.
    assert {p.recall for p in of_guide if p.recall} <= {*known._RECALLS}


def test_an_answer_can_only_grow_into_a_card_there_is_a_form_for(guide: Guide) -> None:
    every = [*guide.prompts.values(), *(p for f in guide.forms.values() for p in prompts(f))]
    assert {kind for prompt in every for kind in prompt.grows} <= guide.forms.keys()


# Words


@forms
def test_every_question_has_words_a_source_or_says_that_it_is_an_addition(form: CardForm) -> None:
    for prompt in prompts(form):
        added = prompt.addition or form.addition
        assert prompt.fields, prompt.id
        assert prompt.quelle or added, prompt.id
        assert not (prompt.fragen and prompt.addition), prompt.id
        assert set(prompt.quelle) <= set(ELEMENTS), prompt.id
        assert set(prompt.fragen) <= set(QUESTIONS), prompt.id


@forms
def test_questions_ask(form: CardForm) -> None:
    assert [prompt.ask for prompt in prompts(form) if not prompt.ask.endswith("?")] == []


@forms
def test_several_fields_are_told_apart_by_their_labels(form: CardForm) -> None:
    for prompt in prompts(form):
        labels = [field.label for field in prompt.fields]
        assert all(labels) or len(labels) == 1, prompt.id
        assert doubles(labels) == [], prompt.id
        for field in prompt.fields:
            assert all(column.label for column in field.columns), field.id
            assert doubles([column.label for column in field.columns]) == [], field.id


@forms
def test_everything_fits_its_place_on_the_screen(form: CardForm) -> None:
    for section in form.sections:
        assert 0 < len(section.short) <= LONGEST_SHORT, section.id
        assert 0 < len(section.lead) <= LONGEST_LEAD, section.id
        assert section.prompts or (section.blocks and form.id in ROUNDS), section.id
    for prompt in prompts(form):
        assert len(prompt.ask) <= LONGEST_ASK, prompt.id
        assert len(prompt.help) <= LONGEST_HELP, prompt.id
        assert len(prompt.fields) <= 8, prompt.id
    assert [f.label for f in with_columns(form) if len(f.label) > LONGEST_LABEL] == []
    options = [option.label for field in with_columns(form) for option in field.options]
    assert [label for label in options if len(label) > LONGEST_OPTION] == []
    assert 0 < len(form.lead) <= LONGEST_LEAD


@forms
def test_texts_are_clean_and_address_everybody(form: CardForm) -> None:
    stars = re.compile(r"\w+[*:_·/]-?innen?\b|\w+\([iI]nn?en\)|[a-zäöüß]Innen\b")
    for text in texts(form):
        assert text == one_line(text), text
        assert not stars.search(text), text
        unquoted = re.sub("„[^“]*“", "", text)
        assert not re.search(r"\b(du|dein|deine|dich|euch|eure)\b", unquoted), text


@forms
def test_an_empty_form_holds_nothing(form: CardForm) -> None:
    assert normalise(form.fields.values(), {}) == {}


@pytest.mark.parametrize(
    ("marks", "own", "guarded"),
    [
        ({}, False, False),
        ({"personal": True}, True, True),
        ({"confidential": True}, True, True),
        ({"consent": True}, False, True),
    ],
)
def test_what_is_personal_confidential_or_voluntary_leaves_the_house_only_on_request(
    marks: dict[str, Any], own: bool, guarded: bool
) -> None:
    plain = Prompt("boden.frage", "Wozu?", "", (Field("text", FieldKind.TEXT),), ())
    prompt = replace(plain, **marks)
    assert (prompt.own, prompt.guarded) == (own, guarded)


def test_a_question_of_the_guide_bears_no_sign_even_in_a_form_the_workbook_adds(
    guide: Guide,
) -> None:
    form = guide.forms["checkup"]
    assert form.addition
    assert form.prompts["checkup.laeuft"].asked == form.prompts["checkup.laeuft"].ask
    assert form.prompts["checkup.schritt"].asked == f"{form.prompts['checkup.schritt'].ask} +"
