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
    OLD_EXCEL = (
        "„{file}“ ist eine Mappe aus einem alten Excel oder mit einem Kennwort geschützt. Bitte in "
        "Excel oder LibreOffice öffnen, ohne Kennwort als .xlsx oder .ods speichern und die neue "
        "Datei einlesen. Es wurde nichts übernommen."
    )
    SHEET_BROKEN = (
        "Die Mappe „{file}“ lässt sich nicht lesen, sie ist wohl beschädigt. Es wurde nichts "
        "übernommen. Bitte in Excel oder LibreOffice öffnen, neu speichern und noch einmal "
        "einlesen."
    )
    ZIP = (
        "„{file}“ ist ein gepackter Ordner oder ein Dokument, keine Liste. Es wurde nichts "
        "übernommen. Bitte die Liste darin einzeln speichern und einlesen."
    )
    WEB_PAGE = (
        "„{file}“ ist eine Webseite, auch wenn die Endung anderes sagt. Es wurde nichts "
        "übernommen. Bitte in Excel oder LibreOffice öffnen, als .xlsx oder .ods speichern und die "
        "neue Datei einlesen."
    )
    STRANGE = (
        "„{file}“ ist in einer Schrift gespeichert, die sich nicht sicher erkennen lässt; Namen "
        "kämen falsch an. Es wurde nichts übernommen. Bitte in dem Programm, aus dem die Datei "
        "stammt, als „UTF-8“ speichern und noch einmal einlesen."
    )
    BINARY = (
        "„{file}“ enthält keinen Text, also auch keine Liste von Kontakten. Es wurde nichts "
        "übernommen. Einlesen lassen sich Dateien, die auf .csv, .txt, .xlsx, .ods, .vcf oder "
        ".ldif enden."
    )
    NO_ROW = (
        "In „{file}“ gibt es keine Zeile {line}, die Überschriften sein könnte. Es wurde nichts "
        "übernommen. Möglich sind: {known} – und 0 für eine Liste ohne Überschriften."
    )
    OTHER_SHEET = "Blatt „{name}“"
    SHEET = "{number} „{name}“"
    NO_SHEET = (
        "In „{file}“ gibt es kein Blatt „{given}“, auf dem etwas steht. Es wurde nichts "
        "übernommen. Zur Wahl stehen: {known}."
    )
    NO_SHEETS = (
        "„{file}“ ist keine Mappe und hat deshalb keine Blätter. Es wurde nichts übernommen. Bitte "
        "ohne Blatt einlesen."
    )
    YES_NO = ("nein", "ja")

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
    NO_ENTRY = "Die Zeile gehört zu keinem Eintrag."
    NO_ORGANISATION = "Es steht keine Organisation darin."

    HEADING = "„{text}“: eine Überschrift oder Summe, keine Angabe zu jemandem"
    GROUP = "„{name}“: eine Gruppe oder ein Verteiler, kein Mensch"
    PRIVATE_CARD = "„{name}“: als privat gekennzeichnet"
    DAMAGED_NUMBER = "{field} „{text}“: hat Excel verkürzt, die Ziffern fehlen schon in der Datei"
    ZERO_BACK = "{field} {text} als {read} gelesen"
    DAMAGED_CELL = "{field} „{text}“: eine Fehlermeldung von Excel"
    TOO_LONG_TEXT = "{field}: länger als {most} Zeichen"
    NO_KIND = "{field} „{text}“: keine Art, die der Garten kennt"
    NO_PARTNERS_PERSON = "{field} „{text}“: Es kommen nur Partner"
    NO_PERSON = "{fields}: gehört zu einem Menschen, und der steht nicht dabei"
    ONLY_FIRST = "{field} „{text}“: Nur die erste Angabe kommt mit"
    PRIVATE_VALUE = "{field}: eine private Angabe"
    NO_PLACE = "{fields}: gehört zu einer Organisation, und die steht nicht dabei"
    THERE_ALREADY = "{fields}: bei „{name}“ steht schon etwas anderes"
    KNOWN_PARTNER = "{fields}: „{name}“ ist schon im Garten und bleibt, wie es ist"


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
    KIND = "Art der Organisation"
    KINDS = (
        *("Schule", "Kita", "Soziales und Wohlfahrt", "Kirche oder Religionsgemeinschaft"),
        *("Wirtschaft", "Kultur", "Verwaltung", "Verein", "Gesundheit", "Bildung", "Medien"),
        "etwas anderes",
    )
    """Kinds of partners, as the form has them; the rest of a card's categories stays out."""

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
    FURTHER = {
        "EMAIL": "weitere E-Mail-Adressen",
        "TEL": "weitere Telefonnummern",
        "ADR": "weitere Anschriften",
        "URL": "weitere Websites",
    }


class LdifWords:
    """What the entries of an LDIF file are called as columns; others keep their own name."""

    HEADS = {
        "cn": "Anzeigename",
        "displayname": "Anzeigename",
        "givenname": "Vorname",
        "sn": "Nachname",
        "o": "Organisation",
        "company": "Organisation",
        "ou": "Abteilung",
        "department": "Abteilung",
        "title": "Funktion",
        "mail": "E-Mail",
        "telephonenumber": "Telefon",
        "street": "Straße",
        "streetaddress": "Straße",
        "postalcode": "PLZ",
        "l": "Ort",
        "postaladdress": "Postanschrift",
        "workurl": "Website",
        "labeleduri": "Website",
        "mozillaworkurl": "Website",
        "homephone": "Telefon privat",
        "mobile": "Mobiltelefon",
        "mozillahomestreet": "Straße privat",
        "mozillahomelocalityname": "Ort privat",
        "mozillahomepostalcode": "PLZ privat",
        "mozillasecondemail": "Zweite E-Mail",
        "mozillanickname": "Spitzname",
        "description": "Notizen",
    }
    SILENT = frozenset({"dn", "objectclass", "version", "changetype", "modifytimestamp"})
    """Says nothing of a person."""

    GROUPS = frozenset({"groupofnames", "groupofuniquenames", "group"})


class FieldsWords:
    """Where a column can go."""

    OUT = "bleibt draußen"
    LABELS = {
        "name": "Name",
        "titel": "Titel oder Anrede",
        "vorname": "Vorname",
        "zweitname": "Weitere Vornamen",
        "nachname": "Nachname",
        "namenszusatz": "Namenszusatz",
        "ersatzname": "Name, wo Vor- und Nachname fehlen",
        "leitung": "Name der Leitung",
        "organisation": "Organisation",
        "organisation2": "Organisation, zweiter Teil",
        "art": "Art der Organisation",
        "themenfeld": "Themenfeld",
        "rhythmus": "Rhythmus",
        "funktion": "Funktion",
        "mail": "E-Mail",
        "vorwahl": "Vorwahl",
        "telefon": "Telefon",
        "anschrift": "Anschrift",
        "strasse": "Straße",
        "hausnummer": "Hausnummer",
        "plz": "PLZ",
        "ort": "Ort",
        "web": "Website",
        "privat": "Kennzeichen „privat“",
    }
    OUT_WORDS = ("-", "draußen", "bleibt draußen", "nichts")


class HeadsWords:
    """What columns are called by the programs that write them, in German and English."""

    KNOWN = {
        "name": (
            *("Name", "Vollständiger Name", "Ansprechperson", "Ansprechpartner"),
            *("Ansprechpartnerin", "Ansprechpartner/in", "Ansprechpartner/-in", "Kontaktperson"),
            *(
                "AnsprechpartnerIn",
                "Ansprechpartner*in",
                "Ansprechpartner:in",
                "Ansprechpartner(in)",
            ),
            *("Teilnehmer/in", "Teilnehmer", "Teilnehmende", "Teilnehmer*in", "Teilnehmer:in"),
            *("Sachbearbeiter/in", "Sachbearbeitung", "Bearbeiter/in", "Ansprechpartner/innen"),
            *("Ansprechpersonen", "Ansprechperson(en)", "Kontakt", "Person", "Vor- und Nachname"),
            *("Vorname und Nachname", "Vorname Nachname", "Name, Vorname", "Nachname, Vorname"),
            *("Vor- und Zuname", "Name und Vorname", "Full Name", "Contact", "Contact Name"),
        ),
        "ersatzname": (
            "Anzeigename",
            "Angezeigter Name",
            "Display Name",
            "File As",
            "Speichern unter",
        ),
        "titel": ("Titel", "Akademischer Titel", "Anrede", "Name Prefix", "Prefix", "Salutation"),
        "vorname": ("Vorname", "Vornamen", "Rufname", "First Name", "Given Name", "Firstname"),
        "zweitname": ("Weitere Vornamen", "Zweiter Vorname", "Middle Name", "Additional Name"),
        "nachname": (
            *("Nachname", "Familienname", "Zuname"),
            *("Last Name", "Family Name", "Surname", "Lastname"),
        ),
        "namenszusatz": ("Namenszusatz", "Suffix", "Name Suffix"),
        "leitung": (
            *("Leitung", "Leiter", "Leiterin", "Leiter/in", "Leiter(in)", "Leiter*in", "LeiterIn"),
            *("Einrichtungsleitung", "Kitaleitung", "Kita-Leitung", "Leitung der Einrichtung"),
            *("Schulleitung", "Schulleiter", "Schulleiterin", "Schulleiter/in", "Schulleiter(in)"),
            *("Schulleiter/-in", "Name Schulleiter", "Name der Leitung", "Name Schulleitung"),
            *("Vorsitz", "Vorsitzende", "Vorsitzender", "Vorsitzende/r", "Vorsitzende(r)"),
            *("1. Vorsitz", "1. Vorsitzende", "1. Vorsitzender", "1. Vorsitzende/r", "Vorstand"),
            *("1. Vorsitzende(r)", "1. Vorsitzender/in", "1. Vorstand", "Geschäftsführung"),
            *("Geschäftsführer", "Geschäftsführerin", "Geschäftsführer/in", "Leitungsperson"),
            *("Pfarrer/in", "Pfarrer", "Pfarrerin", "Pfarrperson", "Heimleitung"),
            *("Direktor/in", "Direktor", "Direktorin", "Direktion", "Museumsleitung"),
        ),
        "organisation": (
            *("Organisation", "Firma", "Einrichtung", "Institution", "Unternehmen", "Firmenname"),
            *("Name der Einrichtung", "Name der Organisation", "Einrichtungsname", "Bezeichnung"),
            *("Verein", "Vereinsname", "Name des Vereins", "Schule", "Schulname", "Kita"),
            *("Name der Schule", "Schulbezeichnung", "Schulbezeichnung_1", "Kitaname"),
            *("Name der Dienststelle", "Einrichtung_Bezeichnung", "Name der Institution"),
            *("Kindertagesstätte", "Kindertageseinrichtung", "Name Kita", "Name Schule"),
            *("Kirchengemeinde", "Pfarrgemeinde", "Pfarrei", "Pfarramt", "Initiative"),
            *("VHS", "Volkshochschule", "Kultureinrichtung", "Träger_Einrichtung", "Museum"),
            *("Seniorenheim", "Pflegeheim", "Jugendzentrum", "Familienzentrum", "Bücherei"),
            *("Name Verein", "Name_Einrichtung", "Bezeichnung der Einrichtung"),
            *(
                "Name der Kita",
                "Kindergarten",
                "Dienststelle",
                "Dienststellenname",
                "Organisation 1",
            ),
            *("Company", "Company Name", "Organization", "Organization Name"),
            "Organization 1 - Name",
        ),
        "organisation2": (
            *("Schulbezeichnung_2", "Schulbezeichnung_3", "Namenszusatz der Einrichtung"),
            *("Name 2", "Bezeichnung 2", "Schulname 2", "Firma 2"),
        ),
        "art": (
            *("Art", "Art der Organisation", "Art der Einrichtung", "Einrichtungsart", "Kategorie"),
            *("Einrichtungstyp", "Partnerart", "Typ"),
        ),
        "themenfeld": ("Themenfeld", "Themenbereich", "Handlungsfeld"),
        "rhythmus": (
            *("Rhythmus", "Turnus", "Kontaktrhythmus", "Abstand", "Längster Abstand"),
            "Längster Abstand (Tage)",
        ),
        "funktion": (
            *("Funktion", "Position", "Aufgabe", "Rolle", "Arbeitstitel", "Abteilung"),
            *("Amt", "Zuständigkeit", "Tätigkeit", "Stelle"),
            *("Job Title", "Role", "Department", "Organization Title", "Organization Department"),
            *("Organization 1 - Title", "Organization 1 - Department"),
        ),
        "mail": (
            *("E-Mail", "Mail", "E-Mail-Adresse", "E-Mail dienstlich", "E-Mail (dienstlich)"),
            *("E-Mail geschäftlich", "Primäre E-Mail-Adresse", "Mailadresse", "Email", "eMail"),
            *("E-Mail Schule", "Schul-E-Mail", "schul_email", "E-Mailadresse", "Mail-Adresse"),
            *("E-mail Address", "Email Address", "Primary Email", "Work Email", "Business Email"),
            *("Haupt-E-Mail", "Emailadresse", "E-Mail Adresse", "Mail Adresse", "E-Mail-Kontakt"),
            *("Email Work", "E-mail 1 - Value", "E-mail 2 - Value", "E-mail 3 - Value"),
        ),
        "vorwahl": (
            "Vorwahl",
            "Telefon Vorwahl",
            "Telefonvorwahl",
            "Tel.-Vorwahl",
            "Ortsvorwahl",
            "Tel. Vorwahl",
        ),
        "telefon": (
            *("Telefon", "Tel.", "Tel.-Nr.", "Tel-Nr", "Tel. Nr.", "Telefon-Nr.", "Telefonnr."),
            *("Telefon Nummer", "Telefon Rufnummer", "Telefon (Büro)", "Tel. (dienstl.)"),
            *("Telefonnummer", "Rufnummer", "Telefon geschäftlich", "schul_telefonnr", "Fon"),
            *("Telefon (geschäftlich)", "Telefon geschäftlich 2", "Telefon Firma", "Haupttelefon"),
            *("Mobil dienstlich", "Mobiltelefon dienstlich", "Diensthandy", "Handy dienstlich"),
            *("Telefon dienstlich", "Telefon (dienstlich)", "Tel. dienstlich", "Durchwahl"),
            *("Phone", "Business Phone", "Business Phone 2", "Company Main Phone", "Work Phone"),
            *("Primary Phone", "Phone Number"),
            *("Phone 1 - Value", "Phone 2 - Value", "Phone 3 - Value", "Phone 4 - Value"),
        ),
        "anschrift": (
            *("Anschrift", "Adresse", "Adresse geschäftlich", "Dienstanschrift", "Postanschrift"),
            *("Address", "Business Address", "Address 1 - Formatted"),
        ),
        "strasse": (
            *("Straße", "Str.", "Straße und Hausnummer", "Straße geschäftlich"),
            *("Straße geschäftlich 2", "Straße, Haus-Nr.", "Straße, Hausnr.", "Straße/Haus-Nr."),
            *("Straße, Hausnummer", "Straße, Nr.", "Straße und Nr.", "Straße Nr.", "Straßenname"),
            *("Straße u. Hausnr.", "Straße und Haus-Nr.", "Straße u. Hausnummer", "Schulstraße"),
            *("adresse_strasse_hausnr", "Straße geschäftlich 3"),
            *("Dienstlich: Adresse", "Dienstlich: Adresse 2"),
            *("Street", "Street Address", "Business Street", "Business Street 2"),
            *("Business Street 3", "Work Address", "Work Address 2", "Address 1 - Street"),
        ),
        "hausnummer": ("Hausnummer", "Haus-Nr.", "Hausnr.", "Hnr.", "Haus Nr.", "House Number"),
        "plz": (
            *("PLZ", "Postleitzahl", "Postleitzahl geschäftlich", "Dienstlich: PLZ", "Zip"),
            *("ZIP Code", "Postal Code", "Business Postal Code", "Work ZipCode"),
            "Address 1 - Postal Code",
        ),
        "ort": (
            *("Ort", "Stadt", "Wohnort", "Ort geschäftlich", "Dienstlich: Ort", "Schulort"),
            *("PLZ Ort", "PLZ/Ort", "PLZ, Ort", "PLZ und Ort", "PLZ u. Ort", "adresse_ort"),
            *("Postleitzahl Ort", "Postleitzahl und Ort", "Postleitzahl/Ort"),
            *("City", "Town", "Business City", "Work City", "Address 1 - City"),
        ),
        "web": (
            *("Website", "Webseite", "Webseite 1", "Internet", "Homepage", "Web", "URL", "www"),
            *("Internetadresse", "Internetseite", "schul_homepage", "Webadresse"),
            *("Web Page", "Web Page 1", "Webpage", "Website 1 - Value"),
        ),
        "privat": ("Privat", "Private", "Vertraulichkeit", "Sensitivity"),
    }
    WEAK = {
        "organisation": ("Partner", "Träger", "Träger der Einrichtung"),
        "funktion": ("Beruf",),
    }
    """Counts only where no other column says the same, and never in a list of Outlook's."""

    OUTLOOK = (
        *("E-Mail: Angezeigter Name", "Weitere Vornamen", "Vertraulichkeit"),
        *("Ort geschäftlich", "Straße geschäftlich", "Telefon geschäftlich 2"),
    )
    OUTLOOK_OUT = ("Ort", "Partner", "Beruf")
    """What is no address, no organisation and no function where Outlook wrote the list."""

    OF_ORGANISATIONS = {
        "schule": (
            *("Schulname", "Schulform", "Schulart", "Schultyp", "Schulnummer", "Schul-Nr."),
            *("Schulart/ Org.form", "Schulbezeichnung", "Schulbezeichnung_1", "Name der Schule"),
            *(
                "Schule",
                "Schulleitung",
                "Schulleiter",
                "Schulleiterin",
                "Schulleiter/in",
                "schul_id",
            ),
        ),
        "kita": (
            *("Kita", "Kitaname", "Name der Kita", "Kindergarten", "Kitaleitung", "Kita-Leitung"),
            *("Kindertagesstätte", "Name Kita"),
            *("Betreuungsplätze", "Anzahl Gruppen"),
        ),
        "verein": (
            *("Verein", "Vereinsname", "Name des Vereins", "Vereinsnummer", "Vereinsregister"),
            *("1. Vorsitzende(r)", "1. Vorsitzender", "1. Vorsitzende", "1. Vorsitzende/r"),
        ),
        "kirche": ("Kirchengemeinde", "Pfarrgemeinde", "Pfarrei", "Pfarrer/in"),
        "bildung": ("VHS", "Volkshochschule"),
        "kultur": ("Kultureinrichtung", "Museum"),
        "": ("Einrichtungsnummer", "Einrichtungs-Nr.", "Dienststellennummer", "Träger"),
    }
    """Kind → heads that only stand over lists of organisations of that kind."""

    ROLES = {
        "vorsitz": "Vorsitz",
        "vorstand": "Vorstand",
        "schulleit": "Schulleitung",
        "geschaeft": "Geschäftsführung",
        "pfarr": "Pfarramt",
    }
    ROLE = "Leitung"
    """What those do whose names stand under a head with such a part; under any other."""

    COUNTRY = (
        *("Land", "Staat", "Country", "Land/Region", "Ländercode", "Country Code"),
        *("Land/Region geschäftlich", "Business Country/Region", "Business Country"),
        *("Dienstlich: Land", "Work Country", "Address 1 - Country", "Nation"),
    )
    GERMANY = frozenset(
        {
            *("d", "de", "deu", "ger", "brd", "deutschland", "germany", "allemagne", "sachsen"),
            *("bundesrepublik deutschland", "sachsen anhalt", "thueringen", "brandenburg"),
        }
    )
    """What stands under such a head for Germany, or for those of its Länder whose codes begin with
    a zero."""

    ENGLISH_TITLE = "Title"
    """A form of address beside a first name, else a function."""

    LABEL_BREAK = " - "
    LABELS = ("Label", "Type")
    """Google puts what kind a number is into a column of its own."""

    PRIVATE = frozenset(
        {
            *("privat", "private", "home", "heim", "zuhause", "daheim", "hause", "wohnung"),
            *("mobil", "mobile", "mobiltelefon", "handy", "cell", "iphone", "personal"),
            *("persoenlich", "fax", "telefax", "pager", "haushalt", "familie", "eltern"),
            *("ehefrau", "ehemann", "mutter", "vater", "mama", "papa", "oma", "opa", "tochter"),
            *("sohn", "ferienhaus", "ferienwohnung", "wochenende", "abends"),
        }
    )
    """Words that tell a private number from an official one."""

    OFFICIAL = frozenset(
        {
            *("work", "business", "office", "firma", "gesch"),
        }
    )
    """Words that say that a number is an official one, whatever stands beside them."""

    MARKED_PRIVATE = frozenset(
        {"ein", "ja", "wahr", "true", "on", "yes", "1", "x", "privat", "private", "persoenlich"}
        | {"personal", "vertraulich", "confidential"}
    )

    SALUTATIONS = frozenset(
        {
            "frau",
            "herr",
            "herrn",
            "fr",
            "hr",
            "mr",
            "mrs",
            "ms",
            "miss",
            "madame",
            "monsieur",
            "divers",
        }
    )

    NOBODY = frozenset({"n n", "nn", "vakant", "unbesetzt", "offen", "keine angabe", "k a", ""})
    """What stands where a name would, and is none."""

    SECTION_ENDINGS = (
        *("schulen", "gymnasien", "kitas", "kindergaerten", "vereine", "einrichtungen", "kirchen"),
        *("verbaende", "gemeinden", "aemter", "museen", "bibliotheken", "buechereien", "sonstige"),
        *("tagesstaetten", "kollegs", "initiativen", "kooperationspartner", "ansprechpartner"),
    )
    """How a heading within a list ends: „Grundschulen“ over the schools."""

    SUMS = frozenset({"summe", "gesamt", "gesamtzahl", "gesamtsumme", "insgesamt", "anzahl"})

    NOTHING = frozenset(
        {
            *("k a", "n a", "keine angabe", "keine angaben", "entfaellt", "unbekannt"),
            *("nicht bekannt", "nicht vorhanden", "keine", "keiner", "null", "nan", "none", "0"),
        }
    )
    """What stands in a cell where there is nothing to say."""

    LEGAL_FORMS = frozenset({"gmbh", "ggmbh", "ohg", "gbr", "e v", "ev", "eg", "ug", "kgaa"})
    ORGANISATION_BEGINS = frozenset(
        {
            *(
                "kita",
                "kindergarten",
                "kindertagesstaette",
                "krippe",
                "hort",
                "schule",
                "gymnasium",
            ),
            *("verein", "amt", "stiftung", "museum", "theater", "bibliothek", "stadtbuecherei"),
            *("buecherei", "verband", "klinik", "familienzentrum", "jugendzentrum", "vhs", "stadt"),
            *("volkshochschule", "kirchengemeinde", "gemeinde", "haus", "freiwillige"),
            *("staedtisches", "staedtische", "evangelische", "evangelisches", "katholische"),
            *("katholisches", "ev", "kath", "initiative"),
        }
    )
    ORGANISATION_ENDINGS = (
        *("schule", "gymnasium", "kindergarten", "verein", "verband", "museum", "bibliothek"),
        *("buecherei", "gemeinschaft", "initiative", "zentrum", "gesellschaft", "stiftung"),
        *("werkstatt", "verwaltung", "kolleg", "akademie", "feuerwehr", "jugendamt", "sportamt"),
    )
    """Words that begin the name of an organisation, and how they end; no person's name does."""


class KindsWords:
    """What stands in lists for the kinds of partners and for how often one hears from them."""

    CATEGORIES = (
        ("verein", ("verein", " e v ", "club", "initiative")),
        ("kultur", ("musikschule", "kunstschule", "malschule", "museum", "theater", "kino")),
        ("bildung", ("volkshochschule", " vhs ", "hochschule", "universitaet", "akademie")),
        ("kita", ("kita", "kindergarten", "kindertages", "krippe", " hort ", "tagespflege")),
        ("schule", ("schule", "gymnasium", "kolleg", "lyzeum")),
        ("soziales", ("caritas", "diakonie", " awo ", "wohlfahrt", "sozial", "familienzentrum")),
        ("kirche", ("kirche", "pfarr", "moschee", "synagoge", "religion")),
        ("gesundheit", ("praxis", "klinik", "krankenhaus", "apotheke", "gesundheit")),
        ("medien", ("zeitung", "radio", "presse", "verlag", "medien", "redaktion")),
        ("verwaltung", ("amt ", "verwaltung", "behoerde", "rathaus", "stadt", "gemeinde")),
        ("wirtschaft", ("gmbh", "firma", "unternehmen", "betrieb", "laden", "wirtschaft")),
        ("kultur", ("kultur", "musik", "kunst")),
        ("bildung", ("bildung",)),
        ("sonst", ("etwas anderes", "sonstig")),
    )
    """Kind → parts of words that tell it, a blank where they begin and end; the first counts."""

    DAYS = {
        "tag": 1,
        "woche": 7,
        "monat": 30,
        "quartal": 90,
        "vierteljahr": 90,
        "halbjahr": 180,
        "jahr": 365,
    }
    ADVERBS = {
        "taeglich": 1,
        "woechentlich": 7,
        "vierzehntaeglich": 14,
        "14 taeglich": 14,
        "monatlich": 30,
        "zweimonatlich": 60,
        "quartalsweise": 90,
        "vierteljaehrlich": 90,
        "halbjaehrlich": 180,
        "jaehrlich": 365,
    }
    NUMBERS = {"ein": 1, "eine": 1, "einen": 1, "zwei": 2, "drei": 3, "vier": 4, "sechs": 6}
    TIMES = {"einmal": 1, "zweimal": 2, "dreimal": 3, "viermal": 4}
    UNIT = "tage"


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
        "ldif": "Einträge (LDIF)",
        "xlsx": "Mappe von Excel",
        "ods": "Tabelle von LibreOffice",
    }
    LEFT_OPEN = "offen"
    FROM_SHEET = "Blatt „{name}“"
    HEAD_IN = "Überschriften in Zeile {line}"
    NO_HEAD = "ohne Überschriften"

    COLUMNS = "Spalten (Kopf → Feld)"
    COLUMN = "{head} → {field}"
    EXAMPLE = "z. B. {text}"
    STAYS_OUT = "Bleibt draußen: {what}."

    NEW = ("Neu: eine Karte", "Neu: {count} Karten")
    NO_NEW = "Neu: keine Karte"
    FILLED = ("Ergänzt oder geändert: eine Karte", "Ergänzt oder geändert: {count} Karten")
    SET = "{field}: {text}"
    INSTEAD = "{field}: {text} statt {before}"
    ASIDE = ("Bleibt draußen: eine Angabe", "Bleibt draußen: {count} Angaben")
    MENDED = ("Anders gelesen: eine Angabe", "Anders gelesen: {count} Angaben")
    LINES = ("Zeile {lines}: {what}", "Zeilen {lines}: {what}")
    AND_MORE = " und {count} weitere"
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
        "update": "bringt die Karte auf den Stand der Datei",
        "add": "wird trotzdem angelegt",
    }

    QUESTION = "Übernehmen? ja/nein"
    NOTHING_TAKEN = "Es wurde nichts übernommen."
    ONLY_SHOWN = "Das war nur die Vorschau, es wurde nichts übernommen. Übernommen wird mit: --ja"
    TAKEN = "Übernommen: {what}."
    TAKEN_NEW = ("eine neue Karte", "{count} neue Karten")
    TAKEN_FILLED = ("eine Karte ergänzt oder geändert", "{count} Karten ergänzt oder geändert")
    TAKE_BACK = "Zurücknehmen lässt sich das Ganze mit: gartenjahr einlesen --zuruecknehmen"
    NOTHING_NEW = "Aus dieser Datei kommt nichts Neues in den Garten."
    READING = "{percent} % gelesen"
    COMPARING = "{percent} % verglichen"

    NO_NAME_COLUMN = (
        "Noch ist nicht klar, in welcher Spalte der Name steht. Es wurde nichts übernommen. "
        "Gelesen wurden diese Überschriften: {heads}. Sind es die richtigen, bitte zuordnen, zum "
        'Beispiel: --spalten "{example}=Name". Stehen sie in einer anderen Zeile, bitte diese '
        "nennen, etwa --kopf 3; hat die Liste keine, --kopf 0."
    )
    NO_COLUMN = "Eine Spalte „{given}“ gibt es in der Datei nicht. Es gibt: {known}."
    NO_FIELD = "Ein Feld „{given}“ gibt es nicht. Es gibt: {known} – und „-“ für: bleibt draußen."
    NO_PAIR = (
        "Mit „{given}“ ist nicht zu sagen, welche Spalte in welches Feld soll. Bitte so angeben: "
        '--spalten "Firma=Organisation,Durchwahl=Telefon"'
    )
    NO_KIND = "„{given}“ geht nicht nach --als. Es gibt: partner, kontakte."
    NO_TREATMENT = "„{given}“ geht nicht nach --doppelte. Es gibt: {known}."
    TREATMENTS = {
        "auslassen": "skip",
        "ergaenzen": "fill",
        "aktualisieren": "update",
        "anlegen": "add",
    }
    NO_HEAD_LINE = "„{given}“ ist keine Zeile. Bitte eine Zahl angeben, etwa: --kopf 3"
    NO_PARTNER_KIND = "„{given}“ geht nicht nach --art. Es gibt: {known}."
    NO_RHYTHM = (
        "Mit „{given}“ ist nicht zu sagen, nach wie vielen Tagen Sie sich melden möchten. Bitte "
        "eine Zahl angeben oder etwa: --rhythmus vierteljährlich"
    )
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
        "Welche Datei? Eine Liste (.xlsx, .ods, .csv), Visitenkarten (.vcf) oder ein Adressbuch "
        "(.ldif). Enter liest sie; übernommen wird erst, wenn Sie „Ja“ sagen."
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
        ("update", "auf den Stand der Datei bringen"),
        ("add", "trotzdem anlegen"),
    )
    SHEET = "Blatt"
    HEAD = "Überschriften"
    HEAD_LINE = "in Zeile {line}"
    HEAD_NONE = "keine"
    NEW_KIND = "Neue Partner als"
    RHYTHM = "Rhythmus"
    RHYTHMS = (
        ("", "offen"),
        ("30", "30 Tage"),
        ("90", "90 Tage"),
        ("180", "180 Tage"),
        ("365", "ein Jahr"),
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
        "Welche Datei soll eingelesen werden? Eine Liste (.xlsx, .ods, .csv), Visitenkarten (.vcf) "
        "oder ein Adressbuch (.ldif), mit Ordner. Leere Zeile: keine."
    )
    COLUMNS = "Die Spalten der Datei, und wohin sie gehören:"
    COLUMN = "{number}  {column}"
    CHANGE = (
        "Leere Zeile: so lassen. Zum Ändern Zahl und Feld schreiben, etwa „2 Telefon“, oder "
        "„2 -“: bleibt draußen."
    )
    CHANGE_HEAD = (
        "Stehen die Überschriften in einer anderen Zeile, diese schreiben, etwa „kopf 3“; "
        "„kopf 0“: Die Liste hat keine."
    )
    CHANGE_SHEET = "Für ein anderes Blatt etwa „blatt {number}“ schreiben. Es gibt: {known}."
    WRONG = (
        "Bitte eine Zahl von 1 bis {last} und ein Feld schreiben. Felder sind: {known}, und - für: "
        "bleibt draußen."
    )
    NO_NAME = "Noch ist nicht klar, wo der Name steht. Bitte zuordnen, etwa „1 Name“."
    NEW_KIND = "Welche Art haben die neuen Partner, wo die Datei keine nennt"
    RHYTHM = "Nach wie vielen Tagen möchten Sie sich bei ihnen spätestens melden"
    ASK = "{question}?"
    OPTION = "{number}  {text}"
    FIRST = "Zahl wählen. Leere Zeile: 1."
    NO_OPTION = "Das steht nicht zur Wahl. Bitte eine Zahl von 1 bis {last}."
    DONE = "{taken} Das Wort rückgängig nimmt alles auf einmal zurück."
    HELP = (
        "Hier kommen Partner und Ansprechpersonen aus einer Datei in den Garten. Übernommen wird "
        "erst nach Ihrem Ja. „zurück“ lässt alles, wie es ist, „ende“ hört auf."
    )
