"""German sentences of the reports of a year, of the note of a quarter and of the DBS sheet."""

from __future__ import annotations


class HidingWords:
    """What is taken out of texts for strangers, and what is said about it."""

    INSTEAD = {"name": "[Name]", "number": "[Telefon]", "mail": "[E-Mail]"}
    TAKEN_OUT = {
        "name": ("1 Name ist jetzt [Name]", "{count} Namen sind jetzt [Name]"),
        "number": ("1 Telefonnummer ist entfernt", "{count} Telefonnummern sind entfernt"),
        "mail": ("1 E-Mail-Adresse ist entfernt", "{count} E-Mail-Adressen sind entfernt"),
    }
    DOUBTS = "Bitte ansehen, ob hier ein Mensch gemeint ist"
    WHERE = ": {told}"
    SPOT = "„{text}“"
    MORE = " und {count} weitere Stellen"


class TellingWords:
    """What they have in common."""

    NOTHING = "In diesem Jahr ist noch nichts notiert."
    NO_DAY = "ohne Termin"
    PARTNERSHIPS = ("eine lebende Kooperation", "{count} lebende Kooperationen")
    WITH_PARTNERS = ("einem Partner", "{count} Partnern")
    HARVESTS = ("1 Ernte", "{count} Ernten")
    ENCOUNTERS = ("1 Begegnung", "{count} Begegnungen")
    STAYS = (
        "Anschriften, Telefonnummern und E-Mail-Adressen von den Karten; in eigenen Texten sehen "
        "Sie bitte selbst danach",
    )


class YearlyWords:
    """The report of a year."""

    TITLE = "Jahresbericht Kooperationen"
    LEAD = "Was im Gartenjahr gewachsen ist, aus Bausteinen, zum Weiterschreiben."
    HEAD = "Jahresbericht Kooperationen {year}"

    # Parts

    GLANCE = "Auf einen Blick"
    HIGHLIGHTS = "Höhepunkte des Jahres"
    PARTNERS = "Unsere Partner"
    THEN_AND_NOW = "Damals und heute"
    OVER_YEARS = "Über die Jahre"
    PROGRAMMES = "Programme und Zahlen"
    FAREWELLS = "Was zu Ende ging"
    PRESS = "Pressespiegel"
    RESOURCES = "Wirkung auf die Ressourcen"
    THANKS = "Dank"
    OUTLOOK = "Ausblick und Arbeitsplan"

    # At a glance

    SUMMARY = "{when}: {partnerships} mit {partners}. Im Gartenjahr: {done}."
    SUMMARY_QUIET = "{when}: {partnerships} mit {partners}."
    SUMMARY_DONE = "Im Gartenjahr: {done}."
    TODAY, AT_END = "Zurzeit", "Am Ende des Gartenjahres"
    AS_OF = "Stand: {day}."

    # Partners

    DAY = "Tag"
    CATEGORY, COUNT, NAMES = "Art der Organisation", "Anzahl", "Partner"
    NO_CATEGORY = "noch ohne Angabe"
    ALL_PARTNERS = ("{when}: 1 Partner.", "{when}: {count} Partner.")
    MET_ALL = "Mit jedem davon gab es im Gartenjahr mindestens eine Begegnung."
    MET_ONLY = "Mit ihm gab es im Gartenjahr mindestens eine Begegnung."
    MET_PARTNERS = (
        "Mit einem davon gab es im Gartenjahr mindestens eine Begegnung.",
        "Mit {count} davon gab es im Gartenjahr mindestens eine Begegnung.",
    )
    NEW_PARTNERS = "Neu dazugekommen: {names}."
    PARTNERS_TABLE = "Partner nach Art der Organisation"

    # Then and now

    IMAGE_TABLE = "Wie viele Partner die Bibliothek in welcher Phase sehen"
    STAGE_TABLE = "Wie viele lebende Kooperationen welchen Kooperationsstand haben"
    PHASE, STAGE = "Phase", "Kooperationsstand"
    BEGINNING, NOW, END = "Beginn des Jahres", "Jetzt", "Ende des Jahres"
    NO_PHASE = "noch offen"
    MOVED = "{name}: erst {before}, dann {after}"
    MOVED_IMAGE = "Veränderungen im Bild der Bibliothek:"
    MOVED_STAGE = "Veränderungen im Kooperationsstand:"
    MORE_MOVED = ("und 1 weitere", "und {count} weitere")

    # Over the years

    PHASES_CHART = "Partner nach Phase, jeweils am Jahresende"
    STAGES_CHART = "Lebende Kooperationen nach Kooperationsstand, jeweils am Jahresende"
    HARVESTS_CHART = "Ernten im Gartenjahr"
    SO_FAR = "{title}; {year} bis heute"
    YEAR = "Gartenjahr"
    ALT = "{title}. {rows}."
    ALT_ROW = "{year}: {counts}"
    ALT_COUNT = "{name} {count}"

    # Programmes and figures

    YEAR_IN_FIGURES = "Das Gartenjahr in Zahlen"
    FIGURE = "Zahl"
    BEFORE = "Vorjahr ({year})"
    LIVING = "Lebende Kooperationen"
    KNOWN_PARTNERS = "Partner"
    SOWN = "Gesäte Samenkörner"
    MET = "Begegnungen"
    CAME_TO_US = "Davon kamen Partner von sich aus"
    HARVESTED = "Ernten"
    TOGETHER = "Anfragen, gemeinsam weitergedacht"
    THANKED = "Ausgesprochener Dank"
    WHAT_GREW = "Was gereift ist"
    WITH = "mit {partners}"
    HARVEST_HEAD = "{title} ({facts})"
    COUNTED = "Gezählt bei den Ernten"
    COUNTED_WHAT, COUNTED_WHERE = "Was gezählt wurde", "Ernte"
    SUMMED = "Zusammengezählt"
    SUM_OF = "aus {count} Ernten"
    VOICES = "Stimmen dazu"
    VOICE = "„{quote}“ – {role}"
    VOICE_ONLY = "„{quote}“"

    # Effect on resources

    RESOURCE, GAINED, THROUGH = "Ressource", "Was hinzugekommen ist", "Wodurch"
    RESOURCE_NAMES = (
        ("geld", "geld", "Geld"),
        ("raum", "raum", "Raum"),
        ("personal", "personal", "Personal und Zeit"),
        ("dinge", "sachmittel", "Sachmittel"),
    )
    """Field of a harvest, field of the team's own answer, what it is called."""
    NOTICED = "Was auffällt"
    BY_TEAM = "Einschätzung des Teams"
    RESOURCES_TABLE = "Was die Bibliothek durch gemeinsame Erfolge gewonnen hat"
    HOURS = "Die lebenden Kooperationen brauchen zurzeit etwa {hours} Arbeitszeit im Quartal."
    HOURS_MISSING = (
        "Zu einer Kooperation fehlt diese Angabe noch.",
        "Zu {count} Kooperationen fehlt diese Angabe noch.",
    )
    ADVOCATES = "Fürsprache für die Bibliothek"
    ADVOCACY = "{day}: {what}"
    ADVOCACY_BY = "{day}, {partners}: {what}"
    ADVOCACY_EFFECT = "{what} – {effect}"

    # Thanks

    WHOM, WHAT_FOR = "Wem", "Wofür"
    THANKS_TABLE = "Ausgesprochener Dank im Gartenjahr"
    SOMEBODY = "allen Beteiligten"

    # Outlook

    PLAN = "Arbeitsplan"
    UNTIL, STEP, ABOUT = "Bis wann", "Was", "Gehört zu"
    LATE = "offen seit {day}"
    FEAST_STEP = "Fest: {what}"
    UNNAMED_MILESTONE = "Meilenstein"
    EVALUATION = "Auswertung: {what}"
    NEXT_LEVEL = "Nächste Ebene: {what}"
    DECIDED = "Beschlossene Wege"
    WAY = "{title}: {way}"
    SEEDS = "Gesät ist"
    OWN = "Aus der Rückschau des Teams"
    OWN_ANSWERS = {
        ("ruhen.richtung", "text"): "Richtung auf lange Sicht",
        ("ruhen.weiterentwicklung", "text"): "Gemeinsam weiterwachsen",
        ("ruhen.naechste-ebene", "wie"): "Nächste Ebene",
        ("ruhen.noch-einmal", "text"): "Noch einmal säen",
        ("ruhen.neue-impulse", "text"): "Neue Impulse",
    }


class HighlightsWords:
    """The highlights of a year, and what ended."""

    DAY, WHAT = "Tag", "Was geschah"
    HARVEST = "Ernte: {title}"
    FIRST_HARVEST = "Erste Ernte von „{partnership}“: {title}"
    MILESTONE = "Meilenstein erreicht: {what} ({title})"
    FEAST = "Fest: {title}"
    FEAST_AT = "Fest: {title}, {place}"
    BEGUN = "Neue Kooperation: {title}"
    FRUIT = "„{title}“ trägt zum ersten Mal Frucht"
    STRATEGIC = "„{title}“ ist nun eine strategische Zusammenarbeit"
    CAME = "{title} kam zum ersten Mal von sich aus auf die Bibliothek zu"

    ENDED = "Diese Kooperation ist in Freundschaft zu Ende gegangen."
    ENDED_ABOUT = "Diese Kooperation ({about}) ist in Freundschaft zu Ende gegangen."
    WITH = "mit {partners}"
    SPAN = "{begin} bis {end}"
    GREW = "Was in ihr gereift ist"
    REMAINS = "Was bleibt"
    THANKS_TO = "Dank an"
    DOOR = "Die Tür"
    DOORS = {"offen": "bleibt offen", "angelehnt": "bleibt angelehnt"}


class PressWords:
    """What was published, and who else was told."""

    COLUMNS = ("Tag", "Wo", "Für wen", "Worüber")
    PUBLISHED = "In den Medien und im Netz"
    OTHERS = "Außerdem weitererzählt"


class VisitorsWords:
    """Who came to events and harvests."""

    TABLE = "Wer gekommen ist"
    COLUMNS = ("Tag", "Was", "Gäste", "davon Kinder", "davon online")
    SUM = "Zusammen"
    EVENTS = "{count} Ereignisse"
    CHILDREN = "davon {count} Kinder und Jugendliche"
    ONLINE = "davon {count} online"


class AccountWords:
    """The account of one partnership, as those who fund it ask for."""

    TITLE = "Sachbericht"
    LEAD = "Was aus einer Kooperation geworden ist, wie Fördergeber und Träger es lesen wollen."
    HEADING = "Sachbericht: {title}"
    PERIOD = "Über welche Zeit?"
    ALL = "die ganze Zeit"

    HEAD = "Angaben"
    AIMS = "Anlass und Ziele"
    RESULTS = "Ziele und Ergebnisse"
    COURSE = "Verlauf"
    GREW = "Was entstanden ist"
    DIFFERENT = "Was anders kam und warum"
    PUBLICITY = "Öffentlichkeitsarbeit"
    SHARES = "Wer was beigetragen hat"
    GOING_ON = "Wie es weitergeht"

    CARRIED_BY = "Durchgeführt von"
    WITH = "Gemeinsam mit"
    PERIOD_FACT = "Berichtszeitraum"
    SPAN = "{begin} bis {end}"
    SO_FAR = "{begin} bis heute ({end})"
    UNTIL = "bis {end}"
    GOAL_COLUMNS = ("Ziel", "Woran wir es sehen", "Ergebnis", "Abweichung und Grund")
    MORE_RESULTS = "Weitere Rückmeldungen und Zahlen"
    COURSE_COLUMNS = ("Wann", "Was", "Stand")
    POSTPONED = "Verschoben"
    HARVEST_COLUMNS = ("Tag", "Was", "Ergebnis")
    COUNTED = "{what}: {number}"
    REASONS = "Abweichungen und ihre Gründe"
    HOURS = "Arbeitszeit der Bibliothek: etwa {hours} im Quartal."
    DECIDED = "Entschieden"
    PLANNED_END = "Geplantes Ende"
    NEXT = "Als Nächstes"
    NO_PUBLICITY = "Dazu ist nichts notiert."
    STAYS = (
        "Einschätzungen wie Kooperationsstand, Bild der Bibliothek, Vertrauen und Transparenz",
        "was nicht läuft und was Sie ändern wollen, soweit es nicht in einem Rückblick steht",
        "Namen von Ansprechpersonen, Anschriften, Telefonnummern und E-Mail-Adressen",
    )


class CouncilWords:
    """The paper for a committee."""

    TITLE = "Ratsvorlage"
    LEAD = "Höchstens zwei Seiten für Rat oder Ausschuss, ohne Namen von Privatpersonen."
    HEAD = "Vorlage"
    SUBTITLE = "Kooperationen im Jahr {year}"
    DOT = " · "

    HEAD_PART = "Kopf"
    SUBJECT = "Betreff"
    SUBJECT_TEXT = "Kooperationen der Bibliothek im Jahr {year}"
    BODY = "Gremium"
    SESSION = "Sitzung am"
    KIND = "Vorlagenart"
    KINDS = ("Mitteilungsvorlage", "Beschlussvorlage", "Berichtsvorlage", "Anfrage")
    FILE_NUMBER = "Aktenzeichen"
    DATE = "Datum"
    WRITTEN_BY = "Verfasst von"

    PROPOSAL = "Beschlussvorschlag"
    PROPOSAL_TEXT = (
        "Der Ausschuss nimmt den Bericht über die Kooperationen der Bibliothek im Jahr {year} zur "
        "Kenntnis."
    )
    ABOUT = "Begründung: Worum es geht"
    ACHIEVED = "Was erreicht wurde"
    FIGURES = "Drei Zahlen"
    DECISIONS = "Wie es weitergeht"
    GAINS = "Was dadurch hinzugekommen ist"
    COSTS = "Finanzielle Auswirkungen"
    CLIMATE = "Auswirkungen auf den Klimaschutz"

    INTRO = (
        "Die Bibliothek pflegt {partnerships} mit {partners}. Was daraus entsteht, tragen viele "
        "gemeinsam."
    )
    CHOSEN = "Hier stehen {count} von {all}: die mit den meisten Treffen in diesem Jahr."
    PARTNERSHIPS = ("eine Kooperation", "{count} Kooperationen")
    INTRO_NONE = "Laufende Kooperationen sind für diesen Zeitraum nicht notiert."
    PARTNERSHIP = "{title} (mit {partners}): {about}"
    PARTNERSHIP_SHORT = "{title} (mit {partners})"
    PARTNERSHIP_ALONE = "{title}: {about}"
    MORE_PARTNERSHIPS = "Dazu kommen: {names}."
    LATEST = "Die letzten {count} von {all} {what}:"
    RESULTS = "gemeinsamen Ergebnissen"
    DECIDED = "Entscheidungen"
    FIRST = "{count} von {all}, nach Geld, Raum, Personal und Sachmitteln geordnet:"
    HARVEST = "{day}: {title}"
    HARVEST_WHAT = "{day}: {title} {what}"
    GAIN = "{kind}: {what} (durch „{through}“)"
    FIGURES_TABLE = "Drei Zahlen im Vergleich"
    LIVING = "Laufende Kooperationen"
    HARVESTED = "Gemeinsame Ergebnisse: Programme, Angebote, Räume"
    RELIABLE = "Partner, die in der Bibliothek eine verlässliche Kooperationspartnerin sehen"
    DECISION_DAY = "{title}: {way} (entschieden am {day})"
    WAYS = {
        "weiter": "läuft weiter wie bisher",
        "stabilisieren": "wird gefestigt",
        "verfeinern": "wird verbessert",
        "ausbauen": "wird ausgebaut",
        "zurueckschneiden": "läuft in kleinerem Umfang weiter",
        "umpflanzen": "läuft an anderer Stelle weiter",
        "ruhen": "ruht vorerst",
        "beenden": "ist einvernehmlich beendet",
        "neu-saeen": "beginnt neu",
    }
    COST_COLUMNS = ("Art", "Angabe")
    MATERIAL = "Sachkosten im Jahr"
    STAFF = "Personalkosten"
    HOURS = "etwa {hours} Arbeitszeit im Quartal, für alle Kooperationen zusammen"
    FOLLOWING = "Folgekosten"
    INCOME = "Einnahmen und Zuschüsse"
    BUDGET = "Mittel stehen im Haushalt bereit"
    IN_BUDGET = ("ja", "nein", "teilweise", "nicht erforderlich")
    EFFECTS = ("ja, positiv", "ja, negativ", "keine Auswirkungen")
    UNDERLINE = f"Zutreffendes bitte unterstreichen: {' – '.join(EFFECTS)}"
    STAYS = (
        "Namen von Privatpersonen, Telefonnummern und E-Mail-Adressen, auch aus Ihren Texten; was "
        "ersetzt wurde und was Sie noch ansehen sollten, steht oben. Bitte lesen Sie freie Texte "
        "trotzdem noch einmal durch",
        "Anschriften von den Karten",
        "Dank, Stimmen und Begründungen einzelner Menschen",
    )


class QuarterlyWords:
    """The note of a quarter."""

    TITLE = "Quartalsnotiz"
    LEAD = "Eine halbe Seite aus einem Check-in: was war, wie es steht, was als Nächstes kommt."
    HEAD = "Quartalsnotiz {title}"
    ABOUT = "Aus welchem Check-in?"
    NONE = (
        "Es gibt noch keinen abgeschlossenen Check-in. Die Quartalsnotiz entsteht aus dem ersten, "
        "den Sie zu Ende bringen."
    )

    HAPPENED = "Was geschehen ist"
    STANDS = "Wie es steht"
    STEPS = "Nächste Schritte"
    ANSWERS = "Aus dem Check-in"
    WORDS = "Was die Wörter meinen"
    LEGEND = (
        "Kooperationsstand, vom Anfang an: {stages}. Wachstum zeigt in fünf Bildern, wie weit eine "
        "Idee ist: {growth}. Eine Ernte ist ein gemeinsames Ergebnis, ein Samenkorn eine Idee."
    )

    SINCE = "Vom {since} bis zum {until}:"
    QUIET_TIME = "Vom {since} bis zum {until} ist nichts eingetragen. Das ist in Ordnung."
    STAGE, GROWTH = "Kooperationsstand", "Wachstum"
    NOT_PLACED = "noch offen"
    COUNTS = "{what}: {counts}."
    COUNT = "{name} {count}"
    STEP = "{day}: {what}"
    STEP_ABOUT = "{day}: {what} ({about})"
    DONE = "{step} – erledigt"
    NO_DAY = "Ohne Termin"
    NEXT = "Der nächste Check-in ist ab dem {day} vorgesehen."
    MORE_STEPS = ("und 1 weiterer Schritt", "und {count} weitere Schritte")
    JOY, THIRST, REST, NOTE = "Freude", "Braucht Wasser", "Darf liegen bleiben", "Fazit"


class CountingWords:
    """The sheet of figures for the German library statistics."""

    TITLE = "DBS-Zählblatt"
    LEAD = (
        "Vorschläge für die Deutsche Bibliotheksstatistik, mit Zählregel und Belegen. Gezählt wird "
        "nach Kalenderjahr."
    )
    HEAD = "DBS-Zählblatt, Berichtsjahr {year}"
    YEAR = "Welches Kalenderjahr (Berichtsjahr)?"
    PERIOD = "1. Januar bis 31. Dezember {year}"
    SO_FAR = "Stand: {day}. Das Berichtsjahr läuft noch; was bis zum 31. Dezember geschieht, fehlt."

    OVERVIEW = "Die Zahlen"
    RULES = "Was 0 und N bedeuten"
    OVERVIEW_LEAD = (
        "Die Zahlen sind Vorschläge aus dem, was in diesem Garten notiert ist. Was ohne die "
        "Kooperationen geschehen ist, kommt aus Ihren anderen Aufzeichnungen hinzu."
    )
    NUMBER, QUESTION, VALUE, TO_CHECK = "Nummer", "Frage", "Vorschlag", "Noch zu prüfen"
    NO_NUMBER = "Nummer bitte eintragen"
    LAST_KNOWN = "Nummer bitte eintragen (zuletzt {number})"
    RULE_0_N = (
        "0 heißt für die Statistik: Das gab es nicht. N heißt: Das gibt es, aber die Zahl ist "
        "nicht bekannt."
    )
    RULE_HERE = (
        "Hier steht N, wenn der Garten aus diesem Jahr keinerlei Einträge dieser Art hat; dann "
        "lässt sich aus ihm nichts ablesen. 0 steht da, wenn es solche Einträge gibt, aber keiner "
        "die Zählregel erfüllt. Wissen Sie, dass es das Gefragte bei Ihnen gar nicht gab, tragen "
        "Sie auch statt N eine 0 ein."
    )
    SOURCES = (
        "Die Fragenummern stehen in einer Tabelle, die Sie ändern können: die Datei {file} im "
        "Ordner Ihres Gartens. Bitte vergleichen Sie sie mit dem Fragebogen des Berichtsjahrs."
    )
    RULE = "Zählregel: {rule}"
    COUNTED, NOT_SURE = "Gezählt", "Zu prüfen (nicht mitgezählt)"
    NONE_COUNTED = "Kein Eintrag erfüllt die Zählregel."
    NO_RECORDS = "Aus diesem Jahr gibt es im Garten keine Einträge dieser Art."
    DAY, WHAT, WHY, CHECK = "Tag", "Eintrag", "Warum gezählt", "Was zu klären ist"
    NUMBER_TIMES = "Zahl"
    NO_DAY = "ohne Tag"

    FIELDS = {
        "vereinbarungen": "Kooperationsvereinbarungen",
        "veranstaltungen": "Veranstaltungen insgesamt",
        "besuche": "Besucherinnen und Besucher von Veranstaltungen",
        "einfuehrungen": "Bibliothekseinführungen",
        "schulbibliotheken": "Unterstützte Schulbibliotheken",
    }
    FIELD_RULES = {
        "vereinbarungen": (
            "eine Kooperation, die am 31. Dezember lebt und für die dann eine Absprache gilt, von "
            "der notiert ist, wo sie liegt. Mehrere Absprachen einer Kooperation zählen einmal, "
            "jeder Partner zählt einmal. Fragt Ihr Bogen nach schriftlichen Vereinbarungen, sehen "
            "Sie die Belege bitte daraufhin durch."
        ),
        "veranstaltungen": (
            "eine Begegnung der Art „Veranstaltung“, die nicht auswärts beim Partner war, oder "
            "eine Ernte, bei der Menschen gezählt wurden (Gäste, Kinder, Teilnehmende …). Stehen "
            "bei einer Ernte „Termine“ oder „Veranstaltungen“ als Zahl, zählt sie so oft. Ernte "
            "und Begegnung am selben Tag mit demselben Partner zählen einmal. Einführungen sind "
            "darin enthalten."
        ),
        "besuche": (
            "wie viele Menschen bei den gezählten Veranstaltungen waren, Kinder und alle online "
            "eingeschlossen: die Gäste, die bei der Begegnung oder der Ernte stehen, sonst eine "
            "Zahl der Ernte, die Menschen zählt. Steht sie bei beiden, gilt die der Begegnung."
        ),
        "einfuehrungen": (
            "eine Begegnung oder Ernte, in deren Namen von einer Bibliothekseinführung, "
            "Klassenführung oder einer Führung durch die Bibliothek die Rede ist. Sie zählen auch "
            "bei den Veranstaltungen."
        ),
        "schulbibliotheken": (
            "eine Schule, mit der im Berichtsjahr eine Kooperation lebte, in deren Name, Anliegen, "
            "Zielen, Aufgaben oder Absprachen von der Schulbibliothek die Rede ist. Jede Schule "
            "zählt einmal."
        ),
    }

    # Why counted

    AGREED = "„{what}“, gilt {span}"
    SPAN = "vom {start} bis zum {end}"
    SPAN_SAID = "{start} bis {end}"
    SPAN_FROM = "seit dem {start}, ohne Ende"
    SPAN_TO = "bis zum {end}"
    UNNAMED_AGREEMENT = "Absprache"
    EVENT = "Begegnung der Art „Veranstaltung“"
    PEOPLE = "Ernte mit {what}: {number}"
    INTRODUCTION = "im Namen steht: „{word}“"
    SCHOOL_LIBRARY = "Kooperation „{title}“ nennt: „{word}“"

    # What is to be checked

    CHECK_DATES = "„{what}“ hat keine Tage: Gilt sie am 31. Dezember?"
    CHECK_PLACE = "„{what}“: Es steht nicht da, wo sie liegt. Ist sie schriftlich?"
    CHECK_ENDED = "„{what}“ galt im Berichtsjahr nur {span}, nicht am 31. Dezember."
    CHECK_PARTNER = "Der Partner zählt schon bei „{other}“. Ist es eine weitere Vereinbarung?"
    CAME = "Gäste: {number}"
    CHECK_GUESTS = "Hier hat niemand gezählt. Wie viele Menschen waren da?"
    CHECK_AWAY = "Fand beim Partner statt. War es eine Veranstaltung Ihrer Bibliothek?"
    CHECK_HARVEST = "Bei dieser Ernte sind keine Menschen gezählt. War es eine Veranstaltung?"
    CHECK_FEAST = "Erntefest. War es eine Veranstaltung Ihrer Bibliothek?"
    CHECK_TIMES = "{what}: {number} ist keine ganze Zahl. Wie viele waren es?"
    CHECK_DAY = "„{day}“ ist kein Tag im Kalender. Gehört der Eintrag in dieses Jahr?"
    CHECK_VISIT = "Besuch einer Schule oder Kita bei Ihnen. War es eine Einführung?"
    CHECK_SCHOOL = "Kooperation mit einer Schule. Unterstützen Sie dort die Schulbibliothek?"
    CHECK_LIBRARY = (
        "Kooperation nennt: „{word}“, aber kein Partner ist als Schule eingetragen. Welche Schule?"
    )

    STAYS = ("Namen von Ansprechpersonen und alles, was nicht gezählt wird",)


class QuestionsWords:
    """The table of question numbers."""

    FILE = "dbs-fragen.toml"
    KEPT = "Benutzt werden die mitgelieferten Nummern; Ihre Datei bleibt, wie sie ist."
    DAMAGED = (
        "In {file} ist Zeile {line} nicht zu lesen. {kept} Bitte die Zeile mit dem Muster in der "
        "Anleitung vergleichen (docs/dbs.md)."
    )
    NOT_UTF8 = (
        "In {file} steht in Zeile {line} ein Zeichen in einer fremden Kodierung. {kept} Bitte die "
        "Datei als „UTF-8“ speichern."
    )
    UNREADABLE = "{file} lässt sich nicht öffnen. {kept} Bitte prüfen Sie, ob Sie sie lesen dürfen."
    TOO_LARGE = "{file} ist zu groß für eine Tabelle mit Fragenummern. {kept}"
    WRONG = (
        "In {file} passt Zeile {line} nicht: „{what}“ ist hier unbekannt oder hat nicht die "
        "erwartete Form. {kept} Bitte mit dem Muster in der Anleitung vergleichen (docs/dbs.md)."
    )
