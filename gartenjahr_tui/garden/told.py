"""The one gate: the garden as it may be told to others.

Whatever goes out of the garden, or is shown to somebody else, is made from what :func:`told` gives.
That is a workbook like any other, but what is guarded is not in it: answers and fields by
:attr:`Prompt.guarded`, confidential kinds of cards, what was copied from any of these, cards that
are put away, former versions. What goes out says what it takes all the same (``takes``, see
:data:`~gartenjahr_tui.guide.model.Takes`); the line about what stays here (:func:`stays`) is made
from the same saying.

Even then another person's personal answer stays: it leaves in the whole archive, in a safe copy and
in that person's own Auskunft, and in nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.clock import local_day
from gartenjahr_tui.garden.round_advice import STATES, begun_on
from gartenjahr_tui.garden.rounds import LINK
from gartenjahr_tui.guide.model import GUARDED, NOTHING, WHOLE, FieldKind, Takes
from gartenjahr_tui.words.reports import ToldWords as words
from gartenjahr_tui.workbook.book import ReadOnly, Workbook
from gartenjahr_tui.workbook.cards import Cards
from gartenjahr_tui.workbook.values import PROMISED, beside, shown_day

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Field, Guide, Prompt
    from gartenjahr_tui.workbook.plain import Answer, AnswerKey, Card

LOOK = "checkup"
"""Kind of card from which a check-in copies into the histories of a partnership."""

Looks = dict[str, list[tuple[set[str], list[str]]]]
"""Id of a partnership → of each look at it, deleted ones too, that holds something in confidence:
the days on which that may have been copied, and the texts."""


def told(book: Workbook, takes: Takes = NOTHING) -> Workbook:
    """The garden, or what was told of it already, with no more of what is guarded than is taken."""
    if takes >= WHOLE or (isinstance(book, Told) and book.takes == takes):
        return book
    return Told(book, takes)


def stays(guide: Guide, takes: Takes) -> list[str]:
    """What stays here whatever it is that goes out, as German lines."""
    if takes >= WHOLE:
        return []
    if takes >= GUARDED:
        return [words.OTHERS, words.GONE]
    forms = (form.prompts for form in guide.forms.values())
    prompts = (prompt for group in (*forms, guide.prompts) for prompt in group.values())
    kept = (prompt for prompt in prompts if not prompt.told(takes))
    names = dict.fromkeys(words.KEPT.get(prompt.chapter, words.PERSONAL) for prompt in kept)
    names[words.CRITICISM] = None
    return [words.STAYS.format(what=", ".join(names)), words.GONE]


class Told(Workbook):
    """A garden to read from, without what stays in the house.

    Attributes:
        takes: What is in it of what is guarded.
    """

    def __init__(self, book: Workbook, takes: Takes) -> None:
        """Look at a workbook as it is now; see :func:`told`."""
        # Without rows and saver: former versions are not there, and nothing can be written.
        parts = vars(book).items()
        vars(self).update({name: it for name, it in parts if name not in ("_rows", "_saver")})
        self.takes, self._settings = takes, dict(self._settings)
        self._answers = self._told(self._answers)
        self._views = self._told(self._views)
        self.cards = book.cards.once(("told", takes), partial(_cards, book, takes))

    def _told(self, answers: dict[AnswerKey, Answer]) -> dict[AnswerKey, Answer]:
        """The answers that are in, without the entries that stay."""
        return {key: self._without(answer) for key, answer in answers.items() if self._tells(key)}

    def _without(self, answer: Answer) -> Answer:
        """An answer without the entries that stay."""
        for field in _staying(self.guide.question(answer.key.prompt), self.takes):
            entries = answer.value.get(field.id, ())
            told = [entry for entry in entries if not _entry_stays(field, entry)]
            if len(told) < len(entries):
                rest = {id: part for id, part in answer.value.items() if id != field.id}
                answer = replace(answer, value={**rest, field.id: told} if told else rest)
        return answer

    def _tells(self, key: AnswerKey) -> bool:
        """Whether an answer is in; what a question of another guide asked may be anything."""
        prompt = self.guide.question(key.prompt)
        if prompt is None:
            return key.voice == self.voice.id and self.takes >= GUARDED
        return prompt.told(self.takes) and any(v.id == key.voice for v in self.heard(prompt))

    @property
    def read_only(self) -> bool:
        """Nothing is written into what is told."""
        return True


def _staying(prompt: Prompt | None, takes: Takes) -> list[Field]:
    """The lists of a question of which some entries stay in the house."""
    if prompt is None or prompt.wanted(takes):
        return []
    return [field for field in prompt.fields if field.staying]


def _entry_stays(field: Field, entry: Any) -> bool:
    """Whether an entry of a list says of itself that it stays."""
    return isinstance(entry, dict) and any(
        entry.get(id) in options for id, options in field.staying.items()
    )


def _cards(book: Workbook, takes: Takes) -> Cards:
    gate = CardGate(book, takes)
    cards = map(gate.card, book.cards.all())

    def refuse(before: Card, after: Card) -> None:
        raise ReadOnly(after.id)

    return Cards(
        book.guide, cards, refuse, today=book.cards.today, now=book.store.now, garden=book.garden_id
    )


class CardGate:
    """Tells cards."""

    def __init__(self, book: Workbook, takes: Takes = NOTHING) -> None:
        """Remember the garden and what is taken of what is guarded in it."""
        self._guide, self._cards, self._takes = book.guide, book.cards, takes
        self._open = {
            form.id: {
                id
                for prompt in form.prompts.values()
                if prompt.told(takes)
                for field in prompt.fields
                for id in (field.id, beside(field.id))
            }
            for form in book.guide.forms.values()
        }
        self._staying = {
            field.id: field
            for form in book.guide.forms.values()
            for prompt in form.prompts.values()
            for field in _staying(prompt, takes)
        }
        looks = book.guide.forms[LOOK]
        self._confided = {STATES[id] for id in STATES if self._keeps(looks.promise(id))}

    def card(self, card: Card) -> Card:
        """A card without what may not be told; of one that is put away only its name is left."""
        form, value = self._guide.forms[card.kind], self._value(card)
        hidden = form.confidential and not self._takes & {form.id, *GUARDED}
        if card.deleted or hidden:
            value = {id: part for id, part in value.items() if id == form.title and not hidden}
            return replace(card, value=value, deleted=True)
        return card if value == card.value else replace(card, value=value)

    def _value(self, card: Card) -> dict[str, Any]:
        shown, promises = {*self._open[card.kind], PROMISED}, card.value.get(PROMISED, {})
        return {
            id: [one for one in part if not self._stays(card, id, one)]
            if isinstance(part, list)
            else part
            for id, part in card.value.items()
            if id in shown and not self._keeps(promises.get(id, ""))
        }

    def _stays(self, card: Card, field_id: str, entry: Any) -> bool:
        """Whether an entry of a list was copied from where it had been promised to stay."""
        if not isinstance(entry, dict):
            return False
        if (field := self._staying.get(field_id)) and _entry_stays(field, entry):
            return True
        if promise := entry.get(PROMISED):
            return self._keeps(promise)
        # Before entries carried the promise along, only the look itself can tell.
        looks = self._looks().get(card.id, ()) if field_id in self._confided else ()
        day, said = shown_day(entry), " ".join(map(str, entry.values()))
        return any(day in days or any(text in said for text in texts) for days, texts in looks)

    def _keeps(self, source: str) -> bool:
        """Whether what was copied from a question stays.

        Of an answer in the workbook nobody knows any more whose own it was.
        """
        prompt = self._guide.question(source)
        if prompt is None or (prompt.own and source in self._guide.prompts):
            return bool(source)
        return not prompt.told(self._takes)

    def _looks(self) -> Looks:
        return self._cards.once("confided", self._find_looks)

    def _find_looks(self) -> Looks:
        found: Looks = defaultdict(list)
        prompts = self._guide.forms[LOOK].prompts.values()
        guarded = [field for prompt in prompts if prompt.guarded for field in prompt.fields]
        for look in self._cards.all():
            said = [field for field in guarded if look.kind == LOOK and look.value.get(field.id)]
            if said:
                texts = [str(look.value[f.id]) for f in said if f.kind is FieldKind.LINE]
                for id in look.value.get(LINK, ()):
                    found[id].append((self._days(look), texts))
        return found

    def _days(self, look: Card) -> set[str]:
        """The ISO days on which something may have been copied from a look."""
        rounds = filter(None, map(self._cards.get, look.value.get("runde", ())))
        known = [begun_on(look), shown_day(look.value)]
        known += [str(round.value.get("fertig_am", "")) for round in rounds]
        known += [local_day(look.changed_at).isoformat()] if look.changed_at else []
        return set(filter(None, known))
