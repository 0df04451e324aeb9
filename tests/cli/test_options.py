"""The values that options name are those of the parts they are for; the command line loads none of them to tell."""

from reader import locale
from reader.cli import arguments
from reader.terminal.encodings import TerminalEncoding
from reader.text.layout import Justification


def test_encodings_are_the_terminals() -> None:
    asked_for_otherwise = {TerminalEncoding.TERMINAL}  # --bidi=terminal
    assert set(arguments.ENCODINGS) == set(TerminalEncoding) - asked_for_otherwise


def test_languages_are_those_there_are_texts_in() -> None:
    assert arguments.LANGUAGES == locale.LANGUAGES


def test_justifications_are_the_text_engines() -> None:
    assert set(arguments.JUSTIFICATIONS) == set(Justification)
