"""What is known of a paragraph whatever its width: levels, cells and breaks, found as far as they are asked for.

Units: local code-point indexes of the paragraph; one level and one cell count a code point.

A paragraph is analysed in pieces of some thousand code points, so that one of millions shows its first lines at once;
most paragraphs are a single piece. A piece ends where all analyses can: behind a strong letter that a space or
another plain letter follows. There neither a neutral run, nor a number, nor a word's joining, nor a grapheme cluster
goes on (:mod:`reader.text.bidi_pieces` says how brackets do), and UAX#14 needs no more of what came before than that
letter. Paragraphs with explicit directional controls have their levels resolved at once, in linear time.
"""

import re

from reader.text.bidi import classes_of, levels_of
from reader.text.bidi_pieces import PieceResolver
from reader.text.cells import measured
from reader.text.linebreak import opportunities
from reader.text.properties import BIDI_CLASS, GRAPHEME_BREAK, LINE_BREAK
from reader.text.setting import VOWEL_MARKS, Analysed
from reader.text.shaping import LAM, LAM_ALEF

PIECE = 8192
"""Code points analysed at a time: several screens."""

_EXPLICIT = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_LIKELY_END = re.compile(r"\n|\w(?= )")
_NEARBY = 512


class Analysis:
    """A paragraph's levels, cells and break opportunities up to :attr:`known`; :meth:`upto` goes on.

    Attributes:
        text: The paragraph.
        base: Its base level.
        marks: Whether vowel marks take part.
        levels: The resolved levels, before L1.
        cells: The cells of every cluster, on its first code point; a tab counts one.
        orphans: Where marks stand that have nothing to stand on.
        allowed: Where lines may break, in order.
        mandatory: Where they must.
        known: How many code points have been analysed.
    """

    def __init__(self, text: str, base: int, *, marks: bool, piece: int = PIECE) -> None:
        self.text = text
        self.base = base
        self.marks = marks
        self.levels = bytearray()
        self.cells = bytearray()
        self.orphans: list[int] = []
        self.allowed: list[int] = []
        self.mandatory: list[int] = []
        self.known = 0
        self._piece = piece
        self._resolver: PieceResolver | None = None
        self._all_levels: bytes | None = None
        if len(text) > piece:
            if any(control in text for control in _EXPLICIT):
                self._all_levels = levels_of(text, base)
            else:
                self._resolver = PieceResolver(text, base)

    @property
    def analysed(self) -> Analysed:
        """What lines are set from."""
        return Analysed(self.text, self.base, self.levels, self.cells, self.orphans, self.marks)

    def upto(self, index: int) -> None:
        """Analyse at least the text before an index."""
        index = min(index, len(self.text))
        while self.known < index:
            self._extend()

    def _extend(self) -> None:
        start = self.known
        end = self._next_end(start)
        piece = self.text[start:end]
        if self._all_levels is not None:
            levels = self._all_levels[start:end]
        elif self._resolver is not None:
            levels = self._resolver.extend(end, classes_of(piece))
        else:
            levels = levels_of(piece, self.base)
        self.levels += levels
        self._measure(start, piece, levels)
        before = max(start - 1, 0)
        found = opportunities(self.text[before:end])
        self.allowed += self._between_clusters([at + before for at in found.allowed])
        self.mandatory += [at + before for at in found.mandatory]
        self.known = end

    def _between_clusters(self, breaks: list[int]) -> list[int]:
        """The breaks that part no grapheme cluster, as LB10 does between a space and a mark that is set on it."""
        text = self.text
        if not any(GRAPHEME_BREAK[ord(after)] in "EZS" for after in set(map(text.__getitem__, breaks))):
            return breaks
        return [
            at
            for at in breaks
            if GRAPHEME_BREAK[ord(text[at])] not in "EZS" or GRAPHEME_BREAK[ord(text[at - 1])] in "crn"
        ]

    def _next_end(self, start: int) -> int:
        """Where the piece that starts at an index ends."""
        size = self._piece
        while start + size < len(self.text):
            if end := _last_end(self.text, start, start + size):
                return end
            size *= 2
        return len(self.text)

    def _measure(self, start: int, piece: str, levels: bytes) -> None:
        cells, orphans = measured(piece, levels)
        for match in LAM_ALEF.finditer(piece):
            lam, alef = match.span()
            if levels[lam] % 2 and levels.count(levels[lam], lam, alef + 1) == alef + 1 - lam:
                cells[alef] = 0
        if not self.marks:
            for match in VOWEL_MARKS.finditer(piece):
                cells[match.start() : match.end()] = bytes(match.end() - match.start())
        self.cells += cells
        self.orphans += [start + at for at in orphans if cells[at]]


def _last_end(text: str, start: int, stop: int) -> int:
    """The last place in a stretch where a piece may end; 0 when there is none."""
    for match in reversed(list(_LIKELY_END.finditer(text, max(start, stop - _NEARBY), stop))):
        if may_end(text, match.end()):
            return match.end()
    for at in range(stop - 1, start, -1):
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
    return LINE_BREAK[code] in "aI" and GRAPHEME_BREAK[code] == "o" and BIDI_CLASS[code] not in "bn"
