"""Where in a document to begin, as the command line says it: ``FILE:LINE``, ``+LINE``, ``+G``, ``+F``, ``+/WORDS``."""

import os
import re

from reader.model import UsageError
from reader.named_tuples import NamedTuple
from reader.text.patterns import lazy_pattern
from reader.view.beginnings import AtEnd, AtFollowed, AtLine, AtWords, Beginning

_AT_LINE = lazy_pattern(r"(?P<path>.+?):(?P<line>\d{1,18})(?::\d*)?:?", re.DOTALL)


class RequestedPlaces(NamedTuple):
    """The paths, and where to begin in the document."""

    paths: list[str]
    beginning: Beginning | None


def asked_for(words: list[str]) -> RequestedPlaces:
    """The paths and the place among the words of a command line; a path that exists is one, whatever it looks like.

    Raises:
        UsageError: A word begins as a place does and is none.
    """
    paths: list[str] = []
    beginning: Beginning | None = None
    for word in words:
        if word.startswith("+") and not os.path.lexists(word):
            beginning = _place(word)
        elif not os.path.lexists(word) and (found := _AT_LINE.fullmatch(word)) and os.path.lexists(found["path"]):
            paths.append(found["path"])
            beginning = AtLine(int(found["line"]))
        else:
            paths.append(word)
    return RequestedPlaces(paths, beginning)


def _place(word: str) -> Beginning:
    asked = word[1:]
    if asked.startswith("/") and asked[1:].strip():
        return AtWords(asked[1:])
    if asked == "G":
        return AtEnd()
    if asked == "F":
        return AtFollowed()
    if asked.isdecimal() and len(asked) <= 18:
        return AtLine(int(asked))
    raise UsageError(f"{word!r} is no place: +LINE, +G, +F or +/WORDS; for a file of that name write ./{word}")
