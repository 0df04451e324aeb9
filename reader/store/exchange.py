"""Annotations in a file of their own: one JSON object a line, in ASCII, to keep or to take to another machine.

Two kinds of line: an annotation as it was saved, and, once for every text that something was marked in, the digests of
its blocks, by which places are found again after the text was edited. Files of former versions, in which a bookmark, a
highlight and a note were one line, are read as well.
"""

import json
import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.model import Anchor, StateError
from reader.store.fingerprints import DIGEST_SIZE
from reader.store.records import (
    Annotation,
    Colour,
    Kind,
    anchor_json,
    anchor_of,
    kinds_of_former,
    split_id,
    storable,
)
from reader.store.writes import ForgetVersions, KeepAnnotation, KeepVersion, Write

if TYPE_CHECKING:
    from reader.store.store import Store


class Imported(NamedTuple):
    """How many annotations of a file were new, or newer than those kept, and how many were there already."""

    new: int
    known: int


def exported(versions: Iterable[tuple[str, bytes]], annotations: Iterable[Annotation]) -> Iterator[str]:
    """The lines of a file that holds annotations, and the digests of the texts they were made in."""
    annotations = tuple(annotations)
    digests = {one.digest for one in annotations}
    for digest, blocks in versions:
        if digest in digests:
            yield json.dumps({"digest": digest, "blocks": blocks.hex()})
    for one in annotations:
        yield json.dumps(
            {
                "id": one.id,
                "kind": one.kind,
                "colour": one.colour,
                "path": one.path,
                "title": one.title,
                "note": one.note,
                "created": one.created.isoformat(),
                "changed": one.changed.isoformat(),
                "anchor": json.loads(anchor_json(one.anchor)),
            }
        )


def read_lines(lines: Iterable[str]) -> tuple[list[KeepVersion], list[Annotation]]:
    """What such a file holds.

    Raises:
        StateError: A line is none of an export.
    """
    versions: list[KeepVersion] = []
    annotations: list[Annotation] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                read = json.loads(line)
                if "blocks" in read:
                    versions.append(_version(read))
                else:
                    annotations += _annotations(read)
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
                raise StateError(f"line {number} is not one that 'reader bookmarks export' wrote") from error
    return versions, annotations


def take_in(store: "Store", annotations: Iterable[Annotation], versions: Iterable[KeepVersion] = ()) -> Imported:
    """Keep what is new, all of it or nothing. What is there already stays, but for what was changed later.

    The same place with the same words is the same annotation, whatever it is called: two machines may both have it.

    Raises:
        UnusableStateError: Nothing can be saved.
    """
    kept = {one.id: one for one in store.all_annotations()}
    said = {_saying(one): one.id for one in kept.values()}
    new: list[Write] = []
    known = 0
    for one in annotations:
        there = kept.get(one.id)
        if (there and there.changed >= one.changed) or (not there and _saying(one) in said):
            known += 1
            continue
        kept[one.id] = one
        said[_saying(one)] = one.id
        new.append(KeepAnnotation(one))
    if new:
        store.keep_now(*versions, *new, ForgetVersions())
    return Imported(len(new), known)


def _saying(one: Annotation) -> tuple[object, ...]:
    quote = "" if one.digest else one.anchor.exact
    return one.kind, one.path, one.title if not one.digest else "", one.digest, one.anchor.range, quote, one.note


def _version(read: dict[str, Any]) -> KeepVersion:
    blocks = bytes.fromhex(read["blocks"])
    if len(blocks) % DIGEST_SIZE:
        raise ValueError("a digest is cut short")
    return KeepVersion(_text(read["digest"]), blocks)


def _annotations(read: dict[str, Any]) -> Iterator[Annotation]:
    """One line's annotation; those of a line of a former version, which had no kind."""
    note = _text(read["note"])
    kinds = [Kind(read["kind"])] if "kind" in read else kinds_of_former(note=bool(note), highlight=read["highlight"])
    created = _time(read["created"])
    for kind in kinds:
        yield Annotation(
            id=_text(read["id"]) if "kind" in read else split_id(_text(read["id"]), kind),
            kind=kind,
            path=_path(read["path"]),
            title=_text(read["title"]),
            anchor=_checked(anchor_of(json.dumps(read["anchor"]))),
            created=created,
            changed=_time(read["changed"]) if "changed" in read else created,
            note=note if kind is Kind.NOTE else "",
            colour=Colour(read.get("colour") or Colour.YELLOW) if kind is Kind.HIGHLIGHT else None,
        )


def _time(written: str) -> datetime:
    time = datetime.fromisoformat(written)
    if time.tzinfo is None:
        raise ValueError("a time without its zone")
    return time


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
