"""The command line as a librarian, a script and an IT department meet it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from argparse import _SubParsersAction
from datetime import timedelta
from io import BytesIO, TextIOWrapper
from pathlib import Path
from types import ModuleType

import pytest

from gartenjahr_tui.cli import main as cli
from gartenjahr_tui.cli import start
from gartenjahr_tui.cli.common import CouldNot, WrongCall
from gartenjahr_tui.cli.parser import help_of, make_parser, parse
from gartenjahr_tui.clock import utc_now
from gartenjahr_tui.guide import coverage
from gartenjahr_tui.guide.lookup import find, name_of
from gartenjahr_tui.guide.model import Chapter, Exhibit, Guide, Section, Term
from gartenjahr_tui.guide.source import SOURCE_LINE
from gartenjahr_tui.store.paths import Paths, state_folder
from gartenjahr_tui.terminal import console
from gartenjahr_tui.terminal.console import Lines, NotText
from gartenjahr_tui.words.commands import COMMANDS, EVERYWHERE, PROGRAM, Subcommand

Result = subprocess.CompletedProcess[bytes]


def gartenjahr(*arguments: str, stdin: bytes = b"", **environment: str) -> Result:
    """Run the program in a process of its own, with pipes; line ends as on Linux."""
    result = subprocess.run(
        [sys.executable, "-m", "gartenjahr_tui", *arguments],
        input=stdin,
        capture_output=True,
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )
    lines = [text.replace(os.linesep.encode(), b"\n") for text in (result.stdout, result.stderr)]
    return subprocess.CompletedProcess(result.args, result.returncode, *lines)


def out(result: Result) -> str:
    return result.stdout.decode("utf-8")


def one_sentence(result: Result) -> str:
    """What was complained about: one line, no traceback, nothing on standard output."""
    assert result.stdout == b""
    text = result.stderr.decode("utf-8").rstrip("\n")
    assert "\n" not in text
    assert "Traceback" not in text
    return text


def answer_one_question() -> None:
    assert gartenjahr("--linear", stdin=b"0\n1\nKeine Zeit.\n.\n").returncode == 0


# Help and version


def test_version_is_told_in_one_line() -> None:
    result = gartenjahr("--version")
    assert re.fullmatch(r"Gartenjahr \d+\.\d+\.\d+\n", out(result))
    assert result.returncode == 0
    assert gartenjahr("--version", "--ascii").stdout == result.stdout


@pytest.mark.parametrize(
    "command", [(), ("pfade",), ("leitfaden",), ("antworten",), ("beispiel",), ("pruefen",)]
)
def test_help_is_german_and_fits_eighty_columns(command: tuple[str, ...]) -> None:
    result = gartenjahr(*command, "--help")
    assert result.returncode == 0
    assert "Aufruf:  gartenjahr" in out(result)
    assert not re.search(r"usage|options:|positional|show this", out(result))
    assert max(map(len, out(result).splitlines())) <= 80


def test_the_help_of_every_command_fits_a_narrow_window() -> None:
    helps = [help_of(command) for command in (PROGRAM, *COMMANDS.values())]
    assert not [line for text in helps for line in text.splitlines() if len(line) > 78]


def test_every_option_and_command_stands_in_its_help() -> None:
    parser = make_parser()
    commands = next(a for a in parser._actions if isinstance(a, _SubParsersAction)).choices
    for name, command in commands.items():
        assert name in parser.format_help()
        for action in command._actions:
            unheard = {"--linear", "--version"} if name != "beispiel" else {"--version"}
            for option in set(action.option_strings) - unheard:
                assert option in command.format_help(), (name, option)
    for action in parser._actions:
        for option in action.option_strings:
            assert option in parser.format_help()


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.name)
def test_what_the_help_of_a_command_shows_can_be_typed(command: Subcommand) -> None:
    known = re.findall(r"--[a-z]+", " ".join([*EVERYWHERE, *command.options]))
    assert set(re.findall(r"--[a-z]+", help_of(command))) <= {*known, "--paket"}
    for example in command.examples:
        assert parse(example.partition(" >")[0].split()).command == command.name


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_loads_none_of_the_others(name: str) -> None:
    script = (
        "import sys; from gartenjahr_tui.cli.main import command; command(sys.argv[1])\n"
        "print(*sorted(name for name in sys.modules if name.startswith('gartenjahr_tui.cli.')))"
    )
    run = [sys.executable, "-c", script, name]
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    its_own = COMMANDS[name].run.partition(":")[0]
    expected = {f"gartenjahr_tui.cli.{module}" for module in ("main", "common", its_own)}
    assert set(done.stdout.split()) == expected


def test_help_and_version_import_neither_screen_nor_database() -> None:
    script = (
        "import sys; from gartenjahr_tui.__main__ import main; sys.argv[1:] = [{!r}]\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(sorted({{'textual', 'sqlmodel', 'sqlalchemy', 'argparse'}} & set(sys.modules)))"
    )
    for option, expected in (("--version", "[]"), ("--help", "['argparse']")):
        run = [sys.executable, "-c", script.format(option)]
        done = subprocess.run(run, capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-1] == expected


# Wrong calls


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["ernte"], "Den Befehl „ernte“ gibt es nicht"),
        (["--datne", "x"], "Damit kann Gartenjahr nichts anfangen: --datne"),
        (["--daten"], "Nach --daten fehlt eine Angabe"),
        (["--daten", " "], "Nach --daten fehlt eine Angabe"),
        (["--linear=ja"], "--linear steht für sich allein"),
        (["antworten", "--jahr", "zwanzig"], "„zwanzig“ ist keine Jahreszahl"),
        (["antworten", "--jahr", "99999"], "„99999“ ist keine Jahreszahl"),
        (["antworten", "--format", "docx"], "text, md, json"),
        (["antworten", "--schritt", "winter"], "boden (0), saeen (1)"),
        (["leitfaden", "Quark"], "saeen, pflegen"),
        (["leitfaden", "samen"], "„saeen.haus“"),
        (["pfade", "bitte"], "nichts anfangen: bitte"),
        (["pfade", "--jahr", "2026"], "nichts anfangen: --jahr."),
        (
            ["archiv", "backen"],
            "„backen“ kennt der Befehl „archiv“ nicht. Es gibt: schreiben, lesen.",
        ),
    ],
)
def test_a_wrong_call_is_explained_in_german_and_ends_with_2(
    arguments: list[str], told: str
) -> None:
    result = gartenjahr(*arguments)
    text = result.stderr.decode("utf-8")
    assert result.returncode == 2
    assert told in text
    assert not re.search(r"argument|invalid|usage|expected|Traceback", text)


def test_an_option_of_another_command_is_strange_whatever_was_called_before() -> None:
    make_parser()
    with pytest.raises(WrongCall, match=r"nichts anfangen: --jahr\.\n"):
        parse(["pfade", "--jahr", "2026"])


def test_a_wrong_call_cannot_steer_the_terminal() -> None:
    result = gartenjahr("leitfaden", "\x1b[31mrot\x07")
    assert result.returncode == 2
    assert b"\x1b" not in result.stderr
    assert b"\x07" not in result.stderr


# Where data lies


def test_pfade_shows_the_place_and_makes_nothing(tmp_path: Path) -> None:
    result = gartenjahr("pfade")
    assert result.returncode == 0
    assert str(tmp_path / "garten" / "gartenjahr.db") in out(result)
    assert "noch nicht angelegt" in out(result)
    assert "GARTENJAHR_DATEN (gesetzt)" in out(result)
    assert not (tmp_path / "garten").exists()


def test_daten_counts_before_and_after_the_command(tmp_path: Path) -> None:
    before = gartenjahr("--daten", str(tmp_path / "hier"), "pfade")
    after = gartenjahr("pfade", "--daten", str(tmp_path / "hier"))
    assert before.stdout == after.stdout
    assert str(tmp_path / "hier") in out(before)
    assert "mit --daten angegeben" in out(before)


# The guide


def test_the_whole_guide_ends_with_glossary_and_source(guide: Guide) -> None:
    text = out(gartenjahr("leitfaden"))
    assert all(chapter.heading in text for chapter in guide.chapters)
    assert text.index("\nGlossar\n") > text.index(guide.chapters[-1].heading)
    assert " ".join(text.split()).endswith(SOURCE_LINE)


@pytest.mark.parametrize(("columns", "width"), [("50", 50), ("200", 78)])
def test_the_guide_fits_the_window(columns: str, width: int) -> None:
    text = out(gartenjahr("leitfaden", COLUMNS=columns))
    assert width - 8 < max(map(len, text.splitlines())) <= width


@pytest.mark.parametrize("name", ["säen", "saeen", "SÄEN", "sa\u0308en", "1"])
def test_a_chapter_is_found_however_it_is_spelt(name: str) -> None:
    result = gartenjahr("leitfaden", name)
    assert result.returncode == 0
    assert out(result).startswith("Schritt 1: Das Saatgut pflanzen")


def test_a_distinct_beginning_of_a_title_or_term_is_enough(guide: Guide) -> None:
    palm, term = find(guide, "schneesturm"), find(guide, "elevator")
    assert isinstance(palm[0], Section)
    assert palm[0].id == "saeen.palme"
    assert isinstance(term[0], Term)
    assert len(find(guide, "samen")) > 1


def test_every_place_of_the_guide_is_found_by_the_name_it_is_called(guide: Guide) -> None:
    places: list[Chapter | Section | Exhibit] = [
        *guide.chapters,
        *guide.sections.values(),
        *guide.exhibits.values(),
    ]
    assert all(find(guide, name_of(place)) == [place] for place in places)


def test_the_guide_has_no_drawn_signs_when_they_are_not_wanted() -> None:
    text = out(gartenjahr("leitfaden", "--ascii"))
    strange = {sign for sign in text if ord(sign) > 126 and not sign.isalpha()}
    assert strange == set()
    assert "Gärtnerin" in text


def test_coverage_names_a_place_for_every_element() -> None:
    result = gartenjahr("leitfaden", "--abdeckung")
    assert result.returncode == 0
    assert "F84" in out(result)
    assert "ohne Ort" not in out(result)


def test_coverage_with_a_gap_ends_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(coverage, "missing", lambda guide: ["17", "F03"])
    assert cli.main(["leitfaden", "--abdeckung"]) == 1
    assert "Ohne Ort: 17, F03" in capsys.readouterr().err


# Pipes and consoles


def test_a_reader_who_stops_early_sees_no_complaint() -> None:
    reading = subprocess.Popen(
        [sys.executable, "-m", "gartenjahr_tui", "leitfaden"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert reading.stdout
    assert reading.stdout.readline()
    reading.stdout.close()
    _, complaint = reading.communicate(timeout=60)
    assert (reading.returncode, complaint) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_to_a_full_disk_is_told() -> None:
    command = f'"{sys.executable}" -m gartenjahr_tui leitfaden > /dev/full'
    result = subprocess.run(command, shell=True, capture_output=True, check=False)
    assert result.returncode == 1
    assert "ließ sich nicht schreiben" in one_sentence(result)


@pytest.mark.parametrize("encoding", ["cp850", "cp1252", "ascii"])
def test_old_consoles_get_the_signs_they_have(encoding: str) -> None:
    result = gartenjahr("leitfaden", "saeen", PYTHONIOENCODING=encoding)
    text = result.stdout.decode(encoding)
    assert result.returncode == 0
    assert result.stderr == b""
    assert ("Gärtnerin" in text) is (encoding != "ascii")
    assert "„" in text or '"' in text


def test_pipes_carry_utf8_whatever_the_system_prefers() -> None:
    result = gartenjahr("leitfaden", "saeen", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert "Gärtnerin" in out(result)


def lines_of(data: bytes) -> Lines:
    return Lines(TextIOWrapper(BytesIO(data), encoding="utf-8", errors="surrogateescape"))


@pytest.mark.parametrize("encoding", ["cp850", "cp437", "cp1252"])
def test_what_windows_pipes_into_the_program_keeps_its_umlauts(
    encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console, "foreign_encodings", lambda: ["cp850", "cp1252"])
    text = "Größe der Kräuterbeete für Jürgen Öhler: äußerst üppig."
    lines = lines_of(f"Grüße\n{text}\n".encode(encoding) + "„Grün“ – schön\n".encode())
    assert lines.readline() == "Grüße\n"
    assert lines.readline() == f"{text}\n"
    assert lines.readline() == "„Grün“ – schön\n"
    assert lines.readline() == ""


def test_what_nobody_can_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "foreign_encodings", lambda: ["cp850", "cp1252"])
    with pytest.raises(NotText):
        lines_of(b"\xb2\xb1\xb0\n").readline()


def test_a_line_that_cannot_be_read_is_told_and_not_kept_and_all_before_it_is() -> None:
    result = gartenjahr("--linear", stdin=b"0\n1\nKeine Zeit.\nGr\xb2\xb1\xb0e\nUnd dann?\n.\n")
    assert result.returncode == 1
    assert "nicht zu lesen" in " ".join(out(result).split())
    kept = out(gartenjahr("antworten", "--vertrauliche"))
    assert "Keine Zeit." in kept
    assert not re.search("Gr.{0,3}e\\b|Und dann|�", kept)


# Starting


class FakeApp(ModuleType):
    """Stands in for the screens and notes how it was started."""

    def __init__(self) -> None:
        super().__init__("gartenjahr_tui.app")
        self.started: list[tuple[Paths, dict[str, object]]] = []
        self.files: list[Path] = []

    def GartenjahrApp(self, paths: Paths, look: object, **options: object) -> Paths:
        self.started.append((paths, {"look": look, **options}))
        return paths

    def run(self, app: Paths) -> int:
        self.files = list(app.folder.iterdir())
        return 0


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> FakeApp:
    fake = FakeApp()
    monkeypatch.setitem(sys.modules, "gartenjahr_tui.app", fake)
    for stream in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(getattr(sys, stream), "isatty", lambda: True, raising=False)
    return fake


def test_without_a_command_the_workbook_opens(app: FakeApp, paths: Paths) -> None:
    assert cli.main(["--ascii"]) == 0
    ((where, options),) = app.started
    assert where.folder == paths.folder
    assert options.pop("ascii_only")
    assert not any(options.values())


def test_the_screen_is_not_drawn_into_a_file(app: FakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: False)
    with pytest.raises(CouldNot, match="in eine Datei"):
        cli.command(None)(parse([]), sys.stdout)
    assert not app.started
    # Who looks at what is drawn may say so.
    monkeypatch.setenv("GARTENJAHR_BILDSCHIRM", "1")
    assert cli.main([]) == 0
    assert app.started


@pytest.mark.parametrize("days", [-2, -9_300, 3_500])
def test_a_day_that_cannot_be_is_told_at_the_start(
    app: FakeApp, paths: Paths, monkeypatch: pytest.MonkeyPatch, days: int
) -> None:
    def warnings() -> list[str]:
        assert cli.main([]) == 0
        return app.started[-1][1]["warnings"]  # type: ignore[return-value]

    assert warnings() == []
    answer_one_question()
    assert warnings() == []
    now = utc_now() + timedelta(days=days)
    monkeypatch.setattr(start, "utc_now", lambda: now)
    (told,) = warnings()
    assert f"heute sei der {now.astimezone():%d.%m.%Y}; zuletzt geändert wurde hier am" in told
    # With no garden to compare with, only a day before all gardens is no day.
    shutil.rmtree(paths.folder)
    shutil.rmtree(state_folder())
    assert [text for text in warnings() if "kann nicht stimmen" in text] == warnings()
    assert bool(warnings()) is (now.year < 2026)


def test_a_folder_in_the_cloud_is_told_once_at_the_start_and_by_pfade(
    app: FakeApp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "OneDrive - Stadt Köln" / "Gartenjahr"
    monkeypatch.setenv("GARTENJAHR_DATEN", str(folder))
    assert cli.main([]) == 0
    told = str(app.started[-1][1]["warnings"])
    assert "liegt in OneDrive. Ihr Garten käme mit allen Namen in die Cloud" in told
    said = out(gartenjahr("--linear"))
    assert said.startswith("Achtung: Dieser Ordner liegt in OneDrive.")
    assert "Achtung" not in out(gartenjahr("--linear"))
    assert "Achtung: Dieser Ordner liegt in OneDrive." in out(gartenjahr("pfade"))


def test_the_sample_opens_in_a_folder_that_vanishes(
    app: FakeApp, monkeypatch: pytest.MonkeyPatch, paths: Paths
) -> None:
    sample = ModuleType("gartenjahr_tui.sample")
    sample.make_sample = lambda guide, place: (place.folder / "probe").touch()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "gartenjahr_tui.sample", sample)
    assert cli.main(["beispiel"]) == 0
    ((where, options),) = app.started
    assert "erfunden" in str(options["note"])
    assert app.files == [where.folder / "probe"]
    assert not where.folder.exists()
    assert not paths.folder.exists()


def test_without_a_terminal_the_linear_way_is_pointed_out() -> None:
    result = gartenjahr()
    assert result.returncode == 1
    assert "gartenjahr --linear" in one_sentence(result)


# Faults of folder and file: one sentence, 1, nothing touched


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell such names apart")
@pytest.mark.parametrize("arguments", [[], ["pfade"]])
def test_a_folder_whose_name_is_too_long_is_told(arguments: list[str]) -> None:
    result = gartenjahr(*arguments, "--daten", "ä" * 300)
    assert result.returncode == 1
    assert "zu lang" in one_sentence(result)


@pytest.mark.parametrize("arguments", [[], ["--linear"], ["antworten"]])
def test_a_file_that_is_no_workbook_is_left_alone(paths: Paths, arguments: list[str]) -> None:
    paths.folder.mkdir()
    paths.file.write_bytes(b"Einkaufszettel")
    result = gartenjahr(*arguments)
    assert result.returncode == 1
    assert "ist kein Garten" in one_sentence(result)
    assert [file.name for file in paths.folder.iterdir()] == [paths.file.name]
    assert paths.file.read_bytes() == b"Einkaufszettel"


@pytest.mark.parametrize("arguments", [[], ["--linear"], ["antworten"]])
def test_a_file_of_a_newer_program_is_left_alone(paths: Paths, arguments: list[str]) -> None:
    answer_one_question()
    content = bytearray(paths.file.read_bytes())
    content[60:64] = (999).to_bytes(4, "big")
    paths.file.write_bytes(content)
    result = gartenjahr(*arguments)
    assert result.returncode == 1
    assert "neueren Fassung von Gartenjahr" in one_sentence(result)
    assert paths.file.read_bytes() == content


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "garten").write_text("kein Ordner")
    result = gartenjahr("--linear")
    assert result.returncode == 1
    assert "kann nicht geschrieben werden" in one_sentence(result)


def test_a_garden_that_is_gone_is_not_begun_anew_unless_one_insists(paths: Paths) -> None:
    answer_one_question()
    shutil.rmtree(paths.folder)
    for arguments in ([], ["--linear"], ["antworten"]):
        result = gartenjahr(*arguments)
        assert result.returncode == 1
        assert "--trotzdem" in one_sentence(result)
        assert not paths.folder.exists()
    assert gartenjahr("--linear", "--trotzdem").returncode == 0
    assert paths.file.exists()


# Answers


def test_answers_without_a_garden_make_none(paths: Paths) -> None:
    result = gartenjahr("antworten")
    assert result.returncode == 1
    assert "noch keinen Garten" in one_sentence(result)
    assert not paths.folder.exists()


def test_answers_come_out_as_json() -> None:
    answer_one_question()
    (answer,) = json.loads(out(gartenjahr("antworten", "--format", "json", "--vertrauliche")))
    assert answer["frage"] == "boden.warum"
    assert answer["vertraulich"] is True
    assert answer["wert"] == {"beweggruende": "Keine Zeit."}
    assert answer["stand"] == "angefangen"


def test_a_year_without_entries_ends_with_1() -> None:
    answer_one_question()
    result = gartenjahr("antworten", "--jahr", "1999")
    assert result.returncode == 1
    assert "Im Gartenjahr 1999 gibt es keine Einträge" in one_sentence(result)


def test_a_step_can_be_named_by_number_id_or_title() -> None:
    answer_one_question()
    names = ("0", "boden", "Boden")
    asked = ("antworten", "--vertrauliche", "--schritt")
    assert all("Keine Zeit." in out(gartenjahr(*asked, name)) for name in names)
    other = gartenjahr("antworten", "--schritt", "säen")
    assert other.returncode == 0
    assert "noch keine Antworten" in out(other)


def test_answers_come_out_while_the_garden_is_open_elsewhere() -> None:
    open_elsewhere = subprocess.Popen(
        [sys.executable, "-m", "gartenjahr_tui", "--linear"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert open_elsewhere.stdin
    assert open_elsewhere.stdout
    open_elsewhere.stdin.write(b"0\n1\nGerade offen.\n.\n")
    open_elsewhere.stdin.flush()
    while b"Meine Ziele" not in (line := open_elsewhere.stdout.readline()):
        assert line, "the dialogue ended early"
    result = gartenjahr("antworten", "--vertrauliche")
    assert result.returncode == 0
    assert "Gerade offen." in out(result)
    open_elsewhere.communicate()
    assert open_elsewhere.returncode == 0


def test_the_usual_call_means_the_same_with_and_without_the_parser() -> None:
    from gartenjahr_tui.cli.main import USUAL

    assert vars(parse([])) == USUAL
