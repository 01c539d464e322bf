"""Every German sentence of what goes out of the garden, comes in, and is kept safe."""

from __future__ import annotations


class Backups:
    """Safe copies: the command ``sicherung``, and what is said of them elsewhere."""

    KINDS = {
        "sicherung": "täglich",
        "von-hand": "von Hand",
        "vor-umstellung": "vor einer Umstellung",
        "vor-zurueckholen": "vor dem Zurückholen",
    }
    OFFER = (
        "Die neueste gute Sicherung ist vom {day} („{name}“). So kommt sie zurück{aside}:\n"
        "  gartenjahr {there}sicherung zurueckholen {number}"
    )
    OFFER_ASIDE = "; was jetzt da liegt, wird dabei beiseitegelegt"
    NO_GARDEN = "Hier gibt es noch keinen Garten, also auch nichts zu sichern: „{folder}“."
    NO_COPIES = "Es gibt noch keine Sicherung. Eine anlegen: gartenjahr sicherung anlegen"
    UNKNOWN = (
        "„{given}“ kennt der Befehl „sicherung“ nicht. Es gibt: anlegen, liste, zurueckholen, ort."
    )
    WHICH = (
        "Bitte sagen, welche Sicherung: gartenjahr sicherung zurueckholen NAME oder NUMMER, wie "
        "sie in der Liste stehen (gartenjahr sicherung liste)."
    )
    NOT_THERE = (
        "Die Sicherung „{given}“ gibt es nicht. Es wurde nichts verändert. Welche es gibt, zeigt: "
        "gartenjahr sicherung liste"
    )
    MAKING = "Die Sicherung wird angelegt …"
    MADE = "Gesichert und geprüft: {file}"
    RETURNING = "Die Sicherung vom {day} wird zurückgeholt …"
    RETURNED = "Zurückgeholt: Der Garten ist wieder auf dem Stand vom {day}."
    RETURNED_FILE = "Zurückgeholt: Der Garten ist wieder auf dem Stand von „{name}“."
    KEPT = "Der Stand von vorhin liegt als Sicherung bereit: {file}"
    ASIDE = "Die Datei, die sich nicht lesen ließ, liegt unverändert hier: {file}"
    SHARE = "… {percent} %"
    DAY = "%d.%m.%Y, %H:%M Uhr"
    LINE = "{number:>3}  {day}  {size:>9}  {kind}"
    WHERE = "     {file}"
    SOUND = "in Ordnung"
    DAMAGED = "beschädigt"
    MEGABYTES = "{size} MB"
    TOTAL = (
        "Eine Sicherung, {size}.",
        "{count} Sicherungen, zusammen {size}.",
    )
    HOME = "Ort: {folder}"
    PLACE = "Zweiter Ort: {folder}"
    PLACE_MISSING = "Zweiter Ort: {folder} (gerade nicht da)"
    NO_PLACE = "Ein zweiter Ort ist nicht gewählt (gartenjahr sicherung ort ORDNER)."
    PLACE_SET = "Sicherungen kommen von jetzt an auch hierhin: {folder}"
    PLACE_REMOVED = "Sicherungen bleiben von jetzt an nur neben dem Garten: {folder}"
    PLACE_SAME = (
        "„{folder}“ ist schon der erste Ort. Als zweiter hilft nur ein anderer, etwa ein Stick "
        "oder ein Netzlaufwerk."
    )
    PLACE_GONE = (
        "Den Ordner „{folder}“ gibt es nicht. Bitte Stick oder Laufwerk verbinden oder den Ordner "
        "anlegen und es dann noch einmal versuchen."
    )
    NONE_WORD = "keiner"

    CHECK = "Sicherungen"
    CHECK_NONE = "Es gibt noch keine; die erste entsteht von selbst, sobald etwas im Garten steht."
    CHECK_DAMAGED = (
        "Eine ist beschädigt: {names}. Bitte eine neue anlegen (gartenjahr sicherung anlegen) und "
        "den Datenträger prüfen.",
        "{count} sind beschädigt: {names}. Bitte eine neue anlegen (gartenjahr sicherung anlegen) "
        "und den Datenträger prüfen.",
    )
    CHECK_NEWEST = (
        "eine, in Ordnung, vom {day}",
        "{count}, alle in Ordnung, die neueste vom {day}",
    )


class Files:
    """Writing files."""

    EXISTS = (
        "„{file}“ gibt es schon; die Datei wurde nicht angerührt. Bitte einen anderen Namen nehmen "
        "oder sie ersetzen lassen: --ueberschreiben"
    )
    IS_FOLDER = "„{file}“ ist ein Ordner. Bitte den Namen einer Datei darin angeben."
    NO_FOLDER = (
        "Der Ordner „{folder}“ lässt sich nicht anlegen. Ihr Garten ist davon unberührt. Bitte "
        "einen anderen Ort wählen."
    )
    NO_PARENT = (
        "Den Ordner „{folder}“ gibt es nicht; es wurde nichts geschrieben. Bitte den Ort prüfen, "
        "etwa ob der Stick steckt."
    )
    FULL = (
        "„{file}“ ließ sich nicht schreiben: Der Datenträger ist voll. Ihr Garten ist davon "
        "unberührt. Bitte Platz schaffen oder einen anderen Ort wählen."
    )
    REFUSED = (
        "„{file}“ ließ sich nicht schreiben. Ihr Garten ist davon unberührt. Bitte prüfen, ob die "
        "Datei noch in einem anderen Programm offen ist und ob dort geschrieben werden darf, oder "
        "einen anderen Ort wählen."
    )
    NO_GARDEN = (
        "Hier gibt es noch keinen Garten, also auch nichts zu schreiben: „{folder}“. Es wurde "
        "nichts angelegt."
    )
    ENDING = "Der Name der Datei soll auf {ending} enden, zum Beispiel: gartenjahr {example}"

    INSIDE = "Das steht drin: {what}."
    STAYS = "Das bleibt hier: {what}."
    NOTHING = "noch nichts, der Garten ist leer"
    WRITTEN = "Geschrieben: {file}"
    COUNTED = "{name} ({count})"


class Tables:
    """Tables for Excel and others."""

    TITLES = {"verlaeufe": "Verläufe", "antworten": "Antworten", "zahlen": "Zahlen"}
    HISTORY_COLUMNS = ("Art", "Name", "Verlauf", "Am", "Stand", "Dazu")
    ANSWER_COLUMNS = ("Gartenjahr", "Schritt", "Frage", "Person", "Stand", "Antwort")
    FIGURE_COLUMNS = ("Gartenjahr", "Was gezählt wird", "Wovon", "Anzahl")
    CREATED = "Angelegt am"
    CHANGED = "Zuletzt geändert am"
    SINCE = "{label}: seit"
    COUNT = "{label}: Einträge"
    SCALE = "{label} (1 {low} – 5 {high})"
    UNIT = "{label} ({unit})"
    JOIN = " · "
    FORMER = "Frühere Fassung des Leitfadens"
    CUT = " … (gekürzt; ganz steht es im Arbeitsbuch)"
    SHEET = "Blatt"

    STAYS = (
        "vertrauliche und persönliche Angaben (mit --vertrauliche kommen sie mit), gelöschte "
        "Karten und frühere Fassungen"
    )
    STAYS_LITTLE = "gelöschte Karten und frühere Fassungen"
    CONFIDENTIAL = (
        "Vertrauliches ist dabei: Bitte geben Sie die Datei nur an Menschen, die es angeht."
    )
    WERE_CUT = "Sehr lange Texte sind gekürzt; in eine Zelle passen 32.000 Zeichen."
    NO_KIND = "Eine Tabelle „{given}“ gibt es nicht. Es gibt: {known}."
    ALL_CONFIDENTIAL = (
        "„{given}“ ist vertraulich und bleibt hier; es wurde nichts geschrieben. Mit "
        "--vertrauliche kommt es mit."
    )
    ONE_CSV = (
        "In eine CSV-Datei passt nur eine Tabelle. Bitte mit --art sagen, welche, oder einen "
        "Ordner oder eine Datei mit der Endung .xlsx angeben."
    )
    OTHER_ENDING = (
        "Dateien mit der Endung {ending} schreibt Gartenjahr nicht. Bitte .xlsx nehmen; das öffnen "
        "Excel und LibreOffice."
    )
    NO_YEAR = "Das Gartenjahr {year} gibt es in diesem Garten nicht. Es gibt: {known}."


class Kumu:
    """The map of the network."""

    ELEMENTS_FILE = "kumu-elemente.csv"
    CONNECTIONS_FILE = "kumu-verbindungen.csv"
    LIBRARY = "Bibliothek"
    PARTNER = "Partner"
    ALLIANCE = "Bündnis"
    PARTNERSHIP = "Kooperation"
    ORGANISATION = "Organisation"
    CONTACT = "Ansprechperson"
    KNOWS = "kennt"
    TAKES_PART = "ist beteiligt"
    MEMBER = "macht mit"
    SPEAKS_FOR = "arbeitet bei"
    ENDED = "beendet"

    INSIDE = "{kinds}, dazu Verbindungen ({connections}) und worum es jeweils geht"
    STAYS = "Menschen (mit --personen kommen die Ansprechpersonen mit), Vertrauliches und Notizen"
    STAYS_LITTLE = "Vertrauliches und alle Notizen"
    PERSONS = (
        "Namen von Menschen sind dabei: Bitte laden Sie die Karte nur hoch, wenn diese damit "
        "einverstanden sind."
    )


class Calendar:
    """The calendar file."""

    TITLE = "Gartenjahr"
    NAME = "Gartenjahr – {library}"
    SUMMARY = "{what}: {name}"
    CHECK_IN = "Check-in"
    CHECK_IN_ABOUT = "Ein Blick auf jede Kooperation, etwa zehn Minuten."
    MILESTONE = "Meilenstein"
    REACHED = "{summary} (erreicht)"
    TASK = "Aufgabe"
    AGREEMENT = "Absprache endet"
    EVALUATION = "Auswertung"
    NEXT_LEVEL = "Nächste Ebene"
    END = "Kooperation endet"
    STEP = "Nächster Schritt"
    MEETING = "Bündnistreffen"
    FEAST = "Erntefest"
    FEAST_TASK = "Fest vorbereiten"
    MOVED = "Eigentlich am {day} ({why})."
    WEEKEND = ("Samstag", "Sonntag")

    STATES = {
        "BW": "Baden-Württemberg",
        "BY": "Bayern",
        "BE": "Berlin",
        "BB": "Brandenburg",
        "HB": "Bremen",
        "HH": "Hamburg",
        "HE": "Hessen",
        "MV": "Mecklenburg-Vorpommern",
        "NI": "Niedersachsen",
        "NW": "Nordrhein-Westfalen",
        "RP": "Rheinland-Pfalz",
        "SL": "Saarland",
        "SN": "Sachsen",
        "ST": "Sachsen-Anhalt",
        "SH": "Schleswig-Holstein",
        "TH": "Thüringen",
    }

    STAYS = (
        "Notizen, wer eine Aufgabe übernommen hat, und Vertrauliches; auch die Ruhezeit, denn sie "
        "hat keinen Tag"
    )
    MOVED_COUNT = (
        "Ein Termin ist vom Wochenende oder Feiertag weggerückt; der eigentliche Tag steht dabei.",
        "{count} Termine sind vom Wochenende oder Feiertag weggerückt; der eigentliche Tag steht "
        "dabei.",
    )
    NO_STATE = "Das Bundesland „{given}“ gibt es nicht. Es gibt: {known}."


class Contacts:
    """The address book."""

    INSIDE = (
        "{what}, mit Name, Organisation, Funktion, Telefon, E-Mail, Anschrift und Website, soweit "
        "eingetragen"
    )
    STAYS = "Notizen, Einschätzungen, Verläufe und woher die Angaben stammen"


class Archive:
    """The whole archive: the command ``archiv``."""

    ALL = (
        "In das Archiv kommt Ihr ganzer Garten, auch alles Vertrauliche und Persönliche, "
        "Gelöschtes und frühere Fassungen. Bitte bewahren Sie die Datei auf wie ein Tagebuch; "
        "lesen kann sie nur, wer an diesem Rechner mit Ihrem Namen angemeldet ist, aber jeder "
        "Mensch, dem Sie sie geben."
    )
    GATHERING = "Der Garten wird gelesen …"
    WRITING = "Das Archiv wird geschrieben …"
    CHECKING = "Das Archiv wird gelesen und geprüft …"
    TAKING = "Der Garten wird angelegt …"
    SHARE = "… {percent} %"
    WRITTEN = "Geschrieben: {file} ({size} MB; {counts})"
    TAKEN = "Der ganze Garten ist da: {folder} ({counts})"
    NAMES = {"jahre": "Gartenjahre", "antworten": "Antworten", "karten": "Karten"}

    USAGE = (
        "So geht es: gartenjahr archiv schreiben DATEI oder gartenjahr archiv lesen DATEI "
        "--daten ORDNER"
    )
    UNKNOWN_WORD = "„{given}“ kennt der Befehl „archiv“ nicht. Es gibt: schreiben, lesen."

    NOT_EMPTY = (
        "In „{folder}“ liegt schon ein Garten mit Einträgen; er wurde nicht angerührt. Ein Archiv "
        "wird nur in einen leeren Garten gelesen. Bitte mit --daten einen neuen Ordner angeben."
    )
    FULL = (
        "Der Datenträger ist voll; in „{folder}“ wurde nichts verändert. Bitte Platz schaffen oder "
        "einen anderen Ordner wählen."
    )
    REFUSED = (
        "In „{folder}“ ließ sich nicht schreiben; es wurde nichts verändert. Bitte Schreibrechte "
        "und Laufwerk prüfen oder einen anderen Ordner wählen."
    )
    MISSING_FILE = "Die Datei „{file}“ gibt es nicht. Es wurde nichts verändert."
    NO_FILE = "„{file}“ ist keine Datei, die sich lesen lässt. Es wurde nichts verändert."
    UNREADABLE = (
        "Die Datei „{file}“ lässt sich nicht lesen. Es wurde nichts verändert. Bitte Leserechte "
        "und Laufwerk prüfen."
    )
    TOO_LARGE = (
        "„{file}“ ist viel größer, als ein Garten je wird (über 500 MB), und wurde nicht gelesen. "
        "Bitte prüfen, ob es die richtige Datei ist."
    )
    FOREIGN = (
        "„{file}“ ist kein Archiv von Gartenjahr. Es wurde nichts verändert. Bitte prüfen, ob es "
        "die richtige Datei ist."
    )
    NEWER = (
        "„{file}“ stammt von einer neueren Fassung von Gartenjahr. Es wurde nichts verändert. "
        "Bitte Gartenjahr aktualisieren."
    )
    DAMAGED = (
        "„{file}“ ist in Zeile {line} beschädigt oder abgeschnitten und wurde nicht übernommen. "
        "Bitte eine andere Kopie der Datei nehmen."
    )
    DAMAGED_SOMEWHERE = (
        "„{file}“ ist beschädigt und wurde nicht übernommen. Bitte eine andere Kopie der Datei "
        "nehmen."
    )
    TOO_DEEP = (
        "„{file}“ ist so verschachtelt, wie es kein Garten ist, und wurde nicht übernommen. Bitte "
        "eine andere Kopie der Datei nehmen."
    )
    UNFIT = "„{file}“ wurde nicht übernommen: {why} Bitte eine andere Kopie der Datei nehmen."

    WHOLE = "ganz oben"
    AT = "An der Stelle „{place}“ {why}."
    NUMBER = "{place}, Nummer {number}"
    MISSING = "fehlt „{name}“"
    UNKNOWN = "steht „{name}“, was diese Fassung nicht kennt"
    EMPTY = "steht nichts"
    NO_OBJECT = "soll ein Eintrag in geschweiften Klammern stehen"
    NO_LIST = "soll eine Liste in eckigen Klammern stehen"
    NO_ID = "soll eine Kennung stehen (32 Zeichen aus 0–9 und a–f)"
    NO_TEXT = "soll Text stehen"
    NO_COUNT = "soll eine ganze Zahl stehen"
    NO_YEAR = "soll eine Jahreszahl stehen"
    NO_MONTH = "soll ein Monat stehen, 1 bis 12"
    DEEP = "ist mehr verschachtelt, als es ein Garten ist"
    NO_FLAG = "soll „true“ oder „false“ stehen"
    NO_DAY = "soll ein Tag stehen, zum Beispiel „2026-05-01“"
    NO_INSTANT = "soll ein Zeitpunkt stehen, zum Beispiel „2026-05-01T09:30:00Z“"
    LOOSE = "steht eine Kennung, die es in dieser Datei nicht gibt"
    TWICE = "steht etwas, das es nur einmal geben kann, zum zweiten Mal"
    AHEAD = "steht eine größere Zahl als im Garten selbst"
    CHECKSUM = (
        "Die Prüfsumme stimmt nicht, also hat sich unterwegs etwas verändert. Wer die Datei mit "
        "Absicht geändert hat, nimmt die Zeile „pruefsumme“ heraus."
    )
