"""What is to be done so that nothing of a person stays: found, decided place by place, proven.

What is found says :mod:`gartenjahr_tui.reports.person_search`, as for the Auskunft; what is done to
the files, :mod:`gartenjahr_tui.store.erasing`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from gartenjahr_tui.guide.model import WHOLE
from gartenjahr_tui.reports.disclosure import former_of, person_of
from gartenjahr_tui.reports.person_search import Person, PersonSearch
from gartenjahr_tui.reports.phrases import counted, listed, shown, spelled
from gartenjahr_tui.reports.report import Scope
from gartenjahr_tui.store import backups
from gartenjahr_tui.store.erasing import Erasure, Outcome
from gartenjahr_tui.text import one_line
from gartenjahr_tui.words.erasing import ErasingWords as words
from gartenjahr_tui.workbook.names import bare, name_parts
from gartenjahr_tui.workbook.plain import CardKey

if TYPE_CHECKING:
    from datetime import date

    from gartenjahr_tui.workbook.book import Workbook

REACHED_BY = ("mail", "telefon", "mobil", "anschrift")
"""Fields of a contact by which the person can be reached."""

SHORTEST_ADDRESS = 6
"""Signs of an address or a number that is looked for; a shorter one would be found by chance."""


class Choice(StrEnum):
    """What becomes of a card."""

    GONE = "ganz"
    """It goes, with all it ever said."""
    ROLE = "rolle"
    """It stays, and a role stands where the person stood."""
    KEPT = "behalten"
    """It stays as it is, for a reason."""


@dataclass(frozen=True)
class ErasePlace:
    """A card or question on which the person stands.

    Attributes:
        id: Id of the card; empty where there is nothing to decide.
        title: What it is called.
        texts: What stands there of the person.
        choice: What becomes of it, unless somebody decides otherwise.
    """

    id: str
    title: str
    texts: tuple[str, ...]
    choice: Choice


@dataclass(frozen=True)
class ErasePlan:
    """All that was found, and what is to be done with it.

    Attributes:
        person: Whose traces they are.
        role: What stands in the place of the name.
        places: Where the person stands.
        spellings: The texts that are put out everywhere.
        own: Ids of the questions of which the person's own answers go.
        copies: How many safe copies are rewritten.
    """

    person: Person
    role: str
    places: tuple[ErasePlace, ...]
    spellings: tuple[str, ...]
    own: frozenset[str] = frozenset()
    copies: int = 0

    def erasure(self, decided: Mapping[str, Choice]) -> Erasure:
        """What the files lose; ``decided``: id of a card → what becomes of it."""
        chosen = {
            place.id: decided.get(place.id, place.choice) for place in self.places if place.id
        }
        cards, kept = (
            frozenset(id for id, choice in chosen.items() if choice is wanted)
            for wanted in (Choice.GONE, Choice.KEPT)
        )
        voices = self.person.voices if self.own else frozenset[str]()
        people = cards & self.person.cards
        return Erasure(self.spellings, self.role, cards, people, kept, self.own, voices)


def plan(book: Workbook, who: str, role: str, also: Iterable[str] = ()) -> ErasePlan:
    """Look for a person everywhere.

    Args:
        book: The garden.
        who: Id of a contact, or a name.
        role: What shall stand in the place of the name, as „die Leitung“.
        also: More spellings to put out, as a nickname.
    """
    scope = Scope(book, {"ueber": who}, WHOLE)
    asked = person_of(scope)
    spellings = (*_spellings(scope, asked), *filter(None, map(one_line, also)))
    person = replace(asked, also=tuple(dict.fromkeys(spellings)))
    found = PersonSearch(scope.book, person, former_of(scope)).run()
    places = [ErasePlace(id, title, (), Choice.GONE) for id, title in found.about.items()]
    hits: dict[tuple[str, str], list[str]] = {}
    for hit in found.places:
        hits.setdefault((hit.subject, hit.where), []).append(one_line(hit.text))
    for (subject, where), texts in hits.items():
        id = subject if book.cards.get(subject) else ""
        places.append(ErasePlace(id, where, tuple(dict.fromkeys(texts)), Choice.ROLE))
    own = frozenset(p.id for p in book.guide.prompts.values() if p.own) if person.voices else None
    return ErasePlan(
        person,
        one_line(role) or words.ROLE,
        tuple(places),
        person.also,
        own or frozenset(),
        len(backups.copies_here(book.paths)),
    )


def withdrawal(book: Workbook) -> ErasePlan:
    """Taking back all voluntary answers of the one who writes now; nothing else is touched."""
    own = frozenset(prompt.id for prompt in book.guide.prompts.values() if prompt.consent)
    person = Person(book.voice.name, voices=frozenset((book.voice.id,)))
    return ErasePlan(person, "", (), (), own, len(backups.copies_here(book.paths)))


def _spellings(scope: Scope, person: Person) -> Iterator[str]:
    """The name in its forms, and all by which the person is or was reached."""
    for name in dict.fromkeys((person.name, *_former_names(scope, person))):
        yield from _forms(bare(name))
    for value in _own_values(scope, person):
        for id in REACHED_BY:
            text = value.get(id, "")
            if isinstance(text, str) and len(one_line(text)) >= SHORTEST_ADDRESS:
                yield one_line(text)


def _forms(name: str) -> Iterator[str]:
    family, given, titles = name_parts(name)
    yield name
    if family and given:
        yield f"{family}, {given}"
        yield f"{given} {family}"
        for address in (*words.ADDRESSES, *titles.split()):
            yield f"{address} {family}"


def _own_values(scope: Scope, person: Person) -> Iterator[Mapping[str, object]]:
    """What stands on the cards of the person, and stood there."""
    former = former_of(scope)
    for id in sorted(person.cards):
        yield scope.cards[id].value
        yield from (version.value for version in former.get(CardKey(id), ()))


def _former_names(scope: Scope, person: Person) -> Iterator[str]:
    for value in _own_values(scope, person):
        name = value.get("name", "")
        if isinstance(name, str) and " " in name.strip():
            yield name


# What is said


def found_lines(
    plan: ErasePlan, decided: Mapping[str, Choice], why: Mapping[str, str]
) -> list[str]:
    """What was found and what becomes of it; what may be decided has a number."""
    if not plan.places and not plan.own:
        return [words.NOTHING.format(name=plan.person.name)]
    said, number = [words.FOUND.format(name=plan.person.name)], 0
    for place in plan.places:
        choice = decided.get(place.id, place.choice)
        number += bool(place.id)
        line = place_line(place, choice, plan.role, why.get(place.id, ""))
        form = words.NUMBER if place.id else words.NO_NUMBER
        said.append(form.format(number=number, line=line))
        said += [words.TEXT.format(indent=" " * 5, text=line) for line in place.texts]
    return [*said, *found_summary(plan)[1:]]


def place_line(place: ErasePlace, choice: Choice, role: str, why: str) -> str:
    """A place, and what becomes of it."""
    text = words.CHOICES[choice].format(role=role, why=why)
    return words.PLACE.format(title=place.title, choice=text)


def found_summary(plan: ErasePlan) -> list[str]:
    """How much was found, what else goes, and that there is no way back."""
    one, many = words.SCREEN_FOUND
    count, name = len(plan.places), plan.person.name
    said = [(one if count == 1 else many).format(name=name, count=shown(count))]
    if plan.own:
        own = words.OWN if plan.spellings else words.VOLUNTARY
        said.append(own.format(name=name))
    if plan.spellings:
        spellings = listed(f"„{one}“" for one in plan.spellings)
        said.append(words.SPELLINGS.format(spellings=spellings))
    return [*said, counted(plan.copies, *words.COPIES), words.NO_WAY_BACK]


def proof(
    outcome: Outcome, plan: ErasePlan, erasure: Erasure, why: Mapping[str, str], day: date
) -> list[str]:
    """What was done and where, without repeating what was erased.

    Args:
        outcome: What the files say.
        plan: What was found.
        erasure: What was decided.
        why: Id of a card that was kept → the reason.
        day: The day of it.
    """
    cards = len(erasure.cards)
    rest = [p for p in plan.places if p.id not in erasure.cards and p.id not in erasure.kept]
    done = words.DONE.format(
        cards=counted(cards, *words.CARDS), places=counted(len(rest), *words.PLACES)
    )
    if not plan.spellings:
        done = words.WITHDRAWN
    said = [words.PROOF.format(day=spelled(day)), done]
    titles = {place.id: place.title for place in plan.places}
    said += [words.KEPT.format(what=titles[id], why=why.get(id, "")) for id in sorted(erasure.kept)]
    return [*said, *outcome_lines(outcome)]


def outcome_lines(outcome: Outcome) -> list[str]:
    """Which files were rewritten, what is left to do, and what searching all bytes has found."""
    said = [words.FILES] if outcome.done else []
    said += [words.FILE.format(file=file) for file in outcome.done]
    said += [words.LEFT.format(file=file, why=why) for file, why in outcome.left]
    said += [words.LATER] if outcome.left else []
    if outcome.traces:
        said.append(words.TRACES)
        said += [words.TRACE.format(file=file, count=count) for file, count in outcome.traces]
    elif not outcome.left:
        said.append(words.CLEAN)
    return said
