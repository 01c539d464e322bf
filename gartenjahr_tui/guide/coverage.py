"""Where every inventory number and every entry of the question register lives."""

from __future__ import annotations

from collections import defaultdict

from gartenjahr_tui.guide.model import CardForm, Chapter, Guide

ELEMENTS = range(1, 179)
"""Inventory numbers of the guide."""

QUESTIONS = tuple(f"F{number:02d}" for number in range(1, 85))
"""Entries of the question register."""


def element_places(guide: Guide) -> dict[int, list[str]]:
    """Inventory number → ids of chapters, sections, prompts, exhibits and terms that carry it."""
    places: dict[int, list[str]] = defaultdict(list)

    def note(quelle: tuple[int, ...], place: str) -> None:
        for number in quelle:
            if place not in places[number]:
                places[number].append(place)

    for chapter in guide.chapters:
        note(chapter.quelle, chapter.id)
        for section in chapter.sections:
            note(section.quelle, section.id)
            for block in section.blocks:
                note(block.quelle, section.id)
            for prompt in section.prompts:
                note(prompt.quelle, prompt.id)
    for form in guide.forms.values():
        for section in form.sections:
            note(section.quelle, section.id)
            for prompt in section.prompts:
                note(prompt.quelle, prompt.id)
    for exhibit in guide.exhibits.values():
        note(exhibit.quelle, f"Schaubild {exhibit.id}")
        for level in exhibit.levels:
            note(level.quelle, f"Schaubild {exhibit.id}")
    for term in guide.glossary:
        note(term.quelle, f"Glossar {term.name}")
    return dict(places)


def question_places(guide: Guide) -> dict[str, list[str]]:
    """F-entry → ids of prompts and sections that carry it."""
    places: dict[str, list[str]] = defaultdict(list)
    holders: list[Chapter | CardForm] = [*guide.chapters, *guide.forms.values()]
    for holder in holders:
        for section in holder.sections:
            for block in section.blocks:
                for entry in block.fragen:
                    places[entry].append(f"{section.id} (Text)")
            for prompt in section.prompts:
                for entry in prompt.fragen:
                    places[entry].append(prompt.id)
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
