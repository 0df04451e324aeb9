"""Looks as Rich's styles, and these as the terminal's."""

from functools import lru_cache

from rich.color import Color, ColorType
from rich.style import Style as RichStyle

from reader.model import Attributes
from reader.terminal.style import PLAIN, Colour, Rgb, Style
from reader.tui.layers import Ink, Layer

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


def rich_style_of(look: Layer) -> RichStyle:
    """A look as a style of Rich."""

    def said(attribute: Attributes) -> bool | None:
        return True if look.on & attribute else False if look.off & attribute else None

    return RichStyle(
        color=_rich_colour_of(look.foreground),
        bgcolor=_rich_colour_of(look.background),
        bold=said(Attributes.BOLD),
        dim=said(Attributes.DIM),
        italic=said(Attributes.ITALIC),
        underline=said(Attributes.UNDERLINE),
        blink=said(Attributes.BLINK),
        reverse=said(Attributes.REVERSE),
        strike=said(Attributes.STRIKE),
    )


def _rich_colour_of(ink: Ink) -> Color | None:
    if ink is None:
        return None
    if ink == "default":
        return Color.default()
    return Color.from_rgb(*ink) if isinstance(ink, Rgb) else Color.from_ansi(ink)


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
