"""German sentences of the documents that several of them share."""

from __future__ import annotations


class Asks:
    """What is asked before a document is made."""

    YEAR = "Welches Gartenjahr?"


class Outlets:
    """Every document as it is offered."""

    WORD = "Word (.docx), zum Weiterschreiben"
    PDF = "PDF, zum Verschicken und Drucken"
    HTML = "Webseite (.html), eine Datei"
    MARKDOWN = "Markdown (.md)"
    NOTHING = "noch nichts; dazu ist im Garten nichts notiert"
    EMPTY = "ohne Inhalt, weil dazu nichts notiert ist: {titles}"
    LEFT_OUT = "weggelassen: {titles}"


class Catalog:
    """Headings of what can leave the garden."""

    UPWARDS = "Für Leitung, Rat und Statistik"
    PARTNERS = "Für Partner und Gäste"
    HOUSE = "Für Vertretung und Auskunft"
    PAPER = "Auf Papier"
    PROGRAMS = "Für andere Programme"


class Reports:
    """The screen *Bericht*."""

    TITLE = "Bericht"
    FORMATS = "Das gibt es als:"


class Leaving:
    """The screen on which one thing is chosen, looked at and written."""

    TITLE = "Bericht › {title}"
    CHOOSE = "Wählen"
    PIECES = "Was hinein soll"
    WHERE = "Wohin"
    FORMAT = "Format"
    FOLDER = "Ordner"
    NAME = "Name"
    WRITE = " Jetzt schreiben"
    INSIDE = "Das steht drin"
    STAYS = "Das bleibt hier"
    PREVIEW = "So liest es sich"
    WHICH_FOLDER = "In welchen Ordner?"
    FOLDER_HINT = "Fehlt er, wird er angelegt. Enter: übernehmen · Esc: lassen, wie es war"
    WHICH_NAME = "Wie soll die Datei heißen?"
    NAME_HINT = "Die Endung kommt von selbst. Enter: übernehmen · Esc: lassen, wie es war"
    THERE = "„{name}“ gibt es dort schon. Ersetzen?"
    KEEP = "Nein, die vorhandene Datei behalten"
    REPLACE = "Ja, ersetzen"
    WRITING = "Wird geschrieben … Esc bricht ab."
    SHARE = "Wird geschrieben … {percent} % · Esc bricht ab."
    WRITTEN = "Geschrieben: {file}"
    STOPPED = "Abgebrochen; es wurde nichts geschrieben."


class Pick:
    """Small dialogs."""

    FILTER = "Tippen, um zu suchen"
    FREE = "nach „{text}“ suchen"
    KEYS = "Enter: wählen · Esc: lassen, wie es war"
    KEYS_FILTER = "Tippen filtert · Pfeile und Enter: wählen · Esc: lassen, wie es war"
