"""Step 2: let what was planted grow."""

from screens.schritt import StepScreen


class PflegenScreen(StepScreen):
    """The step „pflegen“."""

    STEP = "pflegen"
    CSS_PATH = ["../styles/formular.tcss", "../styles/schritt.tcss", "../styles/pflegen.tcss"]
