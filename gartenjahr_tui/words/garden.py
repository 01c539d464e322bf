"""German sentences about the living garden: its cards, advice, picture, lists."""

from __future__ import annotations


class CardsWords:
    """Cards in general."""

    UNNAMED = "(ohne Namen)"
    GONE = "(nicht mehr da)"
    DELETED = "{name} (gelöscht)"
    CONFIDENTIAL = "vertraulich"


class ValueWords:
    """Values as text."""

    YES = "ja"
    NO = "nein"
    BESIDE = "{label} (was nicht in das Feld passt): {text}"


class ComplaintWords:
    """What is wrong with a field; the text stays in every case."""

    BESIDE = (
        "In diesem Feld stand, was nicht hineinpasst: „{text}“. Es ist nicht verloren: Es bleibt "
        "hier stehen, bis Sie das Feld neu ausfüllen, und danach in den früheren Fassungen."
    )
    NO_DATE = (
        "„{text}“ ist kein Tag im Kalender; der Text bleibt stehen. "
        "Gut sind 24.12.2026, 7. Dezember, heute, nächsten Montag oder in 2 Wochen."
    )
    NO_NUMBER = "„{text}“ ist keine Zahl; der Text bleibt stehen. Gut sind 12 oder 2,5."
    TOO_EARLY = (
        "Das Ende {day} liegt vor dem Beginn {start}. Beides bleibt stehen; bitte ändern Sie einen "
        "der beiden Tage."
    )
    ENTRY = "{item} {number}: {what}"
    SELF = (
        "Eine Karte ({item}) kann nicht sich selbst nennen. Der Name bleibt stehen, bis Sie ihn "
        "entfernen."
    )
    ONLY_ONE = (
        "Hier ist Platz für einen Namen. Keiner geht verloren; bitte entfernen Sie die übrigen."
    )
    UNKNOWN = (
        "Für „{text}“ gibt es noch keine Karte ({item}). Der Name bleibt stehen; die Karte können "
        "Sie jederzeit anlegen."
    )
    SAME_NAME = (
        "„{text}“ steht schon einmal in der Liste „{items}“. Beide bleiben; ein Zusatz im Namen "
        "hilft, sie zu unterscheiden."
    )
    LONG = "Der Name hat {count} Zeichen. Er bleibt, wie er ist; Listen zeigen nur den Anfang."


class ListsWords:
    """Lists of cards."""

    BASKET = "Erntekorb"
    BASKET_LEAD = (
        "Ernten, die noch zu keiner Kooperation gehören. Ordnen Sie sie zu, sobald Sie Ruhe dafür "
        "haben."
    )
    DECIDE = "Entscheidungen"
    DECIDE_LEAD = (
        "Alle lebenden Kooperationen auf einen Blick. Welche soll weitergehen, welche ausgebaut, "
        "zurückgeschnitten, umgepflanzt oder in Würde beendet werden?"
    )


class AdviceWords:
    """What the workbook works out from a card."""

    NEXT_DAYS = "Als Nächstes: {days}"
    NO_MORE_DAYS = "Danach ist keines mehr vorgesehen."

    # Sow or leave

    SOW = "Empfehlung: säen."
    CHECK = "Empfehlung: noch prüfen."
    LEAVE = "Empfehlung: lieber lassen oder in die Saatguttüte legen."
    NEED = {
        "ja": "Der Bedarf ist da.",
        "teils": "Der Bedarf ist erst zum Teil da.",
        "nein": "Ein Bedarf ist nicht zu sehen.",
        "unklar": "Ob es gebraucht wird, ist noch unklar.",
        "": "Ob es gebraucht wird, steht noch nicht hier.",
    }
    ENGAGED = {
        "ja": "Es gibt Menschen, die mitmachen wollen und können.",
        "teils": "Engagement ist erst zum Teil da.",
        "nein": "Noch setzt sich niemand dafür ein.",
        "unklar": "Wer sich dafür einsetzt, ist noch unklar.",
        "": "Wer sich dafür einsetzt, steht noch nicht hier.",
    }
    GIVEN = "Fest zugesagt: {what}."
    NOT_GIVEN = "Ein fest zugesagter, greifbarer Beitrag fehlt noch."
    WHO_GIVES = "{who} ({what})"

    # Reframing a request

    SENTENCES_FOR = "Sätze, mit denen Sie gemeinsam weiterdenken:"
    REFRAMING = {
        "bewerben": (
            "„Gern erzählen wir davon. Wen möchten Sie damit erreichen?“",
            "„Was könnten wir zusammen tun, damit diese Menschen wirklich kommen?“",
            "„Unsere Gäste fragen oft nach solchen Themen. Wollen wir gemeinsam etwas planen?“",
        ),
        "stattfinden": (
            "„Der Raum ist das eine. Was wäre, wenn wir den Nachmittag zusammen gestalten?“",
            "„Was bringen Sie mit, was können wir beitragen, und wer sollte noch dabei sein?“",
            "„Wie können wir zusammenarbeiten, damit beide Häuser etwas davon haben?“",
        ),
        "verteilen": (
            "„Ein Stapel Zettel bleibt leicht liegen. Was soll sich bei den Menschen ändern?“",
            "„Wie können wir zusammenarbeiten, damit Ihre Nachricht ankommt?“",
            "„Mögen Sie einmal zu uns kommen und den Leuten selbst davon erzählen?“",
        ),
        "anderes": (
            "„Erzählen Sie gern mehr: Welches Ziel steht hinter Ihrer Bitte?“",
            "„Wie können wir zusammenarbeiten, statt dass eine Seite es für die andere erledigt?“",
            "„Was würden Sie einbringen, was dürften wir beitragen?“",
        ),
    }
    JOY = (
        "Wie schön: Da möchte jemand von sich aus mit Ihnen zusammenarbeiten.",
        "„Das freut uns sehr. Wann setzen wir uns zusammen und sammeln Ideen?“",
    )

    # Speaking time

    SPOKEN = "{words}, gesprochen etwa {seconds}."
    SECOND, SECONDS = "1 Sekunde", "{count} Sekunden"
    FITS = "Das passt in {limit} Sekunden."
    SHORT = "Das passt gut in {limit} Sekunden; für eine kleine Geschichte wäre noch Platz."
    TOO_LONG = "Für {limit} Sekunden ist das zu lang; mit etwa {words} weniger passt es."
    WORD, WORDS = "1 Wort", "{count} Wörter"
    FEWER_WORD, FEWER_WORDS = "einem Wort", "{count} Wörtern"

    # Planted hours

    PLANTED = (
        "Ihre Kooperationen brauchen zurzeit {sum} Stunden im Quartal, der Kräfteplan nennt "
        "{plan}; {rest}."
    )
    REST_FREE = "noch frei: {hours}"
    REST_NONE = "damit ist er voll"
    REST_OVER = "zu viel: {hours}"
    PLANTED_ONLY = (
        "Ihre Kooperationen brauchen zurzeit {sum} Stunden im Quartal; der Kräfteplan nennt noch "
        "keine."
    )
    PRUNE = "Vielleicht darf etwas ruhen, schrumpfen oder zu den Partnern wandern."
    NO_HOURS = "{count} lebende Kooperationen nennen noch keine Stunden."
    NO_HOURS_ONE = "1 lebende Kooperation nennt noch keine Stunden."

    # Own criteria of fertile soil

    TRUE_OF = "Erfüllte Kriterien: {true} von {all}{partly}."
    PARTLY = "; zum Teil: {count}"
    NOT_RATED = "Von Ihren Kriterien ({year}) noch nicht eingeschätzt:"
    BULLET = "• {text}"

    # Returning

    ONCE = "Schon einmal zusammen unterwegs: „{title}“{door}."
    DOORS = {
        "offen": "; die Tür blieb offen",
        "angelehnt": "; die Tür blieb angelehnt",
        "zu": "; die Tür ging zu",
    }
    LEARNT = "Daraus gelernt: {text}"

    # Thirst

    LAST_SEEN = "Letzte Begegnung am {day}, {ago}{wanted}."
    NEVER_SEEN = "Noch keine Begegnung notiert{wanted}."
    WANTED = "; {rhythm}"
    IDEALLY = "gern alle {count} Tage"
    AT_MOST = "spätestens nach {count} Tagen"
    BOTH = "gern alle {ideal}, spätestens nach {most} Tagen"
    WINTER = "in der Ruhezeit spätestens nach {count} Tagen"
    BOTH_WINTER = "gern alle {ideal}, in der Ruhezeit spätestens nach {most} Tagen"
    THIRSTY = "Zeit zum Gießen, mit einem Anruf oder einem kurzen Gruß."
    SOON = "Ein guter Moment, sich einmal wieder zu melden."
    TODAY, YESTERDAY, DAYS_AGO = "heute", "gestern", "vor {count} Tagen"

    # Alone

    NOBODY = "Noch steht hier niemand in der Verantwortung. Gut wären zwei Menschen."
    ALONE = "Die Verantwortung liegt bei einem einzigen Menschen, und eine Vertretung fehlt."
    COMPANY = "Auch jemand aus Förderverein, Verwaltung oder vom Partner kann mittragen."

    # Stage

    OF_STAGE = "{sign} {stage}: {ticked} von {all}"
    SUGGESTS = "Die Merkmale sprechen am ehesten für „{stage}“."
    AS_NOTED = "So haben Sie es auch eingeordnet."
    OTHERWISE = (
        "Eingeordnet haben Sie „{stage}“. Beides darf stimmen; vielleicht lohnt sich ein Gespräch."
    )
    NOT_NOTED = "Eingeordnet haben Sie die Kooperation noch nicht."

    # Time line

    MILESTONE = "{sign} {day} {what} ({state})"
    NOW = "── heute {day} ──"
    OVERDUE = "offen, überfällig seit {days}"
    DAY, DAYS = "1 Tag", "{count} Tagen"
    NO_DAY = "ohne Tag"
    NO_NAME = "Meilenstein"

    # Kitchen

    TASKS = "{all} Aufgaben: {ours} bei uns, {theirs} beim Partner, {both} gemeinsam."
    ONE_TASK = {
        "wir": "Eine Aufgabe ist verteilt; sie liegt bei uns.",
        "partner": "Eine Aufgabe ist verteilt; sie liegt beim Partner.",
        "gemeinsam": "Eine Aufgabe ist verteilt; wir tragen sie gemeinsam.",
    }
    COOKING = (
        "„Koche ich noch allein?“ Das meiste liegt bei uns.",
        "Vielleicht übernimmt der Partner gern etwas davon; Fragen kostet nichts.",
    )
    SHARE_NOW = "Zuletzt trug die Bibliothek {share}."
    SHARE_BEFORE = "Davor: {shares}"
    SHARE_ON = "{share} Prozent ({day})"
    SHARE_NO_DAY = "{share} Prozent (ohne Tag)"
    SHARE_MORE = "Das sind {points} Prozentpunkte mehr als beim Mal davor."
    SHARE_LESS = "Das sind {points} Prozentpunkte weniger als beim Mal davor."
    SHARE_DIFFERS = (
        "Als Anteil der Bibliothek sind {noted} Prozent notiert; nach den Aufgaben sind es eher "
        "{counted}."
    )


class ListPageWords:
    """A list of cards on the screen."""

    FILTER = "Filtern:"
    EMPTY = "Unter „{items}“ steht noch nichts. Mit {key} legen Sie die erste Karte an."
    DELETED = "{items} – gelöscht"
    NO_DELETED = "Hier ist nichts gelöscht. Im Menü führt „Gelöschte zeigen“ zurück zur Liste."
    NO_HITS = "Zu „{text}“ passt hier nichts. Esc in der Filterzeile zeigt wieder alles."


class GrowingWords:
    """One thing of the garden becomes another."""

    FROM_WORKBOOK = "Aus dem Arbeitsbuch: {section}, {year}"
    UNNAMED_FIND = "Fund aus „{section}“"
    PAGE = "Seite {page}"
    QUOTE = "„{text}“"
    COLUMN = "{label}: {text}"
    FROM_REQUEST = "Anfrage: {title}"
    ALLIANCES = {
        "familien": "Lokales Bündnis für Familien",
        "quartier": "Quartiersmanagement oder Stadtteilinitiative",
        "beruf": "Initiative für berufliche Bildung und Integration",
        "region": "Innovations- oder Regionalnetzwerk",
        "gesundheit": "Sozial- und Gesundheitsnetzwerk",
    }

    PLANT = "Aussäen"
    PLANT_HELP = "Aus dem Samenkorn wird eine Kooperation; beide bleiben verbunden."
    PLANTED = "Ausgesät: Die Kooperation „{name}“ steht in Ihrem Garten."
    KEEP = "Samenkorn daraus anlegen"
    KEEP_HELP = "Aus der Anfrage wird ein Samenkorn; beide bleiben verbunden."
    KEPT = "Das Samenkorn „{name}“ liegt bei Ihren Samenkörnern."
    THANK = "Dank vormerken"
    THANK_HELP = "Für jede Person und Organisation der Ernte steht dann ein Dank im Dankbuch."
    NO_THANKS = "Es gibt nichts vorzumerken: Alle Beteiligten stehen schon im Dankbuch."
    ONE_THANKS = "Ein Dank ist vorgemerkt."
    MANY_THANKS = "{count} Mal Dank ist vorgemerkt."
    FAREWELL = "Dank ins Dankbuch"
    FAREWELL_HELP = "Aus jeder Zeile unter „Unser Dank“ wird ein offener Dank im Dankbuch."
    NO_FAREWELL = "Es kommt nichts dazu: Unter „Unser Dank“ steht nichts, was nicht schon da ist."
    RELEASE = "Für Berichte freigeben"
    RELEASE_HELP = (
        "Auf dieser Karte steht Text aus einer persönlichen oder vertraulichen Antwort. Er fehlt "
        "in allem, was hinausgeht, bis Sie ihn freigeben."
    )
    RELEASED = "Freigegeben: Was auf dieser Karte steht, kommt nun auch in Berichte."
    RESTORE = "Zurückholen"
    RESTORE_HELP = "Holt die gelöschte Karte in den Garten zurück."
    RESTORED = "Die Karte ist wieder im Garten."
    INVITE = "Gäste vorschlagen"
    INVITE_HELP = "Die Beteiligten der Ernten kommen auf die Gästeliste."
    NO_GUESTS = "Es kommt niemand dazu: Alle Beteiligten stehen schon auf der Gästeliste."
    ONE_GUEST = "Ein Gast steht neu auf der Liste."
    MANY_GUESTS = "{count} Gäste stehen neu auf der Liste."


class LinksWords:
    """Fields that name cards."""

    ADD = "Namen tippen …"
    NONE = "(nichts genannt)"
    NEW = "neu anlegen: {name} ({item})"
    PLAIN = "nur als Namen notieren: {name}"
    OPEN = "Enter öffnet"
    SEEK = "Enter sucht danach oder legt neu an"
    ONLY_NAME = "nur ein Name"
    REMOVE = "l entfernt"


class HistoryWords:
    """Lists of entries of which the latest is the present state."""

    NOW = "● jetzt"
    CHOOSE = "Leertaste wählt"


class PictureWords:
    """The picture of the garden on the home screen."""

    THIRSTY = "durstig"
    HARVEST = "Ernte {year}"
    NO_BED = "Noch ohne Beet"
    NOTHING = "noch nichts gepflanzt"
    NOTHING_IN = "Noch nichts gepflanzt: {names}"
    MORE = "… und {count} weitere"
    EMPTY = "Noch ist alles frei. Aus Samenkorn und Partner wird die erste Pflanze."
    WITH = "{name} – {words} – mit {partners}"
    ALONE = "{name} – {words}"
    PARTNERS = "Partner: {count}"
    NO_PARTNERS = "Partner: noch keine"
    SEEDS = "Samenkörner: {parts}"
    IN_BAG = "{count} für später"
    WAITING = ("{count} wartet", "{count} warten")
    NO_SEEDS = "Samenkörner: noch keine"
    COMPOST = "Im Kompost: {count}"


class OverviewWords:
    """A few figures above a list."""

    ITEM = "{label} {count}"
    JOIN = " · "

    RATIO = "{year}: {alone} allein erledigt, {together} gemeinsam weitergedacht{waiting}"
    WAITING = ", {count} noch offen"
    BEFORE = "Davor (allein : gemeinsam): {years}"
    YEAR_RATIO = "{year} – {alone} : {together}"

    PHASES = ("Phase 1", "Phase 2", "Phase 3", "noch offen")
    YEAR = "Jahr"
    IMAGE = "Wie Ihre Partner die Bibliothek sehen, jeweils am Ende des Gartenjahres:"
    THIRSTY_ONE = "1 Partner wartet länger auf ein Lebenszeichen, als Sie sich vorgenommen haben."
    THIRSTY = "{count} Partner warten länger auf ein Lebenszeichen, als Sie sich vorgenommen haben."

    LIVING = "Lebende Kooperationen: {count}"
    STAGES = "Kooperationsstand: {counts}"
    GROWTH = "Wachstum: {counts}"
    STAGE_NAMES = {
        "initiiert": "initiiert",
        "gespraeche": "erste Gespräche",
        "ziele": "gemeinsame Ziele",
        "strategisch": "strategisch",
        "": "noch nicht eingeordnet",
    }
    GROWTH_NAMES = {
        "samenkorn": "Samenkorn",
        "keim": "Keim",
        "gruen": "erstes Grün",
        "pflanze": "Pflanze",
        "frucht": "trägt Frucht",
    }
    SEED_NAMES = {
        "gefunden": "gefunden",
        "geprueft": "geprüft",
        "gesaet": "gesät",
        "gewachsen": "gewachsen",
        "aufgehoben": "in der Saatguttüte",
        "verworfen": "verworfen",
    }
    HARVESTED = "Geerntet {year}: {count}"
    BASKET = "noch im Erntekorb, ohne Kooperation: {count}"
    THANKED = "Dank offen: {open} · ausgesprochen: {done}"
    MET = "Begegnungen {year}: {count}"


class FormWords:
    """Screens with questions and lists."""

    NEW = "neu"
    FILLED = "{filled} von {total}"
    DELETED = "gelöscht – nur lesen"
    GROW = "→ Als {item} anlegen"
    GROWN = "{item} „{name}“ steht im Garten; die Herkunft ist vermerkt."
    GROWN_PRIVATE = (
        "{item} „{name}“ steht im Garten. Die Karte sieht das ganze Team: Bitte nur stehen lassen, "
        "was alle lesen dürfen. In Berichten fehlt der Text, bis Sie ihn auf der Karte freigeben."
    )
    END = "◄  Das war alles. Zurück"
    MORE, MORE_ONE = "Mehr: noch {count} Fragen", "Mehr: noch eine Frage"
    LESS = "Nur das Wichtige"
    PRACTICE = "Laut üben"
    PRACTICE_HELP = "Zeigt den Text und zählt die Sekunden mit."
    FAREWELL = "Abschiedsblatt"
    FAREWELL_HELP = "Eine Seite für beide Häuser, zum Ansehen und Schreiben."


class KnownWords:
    """What is known already, above the fields of a question."""

    WHY = "Ihr Warum ({year}): {text}"
    PICTURE = "Ihr Bild für dieses Publikum ({year}): {text}"
    LIMITS = "Ihre Grenzen ({year}): {text}"
    FRUITS = "Im Frühjahr {year} erhofft: {text}"
    WISHES = "Das wollten Sie {year}: {text}"
    LAW = "☼ {name}"
    IN_TOWN = "In Ihrer Kommune ({year}): {text}"
    ALLIANCE = "Bei den Bündnissen notiert: {text}"
    LIVING = ("1 Kooperation lebt zurzeit.", "{count} Kooperationen leben zurzeit.")
    OF_CARD = "{title}: {text}"
    FIELD = "{label}: {text}"
    MORE = "… und {count} weitere"


class FormerWords:
    """What is asked no more, and is read all the same."""

    TITLE = "Früher gefragt"
    LEAD = (
        "Danach fragt das Arbeitsbuch nicht mehr. Was Sie geschrieben haben, bleibt hier zu lesen, "
        "auch in Suche, Berichten und Archiv."
    )
    FIELDS = "Früher gefragt, bleibt erhalten:"
    ANSWER = (
        "Diese Frage stellt das Arbeitsbuch nicht mehr. Ihre Antworten stehen in den Jahresringen."
    )


class OnCardsWords:
    """Questions of the guide that are answered on cards."""

    ROW = "{title}: {answer}"
    NOTHING = "noch nichts"
    NOTED = "vermerkt"
    JOIN = " · "
    FIRST = "+ {item}: die erste Karte anlegen"
    NEW = "+ {item}: neue Karte anlegen"
    BEYOND = "… und {count} weitere in der Liste {items}"
    NO_CARDS = "Noch keine Karte in der Liste {items}"
    OPEN = "Enter: auf der Karte beantworten"
    TO_LIST = "Enter: zur Liste"
    MAKE = "Enter: anlegen und gleich beantworten"
    ON_CARDS = "Beantwortet auf den Karten der Liste „{items}“."
    NAME = "Wie soll die neue Karte heißen ({item})?"
    ANSWER = "Antwort"
    MORE = "{items} (und {count} weitere)"


class NamingWords:
    """Giving a new card its name before a question of it is answered."""

    TITLE = "Neu: {item}"
    KEYS = "Enter weiter zur Frage · Esc zurück – was Sie tippen, ist gespeichert"


class PartnersWords:
    """The screen „Partner“."""

    TITLE = "Partner"


class CriticismWords:
    """Criticism, and what becomes of it."""

    ID = "kritik.notiz"
    TITLE = "Kritik notieren"
    ASK = "Wer hat was gesagt, und was wird daraus?"
    HELP = (
        "Notieren Sie die Rolle, nicht den Namen. Was daraus wird, darf offen bleiben: Der nächste "
        "Check-in fragt danach."
    )
    ABOUT = "Kooperation (leer: die Bibliothek im Ganzen)"
    LABELS = {
        "rolle": "Wer (Rolle, kein Name)",
        "stimme": "Was gesagt wurde",
        "antwort": "Was daraus wird",
    }
    HOUSE = "Stimmen über Ihre Bibliothek"
    KEPT = "Die Kritik steht unter „{place}“. Der Check-in fragt, was daraus geworden ist."
    SAID = "„{text}“ ({who})"
    SOMEBODY = "ohne Rolle"
    CLOSED = (
        "Sie sehen das Gartenjahr {year} an, und das ist abgeschlossen. Bitte erst in das laufende "
        "Jahr wechseln; dann lässt sich die Kritik notieren."
    )
    STATION = "Kritik: {name}"
    STATION_HOUSE = "Kritik an der Bibliothek"
    LEAD = "Hier steht noch nicht, was daraus geworden ist. Auch „nichts, weil …“ ist eine Antwort."


class QuickWords:
    """Quick entries."""

    TITLES = {
        "encounter": "Begegnung festhalten",
        "harvest": "In den Erntekorb",
        "thanks": "Dank vormerken",
    }
    KEYS = "Tab weiter · Esc fertig – was Sie tippen, ist gespeichert"
    DONE = "Fertig  ►"
    KEPT = "{item} „{name}“ ist festgehalten; mehr dazu auf der Karte."
    NOTHING = "Nichts eingetragen, also auch nichts angelegt."


class DeleteWords:
    """Asking before something is put away."""

    TITLE = "{item} löschen?"
    NAMED_ONCE = "Eine andere Karte nennt diese; der Name bleibt dort lesbar."
    NAMED = "{count} andere Karten nennen diese; der Name bleibt dort lesbar."
    NO = "Nein, behalten"
    YES = "Ja, löschen – u nimmt es zurück"
    KEYS = "↑ ↓ wählen · Enter · Esc behalten"
    DONE = "„{name}“ ist gelöscht. u nimmt es zurück."


class PracticeWords:
    """Practising a pitch."""

    TITLE = "Laut üben: {name}"
    KEYS = "Leertaste beginnt und hält an · Esc zurück"
    EMPTY = "Der Wortlaut ist noch leer. Schreiben Sie auf, was Sie sagen möchten."
    LEFT = "noch {left}"
    OVER = "{over} darüber"


class AtOnceWords:
    """One answer for many cards."""

    TITLE = "Für alle {count} gezeigten Karten"
    OPTION = "{field}: {option}"
    DAYS = "{days} Tage"
    STEP = ("{what} bei einer Karte", "{what} bei {count} Karten")
    DONE = (
        "Gesetzt: {what}, bei einer Karte. u nimmt es zurück.",
        "Gesetzt: {what}, bei {count} Karten. u nimmt es auf einmal zurück.",
    )
    NOTHING = "Das steht auf allen diesen Karten schon. Es wurde nichts verändert."
    NONE = "In dieser Liste lässt sich nichts für alle auf einmal sagen."
    LAST = "Das ist die letzte Karte der Liste."
    FIRST = "Das ist die erste Karte der Liste."


class LibraryWords:
    """The library itself, entered once and asked by every document."""

    NAME = "Bibliothek"
    LABELS = {
        "traeger": "Träger",
        "anschrift": "Anschrift",
        "telefon": "Telefon",
        "mail": "E-Mail",
        "web": "Website",
        "leitung": "Leitung",
        "vertreten": "Wer unterschreibt (Name, Amt)",
        "rueckantwort": "Wohin Antworten gehen, falls woandershin",
        "behalten": "Angaben zu Menschen löschen nach (Jahre)",
    }
    LEAD = (
        "Für Briefe, Vereinbarungen und Vorlagen, alles freiwillig. Was fehlt, bleibt dort weg "
        "oder wird beim Schreiben erfragt."
    )
    NAMELESS = "Unsere Bibliothek"
    PARTY = "{body}, {name}"
    CLOCK = "{hour} Uhr"
    DOT = " · "
    OR = " oder "
    STANDS = "{label}: {text}"
    PLACE = "Bibliothek, {label}"
    EMPTY = "noch offen"
    SAVED = "Gespeichert."
    READ_ONLY = (
        "Der Garten ist gerade anderswo offen ({holder}). Es wurde nichts verändert. Bitte das "
        "andere Fenster schließen, oder dort im Menü (F10) „Garten einrichten“ wählen."
    )
    NOT_SAVED = "Das Eingetragene ist noch nicht auf dem Datenträger: {problem}"
