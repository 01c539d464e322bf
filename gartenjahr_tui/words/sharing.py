"""German sentences of documents for partners, guests, stand-ins, and of the Auskunft.

Tone: warm, clear, Sie-Form. Sentences of letters suit a reader who is addressed with „du“ as well.
"""

from __future__ import annotations


class PhrasesWords:
    """Small words between others."""

    DOT = " · "
    BLANK = "____________________"
    REMARK = "{what} ({remark})"
    AND = " und "
    AS_WELL_AS = " sowie "
    MORE = (" und 1 weiterer Name", " und {count} weitere Namen")
    HOURS = ("1 Stunde", "{count} Stunden")


class SharingWords:
    """What several of these documents say."""

    PARTNERSHIP = "Über welche Kooperation?"
    NO_PARTNERSHIP = (
        "Es gibt noch keine laufende Kooperation. Legen Sie erst eine an (Schritt „Pflegen“)."
    )
    ASSESSMENTS = (
        "Ihre Einschätzungen: Kooperationsstand, Wachstum, Bild der Bibliothek, Merkmale, "
        "Transparenz, Rückblicke, Stimmen und Entscheidungen",
    )
    PRIVATE_NOTES = "Notizen zu Ansprechpersonen und woher ihre Angaben stammen"
    TASK = "Aufgabe"
    WHO = "Wer"
    UNTIL = "Bis wann"
    WHAT = "Was"
    WHEN = "Wann"
    STATE = "Stand"
    FROM = "Gilt ab"
    TO = "Gilt bis"
    ROLE_COLUMNS = (TASK, WHO, UNTIL)
    NAME = "Name"
    ORGANISATION = "Organisation"
    FUNCTION = "Funktion"
    PHONE = "Telefon"
    MAIL = "E-Mail"
    WEB = "Website"
    REACH_COLUMNS = (NAME, FUNCTION, PHONE, MAIL)
    PARTNERS = "Partner"
    TOGETHER = "gemeinsam"
    HEAD = "Leitung"


class ProfileWords:
    """The page „So arbeiten wir zusammen“."""

    TITLE = "Steckbrief „So arbeiten wir zusammen“"
    LEAD = "Eine Seite über eine Kooperation, für alle, die dabei sind."
    HEADING = "So arbeiten wir zusammen"
    HEAD = "Wer dabei ist"
    PARTICIPANTS = "Gemeinsam unterwegs"
    FIELD = "Themenfeld"
    SPAN = "Zeitraum"
    SPAN_BOTH = "{begin} bis {end}"
    SPAN_BEGIN = "seit {begin}"
    SPAN_AHEAD = "ab {begin}"
    SPAN_END = "bis {end}"
    ABOUT = "Worum es geht"
    GOALS = "Unsere Ziele"
    ROLES = "Wer was übernimmt"
    CARERS = "Wer sich kümmert"
    OURS = "Bibliothek"
    STAND_IN = "Vertretung"
    CIRCLE = "Wer außerdem mithilft"
    TOUCH = "So bleiben wir in Kontakt"
    WAYS = {
        "treffen": "Wir treffen uns regelmäßig.",
        "meilensteine": "Wir arbeiten mit einem gemeinsamen Zeitplan.",
        "schriftlich": "Was wir vereinbaren, halten wir schriftlich fest.",
    }
    MILESTONES = "Was wir uns vorgenommen haben"
    AGREEMENTS = "Vereinbart ist"
    CONTACTS = "So erreichen wir einander"
    EVALUATION = "Woran wir es sehen"
    FOOT = "Stand und Bitte um Rückmeldung"
    AS_OF = "Stand: {day}. Fehlt etwas, oder hat sich etwas geändert? Dann sagen Sie es uns bitte."
    STAYS = (
        *SharingWords.ASSESSMENTS,
        SharingWords.PRIVATE_NOTES,
        "wo Ihre Unterlagen liegen, und wie viele Stunden Sie einplanen",
    )


class FarewellWords:
    """The sheet for both houses when a partnership comes to its end."""

    TITLE = "Abschiedsblatt"
    LEAD = "Eine Seite für beide Häuser, wenn eine Kooperation in Freundschaft zu Ende geht."
    HEADING = "Was wir zusammen hatten"
    ASK = "Von welcher Kooperation nehmen Sie Abschied?"
    NONE = (
        "Es ist keine Kooperation beendet. Das Abschiedsblatt gibt es, sobald auf ihrer Karte "
        "„beenden, mit Dank“ gewählt ist."
    )
    HEAD = "Wer dabei war"
    FOR_BOTH = "In Freundschaft beendet – ein Blatt für beide Häuser"
    TOGETHER = "Gemeinsam unterwegs waren"
    DONE = "Was wir zusammen getan haben"
    HARVESTS = "Was wir geerntet haben"
    THANKS = "Unser Dank"
    REMAINS = "Was bleibt"
    DOOR = "Die Tür"
    DOORS = {
        "offen": "Die Tür bleibt offen: Wer eine Idee hat, ruft an.",
        "angelehnt": "Die Tür bleibt angelehnt: Wenn die Zeit reif ist, hören wir voneinander.",
    }
    KNOCK = "Wir melden uns einmal wieder, um den {day}."
    SIGNED = "Für beide Häuser"
    OWN_WORDS = "Ein Wort zum Abschied"
    PARTNER = "Partner"
    TWO_COPIES = "Zwei Ausfertigungen: eine für jedes Haus."
    STAYS = (
        "warum die Kooperation endet, und was Sie daraus lernen",
        *SharingWords.ASSESSMENTS,
        SharingWords.PRIVATE_NOTES,
    )


class PitchWords:
    """The sheet with what one says."""

    TITLE = "Kurzvorstellung"
    LEAD = "Ihre Kurzvorstellung auf einer Seite, zum Einstecken und Üben."
    ASK = "Welche Kurzvorstellung?"
    NONE = "Es gibt noch keine Kurzvorstellung. Legen Sie erst eine an (Schritt „Säen“)."
    FOR = "Für: {audience}"
    LENGTH = "Länge: {length}"
    WORDING = "Das sage ich"
    WHY = "Mein Warum"
    STORY = "Meine Geschichte"
    FACTS = "Zahlen und Stärken, die hängen bleiben"
    OWN = "{fact} Bei uns: {own}"
    ONLY_OWN = "Bei uns: {own}"
    STAYS = ("alles andere; auf dem Blatt steht nur diese Kurzvorstellung",)


class IntentWords:
    """The letter of intent."""

    TITLE = "Absichtserklärung"
    LEAD = "Eine Vorlage zum Besprechen und Unterschreiben, ausgefüllt mit dem, was feststeht."
    NOTE_TITLE = "Hinweis"
    NOTE = (
        "Dies ist eine Vorlage und keine Rechtsberatung. Bitte ändern Sie alles, was nicht passt, "
        "und lassen Sie den Text vor dem Unterschreiben von der Stelle prüfen, die bei Ihnen dafür "
        "zuständig ist."
    )
    OPENING = (
        "Wir möchten zusammenarbeiten und halten hier fest, was wir vorhaben. Die Erklärung "
        "beschreibt unsere Absicht; Ansprüche auf Geld oder Leistungen entstehen aus ihr nicht."
    )
    PARTIES = "Wer diese Erklärung abgibt"
    LIBRARY = "Bibliothek"
    PARTNER = "Partner"
    REPRESENTED = "vertreten durch {who}"
    SIGNS_FOR = "Wer für {name} unterschreibt"
    ADDRESS_OF = "Anschrift: {name}"
    CONTACTS = "Ansprechpersonen"
    CONTACT_COLUMNS = ("Wer", "Für", "Telefon", "E-Mail")
    OUR_CONTACT = "Ansprechperson der Bibliothek"
    CONTACT_AT = "Ansprechperson bei {name}"
    CAUSE = "Unser Vorhaben"
    CAUSE_LABEL = "Worum es geht"
    GOALS = "Unsere Ziele"
    AUDIENCE = "Für wen"
    SHARES = "Was jede Seite beiträgt"
    TOGETHER = "Gemeinsam"
    SHARE_OF = "Was {name} beiträgt"
    UNTIL = "bis {day}"
    TOUCH = "Wie wir in Verbindung bleiben"
    LOOK_BACK = "Einmal im Jahr setzen wir uns zusammen, schauen zurück und planen weiter."
    LOOK_BACK_WHEN = "Wir setzen uns zusammen, schauen zurück und planen weiter: {when}."
    MILESTONES = "Unser Zeitplan"
    SPAN = "Beginn und Dauer"
    LASTS = "Die Erklärung gilt vom {begin} bis zum {end}."
    LASTS_ON = "Die Erklärung gilt ab dem {begin}, ohne festes Ende."
    RENEWAL = "Wenn die Zeit um ist"
    RENEWALS = {
        "selbst": (
            "Danach gilt sie jeweils ein Jahr weiter, solange keine Seite sagt, dass sie endet."
        ),
        "absprache": "Vorher sprechen wir darüber, ob und wie es weitergeht.",
        "endet": "Dann endet sie, ohne dass jemand etwas sagen muss.",
    }
    RENEWED_BLANK = "Danach: ____________________"
    CHANGE = "Wenn sich etwas ändert"
    CHANGE_TEXT = (
        "Wir reden miteinander, sobald sich bei einer Seite etwas ändert, und passen Aufgaben und "
        "Termine gemeinsam an. Jede Seite kann die Zusammenarbeit beenden; sie sagt es der anderen "
        "schriftlich."
    )
    NOTICE_LABEL = "Frist, um sie zu beenden"
    NOTICE = "Frist dafür: {notice}."
    SIGNED = "Unterschriften"
    PLACE_AND_DAY = "Ort und Datum"
    STAYS = (*SharingWords.ASSESSMENTS, SharingWords.PRIVATE_NOTES)


class MinutesWords:
    """Minutes of an encounter."""

    TITLE = "Protokoll"
    LEAD = "Aus einer Begegnung ein Protokoll, mit Platz für alles, was noch fehlt."
    ASK = "Über welche Begegnung?"
    NONE = "Es ist noch keine Begegnung notiert. Legen Sie erst eine an (Bereich „Partner“)."
    FRAME = "Rahmen"
    OCCASION = "Anlass"
    DAY = "Tag"
    PLACE = "Ort"
    KIND = "Art"
    AT_PARTNER = "bei {name}"
    FAR = "am Telefon oder online"
    PRESENT = "Wer dabei war"
    PEOPLE = "Personen"
    FOR_LIBRARY = "Aus der Bibliothek"
    FOR = "Kooperation"
    TOPICS = "Worüber wir gesprochen haben"
    WHAT_HAPPENED = {
        "zuhoeren": "Wir haben einander zugehört.",
        "brainstorming": "Wir haben zusammen nachgedacht.",
        "ideen": "Wir haben Ideen gesammelt.",
        "vorgestellt": "Wir haben Ziele und Möglichkeiten vorgestellt.",
    }
    FROM_LIBRARY = "Aus der Bibliothek berichtet"
    MORE_TOPICS = "Weitere Themen"
    RESULTS = "Was herausgekommen ist"
    RESULT = {
        "vereinbart": "Wir haben etwas vereinbart.",
        "bewusst-nichts": "Wir haben mit Absicht nichts vereinbart.",
        "offen": "Das Ergebnis ist noch offen.",
    }
    STEPS = "Wie es weitergeht"
    DONE = "{step} (erledigt)"
    END = "Nächstes Treffen"
    NEXT = "Wann und wo wir uns wieder treffen"
    WRITTEN_BY = "Protokoll: Name und Datum"
    STAYS = (
        "Ihre Erwartungen vorher und nachher, was sich am Bild der Bibliothek bewegt hat, und von "
        "wem der erste Schritt kam",
    )


class LettersWords:
    """Thank-you letters."""

    TITLE = "Dankbriefe"
    LEAD = "Aus dem Dankbuch wird ein Brief für jeden Dank, zum Unterschreiben."
    ASK = "Für welchen Dank?"
    NONE = "Im Dankbuch steht noch nichts. Tragen Sie erst einen Dank ein (Schritt „Ernten“)."
    OPEN = "alle, die noch offen sind ({count})"
    OF_YEAR = "alle aus dem Gartenjahr {year} ({count})"
    SUBJECT = "Danke!"
    LETTERS = "Briefe"
    WHAT_FOR = "Wofür der Dank ist"
    HELLO = "Guten Tag,"
    HELLO_NAME = "Guten Tag {name},"
    REASON = "wir möchten Danke sagen. Damit es nicht vergessen geht, haben wir es aufgeschrieben:"
    REASON_HARVEST = (
        "wenn wir an „{harvest}“ denken, möchten wir Danke sagen. Damit es nicht vergessen geht, "
        "haben wir es aufgeschrieben:"
    )
    NO_REASON = "heute möchten wir einfach Danke sagen. Wofür, das schreiben wir mit der Hand dazu:"
    WARM = (
        "Was wir gemeinsam zustande bringen, wächst durch Menschen, die mit anpacken. Wir freuen "
        "uns von Herzen, dass wir damit nicht allein sind."
    )
    GREETING = "Mit herzlichem Gruß"
    STAYS = ("alles andere über diese Menschen; im Brief steht nur der Dank",)


class AddressWords:
    """To whom letters go."""

    FILE = "adressen.csv"
    COLUMNS = (
        *("Briefanrede", "Name", "Funktion", "Organisation"),
        *("Straße", "PLZ", "Ort", "E-Mail"),
    )


class FeastWords:
    """The invitation to the harvest feast."""

    TITLE = "Einladung zum Erntefest"
    LEAD = "Ein Brief an alle Gäste, mit Tag, Ort, Programm und Rückantwort."
    ASK = "Zu welchem Fest?"
    NONE = "Es ist noch kein Erntefest geplant. Legen Sie erst eines an (Schritt „Ernten“)."
    SUBJECT = "Einladung: {name}"
    SUBJECT_PLAIN = "Einladung zum Erntefest"
    LETTER = "Einladung"
    OPENING = (
        "ein Gartenjahr lang haben viele mit angepackt. Jetzt ist etwas gereift, und das möchten "
        "wir zusammen mit Ihnen feiern. Wir laden Sie herzlich ein!"
    )
    WHEN = "Wann"
    WHERE = "Wo"
    TIME = "Uhrzeit"
    HARVESTS = "Was wir feiern"
    PROGRAMME = "Was Sie erwartet"
    ANSWER = "Ihre Antwort"
    ANSWER_UNTIL = "Antworten bis"
    ANSWER_BY = "Damit wir gut planen können, antworten Sie uns bitte bis zum {day}."
    ANSWER_TO = "Ihre Antwort erreicht uns hier: {to}."
    CLOSING = "Wir freuen uns auf Sie!"
    GREETING = "Mit herzlichem Gruß"
    SLIP = "Rückantwort"
    SLIP_LINES = (
        "Ich komme gern.",
        "Wir kommen zu mehreren, nämlich zu ______.",
        "Leider klappt es nicht.",
    )
    SLIP_NAME = "Name und Organisation: ________________________________________"
    GUESTS = "Gästeliste (nur für Sie)"
    GUEST = "Gast"
    REPLY = "Zusage"
    COUNT = ("1 Gast", "{count} Gäste")
    REPLIES = "{guests}: {yes} mit Zusage, {no} mit Absage, {open} noch offen."
    STAYS = ("wer was vorbereitet",)


class HandoverWords:
    """All a stand-in needs."""

    TITLE = "Übergabemappe"
    LEAD = "Alles, was eine Vertretung braucht, um den Garten weiterzuführen."
    SUBTITLE = "{library}, Stand: {day}"
    WELCOME = (
        "Danke, dass Sie einspringen! Diese Mappe sagt, was ansteht, wer wofür da ist und wo alles "
        "liegt. Lesen Sie zuerst, was als Nächstes dran ist; der Rest ist zum Nachschlagen."
    )
    PART_WELCOME = "Zum Anfang"
    DUE = "Was in den nächsten Wochen ansteht"
    NOTHING_DUE = "Gerade ist nichts fällig."
    LATER = "{text} (beiseitegelegt bis {day})"
    PARTNERSHIPS = "Die Kooperationen"
    WITH = "Mit wem"
    ABOUT = "Worum es geht"
    STAGE = "Kooperationsstand"
    GROWTH = "Wachstum"
    DECISION = "Zuletzt entschieden"
    SINCE = "{state} (seit {day})"
    ON = "{state} ({day})"
    STEPS = "Nächste Schritte"
    STEP = "{step}, bis {day}"
    MILESTONES = "Meilensteine"
    ROLES = "Wer was übernimmt"
    AGREEMENTS = "Absprachen"
    WHERE = "Wo es liegt"
    STAND_IN = "Vertretung"
    LAST_MET = "Zuletzt begegnet"
    CONTACTS = "Wen Sie wie erreichen"
    NOTE = "Gut zu wissen"
    WATERING = "Gießplan: wer wann von uns hören möchte"
    PARTNER = "Partner"
    RHYTHM = "Zuletzt und wie oft"
    REQUESTS = "Offene Anfragen"
    ASKED_BY = "Wer fragt"
    REQUEST = "Worum es geht"
    THANKS = "Offener Dank"
    FOR_WHAT = "Wofür"
    TO_WHOM = "Wem"
    PLACES = "Wo alles liegt"
    FILE = "Der Garten"
    COPIES = "Sicherungen"
    SECOND = "Zweiter Ort für Sicherungen"
    AWAY = "{folder} (gerade nicht erreichbar)"
    NO_SECOND = "nicht gewählt"
    PLACES_NOTE = (
        "Der Garten ist eine einzige Datei. Sie lässt sich in einem anderen Ordner oder an einem "
        "anderen Rechner öffnen, solange ihn niemand sonst offen hat."
    )
    PROGRAM = "Befehle für den Anfang"
    COMMANDS = (
        ("gartenjahr", "den Garten öffnen; F1 hilft an jeder Stelle, F10 zeigt das Menü"),
        ("gartenjahr faellig", "zeigen, was jetzt dran ist"),
        ("gartenjahr sicherung anlegen", "eine Sicherung von Hand anlegen"),
        ("gartenjahr sicherung liste", "alle Sicherungen zeigen"),
        ("gartenjahr pruefen", "nachsehen, ob mit der Datei alles in Ordnung ist"),
        ("gartenjahr pfade", "zeigen, wo die Daten liegen"),
        ("gartenjahr --help", "alle Befehle zeigen"),
    )
    ELSEWHERE = (
        "Liegt der Garten nicht am üblichen Ort, nennen Sie seinen Ordner mit: "
        'gartenjahr --daten "{folder}"'
    )
    SAVED = (
        "Alles wird von selbst gespeichert. Tragen Sie sich im Menü (F10) unter „Wer schreibt?“ "
        "ein, bevor Sie schreiben; dann sieht man später, von wem etwas stammt."
    )
    CONFIDENTIAL = "Vertrauliches (Vertrauen, Stereotype, Zuspruch)"
    CONFIDENTIAL_NOTE = (
        "Nur für die Vertretung selbst. Bitte nicht weitergeben und nach der Vertretung vernichten."
    )
    TRUST = "Vertrauen"
    TRUST_NOTE = "Eindruck"
    SENTENCE = "Stereotyp"
    REPLY = "Unsere Antwort"
    ENCOURAGEMENT = "Wer Zuspruch brauchen kann"
    WHY = "Warum"
    WORDS = "Worte"
    STAYS = ("Kooperationen, die zu Ende sind",)


class DisclosureWords:
    """All that is stored about one person."""

    TITLE = "Auskunft zu einer Person"
    LEAD = "Alles, was in diesem Garten über einen Menschen steht, auch Früheres und Gelöschtes."
    HEADING = "Auskunft über gespeicherte Angaben"
    SUBTITLE = "{name}, Stand: {day}"
    ASK = "Über wen?"
    NONE = "In diesem Garten ist noch niemand namentlich eingetragen."
    DELETED = "{name} (gelöscht)"
    VOICE = "{name} (schreibt hier mit)"
    WHO = "Um wen es geht"
    NAME = "Name"
    SEARCHED = "Gesucht wurde nach"
    RESPONSIBLE = "Verantwortlich"
    PURPOSE = "Wozu"
    PURPOSE_TEXT = "Zusammenarbeit der Bibliothek mit Partnern: Kontakt halten, planen, danken"
    PURPOSE_OF = "Zusammenarbeit der Bibliothek mit {partner}: Kontakt halten, planen, danken"
    SINCE = "Seit wann"
    SINCE_UNKNOWN = "nicht feststellbar"
    NOT_STORED = "Es ist nichts gespeichert"
    SOURCE = "Woher"
    SOURCE_UNKNOWN = "nicht notiert; eingetragen hat es das Team der Bibliothek"
    RECIPIENTS = "Wer es bekommt"
    RECIPIENTS_TEXT = (
        "niemand von selbst. Die Angaben liegen in einer Datei am Rechner der Bibliothek; "
        "Gartenjahr stellt keine Verbindung ins Netz her."
    )
    STORED = "Wo der Garten liegt"
    HOW_LONG = "Wie lange"
    HOW_LONG_TEXT = "bis jemand im Team es löscht; eine feste Frist ist nicht eingestellt"
    LAST_USED = "zuletzt gebraucht am {day}"
    NOTHING = "Zu diesem Namen steht nichts in diesem Garten."
    NAMESAKE = (
        "Es gibt noch eine Karte mit demselben Namen. Ist das dieselbe Person, gehört auch die "
        "Auskunft zu jener Karte dazu; ist es jemand anderes, prüfen Sie bitte jede Stelle hier."
    )
    OTHER_NAME = (
        "Eine frühere Fassung dieser Karte trägt einen anderen Namen und ist darum nicht "
        "aufgeführt. War es dieselbe Person, schreiben Sie bitte noch eine Auskunft unter dem "
        "früheren Namen."
    )
    CARDS = "Was über die Person notiert ist"
    NAMED = "Wo der Name eingetragen ist"
    MENTIONED = "Im laufenden Text erwähnt"
    MENTIONED_LEAD = "Hier steht nur der Satz, in dem der Name vorkommt."
    WRITTEN = "Was die Person selbst geschrieben hat"
    WRITTEN_LEAD = (
        "{name} schreibt in diesem Garten mit. Persönliche Antworten stehen hier im Wortlaut; bei "
        "Antworten für das Team steht, zu welcher Frage sie gehören."
    )
    OWN = "Persönliche Antwort"
    FOR_TEAM = "Antwort für das Team"
    LOG = "Protokoll"
    LOG_ENTRIES = (
        "1 Eintrag am {first}: was wann geändert wurde, ohne den Text",
        "{count} Einträge vom {first} bis zum {last}: was wann geändert wurde, ohne den Text",
    )
    SETTINGS = "Einstellungen"
    SETTINGS_COUNT = (
        "1 Einstellung, etwa wo zuletzt gelesen wurde",
        "{count} Einstellungen, etwa wo zuletzt gelesen wurde",
    )
    SETTING = "Einstellung, {key}"
    CORRECTION = "Korrektur eines früheren Jahres"
    WHERE = "Wo"
    DAY = "Tag"
    FIELD = "Angabe"
    TEXT = "Was dort steht"
    CARD = "{item} „{title}“"
    QUESTION = "Frage „{ask}“, Gartenjahr {year}"
    VIEW = "Sicht einer Person auf: {card}"
    GONE = "Karte, die diese Fassung von Gartenjahr nicht kennt"
    FORMER = "{where}, frühere Fassung"
    FORMER_TITLE = "{where}, frühere Fassung vom {day}"
    PUT_AWAY = "{where}, gelöscht"
    MADE = "Angelegt am"
    CHANGED = "Zuletzt geändert am"
    FIELD_OF = "{field}: {column}"
    RIGHTS = "Ihre Rechte"
    RIGHTS_TEXT = (
        "Sie können Berichtigung und Löschung verlangen und der Nutzung widersprechen; ein Wort an "
        "die Bibliothek genügt. Beschweren können Sie sich bei der Datenschutzaufsicht."
    )
    HINTS = "Nur für das Team: vor dem Weitergeben"
    HINTS_LEAD = "Dieses Blatt bleibt in der Bibliothek."
    HINTS_LIST = (
        "Lesen Sie die Auskunft bitte ganz durch. Nennt ein Satz noch jemanden, schwärzen Sie "
        "diesen Namen.",
        "Stimmt etwas nicht, ändern Sie es auf der Karte. Die frühere Fassung bleibt dort unter "
        "„Frühere Fassungen“ stehen; bedenken Sie das, wenn jemand sie gelöscht haben möchte.",
        "Soll etwas weg, löschen Sie die Karte oder leeren Sie die Felder. Gelöschte Karten "
        "stehen, wie frühere Fassungen, weiter in der Datei und lassen sich zurückholen.",
        "Auch Sicherungen enthalten, was an ihrem Tag im Garten stand. Die meisten verschwinden "
        "nach und nach von selbst; die vom Jahresende und die von Hand angelegten bleiben, bis Sie "
        "sie löschen. Denken Sie auch an Dateien, die schon einmal hinausgegangen sind.",
        "Gefunden wird der Name, wie er oben steht. Kürzel, Spitznamen, andere Schreibweisen und "
        "ein Nachname allein brauchen eine eigene Suche.",
        "Fragen Sie im Zweifel die Datenschutzbeauftragten Ihrer Trägerin oder Ihres Trägers.",
    )
    STAYS = ("alles über andere Menschen, außer sie kommen im selben Satz vor",)
