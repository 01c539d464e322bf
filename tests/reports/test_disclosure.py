"""The Auskunft finds a person wherever a name can stand, and says nothing about others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from gartenjahr_tui.guide.model import Field, FieldKind
from gartenjahr_tui.reports.disclosure import DISCLOSURE
from gartenjahr_tui.reports.document import Heading, Table
from gartenjahr_tui.reports.person_search import Person
from gartenjahr_tui.workbook.plain import Answer, AnswerKey
from gartenjahr_tui.workbook.states import AnswerState
from tests.reports.garden_of_secrets import document_of, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gartenjahr_tui.reports.document import Document
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card
    from tests.conftest import Clock, OpenBook

NAME = "Erna Erfunden"
WRITTEN = (FieldKind.TEXT, FieldKind.LINE, FieldKind.DATE, FieldKind.NUMBER)


@pytest.fixture
def erna(book: Workbook) -> Card:
    partner = book.cards.add("partner", {"name": "Kita am Fluss (erfunden)"})
    return book.cards.add(
        "contact",
        {
            "name": f"{NAME} (erfunden)",
            "partner": [partner.id],
            "telefon": "0000 1",
            "quelle": "Visitenkarte",
            "zuletzt": "2026-03-12",
            "notiz": "Montags gut zu erreichen",
        },
    )


def about(book: Workbook, who: Card | str) -> Document:
    return document_of(DISCLOSURE, book, who if isinstance(who, str) else who.id)


def rows(document: Document) -> list[tuple[str, ...]]:
    tables = (block for block in document.blocks if isinstance(block, Table))
    return [row for table in tables for row in table.rows]


def headed(document: Document, heading: str) -> str:
    """What stands under a heading."""
    text = said(document)
    return text.partition(f"{heading}\n")[2]


def places(fields: Iterable[Field], prefix: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every place a name can be written in, and a value with the name there alone."""
    for field in fields:
        place = f"{prefix}-{field.id}"
        if field.kind in WRITTEN:
            yield place, {field.id: f"{NAME} bei {place}"}
        elif field.kind is FieldKind.CARDS:
            yield place, {field.id: [f"{NAME} bei {place}"]}
        elif field.kind is FieldKind.ENTRIES:
            for inner, value in places(field.columns, place):
                yield inner, {field.id: [value]}


def test_every_field_of_every_card_is_looked_through(book: Workbook, erna: Card) -> None:
    wanted = []
    for kind, form in book.guide.forms.items():
        for place, value in places(form.fields.values(), kind):
            if place != "contact-name":
                book.cards.add(kind, value)
                wanted.append(place)
    text = said(about(book, erna))
    assert not [place for place in wanted if place not in text]


def test_fields_that_name_cards_are_looked_through(book: Workbook, erna: Card) -> None:
    wanted = 0
    for kind, form in book.guide.forms.items():
        for field in form.fields.values():
            if field.kind is FieldKind.CARDS and field.of == "contact":
                book.cards.add(kind, {field.id: [erna.id], form.title: f"Karte {kind}"})
                wanted += f"Karte {kind}" in said(about(book, erna))
    assert wanted == 3


def test_every_answer_is_looked_through_confidential_ones_too(book: Workbook, erna: Card) -> None:
    wanted, sentences = [], []
    for prompt in book.guide.prompts.values():
        raw: dict[str, Any] = {}
        for place, value in places(prompt.fields, prompt.id):
            for id, part in value.items():
                # Each place in an entry of its own.
                raw[id] = [*raw[id], *part] if isinstance(part, list) and id in raw else part
            wanted.append(place)
        if raw:
            book.put(prompt, raw)
            sentences.append(prompt.ask)
    text = said(about(book, erna))
    assert not [place for place in wanted if place not in text]
    assert not [ask for ask in sentences if ask not in text]


def test_the_card_of_the_person_is_told_as_a_whole(book: Workbook, erna: Card) -> None:
    text = said(about(book, erna))
    for part in ("0000 1", "Visitenkarte", "12. März 2026", "Montags gut zu erreichen"):
        assert part in text
    # What for, since when, where from, who gets it.
    assert "Zusammenarbeit der Bibliothek mit Kita am Fluss (erfunden)" in text
    assert "22. November 2026" in text
    assert "niemand von selbst" in text
    assert "Berichtigung und Löschung" in text
    assert DISCLOSURE.private


def test_encouragement_and_thanks_for_the_person_are_told_as_a_whole(
    book: Workbook, erna: Card
) -> None:
    book.cards.add("encouragement", {"wem": NAME, "warum": "War traurig", "worte": "Kopf hoch"})
    book.cards.add("thanks", {"wofuer": "Kuchen", "personen": [erna.id], "worte": "So gut"})
    text = said(about(book, erna))
    for part in ("War traurig", "Kopf hoch", "Kuchen", "So gut"):
        assert part in text


def test_others_are_not_told_of(book: Workbook, erna: Card) -> None:
    other = book.cards.add("contact", {"name": "Bernd Beispiel", "notiz": f"Kennt {NAME}. Privat!"})
    book.cards.add(
        "encounter",
        {
            "anlass": "Treffen mit Bernd Beispiel",
            "personen": [erna.id, other.id, "Carla Kunstname"],
            "erzaehlt": f"Bernd kommt zu spät. {NAME} bringt Saft mit. Carla fehlt.",
        },
    )
    book.cards.add("encouragement", {"wem": "Bernd Beispiel", "warum": f"Hilft {NAME}. Ist müde."})
    book.cards.add(
        "feast",
        {"titel": "Fest", "gaeste": [{"wer": NAME, "zusage": "ja"}, {"wer": "Carla Kunstname"}]},
    )
    text = said(about(book, erna))
    assert f"{NAME} bringt Saft mit." in text
    assert f"Kennt {NAME}." in text
    assert f"Hilft {NAME}." in text
    for part in ("Bernd Beispiel", "Carla", "zu spät", "Privat", "müde"):
        assert part not in text


def test_running_text_stands_under_a_heading_of_its_own(book: Workbook, erna: Card) -> None:
    book.cards.add("request", {"betreff": "Saal", "wer": [NAME]})
    book.cards.add("harvest", {"titel": "Saft", "mithilfe": "ERNA ERFUNDENS Korb war schwer."})
    document = about(book, erna)
    assert "ERNA ERFUNDENS Korb" in headed(document, "Im laufenden Text erwähnt")
    named, _, mentioned = said(document).partition("Im laufenden Text erwähnt")
    assert "Saal" in named and "Saal" not in mentioned


def test_only_whole_words_are_the_name(book: Workbook) -> None:
    card = book.cards.add("contact", {"name": "Anna Bäum"})
    for text in ("Annabäum", "Joanna Bäum", "Anna Bäumler"):
        book.cards.add("harvest", {"titel": "Ernte", "was": text})
    assert not rows(about(book, card))
    for text in ("Anna Baeum", "anna\nbäum", "(Anna Bäum)", "Frau Dr. Anna Bäum kam."):
        book.cards.add("harvest", {"titel": "Ernte", "was": text})
    assert len(rows(about(book, card))) == 4


def test_deleted_cards_and_former_versions_are_in_with_their_day(
    book: Workbook, erna: Card, clock: Clock
) -> None:
    gone = book.cards.add("request", {"betreff": "Weggelegt", "wer": [NAME], "am": "2026-02-03"})
    book.cards.delete(gone.id)
    changed = book.cards.add("harvest", {"titel": "Saft", "was": f"{NAME} presst Äpfel aus."})
    book.flush()
    clock.forward(days=2)
    book.cards.set(changed.id, was="Jemand presst Äpfel aus.")
    book.cards.set(erna.id, telefon="0000 2")
    book.flush()
    document = about(book, erna)
    text = said(document)
    assert "Anfrage „Weggelegt“, gelöscht" in text
    (former,) = [row for row in rows(document) if "presst" in row[3]]
    assert "frühere Fassung" in former[0]
    assert former[1] == "22. November 2026"
    assert "0000 1" in text and "0000 2" in text


def test_former_answers_are_in(book: Workbook, clock: Clock, prompt: Any) -> None:
    book.put(prompt, {"text": f"{NAME} fragen."})
    book.flush()
    clock.forward(days=2)
    book.put(prompt, {"text": "Niemanden fragen."})
    (row,) = rows(about(book, NAME))
    assert row[3] == f"{NAME} fragen."
    assert "frühere Fassung" in row[0]


def test_a_deleted_contact_can_be_asked_about(book: Workbook, erna: Card) -> None:
    book.cards.delete(erna.id)
    (ask,) = DISCLOSURE.asks
    options = {option.id: option.label for option in ask.options(book)}
    assert options[erna.id] == f"{NAME} (erfunden) (gelöscht)"
    for who in (erna.id, NAME):
        assert "0000 1" in said(about(book, who))


def test_a_card_taken_over_by_somebody_else_does_not_give_them_away(
    book: Workbook, erna: Card, clock: Clock
) -> None:
    book.flush()
    clock.forward(days=2)
    book.cards.set(erna.id, name="Bernd Beispiel", telefon="0000 9", notiz="")
    book.flush()
    text = said(about(book, erna))
    assert "0000 1" not in text and NAME not in text
    assert "trägt einen anderen Namen" in text
    # The one who was there before gets what was there before, and no more.
    text = said(about(book, NAME))
    assert "0000 1" in text and "Montags gut" in text
    assert "0000 9" not in text and "Bernd" not in text


def test_a_namesake_keeps_their_card(book: Workbook, erna: Card) -> None:
    book.cards.add("contact", {"name": NAME, "telefon": "0000 7"})
    text = said(about(book, erna))
    assert "0000 7" not in text
    assert "noch eine Karte mit demselben Namen" in text
    assert "0000 7" in said(about(book, NAME))


def test_whoever_is_written_down_can_be_asked_about(book: Workbook, erna: Card) -> None:
    book.cards.add("encounter", {"personen": ["Carla Kunstname", NAME, "alle Partner", "Bauhof"]})
    book.cards.add("partnership", {"vertretung": "JK und Dora Ausgedacht"})
    book.cards.add("seed", {"beitraege": [{"wer": "Kita am Fluss (erfunden)"}]})
    (ask,) = DISCLOSURE.asks
    labels = [option.label for option in ask.options(book)]
    assert labels == [
        f"{NAME} (erfunden)",
        "ich (schreibt hier mit)",
        *("Carla Kunstname", "Dora Ausgedacht", "JK"),
    ]
    assert ask.free
    assert "JK und Dora Ausgedacht" in said(about(book, "Dora Ausgedacht"))


def test_a_short_sign_is_not_mistaken_for_a_word(book: Workbook) -> None:
    book.cards.add("partnership", {"verantwortlich": [{"name": "AM", "aufgabe": "plant"}]})
    book.cards.add("harvest", {"titel": "Ernte", "was": "Am Zaun hat AM gelacht. Es war am Abend."})
    document = about(book, "AM")
    assert [row[3] for row in rows(document)] == [
        "Name oder Kürzel: AM\nAufgabe: plant",
        "Am Zaun hat AM gelacht.",
    ]


def test_a_voice_gets_what_it_has_written(
    book: Workbook, personal_prompt: Any, prompt: Any, clock: Clock
) -> None:
    book.add_voice("Jutta")
    field = personal_prompt.fields[0].id
    book.put(personal_prompt, {field: "Mein früherer Wunsch"})
    book.flush()
    clock.forward(days=1)
    book.put(personal_prompt, {field: "Mein Wunsch"})
    book.put(prompt, {"text": "Für alle"})
    book.add_voice("Kurt")
    book.put(personal_prompt, {field: "Kurts Wunsch"})
    book.correct(book.year, "Tippfehler")
    text = said(about(book, "Jutta"))
    assert "Mein Wunsch" in text and "Mein früherer Wunsch" in text
    assert prompt.ask in text and "Für alle" not in text
    assert "Kurt" not in text
    assert "Protokoll" in text and "Einträge vom" in text
    assert "Tippfehler" in said(about(book, "Kurt"))


def test_what_somebody_said_about_a_card_is_looked_through(book: Workbook, erna: Card) -> None:
    card = book.cards.add("partnership", {"titel": "Vorlesegarten"})
    key = AnswerKey("partnership.worum", book.year, book.voice.id, card.id)
    value = {"worum": f"{NAME} liest vor."}
    book.take_from_outside(Answer(key, AnswerState.ANSWERED, value, clock_now(book)))
    text = said(about(book, erna))
    assert f"{NAME} liest vor." in text
    assert "Sicht einer Person" in text


def clock_now(book: Workbook) -> Any:
    return book.store.now()


def test_what_the_program_remembers_is_looked_through(book: Workbook) -> None:
    book.remember("etwas", {"liste": {f"schritt/{NAME}": "2026-12-01"}}, common=True)
    (found,) = rows(about(book, NAME))
    assert found[0].startswith("Einstellung")
    assert found[3] == f"schritt/{NAME}"


def test_nothing_stored_is_said_plainly(book: Workbook) -> None:
    document = about(book, "Niemand Erdacht")
    assert "steht nichts in diesem Garten" in said(document)
    assert not rows(document)


def test_it_reads_a_garden_somebody_else_has_open(
    book: Workbook, open_book: OpenBook, erna: Card
) -> None:
    book.flush()
    assert "0000 1" in said(about(open_book(look_only=True), erna.id))


@pytest.mark.parametrize("name", ["René Größe", "O'Erdacht, Öle", "Ae (x)", "(nur Klammer)"])
def test_a_person_is_found_by_their_own_name(name: str) -> None:
    assert Person(name).is_called(name)
    assert Person(name).is_among([name, "etwas anderes"])


def test_what_is_for_the_team_stands_on_a_sheet_of_its_own_at_the_end(
    book: Workbook, erna: Card
) -> None:
    book.cards.add("contact", {"name": NAME})
    person, team = about(book, erna).parts
    assert team.foot.startswith("Dieses Blatt bleibt in der Bibliothek.")
    assert team.blocks[0] == Heading("Nur für das Team: vor dem Weitergeben")
    before, behind = said(person), said(team)
    for hint in ("schwärzen", "mit demselben Namen", str(book.paths.file)):
        assert hint in behind and hint not in before
    assert "Ihre Rechte" in before


def test_a_letter_about_stored_data_has_no_source_line_unless_it_quotes_questions(
    book: Workbook, erna: Card
) -> None:
    assert not document_of(DISCLOSURE, book, erna.id).foot
    assert "Lenstra" in document_of(DISCLOSURE, book, "ich").foot
