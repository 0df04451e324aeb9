"""Folding: what two texts must have in common to be found as one another.

Folding makes one spelling of many: points and accents, case, tatweel, the shapes of a letter, the letters that
keyboards and orthographies exchange, digits, quotation marks, dashes, white space. Most of it is a table by code
point, generated from one version of the Unicode Character Database (:mod:`reader.text.data.generate_folds`); what
depends on neighbours (runs of white space, separators between digits) is done on the string.

Units: code points, of the text before folding and after it; :meth:`Folding.sources` leads from the second to the first.
"""

import re
from array import array
from bisect import bisect_left
from functools import cache

from reader.text.alphabet import Alphabet
from reader.text.data import folds
from reader.text.patterns import lazy_pattern
from reader.values import dataclass, replace

CONTINUING = frozenset(folds.CONTINUING)
"""Folded characters that make another letter of the one before: kana voicing, viramas, negation, later jamo."""

_SPACES = lazy_pattern(" {2,}")

_GERESH = r"(?<=[\u05d0-\u05ea])(?:['\u2019]|[\"\u201d](?=[\u05d0-\u05ea]))|[\u05f3\u05f4]"
"""Geresh and gershayim, and what is typed for them after a Hebrew letter."""

_DIGIT_SEPARATOR = r"(?<=\d)(?P<separator>[.,'’٬\u00a0\u2009\u202f])(?=\d{3}(?!\d)|\d{2,3}(?P=separator)\d)"
"""Separators between groups of digits, by thousands, or by hundreds and thousands as in India."""

_PIECE = 4096
"""Code points translated at a time."""

_FEW = 24
"""Code points for which the detour over bytes does not pay."""

_LITTLE = 8192
"""Code points of short texts after which it pays to give their characters bytes."""

_TEH_MARBUTA = "\u0629\u06c3\ufe93\ufe94"


@dataclass(frozen=True, slots=True)
class FoldOptions:
    """Choices of folding beyond the default.

    Attributes:
        fold_heh_doachashmee: ھ as ه; None leaves it to the text's language (see :meth:`for_language`).
        fold_yeh_barree: ے as ي.
        fold_noon_ghunna: ں as ن.
        fold_teh_marbuta: ة as ت, no longer as ه.
        ignore_hamza: ء as nothing.
        ignore_geresh: Geresh and gershayim as nothing.
        ignore_digit_separators: What groups the digits of a number as nothing.
    """

    fold_heh_doachashmee: bool | None = None
    fold_yeh_barree: bool = False
    fold_noon_ghunna: bool = False
    fold_teh_marbuta: bool = False
    ignore_hamza: bool = False
    ignore_geresh: bool = False
    ignore_digit_separators: bool = False

    def for_language(self, tag: str) -> "FoldOptions":
        """These options for a text in a language, a BCP 47 tag or "".

        Arabic, Persian and Sorani write ھ for a shape of ه; in Urdu it is a letter of its own, the aspirate.
        """
        if self.fold_heh_doachashmee is not None or tag.partition("-")[0].lower() not in {"ar", "fa", "ckb"}:
            return self
        return replace(self, fold_heh_doachashmee=True)


class FoldTable(dict[int, int | str]):
    """Code point to its fold, one code point or a string, for ``str.translate``; filled as code points are met.

    Code points that stay as they are, are entered too: ``str.translate`` is slowest on those a table does not hold. So
    the keys are all the characters met so far.
    """

    def __init__(self, options: FoldOptions) -> None:
        super().__init__()
        optional = {
            "\u06be": ("\u0647", bool(options.fold_heh_doachashmee)),
            "\u06d2": ("\u064a", options.fold_yeh_barree),
            "\u06ba": ("\u0646", options.fold_noon_ghunna),
            "\u0621": ("", options.ignore_hamza),
        }
        self._after = str.maketrans({letter: folded for letter, (folded, wanted) in optional.items() if wanted})
        if options.fold_teh_marbuta:
            self.update(dict.fromkeys(map(ord, _TEH_MARBUTA), ord("ت")))

    def __missing__(self, code_point: int) -> int | str:
        folded = _default_fold(chr(code_point)).translate(self._after)
        value = ord(folded) if len(folded) == 1 else folded
        self[code_point] = value
        return value


class Folding:
    """Folding by some options. Safe to share between threads: the table only grows, and always to the same values."""

    def __init__(self, options: FoldOptions = FoldOptions()) -> None:
        self.table = FoldTable(options)
        patterns = [_GERESH] * options.ignore_geresh + [_DIGIT_SEPARATOR] * options.ignore_digit_separators
        self._ignored = re.compile("|".join(patterns)) if patterns else None
        self._alphabet = Alphabet(self.table)
        self._short = 0
        """Code points of short texts that were folded."""

    def fold(self, text: str, *, after_space: bool = False) -> str:
        """The folded text.

        Args:
            text: Any text; a line end is white space.
            after_space: Whether the text goes on after one whose fold ended in a space.
        """
        if self._ignored:
            text = self._ignored.sub("", text)
        if len(text) <= _PIECE:
            folded = self._translated(text)
        else:  # in pieces, so that other threads get their turn between them
            folded = "".join([self._translated(text[at : at + _PIECE]) for at in range(0, len(text), _PIECE)])
        if "  " in folded:
            folded = _SPACES.sub(" ", folded)
        return folded[1:] if after_space and folded.startswith(" ") else folded

    @property
    def is_by_character(self) -> bool:
        """Whether what a character is folded to never depends on its neighbours, but for white space."""
        return self._ignored is None

    def rough(self, text: str) -> bytes:
        """Each character's fold as a byte, which many that are rare share; white space as b" ", as often as it stands.

        Of a folded text it is the same as of the text, but for white space.
        """
        return self._alphabet.encoded(text)

    def coded(self, text: str) -> bytes | None:
        """A folded text, or a part of one with line feeds, a byte a character; None where one has no byte of its own.

        Equal characters have equal bytes for good, and others have others.
        """
        return self._alphabet.coded(text)

    def decoded(self, data: bytes) -> str:
        """The text that was coded."""
        return self._alphabet.decoded(data) or ""

    def _translated(self, text: str) -> str:
        """A piece, each character by the table."""
        if len(text) < _PIECE and self._short < _LITTLE:
            self._short += len(text)
            return text.translate(self.table)
        if len(text) < _FEW or self._alphabet.is_full:
            return text.translate(self.table)
        by_bytes = self._alphabet.decoded(self._alphabet.encoded(text))
        return text.translate(self.table) if by_bytes is None else by_bytes

    def sources(self, text: str, *, after_space: bool = False) -> "array[int]":
        """For every character of :meth:`fold`'s result the index in ``text`` of what it came from, ascending."""
        ignored = {at for match in self._ignored.finditer(text) for at in range(*match.span())} if self._ignored else ()
        found = array("I")
        space = after_space
        for at, value in enumerate(map(self.table.__getitem__, map(ord, text))):
            if at in ignored:
                continue
            if isinstance(value, int):
                if value != 32:
                    space = False
                elif space:
                    continue
                else:
                    space = True
                found.append(at)
            else:
                for character in value:
                    if character != " " or not space:
                        found.append(at)
                    space = character == " "
        return found


def folded(text: str) -> str:
    """A text folded by the default rules."""
    return shared_folding().fold(text)


@cache
def shared_folding(options: FoldOptions = FoldOptions()) -> Folding:
    """The folding of names, queries and other short texts: one for all of them, so that none learns its letters anew.

    A long text has one of its own, whose bytes are those of the characters that it is written with.
    """
    return Folding(options)


@cache
def _to_many() -> list[str]:
    return folds.TO_MANY.split("\n")


def _default_fold(character: str) -> str:
    """The characters one character is folded to by default."""
    code_point = ord(character)
    if 0xAC00 <= code_point <= 0xD7A3:
        return _jamo(code_point - 0xAC00)
    at = bisect_left(folds.FROM_ONE, character)
    if folds.FROM_ONE[at : at + 1] == character:
        return folds.TO_ONE[at]
    at = bisect_left(folds.FROM_MANY, character)
    if folds.FROM_MANY[at : at + 1] == character:
        return _to_many()[at]
    return "" if character in folds.DROPPED else character


def _jamo(index: int) -> str:
    """The conjoining jamo of a Hangul syllable (The Unicode Standard, 3.12): two, or three with a final consonant."""
    initial, rest = divmod(index, 21 * 28)
    vowel, final = divmod(rest, 28)
    return chr(0x1100 + initial) + chr(0x1161 + vowel) + (chr(0x11A7 + final) if final else "")
