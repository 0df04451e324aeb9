"""Owns numerals: the one way every rule reads a number, whatever its language and writing."""

from reader.facts.numerals import letters
from reader.facts.numerals.numeral import is_ordinal_suffix, numeral_at, whole_at
from reader.facts.numerals.scales import scale_at, scale_of

__all__ = ["is_ordinal_suffix", "letters", "numeral_at", "scale_at", "scale_of", "whole_at"]
