"""Looks that are laid over each other, before they are a cell's: what a layer leaves open shows what is below it."""

from functools import lru_cache
from typing import Literal

from reader.model import Attributes
from reader.named_tuples import NamedTuple
from reader.terminal.style import Colour, Rgb, Style

Ink = Rgb | int | Literal["default"] | None
"""A colour's components, its number in the terminal's palette, the terminal's own; None where it is left open."""

_COLOURS = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_INKS: dict[str, Ink] = {
    "": None,
    "default": "default",
    **{name: number for number, name in enumerate(_COLOURS)},
    **{f"bright_{name}": 8 + number for number, name in enumerate(_COLOURS)},
}
_ATTRIBUTES = {
    "bold": Attributes.BOLD,
    "dim": Attributes.DIM,
    "italic": Attributes.ITALIC,
    "underline": Attributes.UNDERLINE,
    "reverse": Attributes.REVERSE,
    "strike": Attributes.STRIKE,
}


class Layer(NamedTuple):
    """A look that may leave things open.

    Attributes:
        foreground: The colour of the letters.
        background: The colour of their ground.
        on: The attributes it sets.
        off: The attributes it takes away.
    """

    foreground: Ink = None
    background: Ink = None
    on: Attributes = Attributes.NONE
    off: Attributes = Attributes.NONE

    def under(self, upper: "Layer") -> "Layer":
        """The look of another layer over this one."""
        return Layer(
            self.foreground if upper.foreground is None else upper.foreground,
            self.background if upper.background is None else upper.background,
            self.on & ~upper.off | upper.on,
            self.off & ~upper.on | upper.off,
        )

    @property
    def style(self) -> Style:
        """The look of a cell under which there is only the terminal's own."""
        return Style(_colour(self.foreground), _colour(self.background), self.on)


CLEAR = Layer()


def _colour(ink: Ink) -> Colour:
    return None if ink == "default" else ink


@lru_cache(maxsize=1024)
def layer_of(written: str) -> Layer:
    """A layer in words: ``bold``, ``not bold``, a colour by its name or as ``#rrggbb``, ``on`` a colour.

    Raises:
        KeyError: There is no such word.
    """
    layer = CLEAR
    words = iter(written.split())
    for word in words:
        if word == "on":
            layer = layer._replace(background=ink_of(next(words)))
        elif word == "not":
            layer = layer._replace(off=layer.off | _ATTRIBUTES[next(words)])
        elif word in _ATTRIBUTES:
            layer = layer._replace(on=layer.on | _ATTRIBUTES[word])
        else:
            layer = layer._replace(foreground=ink_of(word))
    return layer


def ink_of(written: str) -> Ink:
    """A colour by its name, its number or as ``#rrggbb``; "" leaves it open.

    Raises:
        KeyError: There is none of this name.
    """
    if written.startswith("#"):
        return Rgb(*bytes.fromhex(written[1:]))
    return int(written) if written.isdecimal() else _INKS[written]
