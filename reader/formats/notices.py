"""What a reader should know of a text before trusting what it looks like."""

import re

_OVERRIDES = re.compile("[\u202d\u202e]")


def notices_of(text: str) -> tuple[str, ...]:
    """Notices of one line each: bidirectional overrides, which show letters in another order than they are stored in.

    A source text can use them to look like something else than it is ("Trojan Source", CVE-2021-42574).
    """
    overrides = len(_OVERRIDES.findall(text))
    if not overrides:
        return ()
    return (f"{overrides} bidirectional overrides (U+202D, U+202E): the text may look other than it is",)
