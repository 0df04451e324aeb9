"""Checks of everything read from files before it is kept: a field that is not what it should be refuses the file."""

import os
from datetime import UTC, datetime

from reader.model import Anchor, range_of
from reader.model.digests import blake2b
from reader.store.records import storable


def checked(anchor: Anchor) -> Anchor:
    """An anchor of which every field is what it should be: it is read again without a look.

    Raises:
        ValueError: A number or a digest is none.
        TypeError: A field is of another type.
    """
    numbers = (*anchor.range, anchor.block, anchor.offset, anchor.within)
    if not all(type(number) is int and 0 <= number < 2**62 for number in numbers) or anchor.range.length < 0:
        raise ValueError("no place in a text")
    if isinstance(anchor.fraction, bool) or not isinstance(anchor.fraction, int | float):
        raise TypeError("no fraction")
    for text in (
        anchor.digest,
        anchor.block_digest,
        anchor.exact,
        anchor.before,
        anchor.after,
        *anchor.headings,
        *anchor.alike,
    ):
        if not isinstance(text, str):
            raise TypeError("no text")
    if not anchor.digest.isascii():
        raise ValueError("no digest")
    bytes.fromhex(anchor.block_digest)
    return anchor


def quote_anchor(exact: str, before: str = "", after: str = "", headings: tuple[str, ...] = ()) -> Anchor:
    """The anchor of a quote of which nothing else is known; its document is known by its title or its file's name."""
    return Anchor("", range_of(0, len(exact)), 0, "", 0, exact, before, after, headings, 0.0)


def path_of(value: object) -> str:
    """A path as it came: a file's name need not be text (PEP 383)."""
    if not isinstance(value, str):
        raise TypeError("no path")
    os.fsencode(value)
    return value


def text_of(value: object) -> str:
    """A text that can be kept."""
    if not isinstance(value, str):
        raise TypeError("no text")
    return storable(value)


def time_of(value: object) -> datetime:
    """A time written by ISO 8601; one without a zone is taken for UTC, none at all for the beginning of time."""
    if value is None:
        return datetime(1970, 1, 1, tzinfo=UTC)
    time = datetime.fromisoformat(text_of(value))
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def made_id(*parts: object) -> str:
    """The id of what another program marked: the same whenever it is imported, on whatever machine."""
    return blake2b("\0".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
