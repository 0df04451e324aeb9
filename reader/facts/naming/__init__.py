"""Owns names that no gazetteer has, told by the words around and inside them.

A person is told by a title or profession before («الدكتور سامي حداد») or by a given name; an institution, place, event
or law by the word that says what it is («وزارة الخارجية», "University of Jordan", «معركة حطين») and the words that
belong to it. One interpreter (:mod:`~reader.facts.naming.persons`, :mod:`~reader.facts.naming.institutions`) reads them
by a language's table (:mod:`~reader.facts.naming.name_tables`); where names have capitals, these are a witness of their
own (:mod:`~reader.facts.naming.capitals`). What else a text may name is left alone: a name missed is better than a word
made a name.
"""

from collections.abc import Iterator

from reader.facts.naming.capitals import capitals_at
from reader.facts.naming.chunk import DetectedName, NameReader
from reader.facts.naming.institutions import BEFORE_LAST, institution_at
from reader.facts.naming.persons import person_at

__all__ = ["DetectedName", "NameReader", "detected_names"]


_QUOTES = ('"', "“", "”", "«", "»", "‘", "’", "„", "״")
"""Signs that quote: an apostrophe is none."""


def _is_title(reader: NameReader, i: int, end: int) -> bool:
    """Whether words that fill quotation marks are the title of a work: a "Miss Murder", رواية «مدينة الملح»."""
    at = i - 1
    if reader.stream.features.latin_names and reader.key(at) in reader.stream.words.definite:
        at -= 1
    if reader.sign(at) not in _QUOTES or end >= len(reader) or reader.sign(end) not in _QUOTES:
        return False
    if reader.stream.features.latin_names:
        return end - i > 1
    return reader.key(at - 1) in reader.names.work


def detected_names(reader: NameReader) -> Iterator[DetectedName]:
    """The names that a text's own words tell, in order, none overlapping another."""
    stream, names = reader.stream, reader.names
    capitals = stream.features.latin_names
    led = reader.near(names.last_kind, BEFORE_LAST) | reader.near(names.son, 1)
    i = 0
    while i < len(reader):
        found, key = None, reader.key(i)
        if capitals:
            found = capitals_at(reader, i, key) if key else None
        elif key and (i in led or names.may_begin(key)) and not stream.in_saying(i):
            found = institution_at(reader, i, key) or person_at(reader, i, key)
        if found is None or _is_title(reader, i, found.next):
            i += 1
        else:
            yield found
            i = found.next
