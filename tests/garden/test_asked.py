"""The core of a card is asked first, the rest is folded; what is written is never folded away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from gartenjahr_tui.garden.asked import RULES, SOME, asked, folded, rest
from gartenjahr_tui.garden.sheet import FORMER_PAGE, CardSheet
from gartenjahr_tui.guide.model import FieldKind
from gartenjahr_tui.guide.reader import read_guide
from tests.conftest import Clock

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

GUIDE = read_guide()
SUMMER = date(2026, 6, 15)

CORE = {
    "partnership": 14,
    "partner": 9,
    "seed": 8,
    "encounter": 5,
    "harvest": 4,
}
"""Kind → fields that a new card asks for in summer; the four of transparency are one table."""


def sheet_of(book: Workbook, kind: str, **value: Any) -> CardSheet:
    """A card of the garden."""
    return CardSheet(book, book.cards.add(kind, value))


def ids(sheet: CardSheet) -> set[str]:
    """The fields a card asks for."""
    return {f.id for page in sheet.sections for prompt in page.prompts for f in prompt.fields}


def pages(sheet: CardSheet) -> list[str]:
    """The pages a card shows."""
    return [page.id for page in sheet.sections]


def marks(sheet: CardSheet) -> list[str]:
    """The marks of the stage that are asked."""
    prompts = [prompt for page in sheet.sections for prompt in page.prompts]
    (field,) = (f for p in prompts for f in p.fields if f.id == "kriterien")
    return [option.id for option in field.options]


@pytest.fixture
def summer(book: Workbook, clock: Clock) -> Workbook:
    """A garden in the middle of the year."""
    clock.forward(days=(SUMMER.replace(year=2027) - book.today).days)
    return book


def test_every_rule_that_a_form_names_is_known() -> None:
    fields = [field for form in GUIDE.forms.values() for field in form.fields.values()]
    assert {field.when for field in fields} == {"", *RULES}
    assert {field.some for field in fields} == {"", *SOME}
    asked = [field for prompt in GUIDE.prompts.values() for field in prompt.fields]
    assert not any(field.when or field.some for field in asked)


@pytest.mark.parametrize("kind", CORE)
def test_a_new_card_asks_for_its_core(summer: Workbook, kind: str) -> None:
    sheet = CardSheet(summer, summer.cards.blank(kind))
    asked = {id.rstrip("abcd") if "transparenz" in id else id for id in ids(sheet)}
    # A seed begins with its first state, which stands there.
    assert len(asked - {"verlauf"}) == CORE[kind]
    assert sheet.folded()


@pytest.mark.parametrize("kind", [form for form in GUIDE.forms if form != "checkup"])
def test_whatever_is_written_is_shown(summer: Workbook, kind: str) -> None:
    """Each field by itself, with everything else left empty."""
    raws: dict[FieldKind, Any] = {
        FieldKind.SCALE: 3,
        FieldKind.NUMBER: 7,
        FieldKind.DATE: "2026-06-01",
        FieldKind.CARDS: ["Verein"],
    }
    for field in GUIDE.forms[kind].fields.values():
        column = next((c for c in field.columns if c.kind is FieldKind.LINE), None)
        column = column or next((c for c in field.columns if c.kind is FieldKind.TEXT), None)
        part = raws.get(field.kind, "Marke")
        if field.options:
            id = field.options[-1].id
            part = [id] if field.kind is FieldKind.CHECKS else id
        if column:
            part = [{column.id: "Marke"}]
        sheet = sheet_of(summer, kind, **{field.id: part})
        assert sheet.card.value.get(field.id), field.id
        assert field.id in ids(sheet)
        (shown,) = (
            f for s in sheet.sections for p in s.prompts for f in p.fields if f.id == field.id
        )
        if field.options:
            assert field.options[-1] in shown.options


def test_looking_back_and_deciding_have_their_time(book: Workbook, clock: Clock) -> None:
    """It is November: the garden rests."""
    card = sheet_of(book, "partnership", titel="Vorlesen").card
    assert {"partnership.rueckblick", "partnership.entscheidung"} <= {*pages(CardSheet(book, card))}
    clock.forward(days=180)
    assert not {"partnership.rueckblick", "partnership.entscheidung"} & {
        *pages(CardSheet(book, card))
    }


def test_the_farewell_comes_by_itself_once_a_partnership_ends(summer: Workbook) -> None:
    sheet = sheet_of(summer, "partnership", titel="Vorlesen")
    assert "partnership.ende" not in pages(sheet)
    summer.cards.set(sheet.id, entscheidungen=[{"am": "2027-06-01", "weg": "beenden"}])
    assert "partnership.ende" in pages(sheet)


def test_only_the_marks_of_the_next_stage_are_asked_and_those_that_are_set(
    summer: Workbook,
) -> None:
    sheet = sheet_of(summer, "partnership", titel="Vorlesen", kriterien=["k11"])
    assert marks(sheet) == ["k01", "k02", "k03", "k11"]
    summer.cards.set(sheet.id, stufen=[{"am": "2027-06-01", "stufe": "gespraeche"}])
    assert marks(CardSheet(summer, sheet.card)) == ["k06", "k07", "k08", "k11"]
    # What is shown already does not vanish from under the cursor.
    assert {"k01", "k06"} <= {*marks(sheet)}


def test_answering_a_part_of_a_question_leaves_the_folded_part_alone(summer: Workbook) -> None:
    sheet = sheet_of(summer, "partnership", titel="Vorlesen", kriterien=["k01"])
    (prompt,) = (p for s in sheet.sections for p in s.prompts if p.id == "partnership.merkmale")
    summer.cards.set(sheet.id, kriterien=["k01", "k11"], themenfeld="kultur")
    sheet.put(prompt, {"kriterien": ["k01", "k02", "k11"]})
    assert sheet.card.value["kriterien"] == ["k01", "k02", "k11"]
    (what,) = (p for p in sheet.sections[0].prompts if p.id == "partnership.was")
    assert "themenfeld" in {field.id for field in what.fields}
    sheet.put(prompt, {"kriterien": ["k02", "k11"]})
    assert sheet.card.value["themenfeld"] == "kultur"


def test_a_table_in_which_something_stands_is_asked_as_a_whole(summer: Workbook) -> None:
    cells = {f"{row}_{cell}" for row in ("raum", "budget", "personal") for cell in ("haben", "mit")}
    assert not cells & ids(sheet_of(summer, "seed", titel="Bank"))
    assert cells <= ids(sheet_of(summer, "seed", titel="Hof", raum_haben="Der Hof"))


def test_an_alliance_has_its_questions_once_the_partner_is_one(summer: Workbook) -> None:
    sheet = sheet_of(summer, "partner", name="Runder Tisch")
    assert "mitglieder" not in ids(sheet)
    summer.cards.set(sheet.id, ist_buendnis="ja")
    assert "mitglieder" in ids(sheet)


def test_unfolding_is_remembered_as_long_as_the_program_runs(summer: Workbook) -> None:
    sheet = sheet_of(summer, "partnership", titel="Vorlesen")
    sheet.unfolded = True
    again = CardSheet(summer, sheet.card)
    every = {f.id for prompt in GUIDE.forms["partnership"].asked for f in prompt.fields}
    assert ids(again) == every
    assert again.folded() == 0
    again.unfolded = False
    assert ids(sheet) < every


def test_what_is_emptied_stays_until_the_card_is_opened_anew(summer: Workbook) -> None:
    sheet = sheet_of(summer, "partnership", titel="Vorlesen", vertretung="AM")
    assert "vertretung" in ids(sheet)
    summer.cards.set(sheet.id, vertretung="")
    assert "vertretung" in ids(sheet)
    assert "vertretung" not in ids(CardSheet(summer, sheet.card))


def test_a_question_asked_no_more_is_asked_at_no_time_and_stands_once_it_holds_something(
    summer: Workbook,
) -> None:
    sheet = sheet_of(summer, "partner", name="Runder Tisch", ist_buendnis="ja")
    count = sheet.folded()
    assert FORMER_PAGE not in pages(sheet)
    assert not {"dabei", "naechster"} & ids(sheet)
    summer.cards.set(sheet.id, dabei="ja")
    assert pages(sheet)[-1] == FORMER_PAGE
    assert {"dabei", "naechster"} <= ids(sheet)
    assert sheet.folded() == count


def test_a_field_asked_no_more_goes_with_its_question_and_never_folds(summer: Workbook) -> None:
    card = sheet_of(summer, "partnership", titel="Vorlesen").card
    page = GUIDE.forms["partnership"].section_of("partnership.laeuft")
    (prompt,) = (each for each in page.prompts if each.id == "partnership.laeuft")
    gone, *others = prompt.fields
    fields = (replace(gone, former=True), *(replace(field, when="more") for field in others))
    page = replace(page, questions=(replace(prompt, fields=fields),))

    now = asked(summer, card, page, set())
    assert now.prompts == ()
    assert [field.id for field in rest(page, now).prompts[0].fields] == [f.id for f in others]
    assert folded([page], [now]) == 1

    filled = replace(card, value={**card.value, gone.id: "Das Vorlesen"})
    now = asked(summer, filled, page, set())
    assert [field.id for field in now.prompts[0].fields] == [gone.id]
    assert folded([page], [now]) == 1
    every = asked(summer, filled, page, {field.id for field in others})
    assert every == page
    assert folded([page], [every]) == 0


def test_how_many_came_is_asked_of_events_alone(book: Workbook) -> None:
    card = book.cards.add("encounter", {"anlass": "Lesung", "art": "zufall"})
    sheet = CardSheet(book, card)
    (page, *_) = sheet.pages

    def asked() -> list[str]:
        return [prompt.id for prompt in sheet.asked(sheet.form.sections[0]).prompts]

    assert asked() == ["encounter.kurz"]
    assert sheet.folded(page) == 0
    book.cards.put(card.id, [sheet.form.fields["art"]], {"art": "veranstaltung"})
    assert asked() == ["encounter.kurz", "encounter.gaeste"]
