"""Every German sentence of the command line and of the printed answers."""

from __future__ import annotations

_OPTIONS = """\
Optionen
  --daten ORDNER   den Garten in diesem Ordner nehmen
  --ascii          einfache Zeichen statt Linien, Pfeilen und Punkten
  --trotzdem       auch mit einem älteren oder ausgetauschten Arbeitsbuch
                   arbeiten; neu beginnen, wo ein Garten fehlt
"""

_HELP_OPTION = "  -h, --help       diese Hilfe zeigen\n"


class HelpWords:
    """What ``--help`` prints."""

    MAIN = f"""\
Gartenjahr, das Arbeitsbuch für Bibliotheken und ihre Partnerschaften

Aufruf:  gartenjahr [OPTIONEN] [BEFEHL]

Ohne Befehl öffnet sich das Arbeitsbuch. Alles, was Sie schreiben, bleibt auf
diesem Rechner und wird von selbst gespeichert.

Befehle
  pfade            zeigen, wo Ihre Daten liegen
  leitfaden        den Leitfaden lesen, ganz oder in Teilen
  antworten        Ihre Antworten ausgeben: als Text, Markdown oder JSON
  faellig          zeigen, was jetzt dran ist, etwa beim Anmelden am Rechner
  beispiel         einen erfundenen Garten zum Ausprobieren öffnen
  pruefen          nachsehen, ob mit dem Arbeitsbuch alles in Ordnung ist
  sicherung        Sicherungen anlegen, ansehen, zurückholen
  bericht          Dokumente für Word, PDF, Web: Jahresbericht, Steckbrief …
  tabellen         Karten, Antworten und Zahlen für Excel und Co. schreiben
  kumu             eine Netzwerkkarte für Kumu schreiben
  kalender         alle Termine des Gartens als Kalenderdatei schreiben
  kontakte         Partner und Ansprechpersonen fürs Adressbuch schreiben
  einlesen         Partner und Ansprechpersonen aus einer Datei holen
  archiv           den ganzen Garten als eine Datei schreiben, daraus lesen
  paket            Fragen an andere geben, ihre Antworten zurücklesen

Mehr über einen Befehl:  gartenjahr BEFEHL --help

{_OPTIONS}\
  --linear         Frage für Frage in einfachen Zeilen, etwa für Screenreader
  --paket DATEI    ein Paket mit Fragen ausfüllen (dazu --linear); ein Garten
                   ist dafür nicht nötig
  --version        die Programmfassung nennen
{_HELP_OPTION}"""

    PFADE = f"""\
Zeigt, wo Ihre Daten liegen und warum gerade dort. Es wird nichts angelegt.

Aufruf:  gartenjahr pfade [OPTIONEN]

{_OPTIONS}{_HELP_OPTION}"""

    LEITFADEN = f"""\
Zeigt den Leitfaden: ganz, ein Kapitel, einen Abschnitt oder einen Begriff.

Aufruf:  gartenjahr leitfaden [ABSCHNITT] [--abdeckung] [OPTIONEN]

  ABSCHNITT        ein Kapitel (boden, saeen, pflegen, ernten, ruhen …), ein
                   Abschnitt (saeen.haus), ein Titel oder Begriff oder dessen
                   Anfang; „glossar“ zeigt alle Begriffe
  --abdeckung      zeigen, wo jedes Element und jede Frage daraus steht

Beispiele
  gartenjahr leitfaden säen
  gartenjahr leitfaden schneesturm
  gartenjahr leitfaden fruchtbarer Boden

{_OPTIONS}{_HELP_OPTION}"""

    ANTWORTEN = f"""\
Gibt die Antworten aus, auch wenn Gartenjahr gerade in einem anderen Fenster
offen ist. Vertrauliches und Persönliches bleibt weg, solange Sie es nicht
verlangen; was andere dazu geschrieben haben, bleibt auch dann weg.

Aufruf:  gartenjahr antworten [--jahr J] [--schritt S] [--format F] [OPTIONEN]

  --jahr J         nur dieses Gartenjahr, zum Beispiel 2026
  --schritt S      nur dieser Schritt: boden, saeen, pflegen, ernten, ruhen
                   oder seine Zahl, 0 bis 4
  --format F       text, md (Markdown) oder json; ohne Angabe text
  --vertrauliche   auch vertrauliche und persönliche Antworten; nur die
                   eigenen: von wem zuletzt geschrieben hat

Beispiel
  gartenjahr antworten --jahr 2026 --format md > antworten.md

{_OPTIONS}{_HELP_OPTION}"""

    FAELLIG = f"""\
Zeigt, was jetzt dran ist, das Dringendste zuerst, auch wenn Gartenjahr gerade
in einem anderen Fenster offen ist. Es wird nichts verändert.

Aufruf:  gartenjahr faellig [OPTIONEN]

Das Ergebnis für Skripte ist 0, wenn nichts fällig ist, und 3, wenn etwas
fällig ist; 1 und 2 bedeuten wie überall, dass etwas nicht ging.

{_OPTIONS}{_HELP_OPTION}"""

    BEISPIEL = f"""\
Öffnet einen erfundenen Garten mit drei Jahren zum Ausprobieren. Er liegt in
einem eigenen Ordner, der am Ende verschwindet; Ihr Garten bleibt unberührt.

Aufruf:  gartenjahr beispiel [OPTIONEN]

  --linear         Frage für Frage in einfachen Zeilen, etwa für Screenreader
{_OPTIONS}{_HELP_OPTION}"""

    PRUEFEN = f"""\
Sieht nach, ob mit dem Arbeitsbuch und den Sicherungen alles in Ordnung ist,
und baut die Suche neu auf. Es wird nie etwas gelöscht. Der Garten darf dabei
nicht offen sein.

Aufruf:  gartenjahr pruefen [OPTIONEN]

Ist etwas zu tun, steht es dabei, und das Ergebnis für Skripte ist 1, sonst 0.
Mit Strg+C lässt sich jederzeit abbrechen.

{_OPTIONS}{_HELP_OPTION}"""

    SICHERUNG = f"""\
Kümmert sich um die Sicherungen Ihres Gartens. Eine am Tag entsteht von
selbst, sobald sich etwas geändert hat; aufgehoben werden die der letzten
7 Tage, 4 Wochen, 12 Monate und jedes Jahresendes. Von Hand angelegte bleiben
immer.

Aufruf:  gartenjahr sicherung anlegen [--nach ORDNER] [OPTIONEN]
         gartenjahr sicherung liste [--pruefen]
         gartenjahr sicherung zurueckholen NAME|NUMMER
         gartenjahr sicherung ort [ORDNER|keiner]

  anlegen          jetzt eine Sicherung anlegen und prüfen; auch, während der
                   Garten offen ist
  --nach ORDNER    dorthin statt an die üblichen Orte
  liste            alle Sicherungen zeigen, die neueste zuerst
  --pruefen        dabei jede öffnen und nachsehen, ob sie in Ordnung ist
  zurueckholen     den Garten auf eine Sicherung zurücksetzen, nach Name,
                   Nummer in der Liste oder als Datei. Der jetzige Stand wird
                   vorher selbst gesichert. Der Garten darf dabei nicht offen
                   sein.
  ort              einen zweiten Ort wählen, etwa einen Stick oder ein
                   Netzlaufwerk; „keiner“ nimmt die Wahl zurück

Mit Strg+C lässt sich jederzeit abbrechen.

{_OPTIONS}{_HELP_OPTION}"""

    BERICHT = f"""\
Schreibt ein Dokument: für Leitung und Rat, für Partner und Gäste, für die
Vertretung, zum Ausfüllen auf Papier. Vorher steht da, was hineinkommt und was
hier bleibt.

Aufruf:  gartenjahr bericht               zeigt, welche Dokumente es gibt
         gartenjahr bericht ART           zeigt, was sich dabei wählen lässt
         gartenjahr bericht ART DATEI [--jahr J] [--ueber NAME] [--nur TEILE]
                    [--mit TEILE] [--ohne TEILE] [--ueberschreiben] [OPTIONEN]

  ART              jahresbericht, ratsvorlage, steckbrief, arbeitsblatt …
  DATEI            endet auf .docx, .pdf, .html oder .md
  --jahr J         um welches Jahr es geht, zum Beispiel 2026
  --ueber NAME     um wen oder was es geht: eine Kooperation, ein Mensch …
  --form NAME      bei Arbeitsblättern: welche Seite, welche Karte
  --fuellung F     bei Arbeitsblättern: leer oder ausgefuellt
  --sicht S        beim Rückblick der anderen: partner oder nutzende
  --groesse G      auf Papier: tisch oder gross (für den Teamtag)
  --nur TEILE      nur diese Teile, mit Komma getrennt
  --mit TEILE      auch diese Teile, die sonst fehlen
  --ohne TEILE     ohne diese Teile
  --ueberschreiben eine vorhandene Datei ersetzen

Beispiele
  gartenjahr bericht jahresbericht bericht.docx --jahr 2026
  gartenjahr bericht steckbrief leseclub.pdf --ueber Leseclub
  gartenjahr bericht arbeitsblatt boden.pdf --form Boden --groesse gross

{_OPTIONS}{_HELP_OPTION}"""

    TABELLEN = f"""\
Schreibt, was im Garten steht, als Tabellen: in eine Datei für Excel oder
LibreOffice (.xlsx, ein Blatt je Art) oder in einen Ordner (eine .csv je Art).
Auf eigenen Blättern stehen Verläufe, Antworten und Zahlen.

Aufruf:  gartenjahr tabellen DATEI.xlsx|ORDNER [--art ART] [--jahr J]
                    [--vertrauliche] [--ueberschreiben] [OPTIONEN]

  --art ART        nur eine Tabelle: partner, kooperationen, ernten,
                   antworten, zahlen, verlaeufe …; dann geht auch DATEI.csv
  --jahr J         nur dieses Gartenjahr; was keinen Tag hat, ist immer dabei
  --vertrauliche   auch vertrauliche Angaben der Karten, und vertrauliche und
                   persönliche Antworten; von diesen nur die eigenen
  --ueberschreiben vorhandene Dateien ersetzen

Beispiele
  gartenjahr tabellen garten.xlsx
  gartenjahr tabellen tabellen --jahr 2026
  gartenjahr tabellen ernten.csv --art ernten

{_OPTIONS}{_HELP_OPTION}"""

    KUMU = f"""\
Schreibt zwei Dateien für eine Netzwerkkarte mit Kumu in einen Ordner: die
Bibliothek, Partner, Bündnisse und Kooperationen, und was sie verbindet.
Menschen bleiben weg, solange Sie es nicht anders verlangen. Hochgeladen wird
nichts.

Aufruf:  gartenjahr kumu ORDNER [--personen] [--ueberschreiben] [OPTIONEN]

  --personen       auch die Ansprechpersonen, mit Name und Funktion
  --ueberschreiben vorhandene Dateien ersetzen

{_OPTIONS}{_HELP_OPTION}"""

    KALENDER = f"""\
Schreibt die Termine des Gartens in eine Kalenderdatei, ganztägig: Check-in,
Meilensteine, nächste Schritte, Aufgaben, Bündnistreffen, Feste, Auswertungen,
Enden von Absprachen, die Ruhezeit. Noch einmal eingelesen, bringt sie Termine
auf den neuen Stand, ohne sie zu verdoppeln.

Aufruf:  gartenjahr kalender DATEI.ics [--land LAND] [--ueberschreiben]
                    [OPTIONEN]

  --land LAND      Fristen und Check-in von Wochenenden und Feiertagen dieses
                   Bundeslandes wegrücken: NW, Bayern …
  --ueberschreiben eine vorhandene Datei ersetzen

{_OPTIONS}{_HELP_OPTION}"""

    KONTAKTE = f"""\
Schreibt Partner und Ansprechpersonen in eine Datei für Adressbücher (vCard),
nur mit dienstlichen Angaben: Name, Organisation, Funktion, Telefon, E-Mail,
Anschrift, Website. Notizen bleiben hier.

Aufruf:  gartenjahr kontakte DATEI.vcf [--ueberschreiben] [OPTIONEN]

  --ueberschreiben eine vorhandene Datei ersetzen

{_OPTIONS}{_HELP_OPTION}"""

    EINLESEN = f"""\
Holt Partner und Ansprechpersonen aus einer Datei: CSV aus Outlook, Excel,
Google oder Thunderbird, oder Visitenkarten (.vcf). Zuerst kommt eine
Vorschau; ohne Ihr Ja wird nichts übernommen. Nur Dienstliches kommt mit.

Aufruf:  gartenjahr einlesen DATEI [--als ART] [--spalten LISTE]
                    [--doppelte WORT] [--ja] [OPTIONEN]
         gartenjahr einlesen --zuruecknehmen [OPTIONEN]

  --als ART        kontakte: Zeilen mit einem Namen werden Ansprechpersonen,
                   die übrigen Partner (so ist es ohne Angabe); partner: jede
                   Zeile ist eine Organisation
  --spalten LISTE  welche Spalte wohin gehört, wo der Vorschlag nicht passt:
                   "Firma=Organisation,Notiz=-"; bleibt für das nächste Mal
  --doppelte WORT  was mit Doppelten geschieht: auslassen (ohne Angabe),
                   ergaenzen (nur leere Felder) oder anlegen
  --ja             nicht fragen, gleich übernehmen
  --zuruecknehmen  alles zurücknehmen, was zuletzt eingelesen wurde

Beispiele
  gartenjahr einlesen kontakte.csv
  gartenjahr einlesen vereine.csv --als partner --ja

{_OPTIONS}{_HELP_OPTION}"""

    ARCHIV = f"""\
Schreibt den ganzen Garten in eine Datei, die auch ohne Gartenjahr lesbar
bleibt (JSON), oder macht daraus wieder denselben Garten: zum Umziehen, zum
Aufheben.
Alles ist dabei, auch Vertrauliches, Gelöschtes und frühere Fassungen.

Aufruf:  gartenjahr archiv schreiben DATEI [--ueberschreiben] [OPTIONEN]
         gartenjahr archiv lesen DATEI --daten ORDNER [OPTIONEN]

  schreiben        die Datei schreiben; auch, während der Garten offen ist
  lesen            den Garten der Datei anlegen, wo noch keiner ist oder einer
                   ohne Einträge. Vorher wird die ganze Datei geprüft; stimmt
                   etwas nicht, wird nichts angelegt.
  --ueberschreiben eine vorhandene Datei ersetzen

Mit Strg+C lässt sich jederzeit abbrechen.

{_OPTIONS}{_HELP_OPTION}"""

    PAKET = f"""\
Gibt ausgewählte Fragen als kleine Datei an eine Kollegin, einen Kollegen oder
einen Partner und liest deren Antworten als eigene Stimme zurück. Wo Sichten
auseinandergehen, steht beides nebeneinander.

Aufruf:  gartenjahr paket schreiben DATEI --fragen KENNUNG,… [--karte NAME]
                    [--fuer NAME] [--jahr J] [--ueberschreiben] [OPTIONEN]
         gartenjahr paket schreiben DATEI --abschnitt ABSCHNITT,… […]
         gartenjahr paket lesen DATEI [--als NAME] [--ja]
         gartenjahr paket vergleich [--jahr J]
         gartenjahr paket fragen

  schreiben        ein leeres Paket schreiben; der Name der Datei endet auf
                   .gartenpaket.json
  lesen            zeigen, was übernommen würde, und nach „ja“ übernehmen; ein
                   zweites Mal gelesen, ändert dasselbe Paket nichts
  vergleich        zeigen, wo Sichten auseinandergehen
  fragen           die Kennungen aller Fragen zeigen
  --fragen K,…     diese Fragen, zum Beispiel ruhen.zusammenarbeit
  --abschnitt A,…  alle Fragen dieser Abschnitte; vertrauliche und persönliche
                   kommen nur mit --fragen ins Paket
  --karte NAME     die Karte, um die es geht, etwa eine Kooperation
  --fuer NAME      für wen das Paket ist
  --als NAME       unter diesem Namen einlesen
  --jahr J         ein anderes Gartenjahr als das neueste
  --ja             ohne Rückfrage übernehmen
  --ueberschreiben eine vorhandene Datei ersetzen

Ausgefüllt wird ein Paket überall, wo es Gartenjahr gibt, auch ohne Garten:
  gartenjahr --linear --paket DATEI

{_OPTIONS}{_HELP_OPTION}"""

    HINT = "Hilfe zeigt: gartenjahr --help"


class WrongWords:
    """A call that cannot be understood."""

    COMMAND = "Den Befehl „{given}“ gibt es nicht. Es gibt: {known}."
    UNKNOWN = "Damit kann Gartenjahr nichts anfangen: {given}."
    NO_VALUE = "Nach {option} fehlt eine Angabe."
    NO_PLACE = "Es fehlt noch, wohin geschrieben werden soll."
    NEEDS_NONE = "{option} steht für sich allein und nimmt keine Angabe."
    OTHER = "Dieser Aufruf ist nicht zu verstehen."
    YEAR = "„{given}“ ist keine Jahreszahl. Bitte vier Ziffern angeben, zum Beispiel 2026."
    FORMAT = "Das Format „{given}“ gibt es nicht. Es gibt: text, md, json."
    STEP = "Den Schritt „{given}“ gibt es nicht. Es gibt: {known}."
    SECTION = (
        "Im Leitfaden gibt es nichts, das „{given}“ heißt oder so beginnt. Kapitel sind: {known}; "
        "auch der Anfang eines Titels oder Begriffs genügt."
    )
    AMBIGUOUS = "„{given}“ kann mehreres meinen. Bitte genauer: {known}."


class CouldWords:
    """What could not be done."""

    NO_GARDEN = (
        "Hier gibt es noch keinen Garten, also auch keine Antworten: „{folder}“. Es wurde nichts "
        "angelegt."
    )
    NOTHING_DUE = (
        "Hier gibt es noch keinen Garten, also ist auch nichts fällig: „{folder}“. Es wurde nichts "
        "angelegt."
    )
    NOTHING_TO_CHECK = (
        "Hier gibt es noch keinen Garten, also auch nichts zu prüfen: „{folder}“. Es wurde nichts "
        "angelegt."
    )
    CHECK_LATER = (
        "Der Garten ist gerade offen ({holder}). Bitte ihn dort schließen und dann noch einmal "
        "prüfen; es wurde nichts verändert."
    )
    NO_YEAR = "Im Gartenjahr {year} gibt es keine Einträge. Einträge gibt es in: {known}."
    NO_YEARS = "Im Gartenjahr {year} gibt es keine Einträge; der Garten ist noch leer."
    NO_TERMINAL = (
        "Das Arbeitsbuch braucht ein Fenster mit Tastatur und Bildschirm, und hier ist keines. "
        "In einfachen Zeilen geht es überall: gartenjahr --linear"
    )
    OUTPUT = "Die Ausgabe ließ sich nicht schreiben: {reason}. Ihre Daten sind davon unberührt."
    PUT_ASIDE = (
        "Das Letzte ließ sich nicht ins Arbeitsbuch schreiben. Es liegt als Rettungsdatei bereit "
        "und wird beim nächsten Start übernommen."
    )
    STOPPED = "Abgebrochen."


class PfadeWords:
    """The command ``pfade``."""

    LINES = (
        ("Ordner", "{folder}"),
        ("Warum dort", "{origin}"),
        ("Arbeitsbuch", "{file} ({exists})"),
        ("Sicherungen", "{copies} (täglich und vor jeder Umstellung des Arbeitsbuchs)"),
        ("Merkzettel", "{state} (welcher Stand hier zuletzt offen war)"),
        ("Ordner ändern", "gartenjahr --daten ORDNER oder Umgebungsvariable {name} ({named})"),
    )
    EXISTS = "vorhanden"
    MISSING = "noch nicht angelegt"
    SET = "gesetzt"
    NOT_SET = "nicht gesetzt"


class InspectionWords:
    """The command ``pruefen``."""

    LINE = "{number} von {count}  {name}"
    SAID = "      {sign} {said}"
    SIGN = "!"
    NO_SIGN = "·"
    INDENT = 8
    WELL = "in Ordnung"
    ALL_WELL = "Alles in Ordnung."
    ATTENTION = "Fertig. Bitte sehen Sie sich an, was oben mit „!“ steht. Es wurde nichts gelöscht."

    FILE = "Datei"
    DAMAGED = (
        "An einer Stelle beschädigt: {file}. Bitte eine gute Sicherung zurückholen; was jetzt da "
        "liegt, wird dabei aufgehoben. Welche gut sind, zeigt: gartenjahr sicherung liste "
        "--pruefen",
        "An {count} Stellen beschädigt: {file}. Bitte eine gute Sicherung zurückholen; was jetzt "
        "da liegt, wird dabei aufgehoben. Welche gut sind, zeigt: gartenjahr sicherung liste "
        "--pruefen",
    )
    LOOSE = (
        "Eine Zeile gehört zu nichts mehr. Bitte mit der letzten Sicherung vergleichen.",
        "{count} Zeilen gehören zu nichts mehr. Bitte mit der letzten Sicherung vergleichen.",
    )
    MARKS = "Kennzeichen"
    OTHER_MARKS = (
        "Sie passen nicht zu dieser Programmfassung. Bitte die letzte Sicherung zurückholen oder "
        "Gartenjahr aktualisieren."
    )
    AHEAD = (
        "Die Zählung der Änderungen ist zurückgefallen. Bitte prüfen, ob an dieser Stelle eine "
        "ältere Datei liegt."
    )
    LINKS = "Verweise zwischen Karten"
    GONE = (
        "Ein Verweis führt zu einer Karte, die es nicht gibt. Bitte dort neu wählen: {names}",
        "{count} Verweise führen zu Karten, die es nicht gibt. Bitte dort neu wählen: {names}",
    )
    CARD = "{item} „{title}“"
    MORE_CARDS = "und {count} weitere"
    KINDS = (
        "Eine Karte ist von einer Art, die diese Programmfassung nicht kennt. Sie bleibt "
        "aufgehoben; bitte Gartenjahr aktualisieren.",
        "{count} Karten sind von einer Art, die diese Programmfassung nicht kennt. Sie bleiben "
        "aufgehoben; bitte Gartenjahr aktualisieren.",
    )
    QUESTIONS = "Antworten und Leitfaden"
    FORMER = (
        "Eine Antwort gehört zu einer Frage, die der Leitfaden nicht mehr hat. Sie bleibt "
        "aufgehoben.",
        "{count} Antworten gehören zu Fragen, die der Leitfaden nicht mehr hat. Sie bleiben "
        "aufgehoben.",
    )
    VALUES = "Angaben in Feldern"
    ODD = (
        "Eine Angabe ist nicht zu verstehen, etwa als Datum oder Zahl. Sie bleibt stehen, wie sie "
        "eingegeben wurde; am Feld steht, was fehlt.",
        "{count} Angaben sind nicht zu verstehen, etwa als Datum oder Zahl. Sie bleiben stehen, "
        "wie sie eingegeben wurden; am Feld steht, was fehlt.",
    )
    SEARCH = "Suche"
    REBUILT = "neu aufgebaut, {count} Stellen, in Ordnung"
    NOT_WHOLE = (
        "Sie lässt sich in der Datei nicht aufbauen. Gesucht wird trotzdem, nur langsamer. Bitte "
        "prüfen, ob der Datenträger Platz hat."
    )


class CliGuideWords:
    """The command ``leitfaden``."""

    GLOSSARY = "Glossar"
    SEE = "Zum Weiterlesen: {places}"
    INCOMPLETE = "Ohne Ort: {missing}"


class SampleWords:
    """The command ``beispiel``."""

    ORIGIN = "vorübergehender Ordner für das Beispiel"


class ReportWords:
    """Printed answers."""

    TITLE = "Antworten aus dem Gartenjahr"
    YEAR = "Gartenjahr {year}"
    STEP = "Schritt {number}: {title}"
    FORMER = "Fragen aus einer anderen Fassung des Leitfadens"
    STATE = "Stand: {state}"
    PERSON = "Von: {person}"
    CONFIDENTIAL = "vertraulich"
    ADDITION = "Zusatz des Programms"
    NO_TEXT = "(ohne Text)"
    NONE = "Es gibt noch keine Antworten."
    LEFT_OUT = (
        "Eine vertrauliche oder persönliche Antwort ist hier weggelassen; mit --vertrauliche "
        "kommt sie mit.",
        "{count} vertrauliche oder persönliche Antworten sind hier weggelassen; mit "
        "--vertrauliche kommen sie mit.",
    )
