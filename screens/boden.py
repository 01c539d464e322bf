"""The preparation: why to garden at all, and a garden instead of a kitchen."""

from screens.schritt import StepScreen


class BodenScreen(StepScreen):
    """The step „boden“."""

    STEP = "boden"
    CSS_PATH = ["../styles/formular.tcss", "../styles/schritt.tcss", "../styles/boden.tcss"]
