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
    NUMBER = "{number:>3}  {line}"
    NO_NUMBER = "     {line}"
    PLACE = "{title} – {choice}"
    TEXT = "{indent}{text}"
    CHOICES = {
        "ganz": "wird gelöscht",
        "rolle": "bleibt, mit „{role}“ statt des Namens",
        "behalten": "bleibt, wie es ist: {why}",
    }
    OWN = "Eigene persönliche Antworten von {name} werden gelöscht."
    VOLUNTARY = (
        "Alle freiwilligen Angaben von {name} werden gelöscht, mit allen früheren Fassungen."
    )
    WITHDRAWN = "Die freiwilligen Angaben sind zurückgenommen."
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

    SCREEN_FOUND = (
        "Genannt in diesem Garten: {name}, in 1 Eintrag.",
        "Genannt in diesem Garten: {name}, in {count} Einträgen.",
    )

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


class EraseScreenWords:
    """The screen."""

    TITLE = "Alles über einen Menschen löschen"
    WHO = "Um wen geht es?"
    NOBODY = "In diesem Garten ist niemand genannt."
    ROLE = "Statt des Namens steht dann: {role}"
    ALSO = "Weitere Schreibweisen: {also}"
    NONE = "keine"
    NOW = "→ Jetzt löschen …"
    ROLE_TITLE = "Was soll statt des Namens in den Texten stehen?"
    ALSO_TITLE = "Weitere Schreibweisen oder Spitznamen, mit Kommas dazwischen"
    ENTER_KEYS = "Enter übernehmen · Esc zurück"
    WHY_TITLE = "Warum bleibt dieser Eintrag, wie er ist?"
    WHY_KEYS = "Enter übernehmen, leer heißt: ganz löschen · Esc zurück"
    NOTHING_TO_DECIDE = "Hier wird der Name durch die Rolle ersetzt; mehr gibt es nicht zu wählen."
    NOTHING = "Es gibt nichts zu löschen."
    READ_ONLY = (
        "Der Garten ist woanders geöffnet und hier nur zu lesen. Bitte dort schließen; es wurde "
        "nichts gelöscht."
    )
    SURE_TITLE = "Alles über {name} löschen?"
    SURE_KEYS = "Enter wählen · Esc zurück, nichts geschieht"
    NO = "Nein, nichts löschen"
    YES = "Ja, jetzt endgültig löschen"
    WAIT = "Der Garten und jede Sicherung werden neu geschrieben und geprüft: {percent} %"
    WAIT_HINT = "Der Garten ist solange geschlossen und öffnet sich gleich wieder."
    PROOF_TITLE = "Nachweis"
    PROOF_KEYS = "Enter wählen · Tab zum Text · Esc schließen"
    PROOF_FILE = "Nachweis-Loeschung-{day}.txt"
    PROOF_KEEP = "Nachweis aufbewahren: {file}"
    PROOF_CLOSE = "Schließen, ohne ihn aufzubewahren"
    PROOF_KEPT = "Der Nachweis liegt in: {file}"
    VOLUNTARY_TITLE = "Freiwillige Angaben zurücknehmen?"
    LEAF, LEAF_TEXT = "Löschen", "alles über diesen Menschen, mit Nachweis"
