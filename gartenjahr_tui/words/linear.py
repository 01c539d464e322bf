"""Every German sentence of the linear face.

Sentences are short and say everything in words: a screen reader reads them aloud, line by line.
"""

from __future__ import annotations


class LinearTalkWords:
    """Beginning and end."""

    HELLO = "Gartenjahr {year}, {library}. Es schreibt: {voice}. ? hilft überall."
    NO_LIBRARY = "Ihre Bibliothek"
    HELLO_NEW = "Gartenjahr {year}. ? hilft. Neu: „einrichten“ fragt nach Bibliothek und Namen."
    HELP = (
        "nochmal: die Frage noch einmal hören.\n"
        "zurück: einen Schritt zurück.\n"
        "menü: zur Wahl der Schritte.\n"
        "ende: aufhören. Alles ist gespeichert, immer."
    )
    AGREE_HELP = "ja tut es. Alles andere lässt alles, wie es ist."
    NOT_NOW = "Das geht an dieser Stelle nicht. Ein ? zeigt die Hilfe."
    DOT = "Ein Punkt allein schließt nur einen längeren Text ab."
    AS_TEXT = (
        "„{word}“ ist hier kein Befehl. Soll es die Antwort sein? ja nimmt es, jede andere Zeile "
        "gilt statt dessen."
    )
    IN_TEXT = (
        "„{word}“ kommt in den Text. War es als Befehl gemeint, schreiben Sie es gleich noch "
        "einmal; der Text ist dann fertig."
    )
    IN_TEXT_LIST = "„{word}“ steht jetzt im Text. Ein Punkt allein schließt ihn ab."
    TEXT_HELP = (
        "Sie sind mitten in einem Text. Ein Punkt allein auf einer Zeile schließt ihn ab, zwei "
        "Punkte stehen für eine Zeile mit einem Punkt, zwei Fragezeichen für eine mit einem "
        "Fragezeichen. Ein Befehl gilt hier, wenn Sie ihn zweimal nacheinander schreiben. Mit "
        "Strg+C oder Strg+D hören Sie auf; was dasteht, ist gespeichert."
    )
    LIST_ORDER = (
        "neu|mehr|wecken|geloeschte|(bearbeiten|loeschen|verschieben|wecken|spaeter)"
        "( [0-9]{1,4}){0,2}|bericht|tabellen|kumu|kalender|kontakte|archiv|sicherung|paket|pfade"
    )
    NEW_YEAR = (
        "Das Gartenjahr {year} hat begonnen. Mit „überwintern“ gehen Sie hinüber, mit „jahr“ legen "
        "Sie es gleich an."
    )
    CUT = (
        "Diese Zeile war sehr lang. Das Terminal nimmt nur rund 4000 Zeichen je Zeile an und lässt "
        "den Rest weg. Bitte prüfen Sie das Ende und schreiben Sie gegebenenfalls weiter."
    )
    RESCUED = (
        "Was beim letzten Mal nicht gespeichert werden konnte, lag beiseite und steht jetzt wieder "
        "an seinem Platz."
    )
    CLOSED = (
        "Nur lesen: Das Gartenjahr {year} ist abgeschlossen. Mit „korrigieren“ dürfen Sie es "
        "trotzdem ändern; frühere Fassungen bleiben erhalten."
    )
    CORRECT_ASK = (
        "Was korrigieren Sie im Gartenjahr {year}, und warum? Bitte ein paar Worte. Leere Zeile: "
        "doch nicht."
    )
    CORRECT_HELP = (
        "Schreiben Sie in ein paar Worten, was Sie ändern und warum; das bleibt beim Jahr "
        "vermerkt. Eine leere Zeile oder „zurück“ lässt das Jahr, wie es ist."
    )
    CORRECTING = "Das Gartenjahr {year} lässt sich jetzt ändern."
    BYE = "Alles ist gespeichert. Bis bald!"
    BYE_READ = "Bis bald!"


class LinearMenuWords:
    """Choosing step, section, person and year."""

    CHOOSE_STEP = "Leere Zeile: {proposal}. menü: alle Schritte."
    YEAR_NOW = "Gartenjahr {year}."
    STEP = "{number}  {title}, {progress}"
    SECTIONS = "{step}. Welcher Abschnitt?"
    SECTION = "{number}  {title}, {progress}"
    CHOOSE = "Zahl wählen. Leere Zeile: {proposal}."
    PARTNERS = "{key}  Partner, Ansprechpersonen, Begegnungen"
    FIRST_DAY = "{key}  {title}"
    WAY = {
        "kurz": "Sie gehen den kurzen Weg; „weg“ wechselt zum ganzen Leitfaden.",
        "ganz": "Sie gehen durch den ganzen Leitfaden; „weg“ wechselt zum kurzen Weg.",
    }
    LISTS = "Partner. Welche Liste?"
    RESUME = "weiter mit {step}, {section}"
    RESUME_CARD = "weiter mit {item} „{name}“"
    BACK = "zurück"
    NO_SUCH = "Das steht nicht zur Wahl. Bitte eine Zahl von {first} bis {last}, oder ? für Hilfe."
    NO_STEP = (
        "Das steht nicht zur Wahl. Bitte eine Zahl von {first} bis {last}, {partners} für Partner, "
        "oder ? für Hilfe."
    )
    WORDS = (
        "Eine Zahl wählt aus, eine leere Zeile nimmt den Vorschlag. Jeweils allein auf einer Zeile "
        "gelten: menü, zurück, nochmal, ende; check-in, überwintern, fällig, am tisch, ringe; "
        "suche, begegnung, ernte, kritik; einrichten, person, jahr, korrigieren; rückgängig, "
        "protokoll, beschädigte, einlesen, leitfaden. Wie auf der Befehlszeile: bericht, "
        "tabellen, kalender, kontakte, kumu, archiv, sicherung, paket, pfade. „hilfe“ erklärt "
        "jedes Wort."
    )
    HELP = (
        "Eine Zahl wählt aus, eine leere Zeile nimmt den Vorschlag. Außerdem gibt es diese Wörter, "
        "jeweils allein auf einer Zeile:\n"
        "menü: alle Schritte mit ihrem Stand vorlesen.\n"
        "zurück: einen Schritt zurück.\n"
        "nochmal: noch einmal hören, was zu wählen ist.\n"
        "leitfaden: den Leitfaden dazu lesen. leitfaden säen, leitfaden glossar: einen anderen "
        "Teil.\n"
        "check-in: der Blick auf den Garten, viermal im Jahr.\n"
        "überwintern: der Jahreswechsel.\n"
        "einrichten: Bibliothek, Ihr Name oder Kürzel, Beginn des Gartenjahrs, Anschrift.\n"
        "person: wer schreibt, und neue Namen.\n"
        "jahr: ein anderes Gartenjahr ansehen oder ein neues anlegen.\n"
        "korrigieren: ein abgeschlossenes Jahr ändern.\n"
        "weg: kurzer Weg mit rund zwanzig Fragen oder ganzer Leitfaden.\n"
        "ringe: dieselbe Frage durch alle Jahre, und die Zahlen des Gartens.\n"
        "fällig: was jetzt dran ist, das Dringendste zuerst.\n"
        "am tisch: Frage für Frage, was Sie und andere verschieden sehen, zum Gespräch.\n"
        "begegnung: schnell eine Begegnung notieren.\n"
        "ernte: schnell eine Ernte notieren.\n"
        "kritik: festhalten, was jemand kritisch gesagt hat.\n"
        "suche: Wörter in allem suchen, was dasteht.\n"
        "einlesen: Partner und Ansprechpersonen aus einer Datei holen.\n"
        "rückgängig: die letzte Löschung oder Änderung eines Stands zurücknehmen.\n"
        "protokoll: die letzten Änderungen, ohne ihren Inhalt.\n"
        "beschädigte: Einträge, in denen etwas anderes steht, als gespeichert wurde.\n"
        "Diese Wörter gelten wie auf der Befehlszeile, mit allem, was dort dahintersteht; ein ? "
        "dahinter erklärt sie:\n"
        "bericht: Dokumente für Word, PDF und Web. bericht steckbrief kita.pdf --ueber Kita.\n"
        "tabellen, kalender, kontakte, kumu, archiv: Dateien für andere Programme.\n"
        "sicherung: Sicherungen anlegen und ansehen.\n"
        "paket: Fragen an andere geben, ihre Antworten einlesen, vergleichen.\n"
        "pfade: wo Ihre Daten liegen.\n"
        "ende: aufhören. Alles ist gespeichert, immer."
    )
    VOICES = "Wer schreibt?"
    VOICE = "{number}  {name}"
    VOICE_NOW = "{number}  {name}, schreibt gerade"
    VOICE_CHOOSE = (
        "Zahl wählen, oder einen neuen Namen oder ein Kürzel schreiben. Leere Zeile: {name}."
    )
    VOICE_HELP = (
        "Hier steht, unter wessen Namen das Folgende vermerkt wird. Ein Passwort gibt es nicht. "
        "„zurück“ lässt alles, wie es ist, „ende“ hört auf."
    )
    VOICE_SURE = "„{name}“ ist neu. Anlegen? ja legt den Namen an, eine leere Zeile nicht."
    VOICE_SET = "Es schreibt jetzt: {name}."
    YEARS = "Welches Gartenjahr?"
    YEAR = "{year}"
    YEAR_CHOOSE = "Jahreszahl schreiben, eine neue legt das Jahr an. Leere Zeile: {year}."
    YEAR_WRONG = (
        "„{given}“ ist keine Jahreszahl. Bitte vier Ziffern schreiben, zum Beispiel {year}."
    )
    YEAR_SURE = (
        "Das Gartenjahr {year} gibt es hier noch nicht. Anlegen? ja legt es an, eine leere Zeile "
        "nicht."
    )
    YEAR_HELP = (
        "Die Jahreszahl eines Gartenjahrs zeigt, was dort steht; eine neue legt nach einer "
        "Rückfrage ein Jahr an. „zurück“ lässt alles, wie es ist."
    )
    YEAR_SET = "Sie sind im Gartenjahr {year}."
    NO_EARLIER = "Das Gartenjahr {year} ist das laufende, Sie können einfach schreiben."


class LinearRoundsWords:
    """Check-in and overwintering."""

    HEAD = "{item} {title}."
    EXPLAIN = (
        "Station für Station. Mit „weiter“ lassen Sie eine aus, mit „ende“ hören Sie auf; beim "
        "nächsten Mal geht es dort weiter."
    )
    ASK = "Leere Zeile: die Fragen dazu. „weiter“: zur nächsten Station."
    AT_ONCE = "Leere Zeile: {what}. „ja“: die Fragen dazu."
    READ_ON = "Leere Zeile: zur nächsten Station."
    WRONG = "Bitte eine leere Zeile oder „weiter“, oder ? für Hilfe."
    FINISH = "Das war die letzte Station. {what}? ja tut es, eine leere Zeile noch nicht."
    FINISH_HELP = (
        "ja schließt die Runde ab. Jede andere Zeile lässt sie warten; alles ist gespeichert, und "
        "es geht hier weiter."
    )
    WAITS = "{item} {title} wartet. Alles ist gespeichert, es geht dort weiter, wo Sie waren."
    NOT_NOW = "Das geht hier nicht. Mit „zurück“ verlassen Sie die Runde, sie wartet dann."
    HELP = (
        "Was die leere Zeile tut, steht bei jeder Station; „ja“ stellt ihre Fragen. Außerdem gibt "
        "es diese Wörter, jeweils allein auf einer Zeile:\n"
        "weiter: zur nächsten Station.\n"
        "zurück: zur vorigen Station, vor der ersten verlassen Sie die Runde.\n"
        "menü: die Runde verlassen, sie wartet dann.\n"
        "nochmal: noch einmal hören, wo Sie sind.\n"
        "begegnung, ernte: schnell eine notieren.\n"
        "suche, rückgängig, protokoll: wie im Menü.\n"
        "ende: aufhören. Alles ist gespeichert, immer."
    )


class AskWords:
    """A question."""

    _HELP_END = (
        "begegnung: Schnell eine Begegnung notieren, danach geht es hier weiter.\n"
        "ernte: Schnell eine Ernte notieren, danach geht es hier weiter.\n"
        "kritik: Festhalten, was jemand kritisch gesagt hat; danach geht es hier weiter.\n"
        "suche: Wörter in allem suchen, was dasteht, danach geht es hier weiter.\n"
        "fällig, check-in, überwintern, ringe, jahr, person und alles andere aus dem Menü: geht "
        "dorthin; mit einer leeren Zeile kommen Sie zur Frage zurück.\n"
        "fassungen: Was hier früher stand; es lässt sich zurückholen.\n"
        "rückgängig: Zurückholen, was Sie zuletzt ersetzt oder gelöscht haben.\n"
        "weiter: Zur nächsten Frage.\n"
        "frage 3: Zur Frage mit dieser Zahl.\n"
        "nochmal: Die Frage noch einmal hören.\n"
        "menü: Zur Wahl der Schritte.\n"
        "?: Kurze Hilfe zur Frage.\n"
        "ende: Aufhören. Alles ist gespeichert, immer.\n"
        "Mitten in einem Text gilt so ein Wort, wenn Sie es zweimal nacheinander schreiben. "
        "Ein + hinter einer Frage heißt: Sie steht nicht im Leitfaden. "
        "Soll so ein Wort selbst die Antwort sein, setzen Sie einen Punkt dahinter."
    )
    WORDS = (
        "Schreiben Sie einfach; eine leere Zeile lässt alles, wie es ist, ein Punkt allein "
        "schließt längeren Text ab. Allein auf einer Zeile gelten: später, passt nicht, offen, "
        "fertig; leeren, anhängen, fassungen, rückgängig; zurück, weiter, frage 3, nochmal, menü, "
        "ende; leitfaden, vorjahre, stimmen, samenkorn; begegnung, ernte, kritik, suche, fällig. "
        "„hilfe“ erklärt jedes Wort."
    )
    WORDS_CARD = (
        "Schreiben Sie einfach; eine leere Zeile lässt alles, wie es ist, ein Punkt allein "
        "schließt längeren Text ab. Allein auf einer Zeile gelten: leeren, anhängen, fassungen, "
        "rückgängig; zurück, weiter, frage 3, nochmal, menü, ende; leitfaden, begegnung, ernte, "
        "kritik, suche, fällig. „hilfe“ erklärt jedes Wort."
    )
    HELP = (
        "So antworten Sie: Schreiben Sie einfach. Eine leere Zeile lässt alles, wie es ist. Bei "
        "längerem Text schließt eine Zeile mit nur einem Punkt ab; soll im Text selbst so eine "
        "Zeile stehen, schreiben Sie zwei Punkte. Diese Wörter gelten allein auf einer Zeile:\n"
        "später: Die Frage wartet.\n"
        "passt nicht: Die Frage passt bei Ihnen nicht.\n"
        "offen: Den Vermerk wieder entfernen.\n"
        "fertig: Die Antwort ist fertig, so wie sie dasteht.\n"
        "leeren: Löschen, was im Feld steht.\n"
        "anhängen: An einen Text weiterschreiben. Sonst ersetzt der neue den alten.\n"
        "zurück: Zum vorigen Feld oder zur vorigen Frage.\n"
        "leitfaden: Lesen, was der Leitfaden dazu sagt.\n"
        "vorjahre: Was hier in anderen Jahren stand.\n"
        "stimmen: Was andere aus dem Team geschrieben haben.\n"
        "samenkorn oder anlegen: Aus dieser Antwort eine Karte im Garten machen, wo die Frage es "
        "anbietet.\n" + _HELP_END
    )
    HELP_CARD = (
        "So antworten Sie: Schreiben Sie einfach. Eine leere Zeile lässt alles, wie es ist. Bei "
        "längerem Text schließt eine Zeile mit nur einem Punkt ab. Diese Wörter gelten allein auf "
        "einer Zeile:\n"
        "leeren: Löschen, was im Feld steht.\n"
        "anhängen: An einen Text weiterschreiben. Sonst ersetzt der neue den alten.\n"
        "zurück: Zum vorigen Feld, zur vorigen Frage oder zur Karte.\n"
        "leitfaden: Lesen, worum es auf dieser Seite geht.\n" + _HELP_END
    )
    NOT_NOW = "Das geht an dieser Stelle nicht. Ein ? zeigt die Hilfe."
    HEAD = "Frage {number} von {total}, {state}."
    KEPT = "Was vorher dastand, ist aufbewahrt: „fassungen“ holt es zurück."
    FASSUNGEN = "Das stand hier früher:"
    VERSION = "{number}  {time}: {text}"
    VERSION_CHOOSE = "Eine Zahl liest die Fassung ganz vor. Leere Zeile: zurück zur Frage."
    VERSION_HELP = (
        "Eine Zahl liest eine frühere Fassung vor und fragt, ob sie zurückkommen soll. Was jetzt "
        "dasteht, wird dabei selbst zur Fassung."
    )
    VERSION_SURE = "Zurückholen? ja holt diese Fassung, eine leere Zeile nicht."
    VERSION_BACK = "Fassung vom {time} zurückgeholt."
    NO_QUESTION = "Eine Frage {number} gibt es hier nicht, nur 1 bis {total}."
    ONLY_ONE = "Hier wird nur diese eine Frage gestellt. „menü“ führt zu allen anderen."
    WHICH_HELP = "Eine Zahl wählt den Eintrag, eine leere Zeile keinen."
    TAKE_HELP = "Eine Jahreszahl übernimmt die Antwort dieses Jahres, eine leere Zeile keine."
    MORE = "Mehr? Hier gibt es noch {count} Fragen. ja stellt sie, eine leere Zeile nicht."
    MORE_ONE = "Mehr? Hier gibt es noch eine Frage. ja stellt sie, eine leere Zeile nicht."
    HEAD_CARD = "Frage {number} von {total}."
    MARKS = {
        "personal": "Persönlich.",
        "confidential": "Vertraulich.",
        "consent": "Freiwillig.",
    }
    EARLIER = "Im Gartenjahr {year} stand hier: {text}"
    VOICES = "Auch beantwortet von: {names}."
    NOW = "Hier steht: {text}"
    NOW_LONG = "Hier steht:"
    EMPTY = "Noch leer."
    TEXT = "Text schreiben; Punkt allein schließt ab."
    TEXT_AGAIN = (
        "Leere Zeile behält den Text. Neuer ersetzt ihn, „anhängen“ schreibt weiter; Punkt allein "
        "schließt ab."
    )
    APPEND = "Weiterschreiben; Punkt allein schließt ab."
    GO_ON = "Weiter, oder ein Punkt."
    LINE = "Eine Zeile schreiben."
    SCALE = "Eine Zahl von 1 bis 5. 1: {low}. 5: {high}."
    SCALE_PLAIN = "Eine Zahl von 1 bis 5."
    SCALE_WRONG = "Bitte eine Zahl von 1 bis 5, oder eine leere Zeile."
    CHOICE = "Eine Zahl wählen:"
    CHOICE_WRONG = "Bitte eine Zahl von 1 bis {last}, oder eine leere Zeile."
    CHECKS = "Alles wählen, was zutrifft, zum Beispiel „1 3“:"
    CHECKS_WRONG = (
        "Bitte Zahlen von 1 bis {last} mit Leerzeichen dazwischen, oder eine leere Zeile."
    )
    OPTION = "{number}  {label}"
    CHOSEN = "{number}  {label}, gewählt"
    DATE = "Einen Tag schreiben, zum Beispiel 24.12., heute oder in 2 Wochen."
    NUMBER = "Eine Zahl schreiben."
    UNDERSTOOD = "Das ist: {day}."
    AGAIN = "Bitte noch einmal schreiben; eine leere Zeile lässt den Text so stehen."
    SAVED = "Gespeichert, {state}."
    SAVED_CARD = "Gespeichert."
    STAYS = "Nichts geändert, {state}."
    STAYS_CARD = "Nichts geändert."
    NEW_CARD = "Neu: {item}."
    NOTED = "{item} „{name}“ steht in Ihrem Garten."
    NOT_NOTED = "Nichts geschrieben, nichts angelegt."
    GROW_SEED = "samenkorn: aus dieser Antwort ein Samenkorn machen. Leere Zeile: weiter."
    GROW = "anlegen: daraus eine Karte machen ({item}). Leere Zeile: weiter."
    OR = " oder "
    WHICH_KIND = "Was soll daraus werden? Eine Zahl wählen, leere Zeile: nichts."
    GROW_WRONG = "Bitte das Wort von eben schreiben, oder eine leere Zeile."
    WHICH = "Aus welchem Eintrag ({item})? Eine Zahl wählen, leere Zeile: aus keinem."
    MARKED = "Vermerkt: {state}."
    MARK_GONE = "Vermerk entfernt, {state}."
    SECTION_DONE = "Ende des Abschnitts „{title}“: {progress}."
    NO_EARLIER = "Zu dieser Frage gibt es keine Antwort aus anderen Jahren."
    OTHER_YEAR = "Gartenjahr {year}:"
    TAKE = "Eine Jahreszahl übernimmt diese Antwort ins Gartenjahr {year}. Leere Zeile: nichts tun."
    TAKEN = "Aus {year} übernommen, {state}."
    NO_VOICES = "Zu dieser Frage hat sonst niemand aus dem Team geschrieben."
    PRIVATE = (
        "Diese Frage ist persönlich oder vertraulich; Antworten anderer erscheinen hier nicht."
    )
    VOICE = "{name}, {state}:"
    READ_ON = "Leere Zeile: weiter."
    CANNOT = "Hier kann gerade nur gelesen werden."


class LinearOnCardsWords:
    """Questions of the guide that are answered on cards."""

    NEW_WORD = "neu"
    SOME = "{items}:"
    NONE = "Dazu gibt es noch keine Karte."
    BEYOND = "… und {count} weitere. Alle stehen in der Liste {items}."
    OPEN = "Eine Zahl beantwortet die Frage für diese Karte."
    NEW = "neu: {item} anlegen."
    WRONG = "Bitte eine der Zahlen, „neu“ oder eine leere Zeile."
    HELP = (
        "Diese Frage wird auf den Karten beantwortet, für jede einzeln. Eine Zahl stellt sie für "
        "diese Karte. neu: eine Karte anlegen und die Frage gleich beantworten. leitfaden: lesen, "
        "worum es hier geht. zurück: zur vorigen Frage. Leere Zeile: weiter."
    )


class SetupWords:
    """Setting up the garden."""

    LIBRARY = "Wie heißt Ihre Bibliothek?"
    VOICE = "Wer schreibt? Bitte Ihren Namen oder Ihr Kürzel schreiben."
    MONTH = "In welchem Monat beginnt Ihr Gartenjahr?"
    MONTH_WRONG = "Bitte einen Monat schreiben, zum Beispiel September oder 9."
    MORE = (
        "Für Briefe und Vereinbarungen: Möchten Sie auch Träger, Anschrift, Telefon und Leitung "
        "eintragen? ja; alles davon ist freiwillig."
    )
    CLEAR = "leeren"
    NOW = "Leere Zeile behält: {now}."
    EMPTY = "Leere Zeile lässt es offen."
    HELP = (
        "Schreiben Sie die Antwort in eine Zeile. „zurück“ lässt die übrigen Fragen aus; alles "
        "lässt sich später ändern. Bei Anschrift, Telefon und allem danach nimmt „leeren“ weg, was "
        "dasteht. „ende“ hört auf, und alles ist gespeichert."
    )
    DONE = "Eingerichtet. Mit „einrichten“ lässt sich alles wieder ändern."


class LinearEntriesWords:
    """Lists of entries."""

    NONE = "Noch keine {items}."
    CURRENT = "Jetzt gilt: {state}."
    SOME = "{items}:"
    ENTRY = "{number}  {text}"
    KEYS = "neu: {item} hinzufügen. Leere Zeile: fertig."
    KEYS_SOME = (
        "neu: {item} hinzufügen. bearbeiten 1, löschen 1, verschieben 2 1: mit den Zahlen aus der "
        "Liste, auch nur mit dem ersten Buchstaben. Leere Zeile: fertig."
    )
    WRONG = "Das war nicht zu verstehen. Wer etwas hinzufügen möchte, schreibt zuerst: neu"
    NO_SUCH = "Die Zahl {number} gibt es in der Liste nicht."
    ADDED = "Hinzugefügt."
    NOTHING = "Nichts geschrieben, nichts hinzugefügt."
    CHANGED = "Geändert."
    GONE = "Der Eintrag ist leer und fällt weg."
    DELETE_SURE = "„{text}“ wirklich löschen? ja löscht, eine leere Zeile nicht."
    NOT_REMOVED = "Nichts gelöscht."
    REMOVED = "Gelöscht: {text}. „rückgängig“ holt es zurück."
    BACK = "Zurückgeholt."
    HELP = (
        "neu: etwas hinzufügen.\n"
        "bearbeiten 1, löschen 1, verschieben 2 1: mit den Zahlen aus der Liste, auch nur mit dem "
        "ersten Buchstaben. Vor dem Löschen wird gefragt.\n"
        "rückgängig: zurückholen, was zuletzt gelöscht wurde.\n"
        "fassungen: was früher hier stand.\n"
        "Leere Zeile: fertig.\n"
        "nochmal: die Liste noch einmal hören. zurück, menü, ende: wie überall."
    )
    MOVED = "Verschoben."


class NamesWords:
    """Fields that name cards."""

    NEW = "neu"
    ASK = (
        "Namen dazuschreiben ({item}), mehrere mit Strichpunkt (;) dazwischen. leeren: alle "
        "entfernen."
    )
    ASK_ONE = "Einen Namen schreiben ({item})."
    ONE = "Hier ist nur Platz für einen Namen. Bitte nur einen schreiben."
    FOUND = "Verbunden mit: {name} ({item})."
    NONE = "Für „{name}“ gibt es noch keine Karte ({item})."
    FITTING = "Zu „{name}“ passt:"
    CARD = "{number}  {text}"
    NO_SUCH = "Die Zahl {number} steht nicht zur Wahl."
    MORE = "… und weitere. Mehr vom Namen grenzt die Auswahl ein."
    CHOOSE = "Eine Zahl wählt aus."
    KEEP_FREE = (
        "neu: anlegen. Leere Zeile: nur den Namen notieren. Anderer Name: danach suchen. "
        "leeren: weglassen."
    )
    KEEP = (
        "neu: anlegen. Leere Zeile: der Name bleibt vorerst als Text stehen. Anderer Name: danach "
        "suchen. leeren: weglassen."
    )
    MADE = "Angelegt: {name} ({item})."


class LinearGardenWords:
    """Lists of cards, and a card."""

    MORE_WORD = "weiter"
    NEW_WORD = "neu"
    DELETE_WORD = "loeschen"
    DELETED_WORD = "geloeschte"

    CALLED_UP = "Damit geht es weiter: {title}"
    LIST = "{number}  Liste {title}, {count}"
    NO_CARDS = "noch leer"
    ONE_CARD = "1 Karte"
    CARDS = "{count} Karten"
    NONE = "Noch steht nichts in dieser Liste."
    FOUND = "Suche nach „{text}“: {count}."
    NOT_FOUND = "Zu „{text}“ steht nichts in dieser Liste."
    CARD = "{number}  {text}"
    OPEN = "Eine Zahl öffnet, ein Wort sucht."
    MORE = "weiter: noch {count}."
    NEW = "neu: {item} anlegen."
    DELETE = "löschen 3: mit der Zahl aus der Liste."
    BACK = "Leere Zeile: zurück."
    ALL = "Leere Zeile: wieder alle zeigen."
    NO_SUCH = "Die Zahl {number} gibt es in der Liste nicht."
    DELETE_WHICH = "Bitte die Zahl aus der Liste dazuschreiben, zum Beispiel: löschen 3"
    WORDS = (
        "Eine Zahl öffnet, jedes andere Wort sucht in der Liste, eine leere Zeile führt zurück. "
        "Außerdem: neu, weiter, löschen 3, gelöschte, rückgängig, begegnung, ernte, kritik, suche, "
        "zurück, nochmal, menü, ende. „hilfe“ erklärt jedes Wort."
    )
    WORDS_CARD = (
        "Eine Zahl öffnet, eine leere Zeile führt zurück. Außerdem: mehr, löschen, rückgängig, "
        "begegnung, ernte, kritik, suche, zurück, nochmal, menü, ende. „hilfe“ erklärt jedes Wort."
    )
    CARD_AGAIN = "Zahl wählen; „nochmal“ liest die Karte vor. Leere Zeile: zurück."
    DELETE_SURE = (
        "„{name}“ wirklich löschen? ja löscht, eine leere Zeile nicht. Wo der Name vorkommt, "
        "bleibt er lesbar."
    )
    NOT_DELETED = "Nichts gelöscht."
    DELETED = "Gelöscht: {name}. „rückgängig“ nimmt das zurück."
    SHOWS_DELETED = "Hier steht, was gelöscht wurde. Auf jeder Karte gibt es „Zurückholen“."
    HELP = (
        "Eine Zahl öffnet eine Karte, eine leere Zeile führt zurück. Jedes andere Wort sucht in "
        "der Liste. Außerdem gibt es diese Wörter, jeweils allein auf einer Zeile:\n"
        "neu: etwas anlegen.\n"
        "weiter: die nächsten Karten zeigen.\n"
        "löschen 3: die Karte mit dieser Zahl löschen, nach einer Rückfrage.\n"
        "rückgängig: die letzte Löschung oder Änderung eines Stands zurücknehmen.\n"
        "gelöschte: zeigen, was aus der Liste gelöscht wurde.\n"
        "begegnung: schnell eine Begegnung notieren.\n"
        "ernte: schnell eine Ernte notieren.\n"
        "kritik: festhalten, was jemand kritisch gesagt hat.\n"
        "suche: Wörter in allem suchen, was dasteht.\n"
        "zurück: die Liste verlassen.\n"
        "ende: aufhören. Alles ist gespeichert, immer."
    )

    HEAD = "{item}: {name}"
    CONFIDENTIAL = "Vertraulich."
    IS_DELETED = "Gelöscht, hier kann nur gelesen werden."
    SECTION = "{number}  {title}, {progress}"
    UNFOLD_WORD = "mehr"
    MORE_PAGES = "mehr: noch {count} Seiten."
    MORE_PAGE = "mehr: noch eine Seite."
    DEED = "{number}  {title}. {help}"
    CHOOSE = "Zahl wählen."
    DELETE_THIS = "löschen: diese Karte löschen."
    CARD_WRONG = "Das steht nicht zur Wahl. Bitte eine Zahl von 1 bis {last}, oder ? für Hilfe."
    HELP_CARD = (
        "Eine Zahl öffnet eine Seite mit Fragen, eine Liste oder tut, was dort steht. Eine leere "
        "Zeile führt zurück. Außerdem gibt es diese Wörter, jeweils allein auf einer Zeile:\n"
        "mehr: auch die Seiten nennen, die nicht jede Karte braucht.\n"
        "löschen: diese Karte löschen, nach einer Rückfrage.\n"
        "rückgängig: die letzte Löschung oder Änderung eines Stands zurücknehmen.\n"
        "begegnung: schnell eine Begegnung notieren.\n"
        "ernte: schnell eine Ernte notieren.\n"
        "kritik: festhalten, was jemand kritisch gesagt hat.\n"
        "suche: Wörter in allem suchen, was dasteht.\n"
        "zurück: die Karte verlassen.\n"
        "ende: aufhören. Alles ist gespeichert, immer."
    )
    NOT_NOW = "Das geht an dieser Stelle nicht. Ein ? zeigt die Hilfe."
