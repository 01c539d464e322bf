"""Every German sentence of what goes out of the garden, comes in, and is kept safe."""

from __future__ import annotations


class BackupsWords:
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
    RETURNED = "Zurückgeholt: Der Garten ist wieder so wie am {day}."
    RETURNED_FILE = "Zurückgeholt: Der Garten ist wieder so wie in „{name}“."
    KEPT = "Was vorhin im Garten stand, liegt als Sicherung bereit: {file}"
    ASIDE = "Die Datei, die sich nicht lesen ließ, liegt unverändert hier: {file}"
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


class DamageWords:
    """Entries in which something else stands than what was written."""

    TITLE = "Beschädigte Einträge"
    START = (
        "Ein Eintrag ist beschädigt: Dort steht etwas anderes, als gespeichert wurde. Nichts wird "
        "ungefragt geändert. Bitte im Menü (F10) „Beschädigte Einträge“ ansehen.",
        "{count} Einträge sind beschädigt: Dort steht etwas anderes, als gespeichert wurde. Nichts "
        "wird ungefragt geändert. Bitte im Menü (F10) „Beschädigte Einträge“ ansehen.",
    )
    ABOUT = (
        "Der Datenträger hat hier etwas verändert; es steht nicht mehr da, was gespeichert wurde. "
        "Was Sie nicht wählen, geht nicht verloren: Es bleibt als frühere Fassung oder in einer "
        "Sicherung."
    )
    NONE = "Alle Einträge stehen so da, wie sie gespeichert wurden."
    KEYS = "Enter  die gute Fassung nehmen    k  so lassen, wie es dasteht    Esc  später"
    LEGEND = "− steht jetzt da    + stand da, als es gespeichert wurde"
    LOOKING = "Die gute Fassung wird gesucht …"
    FROM_COPY = "Gut: Sicherung vom {day}"
    FROM_VERSION = "Gut: frühere Fassung vom {day}"
    NO_GOOD = (
        "Weder in den früheren Fassungen noch in den Sicherungen ist der Eintrag heil. Was noch "
        "dasteht:"
    )
    SAME = "Der Text selbst ist heil; beschädigt sind nur Angaben daneben."
    HIDDEN = "Den Text sieht nur {voice}. Bitte dort entscheiden („Wer schreibt?“ im Menü)."
    TAKEN = "Übernommen: {name}. Was dastand, bleibt aufbewahrt."
    KEPT = "So gelassen: {name}."
    NOTHING_TO_TAKE = "Hier gibt es keine gute Fassung. Mit k lassen Sie den Eintrag, wie er ist."
    DAY = "%d.%m.%Y, %H:%M Uhr"

    WHOSE = "{name}, von {voice}"
    VERSION = "Frühere Fassung: {name}"
    NAMES = {
        "garden": "Angaben zum Garten",
        "garden_year": "Ein Gartenjahr",
        "voice": "Eine Person",
        "setting": "Etwas, das sich das Arbeitsbuch gemerkt hat",
        "change": "Eine Zeile in „Was wurde geändert?“",
        "answer": "Eine Antwort",
        "answer_version": "Frühere Fassung einer Antwort",
        "card": "Eine Karte",
        "card_version": "Frühere Fassung einer Karte",
    }
    LABELS = {
        "library": "Bibliothek",
        "start_month": "Erster Monat",
        "name": "Name",
        "number": "Jahr",
        "starts_on": "Beginn",
        "value": "Inhalt",
        "action": "Was",
        "changed_at": "Zeitpunkt",
    }
    PART = "{label}: {text}"

    CHECK = "Prüfsummen der Einträge"
    CHECK_WRONG = (
        "In einem Eintrag steht etwas anderes, als gespeichert wurde: {names}. Bitte im "
        "Arbeitsbuch unter F10, „Beschädigte Einträge“, entscheiden, was gelten soll.",
        "In {count} Einträgen steht etwas anderes, als gespeichert wurde: {names}. Bitte im "
        "Arbeitsbuch unter F10, „Beschädigte Einträge“, entscheiden, was gelten soll.",
    )
    ARCHIVE = (
        "Ein Eintrag ist beschädigt; er kommt ins Archiv, wie er dasteht.",
        "{count} Einträge sind beschädigt; sie kommen ins Archiv, wie sie dastehen.",
    )

    LINEAR_ASK = "g: die gute Fassung nehmen. k: so lassen. Leere Zeile: später."
    LINEAR_ASK_NO_GOOD = "k: so lassen. Leere Zeile: später."
    LINEAR_PRESENT = "Jetzt steht da:"
    LINEAR_START = (
        "Ein Eintrag ist beschädigt: Dort steht etwas anderes, als gespeichert wurde.",
        "{count} Einträge sind beschädigt: Dort steht etwas anderes, als gespeichert wurde.",
    )
    LINEAR_LATER = "Zum Nachsehen: „beschädigte“ schreiben."


class CopiesWords:
    """The screen „Sicherungen“, and what the program asks when the workbook is damaged."""

    TITLE = "Sicherungen"
    LINE = "{sign}{day}  {size:>8}  {kind:<20}  {where}"
    DAY = "%d.%m.%Y, %H:%M"
    BAD = "!"
    HERE = "beim Garten"
    ELSEWHERE = "zweiter Ort"
    SOUND = "{where}, in Ordnung"
    DAMAGED = "{where}, beschädigt"
    HOME = "Ort: {folder}"
    LOOKING = "Die Sicherungen werden gesucht …"
    EMPTY = (
        "Es gibt noch keine Sicherung. Einmal am Tag entsteht eine von selbst; mit n legen Sie "
        "jetzt eine an."
    )
    FILE = "Datei: {file}"
    PLACE_NONE = (
        "Zweiter Ort: keiner. Fällt die Platte aus, hilft nur eine Sicherung anderswo (Taste o)."
    )
    PLACE_ASKED = "Zweiter Ort (wird gerade gesucht): {folder}"
    PLACE_MISSING = "Zweiter Ort (gerade nicht da, bitte Stick oder Laufwerk verbinden): {folder}"

    WORKING = "{what} {percent} %   Esc bricht ab"
    CHECKING = ("Die Sicherung wird geprüft …", "{count} Sicherungen werden geprüft …")
    CHECKED = (
        "Eine Sicherung geprüft: Sie ist in Ordnung.",
        "{count} Sicherungen geprüft: Alle sind in Ordnung.",
    )
    FOUND_DAMAGED = (
        "Eine Sicherung ist beschädigt (!). Bitte mit n eine neue anlegen und den Datenträger "
        "prüfen.",
        "{count} Sicherungen sind beschädigt (!). Bitte mit n eine neue anlegen und den "
        "Datenträger prüfen.",
    )
    STOPPED = "Abgebrochen. Es bleibt keine unvollständige Sicherung zurück."
    BUSY = "Hier läuft noch etwas. Bitte kurz warten oder mit Esc abbrechen."

    RETURN_TITLE = "Diese Sicherung zurückholen?"
    RETURN_TEXT = (
        "Der Garten steht dann wieder so da wie am {day}. Alles Spätere ist darin nicht mehr zu "
        "sehen, geht aber nicht verloren: Zuerst wird gesichert, was jetzt da ist, und es lässt "
        "sich genauso zurückholen. Für einen Augenblick wird der Garten geschlossen und danach "
        "wieder geöffnet."
    )
    RETURN_NO = "nein, alles lassen, wie es ist"
    RETURN_YES = "ja, die Sicherung vom {day} zurückholen"
    RETURN_KEYS = "Enter  auswählen    Esc  alles lassen, wie es ist"
    NOT_SAVED = "Es wird nichts zurückgeholt, solange das Letzte nicht gespeichert ist: {problem}"
    READ_ONLY = (
        "Hier können Sie nur lesen. Zurückholen geht in dem Fenster, in dem der Garten zuerst "
        "geöffnet wurde."
    )
    WAIT = "{what} {percent} %"
    WAIT_KEYS = "Esc  abbrechen; dann bleibt alles, wie es ist"
    WAIT_STOPPING = "Wird abgebrochen …"
    RETURN_STOPPED = "Abgebrochen. Der Garten ist, wie er war."
    NO_ANSWER = (
        "Die Sicherung „{file}“ lässt sich gerade nicht lesen, das Laufwerk antwortet nicht. Am "
        "Garten wurde nichts verändert."
    )

    PLACE_TITLE = "Zweiter Ort für Sicherungen"
    PLACE_TEXT = (
        "Jede Sicherung kommt auch in diesen Ordner, am besten auf einem Stick oder einem "
        "Netzlaufwerk. Ein leeres Feld heißt: kein zweiter Ort."
    )
    PLACE_EXAMPLE = "Ordner, zum Beispiel auf einem Stick"
    PLACE_KEYS = "Enter  übernehmen    Esc  alles lassen, wie es ist"

    ASK = "Die neueste gute Sicherung ist vom {day}.{aside}\nJetzt zurückholen? (ja/nein) "
    ASK_ASIDE = " Was jetzt da liegt, wird nicht überschrieben, sondern beiseitegelegt."
    ASK_AGAIN = "Bitte „ja“ oder „nein“ schreiben. "
    LEFT = "Es wurde nichts verändert."


class FilesWords:
    """Writing files."""

    EXISTS = (
        "„{file}“ gibt es schon; die Datei wurde nicht angerührt. Bitte einen anderen Namen nehmen "
        "oder sie ersetzen lassen: --ueberschreiben"
    )
    IS_FOLDER = (
        "„{file}“ ist ein Ordner; es wurde nichts geschrieben. Bitte den Namen einer Datei darin "
        "angeben."
    )
    NO_FOLDER = (
        "Der Ordner „{folder}“ lässt sich nicht anlegen. Ihr Garten ist davon unberührt. Bitte "
        "einen anderen Ort wählen."
    )
    NO_PARENT = (
        "Den Ordner „{folder}“ gibt es nicht; es wurde nichts geschrieben. Bitte den Ort prüfen, "
        "etwa ob der Stick steckt."
    )
    TOO_LONG = (
        "Der Name „{file}“ ist zu lang; es wurde nichts geschrieben. Bitte einen kürzeren Namen "
        "nehmen oder einen Ordner mit kürzerem Weg."
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

    INSIDE = "Das steht drin"
    STAYS = "Das bleibt hier"
    NOTHING = "noch nichts, der Garten ist leer"
    WRITTEN = "Geschrieben: {file}"
    SHARE = "… {percent} %"
    MORE = "…"
    COUNTED = "{name} ({count})"


class TablesWords:
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
    PRINTED = "&L&A&RSeite &P von &N"
    """How Excel says the name of the sheet and the page."""
    CUT = " … (gekürzt; ganz steht es im Garten)"
    SHEET = "Blatt"

    CONFIDENTIAL = (
        "Vertrauliches ist dabei: Bitte geben Sie die Datei nur an Menschen, die es angeht."
    )
    WERE_CUT = "Sehr lange Texte sind gekürzt; in eine Zelle passen 32.000 Zeichen."
    ALL_CONFIDENTIAL = (
        "„{given}“ ist vertraulich und bleibt hier; es wurde nichts geschrieben. Es "
        "kommt mit, wenn Sie Vertrauliches einschließen (in Befehlen: --vertrauliche)."
    )


class KumuWords:
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
    ENDED = "in Freundschaft beendet"

    CONNECTIONS = (
        "Verbindungen ({count}); überall Art oder Themenfeld und worum es geht, bei Kooperationen "
        "auch Kooperationsstand und Wachstum"
    )
    STAYS = "Menschen (Ansprechpersonen kommen nur auf Wunsch mit) und Notizen"
    STAYS_LITTLE = "alle Notizen"
    PERSONS = (
        "Namen von Menschen sind dabei: Bitte laden Sie die Netzwerkkarte nur hoch, wenn diese "
        "damit einverstanden sind."
    )


class CalendarWords:
    """The calendar file."""

    TITLE = "Gartenjahr"
    NAME = "Gartenjahr – {library}"
    SUMMARY = "{what}: {name}"
    CHECK_IN = "Check-in"
    CHECK_IN_ABOUT = "Ein Blick auf jede Kooperation, etwa zehn Minuten."
    REST = "Ruhezeit"
    REST_ABOUT = (
        "Der Garten ruht: Abstände dürfen größer sein, Raum ist für Rückblick und Erholung."
    )
    MILESTONE = "Meilenstein"
    REACHED = "{summary} (erreicht)"
    GONE = "{what}: entfällt oder ist erledigt"
    TASK = "Aufgabe"
    AGREEMENT = "Absprache endet"
    EVALUATION = "Auswertung"
    NEXT_LEVEL = "Nächste Ebene"
    END = "Kooperation endet"
    STEP = "Nächster Schritt"
    MEETING = "Bündnistreffen"
    FEAST = "Erntefest"
    FEAST_TASK = "Fest vorbereiten"
    HARVEST_HOUR = "Erntestunde"
    KNOCK = "Einmal wieder anklopfen"
    RECURRING = "Wiederkehrendes"
    ENCOUNTER = "Begegnung"
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

    REMINDERS = {
        "": "nein",
        "0": "am Tag selbst",
        "1": "einen Tag vorher",
        "7": "eine Woche vorher",
        "14": "zwei Wochen vorher",
    }
    NO_DAY = (
        "Dafür steht noch kein Tag fest, oder er liegt schon länger zurück. Tragen Sie auf der "
        "Karte ein, wann es ist; dann gibt es den Termin auch als Datei."
    )
    NOT_KEPT = (
        "Ihr Garten ist gerade in einem anderen Fenster offen, darum merkt er sich nicht, was in "
        "diesem Kalender steht. Die Datei ist vollständig. Schreiben Sie sie später noch einmal, "
        "wenn das andere Fenster zu ist: Dann kommt auch als abgesagt, was Sie danach löschen."
    )
    GONE_COUNT = (
        "Ein Termin, der inzwischen entfällt oder erledigt ist, kommt als abgesagt.",
        "{count} Termine, die inzwischen entfallen oder erledigt sind, kommen als abgesagt.",
    )
    STAYS = "Notizen, und wer eine Aufgabe übernommen hat"
    MOVED_COUNT = (
        "Ein Termin ist vom Wochenende oder Feiertag weggerückt; der eigentliche Tag steht dabei.",
        "{count} Termine sind vom Wochenende oder Feiertag weggerückt; der eigentliche Tag steht "
        "dabei.",
    )


class ContactsWords:
    """The address book."""

    INSIDE = (
        "jeweils Name, Organisation, Funktion, Telefon, E-Mail, Anschrift und Website, soweit "
        "eingetragen"
    )
    STAYS = "Notizen, Einschätzungen, Verläufe und woher die Angaben stammen"


class ArchiveWords:
    """The whole archive: the command ``archiv``."""

    ALL = (
        "In das Archiv kommt Ihr ganzer Garten, auch alles Vertrauliche und Persönliche, "
        "Gelöschtes und frühere Fassungen. Bitte bewahren Sie die Datei auf wie ein Tagebuch: "
        "Auf einem Stick oder in einem gemeinsamen Ordner kann sie lesen, wer dort hineinsehen "
        "darf, und überall jeder Mensch, dem Sie sie geben."
    )
    GATHERING = "Der Garten wird gelesen …"
    WRITING = "Das Archiv wird geschrieben …"
    CHECKING = "Das Archiv wird gelesen und geprüft …"
    TAKING = "Der Garten wird angelegt …"
    WRITTEN = "Geschrieben: {file} ({size} MB; {counts})"
    TAKEN = "Der ganze Garten ist da: {folder} ({counts})"
    NAMES = {
        "jahre": ("1 Gartenjahr", "{count} Gartenjahre"),
        "antworten": ("1 Antwort", "{count} Antworten"),
        "karten": ("1 Karte", "{count} Karten"),
    }

    USAGE = (
        "So geht es: gartenjahr archiv schreiben DATEI oder gartenjahr archiv lesen DATEI "
        "--daten ORDNER"
    )

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
    MISSING_FILE = (
        "Die Datei „{file}“ gibt es nicht. Es wurde nichts verändert. Bitte Ordner und Namen "
        "prüfen, etwa ob der Stick steckt."
    )
    NO_FILE = (
        "„{file}“ ist keine Datei, die sich lesen lässt. Es wurde nichts verändert. Bitte Ordner "
        "und Namen prüfen."
    )
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
        "„{file}“ ist anders aufgebaut als ein Archiv von Gartenjahr und wurde nicht übernommen. "
        "Bitte eine andere Kopie der Datei nehmen."
    )
    UNFIT = "„{file}“ wurde nicht übernommen: {why} Bitte eine andere Kopie der Datei nehmen."

    WHOLE = "ganz oben"
    AT = "An der Stelle „{place}“ {why}."
    NUMBER = "{place}, Nummer {number}"
    OF_KIND = {
        "missing": "fehlt „{name}“",
        "extra_forbidden": "steht „{name}“, was diese Fassung nicht kennt",
        "string_unicode": "steht „{name}“, was diese Fassung nicht kennt",
        "too_short": "steht nichts",
        "dict_type": "soll ein Eintrag in geschweiften Klammern stehen",
        "list_type": "soll eine Liste in eckigen Klammern stehen",
    }
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


class OutletsWords:
    """What other programs can take, as it is offered."""

    TABLES = "Tabellen"
    TABLES_LEAD = "Karten, Verläufe, Antworten und Zahlen für Excel, LibreOffice und Co."
    TABLES_STEM = "tabellen"
    CALENDAR = "Kalender"
    CALENDAR_LEAD = (
        "Alle Termine des Gartens als Kalenderdatei; wer sie noch einmal einliest, bekommt die "
        "Änderungen, nichts doppelt."
    )
    CALENDAR_STEM = "gartenkalender"
    CONTACTS = "Kontakte"
    CONTACTS_LEAD = "Partner und Ansprechpersonen für das Adressbuch, nur dienstliche Angaben."
    CONTACTS_STEM = "kontakte"
    KUMU = "Netzwerkkarte"
    KUMU_LEAD = "Wer mit wem verbunden ist: zwei Tabellen für eine Netzwerkkarte mit Kumu."
    KUMU_STEM = "netzwerk"
    ARCHIVE = "Ganzes Archiv"
    ARCHIVE_LEAD = (
        "Der ganze Garten in einer Datei, die auch ohne Gartenjahr lesbar bleibt: zum Umziehen, "
        "zum Aufbewahren."
    )
    ARCHIVE_STEM = "gartenarchiv"
    ARCHIVE_INSIDE = (
        "alle Antworten, dazu alles Vertrauliche und Persönliche, Gelöschtes und frühere "
        "Fassungen: Bitte bewahren Sie die Datei auf wie ein Tagebuch"
    )
    ARCHIVE_STAYS = "nichts"
    ARCHIVE_PREVIEW = (
        "Eine Datei für Programme (JSON). Daraus wird wieder derselbe Garten: gartenjahr archiv "
        "lesen DATEI --daten ORDNER"
    )
    JSON = "Archiv (.json)"

    WHICH_TABLES = "Welche Tabellen?"
    WHICH_YEAR = "Aus welchem Gartenjahr?"
    WHICH_EVENTS = "Welche Termine?"
    WHICH_STATE = "Fristen von Feiertagen wegrücken?"
    REMIND = "Vorher erinnern?"
    CONFIDENTIAL = "Auch Vertrauliches?"
    PERSONS = "Auch Ansprechpersonen?"
    ALL_TABLES = "alle"
    ALL_YEARS = "aus allen"
    ALL_EVENTS = "alle"
    NO_SHIFT = "nein"
    YES = "ja"
    NO = "nein"

    XLSX = "Excel-Mappe (.xlsx)"
    CSV = "Ordner mit CSV-Dateien"
    ICS = "Kalenderdatei (.ics)"
    VCF = "Adressbuch (.vcf)"

    COLUMNS = "  {columns}"
    EVENT = "{day}  {what}"
    MORE = "… und {count} weitere"


class LeavingWords:
    """The commands by which something leaves the garden."""

    REPORTS = "Diese Dokumente gibt es:"
    HOW = (
        "So geht es: gartenjahr bericht ART DATEI, zum Beispiel\n"
        "  gartenjahr bericht jahresbericht bericht.docx --jahr 2026\n"
        "Was sich dabei wählen lässt: gartenjahr bericht ART"
    )
    USAGE = (
        "So geht es: gartenjahr bericht {id} DATEI\n"
        "Die Endung der Datei sagt, was es wird: {formats}\n"
        "Teile wählen: --nur TEIL,TEIL oder --mit TEIL, --ohne TEIL"
    )
    PIECE = "{title}"
    EXTRA = "{title} (nur auf Wunsch)"
    UNKNOWN = "Ein Dokument „{given}“ gibt es nicht; es wurde nichts geschrieben. Es gibt: {known}."
    FOLDER = "ein Ordner"
    SINGLE = ".csv mit --art, für eine einzelne Tabelle"
    OR = " oder "
    ENDING = (
        "So kann „{given}“ nicht heißen; es wurde nichts geschrieben. Am Ende des Namens steht, "
        "was es werden soll: {known}."
    )
    NONE = "„{given}“ gibt es hier nicht ({option}); es wurde nichts geschrieben."
    SEVERAL = (
        "„{given}“ passt auf mehreres; es wurde nichts geschrieben. Bitte genauer sagen, was mit "
        "{option} gemeint ist."
    )
    SAY = "{ask} Bitte mit {option} sagen; es wurde nichts geschrieben."
    KNOWN = "Es gibt: {known}."
    NO_PIECES = "keine, die sich weglassen lassen"
    NO_PIECE = (
        "Einen Teil „{given}“ hat dieses Dokument nicht; es wurde nichts geschrieben. Es gibt: "
        "{known}."
    )
