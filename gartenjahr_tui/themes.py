"""The colours: a dark, a light and a high-contrast theme; words and signs never depend on them."""

from __future__ import annotations

from textual.theme import Theme

_TRACKS = ("scrollbar-background", "scrollbar-background-hover", "scrollbar-background-active")


def _theme(name: str, *, blurred: str, muted: str, dark: bool = True, **colours: str) -> Theme:
    """A theme in which a border is as strong as what matters, and a cursor the reverse of text."""
    variables = {
        "border": colours["primary"],
        "border-blurred": blurred,
        "scrollbar": blurred,
        "scrollbar-hover": muted,
        "scrollbar-active": colours["primary"],
        **dict.fromkeys(_TRACKS, colours["background"]),
        "text-muted": muted,
        "input-cursor-background": colours["foreground"],
        "input-cursor-foreground": colours["background"],
    }
    return Theme(name, dark=dark, variables=variables, **colours)  # type: ignore[arg-type]


DARK = _theme(
    name="garten-dunkel",
    primary="#A9C88A",
    secondary="#D9B36C",
    accent="#E39A6F",
    warning="#E0B25A",
    error="#E5806B",
    success="#A9C88A",
    foreground="#E9E3D3",
    background="#1C1F1A",
    surface="#252922",
    panel="#2F352B",
    boost="#343B30",
    blurred="#7D8A72",
    muted="#A8A692",
)

LIGHT = _theme(
    name="garten-hell",
    primary="#3F6130",
    secondary="#80560F",
    accent="#A1421F",
    warning="#8A5A00",
    error="#A32A1C",
    success="#3F6130",
    foreground="#2B2A24",
    background="#FAF6EC",
    surface="#F2ECDC",
    panel="#E6DFCB",
    boost="#E9E2CF",
    dark=False,
    blurred="#7C745E",
    muted="#676353",
)

CONTRAST = _theme(
    name="garten-kontrast",
    primary="#FFFF66",
    secondary="#66FFFF",
    accent="#FFCC66",
    warning="#FFFF00",
    error="#FF9999",
    success="#99FF99",
    foreground="#FFFFFF",
    background="#000000",
    surface="#000000",
    panel="#1A1A1A",
    boost="#262626",
    blurred="#C0C0C0",
    muted="#E0E0E0",
)

THEMES = (DARK, LIGHT, CONTRAST)
"""All themes; the first is the one a new garden has."""


def following(name: str) -> str:
    """Name of the theme after this one, round at the end."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
