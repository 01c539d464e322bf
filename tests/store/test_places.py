"""Where things lie, small files, and what a path looks like to SQLite."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path, PureWindowsPath

import pytest

from gartenjahr_tui.cli.common import concerns
from gartenjahr_tui.exchange import files
from gartenjahr_tui.store import atomic, glance, paths, place
from gartenjahr_tui.store.errors import CopyFailed, FolderTooDeep
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.store.place import filesystem_of
from tests.store.helpers import open_store

MOUNTS = r"""
rootfs / rootfs rw 0 0
/dev/sda2 / ext4 rw,relatime 0 0
/dev/sdb1 /media/erika/GARTEN\040STICK vfat rw 0 0
/dev/sdc1 /media/a\134b exfat rw 0 0
//server/home /home/erika/netz cifs rw 0 0
server:/export /srv/nfs nfs4 rw 0 0
sshfs /home/erika/fern fuse.sshfs rw 0 0
tmpfs /tmp tmpfs rw 0 0
/dev/sda3 /home ext4 rw 0 0
kaputt
"""


@pytest.mark.parametrize(
    ("folder", "kind", "local"),
    [
        ("/var/lib/gartenjahr", "ext4", True),
        ("/home/erika/garten", "ext4", True),
        ("/home/erika/netz/garten", "cifs", False),
        ("/home/erika/netzwerk", "ext4", True),
        ("/home/erika/fern", "fuse.sshfs", False),
        ("/srv/nfs/garten", "nfs4", False),
        ("/media/erika/GARTEN STICK", "vfat", False),
        ("/media/erika/GARTEN STICK/daten", "vfat", False),
        ("/media/a\\b/daten", "exfat", False),
        ("/tmp/x", "tmpfs", True),
    ],
)
def test_the_place_is_told_from_the_table_of_mounts(
    monkeypatch: pytest.MonkeyPatch, folder: str, kind: str, local: bool
) -> None:
    assert filesystem_of(Path(folder), MOUNTS) == kind
    monkeypatch.setattr(Path, "read_text", lambda self, **_: MOUNTS)
    monkeypatch.setattr(Path, "resolve", lambda self: self)
    assert place._posix_local(Path(folder)) is local


@pytest.mark.parametrize("mounts", ["", "kaputt\n", "/dev/sda1 /anderswo ext4 rw 0 0\n"])
def test_what_cannot_be_told_is_treated_with_care(
    monkeypatch: pytest.MonkeyPatch, mounts: str
) -> None:
    monkeypatch.setattr(Path, "read_text", lambda self, **_: mounts)
    assert not place._posix_local(Path("/var/lib"))


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("C:\\Users\\Erika Müller\\g.db", "file:///C:/Users/Erika%20M%C3%BCller/g.db?mode=ro"),
        ("\\\\server\\home\\g #1.db", "file:////server/home/g%20%231.db?mode=ro"),
    ],
)
def test_network_folders_of_windows_are_named_as_sqlite_wants_them(file: str, uri: str) -> None:
    """With two slashes before the server's name SQLite refuses: „invalid uri authority“."""
    assert glance.address(PureWindowsPath(file), "mode=ro") == uri


def test_the_option_comes_before_the_environment_before_the_portable_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "stick" / "gartenjahr"
    (tmp_path / "stick" / "daten").mkdir(parents=True)
    monkeypatch.setattr(sys, "argv", [str(program)])
    monkeypatch.setenv("GARTENJAHR_DATEN", str(tmp_path / "umgebung"))
    assert paths.find(str(tmp_path / "gewählt")).folder == tmp_path / "gewählt"
    assert paths.find().folder == tmp_path / "umgebung"
    monkeypatch.delenv("GARTENJAHR_DATEN")
    assert paths.find().folder == tmp_path / "stick" / "daten"
    (tmp_path / "stick" / "daten").rmdir()
    found = paths.find()
    assert found.folder == paths.usual_folder()
    assert found.origin
    assert not found.folder.exists()


def test_one_folder_can_stand_for_all_that_the_system_gives_a_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GARTENJAHR_PROFIL", str(tmp_path / "profil"))
    ours = [paths.usual_folder(), paths.state_folder(), paths.documents_folder()]
    assert len(set(ours)) == 3
    for place_of_ours in ours:
        assert place_of_ours.is_relative_to(tmp_path / "profil")
        assert not any(other in place_of_ours.parents for other in ours)
    assert not (tmp_path / "profil").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks nobody where its folders lie")
def test_without_it_they_lie_where_the_system_wants_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GARTENJAHR_PROFIL")
    assert paths.usual_folder().is_relative_to(os.environ["XDG_DATA_HOME"])
    assert paths.state_folder().is_relative_to(os.environ["XDG_STATE_HOME"])
    assert paths.documents_folder().is_relative_to(os.environ["HOME"])


@pytest.mark.parametrize(("system", "mode"), [("win32", 0o777), ("linux", 0o700)])
def test_copies_in_the_folder_of_a_team_belong_to_the_team(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, mode: int
) -> None:
    """Python makes a folder of mode 700 on Windows one that only its owner can open."""
    asked: list[int] = []
    monkeypatch.setattr(Path, "mkdir", lambda self, **options: asked.append(options["mode"]))
    monkeypatch.setattr(sys, "platform", system)
    paths.make_beside(tmp_path / "sicherungen")
    assert asked == [mode]


def test_a_relative_folder_and_a_tilde_become_whole_paths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.find("hier").folder == tmp_path / "hier"
    assert paths.find("~/garten").folder.is_absolute()
    assert "~" not in str(paths.find("~/garten").folder)


def test_a_small_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "klein.json"
    atomic.write_json(file, {"wort": "Grün 😀 \ud800"})
    assert atomic.read_json(file) == {"wort": "Grün 😀 \ud800"}
    before = file.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            atomic.write_json(file, {"wort": "halb"})
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [file.name]
    if sys.platform != "win32":
        assert file.stat().st_mode & 0o777 == 0o600


def names_of_killed(folder: Path) -> tuple[str, str, str]:
    """Of files left half written: by a dead process here, by another computer, by a person."""
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    own = atomic.beside(folder / "Bericht.docx").name
    here = own.replace(f"-{os.getpid()}.", f"-{dead.pid}.")
    elsewhere = re.sub(r"gj-[0-9a-f]{8}", "gj-00000000", here)
    return here, elsewhere, "Bericht.docx.neu"


def test_only_what_nobody_will_finish_is_cleared_from_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "dokumente"
    folder.mkdir()
    here, elsewhere, persons = names_of_killed(folder)
    own = atomic.beside(folder / "Bericht.docx").name
    journal = f"{here}-journal"
    for name in (here, journal, elsewhere, persons, own):
        (folder / name).write_bytes(b"halb")
    atomic.write_json(folder / "klein.json", {})
    left = {file.name for file in folder.iterdir()}
    assert left == {elsewhere, persons, own, "klein.json"}
    long_ago = time.time() - atomic.ABANDONED - 60
    for name in left:
        os.utime(folder / name, (long_ago, long_ago))
    atomic.write_json(folder / "klein.json", {})
    assert {file.name for file in folder.iterdir()} == {persons, "klein.json"}


def test_a_small_file_that_makes_no_sense_is_as_good_as_none(tmp_path: Path) -> None:
    file = tmp_path / "klein.json"
    assert atomic.read_json(file) is None
    for content in (b"", b"{", b"\xff\xfe"):
        file.write_bytes(content)
        assert atomic.read_json(file) is None
    file.write_text(json.dumps([1]))
    assert atomic.read_json(file) == [1]


def test_a_typed_place_is_understood_as_people_paste_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME" if sys.platform != "win32" else "USERPROFILE", str(tmp_path))
    file = tmp_path / "Liste 1.csv"
    for text in (str(file), f' "{file}" ', f"'{file}'", "Liste 1.csv", "~/Liste 1.csv"):
        assert paths.typed(text) == file
    # Nobody of that name has a home here.
    assert paths.typed("~niemand/Liste 1.csv") == tmp_path / "~niemand" / "Liste 1.csv"


# Clouds and long ways


@pytest.mark.parametrize(
    ("folder", "cloud"),
    [
        ("OneDrive - Stadtbücherei Köln/Garten", "OneDrive"),
        ("onedrive/Garten", "onedrive"),
        ("Nextcloud/Garten", "Nextcloud"),
        ("OneDriveren/Garten", ""),
        ("Meine OneDrive - Notizen/Garten", ""),
    ],
)
def test_a_folder_that_a_service_mirrors_is_known(tmp_path: Path, folder: str, cloud: str) -> None:
    assert place.cloud_of(tmp_path / folder) == cloud


def test_windows_tells_where_it_mirrors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Wolke"))
    assert place.cloud_of(tmp_path / "Wolke" / "Garten") == "OneDrive"
    assert place.cloud_of(tmp_path / "Wolken" / "Garten") == ""


def test_a_folder_too_deep_for_its_copies_is_told_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "paths_are_short", lambda: True)
    room = place.LONGEST_PATH - place.NEEDED - len(str(tmp_path)) - 1
    fits, deep = Paths(tmp_path / ("b" * room), ""), Paths(tmp_path / ("b" * (room + 3)), "")
    open_store(fits).close()
    with pytest.raises(FolderTooDeep, match="um 3 Zeichen zu lang"):
        open_store(deep)
    assert not deep.file.exists()
    assert concerns(fits.folder) == []
    assert "um 3 Zeichen" in concerns(deep.folder)[0]
    if sys.platform != "win32":
        monkeypatch.undo()
        assert place.lacking(deep.folder) == 0


NAMES = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from gartenjahr_tui.store import backups, marker
from gartenjahr_tui.store.paths import Paths
from tests.store.helpers import open_store

place, longest = Paths(Path(sys.argv[1]), ""), ""

def heard(event, given):
    global longest
    for one in given[:2]:
        path = os.fspath(one) if isinstance(one, str | os.PathLike) else ""
        if isinstance(path, str) and path.startswith(str(place.folder) + os.sep):
            longest = max(path.removeprefix(str(place.folder)), longest, key=len)

sys.addaudithook(heard)
open_store(place).close()
now = datetime.now(UTC)
copy = backups.by_hand(place, None, now)[0][0]
backups.bring_back(place, copy.file, now)
backups.bring_back(place, copy.file, now)
place.file.unlink()
place.file.with_name("gartenjahr.db-journal").write_text("rest")
open_store(place, accept=True).close()
place.file.write_bytes(place.file.read_bytes()[:5000])
backups.bring_back(place, copy.file, now)
print(longest)
"""


def test_no_name_in_a_garden_is_longer_than_the_room_that_is_asked_for(tmp_path: Path) -> None:
    command = [sys.executable, "-c", NAMES, str(tmp_path / "garten")]
    longest = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    assert "sicherungen" in longest
    assert 50 < len(longest) <= place.NEEDED


def test_a_name_that_is_too_long_is_called_that(tmp_path: Path) -> None:
    if sys.platform != "win32":
        with pytest.raises(files.NotWritten, match="ist zu lang"):
            files.write({tmp_path / ("ä" * 300): b"x"})
    # Windows only says that it is not there.
    assert "ist zu lang" in str(files.not_written(tmp_path / "b.pdf", FileNotFoundError()))
    gone = files.not_written(tmp_path / "fort" / "b.pdf", FileNotFoundError())
    assert "gibt es nicht" in str(gone)
    failed = CopyFailed(tmp_path, FileNotFoundError())
    assert "der Weg dorthin ist zu lang" in str(failed)
