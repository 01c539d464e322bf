"""Where things lie. Nothing here creates anything unless its name says so."""

from __future__ import annotations

import contextlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from gartenjahr_tui.store import atomic
from gartenjahr_tui.store.errors import FolderUnwritable

ENVIRONMENT = "GARTENJAHR_DATEN"
"""Environment variable that names the data folder."""

PROFILE = "GARTENJAHR_PROFIL"
"""Environment variable for a folder that stands for all those the system gives a person.

Windows tells these no matter what the environment says.
"""

APP_NAME = "Gartenjahr"

BESIDE = "Gartenjahr-Daten"
"""Folder beside the folder of the program: there a new version finds it as the old one did."""


@dataclass(frozen=True)
class Paths:
    """The places of one garden.

    Attributes:
        folder: The data folder.
        origin: Why it is this one, in German.
    """

    folder: Path
    origin: str

    @property
    def file(self) -> Path:
        """The workbook."""
        return self.folder / "gartenjahr.db"

    @property
    def lock(self) -> Path:
        """Lock of the one program that may write."""
        return self.folder / "gartenjahr.lock"

    @property
    def holder(self) -> Path:
        """Who holds the lock since when, for the second who comes."""
        return self.folder / "gartenjahr.offen.json"

    @property
    def copies(self) -> Path:
        """Folder of all safe copies: daily, by hand, before a migration."""
        return self.folder / "sicherungen"

    @property
    def former_copies(self) -> Path:
        """Where earlier versions put the copies made before a migration; only read."""
        return self.folder / "kopien"

    @property
    def rescue(self) -> Path:
        """Text that could not be saved into the workbook when the program had to end."""
        return self.folder / "gartenjahr.rettung.json"

    @property
    def erasing(self) -> Path:
        """What is to be erased, until it is."""
        return self.folder / "gartenjahr.loeschung.json"


def find(option: str | None = None) -> Paths:
    """Decide where it lies: ``--daten``, environment, beside the program, chosen, usual place."""
    if option:
        return Paths(_absolute(option), "mit --daten angegeben")
    if named := os.environ.get(ENVIRONMENT):
        return Paths(_absolute(named), f"durch {ENVIRONMENT} bestimmt")
    program = program_folder()
    for portable in (program / "daten", program.parent / BESIDE):
        if portable.is_dir():
            return Paths(portable, "neben Gartenjahr selbst")
    if chosen := _chosen():
        return Paths(chosen, "beim ersten Start gewählt")
    return Paths(usual_folder(), "üblicher Ort auf diesem Rechner")


def program_folder() -> Path:
    """Folder of the program that was started."""
    return Path(sys.argv[0]).resolve().parent


def usual_folder() -> Path:
    """The system's own place for the data of a person on this computer."""
    if profile := _profile():
        return profile / APP_NAME
    import platformdirs

    return platformdirs.user_data_path(APP_NAME, appauthor=False)


def state_folder() -> Path:
    """Folder for what belongs to this computer and not to the garden, such as the marker.

    Never the usual place of the garden: what tells that a folder has vanished must not vanish with
    it, and Windows knows only one place for both.
    """
    if sys.platform == "win32" or _profile():
        return usual_folder().with_name(f"{APP_NAME}-Merkzettel")
    import platformdirs

    return platformdirs.user_state_path(APP_NAME, appauthor=False)


def _profile() -> Path | None:
    named = os.environ.get(PROFILE)
    return _absolute(named) if named else None


def choose(folder: Path) -> None:
    """Let this be the folder from now on, and make it.

    Raises:
        FolderUnwritable: It cannot be made or written, or the choice cannot be kept.
    """
    make_folder(folder)
    if folder in (usual_folder(), program_folder().parent / BESIDE):
        return
    try:
        state_folder().mkdir(parents=True, exist_ok=True, mode=0o700)
        atomic.write_json(_choice(), {"ordner": str(folder)})
    except OSError as error:
        raise FolderUnwritable(state_folder()) from error


def _choice() -> Path:
    return state_folder() / "ort.json"


def _chosen() -> Path | None:
    known = atomic.read_json(_choice())
    folder = known.get("ordner") if isinstance(known, dict) else None
    return Path(folder) if isinstance(folder, str) and folder else None


def documents_folder() -> Path:
    """Where a person looks for documents; a folder of its own there, which need not exist yet."""
    if profile := _profile():
        return profile / "Dokumente" / APP_NAME
    import platformdirs

    folder = platformdirs.user_documents_path()
    return (folder if folder.is_dir() else Path.home()) / APP_NAME


def make_folder(folder: Path) -> None:
    """Create the data folder, readable by its owner only, and prove that it can be written.

    Raises:
        FolderUnwritable: It cannot be made or written.
    """
    try:
        if not folder.is_dir():
            folder.mkdir(parents=True, mode=0o700, exist_ok=True)
        trial = atomic.beside(folder / ".schreibprobe")
        os.close(os.open(trial, os.O_CREAT | os.O_WRONLY, 0o600))
    except OSError as error:
        raise FolderUnwritable(folder) from error
    # Whoever still holds it now shows no less that it could be written.
    with contextlib.suppress(OSError):
        atomic.remove(trial)


def can_write(place: Paths) -> bool:
    """Whether what lies in a folder can be changed; one that is missing is made.

    Raises:
        FolderUnwritable: It cannot be made or written, and no garden lies there to be read.
    """
    try:
        make_folder(place.folder)
    except FolderUnwritable:
        if not place.file.exists():
            raise
        return False
    return not place.file.exists() or os.access(place.file, os.W_OK)


def make_beside(folder: Path) -> None:
    """Make a folder beside the garden: whoever may read the garden may read it, and nobody else.

    Raises:
        OSError: It cannot be made.
    """
    # On Windows a mode would shut out all others from a folder that belongs to a team.
    mode = 0o777 if sys.platform == "win32" else 0o700
    folder.mkdir(parents=True, exist_ok=True, mode=mode)


def typed(text: str) -> Path:
    """The file or folder a person means, absolute; Windows copies a path in quotation marks."""
    path = Path(text.strip().strip("\"'").strip())
    # „~jemand“ may be nobody's home.
    with contextlib.suppress(RuntimeError):
        path = path.expanduser()
    return path.absolute()


def _absolute(text: str) -> Path:
    return typed(os.path.expandvars(text))
