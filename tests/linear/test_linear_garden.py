"""The living garden line by line: cards, their lists, and what grows from what."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest

from gartenjahr_tui import linear
from gartenjahr_tui.garden.asked import rest
from gartenjahr_tui.garden.lists import PARTNER, lists_of, lists_with
from gartenjahr_tui.garden.sheet import CardSheet
from gartenjahr_tui.guide.model import Field, FieldKind, Guide
from gartenjahr_tui.workbook.plain import Card
from tests.conftest import OpenBook

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

TODAY = "2026-11-22"


def talk(book: Workbook, *lines: str) -> str:
    """Type these lines and return everything that was said, without its line breaks."""
    said = StringIO()
    assert linear.run(book, StringIO("".join(f"{line}\n" for line in lines)), said) == 0
    assert not book.save_status.unsaved
    return " ".join(said.getvalue().split())


def to_list(guide: Guide, kind: str) -> list[str]:
    """What to type to come to the list of a kind of card."""
    place = guide.forms[kind].place
    # The list of all of them, not one that shows a part.
    kinds = [each.kind if each.keep is None else "" for each in lists_of(guide, place)]
    if place == PARTNER:
        return ["p", str(kinds.index(kind) + 1)]
    step = guide.chapter(place)
    return [str(step.number), str(len(step.sections) + kinds.index(kind) + 1)]


def page(guide: Guide, section_id: str) -> str:
    """The number of a page of an opened card."""
    sections = guide.forms[section_id.partition(".")[0]].sections
    return str([section.id for section in sections].index(section_id) + 1)


def beside(book: Workbook, card: Card, kind: str) -> str:
    """The number of a list that stands with an opened card."""
    kinds = [each.kind for each in lists_with(book.cards, card)]
    return str(len(book.guide.forms[card.kind].sections) + kinds.index(kind) + 1)


def deed(book: Workbook, card: Card) -> str:
    """The number of the first thing that can be done with an opened card."""
    lists = lists_with(book.cards, card)
    return str(len(book.guide.forms[card.kind].sections) + len(lists) + 1)


def option(field: Field | None, id: str) -> str:
    """The number of an option."""
    assert field
    return str([each.id for each in field.options].index(id) + 1)


def fill(
    book: Workbook, section_id: str, card: Card | None = None, **answers: list[str]
) -> list[str]:
    """What to type on a page of a card, a new one if none is named; the rest is left as it is.

    What is folded comes last, once it is asked for.
    """
    kind = section_id.partition(".")[0]
    sheet = CardSheet(book, card or book.cards.blank(kind))
    section = next(each for each in sheet.form.sections if each.id == section_id)
    now = sheet.asked(section)
    pages = [now, rest(section, now)]
    asked, more = ([f for prompt in page.prompts for f in prompt.fields] for page in pages)
    assert set(answers) <= {field.id for field in (*asked, *more)}
    known_ids = {field.id for field in asked}
    wanted = not asked or any(f.id in answers for f in more if f.id not in known_ids)
    fields = [*asked, *(more if wanted else ())]
    lines = [line for field in fields for line in answers.get(field.id, [""])]
    if asked and more:
        known = sum(len(answers.get(field.id, [""])) for field in asked)
        lines.insert(known, "ja" if wanted else "")
    return lines


def only(book: Workbook, kind: str) -> Card:
    (card,) = book.cards.of(kind)
    return card


def state_of(form_field: Field, state: str) -> list[str]:
    """What to type to add a state to a history, dated today, and leave the list."""
    rest = [""] * (len(form_field.columns) - 2)
    return ["neu", "", option(form_field.column(form_field.current), state), *rest, ""]


def label_of(form_field: Field, state: str) -> str:
    """How a state of a history is called."""
    column = form_field.column(form_field.current)
    found = column.option(state) if column else None
    assert found
    return found.label


def test_from_a_seed_to_a_decision_everything_can_be_typed_line_by_line(
    book: Workbook, guide: Guide
) -> None:
    cards, forms = book.cards, guide.forms
    fields = forms["partnership"].fields

    # A seed, its check, and its partner.
    text = ["Wir lesen im Hof.", "."]
    talk(
        book,
        *to_list(guide, "seed"),
        "neu",
        *fill(book, "seed.idee", titel=["Lesegarten"], worum=text),
    )
    seed = only(book, "seed")
    assert cards.title(seed) == "Lesegarten"
    assert cards.state(seed, "verlauf") == "gefunden"
    checked = {"bedarf_da": ["ja"], "engagement_da": ["ja"], "beitraege": [""]}
    said = talk(
        book,
        *to_list(guide, "seed"),
        "1",
        page(guide, "seed.pruefen"),
        *fill(book, "seed.pruefen", card=seed, **checked),
        page(guide, "seed.idee"),
        *fill(book, "seed.idee", pflanzort=["Musikschule", "neu"]),
    )
    advice = book.cards[seed.id]
    assert advice.value["bedarf_da"] == "ja"
    assert cards.named(advice, "pflanzort") == cards.of("partner")
    assert "Angelegt: Musikschule (Partner)." in said

    # It is planted.
    said = talk(book, *to_list(guide, "seed"), "1", deed(book, seed))
    partnership = only(book, "partnership")
    assert "„Lesegarten“" in said
    assert cards.state(cards[seed.id], "verlauf") == "gesaet"
    assert cards.named(partnership, "partner") == cards.of("partner")

    # Stage, transparency.
    opened = [*to_list(guide, "partnership"), "1"]
    said = talk(
        book,
        *opened,
        page(guide, "partnership.stand"),
        *fill(
            book,
            "partnership.stand",
            kriterien=["1 2"],
            stufen=state_of(fields["stufen"], "gespraeche"),
        ),
        page(guide, "partnership.transparenz"),
        *fill(
            book,
            "partnership.transparenz",
            transparenz_a=state_of(fields["transparenz_a"], "teils"),
        ),
        page(guide, "partnership.transparenz"),
    )
    assert f"Jetzt gilt: {label_of(fields['stufen'], 'gespraeche')}." in said
    assert f"Jetzt gilt: {label_of(fields['transparenz_a'], 'teils')}." in said
    partnership = cards[partnership.id]
    assert cards.state(partnership, "stufen") == "gespraeche"
    assert partnership.value["transparenz_a"][-1]["am"] == TODAY

    # The harvest begins with its partnership, and thanks come of it.
    talk(
        book,
        *opened,
        "b",
        beside(book, partnership, "harvest"),
        "neu",
        *fill(book, "harvest.was", titel=["Hofkonzert"]),
        "1",
        page(guide, "harvest.beteiligte"),
        *fill(book, "harvest.beteiligte", partner=["musikschule"], personen=["Frau Kaya", ""]),
    )
    harvest = only(book, "harvest")
    assert cards.named(harvest, "kooperation") == [partnership]
    said = talk(book, *to_list(guide, "harvest"), "1", deed(book, harvest))
    assert "2 Mal Dank ist vorgemerkt." in said
    assert len(cards.of("thanks")) == 2

    # The decision.
    step = guide.chapter("ruhen")
    decide = [str(step.number), str(len(step.sections) + 1)]
    said = talk(book, *decide, "1", *state_of(fields["entscheidungen"], "ausbauen"), "", "", "")
    assert f"Jetzt gilt: {label_of(fields['entscheidungen'], 'ausbauen')}." in said
    assert cards.state(cards[partnership.id], "entscheidungen") == "ausbauen"


def test_a_day_that_is_none_is_said_and_the_text_stays(book: Workbook, guide: Guide) -> None:
    there = [*to_list(guide, "capacity"), "neu", "2026/4"]
    said = talk(book, *there, "31.2.", "1.10.", "31.12.")
    assert "„31.2.“ ist kein Tag" in said
    plan = only(book, "capacity")
    assert (plan.value["von"], plan.value["bis"]) == ("2026-10-01", "2026-12-31")
    again = [*to_list(guide, "capacity"), "1", "1", ""]
    talk(book, *again, "irgendwann", "irgendwann", "1.1.")
    assert only(book, "capacity").value["von"] == "irgendwann"
    talk(book, *again, "bald", "")
    assert only(book, "capacity").value["von"] == "bald"
    talk(book, *again, "Herbst")
    assert only(book, "capacity").value["von"] == "Herbst"
    talk(book, *again, "leeren")
    assert "von" not in only(book, "capacity").value


def test_an_end_before_the_beginning_is_said_after_the_question(
    book: Workbook, guide: Guide
) -> None:
    said = talk(book, *to_list(guide, "capacity"), "neu", "Winter", "1.12.", "1.11.")
    assert "Das Ende 01.11.2026 liegt vor dem Beginn 01.12.2026." in said
    assert only(book, "capacity").value["bis"] == "2026-11-01"


def test_a_number_is_written_in_german_and_anything_else_complained_about(
    book: Workbook, guide: Guide
) -> None:
    there = [*to_list(guide, "capacity"), "neu", "Winter", "", "", "viele", "2,5"]
    said = talk(book, *there)
    assert "„viele“ ist keine Zahl" in said
    assert only(book, "capacity").value["stunden"] == 2.5


def test_names_lead_to_cards_or_stay_names(book: Workbook, guide: Guide) -> None:
    kita = book.cards.add("partner", {"name": "Kita Sonnenschein"})
    talk(book, "begegnung", "", "KITA SONNENSCHEIN; Feuerwehr", "", "", "Fest", "")
    meeting = only(book, "encounter")
    assert meeting.value["partner"] == [kita.id, "Feuerwehr"]
    assert meeting.value["am"] == TODAY
    opened = [*to_list(guide, "encounter"), "1", "1", ""]
    said = talk(book, *opened, "")
    assert "Hier steht: Kita Sonnenschein, Feuerwehr" in said
    talk(book, *opened, "sonnen; Feuerwehr", "neu")
    names = [book.cards.title(c) for c in book.cards.named(only(book, "encounter"), "partner")]
    assert names == ["Kita Sonnenschein", "Feuerwehr"]
    talk(book, *opened, "Fuerwehr", "Feuerwehr")
    assert len(only(book, "encounter").value["partner"]) == 2
    talk(book, *opened, "Tippfehler", "leeren")
    assert len(only(book, "encounter").value["partner"]) == 2
    talk(book, *opened, "leeren")
    assert "partner" not in only(book, "encounter").value


def test_of_two_with_the_same_name_one_is_chosen(book: Workbook, guide: Guide) -> None:
    schools = {
        book.cards.add("partner", {"name": "Grundschule", "kategorie": kind}).id
        for kind in ("schule", "verein")
    }
    said = talk(book, "begegnung", "", "grundschule", "3", "2")
    assert "Zu „grundschule“ passt:" in said
    (first,) = only(book, "encounter").value["partner"]
    assert first in schools
    opened = [*to_list(guide, "encounter"), "1", "1", ""]
    talk(book, *opened, "Grundschule", "1")
    assert set(only(book, "encounter").value["partner"]) == schools


def test_a_field_for_one_name_takes_no_second(book: Workbook, guide: Guide) -> None:
    said = talk(book, *to_list(guide, "request"), "neu", "Raum?", "A; B", "Verein", "")
    assert "Hier ist nur Platz für einen Namen." in said
    assert only(book, "request").value["wer"] == ["Verein"]


def test_the_end_of_the_input_in_a_new_card_keeps_what_was_typed(
    book: Workbook, guide: Guide, open_book: OpenBook
) -> None:
    talk(book, *to_list(guide, "seed"), "neu", "Lesegarten", "mitten im")
    talk(book, "begegnung", "gestern", "Unbekannt")
    book.close()
    again = open_book()
    assert only(again, "seed").value["worum"] == "mitten im"
    meeting = only(again, "encounter")
    assert (meeting.value["am"], meeting.value["partner"]) == ("2026-11-21", ["Unbekannt"])


def test_a_new_card_without_a_word_is_none(book: Workbook, guide: Guide) -> None:
    empty = fill(book, "seed.idee")
    said = talk(book, *to_list(guide, "seed"), "neu", *empty, "neu", "zurück", "ernte")
    assert said.count("Nichts geschrieben, nichts angelegt.") == 2
    assert book.cards.all() == []


def test_deleting_is_asked_and_can_be_undone(book: Workbook, guide: Guide) -> None:
    for name in ("Amt", "Bad", "Club"):
        book.cards.add("partner", {"name": name})
    there = to_list(guide, "partner")

    def names() -> list[str]:
        return [book.cards.title(card) for card in book.cards.of("partner")]

    said = talk(book, *there, "löschen 2", "", "löschen 9", "löschen")
    assert "Nichts gelöscht." in said
    assert "Die Zahl 9 gibt es in der Liste nicht." in said
    assert names() == ["Amt", "Bad", "Club"]
    said = talk(book, *there, "rückgängig", "löschen 2", "ja", "l 1", "ja")
    assert "Gelöscht: Bad." in said
    assert names() == ["Club"]
    said = talk(book, *there, "rückgängig", "1", "löschen", "ja", "rückgängig")
    assert "„Amt“ ist wieder da" in said
    assert names() == ["Amt", "Club"]


def test_a_long_list_is_read_in_pieces_and_searched(book: Workbook, guide: Guide) -> None:
    for number in range(45):
        book.cards.add("partner", {"name": f"Verein {number:02d}"})
    there = to_list(guide, "partner")
    said = talk(book, *there)
    assert "20 Verein 19" in said
    assert "Verein 20" not in said
    assert "weiter: noch 25." in said
    said = talk(book, *there, "weiter", "weiter", "45")
    assert "Partner: Verein 44" in said
    said = talk(book, *there, "verein 33", "1", "")
    assert "Suche nach „verein 33“: 1 Karte." in said
    assert "Partner: Verein 33" in said


def test_histories_say_their_present_state_and_keep_the_earlier(
    book: Workbook, guide: Guide
) -> None:
    seed = book.cards.add("seed", {"titel": "Lesegarten"})
    opened = [*to_list(guide, "seed"), "1", page(guide, "seed.idee")]
    said = talk(
        book,
        *opened,
        *fill(book, "seed.idee", verlauf=["neu", "+1", "geprüft", "Gut.", ".", ""]),
    )
    assert "Jetzt gilt: gefunden." in said
    entries = book.cards[seed.id].value["verlauf"]
    assert [entry["stand"] for entry in entries] == ["gefunden", "geprueft"]
    assert entries[1] == {"am": "2026-11-23", "stand": "geprueft", "grund": "Gut."}


def test_an_entry_of_today_without_anything_else_is_none(book: Workbook, guide: Guide) -> None:
    partner = book.cards.add("partner", {"name": "Verein"})
    columns = len(guide.forms["partner"].fields["bild"].columns)
    opened = [*to_list(guide, "partner"), "1", page(guide, "partner.giessen")]
    said = talk(book, *opened, "", "neu", *[""] * columns, "")
    assert "Hier steht: 22.11.2026" in said
    assert "Nichts geschrieben, nichts hinzugefügt." in said
    assert "bild" not in book.cards[partner.id].value


def test_a_quick_note_leads_back_to_where_one_was(book: Workbook, guide: Guide) -> None:
    noted = ["begegnung", "", "", "", "Käsetheke", "zufall"]
    said = talk(book, "0", "1", *noted, "Der Tisch ist voll.", ".", "ernte", "Erste", "ende")
    assert "Begegnung „Käsetheke“ steht in Ihrem Garten." in said
    assert book.answer("boden.einwand").value == {"dagegen": "Der Tisch ist voll."}
    assert only(book, "harvest").value["titel"] == "Erste"
    assert len(only(book, "encounter").value) > 1
    said = talk(book, "begegnung", "", "", "", "Markt", "", "ende")
    assert said.count("menü: alle Schritte.") == 2


def test_one_goes_on_at_the_card_where_one_stopped(book: Workbook, guide: Guide) -> None:
    talk(book, *to_list(guide, "seed"), "neu", "Lesegarten", "ende")
    said = talk(book, "", "1")
    assert "weiter mit Samenkorn „Lesegarten“" in said
    assert "Samenkorn: Lesegarten" in said


def test_confidential_pages_say_so_and_are_not_proposed_at_the_start(
    book: Workbook, guide: Guide
) -> None:
    said = talk(book, *to_list(guide, "encouragement"), "neu", "Frau Kaya")
    assert said.count("Vertraulich.") == 2
    assert "Kaya" not in talk(book)
    book.cards.add("partner", {"name": "Verein"})
    said = talk(book, *to_list(guide, "partner"), "1", page(guide, "partner.vertraulich"))
    assert "Vertraulich." in said


def test_the_marks_of_the_guide_mean_nothing_to_a_card(book: Workbook, guide: Guide) -> None:
    said = talk(book, *to_list(guide, "seed"), "neu", "später", "vorjahre", "?", "Lesegarten")
    assert said.count("Das geht an dieser Stelle nicht.") == 2
    assert "passt nicht:" not in said
    assert only(book, "seed").value["titel"] == "Lesegarten"


def test_a_second_window_reads_cards_and_changes_none(
    book: Workbook, guide: Guide, open_book: OpenBook
) -> None:
    book.cards.add("seed", {"titel": "Lesegarten", "worum": "Im Hof."})
    book.flush()
    second = open_book()
    there = to_list(guide, "seed")
    said = talk(second, *there, "neu", "löschen 1", "1", "löschen", "1", "schreiben?", "", "")
    assert "Nur lesen: Der Garten ist schon geöffnet" in said
    assert "Im Hof." in said
    assert "Hier kann gerade nur gelesen werden." in said
    assert "begegnung" not in said
    talk(second, "begegnung")
    assert [card.kind for card in second.cards.of("seed")] == ["seed"]
    assert second.cards.of("encounter") == []


def test_a_card_put_away_meanwhile_can_only_be_read(book: Workbook, guide: Guide) -> None:
    from gartenjahr_tui.linear.console import Console, End
    from gartenjahr_tui.linear.garden import GardenMenus

    seed = book.cards.add("seed", {"titel": "Lesegarten"})
    book.cards.delete(seed.id)
    said = StringIO()
    with pytest.raises(End):
        GardenMenus(Console(StringIO("1\nneuer Name\n"), said), book).open_card(seed)
    assert "Gelöscht, hier kann nur gelesen werden." in said.getvalue()
    assert "Hier kann gerade nur gelesen werden." in said.getvalue()
    assert book.cards[seed.id].value["titel"] == "Lesegarten"


def first_text(guide: Guide) -> tuple[str, list[str]]:
    """The first question of a section that takes one text, and what to type to come to it."""
    for step in guide.steps:
        for place, section in enumerate(step.sections, 1):
            for prompt in section.prompts[:1]:
                if [field.kind for field in prompt.fields] == [FieldKind.TEXT]:
                    return prompt.id, [str(step.number), str(place)]
    raise LookupError(FieldKind.TEXT)


def with_growing(book: Workbook, prompt_id: str, *kinds: str) -> None:
    """Let a question of the guide this book has in hand grow cards."""

    def changed(prompt: Any) -> Any:
        return replace(prompt, grows=kinds) if prompt.id == prompt_id else prompt

    def section(each: Any) -> Any:
        return replace(each, questions=tuple(map(changed, each.prompts)))

    def chapter(each: Any) -> Any:
        return replace(each, sections=tuple(map(section, each.sections)))

    book.guide = replace(book.guide, chapters=tuple(map(chapter, book.guide.chapters)))


def test_an_answer_becomes_a_seed_on_a_word(book: Workbook, guide: Guide) -> None:
    prompt_id, there = first_text(guide)
    with_growing(book, prompt_id, "seed")
    said = talk(book, *there, "Ein Garten auf dem Dach", ".", "wie?", "samenkorn")
    assert "Bitte das Wort von eben schreiben" in said
    assert "Samenkorn „Ein Garten auf dem Dach“ steht in Ihrem Garten." in said
    assert only(book, "seed").value["titel"] == "Ein Garten auf dem Dach"
    talk(book, *there, "samenkorn")
    assert len(book.cards.of("seed")) == 1


def test_an_answer_grows_nothing_unless_one_wants_it(book: Workbook, guide: Guide) -> None:
    prompt_id, there = first_text(guide)
    with_growing(book, prompt_id, "seed")
    talk(book, *there, "samenkorn", "Ein Garten auf dem Dach", ".", "")
    assert book.cards.all() == []


def test_of_several_entries_one_is_asked_for(book: Workbook, guide: Guide) -> None:
    prompt = guide.prompts["saeen.wuensche"]
    section = guide.section_of(prompt.id)
    step = guide.chapter("saeen")
    place = [str(step.number), str(step.sections.index(section) + 1)]
    skip = ["später"] * [each.id for each in section.prompts].index(prompt.id)
    with_growing(book, prompt.id, "seed")
    rest = [""] * (len(prompt.fields[0].columns) - 1)
    said = talk(
        book,
        *place,
        *skip,
        *("neu", "Bücher vor Ort", ".", *rest),
        *("neu", "Länger offen", ".", *rest, ""),
        *("samenkorn", "5", "2"),
    )
    assert "Bitte eine Zahl von 1 bis 2" in said
    assert only(book, "seed").value["titel"] == "Länger offen"


def test_an_answer_that_names_an_organisation_becomes_a_partner(
    book: Workbook, guide: Guide
) -> None:
    prompt_id, there = first_text(guide)
    with_growing(book, prompt_id, "partner")
    said = talk(book, *there, "Feuerwehr", ".", "anlegen")
    assert "Partner „Feuerwehr“ steht in Ihrem Garten." in said
    assert book.cards.title(only(book, "partner")) == "Feuerwehr"


def test_an_answer_that_may_become_either_asks_which(book: Workbook, guide: Guide) -> None:
    prompt_id, there = first_text(guide)
    with_growing(book, prompt_id, "seed", "partner")
    said = talk(book, *there, "Tierheim", ".", "anlegen", "3", "2", "ende")
    assert "(Samenkorn oder Partner)" in said
    assert "Bitte eine Zahl von 1 bis 2" in said
    assert book.cards.title(only(book, "partner")) == "Tierheim"
    assert book.cards.of("seed") == []
    talk(book, *there, "anlegen", "", "ende")
    assert book.cards.of("seed") == []


def test_ending_a_partnership_leads_on_to_its_farewell(book: Workbook, guide: Guide) -> None:
    card = book.cards.add("partnership", {"titel": "Bücherkiste"})
    way = option(guide.forms["partnership"].fields["entscheidungen"].column("weg"), "beenden")
    opened = [*to_list(guide, "partnership"), "1", page(guide, "partnership.entscheidung")]
    said = talk(book, *opened, "neu", "heute", way, "Es ist gut.", ".", "1", "", "1", "ende")
    assert "Damit geht es weiter: Gut zu Ende bringen" in said
    assert "dass diese Kooperation endet?" in said
    assert book.cards[card.id].value["ende_besprochen"] == "ja"


def test_an_empty_line_leaves_the_search_and_then_the_list(book: Workbook, guide: Guide) -> None:
    book.cards.add("partner", {"name": "Verein"})
    said = talk(book, *to_list(guide, "partner"), "gibt es nicht", "", "", "9")
    assert "Suche nach „gibt es nicht“: noch leer." not in said
    assert said.count("1 Verein ") == 2
    assert said.count("Partner. Welche Liste?") == 2


def test_going_back_out_of_a_list_of_names_keeps_what_was_typed(
    book: Workbook, guide: Guide
) -> None:
    talk(book, "begegnung", "", "Feuerwehr; Kita", "zurück", "vorgestern")
    meeting = only(book, "encounter")
    assert meeting.value["partner"] == ["Feuerwehr", "Kita"]
    assert meeting.value["am"] == "2026-11-20"


def test_what_was_deleted_long_ago_is_listed_and_restored(book: Workbook, guide: Guide) -> None:
    kita = book.cards.add("partner", {"name": "Kita Süd"})
    book.cards.delete(kita.id)
    restore = len(guide.forms["partner"].sections) + len(lists_with(book.cards, kita)) + 1
    said = talk(book, *to_list(guide, "partner"), "gelöschte", "1", str(restore), "", "", "")
    assert "Gelöscht, hier kann nur gelesen werden." in said
    assert not book.cards[kita.id].deleted
    assert "Die Karte ist wieder im Garten." in said


def test_what_is_folded_is_asked_on_request_and_on_its_own_page(
    book: Workbook, guide: Guide
) -> None:
    card = book.cards.add("encounter", {"anlass": "Käsetheke"})
    opened = [*to_list(guide, "encounter"), "1"]
    said = talk(book, *opened, "ende")
    assert "mehr: noch 2 Seiten." in said
    assert "Das Gespräch" not in said
    assert "Das Gespräch" in talk(book, *opened, "mehr", "ende")
    book.unfolded.clear()
    # The number on paper leads there, folded or not.
    said = talk(book, *opened, page(guide, "encounter.weiter"), "1", "Ein Termin", ".", "ende")
    assert "Frage 1 von 2." in said
    assert book.cards[card.id].value["ergebnis_text"] == "Ein Termin"


def test_a_page_asks_for_the_rest_of_it_at_its_end(book: Workbook, guide: Guide) -> None:
    partner = book.cards.add("partner", {"name": "Verein"})
    giessen = page(guide, "partner.giessen")
    opened = [*to_list(guide, "partner"), "1", "b", giessen]
    asked = [*to_list(guide, "partner"), "1", giessen, "90", ""]
    assert "Mehr? Hier gibt es noch eine Frage." in talk(book, *asked, "ende")
    said = talk(book, *opened, "90", "", "j", "30", "60", "wöchentlich", "ende")
    assert "Ende des Abschnitts „Im Gespräch bleiben“" in said
    assert "Früher gefragt" not in said
    value = book.cards[partner.id].value
    assert (value["hoechst_tage"], value["ideal_tage"], value["winter_tage"]) == (90, 30, 60)
    assert "Mehr?" not in talk(book, *opened, *[""] * 6, "ende")


def test_marks_of_other_stages_come_with_those_that_are_set(book: Workbook, guide: Guide) -> None:
    card = book.cards.add("partnership", {"titel": "Vorlesen", "kriterien": ["k01"]})
    opened = [*to_list(guide, "partnership"), "1", page(guide, "partnership.stand")]
    said = talk(book, *opened, "1 2", "", "", "ja", "1 2 11", "ende")
    assert said.count("Welche dieser Merkmale treffen heute") == 2
    assert book.cards[card.id].value["kriterien"] == ["k01", "k02", "k11"]
