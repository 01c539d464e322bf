"""German sentences of the documents that several of them share."""

from __future__ import annotations

from collections.abc import Sequence


class AsksWords:
    """What is asked before a document is made."""

    YEAR = "Welches Gartenjahr?"


class DocumentOutletsWords:
    """Every document as it is offered."""

    WORD = "Word (.docx), zum Weiterschreiben"
    ODT = "LibreOffice (.odt), zum Weiterschreiben"
    PDF = "PDF, zum Verschicken, Drucken und Aufbewahren"
    HTML = "Webseite (.html), eine Datei"
    MARKDOWN = "Markdown (.md)"
    EACH = "Ordner: jeder Brief einzeln (Word und PDF), mit Adressliste für Serienbriefe"
    NOTHING = "noch nichts; dazu ist im Garten nichts notiert"
    EMPTY = "ohne Inhalt, weil dazu nichts notiert ist: {titles}"
    LEFT_OUT = "weggelassen: {titles}"


class PlacesWords:
    """Places in a document that only a person can fill."""

    MOST_NAMED = 10
    MORE = "und {count} mehr"
    TO_FILL = ("Noch auszufüllen: 1 Stelle", "Noch auszufüllen: {count} Stellen")
    HEADING = "Zum Ausfüllen"
    BESIDE = "Freiwillig"
    MISSING = "Es fehlt im Briefkopf:"
    ENTER_HINT = (
        "Kommt ins Dokument, und wo es eine Karte betrifft, auch dorthin. Leer bleibt eine Linie. "
        "Enter: übernehmen · Esc: lassen, wie es war"
    )
    OPEN = "noch offen"
    LEAVE = "offen lassen"
    ASK = "Im PDF lässt sich das nur noch von Hand ausfüllen."
    FILL = "Erst ausfüllen"
    AS_IT_IS = "So schreiben, mit Linien zum Ausfüllen von Hand"
    HOW = 'Eintragen: --eintragen "{label}=…", auch mehrmals.'
    NO_PAIR = (
        "„{given}“ lässt sich nicht eintragen; es wurde nichts geschrieben. So geht es: "
        '--eintragen "Stelle=Text".'
    )
    NO_PLACE = (
        "Eine Stelle „{given}“ gibt es hier nicht; es wurde nichts geschrieben. Es gibt: {known}."
    )
    NO_PLACES = "keine"

    @classmethod
    def to_fill(cls, labels: Sequence[str]) -> str:
        """How many places are open, and which; empty for none."""
        if not labels:
            return ""
        one, many = cls.TO_FILL
        said = one if len(labels) == 1 else many.format(count=len(labels))
        rest = len(labels) - cls.MOST_NAMED
        named = [*labels[: cls.MOST_NAMED], *([cls.MORE.format(count=rest)] if rest > 0 else [])]
        return f"{said} ({'; '.join(named)})"


class ToldWords:
    """What stays here of every garden that is told."""

    STAYS = "vertrauliche und persönliche Angaben: {what}; auch, was davon übernommen wurde"
    KEPT = {
        "partner": "Stereotype und Einschätzungen des Vertrauens",
        "partnership": "Einschätzungen des Vertrauens in Kooperationen",
        "encouragement": "Zuspruch",
        "checkup": "Vertrauliches aus Check-ins",
    }
    PERSONAL = "persönliche Antworten"
    CRITICISM = "Kritik"
    OTHERS = "persönliche Antworten anderer"
    GONE = "gelöschte Karten und frühere Fassungen"


class CatalogWords:
    """Headings of what can leave the garden."""

    UPWARDS = "Für Leitung, Rat und Statistik"
    PARTNERS = "Für Partner und Gäste"
    HOUSE = "Für Vertretung und Auskunft"
    PAPER = "Auf Papier"
    PROGRAMS = "Für andere Programme"


class ReportsWords:
    """The screen *Bericht*."""

    TITLE = "Bericht"
    FORMATS = "Das gibt es als:"


class DocumentLeavingWords:
    """The screen on which one thing is chosen, looked at and written."""

    TITLE = "Bericht › {title}"
    CHOOSE = "Wählen"
    PIECES = "Inhalt"
    WHERE = "Wohin"
    FORMAT = "Format"
    FOLDER = "Ordner"
    NAME = "Name"
    WRITE = " Jetzt schreiben"
    INSIDE = "Das steht drin"
    STAYS = "Das bleibt hier"
    PREVIEW = "Vorschau"
    WHICH_FOLDER = "In welchen Ordner?"
    IN_CLOUD = "{folder} (liegt in {cloud}, kommt also in die Cloud)"
    FOLDER_HINT = "Fehlt er, wird er angelegt. Enter: übernehmen · Esc: lassen, wie es war"
    WHICH_NAME = "Wie soll die Datei heißen?"
    NAME_HINT = "Die Endung kommt von selbst. Enter: übernehmen · Esc: lassen, wie es war"
    THERE = "„{name}“ gibt es dort schon. Ersetzen?"
    THERE_FOLDER = "Im Ordner „{name}“ liegt schon etwas. Gleichnamige Dateien darin ersetzen?"
    KEEP = "Nein, die vorhandene Datei behalten"
    KEEP_FOLDER = "Nein, alles lassen, wie es ist"
    REPLACE = "Ja, ersetzen"
    WRITING = "Wird geschrieben … Esc bricht ab."
    SHARE = "Wird geschrieben … {percent} % · Esc bricht ab."
    WRITTEN = "Geschrieben: {file}"
    GATHERING = "Wird zusammengestellt …"
    SOON = "Wird noch zusammengestellt und dann gleich geschrieben … Esc bricht ab."
    ONE_FORMAT = "Das gibt es nur in diesem einen Format."
    STOPPED = "Abgebrochen; es wurde nichts geschrieben."


class PickWords:
    """Small dialogs."""

    FILTER = "Tippen, um zu suchen"
    FREE = "nach „{text}“ suchen"
    KEYS = "Enter: wählen · Esc: lassen, wie es war"
    KEYS_FILTER = "Tippen filtert · Pfeile und Enter: wählen · Esc: lassen, wie es war"
    NOTHING = "Dazu gibt es nichts. Bitte ändern, was Sie getippt haben · Esc: lassen, wie es war"
    MORE = "… und {count} weitere; tippen Sie ein Wort daraus"
