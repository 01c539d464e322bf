"""A packet as one page for the browser: somebody answers who has not got the program.

The questions are laid out here, from the same description as every other face. What the page does
by itself – keep, save the packet file, print – stands in ``page/packet.js``. Nothing is loaded and
nothing is sent: the page's own policy allows its one style and its one script, known by their hash,
and nothing else.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from gartenjahr_tui.exchange import packet as packets
from gartenjahr_tui.exchange.packet import Packet
from gartenjahr_tui.garden.library import library_of
from gartenjahr_tui.guide.model import SCALE_STEPS, Field, FieldKind, Guide, Prompt, still_asked
from gartenjahr_tui.text import clean, one_line
from gartenjahr_tui.words.packets import PageWords as words

FORMAT = "html"
"""What it is called among the formats, and how the name of a page ends."""

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

_PARTS = Path(__file__).parent / "page"


@dataclass(frozen=True)
class Asking:
    """What the page says beside the questions, as it was typed.

    Attributes:
        until: The day by which an answer is hoped for; may be empty.
        back: Where the file is to be sent; may be empty.
        sender: The library and how to reach it, line by line; may be empty.
    """

    until: str = ""
    back: str = ""
    sender: str = ""


def asking_of(book: Workbook, until: str = "", back: str = "") -> Asking:
    """What was typed, and what is known of the library."""
    library = library_of(book)
    known = library.known.get("rueckantwort", "") or library.mail
    sender = library.sender if library.known else ""
    return Asking(one_line(until), one_line(back) or known, sender)


@cache
def _part(name: str) -> str:
    return (_PARTS / name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"


def as_page(guide: Guide, made: Packet, stem: str, asking: Asking = Asking()) -> bytes:
    """The page of a blank packet; ``stem`` names the file that is saved from it."""
    return "\n".join(_page(guide, made, stem, asking)).encode()


def _page(guide: Guide, made: Packet, stem: str, asking: Asking) -> Iterator[str]:
    style, script = f"\n{_part('packet.css')}", f"\n{_part('packet.js')}"
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    title = words.TITLE.format(library=made.library) if made.library else words.TITLE_NAMELESS
    yield '<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{_text(title)}</title>\n<style>{style}</style>\n</head>\n<body>"
    yield f'<form id="bogen" autocomplete="off" novalidate>\n<header>\n<h1>{_text(title)}</h1>'
    asked = [(q, p) for q in made.questions if (p := packets.asked(guide, q))]
    yield from _head(guide, made, asking, [prompt for _, prompt in asked])
    yield "</header>\n<main>"
    yield (
        f'<div><label class="beschriftung" for="von">{words.NAME}<small>{words.NAME_HELP}</small>'
        f'</label><input type="text" id="von" value="{_text(made.person)}" maxlength="120"></div>'
    )
    about = ""
    for number, (question, prompt) in enumerate(asked, 1):
        if question.card and question.card != about:
            item = guide.forms[question.prompt.partition(".")[0]].item
            yield f"<h2>{_text(words.ABOUT.format(item=item, name=question.title))}</h2>"
        about = question.card
        yield from _question(prompt, number, len(asked))
    yield "</main>"
    yield from _end(made, asking)
    yield "</form>"
    yield f'<script type="application/json" id="daten">{_data(guide, made, stem)}</script>'
    yield f"<script>{script}</script>\n</body>\n</html>\n"


def _data(guide: Guide, made: Packet, stem: str) -> str:
    """What the script works with; no sign in it could end the element it stands in."""
    content = json.loads(packets.as_bytes(made))
    del content["pruefsumme"]
    known = [bool(packets.asked(guide, question)) for question in made.questions]
    content["fragen"] = [
        part for part, is_known in zip(content["fragen"], known, strict=True) if is_known
    ]
    data = {
        "paket": content,
        "datei": f"{stem}{packets.ENDING}",
        "hoechstens": packets.LARGEST,
        "worte": words.SCRIPT,
    }
    text = json.dumps(data)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


# Who asks, and what becomes of it


def _head(guide: Guide, made: Packet, asking: Asking, prompts: list[Prompt]) -> Iterator[str]:
    if made.recipient:
        yield f'<p class="wer">{_text(words.FOR.format(name=made.recipient))}</p>'
    yield f"<p>{words.LEAD}</p>"
    count = words.MANY.format(count=len(prompts)) if len(prompts) != 1 else words.ONE
    yield f"<p>{_text(words.COUNT.format(count=count, year=made.year_label))}</p>"
    if asking.until:
        yield f"<p><strong>{_text(words.UNTIL.format(day=asking.until))}</strong></p>"
    yield f'<noscript><p class="kasten"><strong>{words.NO_SCRIPT}</strong></p></noscript>'
    yield f'<div class="kasten"><h2>{words.WHAT_BECOMES}</h2>\n<ul>'
    lines = [words.STAYS_HERE, words.SIDE_BY_SIDE, words.OPEN_FILE]
    if any(prompt.own for prompt in prompts):
        lines.append(words.CONFIDENTIAL)
    yield from (f"<li>{line}</li>" for line in lines)
    yield '</ul>\n<p id="behalten" class="mit-programm nicht-drucken"></p></div>'


def _end(made: Packet, asking: Asking) -> Iterator[str]:
    back = words.BACK_TO.format(where=asking.back) if asking.back else words.BACK
    yield f'<footer class="kasten">\n<h2>{words.DONE}</h2>\n<p>{_text(back)}</p>'
    yield (
        '<div class="mit-programm nicht-drucken">'
        f'<button type="button" id="speichern">{words.SAVE}</button>'
        f'<button type="button" id="drucken">{words.PRINT}</button>'
        '<p id="meldung" role="status"></p>'
        f'<p><label class="datei">{words.OPEN}<input type="file" id="oeffnen" '
        'accept=".json,application/json"></label></p>'
        f'<p>{words.FORGET_LEAD}</p><button type="button" id="loeschen">{words.FORGET}</button>'
        "</div>"
    )
    if asking.sender:
        reach = "<br>".join(map(_text, asking.sender.splitlines()))
        yield f"<p>{words.REACH}<br>{reach}</p>"
    yield f'<p class="fuss">{words.FOOT}</p>\n</footer>'


# Questions


def _question(prompt: Prompt, number: int, total: int) -> Iterator[str]:
    yield f'<fieldset data-frage="{number}">'
    place = words.PLACE.format(number=number, total=total)
    yield f'<legend><span class="zahl">{place}</span> {_text(prompt.ask)}</legend>\n<div>'
    if prompt.own:
        yield f'<p class="vermerk">{words.MARK_OWN}</p>'
    if prompt.consent:
        yield f'<p class="vermerk">{words.MARK_FREE}</p>'
    if prompt.help:
        yield f'<p class="hilfe">{_text(prompt.help)}</p>'
    yield "</div>"
    for field in still_asked(prompt.fields):
        yield from _field(field, f"f{number}-{field.id}")
    yield "</fieldset>"


def _field(field: Field, name: str) -> Iterator[str]:
    """One field of any kind; ``name`` keeps radio buttons together."""
    at = f'data-feld="{field.id}" data-art="{field.kind}"'
    label = field.caption or words.ANSWER
    match field.kind:
        case FieldKind.SCALE:
            yield f"<fieldset {at}><legend>{_text(label)}<small>{_ends(field)}</small></legend>"
            yield from _radios(name, [(str(step), _step(field, step)) for step in SCALE_STEPS])
            yield "</fieldset>"
        case FieldKind.CHOICE:
            yield f"<fieldset {at}><legend>{_text(label)}</legend>"
            yield from _radios(name, [(o.id, o.label) for o in field.offered()])
            yield "</fieldset>"
        case FieldKind.CHECKS:
            yield f"<fieldset {at}><legend>{_text(label)}<small>{words.SEVERAL}</small></legend>"
            yield from (_box("checkbox", "", o.id, o.label) for o in field.offered())
            yield "</fieldset>"
        case FieldKind.ENTRIES:
            yield from _entries(field, at, name)
        case FieldKind.TEXT:
            yield _labelled(at, label, "", '<textarea rows="4"></textarea>')
        case FieldKind.DATE:
            yield _labelled(at, label, words.DAY_HELP, '<input type="text">')
        case FieldKind.NUMBER:
            yield _labelled(at, label, "", '<input type="text" inputmode="decimal">')
        case FieldKind.LINE | FieldKind.CARDS:
            yield _labelled(at, label, "", '<input type="text">')


def _labelled(at: str, label: str, help: str, control: str) -> str:
    more = f"<small>{help}</small>" if help else ""
    named = f'<span class="beschriftung">{_text(label)}{more}</span>'
    return f"<div {at}><label>{named}{control}</label></div>"


def _radios(name: str, options: list[tuple[str, str]]) -> Iterator[str]:
    """Options, and one that takes the choice back."""
    yield from (_box("radio", name, id, label) for id, label in options)
    yield _box("radio", name, "", words.NO_CHOICE, checked=True)


def _box(kind: str, name: str, value: str, label: str, *, checked: bool = False) -> str:
    named = f' name="{name}"' if name else ""
    return (
        f'<label class="wahl"><input type="{kind}"{named} value="{_text(value)}"'
        f"{' checked' if checked else ''}><span>{_text(label)}</span></label>"
    )


def _step(field: Field, step: int) -> str:
    end = {SCALE_STEPS[0]: field.low, SCALE_STEPS[-1]: field.high}.get(step, "")
    return words.STEP_END.format(step=step, end=end) if end else str(step)


def _ends(field: Field) -> str:
    if not (field.low or field.high):
        return words.SCALE
    return _text(words.SCALE_ENDS.format(low=field.low, high=field.high))


def _entries(field: Field, at: str, name: str) -> Iterator[str]:
    yield f"<fieldset {at}><legend>{_text(field.label or field.items)}</legend>"
    item = _text(field.item)
    yield f'<fieldset data-zeile><legend>{item} <span class="nummer">1</span></legend>'
    for column in still_asked(field.columns):
        yield from _field(column, f"{name}-{column.id}")
    yield (
        '<p class="mit-programm"><button type="button" class="weg">'
        f'{item} <span class="nummer">1</span> {words.REMOVE}</button></p>\n</fieldset>'
    )
    yield (
        '<p class="mit-programm"><button type="button" class="dazu">'
        f"{words.ADD.format(item=item)}</button></p>\n</fieldset>"
    )


def _text(text: str) -> str:
    """What somebody typed, as text."""
    return escape(clean(text))
