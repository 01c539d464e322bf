"""The filled garden: something in every field there was, each text a word of its own.

It is the witness that nothing ever given gets lost when questions change. ``gefuellt.db.gz`` is
that garden, ``gefuellt.json.gz`` says what was put where. Both are as the program of their day made
them and are not made anew when questions go or fields move: what they hold has to stay readable.
A garden with what has come since is made beside it::

    python -m tests.gardens.filled NAME
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import count, product
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden.opening import open_garden
from gartenjahr_tui.guide.model import FieldKind
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.text import one_line
from gartenjahr_tui.workbook.plain import Answer, AnswerKey, Profile
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import field_text
from tests.conftest import Clock

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import CardForm, Field, Prompt
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

FIRST, SECOND = PEOPLE = ("Anne Kern", "Mo Krüger")
"""The two who write; the first one also fills in the cards."""

YEARS = (2024, 2025, 2026)

ANSWER, CARD, VIEW = "answer", "card", "view"
"""An answer to the guide, a card of the team, what a person said about a card."""

FORMER, DELETED = "former", "deleted"
"""What an answer or a card said before; a card that is put away."""

_HERE = Path(__file__).parent

_SYLLABLES = ["".join(pair) for pair in product("bdfgklmnprst", "aeiou")]

SAID_ANEW = {
    ("publikum", "Kollegium"): "Kolleginnen und Kollegen",
    ("umfang", "der ganze Rundgang, etwa zehn Minuten"): "der ganze Check-in, etwa zehn Minuten",
    ("anstoss", "von uns"): "wir auf den Partner",
    ("anstoss", "vom Partner, von sich aus"): "der Partner von sich aus auf uns",
}
"""Field and option as it read → how the same option reads today: what was chosen is its id."""


@dataclass(frozen=True, slots=True)
class Given:
    """Something that was given in one field.

    Attributes:
        said: How it reads, on one line; of a text the one word it is.
        kind: Kind of the field, or of the column.
        field: Id of the field; of an entry „field.column“.
        prompt: Id of the question.
        where: ANSWER, CARD or VIEW.
        year: Garden year.
        person: Who gave it.
        card: Id of the card (hex); empty for the guide's own questions.
        fate: FORMER or DELETED; empty for what stands there today.
    """

    said: str
    kind: str
    field: str
    prompt: str
    where: str
    year: int
    person: str
    card: str = ""
    fate: str = ""

    @property
    def is_word(self) -> bool:
        """Whether it is a word given nowhere else."""
        return self.kind in (FieldKind.TEXT, FieldKind.LINE)


def _as_today(one: Given) -> str:
    # What a number counts may be said anew as well.
    said = one.said.split()[0] if one.kind == FieldKind.NUMBER else one.said
    return SAID_ANEW.get((one.field, said), said)


@dataclass(frozen=True, slots=True)
class FilledGarden:
    """A garden and what was given in it, packed in two files."""

    name: str = "gefuellt"

    @property
    def _garden(self) -> Path:
        return _HERE / f"{self.name}.db.gz"

    @property
    def _list(self) -> Path:
        return _HERE / f"{self.name}.json.gz"

    def given(self) -> list[Given]:
        """What was given."""
        given = [Given(**one) for one in json.loads(gzip.decompress(self._list.read_bytes()))]
        return [replace(one, said=_as_today(one)) for one in given]

    def unpack(self, paths: Paths) -> None:
        """Put the garden at a place."""
        paths.folder.mkdir(parents=True, exist_ok=True)
        paths.file.write_bytes(gzip.decompress(self._garden.read_bytes()))

    def pack(self, paths: Paths, given: Iterable[Given]) -> None:
        """Keep a garden that has been closed.

        Raises:
            FileExistsError: There is one of that name.
        """
        lines = ",\n".join(json.dumps(asdict(one), ensure_ascii=False) for one in given)
        packed = {self._garden: paths.file.read_bytes(), self._list: f"[\n{lines}\n]\n".encode()}
        for file, content in packed.items():
            with file.open("xb") as out:
                out.write(gzip.compress(content, mtime=0))


class Filler:
    """Fills a garden, field by field, and notes what it gave."""

    def __init__(self, book: Workbook, clock: Clock) -> None:
        self.given: list[Given] = []
        self.book, self._clock = book, clock
        self._number = count(1)

    @cached_property
    def _words(self) -> Iterator[str]:
        """Words of letters alone, none the beginning of another, every third with an umlaut."""
        for number, syllables in enumerate(product(_SYLLABLES, repeat=3)):
            yield ("Märk" if number % 3 == 2 else "Merk") + "".join(syllables)

    def fill(self) -> None:
        """Fill three garden years."""
        book = self.book
        book.set_profile(Profile(library="Stadtbücherei am Merkplatz"))
        book.rename_voice(FIRST)
        book.add_voice(SECOND)
        others = {"partner": book.cards.add("partner", {"name": "Nachbarort"}).id}
        for year in YEARS:
            self._clock.instant = datetime(year, 3, 2, 9, 30, tzinfo=UTC)
            book.begin_year(year)
            others = self._cards(year, others)
            for person in PEOPLE:
                self._sit(person)
                for prompt in book.guide.prompts.values():
                    self._answer(prompt, year, person)
                self._save()
            for id in others.values():
                self._views(book.cards[id], year)

    def _sit(self, person: str) -> None:
        self.book.use_voice(next(v for v in self.book.voices if v.name == person))
        self._save()

    def _save(self) -> None:
        assert self.book.flush()

    # Answers

    def _answer(self, prompt: Prompt, year: int, person: str) -> None:
        if year == YEARS[-1]:
            about = Given("", "", "", prompt.id, ANSWER, year, person, fate=FORMER)
            self.book.put(prompt, self._value(prompt.fields, about), left=True)
            self.book.keep_former(self.book.answer(prompt.id))
            self._save()
        about = Given("", "", "", prompt.id, ANSWER, year, person)
        value = self._value(prompt.fields, about)
        self.book.put(prompt, value, left=True)
        assert self.book.answer(prompt.id).value == value, prompt.id
        self._save()

    def _views(self, card: Card, year: int) -> None:
        """What the second person says about a card beside the card itself."""
        voice = self.book.voice
        for prompt in self.book.cards.form(card).prompts.values():
            about = Given("", "", "", prompt.id, VIEW, year, voice.name, card.id)
            value = self._value(prompt.fields, about)
            key = AnswerKey(prompt.id, year, voice.id, card.id)
            self.book.take_from_outside(Answer(key, AnswerState.ANSWERED, value))
        self._save()

    # Cards

    def _cards(self, year: int, others: dict[str, str]) -> dict[str, str]:
        """A card of each kind, each named by the others; kind → id."""
        self._sit(FIRST)
        forms = self.book.guide.forms
        made = {kind: self.book.cards.add(kind).id for kind in forms}
        self._save()
        for kind, form in forms.items():
            if year == YEARS[-1]:
                self._fill_card(form, made[kind], year, FORMER)
                self.book.keep_former(self.book.cards[made[kind]])
                self._save()
            self._fill_card(form, made[kind], year)
        for form in forms.values():
            self._link(form, made, others)
        if year == YEARS[-1]:
            for form in forms.values():
                away = self.book.cards.add(form.id).id
                self._fill_card(form, away, year, DELETED)
                self.book.cards.delete(away)
                self._save()
        return made

    def _fill_card(self, form: CardForm, id: str, year: int, fate: str = "") -> None:
        value: dict[str, Any] = {}
        for prompt in form.prompts.values():
            about = Given("", "", "", prompt.id, CARD, year, FIRST, id, fate)
            value |= self._value(prompt.fields, about)
        assert self.book.cards.set(id, **value).value == value, form.id
        self._save()

    def _link(self, form: CardForm, made: dict[str, str], others: dict[str, str]) -> None:
        """Let a card name cards of its year; one that cannot name itself, another's."""
        cards, id = self.book.cards, made[form.id]
        for prompt in form.prompts.values():
            for field in prompt.fields:
                if field.kind is FieldKind.CARDS:
                    named = (others if field.not_self else made)[field.of]
                    cards.set(id, **{field.id: [named, *cards[id].value.get(field.id, ())]})
                    place = (FieldKind.CARDS.value, field.id, prompt.id, CARD)
                    year, name = self.book.year, cards.title(cards[named])
                    self.given.append(Given(name, *place, year, FIRST, id))
        assert cards[id].value.keys() == form.fields.keys(), form.id
        self._save()

    # Values

    def _value(self, fields: Iterable[Field], about: Given, of: str = "") -> dict[str, Any]:
        """Something in every field that takes more than cards, and what was given noted."""
        value = {}
        for field in fields:
            if field.kind is FieldKind.ENTRIES:
                value[field.id] = [self._value(field.columns, about, f"{field.id}.")]
                continue
            part = self._part(field, about.year)
            if part:
                value[field.id] = part
                said = one_line(field_text(field, part).removeprefix("- "))
                kind = FieldKind.LINE if field.kind is FieldKind.CARDS else field.kind
                place = f"{of}{field.id}"
                self.given.append(replace(about, said=said, kind=kind.value, field=place))
        return value

    def _part(self, field: Field, year: int) -> Any:
        number = next(self._number)
        match field.kind:
            case FieldKind.TEXT | FieldKind.LINE:
                return next(self._words)
            case FieldKind.SCALE:
                return number % 5 + 1
            case FieldKind.CHOICE:
                return field.options[number % len(field.options)].id
            case FieldKind.CHECKS:
                return [field.options[number % len(field.options)].id]
            case FieldKind.DATE:
                return date(year, number % 12 + 1, number % 28 + 1).isoformat()
            case FieldKind.NUMBER:
                return number
            case _:
                return [next(self._words)] if field.free else []


def make(folder: Path) -> tuple[Paths, list[Given]]:
    """Make the garden anew, with every field there is; it is closed."""
    paths, clock = Paths(folder, "gefüllt"), Clock()
    clock.instant = datetime(YEARS[0], 3, 1, 9, 30, tzinfo=UTC)
    filler = Filler(open_garden(read_guide(), paths, today=clock.today, now=clock.now), clock)
    try:
        filler.fill()
    finally:
        assert filler.book.close()
    return paths, filler.given


def main() -> None:
    """Make the garden and keep it under a name that is not taken."""
    # The same ids each time, so that the same program makes the same garden.
    os.urandom = Random(2026).randbytes
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GARTENJAHR_PROFIL"] = folder
        paths, given = make(Path(folder) / "garten")
        FilledGarden(*sys.argv[1:]).pack(paths, given)


if __name__ == "__main__":
    main()
