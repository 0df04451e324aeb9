"""Filters of lists: the words that an entry must have to stay, folded as a search folds them.

Of a text longer than any entry, such as a page that was pasted, the beginning counts: a key costs no more than that.
"""

from collections.abc import Callable

from reader.text.folding import folded

LONGEST = 1000
"""Code points of what is typed that count."""


def words_of(query: str, fold: Callable[[str], str] = folded) -> tuple[str, ...]:
    """The words of a query, each once, folded by the default rules or by those of a document's language."""
    return tuple(dict.fromkeys(fold(query[:LONGEST]).split()))
