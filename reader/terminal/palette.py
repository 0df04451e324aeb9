"""The colours a terminal shows by default and by number, as far as it says so (OSC 4, 10 and 11 of xterm).

Units: components 0 to 255.
"""

from reader.named_tuples import NamedTuple
from reader.terminal.replies import Answers
from reader.terminal.style import USUAL_PALETTE, Rgb
from reader.text.patterns import lazy_pattern

BLACK, WHITE = Rgb(0, 0, 0), Rgb(255, 255, 255)

_X11_COLOUR = lazy_pattern(r"rgba?:([\dA-Fa-f]{1,4})/([\dA-Fa-f]{1,4})/([\dA-Fa-f]{1,4})")


class Palette(NamedTuple):
    """A terminal's colours.

    Attributes:
        foreground: What letters have where no colour is asked for.
        background: What is behind them there.
        colours: The sixteen.
    """

    foreground: Rgb
    background: Rgb
    colours: tuple[Rgb, ...] = USUAL_PALETTE


DARK, LIGHT = Palette(WHITE, BLACK), Palette(BLACK, WHITE)


def rgb_of(written: str) -> Rgb | None:
    """A colour as X11 writes it (``rgb:ffff/0000/8080``); None where it is none."""
    match = _X11_COLOUR.match(written)
    return Rgb(*(round(int(part, 16) * 255 / (16 ** len(part) - 1)) for part in match.groups())) if match else None


def is_light(colour: Rgb) -> bool:
    """Whether a colour is nearer to white than to black (Rec. 709 weights)."""
    return 0.2126 * colour.red + 0.7152 * colour.green + 0.0722 * colour.blue > 127.5


def palettes_of(answers: Answers, background: Rgb | None, *, told: bool) -> tuple[Palette, ...]:
    """The colours a terminal may show: those it told; of one that did not tell, xterm's on its ground.

    Args:
        answers: What it said.
        background: Its background, or what stands for it; None where it may be dark or light.
        told: Whether it said so itself.
    """
    if background is None:
        return (DARK, LIGHT)
    foreground = rgb_of(answers.foreground) or (BLACK if is_light(background) else WHITE)
    numbered = dict(answers.colours) if told else {}
    colours = tuple(rgb_of(numbered.get(number, "")) or usual for number, usual in enumerate(USUAL_PALETTE))
    return (Palette(foreground, background, colours),)
