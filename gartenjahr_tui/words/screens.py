"""Every German sentence of the screens that is not guide content, area by area.

Tone: warm, clear, Sie-Form; an error says what happened, that nothing is lost, and what to do.
"""

from __future__ import annotations


class CommonWords:
    """Words used in several places."""

    GARDEN_YEAR = "Gartenjahr"
    IN_YEAR = "Sie sind jetzt im Gartenjahr {year}."
    CLOSED = "abgeschlossen – nur lesen"
    READ_ONLY = "nur lesen"
    SAVED = "gespeichert {time}"
    ALL_SAVED = "alles gespeichert"
    UNSAVED = "wird gespeichert …"
    NOT_SAVED = "noch nicht gespeichert"
    SAMPLE = "Beispielgarten – alles erfunden"
    OPENING = "wird geöffnet …"
    BACK = "Esc zurück"
    NO_FIELD = (
        "Hier ist kein Feld für eingefügten Text; es ist nichts geschehen. "
        "Tasten bitte nacheinander drücken."
    )
    TOO_SMALL = (
        "Das Fenster ist gerade sehr klein.\n\n"
        "Bitte vergrößern auf mindestens 60 × 16 Zeichen.\n\n"
        "Ihr Text ist da und wird weiter gespeichert."
    )


class HomeWords:
    """The home screen."""

    CONTINUE = "Weiter, wo Sie aufgehört haben"
    BEGIN = "Hier geht es los"
    FIRST = "{title}: etwa zwanzig Minuten"
    FIRST_LEFT = ("{title}: noch eine Frage", "{title}: noch {count} Fragen")
    ALL_DONE = "Alle Fragen dieses Weges sind beantwortet."
    FIRST_DAY = "Fünf Fragen, dann lebt Ihr Garten. Mit 0 bis 4 öffnen Sie die Schritte."
    SOON = "Ihr Garten wird gerade geöffnet …"
    NOW = "Jetzt dran"
    ON = "Weiter"
    PATH_COUNTED = (
        "Der Weg durchs Jahr, beantwortet sind",
        "Der kurze Weg durchs Jahr, beantwortet sind",
    )
    NONE = "–"
    NOW_SIGN = " ◄"
    PATH = ("Der Weg durchs Jahr", "Der kurze Weg durchs Jahr")
    PLACE = "{status} · Daten: {folder}"
    QUARTER = "{season} · {quarter}. Quartal"
    NO_LIBRARY = "Ihre Bibliothek"
    PROPOSAL = "In diesem Quartal passt: {number} {step} – {lead}"
    CLEAR = "Zurzeit liegt nichts an. Mit 0 bis 4 öffnen Sie einen Schritt."
    BEGUN = "{count} angefangene {word} in {step}"
    QUESTION = ("Frage", "Fragen")
    LATER = "{count} {word} auf später in {step}"
    CARD = "{item} „{title}“"
    QUESTION_PATH = "{step} › {section}"
    STEP_NOW = " ◄ jetzt"
    GARDEN = "Ihr Garten"
    AS_LIST = "g als Liste"
    AS_PICTURE = "g als Beete"


class WayWords:
    """The ways through the guide."""

    CHOSEN = {
        "kurz": "Sie gehen jetzt den kurzen Weg. Was schon beantwortet ist, bleibt zu sehen.",
        "ganz": "Sie gehen jetzt durch den ganzen Leitfaden.",
    }


class StepWords:
    """The five step screens."""

    TAKE = {"kurz": "Kurzer Weg", "ganz": "Ganzer Leitfaden"}
    LESS = "Nur die Fragen dieses Weges"
    LATER, NOT_HERE = "später", "passt bei uns nicht"
    UNFINISHED = "doch beantworten"
    BETWEEN = " · "

    QUESTION = "Frage {number} von {total}"
    PERSONAL = "persönlich"
    CONFIDENTIAL = "vertraulich: erscheint in keinem Bericht"
    VOLUNTARY = "freiwillig"
    EARLIER = "F4  {year}: „{text}“"
    VOICES = "Auch beantwortet von: {names} – Menü (F10), Alle Stimmen"
    SHOWN = "Dazu im Leitfaden: {title}{more} (F1)"
    SHOWN_MORE = " und {count} mehr"
    BELOW = "{count} Fragen stehen unter dem Text (Enter)"
    BELOW_ONE = "Die Frage dazu steht unter dem Text (Enter)"
    NEXT = "Weiter: {title}  ►"
    WAY = "{text}  ►"
    NEXT_STEP = "Weiter zum nächsten Schritt: {title}  ►"
    END = "◄  Das war der letzte Abschnitt. Zurück zum Garten"
    MARKED_LATER = "Auf später verschoben."
    MARKED_NOT_HERE = "Vermerkt: passt bei uns nicht. Ein Text, der schon dasteht, bleibt erhalten."
    MARKED_BEGUN = "Vermerkt: noch nicht fertig."
    UNDERSTOOD = "Das ist: {day}"
    NO_PROMPT = "Bitte zuerst eine Frage auswählen (Tab oder Enter in der Gliederung)."


class OnlyHereWords:
    """Where somebody types, and there is nothing to type into."""

    OPTIONS = "Hier wird gewählt, nicht geschrieben: Pfeile gehen hin, die Leertaste wählt."
    SCALE = "Hier wird gewählt, nicht geschrieben: mit den Ziffern 1 bis 5."
    ENTRIES = "Geschrieben wird in einem Eintrag: n beginnt einen neuen, Enter öffnet einen."


class EntriesWords:
    """Lists of entries."""

    EMPTY = "Noch nichts notiert."
    NEW = "n = {item} hinzufügen"
    UNNAMED = "(noch leer)"
    EDITING = "Enter: nächste Zeile, am Ende fertig · Esc: fertig"
    EARLIER = "  (+{count} früher)"


class EarlierWords:
    """Earlier years of a question (F4)."""

    TITLE = "Dieselbe Frage in anderen Jahren"
    TODAY = "{year} – Ihr Feld"
    NONE = "Zu dieser Frage gibt es noch keine Antwort aus anderen Jahren."
    EMPTY = "(noch leer)"
    KEYS = "↑ ↓ Jahr · Enter übernimmt den Text · r alle Jahre · Esc zurück"
    KEYS_READ = "↑ ↓ Jahr · r alle Jahre · Esc zurück"
    TAKEN = "Text aus {year} übernommen. Den vorigen finden Sie unter „Frühere Fassungen“."


class VersionsWords:
    """Former versions of an answer."""

    TITLE = "Frühere Fassungen"
    NONE = "Diese Antwort hat noch keine frühere Fassung."
    KEYS = "↑ ↓ wählen · Enter holt diese Fassung zurück · Esc zurück"
    KEYS_READ = "↑ ↓ wählen · Esc zurück"
    LEGEND = "− stand früher da   + kam danach hinzu"
    BROUGHT_BACK = (
        "Fassung vom {time} zurückgeholt. Den vorigen Text finden Sie unter „Frühere Fassungen“."
    )
    SAME = "(gleicher Text)"


class VoicesWords:
    """People."""

    TITLE = "Wer schreibt?"
    KEYS = "Enter wählt, wer ab jetzt schreibt · n neue Person · Esc zurück"
    NEW = "Name oder Kürzel:"
    NOW = "{name} schreibt jetzt."
    HERE = "{name} – schreibt gerade"
    ALL = "Alle Stimmen zu dieser Frage"
    NONE = "Zu dieser Frage hat noch niemand aus dem Team geantwortet."
    PRIVATE = "Diese Frage ist persönlich; Antworten anderer werden hier nicht gezeigt."


class YearsWords:
    """Garden years."""

    TITLE = "Gartenjahre"
    KEYS = "Enter ansehen · n neues Jahr · k korrigieren · Esc zurück"
    NEW = "Jahreszahl:"
    NOT_A_NUMBER = "Bitte eine Jahreszahl mit vier Ziffern eingeben, zum Beispiel {year}."
    BEGUN = "Gartenjahr {year} angelegt. Frühere Jahre bleiben, wie sie sind."
    LOOKING = "Sie sehen das Gartenjahr {year}."
    CORRECTING = (
        "Das Gartenjahr {year} lässt sich jetzt korrigieren; frühere Fassungen bleiben erhalten."
    )
    CORRECT = "Gartenjahr {year} korrigieren"
    CORRECT_ASK = "Was korrigieren Sie, und warum?"
    CORRECT_KEYS = "Ein paar Worte · Enter weiter · Esc zurück"
    CORRECT_NEEDS_NOTE = "Bitte ein paar Worte dazu schreiben, zum Beispiel „Tippfehler“."
    NOTED = "{day}, {who}: {note}"
    NEWEST = "das laufende Jahr"
    PAST = "abgeschlossen"
    CORRECTED = "wird korrigiert"
    ANSWERS = "{count} Antworten"


class WelcomeWords:
    """First start and „Garten einrichten“."""

    TITLE = "Willkommen im Gartenjahr"
    AGAIN = "Garten einrichten"
    INTRO = (
        "Dieses Arbeitsbuch begleitet Sie durch ein Gartenjahr: Boden bereiten, säen, pflegen, "
        "ernten, ruhen. Vier kurze Fragen vorab – jede dürfen Sie überspringen und später ändern."
    )
    AGAIN_INTRO = "Ihre Angaben vom ersten Start. Was Sie hier ändern, gilt sofort."
    SAFE = (
        "Alles, was Sie tippen, wird von selbst gespeichert. Mit Esc überspringen Sie diese Seite."
    )
    LIBRARY = "Wie heißt Ihre Bibliothek?"
    VOICE = "Wer schreibt? Name oder Kürzel"
    MONTH = "In welchem Monat beginnt Ihr Gartenjahr?"
    MONTH_NOTE = (
        "Das Kalenderjahr ist üblich. Für Jahre, die schon laufen, ändert sich nur die Zählung."
    )
    WAY = "Wie möchten Sie durch den Leitfaden gehen? Sie können jederzeit wechseln."
    WAYS = {
        "kurz": "auf dem kurzen Weg: rund zwanzig Fragen durchs Jahr",
        "ganz": "durch den ganzen Leitfaden: rund fünfzig Fragen",
    }
    REST = "Ihr Garten ruht von …"
    REST_TO = "… bis einschließlich"
    DONE = "In den Garten  ►"


class AboutWords:
    """Origin, rights, additions."""

    TITLE = "Über Gartenjahr"
    PROGRAM = (
        "Gartenjahr {version} ist ein Arbeitsbuch im Terminal. Es enthält den ganzen "
        "Praxisleitfaden in eigenen Worten: zum Lesen, zum Beantworten, Jahr für Jahr. Es öffnet "
        "keine Verbindung ins Netz; alles bleibt in einer Datei auf diesem Rechner."
    )
    RIGHTS_HEAD = "Rechte"
    RIGHTS = (
        "Das Arbeitsbuch steht unter der MIT-Lizenz. Die Inhalte beruhen auf dem Leitfaden und "
        "dürfen wie dieser nicht-kommerziell und mit Quellenangabe weitergegeben werden; "
        "Einzelheiten in LICENSE-INHALT.md."
    )
    ADDED_HEAD = "Was dieses Arbeitsbuch hinzufügt"
    ADDED = (
        "Was mit + bezeichnet ist, steht nicht im Leitfaden: Fragen und die Wörter {terms}; ebenso "
        "die Empfehlungen, die Umdenk-Sätze und der Schritt, der zum Quartal passt."
    )
    PLACE_HEAD = "Wo Ihre Daten liegen"
    HEAD = "Gartenjahr"


class GuideWords:
    """The reader."""

    TITLE = "Leitfaden"
    GLOSSARY = "Glossar"


class MenuWords:
    """The menu and palette."""

    TITLE = "Menü"
    HINT = "Tippen sucht · ↑ ↓ wählen · Enter ausführen · Esc schließen"
    NOTHING = "Dazu gibt es keinen Eintrag."
    PLACEHOLDER = "Was möchten Sie tun?"


class KeysWords:
    """The page of keys."""

    TITLE = "Tasten auf dieser Seite"


class SavingWords:
    """Saving and leaving."""

    NOW = "Gesichert um {time}."
    FAILED_QUIT = (
        "{problem}\n\nWenn Sie jetzt beenden, legt Gartenjahr den Text als Rettungsdatei beiseite "
        "und übernimmt ihn beim nächsten Start."
    )
    TITLE = "Noch nicht gespeichert"
    QUIT_ANYWAY = "b  Beenden und Text beiseitelegen"
    STAY = "Esc  Hierbleiben, weiter versuchen"
    RESCUED = (
        "Was beim letzten Mal nicht gespeichert werden konnte, lag beiseite und steht jetzt wieder "
        "an seinem Platz."
    )


class ReadOnlyWords:
    """Why a garden can only be read."""

    SECOND = "Nur lesen: Der Garten ist schon geöffnet ({holder})."
    CLOSE = "Zum Schreiben bitte das andere Fenster schließen und neu starten."
    PLACE = "Nur lesen: In den Ordner „{folder}“ kann nicht geschrieben werden."
    COPY = (
        "Zum Schreiben bitte den Ordner an einen anderen Ort kopieren und dort öffnen: gartenjahr "
        "--daten ORDNER"
    )


class CrashWords:
    """A fault of the program itself."""

    SENTENCE = (
        "Gartenjahr musste wegen eines Fehlers beenden. Was Sie getippt haben, ist "
        "gespeichert. Bitte starten Sie neu; wenn es wieder geschieht, geben Sie diese Zeilen "
        "weiter:"
    )
    NOTE = (
        "Das hat wegen eines Programmfehlers nicht geklappt. Was Sie getippt haben, ist da und "
        "wird gespeichert. Arbeiten Sie einfach weiter; wenn es wieder geschieht, geben Sie diese "
        "Stelle weiter: {place}"
    )


class ThemeWords:
    """Colours."""

    NAMES = {
        "garten-dunkel": "dunkel",
        "garten-hell": "hell",
        "garten-kontrast": "starker Kontrast",
    }
    CHANGED = "Farben: {name}"
