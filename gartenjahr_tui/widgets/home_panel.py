"""The home screen's page, painted by one widget so that the first frame comes at once."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.widget import Widget

from gartenjahr_tui.words import Home as words
from gartenjahr_tui.workbook.home import Home

BAR = 8
WIDE = 100
WHEEL_COLUMN = 64

Row = tuple[Content, int | None]
"""A painted line and the number of the place it leads to."""


class HomePanel(Widget, can_focus=True):
    """Where one stopped, what is waiting, the way through the year; every line leads somewhere."""

    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("enter", "open", show=False),
        Binding("j", "app.begin_due_year", show=False),
    ]
    DEFAULT_CSS = """
    HomePanel { height: auto; padding: 0 1; }
    """

    cursor = reactive(0)

    def __init__(self, home: Home) -> None:
        super().__init__()
        self.home = home

    def show(self, home: Home) -> None:
        """Show another state of the garden."""
        if home != self.home:
            self.home = home
            self.cursor = min(self.cursor, len(self._actions()) - 1)
            self.refresh(layout=True)

    def _actions(self) -> list[str]:
        steps = [f"app.step('{step.id}')" for step in self.home.steps]
        return [self.home.resume.action, *(place.action for place in self.home.now), *steps]

    def action_move(self, by: int) -> None:
        """Move to the line above or below, round at the ends."""
        self.cursor = (self.cursor + by) % len(self._actions())

    async def action_open(self) -> None:
        """Go where the line leads."""
        await self.run_action(self._actions()[self.cursor])

    async def on_click(self, event: events.Click) -> None:
        """Go where the clicked line leads."""
        offset = event.get_content_offset(self)
        rows = self._rows(self.content_size.width)
        if offset and offset.y < len(rows) and (place := rows[offset.y][1]) is not None:
            self.cursor = place
            await self.action_open()

    def watch_cursor(self) -> None:
        """Keep the line in sight."""
        rows = self._rows(self.content_size.width)
        places = [y for y, (_, place) in enumerate(rows) if place == self.cursor]
        if places and self.parent:
            region = Region(0, places[0], 1, len(places))
            self.call_after_refresh(self.scroll_to_region_of_parent, region)

    def scroll_to_region_of_parent(self, region: Region) -> None:
        """Scroll the page so that some lines are seen."""
        if isinstance(self.parent, Widget):
            self.parent.scroll_to_region(region, animate=False)

    # Painting

    def render(self) -> Content:
        """All lines."""
        return Content("\n").join(line for line, _ in self._rows(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are."""
        return len(self._rows(width))

    def _rows(self, width: int) -> list[Row]:
        width = max(width, 40)
        rows: list[Row] = [(Content(""), None), *self._resume(width), (Content(""), None)]
        rows += [*self._steps(), (Content(""), None), *self._now(width)]
        proposal = Content.styled(self.home.proposal, "$text-muted")
        rows += [(Content(""), None)]
        rows += [(line.pad_left(2), None) for line in proposal.wrap(min(width - 4, 92))]
        return self._with_wheel(rows) if width >= WIDE else rows

    def _with_wheel(self, rows: list[Row]) -> list[Row]:
        """Put the wheel of the year to the right of the steps, where there is room."""
        first = 3 + len(self._resume(WIDE))
        for place, line in enumerate(self._wheel(), first):
            text, target = rows[place]
            gap = WHEEL_COLUMN - text.cell_length
            rows[place] = (Content.assemble(text, " " * gap, line), target)
        return rows

    def _wheel(self) -> list[Content]:
        """The four quarters round the year; the present one is marked by sign and by weight."""
        names = [step.title for step in self.home.steps[1:5]]
        signs = ["●" if n == self.home.quarter else "○" for n in range(1, 5)]

        def name(quarter: int) -> tuple[str, str]:
            style = "bold $accent" if quarter == self.home.quarter else "$text-muted"
            return (names[quarter - 1], style)

        ring = "$primary"
        year = f"{self.home.year:^15}"
        side = Content.assemble(" " * 10, ("│" + " " * 15 + "│", ring))
        return [
            Content.assemble(" " * 16, name(1)),
            Content.assemble(" " * 10, ("┌───────", ring), signs[0], ("───────┐", ring)),
            side,
            Content.assemble(
                " " * (9 - len(names[3])),
                name(4),
                f" {signs[3]}",
                (year, "bold"),
                f"{signs[1]} ",
                name(2),
            ),
            side,
            Content.assemble(" " * 10, ("└───────", ring), signs[2], ("───────┘", ring)),
            Content.assemble(" " * 15, name(3)),
        ]

    def _line(self, place: int, text: Content, width: int) -> Row:
        here = place == self.cursor
        line = Content.assemble("▌" if here else " ", text)
        line = line.truncate(width, ellipsis=True)
        if here:
            line = line.pad_right(max(0, width - line.cell_length))
            line = line.stylize("bold reverse" if self.has_focus else "bold")
        return line, place

    def _resume(self, width: int) -> list[Row]:
        head = words.BEGIN if self.home.fresh else words.CONTINUE
        path = Content(f" {self.home.resume.text}")
        gap = max(1, min(width, 96) - 2 - path.cell_length - 5)
        rows: list[Row] = [
            (Content.styled(f"  {head}", "bold $primary"), None),
            self._line(0, Content.assemble(path, " " * gap, "Enter"), min(width, 96)),
        ]
        if self.home.question:
            ask = Content.styled(self.home.question, "$text-muted")
            rows += [(line.pad_left(2), 0) for line in ask.wrap(min(width - 4, 92))[:2]]
        return rows

    def _steps(self) -> list[Row]:
        rows: list[Row] = [(Content.styled(f"  {words.PATH}", "bold $primary"), None)]
        first = 1 + len(self.home.now)
        for place, step in enumerate(self.home.steps, first):
            filled, empty = step.progress.bar(BAR)
            now = "  ◄ jetzt" if step.number == self.home.quarter else ""
            text = Content.assemble(
                f" {step.number} {step.title:<8} ",
                ("█" * filled, "$primary"),
                ("░" * empty, "$text-muted"),
                f"  {step.progress.words:<10}",
                (now, "$accent"),
            )
            rows.append(self._line(place, text, 46))
        return rows

    def _now(self, width: int) -> list[Row]:
        rows: list[Row] = [(Content.styled(f"  {words.NOW}", "bold $primary"), None)]
        for place, item in enumerate(self.home.now[:7], 1):
            rows.append(self._line(place, Content(f" {item.sign} {item.text}"), min(width, 76)))
        if not self.home.now:
            rows.append((Content.styled(f"   {words.CLEAR}", "$text-muted"), None))
        return rows
