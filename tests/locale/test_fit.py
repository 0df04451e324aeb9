"""No text of the interface is cut in a window of 80 columns, whatever language it is in."""

import re

import pytest

from reader.locale import LANGUAGES, Messages
from reader.model import Direction
from reader.view.actions import ACTIONS, keymap_of
from reader.view.styled import one_line

COLUMNS = 80
FRAMED = COLUMNS - 2
SAMPLE = "١٢٬٣٤٥"
"""What stands for a value: a number of five digits."""

ROOM = {
    "pane": 60,  # a title stands in a frame, beside what the pane is of
    "header": 30,
    "search": 52,
    "goto": 40,  # a label leaves half of the line to what is typed
    "filter": 40,
    "tree": 40,
    "files": 40,
    "marks_filter": 40,
    "export": 44,
    "command": 40,
    "group": 40,
    "theme": 30,
    "elsewhere": 40,
    "bookmark": 24,
    "footer": 20,
    "kind": 26,  # the narrowest pane of facts is 28
    "about": 26,
    "picture": 26,
    "language": 20,
    "marks": 30,
    "colour": 12,
    "leaving": FRAMED,
    "selecting": COLUMNS,
    "asking": COLUMNS,
}
"""Cells for the texts of a section that have one line; those of the others take as many as they need."""

HINT = 48
"""Cells of what an empty prompt says."""

ROWS = 3
"""Rows that a message at the foot, or a notice, takes at most."""


def width_of(text: str, language: str) -> int:
    direction = Direction.LTR if language == "en" else Direction.RTL
    return one_line(re.sub(r"\{\w+\}", SAMPLE, text), direction).width


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_of_one_line_fit(language: str) -> None:
    texts = Messages(language)._texts
    widths = {name: width_of(text, language) for name, text in texts.items()}
    assert {name: width for name, width in widths.items() if width > room_for(name)} == {}


def room_for(name: str) -> int:
    if name == "search.hint":
        return ROOM["search"]
    return HINT if name.endswith(".hint") else ROOM.get(name.partition(".")[0], 1 << 20)


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_take_few_lines(language: str) -> None:
    long = {
        name: text
        for name, text in Messages(language)._texts.items()
        if name.partition(".")[0] not in {*ROOM, "cli"} and width_of(text, language) > (COLUMNS - 12) * ROWS
    }
    assert long == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_shows_every_key_beside_what_it_does(language: str) -> None:
    messages, keymap = Messages(language), keymap_of()
    rows = [row for row in ACTIONS if row.help]
    keys = max(len(keymap.shown((row.action,))) for row in rows)
    room = FRAMED - 1 - keys - 2
    wide = [text for row in rows if width_of(text := messages.text(row.help), language) > room]
    assert wide == []
