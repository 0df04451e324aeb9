"""Which way a text runs as a whole, and how a fragment is kept from what stands around it.

Units: code points; a base level is 0 (left to right) or 1 (right to left).

UAX#9 leaves the base direction to higher-level protocols (HL1). First-strong alone (P2, P3) sets an Arabic heading
that begins with "LlamaCon:" from left to right, which no reader of Arabic expects; so the majority of the letters
decides, and the document where they do not.
"""

import re

from reader.text.bidi import classes_of

RLI, LRI, PDI = "\u2067", "\u2066", "\u2069"

SAMPLE = 100_000
"""Code points looked at, from the start: a document does not change its mind later."""

_FRAGMENT = 4096
"""The same of a fragment that is put into a sentence."""

NEAR_TIE = 0.2
"""Shares closer than this to each other are a tie: a sentence of half Latin names goes by its document."""

_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+")
_MACHINE_WORD = re.compile(r"[\w.+%@/-]+")
_ISOLATES = "\u2066\u2067\u2068"
_ISOLATE_OR_END = re.compile(r"[\[\]?!B]")


def letter_counts(text: str) -> tuple[int, int]:
    """How many strong letters run left to right, and how many right to left.

    Addresses and paths do not count: their letters say nothing about the language of the text around them. Nor do
    isolates (P2), unless there is no letter outside them.
    """
    sample = text[:SAMPLE]
    if "/" in sample or "@" in sample or "www." in sample:
        sample = _MACHINE_WORD.sub(_unless_machine_word, _ADDRESS.sub("", sample))
    if any(isolate in sample for isolate in _ISOLATES):
        outside = _counts(_outside_isolates(classes_of(sample)))
        if any(outside):
            return outside
    right, left = divmod(sum(map(_LETTERS.__getitem__, sample.split(" "))), _RIGHT)
    return left, right


def _unless_machine_word(match: re.Match[str]) -> str:
    """A word, or nothing for a mail address or a path of three names."""
    word = match[0]
    is_mail = "@" in word and "." in word.partition("@")[2]
    return "" if is_mail or word.count("/") >= 2 else word


def _outside_isolates(classes: str) -> str:
    """The classes that P2 looks at; an isolate that nothing closes goes on to the end of its paragraph."""
    kept = []
    at = depth = 0
    for found in _ISOLATE_OR_END.finditer(classes):
        if depth == 0:
            kept.append(classes[at : found.start()])
        match found[0]:
            case "B":
                depth = 0
            case "!":
                depth = max(depth - 1, 0)
            case _:
                depth += 1
        at = found.end()
    return "".join(kept) if depth else "".join((*kept, classes[at:]))


def _counts(classes: str) -> tuple[int, int]:
    return classes.count("L"), classes.count("R") + classes.count("A")


class _LettersOfWords(dict[str, int]):
    """The letters of words, those that run right to left times :data:`_RIGHT`: texts repeat their words."""

    _KEPT = 20_000
    _LONGEST = 32

    def __missing__(self, word: str) -> int:
        left, right = _counts(classes_of(word))
        letters = left + right * _RIGHT
        if len(word) <= self._LONGEST:
            if len(self) >= self._KEPT:
                self.clear()
            self[word] = letters
        return letters


_RIGHT = 1 << 20
"""More than a sample has letters."""

_LETTERS = _LettersOfWords()


def base_level(text: str, default: int) -> int:
    """The base level of a block: the majority of its letters.

    On a near-tie, or without letters, it is the document's (``default``).
    """
    left, right = letter_counts(text)
    if abs(right - left) <= NEAR_TIE * (left + right):
        return default
    return int(right > left)


def document_level(text: str) -> int:
    """The base level of a whole document: the majority of its letters, else its first strong one (P2, P3), else 0."""
    left, right = letter_counts(text)
    if left != right:
        return int(right > left)
    if not left:
        return 0
    from bidi import get_base_level  # noqa: PLC0415 - few documents come to this

    return int(get_base_level(text[:SAMPLE]))


def isolate(text: str, default: int = 0) -> str:
    """A fragment in an isolate of its own direction, for putting it into a sentence (UAX#9 2.4)."""
    return f"{RLI if base_level(text[:_FRAGMENT], default) else LRI}{text}{PDI}"
