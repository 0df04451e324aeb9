"""The analysis of a paragraph whatever its width: levels, cells and breaks, found as far as they are asked for.

Units: local code-point indexes of the paragraph; one level and one cell count a code point.

A paragraph is analysed in pieces of some thousand code points, so that one of millions shows its first lines at once;
most paragraphs are a single piece. A piece ends where all analyses can: behind a strong letter that a space or
another plain letter follows. There neither a neutral run, nor a number, nor a word's joining, nor a grapheme cluster
goes on (:mod:`reader.text.bidi_pieces` says how brackets do), and UAX#14 needs no more of what came before than that
letter.
"""

from bisect import bisect_right
from collections.abc import Sequence

from reader.text.bidi import levels_of
from reader.text.bidi_explicit import EXPLICIT
from reader.text.bidi_pieces import ExplicitResolver, PieceResolver
from reader.text.characters import BIDI, EXTENDS, JOINS_APART, KIND, LINE, codes_of
from reader.text.code import code_classes
from reader.text.isolates import IsolatedText, levels_between, outer_classes, settle_breaks, with_inner_levels
from reader.text.linebreak import break_marks
from reader.text.machine import MachineRun
from reader.text.painting import VOWEL_MARKS, painted
from reader.text.patterns import lazy_pattern
from reader.text.properties import BIDI_CLASS, GRAPHEME_BREAK, JOINING_TYPE, LINE_BREAK
from reader.text.shaping import LAM, LAM_ALEF, joining_context
from reader.text.widths import measured

PIECE = 8192
"""Code points analysed at a time: several screens."""

_EXPLICIT = lazy_pattern("[\u202a-\u202e\u2066-\u2069]")
_LIKELY_END = lazy_pattern(r"\n|\w(?= )")
_NEARBY = 512


class Analysis:
    """The analysis of a paragraph up to :attr:`known`; :meth:`upto` goes on.

    Attributes:
        text: The paragraph.
        base: Its base level.
        marks: Whether vowel marks take part.
        levels: The resolved levels, before L1.
        cells: The cells of every cluster, on its first code point; a tab counts one.
        orphans: Where marks stand that have nothing to stand on.
        gathered: Whether clusters may hold several spacing characters.
        allowed: 1 where a line may break.
        mandatory: Where it must, in order.
        known: How many code points have been analysed.
    """

    def __init__(
        self,
        text: str,
        base: int,
        *,
        marks: bool,
        code: bool = False,
        isolated: Sequence[tuple[int, int]] | None = None,
        piece: int = PIECE,
    ) -> None:
        self.text = text
        self.base = base
        self.marks = marks
        self.levels = bytearray()
        self.cells = bytearray()
        self.orphans: list[int] = []
        self.gathered = False
        self.allowed = bytearray()
        self.mandatory: list[int] = []
        self.known = 0
        self._is_code = code
        self._piece = piece
        self._piece_starts: list[int] = []
        self._painted: list[str] = []
        self._last_code = b""
        self._explicit = False
        self._resolver: PieceResolver | ExplicitResolver | None = None
        self._isolated = None if isolated is None or code else IsolatedText(text, base, isolated)
        if len(text) > piece:
            self._explicit = bool(_EXPLICIT.search(text))
            if self._explicit:
                self._isolated = None
                self._resolver = ExplicitResolver(text, base, piece)
            else:
                self._resolver = PieceResolver(self._isolated or text, base)

    def upto(self, index: int) -> None:
        """Analyse at least the text before an index."""
        index = min(index, len(self.text))
        while self.known < index:
            self._extend()

    def painted(self, start: int, end: int) -> str:
        """The signs painted for every code point of a stretch that is known."""
        piece = bisect_right(self._piece_starts, start) - 1
        if piece < 0:
            return ""
        at = self._piece_starts[piece]
        found = self._painted[piece][start - at : end - at]
        while len(found) < end - start:
            piece += 1
            found += self._painted[piece][: end - start - len(found)]
        return found

    def _extend(self) -> None:
        start = self.known
        end = self._next_end(start)
        piece = self.text[start:end]
        codes = codes_of(piece)
        classes = codes.translate(BIDI).decode("ascii")
        if self._is_code:
            classes = code_classes(piece, classes)
        joins_apart = self._explicit or 1 in codes.translate(JOINS_APART)
        found = self._isolated.within(start, end) if self._isolated else []
        levels = self._levels(piece, classes, found, may_be_explicit=joins_apart)
        self.levels += levels
        self._find_breaks(codes, found)
        kinds = self._kinds(piece, codes)
        self._measure(start, piece, levels, kinds)
        self._piece_starts.append(start)
        self._painted.append(
            painted(
                piece,
                levels,
                kinds,
                marks=self.marks,
                before=joining_context(self.text, start - 1, -1) if start else "U",
                after=joining_context(self.text, end, 1) if end < len(self.text) else "U",
                joins_apart=joins_apart,
            )
        )
        self.known = end

    def _levels(self, piece: str, classes: str, found: Sequence[MachineRun], *, may_be_explicit: bool) -> bytes:
        """The levels of the next piece, which holds some machine text."""
        start, end = self.known, self.known + len(piece)
        if found and not self._resolver and may_be_explicit and EXPLICIT.search(classes):
            return levels_between(piece, classes, self.base, found)
        outer = outer_classes(classes, found, start) if found else classes
        if self._resolver:
            levels = self._resolver.extend(end, outer)
        else:
            text = self._isolated[start:end] if found and self._isolated else piece
            levels = levels_of(text, self.base, outer, may_be_explicit=may_be_explicit)
        return with_inner_levels(levels, piece, classes, base=self.base, found=found, start=start) if found else levels

    def _find_breaks(self, codes: bytes, isolated: Sequence[MachineRun]) -> None:
        """The break opportunities of the next piece, but those that part a grapheme cluster.

        LB10 allows such between a space and a mark that is set on it.
        """
        context = len(self._last_code)
        found = break_marks((self._last_code + codes).translate(LINE).decode("ascii"))
        allowed = found.allowed[context:]
        extends = codes.translate(EXTENDS)
        if 1 in extends and int.from_bytes(extends, "big") & int.from_bytes(allowed, "big"):
            for at, both in enumerate(map(int.__and__, extends, allowed), self.known):
                if both and GRAPHEME_BREAK[ord(self.text[at - 1])] not in "crn":
                    allowed[at - self.known] = 0
        settle_breaks(allowed, self.text, isolated, self.known)
        self.allowed += allowed
        self.mandatory += [at + self.known - context for at in found.mandatory]
        self._last_code = codes[-1:]

    def _next_end(self, start: int) -> int:
        """Where the piece that starts at an index ends."""
        size = self._piece
        while start + size < len(self.text):
            ahead = self._isolated or self.text
            if end := _last_end(ahead[start : start + size + 1], size):
                return start + end
            size *= 2
        return len(self.text)

    def _kinds(self, piece: str, codes: bytes) -> bytes:
        """The kinds of a piece's characters; marks that are hidden are such as are not painted."""
        kinds = codes.translate(KIND)
        if self.marks:
            return kinds
        hidden = bytearray(kinds)
        for match in VOWEL_MARKS.finditer(piece):
            hidden[match.start() : match.end()] = b"z" * (match.end() - match.start())
        return bytes(hidden)

    def _measure(self, start: int, piece: str, levels: bytes, kinds: bytes) -> None:
        cells, orphans, gathered = measured(piece, levels, kinds)
        for match in LAM_ALEF.finditer(piece):
            lam, alef = match.span()
            if levels[lam] % 2 and levels.count(levels[lam], lam, alef + 1) == alef + 1 - lam:
                cells[alef] = 0
        self.cells += cells
        self.gathered |= gathered
        self.orphans += [start + at for at in orphans]


def _last_end(text: str, stop: int) -> int:
    """The last place in a text, before an index in it, where a piece may end; 0 when there is none."""
    for match in reversed(list(_LIKELY_END.finditer(text, max(0, stop - _NEARBY), stop))):
        if may_end(text, match.end()):
            return match.end()
    for at in range(stop - 1, 0, -1):
        if may_end(text, at):
            return at
    return 0


def may_end(text: str, at: int) -> bool:
    """Whether a piece may end before an index inside the text."""
    before, after = text[at - 1], text[at]
    if before == "\n":
        return True
    if BIDI_CLASS[ord(before)] not in "LRA" or LINE_BREAK[ord(before)] not in "ahI" or before == LAM:
        return False
    if GRAPHEME_BREAK[ord(before)] != "o":
        return False
    if after == " ":
        return True
    code = ord(after)
    if LINE_BREAK[code] not in "aI" or GRAPHEME_BREAK[code] != "o" or BIDI_CLASS[code] in "bn":
        return False
    joins = JOINING_TYPE[ord(before)] != "U" != JOINING_TYPE[code]
    return not joins or (BIDI_CLASS[ord(before)] == "L") == (BIDI_CLASS[code] == "L")  # letters join in one run only
