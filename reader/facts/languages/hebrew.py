"""Owns Hebrew's words (being written)."""

from reader.facts.languages.shared import Grammar
from reader.facts.lexicon import Proclitics
from reader.facts.numerals import Style


def grammar() -> Grammar:
    """Hebrew."""
    return Grammar("he", (), Style(), Proclitics(), frozenset())
