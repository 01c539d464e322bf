"""The sample garden: invented, complete, and made like a person's own."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from gartenjahr_tui import sample
from gartenjahr_tui.garden import advice, home, watering
from gartenjahr_tui.garden.ahead import STEP_KINDS
from gartenjahr_tui.garden.checkin import checkin_due
from gartenjahr_tui.garden.due import COMING, due
from gartenjahr_tui.garden.opening import open_garden
from gartenjahr_tui.garden.round_advice import STATES
from gartenjahr_tui.garden.sheet import CardSheet
from gartenjahr_tui.garden.targets import Page
from gartenjahr_tui.guide.model import Field, FieldKind, Guide, still_asked
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.sample import make_sample, read_sample
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.words.garden import AdviceWords as words
from gartenjahr_tui.workbook import years
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.dates import day_of
from gartenjahr_tui.workbook.plain import Card
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import history, links_of, normalise

TODAY = date(2026, 10, 20)
YEARS = (2024, 2025, 2026)


@pytest.fixture(scope="module")
def guide() -> Guide:
    return read_guide()


@pytest.fixture(scope="module")
def paths(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Paths:
    paths = Paths(tmp_path_factory.mktemp("beispiel"), "Test")
    make_sample(guide, paths, today=lambda: TODAY)
    return paths


@pytest.fixture
def book(guide: Guide, paths: Paths) -> Iterator[Workbook]:
    book = open_garden(guide, paths, today=lambda: TODAY)
    yield book
    book.close()


def answers() -> list[sample.SampleAnswer]:
    return [answer for sitting in read_sample(2026).sittings for answer in sitting.answers]


def card_entries() -> list[tuple[str, sample.SampleCard]]:
    """The entries of the cards, each with the kind of its card."""
    kinds: dict[str, str] = {}
    found = []
    for entry in read_sample(2026).cards:
        kind = kinds.setdefault(entry.id, entry.kind)
        found.append((kind, entry))
    return found


def values() -> list[Any]:
    return [
        *(answer.value for answer in answers()),
        *([entry.value, entry.more] for _, entry in card_entries()),
    ]


def days(fields: Iterable[Field], value: Mapping[str, Any], above: str = "") -> Iterator[Any]:
    """The dates in a value, each with the ids of its field."""
    for field in fields:
        part = value.get(field.id)
        if part is not None and field.kind is FieldKind.DATE:
            yield above + field.id, part
        for row in part or () if field.columns else ():
            yield from days(field.columns, row, f"{field.id}.")


PLANNED = {
    *("schritt_am", "naechster", "ende", "von", "bis", "meilensteine.am", "absprachen.bis"),
    *("rollen.bis", "aufgaben.bis", "plan.wann", "rueckblick.wann", "anklopfen_am"),
}
"""Dates that may lie ahead."""


def strings(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for item in part.values():
            yield from strings(item)
    elif isinstance(part, list):
        for item in part:
            yield from strings(item)


class TestContent:
    """What stands in the file."""

    def test_every_answer_fits_its_question(self, guide: Guide) -> None:
        for answer in answers():
            fields = guide.prompts[answer.prompt].fields
            assert normalise(fields, answer.value) == answer.value, answer.prompt
            assert answer.stand in sample.STANDS, answer.prompt
            assert answer.value or answer.stand in ("später", "passt nicht"), answer.prompt

    def test_every_question_of_the_guide_appears(self, guide: Guide) -> None:
        asked = {prompt.id for step in guide.steps for prompt in step.prompts}
        assert {answer.prompt for answer in answers()} == asked

    def test_every_stand_is_used(self) -> None:
        assert {answer.stand for answer in answers()} == set(sample.STANDS)

    def test_years_are_filled_in(self) -> None:
        texts = list(strings(values()))
        assert not [text for text in texts if re.search(r"[{}]", text)]
        assert any("2024" in text for text in texts)

    def test_a_year_is_never_written_out(self) -> None:
        """A number of a year in the file would be wrong next year."""
        for source in (sample.SOURCE, sample.CARDS_SOURCE):
            assert not re.findall(r"\b(?:19|20)\d\d\b", source.read_text(encoding="utf-8"))

    def test_answers_are_in_the_voice_of_the_product(self) -> None:
        for text in strings(values()):
            assert not re.search(r"\w[*:_]innen", text), text
            assert text == text.strip(), text
            assert '"' not in text, text

    def test_it_says_that_it_is_invented(self, guide: Guide) -> None:
        content = read_sample(2026)
        assert "Beispiel" in content.library
        first = content.sittings[0].answers[0]
        assert first.prompt == next(iter(guide.prompts))
        assert "erfunden" in first.value["dagegen"]
        partner = next(entry for kind, entry in card_entries() if kind == "partner")
        assert "(Beispiel: erfunden)" in list(strings(partner.value))


class TestCardsContent:
    """What stands in the file of the cards."""

    def test_every_field_and_option_is_one_of_the_form(self, guide: Guide) -> None:
        for kind, entry in card_entries():
            fields = guide.forms[kind].fields.values()
            for value in (entry.value, entry.more):
                assert normalise(fields, value) == value, (kind, entry.day)
            assert not entry.value.keys() & entry.more.keys(), (kind, entry.day)

    def test_every_kind_of_card_appears(self, guide: Guide) -> None:
        assert {kind for kind, _ in card_entries()} == set(guide.forms)

    def test_every_kind_appears_before_the_current_year(self, guide: Guide) -> None:
        """So that the garden is whole on New Year's Day too."""
        assert {kind for kind, entry in card_entries() if entry.day.year < 2026} == set(guide.forms)

    def test_every_link_names_a_card_of_its_kind_that_is_there_already(self, guide: Guide) -> None:
        kinds: dict[str, str] = {}
        for kind, entry in card_entries():
            kinds[entry.id] = kind
            for field in guide.forms[kind].links:
                assert not field.columns
                for id in links_of([field], entry.value):
                    assert kinds.get(id) == field.of, (kind, entry.day, field.id)
        links = [text for text in strings(values()) if text.startswith("@")]
        assert links == []

    def test_a_card_is_made_once_and_changed_later(self) -> None:
        made = [entry.id for _, entry in card_entries() if entry.kind]
        assert len(made) == len(set(made))
        assert all(kind for kind, _ in card_entries())

    def test_entries_stand_in_the_order_of_time(self) -> None:
        lines = sample.CARDS_SOURCE.read_text(encoding="utf-8").splitlines()
        tags = [line for line in lines if line.startswith(("jahr =", "tag ="))]
        stamps = [(int(year[7:]), tag) for year, tag in zip(tags[::2], tags[1::2], strict=True)]
        assert stamps == sorted(stamps)

    def test_only_what_is_planned_lies_ahead(self, guide: Guide) -> None:
        for kind, entry in card_entries():
            for value in (entry.value, entry.more):
                for name, part in days(guide.forms[kind].fields.values(), value):
                    day = day_of(part)
                    assert day, (kind, entry.day, name)
                    planned = name in PLANNED or (kind in ("feast", "recurring") and name == "am")
                    assert planned or day <= entry.day, (kind, entry.day, name)

    def test_every_date_a_new_card_would_begin_with_today_is_given(self, guide: Guide) -> None:
        for kind, entry in card_entries():
            starts = {field.id for field in guide.forms[kind].fields.values() if field.start}
            dated = {
                id for id in starts if guide.forms[kind].fields[id].kind is not FieldKind.CHOICE
            }
            assert not entry.kind or dated <= entry.value.keys(), (kind, entry.day)


class TestCards:
    """What a person finds in the living garden."""

    def test_no_card_has_anything_to_complain_of(self, book: Workbook) -> None:
        for card in book.cards.all():
            sheet = CardSheet(book, card)
            for prompt in sheet.form.prompts.values():
                assert sheet.complaints(prompt) == {}, sheet.title

    def test_every_history_has_several_entries_over_the_years(self, book: Workbook) -> None:
        for kind, form in book.guide.forms.items():
            for field in form.fields.values():
                if field.current:
                    longest = max(len(history(field, c.value)) for c in book.cards.of(kind))
                    assert longest > 1, field.id

    def test_seeds_requests_and_growth_show_every_state(self, book: Workbook) -> None:
        cards = book.cards
        for kind, id in (
            ("seed", "verlauf"),
            ("partnership", "wachstum"),
            ("partnership", "stufen"),
        ):
            field = book.guide.forms[kind].fields[id]
            column = field.column(field.current)
            assert column
            seen = {cards.state(card, id) for card in cards.of(kind)}
            assert seen == {option.id for option in column.options}, id
        for kind, id in (("request", "ausgang"), ("thanks", "stand"), ("encouragement", "stand")):
            options = {option.id for option in book.guide.forms[kind].fields[id].options}
            assert {card.value[id] for card in cards.of(kind)} == options
        audiences = {card.value["publikum"] for card in cards.of("pitch")}
        assert audiences == {"kollegium", "vorgesetzte", "partner"}
        assert {card.value["richtung"] for card in cards.of("advocacy")} == {
            "fuer-uns",
            "fuer-partner",
        }

    def test_requests_turn_from_alone_to_together(self, book: Workbook) -> None:
        counts = Counter((c.value["am"][:4], c.value["ausgang"]) for c in book.cards.of("request"))
        alone = [counts[str(year), "erledigt"] for year in YEARS]
        together = [counts[str(year), "gemeinsam"] for year in YEARS]
        assert alone == sorted(alone, reverse=True)
        assert alone[0] > alone[-1]
        assert together == sorted(together)
        assert together[0] < together[-1]

    def test_image_of_the_library_goes_from_the_first_to_the_third_phase(
        self, book: Workbook
    ) -> None:
        field = book.guide.forms["partner"].fields["bild"]
        images = [
            [entry["phase"] for entry in history(field, card.value)]
            for card in book.cards.of("partner")
        ]
        assert ["3", "2", "1"] in images
        assert all(image == sorted(image, reverse=True) for image in images)

    def test_some_partners_are_thirsty_and_most_are_not(self, book: Workbook) -> None:
        partners = book.cards.of("partner")
        thirsty = [p for p in partners if watering.days_dry(book.cards, p)[1]]
        assert 1 <= len(thirsty) < len(partners) / 2

    def test_a_partner_comes_back_after_a_good_end(self, book: Workbook) -> None:
        fresh = next(c for c in book.cards.of("partnership") if "Hallenfest" in c.value["titel"])
        sentences = " ".join(advice.returning(book, fresh))
        assert "Bücherkiste in der Turnhalle" in sentences
        assert words.DOORS["offen"] in sentences

    def test_one_harvest_is_still_in_the_basket(self, book: Workbook) -> None:
        assert any(not card.value.get("kooperation") for card in book.cards.of("harvest"))

    def test_planted_hours_fit_the_plan(self, book: Workbook) -> None:
        plan = next(
            card for card in book.cards.of("capacity") if card.value["quartal"][:4] == "2026"
        )
        [line] = advice.planted_hours(book, plan)
        assert re.findall(r"\d+", line) == ["40", "42", "2"]

    def test_pitches_fit_the_time_they_are_given(self, book: Workbook) -> None:
        for card in book.cards.of("pitch"):
            fits = (words.FITS, words.SHORT)
            said = advice.speaking_time(book, card)[-1]
            assert said in [text.format(limit=card.value["dauer"]) for text in fits]

    def test_cards_look_as_old_as_they_are(self, book: Workbook) -> None:
        made = {entry.id: entry.day for _, entry in card_entries() if entry.kind}
        changed = {entry.id: entry.day for _, entry in card_entries()}
        for card in book.cards.all():
            assert card.created_at is not None
            assert card.changed_at is not None
            assert card.created_at.date() == made[card.id]
            assert card.changed_at.date() == changed[card.id]

    def test_cards_keep_their_former_versions(self, book: Workbook) -> None:
        changes = Counter(entry.id for _, entry in card_entries() if not entry.kind)
        for id, count in changes.items():
            assert len(book.card_versions(id)) == count


def with_round(book: Workbook, kind: str) -> Iterator[tuple[Card, Card, Card]]:
    """The cards of one partnership in a round, each with its round and its partnership."""
    for card in book.cards.of(kind):
        [round_card] = book.cards.named(card, "runde")
        [partnership] = book.cards.named(card, "kooperation")
        yield card, round_card, partnership


def alive(book: Workbook, partnership: Card, day: str) -> bool:
    """Whether a partnership had begun on a day and not ended yet."""
    ends = (e["am"] for e in partnership.value.get("entscheidungen", ()) if e["weg"] == "beenden")
    return partnership.value["beginn"] <= day and all(day <= end for end in ends)


class TestRounds:
    """Check-ins and overwinterings of the three years."""

    def test_every_round_is_finished_and_its_days_are_in_order(self, book: Workbook) -> None:
        for kind in ("checkin", "overwintering"):
            for card in book.cards.of(kind):
                assert card.value["am"] <= card.value["fertig_am"], card.value["titel"]

    def test_check_ins_come_now_and_then_and_some_are_short(self, book: Workbook) -> None:
        found = sorted(book.cards.of("checkin"), key=lambda card: str(card.value["am"]))
        assert [card.value["titel"] for card in found] == [
            *("Herbst 2024", "Frühling 2025", "Herbst 2025", "Frühling 2026", "Sommer 2026")
        ]
        assert {card.value["umfang"] for card in found} == {"kurz", "lang"}
        for card in found:
            day = day_of(card.value["fertig_am"])
            assert day
            middle = years.month_after(years.quarter_start(day, 1))
            assert card.value["titel"] == f"{years.season_of(middle)} {middle.year}"
            assert day_of(card.value["naechster"]) == years.next_quarter(day, 1)

    def test_a_check_in_is_due_in_autumn(self, book: Workbook) -> None:
        found = checkin_due(book)
        assert found
        assert found[1] == date(2026, 10, 1)

    def test_a_look_belongs_to_its_round_and_to_a_partnership_that_lived(
        self, book: Workbook
    ) -> None:
        for kind in ("checkup", "wintering"):
            for card, round_card, partnership in with_round(book, kind):
                title = f"{round_card.value['titel']} – {partnership.value['titel']}"
                assert card.value["titel"] == title
                begun, done = round_card.value["am"], round_card.value["fertig_am"]
                assert begun <= card.value["am"] <= done, title
                assert alive(book, partnership, begun), title

    def test_a_long_check_in_looks_at_a_handful_and_a_short_one_at_none(
        self, book: Workbook
    ) -> None:
        for card in book.cards.of("checkin"):
            looks = book.cards.naming(card.id, "checkup")
            seen = [link for look in looks for link in look.value["kooperation"]]
            assert len(seen) == len(set(seen))
            assert len(looks) in ((0,) if card.value["umfang"] == "kurz" else (4, 5, 6))
            assert all({"gut", "nicht", "aendern"} <= look.value.keys() for look in looks)

    def test_what_a_look_says_stands_with_the_partnership_since_that_day(
        self, book: Workbook
    ) -> None:
        said = 0
        for look, _, partnership in with_round(book, "checkup"):
            for field, list_id in STATES.items():
                if state := look.value.get(field):
                    column = book.guide.forms["partnership"].fields[list_id].current
                    noted = [(e.get("am"), e[column]) for e in partnership.value[list_id]]
                    assert (look.value["am"], state) in noted, (look.value["titel"], field)
                    said += 1
        assert said > 5

    def test_an_overwintering_decides_for_every_partnership_that_lives(
        self, book: Workbook
    ) -> None:
        found = sorted(book.cards.of("overwintering"), key=lambda card: str(card.value["am"]))
        assert [(card.value["jahr"], card.value["neues"]) for card in found] == [
            *((2024, 2025), (2025, 2026))
        ]
        for card in found:
            assert card.value["titel"] == f"{card.value['jahr']} → {card.value['neues']}"
            decided = {
                link
                for each in book.cards.naming(card.id, "wintering")
                for link in each.value["kooperation"]
            }
            living = {
                each.id
                for each in book.cards.of("partnership")
                if alive(book, each, card.value["am"])
            }
            assert decided == living

    def test_a_decision_of_the_winter_stands_with_the_partnership(self, book: Workbook) -> None:
        for decision, round_card, partnership in with_round(book, "wintering"):
            entry = {
                "am": round_card.value["fertig_am"],
                "weg": decision.value["weg"],
                "warum": decision.value["warum"],
            }
            assert entry in partnership.value["entscheidungen"], decision.value["titel"]

    def test_most_steps_are_done(self, book: Workbook) -> None:
        steps = [c for kind in STEP_KINDS for c in book.cards.of(kind) if c.value.get("schritt")]
        waiting = [card for card in steps if card.value.get("schritt_stand") != "erledigt"]
        assert 1 <= len(waiting) < len(steps) / 3
        assert all(card.value["schritt_am"] > "2026-10" for card in waiting)

    @pytest.mark.parametrize(
        ("month", "day", "least"), [(1, 15, 3), (3, 1, 3), (6, 30, 5), (11, 23, 5)]
    )
    def test_a_friendly_number_of_things_is_due_all_year(
        self, guide: Guide, tmp_path: Path, month: int, day: int, least: int
    ) -> None:
        today = date(2026, month, day)
        paths = Paths(tmp_path, "Test")
        make_sample(guide, paths, today=lambda: today)
        book = open_garden(guide, paths, today=lambda: today)
        try:
            lines = due(book)
            # What was agreed is shown from one check-in to the next.
            assert least <= len(lines) <= 12
            assert month == 1 or any(line.rank == COMING for line in lines)
        finally:
            book.close()


class TestGarden:
    """What a person finds who opens the garden."""

    def test_library_people_and_years(self, book: Workbook) -> None:
        assert book.profile.library == "Stadtbücherei Musterfeld (Beispiel)"
        assert [voice.name for voice in book.voices] == ["AM", "JK"]
        assert book.voice.name == "AM"
        assert book.years == YEARS
        assert book.year == 2026
        assert book.year_due is None

    def test_every_question_is_answered_in_one_year_at_least(self, book: Workbook) -> None:
        for prompt in still_asked(book.guide.prompts.values()):
            states = [book.state(prompt, year) for year in YEARS]
            assert AnswerState.ANSWERED in states, prompt.id

    def test_answers_get_the_state_the_file_gives_them(self, book: Workbook) -> None:
        states = {
            "beantwortet": AnswerState.ANSWERED,
            "angefangen": AnswerState.BEGUN,
            "später": AnswerState.LATER,
            "passt nicht": AnswerState.NOT_HERE,
        }
        voices = {voice.name: voice for voice in book.voices}
        last = {
            (answer.prompt, sitting.year, sitting.voice): answer
            for sitting in read_sample(2026).sittings
            for answer in sitting.answers
        }
        for (prompt, year, name), wanted in last.items():
            found = book.answer(prompt, year, voices[name])
            assert (found.value, found.state) == (wanted.value, states[wanted.stand]), prompt
        assert len(book.all_answers()) == len(last)

    def test_two_full_years_and_half_a_one(self, book: Workbook) -> None:
        shares = []
        for year in YEARS:
            book.look_at(year)
            done = book.progress(still_asked(book.guide.prompts.values()))
            shares.append(done.settled / done.total)
        assert shares[0] > 0.8
        assert shares[1] > 0.9
        assert 0.4 < shares[2] < 0.7

    def test_autumn_of_the_current_year(self, book: Workbook) -> None:
        start = home.from_book(book)
        assert start.library == book.profile.library
        assert not start.fresh
        assert start.question == book.guide.prompts["saeen.mitgeben"].ask
        boden, saeen, *rest = (line.progress for line in start.steps if line.progress)
        assert book.progress(book.guide.chapter("boden").prompts).words == "fertig"
        assert boden.settled < boden.total, "the cards have more to say"
        assert saeen.total * 0.6 < saeen.settled < saeen.total
        assert all(line.settled < line.total and line.begun for line in rest)
        assert any(place.target == Page.CHECKIN for place in start.due)
        assert any(place.sign == "→" for place in start.waiting)

    def test_both_write_personal_answers_and_differ_in_team_ones(self, book: Workbook) -> None:
        for voice in book.voices:
            own = [a for a in book.all_answers() if a.key.voice == voice.id]
            assert {a.key.year for a in own} == set(YEARS)
            assert any(book.guide.prompts[a.key.prompt].personal for a in own)
        book.look_at(2024)
        seen = book.other_voices(book.guide.prompts["pflegen.handschlag"])
        assert [(voice.name, answer.value["scale"]) for voice, answer in seen] == [("JK", 4)]
        assert book.answer("pflegen.handschlag").value["scale"] == 2

    def test_each_has_a_bookmark_in_an_unfinished_answer(self, book: Workbook) -> None:
        for voice in book.voices:
            book.use_voice(voice)
            mark = book.bookmark
            assert mark is not None
            text = book.answer(mark.prompt).value[mark.field]
            assert text.split("\n")[mark.row][: mark.column] == text.split("\n")[-1]
            assert book.answer(mark.prompt).state is AnswerState.BEGUN
        book.use_voice(book.voices[0])

    @pytest.mark.parametrize(
        ("prompt", "year"),
        [
            ("boden.warum", 2024),
            ("ruhen.kuenftig", 2024),
            ("boden.fruechte", 2026),
        ],
    )
    def test_some_answers_keep_a_former_version(
        self, book: Workbook, prompt: str, year: int
    ) -> None:
        book.look_at(year)
        assert len(book.versions(book.guide.prompts[prompt])) == 1

    def test_answers_look_as_old_as_they_are(self, book: Workbook) -> None:
        for answer in book.all_answers():
            assert answer.changed_at is not None
            assert answer.changed_at.year == answer.key.year
            assert answer.changed_at < datetime(2026, 10, 20, tzinfo=UTC)


class TestMaking:
    """How the garden is made."""

    def test_on_new_years_day_nothing_lies_ahead(self, guide: Guide, tmp_path: Path) -> None:
        paths = Paths(tmp_path / "neujahr", "Test")
        day = date(2027, 1, 1)
        make_sample(guide, paths, today=lambda: day)
        book = open_garden(guide, paths, today=lambda: day)
        try:
            assert book.years == (2025, 2026, 2027)
            end = datetime(2027, 1, 1, tzinfo=UTC)
            assert all(a.changed_at and a.changed_at < end for a in book.all_answers())
            assert len(book.versions(book.guide.prompts["boden.fruechte"])) == 1
        finally:
            book.close()

    def test_early_in_the_year_cards_tell_only_what_has_happened(
        self, guide: Guide, tmp_path: Path
    ) -> None:
        paths = Paths(tmp_path / "fruehling", "Test")
        day = date(2027, 3, 10)
        make_sample(guide, paths, today=lambda: day)
        book = open_garden(guide, paths, today=lambda: day)
        try:
            assert {card.kind for card in book.cards.all()} == set(guide.forms)
            changed = [card.changed_at for card in book.cards.all()]
            assert max(at.date() for at in changed if at) == date(2027, 3, 7)
        finally:
            book.close()

    def test_it_is_the_same_whenever_it_is_made(
        self, guide: Guide, book: Workbook, tmp_path: Path
    ) -> None:
        paths = Paths(tmp_path / "noch einmal", "Test")
        make_sample(guide, paths, today=lambda: TODAY)
        again = open_garden(guide, paths, today=lambda: TODAY)
        try:
            assert {c.id: c for c in again.cards.all()} == {c.id: c for c in book.cards.all()}
        finally:
            again.close()

    def test_it_never_touches_a_garden(self, guide: Guide, tmp_path: Path) -> None:
        paths = Paths(tmp_path, "Test")
        paths.file.write_bytes(b"mein Garten")
        with pytest.raises(sample.SampleExists, match="nicht angerührt"):
            make_sample(guide, paths)
        assert paths.file.read_bytes() == b"mein Garten"
        assert list(tmp_path.iterdir()) == [paths.file]

    def test_it_is_made_in_a_moment(self, guide: Guide, tmp_path: Path) -> None:
        start = perf_counter()
        make_sample(guide, Paths(tmp_path, "Test"))
        assert timedelta(seconds=perf_counter() - start) < timedelta(seconds=10)

    def test_importing_it_brings_no_database(self) -> None:
        code = (
            "import sys, gartenjahr_tui.sample; "
            "print([m for m in ('sqlmodel', 'sqlalchemy', 'textual') if m in sys.modules])"
        )
        run = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        assert run.stdout.strip() == "[]"
