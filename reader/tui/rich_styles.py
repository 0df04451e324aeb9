"""Rich's styles as the terminal's."""

from functools import lru_cache

from rich.color import Color, ColorType
from rich.style import Style as RichStyle

from reader.model import Attributes
from reader.terminal.style import PLAIN, Colour, Rgb, Style

_ATTRIBUTES = (
    ("bold", Attributes.BOLD),
    ("dim", Attributes.DIM),
    ("italic", Attributes.ITALIC),
    ("underline", Attributes.UNDERLINE),
    ("underline2", Attributes.UNDERLINE),
    ("blink", Attributes.BLINK),
    ("reverse", Attributes.REVERSE),
    ("strike", Attributes.STRIKE),
)


@lru_cache(maxsize=2048)
def terminal_style_of(style: RichStyle | None) -> Style:
    """The cell style that equals a style of Rich."""
    if style is None:
        return PLAIN
    attributes = Attributes.NONE
    for name, attribute in _ATTRIBUTES:
        if getattr(style, name):
            attributes |= attribute
    return Style(_colour_of(style.color), _colour_of(style.bgcolor), attributes)


def _colour_of(colour: Color | None) -> Colour:
    if colour is None or colour.type is ColorType.DEFAULT:
        return None
    if colour.triplet is not None:
        return Rgb(*colour.triplet)
    return colour.number
