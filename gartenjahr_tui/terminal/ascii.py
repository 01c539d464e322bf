"""Plain ASCII instead of lines, blocks and signs, for consoles whose font lacks them."""

from typing import Final

TABLE: Final = str.maketrans(
    {
        **dict.fromkeys("─━═┄╌", "-"),
        **dict.fromkeys("│┃║┆╎", "|"),
        **dict.fromkeys("┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╒╓╕╖╘╙╛╜╞╟╡╢╤╥╧╨╪╫", "+"),
        **dict.fromkeys("▀▄█▌▐▓■▪▁▂▃▅▆▇▎▍▊▋▉▔▕", "#"),
        **dict.fromkeys("░▒□▫", "."),
        **dict.fromkeys("○◦◊", "o"),
        **dict.fromkeys("●•◘◙", "*"),
        **dict.fromkeys("→►›▶", ">"),
        **dict.fromkeys("←◄‹◀", "<"),
        **dict.fromkeys("↑▲", "^"),
        **dict.fromkeys("↓▼", "v"),
        **dict.fromkeys("♣♠♥♦☼♪", "*"),
        "τ": "t",
        "¥": "Y",
        "×": "x",
        "·": ".",
        "−": "-",
        "–": "-",
        "—": "-",
        "…": ".",
        **dict.fromkeys("„“”", '"'),
        **dict.fromkeys("‚‘’", "'"),
    }
)
"""Every sign the program draws → one ASCII character of the same width. Letters stay letters."""


def plain(text: str) -> str:
    """Return the text with every sign of the program replaced by ASCII."""
    return text.translate(TABLE)
