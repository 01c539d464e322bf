"""German sentences of the page one reads before a card is opened, on the screen and on paper."""

from __future__ import annotations


class LeafWords:
    """„Auf einen Blick“: what is known of a partnership, a partner, a contact."""

    PARTNER = "Partner"
    CONTACT = "Ansprechperson"
    US = "Bei uns"
    FUNCTION = "Funktion"
    REACH = "Erreichen"
    NOTE = "Notiz"
    PARTNERSHIP = "Kooperation"
    STAGE = "Kooperationsstand"
    GROWTH = "Wachstumsstufe"
    DECISION = "Entscheidung"
    IMAGE = "Bild der Bibliothek"
    MET = "Letzte Begegnung"
    RHYTHM = "Gießplan"
    STEP = "Nächster Schritt"
    THANKS = "Dank offen"
    AGREEMENT = "Absprache"
    LOOK = "Check-in {title}"
    VOICES = "Stimmen"

    DOT = " · "
    PERSON = "{name}, {function}"
    STAND_IN = "Vertretung: {name}"
    SINCE = "{state}, seit {day}"
    ON = "{state}, am {day}"
    SAID_WHEN = "{state} ({said})"
    OVERDUE, TODAY, UNTIL = "überfällig seit {day}", "{day}", "bis {day}"
    STEP_WHEN = "{when}: {what}"
    RAN_OUT, RUNS_OUT, RUNS = "galt bis {day}", "gilt bis {day}", "gilt bis {day}"
    WHOM = "{who}: {what}"
    OF = "{what} ({title})"
    GOOD = "lief gut: {text}"
    BAD = "lief nicht: {text}"
    CHANGE = "ändern: {text}"
    SAID = "„{text}“"
    SAID_BY = "„{text}“ – {who}"
    MORE = "… und {count} weitere"

    EDIT = "Bearbeiten"
    EDIT_TEXT = "alle Fragen dieser Karte"
    PAPER = "Auf Papier"
    PAPER_TEXT = "dieses Blatt zum Mitnehmen, für Sie und Ihr Team"

    # In lines

    LINE = "{number}  {label}: {text}"
    MORE_WORD = "mehr"
    EDIT_WORDS = ("b", "bearbeiten")
    CHOOSE = "Zahl: öffnen. b: bearbeiten. Leere Zeile: zurück."
    CHOOSE_MORE = "Zahl: öffnen. b: bearbeiten. mehr: noch {count}. Leere Zeile: zurück."
    WRONG = (
        "Das steht nicht zur Wahl. Bitte eine Zahl von 1 bis {last}, b zum Bearbeiten, oder ? für "
        "Hilfe."
    )
    WORDS = "Eine Zahl öffnet, b bearbeitet, mehr liest weiter, leere Zeile: zurück."
    HELP = (
        "Eine Zahl öffnet die Stelle, an der die Zeile steht. b öffnet die Karte mit allen Fragen, "
        "mehr liest die übrigen Zeilen vor, eine leere Zeile führt zurück. Auch begegnung, ernte, "
        "suche und ende gelten hier."
    )


class LeafReportWords:
    """The same as a page of paper."""

    TITLE = "Blatt „Auf einen Blick“"
    LEAD = (
        "Eine Seite für Sie und Ihr Team: wer, wie weit, was zuletzt war und was als Nächstes "
        "kommt."
    )
    ASK = "Über welche Kooperation, welchen Partner, welche Ansprechperson?"
    NONE = "Es gibt noch keine Kooperation, keinen Partner und keine Ansprechperson."
    OPTION = "{name} ({item})"
    PART = "Auf einen Blick"
    SUBTITLE = "{item} · Stand: {day}"
    NOTHING = "Auf dieser Karte steht noch nichts, was auf das Blatt gehört."
    STAYS = ("alles, was auf der Karte sonst noch steht",)
