"""Bookmarks in a file of their own: one JSON object a line, in ASCII, to keep or to take to another machine.

Two kinds of line: a bookmark as it was saved, and, once for every text that bookmarks were made in, the digests of
its blocks, by which they are found again after the text was edited.
"""

import json
import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.model import Anchor, StateError
from reader.store.bookmarks import every, insert
from reader.store.landmarks import DIGEST_SIZE
from reader.store.records import Bookmark, anchor_json, anchor_of, storable

if TYPE_CHECKING:
    from reader.store.database import Database


class Imported(NamedTuple):
    """How many bookmarks of a file were new, and how many were there already."""

    new: int
    known: int


def exported(database: "Database") -> Iterator[str]:
    """The lines of a file that holds all bookmarks.

    Raises:
        StateError: They cannot be read.
    """
    for digest, blocks in database.read("SELECT digest, blocks FROM version ORDER BY digest"):
        yield json.dumps({"digest": digest, "blocks": blocks.hex()})
    for mark in every(database):
        yield json.dumps(
            {
                "id": mark.id,
                "path": mark.path,
                "title": mark.title,
                "note": mark.note,
                "created": mark.created.isoformat(),
                "highlight": mark.highlight,
                "anchor": json.loads(anchor_json(mark.anchor)),
            }
        )


def imported(database: "Database", lines: Iterable[str]) -> Imported:
    """Take in the bookmarks of a file, all or none; what is marked already stays as it is.

    Raises:
        StateError: A line is none of an export, or nothing can be saved.
    """
    versions: list[tuple[str, bytes]] = []
    marks: list[Bookmark] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                read = json.loads(line)
                if "blocks" in read:
                    versions.append(_version(read))
                else:
                    marks.append(_bookmark(read))
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
                raise StateError(f"line {number} is not one that 'reader bookmarks export' wrote") from error
    with database.writing(durable=True) as transaction:
        transaction.executemany("INSERT OR IGNORE INTO version (digest, blocks) VALUES (?, ?)", versions)
        new = insert(transaction, marks)
        transaction.execute("DELETE FROM version WHERE digest NOT IN (SELECT digest FROM bookmark)")
    return Imported(new, len(marks) - new)


def _version(read: dict[str, Any]) -> tuple[str, bytes]:
    blocks = bytes.fromhex(read["blocks"])
    if len(blocks) % DIGEST_SIZE:
        raise ValueError("a digest is cut short")
    return _text(read["digest"]), blocks


def _bookmark(read: dict[str, Any]) -> Bookmark:
    created = datetime.fromisoformat(read["created"])
    if created.tzinfo is None:
        raise ValueError("a time without its zone")
    return Bookmark(
        id=_text(read["id"]),
        path=_path(read["path"]),
        title=_text(read["title"]),
        anchor=_checked(anchor_of(json.dumps(read["anchor"]))),
        note=_text(read["note"]),
        created=created,
        highlight=bool(read["highlight"]),
    )


def _checked(anchor: Anchor) -> Anchor:
    """An anchor of which every field is what it should be: it is read again without a look."""
    numbers = (*anchor.range, anchor.block, anchor.offset)
    if not all(type(number) is int and 0 <= number < 2**62 for number in numbers) or anchor.range.length < 0:
        raise ValueError("no place in a text")
    if not isinstance(anchor.fraction, int | float):
        raise TypeError("no fraction")
    for text in (anchor.digest, anchor.block_digest, anchor.exact, anchor.before, anchor.after, *anchor.headings):
        if not isinstance(text, str):
            raise TypeError("no text")
    if not anchor.digest.isascii():
        raise ValueError("no digest")
    return anchor


def _path(value: object) -> str:
    """A path as it came: a file's name need not be text (PEP 383)."""
    if not isinstance(value, str):
        raise TypeError("no path")
    os.fsencode(value)
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return storable(value)
