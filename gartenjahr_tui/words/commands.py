"""The commands of the command line, each declared once, with every German word of its help.

The grammar, the help, the list of commands and the way to a command's function are made from this
table (:mod:`gartenjahr_tui.cli.parser`), and a test asks that README or docs know all of it.
"""

from __future__ import annotations


class HelpWords:
    """What holds a help text together."""

    CALL = "Aufruf:"
    TAKES_OPTIONS = "[OPTIONEN]"
    COMMANDS = "Befehle"
    MORE = "Mehr über einen Befehl:  gartenjahr BEFEHL --help"
    EXAMPLES = ("Beispiel", "Beispiele")
    OPTIONS = "Optionen"
    HINT = "Hilfe zeigt: gartenjahr --help"


COMMON = {
    "--daten ORDNER": "den Garten in diesem Ordner nehmen",
    "--ascii": "einfache Zeichen statt Linien, Pfeilen und Punkten",
    "--trotzdem": "auch mit einer älteren oder ausgetauschten Datei arbeiten; neu beginnen, "
    "wo ein Garten fehlt",
}
"""Options that every command has, before and after its name: as in :attr:`Subcommand.rows`."""

_LINEAR = {"--linear": "Frage für Frage in einfachen Zeilen, etwa für Screenreader"}
_VERSION = {"--version": "die Fassung von Gartenjahr nennen"}
HELP = {"-h, --help": "diese Hilfe zeigen"}
EVERYWHERE = {**COMMON, **_LINEAR, **_VERSION, **HELP}
"""What may stand before and after every command, said in its help or not."""

_OVERWRITE = {"--ueberschreiben": "eine vorhandene Datei ersetzen"}
_OVERWRITE_ALL = {"--ueberschreiben": "vorhandene Dateien ersetzen"}
_BREAK = "Mit Strg+C lässt sich jederzeit abbrechen."


class Subcommand:
    """One command; no dataclass, for making one costs a quarter of the time ``--help`` takes.

    Attributes:
        name: What is typed after ``gartenjahr``.
        run: Its function, as ``module:function`` below :mod:`gartenjahr_tui.cli`.
        summary: Its line in the list of commands.
        about: What it does; as wide as it is shown.
        calls: What may follow the name. The options are added where there is only one way.
        arguments: Names of what is given without an option, each with the sign argparse has for
            how many: ``file``, ``file?``, ``words*``.
        rows: What is explained, in this order: what stands in the calls, and the options. An
            option is a name, and a word for its value unless it is a switch: ``--jahr J``.
        usual: What is meant where an argument or option is not given.
        notes: What else there is to know, as wide as it is shown.
        examples: What to type, without the program's name.
        lacking: What follows where there is no garden yet: „Hier gibt es noch keinen Garten, …“.
    """

    def __init__(
        self,
        name: str,
        run: str,
        summary: str,
        about: str,
        rows: dict[str, str] | None = None,
        *,
        calls: tuple[str, ...] = ("",),
        arguments: str = "",
        usual: dict[str, str] | None = None,
        notes: str = "",
        examples: tuple[str, ...] = (),
        lacking: str = "also auch nichts zu schreiben",
    ) -> None:
        """Declare the command."""
        self.name, self.run, self.summary, self.about = name, run, summary, about
        self.rows, self.usual, self.lacking = rows or {}, usual or {}, lacking
        self.calls, self.arguments, self.notes, self.examples = calls, arguments, notes, examples

    @property
    def options(self) -> list[str]:
        """Its own options, as they are explained."""
        return [row for row in self.rows if row.startswith("-")]

    @property
    def words(self) -> list[str]:
        """What may follow its name to say what is to be done."""
        return [row for row in self.rows if row.islower() and row.isalpha()]


PROGRAM = Subcommand(
    "",
    "start:start",
    "",
    "Gartenjahr, das Arbeitsbuch für Bibliotheken und ihre Partnerschaften",
    {
        **COMMON,
        **_LINEAR,
        "--paket DATEI": "ein Paket mit Fragen ausfüllen (dazu --linear); ein Garten ist dafür "
        "nicht nötig",
        **_VERSION,
    },
    calls=("[OPTIONEN] [BEFEHL]",),
    notes="""\
Ohne Befehl öffnet sich das Arbeitsbuch. Alles, was Sie schreiben, bleibt auf
diesem Rechner und wird von selbst gespeichert.""",
)
"""The call without a command."""

_EVERY = (
    Subcommand(
        "pfade",
        "looking:pfade",
        "zeigen, wo Ihre Daten liegen",
        "Zeigt, wo Ihre Daten liegen und warum gerade dort. Es wird nichts angelegt.",
    ),
    Subcommand(
        "leitfaden",
        "guide:leitfaden",
        "den Leitfaden lesen, ganz oder in Teilen",
        "Zeigt den Leitfaden: ganz, ein Kapitel, einen Abschnitt oder einen Begriff.",
        {
            "ABSCHNITT": "ein Kapitel (boden, saeen, pflegen, ernten, ruhen …), ein Abschnitt "
            "(saeen.haus), ein Titel oder Begriff oder dessen Anfang; „glossar“ zeigt alle "
            "Begriffe",
            "--abdeckung": "zeigen, wo jedes Element und jede Frage daraus steht",
        },
        calls=("[ABSCHNITT]",),
        arguments="section*",
        examples=("leitfaden säen", "leitfaden schneesturm", "leitfaden fruchtbarer Boden"),
    ),
    Subcommand(
        "antworten",
        "looking:antworten",
        "Ihre Antworten ausgeben: als Text, Markdown oder JSON",
        """\
Gibt die Antworten aus, auch wenn Gartenjahr gerade in einem anderen Fenster
offen ist. Vertrauliches und Persönliches bleibt weg, solange Sie es nicht
verlangen; was andere dazu geschrieben haben, bleibt auch dann weg.""",
        {
            "--jahr J": "nur dieses Gartenjahr, zum Beispiel 2026",
            "--schritt S": "nur dieser Schritt: boden, saeen, pflegen, ernten, ruhen oder seine "
            "Zahl, 0 bis 4",
            "--format F": "text, md (Markdown) oder json; ohne Angabe text",
            "--vertrauliche": "auch vertrauliche und persönliche Antworten; nur die eigenen: von "
            "wem zuletzt geschrieben hat",
        },
        usual={"format": "text"},
        examples=("antworten --jahr 2026 --format md > antworten.md",),
        lacking="also auch keine Antworten",
    ),
    Subcommand(
        "faellig",
        "looking:faellig",
        "zeigen, was jetzt dran ist, etwa beim Anmelden am Rechner",
        """\
Zeigt, was jetzt dran ist, das Dringendste zuerst, auch wenn Gartenjahr gerade
in einem anderen Fenster offen ist. Es wird nichts verändert.""",
        notes="""\
Das Ergebnis für Skripte ist 0, wenn nichts fällig ist, und 3, wenn etwas
fällig ist; 1 und 2 bedeuten wie überall, dass etwas nicht ging.""",
        lacking="also ist auch nichts fällig",
    ),
    Subcommand(
        "einrichten",
        "library:einrichten",
        "Name, Anschrift und Leitung der Bibliothek für den Briefkopf",
        """\
Zeigt, was Briefe, Vereinbarungen und Vorlagen über Ihre Bibliothek sagen, und
ändert es. Alles ist freiwillig; "" leert eine Angabe.""",
        {
            "--name TEXT": "wie die Bibliothek heißt",
            "--traeger TEXT": "wer sie trägt: Stadt, Gemeinde, Kirchengemeinde …",
            "--anschrift TEXT": "Straße und Ort, in einer Zeile",
            "--telefon TEXT": "Telefon",
            "--mail TEXT": "E-Mail",
            "--web TEXT": "Website",
            "--leitung TEXT": "wer die Bibliothek leitet",
            "--vertreten TEXT": "wer für sie unterschreibt: Name, Amt",
            "--rueckantwort TEXT": "wohin Antworten gehen, falls woandershin",
            "--behalten JAHRE": "nach wie vielen Jahren an das Löschen von Angaben zu Menschen "
            "erinnert wird",
        },
        examples=("einrichten --telefon 0000-102030 --leitung Malve",),
        lacking="der sich einrichten ließe",
    ),
    Subcommand(
        "beispiel",
        "start:beispiel",
        "einen erfundenen Garten zum Ausprobieren öffnen",
        """\
Öffnet einen erfundenen Garten mit drei Jahren zum Ausprobieren. Er liegt in
einem eigenen Ordner, der am Ende verschwindet; Ihr Garten bleibt unberührt.""",
        _LINEAR,
    ),
    Subcommand(
        "pruefen",
        "looking:pruefen",
        "nachsehen, ob mit der Datei alles in Ordnung ist",
        """\
Sieht nach, ob mit der Datei des Gartens und den Sicherungen alles in Ordnung
ist, und baut die Suche neu auf. Es wird nie etwas gelöscht. Der Garten darf
dabei nicht offen sein.""",
        notes=f"""\
Ist etwas zu tun, steht es dabei, und das Ergebnis für Skripte ist 1, sonst 0.
{_BREAK}""",
        lacking="also auch nichts zu prüfen",
    ),
    Subcommand(
        "loeschen",
        "erase:loeschen",
        "alles über einen Menschen löschen, mit Nachweis",
        """\
Sucht alles, was über einen Menschen gespeichert ist – Karten, Verläufe, freie
Texte, frühere Fassungen, Gelöschtes, Einstellungen –, zeigt es und löscht es
auf Wunsch, auch aus jeder Sicherung. Zum Schluss werden alle Dateien des
Gartens Byte für Byte durchsucht. Der Garten darf dabei nicht offen sein.""",
        {
            "--ueber NAME": "um wen es geht",
            "--freiwilliges": "statt eines Namens: die eigenen freiwilligen Angaben zurücknehmen",
            "--rolle TEXT": "was in Texten statt des Namens stehen soll",
            "--auch NAMEN": "weitere Schreibweisen oder Spitznamen, mit Kommas dazwischen",
            "--ganz NUMMERN": "diese Einträge der Liste ganz löschen: 3,5",
            "--behalten NR=…": "einen Eintrag behalten, mit dem Grund; mehrere mit „;“ dazwischen",
            "--ja": "löschen, ohne noch einmal zu fragen",
        },
        usual={
            "--rolle TEXT": "eine Ansprechperson",
        },
        notes="""\
Ohne --ueber geht eine unterbrochene Löschung weiter. Das Ergebnis für Skripte
ist 1, wenn etwas noch nicht erreicht wurde, etwa ein Stick, sonst 0.""",
        examples=(
            "loeschen --ueber Müller",
            "loeschen --ueber Müller --ganz 3 --behalten 5=Vertrag",
        ),
        lacking="also auch nichts zu löschen",
    ),
    Subcommand(
        "sicherung",
        "backups:sicherung",
        "Sicherungen anlegen, ansehen, zurückholen",
        """\
Kümmert sich um die Sicherungen Ihres Gartens. Eine am Tag entsteht von
selbst, sobald sich etwas geändert hat; behalten werden die der letzten
7 Tage, 4 Wochen, 12 Monate und jedes Jahresendes. Von Hand angelegte bleiben
immer.""",
        {
            "anlegen": "jetzt eine Sicherung anlegen und prüfen; auch, während der Garten offen "
            "ist",
            "--nach ORDNER": "dorthin statt an die üblichen Orte",
            "liste": "alle Sicherungen zeigen, die neueste zuerst",
            "--pruefen": "dabei jede öffnen und nachsehen, ob sie in Ordnung ist",
            "zurueckholen": "den Garten auf eine Sicherung zurücksetzen, nach Name, Nummer in der "
            "Liste oder als Datei. Was jetzt da ist, wird vorher selbst gesichert. Der Garten "
            "darf dabei nicht offen sein.",
            "ort": "einen zweiten Ort wählen, etwa einen Stick oder ein Netzlaufwerk; „keiner“ "
            "nimmt die Wahl zurück",
        },
        calls=(
            "anlegen [--nach ORDNER] [OPTIONEN]",
            "liste [--pruefen]",
            "zurueckholen NAME|NUMMER",
            "ort [ORDNER|keiner]",
        ),
        arguments="words*",
        notes=_BREAK,
    ),
    Subcommand(
        "bericht",
        "exchange:bericht",
        "Dokumente für Word, PDF, Web: Jahresbericht, Steckbrief …",
        """\
Schreibt ein Dokument: für Leitung und Rat, für Partner und Gäste, für die
Vertretung, zum Ausfüllen auf Papier. Vorher steht da, was hineinkommt und was
hier bleibt.""",
        {
            "ART": "jahresbericht, ratsvorlage, steckbrief, arbeitsblatt …; fehlt sie, steht da, "
            "welche Dokumente es gibt",
            "DATEI": "endet auf .docx, .pdf, .html oder .md; fehlt sie, steht da, was sich bei "
            "dieser Art wählen lässt",
            "--jahr J": "um welches Jahr es geht, zum Beispiel 2026",
            "--ueber NAME": "um wen oder was es geht: eine Kooperation, ein Mensch …",
            "--form NAME": "bei Arbeitsblättern: welche Seite, welche Karte",
            "--fuellung F": "bei Arbeitsblättern: leer oder ausgefuellt",
            "--sicht S": "beim Rückblick der anderen: partner oder nutzende",
            "--groesse G": "auf Papier: tisch oder gross (für den Teamtag)",
            "--umfang U": "bei leeren Karten: ganz oder kern (nur das Wichtige)",
            "--eintragen STELLE=TEXT …": "was noch auszufüllen ist, etwa „Uhrzeit=18 Uhr“; geht "
            "mehrmals",
            "--nur TEILE": "nur diese Teile, mit Komma getrennt",
            "--mit TEILE": "auch diese Teile, die sonst fehlen",
            "--ohne TEILE": "ohne diese Teile",
            **_OVERWRITE,
        },
        calls=("[ART [DATEI]]",),
        arguments="report? place?",
        examples=(
            "bericht jahresbericht bericht.docx --jahr 2026",
            "bericht steckbrief leseclub.pdf --ueber Leseclub",
            "bericht arbeitsblatt boden.pdf --form Boden --groesse gross",
        ),
    ),
    Subcommand(
        "tabellen",
        "exchange:exchange",
        "Karten, Antworten und Zahlen für Excel und Co. schreiben",
        """\
Schreibt, was im Garten steht, als Tabellen: in eine Datei für Excel oder
LibreOffice (.xlsx, ein Blatt je Art) oder in einen Ordner (eine .csv je Art).
Auf eigenen Blättern stehen Verläufe, Antworten und Zahlen.""",
        {
            "--art ART": "nur eine Tabelle: partner, kooperationen, ernten, antworten, zahlen, "
            "verlaeufe …; dann geht auch DATEI.csv",
            "--jahr J": "nur dieses Gartenjahr; was keinen Tag hat, ist immer dabei",
            "--vertrauliche": "auch vertrauliche Angaben der Karten, und vertrauliche und "
            "persönliche Antworten; von diesen nur die eigenen",
            **_OVERWRITE_ALL,
        },
        calls=("DATEI.xlsx|ORDNER",),
        arguments="place",
        examples=(
            "tabellen garten.xlsx",
            "tabellen tabellen --jahr 2026",
            "tabellen ernten.csv --art ernten",
        ),
    ),
    Subcommand(
        "kumu",
        "exchange:exchange",
        "eine Netzwerkkarte für Kumu schreiben",
        """\
Schreibt zwei Dateien für eine Netzwerkkarte mit Kumu in einen Ordner: die
Bibliothek, Partner, Bündnisse und Kooperationen, und was sie verbindet.
Menschen bleiben weg, solange Sie es nicht anders verlangen. Hochgeladen wird
nichts.""",
        {"--personen": "auch die Ansprechpersonen, mit Name und Funktion", **_OVERWRITE_ALL},
        calls=("ORDNER",),
        arguments="place",
    ),
    Subcommand(
        "kalender",
        "exchange:exchange",
        "alle Termine des Gartens als Kalenderdatei schreiben",
        """\
Schreibt die Termine des Gartens in eine Kalenderdatei: Check-in, nächste
Schritte, Meilensteine, Aufgaben, Treffen, Feste, Wiederkehrendes,
Auswertungen, Enden von Absprachen, die Ruhezeit. Noch einmal eingelesen,
bringt sie Termine auf den neuen Stand, auch umbenannte; was entfällt, ist
dann abgesagt.""",
        {
            "--ueber NAME": "nur ein Fest oder eine Serie, zum Beispiel für die Einladung",
            "--erinnern TAGE": "so viele Tage vorher erinnern: 0, 1, 7 oder 14",
            "--land LAND": "Fristen und Check-in von Wochenenden und Feiertagen dieses "
            "Bundeslandes wegrücken: NW, Bayern …",
            **_OVERWRITE,
        },
        calls=("DATEI.ics",),
        arguments="place",
    ),
    Subcommand(
        "kontakte",
        "exchange:exchange",
        "Partner und Ansprechpersonen fürs Adressbuch schreiben",
        """\
Schreibt Partner und Ansprechpersonen in eine Datei für Adressbücher (vCard),
nur mit dienstlichen Angaben: Name, Organisation, Funktion, Telefon, E-Mail,
Anschrift, Website. Notizen bleiben hier.""",
        _OVERWRITE,
        calls=("DATEI.vcf",),
        arguments="place",
    ),
    Subcommand(
        "einlesen",
        "taking:einlesen",
        "Partner und Ansprechpersonen aus einer Datei holen",
        """\
Holt Partner und Ansprechpersonen aus einer Datei: Listen (.xlsx, .ods, .csv)
aus Excel, LibreOffice, Outlook oder Google, Visitenkarten (.vcf), das
Adressbuch von Thunderbird (.ldif). Zuerst kommt eine Vorschau; ohne Ihr Ja
wird nichts übernommen. Nur Dienstliches kommt mit.""",
        {
            "--als WAS": "kontakte: Zeilen mit einem Namen werden Ansprechpersonen, die übrigen "
            "Partner (so ist es ohne Angabe); partner: jede Zeile ist eine Organisation",
            "--spalten LISTE": "welche Spalte wohin gehört, wo der Vorschlag nicht passt: "
            '"Firma=Organisation,Notiz=-"; bleibt für das nächste Mal',
            "--blatt BLATT": "welches Blatt einer Mappe, mit Namen oder Nummer; ohne Angabe das "
            "mit den bekanntesten Überschriften",
            "--kopf ZEILE": "die Zeile mit den Überschriften, wo die Vorschau eine andere nimmt; "
            "0: die Liste hat keine",
            "--doppelte WORT": "was mit Doppelten geschieht: auslassen (ohne Angabe), ergaenzen "
            "(nur leere Felder), aktualisieren (was die Datei anders sagt) oder anlegen",
            "--art ART": "die Art neuer Partner, wo die Datei keine nennt, etwa kita",
            "--rhythmus TAGE": "wann Sie sich bei neuen Partnern spätestens melden, etwa 90 oder "
            "halbjährlich",
            "--ja": "nicht fragen, gleich übernehmen",
            "--zuruecknehmen": "alles zurücknehmen, was zuletzt eingelesen wurde",
        },
        calls=(
            "DATEI [--als WAS] [--blatt BLATT] [--kopf ZEILE] [--spalten LISTE] [--doppelte WORT] "
            "[--art ART] [--rhythmus TAGE] [--ja] [OPTIONEN]",
            "--zuruecknehmen [OPTIONEN]",
        ),
        arguments="place?",
        usual={
            "place": "",
            "als": "kontakte",
            "blatt": "",
            "kopf": "",
            "spalten": "",
            "doppelte": "auslassen",
            "art": "",
            "rhythmus": "",
        },
        examples=("einlesen kontakte.csv", "einlesen kitas.xlsx --als partner --art kita"),
        lacking="in den etwas kommen könnte",
    ),
    Subcommand(
        "archiv",
        "archive:archiv",
        "den ganzen Garten als eine Datei schreiben, daraus lesen",
        """\
Schreibt den ganzen Garten in eine Datei, die auch ohne Gartenjahr lesbar
bleibt (JSON), oder macht daraus wieder denselben Garten: zum Umziehen, zum
Aufbewahren.
Alles ist dabei, auch Vertrauliches, Gelöschtes und frühere Fassungen.""",
        {
            "schreiben": "die Datei schreiben; auch, während der Garten offen ist",
            "lesen": "den Garten der Datei anlegen, wo noch keiner ist oder einer ohne Einträge. "
            "Vorher wird die ganze Datei geprüft; stimmt etwas nicht, wird nichts angelegt.",
            **_OVERWRITE,
        },
        calls=(
            "schreiben DATEI [--ueberschreiben] [OPTIONEN]",
            "lesen DATEI --daten ORDNER [OPTIONEN]",
        ),
        arguments="words*",
        notes=_BREAK,
    ),
    Subcommand(
        "paket",
        "packet:paket",
        "Fragen an andere geben, ihre Antworten einlesen",
        """\
Gibt ausgewählte Fragen als kleine Datei an eine Kollegin, einen Kollegen oder
einen Partner und liest deren Antworten als eigene Stimme ein.
Unterschiedliche Antworten stehen nebeneinander.""",
        {
            "schreiben": "ein leeres Paket schreiben; der Name der Datei endet auf "
            ".gartenpaket.json oder, als Seite für den Browser, auf .html",
            "lesen": "zeigen, was übernommen würde, und nach „ja“ übernehmen; ein zweites Mal "
            "gelesen, ändert dasselbe Paket nichts",
            "vergleich": "unterschiedliche Antworten zeigen",
            "fragen": "die Kennungen aller Fragen zeigen",
            "--fragen K,…": "diese Fragen, zum Beispiel ruhen.zusammenarbeit",
            "--abschnitt A,…": "alle Fragen dieser Abschnitte; vertrauliche und persönliche "
            "kommen nur mit --fragen ins Paket",
            "--karte NAME": "die Karte, um die es geht, etwa eine Kooperation",
            "--fuer NAME": "für wen das Paket ist",
            "--bis TAG": "bis wann Sie um Antwort bitten; steht auf der Seite",
            "--an ADRESSE": "wohin die Antworten gehen; steht auf der Seite",
            "--als NAME": "unter diesem Namen einlesen",
            "--jahr J": "ein anderes Gartenjahr als das neueste",
            "--ja": "ohne Rückfrage übernehmen",
            **_OVERWRITE,
        },
        calls=(
            "schreiben DATEI --fragen KENNUNG,… [--karte NAME] [--fuer NAME] [--bis TAG] "
            "[--an ADRESSE] [--jahr J] [--ueberschreiben] [OPTIONEN]",
            "schreiben DATEI --abschnitt ABSCHNITT,… […]",
            "lesen DATEI [--als NAME] [--ja]",
            "vergleich [--jahr J]",
            "fragen",
        ),
        arguments="words*",
        notes="""\
Ausgefüllt wird ein Paket überall, wo es Gartenjahr gibt, auch ohne Garten:
  gartenjahr --linear --paket DATEI
Die Seite (.html) öffnet sich in jedem Browser; was dort mit „Antworten
speichern“ entsteht, liest „paket lesen“ ein.""",
        lacking="also auch keine Pakete dazu",
    ),
)

COMMANDS = {command.name: command for command in _EVERY}
"""Name → declaration, in the order of the list."""
