"""Finds a place in the guide by what a person calls it."""

from __future__ import annotations

from collections.abc import Iterator

from gartenjahr_tui.guide.model import Chapter, Exhibit, Guide, Section, Term
from gartenjahr_tui.text import folded

GLOSSARY = "glossar"
"""The name by which the glossary as a whole is asked for."""

GuidePlace = Chapter | Section | Exhibit | Term
"""What a name can mean."""


def find(guide: Guide, wanted: str) -> list[GuidePlace]:
    """Find what a name means: an id, a title, a term, or the beginning of one.

    An id comes before a title and a whole name before a beginning. Among beginnings, chapters come
    before sections, sections before exhibits and exhibits before terms; only where several of the
    same rank begin alike is the name not distinct.

    Returns:
        Nothing, the one place, or all that begin so.
    """
    name = folded(wanted)
    if not name:
        return []
    places = list(_named(guide))
    for place, (id, *_) in places:
        if name == id:
            return [place]
    if section := guide.place(name):
        return [section]
    for place, names in places:
        if name in names:
            return [place]
    begins = [p for p, names in places if any(n.startswith(name) for n in names)]
    for rank in (Chapter, Section, Exhibit):
        if alike := [place for place in begins if isinstance(place, rank)]:
            return [*alike] if len(alike) == 1 else begins
    return begins


def _named(guide: Guide) -> Iterator[tuple[GuidePlace, list[str]]]:
    """Every place with its folded names; the first is its id, empty when it has none."""
    for chapter in guide.chapters:
        number = "" if chapter.number is None else str(chapter.number)
        names = (chapter.id, chapter.title, number, chapter.heading)
        yield chapter, [name for name in map(folded, names) if name]
    for section in guide.sections.values():
        yield section, [folded(n) for n in (section.id, section.short, section.title)]
    for exhibit in guide.exhibits.values():
        yield exhibit, [folded(exhibit.id), folded(exhibit.title)]
    for term in guide.glossary:
        yield term, ["", folded(term.name)]


def name_of(place: GuidePlace) -> str:
    """What a person can type to get exactly this place."""
    return place.name if isinstance(place, Term) else place.id
