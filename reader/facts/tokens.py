"""Owns the cutting of a text into tokens and the folding of words to the keys the lexicons know.

Units: code-point offsets into the text given. A token's ``key`` is for matching only; what is shown is always the
slice.

An underscore between letters of the Arabic script joins words as a space would («#رمضان_كريم»), and is no token.
Words keep their harakat and tatweel (their keys drop both). A zero-width non-joiner ends a word, so that ``سه‌شنبه``
and ``سه شنبه`` are the same two tokens. Digits and letters are never one token: what stands next to what is told by
``glued``.
"""

import re
from functools import lru_cache

from reader.enumerations import IntEnum
from reader.facts.scripts import ARABIC, HEBREW, MARKS, TATWEEL, folded
from reader.named_tuples import NamedTuple


class TokenKind(IntEnum):
    """The kind of a token: its script's word, digits, a sign, a gap."""

    WORD = 1
    DIGITS = 2
    SIGN = 3
    LINK = 4
    DATA = 5


class Token(NamedTuple):
    """One token; ``glued`` says that nothing stands between it and the one before."""

    start: int
    end: int
    kind: TokenKind
    key: str
    glued: bool


_FORMAT = "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
LINK_PATTERN = (
    r"(?i:https?|ftp)://[^\s<>\"“”«»‘’،؛{}|\\^`]{1,2000}"
    r"|www\.[^\s<>\"“”«»‘’،؛{}|\\^`]{1,2000}"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
)
"""Addresses of pages and mailboxes: masked from every other rule."""

WORD_PATTERN = (
    rf"(?![{MARKS}])[^\W\d_](?:[^\W\d_]|[{MARKS}]|(?<=[{HEBREW}])[\"״'׳](?=[{HEBREW}])"
    r"|(?<=[A-Za-z])(?:&|['’](?!s\b))(?=[A-Za-z]))*"
)
"""A word: letters and their marks, with the gershayim of Hebrew and the ampersand and apostrophe of Latin inside.

It begins with a letter: a tatweel or a mark alone is no word, for nothing would be left of it as a key.
"""

_TOKEN = re.compile(
    rf"(?P<LINK>{LINK_PATTERN})"
    rf"|(?P<WORD>{WORD_PATTERN})"
    r"|(?P<DIGITS>\d+)"
    rf"|(?P<SIGN>(?!(?<=[{ARABIC}])_[{ARABIC}])[^\s{_FORMAT}{MARKS}])"
)

_KINDS = {kind.name: kind for kind in TokenKind}

LONGEST_RUN = 200
"""Code points without white space that prose may have; what is longer is data: encoded, minified, or an address."""
_UNSPACED = "\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
_RUN = re.compile(rf"[^\s{_FORMAT}{_UNSPACED}]{{{LONGEST_RUN + 1},}}")
"""A run that is data, in scripts that part words with white space."""
_LINK = re.compile(LINK_PATTERN)


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """The key of a word: no harakat, niqqud or tatweel, one shape for each letter family, lower case.

    ة and ہ become ه, ی and ئ become ي, the alefs become ا: what writers mix in numbers and names of months. ى stays,
    for it tells أولى (first) from أولي (initial); a lexicon that does not know a word with it tries ي.
    """
    return folded(word)


def after_letters(text: str, start: int, end: int, letters: int) -> int:
    """Where a word of a text goes on behind so many of its letters and their marks."""
    while letters and start < end:
        start += 1
        while start < end and not (text[start].isalpha() and text[start] != TATWEEL):
            start += 1
        letters -= 1
    return start


def tokenise(text: str) -> list[Token]:
    """The tokens of a text in order; white space and invisible format characters separate them and are not tokens.

    A run of more than :data:`LONGEST_RUN` code points is one token, which no rule reads, but for the addresses in it.
    """
    tokens: list[Token] = []
    at = 0
    for run in _RUN.finditer(text):
        tokens.extend(_tokens(text, at, run.start()))
        at = run.start()
        for link in _LINK.finditer(text, at, run.end()):
            tokens.extend(_tokens_of_run(text, at, link.start()))
            tokens.extend(_tokens(text, *link.span()))
            at = link.end()
        tokens.extend(_tokens_of_run(text, at, run.end()))
        at = run.end()
    tokens.extend(_tokens(text, at, len(text)))
    return tokens


def _tokens_of_run(text: str, start: int, end: int) -> list[Token]:
    if end - start > LONGEST_RUN:
        return [Token(start, end, TokenKind.DATA, text[start : start + LONGEST_KEY], glued=False)]
    return _tokens(text, start, end)


def _tokens(text: str, start: int, end: int) -> list[Token]:
    tokens: list[Token] = []
    last = start if start and not text[start - 1].isspace() else -1
    for match in _TOKEN.finditer(text, start, end):
        kind = _KINDS[match.lastgroup or "SIGN"]
        start, end = match.span()
        word = match[0]
        if kind is TokenKind.WORD:
            key = fold(word[:LONGEST_KEY])
        elif kind is TokenKind.DIGITS and not word.isascii() and len(word) <= MAX_DIGITS:
            key = "".join(str(int(digit)) for digit in word)
        else:
            key = word
        tokens.append(Token(start, end, kind, key, start == last))
        last = end
    return tokens


LONGEST_KEY = 64
"""How many code points of a word its key is made of: no word of a lexicon is longer, and keys are remembered."""
REMEMBERED = 50_000
"""Distinct words that an answer is remembered of: bounded, so that a hostile text cannot fill the memory."""
MAX_DIGITS = 40
"""A longer run of digits is an identifier, never a number."""
