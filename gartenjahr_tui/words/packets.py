"""Every German sentence about team packets and about views that differ."""

from __future__ import annotations


class FormatWords:
    """The file."""

    HINT = (
        "Diese Datei enthält Fragen einer Bibliothek und wird mit Gartenjahr "
        "ausgefüllt: gartenjahr --linear --paket DATEI. Bitte nicht von Hand ändern."
    )
    MISSING_FILE = (
        "Das Paket „{file}“ gibt es nicht. Es wurde nichts verändert. Bitte Ordner und Namen "
        "prüfen, etwa ob der Stick steckt."
    )
    NO_FILE = (
        "„{file}“ ist keine Datei, die sich lesen lässt. Es wurde nichts verändert. Bitte Ordner "
        "und Namen prüfen."
    )
    UNREADABLE = (
        "Das Paket „{file}“ lässt sich nicht lesen. Es wurde nichts verändert. Bitte Leserechte "
        "und Laufwerk prüfen."
    )
    TOO_LARGE = (
        "„{file}“ ist größer als jedes Paket (über 5 MB) und wurde nicht gelesen. Es wurde nichts "
        "verändert. Bitte prüfen, ob es die richtige Datei ist."
    )
    PAGE = (
        "„{file}“ ist die Seite mit den Fragen; Antworten stehen nicht darin. Es wurde nichts "
        "verändert. Gebraucht wird die Datei, die auf der Seite mit „Antworten speichern“ "
        "entsteht; ihr Name endet auf .gartenpaket.json."
    )
    FOREIGN = (
        "„{file}“ ist kein Paket von Gartenjahr. Es wurde nichts verändert. Bitte prüfen, ob es "
        "die richtige Datei ist."
    )
    NEWER = (
        "„{file}“ stammt von einer neueren Fassung von Gartenjahr. Es wurde nichts verändert. "
        "Bitte Gartenjahr aktualisieren."
    )
    DAMAGED = (
        "Das Paket „{file}“ ist beschädigt, unvollständig oder von Hand geändert und wurde ganz "
        "abgelehnt; es wurde nichts verändert. Bitte eine andere Kopie davon nehmen."
    )
    DAMAGED_SOMEWHERE = TOO_DEEP = DAMAGED


class PageWords:
    """A packet as a page for the browser, read by people who do not know the program."""

    TITLE = "Fragen an Sie: {library}"
    TITLE_NAMELESS = "Fragen Ihrer Bibliothek an Sie"
    FOR = "Für: {name}"
    LEAD = (
        "Wir möchten mit Ihren Augen auf das schauen, was wir miteinander tun. Schreiben Sie frei "
        "heraus, gern in Stichworten. Lob und Kritik helfen gleichermaßen, und jede Frage darf "
        "leer bleiben."
    )
    ONE = "eine Frage"
    MANY = "{count} Fragen"
    COUNT = "Umfang: {count}. Es geht um das Jahr {year}."
    UNTIL = "Schön wäre Ihre Antwort bis {day}."
    NO_SCRIPT = (
        "In dieser Ansicht lassen sich Antworten nicht speichern. Bitte öffnen Sie die Datei in "
        "einem Browser, etwa Firefox, Edge, Chrome oder Safari. Ausdrucken und von Hand ausfüllen "
        "geht immer."
    )
    WHAT_BECOMES = "Was mit Ihren Antworten geschieht"
    STAYS_HERE = (
        "Diese Seite lädt nichts und sendet nichts. Was Sie schreiben, bleibt auf Ihrem Gerät, bis "
        "Sie es selbst weitergeben."
    )
    SIDE_BY_SIDE = (
        "In der Bibliothek stehen Ihre Antworten unter Ihrem Namen oder Kürzel neben denen der "
        "anderen, in Ihren Worten. So lässt sich gut darüber sprechen."
    )
    OPEN_FILE = (
        "Die Datei mit Ihren Antworten ist nicht verschlüsselt: Wer sie hat, kann sie lesen."
    )
    CONFIDENTIAL = (
        "Was Sie auf eine Frage mit dem Vermerk „Vertraulich“ antworten, wird nicht neben andere "
        "Antworten gestellt und kommt nicht von selbst in einen Bericht."
    )
    MARK_OWN = "Vertraulich"
    MARK_FREE = "Freiwillig: Bitte antworten Sie nur, wenn Sie das möchten."
    NAME = "Wie heißen Sie?"
    NAME_HELP = "Name oder Kürzel. Das Feld darf leer bleiben; dann fragt die Bibliothek nach."
    ABOUT = "Es geht um: {item} „{name}“"
    PLACE = "Frage {number} von {total}"
    ANSWER = "Ihre Antwort"
    SEVERAL = "Mehreres ist möglich."
    NO_CHOICE = "keine Angabe"
    SCALE = "von 1 bis 5"
    SCALE_ENDS = "von 1 ({low}) bis 5 ({high})"
    STEP_END = "{step}: {end}"
    DAY_HELP = "zum Beispiel 12.5.2026"
    ADD = "{item} hinzufügen"
    REMOVE = "entfernen"
    DONE = "Fertig? Dann geben Sie Ihre Antworten zurück"
    BACK = (
        "Speichern Sie Ihre Antworten, und geben Sie die Datei der Bibliothek zurück: als Anhang "
        "einer E-Mail oder auf einem Stick. Oder drucken Sie diese Seite aus, und geben Sie das "
        "Papier ab."
    )
    BACK_TO = (
        "Speichern Sie Ihre Antworten, und schicken Sie die Datei an: {where}. Oder drucken Sie "
        "diese Seite aus, und geben Sie das Papier ab."
    )
    SAVE = "Antworten speichern"
    PRINT = "Drucken"
    OPEN = "Weiterschreiben: früher gespeicherte Antworten öffnen"
    FORGET_LEAD = (
        "Ist das ein Gerät, das auch andere benutzen? Dann löschen Sie hier zum Schluss, was Sie "
        "geschrieben haben."
    )
    FORGET = "Alles auf dieser Seite löschen"
    REACH = "Für Rückfragen erreichen Sie uns hier:"
    FOOT = "Herzlichen Dank für Ihre Zeit!"

    SCRIPT = {
        "behalten": "Dieser Browser merkt sich auf diesem Gerät, was Sie schreiben. Sie dürfen die "
        "Seite schließen und später weitermachen.",
        "nichtBehalten": "Dieser Browser merkt sich hier nicht, was Sie schreiben. Bitte speichern "
        "Sie Ihre Antworten, bevor Sie die Seite schließen; weiterschreiben können Sie später, "
        "indem Sie diese Datei wieder öffnen.",
        "leer": "Es steht noch keine Antwort da. Es wurde nichts gespeichert.",
        "zuGross": "Das ist mehr, als in die Datei passt (5 MB). Es wurde nichts gespeichert, Ihr "
        "Text ist noch da. Bitte kürzen Sie etwas.",
        "gespeichert": "Gespeichert. Die Datei liegt dort, wo Ihr Browser Heruntergeladenes "
        "ablegt. Bitte geben Sie sie nun zurück.",
        "gespeichertOhneName": "Gespeichert, ohne Ihren Namen. Die Datei liegt dort, wo Ihr "
        "Browser Heruntergeladenes ablegt. Bitte geben Sie sie nun zurück.",
        "geoeffnet": "Ihre Antworten stehen wieder da.",
        "fremd": "In dieser Datei stehen keine Antworten auf diese Fragen. Es wurde nichts "
        "verändert.",
        "ersetzenSicher": "Hier steht schon etwas. Soll an seine Stelle treten, was in der Datei "
        "steht?",
        "loeschenSicher": "Wirklich alles löschen, was Sie auf dieser Seite geschrieben haben? "
        "Eine gespeicherte Datei bleibt, wo sie ist.",
        "geloescht": "Gelöscht. Auf dieser Seite steht nichts mehr von Ihnen.",
    }
    """What the page itself says, by the names of its script."""


class FillWords:
    """Filling a packet in."""

    TITLE = "Paket"
    HELLO = "Gartenjahr, ein Paket mit Fragen. Von: {library}. Gartenjahr {year}."
    FOR = "Für: {name}."
    FROM = "Ausgefüllt von: {name}."
    PLACE = "Ihre Antworten stehen nur in dieser Datei: {file}"
    EXPLAIN = (
        "{count} Fragen, eine nach der anderen. Jede Antwort ist sofort gespeichert; Sie können "
        "jederzeit mit „ende“ aufhören und später weitermachen. Ein ? zeigt die Hilfe."
    )
    EXPLAIN_ONE = (
        "Eine Frage. Die Antwort ist sofort gespeichert; Sie können jederzeit mit „ende“ aufhören "
        "und später weitermachen. Ein ? zeigt die Hilfe."
    )
    NAME = "Wie heißen Sie? Name oder Kürzel; eine leere Zeile lässt es offen."
    NAME_HELP = (
        "Unter diesem Namen stehen Ihre Antworten später bei der Bibliothek. Ohne Namen fragt sie "
        "beim Einlesen danach."
    )
    NO_LIBRARY = "eine Bibliothek ohne Namen"
    UNKNOWN = (
        "Eine Frage kennt diese Fassung von Gartenjahr nicht; sie bleibt im Paket, wie sie ist.",
        "{count} Fragen kennt diese Fassung von Gartenjahr nicht; sie bleiben im Paket, wie sie "
        "sind.",
    )
    NOTHING = "In diesem Paket steht keine Frage, die sich hier beantworten lässt."
    ABOUT = "Es geht um: {item} „{name}“."
    NO_GARDEN = "Ein Paket hat keinen Garten, in dem sich etwas anlegen ließe."
    WORDS = (
        "Schreiben Sie einfach; eine leere Zeile lässt alles, wie es ist, ein Punkt allein "
        "schließt längeren Text ab. Allein auf einer Zeile gelten: später, passt nicht, offen, "
        "fertig, leeren, anhängen; zurück, weiter, frage 3, nochmal, leitfaden, ende. „hilfe“ "
        "erklärt jedes Wort."
    )
    HELP = (
        "So antworten Sie: Schreiben Sie einfach. Eine leere Zeile lässt alles, wie es ist. Einen "
        "längeren Text beenden Sie mit einer Zeile, in der nur ein Punkt steht; brauchen Sie im "
        "Text selbst so eine Zeile, schreiben Sie dort zwei Punkte. Diese Wörter gelten allein auf "
        "einer Zeile:\n"
        "später: Die Frage wartet.\n"
        "passt nicht: Die Frage passt bei Ihnen nicht.\n"
        "offen: Den Vermerk wieder entfernen.\n"
        "leeren: Löschen, was im Feld steht.\n"
        "anhängen: An einen Text weiterschreiben. Sonst ersetzt der neue den alten.\n"
        "fertig: Die Antwort ist fertig, so wie sie dasteht.\n"
        "zurück: Zum vorigen Feld oder zur vorigen Frage.\n"
        "weiter: Zur nächsten Frage.\n"
        "frage 3: Zur Frage mit dieser Zahl.\n"
        "nochmal: Die Frage noch einmal hören.\n"
        "leitfaden: Lesen, was der Leitfaden dazu sagt.\n"
        "?: Kurze Hilfe zur Frage.\n"
        "ende: Aufhören. Alles ist gespeichert.\n"
        "Soll so ein Wort selbst die Antwort sein, setzen Sie einen Punkt dahinter."
    )
    NOT_HERE = "Das geht in einem Paket nicht. Ein ? zeigt die Hilfe."
    BYE = (
        "Gespeichert: {settled} von {total}. Bitte geben Sie diese Datei der Bibliothek zurück:\n"
        "{file}\nWeitermachen oder ändern können Sie jederzeit mit demselben Aufruf."
    )
    FULL = (
        "Das Paket „{file}“ ist voll: Mehr als 5 MB passen nicht hinein. Das Letzte ist noch nicht "
        "gespeichert; bitte einen Text kürzen."
    )
    NOT_SAVED = "{why} Ihr Text ist noch da, das Speichern wird wiederholt."
    ASIDE = (
        "Das Paket ließ sich zuletzt nicht schreiben. Mit allen Antworten liegt es jetzt hier: "
        "{file}"
    )
    LOST = (
        "Das Paket ließ sich zuletzt nirgends schreiben. Was vorher gespeichert war, steht noch in "
        "der Datei; bitte Datenträger und Platz prüfen."
    )


class ViewsWords:
    """Views that differ."""

    CARD = "Karte im Garten"
    ABOUT = "{item} „{name}“: {ask}"
    SAID = "{name}: {text}"
    SAID_BELOW = "{name}:\n{text}"
    SCALE = "{label}: {steps}{ends}"
    SCALE_NAME = "Einschätzung"
    ENDS = " (1 {low} – 5 {high})"
    STEP = "{name} {step}"
    BETWEEN = " | "
    YEAR = "Unterschiedliche Antworten, Gartenjahr {year}"
    NONE = (
        "Im Gartenjahr {year} gibt es keine unterschiedlichen Antworten: Wo mehrere geantwortet "
        "haben, steht dasselbe."
    )
    NONE_HERE = "Bei den Fragen dieses Pakets haben alle gleich geantwortet."
    PRIVATE = "Persönliche und vertrauliche Fragen werden hier nie verglichen."
    KEYS = "Enter öffnet die Frage · Esc zurück"
    KEYS_EMPTY = "Esc zurück"


class TableWords:
    """„Am Tisch“: one question at a time, for a talk about what two see differently."""

    TITLE = "Am Tisch mit {name}: Frage {number} von {total}"
    EMPTY = "Am Tisch"
    WE = "wir ({name})"
    WE_NOT = "wir"
    YOU = "Sie ({name})"
    SILENT = "noch nichts"
    KEYS = "w weiter · z zurück · s Schritt · a Absprache · Enter zur Frage · Esc fertig"
    LAST = "Das war die letzte Frage."
    FIRST = "Das ist die erste Frage."
    STEP = "Als Schritt vereinbart"
    AGREE = "Als Absprache vereinbart"
    AGREE_ASK = "Was haben Sie vereinbart, und wie lange gilt es?"
    ABOUT = "Am Tisch mit {name}: {ask}"
    STEPPED = "Der Schritt ist festgehalten; an seinem Tag steht er unter „Jetzt dran“."
    AGREED = "Die Absprache steht bei „{name}“."
    WHICH = "Zu welcher Kooperation gehört die Absprache?"
    NO_CARD = "Eine Absprache gehört zu einer Kooperation, und hier gibt es noch keine."
    LINE = "{label}: {text}"
    NUMBERED = "{number}: {text}"
    CHOOSE = (
        "Eine leere Zeile geht weiter, zurück zur vorigen Frage, schritt und absprache halten "
        "fest, was Sie vereinbaren. fertig hört auf."
    )
    HELP = (
        "Eine leere Zeile geht zur nächsten Frage, „zurück“ zur vorigen. „schritt“: was bis wann "
        "zu tun ist. „absprache“: was in der Kooperation gilt. „fertig“: zurück zum Menü."
    )
    STEP_WORD, AGREE_WORD, DONE_WORD = "schritt", "absprache", "fertig"
    WRONG = "Das geht hier nicht. Ein ? zeigt, was geht."
    DONE = "Das war alles, was Sie verschieden sehen."


class PacketScreenWords:
    """Reading a packet back on the screen."""

    TITLE = "Paket einlesen"
    FILE = "Wo liegt die Datei? (….gartenpaket.json)"
    NAME = "Wessen Antworten sind das? Name oder Kürzel"
    KEYS = "Enter zeigt, was darin steht; es wird noch nichts übernommen · Esc zurück"
    KEYS_NAME = "Bitte noch sagen, wessen Antworten das sind; dann Enter · Esc zurück"
    KEYS_SURE = "Enter übernimmt diese Antworten · Tab zum Text und zur Datei · Esc lässt alles"
    KEYS_NOTHING = "Daraus ist nichts zu übernehmen · Esc zurück"


class CommandWords:
    """The command ``paket``."""

    USAGE = (
        "So geht es: gartenjahr paket schreiben DATEI --fragen KENNUNG,… oder gartenjahr paket "
        "lesen DATEI oder gartenjahr paket vergleich oder gartenjahr paket fragen"
    )
    ENDING = (
        "Der Name soll auf {ending} enden, für eine Seite im Browser auf .html. Zum Beispiel: "
        "gartenjahr paket schreiben kita.html --fragen ruhen.zusammenarbeit"
    )
    NO_QUESTIONS = (
        "Es fehlt noch, welche Fragen ins Paket sollen: --fragen KENNUNG,… oder --abschnitt "
        "ABSCHNITT,… Die Kennungen zeigt: gartenjahr paket fragen"
    )
    NO_QUESTION = "Die Frage „{given}“ gibt es nicht. Alle Kennungen zeigt: gartenjahr paket fragen"
    NO_SECTION = "Den Abschnitt „{given}“ gibt es nicht, oder er hat keine Fragen für ein Paket."
    NEEDS_CARD = (
        "„{given}“ fragt nach einer Karte ({item}). Bitte ihren Namen dazusagen: --karte NAME"
    )
    NO_CARD = "Eine Karte ({item}) mit dem Namen „{given}“ gibt es hier nicht."
    TWO_CARDS = (
        "Mehrere Karten ({item}) heißen „{given}“. Bitte einer davon einen anderen Namen geben."
    )
    IDLE_CARD = "Zu der Karte „{given}“ gehört keine der Fragen. Bitte --karte weglassen."
    NAMES_CARDS = (
        "„{given}“ fragt nach Karten Ihres Gartens; das kann außerhalb niemand beantworten."
    )
    NO_YEAR = "Das Gartenjahr {year} gibt es hier nicht. Es gibt: {known}."
    INSIDE = "Das steht drin: {count}, der Name Ihrer Bibliothek, das Gartenjahr {year}{more}."
    ONE = "eine Frage"
    MANY = "{count} Fragen"
    CARD_NAME = ", der Name der Karte „{name}“"
    FOR_NAME = ", für wen es ist ({name})"
    STAYS = (
        "Das bleibt hier: alle Antworten, auch die anderer zu diesen Fragen, alles Übrige auf den "
        "Karten, alle Namen von Menschen."
    )
    LEFT_OUT = (
        "Eine vertrauliche oder persönliche Frage ist weggelassen; mit --fragen {ids} kommt sie "
        "hinein.",
        "{count} vertrauliche oder persönliche Fragen sind weggelassen; mit --fragen {ids} kommen "
        "sie hinein.",
    )
    QUESTION = "- {ask}"
    WRITTEN = (
        "Geschrieben: {file}\n"
        "Ausfüllen: gartenjahr --linear --paket DATEI\n"
        "Einlesen: gartenjahr paket lesen DATEI"
    )
    WRITTEN_PAGE = (
        "Geschrieben: {file}\n"
        "Ausfüllen: die Datei weitergeben; sie öffnet sich in jedem Browser, ohne Gartenjahr. Dort "
        "speichert „Antworten speichern“ ein Paket.\n"
        "Einlesen: gartenjahr paket lesen DATEI"
    )
    LISTED = "{id}  {ask}"

    OTHER_GARDEN = (
        "Dieses Paket gehört zu einem anderen Garten ({library}). Es wurde nichts verändert. Bitte "
        "dort einlesen."
    )
    OTHER_YEAR = (
        "Das Paket ist aus dem Gartenjahr {year}, und das gibt es hier nicht. Es wurde nichts "
        "verändert. Bitte zuerst das Gartenjahr anlegen (Menü, „Gartenjahre“)."
    )
    WHOSE = "Wessen Antworten sind das? Name oder Kürzel:"
    NO_NAME = "Im Paket steht kein Name. Bitte sagen, wessen Antworten es sind: --als NAME"
    NOTHING = "In diesem Paket steht noch keine Antwort. Es wurde nichts verändert."
    FROM = "Paket von {name}, Gartenjahr {year}, {count}."
    ANSWERS = ("eine Antwort", "{count} Antworten")
    KNOWN = "{name} schreibt in diesem Garten schon; die Antworten gelten als ihre oder seine."
    SAME_PERSON = (
        "{name} schreibt in diesem Garten schon. Ist es dieselbe Person? Dann wird eine Antwort "
        "ersetzt, die hier von {name} steht. Ist es jemand anderes, bitte einen anderen Namen "
        "nehmen.",
        "{name} schreibt in diesem Garten schon. Ist es dieselbe Person? Dann werden {count} "
        "Antworten ersetzt, die hier von {name} stehen. Ist es jemand anderes, bitte einen anderen "
        "Namen nehmen.",
    )
    SAY_PERSON = (
        "Nichts übernommen. {name} schreibt in diesem Garten schon, und Antworten würden ersetzt. "
        'Ist es dieselbe Person, bitte noch einmal mit --als "{name}" aufrufen, sonst mit einem '
        "anderen Namen."
    )
    NOT_TOLD = (
        "Welche Fragen in diesem Paket gestellt waren, weiß der Garten nicht: Eine frühere Fassung "
        "von Gartenjahr hat es geschrieben, oder es wurde verändert. Bitte genau hinsehen."
    )
    NEW_PERSON = "{name} ist neu in diesem Garten und wird als eigene Stimme angelegt."
    FATES = {
        "NEW": "neu",
        "REPLACES": "ersetzt, was hier steht; das Bisherige bleibt als frühere Fassung",
        "OLDER": "hier steht eine neuere Antwort; diese kommt zu den früheren Fassungen",
        "SAME": "schon eingelesen, es bleibt dabei",
        "UNKNOWN": "dazu gibt es hier keine Frage oder Karte; die Antwort bleibt im Paket",
        "NOT_ASKED": "diese Frage hat Ihr Garten in dem Paket nicht gestellt; die Antwort bleibt "
        "draußen",
    }
    STEP = "- {ask}\n  [{fate}]"
    ABOUT = "{ask} ({name})"
    NOT_HERE = "  passt nicht"
    SURE = "Übernehmen? Bitte „ja“ schreiben; alles andere lässt den Garten, wie er ist."
    NOT_TAKEN = "Nichts übernommen."
    NEEDS_YES = "Nichts übernommen. Wer übernehmen will, ruft dasselbe noch einmal mit --ja auf."
    TAKEN = ("Übernommen: eine Antwort von {name}.", "Übernommen: {count} Antworten von {name}.")
    NO_NEWS = "Es war nichts Neues dabei. Im Garten wurde nichts verändert."
    READ_ONLY = (
        "Der Garten ist gerade anderswo offen ({holder}). Bitte ihn dort schließen und dann noch "
        "einmal einlesen; es wurde nichts verändert."
    )


class OutletWords:
    """A packet as it is offered on the screen *Bericht*."""

    TITLE = "Fragen als Paket"
    LEAD = (
        "Ausgewählte Fragen für eine Kollegin, einen Kollegen oder einen Partner. Als Seite "
        "beantwortet man sie im Browser, ohne Gartenjahr; als Paket mit „gartenjahr --linear "
        "--paket DATEI“. Die Antworten kommen mit „Paket einlesen …“ im Menü zurück."
    )
    FORMAT = "Paket (.gartenpaket.json), für alle, die Gartenjahr haben"
    PAGE = "Seite für den Browser (.html), für alle anderen"
    UNTIL = "Bis wann? (steht auf der Seite)"
    NO_DAY = "ohne Frist"
    BACK = "Wohin mit den Antworten? (steht auf der Seite)"
    NOWHERE = "zurück an die Bibliothek"
    STEM = "fragen"
    SECTION = "Welche Fragen?"
    CARD = "Über welche Kooperation?"
    FOR = "Für wen?"
    NOBODY = "offen lassen"
    NO_CARD = "über keine bestimmte"
    PLACE = "{chapter} › {section}"
    WHICH_CARD = (
        "Diese Fragen gelten einer Kooperation. Bitte wählen Sie zuerst, welche gemeint ist; "
        "geschrieben wurde nichts."
    )
    INSIDE = "die Fragen aus „{title}“, für das Gartenjahr {year}, unbeantwortet"
    ABOUT = "der Name der Kooperation: {name}"
    RECIPIENT = "für wen das Paket ist: {name}"
    STAYS = (
        "alle Antworten, die es schon gibt",
        "vertrauliche und persönliche Fragen; einzeln gehen sie nur mit „gartenjahr paket "
        "schreiben“ hinaus",
    )
