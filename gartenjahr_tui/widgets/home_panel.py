"""The home screen's page, painted by one widget so that the first frame comes at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby, islice, takewhile, zip_longest

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from gartenjahr_tui.garden.home import Home, Place
from gartenjahr_tui.garden.picture import Bed, Plant
from gartenjahr_tui.garden.targets import Page, Target, ToCard, ToStep
from gartenjahr_tui.widgets.going import Go
from gartenjahr_tui.words.garden import PictureWords as garden_words
from gartenjahr_tui.words.rhythm import DueWords as due_words
from gartenjahr_tui.words.screens import HomeWords as words

BAR, SHORT_BAR = 8, 4
"""Columns of the bar of a step, and where there is little room."""

BESIDE = 76
"""From this width on what is due and the steps stand side by side."""

WIDE = 116
"""From this width on the wheel of the year stands beside them."""

STEP_WIDTH, BARE_STEP_WIDTH = 30, 24
"""Columns of a step without its bar: beside one, and where what is due needs the room of bars."""

NOW_WIDTH, MOST_NOW_WIDTH = 44, 64
"""Columns of what is due where the steps stand beside it: those it needs, those it takes."""

WHEEL_WIDTH = 33
SHORTEST_NAME = 8
READABLE_NAME = 14
"""Columns of a name that are left at least, and those for which other words give way first."""

SHORTEST_PLANT = 26
MOST_BED_NAME = 22
CELL = 37
"""Columns a plant takes at least: room for „trägt Frucht, durstig, Ernte 2026“."""

AROUND = 3
"""Lines above and below the cursor that come into sight with it, such as the head above it."""

MOST_PAINTED = 1024
"""Plants that are kept as they are painted."""

STYLES = {"keim": "$success", "gruen": "$success", "pflanze": "$primary", "frucht": "$accent"}

PanelPart = tuple[Content, int | None]
"""A painted piece of a line and the number of the place it leads to."""

PanelRow = list[PanelPart]
"""A painted line."""

HEAD = "bold $primary"
QUIET = "$text-muted"
SOIL = "$secondary 60%"


class HomePanel(Widget, can_focus=True):
    """Where one stopped, what is waiting, the way through the year, and what grows in the garden.

    Every line leads somewhere; in a bed one walks from plant to plant.
    """

    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("left", "walk(-1)", show=False),
        Binding("right", "walk(1)", show=False),
        Binding("home", "move_to(0)", show=False),
        Binding("end", "move_to(-1)", show=False),
        Binding("enter", "open", show=False),
    ]
    DEFAULT_CSS = """
    HomePanel { height: auto; padding: 0 1; }
    """

    ALLOW_SELECT = False

    cursor = reactive(0)

    def __init__(self, home: Home) -> None:
        super().__init__()
        self.home = home
        self._painted: tuple[int, list[PanelRow]] | None = None

    def show(self, home: Home) -> None:
        """Show another state of the garden; the cursor stays where it leads."""
        if home != self.home:
            target, height = self._places()[self.cursor][0], len(self._rows())
            self.home, self._painted = home, None
            targets = [target for target, _ in self._places()]
            known = targets.index(target) if target in targets else len(targets) - 1
            self.cursor = known if target in targets else min(self.cursor, known)
            self.refresh(layout=len(self._rows()) != height)

    def _places(self) -> list[tuple[Target, int]]:
        """Where every place in reading order leads, and the number of its group."""
        home = self.home
        single = [home.resume.target, *(place.target for place in home.now)]
        single += [ToStep(step.id) for step in home.steps]
        groups: list[list[Target]] = [[target] for target in single]
        groups.append([place.target for place in home.around])
        groups += [[ToCard(plant.card) for plant in bed.plants] for bed in home.picture.beds]
        return [(target, number) for number, group in enumerate(groups) for target in group]

    @property
    def place(self) -> Place | None:
        """The line under „Jetzt dran“ the cursor is on; None when it is elsewhere."""
        lines = self.home.now
        return lines[self.cursor - 1] if 1 <= self.cursor <= len(lines) else None

    @property
    def pointer(self) -> Offset:
        """Where the cursor stands, for the cursor of the terminal."""
        starts = (
            Offset(start, y)
            for y, row in enumerate(self._rows())
            for start, place in _starts(row)
            if place == self.cursor
        )
        return next(starts, Offset())

    # Walking

    def _lines(self) -> list[dict[int, int]]:
        """Line by line the places on it, each with the column it begins at."""
        found = (
            {place: start for start, place in _starts(row) if place is not None}
            for row in self._rows()
        )
        return [line for line, _ in groupby(filter(None, found))]

    def action_move(self, by: int) -> None:
        """Move to the line above or below, round at the ends; the column stays."""
        lines = self._lines()
        here = next(number for number, line in enumerate(lines) if self.cursor in line)
        column, there = lines[here][self.cursor], lines[(here + by) % len(lines)]
        self.cursor = min(there, key=lambda place: abs(there[place] - column))

    def action_walk(self, by: int) -> None:
        """Move to the neighbour in the line, or to the next one in the same bed."""
        line = next(list(line) for line in self._lines() if self.cursor in line)
        beside = line.index(self.cursor) + by
        places, there = self._places(), self.cursor + by
        if 0 <= beside < len(line):
            self.cursor = line[beside]
        elif 0 <= there < len(places) and places[there][1] == places[self.cursor][1]:
            self.cursor = there

    def action_move_to(self, place: int) -> None:
        """Go to the first place, or to the last one."""
        self.cursor = place % len(self._places())

    def action_open(self) -> None:
        """Go where the line leads."""
        self.app.post_message(Go(self._places()[self.cursor][0]))

    def on_click(self, event: events.Click) -> None:
        """Go where the clicked line or plant leads."""
        offset = event.get_content_offset(self)
        rows = self._rows()
        if offset is None or offset.y >= len(rows):
            return
        end = 0
        for text, place in rows[offset.y]:
            end += text.cell_length
            if offset.x < end:
                if place is not None:
                    self.cursor = place
                    self.action_open()
                return

    def watch_cursor(self) -> None:
        """Keep the line in sight, and the head it stands under."""
        rows = self._rows()
        lines = [y for y, row in enumerate(rows) if any(place == self.cursor for _, place in row)]
        if lines and isinstance(self.parent, Widget):
            first, end = lines[0], lines[-1] + 1
            above = takewhile(_leads_nowhere, reversed(rows[max(0, first - AROUND) : first]))
            below = takewhile(_leads_nowhere, rows[end : end + AROUND])
            first, end = first - len(list(above)), end + len(list(below))
            region = Region(0, first, 1, end - first)
            self.call_after_refresh(self.parent.scroll_to_region, region, animate=False)

    # Painting

    def render(self) -> Content:
        """All lines."""
        return Content("\n").join(self._line(y) for y in range(len(self._rows())))

    def render_line(self, y: int) -> Strip:
        """A line of the window: those out of sight cost nothing, however large the garden is."""
        return Visual.to_strips(self, self._line(y), self.size.width, 1, self.visual_style)[0]

    def _line(self, y: int) -> Content:
        row = self._rows()[y] if y < len(self._rows()) else []
        if self.has_focus and self._is_small(self.content_size.width):
            row = self._with_hint(row)
        return Content("").join(map(self._with_cursor, row))

    def _with_hint(self, row: PanelRow) -> PanelRow:
        """What can be done with the line under the cursor is said on it; its name gives way."""
        item = self.place
        if not (item and item.key and any(place == self.cursor for _, place in row)):
            return row
        hint = f"  {due_words.HINT_TICK if item.ticks else due_words.HINT}"
        text = _due_line(item, _width(row) - cell_len(hint))
        return [(text, self.cursor), (Content.styled(hint, QUIET), None)]

    def _is_small(self, width: int) -> bool:
        return width < WIDE and not self.home.as_list

    def _with_cursor(self, part: PanelPart) -> Content:
        text, place = part
        if place is None or place != self.cursor:
            return text
        # Without its colours: reversed they would be patches.
        return Content.styled(f"▌{text.plain[1:]}", "bold reverse" if self.has_focus else "bold")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are."""
        return len(self._rows(width))

    def _rows(self, width: int = 0) -> list[PanelRow]:
        width = max(width or self.content_size.width, 40)
        if self._painted is None or self._painted[0] != width:
            self._painted = (width, self._paint(width))
        return self._painted[1]

    def _paint(self, width: int) -> list[PanelRow]:
        if self._is_small(width):
            return self._paint_small(width)
        return [
            *self._resume(width),
            [],
            *self._now_and_steps(width),
            [],
            *self._garden(width),
            [],
            *_quiet(self.home.proposal, min(width, 96)),
        ]

    def _now_and_steps(self, width: int) -> Iterator[PanelRow]:
        """What is due and the way through the year: side by side where there is room."""
        if width < BESIDE:
            yield from (*self._now(width), [], *self._steps(BAR))
            return
        wide = width >= WIDE
        wheel, wanted = (WHEEL_WIDTH, MOST_NOW_WIDTH) if wide else (0, NOW_WIDTH)
        bar = BAR if width >= wanted + STEP_WIDTH + BAR + wheel else 0 if wide else SHORT_BAR
        steps = STEP_WIDTH + bar if bar else BARE_STEP_WIDTH
        room = min(width - steps - wheel, MOST_NOW_WIDTH)
        right: PanelRow = [(line, None) for line in (self._wheel() if wide else ())]
        nothing: PanelRow = []
        columns = (self._now(room), self._steps(bar), ([part] for part in right))
        for now, step, ring in zip_longest(*columns, fillvalue=nothing):
            row: PanelRow = [*now, (_fitted("", room - _width(now)), None), *step]
            gap = room + steps - _width(row)
            yield [*row, (_fitted("", gap), None), *ring]

    def _wheel(self) -> list[Content]:
        """The four quarters round the year; the present one is marked by sign and by weight."""
        names = [step.title for step in self.home.steps[1:5]]
        signs = ["●" if n == self.home.quarter else "○" for n in range(1, 5)]

        def name(quarter: int) -> tuple[str, str]:
            style = "bold $accent" if quarter == self.home.quarter else QUIET
            return (names[quarter - 1], style)

        ring = "$primary"
        year = f"{self.home.year:^15}"
        side = Content.assemble(" " * 7, ("│" + " " * 15 + "│", ring))
        return [
            Content.assemble(" " * 13, name(1)),
            Content.assemble(" " * 7, ("┌───────", ring), signs[0], ("───────┐", ring)),
            side,
            Content.assemble(
                " " * (6 - len(names[3])),
                name(4),
                f" {signs[3]}",
                (year, "bold"),
                f"{signs[1]} ",
                name(2),
            ),
            side,
            Content.assemble(" " * 7, ("└───────", ring), signs[2], ("───────┘", ring)),
            Content.assemble(" " * 12, name(3)),
        ]

    def _resume(self, width: int) -> Iterator[PanelRow]:
        place, width = 0, min(width, 96)
        yield _head(words.BEGIN if self.home.fresh else words.CONTINUE)
        path = _fitted(f"  {self.home.resume.text}", width - 8)
        yield [(Content.assemble(path, "  Enter "), place)]
        if self.home.question:
            yield from islice(_quiet(self.home.question, width), 2)

    def _steps(self, bar: int) -> Iterator[PanelRow]:
        yield _head(words.PATH[self.home.short])
        now = None if self.home.fresh else self.home.quarter
        for place, step in enumerate(self.home.steps, 1 + len(self.home.now)):
            filled, empty = step.progress.bar(bar) if step.progress else (0, bar)
            far = step.progress.words if step.progress else ""
            text = Content.assemble(
                f"  {step.number} {step.title:<7} ",
                ("█" * filled, "$primary"),
                ("░" * empty, QUIET),
                f" {far:<9}",
                (
                    (words.STEP_NOW if bar else words.NOW_SIGN) if step.number == now else "",
                    "$accent",
                ),
            )
            yield [(_fitted(text, STEP_WIDTH + bar if bar else BARE_STEP_WIDTH), place)]

    def _now(self, width: int) -> Iterator[PanelRow]:
        yield _head(words.NOW)
        for place, item in enumerate(self.home.now, 1):
            yield [(_due_line(item, min(width, 76)), place)]
        if not self.home.now:
            yield from _quiet(words.CLEAR, width)

    # A small window: everything in sight without scrolling

    def _paint_small(self, width: int) -> list[PanelRow]:
        home = self.home
        begin = words.BEGIN if home.fresh else words.ON
        path = _fitted(f"  {begin}: {home.resume.text}", width - 8)
        resume: list[PanelRow] = [[(Content.assemble(path, "  Enter "), 0)]]
        if home.question:
            resume.append([(_fitted(Content.styled(f"  {home.question}", QUIET), width), None)])
        beds = [*self._small_beds(width)] if home.picture.planted else []
        last = beds or [*_quiet(garden_words.EMPTY, width)]
        if home.fresh:
            last += [[], *_quiet(home.proposal, width)]
        return [
            *resume,
            [],
            *self._small_now(width),
            *self._small_steps(width),
            [],
            self._small_around(),
            *last,
        ]

    def _small_now(self, width: int) -> Iterator[PanelRow]:
        lines = self.home.now
        more = lines[-1] if lines and lines[-1].target is Page.DUE else None
        yield _head(words.NOW)
        for place, item in enumerate(lines[:-1] if more else lines, 1):
            yield [(_due_line(item, width - 2), place)]
        if not lines:
            yield from _quiet(words.CLEAR, width)
        yield [(_fitted(f"    {more.text}", width), len(lines))] if more else []

    def _small_steps(self, width: int) -> Iterator[PanelRow]:
        """The way through the year in one line, with what is answered."""
        home = self.home
        yield _head(words.PATH_COUNTED[home.short])
        row: PanelRow = []
        for place, step in enumerate(home.steps, 1 + len(home.now)):
            done = step.progress.settled if step.progress else 0
            now = step.number == home.quarter and not home.fresh
            text = Content.assemble(
                f"  {step.number} {step.title} ",
                (str(done) if done else words.NONE, "$primary"),
                (words.NOW_SIGN if now else "", "$accent"),
            )
            row.append((_fitted(text, min(width, 96) // 5), place))
        yield row

    def _small_around(self) -> PanelRow:
        home = self.home
        found: PanelRow = [(Content.styled(f"  {words.GARDEN}", HEAD), None)]
        for place, item in enumerate(home.around, 1 + len(home.now) + len(home.steps)):
            found.append((Content(f"  {item.text}"), place))
        return found

    def _small_beds(self, width: int) -> Iterator[PanelRow]:
        """A line for each bed in which something grows, then the empty ones in one."""
        home = self.home
        place = 1 + len(home.now) + len(home.steps) + len(home.around)
        planted = [bed for bed in home.picture.beds if bed.plants or bed.more]
        longest = max(len(bed.name) for bed in planted)
        name_width = min(longest, MOST_BED_NAME) + 2
        for bed in planted:
            row: PanelRow = [(_fitted(f"  {bed.name}", name_width + 1), None)]
            left = width - name_width - 1
            shown = min(len(bed.plants), max(1, left // SHORTEST_PLANT))
            for n in range(0, len(bed.plants), shown):
                plants = bed.plants[n : n + shown]
                for plant in plants:
                    row.append((_small_plant(plant, left // len(plants)), place))
                    place += 1
                yield row
                row = [(_fitted("", name_width + 1), None)]
            if bed.more:
                yield from _quiet(garden_words.MORE.format(count=bed.more), width)
        if empty := [bed.name for bed in home.picture.beds if bed not in planted]:
            text = garden_words.NOTHING_IN.format(names=", ".join(empty))
            yield [(_fitted(Content.styled(f"  {text}", QUIET), width), None)]

    # The garden

    def _garden(self, width: int) -> Iterator[PanelRow]:
        home = self.home
        place = 1 + len(home.now) + len(home.steps)
        turn = words.AS_PICTURE if home.as_list else words.AS_LIST
        head = f"  {words.GARDEN}"
        gap = " " * (width - 2 - len(head) - len(turn)) if home.picture.planted else ""
        yield [(Content.assemble((head, HEAD), gap, (turn, QUIET) if gap else ""), None)]
        around: PanelRow = []
        for item in home.around:
            around += [(Content(f"  {item.text} "), place), (Content("   "), None)]
            place += 1
        yield around
        if not home.picture.planted:
            yield from _quiet(garden_words.EMPTY, width)
            return
        for bed in home.picture.beds:
            yield from self._bed(bed, place, width)
            place += len(bed.plants)

    def _bed(self, bed: Bed, place: int, width: int) -> Iterator[PanelRow]:
        if not bed.plants and not bed.more:
            name = Content.assemble("  ", bed.name, (f"  {garden_words.NOTHING}", QUIET))
            yield [(_fitted(name, width), None)]
            return
        soil = "─" * (width - len(bed.name) - 5)
        yield [(Content.assemble("  ", (bed.name, "bold"), " ", (soil, SOIL)), None)]
        paint = self._plant_lines if self.home.as_list else self._plant_cells
        yield from paint(list(enumerate(bed.plants, place)), width)
        if bed.more:
            yield from _quiet(garden_words.MORE.format(count=bed.more), width)

    def _plant_cells(self, plants: list[tuple[int, Plant]], width: int) -> Iterator[PanelRow]:
        """The plants side by side: sign and name, and under them how they are doing."""
        columns = max(1, (width - 2) // CELL)
        cell = (width - 2) // columns
        for first in range(0, len(plants), columns):
            line = plants[first : first + columns]
            names: PanelRow = []
            states: PanelRow = []
            for place, plant in line:
                name, state = _plant_cell(plant, cell)
                names.append((name, place))
                states.append((state, place))
            yield names
            yield states

    def _plant_lines(self, plants: Iterable[tuple[int, Plant]], width: int) -> Iterator[PanelRow]:
        """The plants one below the other, each in a sentence."""
        for place, plant in plants:
            for line in _plant_sentence(plant, width):
                yield [(line, place)]


# A plant that stays as it is need not be painted again when something changes in a big garden.


@lru_cache(MOST_PAINTED)
def _small_plant(plant: Plant, width: int) -> Content:
    """Sign, name, and how it is doing as far as there is room."""
    dry = garden_words.THIRSTY in plant.words
    state = plant.words
    if cell_len(plant.name) + cell_len(state) + 7 > width:
        state = garden_words.THIRSTY if dry else ""
    told = (f" · {state}" if state else "", "$warning" if dry else QUIET)
    return _fitted(Content.assemble("  ", _sign(plant), " ", plant.name, told), width)


@lru_cache(MOST_PAINTED)
def _plant_cell(plant: Plant, width: int) -> tuple[Content, Content]:
    """Sign and name, and how it is doing."""
    name = Content.assemble("  ", _sign(plant), " ", plant.name)
    style = "$warning" if garden_words.THIRSTY in plant.words else QUIET
    state = Content.assemble("    ", (plant.words, style))
    return _fitted(name, width), _fitted(state, width)


@lru_cache(MOST_PAINTED)
def _plant_sentence(plant: Plant, width: int) -> list[Content]:
    """All about it in a sentence, line by line."""
    sentence = garden_words.WITH if plant.partners else garden_words.ALONE
    text = sentence.format(name=plant.name, words=plant.words, partners=plant.partners)
    lines = enumerate(Content(text).wrap(width - 8))
    return [_fitted(line.pad_left(4 if number else 2), width) for number, line in lines]


def _sign(plant: Plant) -> tuple[str, str]:
    return plant.sign, f"bold {STYLES.get(plant.growth, QUIET)}"


def _head(text: str) -> PanelRow:
    return [(Content.styled(f"  {text}", HEAD), None)]


def _quiet(text: str, width: int) -> Iterator[PanelRow]:
    """Lines that lead nowhere."""
    for line in Content.styled(text, QUIET).wrap(width - 4):
        yield [(line.pad_left(2), None)]


def _due_line(item: Place, width: int) -> Content:
    return _fitted(f"  {item.sign:1} {_in_room(item, width - 5)}", width)


def _in_room(item: Place, room: int) -> str:
    """What a line says, in so many columns if that can be: the name in it gives way first."""
    text = item.text
    if item.short and cell_len(item.name) - (cell_len(text) - room) < READABLE_NAME:
        text = item.short
    over = cell_len(text) - room
    if over <= 0 or not item.name:
        return text
    left = max(SHORTEST_NAME, cell_len(item.name) - over)
    return text.replace(item.name, Content(item.name).truncate(left, ellipsis=True).plain, 1)


def _starts(row: PanelRow) -> Iterator[tuple[int, int | None]]:
    """The column each part of a line begins at, and where it leads."""
    start = 0
    for text, place in row:
        yield start, place
        start += text.cell_length


def _width(row: PanelRow) -> int:
    return sum(text.cell_length for text, _ in row)


def _leads_nowhere(row: PanelRow) -> bool:
    return all(place is None for _, place in row)


def _fitted(text: Content | str, width: int) -> Content:
    """The text in exactly so many columns."""
    content = Content(text) if isinstance(text, str) else text
    content = content.truncate(width, ellipsis=True)
    return content.pad_right(max(0, width - content.cell_length))
