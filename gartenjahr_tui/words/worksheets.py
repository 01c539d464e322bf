"""German sentences of the worksheets: the guide's forms and the garden's cards on paper."""

from __future__ import annotations


class SheetWords:
    """A sheet of questions."""

    PLACE = "{holder} › {number} {section}"
    ASK = "{number}  {ask}"
    PERSONAL = "persönlich"
    CONFIDENTIAL = "vertraulich"
    VOLUNTARY = "freiwillig"
    JOIN = " · "
    DATE = "TT.MM.JJJJ"
    NUMBER = "Zahl"
    NAME = "Name"
    NAMES = "Name(n)"
    ONE_OF = "{label}: {options}"
    OR = " / "
    SCALE = "1 ({low}) bis 5 ({high})"
    SCALE_PLAIN = "1 bis 5"
    ENTRY = "{item} {number}"
    ENTRY_OF = "{label}: {entry}"
    WITHHELD = "Geschützt: Was Sie hier geschrieben haben, kommt nur auf das Beiblatt."
    NOT_HERE = "Vermerkt: passt bei uns nicht."
    LATER = "Vermerkt: später."
    FORMER = "Aus einer früheren Fassung der Frage"


class WorksheetWords:
    """The worksheet of a step, a section or a card."""

    TITLE = "Arbeitsblätter auf Papier"
    LEAD = (
        "Jedes Formular als A4-Blatt, leer oder mit Ihren Antworten, für den Schreibtisch und in "
        "großer Schrift für den Teamtag."
    )
    PART = "Fragen"
    PRIVATE = "Beiblatt mit vertraulichen und persönlichen Antworten"
    STAYS = ("Antworten anderer Personen aus dem Team und anderer Gartenjahre",)

    FORM = "Welches Formular?"
    STEP = "{number} {title}"
    STEP_SHORT = "{number} {title} (kurzer Weg)"
    SECTION = "{number} {title}"
    BLANK_CARD = "{item} (leere Karte)"
    CARD = "{item}: {title}"
    UNNAMED = "{item} vom {day}"
    NO_DAY = "unbekannten Tag"
    FILLED = "Leer oder ausgefüllt?"
    EMPTY = "leer"
    WITH_ANSWERS = "ausgefüllt"
    SIZE = "Für welchen Tisch?"
    DESK = "Schreibtisch"
    LARGE = "Teamtag, große Schrift"

    EXTENT = "Wie viel von einer leeren Karte?"
    WHOLE = "alles: erst das Wichtige, dann „Mehr“"
    CORE = "nur das Wichtige"
    MORE = "Mehr"
    MORE_LEAD = "Diese Fragen braucht nicht jede Karte. Füllen Sie aus, was bei Ihnen passt."

    NAME = "Arbeitsblatt: {what}"
    JOIN = " · "
    YEAR = "Gartenjahr {year}"
    WRITER = "Antworten von {voice}"
    WHO = "Wer schreibt (Name oder Kürzel), und an welchem Tag?"
    HOW_STEP = (
        "Jede Frage hat eine Nummer: 1.2.3 heißt Schritt 1, zweite Zeile der Gliederung, dritte "
        "Frage. So finden Sie beim Abtippen das richtige Feld."
    )
    HOW_CARD = (
        "Jede Frage hat eine Nummer: 2.3 heißt zweite Seite der Karte, dritte Frage. So finden Sie "
        "beim Abtippen das richtige Feld. Was hier unter „Mehr“ steht, zeigt auch die Karte erst, "
        "wenn Sie mehr verlangen."
    )
    EACH = "{item} {letter}"
    EACH_OF = "{item} {letter}: {title}"
    COPY = (
        "Dieser Teil gehört zu einer einzigen Kooperation. Kopieren Sie ihn so oft, wie Sie "
        "Kooperationen durchgehen; seine Zahlen beginnen mit {letter}."
    )
    PRIVATE_LEAD = (
        "Dieses Blatt lässt sich abtrennen. Bitte bewahren Sie es so auf, dass nur Sie es lesen."
    )


class OutsideViewsWords:
    """The look back from the view of partners and users."""

    TITLE = "Rückblick aus Sicht der Partner oder Nutzenden"
    LEAD = (
        "Ein Bogen zum Weitergeben: die Fragen des Rückblicks, gestellt an die Menschen auf der "
        "anderen Seite, dazu ein Blatt, das zeigt, wohin ihre Antworten gehören."
    )
    PART = "Bogen zum Weitergeben"
    BACK = "Rückweg: wohin die Antworten gehören"
    VIEW = "Aus wessen Sicht?"
    ABOUT = "Um welche Kooperation geht es?"
    NO_CARD = "allgemein"
    STAYS = ("alles, was in Ihrem Garten steht; auf den Bogen kommt höchstens ein Name",)
    SUBJECT = "Es geht um: {title}"
    UNTIL = "Rückgabe bis"
    RETURN = "Bitte geben Sie den Bogen bis zum {day} zurück an: {to}"
    ASK = "{number}.  {ask}"
    BACK_LEAD = (
        "Dieses Blatt bleibt bei Ihnen. Tippen Sie die Antworten in der Reihenfolge des Bogens "
        "ab; die Zahlen daneben führen an den richtigen Platz. Statt Namen schreiben Sie Rollen "
        "wie „Lehrkraft“ oder „Großvater“."
    )
    COLUMNS = ("Nr.", "Ziel", "Wo das steht", "So tragen Sie es ein")
