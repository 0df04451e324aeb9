"""How a cell looks, and the bytes that make a terminal draw it so (ECMA-48 SGR).

Units: palette indexes 0 to 255; red, green and blue 0 to 255.
"""

from collections.abc import Mapping
from functools import lru_cache

from reader.enumerations import IntEnum
from reader.model import Attributes
from reader.named_tuples import NamedTuple


class Rgb(NamedTuple):
    """A colour by its components."""

    red: int
    green: int
    blue: int


Colour = Rgb | int | None
"""Components, an index into the terminal's palette, or None for the terminal's own colour."""


class Style(NamedTuple):
    """The look of a cell."""

    foreground: Colour = None
    background: Colour = None
    attributes: Attributes = Attributes.NONE

    @property
    def face(self) -> Attributes:
        """The attributes that choose the font: a terminal that joins letters does it within one font."""
        return self.attributes & (Attributes.BOLD | Attributes.ITALIC)

    @property
    def on_blank(self) -> "Style":
        """The part of it that is seen on a blank: no colour of letters, unless it has lines or is reversed."""
        foreground, background, attributes = self
        if attributes is Attributes.NONE and foreground is None:
            return self
        return self if attributes & _SHOWN_ON_BLANKS else _background_alone(background)

    @property
    def blank_is_plain(self) -> bool:
        """Whether a blank in this style looks like an erased cell."""
        return self.background is None and self.blank_is_plain_but_for_background

    @property
    def blank_is_plain_but_for_background(self) -> bool:
        """The same of a cell erased in this style's background."""
        return not self.attributes & _SHOWN_ON_BLANKS


class ColourDepth(IntEnum):
    """How many colours a terminal is sent; higher holds lower."""

    MONO = 0
    ANSI = 16
    PALETTE = 256
    TRUE = 1 << 24


PLAIN = Style()
_SHOWN_ON_BLANKS = Attributes.UNDERLINE | Attributes.REVERSE | Attributes.STRIKE | Attributes.BLINK


@lru_cache(maxsize=256)
def _background_alone(background: Colour) -> Style:
    return Style(background=background)


_SET: Mapping[Attributes, int] = {
    Attributes.BOLD: 1,
    Attributes.DIM: 2,
    Attributes.ITALIC: 3,
    Attributes.UNDERLINE: 4,
    Attributes.BLINK: 5,
    Attributes.REVERSE: 7,
    Attributes.STRIKE: 9,
}

USUAL_PALETTE = (
    Rgb(0, 0, 0), Rgb(205, 0, 0), Rgb(0, 205, 0), Rgb(205, 205, 0),
    Rgb(0, 0, 238), Rgb(205, 0, 205), Rgb(0, 205, 205), Rgb(229, 229, 229),
    Rgb(127, 127, 127), Rgb(255, 0, 0), Rgb(0, 255, 0), Rgb(255, 255, 0),
    Rgb(92, 92, 255), Rgb(255, 0, 255), Rgb(0, 255, 255), Rgb(255, 255, 255),
)  # fmt: skip
"""The sixteen colours as xterm has them."""

_CUBE = (0, 95, 135, 175, 215, 255)
"""The steps of a component in the 6×6×6 cube, palette indexes 16 to 231."""


@lru_cache(maxsize=4096)
def sgr(old: Style | None, new: Style, depth: ColourDepth) -> str:
    """The shortest control sequence from one style to another.

    Args:
        old: The style in force; None when it is unknown.
        new: The style wanted.
        depth: How many colours the terminal is sent.

    Returns:
        "" when both look the same at this depth.
    """
    wanted = _parameters(new, depth)
    whole = "\x1b[" + ";".join(("0" if wanted else "", *wanted)) + "m"
    if old is None:
        return whole
    if wanted == _parameters(old, depth):
        return ""
    # What is set is never unset one by one but for colours: 22 to 29 are missing in some terminals.
    if old.attributes & ~new.attributes:
        return whole
    added = _attribute_parameters(new.attributes & ~old.attributes)
    for before, after, base in ((old.foreground, new.foreground, 30), (old.background, new.background, 40)):
        colour = _colour_parameters(after, base, depth)
        if colour != _colour_parameters(before, base, depth):
            added += colour or (str(base + 9),)
    change = f"\x1b[{';'.join(added)}m"
    return min(change, whole, key=len)


def _parameters(style: Style, depth: ColourDepth) -> tuple[str, ...]:
    return (
        *_attribute_parameters(style.attributes),
        *_colour_parameters(style.foreground, 30, depth),
        *_colour_parameters(style.background, 40, depth),
    )


def _attribute_parameters(attributes: Attributes) -> tuple[str, ...]:
    return tuple(str(code) for attribute, code in _SET.items() if attribute & attributes)


def _colour_parameters(colour: Colour, base: int, depth: ColourDepth) -> tuple[str, ...]:
    """The parameters of a colour; ``base`` is 30 for the foreground and 40 for the background."""
    if colour is None or depth is ColourDepth.MONO:
        return ()
    if isinstance(colour, Rgb) and depth is ColourDepth.TRUE:
        return (str(base + 8), "2", *map(str, colour))
    index = _palette_index(colour, depth)
    if index < 8:
        return (str(base + index),)
    if index < 16:
        return (str(base + 60 + index - 8),)
    return (str(base + 8), "5", str(index))


@lru_cache(maxsize=1024)
def _palette_index(colour: Rgb | int, depth: ColourDepth) -> int:
    """The nearest colour of the palette."""
    if depth is ColourDepth.ANSI:
        if isinstance(colour, int) and colour < 16:
            return colour
        target = components(colour)
        return min(range(16), key=lambda index: _distance(USUAL_PALETTE[index], target))
    if isinstance(colour, int):
        return colour
    steps = [min(range(6), key=[abs(_CUBE[step] - part) for step in range(6)].__getitem__) for part in colour]
    cube = 16 + 36 * steps[0] + 6 * steps[1] + steps[2]
    grey = 232 + min(23, max(0, round((sum(colour) / 3 - 8) / 10)))
    return min(cube, grey, key=lambda index: _distance(components(index), colour))


def components(colour: Rgb | int) -> Rgb:
    """A colour by its components; of the palette's first sixteen, which every terminal may set, as xterm has them."""
    if isinstance(colour, Rgb):
        return colour
    if colour < 16:
        return USUAL_PALETTE[colour]
    if colour < 232:
        index = colour - 16
        return Rgb(_CUBE[index // 36], _CUBE[index // 6 % 6], _CUBE[index % 6])
    level = 8 + 10 * (colour - 232)
    return Rgb(level, level, level)


def _distance(one: Rgb, other: Rgb) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
