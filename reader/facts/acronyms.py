"""Owns acronyms: a short form and the long form beside it, «اللائحة العامة لحماية البيانات (GDPR)» or the reverse.

A short form is capitals (``GDPR``), a Hebrew word with gershayim («צה"ל»), or, behind the name of an institution, one
word of its script («حركة المقاومة الإسلامية (حماس)»). The long form, in this order: a name that ends at the bracket
(:mod:`reader.facts.names`); where both are in Latin or both in Hebrew letters, the words whose beginnings the short
form spells (Schwartz and Hearst, 2003); else the words before the bracket, as many as the short form has letters, back
to the nearest punctuation or particle.
"""

import re
from collections.abc import Iterator

from reader.facts.extractor import Context, Found
from reader.facts.languages import particles_of_all
from reader.facts.scripts import ARABIC, FINALS, HEBREW
from reader.facts.token_stream import TokenStream
from reader.facts.tokens import TokenKind
from reader.model import FactKind

_SHORT = re.compile(r"[A-Z][A-Za-z0-9&/-]{0,8}[A-Z0-9](?:s)?|[A-Z][a-z]+[A-Z]?[a-z]*")
_HEBREW_SHORT = re.compile(f'[{HEBREW}]{{1,6}}["״][{HEBREW}]')
_WORD_SHORT = re.compile(f"[{ARABIC}{HEBREW}]{{3,12}}")
_INVERTED = re.compile(
    rf"(?=[A-Z{HEBREW}])(?<![\w-])([A-Z][A-Z0-9&-]{{1,8}}|[{HEBREW}]{{1,6}}[\"״][{HEBREW}])\s?\(([^()\n]{{6,120}})\)"
)
_LONG_NAME_WORDS = 3
"""A name of so many words may have a short form that is no acronym of its letters."""


class AcronymExtractor:
    """Acronyms with their long forms."""

    def extract(self, text: str, context: Context) -> Iterator[Found]:
        """Every short form in brackets after its long form, and the reverse."""
        stream = context.stream
        named = {name.end: name for name in context.names}
        within = {(name.start, name.end): name for name in context.names}
        for i, token in enumerate(stream.tokens):
            if token.key != "(" or not i:
                continue
            close = _closing(stream, i)
            if close is None:
                continue
            start, end = stream.start(i + 1), stream.end(close)
            name = named.get(stream.end(i))
            inside = within.get((start, end))
            begin = None
            other = inside is not None and inside.known and (name is None or inside.kind is not name.kind)
            if name is not None and _shortens(text[start:end], name.name, known=other):
                begin = name.start
            elif _is_capitals(text[start:end]) or _HEBREW_SHORT.fullmatch(text[start:end]):
                begin = _long_start(stream, i, text[start:end])
            if begin is not None:
                yield _found(begin, stream.end(close + 1), text[start:end], text[begin : stream.end(i)])
        for match in _INVERTED.finditer(text):
            long = match[2]
            is_name = (match.start(2), match.end(2)) in within and len(long.split()) > 1
            if is_name or _is_long_form(match[1], long) or _is_hebrew_long_form(match[1], long):
                yield _found(match.start(), match.end(), match[1], long)


def _found(start: int, end: int, short: str, long: str) -> Found:
    return Found(FactKind.ACRONYM, start, end, {"short": short, "long": long})


def _is_capitals(short: str) -> bool:
    return _SHORT.fullmatch(short) is not None and sum(map(str.isupper, short)) >= 2


def _shortens(short: str, name: str, *, known: bool) -> bool:
    """Whether what stands in brackets behind a name may be its short form; not what is ``known`` as another thing."""
    words = len(name.split())
    if words < 2:
        return False
    if _is_capitals(short) or _HEBREW_SHORT.fullmatch(short):
        return not short.isascii() or not name.isascii() or _is_long_form(short, name)
    if name.isascii():
        return False
    if _SHORT.fullmatch(short):
        return words >= _LONG_NAME_WORDS and len(short) <= 8
    return words >= _LONG_NAME_WORDS and not known and _WORD_SHORT.fullmatch(short) is not None


def _closing(stream: TokenStream, i: int) -> int | None:
    """The index of the bracket that closes the one at ``i``, when a short form may stand between."""
    for j in range(i + 2, min(i + 6, len(stream))):
        if stream.tokens[j].key == ")":
            return j
        if not stream.tokens[j].glued:
            return None
    return None


def _long_start(stream: TokenStream, bracket: int, short: str) -> int | None:
    """Where the long form before a bracket begins, in code points."""
    words: list[int] = []
    letters = [letter for letter in short.lower() if letter.isalpha()]
    j = bracket - 1
    while j >= 0 and len(words) < len(letters) + 5 and stream.tokens[j].kind is TokenKind.WORD:
        words.append(j)
        j -= 1
        if stream.is_sign(j, "-") and stream.is_glued(j):
            j -= 1
    if not words:
        return None
    if stream.tokens[bracket - 1].key.isascii() or not short.isascii():
        fits = _is_long_form if short.isascii() else _is_hebrew_long_form
        for j in words:
            if fits(short, stream.text[stream.start(j) : stream.end(bracket)]):
                return stream.start(j)
        return None
    return _counted_start(stream, words, len(letters))


def _counted_start(stream: TokenStream, words: list[int], most: int) -> int | None:
    """Where a long form in another script begins: ``words`` are the tokens before the bracket, the last first."""
    chosen = words[:most]
    while chosen and (
        stream.tokens[chosen[-1]].key in stream.function_words or stream.tokens[chosen[-1]].key.isascii()
    ):
        chosen.pop()
    for k, j in enumerate(chosen):
        if stream.tokens[j].key in stream.function_words and not stream.features.latin_names:
            chosen = chosen[:k]
            break
    if len(chosen) < 2:
        return None
    first = chosen[-1]
    return stream.start_without(first, stream.language.proclitics.led(stream.key(first)))


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
        elif at + 1 < len(letters) and word not in _SMALL_WORDS and word[0] == letters[at + 1]:
            at += 2
    return at >= len(letters) - 1 and at >= 2


_SMALL_WORDS = frozenset(("of", "the", "and", "for", "in", "on", "to"))


def _is_hebrew_long_form(short: str, long: str) -> bool:
    """Whether the letters of «צה"ל» begin the words of the long form or what is left of them without a particle."""
    letters = [letter for letter in short.translate(FINALS) if letter.isalpha()]
    words = [word.translate(FINALS) for word in re.findall(r"[^\W_]+", long)]
    if len(letters) < 2 or not 2 <= len(words) <= len(letters):
        return False
    at = 0
    for word in words:
        if at >= len(letters):
            return False
        if word[0] == letters[at]:
            two = len(words) < len(letters) and at + 1 < len(letters) and word[1:2] == letters[at + 1]
            at += 2 if two else 1
        elif word[0] in particles_of_all() and len(word) > 1 and word[1] == letters[at]:
            at += 1
        else:
            return False
    return at == len(letters)
