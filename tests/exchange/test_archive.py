"""The whole garden goes into one file and comes back as the same garden."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import datetime
from itertools import count
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gartenjahr_tui.exchange import archive, archive_format, plainjson
from gartenjahr_tui.exchange.archive import ArchiveUnfit, NotEmpty
from gartenjahr_tui.exchange.archive_format import TABLES, UNIQUE, WholeArchive, kind, members
from gartenjahr_tui.garden.opening import open_garden
from gartenjahr_tui.guide.model import Guide, Prompt
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.outlet import WorkProgress
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.store.store import Store
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.states import AnswerState
from tests.bench import big_garden
from tests.conftest import Clock, OpenBook
from tests.exchange import archive_schema
from tests.store.helpers import state_of_folder

VERSION_1 = Path(__file__).with_name("archiv-1.json.gz")
"""An archive of the sample garden, as the first version of the format wrote it."""

SLOW = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def gathered(paths: Paths) -> dict[str, Any]:
    with closing(Store.open(paths, lambda _change: None, look_only=True)) as store:
        return archive.gather(store)


def written(paths: Paths) -> bytes:
    return plainjson.as_bytes(gathered(paths))


def read_into(paths: Paths, data: bytes) -> None:
    file = paths.folder.parent / "hin.json"
    file.write_bytes(data)
    archive.take_over(archive.read(file), paths)


def full_sample() -> bytes:
    return gzip.decompress(VERSION_1.read_bytes())


@pytest.fixture
def other(tmp_path: Path) -> Paths:
    """A place without a garden."""
    return Paths(tmp_path / "anderswo", "im Test")


@pytest.fixture
def sample() -> dict[str, Any]:
    """A sound archive to spoil; without the sum that would give every change away."""
    found: dict[str, Any] = json.loads(full_sample())
    del found["pruefsumme"]
    return found


# The same garden


def fill(book: Workbook, prompt: Prompt, clock: Clock) -> None:
    """A little of everything."""
    book.put(prompt, {"text": "Zuerst: Äpfel „süß“ 🍎"})
    book.flush()
    clock.forward(hours=2)
    book.put(prompt, {"text": "Dann:\tBirnen\r\n=1+1"})
    book.add_voice("Jo Öz")
    book.mark(prompt, AnswerState.LATER)
    partner = book.cards.add("partner", {"name": "Zoo"})
    book.cards.add("contact", {"name": "Ada", "partner": [partner.id]})
    book.flush()
    clock.forward(hours=2)
    book.cards.set(partner.id, name="Zoo (neu)")
    book.cards.delete(partner.id)
    book.begin_year(2025)
    book.correct(2025, "ein Tippfehler")
    book.remember("snoozed", {"checkin": "2026-12-01"}, common=True)
    book.close()


def test_an_archive_read_and_written_again_is_the_same_byte_for_byte(
    open_book: OpenBook, prompt: Prompt, clock: Clock, paths: Paths, other: Paths
) -> None:
    fill(open_book(), prompt, clock)
    first = written(paths)
    read_into(other, first)
    assert written(other) == first


def test_the_garden_read_is_the_same_to_work_with(
    open_book: OpenBook, prompt: Prompt, clock: Clock, paths: Paths, other: Paths
) -> None:
    fill(open_book(), prompt, clock)
    read_into(other, written(paths))
    one, two = open_book(), open_book(other)
    assert one.garden_id == two.garden_id
    assert one.years == two.years
    assert one.voices == two.voices
    assert one.all_answers() == two.all_answers()
    assert one.cards.all() == two.cards.all()
    assert one.changes(100) == two.changes(100)
    assert one.corrections(2025) == two.corrections(2025)
    assert one.common("snoozed") == two.common("snoozed")
    for card in one.cards.all():
        assert one.card_versions(card.id) == two.card_versions(card.id)


def test_one_goes_on_writing_in_a_garden_that_was_read(
    open_book: OpenBook, prompt: Prompt, clock: Clock, paths: Paths, other: Paths
) -> None:
    fill(open_book(), prompt, clock)
    read_into(other, written(paths))
    before = gathered(other)["garten"]["aenderungen"]
    book = open_book(other)
    book.begin_year(2026)
    book.put(prompt, {"text": "weiter"})
    book.close()
    assert gathered(other)["garten"]["aenderungen"] > before
    assert open_book(other).answer(prompt.id).value == {"text": "weiter"}


def test_bookmark_and_prepared_home_page_stay_here(
    open_book: OpenBook, prompt: Prompt, clock: Clock, paths: Paths
) -> None:
    book = open_book()
    book.remember("bookmark", {"screen": "garden"})
    fill(book, prompt, clock)
    names = {setting["name"] for setting in gathered(paths)["einstellungen"]}
    assert names >= {"snoozed", "corrections", "voice"}
    assert not names & archive.LEFT_OUT


def test_a_garden_without_entries_gives_way(
    open_book: OpenBook, prompt: Prompt, clock: Clock, paths: Paths, other: Paths
) -> None:
    fill(open_book(), prompt, clock)
    empty = open_book(other)
    empty.name_library("Noch leer")
    empty.close()
    first = written(paths)
    read_into(other, first)
    assert written(other) == first
    assert open_book(other).profile == open_book(paths).profile


def test_what_was_read_into_a_garden_that_was_empty_is_found_by_searching(
    open_book: OpenBook, prompt: Prompt, clock: Clock, paths: Paths, other: Paths
) -> None:
    from gartenjahr_tui.garden.search import Search

    fill(open_book(), prompt, clock)
    empty = open_book(other)
    Search(empty).bring_up()
    empty.close()
    read_into(other, written(paths))
    book = open_book(other)
    assert Search(book).bring_up() > 0
    assert Search(book).bring_up() == 0


def test_the_first_version_of_the_format_is_read_for_ever(other: Paths) -> None:
    read_into(other, full_sample())
    found = gathered(other)
    assert [len(found[name]) for name in ("jahre", "personen", "antworten", "karten")] == [
        *(3, 2, 252, 158)
    ]
    old = json.loads(full_sample())
    assert all(found[name] == old[name] for name in TABLES)


def test_a_big_garden_comes_back_whole(tmp_path: Path, other: Paths) -> None:
    paths = Paths(tmp_path / "gross", "im Test")
    paths.folder.mkdir()
    big_garden.make(paths, partners=30, encounters=20)
    first = written(paths)
    read_into(other, first)
    assert written(other) == first


# Any garden

TEXTS = st.text(max_size=30)
JSONS = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
    | st.sampled_from(["\ud83c", "a\x00b", "\u2028", "=1+1"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
NAMES = st.text(max_size=12)
IDS = st.uuids().map(lambda id: id.hex)
INSTANTS = st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1))
SCHEMA = archive_schema.published()

# A bare number is what SQLite makes of it; those in a form or list stay as they are.
ANYTHING = st.dictionaries(TEXTS, JSONS, max_size=3) | st.booleans() | TEXTS | st.none()


def fitting(member: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    """What the schema lets stand in a member."""
    match member:
        case {"anyOf": [one, {"type": "null"}]}:
            return st.none() | fitting(one)
        case {"format": "date"}:
            return st.dates().map(lambda day: day.isoformat())
        case {"format": "date-time"}:
            return INSTANTS.map(lambda at: f"{at.isoformat()}Z")
        case {"pattern": _}:
            return IDS
        case {"type": "string"}:
            return NAMES
        case {"type": "boolean"}:
            return st.booleans()
        case {"type": "integer", "minimum": least, "maximum": most}:
            return st.integers(least, min(most, 1000) if least == 0 else most)
        case {"items": {"$ref": place}}:
            return st.lists(records(place), max_size=2)
    assert not member.keys() - {"description"}
    return ANYTHING


@st.composite
def records(
    draw: st.DrawFn, place: str, ids: Mapping[str, list[str]] | None = None
) -> dict[str, Any]:
    """A record; ids it refers to are among those given."""
    properties = SCHEMA["$defs"][place.rpartition("/")[2]]["properties"]
    return {
        name: draw(st.sampled_from(ids[name]) if ids and name in ids else fitting(member))
        for name, member in properties.items()
    }


@st.composite
def archives(draw: st.DrawFn) -> dict[str, Any]:
    """An archive as anybody's garden might give it, and stranger."""
    ids: dict[str, list[str]] = {}
    whole: dict[str, Any] = {
        "format": archive_format.FORMAT,
        "archivfassung": archive_format.VERSION,
    }
    parts = SCHEMA["properties"]
    whole["garten"] = {**draw(records(parts["garten"]["$ref"])), "aenderungen": 1000}
    for list_name in TABLES:
        columns = members(kind(WholeArchive, list_name))
        unique = [columns[column] for column in UNIQUE.get(list_name, ("id",))]
        whole[list_name] = draw(
            st.lists(
                records(parts[list_name]["items"]["$ref"], ids),
                min_size=parts[list_name].get("minItems", 0),
                max_size=4,
                unique_by=(itemgetter("id"), itemgetter(*unique)),
            )
        )
        found = [record["id"] for record in whole[list_name]]
        ids.update(
            {"jahre": {"jahr_id": found}, "personen": {"person_id": found}}.get(list_name, {})
        )
    return whole


@settings(SLOW, max_examples=25)
@given(archives())
def test_whatever_stands_in_an_archive_comes_back_the_same(whole: dict[str, Any]) -> None:
    schema_holds(whole)
    whole["einstellungen"] = [
        setting for setting in whole["einstellungen"] if setting["name"] not in archive.LEFT_OUT
    ]
    content = {name: part for name, part in whole.items() if name not in archive_format.HEAD}
    expected = plainjson.as_bytes(
        {
            "format": archive_format.FORMAT,
            "archivfassung": archive_format.VERSION,
            "pruefsumme": archive.checksum(content),
            **content,
        }
    )
    with TemporaryDirectory() as folder:
        paths = Paths(Path(folder) / "garten", "im Test")
        read_into(paths, plainjson.as_bytes(whole))
        assert written(paths) == expected


DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("text"), TEXTS),
        st.tuples(st.just("state"), st.sampled_from(AnswerState)),
        st.tuples(st.just("voice"), st.sampled_from(["Ada", "Öz", "🍎"])),
        st.tuples(st.just("year"), st.integers(2020, 2027)),
        st.tuples(st.just("card"), TEXTS),
        st.tuples(st.just("link"), TEXTS),
        st.tuples(st.just("rename"), TEXTS),
        st.tuples(st.just("delete"), st.integers(0, 5)),
        st.tuples(st.just("pause"), st.integers(1, 5)),
        st.tuples(st.just("again"), st.none()),
    ),
    max_size=15,
)


@settings(SLOW, max_examples=15)
@given(DEEDS)
def test_whatever_people_do_in_a_garden_it_comes_back_the_same(
    guide: Guide, prompt: Prompt, deeds: list[tuple[str, Any]]
) -> None:
    with TemporaryDirectory() as folder:
        paths = Paths(Path(folder) / "garten", "im Test")
        work(guide, prompt, paths, deeds)
        first = written(paths)
        schema_holds(json.loads(first))
        other = Paths(Path(folder) / "anderswo", "im Test")
        read_into(other, first)
        assert written(other) == first


def work(guide: Guide, prompt: Prompt, paths: Paths, deeds: list[tuple[str, Any]]) -> None:
    clock = Clock()
    book = open_garden(guide, paths, today=clock.today, now=clock.now)
    for deed, what in deeds:
        cards = [card.id for card in book.cards.all()]
        match deed:
            case "text":
                book.put(prompt, {"text": what})
            case "state":
                book.mark(prompt, what)
            case "voice":
                book.add_voice(what)
            case "year":
                book.begin_year(what)
                book.correct(what, "so")
            case "card":
                book.cards.add("partner", {"name": what})
            case "link":
                book.cards.add("contact", {"name": what, "partner": cards[:2]})
            case "rename" if cards:
                book.cards.set(cards[0], name=what)
            case "delete" if cards:
                book.cards.delete(cards[what % len(cards)])
            case "pause":
                book.flush()
                clock.forward(hours=what)
            case "again":
                book.close()
                book = open_garden(guide, paths, today=clock.today, now=clock.now)
    book.close()


# The published schema


def schema_holds(whole: Mapping[str, Any]) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(whole)


def test_the_schema_is_one_and_describes_what_is_written() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    schema_holds(json.loads(full_sample()))


def test_the_schema_is_what_the_format_says() -> None:
    """Where it is not: ``python -m tests.exchange.archive_schema``."""
    assert archive_schema.made() == SCHEMA


def test_the_schema_names_what_the_format_names() -> None:
    properties = SCHEMA["properties"]
    assert set(properties) == {*archive_format.HEAD, "garten", *TABLES}
    for name in TABLES:
        record = kind(WholeArchive, name)
        names = [*members(record).values()]
        if kind(record, archive_format.FORMER):
            names.append(archive_format.FORMER)
        place = properties[name]["items"]["$ref"].rpartition("/")[2]
        assert SCHEMA["$defs"][place]["required"] == names


def test_the_schema_says_what_is_not_plain_from_a_name() -> None:
    for part in archive_schema.objects(SCHEMA):
        assert part["additionalProperties"] is False
        told = {name for name, member in part["properties"].items() if "description" in member}
        assert told >= part["properties"].keys() & {"pruefsumme", "zaehler", "wert", "sitzung"}


# What is refused


def refused(file: Path, other: Paths) -> str:
    with pytest.raises(ArchiveUnfit) as caught:
        archive.take_over(archive.read(file), other)
    assert not other.folder.exists()
    return str(caught.value)


Spoil = Callable[[dict[str, Any]], object]


def put(place: str, number: int, **members: Any) -> Spoil:
    return lambda whole: whole[place][number].update(members)


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda whole: whole.pop("karten"), "„ganz oben“ fehlt „karten“"),
        (lambda whole: whole.update(mehr=1), "was diese Fassung nicht kennt"),
        (lambda whole: whole.update(jahre=[]), "„jahre“ steht nichts"),
        (lambda whole: whole.update(karten={}), "soll eine Liste"),
        (lambda whole: whole["karten"].insert(0, 7), "„karten, Nummer 1“ soll ein Eintrag"),
        (lambda whole: whole["garten"].update(startmonat=13), "1 bis 12"),
        (lambda whole: whole["garten"].update(aenderungen=1), "größere Zahl"),
        (put("karten", 2, id="x"), "„karten, Nummer 3, „id““ soll eine Kennung"),
        (put("karten", 0, geloescht=0), "„true“ oder „false“"),
        (put("karten", 0, art="\ud800"), "soll Text stehen"),
        (put("karten", 0, zaehler=True), "soll eine ganze Zahl"),
        (put("karten", 0, zaehler=2**64), "soll eine ganze Zahl"),
        (put("karten", 0, wert=json.loads("[" * 99 + "]" * 99)), "verschachtelt"),
        (put("karten", 0, geaendert="gestern"), "soll ein Zeitpunkt"),
        (put("karten", 0, geaendert="2026-05-01T09:30:00"), "soll ein Zeitpunkt"),
        (put("jahre", 0, beginnt="20260101"), "soll ein Tag"),
        (put("jahre", 0, jahr=10_000), "soll eine Jahreszahl"),
        (put("antworten", 4, jahr_id="0" * 32), "„antworten, Nummer 5, „jahr_id““ steht eine"),
        (lambda whole: whole["karten"].append(whole["karten"][0]), "zum zweiten Mal"),
        (lambda whole: whole["personen"][1].update(whole["personen"][0], id="1" * 32), "zum zwei"),
        (lambda whole: whole["antworten"][0]["fassungen"].append({}), "fassungen, Nummer 1"),
        (
            lambda whole: whole["antworten"][1]["fassungen"][0].update(zaehler=10**12),
            "„antworten, Nummer 2, fassungen, Nummer 1, „zaehler““ steht eine größere Zahl",
        ),
        (put("karten", 0, **{"\ud800": 1}), "„karten, Nummer 1“ steht „\ufffd“, was diese Fassung"),
        (
            lambda whole: whole.update({"\ud800": 1}),
            "„ganz oben“ steht „\ufffd“, was",
        ),
        (lambda whole: whole.update(garten=[]), "„garten“ soll ein Eintrag"),
        (lambda whole: whole.update(pruefsumme="0" * 64), "Prüfsumme stimmt nicht"),
        (lambda whole: whole.update(archivfassung="1"), "soll eine ganze Zahl"),
        (lambda whole: whole.update(archivfassung=2), "neueren Fassung"),
        (lambda whole: whole.update(format="anderes"), "kein Archiv von Gartenjahr"),
    ],
)
def test_an_unfit_archive_is_refused_whole_and_the_place_is_named(
    spoil: Spoil, says: str, sample: dict[str, Any], tmp_path: Path, other: Paths
) -> None:
    spoil(sample)
    file = tmp_path / "a.json"
    file.write_text(json.dumps(sample), encoding="utf-8")
    assert says in refused(file, other)


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"\x00" * 1000, b"[]", b"{}", b"PK\x03\x04", b"\xff\xfe{\x00", b"{\xff}"),
        b'{"format": "gartenjahr-archiv"}',
        b'{"format": "gartenjahr-archiv", "format": "x"}',
        b'{"a": NaN}',
        b'{"a": 1e999}',
        b'{"a": ' + b"9" * 10_000 + b"}",
        b'{"a": ' + b"[" * 200_000,
        b'{"format": "gartenjahr-archiv", "a": ' + b"[" * 900 + b"]" * 900 + b"}",
    ],
)
def test_a_foreign_file_is_refused_politely(data: bytes, tmp_path: Path, other: Paths) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(data)
    assert "„" in refused(file, other)


@pytest.mark.parametrize("part", [0.001, 0.3, 0.7, 0.9999])
def test_a_cut_archive_is_refused(part: float, tmp_path: Path, other: Paths) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(full_sample()[: int(len(full_sample()) * part)])
    assert "abgeschnitten" in refused(file, other)


def test_one_letter_that_changed_on_the_way_is_noticed(tmp_path: Path, other: Paths) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(full_sample().replace(b"erfunden", b"erfunten", 1))
    assert "Prüfsumme" in refused(file, other)


def test_a_gigabyte_of_zeros_is_refused_at_once(tmp_path: Path, other: Paths) -> None:
    file = tmp_path / "a.json"
    with file.open("wb") as opened:
        opened.truncate(1_000_000_000)
    assert "größer" in refused(file, other)


def test_a_folder_or_nothing_at_all_is_refused(tmp_path: Path, other: Paths) -> None:
    assert "keine Datei" in refused(tmp_path, other)
    assert "gibt es nicht" in refused(tmp_path / "fehlt.json", other)


def test_a_text_of_ten_megabytes_comes_along(
    open_book: OpenBook, prompt: Prompt, paths: Paths, other: Paths
) -> None:
    book = open_book()
    book.put(prompt, {"text": "Äpfel \n" * 1_400_000})
    book.close()
    first = written(paths)
    assert len(first) > 10_000_000
    read_into(other, first)
    assert written(other) == first


def test_unknown_kinds_states_and_fields_are_kept(
    sample: dict[str, Any], tmp_path: Path, other: Paths
) -> None:
    sample["karten"][0].update(art="spaeter_erfunden", wert={"neu": [1, {"tief": None}]})
    sample["antworten"][0].update(stand="neuer_stand", frage="gibt.es.nicht")
    read_into(other, plainjson.as_bytes(sample))
    open_garden(read_guide(), other).close()
    found = gathered(other)
    assert found["karten"][0] == sample["karten"][0]
    assert found["antworten"][0] == sample["antworten"][0]


# What stays untouched


def test_a_garden_with_entries_is_not_touched(
    open_book: OpenBook, prompt: Prompt, paths: Paths, tmp_path: Path
) -> None:
    book = open_book()
    book.put(prompt, {"text": "mein Text"})
    book.close()
    before = state_of_folder(paths.folder)
    with pytest.raises(NotEmpty, match="nicht angerührt"):
        read_into(paths, full_sample())
    after = state_of_folder(paths.folder)
    assert {name: hash for name, hash in after.items() if name in before} == before


def test_a_deleted_card_is_an_entry_too(open_book: OpenBook, paths: Paths) -> None:
    book = open_book()
    book.cards.delete(book.cards.add("partner", {"name": "Zoo"}).id)
    book.close()
    with pytest.raises(NotEmpty):
        read_into(paths, full_sample())


@pytest.mark.parametrize("planted", [False, True])
def test_stopping_half_way_leaves_what_was_there(
    planted: bool, open_book: OpenBook, other: Paths, tmp_path: Path
) -> None:
    if planted:
        open_book(other).close()
    file = tmp_path / "a.json"
    file.write_bytes(full_sample())
    steps = count()

    def stop(_share: float) -> None:
        if next(steps) == 3:
            raise KeyboardInterrupt

    before = gathered(other) if planted else None
    with pytest.raises(KeyboardInterrupt):
        archive.take_over(archive.read(file), other, progress=WorkProgress(stop))
    if planted:
        assert gathered(other) == before
    else:
        assert [path.suffix for path in other.folder.iterdir()] == [".lock"]
    read_into(other, full_sample())
    assert open_book(other).cards.all()


def test_ctrl_c_while_an_archive_is_checked_is_no_fault_of_the_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pressed(*_: object) -> bool:
        raise KeyboardInterrupt

    file = tmp_path / "a.json"
    file.write_bytes(full_sample())
    monkeypatch.setattr(plainjson, "is_shallow", pressed)
    with pytest.raises(KeyboardInterrupt):
        archive.read(file)


def test_times_of_other_zones_are_kept_as_utc(sample: dict[str, Any], other: Paths) -> None:
    sample["karten"][0]["geaendert"] = "2026-05-01T11:30:00+02:00"
    read_into(other, plainjson.as_bytes(sample))
    assert gathered(other)["karten"][0]["geaendert"] == "2026-05-01T09:30:00Z"
