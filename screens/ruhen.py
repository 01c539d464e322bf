"""Step 4: rest, look back, look ahead."""

from screens.schritt import StepScreen


class RuhenScreen(StepScreen):
    """The step „ruhen“."""

    STEP = "ruhen"
    CSS_PATH = ["../styles/formular.tcss", "../styles/schritt.tcss", "../styles/ruhen.tcss"]
