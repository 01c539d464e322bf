"""The tables. Importing this package imports SQLModel, so it is done after the first frame only.

Rows stay below the workbook: what goes up from there are frozen dataclasses or plain values. Only
portable types are used; what SQLite alone can do lives in :mod:`gartenjahr_tui.store`.
"""

from gartenjahr_tui.models.answer import AnswerRow, AnswerVersionRow
from gartenjahr_tui.models.base import TableRow
from gartenjahr_tui.models.card import CardRow, CardVersionRow
from gartenjahr_tui.models.change import ChangeRow
from gartenjahr_tui.models.garden import GardenRow, GardenYearRow, SettingRow, VoiceRow

__all__ = [
    "AnswerRow",
    "AnswerVersionRow",
    "CardRow",
    "CardVersionRow",
    "ChangeRow",
    "GardenRow",
    "GardenYearRow",
    "SettingRow",
    "TableRow",
    "VoiceRow",
]
