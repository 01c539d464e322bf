"""A garden after thirty years of work, made in a moment: all of it invented, and it says so.

Usage: python -m tests.bench.big_garden FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import select

from gartenjahr_tui import models
from gartenjahr_tui.guide.model import Field, FieldKind, Guide, Prompt
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.store.store import Store, Transaction
from gartenjahr_tui.workbook.rows import fill_new
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import normalise

LAST_YEAR = 2026
YEARS = 30
PARTNERS = 300
ENCOUNTERS = 60
"""With each partner over the years."""

FILLED = 0.6
"""The part of the fields of a card in which something stands."""

LINKS: dict[str, dict[str, tuple[int, ...]]] = {
    "contact": {"partner": (1,)},
    "encounter": {"partner": (1, 1, 1, 2), "kooperation": (0, 1)},
    "partnership": {"partner": (1, 1, 2, 3), "samenkorn": (1,)},
    "harvest": {"kooperation": (1,), "partner": (1, 2), "personen": (0, 1)},
    "thanks": {"personen": (1, 2), "organisation": (1,), "ernte": (1,)},
    "request": {"wer": (1,), "samenkorn": (0, 1)},
}
"""Kind → field that names cards → how many, one of these."""

SYLLABLES = ("ahr", "bü", "ding", "erl", "feld", "grün", "heim", "lin", "mör", "ost", "süd", "wies")
PLACES = ("Schule", "Kita", "Verein", "Ärztehaus", "Bündnis", "Werkstatt", "Chor", "Kirche", "Zoo")
WORDS = (
    *("gemeinsam", "lesen", "Garten", "erfunden", "Nachmittag", "für", "und", "Kinder", "offen"),
    *("Räume", "Gespräch", "wächst", "Saatgut", "Übung", "im", "Quartier", "Tisch", "mit", "Zeit"),
)


class Gardener:
    """Fills a garden, the same way each time.

    Attributes:
        made: Kind → ids of the cards made so far, hex.
    """

    def __init__(self, guide: Guide, seed: int = 1) -> None:
        """Begin.

        Args:
            guide: The guide, for its questions and forms.
            seed: Where the generator begins.
        """
        self.guide = guide
        self.made: dict[str, list[str]] = {}
        self._random = Random(seed)
        self._first = date(LAST_YEAR - YEARS + 1, 1, 1)
        self._days = (date(LAST_YEAR, 11, 22) - self._first).days

    def text(self, words: int) -> str:
        """Words without a meaning."""
        return " ".join(self._random.choices(WORDS, k=words))

    def name(self) -> str:
        """A name nobody has, marked as invented."""
        place = self._random.choice(PLACES)
        return f"{place} {''.join(self._random.choices(SYLLABLES, k=3)).title()} (erfunden)"

    def day(self) -> str:
        """A day in the garden's time."""
        return (self._first + timedelta(days=self._random.randrange(self._days))).isoformat()

    def part(self, field: Field) -> Any:
        """Something that fits a field."""
        match field.kind:
            case FieldKind.TEXT:
                return self.text(self._random.randint(3, 30))
            case FieldKind.LINE:
                return self.text(3)
            case FieldKind.SCALE:
                return self._random.randint(1, 5)
            case FieldKind.CHOICE:
                return self._random.choice(field.options).id
            case FieldKind.CHECKS:
                return [option.id for option in field.options if self._random.random() < 0.5]
            case FieldKind.ENTRIES:
                return [self.value(field.columns) for _ in range(self._random.randint(1, 3))]
            case FieldKind.DATE:
                return self.day()
            case FieldKind.NUMBER:
                return self._random.randint(1, 400)
            case FieldKind.CARDS:
                return []

    def value(self, fields: Iterable[Field], filled: float = 1) -> dict[str, Any]:
        """Something in some of the fields, or in each."""
        return {f.id: self.part(f) for f in fields if self._random.random() < filled}

    def card(self, kind: str) -> models.CardRow:
        """A card that names some of those there are already."""
        form, id = self.guide.forms[kind], uuid4()
        value = self.value(form.fields.values(), FILLED)
        value[form.title] = self.name() if kind == "partner" else self.text(3)
        if form.date:
            value[form.date] = self.day()
        for field, counts in LINKS.get(kind, {}).items():
            known = self.made.get(form.fields[field].of, [])
            value[field] = self._random.sample(known, min(len(known), self._random.choice(counts)))
        self.made.setdefault(kind, []).append(id.hex)
        full = normalise(form.fields.values(), value)
        return models.CardRow(id=id, kind=kind, value=full, sitting=UUID(int=0))

    def answer(self, prompt: Prompt, year: UUID, voice: UUID, subject: UUID) -> models.AnswerRow:
        """An answer to a question of the guide."""
        return models.AnswerRow(
            prompt_id=prompt.id,
            year_id=year,
            voice_id=voice,
            subject_id=subject,
            state=str(AnswerState.ANSWERED),
            value=normalise(prompt.fields, self.value(prompt.fields)),
            sitting=UUID(int=0),
        )


def make(paths: Paths, *, partners: int = PARTNERS, encounters: int = ENCOUNTERS) -> None:
    """Make the garden where there is none yet, in one transaction.

    Args:
        paths: Where it is to lie.
        partners: How many partners, and as many partnerships.
        encounters: How many encounters with each.
    """
    guide = read_guide()
    gardener = Gardener(guide)
    counts = {
        "seed": partners,
        "partner": partners,
        "contact": partners,
        "partnership": partners,
        "encounter": partners * encounters,
        "harvest": 2 * partners,
        "thanks": 2 * partners,
        "request": partners,
    }

    def fill(change: Transaction) -> None:
        first = LAST_YEAR - YEARS + 1
        fill_new(change, first, "ich")
        for number in range(first + 1, LAST_YEAR + 1):
            change.stamp(models.GardenYearRow(number=number, starts_on=date(number, 1, 1)))
        change.session.flush()
        voice = change.session.exec(select(models.VoiceRow)).one()
        for year in change.session.exec(select(models.GardenYearRow)).all():
            for prompt in guide.prompts.values():
                change.stamp(gardener.answer(prompt, year.id, voice.id, change.garden.id))
        for kind, count in counts.items():
            for _ in range(count):
                change.stamp(gardener.card(kind))

    Store.open(paths, fill).close()


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    make(Paths(folder, "Messung"))
