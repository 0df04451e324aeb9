"""Hebrew that was stored in the order it is seen, from left to right, and its logical order.

Units: lines of text. Five letters have a form of their own at the end of a word; where those stand at the beginning of
words instead, the text is in visual order. Its lines are then turned round as a right-to-left terminal would have shown
them: the whole line reversed, and numbers and Latin words within it turned back (the inverse of UAX#9 L2 for a
right-to-left line without embeddings), brackets mirrored (L4).
"""

import re

FINALS = "ךםןףץ"

_LETTER = "\u05d0-\u05ea"
_LOGICAL = re.compile(f"(?<=[{_LETTER}])[{FINALS}](?![{_LETTER}])")
_VISUAL = re.compile(f"(?<![{_LETTER}])[{FINALS}](?=[{_LETTER}])")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_LEFT_TO_RIGHT = re.compile(
    rf"[A-Za-z0-9](?:[^\n{_LETTER}]*[A-Za-z0-9])?%?|[-+$€£₪]?\d[\d.,:/]*\d|\d"  # a stretch of Latin and numbers
)
_LATIN = re.compile("[A-Za-z]")
_NUMBER = re.compile(r"[-+$€£₪]?\d(?:[\d.,:/]*\d)?%?")


def is_visual(text: str) -> bool:
    """Whether Hebrew words end where they should begin."""
    return len(_VISUAL.findall(text)) > len(_LOGICAL.findall(text))


def logical_of(text: str) -> str:
    """The text with every line that holds Hebrew put in logical order; as long as before."""
    hebrew = re.compile(f"[{_LETTER}]")
    return "\n".join(_logical_line(line) if hebrew.search(line) else line for line in text.split("\n"))


def _logical_line(line: str) -> str:
    """One line: runs that read from left to right keep their order, everything else is reversed."""
    pieces: list[str] = []
    at = 0
    for start, end in _runs(line):
        pieces.append(line[at:start][::-1].translate(_MIRRORED))
        pieces.append(line[start:end])
        at = end
    pieces.append(line[at:][::-1].translate(_MIRRORED))
    return "".join(reversed(pieces))


def _runs(line: str) -> list[tuple[int, int]]:
    """Where Latin stretches, with what stands between their words, and numbers are."""
    runs: list[tuple[int, int]] = []
    for match in _LEFT_TO_RIGHT.finditer(line):
        if _LATIN.search(match[0]):
            runs.append(match.span())
        else:
            runs += [(match.start() + m.start(), match.start() + m.end()) for m in _NUMBER.finditer(match[0])]
    return runs
