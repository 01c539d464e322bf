"""The report of a garden year and the paper for a committee."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from gartenjahr_tui.garden import figures
from gartenjahr_tui.guide.model import Field, FieldKind
from gartenjahr_tui.reports.document import Chart, Heading
from gartenjahr_tui.workbook.plain import Profile
from tests.office import poppler
from tests.reports.telling_helpers import REPORTS, add, composed, document, read, table, texts

if TYPE_CHECKING:
    from pathlib import Path

    from gartenjahr_tui.guide.model import Guide
    from gartenjahr_tui.workbook.book import Workbook
    from tests.conftest import Clock, OpenBook

SECRET = "Geheimnis-4711"
OPEN = "Offen-0815"
YEARLY, COUNCIL = "jahresbericht", "ratsvorlage"


@pytest.fixture
def book(open_book: OpenBook, clock: Clock) -> Workbook:
    """A garden that was begun two years ago."""
    clock.forward(days=-730)
    book = open_book()
    clock.forward(days=730)
    book.set_profile(Profile(library="Bücherei Erfunden"))
    return book


def lesegarten(book: Workbook, **value: Any) -> str:
    """A partnership with a partner; gives the id of the partner."""
    partner = add(book, "partner", name="Kita Erfunden", kategorie="kita")
    known = {"titel": "Lesegarten", "partner": [partner.id], "beginn": "2025-03-01"}
    add(book, "partnership", **{**known, **value})
    return partner.id


# Empty gardens


@pytest.mark.parametrize("report", [YEARLY, COUNCIL])
def test_a_new_garden_gives_a_short_polite_paper(book: Workbook, report: str) -> None:
    text = read(book, report)
    assert "In diesem Jahr ist noch nichts notiert." in text
    assert "None" not in text
    assert len(text.splitlines()) < 9


def test_the_paper_says_whose_it_is_and_of_which_year(book: Workbook) -> None:
    book.set_profile(Profile("Bücherei Erfunden", start_month=8))
    made = document(book, YEARLY, jahr="2025")
    assert made.title == "Jahresbericht Kooperationen 2025/26"
    assert made.subtitle == made.author == "Bücherei Erfunden"
    assert "Noah Lenstra" in made.foot


# Highlights


def test_the_highlights_are_told_in_the_order_of_the_days(book: Workbook) -> None:
    lesegarten(
        book,
        meilensteine=[
            {"am": "2026-04-02", "was": "Erster Spatenstich", "stand": "erreicht"},
            {"am": "2026-05-02", "was": "Zweiter Spatenstich", "stand": "offen"},
            {"am": "2025-05-02", "was": "Alter Spatenstich", "stand": "erreicht"},
        ],
        entscheidungen=[{"am": "2026-10-01", "weg": "ausbauen", "warum": "Es wird eng."}],
    )
    add(book, "harvest", titel="Lesenacht", am="2026-03-12")
    add(book, "feast", titel="Suppe für alle", am="2026-09-30", ort="Lesecafé")
    add(book, "feast", titel="Fest von morgen", am="2026-12-20")
    made = composed(book, YEARLY)
    at = made.inside.index("Höhepunkte des Jahres")
    assert at == 1
    lines = read(book, YEARLY).splitlines()
    begin = lines.index("Höhepunkte des Jahres") + 1
    assert lines[begin : begin + 3] == [
        "12. März 2026 | Ernte: Lesenacht",
        "2. April 2026 | Meilenstein erreicht: Erster Spatenstich (Lesegarten)",
        "30. September 2026 | Fest: Suppe für alle, Lesecafé",
    ]
    assert lines[begin + 3] == "Unsere Partner"


def test_what_came_for_the_first_time_is_a_highlight(book: Workbook) -> None:
    kita = add(book, "partner", name="Kita Erfunden")
    grown = [{"am": "2026-01-05", "bild": "keim"}, {"am": "2026-05-01", "bild": "frucht"}]
    stage = [{"am": "2026-06-01", "stufe": "strategisch"}]
    known = {"titel": "Lesegarten", "partner": [kita.id], "wachstum": grown, "stufen": stage}
    garden = add(book, "partnership", **known)
    for title, day in (("Lesenacht", "2026-03-12"), ("Noch eine", "2026-07-01")):
        add(book, "harvest", titel=title, am=day, kooperation=[garden.id])
    for day in ("2026-02-01", "2026-08-01"):
        add(book, "encounter", am=day, partner=[kita.id], anstoss="partner")
    lines = read(book, YEARLY).splitlines()
    begin = lines.index("Höhepunkte des Jahres") + 1
    assert lines[begin : begin + 6] == [
        "5. Januar 2026 | Neue Kooperation: Lesegarten",
        "1. Februar 2026 | Kita Erfunden kam zum ersten Mal von sich aus auf die Bibliothek zu",
        "12. März 2026 | Erste Ernte von „Lesegarten“: Lesenacht",
        "1. Mai 2026 | „Lesegarten“ trägt zum ersten Mal Frucht",
        "1. Juni 2026 | „Lesegarten“ ist nun eine strategische Zusammenarbeit",
        "1. Juli 2026 | Ernte: Noch eine",
    ]


def test_the_press_stands_apart_from_other_tales(book: Workbook) -> None:
    shared = [
        {"am": "2026-04-02", "wo": "Lokalteil", "mit": "alle", "art": "medien"},
        {"am": "2026-03-02", "wo": "Kulturausschuss", "mit": "Ausschuss", "art": "gremium"},
        {"wo": "auf dem Markt"},
    ]
    add(book, "harvest", titel="Lesenacht", am="2026-03-12", geteilt=shared)
    made = document(book, YEARLY)
    assert table(made, "In den Medien und im Netz") == {
        "2. April 2026": ("Lokalteil", "alle", "Lesenacht")
    }
    others = table(made, "Außerdem weitererzählt")
    assert [row[0] for row in others.values()] == ["Kulturausschuss", "auf dem Markt"]


def test_who_came_is_summed_up_and_nobody_counts_twice(book: Workbook) -> None:
    kita = add(book, "partner", name="Kita Erfunden")
    event = {"am": "2026-03-12", "partner": [kita.id], "art": "veranstaltung"}
    add(book, "encounter", anlass="Lesenacht", **event)
    add(book, "encounter", **{**event, "am": "2026-04-01", "gaeste": 10, "gaeste_online": 4})
    add(
        book,
        "harvest",
        titel="Die Nacht",
        am="2026-03-12",
        partner=[kita.id],
        zahlen=[{"was": "Gäste", "zahl": 45}],
        gaeste_kinder=20,
    )
    rows = [*table(document(book, YEARLY), "Wer gekommen ist").values()]
    assert [row[1:] for row in rows] == [("45", "20", ""), ("10", "", "4"), ("55", "20", "4")]
    assert rows[0][0] == "Lesenacht"
    assert rows[-1][0] == "2 Ereignisse"


def test_a_garden_year_from_august_is_one_year(book: Workbook) -> None:
    book.set_profile(Profile(start_month=8))
    for title, day in (("davor", "2025-07-31"), ("darin", "2026-01-31"), ("danach", "2026-08-01")):
        add(book, "harvest", titel=title, am=day)
    text = read(book, YEARLY, jahr="2025")
    assert "Ernte: darin" in text
    assert "Ernte: davor" not in text
    assert "Ernte: danach" not in text


# Partners


def test_partners_are_named_by_category_and_new_ones_are_told(book: Workbook, clock: Clock) -> None:
    clock.forward(days=-500)
    for name in ("Chor Erfunden", "Anglerverein Erfunden"):
        add(book, "partner", name=name, kategorie="verein")
    clock.forward(days=500)
    new = add(book, "partner", name="Schule Erfunden", kategorie="schule")
    add(book, "encounter", am="2026-05-05", partner=[new.id], anlass="Besuch")
    made = document(book, YEARLY)
    by_category = table(made, "Partner nach Art der Organisation")
    assert by_category["Verein"] == ("2", "Anglerverein Erfunden und Chor Erfunden")
    assert by_category["Schule"] == ("1", "Schule Erfunden")
    text = read(book, YEARLY)
    assert "Zurzeit: 3 Partner. Mit einem davon gab es" in text
    assert "Neu dazugekommen: Schule Erfunden." in text


def test_a_single_partner_is_not_one_of_many(book: Workbook) -> None:
    partner = lesegarten(book)
    add(book, "encounter", am="2026-05-05", partner=[partner], anlass="Besuch")
    text = read(book, YEARLY)
    assert "Zurzeit: eine lebende Kooperation mit einem Partner." in text
    assert "Zurzeit: 1 Partner. Mit ihm gab es" in text


# Then and now


def test_phases_and_stages_are_told_then_and_now(book: Workbook) -> None:
    bild = [{"am": "2025-02-01", "phase": "1"}, {"am": "2026-06-01", "phase": "3"}]
    add(book, "partner", name="Kita Erfunden", bild=bild)
    stufen = [{"am": "2025-02-01", "stufe": "gespraeche"}, {"am": "2026-06-01", "stufe": "ziele"}]
    add(book, "partnership", titel="Lesegarten", stufen=stufen)
    made = document(book, YEARLY)
    phases = table(made, "Wie viele Partner die Bibliothek in welcher Phase sehen")
    assert phases["Phase 1: Bücheraufbewahrung"] == ("1", "0")
    assert phases["Phase 3: verlässliche Kooperationspartnerin"] == ("0", "1")
    stages = table(made, "Wie viele lebende Kooperationen welchen Kooperationsstand haben")
    assert stages == {"erste Gespräche": ("1", "0"), "gemeinsame Ziele": ("0", "1")}
    text = read(book, YEARLY)
    assert "Kita Erfunden: erst Phase 1, dann Phase 3" in text
    assert "Lesegarten: erst erste Gespräche, dann gemeinsame Ziele" in text


def test_what_has_ended_is_named(book: Workbook) -> None:
    ended = [{"am": "2026-06-01", "weg": "beenden"}]
    lesegarten(book, entscheidungen=ended, stufen=[{"am": "2025-03-01", "stufe": "ziele"}])
    text = read(book, YEARLY)
    assert (
        "Was zu Ende ging\nLesegarten\nDiese Kooperation (mit Kita Erfunden, 1. März 2025" in text
    )
    assert "in Freundschaft zu Ende gegangen." in text
    assert "jäten" not in text
    assert "Zu Ende gegangen" not in read(book, YEARLY, jahr="2025")


def test_the_counts_are_those_of_the_figures(book: Workbook) -> None:
    lesegarten(book, stufen=[{"am": "2025-03-01", "stufe": "ziele"}])
    for day in ("2025-04-01", "2026-04-01", "2026-04-02"):
        add(book, "encounter", am=day, anlass="Kaffee")
        add(book, "harvest", titel="Ernte", am=day)
    add(book, "request", betreff="Plakate", am="2026-01-01", ausgang="gemeinsam")
    add(book, "thanks", wofuer="Kuchen", stand="erledigt", am="2026-02-02")
    add(book, "seed", titel="Bohne", verlauf=[{"am": "2026-03-03", "stand": "gesaet"}])
    shown = table(document(book, YEARLY), "Das Gartenjahr in Zahlen")
    years = (2025, 2026)

    def count(make: Any, column: int | None = None) -> tuple[str, ...]:
        rows = dict(make(book, years).rows)
        picked = (sum(rows[y]) if column is None else rows[y][column] for y in reversed(years))
        return tuple(str(number) for number in picked)

    assert shown["Lebende Kooperationen"] == count(figures.stages) == ("1", "1")
    assert shown["Partner"] == count(figures.phases)
    assert shown["Begegnungen"] == count(figures.encounters) == ("2", "1")
    assert shown["Ernten"] == count(figures.harvests) == ("2", "1")
    assert shown["Gesäte Samenkörner"] == count(figures.seeds, 1) == ("1", "0")
    assert shown["Anfragen, gemeinsam weitergedacht"] == count(figures.requests, 1) == ("1", "0")
    assert shown["Ausgesprochener Dank"] == count(figures.thanks, 0) == ("1", "0")


def test_the_charts_show_what_the_figures_count(book: Workbook) -> None:
    lesegarten(book, stufen=[{"am": "2025-03-01", "stufe": "ziele"}])
    for day in ("2025-04-01", "2026-04-01", "2026-04-02"):
        add(book, "harvest", titel="Ernte", am=day)
    charts = [block for block in document(book, YEARLY).blocks if isinstance(block, Chart)]
    harvests = next(chart for chart in charts if "Ernten" in chart.title)
    assert harvests.groups == ("2025", "2026")
    assert [series.values for series in harvests.series] == [(1, 2)]
    assert harvests.title == "Ernten im Gartenjahr; 2026 bis heute"
    assert harvests.alt == f"{harvests.title}. 2025: eingebracht 1; 2026: eingebracht 2."
    assert harvests.table.columns[0] == "Gartenjahr"
    for chart in charts:
        assert all(len(series.values) == len(chart.groups) for series in chart.series)


# Programmes


def test_a_harvest_tells_its_figures_with_german_separators(book: Workbook) -> None:
    partner = lesegarten(book)
    add(
        book,
        "harvest",
        titel="Lesenacht",
        am="2026-03-12",
        was="Alle blieben bis zum Schluss.",
        partner=[partner],
        zahlen=[{"was": "Gäste", "zahl": 1200}, {"was": "Kuchen", "zahl": 2.5}],
        zitate=[{"rolle": "Großvater", "zitat": "„Wie früher.“"}, {"zitat": "Noch mal!"}],
    )
    add(
        book,
        "harvest",
        titel="Lesetag",
        am="2026-04-12",
        zahlen=[{"was": "gäste", "zahl": 34}, {"was": "Bilder", "zahl": "etwa 10"}],
    )
    text = read(book, YEARLY)
    head = "Lesenacht (12. März 2026, mit Kita Erfunden): Alle blieben bis zum Schluss."
    assert head in text.splitlines()
    assert "Gäste | 1.200 | Lesenacht" in text
    assert "Kuchen | 2,5 | Lesenacht" in text
    assert "Bilder | etwa 10 | Lesetag" in text
    assert "Gäste | 1.234 | aus 2 Ernten" in text
    assert "„Wie früher.“ – Großvater" in text
    assert "„Noch mal!“" in text.splitlines()


# Resources and thanks


def test_what_was_gained_stands_kind_by_kind(book: Workbook, guide: Guide) -> None:
    add(book, "harvest", titel="Lesenacht", am="2026-03-12", raum="Ein Keller", geld="600 Euro")
    add(book, "harvest", titel="Lesetag", am="2026-04-12", geld="5 Euro")
    book.begin_year(2026)
    book.put(guide.prompts["ernten.ressourcen"], {"personal": "Eine halbe Stelle"})
    add(book, "partnership", titel="Lesegarten", stunden=2.5)
    add(book, "partnership", titel="Saatgut")
    text = read(book, YEARLY)
    begin = text.index("Geld | 600 Euro | Lesenacht")
    assert begin < text.index("Geld | 5 Euro | Lesetag") < text.index("Raum | Ein Keller")
    assert "Personal und Zeit | Eine halbe Stelle | Einschätzung des Teams" in text
    assert "etwa 2,5 Stunden Arbeitszeit im Quartal. Zu einer Kooperation fehlt" in text
    assert "Arbeitszeit" not in read(book, YEARLY, jahr="2025")


def test_who_spoke_up_for_the_library_is_told(book: Workbook) -> None:
    partner = lesegarten(book)
    told = {"am": "2026-01-15", "partner": [partner], "wirkung": "Die Kürzung ist vom Tisch."}
    add(book, "advocacy", anlass="Haushalt", richtung="fuer-uns", **told)
    add(book, "advocacy", anlass="Andersherum", richtung="fuer-partner", **told)
    text = read(book, YEARLY)
    assert "15. Januar 2026, Kita Erfunden: Haushalt – Die Kürzung ist vom Tisch." in text
    assert "Andersherum" not in text


def test_only_spoken_thanks_are_told(book: Workbook) -> None:
    partner = add(book, "partner", name="Rat und Tat (erfunden)")
    person = add(book, "contact", name="E. Erfunden")
    told = {"personen": [person.id, "Küchengruppe"], "organisation": [partner.id]}
    add(book, "thanks", wofuer="Hat gespült", stand="erledigt", am="2026-03-12", **told)
    add(book, "thanks", wofuer="Hat noch nichts gehört", stand="offen", **told)
    text = read(book, YEARLY)
    whom = "E. Erfunden und Küchengruppe, Rat und Tat (erfunden)"
    assert f"12. März 2026 | {whom} | Hat gespült" in text
    assert "Hat noch nichts gehört" not in text
    book.cards.delete(person.id)
    assert "12. März 2026 | Küchengruppe, Rat und Tat" in read(book, YEARLY)


# Outlook


def test_the_work_plan_holds_what_lies_ahead(book: Workbook, guide: Guide) -> None:
    partner = lesegarten(
        book,
        meilensteine=[
            {"am": "2027-03-20", "was": "Der Apfelbaum", "stand": "offen"},
            {"am": "2026-11-01", "was": "Beete", "stand": "offen"},
            {"am": "2026-10-01", "was": "Verschobenes", "stand": "verschoben"},
            {"am": "2026-12-01", "was": "Fertiges", "stand": "erreicht"},
        ],
        entscheidungen=[{"am": "2026-10-01", "weg": "ausbauen"}],
        plan=[{"ziel": "Mehr Schatten", "wann": "2027-01-10"}],
    )
    step = {"am": "2026-11-01", "partner": [partner], "anlass": "Kaffee"}
    add(book, "encounter", schritt="Anrufen", schritt_am="2026-12-04", **step)
    add(book, "encounter", schritt="Schon getan", schritt_stand="erledigt", **step)
    add(book, "encounter", schritt="Irgendwann", **step)
    add(book, "feast", titel="Suppe", am="2026-12-10")
    add(book, "seed", titel="Bohne", worum="Wächst.", verlauf=[{"stand": "gesaet"}])
    book.begin_year(2026)
    book.put(guide.prompts["ruhen.noch-einmal"], {"text": "Die Bohne."}, left=True)
    lines = read(book, YEARLY).splitlines()
    begin = lines.index("Arbeitsplan") + 1
    assert lines[begin:] == [
        "offen seit 1. November 2026 | Beete | Lesegarten",
        "4. Dezember 2026 | Anrufen | Kita Erfunden",
        "10. Dezember 2026 | Fest: Suppe | ",
        "10. Januar 2027 | Auswertung: Mehr Schatten | Lesegarten",
        "20. März 2027 | Der Apfelbaum | Lesegarten",
        "ohne Termin | Irgendwann | Kita Erfunden",
        "Beschlossene Wege",
        "Lesegarten: ausbauen",
        "Gesät ist",
        "Bohne: Wächst.",
        "Aus der Rückschau des Teams",
        "Noch einmal säen: Die Bohne.",
    ]


def test_a_part_can_be_left_out(book: Workbook) -> None:
    add(book, "harvest", titel="Lesenacht", am="2026-03-12")
    made = composed(book, YEARLY, "programme")
    assert "Programme und Zahlen" not in made.inside
    assert "Höhepunkte des Jahres" in made.inside
    assert "Dank" in made.empty


# Confidential


def secrets(field: Field) -> Any:
    """A secret, in whatever a field takes."""
    match field.kind:
        case FieldKind.ENTRIES:
            return [{c.id: secrets(c) for c in field.columns if secrets(c) is not None}]
        case FieldKind.TEXT | FieldKind.LINE:
            return SECRET
        case FieldKind.CARDS:
            return [SECRET]
        case FieldKind.DATE:
            return "2026-11-01"
        case FieldKind.NUMBER:
            return 4711
        case FieldKind.SCALE:
            return 5
        case _:
            return None


def test_what_is_confidential_is_in_no_report(book: Workbook, guide: Guide) -> None:
    for form in guide.forms.values():
        value: dict[str, Any] = {}
        for prompt in form.prompts.values():
            closed = form.confidential or prompt.confidential or prompt.personal or prompt.consent
            for field in prompt.fields:
                if closed:
                    value[field.id] = secrets(field)
                elif field.kind in (FieldKind.TEXT, FieldKind.LINE):
                    value[field.id] = OPEN
                elif field.kind is FieldKind.DATE:
                    value[field.id] = "2026-11-01"
        if form.id == "contact":
            value["name"] = "Kim Unbekannt"
        add(book, form.id, **{id: part for id, part in value.items() if part is not None})
    for kind in ("partner", "encounter"):
        assert any(card.value for card in book.cards.of(kind))
    book.begin_year(2026)
    for prompt in guide.prompts.values():
        closed = prompt.confidential or prompt.personal or prompt.consent
        text = SECRET if closed else OPEN
        answer = {f.id: text for f in prompt.fields if f.kind in (FieldKind.TEXT, FieldKind.LINE)}
        book.put(prompt, answer, left=True)
    for id in REPORTS:
        about = "partnership" if id == "sachbericht" else "checkin"
        text = read(book, id, ueber=book.cards.of(about)[0].id)
        assert SECRET not in text, id
        assert "4711" not in text, id
        assert OPEN in text, id
    assert SECRET in str([card.value for card in book.cards.all()])


# The paper for a committee


def test_the_committee_reads_no_name_of_a_private_person(book: Workbook) -> None:
    partner = lesegarten(book, worum="Frau Wacholder erfindet Beete.", stunden=10)
    add(book, "contact", name="T. Wacholder (erfunden)", partner=[partner])
    add(book, "contact", name="Ringelblume, Kim", partner=[partner])
    add(
        book,
        "harvest",
        titel="Wacholders Beet",
        am="2026-03-12",
        was="Nora Nirgends und T. Wacholder (erfunden); Kim Ringelblume, Ringelblume, Kim; "
        "Otto von der Heide.",
        personen=["Nora Nirgends", "Küchengruppe", "Otto von der Heide"],
        partner=[partner],
        geld="5 Euro von Nora Nirgends",
    )
    text = read(book, COUNCIL)
    for name in ("T. Wacholder", "Frau Wacholder", "Nirgends", "Ringelblume", "Heide"):
        assert name not in text
    assert "Frau [Name] erfindet Beete." in text
    assert "5 Euro von [Name] (durch" in text
    assert "Kita Erfunden" in text
    told = "\n".join(composed(book, COUNCIL).notes)
    assert "7 Namen sind jetzt [Name]: „" in told
    assert "Bitte ansehen, ob hier ein Mensch gemeint ist: „12. März 2026: Wacholders Beet" in told


def test_words_stay_words_and_numbers_and_addresses_really_go(book: Workbook) -> None:
    add(book, "contact", name="Petra Sommer")
    add(book, "contact", name="Ole Krug")
    lesegarten(
        book,
        worum="Im Sommer voll, dazu ein Krug Wasser. PETRA SOMMER und Herr Krug laden ein.",
        ziele="x",
    )
    what = "Ruf 0221 123456 oder (02 21) 12-34-56, p.sommer@x.example; ab 01.02.2026, 12.000 Gäste."
    add(book, "harvest", titel="Fest", am="2026-03-12", was=what)
    text = read(book, COUNCIL)
    assert "Im Sommer voll, dazu ein Krug Wasser. [Name] und Herr [Name] laden ein." in text
    assert "Ruf [Telefon] oder [Telefon], [E-Mail]; ab 01.02.2026, 12.000 Gäste." in text
    told = "\n".join(composed(book, COUNCIL).notes)
    assert "2 Telefonnummern sind entfernt" in told
    assert "1 E-Mail-Adresse ist entfernt" in told
    assert "„Lesegarten (mit Kita" not in told.partition("ein Mensch gemeint ist")[0]
    assert "Im Sommer voll" in told.partition("ein Mensch gemeint ist")[2]


def test_a_committee_gets_a_paper_in_the_form_of_its_papers(book: Workbook) -> None:
    lesegarten(book, stunden=10)
    made = composed(book, COUNCIL)
    heads = [block.text for block in made.document.blocks if isinstance(block, Heading)]
    assert heads[0] == "Beschlussvorschlag"
    text = read(book, COUNCIL)
    assert "nimmt den Bericht über die Kooperationen der Bibliothek im Jahr 2026 zur" in text
    for label in ("Betreff", "Gremium", "Sitzung am", "Vorlagenart", "Aktenzeichen", "Datum"):
        assert f"{label}: " in text
    assert [place.field.label for place in made.places if place.open][:2] == [
        *("Gremium", "Sitzung am")
    ]
    assert "Personalkosten | etwa 10 Stunden Arbeitszeit im Quartal" in text
    for word in ("Ernte", "lebende", "Gartenjahr", "zurückschneiden", "[bitte"):
        assert word.casefold() not in text.casefold(), word


def test_the_committee_reads_what_it_is_about(book: Workbook) -> None:
    lesegarten(
        book,
        worum="Beete und Leseplätze.",
        stunden=10,
        entscheidungen=[{"am": "2026-10-01", "weg": "ausbauen", "warum": "Nur für uns."}],
    )
    add(book, "harvest", titel="Lesenacht!", am="2026-03-12", was="Bis zum Schluss.", raum="Keller")
    text = read(book, COUNCIL)
    assert "Die Bibliothek pflegt eine Kooperation mit einem Partner." in text
    assert "Lesegarten (mit Kita Erfunden): Beete und Leseplätze." in text
    assert "12. März 2026: Lesenacht! Bis zum Schluss." in text
    assert "Raum: Keller (durch „Lesenacht!“)" in text
    assert "Lesegarten: wird ausgebaut (entschieden am 1. Oktober 2026)" in text
    assert "Nur für uns." not in text
    three = table(document(book, COUNCIL), "Drei Zahlen im Vergleich")
    assert list(three.values())[:2] == [("1", "1"), ("1", "0")]
    assert len(three) == 3


def test_a_busy_garden_still_fits_the_committee(book: Workbook, tmp_path: Path) -> None:
    from gartenjahr_tui.reports.pdf import as_pdf

    for n in range(30):
        lesegarten(book, titel=f"Beet {n}", worum="Lang und breit. " * 60)
        add(
            book, "harvest", titel=f"Ernte {n}", am="2026-03-12", was="Wort " * 200, geld="x " * 300
        )
    made = document(book, COUNCIL)
    assert sum(len(text) for block in made.blocks for text in texts(block)) < 5000
    text = read(book, COUNCIL)
    assert "Hier stehen 5 von 30: die mit den meisten Treffen in diesem Jahr." in text
    assert "und 19 weitere Namen." in text
    assert "Die letzten 5 von 30 gemeinsamen Ergebnissen:" in text
    assert "Wor…" not in text
    file = tmp_path / "vorlage.pdf"
    file.write_bytes(as_pdf(made))
    assert "Pages:           2\n" in poppler("pdfinfo", str(file))


@pytest.mark.parametrize("report", [YEARLY, COUNCIL])
def test_half_filled_cards_read_like_sentences(book: Workbook, report: str) -> None:
    for kind in ("partner", "partnership", "seed", "request"):
        add(book, kind)
    for kind in ("harvest", "feast", "encounter", "thanks", "advocacy"):
        add(book, kind, am="2026-03-12", stand="erledigt", richtung="fuer-uns")
        add(book, kind, am="im Mai")
    add(book, "partnership", titel="X", absprachen=[{}], meilensteine=[{"am": "2026-03-01"}])
    add(book, "harvest", am="2026-03-12", zahlen=[{"was": "Gäste"}, {"zahl": 3}], zitate=[{}])
    text = read(book, report)
    assert "None" not in text
    assert not re.search(r"  |\(\)|„“|: :|, ,|\.\.", text)
