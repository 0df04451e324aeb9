"""Overstrike, as printers did it and ``nroff`` still writes it: ``X BS X`` is bold, ``_ BS X`` underlined.

Units: cells of a line. A backspace goes back a cell; what is printed over another character takes its place. A
character takes the marks behind it along, and one of two cells may be struck after one backspace or after two.
"""

from functools import lru_cache

from reader.model import Attributes, Look
from reader.model.looks import PLAIN_LOOK
from reader.named_tuples import NamedTuple
from reader.text.properties import WIDTH

BACKSPACE = "\b"


class Struck(NamedTuple):
    """A character with its marks, how it looks and where it leads."""

    text: str
    look: Look
    link: str


class StruckLine:
    """A line that is being printed, backspaces and all."""

    def __init__(self) -> None:
        self.cells: list[Struck] = []
        self._at = 0

    def write(self, text: str, look: Look, link: str) -> None:
        """Print text without backspaces."""
        cells = self.cells
        for character in text:
            if self._at and WIDTH[ord(character)] == "0" and character >= " ":
                before = cells[self._at - 1]
                cells[self._at - 1] = before._replace(text=before.text + character)
                continue
            struck = Struck(character, look, link)
            if self._at < len(cells):
                cells[self._at] = _struck(cells[self._at], struck, cells[self._at - 1].look if self._at else PLAIN_LOOK)
            else:
                cells.append(struck)
            self._at += 1

    def back(self, count: int) -> None:
        """Go back, not beyond the beginning; at the beginning of nothing a backspace is a character as any other."""
        if not self.cells:
            self.cells = [Struck(BACKSPACE * count, PLAIN_LOOK, "")]
            self._at = 1
            return
        while count and self._at:
            self._at -= 1
            count -= 1
            if count and WIDTH[ord(self.cells[self._at].text[0])] == "2":
                count -= 1


def _struck(old: Struck, new: Struck, before: Look) -> Struck:
    """The character and look of two in one cell; ``before``, the look of the cell before, tells what ``__`` means."""
    if old.text[0] == new.text[0]:
        underlined = new.text == "_" and _is_underlined_alone(before)
        kept, both = new, Attributes.UNDERLINE if underlined else Attributes.BOLD
    elif new.text == "_":
        kept, both = old, Attributes.UNDERLINE
    elif old.text == "_":
        kept, both = new, Attributes.UNDERLINE
    else:
        return new
    return Struck(kept.text, _look_of_both(kept.look, old.look, new.look, both), kept.link)


@lru_cache(maxsize=256)
def _look_of_both(kept: Look, old: Look, new: Look, both: Attributes) -> Look:
    return kept._replace(attributes=old.attributes | new.attributes | both)


@lru_cache(maxsize=256)
def _is_underlined_alone(look: Look) -> bool:
    return look.attributes & (Attributes.BOLD | Attributes.UNDERLINE) == Attributes.UNDERLINE
