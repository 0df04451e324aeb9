"""Levels of a long paragraph, piece by piece, for paragraphs without explicit controls.

Units: code-point indexes of the paragraph; levels as bytes.

A piece may end behind a strong letter that neither a mark nor a boundary neutral follows: neutrals and numbers before
it never look past it, and what comes after needs nothing of what came before but that letter, as its sos (an Arabic
letter as itself, for W2). Only brackets reach further. Their stack goes on from piece to piece; for a bracket that a
later piece closes, N0 asks whether the embedding direction occurs before its partner. The last letter of a piece is
strong, so numbers further on are settled by letters further on or have the direction found already: the raw classes
answer that.
"""

import re

from reader.text.bidi import MAY_RUN_RTL, classes_of
from reader.text.bidi_implicit import resolve
from reader.text.brackets import BRACKET, Brackets, Opening, resolve_brackets
from reader.text.properties import OPENING_BRACKETS

_SEPARATORS = "\n\r\x1c\x1d\x1e\x85\u2029"
_BRACKET_OR_END = re.compile(BRACKET.pattern[:-1] + _SEPARATORS + "]")
_PARAGRAPH = re.compile("[^B]*B|[^B]+")
_EMBEDDING_DIRECTION = (re.compile("L"), re.compile("[RAN]"))
_STEP = 4096
"""Code points looked ahead at a time."""


class PieceResolver:
    """The state between the pieces of a text; see :meth:`extend`.

    Args:
        text: The whole text, without explicit controls; paragraph separators inside it end a paragraph each (P1).
        base: The paragraph embedding level.
    """

    def __init__(self, text: str, base: int) -> None:
        self._text = text
        self._base = base
        self._sos = "LR"[base]
        self._brackets = Brackets()
        self._end = 0
        self._searched = 0  # up to here, behind the piece, the embedding direction does not occur
        self._found = -1  # where it occurs then

    def extend(self, end: int, classes: str) -> bytes:
        """The levels of the text from where the last piece ended up to ``end``, a place where a piece may end.

        Args:
            end: Behind a strong letter, behind a paragraph separator, or the end of the text.
            classes: The bidi classes of the piece.
        """
        levels = []
        at = self._end
        for match in _PARAGRAPH.finditer(classes):
            part = match[0]
            text = self._text[at : at + len(part)]
            at += len(part)
            self._end = at
            levels.append(self._levels(text, part))
            if part.endswith("B"):
                self._sos, self._brackets = "LR"[self._base], Brackets()
            else:
                self._sos = part[-1]
        self._end = end
        return b"".join(levels)

    def _levels(self, text: str, classes: str) -> bytes:
        if self._base == 0 and self._sos == "L" and not MAY_RUN_RTL.search(classes):
            self._brackets.pair(text)
            for opening in self._brackets.stack:
                opening.direction = opening.direction or "L"
            return bytes(len(text))
        return resolve(text, classes, self._base, self._sos, "LR"[self._base], settle_brackets=self._settle_brackets)

    def _settle_brackets(self, text: str, classes: str, original: str, level: int) -> str:
        """N0 for a piece."""
        earlier = set(map(id, self._brackets.stack))
        pairing = self._brackets.pair(text)
        own = [opening for opening in self._brackets.stack if id(opening) not in earlier]
        closings = self._closings_of(own) if own and not original.endswith("B") else {}
        if not closings and not pairing.pairs and not pairing.closings:
            return classes
        return resolve_brackets(
            classes,
            original,
            level,
            pairing,
            open_ended=tuple(opening for opening in own if id(opening) in closings),
            occurs_later=lambda opening: self._embedding_direction_before(closings[id(opening)]),
        )

    def _closings_of(self, openings: list[Opening]) -> dict[int, int]:
        """Where, behind the piece, brackets are closed, by identity; those that are not are left out."""
        pending = set(map(id, openings))
        closings: dict[int, int] = {}
        ahead = Brackets(list(self._brackets.stack))
        for match in _BRACKET_OR_END.finditer(self._text, self._end):
            bracket = match[0]
            if bracket in _SEPARATORS:
                break
            if bracket in OPENING_BRACKETS:
                if not ahead.open(match.start(), bracket):
                    break
                continue
            depth = ahead.close(bracket)
            if depth is None:
                continue
            if id(ahead.stack[depth]) in pending:
                closings[id(ahead.stack[depth])] = match.start()
            pending.difference_update(map(id, ahead.stack[depth:]))
            del ahead.stack[depth:]
            if not pending:
                break
        return closings

    def _embedding_direction_before(self, closing: int) -> bool:
        """Whether the embedding direction occurs behind the piece and before a closing bracket."""
        if self._found < self._end:
            pattern = _EMBEDDING_DIRECTION[self._base]
            self._found = -1
            self._searched = max(self._searched, self._end)
            while self._searched < closing:
                stop = min(closing, self._searched + _STEP)
                match = pattern.search(classes_of(self._text[self._searched : stop]))
                if match:
                    self._found = self._searched + match.start()
                    self._searched = self._found
                    break
                self._searched = stop
        return self._end <= self._found < closing
