r"""Regular expressions that are compiled when they are first used, and pieces of them that give nothing back.

Compiling takes from a tenth of a millisecond to five; of the two hundred patterns that reading a page could need it
uses some fifty, so a module's patterns are compiled one by one as they are asked for something.

A piece that takes as much as there is and gives none of it back is made of a look ahead.

Python's own signs for that, ``(?:…)*+`` and ``(?>…)``, match wrongly before 3.11.5 where what they repeat can match in
more than one way (gh-106052), and Debian 12 has 3.11.2; a possessive repeat of one character (``\\s*+``) is right
everywhere. What looks ahead is never matched a second time, in any Python: both are made of that.
"""

import re
from typing import Any, AnyStr, cast

from reader.text.kept_patterns import compiled

_AT_ONCE = 64
"""Items that are matched in one look ahead: a repeat of a group keeps some 60 bytes a round until the match ends."""


def atomic(pattern: str, group: str) -> str:
    """A pattern that matches as it matches first, or not at all: ``(?>pattern)``.

    Args:
        pattern: Of any kind, without groups of its own.
        group: A name no other group of the whole expression has.
    """
    return f"(?=(?P<{group}>{pattern}))(?P={group})"


def possessive(item: str, group: str) -> str:
    """As many of an item as follow each other, none too: ``(?:item)*+``.

    Args:
        item: A pattern that never matches nothing, without groups of its own.
        group: A name no other group of the whole expression has.
    """
    return f"(?:{atomic(f'(?:{item}){{1,{_AT_ONCE}}}', group)})*(?!{item})"


def lazy_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern for a module's table, compiled when it is first used; it answers as any other.

    Args:
        pattern: The expression. It must be a right one: an error in it is found no sooner than it is used.
        flags: As for :func:`re.compile`.
    """
    return cast("re.Pattern[AnyStr]", _Lazy(pattern, flags))


class _Lazy:
    """Stands for a compiled pattern; what was asked for once is asked of the pattern itself from then on."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._expression = pattern
        self._flags = flags

    def compiled(self) -> re.Pattern[Any]:
        """The pattern."""
        return compiled(self._expression, self._flags)


class _Asked:
    """An attribute of a compiled pattern; the answer takes its place in the instance."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, lazy: _Lazy, owner: type[_Lazy]) -> object:
        answer = lazy.__dict__[self._name] = getattr(lazy.compiled(), self._name)
        return answer


for _name in dir(re.Pattern):
    if not _name.startswith("_"):
        setattr(_Lazy, _name, _Asked(_name))
