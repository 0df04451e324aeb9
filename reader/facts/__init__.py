"""Owns facts: what a document states in figures, dates, names and terms, each with its range and a normalised value.

:func:`extract` reads a document in one of six languages (Arabic, Persian, Urdu, Kurdish, Hebrew, English; the block's
language decides). The grammar of numbers and what they measure is in :mod:`reader.facts.grammar`, what is of each
language in :mod:`reader.facts.languages`.
"""

from reader.facts.export import as_csv, as_json, as_markdown, record_of
from reader.facts.extraction import extract, extract_blocks, glossary
from reader.facts.extractor import Context, Extractor, Found
from reader.facts.glossary import Term

__all__ = [
    "Context",
    "Extractor",
    "Found",
    "Term",
    "as_csv",
    "as_json",
    "as_markdown",
    "extract",
    "extract_blocks",
    "glossary",
    "record_of",
]
