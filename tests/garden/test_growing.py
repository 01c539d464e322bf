"""One thing becomes another: answers seeds and partners, seeds partnerships, harvests thanks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from gartenjahr_tui.garden.growing import DEEDS, grow, said
from gartenjahr_tui.guide.model import still_asked
from gartenjahr_tui.workbook.plain import Card
from gartenjahr_tui.workbook.values import value_text

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Guide
    from gartenjahr_tui.workbook.book import Workbook

SEEDS = (
    *("saeen.teamgespraech", "saeen.begeisterung", "saeen.persoenlich", "saeen.interessen"),
    *("saeen.themen", "saeen.papiere", "saeen.themenradar", "saeen.informationen"),
    *("saeen.wuensche", "saeen.palme", "saeen.palmengespraeche"),
    *("ruhen.noch-einmal", "ruhen.neue-impulse"),
)
ALLIANCES = ("familien", "quartier", "beruf", "region", "gesundheit")
PARTNERS = ("saeen.buendnis",)


def grown(book: Workbook, prompt_id: str, text: str = "", **entry: Any) -> Card:
    return grow(book, book.guide.prompts[prompt_id], text, entry or None)


def test_the_finders_of_the_guide_grow_seeds_and_partners(guide: Guide) -> None:
    growing = {
        prompt.id: prompt.grows for prompt in still_asked(guide.prompts.values()) if prompt.grows
    }
    partners = dict.fromkeys(PARTNERS, ("partner",))
    seeds = dict.fromkeys(SEEDS, ("seed",))
    others = {"boden.bild": ("pitch",), "ruhen.neue-impulse": ("seed", "partner")}
    assert growing == {**seeds, **partners, **others}


# Samenkörner aus Antworten


def test_an_impulse_becomes_a_seed_or_a_partner_nobody_has_worked_with_yet(
    book: Workbook,
) -> None:
    prompt = book.guide.prompts["ruhen.neue-impulse"]
    text = "Tierheim Musterfeld\nHunde, denen Kinder vorlesen"
    seed = grow(book, prompt, text)
    assert (seed.kind, book.cards.title(seed)) == ("seed", "Tierheim Musterfeld")
    partner = grow(book, prompt, text, None, "partner")
    assert book.cards.title(partner) == "Tierheim Musterfeld"
    assert partner.value["bekanntheit"] == "neu"
    (link,) = partner.value["wer_kennt"]
    assert link["notiz"] == "Hunde, denen Kinder vorlesen"
    assert "zeichen" not in partner.value
    assert grow(book, prompt, text, None, "partner") == partner


@pytest.mark.parametrize(
    ("prompt_id", "origin"),
    [
        ("saeen.teamgespraech", "team"),
        ("saeen.themen", "stadt"),
        ("saeen.themenradar", "stadt"),
        ("saeen.informationen", "nutzende"),
        ("saeen.palme", "palme"),
        ("ruhen.noch-einmal", "eigene"),
    ],
)
def test_an_answer_becomes_a_seed_that_knows_where_it_was_found(
    book: Workbook, prompt_id: str, origin: str
) -> None:
    seed = grown(book, prompt_id, "\nNähen für alle  \nIm Lesesaal stehen Maschinen.")
    assert book.cards.title(seed) == "Nähen für alle"
    assert "Maschinen" in seed.value["worum"]
    assert seed.value["herkunft"] == origin
    assert seed.value["stelle"].endswith(
        f"{book.guide.section_of(prompt_id).title}, {book.year_label()}"
    )
    assert book.cards.state(seed, "verlauf") == "gefunden"


def test_the_same_answer_grows_but_one_seed(book: Workbook) -> None:
    first = grown(book, "saeen.themen", "Hitze in der Stadt")
    assert grown(book, "saeen.themen", "hitze in der Stadt").id == first.id
    assert grown(book, "saeen.informationen", "Hitze in der Stadt").id != first.id
    book.cards.delete(first.id)
    assert grown(book, "saeen.themen", "Hitze in der Stadt").id != first.id


def test_a_long_first_line_makes_a_short_name(book: Workbook) -> None:
    text = "Straßenbäume " * 20
    seed = grown(book, "saeen.themen", text)
    assert len(book.cards.title(seed)) <= 80
    assert seed.value["worum"] == text


def test_a_whole_answer_grows_without_labels(book: Workbook) -> None:
    prompt = book.guide.prompts["saeen.begeisterung"]
    value = {"team": "Handarbeit", "foerderverein": "Chor", "einwilligung": "ohne-namen"}
    book.put(prompt, value)
    seed = grow(book, prompt, value_text(prompt, value))
    assert book.cards.title(seed) == "Handarbeit"
    assert seed.value["worum"] == "Handarbeit\n\nChor"


def test_a_palm_grows_without_those_who_might_help(book: Workbook) -> None:
    prompt = book.guide.prompts["saeen.palme"]
    value = {"vorhaben": "Ein Bus voller Bücher", "gewaechshaus": "Herr Oz vom Busbetrieb"}
    book.put(prompt, value)
    seed = grow(book, prompt, value_text(prompt, value))
    assert seed.value["worum"] == "Ein Bus voller Bücher"
    assert "Oz" not in text_of(seed)


INTEREST = {"wer": "Aylin K.", "interesse": "Bienen", "verbindung": "Imkerverein"}


def text_of(card: Card) -> str:
    return str(card.value)


@pytest.mark.parametrize("consent", ["", "ohne-namen", "noch fragen"])
def test_nobody_is_named_without_consent(book: Workbook, consent: str) -> None:
    seed = grown(book, "saeen.interessen", "Aylin K.: Bienen", einwilligung=consent, **INTEREST)
    assert book.cards.title(seed) == "Bienen"
    assert "Imkerverein" in seed.value["worum"]
    assert "Aylin" not in text_of(seed)


@pytest.mark.parametrize("consent", ["eigene", "liegt-vor"])
def test_who_agrees_is_named(book: Workbook, consent: str) -> None:
    seed = grown(book, "saeen.interessen", einwilligung=consent, **INTEREST)
    assert book.cards.title(seed) == "Bienen"
    assert "Aylin K." in seed.value["worum"]


def test_an_entry_that_is_only_a_name_gives_none_away(book: Workbook) -> None:
    seed = grown(book, "saeen.interessen", "Aylin K.", wer="Aylin K.")
    assert "Aylin" not in text_of(seed)
    assert "Samen im eigenen Haus" in book.cards.title(seed)


def test_without_a_cursor_the_last_entry_is_meant(book: Workbook) -> None:
    prompt = book.guide.prompts["saeen.interessen"]
    value = {"entries": [{"wer": "Jo", "interesse": "Schach"}, INTEREST]}
    book.put(prompt, value)
    seed = grow(book, prompt, value_text(prompt, value))
    assert book.cards.title(seed) == "Bienen"
    assert "Aylin" not in text_of(seed)


def test_who_writes_is_not_named(book: Workbook) -> None:
    book.add_voice("Aylin K.")
    assert "Aylin" not in text_of(grown(book, "saeen.persoenlich", "Bienen"))


def test_a_passage_keeps_its_document_and_page(book: Workbook) -> None:
    entry = {"datum": "12.3.2025", "seite": "14", "zitat": "Mehr Schatten!", "thema": "Hitze"}
    seed = grown(book, "saeen.papiere", dokument="Klimaplan", **entry)
    assert book.cards.title(seed) == "Hitze"
    assert seed.value["dokument"] == "Klimaplan"
    assert seed.value["dokument_am"] == "2025-03-12"
    assert seed.value["stelle"].startswith("Seite 14\n„Mehr Schatten!“")
    other = grown(book, "saeen.papiere", dokument="Haushalt", **entry)
    assert other.id != seed.id


def test_a_talk_about_the_palm_keeps_what_came_of_it(book: Workbook) -> None:
    talk = {"datum": "gestern irgendwann", "mit": "Herr Oz", "entstanden": "Ein Gewächshaus"}
    seed = grown(book, "saeen.palmengespraeche", **talk)
    assert book.cards.title(seed) == seed.value["worum"] == "Ein Gewächshaus"
    assert seed.value["herkunft"] == "palme"
    assert "Oz" not in text_of(seed)


# Partner aus Antworten


@pytest.mark.parametrize("field", ALLIANCES)
def test_an_alliance_becomes_a_partner(book: Workbook, field: str) -> None:
    prompt = book.guide.prompts["saeen.buendnis"]
    entry = {"feld": field, "gibt": "ja", "dabei": "nein", "wer": "Aylin"}
    book.put(prompt, {"entries": [entry]})
    partner = grow(book, prompt, "", entry)
    assert partner.value["ist_buendnis"] == "ja"
    assert partner.value["feld"] == field
    assert "Aylin" not in text_of(partner)
    assert grow(book, prompt, "").id == partner.id
    named = grow(book, prompt, "", {**entry, "name": "Runder Tisch"})
    assert book.cards.title(named) == "Runder Tisch"


def test_a_picture_for_somebody_becomes_a_pitch_for_them(book: Workbook) -> None:
    prompt = book.guide.prompts["boden.bild"]
    book.put(prompt, {"vorgesetzte": "Ein Beet vor dem Rathaus.", "partner": "Ein Zaun weniger."})
    pitch = grow(book, prompt, "Ein Zaun weniger.")
    assert pitch.value["publikum"] == "partner"
    assert pitch.value["wortlaut"] == "Ein Zaun weniger."
    assert grow(book, prompt, "Ein Zaun weniger.").id == pitch.id


def test_a_connection_becomes_a_partner(book: Workbook) -> None:
    link = {"organisation": "Chor", "ueber": "Aylin", "wodurch": "singt mit"}
    partner = grown(book, "saeen.verbindungen", **link)
    assert book.cards.title(partner) == "Chor"
    assert partner.value["wer_kennt"] == [{"durch": "singt mit"}]
    assert grown(book, "saeen.verbindungen", organisation="chor").id == partner.id


def test_a_cooperation_that_holds_becomes_a_partner(book: Workbook) -> None:
    partner = grown(book, "saeen.tragfaehig", "Werkhof\nSeit acht Jahren dabei.")
    assert book.cards.title(partner) == "Werkhof"
    assert partner.value["zeichen"] == [
        {"am": "2026-11-22", "merkmal": "tragfaehig", "notiz": "Seit acht Jahren dabei."}
    ]


# Aus Karten werden Karten


def do(book: Workbook, card: Card) -> tuple[Any, str]:
    """Do what can be done with a card, and what is said of it."""
    (deed,) = DEEDS[card.kind]
    result = deed.do(book, book.cards[card.id])
    return result, said(deed, result)


def test_a_seed_is_sown_with_all_partners_on_its_card(book: Workbook) -> None:
    kita, werkhof, gone = (
        book.cards.add("partner", {"name": name}) for name in ("Kita", "Werkhof", "Weg")
    )
    book.cards.delete(gone.id)
    value = {"titel": "Nähcafé", "worum": "Nähen", "pflanzort": [kita.id, "Frau Irgendwer"]}
    more = {"raum_mit": [werkhof.id, kita.id], "personal_mit": [gone.id]}
    seed = book.cards.add("seed", {**value, **more})
    partnership, sentence = do(book, seed)
    assert partnership.kind == "partnership"
    assert partnership.value["worum"] == "Nähen"
    assert partnership.value["partner"] == [kita.id, werkhof.id]
    assert partnership.value["samenkorn"] == [seed.id]
    assert book.cards.state(book.cards[seed.id], "verlauf") == "gesaet"
    assert "„Nähcafé“" in sentence

    again, _ = do(book, seed)
    assert again.id == partnership.id
    assert len(book.cards[seed.id].value["verlauf"]) == 2

    book.cards.note(partnership.id, "entscheidungen", "beenden")
    anew, _ = do(book, seed)
    assert anew.id != partnership.id


def test_a_request_is_kept_as_a_seed(book: Workbook) -> None:
    kita = book.cards.add("partner", {"name": "Kita"})
    value = {"betreff": "Flyer auslegen", "wortlaut": "Könnt ihr …?", "wer": [kita.id]}
    request = book.cards.add("request", value)
    seed, sentence = do(book, request)
    assert book.cards.title(seed) == "Flyer auslegen"
    assert seed.value["herkunft"] == "anfrage"
    assert seed.value["pflanzort"] == [kita.id]
    assert book.cards[request.id].value["samenkorn"] == [seed.id]
    assert "Flyer auslegen" in sentence
    assert do(book, request)[0].id == seed.id


@pytest.fixture
def harvest(book: Workbook) -> Card:
    kita = book.cards.add("partner", {"name": "Kita Süd"})
    contact = book.cards.add("contact", {"name": "Frau Kaya", "partner": [kita.id]})
    chor = book.cards.add("partner", {"name": "Chor"})
    value = {"partner": [kita.id, chor.id], "personen": [contact.id, "Herr Oz"]}
    return book.cards.add("harvest", {"titel": "Lesefest", "am": "2026-06-01", **value})


def test_everybody_on_a_harvest_is_noted_for_thanks_once(book: Workbook, harvest: Card) -> None:
    book.cards.add("thanks", {"personen": ["Herr Oz"], "ernte": [harvest.id], "stand": "erledigt"})
    book.cards.add("thanks", {"personen": ["Frau Kaya"], "wofuer": "etwas anderes"})
    thanks, sentence = do(book, harvest)
    assert sentence == "3 Mal Dank ist vorgemerkt."
    named = [
        book.cards.name(name)
        for card in thanks
        for field in ("personen", "organisation")
        for name in card.value.get(field, ())
    ]
    assert named == ["Frau Kaya", "Kita Süd", "Chor"]
    assert {card.value["stand"] for card in thanks} == {"offen"}
    assert {card.value["wofuer"] for card in thanks} == {"Lesefest"}

    again, sentence = do(book, harvest)
    assert again == []
    assert "schon im Dankbuch" in sentence


def test_the_people_of_a_harvest_are_invited_to_the_feast(book: Workbook, harvest: Card) -> None:
    old = {"titel": "Vom Vorjahr", "am": "2025-06-01", "personen": ["Wer anderes"]}
    last_year = book.cards.add("harvest", old)
    guest = {"wer": "herr oz", "zusage": "ja"}
    feast = book.cards.add("feast", {"am": "2026-12-01", "gaeste": [guest]})
    count, sentence = do(book, feast)
    assert count == 2
    assert sentence == "2 Gäste stehen neu auf der Liste."
    assert book.cards[feast.id].value["gaeste"] == [
        guest,
        {"wer": "Frau Kaya", "organisation": "Kita Süd", "zusage": "offen"},
        {"organisation": "Chor", "zusage": "offen"},
    ]
    assert do(book, feast) == (
        0,
        "Es kommt niemand dazu: Alle Beteiligten stehen schon auf der Gästeliste.",
    )

    book.cards.set(feast.id, ernten=[last_year.id])
    assert do(book, feast) == (1, "Ein Gast steht neu auf der Liste.")


def test_two_people_of_one_name_are_both_invited(book: Workbook) -> None:
    people = []
    for house in ("Kita", "Schule"):
        partner = book.cards.add("partner", {"name": house})
        people.append(book.cards.add("contact", {"name": "Frau Li", "partner": [partner.id]}).id)
    book.cards.add("harvest", {"titel": "Fest", "personen": people})
    assert do(book, book.cards.add("feast", {"titel": "Erntedank"}))[0] == 2
