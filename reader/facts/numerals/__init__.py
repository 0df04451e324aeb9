"""Owns numerals: the one way every rule reads a number, whatever its language and writing."""

from reader.facts.numerals import gematria
from reader.facts.numerals.reading import numeral_at, ordinal_suffixes, scale_of
from reader.facts.numerals.shape import Numeral, Style

__all__ = ["Numeral", "Style", "gematria", "numeral_at", "ordinal_suffixes", "scale_of"]
