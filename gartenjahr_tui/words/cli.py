"""Every German sentence of the command line and of the printed answers; its help is in commands."""

from __future__ import annotations


class ReplyWords:
    """What counts as a yes and a no, wherever one is typed."""

    YES = ("ja", "j")
    NO = ("nein", "n", "")


class WrongWords:
    """A call that cannot be understood."""

    COMMAND = "Den Befehl „{given}“ gibt es nicht. Es gibt: {known}."
    WORD = "„{given}“ kennt der Befehl „{command}“ nicht. Es gibt: {known}."
    UNKNOWN = "Damit kann Gartenjahr nichts anfangen: {given}."
    NO_VALUE = "Nach {option} fehlt eine Angabe."
    NO_PLACE = "Es fehlt noch, wohin geschrieben werden soll."
    NEEDS_NONE = "{option} steht für sich allein und nimmt keine Angabe."
    OTHER = "Dieser Aufruf ist nicht zu verstehen."
    YEAR = "„{given}“ ist keine Jahreszahl. Bitte vier Ziffern angeben, zum Beispiel 2026."
    FORMAT = "Das Format „{given}“ gibt es nicht. Es gibt: text, md, json."
    STEP = "Den Schritt „{given}“ gibt es nicht. Es gibt: {known}."
    SECTION = (
        "Im Leitfaden gibt es nichts, das „{given}“ heißt oder so beginnt. Kapitel sind: {known}; "
        "auch der Anfang eines Titels oder Begriffs hilft."
    )
    AMBIGUOUS = "„{given}“ kann mehreres meinen. Bitte genauer: {known}."


class CouldWords:
    """What could not be done."""

    NO_GARDEN = (
        "Hier gibt es noch keinen Garten, {so}: „{folder}“. Es wurde nichts angelegt. Ein Garten "
        "entsteht, sobald Sie einmal ohne Befehl starten: gartenjahr"
    )
    CHECK_LATER = (
        "Der Garten ist gerade offen ({holder}). Bitte ihn dort schließen und dann noch einmal "
        "prüfen; es wurde nichts verändert."
    )
    NO_YEAR = "Im Gartenjahr {year} gibt es keine Einträge. Einträge gibt es in: {known}."
    NO_YEARS = "Im Gartenjahr {year} gibt es keine Einträge; der Garten ist noch leer."
    NO_TERMINAL = (
        "Das Arbeitsbuch braucht ein Fenster mit Tastatur und Bildschirm, und hier ist keines. "
        "In einfachen Zeilen geht es überall: gartenjahr --linear"
    )
    TOO_LONG = (
        "Ein Name in diesem Aufruf ist zu lang für einen Datenträger. Es wurde nichts verändert. "
        "Bitte einen kürzeren nehmen."
    )
    ELSEWHERE = (
        "Das Arbeitsbuch braucht den Bildschirm, und die Ausgabe geht gerade in eine Datei oder an "
        "ein anderes Programm. Ihr Garten ist davon unberührt. Bitte ohne „>“ und „|“ starten; was "
        "in eine Datei soll, schreiben die Befehle: gartenjahr --help"
    )
    OUTPUT = "Die Ausgabe ließ sich nicht schreiben: {reason}. Ihre Daten sind davon unberührt."
    NOT_TEXT = (
        "Eine Zeile der Eingabe ist nicht zu lesen: Ihre Umlaute sind anders geschrieben, als "
        "dieses Fenster sie versteht. Sie wurde nicht übernommen; alles davor bleibt. Bitte die "
        "Eingabe als UTF-8 schicken, unter Windows nach „chcp 65001“."
    )
    PUT_ASIDE = (
        "Das Letzte ließ sich nicht speichern. Es liegt als Rettungsdatei bereit "
        "und wird beim nächsten Start übernommen."
    )
    LOST = (
        "Das Letzte ließ sich nicht speichern, auch nicht daneben: Nirgends war Platz dafür. Alles "
        "andere steht im Arbeitsbuch. Bitte Platz schaffen und das Letzte noch einmal eingeben."
    )
    NOT_OPEN = (
        "Dafür muss der Garten geschlossen sein, es wurde nichts verändert. Bitte mit „ende“ "
        "aufhören und dann eingeben: gartenjahr {call}"
    )
    STOPPED = "Abgebrochen."


class FirstWords:
    """The question at the first start on Windows where the garden shall lie."""

    QUESTION = "Willkommen im Gartenjahr. Wo soll Ihr Garten liegen?"
    FORMER = "Der Garten, den es hier schon gibt"
    FORMER_MEANS = "Er bleibt, wo er ist, und geht weiter."
    HERE = "Auf diesem PC"
    HERE_MEANS = (
        "An einem anderen PC ist er nicht da, und auch nicht mehr, wenn dieser PC nach jeder "
        "Abmeldung zurückgesetzt wird. Lesen können ihn nur Sie und wer diesen PC verwaltet."
    )
    HOME = "Auf Ihrem Heimatlaufwerk"
    HOME_MEANS = (
        "Er ist an jedem PC da, an dem Sie sich anmelden. Lesen kann ihn, wer in Ihr "
        "Heimatlaufwerk sehen darf: meist nur Sie und Ihre IT."
    )
    STICK = "Auf dem Stick"
    STICK_MEANS = (
        "Er ist da, wo der Stick steckt. Lesen kann ihn, wer den Stick in die Hand bekommt."
    )
    OTHER = (
        "Tippen Sie die Ziffer und Enter; nur Enter nimmt die 1. Sie können auch einen anderen "
        "Ordner eintippen; lesen können den Garten dann alle, die in diesen Ordner sehen dürfen."
    )
    PROMPT = "Ihre Wahl: "
    AGAIN = "Bitte eine Ziffer von 1 bis {count} oder einen ganzen Ordner wie H:\\Gartenjahr."
    UNWRITABLE = (
        "In den Ordner „{folder}“ kann nicht geschrieben werden. Bitte einen anderen wählen."
    )
    DEEP = (
        "Der Weg zum Ordner „{folder}“ ist zu lang: Windows könnte darin keine Sicherungen "
        "anlegen. Bitte einen mit kürzerem Weg wählen."
    )
    CHOSEN = "Ihr Garten liegt ab jetzt hier: {folder}"


class PlaceWords:
    """What speaks against a folder for a garden, and what is wrong with the day."""

    CLOUD = (
        "Achtung: Dieser Ordner liegt in {cloud}. Ihr Garten käme mit allen Namen in die Cloud, "
        "und der Abgleich kann das Speichern stören. Besser ist ein Ordner, der auf diesem Rechner "
        "oder auf Ihrem Heimatlaufwerk bleibt: gartenjahr --daten ORDNER"
    )
    DEEP = (
        "Achtung: Der Weg zu diesem Ordner ist um {count} Zeichen zu lang. Windows kann darin "
        "keine Sicherungen anlegen. Besser ist ein kürzerer Weg: gartenjahr --daten ORDNER"
    )
    EARLY = (
        "Dieser Rechner sagt, heute sei der {today}; zuletzt geändert wurde hier am {last}. Bitte "
        "stellen Sie das Datum des Rechners richtig, bevor Sie weiterarbeiten: Sonst bekommt, was "
        "Sie eintragen, einen falschen Tag."
    )
    NEVER = (
        "Dieser Rechner sagt, heute sei der {today}. Das kann nicht stimmen. Bitte stellen Sie "
        "das Datum des Rechners richtig, bevor Sie weiterarbeiten: Sonst bekommt, was Sie "
        "eintragen, einen falschen Tag."
    )
    LATE = (
        "Dieser Rechner sagt, heute sei der {today}; zuletzt geändert wurde hier am {last}. "
        "Stimmt das Datum des Rechners? Sonst bekommt, was Sie eintragen, einen falschen Tag."
    )


class PfadeWords:
    """The command ``pfade``."""

    LINES = (
        ("Ordner", "{folder}"),
        ("Warum dort", "{origin}"),
        ("Datei", "{file} ({exists})"),
        ("Sicherungen", "{copies} (täglich und vor jeder Umstellung der Datei)"),
        ("Merkzettel", "{state} (merkt sich, was hier zuletzt offen war)"),
        ("Ordner ändern", "gartenjahr --daten ORDNER oder Umgebungsvariable {name} ({named})"),
    )
    EXISTS = "vorhanden"
    MISSING = "noch nicht angelegt"
    SET = "gesetzt"
    NOT_SET = "nicht gesetzt"


class InspectionWords:
    """The command ``pruefen``."""

    LINE = "{number} von {count}  {name}"
    SAID = "      {sign} {said}"
    SIGN = "!"
    NO_SIGN = "·"
    WELL = "in Ordnung"
    ALL_WELL = "Alles in Ordnung."
    ATTENTION = "Fertig. Bitte sehen Sie sich an, was oben mit „!“ steht. Es wurde nichts gelöscht."

    FILE = "Datei"
    DAMAGED = (
        "An einer Stelle beschädigt: {file}. Bitte eine gute Sicherung zurückholen; was jetzt da "
        "liegt, bleibt dabei erhalten. Welche gut sind, zeigt: gartenjahr sicherung liste "
        "--pruefen",
        "An {count} Stellen beschädigt: {file}. Bitte eine gute Sicherung zurückholen; was jetzt "
        "da liegt, bleibt dabei erhalten. Welche gut sind, zeigt: gartenjahr sicherung liste "
        "--pruefen",
    )
    LOOSE = (
        "Ein Eintrag ist keiner Karte mehr zugeordnet. Bitte mit der letzten Sicherung "
        "vergleichen.",
        "{count} Einträge sind keiner Karte mehr zugeordnet. Bitte mit der letzten Sicherung "
        "vergleichen.",
    )
    MARKS = "Kennzeichen"
    OTHER_MARKS = (
        "Sie passen nicht zu dieser Fassung von Gartenjahr. Bitte die letzte Sicherung "
        "zurückholen oder Gartenjahr aktualisieren."
    )
    AHEAD = (
        "Diese Datei ist älter als die zuletzt benutzte. Bitte prüfen, ob die neuere noch an "
        "einem anderen Ort liegt."
    )
    LINKS = "Verweise zwischen Karten"
    GONE = (
        "Ein Verweis führt zu einer Karte, die es nicht gibt. Bitte dort neu wählen: {names}",
        "{count} Verweise führen zu Karten, die es nicht gibt. Bitte dort neu wählen: {names}",
    )
    CARD = "{item} „{title}“"
    MORE_CARDS = "und {count} weitere"
    KINDS = (
        "Eine Karte ist von einer Art, die diese Fassung von Gartenjahr nicht kennt. Sie bleibt "
        "erhalten; bitte Gartenjahr aktualisieren.",
        "{count} Karten sind von einer Art, die diese Fassung von Gartenjahr nicht kennt. Sie "
        "bleiben erhalten; bitte Gartenjahr aktualisieren.",
    )
    QUESTIONS = "Antworten und Leitfaden"
    FORMER = (
        "Eine Antwort gehört zu einer Frage, die der Leitfaden nicht mehr hat. Sie bleibt "
        "erhalten.",
        "{count} Antworten gehören zu Fragen, die der Leitfaden nicht mehr hat. Sie bleiben "
        "erhalten.",
    )
    VALUES = "Angaben in Feldern"
    MISFITS = (
        "In einem Feld steht, was nicht hineinpasst. Es ist nicht verloren und steht als Text am "
        "Feld; bitte dort nachsehen und das Feld neu ausfüllen: {names}",
        "In {count} Feldern steht, was nicht hineinpasst. Nichts davon ist verloren; es steht als "
        "Text am Feld. Bitte dort nachsehen und die Felder neu ausfüllen: {names}",
    )
    ASK = "Frage „{ask}“ ({year})"
    FIELDS = "{name}: {fields}"
    ODD = (
        "Eine Angabe ist nicht zu verstehen, etwa als Datum oder Zahl. Sie bleibt stehen, wie sie "
        "eingegeben wurde; am Feld steht, was fehlt.",
        "{count} Angaben sind nicht zu verstehen, etwa als Datum oder Zahl. Sie bleiben stehen, "
        "wie sie eingegeben wurden; am Feld steht, was fehlt.",
    )
    SEARCH = "Suche"
    REBUILT = "neu aufgebaut, {count} Stellen, in Ordnung"
    NOT_WHOLE = (
        "Sie lässt sich in der Datei nicht aufbauen. Gesucht wird trotzdem, nur langsamer. Bitte "
        "prüfen, ob der Datenträger Platz hat."
    )


class CliGuideWords:
    """The command ``leitfaden``."""

    GLOSSARY = "Glossar"
    SEE = "Zum Weiterlesen: {places}"
    INCOMPLETE = "Ohne Ort: {missing}"


class SampleWords:
    """The command ``beispiel``."""

    ORIGIN = "vorübergehender Ordner für das Beispiel"


class ReportWords:
    """Printed answers."""

    TITLE = "Antworten aus dem Gartenjahr"
    YEAR = "Gartenjahr {year}"
    STEP = "Schritt {number}: {title}"
    FORMER = "Fragen aus einer anderen Fassung des Leitfadens"
    PERSON = "Von: {person}"
    CONFIDENTIAL = "vertraulich"
    NO_TEXT = "(ohne Text)"
    NONE = "Es gibt noch keine Antworten."
    LEFT_OUT = (
        "Eine vertrauliche oder persönliche Antwort ist hier weggelassen; mit --vertrauliche "
        "kommt sie mit.",
        "{count} vertrauliche oder persönliche Antworten sind hier weggelassen; mit "
        "--vertrauliche kommen sie mit.",
    )
