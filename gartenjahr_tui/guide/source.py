"""Where the content comes from, for everything that carries it out of the program."""

SOURCE_LINE = (
    "Quelle: Praxisleitfaden nach Noah Lenstra, „Cultivating the relationship-driven library: "
    "a toolkit“ (University of North Carolina at Greensboro, 2023), deutsche Fassung im Rahmen der "
    "#Digitiative NRW, für Gartenjahr neu formuliert; Creative Commons, nicht-kommerziell, mit "
    "Quellenangabe."
)
"""One German line: author, work, university, year, German version, licence."""
