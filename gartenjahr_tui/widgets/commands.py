"""One declaration per command: id, title, help, key, footer text, action.

Screens take their bindings and their footer from here, the menu and the key help list it; nothing
about a command is written down twice.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding, BindingType

from gartenjahr_tui.text import folded
from gartenjahr_tui.value import Value


class Command(Value):
    """Something the person can do.

    Attributes:
        id: Stable name.
        title: Menu entry.
        help: What it does, one line.
        action: Textual action; without a namespace it is the screen's.
        key: Keys, comma separated; empty when it is reached by the menu only.
        footer: Short text for the key bar; empty when it never stands there.
        needs: Where it makes sense: ``app`` everywhere, ``prompt`` with a question in hand,
            ``entries`` in a list of entries, ``list`` in a list of cards, ``guide`` in the
            reader, ``closed`` in a closed year, ``damaged`` where entries are, ``home`` in the
            garden, ``due`` there when a year is due, ``rings`` in the year rings, ``copies``
            among the safe copies, ``erase`` where a person is erased, ``leaf`` on the page that
            is read before a card is opened; what needs a ``dialog`` is offered there alone.
        also: Other words it is looked for by.
    """

    id: str
    title: str
    help: str
    action: str
    key: str = ""
    footer: str = ""
    needs: str = "app"
    also: str = ""

    @property
    def key_name(self) -> str:
        """The first key as it is printed on a German keyboard."""
        key = self.key.split(",")[0]
        return _KEY_NAMES.get(key, key.upper() if 1 < len(key) < 4 else key)

    def is_meant(self, words: Iterable[str]) -> bool:
        """Whether all of some words, folded, stand in what is said of it."""
        said = folded(f"{self.title} {self.help} {self.also}")
        return all(word in said for word in words)


_KEY_NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "ctrl+s": "Strg+S",
    "ctrl+q": "Strg+Q",
    "question_mark": "?",
}


def _made(
    id: str,
    title: str,
    help: str,
    keys: str = "",
    needs: str = "app",
    action: str = "",
    also: str = "",
) -> Command:
    """A command: its keys with the footer behind them; unless told, its action is named like it."""
    own = id.replace("-", "_").removeprefix(f"{needs}_")
    key, _, footer = keys.partition(" ")
    action = action or (f"app.{own}" if needs == "app" else own)
    return Command(id, title, help, action, key, footer, needs, also)


def _entry(wish: str, title: str, help: str, keys: str) -> Command:
    return _made(f"entry-{wish}", title, help, keys, "entries", f"entry('{wish}')")


def _card(wish: str, title: str, help: str, keys: str = "") -> Command:
    return _made(f"card-{wish}", title, help, keys, "list", f"card('{wish}')")


def _list(id: str, title: str, place: str, kind: str, also: str = "") -> Command:
    help = "Öffnet die Liste: ansehen, ändern, Neues anlegen."
    return _made(id, title, help, action=f"app.list('{place}', '{kind}')", also=also)


def _step(id: str, title: str, help: str, key: str) -> Command:
    return _made(id, title, help, key, action=f"app.step('{id}')")


COMMANDS = (
    _made(
        "help",
        "Leitfaden",
        "Öffnet die Stelle des Leitfadens, um die es gerade geht.",
        "f1 Leitfaden",
        action="help",
        also="hilfe",
    ),
    _made(
        "earlier",
        "Vorjahre dieser Frage",
        "Zeigt dieselbe Frage in anderen Jahren und übernimmt Text auf Wunsch.",
        "f4 Vorjahre",
        "question",
    ),
    _made("later", "Später beantworten", "Verschiebt die Frage auf später.", needs="question"),
    _made(
        "not-here",
        "Passt bei uns nicht",
        "Vermerkt, dass die Frage hier nicht passt.",
        needs="question",
    ),
    _made(
        "unfinished",
        "Noch nicht fertig",
        "Zählt die Frage wieder als angefangen.",
        needs="question",
    ),
    _made(
        "versions",
        "Frühere Fassungen",
        "Vergleicht, was früher dastand, und holt es zurück.",
        needs="prompt",
    ),
    _made(
        "all-voices",
        "Alle Stimmen",
        "Zeigt, was andere im Team geantwortet haben.",
        needs="question",
    ),
    _entry("new", "Neuer Eintrag", "Fügt der Liste einen Eintrag an.", "n neu"),
    _entry(
        "edit", "Eintrag bearbeiten", "Öffnet den Eintrag unter dem Cursor.", "b,enter bearbeiten"
    ),
    _entry(
        "remove", "Eintrag löschen", "Löscht den Eintrag; z holt ihn zurück.", "l,delete löschen"
    ),
    _entry("raise", "Eintrag nach oben", "Rückt den Eintrag eine Zeile höher.", "o höher"),
    _entry("lower", "Eintrag nach unten", "Rückt den Eintrag eine Zeile tiefer.", "u tiefer"),
    _entry(
        "restore", "Eintrag zurückholen", "Holt den zuletzt gelöschten zurück.", "z zurückholen"
    ),
    _card("new", "Neu in dieser Liste", "Legt etwas Neues in der Liste an.", "n neu"),
    _card("open", "Aus der Liste öffnen", "Öffnet, was unter dem Cursor steht.", "enter öffnen"),
    _card(
        "remove",
        "Aus der Liste löschen",
        "Löscht, was unter dem Cursor steht; u nimmt das zurück.",
        "l,delete löschen",
    ),
    _card("filter", "Liste filtern", "Zeigt nur, was zu einem Wort passt.", "f filtern"),
    _card(
        "all",
        "Für alle gezeigten setzen",
        "Setzt eine Angabe auf allen Karten, die die Liste zeigt; u nimmt das zurück.",
    ),
    _card("deleted", "Gelöschte zeigen", "Zeigt, was aus der Liste gelöscht wurde, und zurück."),
    _made(
        "contents",
        "Inhalt des Leitfadens",
        "Zeigt alle Abschnitte des Leitfadens.",
        "i Inhalt",
        "guide",
    ),
    _made(
        "jumps",
        "Fragen und Verweise",
        "Geht zu den Fragen und Verweisen unter dem Text.",
        "f Fragen",
        "guide",
    ),
    _made("home", "Garten", "Geht zum Garten, der Übersicht.", "f2 Garten"),
    _step("boden", "0 Boden", "Öffnet die Vorbereitung.", "0"),
    _step("saeen", "1 Säen", "Öffnet den ersten Schritt.", "1"),
    _step("pflegen", "2 Pflegen", "Öffnet den zweiten Schritt.", "2"),
    _step("ernten", "3 Ernten", "Öffnet den dritten Schritt.", "3"),
    _step("ruhen", "4 Ruhen", "Öffnet den vierten Schritt.", "4"),
    _step("partner", "Partner", "Öffnet Partner, Ansprechpersonen, Begegnungen.", "p Partner"),
    _made(
        "way",
        "Kurzer Weg oder ganzer Leitfaden",
        "Wechselt zwischen rund zwanzig Fragen durchs Jahr und allen Fragen des Leitfadens.",
    ),
    _step(
        "anfang",
        "Die ersten fünf",
        "Öffnet die fünf Fragen des ersten Tages.",
        "",
    ),
    _made(
        "encounter",
        "Begegnung festhalten",
        "Hält eine Begegnung in 20 Sekunden fest, gleich wo Sie sind.",
        "k Begegnung",
        action="app.quick('encounter')",
    ),
    _made(
        "harvest",
        "In den Erntekorb",
        "Hält eine Ernte fest, gleich wo Sie sind; sortiert wird später.",
        "f8 Erntekorb",
        action="app.quick('harvest')",
    ),
    _made(
        "thanks",
        "Dank vormerken",
        "Hält fest, wem Sie wofür danken möchten.",
        "d",
        action="app.quick('thanks')",
        also="danke dankbuch bedanken",
    ),
    _made(
        "criticism",
        "Kritik notieren",
        "Hält fest, was jemand kritisch gesagt hat; der Check-in fragt, was daraus wurde.",
        "v",
        also="kritik beschwerde stimme vorwurf rückmeldung",
    ),
    _list(
        "partnerships", "Kooperationen", "pflegen", "partnership", "partnerschaft vorhaben projekt"
    ),
    _list("seeds", "Samenkörner", "saeen", "seed", "samen ideen idee"),
    _list("harvests", "Ernten", "ernten", "harvest", "erfolge ergebnisse"),
    _list("thanks-book", "Dankbuch", "ernten", "thanks", "danke"),
    _list("contacts", "Ansprechpersonen", "partner", "contact", "kontakte telefon adressen"),
    _made(
        "search",
        "Suche",
        "Sucht in Antworten aller Jahre, im Garten, im Leitfaden und im Glossar.",
        "f3 Suche",
    ),
    _made(
        "checkin",
        "Check-in",
        "Beginnt den Check-in des Quartals oder führt ihn weiter.",
        "c Check-in",
    ),
    _made(
        "watering",
        "Gießplan",
        "Zeigt, wie lange der letzte Kontakt mit jedem Partner her ist.",
        "w Gießplan",
        action="app.list('partner', 'watering')",
    ),
    _made(
        "rings",
        "Jahresringe",
        "Legt alle Jahre nebeneinander: Antworten und Zahlen des Gartens.",
        "r Jahresringe",
    ),
    _made(
        "rings-open",
        "Frage öffnen",
        "Öffnet die Frage, bei der Sie lesen, im neuesten Jahr.",
        "enter öffnen",
        "rings",
        "open_ring",
    ),
    _made(
        "rings-view",
        "Ansicht wechseln",
        "Zeigt die Jahre nebeneinander oder untereinander.",
        "a Ansicht",
        "rings",
    ),
    _made(
        "rings-table",
        "Zahlen als Tabelle",
        "Zeigt die Zahlen des Gartens als Tabelle oder wieder als Balken.",
        "t Tabelle",
        "rings",
    ),
    _made(
        "overwinter", "Überwintern", "Führt durch den Jahreswechsel, Kooperation für Kooperation."
    ),
    _made(
        "undo",
        "Zurücknehmen",
        "Nimmt die letzte Löschung oder Änderung eines Stands zurück, bis zu zwanzig Schritte.",
        "u zurücknehmen",
    ),
    _made(
        "next-card",
        "Nächste Karte",
        "Öffnet die nächste Karte der Liste, auf derselben Seite.",
        "x nächste",
        "card",
        "card_beside(1)",
    ),
    _made(
        "previous-card",
        "Vorige Karte",
        "Öffnet die vorige Karte der Liste, auf derselben Seite.",
        "y vorige",
        "card",
        "card_beside(-1)",
    ),
    _made(
        "delete-card",
        "Diese Karte löschen",
        "Fragt nach und löscht die Karte; es lässt sich zurücknehmen.",
        "l löschen",
        "card",
    ),
    _made(
        "leaf-open",
        "Stelle öffnen",
        "Öffnet das Feld, in dem die Zeile unter dem Cursor steht.",
        "enter öffnen",
        "leaf",
    ),
    _made(
        "leaf-edit",
        "Karte bearbeiten",
        "Öffnet die Karte mit allen Fragen.",
        "b bearbeiten",
        "leaf",
    ),
    _made(
        "as-list",
        "Garten als Liste",
        "Zeigt den Garten als Liste oder wieder als Beete.",
        "g",
        "home",
        "app.garden_as_list",
    ),
    _made(
        "due",
        "Jetzt dran",
        "Zeigt alles, was dran ist, und was bis zu einem Tag beiseitegelegt wurde.",
    ),
    _made(
        "snooze",
        "Später erinnern",
        "Legt eine Zeile unter „Jetzt dran“ bis zu einem Tag beiseite.",
        "s später erinnern",
        "home",
    ),
    _made(
        "tick",
        "Erledigt",
        "Hakt ab, was unter dem Cursor steht; u nimmt es zurück.",
        "e erledigt",
        "home",
    ),
    _made(
        "due-year",
        "Überwintern ins neue Jahr",
        "Führt in das Jahr, das nach dem Kalender begonnen hat.",
        "j",
        "due",
        "app.overwinter",
    ),
    _made(
        "reports",
        "Bericht",
        "Erstellt Berichte, Briefe, Arbeitsblätter, Tabellen, Kalender.",
        "b Bericht",
        also="drucken ausdrucken word pdf export exportieren tabelle excel brief drucker",
    ),
    _made(
        "report-open",
        "Dokument öffnen",
        "Öffnet, was unter dem Cursor steht: wählen, ansehen, schreiben.",
        "enter öffnen",
        "reports",
        "open_report",
    ),
    _made(
        "outlet-choose",
        "Wahl ändern",
        "Ändert, was unter dem Cursor steht, oder lässt es weg.",
        "enter ändern",
        "outlet",
    ),
    _made(
        "outlet-write",
        "Dokument schreiben",
        "Schreibt, was gewählt ist, in die Datei.",
        "s schreiben",
        "outlet",
    ),
    _made(
        "take-in",
        "Kontakte einlesen …",
        "Holt Partner und Ansprechpersonen aus einer Datei, mit Vorschau.",
    ),
    _made("voices", "Wer schreibt?", "Wechselt die Person, die schreibt."),
    _made("years", "Gartenjahre", "Sieht andere Jahre an, legt ein neues an."),
    _made(
        "correct",
        "Dieses Jahr korrigieren",
        "Erlaubt Änderungen in einem abgeschlossenen Jahr.",
        needs="closed",
        action="app.correct",
    ),
    _made(
        "setup",
        "Garten einrichten",
        "Bibliothek, Name, Weg, Beginn des Jahres, Ruhezeit.",
        also="einstellungen optionen",
    ),
    _made(
        "theme",
        "Farben wechseln",
        "Dunkel, hell, starker Kontrast.",
        action="app.next_theme",
        also="einstellungen darstellung",
    ),
    _made("save", "Jetzt sichern", "Schreibt alles sofort auf den Datenträger.", "ctrl+s"),
    _made("about", "Über Gartenjahr", "Herkunft, Rechte, wo die Daten liegen."),
    _made(
        "copies",
        "Sicherungen …",
        "Zeigt die Sicherungen, legt eine an, prüft sie, holt eine zurück.",
    ),
    _made(
        "erase",
        "Alles über einen Menschen löschen …",
        "Zeigt alles, was über einen Menschen gespeichert ist, und löscht es mit Nachweis.",
        also="datenschutz dsgvo vergessen tilgen auskunft",
    ),
    _made(
        "withdraw",
        "Freiwillige Angaben zurücknehmen …",
        "Löscht Ihre eigenen freiwilligen Antworten, auch aus jeder Sicherung.",
        also="datenschutz einwilligung widerrufen",
    ),
    _made(
        "erase-decide",
        "Anders entscheiden",
        "Wählt, was aus dem Eintrag unter dem Cursor wird.",
        "enter anders entscheiden",
        "erase",
        "choose",
    ),
    _made(
        "copies-make",
        "Sicherung anlegen",
        "Legt jetzt eine Sicherung an, auch am zweiten Ort.",
        "n jetzt anlegen",
        "copies",
    ),
    _made(
        "copies-return",
        "Sicherung zurückholen",
        "Fragt nach und holt die Sicherung unter dem Cursor zurück.",
        "enter,z zurückholen",
        "copies",
        "bring_back",
    ),
    _made(
        "copies-check",
        "Sicherungen prüfen",
        "Öffnet jede Sicherung und sieht nach, ob sie in Ordnung ist.",
        "p prüfen",
        "copies",
    ),
    _made(
        "copies-place",
        "Zweiter Ort",
        "Wählt einen Ordner, in den jede Sicherung auch kommt.",
        "o zweiter Ort",
        "copies",
    ),
    _made(
        "damage",
        "Beschädigte Einträge",
        "Zeigt, wo etwas anderes steht, als gespeichert wurde, und lässt Sie entscheiden.",
        needs="damaged",
        action="app.damage",
    ),
    _made(
        "keep-damaged",
        "So lassen",
        "Lässt den beschädigten Eintrag unter dem Cursor, wie er dasteht.",
        "k so lassen",
        "dialog",
        "keep",
    ),
    _made("log", "Was wurde geändert?", "Zeigt, was wann von wem geändert wurde, ohne den Inhalt."),
    _made(
        "packet",
        "Paket einlesen …",
        "Liest ein ausgefülltes Paket ein, als eigene Stimme der Person, die geantwortet hat.",
    ),
    _made(
        "views",
        "Am Tisch",
        "Legt nebeneinander, was Sie und andere verschieden sehen, Frage für Frage, zum Gespräch.",
        also="unterschiedliche antworten vergleich sichten gespräch",
    ),
    _made(
        "table-on",
        "Nächste Frage",
        "Am Tisch: geht zur nächsten Frage.",
        "w weiter",
        "dialog",
        "on",
    ),
    _made(
        "table-back",
        "Vorige Frage",
        "Am Tisch: geht zur vorigen Frage.",
        "z zurück",
        "dialog",
        "before",
    ),
    _made(
        "table-step",
        "Als Schritt vereinbaren",
        "Am Tisch: hält fest, was bis wann zu tun ist.",
        "s Schritt",
        "dialog",
        "note_step",
    ),
    _made(
        "table-agree",
        "Als Absprache vereinbaren",
        "Am Tisch: hält fest, was in der Kooperation gilt.",
        "a Absprache",
        "dialog",
        "note_agreement",
    ),
    _made(
        "table-open",
        "Frage öffnen",
        "Am Tisch: öffnet die Frage.",
        "enter öffnen",
        "dialog",
        "open",
    ),
    _made(
        "curtain",
        "Sichtschutz",
        "Verdeckt den Bildschirm sofort; jede Taste holt ihn zurück.",
        "f9",
    ),
    _made(
        "keys",
        "Tasten",
        "Zeigt die Tasten, die hier etwas tun.",
        "question_mark",
        also="hilfe tastatur kürzel bedienung",
    ),
    _made("menu", "Menü", "Zeigt alles, was hier möglich ist.", "f10,ctrl+p,m Menü"),
    _made(
        "back",
        "Zurück",
        "Geht einen Schritt zurück; der Text bleibt.",
        "escape zurück",
        action="back",
    ),
    _made("quit", "Beenden", "Speichert und beendet.", "ctrl+q", action="app.leave"),
    _made("new", "Neu", "Legt ein Jahr oder eine Person an.", "n neu", "dialog"),
    _made(
        "correct-year",
        "Korrigieren",
        "Erlaubt Änderungen in diesem Jahr.",
        "k korrigieren",
        "dialog",
        "correct",
    ),
    _made("leave-anyway", "Beenden", "Legt den Text beiseite, beendet.", "b", "dialog", "leave"),
)
"""Every command of the program, in the order of the menu."""

_BY_ID = {command.id: command for command in COMMANDS}


def command(id: str) -> Command:
    """Return a command.

    Raises:
        KeyError: There is none of that id.
    """
    return _BY_ID[id]


def bindings(*ids: str, priority: bool = False) -> list[BindingType]:
    """Bindings for some commands; those without a key are left out."""
    return [
        Binding(c.key, c.action, c.title, id=c.id, tooltip=c.help, priority=priority, show=False)
        for c in map(command, ids)
        if c.key
    ]


def keys_line(ids: Iterable[str]) -> str:
    """The keys of some commands with their short texts, in a line."""
    return " · ".join(f"{c.key_name} {c.footer}" for c in map(command, ids))


def offered(needs: Iterable[str]) -> list[Command]:
    """Commands that make sense where these needs are met, menu and back left out."""
    met = set(needs)
    return [c for c in COMMANDS if c.needs in met and c.id not in ("menu", "back")]
