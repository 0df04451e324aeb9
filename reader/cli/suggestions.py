"""Suggestions for names that are not known."""

from collections.abc import Iterable
from difflib import get_close_matches

LIKENESS = 0.6
"""How like (Ratcliff and Obershelp, 0 to 1) what was typed must be to what is suggested."""


def meant(typed: str, known: Iterable[str]) -> str:
    """The known name most like what was typed; "" where there is none."""
    close = get_close_matches(typed[:100].lower(), [*known], n=1, cutoff=LIKENESS)
    return close[0] if close else ""


def unknown_value(what: str, typed: str, known: tuple[str, ...], *, example: str = "") -> str:
    """The message for a value that is not known, with the one that may have been meant, else with an example."""
    if close := meant(typed, known):
        return f"{what}; did you mean {close}?"
    return f"{what}; try {example}" if example else what
