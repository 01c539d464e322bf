"""All that can leave the garden, in the order and under the headings it is offered."""

from __future__ import annotations

from gartenjahr_tui.exchange.outlets import ARCHIVE, PACKET
from gartenjahr_tui.exchange.outlets import OUTLETS as EXCHANGED
from gartenjahr_tui.outlet import Outlet
from gartenjahr_tui.reports import (
    account,
    agreement,
    counting,
    disclosure,
    farewell,
    handover,
    leaf,
    letters,
    network,
    quarterly,
    sharing,
    talk,
    worksheets,
    yearly,
)
from gartenjahr_tui.reports.outlets import outlet_of
from gartenjahr_tui.words.reports import CatalogWords as words

_MODULES = (
    *(yearly, account, quarterly, counting, sharing, agreement, talk, farewell),
    *(network, letters, leaf, handover, disclosure, worksheets),
)

REPORTS = {report.id: outlet_of(report) for module in _MODULES for report in module.REPORTS}
"""The documents: what the command ``bericht`` takes, by id."""

OUTLETS: dict[str, Outlet] = {
    **REPORTS,
    **{outlet.id: outlet for outlet in (*EXCHANGED, ARCHIVE, PACKET)},
}
"""Everything by id."""

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        words.UPWARDS,
        ("jahresbericht", "ratsvorlage", "sachbericht", "quartalsnotiz", "zaehlblatt"),
    ),
    (
        words.PARTNERS,
        (
            *("steckbrief", "absichtserklaerung", "protokoll"),
            *("gespraechsplan", "abschiedsblatt"),
            *("dank", "einladung", "pitch", PACKET.id),
        ),
    ),
    (words.HOUSE, ("netzkarte", "blatt", "uebergabe", "auskunft")),
    (words.PAPER, ("arbeitsblatt", "partnersicht")),
    (words.PROGRAMS, (*(outlet.id for outlet in EXCHANGED), ARCHIVE.id)),
)
"""Heading and the ids under it."""
