"""The same question through all years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from gartenjahr_tui.garden import rings
from gartenjahr_tui.guide.model import Field, FieldKind, Guide, Option, Prompt
from gartenjahr_tui.workbook.plain import Profile
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import fitted

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook


def write(book: Workbook, prompt: Prompt, *texts: str) -> None:
    """Answer a question in the years from 2026 on, an empty text is no answer."""
    for year, text in enumerate(texts, 2026):
        if year not in book.years:
            book._years.add(year)  # years to come, which nobody may begin yet
        book.look_at(year)
        book.correct(year)
        book.put(prompt, {prompt.fields[0].id: text})
    book.look_at(book.newest_year)


def change(field: Field, before: Any, after: Any) -> str:
    """What changed in a question with this one field."""
    prompt = Prompt("x.y", "?", "", (field,), ())
    was, is_now = ({} if part is None else {field.id: part} for part in (before, after))
    return rings.changed(prompt, was, is_now)


# Rings


def test_every_year_is_a_ring_with_what_changed(book: Workbook, prompt: Prompt) -> None:
    write(book, prompt, "Wir lesen.", "", "Wir lesen. Und singen.", "Wir lesen. Und singen.")
    found = rings.of(book, prompt)
    assert [(ring.when, ring.text, ring.change) for ring in found] == [
        ("2026", "Wir lesen.", ""),
        ("2028", "Wir lesen. Und singen.", "ergänzt um „Und singen.“"),
        ("2029", "Wir lesen. Und singen.", "unverändert seit 2028"),
    ]
    assert {ring.voice for ring in found} == {""}


def test_years_that_say_the_same_are_read_once(book: Workbook, prompt: Prompt) -> None:
    write(book, prompt, "alt", "neu", "neu", "neu")
    read = [(ring.when, ring.change) for ring in rings.latest_first(rings.of(book, prompt))]
    assert read == [("2029", "unverändert seit 2027"), ("2026", "")]


def test_every_voice_is_compared_with_itself(book: Workbook, prompt: Prompt) -> None:
    mine = book.voice
    write(book, prompt, "Lesen.", "Lesen.")
    book.add_voice("Mira")
    write(book, prompt, "Singen.", "Ganz anderes.")
    book.use_voice(mine)
    found = [(ring.when, ring.voice, ring.change) for ring in rings.of(book, prompt)]
    assert found == [
        ("2026", "ich", ""),
        ("2026", "Mira", ""),
        ("2027", "ich", "unverändert seit 2026"),
        ("2027", "Mira", "neu geschrieben"),
    ]
    latest = [(r.when, r.voice) for r in rings.latest_first(rings.of(book, prompt))]
    assert latest == [("2027", "ich"), ("2027", "Mira"), ("2026", "Mira")]


def test_what_is_personal_or_confidential_stays_ones_own(
    book: Workbook, personal_prompt: Prompt, confidential_prompt: Prompt
) -> None:
    for prompt in (personal_prompt, confidential_prompt):
        field = next(f for f in prompt.fields if f.kind in (FieldKind.TEXT, FieldKind.LINE))
        book.put(prompt, {field.id: "nur für mich"})
    book.add_voice("Mira")
    for prompt in (personal_prompt, confidential_prompt):
        assert rings.of(book, prompt) == []
        assert not rings.answered(book, prompt)
    assert rings.of_prompts(book, (personal_prompt, confidential_prompt)) == []


def test_questions_nobody_ever_answered_are_left_out(
    book: Workbook, prompt: Prompt, other_prompt: Prompt
) -> None:
    write(book, prompt, "Lesen.")
    book.mark(other_prompt, AnswerState.NOT_HERE)
    trunks = rings.of_prompts(book, book.guide.prompts.values())
    assert [trunk.id for trunk in trunks] == [prompt.id]


def test_a_year_in_which_it_did_not_fit_is_a_ring_too(book: Workbook, prompt: Prompt) -> None:
    write(book, prompt, "Lesen.", "", "Lesen.")
    book.look_at(2027)
    book.mark(prompt, AnswerState.NOT_HERE)
    found = [(ring.text, ring.change) for ring in rings.of(book, prompt)]
    assert found == [
        ("Lesen.", ""),
        ("Passt bei uns nicht.", ""),
        ("Lesen.", ""),
    ]


# Partnerships


def look(book: Workbook, partnership: str, day: str, **value: Any) -> str:
    made = book.cards.add("checkup", {"am": day, "kooperation": [partnership], **value})
    return made.id


def test_a_partnership_has_a_ring_for_each_quarter(book: Workbook) -> None:
    book.set_profile(Profile(start_month=8))
    club, ended, other = (
        book.cards.add("partnership", {"titel": name}).id for name in ("Club", "Ende", "Ruhig")
    )
    book.cards.note(ended, "entscheidungen", "beenden")
    look(book, ended, "2026-02-01", gut="vorbei")
    last = look(book, club, "2026-08-01", gut="Der Raum. Der Kuchen.", schritt="anrufen")
    look(book, club, "2026-02-28", gut="Der Raum.", schritt="anrufen")
    look(book, other, "2026-03-01")
    book.cards.delete(look(book, club, "2026-05-01", gut="weg"))
    (trunk,) = rings.of_partnerships(book)
    assert (trunk.id, trunk.title) == (last, "Club")
    assert [(ring.when, ring.change) for ring in trunk.rings] == [
        ("2025/26, 3. Quartal", ""),
        ("2026/27, 1. Quartal", "Das läuft gut: ergänzt um „Der Kuchen.“"),
    ]


# What changed


def test_a_scale_names_both_steps() -> None:
    assert change(Field("x", FieldKind.SCALE), 2, 4) == "2 → 4 von 5"


def test_choices_numbers_and_days_name_before_and_after() -> None:
    options = (Option("a", "teils"), Option("b", "ja"))
    assert change(Field("x", FieldKind.CHOICE, options=options), "a", "b") == "teils → ja"
    assert change(Field("x", FieldKind.NUMBER, unit="Stunden"), 2.5, 40) == (
        "2,5 Stunden → 40 Stunden"
    )
    day = Field("x", FieldKind.DATE)
    assert change(day, "2024-02-29", "bald") == "29.02.2024 → bald"
    assert change(Field("x", FieldKind.LINE), "Kita", "Amt") == "Kita → Amt"


def test_checks_and_cards_name_what_came_and_went() -> None:
    options = tuple(Option(id, id.upper()) for id in "abcdefg")
    checks = Field("x", FieldKind.CHECKS, options=options)
    assert change(checks, ["a", "b"], ["b", "c"]) == "neu: C; weggefallen: A"
    assert change(checks, ["a"], list("abcdefg")) == "neu: B, C, D, E …"
    assert change(Field("x", FieldKind.CARDS), ["Kita"], ["Kita", "Amt"]) == "neu: Amt"


def test_lists_say_how_many_came_went_and_changed() -> None:
    columns = (Field("was", FieldKind.LINE), Field("ja", FieldKind.LINE))
    field = Field("x", FieldKind.ENTRIES, columns=columns)
    before = [{"was": "Lesen", "ja": "1"}, {"was": "Singen"}]
    after = [{"was": "Lesen", "ja": "2"}, {"was": "Kochen"}, {"was": "Malen"}]
    assert change(field, before, after) == "2 neu, 1 geändert, 1 nicht mehr dabei"
    assert change(field, before, before[::-1]) == "neu geordnet"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("Wir lesen.", " Wir\nlesen. ", ""),
        ("Wir lesen.", "Wir lesen. Und wir singen.", "ergänzt um „Und wir singen.“"),
        (
            "eins zwei drei vier fünf sechs sieben",
            "Oft: eins zwei drei vier fünf sechs sieben acht",
            "ergänzt, neu darin: acht",
        ),
        ("eins zwei drei vier fünf", "eins zwei drei", "gekürzt"),
        ("Wir lesen jeden Tag.", "Draußen blüht es!", "neu geschrieben"),
        ("Wir lesen gern am Montag.", "Wir lesen gern am Freitag.", "neu darin: Freitag"),
        (" ".join(map(str, range(40))), " ".join(map(str, [99, *range(1, 40)])), "fast gleich"),
        ("a b c d", "d c b a", "fast gleich"),
        (None, "neu", "neu dazu"),
        ("alt", None, "steht nicht mehr da"),
    ],
)
def test_texts_say_quietly_what_became_of_them(
    before: str | None, after: str | None, said: str
) -> None:
    found = change(Field("x", FieldKind.TEXT), before, after)
    assert said in found
    assert bool(said) == bool(found)


def test_long_texts_stay_one_short_line() -> None:
    field = Field("x", FieldKind.TEXT)
    text = "Wort für Wort ein langer Text. " * 30_000
    for after in (f"{text}Ende.", f"Anfang {text}", "x" * 1_000_000, text[:5000], f"{text} " * 2):
        line = change(field, text, after)
        assert 0 < len(line) < 90
        assert "\n" not in line


def test_values_from_another_time_are_compared_as_they_are() -> None:
    for kind in FieldKind:
        field = Field("x", kind)
        for before, after in ((["a"], "b"), ("a", ["b"]), (3, "b"), (["a"], [{"b": 1}])):
            was, is_now = (fitted([field], {"x": part}) for part in (before, after))
            line = rings.changed(Prompt("x.y", "?", "", (field,), ()), was, is_now)
            assert "\n" not in line


def test_several_parts_are_named_unless_all_changed_alike(guide: Guide) -> None:
    fields = tuple(Field(id, FieldKind.LINE, label=id.upper()) for id in "abcdef")
    prompt = Prompt("x.y", "?", "", fields, ())
    before = dict.fromkeys("abcdef", "1")
    assert rings.changed(prompt, before, {**before, "b": "2"}) == "B: 1 → 2"
    assert rings.changed(prompt, before, dict.fromkeys("abcdef", "2")) == "1 → 2"
    different = {id: str(n) for n, id in enumerate("abcdef", 2)}
    assert rings.changed(prompt, before, different) == (
        "A: 1 → 2 · B: 1 → 3 · C: 1 → 4 · und 3 weitere Änderungen"
    )
