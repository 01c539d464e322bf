"""Every German word the writers of documents add to what a document says."""

from __future__ import annotations


class PageWords:
    """Around what a document says."""

    PAGE = "Seite "
    OF = " von "
    UNTITLED = "Ohne Titel"
    STAYS = "Dieses Blatt bleibt in der Bibliothek."
    YOURS = "Dieses Blatt ist nur für Sie."


class StylesWords:
    """Names of the styles, as Word lists them beside its own."""

    BODY = "Fließtext"
    LEAD = "Vorspann"
    NOTE = "Kleingedrucktes"
    TABLE = "Gartenjahr Tabelle"
    TABLE_TEXT = "Tabellentext"
    TABLE_HEAD = "Tabellenkopf"
    TABLE_NAME = "Tabellenname"
    TABLE_FIGURE = "Tabellenzahl"
    LABEL = "Feldname"
    TICK = "Ankreuzen"
    LINE = "Schreiblinie"
    STEP = "Skala"
    SIGNATURE = "Unterschrift"
    GAP = "Abstand"


class ChartWords:
    """A chart where there are no pictures."""

    FIGURES = "{title} – die Zahlen"
    AS_TABLE = "{title}, als Tabelle"
    SHOWN = "Schaubild: {alt}"


class ScaleWords:
    """Five steps, told in words."""

    NONE = "noch nichts angekreuzt"
    VALUE = "angekreuzt: {value}"

    @classmethod
    def told(cls, value: int) -> str:
        """Say which step is marked; 0 for none."""
        return cls.VALUE.format(value=value) if value else cls.NONE


class PdfWords:
    """What stands in a PDF besides the document itself."""

    CHART = "Schaubild"
    SCALE = "Skala von 1 ({low}) bis 5 ({high})"
    MARKED = "{scale}, angekreuzt ist {value}"
    UNMARKED = "{scale}, zum Ankreuzen"

    @staticmethod
    def missing(number: int) -> str:
        """Say how many characters are shown as a box, because no font here has them."""
        if number == 1:
            return "1 Zeichen lässt sich im PDF nicht darstellen (□); in Word steht es."
        return f"{number} Zeichen lassen sich im PDF nicht darstellen (□); in Word stehen sie."
