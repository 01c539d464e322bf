"""Where every inventory number and every entry of the question register lives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from gartenjahr_tui.guide.model import CardForm, Chapter, Guide, OnCards

ELEMENTS = range(1, 179)
"""Inventory numbers of the guide."""

QUESTIONS = tuple(f"F{number:02d}" for number in range(1, 85))
"""Entries of the question register."""


def element_places(guide: Guide) -> dict[int, list[str]]:
    """Inventory number → ids of chapters, sections, prompts, exhibits and terms that carry it."""
    places: dict[int, dict[str, None]] = defaultdict(dict)
    for place, quelle in _sources(guide):
        for number in quelle:
            places[number][place] = None
    return {number: list(names) for number, names in places.items()}


def _sources(guide: Guide) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Every place with the inventory numbers it carries."""
    for holder in _holders(guide):
        if isinstance(holder, Chapter):
            yield holder.id, holder.quelle
        for section in holder.sections:
            yield section.id, section.quelle
            for block in section.blocks:
                yield section.id, block.quelle
            for question in section.questions:
                yield question.id, question.quelle
    for exhibit in guide.exhibits.values():
        yield f"Schaustück {exhibit.id}", exhibit.quelle
        for level in exhibit.levels:
            yield f"Schaustück {exhibit.id}", level.quelle
    for term in guide.glossary:
        yield f"Glossar {term.name}", term.quelle


def _holders(guide: Guide) -> list[Chapter | CardForm]:
    return [*guide.chapters, *guide.forms.values()]


def question_places(guide: Guide) -> dict[str, list[str]]:
    """F-entry → where it stands, and where it is answered if that is on cards.

    A question of a card form is named with the question of the guide that leads to it.
    """
    places: dict[str, list[str]] = defaultdict(list)
    led_to = {(e, of) for each in guide.on_cards.values() for e in each.fragen for of in each.of}
    for section in (section for holder in _holders(guide) for section in holder.sections):
        for block in section.blocks:
            for entry in block.fragen:
                places[entry].append(f"{section.id} (Text)")
        for question in section.questions:
            of = question.of if isinstance(question, OnCards) else ()
            place = f"{question.id} → {', '.join(of)}" if of else question.id
            for entry in question.fragen:
                if (entry, question.id) not in led_to:
                    places[entry].append(place)
    return dict(places)


def missing(guide: Guide) -> list[str]:
    """Numbers and entries without a place; empty when the guide is complete."""
    elements = element_places(guide)
    questions = question_places(guide)
    return [str(n) for n in ELEMENTS if n not in elements] + [
        entry for entry in QUESTIONS if entry not in questions
    ]


def report(guide: Guide) -> list[str]:
    """The whole account as lines of German text."""
    elements = element_places(guide)
    questions = question_places(guide)
    lines = ["Elemente des Leitfadens"]
    lines += [f"{n:>4}  {', '.join(elements.get(n, ['– ohne Ort –']))}" for n in ELEMENTS]
    lines += ["", "Fragenregister"]
    lines += [f" {q}  {', '.join(questions.get(q, ['– ohne Ort –']))}" for q in QUESTIONS]
    return lines
