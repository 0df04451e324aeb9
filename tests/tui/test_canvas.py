"""The frame that widgets are laid into: of the size they were laid out in, whatever the window is by now."""

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from textual.geometry import Region, Size

from reader.terminal.row import BLANK, Row
from reader.tui.canvas import Canvas
from reader.tui.painted_widget import PaintedWidget

if TYPE_CHECKING:
    from textual.screen import Screen

    from reader.tui.paint import Painter

PLACE = Region(4, 1, 6, 4)


class Painted(PaintedWidget):
    """A widget whose cells are those it is given."""

    def __init__(self, cells: tuple[Row, ...]) -> None:
        super().__init__("painted", cast("Painter", None))
        self.given = cells

    @property
    def cells(self) -> tuple[Row, ...]:
        return self.given


@pytest.mark.parametrize("window", [Size(20, 6), Size(33, 3), Size(1, 1), Size(200, 60)])
@pytest.mark.parametrize("laid_out_in", [Size(20, 6), Size(7, 3), Size(2, 2)])
@pytest.mark.parametrize("cells", [(6, 4), (9, 7), (2, 1)])
def test_a_window_that_was_resized_just_now_changes_nothing(
    window: Size, laid_out_in: Size, cells: tuple[int, int]
) -> None:
    widget = Painted(((BLANK,) * cells[0],) * cells[1])
    compositor = SimpleNamespace(size=laid_out_in, visible_widgets={widget: (PLACE, Region(0, 0, 50, 50))})
    screen = cast("Screen[Any]", SimpleNamespace(size=window, _compositor=compositor))
    canvas = Canvas()
    assert canvas.lay_widgets(screen)
    assert [len(row) for row in canvas.rows] == [laid_out_in.width] * laid_out_in.height
