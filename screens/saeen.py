"""Step 1: find seeds, find the ground for them, sow."""

from screens.schritt import StepScreen


class SaeenScreen(StepScreen):
    """The step „saeen“."""

    STEP = "saeen"
    CSS_PATH = ["../styles/formular.tcss", "../styles/schritt.tcss", "../styles/saeen.tcss"]
