"""Every German sentence of taking in partners and contacts from files."""

from __future__ import annotations


class ReadingWords:
    """Reading the file."""

    MISSING = (
        "„{file}“ gibt es nicht. Es wurde nichts übernommen. Bitte Ordner und Namen prüfen, etwa "
        "ob der Stick steckt."
    )
    NO_FILE = (
        "„{file}“ ist keine Datei, die sich einlesen lässt. Es wurde nichts übernommen. Bitte "
        "Ordner und Namen prüfen."
    )
    REFUSED = (
        "„{file}“ lässt sich nicht öffnen. Es wurde nichts übernommen. Bitte prüfen, ob die Datei "
        "noch in einem anderen Programm offen ist und ob Sie sie lesen dürfen."
    )
    TOO_BIG = (
        "„{file}“ ist mit {size} MB zu groß für eine Liste von Kontakten; gelesen werden bis zu "
        "{most} MB. Es wurde nichts übernommen. Bitte prüfen, ob es die richtige Datei ist."
    )
    TOO_MANY_ROWS = (
        "In „{file}“ stehen mehr Einträge, als auf einmal gehen (höchstens {most}). Es wurde "
        "nichts übernommen. Bitte die Liste in mehrere Dateien teilen."
    )
    TOO_WIDE = "Die Zeile hat mehr Spalten, als eine Liste von Kontakten haben kann."
    EMPTY = "In „{file}“ steht nichts. Es wurde nichts übernommen."
    EXCEL = (
        "„{file}“ ist eine Mappe aus Excel oder LibreOffice. Bitte dort öffnen, „Speichern unter“ "
        "und den Typ CSV wählen und die neue Datei einlesen. Es wurde nichts übernommen."
    )
    BINARY = (
        "„{file}“ enthält keinen Text, also auch keine Liste von Kontakten. Es wurde nichts "
        "übernommen. Einlesen lassen sich Dateien, die auf .csv, .txt oder .vcf enden."
    )

    COLUMN = "Spalte {number}"
    REPEATED = "{head} ({number})"

    QUOTES = "Ein Anführungszeichen ist offen geblieben oder steht an falscher Stelle."
    TOO_LONG = "Eine Angabe ist länger, als eine Angabe sein kann."
    TOO_MANY = "Die Zeile hat {given} Angaben, der Kopf der Tabelle nur {wanted}."
    TORN = "Die Zeile ist mitten in einer Angabe umbrochen."
    DAMAGED = "Ein Zeichen ist beschädigt und nicht zu lesen."
    NO_NAME = "Es steht kein Name darin."
    NO_PROPERTY = "Die Zeile ist keine Angabe einer Visitenkarte."
    NO_CARD = "Die Zeile gehört zu keiner Visitenkarte."
    NO_END = "Die Visitenkarte, die hier beginnt, hat kein Ende."


class CardWords:
    """What the parts of a vCard are called; the columns of such a file."""

    NAME = "Name"
    ORGANISATION = "Organisation"
    FUNCTION = "Funktion"
    MAIL = "E-Mail"
    PHONE = "Telefon"
    STREET = "Straße"
    CODE = "PLZ"
    TOWN = "Ort"
    WEB = "Website"
    PRIVATE = {
        "EMAIL": "E-Mail privat",
        "TEL": "Telefon privat oder mobil",
        "ADR": "Anschrift privat",
        "URL": "Website privat",
    }
    OUT = {
        "BDAY": "Geburtstag",
        "ANNIVERSARY": "Jahrestag",
        "DEATHDATE": "Todestag",
        "BIRTHPLACE": "Geburtsort",
        "NOTE": "Notizen",
        "PHOTO": "Fotos",
        "LOGO": "Bilder",
        "SOUND": "Tonaufnahmen",
        "GENDER": "Geschlecht",
        "IMPP": "Kurznachrichten",
        "RELATED": "Angehörige",
        "GEO": "Ortsangaben",
        "NICKNAME": "Spitznamen",
        "CATEGORIES": "Schlagwörter",
        "KEY": "Schlüssel",
    }


class FieldsWords:
    """Where a column can go."""

    OUT = "bleibt draußen"
    LABELS = {
        "name": "Name",
        "titel": "Titel",
        "vorname": "Vorname",
        "nachname": "Nachname",
        "organisation": "Organisation",
        "funktion": "Funktion",
        "mail": "E-Mail",
        "telefon": "Telefon",
        "anschrift": "Anschrift",
        "strasse": "Straße",
        "plz": "PLZ",
        "ort": "Ort",
        "web": "Website",
    }
    OUT_WORDS = ("-", "draußen", "bleibt draußen", "nichts")


class HeadsWords:
    """What columns are called by the programs that write them, in German and English."""

    KNOWN = {
        "name": (
            *("Name", "Vollständiger Name", "Anzeigename", "Ansprechperson", "Ansprechpartner"),
            *("Ansprechpartnerin", "Kontaktperson", "Kontakt", "Person"),
            *("Full Name", "Display Name", "Contact", "Contact Name"),
        ),
        "titel": ("Titel", "Akademischer Titel", "Anrede", "Name Prefix"),
        "vorname": ("Vorname", "First Name", "Given Name", "Firstname"),
        "nachname": (
            *("Nachname", "Familienname", "Zuname"),
            *("Last Name", "Family Name", "Surname", "Lastname"),
        ),
        "organisation": (
            *("Organisation", "Firma", "Einrichtung", "Institution", "Partner", "Unternehmen"),
            *("Verein", "Schule", "Träger", "Name der Einrichtung", "Company", "Company Name"),
            *("Organization", "Organization Name", "Organization 1 - Name"),
        ),
        "funktion": (
            *("Funktion", "Position", "Aufgabe", "Rolle", "Arbeitstitel", "Beruf", "Abteilung"),
            *("Job Title", "Role", "Department", "Organization Title", "Organization Department"),
            *("Organization 1 - Title", "Organization 1 - Department"),
        ),
        "mail": (
            *("E-Mail", "Mail", "E-Mail-Adresse", "E-Mail dienstlich", "E-Mail (dienstlich)"),
            *("E-Mail geschäftlich", "Primäre E-Mail-Adresse", "Mailadresse", "Email"),
            *("E-mail Address", "Email Address", "Primary Email", "Work Email", "Business Email"),
            *("E-mail 1 - Value", "E-mail 2 - Value", "E-mail 3 - Value"),
        ),
        "telefon": (
            *("Telefon", "Tel.", "Telefonnummer", "Rufnummer", "Telefon geschäftlich"),
            *("Telefon (geschäftlich)", "Telefon geschäftlich 2", "Telefon Firma", "Haupttelefon"),
            *("Telefon dienstlich", "Telefon (dienstlich)", "Tel. dienstlich", "Durchwahl"),
            *("Phone", "Business Phone", "Business Phone 2", "Company Main Phone", "Work Phone"),
            *("Primary Phone", "Phone Number"),
            *("Phone 1 - Value", "Phone 2 - Value", "Phone 3 - Value", "Phone 4 - Value"),
        ),
        "anschrift": (
            *("Anschrift", "Adresse", "Adresse geschäftlich", "Dienstanschrift"),
            *("Address", "Business Address", "Address 1 - Formatted"),
        ),
        "strasse": (
            *("Straße", "Straße und Hausnummer", "Straße geschäftlich", "Straße geschäftlich 2"),
            *("Straße geschäftlich 3", "Dienstlich: Adresse", "Dienstlich: Adresse 2"),
            *("Street", "Street Address", "Business Street", "Business Street 2"),
            *("Business Street 3", "Work Address", "Work Address 2", "Address 1 - Street"),
        ),
        "plz": (
            *("PLZ", "Postleitzahl", "Postleitzahl geschäftlich", "Dienstlich: PLZ", "Zip"),
            *("ZIP Code", "Postal Code", "Business Postal Code", "Work ZipCode"),
            "Address 1 - Postal Code",
        ),
        "ort": (
            *("Ort", "Stadt", "Wohnort", "Ort geschäftlich", "Dienstlich: Ort"),
            *("City", "Town", "Business City", "Work City", "Address 1 - City"),
        ),
        "web": (
            *("Website", "Webseite", "Webseite 1", "Internet", "Homepage", "Web", "URL"),
            *("Web Page", "Web Page 1", "Webpage", "Website 1 - Value"),
        ),
    }
    ENGLISH_TITLE = "Title"
    """A form of address beside a first name, else a function."""

    LABEL_BREAK = " - "
    LABELS = ("Label", "Type")
    """Google puts what kind a number is into a column of its own."""

    PRIVATE = ("privat", "private", "home", "mobil", "mobile", "cell", "personal", "fax", "pager")
    """Words that tell a private number from an official one."""


class ImportWords:
    """What is shown, asked and said."""

    SOURCE = "Datei „{file}“, eingelesen am {day}"
    STEP = "Einlesen von „{file}“, {count}"
    CARDS = ("eine Karte", "{count} Karten")

    FILE = "Datei: {file}, {count}, gelesen als {encoding}"
    ROWS = ("eine Zeile", "{count} Zeilen")
    ENCODINGS = {
        "utf-8": "Text (UTF-8)",
        "utf-16": "Text (UTF-16)",
        "cp1252": "Text von Windows",
        "mac_roman": "Text vom Mac",
        "cp850": "Text von DOS",
        "vcard": "Visitenkarten",
    }

    COLUMNS = "Spalten (Kopf → Feld)"
    COLUMN = "{head} → {field}"
    EXAMPLE = "z. B. {text}"
    STAYS_OUT = "Bleibt draußen: {what}."

    NEW = ("Neu: eine Karte", "Neu: {count} Karten")
    NO_NEW = "Neu: keine Karte"
    FILLED = ("Ergänzt: eine Karte", "Ergänzt: {count} Karten")
    DUPLICATES = ("Doppelt: eine Zeile", "Doppelt: {count} Zeilen")
    NOT_READ = ("Nicht zu lesen: eine Zeile", "Nicht zu lesen: {count} Zeilen")
    ENTRY = "{item} {name}"
    LINE = "Zeile {line}: {what}"
    UNREAD = "Zeile {line}: {reason}"
    COMES_ALONG = "kommt mit der Ansprechperson in Zeile {line}"
    MORE = "… und {count} weitere"
    SAME_NAME = "derselbe Name"
    SAME_MAIL = "dieselbe E-Mail-Adresse"
    IN_GARDEN = "{why} wie „{name}“ im Garten"
    IN_FILE = "{why} wie in Zeile {line} dieser Datei"
    DUPLICATE = "Zeile {line} {treated}: {name}, {where}"
    TREATED = {
        "skip": "wird ausgelassen",
        "fill": "ergänzt leere Felder",
        "add": "wird trotzdem angelegt",
    }

    QUESTION = "Übernehmen? ja/nein"
    NOTHING_TAKEN = "Es wurde nichts übernommen."
    ONLY_SHOWN = "Das war nur die Vorschau, es wurde nichts übernommen. Übernommen wird mit: --ja"
    TAKEN = "Übernommen: {what}."
    TAKEN_NEW = ("eine neue Karte", "{count} neue Karten")
    TAKEN_FILLED = ("eine Karte ergänzt", "{count} Karten ergänzt")
    TAKE_BACK = "Zurücknehmen lässt sich das Ganze mit: gartenjahr einlesen --zuruecknehmen"
    NOTHING_NEW = "Aus dieser Datei kommt nichts Neues in den Garten."
    READING = "{percent} % gelesen"
    COMPARING = "{percent} % verglichen"

    NO_NAME_COLUMN = (
        "Noch ist nicht klar, in welcher Spalte der Name steht. Es wurde nichts übernommen. Bitte "
        'zuordnen, zum Beispiel: --spalten "{example}=Name". Die Spalten heißen: {heads}.'
    )
    NO_COLUMN = "Eine Spalte „{given}“ gibt es in der Datei nicht. Es gibt: {known}."
    NO_FIELD = "Ein Feld „{given}“ gibt es nicht. Es gibt: {known} – und „-“ für: bleibt draußen."
    NO_PAIR = (
        "Mit „{given}“ ist nicht zu sagen, welche Spalte in welches Feld soll. Bitte so angeben: "
        '--spalten "Firma=Organisation,Durchwahl=Telefon"'
    )
    NO_KIND = "„{given}“ geht nicht nach --als. Es gibt: partner, kontakte."
    NO_TREATMENT = "„{given}“ geht nicht nach --doppelte. Es gibt: {known}."
    TREATMENTS = {"auslassen": "skip", "ergaenzen": "fill", "anlegen": "add"}
    KINDS = {"kontakte": "contact", "partner": "partner"}
    NO_FILE = "Es fehlt noch, welche Datei eingelesen werden soll: gartenjahr einlesen DATEI"
    READ_ONLY = (
        "Der Garten ist gerade anderswo geöffnet ({holder}). Es wurde nichts übernommen. Bitte das "
        "andere Fenster schließen, oder dort im Menü (F10) „Kontakte einlesen“ wählen."
    )
    NOT_SAVED = "Das Übernommene ist noch nicht auf dem Datenträger: {problem}"

    BACK_ALONE = (
        "Bitte --zuruecknehmen ohne weitere Angaben aufrufen; es wurde nichts zurückgenommen."
    )
    BACK = "Zurückgenommen: {what}."
    NOTHING_BACK = "Es gibt kein Einlesen, das sich zurücknehmen ließe. Es wurde nichts verändert."
    STAYED = (
        "Eine Karte wurde seither weitergeschrieben und bleibt, wie sie ist.",
        "{count} Karten wurden seither weitergeschrieben und bleiben, wie sie sind.",
    )


class ImportScreenWords:
    """The screen „Kontakte einlesen“."""

    TITLE = "Kontakte einlesen"
    FILE = "Datei"
    ASK = (
        "Welche Datei? Eine Liste (.csv) oder Visitenkarten (.vcf). Enter liest sie; übernommen "
        "wird erst, wenn Sie „Ja“ sagen."
    )
    READ = "{file}. Tab geht weiter, Esc verwirft alles."
    BUSY = "{what} · Esc bricht ab"
    STOPPED = "Abgebrochen. Es wurde nichts übernommen."
    COLUMNS = "Spalten: ← → ändert, wohin eine gehört"
    PREVIEW = "Vorschau: Enter ändert, was mit einer doppelten Zeile geschieht"
    KIND = "Einlesen als"
    KINDS = (("contact", "Ansprechpersonen und Partner"), ("partner", "nur Partner"))
    TWINS = "Doppelte"
    TREATMENTS = (
        ("skip", "auslassen"),
        ("fill", "leere Felder ergänzen"),
        ("add", "trotzdem anlegen"),
    )
    CHOICE = "{name}: ◄ {choice} ►"
    YES = "Ja, übernehmen"
    YES_COUNT = "Ja, übernehmen: {what}"
    NO_NAME = "In welcher Spalte steht der Name? Bitte bei den Spalten zuordnen, mit ← →."
    MORE = "… und {count} weitere"
    DONE = "{taken} u nimmt alles auf einmal zurück."


class ImportTalkWords:
    """The same line by line."""

    FILE = (
        "Welche Datei soll eingelesen werden? Eine Liste (.csv) oder Visitenkarten (.vcf), mit "
        "Ordner. Leere Zeile: keine."
    )
    COLUMNS = "Die Spalten der Datei, und wohin sie gehören:"
    COLUMN = "{number}  {column}"
    CHANGE = (
        "Leere Zeile: so lassen. Zum Ändern Zahl und Feld schreiben, etwa „2 Telefon“, oder "
        "„2 -“: bleibt draußen."
    )
    WRONG = (
        "Bitte eine Zahl von 1 bis {last} und ein Feld schreiben. Felder sind: {known}, und - für: "
        "bleibt draußen."
    )
    NO_NAME = "Noch ist nicht klar, wo der Name steht. Bitte zuordnen, etwa „1 Name“."
    ASK = "{question}?"
    OPTION = "{number}  {text}"
    FIRST = "Zahl wählen. Leere Zeile: 1."
    NO_OPTION = "Das steht nicht zur Wahl. Bitte eine Zahl von 1 bis {last}."
    DONE = "{taken} Das Wort rückgängig nimmt alles auf einmal zurück."
    HELP = (
        "Hier kommen Partner und Ansprechpersonen aus einer Datei in den Garten. Übernommen wird "
        "erst nach Ihrem Ja. „zurück“ lässt alles, wie es ist, „ende“ hört auf."
    )
