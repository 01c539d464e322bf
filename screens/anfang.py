"""The first day: five questions, and then the garden lives."""

from gartenjahr_tui.garden import ways
from screens.schritt import StepScreen


class AnfangScreen(StepScreen):
    """The page with the first five questions."""

    STEP = "anfang"

    async def on_mount(self) -> None:
        """It is noted that the first day was begun."""
        ways.begin_first_day(self.book)
        await super().on_mount()
