"""Owns names that no gazetteer has, told by the words around and inside them.

A person is told by a title or profession before («الدكتور سامي حداد») or by a given name; an institution, place, event
or law by the word that says what it is («وزارة الخارجية», "University of Jordan", «معركة حطين») and the words that
belong to it. Each language has its own rules, in a module with its words; what else a text may name is left alone: a
name missed is better than a word made a name.
"""

from collections.abc import Iterator
from importlib import import_module

from reader.facts.naming.shared import DetectedName
from reader.facts.stream import TokenStream

_MODULES = {"ar": "arabic", "fa": "persian", "ur": "urdu", "he": "hebrew", "en": "english"}

__all__ = ["DetectedName", "detected_names"]


def detected_names(stream: TokenStream) -> Iterator[DetectedName]:
    """The names that a text's own words tell, in order, none overlapping another."""
    if stream.language.code not in _MODULES:
        return iter(())
    names: Iterator[DetectedName] = import_module(f"reader.facts.naming.{_MODULES[stream.language.code]}").names(stream)
    return names
