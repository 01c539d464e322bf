"""A document with every block there is and everything people paste; used by all writers' tests."""

from __future__ import annotations

from gartenjahr_tui.reports.document import (
    Bullets,
    Chart,
    Document,
    Facts,
    Heading,
    Look,
    PageBreak,
    Paragraph,
    ScaleLine,
    Series,
    Signatures,
    Table,
    TickBoxes,
    WritingSpace,
)

NASTY = (
    "[red]rot[/red] [/]",
    "ESC\x1b[31m und NUL\x00 und \x9b2J, \ufffe\uffff \ud800",
    "<script>alert('ü')</script> & <b>fett</b> \"so\" &amp;",
    "=1+1",
    "Beere 🫐 Familie 👨‍👩‍👧 Ü\u0308",
    "שלום עולם und \u202eumgedreht",
    "a | b || c \\| d",
    "# kein Titel\n- kein Punkt\n1. keine Zahl\n\n\n    kein Code",
    "*kein* _Druck_ `hier` ~~da~~ [x](http://x.example) ![y](y.png)",
    "Tab\tdazwischen",
    "javascript:alert(1)",
    "]]> --> </style> </title> %s {0} {{ }} $x$ #set",
)
LONG_WORD = "Donaudampfschiff" * 625
"""10,000 letters."""


def every_block(text: str) -> tuple[object, ...]:
    """Every block, with a text wherever there may be one."""
    return (
        Heading(text),
        Heading(text, 3),
        *(Paragraph(text, look) for look in Look),
        Bullets((text, "", text)),
        Bullets((text,), numbered=True),
        Facts(((text, text), ("", ""))),
        Table((text, "B"), ((text, text), ("", ""), (), (text, text, text)), text, frozenset({1})),
        Table((), ()),
        Chart(text, (text, "2026"), (Series(text, (1, 0)), Series("B", (2, 3))), text),
        WritingSpace(2, text, text),
        TickBoxes((text, "nein"), frozenset({0}), text),
        ScaleLine(text, text, 2, text),
        Signatures((text, text)),
        PageBreak(),
    )


def nasty_document(**options: bool) -> Document:
    """Every block with every nasty text."""
    blocks = [block for text in (*NASTY, "", LONG_WORD) for block in every_block(text)]
    said = " ".join(NASTY)
    return Document(said, tuple(blocks), said, said, said, **options)  # type: ignore[arg-type]


PHASES = Chart(
    "Partner nach Phase",
    ("2024", "2025", "2026"),
    (Series("fremd", (5, 4, 2)), Series("vertraut", (1, 3, 4)), Series("verlässlich", (0, 1, 3))),
    "Von 2024 bis 2026 wurden aus einem vertrauten Partner sieben vertraute und verlässliche.",
)

CALM = Document(
    "Jahresbericht Kooperationen 2026",
    (
        Paragraph("Was im Gartenjahr gewachsen ist, und mit wem.", Look.LEAD),
        Heading("Höhepunkte"),
        Paragraph(
            "Im Mai öffnete der Lesegarten an der Kita Übermut. Über den Sommer kamen zwölf "
            "Vorlesenachmittage zusammen, drei davon im Schwimmbad.\n\nDer Förderverein hat die "
            "Pflege der Beete übernommen; die Schlüsselübergabe war am 3. September."
        ),
        Bullets(("12. Mai: Eröffnung des Lesegartens", "4. Juli: Vorlesen am Beckenrand")),
        Paragraph("„So voll war der Garten noch nie.“\nStimme aus der Kita", Look.QUOTE),
        Heading("Partner und Zahlen"),
        PHASES,
        Heading("Wirkung auf die Mittel", 2),
        Facts(
            (
                ("Träger", "Stadt Musterhausen"),
                ("Gemeinsame Ziele", "Kinder lesen draußen; Familien finden in die Bibliothek."),
                ("Mittel", "1.200 Euro vom Förderverein\n300 Euro aus dem Stadtteilfonds"),
            )
        ),
        Table(
            ("Was", "Wer", "Bis wann", "Stunden"),
            (
                ("Hochbeete winterfest machen", "Förderverein", "30. November", "12"),
                ("Vorlesepatinnen und Vorlesepaten einladen", "Bibliothek", "15. Januar", "4"),
                ("Öffnungszeiten für das Frühjahr abstimmen", "Kita Übermut", "1. März", "2"),
            ),
            "Arbeitsplan",
            frozenset({3}),
        ),
        Heading("Einzelheiten", 3),
        Bullets(("Zuerst fragen", "Dann zuhören", "Dann handeln"), numbered=True),
        Paragraph("Gezählt ist, was im Garten mit Tag notiert ist.", Look.NOTE),
        PageBreak(),
        Heading("Zum Ausfüllen"),
        WritingSpace(3, "Was ist gelungen?", "Die Eröffnung."),
        TickBoxes(("Kita", "Schule", "Verein"), frozenset({1}), "Mit wem?"),
        TickBoxes(("ja", "nein"), frozenset({0}), "Geht es weiter?", only_one=True),
        ScaleLine("per Handschlag", "alles schriftlich", 4, "So einigt man sich"),
        Table(("Wer", "Was", "Bis wann"), (("", "", ""),) * 3, "Verabredet", tall=True),
        Signatures(("Bibliothek", "Kita Übermut")),
    ),
    "Stadtbücherei Musterhausen · 1. Januar bis 31. Dezember 2026",
    "Quelle: ein erfundener Leitfaden, nur für diese Prüfung.",
    "Stadtbücherei Musterhausen",
)
"""A report as a librarian would send it."""
