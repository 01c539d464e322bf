"""Contacts come into the garden as seen before, all at once, and leave it the same way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gartenjahr_tui.exchange import importing, incoming, matching
from gartenjahr_tui.exchange.importing import Plan, TakenCard, Treatment
from gartenjahr_tui.exchange.rows import NotRead
from gartenjahr_tui.outlet import WorkProgress
from gartenjahr_tui.workbook.plain import Card
from tests.conftest import OpenBook

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

HEAD = "Name;Firma;Funktion;Telefon;E-Mail;Straße;Ort;Website\n"


def planned(book: Workbook, rows: str, **options: Any) -> Plan:
    found = incoming.parsed((HEAD + rows).encode(), "liste.csv", WorkProgress())
    return importing.plan(book, found, matching.proposed(found), **options)


def take(book: Workbook, rows: str, treatment: Treatment = Treatment.SKIP) -> list[TakenCard]:
    plan = planned(book, rows)
    wanted = importing.deeds(book, plan, treatment)
    importing.take(book, plan, wanted)
    return wanted


def said(book: Workbook, kind: str) -> dict[str, dict[str, Any]]:
    """Name → the other fields, links by name."""
    found = {}
    for card in book.cards.of(kind):
        value = {id: part for id, part in card.value.items() if id != "name"}
        if "partner" in value:
            value["partner"] = [book.cards.name(id) for id in value["partner"]]
        found[book.cards.title(card)] = value
    return found


@pytest.fixture
def garden(book: Workbook) -> Workbook:
    kita = book.cards.add("partner", {"name": "Kita Probe"})
    erika = {"name": "Frau Erika Erfunden", "partner": [kita.id], "mail": "e@probe.example"}
    book.cards.add("contact", erika)
    return book


def test_a_contact_belongs_to_the_partner_that_is_there_or_comes_along(garden: Workbook) -> None:
    take(
        garden,
        "Max;KITA PROBE;Koch;1;;Weg 9;Ort;\n"
        "Mia;Zoo;;2;;;;zoo.example\nMo;zoo;;;;Weg 1;Musterort;\nSolo;;;;;;;\n",
    )
    people, partners = said(garden, "contact"), said(garden, "partner")
    assert people["Max"]["partner"] == ["Kita Probe"]
    assert people["Mia"]["partner"] == people["Mo"]["partner"] == ["Zoo"]
    assert "partner" not in people["Solo"]
    assert partners == {
        "Kita Probe": {},
        "Zoo": {"anschrift": "Weg 1\nMusterort", "web": "zoo.example"},
    }
    assert people["Max"]["quelle"] == "Datei „liste.csv“, eingelesen am 22.11.2026"


def test_what_is_there_already_is_shown_with_its_reason(garden: Workbook) -> None:
    plan = planned(
        garden,
        "Erfunden, Erika;;;;;;;\nNeu;;;;E@probe.example;;;\n;kita  probe;;;;;;\n"
        "Max;;;;m@x.example;;;\nmax;;;;;;;\nMoritz;;;;M@x.example;;;\n",
    )
    twins = {entry.line: entry.twin for entry in plan.twins}
    assert sorted(twins) == [2, 3, 4, 6, 7]
    assert [bool(t and t.by_mail) for t in twins.values()] == [False, True, False, False, True]
    assert [t.line for t in twins.values() if t and t.line] == [5, 5]


def test_a_skipped_contact_brings_no_partner(garden: Workbook) -> None:
    rows = "Erika Erfunden;Neuer Verein;;;e@probe.example;;;\n"
    assert take(garden, rows) == []
    assert list(said(garden, "partner")) == ["Kita Probe"]


def test_filling_touches_empty_fields_only(garden: Workbook) -> None:
    take(
        garden,
        "Erika Erfunden;Kita Probe;Leitung;0999;anders@x.example;;;\n"
        ";Kita Probe;;;;Weg 1;Ort;k.example\nMax;;;;;;;\nMax;Zoo;Wart;;;;;\n",
        Treatment.FILL,
    )
    people = said(garden, "contact")
    assert people["Frau Erika Erfunden"] == {
        "partner": ["Kita Probe"],
        "mail": "e@probe.example",
        "funktion": "Leitung",
        "telefon": "0999",
        "quelle": "Datei „liste.csv“, eingelesen am 22.11.2026",
    }
    assert people["Max"]["funktion"] == "Wart"
    assert people["Max"]["partner"] == ["Zoo"]
    assert said(garden, "partner")["Kita Probe"] == {
        "anschrift": "Weg 1\nOrt",
        "web": "k.example",
    }


def test_a_single_row_may_be_treated_in_another_way(garden: Workbook) -> None:
    plan = planned(garden, "Erika Erfunden;;;;;;;\nErika Erfunden;;;;;;;\n")
    wanted = importing.deeds(garden, plan, Treatment.SKIP, {2: Treatment.ADD})
    assert [deed.entry.line for deed in wanted] == [3]


def test_every_row_may_be_an_organisation(book: Workbook) -> None:
    plan = planned(book, "Zoo;;;1;;;;\nErika;Kita;;;;;;\n", only_partners=True)
    assert [(entry.kind, entry.name) for entry in plan.entries] == [
        ("partner", "Zoo"),
        ("partner", "Kita"),
    ]


def test_rows_without_a_name_are_named_by_line(book: Workbook) -> None:
    plan = planned(book, ";;;1;a@x.example;;;\nMax;;;;;;;\n")
    assert [(one.line, one.reason) for one in plan.unreadable] == [(2, "Es steht kein Name darin.")]


ROWS = "Erika Erfunden;;Leitung;;;;;\nMax;Zoo;;;;;;\n;Verein;;;;;;\n"


def test_the_whole_import_is_one_step_back(garden: Workbook) -> None:
    before = said(garden, "contact"), said(garden, "partner")
    take(garden, ROWS, Treatment.FILL)
    assert len(garden.cards.of("contact")) == 2
    assert garden.undoing.take_back() == "Zurückgenommen: Einlesen von „liste.csv“, 4 Karten."
    assert (said(garden, "contact"), said(garden, "partner")) == before
    assert len(garden.undoing) == 0


def test_what_somebody_went_on_writing_stays(garden: Workbook) -> None:
    take(garden, ROWS)
    max_ = garden.cards.same_name("contact", "Max")[0]
    garden.cards.set(max_.id, notiz="ruft gern morgens an")
    assert "Eine Angabe wurde seither" in garden.undoing.take_back()
    assert "Max" in said(garden, "contact")
    assert list(said(garden, "partner")) == ["Kita Probe"]


def test_it_can_be_taken_back_after_the_next_start_too(
    garden: Workbook, open_book: OpenBook
) -> None:
    before = said(garden, "contact"), said(garden, "partner")
    take(garden, ROWS, Treatment.FILL)
    garden.close()
    again = open_book()
    assert importing.take_back(again) == "Zurückgenommen: Einlesen von „liste.csv“, 4 Karten."
    assert (said(again, "contact"), said(again, "partner")) == before
    assert importing.take_back(again) == ""


def test_after_the_next_start_too_what_was_gone_on_with_stays(
    garden: Workbook, open_book: OpenBook
) -> None:
    take(garden, ROWS, Treatment.FILL)
    garden.cards.set(garden.cards.same_name("contact", "Max")[0].id, notiz="Hund")
    erika = garden.cards.same_name("contact", "Frau Erika Erfunden")[0]
    garden.cards.set(erika.id, funktion="Vertretung")
    garden.close()
    again = open_book()
    assert "Eine Karte wurde seither weitergeschrieben" in importing.take_back(again)
    assert "Max" in said(again, "contact")
    assert said(again, "contact")["Frau Erika Erfunden"]["funktion"] == "Vertretung"


def test_where_nothing_can_be_written_nothing_is(garden: Workbook, open_book: OpenBook) -> None:
    garden.flush()
    second = open_book()
    plan = planned(second, "Max;;;;;;;\n")
    with pytest.raises(PermissionError):
        importing.take(second, plan, importing.deeds(second, plan))
    assert len(second.undoing) == 0


def test_what_breaks_off_half_way_leaves_nothing(
    garden: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = said(garden, "contact"), said(garden, "partner")
    add = importing._add_card
    added: list[Card] = []

    def once(*given: Any) -> Any:
        if added:
            raise KeyboardInterrupt
        added.append(add(*given))
        return added[0]

    monkeypatch.setattr(importing, "_add_card", once)
    with pytest.raises(KeyboardInterrupt):
        take(garden, ROWS, Treatment.FILL)
    assert added
    assert (said(garden, "contact"), said(garden, "partner")) == before
    assert len(garden.undoing) == 0


def test_text_stays_text(book: Workbook) -> None:
    take(book, '"=cmd|\' /C calc\'!A0";[b]Zoo[/];@SUM(1);+1;"a\x1b[31m";;;\n')
    name, value = next(iter(said(book, "contact").items()))
    assert name == "=cmd|' /C calc'!A0"
    assert value["partner"] == ["[b]Zoo[/]"]
    assert value["mail"] == "a[31m"


CELL = st.text(max_size=8) | st.sampled_from(["Erika Erfunden", "Kita Probe", "e@probe.example"])
TREATMENTS = st.sampled_from(list(Treatment))


@given(st.lists(st.lists(CELL, min_size=8, max_size=8), max_size=8), TREATMENTS, st.booleans())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_planning_writes_nothing_and_what_was_taken_goes_back_whole(
    garden: Workbook, rows: list[list[str]], treatment: Treatment, only_partners: bool
) -> None:
    quoted = (";".join(f'"{cell.replace(chr(34), "")}"' for cell in row) for row in rows)
    before = {card.id: (card.deleted, card.value) for card in garden.cards.all()}
    try:
        plan = planned(garden, "\n".join(quoted), only_partners=only_partners)
    except NotRead:
        return
    wanted = importing.deeds(garden, plan, treatment)
    assert {card.id: (card.deleted, card.value) for card in garden.cards.all()} == before
    importing.take(garden, plan, wanted)
    garden.undoing.take_back()
    after = {card.id: (card.deleted, card.value) for card in garden.cards.all()}
    assert {id: after[id] for id in before} == before
    assert all(deleted for id, (deleted, _) in after.items() if id not in before)


def test_five_thousand_contacts_are_taken_and_taken_back(book: Workbook, tmp_path: Path) -> None:
    file = tmp_path / "viele.csv"
    rows = (f"Vor{i} Nach{i};Firma {i % 800};;0{i};p{i}@x.example;;;" for i in range(5000))
    file.write_text(HEAD + "\n".join(rows), "cp1252")
    found = incoming.read(file)
    plan = importing.plan(book, found, matching.proposed(found))
    wanted = importing.deeds(book, plan)
    importing.take(book, plan, wanted)
    assert len(book.cards.of("contact")) == 5000
    assert len(book.cards.of("partner")) == 800
    book.undoing.take_back()
    assert book.cards.of("contact") == book.cards.of("partner") == []
