"""Paired brackets: BD14–BD16 and N0 of UAX#9.

Units: indexes of the piece of text given. The stack of open brackets outlives a piece, so that a long paragraph can
be resolved piece by piece (:mod:`reader.text.bidi_pieces`); resolved in one go, a sequence is a single piece.
"""

import re
from collections.abc import Callable

from reader.named_tuples import NamedTuple
from reader.text.patterns import lazy_pattern
from reader.text.properties import CANONICAL_BRACKETS, OPENING_BRACKETS
from reader.values import dataclass

BRACKETS = "".join(map(re.escape, [*OPENING_BRACKETS, *OPENING_BRACKETS.values()]))
"""All of them, as they are written in a set of a pattern."""

_BRACKET = lazy_pattern(f"[{BRACKETS}]")

STACK_SIZE = 63
"""BD16's limit. An opening bracket that finds no room ends the pairing; pairs found before it stand."""

_CANONICAL_CLOSING = {
    **{opening: CANONICAL_BRACKETS.get(closing, closing) for opening, closing in OPENING_BRACKETS.items()},
    **{closing: CANONICAL_BRACKETS.get(closing, closing) for closing in OPENING_BRACKETS.values()},
}
"""The closing bracket of each bracket, itself for a closing one, canonical equivalents being the same (BD14–BD16)."""

_NUMBERS_AS_R = str.maketrans("EN", "RR")


@dataclass(slots=True, eq=False)
class Opening:
    """An opening bracket on the stack.

    Attributes:
        at: Where it stands in its piece.
        closing: The bracket that closes it.
        direction: ``L`` or ``R`` once N0 gave it one, for a closing bracket in a later piece.
    """

    at: int
    closing: str
    direction: str = ""


class Pairing(NamedTuple):
    """The brackets of a piece that have a partner.

    Attributes:
        pairs: Where those inside the piece open and close, by opening.
        closings: Where brackets of earlier pieces are closed, and the direction N0 gave them.
    """

    pairs: list[tuple[int, int]]
    closings: list[tuple[int, str]]


class Brackets:
    """BD16: the stack of open brackets of an isolating run sequence.

    Attributes:
        stack: The brackets that are open.
        stopped: Whether one found no room.
    """

    def __init__(self, stack: list[Opening] | None = None) -> None:
        self.stack = stack or []
        self.stopped = False

    def pair(self, text: str, classes: str | None = None) -> Pairing:
        """Read a piece of the sequence. A bracket whose class is not ``O`` any more (X6 overrides) is none."""
        found = Pairing([], [])
        first_own = len(self.stack)
        if self.stopped:
            return found
        for match in _BRACKET.finditer(text):
            at, bracket = match.start(), match[0]
            if classes is not None and classes[at] != "O":
                continue
            if bracket in OPENING_BRACKETS:
                if not self.open(at, bracket):
                    break
                continue
            depth = self.close(bracket)
            if depth is None:
                continue
            opening = self.stack[depth]
            if depth < first_own:
                found.closings.append((at, opening.direction))
                first_own = depth
            else:
                found.pairs.append((opening.at, at))
            del self.stack[depth:]
        found.pairs.sort()
        return found

    def open(self, at: int, bracket: str) -> bool:
        """Put an opening bracket on the stack; without room for it the pairing ends, and the result is False."""
        if len(self.stack) == STACK_SIZE:
            self.stack.clear()
            self.stopped = True
            return False
        self.stack.append(Opening(at, _CANONICAL_CLOSING[bracket]))
        return True

    def close(self, bracket: str) -> int | None:
        """Where on the stack the bracket is that a closing one matches; None when there is none."""
        wanted = _CANONICAL_CLOSING[bracket]
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].closing == wanted:
                return depth
        return None


def resolve_brackets(
    classes: str,
    original: str,
    level: int,
    pairing: Pairing,
    *,
    open_ended: tuple[Opening, ...] = (),
    occurs_later: Callable[[Opening], bool] | None = None,
) -> str:
    """N0: brackets take the direction of what they hold, or of what stands before them; numbers count as R.

    The strong class before a bracket is carried along, and pairs nest no deeper than BD16's stack, so the time is
    linear.

    Args:
        classes: sos, then the classes of the piece after W7.
        original: Its classes before W1, without sos.
        level: The embedding level.
        pairing: Its pairs.
        open_ended: Brackets of the piece that a later one closes; their ``direction`` is set.
        occurs_later: Whether the embedding direction occurs between the end of the piece and what closes such a
            bracket.
    """
    work = bytearray(classes.translate(_NUMBERS_AS_R), "ascii")
    result = bytearray(classes, "ascii")
    same, other = (b"L", b"R") if level % 2 == 0 else (b"R", b"L")

    def settle(at: int, strong: bytes) -> None:
        end = at + 2
        while original[end - 1 : end] == "n":  # marks on a bracket follow it
            end += 1
        work[at + 1 : end] = result[at + 1 : end] = strong * (end - at - 1)

    for at, direction in pairing.closings:
        if direction:
            settle(at, direction.encode())
    beyond = {opening.at: opening for opening in open_ended}
    spans = pairing.pairs + [(at, len(original)) for at in beyond]
    if beyond:
        spans.sort()
    context, seen = same, 0
    for opening, closing in spans:
        left, right = work.rfind(b"L", seen, opening + 1), work.rfind(b"R", seen, opening + 1)
        if max(left, right) >= 0:
            context = b"L" if left > right else b"R"
        seen = opening + 1
        outer = beyond.get(opening)
        if work.find(same, opening + 2, closing + 1) >= 0 or (outer and occurs_later and occurs_later(outer)):
            strong = same
        elif work.find(other, opening + 2, closing + 1) >= 0:
            strong = other if context == other else same
        else:
            continue
        settle(opening, strong)
        if outer:
            outer.direction = strong.decode()
        else:
            settle(closing, strong)
    return result.decode("ascii")
