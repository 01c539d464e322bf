"""The tables. Importing this package imports SQLModel, so it is done after the first frame only.

Rows stay below the workbook: what goes up from there are frozen dataclasses or plain values. Only
portable types are used; what SQLite alone can do lives in :mod:`gartenjahr_tui.store`.
"""

from gartenjahr_tui.models.answer import Answer, AnswerVersion
from gartenjahr_tui.models.base import Record
from gartenjahr_tui.models.card import Card, CardVersion
from gartenjahr_tui.models.change import Change
from gartenjahr_tui.models.garden import Garden, GardenYear, Setting, Voice

__all__ = [
    "Answer",
    "AnswerVersion",
    "Card",
    "CardVersion",
    "Change",
    "Garden",
    "GardenYear",
    "Record",
    "Setting",
    "Voice",
]
