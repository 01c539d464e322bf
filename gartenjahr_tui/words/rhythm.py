"""German sentences of what comes round: due, search, year rings, check-in, change of year.

Tone: warm, clear, Sie-Form; an error says what happened, that nothing is lost, and what to do.
"""

from __future__ import annotations


class HappenedWords:
    """What has happened since the last check-in."""

    ENCOUNTERS = ("1 Begegnung", "{count} Begegnungen")
    HARVESTS = ("1 Ernte", "{count} Ernten")
    THANKS = ("1 Dank ausgesprochen", "{count} Mal Dank ausgesprochen")
    THANKS_OPEN = ("1 Dank noch offen", "{count} Mal Dank noch offen")
    SEEDS = ("1 neues Samenkorn", "{count} neue Samenkörner")
    MILESTONE = "Meilenstein erreicht: {what}"
    OF = "{name}: {change}"
    NOW = "jetzt {state}"
    DECIDED = {
        "weiter": "entschieden, weiterzumachen",
        "stabilisieren": "entschieden, zu stabilisieren",
        "verfeinern": "entschieden, zu verfeinern",
        "ausbauen": "entschieden, auszubauen",
        "zurueckschneiden": "entschieden, zurückzuschneiden",
        "umpflanzen": "entschieden, umzupflanzen",
        "ruhen": "entschieden, ruhen zu lassen",
        "beenden": "in Freundschaft beendet",
        "neu-saeen": "entschieden, neu zu säen",
    }
    CHANGE = "{before} → {after}"
    MORE = " …"
    AND_MORE = "… und {count} weitere"


class RoundsWords:
    """What check-in and overwintering have in common."""

    BULLET = "• {text}"
    STATION = "Kooperation {number} von {total}"
    LOOKED_AT = "gesehen"
    ON = "Weiter"


class CheckInWords:
    """The check-in, four times a year."""

    TITLE = "{season} {year}"
    DUE = "Check-in {season}, etwa zehn Minuten"
    RESUME = "Check-in {title} weiterführen"

    # Since the last one; what has happened is in Happened

    START = "Seit dem letzten Mal"
    BEGUN_FIRST = "Ihr erster Check-in. Beim nächsten Mal steht hier, was seit heute geschehen ist."
    SINCE = "Seit dem {day}:"
    NOTHING = "Seit dem letzten Mal ist nichts eingetragen. Das ist in Ordnung."

    # One partnership

    SAME = "Alles wie bisher"
    NOT_TODAY = "Heute nicht"
    MORE = "Hat sich sonst etwas geändert?"
    LAST_LOOK = "Im Check-in {title} – {text}"
    LAST_GOOD = "lief gut: {text}"
    LAST_BAD = "lief nicht: {text}"
    LAST_CHANGE = "ändern wollten Sie: {text}"
    NOW_OF = "{what}: {state} (seit {day})"
    NOW_OF_SAID = "{what}: {state} ({day})"
    NOW_OF_NO_DAY = "{what}: {state}"
    STEP_BEFORE = "Vereinbart war: {step}, bis {day}"
    STEP_BEFORE_NO_DAY = "Vereinbart war: {step}"

    # What the season proposes

    SEASON_TITLE = "Impulse: {step}"
    SEASON_LEAD = (
        "Zu dieser Jahreszeit passt der Schritt „{step}“. Das ist nur ein Vorschlag; alles andere "
        "steht Ihnen genauso offen."
    )
    SEASON_DONE = "Hier ist alles beantwortet. Wenn Sie mögen, lesen Sie noch einmal nach."

    # The end

    SUMMARY_LOOKS = (
        "1 von {total} Kooperationen angesehen.",
        "{count} von {total} Kooperationen angesehen.",
    )
    SUMMARY_ALL = "Alle {total} Kooperationen sind angesehen."
    SUMMARY_ONLY_ONE = "Ihre Kooperation ist angesehen."
    SUMMARY_SHORT = "Heute waren es die drei Fragen."
    SUMMARY_CHANGED = "Geändert hat sich:"
    FIRST_STATE = "{name}: jetzt {after}"
    SUMMARY_SAME = "Kooperationsstand, Wachstum und Transparenz bleiben, wie sie waren."
    SUMMARY_STEPS = "Vereinbart ist:"
    SUMMARY_STEP = "{name}: {step}, bis {day}"
    SUMMARY_STEP_NO_DAY = "{name}: {step}"
    FINISH_LINK = "Check-in abschließen"
    FINISHED = "Check-in {title} abgeschlossen. Der nächste ist ab {day} dran."
    DONE = "Der Check-in {title} ist erledigt. Der nächste ist ab {day} dran."


class OverwinterWords:
    """The change of year as a round."""

    TITLE = "{old} → {new}"

    # One partnership

    PROPOSAL_PERENNIAL = "Vorschlag: „{way}“, weil die Kooperation mehrjährig ist."
    PROPOSAL_UNTIL = "Vorschlag: „{way} bis {day}“, denn so lange ist die Kooperation geplant."
    END_WAS = (
        "Das geplante Ende war der {day}. Wie soll es weitergehen? Nichts ist vorausgewählt; was "
        "Sie offen lassen, bleibt, wie es ist."
    )
    END_IS = (
        "Das geplante Ende ist der {day}, noch vor dem neuen Gartenjahr. Wie soll es weitergehen? "
        "Nichts ist vorausgewählt; was Sie offen lassen, bleibt, wie es ist."
    )
    PROPOSAL_ANNUAL = (
        "Die Kooperation ist einjährig, ein Ende ist nicht eingetragen. Wie soll es weitergehen? "
        "Nichts ist vorausgewählt; was Sie offen lassen, bleibt, wie es ist."
    )
    PROPOSAL_OPEN = (
        "Ob diese Kooperation einjährig oder mehrjährig ist, steht noch offen; darum gibt es "
        "keinen Vorschlag."
    )
    TAKE_PROPOSAL = "Mit „Weiter“ nehmen Sie ihn an; entschieden ist es erst am Ende."
    DECIDED_BEFORE = "Zuletzt entschieden: {way} ({day})"

    # What comes along

    OPEN_STEPS = ("1 Schritt ist offen:", "{count} Schritte sind offen:")
    OPEN_STEPS_NONE = "Es sind keine Schritte offen."
    OPEN_STEP = "{name}: {step}, bis {day}"
    OPEN_STEP_NO_DAY = "{name}: {step}"
    OPEN_THANKS = ("1 Dank ist noch offen:", "{count} Mal ist Dank noch offen:")
    OPEN_THANKS_NONE = "Aller Dank ist ausgesprochen. Wie schön!"
    OPEN_THANK = "{who}: {what}"
    SEEDS = (
        "In der Saatguttüte liegt 1 Samenkorn:",
        "In der Saatguttüte liegen {count} Samenkörner:",
    )
    SEEDS_NONE = "Die Saatguttüte ist leer."
    PALMS = ("1 Schneesturm-Palme aus {year}:", "{count} Schneesturm-Palmen aus {year}:")
    PALMS_NONE = "Für {year} ist keine Schneesturm-Palme eingetragen."

    # Wishes and horizons

    WISHES_TITLE = "Wünsche und Horizonte"
    WISHES_LEAD = (
        "Wünsche und weite Blicke wandeln sich mit den Jahren. Manches gilt noch, anderes "
        "schreiben Sie vielleicht neu."
    )
    LAST_YEAR = "{year}, {what}: {text}"
    LAST_YEAR_NONE = "{year}, {what}: nichts eingetragen"

    # The end

    SUMMARY_DECIDED = (
        "Für 1 von {total} Kooperationen entschieden:",
        "Für {count} von {total} Kooperationen entschieden:",
    )
    SUMMARY_WAY = "{way}: {names}"
    SUMMARY_NONE_DECIDED = "Alle Kooperationen bleiben, wie sie sind."
    SUMMARY_UNDECIDED = (
        "1 Kooperation bleibt, wie sie ist: {names}",
        "{count} Kooperationen bleiben, wie sie sind: {names}",
    )
    SUMMARY_TALKS = "Mit dem Partner noch zu besprechen: {names}. Es steht dann unter „Jetzt dran“."
    SUMMARY_FAREWELLS = (
        "Gut zu Ende zu bringen: {names}. „Jetzt dran“ führt danach zur Seite „Abschied“."
    )
    SUMMARY_ALONG = "Ins neue Jahr kommt mit:"
    SUMMARY_STEPS = ("1 offener Schritt", "{count} offene Schritte")
    SUMMARY_THANKS = ("1 noch offener Dank", "{count} Mal noch offener Dank")
    SUMMARY_SEEDS = ("1 Samenkorn", "{count} Samenkörner")
    SUMMARY_PALMS = ("1 Schneesturm-Palme", "{count} Schneesturm-Palmen")
    SUMMARY_NOTHING_ALONG = "Ins neue Jahr wird nichts übernommen."
    SUMMARY_NEW_YEAR = (
        "Mit dem Abschluss beginnt das Gartenjahr {new}; {old} wird dann nur noch gelesen."
    )
    SUMMARY_BEFORE = "Bis dahin ändert sich nichts."
    FINISH_LINK = "Überwintern abschließen"
    FINISHED = (
        "Das Gartenjahr {old} ruht, {new} beginnt. Bald juckt es wieder in den Fingern: Womit "
        "möchten Sie anfangen?"
    )

    # Taking it back

    UNDO_STEP = "Entscheidungen und Samenkörner vom Überwintern {title}"
    UNDO = "Zurücknehmen"
    UNDO_HELP = (
        "Bis zum ersten Eintrag im neuen Gartenjahr lässt sich alles zurücknehmen. Was Sie beim "
        "Überwintern geschrieben haben, bleibt erhalten."
    )
    UNDONE = "Zurückgenommen. Das alte Jahr ist wieder das laufende, alles steht wie zuvor."
    SEED_ALONG = "ins Gartenjahr {year} mitgenommen"
    NOT_UNDOABLE = (
        "Im Gartenjahr {new} gibt es schon Einträge, darum bleibt das Überwintern bestehen. "
        "Nichts ist verloren; jede Entscheidung können Sie auf der Karte der Kooperation ändern."
    )


class SearchWords:
    """Looking for words (F3, and „suche“ line by line)."""

    TITLE = "Suche"
    PROMPT = "Suchen:"
    PREPARING = "Der Garten wird durchgesehen …"
    ONE = "1 Stelle"
    COUNT = "{total} Stellen"
    MANY = "{total} Stellen oder mehr"
    PART = "{count}, gezeigt werden {shown}"
    HINT = (
        "Tippen Sie ein Wort oder einen Teil davon: „frühstück“ findet auch Elternfrühstück. Mit "
        "ein oder zwei Buchstaben zählt nur der Anfang.",
        "Gesucht wird in allem, was Sie und Ihr Team geschrieben haben: in den Antworten aller "
        "Jahre, in Samenkörnern, Partnern, Begegnungen und allen anderen Karten. Dazu im Leitfaden "
        "und im Glossar.",
        "Groß und klein ist gleich, ä findet auch ae und a, ß auch ss. Mehrere Wörter stehen alle "
        "an derselben Stelle.",
        "↓ zu den Stellen · Enter öffnet · Tab zu den Filtern · Esc zurück",
    )
    NOTHING = "Zu „{text}“ steht hier nichts. Das hilft oft:"
    FEWER_LETTERS = "weniger Buchstaben: Ein Teil eines Wortes genügt."
    FEWER_WORDS = "weniger Wörter: Alle müssen an derselben Stelle stehen."
    NO_FILTER = "ohne Filter: Tab geht hin, ← und → wählen „alle“."
    WITH_CONFIDENTIAL = "Vertrauliches mitsuchen: Tab bis „Vertrauliches“, dann Leertaste."
    FILTER = "{name}: {choice}"
    YEAR = "Jahr"
    STEP = "Schritt"
    KIND = "Art"
    CONFIDENTIAL = "Vertrauliches"
    ALL = "alle"
    NO = "nein"
    YES = "ja"
    CHANGE = "← → ändert"
    HIDDEN = "← → ändert · Vertrauliches wird nicht gezeigt"
    SHOWN = "← → ändert · auch Vertrauliches wird gezeigt"

    # Where something was found.
    JOIN = " › "
    DOT = " · "
    GUIDE = "Leitfaden"
    GLOSSARY = "Glossar"
    CUT = "…"

    AREAS = {"answer": "Antworten", "guide": "Leitfaden", "glossary": "Glossar"}


class FiguresWords:
    """The garden in figures, year by year."""

    TITLE = "Zahlen des Gartens"
    PHASES = "So sehen Partner die Bibliothek (am Jahresende)"
    PHASE_COLUMNS = ("Phase 1", "Phase 2", "Phase 3", "noch offen")
    STAGES = "Kooperationen nach Kooperationsstand (am Jahresende)"
    GROWTH = "Kooperationen nach ihrem Wachstum (am Jahresende)"
    NO_GROWTH = "noch nicht beobachtet"
    SEEDS = "Samenkörner"
    SEED_COLUMNS = ("gefunden", "gesät", "gewachsen")
    ENCOUNTERS = "Begegnungen"
    ENCOUNTER_COLUMNS = ("festgehalten",)
    FIRST_STEPS = "Wer den ersten Schritt zu einer Begegnung tat"
    FIRST_STEP_COLUMNS = ("Partner von sich aus", "wir", "es ergab sich")
    HARVESTS = "Ernten"
    HARVEST_COLUMNS = ("eingebracht",)
    THANKS = "Dank"
    THANKS_COLUMNS = ("ausgesprochen", "noch offen")
    REQUESTS = "Anfragen"
    REQUEST_COLUMNS = ("allein erledigt", "gemeinsam weitergedacht", "noch offen")
    YEAR = "Jahr"
    SENTENCE = "{year}: {counts}"
    COUNT = "{name}: {count}"
    JOIN = ", "
    NONE = (
        "Noch ist nichts zu zählen. Mit dem ersten Samenkorn, der ersten Begegnung, der ersten "
        "Ernte entsteht hier ein Bild."
    )


class RingsWords:
    """The same question through all years."""

    TITLE = "Jahresringe"
    ALL = "Alle Schritte"
    STEP = "{number} {title}"
    QUARTER = "{year}, {quarter}. Quartal"
    UNDATED = "ohne Datum"
    NOT_HERE = "Passt bei uns nicht."

    UNCHANGED = "unverändert seit {when}"
    OF_FIELD = "{label} {change}"
    JOIN_FIELDS = " · "
    JOIN = "; "
    MORE = "und {count} weitere Änderungen"
    FROM_TO = "{before} → {after}"
    SCALE = "{before} → {after} von 5"
    CAME = "neu dazu"
    WENT = "steht nicht mehr da"
    NEW = "neu: {names}"
    GONE = "weggefallen: {names}"
    ENTRIES_NEW = "{count} neu"
    ENTRIES_OTHER = "{count} geändert"
    ENTRIES_GONE = "{count} nicht mehr dabei"
    ENTRIES_ORDER = "neu geordnet"
    NAMES = ", "
    ALMOST = "fast gleich"
    SHORTER = "gekürzt"
    REWRITTEN = "neu geschrieben"
    REVISED = "überarbeitet, neu darin: {words}"
    GROWN = "ergänzt, neu darin: {words}"
    ADDED = "ergänzt um „{words}“"
    CUT = " …"

    NONE = (
        "Hier steht noch nichts. Sobald Sie eine Frage beantworten, steht sie hier; mit jedem Jahr "
        "kommt eine Antwort dazu."
    )
    NEVER = "Zu dieser Frage steht hier noch nichts."
    ONE_YEAR = "Das erste Jahr. Im nächsten sehen Sie hier, was sich verändert hat."
    EMPTY = "–"
    QUESTIONS = ("1 Frage", "{count} Fragen")
    CHECKINS = ("1 Check-in", "{count} Check-ins")
    CHECKIN = "Check-ins: {name}"
    COLUMNS_LEFT = "◄ {when}"
    COLUMNS_RIGHT = "{when} ►"
    NO_QUESTIONS = "Die Ansicht lässt sich nur bei den fünf Schritten wechseln."
    NO_FIGURES = "Tabelle und Balken gibt es bei den Zahlen des Gartens."

    MENU = "Jahresringe: dieselbe Frage durch alle Jahre."
    FIGURES_KEY = "z"
    CHECKINS_KEY = "c"
    ALL_CHECKINS = "Check-ins der Kooperationen"
    CHOICE = "{key}  {title}, {count}"
    CHOICE_PLAIN = "{key}  {title}"
    CHOOSE = (
        "Ein Zeichen vom Anfang der Zeile wählt, „weiter“ oder eine leere Zeile liest die Zahlen, "
        "„zurück“ verlässt die Jahresringe."
    )
    WRONG = "Das steht nicht zur Wahl. Bitte {keys} oder „zurück“."
    NEXT_WORD = "weiter"
    NEXT = "{number} von {total}. „weiter“ oder leere Zeile: nächste. „zurück“: verlassen."
    LAST = "Das war die letzte. Leere Zeile oder „zurück“: zur Auswahl."
    READ_WRONG = "Bitte „weiter“, eine leere Zeile oder „zurück“."
    RING = "{when}: {change}"
    RING_VOICE = "{when}, {voice}"


class UndoWords:
    """Taking back what was done last."""

    TAKEN_BACK = "Zurückgenommen: {what}."
    AND = "; "
    CARD = "„{name}“ ist wieder da"
    CARD_BACK = "„{name}“ war schon wieder da."
    NEW_CARD = "„{name}“ wurde entfernt"
    NEW_CARD_CHANGED = "„{name}“ wurde seither geändert und bleibt."
    STATE = "„{name}“: „{field}“ steht wieder auf „{state}“"
    NO_STATE = "„{name}“: „{field}“ ist wieder leer"
    MARK = "„{name}“ ist wieder {state}"
    REWRITTEN = "Bei „{name}“ steht wieder, was vorher dastand"
    CHANGED_SINCE = (
        "„{name}“: „{field}“ wurde seither noch einmal geändert und bleibt, wie es ist. Das "
        "nächste Zurücknehmen gilt dem Schritt davor."
    )
    ANSWER_CHANGED_SINCE = (
        "An „{name}“ wurde seither weitergeschrieben; es bleibt, wie es ist. Das nächste "
        "Zurücknehmen gilt dem Schritt davor."
    )
    ALL_CHANGED = "{what}: Alles wurde seither noch einmal geändert und bleibt, wie es ist."
    ONE_STAYED = "Eine Angabe wurde seither noch einmal geändert und bleibt, wie sie ist."
    STAYED = "{count} Angaben wurden seither noch einmal geändert und bleiben, wie sie sind."
    NOTHING = "Seit dem Start gibt es nichts zurückzunehmen."


class LogWords:
    """What was changed, when and by whom."""

    TITLE = "Was wurde geändert?"
    KEYS = "Enter öffnet · Esc zurück · Hier steht, was geändert wurde, nicht der Text."
    KEYS_EMPTY = "Esc zurück"
    EMPTY = (
        "Noch ist nichts vermerkt. Was Sie und Ihr Team ab jetzt ändern, steht hier: was, wann "
        "und von wem – nie, was jemand geschrieben hat."
    )
    ENTRY = "{time}  {what}"
    BY = "{what} · {who}"
    SPOKEN = "{day}, {time}: {what}"
    NOBODY = "jemand"
    TODAY = "Heute"
    DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
    DAY = "{weekday}, {day}"
    CARD = "Karte"
    CARDS = {
        "created": "{item} angelegt",
        "changed": "{item} geändert",
        "state": "{item}: Stand geändert",
        "deleted": "{item} gelöscht",
        "restored": "{item} zurückgeholt",
        "view": "{item}: eine Sicht aus einem Paket eingelesen",
    }
    QUESTION = "Leitfaden"
    ANSWERS = {
        "created": "Antwort in {step}, Gartenjahr {year}, begonnen",
        "changed": "Antwort in {step}, Gartenjahr {year}, geändert",
        "state": "Frage in {step}, Gartenjahr {year}: Stand geändert",
        "corrected": "Antwort in {step}, Gartenjahr {year}, korrigiert",
    }
    YEAR = "Gartenjahr {year} begonnen"


class CurtainWords:
    """The screen that hides everything."""

    LINE = "Sichtschutz – jede Taste holt den Bildschirm zurück"
    PLANT = (
        "     ░▒▓▓▓▓▒░",
        "    ░▒▓████▓▒░",
        "      ▀████▀",
        "        ▐▌",
        "   ▄▄   ▐▌   ▄▄",
        "    ▀█▄ ▐▌ ▄█▀",
        "      ▀█▐▌█▀",
        "        ▐▌",
        " ─────────────────",
    )


class DueWords:
    """What is due: the lines under „Jetzt dran“, and the list of all of them."""

    YEAR = "Das Gartenjahr {year} hat begonnen: überwintern"
    YEAR_SHORT = "Jahr {year} hat begonnen: überwintern"
    OVERWINTER_ON = "Überwintern weiterführen"
    BALANCE = "Bilanz {year} ist noch offen"
    DRY = "{name}: {days} Tage ohne Kontakt"
    NEVER_SEEN = "{name}: noch keine Begegnung"
    MORE_THIRSTY = "{count} weitere Partner haben Durst"
    THANKS_ONE = "Dank an {name} noch offen"
    THANKS = "{count} Mal Dank noch offen"

    # For a day that has passed, for today, for one to come.
    STEP_DAYS = ("{name}: überfällig seit {day}", "{name}: {day}", "{name}: bis {day}")
    MILESTONE_DAYS = ("{name}: überfällig seit {day}", "{name}: {day}", "{name}: bis {day}")
    TASK_DAYS = ("{name}: überfällig seit {day}", "{name}: {day}", "{name}: bis {day}")
    AGREEMENT_DAYS = ("{name}: galt bis {day}", "{name}: gilt bis {day}", "{name}: gilt bis {day}")
    MEETING_DAYS = ("{name}: Treffen am {day}", "{name}: Treffen {day}", "{name}: Treffen am {day}")
    ENCOUNTER = "Begegnung"
    ENCOUNTER_DAYS = ("{name}: verabredet für {day}", "{name}: {day}", "{name} am {day}")
    RECURRING_DAYS = ("{name}: seit {day}", "{name}: {day}", "{name} am {day}")
    ALLIANCE = "Bündnis"
    HARVEST_HOUR = "Erntestunde"
    HOUR_DAYS = ("{name}: offen seit {day}", "{name}: {day}", "{name} am {day}")
    FEAST_DAYS = ("{name}: Fest am {day}", "{name}: Fest {day}", "{name}: Fest am {day}")
    EVALUATION_DAYS = (
        "{name}: auswerten, seit {day}",
        "{name}: {day} auswerten",
        "{name}: auswerten am {day}",
    )
    NEXT_DAYS = (
        "{name}: nächste Ebene seit {day}",
        "{name}: {day} nächste Ebene",
        "{name}: nächste Ebene ab {day}",
    )
    TALK_DAYS = (
        "{name}: mit dem Partner sprechen, offen seit {day}",
        "{name}: mit dem Partner sprechen",
        "{name}: mit dem Partner sprechen, bis {day}",
    )
    FAREWELL_DAYS = (
        "{name}: gut zu Ende bringen, seit {day}",
        "{name}: gut zu Ende bringen",
        "{name}: gut zu Ende bringen ab {day}",
    )
    CRITICISM_DAYS = ("Kritik ({name}): Was ist daraus geworden?",) * 3
    SOMEBODY = "ohne Rolle"
    KNOCK_DAYS = (
        "{name}: einmal wieder anklopfen, seit {day}",
        "{name}: {day} einmal wieder anklopfen",
        "{name}: einmal wieder anklopfen am {day}",
    )
    ERASE_DAYS = ("{name}: Angaben löschen, seit {day}",) * 3
    SAID_WHEN = "{name}: {said}"
    STEP = "Nächster Schritt"
    MILESTONE = "Meilenstein"
    TASK = "Aufgabe"
    AGREEMENT = "Absprache"

    FULL = "{text} – {about}"
    TICKED = "„{name}“ ist erledigt. u nimmt es zurück."
    NO_TICK = "Diese Zeile lässt sich hier nicht abhaken. Mit Enter öffnen Sie, worum es geht."
    HINT, HINT_TICK = "s später", "e erledigt · s später"
    MORE = "… und {count} weitere"

    # The list of all of them

    TITLE = "Jetzt dran"
    WAITING = "Angefangen oder auf später verschoben"
    ASIDE = "Bis zu einem Tag beiseitegelegt"
    BACK_ON = "{text} (wieder am {day})"
    NOTHING = "Nichts fällig."
    KEYS = "Enter öffnen oder wieder erinnern · e erledigt · s später · Esc zurück"
    KEYS_EMPTY = "Esc zurück"
    WOKEN = "„{text}“ steht wieder unter „Jetzt dran“."

    # Line by line

    LINE = "{number}  {text}"
    ASIDE_LINE = "{number}  {text}, beiseitegelegt bis {day}"
    CHOOSE = (
        "Eine Zahl öffnet. später 2 14.01.: bis zu diesem Tag beiseitelegen. wecken 3: wieder "
        "erinnern. Leere Zeile: zurück."
    )
    NO_SUCH = "Die Zahl {number} gibt es in der Liste nicht."
    WRONG = "Das war nicht zu verstehen. Ein ? zeigt die Hilfe."
    HELP = (
        "Eine Zahl öffnet die Stelle, um die es geht. Eine leere Zeile führt zurück. Außerdem:\n"
        "später 2 14.01.: die Zeile mit dieser Zahl bis zum 14. Januar beiseitelegen. Statt des "
        "Tages geht auch +14 für in zwei Wochen.\n"
        "wecken 3: an eine beiseitegelegte Zeile wieder erinnern. Von beiden genügt der erste "
        "Buchstabe."
    )
    NOT_ASIDE = "Diese Zeile ist nicht beiseitegelegt."
    SNOOZE_WORD = "spaeter"
    WAKE_WORD = "wecken"


class SnoozeWords:
    """Putting a line off until a day."""

    TITLE = "Wann soll daran wieder erinnert werden?"
    KEYS = "↑ ↓ wählen · Enter · Esc zurück"
    WEEK = "in einer Woche, am {day}"
    TWO_WEEKS = "in zwei Wochen, am {day}"
    MONTH = "in einem Monat, am {day}"
    OWN_DAY = "nach den Ferien oder an einem anderen Tag …"
    DAY = "Tag, zum Beispiel 07.01. oder +21"
    DONE = "Bis zum {day} beiseitegelegt: {text}"
    GONE = "Diese Zeile hat sich inzwischen erledigt."
    CANNOT = (
        "Beiseitelegen lassen sich die Erinnerungen unter „Jetzt dran“. Bitte zuerst mit ↑ ↓ auf "
        "eine davon gehen."
    )
    NO_DAY = "Das ist kein Tag. Bitte zum Beispiel 07.01. oder +21 schreiben."
    NOT_AHEAD = "Erinnert wird frühestens morgen. Bitte einen späteren Tag wählen."
    TOO_FAR = "Bis dahin ist es mehr als ein Jahr. Bitte einen früheren Tag wählen."
    READ_ONLY = "Hier kann gerade nur gelesen werden; beiseitelegen geht im anderen Fenster."


class WateringWords:
    """The watering plan."""

    TITLE = "Gießplan"
    LEAD = (
        "Wie lange der letzte Kontakt her ist: Oben steht, wer am längsten nichts von Ihnen gehört "
        "hat. k hält eine Begegnung fest."
    )
    DRY = "{since}, durstig"
    TODAY = "heute Kontakt"
    YESTERDAY = "gestern Kontakt"
    DAYS = "seit {count} Tagen"
    NEVER = "noch nie"
    IDEAL = "am liebsten alle {count} Tage"
    MOST = "spätestens nach {count} Tagen"
    WINTER = "in der Ruhezeit spätestens nach {count} Tagen"


class SearchTalkWords:
    """Looking for words line by line („suche“)."""

    MORE_WORD = "weiter"
    CONFIDENTIAL_WORD = "vertraulich"
    YEAR_WORD = "jahr"

    ASK = (
        "Suche. Welche Wörter? Der Anfang eines Wortes genügt. Gesucht wird in allen Jahren und "
        "Karten, im Leitfaden und im Glossar. Leere Zeile: zurück."
    )
    FOUND = "Suche nach „{text}“: {count}."
    NOTHING = "Zu „{text}“ steht hier nichts. Weniger Buchstaben oder weniger Wörter finden mehr."
    HIT = "{number}  {title}, {where}"
    PASSAGE = "{hit}: {passage}"
    IN_YEAR = "Gesucht wird im Gartenjahr {year}."
    ALL_YEARS = "Gesucht wird in allen Jahren."
    HIDDEN = "Vertrauliches wird nicht mehr gezeigt."
    SHOWN = "Vertrauliches wird mitgesucht."
    OPEN = "Eine Zahl öffnet, andere Wörter suchen neu."
    MORE = "weiter: noch {count}."
    NO_MORE = "Mehr wird nicht gezeigt. Ein Wort mehr grenzt die Suche ein."
    LEAVE = "Leere Zeile: zurück."
    NO_SUCH = "Die Zahl {number} gibt es hier nicht."
    NO_YEAR = "Das Gartenjahr „{given}“ gibt es hier nicht. Es gibt: {years}."
    BACK = "Wieder bei der Suche nach „{text}“."
    FROM_YEAR = "Aus dem Gartenjahr {year}."
    HELP = (
        "Schreiben Sie ein Wort oder einen Teil davon; mehrere Wörter stehen alle an derselben "
        "Stelle. Eine Zahl öffnet, was gefunden wurde. Außerdem gibt es diese Wörter, jeweils "
        "allein auf einer Zeile:\n"
        "weiter: die nächsten Stellen vorlesen.\n"
        "jahr 2025: nur in diesem Gartenjahr suchen. jahr alle: wieder in allen.\n"
        "vertraulich: Vertrauliches mitsuchen, und wieder nicht.\n"
        "zurück: die Suche verlassen; Sie sind dann, wo Sie vorher waren.\n"
        "ende: aufhören. Alles ist gespeichert, immer."
    )
