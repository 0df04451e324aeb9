"""Themes of Textual as themes of the reader: their colours, moved as far as it takes to be read."""

from typing import TypedDict

from textual.color import Color
from textual.theme import BUILTIN_THEMES

from reader.terminal.palette import BLACK, WHITE, is_light
from reader.terminal.style import Rgb
from reader.tui.contrast import READABLE, blended, contrast, readable

_SHADE = 0.12
"""How much of the letters' colour is in the ground of bars and code."""

_MARKER = 0.35
"""How much of a marker's colour is in its ground at most."""


class Colours(TypedDict):
    """The colours of a theme, in hexadecimal."""

    text: str
    ground: str
    muted: str
    accent: str
    warm: str
    shade: str
    markers: tuple[str, str, str, str]


def coloured_like(name: str) -> Colours:
    """The colours of a theme of Textual.

    Raises:
        KeyError: There is none of this name.
    """
    theme = BUILTIN_THEMES[name]
    ground = _rgb(theme.background) or (BLACK if theme.dark else WHITE)
    text = readable(_rgb(theme.foreground) or (BLACK if is_light(ground) else WHITE), (ground,))
    shade = blended(ground, text, _SHADE)
    text = readable(text, (ground, shade))
    primary = _rgb(theme.primary) or text
    accent = readable(primary, (ground, shade))
    warm = readable(_rgb(theme.warning) or _rgb(theme.accent) or primary, (ground, shade))
    muted = readable(blended(text, ground, 0.4), (ground, shade))
    hues = (theme.warning, theme.success, theme.secondary, theme.error)
    yellow, green, blue, pink = (_hex(_marker(_rgb(hue) or primary, ground, text)) for hue in hues)
    return Colours(
        text=_hex(text),
        ground=_hex(ground),
        muted=_hex(muted),
        accent=_hex(accent),
        warm=_hex(warm),
        shade=_hex(shade),
        markers=(yellow, green, blue, pink),
    )


def _marker(hue: Rgb, ground: Rgb, text: Rgb) -> Rgb:
    """As much of a hue in the ground as leaves the text to be read."""
    share = _MARKER
    while share > 0 and contrast(blended(ground, hue, share), text) < READABLE:
        share -= 0.05
    return blended(ground, hue, max(0.0, share))


def _rgb(colour: str | None) -> Rgb | None:
    return Rgb(*Color.parse(colour).rgb) if colour else None


def _hex(colour: Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
