"""What can go wrong with the file, each in the German sentence the person reads.

Every message says what happened, that nothing is lost, and what to do.
"""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path
from typing import Final

from gartenjahr_tui.store.atomic import is_held

_FULL: Final = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_REFUSED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_WRITE_REFUSED: Final = frozenset(
    {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH}
)
_PASSING: Final = _WRITE_REFUSED | {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PROTOCOL,
}
"""What says nothing about the file itself: disk, rights, another program."""


_WAIT: Final = "Bitte einen Augenblick warten und es dann noch einmal versuchen."


class StoreError(Exception):
    """Base of all faults of the store; ``str()`` is one German sentence or two."""


class FolderUnwritable(StoreError):
    """The data folder cannot be made or written."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"In den Ordner „{folder}“ kann nicht geschrieben werden. Es wurde nichts verändert. "
            "Bitte einen anderen Ordner wählen: gartenjahr --daten ORDNER"
        )


class FolderTooDeep(StoreError):
    """The path of the folder leaves no room for the names of the safe copies in it."""

    def __init__(self, folder: Path, lacking: int) -> None:
        super().__init__(
            f"Der Weg zum Ordner „{folder}“ ist um {lacking} Zeichen zu lang: Windows könnte darin "
            "keine Sicherungen anlegen. Es wurde nichts angelegt. Bitte einen Ordner mit kürzerem "
            "Weg wählen: gartenjahr --daten ORDNER"
        )


class FileHeld(StoreError):
    """Another program holds a file that was just written; it will let go."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"In „{folder}“ hält ein anderes Programm, oft der Virenwächter, eine Datei fest. Es "
            f"ist nichts verloren. {_WAIT}"
        )


class NotAWorkbook(StoreError):
    """The file is something else."""

    def __init__(self, file: Path) -> None:
        self.file = file
        super().__init__(
            f"Die Datei „{file}“ ist kein Garten, oder sie ist so beschädigt, dass sie nicht mehr "
            "zu erkennen ist; sie wurde nicht angerührt. Bitte einen anderen Ordner wählen "
            "(gartenjahr --daten ORDNER) oder die Datei beiseitelegen."
        )


class NewerFile(StoreError):
    """The file was written by a newer version of the program."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"Die Datei „{file}“ stammt von einer neueren Fassung von Gartenjahr; sie wurde nicht "
            "angerührt. Bitte Gartenjahr aktualisieren und dann erneut öffnen."
        )


class DamagedFile(StoreError):
    """The file is a workbook but cannot be read."""

    def __init__(self, file: Path) -> None:
        self.file = file
        super().__init__(
            f"Die Datei „{file}“ ist beschädigt und wurde nicht verändert. Bitte die Datei "
            "behalten und nachsehen, welche Sicherungen es gibt (gartenjahr sicherung liste)."
        )


class OpenFailed(StoreError):
    """The file cannot be opened just now; nothing says that it is damaged."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"Die Datei „{file}“ lässt sich gerade nicht öffnen. Bitte prüfen, ob das "
            "Laufwerk verbunden ist, Platz hat und beschrieben werden darf und ob ein anderes "
            "Programm die Datei festhält, und dann noch einmal starten."
        )


class GardenGone(StoreError):
    """A garden was here and its file is missing."""

    def __init__(self, file: Path, seen: str) -> None:
        self.file = file
        super().__init__(
            f"Am {seen} lag hier ein Garten, jetzt fehlt die Datei „{file}“. Es wurde nichts neu "
            "angelegt. Bitte prüfen, ob Laufwerk oder Stick verbunden sind; wer wirklich neu "
            "beginnen möchte, startet mit: gartenjahr --trotzdem"
        )


class GardenOlder(StoreError):
    """The file is older than the one last worked with, or another garden."""

    def __init__(self, file: Path, seen: str) -> None:
        super().__init__(
            f"Die Datei „{file}“ ist älter oder eine andere als die, mit der hier am {seen} "
            "zuletzt gearbeitet wurde. Es wurde nichts verändert. Bitte die neuere Datei suchen; "
            "um mit dieser weiterzuarbeiten: gartenjahr --trotzdem"
        )


class GardenUnready(StoreError):
    """There is no garden to look at, or one of an older form that has to be opened first."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"Die Datei „{file}“ kann so noch nicht gelesen werden; sie wurde nicht "
            "angerührt. Bitte Gartenjahr einmal ganz öffnen und es dann noch einmal versuchen. Wo "
            "nicht geschrieben werden darf, den Ordner vorher an einen anderen Ort kopieren."
        )


class GardenBusy(StoreError):
    """Another program is just making the garden, or bringing its file up to date."""

    def __init__(self, holder: object) -> None:
        super().__init__(
            "Der Garten wird gerade von einem anderen Fenster angelegt oder umgestellt "
            f"({holder or 'es geht eben erst auf'}). Bitte dort weiterarbeiten oder einen "
            "Augenblick später noch einmal starten."
        )


class GardenInUse(StoreError):
    """A copy cannot be brought back because somebody has the garden open."""

    def __init__(self, holder: object) -> None:
        what = (
            f"Der Garten ist gerade offen ({holder}). Bitte ihn dort schließen"
            if holder
            else "Der Garten wird gerade festgehalten: von einem anderen Fenster, das eben erst "
            "aufgeht, oder von einem anderen Programm. Bitte einen Augenblick warten"
        )
        super().__init__(f"{what} und es dann noch einmal versuchen; es wurde nichts verändert.")


class FileInUse(StoreError):
    """Another program, which is not this one, holds the garden's file."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"Ein anderes Programm hält die Datei „{file}“ fest, zum Beispiel eine Datensicherung "
            "oder ein Programm, das Datenbanken anzeigt. Es wurde nichts verändert. Bitte dieses "
            "Programm schließen oder kurz warten und es dann noch einmal versuchen."
        )


class CopyUnfit(StoreError):
    """What was to be brought back is no sound copy of a garden."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"„{file}“ ist beschädigt oder keine Sicherung eines Gartens. Es wurde nichts "
            "verändert. Welche Sicherungen in Ordnung sind, zeigt: gartenjahr sicherung liste "
            "--pruefen"
        )


class CopyFailed(StoreError):
    """A copy could not be written; the garden itself is well."""

    def __init__(self, folder: Path, error: Exception) -> None:
        self.reason = _why_no_copy(error)
        if is_too_long(error, folder):
            self.reason = "der Weg dorthin ist zu lang"
        elsewhere = (
            "Bitte Platz schaffen oder einen anderen Ordner nehmen: gartenjahr sicherung anlegen "
            "--nach ORDNER"
        )
        super().__init__(
            f"In „{folder}“ ließ sich keine Sicherung anlegen: {self.reason}. Ihr Garten ist davon "
            f"unberührt. {_WAIT if is_held(error) else elsewhere}"
        )


class OlderKept(StoreError):
    """The newest copy is not right in every row, so that no older one was removed."""

    def __init__(self) -> None:
        super().__init__(
            "Heute ist gesichert, aber in der Sicherung stehen beschädigte Einträge. Darum bleiben "
            "alle älteren Sicherungen liegen. Bitte im Menü (F10) unter „Beschädigte Einträge“ "
            "nachsehen; es geht nichts verloren."
        )


class ReturnFailed(StoreError):
    """A copy could not be put in the garden's place."""

    def __init__(self, error: Exception) -> None:
        super().__init__(
            f"Die Sicherung ließ sich nicht zurückholen: {_why_no_copy(error)}. Am Garten wurde "
            "nichts verändert. "
            + (
                _WAIT
                if is_held(error)
                else "Bitte Platz und Schreibrechte prüfen und es noch einmal versuchen."
            )
        )


class EraseFailed(StoreError):
    """Nothing could be erased, because not even the note of it could be written."""

    def __init__(self, error: Exception) -> None:
        super().__init__(
            f"Es wurde nichts gelöscht: {_why_no_copy(error)}. Bitte Platz und Schreibrechte "
            "prüfen und es noch einmal versuchen."
        )


class SecondPlaceMissing(StoreError):
    """The folder that is to take copies too is not there."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Der zweite Ort für Sicherungen, „{folder}“, ist gerade nicht da. Sobald Stick oder "
            "Laufwerk verbunden ist, kommt die nächste Sicherung auch dorthin."
        )


class PlaceUnfit(StoreError):
    """A folder cannot take copies."""


class PlaceTaken(PlaceUnfit):
    """A folder cannot be the second place for copies: it is the first."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"„{folder}“ ist schon der erste Ort. Als zweiter hilft nur ein anderer, etwa ein "
            "Stick oder ein Netzlaufwerk."
        )


class PlaceGone(PlaceUnfit):
    """A folder that is to take copies is not there; none is made in its place."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Den Ordner „{folder}“ gibt es nicht. Bitte Stick oder Laufwerk verbinden oder den "
            "Ordner anlegen und es dann noch einmal versuchen."
        )


class SearchFailed(StoreError):
    """There is no way to search, neither in the file nor in memory."""

    def __init__(self) -> None:
        super().__init__(
            "Die Suche ist gerade nicht möglich; Ihre Einträge sind davon unberührt. Bitte "
            "Gartenjahr beenden und prüfen lassen: gartenjahr pruefen"
        )


class WriteFailed(StoreError):
    """A save did not reach the disk; the text stays in memory and is tried again."""


class DiskFull(WriteFailed):
    """There is no room."""

    def __init__(self) -> None:
        super().__init__(
            "Der Datenträger ist voll. Ihr Text steht noch im Feld und wird gespeichert, sobald "
            "wieder Platz ist."
        )


class WriteRefused(WriteFailed):
    """The file or folder may not be written."""

    def __init__(self) -> None:
        super().__init__(
            "Die Datei lässt sich gerade nicht beschreiben. Ihr Text steht noch im Feld und wird "
            "gespeichert, sobald es wieder geht. Bitte Schreibrechte und Laufwerk prüfen."
        )


class DiskTrouble(WriteFailed):
    """Anything else between the program and the disk."""

    def __init__(self) -> None:
        super().__init__(
            "Der Datenträger antwortet nicht wie erwartet. Ihr Text steht noch im Feld; das "
            "Speichern wird wiederholt. Bitte Stick oder Netzlaufwerk prüfen."
        )


class FileBusy(WriteFailed):
    """Another program holds the file."""

    def __init__(self) -> None:
        super().__init__(
            "Ein anderes Programm hält die Datei gerade fest. Ihr Text steht noch im Feld und wird "
            "gespeichert, sobald es sie loslässt: oft eine Datensicherung oder der Virenwächter."
        )


class WriteRejected(WriteFailed):
    """One of the changes cannot be saved, whatever the disk does: a fault of the program."""

    def __init__(self) -> None:
        super().__init__(
            "Eine Eingabe lässt sich nicht speichern, alle anderen schon. Ihr Text steht noch im "
            "Feld; das Speichern wird wiederholt, und beim Beenden wird er beiseitegelegt."
        )


class FileVanished(WriteFailed):
    """The file was deleted, moved or replaced while the garden was open."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"Die Datei „{file}“ ist verschwunden oder wurde ausgetauscht, während der Garten "
            "offen war. Ihr Text steht noch im Feld. Bitte die Datei an ihren Ort zurücklegen und "
            "das Laufwerk prüfen."
        )


def write_error(error: Exception) -> WriteFailed:
    """Turn what SQLite or the system says while writing into one of the errors above."""
    if isinstance(error, WriteFailed):
        return error
    code, number, text = _said(error)
    if code == sqlite3.SQLITE_FULL or number in _FULL or "full" in text:
        return DiskFull()
    if code in _WRITE_REFUSED or number in _REFUSED or "readonly" in text:
        return WriteRefused()
    return FileBusy() if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) else DiskTrouble()


def open_error(file: Path, error: Exception) -> StoreError:
    """Turn what SQLite or the system says while opening into one of the errors above.

    Only what SQLite finds wrong with the file itself is called damage: nobody shall put a copy in
    the place of a good file because the disk was full or another program held it.
    """
    if isinstance(error, StoreError):
        return error
    code, _, _ = _said(error)
    if isinstance(error, OSError) or code in _PASSING:
        return OpenFailed(file)
    return DamagedFile(file)


def is_too_long(error: Exception, folder: Path) -> bool:
    """Whether a name was too long; of one in a folder Windows only says that it is not there."""
    if isinstance(error, FileNotFoundError):
        return folder.is_dir()
    return isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG


def unwritable(folder: Path, error: Exception) -> StoreError:
    """Why nothing could be made in a folder."""
    return FileHeld(folder) if is_held(error) else FolderUnwritable(folder)


def _why_no_copy(error: Exception) -> str:
    if is_held(error):
        return "ein anderes Programm, oft der Virenwächter, hält die Datei fest"
    code, _, _ = _said(error)
    if isinstance(error, StoreError) or code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return "der Garten oder die Sicherung ließ sich nicht lesen"
    match write_error(error):
        case DiskFull():
            return "der Datenträger ist voll"
        case WriteRefused():
            return "dort darf nicht geschrieben werden"
        case FileBusy():
            return "ein anderes Programm hält die Datei fest"
        case _:
            return "der Datenträger antwortet nicht wie erwartet"


def _said(error: Exception) -> tuple[int | None, int | None, str]:
    """SQLite's result code, the system's error number, the words of the driver.

    The text of SQLAlchemy's own error holds the statement and its values, and those may say
    anything: only what the driver said counts.
    """
    cause = getattr(error, "orig", None) or error
    code = getattr(cause, "sqlite_errorcode", None)
    number = cause.errno if isinstance(cause, OSError) else None
    return (None if code is None else code & 0xFF), number, str(cause).lower()
