"""What is asked in confidence: these questions and these fields, and no others.

A flag that is lost in a content file makes the answers public. So who changes one says so here,
too.
"""

from __future__ import annotations

from gartenjahr_tui.guide.model import Guide, Prompt

PERSONAL = {
    *("boden.einwand", "boden.warum", "boden.wichtigkeit"),
    *("saeen.beruflich", "saeen.persoenlich", "saeen.palme", "saeen.erwartungen"),
    *("ruhen.zeitpunkt", "ruhen.frueh-spaet", "ruhen.langfristig", "ruhen.umfeld"),
}
"""One answer per person; nobody sees that of another."""

CONFIDENTIAL = {
    *("saeen.begeisterung", "saeen.persoenlich", "saeen.interessen"),
    "pflegen.stereotype",
}
"""In nothing that goes out unless it is asked for."""

VOLUNTARY = {"saeen.begeisterung", "saeen.persoenlich", "saeen.interessen"}
"""With a note of consent."""

FIELDS = {
    "partner": {"stereotype", "vertrauen", "vertrauen_notiz"},
    "partnership": {"transparenz_c"},
    "encouragement": {"wem", "warum", "worte", "bis", "stand"},
    "checkup": {
        *("transparenz_a", "transparenz_b", "transparenz_c", "transparenz_d"),
        "transparenz_notiz",
    },
}
"""The guarded fields of the garden's forms; all are confidential, none is personal."""


def form_prompts(guide: Guide) -> list[Prompt]:
    return [prompt for form in guide.forms.values() for prompt in form.prompts.values()]


def test_the_questions_that_are_guarded_are_these(guide: Guide) -> None:
    of_guide = guide.prompts.values()
    assert {p.id for p in of_guide if p.personal} == PERSONAL
    assert {p.id for p in of_guide if p.confidential} == CONFIDENTIAL
    assert {p.id for p in of_guide if p.consent} == VOLUNTARY
    assert {p.id for p in of_guide if p.guarded} == PERSONAL | CONFIDENTIAL | VOLUNTARY


def test_the_fields_of_cards_that_are_guarded_are_these(guide: Guide) -> None:
    found = {
        kind: {f.id for p in form.prompts.values() if p.guarded for f in p.fields}
        for kind, form in guide.forms.items()
    }
    assert {kind: fields for kind, fields in found.items() if fields} == FIELDS
    assert all(p.confidential for p in form_prompts(guide) if p.guarded)
    assert not any(p.personal or p.consent for p in form_prompts(guide))


def test_a_form_that_is_confidential_is_so_in_every_question(guide: Guide) -> None:
    assert [form.id for form in guide.forms.values() if form.confidential] == ["encouragement"]
    assert all(p.confidential for p in guide.forms["encouragement"].prompts.values())


def test_every_voluntary_question_takes_a_note_of_consent(guide: Guide) -> None:
    for prompt in [*guide.prompts.values(), *form_prompts(guide)]:
        columns = [column.id for field in prompt.fields for column in field.columns]
        noted = "einwilligung" in [*(field.id for field in prompt.fields), *columns]
        assert noted is prompt.consent, prompt.id
