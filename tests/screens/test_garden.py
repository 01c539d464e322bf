"""The living garden at the desk: cards, lists, quick entries, and the way of one idea."""

from __future__ import annotations

from textual.events import Key

from gartenjahr_tui.garden.targets import ToCard, ToPrompt
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.widgets.entries import EntryRows
from gartenjahr_tui.widgets.next_link import GrowLink
from gartenjahr_tui.workbook.keeping import Unsaved
from gartenjahr_tui.workbook.plain import Bookmark, Card
from gartenjahr_tui.workbook.rescue import put_aside
from screens.karte import CardScreen
from screens.partner import PartnerScreen
from screens.saeen import SaeenScreen
from tests.screens.helpers import WIDE, Desk, at_the_desk


def one(desk: Desk, kind: str) -> Card:
    """The only card of a kind."""
    (card,) = desk.book.cards.of(kind)
    return card


async def field(desk: Desk, prompt_id: str, field_id: str) -> None:
    """Put the cursor into a field of the card that is open."""
    await desk.screen.go_to(Bookmark("karte", prompt_id, field_id))
    await desk.settle()


async def test_a_partner_is_begun_with_n_and_is_in_the_garden_with_its_first_letter(
    paths: Paths,
) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("p")
        assert isinstance(desk.screen, PartnerScreen)
        await desk.press("n")
        assert isinstance(desk.screen, CardScreen)
        assert desk.book.cards.of("partner") == []
        await desk.type("Kita [red]Süd[/]")
        assert one(desk, "partner").value["name"] == "Kita [red]Süd[/]"
        assert desk.title.startswith(" Partner · Kita [red]Süd[/]")
        await desk.press("escape", "escape")
        assert isinstance(desk.screen, PartnerScreen)
        assert "Kita [red]Süd[/]" in desk.text
    async with at_the_desk(paths) as desk:
        assert one(desk, "partner").value == {"name": "Kita [red]Süd[/]"}


async def test_a_card_that_stays_empty_leaves_nothing_behind(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("p", "n", "escape", "escape")
        assert isinstance(desk.screen, PartnerScreen)
        assert desk.book.cards.all() == []


async def test_an_hour_later_the_card_is_open_where_the_cursor_was(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("p", "n")
        await desk.type("Moschee am Park")
        await field(desk, "partner.grenzen", "kann")
        await desk.type("Räume am Abe")
    async with at_the_desk(paths) as desk:
        assert "Partner „Moschee am Park“" in desk.text
        await desk.press("enter")
        assert isinstance(desk.screen, CardScreen)
        assert desk.prompt == "partner.grenzen"
        await desk.type("nd")
        assert one(desk, "partner").value["kann"] == "Räume am Abend"


async def test_an_encounter_is_noted_from_anywhere_without_losing_the_place(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        kita = desk.book.cards.add("partner", {"name": "Kita Süd"})
        await desk.press("1", "k")
        await desk.type("Kita")
        await desk.press("enter")
        await desk.press("escape")
        assert isinstance(desk.screen, SaeenScreen)
        encounter = one(desk, "encounter")
        assert encounter.value["partner"] == [kita.id]
        assert encounter.value["am"] == "2026-11-22"


async def test_on_a_partners_card_the_encounter_is_with_this_partner(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        kita = desk.book.cards.add("partner", {"name": "Kita Süd"})
        await desk.go(ToCard(kita.id))
        await desk.press("k")
        await desk.settle()
        screen = desk.screen
        await desk.press("tab")
        await desk.type("Sommerfest besprochen")
        await desk.press("escape")
        assert screen is not desk.screen
        card = one(desk, "encounter")
        assert card.value["partner"] == [kita.id]
        assert "Begegnungen" in desk.text


async def test_f8_puts_a_harvest_into_the_basket_in_mid_sentence(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open("boden.vorteile")
        await desk.type("Wir kommen an Famil")
        await desk.press("f8")
        await desk.type("42 Gäste beim Vorlesen")
        await desk.press("escape")
        assert one(desk, "harvest").value["titel"] == "42 Gäste beim Vorlesen"
        assert desk.prompt == "boden.vorteile"
        await desk.type("ien")
        answer = desk.book.answer("boden.vorteile")
        assert answer.value == {"text": "Wir kommen an Familien"}


async def test_deleting_asks_and_u_takes_it_back(paths: Paths) -> None:
    async with at_the_desk(paths, size=WIDE) as desk:
        kita = desk.book.cards.add("partner", {"name": "Kita Süd"})
        desk.book.cards.add("encounter", {"anlass": "Elternabend", "partner": [kita.id]})
        await desk.press("p", "l")
        assert "Eine andere Karte nennt diese" in desk.text
        await desk.press("enter")
        assert [card.id for card in desk.book.cards.of("partner")] == [kita.id]
        await desk.press("l", "down", "enter")
        assert desk.book.cards.of("partner") == []
        await desk.do("app.list('partner', 'encounter')")
        assert "Kita Süd (gelöscht)" in desk.text
        await desk.press("u")
        assert [card.id for card in desk.book.cards.of("partner")] == [kita.id]


async def test_a_deleted_card_that_is_open_is_left(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        kita = desk.book.cards.add("partner", {"name": "Kita Süd"})
        await desk.press("p")
        await desk.press("enter")
        assert isinstance(desk.screen, CardScreen)
        await desk.press("l", "down", "enter")
        assert isinstance(desk.screen, PartnerScreen)
        assert desk.book.cards[kita.id].deleted


async def test_an_impossible_day_is_named_at_the_field_and_stays(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        harvest = desk.book.cards.add("harvest", {"titel": "Fest"})
        await desk.go(ToCard(harvest.id))
        await field(desk, "harvest.was", "am")
        desk.focused.select_all()
        await desk.type("31.02.2026")
        await desk.press("tab")
        assert "„31.02.2026“ ist kein Tag" in desk.text
        assert desk.book.cards[harvest.id].value["am"] == "31.02.2026"


async def test_an_answer_becomes_a_seed_with_one_key(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open("saeen.themen")
        await desk.type("Hitze in der Innenstadt")
        await desk.press("tab", "enter")
        seed = one(desk, "seed")
        assert seed.value["titel"] == "Hitze in der Innenstadt"
        assert seed.value["herkunft"] == "stadt"
        assert any("Hitze in der Innenstadt" in said for said in desk.said)


async def test_the_way_of_one_idea_from_a_team_answer_to_a_decision(paths: Paths) -> None:
    """Answer, seed, check, planting, stages, transparency, harvest, thanks, decision."""
    async with at_the_desk(paths, size=WIDE) as desk:
        cards = desk.book.cards
        await desk.open("saeen.teamgespraech")
        await desk.type("Repair-Treff mit dem Werkhof")
        await desk.press("tab", "enter")
        seed = one(desk, "seed")

        await desk.go(ToCard(seed.id))
        await field(desk, "seed.bedarf", "bedarf_da")
        await desk.press("space")
        await field(desk, "seed.engagement", "engagement_da")
        await desk.press("space", "tab")
        await desk.press("n")
        await desk.type("Werkhof")
        await desk.press("enter")
        await desk.type("Werkzeug und zwei Leute")
        await desk.press("escape")
        assert "säen" in desk.text.lower()

        await field(desk, "seed.raum", "raum_mit")
        await desk.type("Werkhof Nord")
        await desk.press("enter")
        await desk.go(ToCard(seed.id))
        await desk.press("escape")
        outline = desk.focused
        for _ in range(len(desk.screen.places)):
            await desk.press("down")
        assert desk.focused is outline
        await desk.press("enter")
        partnership = one(desk, "partnership")
        assert isinstance(desk.screen, CardScreen)
        assert partnership.value["samenkorn"] == [seed.id]
        assert cards.state(cards[seed.id], "verlauf") == "gesaet"

        await field(desk, "partnership.stand", "stufen")
        assert isinstance(desk.focused, EntryRows)
        await desk.press("n", "enter", "down", "space", "enter")
        await desk.type("Zweites Treffen, beide wollen")
        await desk.press("escape")
        assert cards.state(cards[partnership.id], "stufen") == "gespraeche"

        await field(desk, "partnership.transparenz-a", "transparenz_a")
        await desk.press("n", "enter", "space", "escape")
        assert cards.state(cards[partnership.id], "transparenz_a") == "ja"

        await desk.press("f8")
        await desk.type("Erster Repair-Treff, 18 Leute")
        await desk.press("escape")
        harvest = one(desk, "harvest")
        assert harvest.value["kooperation"] == [partnership.id]
        await desk.go(ToCard(harvest.id))
        await field(desk, "harvest.beteiligte", "personen")
        await desk.type("Frau Beispiel")
        await desk.press("down", "enter")
        cards.set(harvest.id, personen=["Frau Beispiel"])
        await desk.press("escape")
        for _ in range(len(desk.screen.places)):
            await desk.press("down")
        await desk.press("enter")
        thanks = one(desk, "thanks")
        assert thanks.value["ernte"] == [harvest.id]
        assert thanks.value["stand"] == "offen"

        await desk.do("app.list('ruhen', 'partnership')")
        assert "Repair-Treff" in desk.text
        await desk.press("enter")
        await field(desk, "partnership.entscheidung", "entscheidungen")
        await desk.press("n", "enter", "space", "enter")
        await desk.type("Alle wollen weitermachen")
        await desk.press("escape")
        entry = cards[partnership.id].value["entscheidungen"][0]
        assert entry["weg"] == "weiter"
        assert entry["warum"] == "Alle wollen weitermachen"
        assert entry["am"] == "2026-11-22"


async def test_a_pitch_is_said_aloud_against_the_clock(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        value = {"titel": "Rat", "wortlaut": "Wir sind [b]mehr[/] als Bücher.", "dauer": "30"}
        pitch = desk.book.cards.add("pitch", value)
        await desk.go(ToCard(pitch.id))
        await desk.press(*["down"] * len(desk.screen.places), "enter")
        assert "Wir sind [b]mehr[/] als Bücher." in desk.text
        assert "0 / 30 s · noch 30" in desk.text
        await desk.press("space")
        await desk.until(lambda: "1 / 30 s · noch 29" in desk.text)
        await desk.press("space", "escape")
        assert isinstance(desk.screen, CardScreen)


async def test_what_a_card_said_in_an_earlier_sitting_can_be_brought_back(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        desk.book.cards.add("partner", {"name": "Kita Süd", "kann": "Räume am Abend"})
    async with at_the_desk(paths) as desk:
        kita = one(desk, "partner")
        await desk.go(ToCard(kita.id))
        await field(desk, "partner.grenzen", "kann")
        await desk.type(" und mehr")
        await desk.book_saved()
        await desk.menu("Frühere Fassungen")
        assert "Räume am Abend" in desk.text
        await desk.press("enter")
        assert one(desk, "partner").value["kann"] == "Räume am Abend"
        assert desk.focused.text == "Räume am Abend"


async def test_two_partners_of_one_name_are_pointed_out_and_both_stay(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        desk.book.cards.add("partner", {"name": "Kita Süd"})
        await desk.press("p", "n")
        await desk.type("KITA SÜD")
        await desk.press("tab")
        assert "schon einmal" in desk.text
        assert len(desk.book.cards.of("partner")) == 2


async def test_an_alliance_is_no_member_of_itself(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        table = desk.book.cards.add("partner", {"name": "Runder Tisch"})
        await desk.go(ToCard(table.id))
        await field(desk, "partner.buendnis", "mitglieder")
        await desk.type("Runder")
        await desk.press("enter", "tab")
        assert one(desk, "partner").value["mitglieder"] == [table.id]
        assert "Eine Karte (Partner)" in desk.text


async def test_an_end_before_the_beginning_is_named_at_the_field(paths: Paths) -> None:
    async with at_the_desk(paths, size=(160, 40)) as desk:
        card = desk.book.cards.add("partnership", {"titel": "Erzählcafé", "beginn": "2026-05-01"})
        await desk.go(ToCard(card.id))
        prompts = desk.screen.card_sheet.form.prompts.values()
        (prompt,) = [p for p in prompts if any(f.id == "ende" for f in p.fields)]
        await field(desk, prompt.id, "ende")
        await desk.type("1.4.2026")
        await desk.press("tab")
        assert "Das Ende 01.04.2026 liegt vor dem Beginn 01.05.2026." in desk.text


async def test_a_second_window_shows_the_garden_and_changes_nothing(paths: Paths) -> None:
    async with at_the_desk(paths) as first:
        kita = first.book.cards.add("partner", {"name": "Kita Süd", "kann": "Räume"})
        assert first.book.flush()
        async with at_the_desk(paths) as second:
            await second.press("p")
            assert "Kita Süd" in second.text
            await second.press("n", "l", "u", "k", "f8")
            assert isinstance(second.screen, PartnerScreen)
            await second.press("enter")
            await field(second, "partner.grenzen", "kann")
            await second.type("xyz")
            assert second.book.cards[kita.id].value["kann"] == "Räume"


async def test_a_name_of_five_thousand_characters_breaks_nothing(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("p", "n")
        await desk.paste("Straße [/] " * 500)
        await desk.press("escape", "escape")
        assert isinstance(desk.screen, PartnerScreen)
        assert len(one(desk, "partner").value["name"]) > 5000
        await desk.press("f2")
        assert "Straße [/]" in desk.text or "Partner: 1" in desk.text


async def test_the_outline_counts_what_is_written_on_a_card(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("p", "n")
        await desk.type("Kita")
        assert "1 von 3" in desk.text


async def test_a_confidential_card_is_not_named_on_the_home_screen(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.do("app.list('ernten', 'encouragement')")
        await desk.press("n")
        await desk.type("Frau Beispiel")
        assert "vertraulich" in desk.text
        await desk.press("f2")
        assert "Frau Beispiel" not in desk.text
        assert "Zuspruch" in desk.text


async def test_a_card_that_lay_aside_is_back_and_the_program_says_so(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        card = desk.book.cards.blank("partner", {"name": "Kita Süd"})
        garden = desk.book.garden_id
    put_aside(paths, garden, Unsaved([card]))
    async with at_the_desk(paths) as desk:
        assert one(desk, "partner").value["name"] == "Kita Süd"
        assert any("steht jetzt wieder" in said for said in desk.said)
    async with at_the_desk(paths) as desk:
        assert desk.said == []


async def test_a_name_typed_faster_than_the_card_opens_arrives_whole(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("p")
        for key in ("n", *"Pfalz2"):
            desk.app.post_message(Key(key, key))
        await desk.until(lambda: desk.book.cards.of("partner"))
        await desk.until(lambda: one(desk, "partner").value["name"] == "Pfalz2")
        assert isinstance(desk.screen, CardScreen)


async def test_what_is_typed_right_after_tab_lands_in_the_next_field(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        kita = desk.book.cards.add("partner", {"name": "Kita"})
        await desk.go(ToCard(kita.id))
        await field(desk, "partner.grenzen", "kann")
        keys = [*"abc", "tab", *"xyz"]
        for key in keys:
            desk.app.post_message(Key(key, key if len(key) == 1 else None))
        value = desk.book.cards[kita.id].value
        await desk.until(lambda: desk.book.cards[kita.id].value.get("kann_nicht") == "xyz")
        value = desk.book.cards[kita.id].value
        assert value["kann"] == "abc"


async def test_what_is_found_for_a_name_is_in_sight_at_the_lower_edge(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        desk.book.cards.add("partner", {"name": "Jugendzentrum Nord"})
        card = desk.book.cards.add("seed", {"titel": "Spieletag"})
        await desk.go(ToCard(card.id))
        for prompt, name in (
            ("seed.raum", "raum_mit"),
            ("seed.budget", "budget_mit"),
            ("seed.personal", "personal_mit"),
        ):
            await field(desk, prompt, name)
            await desk.type("Jug")
            assert "Jugendzentrum Nord" in desk.text
            assert "neu anlegen: Jug" in desk.text
            await desk.press("enter")


async def test_a_long_name_leaves_room_for_how_saving_stands(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        card = desk.book.cards.add("partner", {"name": "Verein " * 40})
        await desk.go(ToCard(card.id))
        await desk.book_saved()
        await desk.until(lambda: "gespeichert" in desk.title)
        assert "…" in desk.title


async def test_a_quick_encounter_is_called_by_whom_one_met(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("k")
        await desk.type("Müller")
        await desk.press("escape")
        assert any("„Müller“ ist festgehalten" in said for said in desk.said)


async def test_what_was_deleted_long_ago_can_be_restored(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        kita = desk.book.cards.add("partner", {"name": "Kita Süd"})
        desk.book.cards.add("partner", {"name": "Zoo"})
        desk.book.cards.delete(kita.id)
    async with at_the_desk(paths) as desk:
        await desk.press("p")
        assert "Kita Süd" not in desk.text
        await desk.menu("Gelöschte zeigen")
        assert "Partner – gelöscht" in desk.text
        assert "Zoo" not in desk.text
        await desk.press("enter")
        assert "gelöscht – nur lesen" in desk.title
        await desk.press(*["down"] * len(desk.screen.places), "enter")
        assert not desk.book.cards[kita.id].deleted
        await field(desk, "partner.grenzen", "kann")
        await desk.type("Räume")
        assert desk.book.cards[kita.id].value["kann"] == "Räume"
        await desk.press("escape", "escape")
        await desk.menu("Gelöschte zeigen")
        assert "Kita Süd" in desk.text
        assert "Zoo" in desk.text


async def test_an_impulse_becomes_a_partner_or_a_seed_as_one_likes(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.go(ToPrompt("ruhen.neue-impulse"))
        await desk.type("Tierheim Musterfeld")
        links = {str(link.render()): link for link in desk.view.query(GrowLink)}
        assert [*links] == ["→ Als Samenkorn anlegen", "→ Als Partner anlegen"]
        links["→ Als Partner anlegen"].focus()
        await desk.press("enter")
        assert one(desk, "partner").value["name"] == "Tierheim Musterfeld"
        assert desk.book.cards.of("seed") == []
