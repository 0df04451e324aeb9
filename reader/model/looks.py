"""How a command that printed a text made a stretch of it look: attributes and colours, in the words of ECMA-48."""

from typing import Self

from reader.enumerations import IntFlag
from reader.named_tuples import NamedTuple


class Attributes(IntFlag):
    """The attributes of a look beside its colours. Numbers, for looks are hashed by the thousand."""

    NONE = 0
    BOLD = 1
    DIM = 2
    ITALIC = 4
    UNDERLINE = 8
    BLINK = 16
    REVERSE = 32
    STRIKE = 64


class Look(NamedTuple):
    """A look; colours are an index into the terminal's palette ("1"), components ("#ff8000"), or "" for its own."""

    attributes: Attributes = Attributes.NONE
    foreground: str = ""
    background: str = ""

    @property
    def target(self) -> str:
        """The look as the target of a span."""
        return f"{self.attributes.value} {self.foreground or '-'} {self.background or '-'}"

    @classmethod
    def of(cls, target: str) -> Self:
        """The look that a span's target says."""
        attributes, foreground, background = target.split()
        return cls(Attributes(int(attributes)), foreground.strip("-"), background.strip("-"))


PLAIN_LOOK = Look()
