"""The leaf of a card: what is known of a partnership, a partner, a contact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from gartenjahr_tui.garden import leaf
from gartenjahr_tui.garden.leaf import LONGEST, LeafLine
from gartenjahr_tui.garden.targets import ToCard, ToField
from gartenjahr_tui.words.leaf import LeafWords as words
from gartenjahr_tui.workbook.plain import Answer, AnswerKey
from gartenjahr_tui.workbook.states import AnswerState
from tests.reports.garden_of_markers import Markers

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card


def add(book: Workbook, kind: str, **value: Any) -> Card:
    return book.cards.add(kind, value)


def texts(lines: list[LeafLine], label: str) -> list[str]:
    return [line.text for line in lines if line.label == label]


@pytest.fixture
def partner(book: Workbook) -> Card:
    return add(book, "partner", name="Kita Mitte", telefon="0123 45", mail="kita@x.example")


@pytest.fixture
def partnership(book: Workbook, partner: Card) -> Card:
    """A partnership of which everything is known."""
    card = add(
        book,
        "partnership",
        titel="Lesestart",
        partner=[partner.id],
        verantwortlich=[{"name": "AM"}, {"name": "JK"}],
        vertretung="Theke",
        stufen=[{"am": "2026-02-03", "stufe": "ziele"}, {"am": "2026-08-01", "stufe": "ziele"}],
        wachstum=[{"am": "2026-03-01", "bild": "keim"}, {"am": "2026-05-01", "bild": "pflanze"}],
        absprachen=[
            {"was": "Raum am Dienstag", "bis": "2027-12-31"},
            {"was": "Absichtserklärung", "bis": "2026-11-01"},
            {"was": "Zusage von damals", "bis": "2019-01-01"},
        ],
        stimmen=[
            {"am": "2026-01-01", "rolle": "eine Mutter", "stimme": "Gern wieder."},
            {"am": "2026-10-01", "rolle": "Leitung", "stimme": "Endlich!"},
        ],
    )
    person = add(book, "contact", name="Ö. Özlem", partner=[partner.id], telefon="0123 99")
    harvest = add(book, "harvest", titel="Fest", kooperation=[card.id])
    add(book, "thanks", wofuer="hat Stühle geschleppt", personen=[person.id], ernte=[harvest.id])
    add(book, "thanks", wofuer="Kuchen", organisation=[partner.id], kooperation=[card.id])
    add(book, "thanks", wofuer="erledigt", ernte=[harvest.id], stand="erledigt", am="2026-10-10")
    add(book, "encounter", am="2026-11-10", partner=[partner.id], anlass="Tee", art="besuch")
    add(book, "encounter", am="2026-12-24", partner=[partner.id], anlass="kommt erst noch")
    add(
        book,
        "encounter",
        am="2026-10-01",
        kooperation=[card.id],
        schritt="Plakate bringen",
        schritt_am="2026-11-14",
    )
    round = add(book, "checkin", titel="Herbst 2026", am="2026-10-02")
    add(
        book,
        "checkup",
        am="2026-10-02",
        runde=[round.id],
        kooperation=[card.id],
        gut="Die Kinder kommen.",
        nicht="Der Raum ist kalt.",
        aendern="Decken.",
        schritt="Decken holen",
        schritt_am="2026-12-04",
    )
    return card


def test_a_partnership_says_who_how_far_what_was_last_and_what_is_next(
    book: Workbook, partnership: Card
) -> None:
    said = [(line.label, line.text) for line in leaf.lines(book, partnership)]
    assert said == [
        ("Partner", "Kita Mitte · 0123 45 · kita@x.example"),
        ("Ansprechperson", "Ö. Özlem · 0123 99"),
        ("Bei uns", "AM, JK · Vertretung: Theke"),
        ("Kooperationsstand", "Gemeinsame Ziele und gegenseitige Unterstützung, seit 03.02.2026"),
        ("Wachstumsstufe", "Pflanze, seit 01.05.2026"),
        ("Letzte Begegnung", "10.11. · Tee"),
        ("Nächster Schritt", "überfällig seit 14.11.: Plakate bringen"),
        ("Nächster Schritt", "bis 04.12.: Decken holen"),
        ("Dank offen", "Kita Mitte: Kuchen"),
        ("Dank offen", "Ö. Özlem: hat Stühle geschleppt"),
        ("Absprache", "Absichtserklärung · galt bis 01.11."),
        ("Absprache", "Raum am Dienstag · gilt bis 31.12.2027"),
        ("Check-in Herbst 2026", "lief gut: Die Kinder kommen."),
        ("Check-in Herbst 2026", "lief nicht: Der Raum ist kalt."),
        ("Check-in Herbst 2026", "ändern: Decken."),
        ("Stimmen", "„Endlich!“ – Leitung, 01.10.2026"),
        ("Stimmen", "„Gern wieder.“ – eine Mutter, 01.01.2026"),
    ]


def test_a_partner_says_how_to_reach_it_and_what_grows_with_it(
    book: Workbook, partnership: Card, partner: Card
) -> None:
    lines = leaf.lines(book, book.cards[partner.id])
    assert texts(lines, words.REACH) == ["0123 45 · kita@x.example"]
    assert texts(lines, words.CONTACT) == ["Ö. Özlem · 0123 99"]
    assert texts(lines, words.PARTNERSHIP) == ["Lesestart · Pflanze"]
    (leads,) = [line.target for line in lines if line.label == words.PARTNERSHIP]
    assert leads == ToCard(partnership.id)
    assert "überfällig seit 14.11.: Plakate bringen (Lesestart)" in texts(lines, words.STEP)
    assert texts(lines, words.MET) == ["10.11. · Tee"]
    assert texts(lines, words.AGREEMENT)[0] == "Absichtserklärung (Lesestart) · galt bis 01.11."
    assert texts(lines, words.THANKS) == [
        "Kita Mitte: Kuchen",
        "Ö. Özlem: hat Stühle geschleppt",
    ]


def test_a_contact_says_the_number_and_the_thanks_that_are_open(
    book: Workbook, partnership: Card
) -> None:
    (contact,) = book.cards.of("contact")
    said = [(line.label, line.text) for line in leaf.lines(book, contact)]
    assert said == [
        ("Erreichen", "0123 99"),
        ("Partner", "Kita Mitte · 0123 45 · kita@x.example"),
        ("Dank offen", "Ö. Özlem: hat Stühle geschleppt"),
    ]


def test_every_line_leads_to_a_question_that_has_its_field(
    book: Workbook, partnership: Card
) -> None:
    for kind in leaf.KINDS:
        for card in book.cards.of(kind):
            for line in leaf.lines(book, card):
                if isinstance(line.target, ToField):
                    form = book.cards.form(book.cards[line.target.card])
                    prompt = form.prompts[line.target.prompt]
                    assert line.target.field in [field.id for field in prompt.fields]
                    assert line.target.section in [section.id for section in form.sections]
                    assert not prompt.guarded


def test_a_card_that_has_only_what_it_began_with_has_no_leaf(book: Workbook) -> None:
    partner = add(book, "partner", name="Kita")
    begun = add(book, "partnership", titel="Neu", partner=[partner.id])
    person = add(book, "contact", name="Jemand", partner=[partner.id])
    assert book.cards.state(begun, "wachstum") == "samenkorn"
    assert not leaf.lines(book, begun)
    assert not leaf.lines(book, person)
    assert not leaf.lines(book, add(book, "seed", titel="Idee", worum="Vieles"))


def test_an_encounter_without_an_occasion_says_what_it_was(book: Workbook, partner: Card) -> None:
    add(book, "encounter", am="2024-11-10", partner=[partner.id], art="besuch")
    lines = leaf.lines(book, book.cards[partner.id])
    assert texts(lines, words.MET) == ["10.11.2024 · Besuch"]


def test_a_decision_is_said_where_it_changes_something(book: Workbook, partnership: Card) -> None:
    book.cards.note(partnership.id, "entscheidungen", "weiter")
    assert not texts(leaf.lines(book, book.cards[partnership.id]), words.DECISION)
    book.cards.note(partnership.id, "entscheidungen", "ruhen")
    assert texts(leaf.lines(book, book.cards[partnership.id]), words.DECISION)


def test_a_card_that_is_put_away_has_no_leaf(book: Workbook, partnership: Card) -> None:
    book.cards.delete(partnership.id)
    assert not leaf.lines(book, book.cards[partnership.id])


def test_what_a_packet_brought_is_among_the_voices(book: Workbook, partnership: Card) -> None:
    book.add_voice("Frau Kaya")
    prompt = book.cards.form(partnership).prompts["partnership.worum"]
    key = AnswerKey(prompt.id, book.newest_year, book.voice.id, partnership.id)
    book.take_from_outside(Answer(key, AnswerState.ANSWERED, {"worum": "Um die Eltern."}))
    found = [line for line in leaf.lines(book, partnership) if "Um die Eltern." in line.text]
    assert "Frau Kaya" in found[0].text
    assert found[0].label == words.VOICES


def test_nothing_confidential_stands_on_a_leaf(book: Workbook) -> None:
    markers = Markers()
    made = {kind: markers.card(book, kind) for kind in book.guide.forms}
    forms = book.guide.forms
    for kind, card in made.items():
        for field in forms[kind].links:
            if not (field.columns or field.not_self):
                book.cards.set(card.id, **{field.id: [made[field.of].id]})
    partnership = book.cards.set(made["partnership"].id, entscheidungen=[])
    for prompt in forms["partnership"].prompts.values():
        key = AnswerKey(prompt.id, book.newest_year, book.voice.id, partnership.id)
        value = markers.fill(prompt.fields, "", prompt.id)
        book.take_from_outside(Answer(key, AnswerState.ANSWERED, value))
    prompts = {p.id: p for form in forms.values() for p in form.prompts.values()}
    for kind in leaf.KINDS:
        lines = leaf.lines(book, book.cards[made[kind].id])
        found = {question for line in lines for _, question in markers.found(line.text)}
        assert found
        assert not {id for id in found if prompts[id].guarded}


def test_what_is_long_or_much_is_cut_and_says_so(book: Workbook, partner: Card) -> None:
    for number in range(6):
        add(book, "contact", name=f"Person {number} " + "x" * 300, partner=[partner.id])
    people = texts(leaf.lines(book, book.cards[partner.id]), words.CONTACT)
    assert len(people) == 4
    assert people[-1] == "… und 3 weitere"
    assert all(len(text) <= LONGEST for text in people)
