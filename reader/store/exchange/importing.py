"""Taking annotations in from files of several forms, told apart by what is in them."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.model import StateError
from reader.named_tuples import NamedTuple
from reader.store.exchange import jsonl, kindle, koreader, webannotation
from reader.store.records import Annotation
from reader.store.writes import ForgetVersions, KeepAnnotation, KeepVersion, Write

if TYPE_CHECKING:
    from reader.store.store import Store

_REFUSED = "it holds no marks in a form that is known (exports of this reader, Web Annotations, KOReader's, Kindle's)"


class Imported(NamedTuple):
    """How many annotations of a file were new, or newer than those kept, and how many were there already."""

    new: int
    known: int


def read(data: bytes) -> tuple[list[KeepVersion], list[Annotation]]:
    """The annotations of a file, whatever wrote it.

    Raises:
        StateError: It is of no form that is known, or damaged; one line.
    """
    text = _decoded(data)
    beginning = text.lstrip()
    try:
        if beginning.startswith(("{", "[")):
            return _json(text)
        if kindle.is_one(beginning):
            return [], list(kindle.annotations(text))
        if koreader.is_lua(beginning):
            return [], list(koreader.from_lua(text))
        if koreader.is_html(beginning):
            return [], list(koreader.from_html(text))
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
        raise StateError("it is damaged, or was written by a version that is not known") from error
    if "\n" in text.strip() or not text.strip():
        return jsonl.read_lines(text.split("\n"))
    raise StateError(_REFUSED)


def take_in(store: "Store", annotations: Iterable[Annotation], versions: Iterable[KeepVersion] = ()) -> Imported:
    """Keep what is new, all of it or nothing. What is there already stays, but for what was changed later.

    The same place with the same words is the same annotation, whatever it is called: two machines may both have it.

    Raises:
        UnusableStateError: Nothing can be saved.
    """
    kept = {one.id: one for one in store.all_annotations()}
    said = {_saying(one) for one in kept.values()}
    new: list[Write] = []
    known = 0
    for one in annotations:
        there = kept.get(one.id)
        if (there and there.changed >= one.changed) or (not there and _saying(one) in said):
            known += 1
            continue
        kept[one.id] = one
        said.add(_saying(one))
        new.append(KeepAnnotation(one))
    if new:
        store.keep_now(*versions, *new, ForgetVersions())
    return Imported(len(new), known)


def _saying(one: Annotation) -> tuple[object, ...]:
    """A key that is equal for annotations that say the same of the same place."""
    if one.digest:
        return one.kind, one.digest, one.anchor.range, one.note
    return one.kind, one.path, one.title, one.anchor.exact, one.note


def _json(text: str) -> tuple[list[KeepVersion], list[Annotation]]:
    """One JSON value, or one a line."""
    try:
        value = json.loads(text)
    except ValueError:
        return jsonl.read_lines(text.split("\n"))
    if webannotation.is_one(value):
        return [], list(webannotation.annotations(value))
    if koreader.is_json(value):
        return [], list(koreader.from_json(value))
    return jsonl.read_lines(text.split("\n"))


def _decoded(data: bytes) -> str:
    """The text: UTF-8, or UTF-16 with its mark, as some programs write.

    Raises:
        StateError: It is neither.
    """
    try:
        return data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    except UnicodeDecodeError:
        raise StateError("it is not UTF-8 text") from None
