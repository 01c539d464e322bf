"""The reader: the guide's passages, a contents list, jumps and a way back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from gartenjahr_tui.garden.targets import ToGuide, ToPrompt, jump
from gartenjahr_tui.guide.model import BlockKind, Guide, Section
from gartenjahr_tui.guide.render import Role, TextLine, glossary_lines, section_lines
from gartenjahr_tui.widgets.chrome import BookScreen
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.dialog import option_list, plain_option
from gartenjahr_tui.widgets.going import Go
from gartenjahr_tui.widgets.passage import PassageView
from gartenjahr_tui.words.screens import GuideWords as words

GLOSSARY = "glossar"
"""Target of the glossary in jumps and in the contents."""


class GuideScreen(BookScreen):
    """Shows one section, or the glossary; remembers the way one came."""

    KEYS = ("contents", "jumps", "home", "back", "menu")
    OFFERS = ("guide", "app")
    CSS_PATH = "../styles/leitfaden.tcss"
    BINDINGS = bindings("contents", "jumps", "back")
    AUTO_FOCUS = "#contents"

    def __init__(self, guide: Guide, target: str, sought: str = "") -> None:
        """Open a section, chapter, question or the glossary, where words that are sought stand."""
        super().__init__()
        self.guide, self._target, self._sought = guide, target, sought
        self._way: list[str] = []

    def compose_body(self) -> ComposeResult:
        """Contents on the left, the passage and its jumps on the right."""
        with Horizontal(id="reader"):
            yield option_list(self._contents(), "contents")
            with Vertical(id="page"):
                with VerticalScroll(id="scroll"):
                    yield PassageView(self._lines)
                yield option_list([], "jumps")

    def _contents(self) -> list[Option]:
        options = []
        for chapter in self.guide.chapters:
            number = "" if chapter.number is None else f"{chapter.number} "
            options.append(
                Option(Content.styled(f"{number}{chapter.title}", "bold $primary"), disabled=True)
            )
            options += [plain_option(f"  {s.short}", s.id) for s in chapter.sections]
        options.append(plain_option(Content.styled(words.GLOSSARY, "bold"), GLOSSARY))
        return options

    def on_mount(self) -> None:
        """Show where one came to."""
        self.call_after_refresh(self._show, self._target)
        if self._sought:
            self.call_after_refresh(self.call_after_refresh, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        """Show the line with the words that are sought, a little below the top."""
        passage = self.query_one(PassageView)
        place = line_with(self._sought, passage.texts)
        self.query_one("#scroll").scroll_to(y=max(0, place - 1), animate=False)

    def open(self, target: str) -> None:
        """Go to a section, chapter, question or the glossary; back leads where one was."""
        if target == self._target:
            return
        self._way.append(self._target)
        self._show(target)

    def _show(self, target: str) -> None:
        self._target = target
        section = self._section
        if section is None:
            title, jumps = words.GLOSSARY, []
        else:
            chapter = self.guide.chapter(section.id.partition(".")[0])
            title, jumps = f"{chapter.title} › {section.title}", self._jumps(section)
            contents = self.query_one("#contents", OptionList)
            contents.highlighted = contents.get_option_index(section.id)
        self.query_one(PassageView).show(self._lines)
        self.query_one("#scroll").scroll_home(animate=False)
        self.title_bar.show(left=f"{words.TITLE} · {title}")
        options = self.query_one("#jumps", OptionList)
        options.set_options(jumps)
        options.display = bool(jumps)
        if not self.has_class("-wide"):
            self.query_one("#contents").display = False
            self.query_one("#scroll").focus()

    @property
    def _section(self) -> Section | None:
        """The section shown; None for the glossary."""
        return None if self._target == GLOSSARY else self.guide.place(self._target)

    def _lines(self, width: int) -> Iterable[TextLine]:
        if section := self._section:
            return section_lines(self.guide, section, width)
        return [TextLine(words.GLOSSARY, Role.HEADING), *glossary_lines(self.guide.glossary, width)]

    def _jumps(self, section: Section) -> list[Option]:
        """Cross references first, then the questions of its tips and of the section."""
        options = [
            plain_option(f"→ {block.text}", f"see:{block.target}")
            for block in section.blocks
            if block.kind is BlockKind.SEE
        ]
        shown = (self.guide.exhibits[b.target] for b in section.blocks if b.kind is BlockKind.SHOW)
        of_tips = [self.guide.prompts[id] for exhibit in shown for id in exhibit.prompts]
        options += [
            plain_option(f"? {q.asked}", f"prompt:{q.id}") for q in (*of_tips, *section.questions)
        ]
        unique = {option.id: option for option in options}
        return list(unique.values())

    @on(OptionList.OptionSelected, "#contents")
    def choose_section(self, event: OptionList.OptionSelected) -> None:
        """Open what the contents list names."""
        if event.option_id:
            self.open(event.option_id)
            self.query_one("#scroll").focus()

    @on(OptionList.OptionSelected, "#jumps")
    def jump(self, event: OptionList.OptionSelected) -> None:
        """Follow a cross reference, or go to a question."""
        kind, _, place = (event.option_id or "").partition(":")
        target = ToPrompt(place) if kind == "prompt" else jump(self.guide, place)
        if isinstance(target, ToGuide):
            self.open(place)
        else:
            self.app.post_message(Go(target))

    def action_help(self) -> None:
        """Go to the beginning of the guide."""
        self.open("einstieg.gartenjahr")

    def action_contents(self) -> None:
        """Show the contents list and go into it."""
        contents = self.query_one("#contents")
        contents.display = True
        contents.focus()

    def action_jumps(self) -> None:
        """Go to the questions and references of the passage."""
        options = self.query_one("#jumps", OptionList)
        if options.option_count:
            options.highlighted = options.highlighted or 0
            options.focus()

    def action_back(self) -> None:
        """Back to the passage before, or to where one came from."""
        contents = self.query_one("#contents")
        if contents.has_focus and not self.has_class("-wide"):
            contents.display = False
            self.query_one("#scroll").focus()
        elif self._way:
            self._show(self._way.pop())
        else:
            self.app.pop_screen()

    def on_resize(self) -> None:
        """With enough room the contents list stands beside the passage."""
        if self.is_mounted and self.has_class("-wide"):
            self.query_one("#contents").display = True


def line_with(sought: str, lines: Sequence[str]) -> int:
    """Number of the line where some words begin, however they are broken; 0 when nowhere."""
    text, starts = "", []
    for line in lines:
        starts.append(len(text))
        text += "".join(line.split())
    place = text.find("".join(sought.split()))
    return max(0, bisect_right(starts, place) - 1)
