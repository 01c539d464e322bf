"""What can go wrong with the file, each in the German sentence the person reads.

Every message says what happened, that nothing is lost, and what to do.
"""

from __future__ import annotations

from pathlib import Path


class StoreError(Exception):
    """Base of all faults of the store; ``str()`` is one German sentence or two."""


class FolderUnwritable(StoreError):
    """The data folder cannot be made or written."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"In den Ordner „{folder}“ kann nicht geschrieben werden. Es wurde nichts verändert. "
            "Bitte einen anderen Ordner wählen: gartenjahr --daten ORDNER"
        )


class NotAWorkbook(StoreError):
    """The file is something else."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"Die Datei „{file}“ ist kein Gartenjahr-Arbeitsbuch; sie wurde nicht angerührt. "
            "Bitte einen anderen Ordner wählen (gartenjahr --daten ORDNER) oder die Datei beiseite "
            "legen."
        )


class NewerFile(StoreError):
    """The file was written by a newer version of the program."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"Das Arbeitsbuch „{file}“ stammt von einer neueren Programmfassung; es wurde nicht "
            "angerührt. Bitte Gartenjahr aktualisieren und dann erneut öffnen."
        )


class DamagedFile(StoreError):
    """The file is a workbook but cannot be read."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"Das Arbeitsbuch „{file}“ ist beschädigt und wurde nicht verändert. Bitte die Datei "
            "aufheben und eine Sicherungskopie an ihre Stelle legen."
        )


class GardenGone(StoreError):
    """A garden was here and its file is missing."""

    def __init__(self, file: Path, seen: str) -> None:
        super().__init__(
            f"Am {seen} lag hier ein Garten, jetzt fehlt die Datei „{file}“. Es wurde nichts neu "
            "angelegt. Bitte prüfen, ob Laufwerk oder Stick verbunden sind; wer wirklich neu "
            "beginnen möchte, startet mit: gartenjahr --trotzdem"
        )


class GardenOlder(StoreError):
    """The file is older than the one last worked with, or another garden."""

    def __init__(self, file: Path, seen: str) -> None:
        super().__init__(
            f"Das Arbeitsbuch „{file}“ ist nicht der Stand, mit dem hier am {seen} zuletzt "
            "gearbeitet wurde. Es wurde nichts verändert. Bitte die neuere Datei suchen; um mit "
            "dieser weiterzuarbeiten: gartenjahr --trotzdem"
        )


class GardenBusy(StoreError):
    """Another program is just making the garden."""

    def __init__(self, holder: object) -> None:
        super().__init__(
            f"Der Garten wird gerade von einem anderen Fenster angelegt ({holder or 'unbekannt'}). "
            "Bitte dort weiterarbeiten oder einen Augenblick später noch einmal starten."
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


def write_error(error: Exception) -> WriteFailed:
    """Turn what SQLite or the system says while writing into one of the errors above."""
    if isinstance(error, WriteFailed):
        return error
    text = str(error).lower()
    if "full" in text or "no space" in text or "too large" in text:
        return DiskFull()
    if "readonly" in text or "read-only" in text or "permission" in text or "unable to open" in text:
        return WriteRefused()
    return DiskTrouble()
