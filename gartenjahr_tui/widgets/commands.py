"""One declaration per command: id, title, help, key, footer text, action.

Screens take their bindings and their footer from here, the menu and the key help list it; nothing
about a command is written down twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True)
class Command:
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
            reader, ``closed`` in a closed year, ``home`` in the garden, ``due`` there when a
            year is due, ``rings`` in the year rings, ``copies`` among the safe
            copies; what needs a ``dialog`` is offered there alone.
    """

    id: str
    title: str
    help: str
    action: str
    key: str = ""
    footer: str = ""
    needs: str = "app"

    @property
    def key_name(self) -> str:
        """The first key as it is printed on a German keyboard."""
        key = self.key.split(",")[0]
        names = {"escape": "Esc", "enter": "Enter", "ctrl+s": "Strg+S", "ctrl+q": "Strg+Q"}
        return names.get(key, key.upper() if 1 < len(key) < 4 else key)


def _entry(wish: str, title: str, help: str, key: str, footer: str) -> Command:
    return Command(f"entry-{wish}", title, help, f"entry('{wish}')", key, footer, "entries")


def _card(wish: str, title: str, help: str, key: str = "", footer: str = "") -> Command:
    return Command(f"card-{wish}", title, help, f"card('{wish}')", key, footer, "list")


def _question(id: str, title: str, help: str, key: str = "", footer: str = "") -> Command:
    return Command(id, title, help, id.replace("-", "_"), key, footer, "question")


COMMANDS = (
    Command(
        "help",
        "Leitfaden",
        "Öffnet die Stelle des Leitfadens, um die es gerade geht.",
        "help",
        "f1",
        "Leitfaden",
    ),
    _question(
        "earlier",
        "Vorjahre dieser Frage",
        "Zeigt dieselbe Frage in anderen Jahren und übernimmt Text auf Wunsch.",
        "f4",
        "Vorjahre",
    ),
    _question("later", "Später beantworten", "Legt die Frage auf später."),
    _question("not-here", "Passt bei uns nicht", "Vermerkt, dass die Frage hier nicht passt."),
    _question("unfinished", "Noch nicht fertig", "Zählt die Frage wieder als angefangen."),
    Command(
        "versions",
        "Frühere Fassungen",
        "Vergleicht, was früher dastand, und holt es zurück.",
        "versions",
        needs="prompt",
    ),
    _question("all-voices", "Alle Stimmen", "Zeigt, was andere im Team geantwortet haben."),
    _entry("new", "Neuer Eintrag", "Fügt der Liste einen Eintrag an.", "n", "neu"),
    _entry(
        "edit",
        "Eintrag bearbeiten",
        "Öffnet den Eintrag unter dem Cursor.",
        "b,enter",
        "bearbeiten",
    ),
    _entry(
        "remove", "Eintrag löschen", "Löscht den Eintrag; z holt ihn zurück.", "l,delete", "löschen"
    ),
    _entry("raise", "Eintrag nach oben", "Rückt den Eintrag eine Zeile höher.", "o", "höher"),
    _entry("lower", "Eintrag nach unten", "Rückt den Eintrag eine Zeile tiefer.", "u", "tiefer"),
    _entry(
        "restore", "Eintrag zurückholen", "Holt den zuletzt gelöschten zurück.", "z", "zurückholen"
    ),
    _card("new", "Neu in dieser Liste", "Legt etwas Neues in der Liste an.", "n", "neu"),
    _card("open", "Aus der Liste öffnen", "Öffnet, was unter dem Cursor steht.", "enter", "öffnen"),
    _card(
        "remove",
        "Aus der Liste löschen",
        "Löscht, was unter dem Cursor steht; u holt es zurück.",
        "l,delete",
        "löschen",
    ),
    _card("filter", "Liste filtern", "Zeigt nur, was zu einem Wort passt.", "f", "filtern"),
    _card("deleted", "Gelöschte zeigen", "Zeigt, was aus der Liste gelöscht wurde, und zurück."),
    Command(
        "contents",
        "Inhalt des Leitfadens",
        "Zeigt alle Abschnitte des Leitfadens.",
        "contents",
        "i",
        "Inhalt",
        "guide",
    ),
    Command(
        "jumps",
        "Fragen und Verweise",
        "Geht zu den Fragen und Verweisen unter dem Text.",
        "jumps",
        "f",
        "Fragen",
        "guide",
    ),
    Command(
        "home",
        "Garten",
        "Geht zum Garten, der Übersicht.",
        "app.home",
        "f2",
        "Garten",
    ),
    Command("boden", "0 Boden", "Öffnet die Vorbereitung.", "app.step('boden')", "0"),
    Command("saeen", "1 Säen", "Öffnet den ersten Schritt.", "app.step('saeen')", "1"),
    Command("pflegen", "2 Pflegen", "Öffnet den zweiten Schritt.", "app.step('pflegen')", "2"),
    Command("ernten", "3 Ernten", "Öffnet den dritten Schritt.", "app.step('ernten')", "3"),
    Command("ruhen", "4 Ruhen", "Öffnet den vierten Schritt.", "app.step('ruhen')", "4"),
    Command(
        "partner",
        "Partner",
        "Öffnet Partner, Ansprechpersonen, Begegnungen.",
        "app.step('partner')",
        "p",
    ),
    Command(
        "encounter",
        "Begegnung festhalten",
        "Hält eine Begegnung in 20 Sekunden fest, gleich wo Sie sind.",
        "app.quick('encounter')",
        "k",
        "Begegnung",
    ),
    Command(
        "harvest",
        "In den Erntekorb",
        "Hält eine Ernte fest, gleich wo Sie sind; sortiert wird später.",
        "app.quick('harvest')",
        "f8",
        "Erntekorb",
    ),
    Command(
        "search",
        "Suche",
        "Sucht in Antworten aller Jahre, im Garten, im Leitfaden und im Glossar.",
        "app.search",
        "f3",
        "Suche",
    ),
    Command(
        "checkin",
        "Check-in",
        "Beginnt den Check-in des Quartals oder führt ihn weiter.",
        "app.checkin",
        "c",
        "Check-in",
    ),
    Command(
        "watering",
        "Gießplan",
        "Zeigt, wen Sie wie lange nicht gesehen haben.",
        "app.list('partner', 'watering')",
        "w",
        "Gießplan",
    ),
    Command(
        "rings",
        "Jahresringe",
        "Legt alle Jahre nebeneinander: Antworten und Zahlen des Gartens.",
        "app.rings",
        "r",
        "Jahresringe",
    ),
    Command(
        "rings-open",
        "Frage öffnen",
        "Öffnet die Frage, bei der Sie lesen, im neuesten Jahr.",
        "open_ring",
        "enter",
        "öffnen",
        "rings",
    ),
    Command(
        "rings-view",
        "Ansicht wechseln",
        "Zeigt die Jahre nebeneinander oder untereinander.",
        "view",
        "a",
        "Ansicht",
        "rings",
    ),
    Command(
        "rings-table",
        "Zahlen als Tabelle",
        "Zeigt die Zahlen des Gartens als Tabelle oder wieder als Balken.",
        "table",
        "t",
        "Tabelle",
        "rings",
    ),
    Command(
        "overwinter",
        "Überwintern",
        "Führt durch den Jahreswechsel, Kooperation für Kooperation.",
        "app.overwinter",
    ),
    Command(
        "undo",
        "Zurücknehmen",
        "Nimmt die letzte Löschung oder Änderung eines Stands zurück, bis zu zwanzig Schritte.",
        "app.undo",
        "u",
        "zurückholen",
    ),
    Command(
        "delete-card",
        "Diese Karte löschen",
        "Fragt nach und legt die Karte weg; es lässt sich zurücknehmen.",
        "delete_card",
        "l",
        "löschen",
        "card",
    ),
    Command(
        "as-list",
        "Garten als Liste",
        "Zeigt den Garten als Liste oder wieder als Bild.",
        "app.garden_as_list",
        "g",
        needs="home",
    ),
    Command(
        "due",
        "Jetzt dran",
        "Zeigt alles, was dran ist, und was bis zu einem Tag beiseitegelegt wurde.",
        "app.due",
    ),
    Command(
        "snooze",
        "Später erinnern",
        "Legt eine Zeile unter „Jetzt dran“ bis zu einem Tag beiseite.",
        "snooze",
        "s",
        "später",
        "home",
    ),
    Command(
        "due-year",
        "Überwintern ins neue Jahr",
        "Führt in das Jahr, das nach dem Kalender begonnen hat.",
        "app.overwinter",
        "j",
        needs="due",
    ),
    Command(
        "reports",
        "Bericht",
        "Berichte, Briefe, Arbeitsblätter, Tabellen, Kalender: was hinaus soll.",
        "app.reports",
        "b",
    ),
    Command(
        "report-open",
        "Dokument öffnen",
        "Öffnet, was unter dem Cursor steht: wählen, ansehen, schreiben.",
        "open_report",
        "enter",
        "öffnen",
        "reports",
    ),
    Command(
        "outlet-choose",
        "Wahl ändern",
        "Ändert, was unter dem Cursor steht, oder lässt es weg.",
        "choose",
        "enter",
        "ändern",
        "outlet",
    ),
    Command(
        "outlet-write",
        "Dokument schreiben",
        "Schreibt, was gewählt ist, in die Datei.",
        "write",
        "s",
        "schreiben",
        "outlet",
    ),
    Command(
        "take-in",
        "Kontakte einlesen …",
        "Holt Partner und Ansprechpersonen aus einer Datei, mit Vorschau.",
        "app.take_in",
    ),
    Command("voices", "Wer gärtnert?", "Wechselt die Person, die schreibt.", "app.voices"),
    Command("years", "Gartenjahre", "Sieht andere Jahre an, legt ein neues an.", "app.years"),
    Command(
        "correct",
        "Dieses Jahr korrigieren",
        "Erlaubt Änderungen in einem abgeschlossenen Jahr.",
        "app.correct",
        needs="closed",
    ),
    Command(
        "setup", "Garten einrichten", "Bibliothek, Name, Beginn des Jahres, Wünsche.", "app.setup"
    ),
    Command("theme", "Farben wechseln", "Dunkel, hell, starker Kontrast.", "app.next_theme"),
    Command(
        "save", "Jetzt sichern", "Schreibt alles sofort auf den Datenträger.", "app.save", "ctrl+s"
    ),
    Command("about", "Über Gartenjahr", "Herkunft, Rechte, wo die Daten liegen.", "app.about"),
    Command(
        "copies",
        "Sicherungen …",
        "Zeigt die Sicherungen, legt eine an, prüft sie, holt eine zurück.",
        "app.copies",
    ),
    Command(
        "copies-make",
        "Sicherung anlegen",
        "Legt jetzt eine Sicherung an, auch am zweiten Ort.",
        "make",
        "n",
        "jetzt anlegen",
        "copies",
    ),
    Command(
        "copies-return",
        "Sicherung zurückholen",
        "Fragt nach und setzt den Garten auf den Stand der Sicherung unter dem Cursor.",
        "bring_back",
        "enter,z",
        "zurückholen",
        "copies",
    ),
    Command(
        "copies-check",
        "Sicherungen prüfen",
        "Öffnet jede Sicherung und sieht nach, ob sie in Ordnung ist.",
        "check",
        "p",
        "prüfen",
        "copies",
    ),
    Command(
        "copies-place",
        "Zweiter Ort",
        "Wählt einen Ordner, in den jede Sicherung auch kommt.",
        "place",
        "o",
        "zweiter Ort",
        "copies",
    ),
    Command(
        "log",
        "Was wurde geändert?",
        "Zeigt, was wann von wem geändert wurde, ohne den Inhalt.",
        "app.log",
    ),
    Command(
        "packet",
        "Paket einlesen …",
        "Liest ein ausgefülltes Paket ein, als eigene Stimme der Person, die geantwortet hat.",
        "app.packet",
    ),
    Command(
        "views",
        "Wo Sichten auseinandergehen",
        "Zeigt die Fragen, die mehrere verschieden beantwortet haben, Wort neben Wort.",
        "app.views",
    ),
    Command(
        "curtain",
        "Sichtschutz",
        "Verdeckt den Bildschirm sofort; jede Taste holt ihn zurück.",
        "app.curtain",
        "f9",
    ),
    Command("menu", "Menü", "Zeigt alles, was hier möglich ist.", "app.menu", "f10,ctrl+p", "Menü"),
    Command(
        "back", "Zurück", "Geht einen Schritt zurück; der Text bleibt.", "back", "escape", "zurück"
    ),
    Command("quit", "Beenden", "Speichert und beendet.", "app.leave", "ctrl+q", ""),
    Command("new", "Neu", "Legt ein Jahr oder eine Person an.", "new", "n", "neu", "dialog"),
    Command(
        "correct-year",
        "Korrigieren",
        "Erlaubt Änderungen in diesem Jahr.",
        "correct",
        "k",
        "korrigieren",
        "dialog",
    ),
    Command(
        "leave-anyway", "Beenden", "Legt den Text beiseite, beendet.", "leave", "b", "", "dialog"
    ),
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


def offered(needs: Iterable[str]) -> list[Command]:
    """Commands that make sense where these needs are met, menu and back left out."""
    met = set(needs)
    return [c for c in COMMANDS if c.needs in met and c.id not in ("menu", "back")]
