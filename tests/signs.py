"""The signs that Consolas and Lucida Console have in the old console window of Windows: WGL4."""

from __future__ import annotations

_CODE_PAGES = (
    *("cp437", "cp737", "cp775", "cp850", "cp852", "cp855", "cp857", "cp860", "cp861", "cp863"),
    *("cp865", "cp866", "cp869", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1257"),
)
_PICTURES = "☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼⌂"
_OTHERS = "□▪▫◊◦●ﬁﬂ⅛⅜⅝⅞‾⁄ℓ℮Ω∂∆∏∑−√∞∫≈≠≤≥ⁿ‛″′‗ſ‐"

WGL4 = frozenset(_PICTURES + _OTHERS).union(
    *(bytes(range(32, 256)).decode(page, "ignore") for page in _CODE_PAGES)
)
"""All of them: the list is what the code pages of Europe have together, and some more."""


def undrawable(text: str) -> set[str]:
    """The drawn signs of a screen that would be a box; letters are the business of who typed."""
    return {sign for sign in text if "\u2190" <= sign <= "\u27bf"} - WGL4
