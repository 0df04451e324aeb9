"""Folding by bytes: a text is written with few characters; each is given a byte, and C's loops do the rest.

``str.translate`` costs some 90 ns a character outside ASCII. Here a text is encoded by a character map (4 ns), the
bytes are translated and those of what is dropped left out (2 ns), and decoded by the folded characters (1 ns). What has
no byte of its own goes by a table: characters folded to several, those above U+FFFF, and all that are met when the
bytes are used up; what of these is folded to none that has a byte, becomes :data:`OTHER`.

So bytes are equal wherever folded characters are; equal bytes are equal characters but for ``OTHER``.
"""

import codecs
from collections.abc import Mapping
from threading import Lock, local
from typing import TYPE_CHECKING

from reader.named_tuples import NamedTuple

if TYPE_CHECKING:
    from _codecs import _EncodingMap

OTHER = 255
"""The byte of every folded character that has none of its own."""

_OTHER = "\uffff"
_UNDEFINED = "\ufffe"
"""Stands for no character in :func:`codecs.charmap_build`."""

_NEW = 4096
"""Code points whose characters are taken in at a time."""

_ERRORS = "reader.without_a_byte"
_encoding = local()


def _without_a_byte(error: UnicodeError) -> tuple[str, int]:
    """The stand-ins of a run of characters without a byte: those that are not known either stay, and fail."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    stand_ins: Mapping[int, str] = _encoding.stand_ins
    return error.object[error.start : error.end].translate(stand_ins), error.end


codecs.register_error(_ERRORS, _without_a_byte)


class _Coding(NamedTuple):
    """The bytes as far as they are given: a value, so that threads see one whole.

    Attributes:
        of_character: From a character to its byte.
        fold: From a character's byte to that of its fold.
        dropped: The bytes of what is folded to nothing.
        characters: From a byte to its character.
    """

    of_character: "dict[int, int] | _EncodingMap"
    fold: bytes
    dropped: bytes
    characters: str


class Alphabet:
    """The characters met in texts, and a byte for each. Threads may share it: what has a byte keeps it.

    Args:
        table: What each code point is folded to: one code point or a string, which folded again stay as they are;
            ASCII to one of ASCII.
    """

    def __init__(self, table: Mapping[int, int | str]) -> None:
        self._table = table
        self._bytes = {chr(byte): byte for byte in range(128)}
        self._folds = bytearray(range(256))
        self._dropped = bytearray()
        self._stand_ins = dict.fromkeys(map(ord, _OTHER + _UNDEFINED), _OTHER)
        self._lock = Lock()
        self._coding: _Coding | None = None
        """None until a text comes: most foldings are of a few words."""

    def encoded(self, text: str) -> bytes:
        """A text folded, a byte for each folded character."""
        _encoding.stand_ins = self._stand_ins
        while True:
            coding = self._coding or self._taken_in("")
            try:
                data = codecs.charmap_encode(text, _ERRORS, coding.of_character)[0]
            except UnicodeEncodeError as error:
                self._taken_in(text[error.start : error.end + _NEW])
            else:
                return data.translate(coding.fold, coding.dropped)

    def decoded(self, data: bytes) -> str | None:
        """The folded text that was encoded; None where it holds what has no byte of its own."""
        coding = self._coding
        return codecs.charmap_decode(data, "strict", coding.characters)[0] if coding and OTHER not in data else None

    def coded(self, text: str) -> bytes | None:
        """A text as it stands, a byte a character; None where it holds what has no byte of its own."""
        while True:
            coding = self._coding or self._taken_in("")
            try:
                data = codecs.charmap_encode(text, "strict", coding.of_character)[0]
            except UnicodeEncodeError as error:
                if ord(text[error.start]) in self._stand_ins:
                    return None
                self._taken_in(text[error.start : error.end + _NEW])
            else:
                return None if OTHER in data else data

    @property
    def is_full(self) -> bool:
        """Whether all bytes are given."""
        return len(self._bytes) >= OTHER

    def _taken_in(self, text: str) -> _Coding:
        """The bytes when those of a text's characters are given, too."""
        with self._lock:
            if self._coding is None:
                for character in tuple(self._bytes):
                    self._fold_to(character, _string(self._table[ord(character)]))
            for character in sorted(set(text)):
                self._meet(character)
            characters = "".join(self._bytes)
            encoding = characters.ljust(OTHER, _UNDEFINED) + _OTHER
            self._coding = _Coding(
                codecs.charmap_build(encoding), bytes(self._folds), bytes(self._dropped), characters.ljust(256, "?")
            )
            return self._coding

    def _meet(self, character: str) -> None:
        if character in self._bytes or ord(character) in self._stand_ins:
            return
        folded = _string(self._table[ord(character)])
        stand_in = folded if folded == character else "".join(map(self._stand_in, folded))
        if len(folded) > 1 or _OTHER in stand_in or character > _OTHER or self.is_full:
            self._stand_ins[ord(character)] = _OTHER if stand_in == character else stand_in
            return
        self._bytes[character] = len(self._bytes)
        self._fold_to(character, folded)

    def _fold_to(self, character: str, folded: str) -> None:
        byte = self._bytes[character]
        if folded:
            self._folds[byte] = self._bytes[folded]
        else:
            self._dropped.append(byte)

    def _stand_in(self, folded: str) -> str:
        """A character with a byte that stands for a folded one."""
        self._meet(folded)
        return folded if folded in self._bytes else _OTHER


def _string(value: int | str) -> str:
    return chr(value) if isinstance(value, int) else value
