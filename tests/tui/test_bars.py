"""The header without an application."""

import pytest

from reader.model import Direction
from reader.tui.bars import HeaderBar
from reader.tui.paint import Painter
from reader.view.whereabouts import Whereabouts


@pytest.mark.parametrize(("title", "says"), [("", "Beginnings"), ("Tides", "Tides · Beginnings")])
def test_what_parts_the_titles_stands_only_between_two(title: str, says: str) -> None:
    header = HeaderBar(Painter("terminal"))
    header.show(Whereabouts(title, "Beginnings", "4%"), Direction.LTR)
    row = "".join(piece.text for piece in header.painted(40))
    assert (row[0], row[1:-1].split("  ")[0]) == (" ", says)
