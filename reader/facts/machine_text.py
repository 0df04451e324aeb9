"""Owns what stands in prose and is no prose: formulas, escape sequences, hashes, versions, references to notes.

Its digits and letters state nothing, so no fact is looked for inside it.
"""

import re
from collections.abc import Iterator

_FORMULA = r"\$(?=[^$\n]{0,200}[\\^_{}=])[^$\s](?:[^$\n]{0,200}[^$\s])?\$|\\\([^\n]{1,300}?\\\)|\\\[[^\n]{1,300}?\\\]"
_ESCAPE = r"(?:\x1b|\u241b|\\(?:x1[bB]|033|e|u001[bB])|\^\[)\[[0-9;:?]{0,30}[@-~]?"
_HASH = r"(?<![\w/.])(?=[0-9a-f]{0,63}[a-f])(?=[a-f]{0,63}\d)[0-9a-f]{7,64}(?![\w])"
_CODE = r"`[^`\n]{1,200}`"
_UUID = r"\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b"
_HEX = r"(?<![\w])(?:0[xX][0-9a-fA-F]{1,32}|[uU]\+[0-9a-fA-F]{4,6})(?!\w)"
_VERSION = (
    r"(?<![\w.,])[vV]\d{1,6}(?:\.\d{1,6}){0,4}(?:[-+.][A-Za-z0-9.]{1,20})?(?!\w)"
    r"|(?<![\w.,/-])\d{1,5}(?:\.\d{1,5}){2,4}(?:[-+][A-Za-z][A-Za-z0-9.]{0,20})(?!\w)"
)
_NOTE = r"(?<=\w)\[\d{1,3}(?:[,–-][ ]?\d{1,3}){0,8}\]|(?<=[.!?؟»”\")،])\[\d{1,3}(?:[,–-][ ]?\d{1,3}){0,8}\]"
_IDENTIFIER = r"(?<![\w.])(?:[A-Za-z][A-Za-z0-9]*_[A-Za-z0-9_]+|[A-Za-z]+\d+[A-Za-z][A-Za-z0-9]*)(?!\w)"

_MACHINE = re.compile(f"{_FORMULA}|{_CODE}|{_ESCAPE}|{_UUID}|{_HASH}|{_HEX}|{_VERSION}|{_NOTE}|{_IDENTIFIER}")


_HINT = re.compile(r"[A-Za-z$`\\\[\x1b\u241b]")
"""Signs of which all machine text has one; most prose of other scripts has none, and is not looked through."""


def machine_ranges(text: str) -> Iterator[tuple[int, int]]:
    """Where machine text stands in a text, in order."""
    return (match.span() for match in _MACHINE.finditer(text)) if _HINT.search(text) else iter(())
