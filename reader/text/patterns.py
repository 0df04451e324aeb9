r"""Pieces of regular expressions that take as much as there is and give none of it back.

Python's own signs for that, ``(?:…)*+`` and ``(?>…)``, match wrongly before 3.11.5 where what they repeat can match in
more than one way (gh-106052), and Debian 12 has 3.11.2; a possessive repeat of one character (``\\s*+``) is right
everywhere. What looks ahead is never matched a second time, in any Python: both are made of that.
"""

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
