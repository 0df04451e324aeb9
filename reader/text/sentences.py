"""Where sentences end.

Units: code points of the text given. The rule is UAX#29's sentence boundaries brought down to what running prose in
Arabic, Hebrew, Persian, Urdu and Latin script needs: a terminator (SB-STerm, or a full stop not inside a number or
after a single letter), closing quotes and brackets, then white space.
"""

import re

from reader.text.patterns import lazy_pattern

SENTENCE_END = lazy_pattern(
    r"""
    (?: [!?…؟۔؛⁇⁈⁉।॥。！？]+                 # always ends a sentence
      | (?<!\b\w) \.+ (?!\w)                   # a full stop: not an initial's, not inside a number or an address
    )
    [\"'”’»›)\]}\u200e\u200f\u2069]*           # closes with it
    (?=\s)
    """,
    re.VERBOSE,
)
"""The end of a sentence, as far as its closing quotes and brackets."""


def sentence_ends(text: str) -> list[int]:
    """Where the sentences of a text end that are followed by white space."""
    return [match.end() for match in SENTENCE_END.finditer(text)]
