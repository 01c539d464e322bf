"""German sentences of erasing what is known of somebody.

Tone: plain and exact; what happens is said before it happens.
"""

from __future__ import annotations


class ErasingWords:
    """What is found, what is done, and the proof."""

    ROLE = "eine Ansprechperson"
    ADDRESSES = ("Frau", "Herr", "Herrn")
    NOT_THERE = "gerade nicht da; wird gelöscht, sobald Stick oder Laufwerk verbunden ist"

    # What is found

    FOUND = "Über {name} steht in diesem Garten:"
    NOTHING = (
        "Über „{name}“ steht in diesem Garten nichts. Bitte prüfen Sie die Schreibweise; mit "
        "--auch lassen sich weitere nennen."
    )
    NUMBER = "{number:>3}  {title} – {choice}"
    NO_NUMBER = "     {title} – {choice}"
    TEXT = "{indent}{text}"
    CHOICES = {
        "ganz": "wird gelöscht, mit allen früheren Fassungen",
        "rolle": "bleibt; statt des Namens steht dort „{role}“",
        "behalten": "bleibt, wie es ist: {why}",
    }
    OWN = "Eigene persönliche Antworten von {name} werden gelöscht."
    SPELLINGS = "Gesucht und ersetzt werden: {spellings}."
    COPIES = (
        "Neu geschrieben werden auch 1 Sicherung, die Suche und was beiseitegelegt wurde.",
        "Neu geschrieben werden auch {count} Sicherungen, die Suche und was beiseitegelegt wurde.",
    )
    NO_WAY_BACK = (
        "Danach holt nichts mehr den Text zurück: weder Rückgängig noch eine Sicherung. Was Sie "
        "ausgedruckt, verschickt oder anderswohin geschrieben haben, erreicht Gartenjahr nicht."
    )
    NOT_YET = "Es wurde nichts gelöscht. Mit --ja geschieht es."
    ASK = "Das alles jetzt löschen? (ja/nein) "
    LEFT_ALONE = "Es wurde nichts gelöscht."
    NO_SUCH_NUMBER = "Nummer {given} steht nicht in der Liste (1 bis {last})."
    NO_REASON = 'Wer etwas behält, nennt den Grund: --behalten "{given}=Vertrag bis 2030"'

    # What was interrupted

    NOTHING_PENDING = "Es ist nichts angefangen. Bitte sagen, um wen es geht: --ueber NAME"
    GOING_ON = "Eine angefangene Löschung wird fortgesetzt."

    # The proof

    PROOF = "Nachweis der Löschung vom {day}"
    DONE = "Gelöscht: {cards}. Name durch eine Rolle ersetzt: {places}."
    CARDS = ("1 Karte", "{count} Karten")
    PLACES = ("an 1 Stelle", "an {count} Stellen")
    FILES = "Neu geschrieben oder entfernt:"
    FILE = "- {file}"
    KEPT = "Behalten: {what}. Grund: {why}"
    LEFT = "Noch nicht gelöscht: {file} – {why}"
    LATER = "Gartenjahr löscht dort weiter, sobald es möglich ist: gartenjahr loeschen"
    TRACES = "Beim Durchsuchen aller Dateien des Gartens blieb gefunden:"
    TRACE = "- {file}: {count}"
    CLEAN = (
        "Danach wurden alle Dateien des Gartens Byte für Byte nach Namen, Anschriften und Nummern "
        "durchsucht: keine Fundstelle."
    )
