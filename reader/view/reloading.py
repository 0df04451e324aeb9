"""The same document read again, after its file has changed: the place one read at is found again by its words.

Units: code points.
"""

from reader.model import Document, Pos, Range, range_of

QUOTED = 120
"""Code points of the place that are looked for, fewer where they are not found."""

SHORTEST = 12

LOOKED_AT = 1 << 20
"""Code points on either side in which they are."""


def place_in(document: Document, before: Document, pos: Pos) -> Pos:
    """Where a place of a document is in another version of it.

    The nearest one where the text goes on with the same words; where there is none, as far from the start as it was.
    """
    start = max(0, pos - LOOKED_AT)
    text = document.slice(range_of(start, pos + LOOKED_AT))
    length = QUOTED
    while length >= SHORTEST:
        quote = before.slice(Range(pos, Pos(pos + length)))
        places = [
            at for at in (text.rfind(quote, 0, pos - start + len(quote)), text.find(quote, pos - start)) if at >= 0
        ]
        if quote.strip() and places:
            return Pos(start + min(places, key=lambda at: abs(start + at - pos)))
        length //= 2
    return Pos(min(pos, max(0, len(document) - 1)))
