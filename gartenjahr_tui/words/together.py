"""Sentences of the map of the network, and of the talk with a partner about the year."""

from __future__ import annotations


class NetworkWords:
    """The map of the network."""

    TITLE = "Netzkarte"
    LEAD = "Alle Partner auf einem Blatt: welche Art, wie vertraut, wie weit miteinander."
    MAP = "Wer mit uns verbunden ist"
    CENTRE = "Bibliothek"
    HOW = (
        "Die Bibliothek steht in der Mitte. Je näher ein Partner, desto besser kennen Sie "
        "einander; je dunkler sein Kreis, desto weiter ist die Zusammenarbeit. Die Zahlen stehen "
        "in der Tabelle darunter."
    )
    KINDS = {
        "schule": "Schule",
        "kita": "Kita",
        "soziales": "Soziales",
        "kirche": "Kirche",
        "wirtschaft": "Wirtschaft",
        "kultur": "Kultur",
        "verwaltung": "Verwaltung",
        "verein": "Verein",
        "gesundheit": "Gesundheit",
        "bildung": "Bildung",
        "medien": "Medien",
        "sonst": "anderes",
        "": "ohne Art",
    }
    RINGS = {"vertraut": "vertraut", "bekannt": "bekannt", "neu": "neu", "": "ohne Angabe"}
    STAGES = {
        "": "ohne Kooperation",
        "initiiert": "initiiert",
        "gespraeche": "erste Gespräche",
        "ziele": "gemeinsame Ziele",
        "strategisch": "strategisch",
    }
    HEAD = ("Nr.", "Partner", "Art", "Nähe", "Stand")
    ALT = "In der Mitte {library}, darum {partners}: {rings}. Arten: {kinds}."
    PARTNERS = ("ein Partner", "{count} Partner")
    IN_RING = "{count} {ring}"
    GAPS = "Was auffällt"
    MISSING = "Noch kein Partner aus: {kinds}."
    IDLE = "Vertraut, aber ohne gemeinsames Vorhaben: {names}."
    NEW = "Gemeinsam unterwegs, aber noch neu füreinander: {names}."
    UNSAID = (
        "Bei einem Partner ist nicht eingetragen, wie gut Sie einander kennen.",
        "Bei {count} Partnern ist nicht eingetragen, wie gut Sie einander kennen.",
    )
    STAYS = ("wie ein Partner die Bibliothek sieht, Notizen und Ansprechpersonen",)
    AS_OF = "Stand {day}"


class TalkWords:
    """The talk with a partner about the year: ninety minutes, and what to speak about."""

    TITLE = "Gesprächsplan zum Rückblick"
    LEAD = "Neunzig Minuten mit einem Partner über das gemeinsame Jahr: Ablauf, Fragen, Platz."
    HEADING = "Rückblick zu zweit"
    HOW = (
        "Neunzig Minuten, in denen zuerst der Partner spricht. Jede Frage darf offen bleiben; am "
        "Ende steht ein nächster Schritt, auf den sich beide freuen."
    )
    PLAN = "Der Ablauf"
    COLUMNS = ("Minuten", "Worum es geht", "Dauer")
    FROM_TO = "{begin} bis {end}"
    MINUTES = "{count} Minuten"
    ARRIVE = "Ankommen"
    ARRIVE_HINT = "Wofür wir einander danken, bevor es um die Sache geht."
    WHO = "Gemeinsam unterwegs"
    WHEN_WHERE = "Tag und Ort"
    PRESENT = "Am Tisch"
    PROMISED = "Was wir uns vorgenommen hatten"
    AIMS = "Gemeinsame Ziele"
    AGREED = "Absprachen"
    STONES = "Meilensteine"
    STONE_COLUMNS = ("Wann", "Was", "Stand")
    TASKS = "Wer was übernommen hat"
    TASK_COLUMNS = ("Aufgabe", "Wer", "Bis wann")
    NOT_NOTED = "Was hatten wir verabredet?"
    HARVESTS = "Was gewachsen ist"
    HARVEST_COLUMNS = ("Wann", "Ernte", "Zahlen")
    MORE_HARVESTS = "Was noch dazugehört"
    NO_HARVESTS = "Was haben wir zusammen erreicht?"
    VIEW = "Aus Sicht des Partners"
    VIEW_HINT = "Erst der Partner, dann die Bibliothek. Zuhören, nachfragen, nichts rechtfertigen."
    OURS = "Und aus unserer Sicht"
    OPEN = "Was noch offen ist"
    OPEN_COLUMNS = ("Was", "Bis wann")
    OPEN_MORE = "Was wir einander noch schulden"
    ON = "Wie es weitergeht"
    WAYS = (
        "so weiter wie bisher",
        "festigen, was da ist",
        "ausbauen",
        "kleiner werden",
        "eine Weile ruhen",
        "gut zu Ende bringen",
    )
    WHY = "Warum"
    STEP = "Der nächste Schritt"
    STEP_COLUMNS = ("Was", "Wer", "Bis wann")
    NEXT = "Wann wir uns wiedersehen"
    STAYS = ("Einschätzungen, Stimmen und Rückblicke des Teams",)
