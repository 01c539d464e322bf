"""To whom letters go, one to a row: what Word and LibreOffice take for a mail merge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.kinds import Contact, Partner
from gartenjahr_tui.outlet import BOM, harmless, quoted
from gartenjahr_tui.reports.signs import on_one_line, printable
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.sharing import AddressWords as words
from gartenjahr_tui.words.sharing import LettersWords
from gartenjahr_tui.workbook.names import address_parts, bare, is_personal

if TYPE_CHECKING:
    from gartenjahr_tui.reports.report import Scope
    from gartenjahr_tui.workbook.plain import Card

Row = tuple[str, ...]


def row_for(scope: Scope, who: str, at: Iterable[str] = ()) -> Row:
    """Where a letter goes.

    Args:
        scope: The garden as it may be told.
        who: Id of a contact, or a name; empty for an organisation alone.
        at: Ids of partners, or names; those of the contact where none are given.
    """
    contact, cards = _known(scope, "contact", who), scope.cards
    of = [_known(scope, "partner", one) or one for one in at]
    if contact and not of:
        of = [*cards.named(contact, Contact.partner.id)]
    partner = next((one for one in of if not isinstance(one, str)), None)
    name = bare(cards.title(contact) if contact else who)
    hello = LettersWords.HELLO_NAME.format(name=name) if is_personal(name) else LettersWords.HELLO
    mails = [Contact(contact).mail] if contact else []
    mails += [Partner(partner).mail] if partner else []
    address = address_parts(Partner(partner).address) if partner else ("", "", "")
    at_work = Contact(contact).function if contact else ""
    named = ", ".join(one if isinstance(one, str) else cards.title(one) for one in of)
    return hello, name, at_work, named, *address, next(filter(None, mails), "")


def _known(scope: Scope, kind: str, said: str) -> Card | None:
    """The card of this id or name, if there is just one."""
    found = scope.cards.get(said)
    if found and found.kind == kind and not found.deleted:
        return found

    def by_name() -> dict[str, list[Card]]:
        named: dict[str, list[Card]] = {}
        for card in scope.cards.of(kind):
            named.setdefault(folded(bare(scope.cards.title(card))), []).append(card)
        return named

    same = scope.once(f"{kind} by name", by_name).get(folded(bare(said)), [])
    return same[0] if len(same) == 1 else None


def as_csv(rows: Iterable[Row]) -> bytes:
    """The list as German Excel and the mail merge of Word open it; nobody stands in it twice."""
    return (BOM + "".join(_lines(dict.fromkeys(rows)))).encode()


def _lines(rows: Iterable[Row]) -> Iterator[str]:
    for row in (words.COLUMNS, *rows):
        cells = (quoted(harmless(on_one_line(printable(cell))), ";") for cell in row)
        yield ";".join(cells) + "\r\n"
