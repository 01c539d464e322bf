"""The sample garden: invented, complete, and made like a person's own."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter

import pytest

from gartenjahr_tui import sample
from gartenjahr_tui.guide.model import Guide
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.sample import make_sample, read_sample
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.workbook import home
from gartenjahr_tui.workbook.book import Workbook, open_workbook
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import normalise

TODAY = date(2026, 10, 20)
YEARS = (2024, 2025, 2026)


@pytest.fixture(scope="module")
def guide() -> Guide:
    return read_guide()


@pytest.fixture(scope="module", autouse=True)
def own_state_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the marker out of the folder of the person who runs the tests."""
    folder = tmp_path_factory.mktemp("state")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gartenjahr_tui.store.paths.state_folder", lambda: folder)
        yield


@pytest.fixture(scope="module")
def paths(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Paths:
    paths = Paths(tmp_path_factory.mktemp("beispiel"), "Test")
    make_sample(guide, paths, today=lambda: TODAY)
    return paths


@pytest.fixture
def book(guide: Guide, paths: Paths) -> Iterator[Workbook]:
    book = open_workbook(guide, paths, today=lambda: TODAY)
    yield book
    book.close()


def answers() -> list[sample.SampleAnswer]:
    return [answer for sitting in read_sample(2026).sittings for answer in sitting.answers]


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
        assert {answer.prompt for answer in answers()} == set(guide.prompts)

    def test_every_stand_is_used(self) -> None:
        assert {answer.stand for answer in answers()} == set(sample.STANDS)

    def test_years_are_filled_in(self) -> None:
        texts = list(strings([answer.value for answer in answers()]))
        assert not [text for text in texts if re.search(r"[{}]", text)]
        assert any("2024" in text for text in texts)

    def test_a_year_is_never_written_out(self) -> None:
        """A number of a year in the file would be wrong next year."""
        assert not re.findall(r"\b(?:19|20)\d\d\b", sample.SOURCE.read_text(encoding="utf-8"))

    def test_answers_are_in_the_voice_of_the_product(self) -> None:
        for text in strings([answer.value for answer in answers()]):
            assert not re.search(r"\w[*:_]innen", text), text
            assert text == text.strip(), text
            assert '"' not in text, text

    def test_it_says_that_it_is_invented(self, guide: Guide) -> None:
        content = read_sample(2026)
        assert "Beispiel" in content.library
        first = content.sittings[0].answers[0]
        assert first.prompt == next(iter(guide.prompts))
        assert "erfunden" in first.value["dagegen"]


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
        for prompt in book.guide.prompts.values():
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
            done = book.progress(book.guide.prompts.values())
            shares.append(done.settled / done.total)
        assert shares[0] > 0.8
        assert shares[1] > 0.9
        assert 0.4 < shares[2] < 0.7

    def test_autumn_of_the_current_year(self, book: Workbook) -> None:
        start = home.from_book(book)
        assert start.library == book.profile.library
        assert not start.fresh
        assert start.question == book.guide.prompts["saeen.mitgestalterin"].ask
        boden, saeen, *rest = (line.progress for line in start.steps)
        assert boden.settled == boden.total
        assert saeen.total * 0.6 < saeen.settled < saeen.total
        assert all(0 < line.settled < line.total and line.begun for line in rest)
        assert any(place.sign == "→" for place in start.now)

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
            ("saeen.vorstellung", 2025),
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
        book = open_workbook(guide, paths, today=lambda: day)
        try:
            assert book.years == (2025, 2026, 2027)
            end = datetime(2027, 1, 1, tzinfo=UTC)
            assert all(a.changed_at and a.changed_at < end for a in book.all_answers())
            assert len(book.versions(book.guide.prompts["boden.fruechte"])) == 1
        finally:
            book.close()

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
