"""Owns Persian's words (being written)."""

from reader.facts.languages.shared import Grammar
from reader.facts.lexicon import Proclitics
from reader.facts.numerals import Style


def grammar() -> Grammar:
    """Persian."""
    return Grammar("pe", (), Style(), Proclitics(), frozenset())
