"""Whatever goes out: nothing guarded unless it is asked for, and then what the page has said."""

from __future__ import annotations

import io
import stat
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gartenjahr_tui.catalog import OUTLETS
from gartenjahr_tui.cli import main as cli
from gartenjahr_tui.garden.documents import Documents
from gartenjahr_tui.garden.growing import RELEASE, deeds_with
from gartenjahr_tui.garden.opening import open_garden
from gartenjahr_tui.garden.told import stays, told
from gartenjahr_tui.guide.model import GUARDED, WHOLE, Guide
from gartenjahr_tui.outlet import UNHEARD, YES, Draft, Outlet
from gartenjahr_tui.reports.document import Block, Paragraph
from gartenjahr_tui.reports.handover import HANDOVER
from gartenjahr_tui.reports.outlets import outlet_of
from gartenjahr_tui.reports.report import Part, Scope
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.words.reports import ToldWords
from gartenjahr_tui.workbook.book import ReadOnly, Workbook
from gartenjahr_tui.workbook.values import PROMISED
from tests.reports.garden_of_markers import DELETED, ME, OTHER, Markers, plant, questions

Places = set[tuple[str, str]]
"""Whose, and at which question it was typed."""


@dataclass(frozen=True)
class Garden:
    """The garden all tests here read; none of them changes it."""

    book: Workbook
    markers: Markers

    def guarded(self, found: Places) -> Places:
        """What of that is guarded, gone or former."""
        open_ones = {p.id for p in questions(self.book) if not p.guarded}
        return {place for place in found if place[0] or place[1] not in open_ones}

    def of(self, *ids: str) -> Places:
        """What the team has written at some questions, or of whole kinds."""
        return {
            place
            for place in self.markers.places.values()
            if not place[0] and {place[1], place[1].partition(".")[0]} & {*ids}
        }

    @property
    def names_of_the_gone(self) -> Places:
        """Where what was put away is named: whoever names it keeps the name."""
        forms = self.book.guide.forms.values()
        every = ((form, p) for form in forms for p in form.prompts.values())
        return {(DELETED, p.id) for form, p in every if form.title in {f.id for f in p.fields}}

    def in_draft(self, draft: Draft, *formats: str) -> Places:
        """What is in a draft, its preview, and files of some formats."""
        texts = [draft.stem, *draft.inside, *draft.stays, draft.preview(80)]
        texts += [text_in(d) for f in formats for d in draft.make(f, UNHEARD).values()]
        return self.guarded(self.markers.found("\n".join(texts)))


@pytest.fixture(scope="module")
def garden(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Garden]:
    folder = tmp_path_factory.mktemp("markers") / "garten"
    now = datetime(2026, 11, 22, 13, 3, tzinfo=UTC)

    def opened(**options: bool) -> Workbook:
        clock = {"today": now.date, "now": lambda: now}
        return open_garden(guide, Paths(folder, "im Test"), **clock, **options)

    book = opened()
    markers = plant(book)
    assert book.close()
    book = opened(look_only=True)
    yield Garden(book, markers)
    book.close()


def text_in(data: bytes) -> str:
    """All a file says: of an archive of files each of them, of folded lines whole ones.

    A PDF is made of the same document as its neighbours, and not read.
    """
    if data.startswith(b"%PDF"):
        return ""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return "\n".join(packed.read(n).decode("utf-8", "replace") for n in packed.namelist())
    return data.decode("utf-8").replace("\r\n ", "")


def formats_of(outlet: Outlet) -> list[str]:
    """All but PDF, which is made of the same document as its neighbours and takes long."""
    return [format.id for format in outlet.formats if format.id != "pdf"]


def choices(outlet: Outlet, book: Workbook) -> Iterator[dict[str, str]]:
    """Every option of every question, one question after the other; switches as they are."""
    filled = {ask.id: "ausgefuellt" for ask in outlet.asks if ask.id == "fuellung"}
    usual = outlet.choices(book, filled)
    yield usual
    for ask in outlet.asks:
        yield from ({**usual, ask.id: o.id} for o in ask.options(book) if not ask.switch)


def drafts(outlet: Outlet, book: Workbook, wanted: frozenset[str], **more: str) -> Iterator[Draft]:
    from gartenjahr_tui.outlet import Unavailable

    for chosen in choices(outlet, book):
        try:
            yield outlet.draft(book, {**chosen, **more}, wanted)
        except Unavailable:
            continue


HOLDING_ALL = {id for id, outlet in OUTLETS.items() if outlet.takes >= WHOLE}


def test_only_the_archive_and_the_auskunft_hold_all() -> None:
    assert {"archiv", "auskunft"} == HOLDING_ALL


@pytest.mark.parametrize("id", sorted(OUTLETS.keys() - HOLDING_ALL))
def test_nothing_guarded_leaves_unless_it_is_asked_for(garden: Garden, id: str) -> None:
    outlet = OUTLETS[id]
    plain = frozenset(piece.id for piece in outlet.pieces if not piece.takes)
    more = {ask.id: YES for ask in outlet.asks if ask.switch and not ask.takes}
    every = formats_of(outlet)
    for number, draft in enumerate(drafts(outlet, garden.book, plain, **more)):
        assert garden.in_draft(draft, *(() if number else every)) == set()
        assert draft.private is (id in {"uebergabe", "kontakte", "kumu"})
        assert {*stays(garden.book.guide, outlet.takes)} <= {*draft.stays}


def test_the_archive_holds_everything(garden: Garden) -> None:
    (draft,) = drafts(OUTLETS["archiv"], garden.book, frozenset())
    found = garden.markers.found("\n".join(map(text_in, draft.make("json", UNHEARD).values())))
    assert found == {*garden.markers.places.values()}
    assert draft.private
    assert not stays(garden.book.guide, WHOLE)


# What is asked for


def test_with_the_switch_tables_hold_what_is_guarded_but_nobody_elses(garden: Garden) -> None:
    outlet = OUTLETS["tabellen"]
    draft = outlet.draft(
        garden.book, outlet.choices(garden.book, {"vertrauliche": YES}), frozenset()
    )
    found = garden.in_draft(draft, "xlsx", "csv")
    assert found == guarded_things(garden, own_answers=True)
    assert draft.private
    assert ToldWords.OTHERS in draft.stays


def guarded_things(garden: Garden, *, own_answers: bool, cards: bool = True) -> Places:
    """All that is guarded and may be asked for."""
    book = garden.book
    of_cards = {p.id for f in book.guide.forms.values() for p in f.prompts.values() if p.guarded}
    found = garden.of(*of_cards) if cards else set()
    mine = {p.id for p in book.guide.prompts.values() if p.guarded} if own_answers else set()
    return found | {p for p in garden.markers.places.values() if p[0] == ME and p[1] in mine}


def test_the_handover_takes_trust_and_kind_words_and_says_so(garden: Garden) -> None:
    outlet = OUTLETS["uebergabe"]
    draft = outlet.draft(garden.book, {}, frozenset({"vertrauliches"}))
    ids = ("partner.vertrauen", "partner.stereotype", "encouragement.wem", "encouragement.worte")
    assert garden.in_draft(draft, "docx", "md") == garden.of(*ids)
    (kept,) = (line for line in draft.stays if line.startswith("vertrauliche"))
    assert ToldWords.KEPT["encouragement"] not in kept
    assert ToldWords.KEPT["partner"] not in kept
    assert ToldWords.PERSONAL in kept


def test_the_extra_sheet_holds_what_is_guarded_of_this_form_and_is_private(garden: Garden) -> None:
    outlet = OUTLETS["arbeitsblatt"]
    found: Places = set()
    for draft in drafts(outlet, garden.book, frozenset({"vertrauliches"})):
        found |= garden.in_draft(draft)
        assert draft.private
    assert found == guarded_things(garden, own_answers=True)


def test_the_auskunft_of_a_person_holds_the_own_answers_and_nobody_elses(garden: Garden) -> None:
    outlet = OUTLETS["auskunft"]
    for person, other in ((OTHER, ME), (ME, OTHER)):
        draft = outlet.draft(garden.book, {"ueber": person}, outlet.usual)
        found = {who for who, _ in garden.in_draft(draft, "md")}
        assert person in found
        assert other not in found


# Commands that print


PRINTED = (
    ("antworten",),
    ("antworten", "--format", "md"),
    ("antworten", "--format", "json"),
    ("faellig",),
    ("paket", "vergleich"),
    ("paket", "fragen"),
)


@pytest.mark.parametrize("words", PRINTED, ids=" ".join)
def test_no_command_prints_anything_guarded_unless_asked_for(
    garden: Garden, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    cli.main([*words, "--daten", str(garden.book.paths.folder)])
    assert garden.guarded(garden.markers.found(capsys.readouterr().out)) == set()


@pytest.mark.parametrize("format", ["text", "md", "json"])
def test_answers_asked_for_are_ones_own_alone(
    garden: Garden, capsys: pytest.CaptureFixture[str], format: str
) -> None:
    folder = str(garden.book.paths.folder)
    assert cli.main(["antworten", "--vertrauliche", "--format", format, "--daten", folder]) == 0
    found = garden.guarded(garden.markers.found(capsys.readouterr().out))
    assert found == guarded_things(garden, own_answers=True, cards=False)


WRITTEN = (
    (("tabellen", "{}.xlsx"), False),
    (("tabellen", "{}.xlsx", "--vertrauliche"), True),
    (("kalender", "{}.ics"), False),
    (("kontakte", "{}.vcf"), False),
    (("kumu", "{}", "--personen"), False),
    (("bericht", "jahresbericht", "{}.docx"), False),
    (("bericht", "uebergabe", "{}.md", "--mit", "vertrauliches"), True),
    (("bericht", "arbeitsblatt", "{}.md", "--mit", "vertrauliches"), True),
    (("paket", "schreiben", "{}.gartenpaket.json", "--abschnitt", "saeen.palme"), False),
)


@pytest.mark.parametrize(("words", "asked"), WRITTEN, ids=str)
def test_what_a_command_writes_is_private_where_it_was_asked_for_guarded_things(
    garden: Garden, tmp_path: Path, words: tuple[str, ...], asked: bool
) -> None:
    place = str(tmp_path / "datei")
    line = [word.format(place) for word in words]
    assert cli.main([*line, "--daten", str(garden.book.paths.folder)]) == 0
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    found = garden.guarded(
        garden.markers.found("".join(text_in(file.read_bytes()) for file in files))
    )
    assert files
    assert asked or not found
    if asked and sys.platform != "win32":
        assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)
        folders = [place for place in tmp_path.rglob("*") if place.is_dir()]
        assert all(stat.S_IMODE(folder.stat().st_mode) == 0o700 for folder in folders)


@pytest.mark.parametrize(
    "words", [("kontakte", "{}.vcf"), ("kumu", "--personen", "{}"), ("bericht", "dank", "{}")]
)
def test_what_holds_names_and_addresses_is_for_its_owner_alone(
    garden: Garden, tmp_path: Path, words: tuple[str, ...]
) -> None:
    line = [word.format(tmp_path / "datei") for word in words]
    assert cli.main([*line, "--daten", str(garden.book.paths.folder)]) == 0
    found = [*tmp_path.rglob("*")]
    assert found
    if sys.platform != "win32":
        modes = {stat.S_IMODE(place.stat().st_mode) for place in found}
        assert modes <= {0o600, 0o700}


# By construction


def _gossip(scope: Scope) -> Iterator[Block]:
    """A part whose author has forgotten that trust and kind words are confidential."""
    for partner in scope.cards.of("partner"):
        yield Paragraph(str(partner.value.get("vertrauen_notiz", "")))
    for card in scope.cards.of("encouragement"):
        yield Paragraph(str(card.value.get("warum", "")))
    for card in scope.cards.all():
        yield Paragraph(f"{scope.cards.title(card)} {card.value}")
    for answer in (*scope.book.all_answers(), *scope.book.views_of_cards(scope.book.year)):
        yield Paragraph(str(answer.value))
    with pytest.raises(AttributeError):
        scope.book.former()


def test_a_new_document_that_declares_nothing_gets_nothing_guarded(garden: Garden) -> None:
    plain = replace(HANDOVER, parts=(Part("neu", "Neu", _gossip),), private=False)
    draft = outlet_of(plain).draft(garden.book, {}, frozenset())
    assert garden.in_draft(draft, "md") - garden.names_of_the_gone == set()
    assert not draft.private


def test_what_it_declares_it_gets_and_its_file_is_private(garden: Garden) -> None:
    takes = frozenset({"partner.vertrauen", "encouragement"})
    part = Part("neu", "Neu", _gossip, takes=takes)
    draft = outlet_of(replace(HANDOVER, parts=(part,), private=False)).draft(
        garden.book, {}, frozenset()
    )
    found = garden.in_draft(draft, "md") - garden.names_of_the_gone
    assert found == garden.of("partner.vertrauen", "encouragement")
    assert draft.private


def test_a_part_sees_only_what_it_declares_itself(garden: Garden) -> None:
    takes = frozenset({"partner.vertrauen"})
    parts = (Part("a", "A", lambda scope: (), takes=takes), Part("b", "B", _gossip))
    report = replace(HANDOVER, parts=parts, private=False)
    draft = outlet_of(report).draft(garden.book, {}, frozenset({"a", "b"}))
    assert garden.in_draft(draft) - garden.names_of_the_gone == set()


def test_every_guarded_question_has_a_name_on_the_page(garden: Garden) -> None:
    forms = {
        prompt.chapter
        for form in garden.book.guide.forms.values()
        for prompt in form.prompts.values()
        if prompt.guarded
    }
    assert forms == ToldWords.KEPT.keys()


def test_that_there_are_confidential_cards_is_not_told_either(garden: Garden) -> None:
    assert garden.book.cards.of("encouragement")
    assert not told(garden.book).cards.of("encouragement")
    assert told(garden.book, frozenset({"encouragement"})).cards.of("encouragement")


def test_what_is_told_cannot_be_written_into(garden: Garden) -> None:
    book = told(garden.book)
    with pytest.raises(ReadOnly):
        book.cards.add("partner", {"name": "x"})
    book.remember("x", 1)
    assert garden.book.setting("x") is None


def test_the_search_finds_nothing_confidential_on_cards_unasked(garden: Garden) -> None:
    found = [entry for entry in Documents(garden.book)._all() if entry.plain and not entry.owner]
    texts = (part.text for entry in found for part in entry.parts)
    found_places = garden.guarded(garden.markers.found("\n".join(texts)))
    # Names of cards are read by the whole team, wherever they have grown from.
    assert {place for place in found_places if not place[0]} == set()


# What was copied


def test_what_was_copied_keeps_its_promise_and_can_be_released(book: Workbook) -> None:
    from gartenjahr_tui.garden.growing import grow
    from gartenjahr_tui.garden.growing import plant as sow

    palm = book.guide.prompts["saeen.palme"]
    book.put(palm, {"vorhaben": "Ein Bus voller Bücher"})
    seed = grow(book, palm, "Ein Bus voller Bücher")
    partnership = sow(book, seed)
    assert book.cards.title(partnership) == "Ein Bus voller Bücher"
    for takes in (frozenset[str](), GUARDED):
        cards = told(book, takes).cards
        assert "Bus" not in str([(card.value, cards.title(card)) for card in cards.all()])
    for card in (seed, partnership):
        assert RELEASE in deeds_with(book, book.cards[card.id])
        RELEASE.do(book, book.cards[card.id])
        assert RELEASE not in deeds_with(book, book.cards[card.id])
    assert told(book).cards.title(told(book).cards[partnership.id]) == "Ein Bus voller Bücher"


def test_entries_copied_before_they_carried_the_promise_are_known_by_the_check_in(
    book: Workbook,
) -> None:
    partnership = book.cards.add("partnership", {"titel": "Lesegarten"})
    said = {"transparenz_a": "nein", "transparenz_notiz": "sie schweigt"}
    look = book.cards.add("checkup", {**said, "kooperation": [partnership.id]})
    entries = [
        {"am": "2025-03-01", "stand": "ja", "notiz": "von Hand"},
        {"am": book.today.isoformat(), "stand": "nein"},
        {"am": "2026-12-24", "stand": "nein", "notiz": "sie schweigt, immer noch"},
    ]
    book.cards.set(partnership.id, transparenz_a=entries)
    for _ in range(2):
        (kept,) = told(book).cards[partnership.id].value["transparenz_a"]
        assert kept["notiz"] == "von Hand"
        # The look that tells may be put away.
        book.cards.delete(look.id)
    assert told(book, GUARDED).cards[partnership.id].value["transparenz_a"] == entries


def test_an_entry_keeps_its_promise_however_it_is_written_again(book: Workbook) -> None:
    entry = {"am": "2026-11-01", "stand": "nein", "notiz": "x", PROMISED: "checkup.transparenz"}
    card = book.cards.add("partnership", {"titel": "Lesegarten", "transparenz_a": [entry]})
    assert book.cards[card.id].value["transparenz_a"] == [entry]
    assert told(book).cards[card.id].value["transparenz_a"] == []
    assert told(book, frozenset({"checkup"})).cards[card.id].value["transparenz_a"] == [entry]
