"""The built package: complete, and it starts from any folder on a fresh machine."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.terminal.pty_app import RealTerminal

ROOT = Path(__file__).parents[1]
SCRIPTS = "Scripts" if sys.platform == "win32" else "bin"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    done = subprocess.run([*build, str(ROOT)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


def test_package_holds_three_folders_and_every_screen_its_style(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {
        "gartenjahr_tui",
        "screens",
        "styles",
    }
    for style in (ROOT / "styles").glob("*.tcss"):
        assert f"styles/{style.name}" in names
    for content in (ROOT / "gartenjahr_tui").rglob("*.toml"):
        assert str(content.relative_to(ROOT)) in names
    assert "gartenjahr_tui/py.typed" in names
    assert "gartenjahr_tui/store/migrations/script.py.mako" in names


def test_fresh_machine_starts_the_package_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "umgebung"
    venv.create(place, with_pip=True)
    lock = ROOT / "requirements.lock"
    install = map(str, [place / SCRIPTS / "pip", "install", "-q", "-c", lock, wheel])
    done = subprocess.run([*install], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    # A folder with a module of the same name as one of ours must not get in the way.
    elsewhere = tmp_path / "anderswo"
    elsewhere.mkdir()
    (elsewhere / "screens.py").write_text("raise RuntimeError", encoding="utf-8")
    command = [str(place / SCRIPTS / "gartenjahr"), "--daten", str(tmp_path / "garten")]
    with RealTerminal(command, cwd=elsewhere, env={"PYTHONPATH": ""}) as terminal:
        terminal.wait_for("Willkommen im Gartenjahr")
        terminal.send("Bücherei Überall")
        terminal.wait_for("Bücherei Überall")
        terminal.send("\x11")
        assert terminal.wait_exit() == os.EX_OK
    assert (tmp_path / "garten" / "gartenjahr.db").stat().st_size > 0
