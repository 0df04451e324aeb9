"""Owns acronyms: a short form and the long form beside it, «اللائحة العامة لحماية البيانات (GDPR)» or the reverse.

Where both are in Latin letters, the letters of the short form must begin the words of the long one (Schwartz and
Hearst, 2003). Where the long form is in another script, it is the words before the parenthesis, as many as the short
form has letters, back to the nearest punctuation or particle.
"""

import re
from collections.abc import Iterator

from reader.facts.extractor import Context, Found
from reader.facts.scan import Scan
from reader.facts.tokens import TokenKind
from reader.model import FactKind

_SHORT = re.compile(r"[A-Z][A-Za-z0-9&/-]{0,8}[A-Z0-9](?:s)?")
_INVERTED = re.compile(r"(?<![\w-])([A-Z][A-Z0-9&-]{1,8})\s?\(([^()\n]{6,120})\)")


class AcronymExtractor:
    """Acronyms with their long forms."""

    def extract(self, text: str, context: Context) -> Iterator[Found]:
        """Every short form in a parenthesis after its long form, and the reverse."""
        scan = context.scan
        for i, token in enumerate(scan.tokens):
            if token.key != "(" or not i:
                continue
            close = _closing(scan, i)
            if close is None:
                continue
            short = text[scan.start(i + 1) : scan.end(close)]
            if _SHORT.fullmatch(short) and sum(map(str.isupper, short)) >= 2:
                start = _long_start(scan, i, short)
                if start is not None:
                    long = text[start : scan.end(i)]
                    yield _found(start, scan.end(close + 1), short, long)
        for match in _INVERTED.finditer(text):
            if _is_long_form(match[1], match[2]):
                yield _found(match.start(), match.end(), match[1], match[2])


def _found(start: int, end: int, short: str, long: str) -> Found:
    return Found(FactKind.ACRONYM, start, end, {"short": short, "long": long})


def _closing(scan: Scan, i: int) -> int | None:
    """The index of the parenthesis that closes the one at ``i``, when a short form may stand between."""
    for j in range(i + 2, min(i + 6, len(scan))):
        if scan.tokens[j].key == ")":
            return j
        if not scan.tokens[j].glued:
            return None
    return None


def _long_start(scan: Scan, paren: int, short: str) -> int | None:
    """Where the long form before a parenthesis begins, in code points."""
    words: list[int] = []
    letters = [letter for letter in short.lower() if letter.isalpha()]
    j = paren - 1
    while j >= 0 and len(words) < len(letters) + 5 and scan.tokens[j].kind is TokenKind.WORD:
        words.append(j)
        j -= 1
        if scan.is_sign(j, "-") and scan.is_glued(j):
            j -= 1
    if not words:
        return None
    if scan.tokens[paren - 1].key.isascii():
        for j in words:
            if scan.tokens[j].key.isascii() and _is_long_form(short, scan.text[scan.start(j) : scan.end(paren)]):
                longer = scan.tokens[j].key[:1] == letters[0]
                if longer:
                    return scan.start(j)
        return None
    chosen = words[: len(letters)]
    while chosen and (scan.tokens[chosen[-1]].key in scan.function_words or scan.tokens[chosen[-1]].key.isascii()):
        chosen.pop()
    for k, j in enumerate(chosen):
        if scan.tokens[j].key in scan.function_words and scan.language != "en":
            chosen = chosen[:k]
            break
    if len(chosen) < 2:
        return None
    first = chosen[-1]
    key = scan.key(first)
    for conjunction in ("و", "ب", "وب", "ול", "ו"):
        if key.startswith(conjunction + "ال"):
            return scan.start_without(first, len(conjunction))
    return scan.start(first)


def _is_long_form(short: str, long: str) -> bool:
    """Whether the letters of the short form begin the words of the long one, in order; one of them may be missing."""
    letters = [letter for letter in short.lower() if letter.isalnum()]
    words = re.findall(r"[^\W_]+", long.lower())
    if not words or not letters or words[0][0] != letters[0] or not 1 < len(words) <= len(letters) + 5:
        return False
    at = 0
    for word in words:
        if at < len(letters) and word[0] == letters[at]:
            at += 1
    return at >= len(letters) - 1 and at >= 2
