"""Where the guide comes from, who may do what with it, what this program adds, where data lies."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from gartenjahr_tui import __version__
from gartenjahr_tui.guide.model import Guide
from gartenjahr_tui.guide.render import BLANK, Role, TextLine, section_lines
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.widgets.chrome import BookScreen
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.passage import PassageView
from gartenjahr_tui.words.screens import AboutWords as words

ORIGIN = "einstieg.herkunft"


class AboutScreen(BookScreen):
    """For reading."""

    KEYS = ("home", "back", "menu")
    TITLE = words.TITLE
    BINDINGS = bindings("back")
    CSS_PATH = "../styles/ueber.tcss"

    def __init__(self, guide: Guide, paths: Paths) -> None:
        super().__init__()
        self._guide, self._paths = guide, paths

    def compose_body(self) -> ComposeResult:
        """The page."""
        with VerticalScroll(id="about"):
            yield PassageView(self._lines)

    def on_mount(self) -> None:
        """Arrow keys scroll."""
        self.query_one("#about").focus()

    def _lines(self, width: int) -> list[TextLine]:
        import textwrap

        def part(head: str, text: str) -> list[TextLine]:
            wrapped = [TextLine(line, Role.TEXT) for line in textwrap.wrap(text, width)]
            return [BLANK, TextLine(head, Role.HEADING), *wrapped]

        terms = ", ".join(term.name for term in self._guide.glossary if term.addition)
        place = f"{self._paths.folder} ({self._paths.origin})"
        return [
            *part(words.HEAD, words.PROGRAM.format(version=__version__)),
            BLANK,
            *section_lines(self._guide, self._guide.sections[ORIGIN], width),
            *part(words.ADDED_HEAD, words.ADDED.format(terms=terms)),
            *part(words.RIGHTS_HEAD, words.RIGHTS),
            *part(words.PLACE_HEAD, place),
        ]
