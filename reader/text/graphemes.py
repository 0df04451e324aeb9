"""Extended grapheme clusters (UAX#29, revision of Unicode 15.0).

Units: code-point indexes of the text given.
"""

import re

from reader.text.patterns import lazy_pattern
from reader.text.properties import GRAPHEME_BREAK

_PLAIN = lazy_pattern(r"[^oEZScrn]")
"""Anything beside letters, marks and controls: then the full grammar is needed."""

_CLUSTER = lazy_pattern(
    r"""
    rn                                          # GB3
  | [crn]                                       # GB4, GB5
  | P*                                          # GB9b
    (?: L*(?:[VW]V*T* | XT* ) | L+ | T+         # GB6, GB7, GB8
      | RR                                      # GB12, GB13
      | p(?:E*Zp)*                              # GB11
      | V+T*
      | [^crn]
    )
    [EZS]*                                      # GB9, GB9a
  | P+[EZS]*
    """,
    re.VERBOSE,
)
_EXTENSION = lazy_pattern(r"[EZS]+|(?<=r)n")


def boundaries(text: str) -> list[int]:
    """The end of every extended grapheme cluster, in order; the last is the length of the text."""
    codes = GRAPHEME_BREAK.of(text)
    if codes.count("o") == len(codes):
        return list(range(1, len(codes) + 1))
    if _PLAIN.search(codes):
        return [match.end() for match in _CLUSTER.finditer(codes)]
    return _boundaries_of_letters_and_marks(codes)


def _boundaries_of_letters_and_marks(codes: str) -> list[int]:
    """GB3 to GB5, GB9, GB9a and GB999: all that letters, marks and controls need."""
    inside = bytearray(len(codes) + 1)
    for match in _EXTENSION.finditer(codes):
        start, end = match.span()
        if match[0] != "n" and (start == 0 or codes[start - 1] in "crn"):
            start += 1  # a mark with nothing to stand on is a cluster's first
        inside[start:end] = b"\1" * (end - start)
    return [i for i in range(1, len(codes) + 1) if not inside[i]]
