"""How well a colour reads on another: the contrast ratio of WCAG 2.2 (1.4.3), 1 to 21; text needs 4.5.

Units: components in sRGB, 0 to 255.
"""

from collections.abc import Iterable

from reader.model import Attributes
from reader.terminal.palette import BLACK, WHITE, Palette
from reader.terminal.style import Rgb, components
from reader.tui.layers import Ink, Layer

READABLE = 4.5

_BRIGHT = 8
"""The distance between a colour's number and that of its brighter sister."""

_STEPS = 24
"""Steps in which a colour is moved towards another until it can be read."""


def luminance(colour: Rgb) -> float:
    """The relative luminance, 0 to 1."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast ratio of two colours."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def contrast_of(look: Layer, palette: Palette) -> float:
    """The least contrast of what a look paints, in a terminal of these colours.

    Many terminals show the first eight colours as their brighter sisters where the text is bold.
    """
    ground = _shown(look.background, palette.background, palette)
    inks = [_shown(look.foreground, palette.foreground, palette)]
    if look.on & Attributes.BOLD and isinstance(look.foreground, int) and look.foreground < _BRIGHT:
        inks.append(_shown(look.foreground + _BRIGHT, palette.foreground, palette))
    return min(contrast(ink, ground) for ink in inks)


def _shown(ink: Ink, otherwise: Rgb, palette: Palette) -> Rgb:
    """The colour a terminal shows for one."""
    if ink is None or ink == "default":
        return otherwise
    if isinstance(ink, Rgb):
        return ink
    return palette.colours[ink] if ink < len(palette.colours) else components(ink)


def blended(one: Rgb, other: Rgb, share: float) -> Rgb:
    """A colour with so much of another in it: 0 to 1."""
    return Rgb(*(round(a + (b - a) * share) for a, b in zip(one, other, strict=True)))


def readable(colour: Rgb, grounds: Iterable[Rgb]) -> Rgb:
    """A colour that reads on all of some grounds: the colour itself, or moved towards black or white as far as needed.

    Where neither can be read on all of them, the one that is read better.
    """
    grounds = tuple(grounds)
    ends = sorted((BLACK, WHITE), key=lambda end: -min(contrast(end, ground) for ground in grounds))
    for step in range(_STEPS + 1):
        moved = blended(colour, ends[0], step / _STEPS)
        if all(contrast(moved, ground) >= READABLE for ground in grounds):
            return moved
    return ends[0]
