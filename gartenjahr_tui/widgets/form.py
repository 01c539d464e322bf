"""A page of questions that scrolls by itself."""

from __future__ import annotations

from textual import events
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widget import Widget

from gartenjahr_tui.widgets.rows import types


class FormPage(VerticalScroll):
    """Keeps the question in hand in sight: all of it, or as much as there is room for.

    Its children are the questions. A text field knows its height only when its text is wrapped,
    and it grows with what is typed; so the page looks again whenever its content has another size.

    Attributes:
        shows_beginning: Whether what stands above the first question matters more than the end of
            that question.
    """

    shows_beginning = False

    def on_key(self, event: events.Key) -> None:
        """Among fields no letter and no digit is a command, but for those of a field itself."""
        focused = self.screen.focused
        if types(event) and focused and focused is not self:
            way = focused.ancestors_with_self
            inside = way[: way.index(self)] if self in way else ()
            if not any(event.key in node._bindings.key_to_bindings for node in inside):
                event.stop()

    def watch_virtual_size(self) -> None:
        """A question has grown, or the page has been laid out for the first time."""
        self.call_after_refresh(self.keep_in_sight)

    def on_resize(self) -> None:
        """The window has another size."""
        self.call_after_refresh(self.keep_in_sight)

    def on_descendant_focus(self) -> None:
        """The cursor has gone to another field."""
        self.call_after_refresh(self.keep_in_sight)

    def keep_in_sight(self) -> None:
        """Scroll as little as needed; the beginning comes first, unless it hides the field."""
        field = self.screen.focused if self.is_attached else None
        question = self._child_with(field)
        if field is None or question is None:
            return
        # A line for names has what is found below it, which belongs to it.
        whole = getattr(field, "whole", field)
        room = max(1, self.scrollable_content_region.height)
        top, height = question.virtual_region.y, min(question.virtual_region.height, room)
        field_bottom = top + whole.region.bottom - question.region.y
        bottom = max(top + height, field_bottom)
        if self.shows_beginning and room >= field_bottom:
            bottom = height = room
        self.scroll_to_region(Region(0, bottom - height, 1, height), animate=False, x_axis=False)

    def _child_with(self, widget: Widget | None) -> Widget | None:
        """The question a field stands in."""
        above = widget.ancestors_with_self if widget else ()
        return next((a for a in above if isinstance(a, Widget) and a.parent is self), None)
