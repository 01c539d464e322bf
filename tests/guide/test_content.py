"""The guide is complete, every jump leads somewhere, everything fits its place on the screen."""

from __future__ import annotations

import re
import tomllib
from collections import Counter

import pytest

from gartenjahr_tui.guide import coverage
from gartenjahr_tui.guide.model import (
    ADDED,
    BlockKind,
    ExhibitKind,
    FieldKind,
    Guide,
    PassageBlock,
    Prompt,
    Section,
)
from gartenjahr_tui.guide.reader import BEGINNING, CHAPTERS, CONTENT, FORMS, read_guide
from gartenjahr_tui.guide.render import (
    ADDED_MEANS,
    chapter_lines,
    exhibit_lines,
    glossary_lines,
    plain,
    question_lines,
    section_lines,
)

RHETORICAL = frozenset({"F01", "F09", "F12", "F35", "F36", "F83", "F84"})
"""Entries of the register that are rhetorical or repeat another one: text, no field."""

REPEATED = frozenset({"F44", "F45"})
"""Entries that repeat an earlier one and are asked again all the same."""

FILES = (*CHAPTERS, BEGINNING, "glossar", "sichten", *(f"garten/{form}" for form in FORMS))
"""All content files, without their ending."""

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
STEPS = ("boden", "saeen", "pflegen", "ernten", "ruhen")


def blocks(guide: Guide) -> list[tuple[Section, PassageBlock]]:
    return [(s, block) for s in guide.sections.values() for block in s.blocks]


def form_prompts(guide: Guide) -> list[Prompt]:
    """The questions about the records of the garden."""
    return [prompt for form in guide.forms.values() for prompt in form.prompts.values()]


def duplicates(ids: list[str]) -> list[str]:
    return [id for id, count in Counter(ids).items() if count > 1]


def raw_tables(key: str) -> list[dict[str, object]]:
    """The tables of that name in all chapters, as they stand in the files."""
    tables = [tomllib.loads((CONTENT / f"{c}.toml").read_text("utf-8")) for c in CHAPTERS]
    if key == "exhibit":
        return [one for table in tables for one in table.get("exhibit", ())]
    sections = [section for table in tables for section in table["section"]]
    return sections if key == "section" else [p for s in sections for p in s.get("prompt", ())]


def test_the_five_steps_come_in_the_order_of_the_year(guide: Guide) -> None:
    assert tuple(step.id for step in guide.steps) == STEPS
    assert [step.number for step in guide.steps] == [0, 1, 2, 3, 4]
    assert all(step.prompts for step in guide.steps)


def test_the_guide_is_read_once(guide: Guide) -> None:
    assert read_guide() is guide


@pytest.mark.parametrize("key", ["section", "prompt", "exhibit"])
def test_no_id_is_given_twice(key: str) -> None:
    assert duplicates([str(table["id"]) for table in raw_tables(key)]) == []


def test_one_id_never_means_a_section_and_a_question(guide: Guide) -> None:
    both = guide.sections.keys() & guide.prompts.keys()
    wrong = {id for id in both if guide.section_of(id) is not guide.sections[id]}
    assert not wrong, "a jump to this id leads to the section, not to the question"


def test_every_id_can_be_typed_and_never_needs_to_change(guide: Guide) -> None:
    ids = [*guide.exhibits, *(chapter.id for chapter in guide.chapters)]
    assert [id for id in ids if not NAME.fullmatch(id)] == []
    for chapter in guide.chapters:
        for section in chapter.sections:
            for id in (section.id, *(prompt.id for prompt in section.prompts)):
                start, _, name = id.partition(".")
                assert start == chapter.id, id
                assert NAME.fullmatch(name), id


def test_every_question_stands_in_one_section(guide: Guide) -> None:
    ids = [prompt.id for section in guide.sections.values() for prompt in section.every]
    assert duplicates(ids) == []
    assert ids == list(guide.prompts)
    for prompt in guide.prompts.values():
        section = guide.section_of(prompt.id)
        assert prompt in (section.former if prompt.former else section.prompts)
        assert guide.chapter(prompt.chapter)


def test_every_jump_leads_somewhere(guide: Guide) -> None:
    targets = [(s.id, b.target) for s, b in blocks(guide) if b.kind is BlockKind.SEE]
    targets += [(term.name, see) for term in guide.glossary for see in term.see]
    into_garden = {*guide.forms, *(prompt.id for prompt in form_prompts(guide))}
    lost = [pair for pair in targets if pair[1] not in into_garden and not guide.place(pair[1])]
    assert lost == []
    assert all(block.text for _, block in blocks(guide) if block.kind is BlockKind.SEE)


def test_every_exhibit_shown_exists_and_every_exhibit_is_shown(guide: Guide) -> None:
    shown = {block.target for _, block in blocks(guide) if block.kind is BlockKind.SHOW}
    assert shown - guide.exhibits.keys() == set()
    assert guide.exhibits.keys() - shown == set()


def test_a_tip_opens_questions_that_exist(guide: Guide) -> None:
    for exhibit in guide.exhibits.values():
        assert [id for id in exhibit.prompts if id not in guide.prompts] == []


def test_every_number_of_the_inventory_has_a_place(guide: Guide) -> None:
    assert coverage.missing(guide) == []


def test_no_number_is_named_that_is_not_in_the_inventory(guide: Guide) -> None:
    assert set(coverage.element_places(guide)) == set(coverage.ELEMENTS)
    assert set(coverage.question_places(guide)) == set(coverage.QUESTIONS)


def test_every_question_of_the_register_that_wants_an_answer_can_be_answered(
    guide: Guide,
) -> None:
    prompts = [*guide.prompts.values(), *form_prompts(guide)]
    carried = Counter(entry for prompt in prompts for entry in prompt.fragen)
    wanting = [entry for entry in coverage.QUESTIONS if entry not in RHETORICAL]
    assert [entry for entry in wanting if not carried[entry]] == []


def test_all_places_of_an_answer_are_reached_from_the_section_that_asks(guide: Guide) -> None:
    """75 of the 84 entries want an answer; the others are text or repeat one of them."""
    asked = [question for step in guide.steps for question in step.questions]
    carried = {entry for question in asked for entry in question.fragen}
    assert len(carried - RHETORICAL - REPEATED) == 75
    assert {*coverage.QUESTIONS} - RHETORICAL <= carried


def test_a_question_on_cards_leads_to_questions_of_one_form(guide: Guide) -> None:
    assert guide.on_cards
    for asked in guide.on_cards.values():
        form = guide.forms[asked.kind]
        assert asked.ask.endswith("?") and asked.quelle, asked.id
        assert {*asked.of} <= {*form.prompts}, asked.id
        assert guide.place(asked.id) is guide.section_of(asked.id)


def test_the_account_says_on_which_cards_an_entry_is_answered(guide: Guide) -> None:
    assert coverage.question_places(guide)["F47"] == [
        "pflegen.beitraege → partnership.transparenz-a"
    ]


def test_a_question_on_cards_says_so_where_it_is_only_read(guide: Guide) -> None:
    read = " ".join(plain(chapter_lines(guide, guide.chapter("pflegen"))).split())
    for asked in guide.chapter("pflegen").questions:
        assert asked.ask in read
    assert "wird auf den Karten der Liste „Kooperationen“ beantwortet" in read


def test_the_account_of_the_coverage_names_everything(guide: Guide) -> None:
    lines = "\n".join(coverage.report(guide))
    assert "ohne Ort" not in lines
    assert all(entry in lines for entry in coverage.QUESTIONS)


def test_a_missing_number_is_noticed(guide: Guide) -> None:
    from dataclasses import replace

    bare = replace(guide, chapters=guide.chapters[2:], forms={})
    assert "F02" in coverage.missing(bare)
    assert "4" in coverage.missing(bare)
    assert "ohne Ort" in "\n".join(coverage.report(bare))


def test_every_question_has_words_source_and_fields(guide: Guide) -> None:
    for prompt in guide.prompts.values():
        assert prompt.ask
        assert prompt.fields, prompt.id
        assert prompt.quelle or prompt.addition, prompt.id
        assert duplicates([field.id for field in prompt.fields]) == [], prompt.id
        labels = [field.label for field in prompt.fields if field.kind is FieldKind.TEXT]
        assert len(labels) == 1 or all(labels), f"{prompt.id}: which text is which?"


def test_whatever_offers_a_choice_offers_something(guide: Guide) -> None:
    for prompt in guide.prompts.values():
        for field in prompt.fields:
            place = f"{prompt.id}/{field.id}"
            if field.kind in (FieldKind.CHOICE, FieldKind.CHECKS):
                assert len(field.options) >= 2, place
                assert all(option.id and option.label for option in field.options), place
                assert duplicates([option.id for option in field.options]) == [], place
            if field.kind is FieldKind.ENTRIES:
                assert field.columns, place
                assert all(column.label for column in field.columns), place
                assert duplicates([column.id for column in field.columns]) == [], place
                kinds = {column.kind for column in field.columns}
                assert FieldKind.ENTRIES not in kinds, place
            if field.kind is FieldKind.SCALE:
                assert field.low and field.high, place


def test_field_ids_are_plain_words(guide: Guide) -> None:
    word = re.compile(r"[a-z0-9_-]+")
    for prompt in guide.prompts.values():
        for field in prompt.fields:
            ids = [field.id, *(o.id for o in field.options), *(c.id for c in field.columns)]
            assert [id for id in ids if not word.fullmatch(id)] == [], prompt.id


def test_colleagues_interests_are_voluntary_and_confidential(guide: Guide) -> None:
    assert all(p.confidential for p in guide.prompts.values() if p.consent)
    assert any(p.consent for p in guide.prompts.values())


def test_short_titles_fit_the_outline(guide: Guide) -> None:
    assert {s.id: s.short for s in guide.sections.values() if not 0 < len(s.short) <= 17} == {}


def test_leads_are_short_enough_to_be_read(guide: Guide) -> None:
    assert {s.id: len(s.lead) for s in guide.sections.values() if not 0 < len(s.lead) <= 220} == {}


def test_figures_fit_a_terminal_of_80_columns_and_say_the_same_in_words(guide: Guide) -> None:
    figures = [e for e in guide.exhibits.values() if e.kind is ExhibitKind.FIGURE]
    assert len(figures) >= 8
    for figure in figures:
        assert max(map(len, figure.art.splitlines())) <= 70, figure.id
        assert figure.alt, figure.id
        assert "\t" not in figure.art, figure.id


def test_facts_name_year_source_and_check(guide: Guide) -> None:
    for fact in guide.exhibits.values():
        if fact.kind is ExhibitKind.FACT:
            assert fact.source, fact.id
            assert "geprüft" in fact.provenance, fact.id
            assert not fact.checked or re.fullmatch(r"\d{4}-\d\d-\d\d", fact.checked), fact.id


def test_every_content_file_is_read() -> None:
    there = {path.relative_to(CONTENT).with_suffix("").as_posix() for path in CONTENT.rglob("*.*")}
    assert there == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_the_words_are_the_houses_words(name: str) -> None:
    text = (CONTENT / f"{name}.toml").read_text("utf-8")
    assert re.findall(r"\w+[*:_·]innen?\b|\w+\([iI]nnen\)|[a-zäöüß]Innen\b", text) == []
    assert "\ufffd" not in text
    assert re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", text) == []
    assert re.findall(r"TODO|FIXME|XXX", text) == []


def test_every_glossary_entry_stands_once_and_explains_itself(guide: Guide) -> None:
    assert duplicates([term.name.casefold() for term in guide.glossary]) == []
    assert all(term.text for term in guide.glossary)


@pytest.mark.parametrize("width", [32, 60, 76])
def test_the_whole_guide_fits_its_width(guide: Guide, width: int) -> None:
    for chapter in guide.chapters:
        for line in chapter_lines(guide, chapter, width):
            assert len(line.text) <= max(width, 32), line.text
    for line in glossary_lines(guide.glossary, width):
        assert len(line.text) <= max(width, 32), line.text


def test_no_number_of_the_inventory_stands_under_a_passage(guide: Guide) -> None:
    assert not any("Nr. " in plain(section_lines(guide, s)) for s in guide.sections.values())


def test_what_the_workbook_adds_bears_the_same_sign_everywhere(guide: Guide) -> None:
    added = [prompt for prompt in guide.prompts.values() if prompt.addition]
    assert all(prompt.asked == f"{prompt.ask} {ADDED}" for prompt in added)
    said = plain(question_lines(guide, added))
    assert said.count(f" {ADDED}\n") == len(added)
    assert said.rstrip().endswith(f"{ADDED} heißt: {ADDED_MEANS}")
    term = next(term for term in guide.glossary if term.addition)
    assert f"{term.name} {ADDED}\n" in plain(glossary_lines([term]))


def test_what_comes_from_the_guide_bears_no_sign(guide: Guide) -> None:
    own = [prompt for prompt in guide.prompts.values() if not prompt.addition]
    assert all(prompt.asked == prompt.ask for prompt in own)
    assert ADDED_MEANS not in plain(question_lines(guide, own))


def test_where_a_figure_does_not_fit_its_words_stand_in(guide: Guide) -> None:
    figure = next(e for e in guide.exhibits.values() if e.kind is ExhibitKind.FIGURE)
    narrow = plain(exhibit_lines(figure, 40))
    assert figure.art.splitlines()[0].rstrip() not in narrow
    assert " ".join(figure.alt.split()) in " ".join(narrow.split())
    wide = plain(exhibit_lines(figure, 80))
    assert figure.art.splitlines()[0].rstrip() in wide
    assert " ".join(figure.alt.split()) not in " ".join(wide.split())


def test_a_faulty_content_file_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    from pathlib import Path

    from gartenjahr_tui.guide import reader
    from gartenjahr_tui.guide.tables import ContentError

    folder = Path(str(tmp_path))
    (folder / "einstieg.toml").write_text("[[", "utf-8")
    monkeypatch.setattr(reader, "CONTENT", folder)
    with pytest.raises(ContentError, match=r"einstieg\.toml"):
        reader.read_guide.__wrapped__()
