"""A round: the check-in or the overwintering, station by station."""

from __future__ import annotations

from dataclasses import replace

from textual import events, on
from textual.content import Content
from textual.widgets import Static

from gartenjahr_tui.garden.rounds import Round, Station, StationSheet
from gartenjahr_tui.garden.sheet import Sheet
from gartenjahr_tui.guide.model import Section
from gartenjahr_tui.widgets.card_list import ListPage
from gartenjahr_tui.widgets.outline import Outline
from gartenjahr_tui.widgets.prompt_view import PromptView
from gartenjahr_tui.widgets.section_page import SectionPage
from gartenjahr_tui.widgets.station_page import StationPage
from gartenjahr_tui.words.rhythm import CheckInWords as checkin_words
from gartenjahr_tui.words.rhythm import RoundsWords as words
from gartenjahr_tui.words.screens import StepWords as step_words
from gartenjahr_tui.workbook.plain import Bookmark
from screens.formular import FormPlace, FormScreen, more_words


class RoundScreen(FormScreen):
    """A way from partnership to partnership; it goes on where it was left."""

    NAME = "runde"
    KEYS = ("help", "encounter", "home", "back", "menu")
    CSS_PATH = ["../styles/formular.tcss", "../styles/runde.tcss"]

    def __init__(self, round: Round) -> None:
        self.round = round
        self._stations = round.stations()
        self._station_of = {station.section.id: station for station in self._stations}
        super().__init__(round.book, round.sheet, tuple(s.asked for s in self._stations))

    @property
    def station(self) -> Station:
        """Where one is."""
        return self._stations[min(self._place, len(self._stations) - 1)]

    def sheet_of(self, section: Section) -> Sheet:
        """The questions of a station go to its own card, or to the guide's answers."""
        return self._station_of[section.id].sheet

    def progress_words(self, section: Section) -> str:
        """How far a station is."""
        return self.round.note_of(self._station_of[section.id])

    def first_place(self) -> int:
        """Where one was last."""
        return self.round.where()

    async def on_mount(self) -> None:
        """The cursor stands in the first question at once; at the start Enter goes on."""
        await super().on_mount()
        if page := self.page:
            self.call_after_refresh(self._begin, page)

    def _begin(self, page: SectionPage | ListPage) -> None:
        # The question one stopped at may have been opened meanwhile.
        if self.focused is self.query_one(Outline):
            mark = self.book.bookmark
            if mark and self.asks(self.station.asked, mark):
                self.enter_at(page, mark)
            elif self._place == 0 and isinstance(page, SectionPage) and page.section.prompts:
                page.way_on.focus()
            else:
                self.enter_page(page)

    def enter_page(self, page: SectionPage | ListPage) -> None:
        """Where nothing has to be said, the way on is at hand; else the first open question."""
        if isinstance(page, StationPage) and page.at_once and not self._is_told(self.station):
            page.at_once.focus()
        else:
            super().enter_page(page)

    def begin_page(self, page: SectionPage | ListPage) -> None:
        """The same when one goes on from station to station."""
        if isinstance(page, StationPage) and page.at_once:
            self.enter_page(page)
        else:
            super().begin_page(page)

    @on(events.DescendantFocus)
    def give_width(self, event: events.DescendantFocus) -> None:
        """In a narrow window a partnership has the whole width while the cursor is in it."""
        in_outline = isinstance(event.widget, Outline)
        self.set_class(bool(self.station.partnership) and not in_outline, "-about")

    def show_title(self) -> None:
        """The round and its name."""
        parts = [self.round.sheet.form.item, self.round.title]
        self.title_bar.show(left=" · ".join(parts))

    # From station to station

    def way_on(self, number: int) -> str:
        """The next station, or the end of the round."""
        if number == 0 or number + 1 == len(self.sections):
            text = words.ON if number == 0 else self.round.end_words
            return step_words.WAY.format(text=text)
        return super().way_on(number)

    def _make_page(self, place: FormPlace, number: int) -> SectionPage | ListPage:
        assert isinstance(place, Section)
        station = self._stations[number]
        return StationPage(
            station.sheet,
            replace(place, lead=self.round.lead(station)),
            self.way_on(number),
            self.more(place),
            self.round.pass_words(station),
            short=bool(station.partnership),
        )

    async def show_page(self, number: int) -> SectionPage | ListPage:
        """Show a station; what was said at the one before is taken over."""
        before = self.station
        if before.partnership and self._planted(before):
            self.round.leave(before)
        page = await super().show_page(number)
        if not self.book.read_only:
            self.round.go_to(self.station)
        return page

    def on_screen_resume(self) -> None:
        """Tell what has come to the facts, such as an encounter that was just noted."""
        super().on_screen_resume()
        for lead in self.page.query(".lead").results(Static) if self.page else ():
            lead.update(Content(self.round.lead(self.station)))

    def _planted(self, station: Station) -> bool:
        return bool(self.round.note_of(station))

    def _is_told(self, station: Station) -> bool:
        """Whether anything was said of a partnership."""
        far = station.sheet.progress(station.section.prompts)
        return bool(station.partnership and (far.settled or far.begun))

    async def confirm_page(self) -> None:
        """The station has been looked at."""
        if not self.book.read_only:
            self.round.leave(self.station)
            self._refresh_outline()

    async def go_beyond(self) -> None:
        """The last station is done."""
        try:
            sentence = self.round.finish()
        except (ValueError, PermissionError) as error:
            self.app.notify(str(error), severity="warning", markup=False)
            return
        self.action_leave()
        self.app.notify(sentence, markup=False, timeout=10)

    @on(PromptView.Taken)
    def follow(self) -> None:
        """What is said of the round itself may change its way; the rest only how far it is."""
        if self.station.sheet is self.round.sheet:
            self.go_another_way()
        else:
            self._refresh_outline()

    def go_another_way(self) -> None:
        """A short check-in has other stations than a long one."""
        self.sections = self.asked_now()
        self._refresh_outline()
        self.show_title()

    def asked_now(self) -> tuple[Section, ...]:
        """The stations as they are now, each with what it asks."""
        self._stations = self.round.stations()
        self._station_of |= {station.section.id: station for station in self._stations}
        return tuple(station.asked for station in self._stations)

    def more(self, section: Section) -> str:
        """What could be said of a partnership beside."""
        station = self._station_of[section.id]
        sheet = station.sheet
        if not isinstance(sheet, StationSheet):
            return ""
        found = more_words(sheet, station.whole)
        return checkin_words.MORE if found and sheet.folded(station.whole) else found

    async def unfold(self, unfolded: bool) -> bool:
        """Show all questions about the partnership of the station, or fold them again."""
        station = self.station
        sheet = station.sheet
        if not isinstance(sheet, StationSheet) or (unfolded and not sheet.folded(station.whole)):
            return False
        sheet.unfolded = unfolded
        await self.ask_anew()
        return True

    def reload(self) -> None:
        """Partnerships may have come or gone meanwhile."""
        self.go_another_way()
        super().reload()

    def asks(self, section: Section, bookmark: Bookmark) -> bool:
        """Whether a question was asked at a station: the same one is asked at many."""
        about = getattr(self._station_of[section.id].sheet, "id", "")
        return about == bookmark.subject and super().asks(section, bookmark)

    @property
    def card_id(self) -> str:
        """Id of the round's card."""
        return self.round.card.id

    @property
    def card_in_hand(self) -> str:
        """The partnership of the station: a quick entry is about it."""
        return self.station.partnership

    @property
    def passage(self) -> str:
        """Where the guide speaks of what is asked here."""
        return self.passage_about(self.station.section)

    def action_back(self) -> None:
        """From a field to the outline, from there away; the round waits."""
        if self.query_one(Outline).has_focus and self._planted(self.station):
            self.round.leave(self.station)
        self.remove_class("-about")
        super().action_back()
