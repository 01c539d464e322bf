"""Step 3: document and celebrate."""

from screens.schritt import StepScreen


class ErntenScreen(StepScreen):
    """The step „ernten“."""

    STEP = "ernten"
    CSS_PATH = ["../styles/formular.tcss", "../styles/schritt.tcss", "../styles/ernten.tcss"]
