"""Answers: cleaned, complete or not, readable as text – whatever was typed or pasted."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gartenjahr_tui.guide.model import Field, FieldKind, Option, Prompt
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.text import clean, shortened
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import (
    Shape,
    common_length,
    entry_text,
    field_text,
    fitted,
    is_complete,
    length,
    merged,
    normalise,
    rewritten,
    state_of,
    summary,
    value_text,
)

OPTIONS = (Option("ja", "ja, sicher"), Option("nein", "nein"))
FIELDS = (
    Field("text", FieldKind.TEXT),
    Field("zeile", FieldKind.LINE, "Zeile"),
    Field("skala", FieldKind.SCALE, "Skala", low="gar nicht", high="sehr"),
    Field("wahl", FieldKind.CHOICE, "Wahl", options=OPTIONS),
    Field("haken", FieldKind.CHECKS, "Haken", options=OPTIONS),
    Field(
        "liste",
        FieldKind.ENTRIES,
        "Liste",
        columns=(
            Field("wer", FieldKind.LINE, "Wer"),
            Field("was", FieldKind.TEXT, "Was"),
        ),
    ),
    Field("notiz", FieldKind.TEXT, "Notiz"),
)
FORM = Prompt("boden.probe", "Wie geht es?", "", FIELDS, (1,))
FULL = {
    "text": "Grüße\nan alle",
    "zeile": "Ein Wort",
    "skala": 4,
    "wahl": "ja",
    "haken": ["ja", "nein"],
    "liste": [{"wer": "Frau K.", "was": "fragt\nnach"}, {"was": "[Kita] Süd"}],
}

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=40)
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANYTHING | st.binary(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.tuples(inner)
        | st.dictionaries(ANYTHING | st.sampled_from(["wer", "was"]), inner, max_size=4)
    ),
    max_leaves=8,
)
RAW = st.dictionaries(st.sampled_from([field.id for field in FIELDS]) | ANYTHING, JUNK, max_size=8)


@settings(deadline=None)
@given(RAW)
def test_whatever_comes_in_can_be_kept_shown_and_kept_again(raw: dict[str, Any]) -> None:
    value = normalise(FIELDS, raw)
    assert json.loads(json.dumps(value, allow_nan=False)) == value
    json.dumps(value, ensure_ascii=False).encode()
    assert normalise(FIELDS, value) == value
    assert bool(value) is bool(value_text(FORM, value))
    assert all(part not in ("", [], {}, None) for part in value.values())
    one_line = summary(FORM, value, 20)
    assert len(one_line) <= 20
    assert "\n" not in one_line


@settings(deadline=None)
@given(RAW)
def test_a_value_from_another_time_is_shown_however_it_looks(raw: dict[str, Any]) -> None:
    """The guide may have changed a field's kind since; the old answer must stay readable."""
    value = fitted(FIELDS, raw)
    text = value_text(FORM, value)
    labels = {option.id: option.label for option in OPTIONS}
    for word in leaves(raw):
        assert "".join(labels.get(word, word).split()) in "".join(text.split())
    summary(FORM, value)
    state_of(FORM, value, left=True)
    length(value)


def leaves(part: Any) -> Iterator[str]:
    """Every text that stands somewhere in it, as it is kept."""
    if isinstance(part, str):
        yield clean(part).strip()
    for one in part.values() if isinstance(part, dict) else part if type(part) is list else ():
        yield from leaves(one)


@settings(deadline=None)
@given(st.lists(RAW | JUNK, min_size=1, max_size=4))
def test_made_to_fit_a_second_time_nothing_changes(raws: list[Any]) -> None:
    values = Shape(FIELDS).fitted(raws)
    assert values == [fitted(FIELDS, raw) for raw in raws]
    for value in values:
        assert Shape(FIELDS).fits([value])
        assert fitted(FIELDS, value) == value
        known = {field.id: value[field.id] for field in FIELDS if field.id in value}
        assert normalise(FIELDS, known) == known


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ({"wahl": ["ja"]}, {"wahl?": ["ja"]}),
        ({"wahl": "weg", "skala": 9}, {"wahl?": "weg", "skala?": 9}),
        ({"skala": "3", "text": 7}, {"skala?": "3", "text": "7"}),
        ({"haken": ["nein", "weg", "ja"]}, {"haken": ["ja", "nein"], "haken?": ["weg"]}),
        ({"liste": "früher Text"}, {"liste?": "früher Text"}),
        (
            {"liste": [{"wer": 5}, "Unsinn", {"wer": "a", "fremd": "x"}]},
            {
                "liste": [{"wer": "5"}, {"wer": "a"}],
                "liste?": ["Unsinn", {"wer": "a", "fremd": "x"}],
            },
        ),
        ({"zeile": {"a": [True, None]}}, {"zeile": "a: ja"}),
        ({"frueher": [1], "wahl?": "x", "wahl": 2}, {"frueher": [1], "wahl?": ["x", 2]}),
        ({"wahl": None, "haken": [], "liste": [{}]}, {}),
        ("alles anders", {"text": "alles anders"}),
    ],
)
def test_what_does_not_fit_stays_beside_its_field(raw: Any, value: dict[str, Any]) -> None:
    assert fitted(FIELDS, raw) == value


def test_what_stands_beside_a_field_goes_when_the_field_says_something_else() -> None:
    before = {"wahl?": "weg", "haken": ["ja"], "haken?": ["weg"]}
    assert rewritten(FIELDS, before, {"text": "Neues", "haken": ["ja"]}) == {
        "text": "Neues",
        **before,
    }
    assert rewritten(FIELDS, before, {"wahl": "ja", "haken": ["ja"]}) == {
        "wahl": "ja",
        "haken": ["ja"],
        "haken?": ["weg"],
    }
    assert rewritten(FIELDS, {}, before) == before


@settings(deadline=None)
@given(RAW, RAW)
def test_taking_a_text_over_loses_nothing(now: dict[str, Any], before: dict[str, Any]) -> None:
    today, earlier = normalise(FIELDS, now), normalise(FIELDS, before)
    both = merged(FIELDS, today, earlier)
    assert both.keys() == today.keys() | earlier.keys()
    for id, part in today.items():
        if isinstance(part, list):
            assert all(one in both[id] for one in part)
        elif id in ("text", "notiz"):
            assert part in both[id]
        else:
            assert both[id] == part
    assert merged(FIELDS, both, earlier) == both


@settings(deadline=None)
@given(st.text(max_size=30), st.text(max_size=30))
def test_what_two_texts_share_is_never_more_than_either(one: str, two: str) -> None:
    shared = common_length(one, two)
    assert 0 <= shared <= min(len(one), len(two))
    assert (shared == len(one) == len(two)) is (one == two)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("[red]fett[/] und [/]", "[red]fett[/] und [/]"),
        ("\x1b[31mrot\x1b[0m", "[31mrot[0m"),
        ("a\x00b", "ab"),
        ("Familie 👨‍👩‍👧 😀", "Familie 👨‍👩‍👧 😀"),
        ("שלום עליכם", "שלום עליכם"),
        ("rechts \u202enach links", "rechts nach links"),
        (unicodedata.normalize("NFD", "Grüße aus Köln"), "Grüße aus Köln"),
        ("eins\r\nzwei\rdrei", "eins\nzwei\ndrei"),
        ("  eingerückt \n", "  eingerückt \n"),
        ("\ud800", "\ufffd"),
        ("  \n\t ", None),
    ],
    ids=[
        *("markup", "escape", "nul", "emoji", "right-to-left", "direction", "decomposed"),
        *("line-ends", "blanks-stay", "surrogate", "only-blanks"),
    ],
)
def test_text_stays_text(typed: str, kept: str | None) -> None:
    value = normalise(FIELDS, {"text": typed})
    assert value.get("text") == kept
    assert value_text(FORM, value) == (kept or "")


def test_a_line_has_no_line_ends_and_no_blanks_around() -> None:
    assert normalise(FIELDS, {"zeile": " a \n b "}) == {"zeile": "a b"}


@pytest.mark.parametrize("part", [0, 6, -1, True, "3", 2.0, None])
def test_a_scale_knows_five_steps(part: Any) -> None:
    assert normalise(FIELDS, {"skala": part}) == {}


def test_unknown_options_are_dropped_and_checks_stand_in_the_guides_order() -> None:
    raw = {"wahl": "weg", "haken": ["nein", "weg", "ja", "ja", [], {}]}
    assert normalise(FIELDS, raw) == {"haken": ["ja", "nein"]}


def test_empty_rows_go_and_the_others_keep_their_order() -> None:
    rows = [{"wer": ""}, {"wer": "b"}, "Unsinn", {}, {"wer": "a", "fremd": "x"}]
    assert normalise(FIELDS, {"liste": rows}) == {"liste": [{"wer": "b"}, {"wer": "a"}]}


def test_every_kind_of_answer_reads_as_plain_text() -> None:
    assert value_text(FORM, FULL).splitlines() == [
        "Grüße",
        "an alle",
        "Zeile: Ein Wort",
        "Skala: 4 von 5 (1 gar nicht – 5 sehr)",
        "Wahl: ja, sicher",
        "Haken:",
        "- ja, sicher",
        "- nein",
        "Liste:",
        "- Frau K. · fragt nach",
        "- [Kita] Süd",
    ]
    assert summary(FORM, FULL, 30) == "Grüße an alle · Ein Wort · 4 …"
    assert field_text(Field("s", FieldKind.SCALE), 3) == "3 von 5"
    assert entry_text(FIELDS[5], {}) == ""


@pytest.mark.parametrize(
    ("most", "told"),
    [
        (40, "Die Sommerpause war lang, aber schön."),
        (36, "Die Sommerpause war lang, aber …"),
        (27, "Die Sommerpause war lang …"),
        (20, "Die Sommerpause …"),
        (10, "Die Somme…"),
        (1, "…"),
    ],
)
def test_what_is_shortened_ends_with_a_whole_word(most: int, told: str) -> None:
    assert shortened("Die Sommerpause war lang, aber schön.", most) == told
    assert len(told) <= most


def test_a_summary_that_fits_is_not_cut() -> None:
    assert summary(FORM, {"text": "x" * 60}, 60) == "x" * 60
    assert len(summary(FORM, {"text": "x" * 61}, 60)) == 60
    assert summary(FORM, {}, 60) == ""


def test_a_question_is_complete_when_all_but_the_notes_hold_something() -> None:
    assert is_complete(FORM, FULL)
    assert not is_complete(FORM, {"notiz": "x"})
    assert state_of(FORM, {}, left=True) is AnswerState.OPEN
    assert state_of(FORM, FULL, left=False) is AnswerState.BEGUN
    assert state_of(FORM, {"text": "x"}, left=True) is AnswerState.BEGUN
    assert state_of(FORM, FULL, left=True) is AnswerState.ANSWERED


def test_every_state_has_a_german_word_and_an_unknown_one_is_begun() -> None:
    words = [state.word for state in AnswerState]
    assert words == ["offen", "angefangen", "beantwortet", "später", "passt bei uns nicht"]
    assert AnswerState("aus der Zukunft") is AnswerState.BEGUN


def anything(field: Field) -> Any:
    """A value for a field of any kind."""
    match field.kind:
        case FieldKind.CHOICE:
            return field.options[-1].id
        case FieldKind.CHECKS:
            return [option.id for option in field.options]
        case FieldKind.ENTRIES:
            return [{column.id: anything(column) for column in field.columns}]
        case FieldKind.SCALE:
            return 5
        case FieldKind.DATE:
            return "2026-11-22"
        case _:
            return "Grün"


def test_every_question_of_the_guide_takes_an_answer_and_reads_it_back() -> None:
    for prompt in read_guide().prompts.values():
        raw = {field.id: anything(field) for field in prompt.fields}
        value = normalise(prompt.fields, raw)
        assert value == raw, prompt.id
        assert state_of(prompt, value, left=True) is AnswerState.ANSWERED
        assert value_text(prompt, value)
