"""A packet goes out blank, comes back filled, and becomes the voice of the one who answered."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gartenjahr_tui.exchange import archive, packet
from gartenjahr_tui.exchange.files import NotWritten
from gartenjahr_tui.exchange.packet import Given, Packet, PacketQuestion, PacketUnfit
from gartenjahr_tui.exchange.packet_merge import Fate, merge, plan, preview, voice_of, whose
from gartenjahr_tui.exchange.packet_sheet import PacketSheet
from gartenjahr_tui.garden import changes
from gartenjahr_tui.garden.targets import ToCard, ToPrompt
from gartenjahr_tui.garden.views import differences, views
from gartenjahr_tui.guide.model import Guide, Prompt
from gartenjahr_tui.linear import packet as dialogue
from gartenjahr_tui.store import atomic
from gartenjahr_tui.words.packets import CommandWords
from gartenjahr_tui.workbook.book import ReadOnly, Workbook
from gartenjahr_tui.workbook.plain import Answer, AnswerKey, Card
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import fitted, normalise
from tests.conftest import Clock, OpenBook

SCALE = "pflegen.handschlag"
"""A scale and a text."""

SLOW = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

Fill = Callable[..., str]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kita.gartenpaket.json"


@pytest.fixture
def garden_card(book: Workbook) -> Card:
    return book.cards.add("partnership", {"titel": "Lesegarten [/]", "handschlag": 5})


@pytest.fixture
def blank(book: Workbook, file: Path, prompt: Prompt, garden_card: Card) -> Packet:
    """A packet with a text question, a scale, and a question about a card."""
    about_card = PacketQuestion("partnership.handschlag", garden_card.id, "Lesegarten [/]")
    questions = [PacketQuestion(prompt.id), PacketQuestion(SCALE), about_card]
    made = packet.make(book, questions, "Kita Sonnenschein")
    file.write_bytes(packet.as_bytes(made))
    return made


@pytest.fixture
def fill(guide: Guide, file: Path, clock: Clock) -> Fill:
    """Types lines into a packet and returns everything that was said."""

    def typed(*lines: str, at: Path = file) -> str:
        said = StringIO()
        sheet = PacketSheet(guide, at, today=clock.today, now=clock.now)
        code = dialogue.run(sheet, StringIO("".join(f"{line}\n" for line in lines)), said)
        assert code == 0, said.getvalue()
        return said.getvalue()

    return typed


def answer_of(book: Workbook, person: str, prompt: str, card: str = "") -> Answer:
    voice = voice_of(book, person)
    assert voice
    found = book.find_answer(AnswerKey(prompt, book.year, voice.id, card))
    assert found
    return found


def fates(book: Workbook, found: Packet, person: str = "Kita") -> list[Fate]:
    return [step.fate for step in plan(book, found, person)]


def whole(book: Workbook) -> dict[str, Any]:
    book.flush()
    return archive.gather(book.store)


# Out and back


def test_answers_come_back_as_the_voice_of_the_one_who_gave_them(
    blank: Packet, fill: Fill, file: Path, book: Workbook, prompt: Prompt, garden_card: Card
) -> None:
    said = fill("Äpfel für alle", ".", "4", "Man kennt sich.", ".", "2")
    assert "3 von 3" in said
    assert "Lesegarten [/]" in said
    me = book.voice
    merge(book, packet.read(file), "Kita")
    assert [voice.name for voice in book.voices] == [me.name, "Kita"]
    assert book.voice == me
    assert answer_of(book, "Kita", prompt.id).value == {"text": "Äpfel für alle"}
    assert answer_of(book, "Kita", SCALE).value == {"scale": 4, "notiz": "Man kennt sich."}
    assert answer_of(book, "Kita", SCALE).state is AnswerState.ANSWERED
    about_card = answer_of(book, "Kita", "partnership.handschlag", garden_card.id)
    assert about_card.value == {"handschlag": 2}
    assert book.cards[garden_card.id].value["handschlag"] == 5
    assert book.answer(prompt.id).value == {}


def test_what_was_read_is_there_after_the_next_start_and_in_the_archive(
    blank: Packet, fill: Fill, file: Path, book: Workbook, open_book: OpenBook, garden_card: Card
) -> None:
    fill("Äpfel", ".", "4", ".", "2")
    merge(book, packet.read(file), "Kita")
    book.close()
    again = open_book()
    found = answer_of(again, "Kita", "partnership.handschlag", garden_card.id)
    assert found.value == {"handschlag": 2}
    assert all(not answer.key.subject for answer in again.all_answers())
    archive.check(archive.gather(again.store))


def test_reading_twice_changes_nothing(
    blank: Packet, fill: Fill, file: Path, book: Workbook
) -> None:
    fill("Äpfel", ".", "4", ".", "2")
    merge(book, packet.read(file), "Kita")
    before = whole(book)
    merge(book, packet.read(file), " kita ")
    assert whole(book) == before


def test_an_older_state_never_overwrites_a_newer_answer(
    blank: Packet,
    fill: Fill,
    file: Path,
    book: Workbook,
    prompt: Prompt,
    clock: Clock,
) -> None:
    fill("zuerst", ".", "ende")
    older = packet.read(file)
    clock.forward(days=-3)  # the clock of that computer is set back
    fill("Weiter", "ende")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dialogue, "_first_open", lambda _sheet: "")
        fill("später noch einmal", ".", "ende")
    clock.forward(days=3)
    merge(book, packet.read(file), "Kita")
    merge(book, older, "Kita")
    assert answer_of(book, "Kita", prompt.id).value == {"text": "später noch einmal"}
    assert fates(book, older)[0] is Fate.SAME


def test_of_an_answer_in_the_garden_and_one_in_the_packet_the_later_stands(
    blank: Packet, fill: Fill, file: Path, book: Workbook, prompt: Prompt, clock: Clock
) -> None:
    me = book.voice
    book.add_voice("Kita")
    book.put(prompt, {"text": "vorher im Garten"})
    book.flush()
    clock.forward(hours=1)
    fill("im Paket", ".", "ende")
    assert fates(book, packet.read(file)) == [Fate.REPLACES]
    merge(book, packet.read(file), "Kita")
    assert book.answer(prompt.id).value == {"text": "im Paket"}
    assert [v.value for v in book.versions(prompt)] == [{"text": "vorher im Garten"}]
    clock.forward(hours=1)
    book.put(prompt, {"text": "danach im Garten"})
    merge(book, packet.read(file), "Kita")
    assert book.answer(prompt.id).value == {"text": "danach im Garten"}
    book.use_voice(me)


def test_an_answer_older_than_the_garden_s_is_kept_as_a_version(
    blank: Packet, fill: Fill, file: Path, book: Workbook, prompt: Prompt, clock: Clock
) -> None:
    book.add_voice("Kita")
    fill("im Paket", ".", "ende")
    clock.forward(hours=1)
    book.put(prompt, {"text": "danach im Garten"})
    book.flush()
    assert fates(book, packet.read(file)) == [Fate.OLDER]
    merge(book, packet.read(file), "Kita")
    assert book.answer(prompt.id).value == {"text": "danach im Garten"}
    assert [v.value for v in book.versions(prompt)] == [{"text": "im Paket"}]


def test_a_later_state_of_the_packet_is_taken_though_the_first_was_read_after_it(
    blank: Packet, fill: Fill, file: Path, book: Workbook, clock: Clock, open_book: OpenBook
) -> None:
    fill("Montag", ".", "ende")
    monday = packet.read(file)
    clock.forward(days=1)
    fill("4", ".", "ende")
    tuesday = packet.read(file)
    clock.forward(days=1)
    merge(book, monday, "Kita")
    book.close()
    clock.forward(days=1)
    book = open_book()
    key = monday.questions[0].key
    later = replace(tuesday.answers[key], value={"text": "Dienstag"})
    later = replace(later, at=later.at + timedelta(hours=20))
    merge(book, tuesday.answered(key, later), "Kita")
    assert answer_of(book, "Kita", key).value == {"text": "Dienstag"}


def test_copies_of_one_blank_packet_can_be_filled_by_several_people(
    blank: Packet, fill: Fill, file: Path, book: Workbook, prompt: Prompt
) -> None:
    copy = file.with_name("zweite.gartenpaket.json")
    copy.write_bytes(file.read_bytes())
    fill("von der Kita", ".", "ende")
    fill("vom Hort", ".", "ende", at=copy)
    merge(book, packet.read(file), "Kita")
    merge(book, packet.read(copy), "Hort")
    assert answer_of(book, "Hort", prompt.id).value == {"text": "vom Hort"}
    assert answer_of(book, "Kita", prompt.id).value == {"text": "von der Kita"}


def test_what_was_left_empty_takes_nothing_away(
    blank: Packet, fill: Fill, file: Path, book: Workbook, prompt: Prompt
) -> None:
    fill("Äpfel", ".", "ende")
    merge(book, packet.read(file), "Kita")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dialogue, "_first_open", lambda _sheet: "")
        fill("leeren", "ende")
    merge(book, packet.read(file), "Kita")
    assert answer_of(book, "Kita", prompt.id).value == {"text": "Äpfel"}


def test_a_closed_year_takes_the_answers_that_were_asked_for_in_it(
    blank: Packet, fill: Fill, file: Path, book: Workbook, prompt: Prompt
) -> None:
    fill("Äpfel", ".", "ende")
    book.begin_year(2027)
    merge(book, packet.read(file), "Kita")
    book.look_at(2026)
    assert answer_of(book, "Kita", prompt.id).value == {"text": "Äpfel"}
    assert not book.writable()


def test_an_answer_to_a_card_that_is_gone_stays_in_the_packet(
    blank: Packet, fill: Fill, file: Path, book: Workbook
) -> None:
    fill("später", "später", "2")
    found = packet.read(file)
    strange = replace(found.questions[2], card="0" * 32)
    moved = replace(found, questions=(strange,))
    moved = moved.answered(strange.key, found.answers[found.questions[2].key])
    assert [step.fate for step in merge(book, moved, "Kita")] == [Fate.UNKNOWN]
    assert len(book.voices) == 1


def test_a_packet_of_another_garden_is_refused(
    blank: Packet, fill: Fill, file: Path, book: Workbook
) -> None:
    fill("Äpfel", ".", "ende")
    other = replace(packet.read(file), garden="0" * 32)
    with pytest.raises(PacketUnfit, match="anderen Garten"):
        merge(book, other, "Kita")
    with pytest.raises(PacketUnfit, match="Gartenjahr"):
        merge(book, replace(packet.read(file), year=1999), "Kita")


def test_a_second_window_only_reads(
    blank: Packet, fill: Fill, file: Path, open_book: OpenBook
) -> None:
    fill("Äpfel", ".", "ende")
    second = open_book()
    assert second.read_only
    with pytest.raises(ReadOnly):
        merge(second, packet.read(file), "Kita")


def test_text_put_aside_comes_back_to_the_card_it_is_about(
    blank: Packet,
    fill: Fill,
    file: Path,
    book: Workbook,
    open_book: OpenBook,
    garden_card: Card,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill("Äpfel", ".", "4", ".", "2")
    book.ensure_voice("Kita")
    book.flush()

    def full(_batch: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(book._saver, "_write", full)
    merge(book, packet.read(file), "Kita")
    assert not book.close(0.5)
    again = open_book()
    found = answer_of(again, "Kita", "partnership.handschlag", garden_card.id)
    assert found.value == {"handschlag": 2}


# The file


def test_a_blank_packet_holds_nothing_but_its_questions(
    book: Workbook, prompt: Prompt, garden_card: Card
) -> None:
    book.put(prompt, {"text": "Geheimnis"})
    book.rename_voice("Irmgard")
    book.cards.set(garden_card.id, worum="Geheimnis")
    question = PacketQuestion("partnership.worum", garden_card.id, "Lesegarten")
    data = packet.as_bytes(packet.make(book, [PacketQuestion(prompt.id), question]))
    assert b"Geheimnis" not in data
    assert b"Irmgard" not in data
    assert packet.as_bytes(packet.make(book, [question, question])).count(b'"frage"') == 1


def test_the_same_packet_is_written_as_the_same_bytes(
    blank: Packet, fill: Fill, file: Path
) -> None:
    fill("Äpfel „süß“ 🍎", ".", "ende")
    assert packet.as_bytes(packet.read(file)) == file.read_bytes()


def test_what_could_steer_a_terminal_never_arrives(
    blank: Packet, file: Path, book: Workbook, prompt: Prompt, guide: Guide, clock: Clock
) -> None:
    nasty = "A\u0308pfel\x1b[31m\x00\ud800\x9b31m"
    at = clock.now()
    evil = replace(blank, library=nasty, writer=nasty, recipient=nasty, year_label=nasty)
    evil = evil.answered(prompt.id, packet.Given(AnswerState.BEGUN, {"text": nasty}, at))
    title = replace(evil.questions[2], title=nasty)
    file.write_bytes(packet.as_bytes(replace(evil, questions=(*evil.questions[:2], title))))
    found = packet.read(file)
    assert found.library == found.writer == found.questions[2].title == "Äpfel[31m\ufffd31m"
    said = StringIO()
    dialogue.run(PacketSheet(guide, file), StringIO(), said)
    merge(book, found, found.person)
    shown = said.getvalue() + json.dumps(whole(book), ensure_ascii=False)
    assert not any(sign in shown for sign in "\x1b\x00\x9b\ud800")


def test_a_file_that_is_no_packet_is_refused_in_german(tmp_path: Path, blank: Packet) -> None:
    file = tmp_path / "x.json"
    for content, words in (
        (b"", "kein Paket"),
        (b"PK\x03\x04", "kein Paket"),
        (b'{"format": "gartenjahr-archiv"}', "kein Paket"),
        (b'{"format": "gartenjahr-paket", "paketfassung": 2}', "aktualisieren"),
        (b'{"format": "gartenjahr-paket"}', "abgelehnt"),
        (b'{"a":' * 100_000, "abgelehnt"),
        (packet.as_bytes(blank)[:-40], "abgelehnt"),
        (packet.as_bytes(replace(blank, made=datetime.max)), "abgelehnt"),
    ):
        file.write_bytes(content)
        with pytest.raises(PacketUnfit, match=words):
            packet.read(file)
    with file.open("wb") as opened:
        opened.truncate(10**9)
    with pytest.raises(PacketUnfit, match="5 MB"):
        packet.read(file)
    for missing in (tmp_path / "fehlt", tmp_path, tmp_path / "a\x00b"):
        with pytest.raises(PacketUnfit):
            packet.read(missing)


@cache
def a_filled_packet() -> bytes:
    at = Clock().now()
    made = Packet(
        "1" * 32, "2" * 32, "Bücherei", 2026, "2026", at, "Kita", "", (PacketQuestion(SCALE),)
    )
    filled = packet.Given(AnswerState.ANSWERED, {"scale": 4, "notiz": "ä"}, at)
    return packet.as_bytes(made.answered(SCALE, filled))


@SLOW
@given(place=st.integers(min_value=0), other=st.integers(0, 255))
def test_a_byte_changed_anywhere_is_noticed_or_means_nothing(
    tmp_path: Path, place: int, other: int
) -> None:
    data = bytearray(a_filled_packet())
    data[place % len(data)] = other
    file = tmp_path / "x.gartenpaket.json"
    file.write_bytes(data)
    try:
        found = packet.read(file)
    except PacketUnfit:
        return
    assert packet.as_bytes(found) == a_filled_packet()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@SLOW
@given(data=st.data())
def test_anything_in_any_place_is_refused_or_read(
    tmp_path: Path, data: st.DataObject, guide: Guide
) -> None:
    content = json.loads(a_filled_packet())
    holder: Any = data.draw(st.sampled_from(list(_objects(content))))
    holder[data.draw(st.sampled_from(sorted(holder)))] = data.draw(JSON)
    content["pruefsumme"] = _sum(content)
    file = tmp_path / "x.gartenpaket.json"
    written = json.dumps(content).encode()
    file.write_bytes(written)
    try:
        found = packet.read(file)
    except PacketUnfit:
        assert file.read_bytes() == written
        return
    for question in found.questions:
        assert packet.asked(guide, question) is None or question.prompt == SCALE


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    parts = value.values() if isinstance(value, dict) else value
    if isinstance(value, dict | list):
        for part in parts:
            yield from _objects(part)


def _sum(content: dict[str, Any]) -> str:
    try:
        return archive.checksum(content)
    except ValueError:
        return ""


@SLOW
@given(data=st.data())
def test_an_answer_of_any_shape_is_read_as_what_its_question_takes(
    tmp_path: Path, data: st.DataObject, guide: Guide
) -> None:
    prompts = [p for p in guide.prompts.values() if packet.may_ask(p)]
    prompts += [p for p in guide.forms["partnership"].prompts.values() if packet.may_ask(p)]
    prompt = data.draw(st.sampled_from(prompts))
    value = {field.id: data.draw(JSON) for field in prompt.fields}
    about = "3" * 32 if prompt.id.startswith("partnership") else ""
    question = PacketQuestion(prompt.id, about, "Karte" if about else "")
    content = json.loads(a_filled_packet())
    entry = content["fragen"][0]
    entry["frage"], entry["antwort"]["wert"] = prompt.id, value
    entry["karte"] = {"id": about, "name": "Karte"} if about else None
    content["pruefsumme"] = _sum(content)
    file = tmp_path / "x.gartenpaket.json"
    file.write_bytes(json.dumps(content).encode())
    try:
        sheet = PacketSheet(guide, file)
    except PacketUnfit:
        return
    found = sheet.answer(question.key).value
    kept = {field.id: found[field.id] for field in prompt.fields if field.id in found}
    assert kept == normalise(prompt.fields, kept)
    assert found == fitted(prompt.fields, found)
    sheet.close()


# Filling in


def test_every_answer_is_in_the_file_at_once_and_goes_on_at_the_first_open_question(
    blank: Packet, fill: Fill, file: Path, prompt: Prompt
) -> None:
    fill("nur angefangen")  # the window closes amid a text
    assert packet.read(file).answers[prompt.id].value == {"text": "nur angefangen"}
    said = fill("", "zurück", "fertig", "3", "ende")
    assert "Frage 1 von 3" in said
    assert packet.read(file).answers[SCALE].value == {"scale": 3}
    assert "Frage 1 von 3" not in fill("ende")


def test_who_fills_in_a_packet_for_nobody_says_who_it_is(
    blank: Packet, fill: Fill, file: Path
) -> None:
    file.write_bytes(packet.as_bytes(replace(blank, recipient="")))
    assert "Wie heißen Sie" in fill("Frau  Ähre", "Äpfel", ".", "ende")
    assert packet.read(file).person == "Frau Ähre"
    assert "Wie heißen Sie" not in fill("ende")


def test_words_that_need_a_garden_do_nothing_in_a_packet(
    blank: Packet, fill: Fill, file: Path
) -> None:
    commands = ("stimmen", "vorjahre", "begegnung", "suche", "samenkorn", "korrigieren", "ernte")
    said = fill(*commands, "passt nicht", "?", "leitfaden", "zurück", "offen", "ende")
    assert said.count("Das geht in einem Paket nicht") == len(commands)
    assert "Vermerkt: passt bei uns nicht" in said


def test_every_question_that_may_go_out_can_be_asked(
    guide: Guide, book: Workbook, garden_card: Card, fill: Fill, file: Path
) -> None:
    ids = [id for id, p in guide.prompts.items() if packet.may_ask(p)]
    ids_of_form = [p for p in guide.forms["partnership"].prompts.values() if packet.may_ask(p)]
    questions = [PacketQuestion(id) for id in ids]
    questions += [PacketQuestion(p.id, garden_card.id, "Lesegarten") for p in ids_of_form]
    file.write_bytes(packet.as_bytes(packet.make(book, questions, "Kita")))
    said = fill(*["passt nicht"] * len(questions))
    assert f"{len(questions)} von {len(questions)}" in said


def test_a_file_that_cannot_be_written_is_said_before_anything_is_typed(
    blank: Packet, file: Path, guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "nein")

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(NotWritten):
        PacketSheet(guide, file)
    assert file.read_bytes() == before


def test_what_the_stick_no_longer_takes_is_put_beside(
    blank: Packet, file: Path, guide: Guide, tmp_path: Path
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    there = folder / file.name
    file.rename(there)
    sheet = PacketSheet(guide, there)
    there.unlink()
    folder.rmdir()
    said = StringIO()
    assert dialogue.run(sheet, StringIO("Äpfel\n.\nende\n"), said) == 1
    assert "liegt es jetzt hier" in " ".join(said.getvalue().split())
    place = "".join(said.getvalue().partition("jetzt hier:")[2].split())
    assert b"\xc3\x84pfel" in Path(place).read_bytes()


def test_what_no_longer_fits_is_said_and_a_shorter_text_is_saved(
    blank: Packet, file: Path, guide: Guide, prompt: Prompt
) -> None:
    sheet = PacketSheet(guide, file)
    asked = sheet.section.prompts[0]
    sheet.put(asked, {"text": "x" * packet.LARGEST})
    assert not sheet.flush()
    assert "Mehr als 5 MB" in str(sheet.save_status.problem)
    assert packet.read(file).answers == {}
    sheet.put(asked, {"text": "kurz"})
    assert sheet.flush()
    assert packet.read(file).answers[prompt.id].value == {"text": "kurz"}
    assert sheet.close() == file


def test_the_log_says_that_a_view_of_a_card_came_and_not_what_it_says(
    blank: Packet, fill: Fill, file: Path, book: Workbook, garden_card: Card
) -> None:
    fill("Äpfel", ".", "4", ".", "2")
    merge(book, packet.read(file), "Kita")
    entry = next(e for e in changes.log(book) if "Sicht" in e.what)
    assert entry.text == "Kooperation: eine Sicht aus einem Paket eingelesen · Kita"
    assert entry.target == ToCard(garden_card.id)


def test_filling_in_makes_nothing_beside_the_file(
    blank: Packet, fill: Fill, file: Path, tmp_path: Path
) -> None:
    alone = tmp_path / "allein"
    alone.mkdir()
    there = alone / file.name
    there.write_bytes(file.read_bytes())
    fill("Äpfel", ".", "4", ".", "2", at=there)
    assert [path.name for path in alone.iterdir()] == [file.name]
    assert atomic.read_json(there)["fragen"][1]["antwort"]["wert"] == {"scale": 4}


# Views


def test_views_stand_side_by_side_and_are_never_averaged(
    blank: Packet, fill: Fill, file: Path, book: Workbook, guide: Guide, garden_card: Card
) -> None:
    book.put(guide.prompts[SCALE], {"scale": 1}, left=True)
    fill("Äpfel", ".", "4", ".", "2")
    merge(book, packet.read(file), "Kita")
    names = [name for name, _ in views(book, guide.prompts[SCALE], book.year)]
    assert names == [book.voice.name, "Kita"]
    found = differences(book)
    assert [type(each.target) for each in found] == [ToPrompt, ToCard]
    assert f"{book.voice.name} 1 | Kita 4" in found[0].scales[0]
    assert "Karte im Garten 5 | Kita 2" in found[1].scales[0]
    assert "2,5" not in str(found)
    assert found[1].target == ToCard(garden_card.id, "", "partnership.handschlag")


def test_who_agrees_or_stands_alone_differs_from_nobody(book: Workbook, prompt: Prompt) -> None:
    book.put(prompt, {"text": "dasselbe"})
    assert views(book, prompt, book.year) == []
    book.add_voice("Kita")
    book.put(prompt, {"text": "dasselbe"}, left=True)
    assert differences(book) == []


def test_personal_and_confidential_answers_are_never_compared(
    book: Workbook, personal_prompt: Prompt, confidential_prompt: Prompt
) -> None:
    for name in ("A", "B"):
        book.add_voice(name)
        for prompt in (personal_prompt, confidential_prompt):
            given = {prompt.fields[0].id: f"geheim {name}"}
            book.put(prompt, given)
    assert differences(book) == []
    assert views(book, personal_prompt, book.year) == []


# What was not asked, and who it is


def forged(made: Packet, file: Path, prompt_id: str, text: str) -> Packet:
    """The packet with an answer to a question that somebody put in, sealed anew."""
    content = json.loads(packet.as_bytes(made))
    content["fragen"] += [
        {
            "frage": prompt_id,
            "karte": None,
            "antwort": {
                "stand": "answered",
                "wert": {"text": text},
                "geaendert": "2099-01-01T10:00:00Z",
            },
        }
    ]
    content["pruefsumme"] = archive.checksum(content)
    file.write_text(json.dumps(content), "utf-8")
    return packet.read(file)


def personal(guide: Guide) -> str:
    """A personal question with a text."""
    found = (
        prompt.id
        for prompt in guide.prompts.values()
        if prompt.guarded and [field.id for field in prompt.fields] == ["text"]
    )
    return next(found)


def test_a_question_nobody_asked_is_named_and_left_out(
    book: Workbook, guide: Guide, blank: Packet, file: Path, fill: Fill, prompt: Prompt
) -> None:
    secret = guide.prompts[personal(guide)]
    book.put(secret, {"text": "nur für mich"})
    fill("Sicht der Kita", ".")
    read = forged(packet.read(file), file, secret.id, "UNTERGESCHOBEN")
    steps = plan(book, read, book.voice.name)
    fates = {step.question.prompt: step.fate for step in steps}
    assert fates == {prompt.id: Fate.NEW, secret.id: Fate.NOT_ASKED}
    shown = "\n".join(preview(book, read, book.voice.name, steps))
    assert "hat Ihr Garten in dem Paket nicht gestellt" in shown
    assert "UNTERGESCHOBEN" not in shown
    merge(book, read, book.voice.name)
    assert book.answer(secret.id).value == {"text": "nur für mich"}
    assert merge(book, read, book.voice.name)[-1].fate is Fate.NOT_ASKED


def test_a_packet_tells_its_garden_what_it_asked(
    book: Workbook, blank: Packet, file: Path, prompt: Prompt
) -> None:
    keys = frozenset(question.key for question in blank.questions)
    assert packet.asked_by(book, packet.read(file)) == keys
    more = replace(blank, questions=(*blank.questions, PacketQuestion("boden.vorteile")))
    assert packet.asked_by(book, more) == keys
    book.ensure_voice("Neu")
    assert packet.asked_by(book, blank) == keys
    for changed in (
        replace(blank, recipient="Zoo"),
        replace(blank, year=blank.year + 1),
        replace(blank, questions=blank.questions[:1]),
        replace(blank, id="f" * 32),
    ):
        assert packet.asked_by(book, changed) is None


def test_of_a_packet_of_a_former_version_it_is_said_that_nobody_knows(
    book: Workbook, guide: Guide, blank: Packet, file: Path, prompt: Prompt
) -> None:
    secret = guide.prompts[personal(guide)]
    book.put(secret, {"text": "nur für mich"})
    former = replace(blank, id="0123456789ab4def8123456789abcdef")
    read = forged(former, file, secret.id, "UNTERGESCHOBEN")
    steps = plan(book, read, book.voice.name)
    assert [step.fate for step in steps] == [Fate.NOT_ASKED]
    assert CommandWords.NOT_TOLD in preview(book, read, book.voice.name, steps)
    assert [step.fate for step in plan(book, read, "Kita")] == [Fate.NEW]


def test_it_is_asked_whether_somebody_of_that_name_is_the_same_person(
    book: Workbook, blank: Packet, file: Path, fill: Fill, prompt: Prompt
) -> None:
    book.put(prompt, {"text": "was AM hier schrieb"})
    name = book.voice.name
    fill("Sicht der Kita", ".", "4", ".")
    read = packet.read(file)
    steps = plan(book, read, name)
    assert whose(book, read, name, steps) == 1
    shown = "\n".join(preview(book, read, name, steps))
    assert "Ist es dieselbe Person? Dann wird eine Antwort ersetzt" in shown
    assert "kommen dazu" not in shown
    assert whose(book, read, "Kita", plan(book, read, "Kita")) == 0
    merge(book, read, name)
    # Once it was said, nobody asks again.
    at = read.answers[prompt.id].at + timedelta(days=1)
    again = read.answered(prompt.id, Given(AnswerState.ANSWERED, {"text": "Neues"}, at))
    assert whose(book, again, name, plan(book, again, name)) == 0


@pytest.mark.parametrize("days", [-1, 1])
def test_two_people_with_the_same_initials_do_not_take_each_others_place_unasked(
    book: Workbook, blank: Packet, prompt: Prompt, clock: Clock, days: int
) -> None:
    def copy(text: str, at: datetime) -> Packet:
        return blank.answered(prompt.id, Given(AnswerState.ANSWERED, {"text": text}, at))

    merge(book, copy("Anna Maier", clock.now()), "AM")
    other = copy("Aylin Mert", clock.now() + timedelta(days=days))
    clock.forward(days=2)
    assert whose(book, other, "AM", plan(book, other, "AM")) == 1
    assert "Ist es dieselbe Person?" in "\n".join(
        preview(book, other, "AM", plan(book, other, "AM"))
    )
    # Whoever says yes all the same loses neither of the two.
    merge(book, other, "AM")
    assert answer_of(book, "AM", prompt.id).value["text"] == (
        "Aylin Mert" if days > 0 else "Anna Maier"
    )
    book.flush()
    voice = voice_of(book, "AM")
    assert voice
    book.use_voice(voice)
    assert len(book.versions(prompt)) == 1
    assert fates(book, other, "AM") == [Fate.SAME]
