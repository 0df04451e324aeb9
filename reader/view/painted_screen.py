"""The whole screen as a workspace has it, but for what stands over the panes: header, panes, foot.

Units: cells and rows of the window.
"""

from reader.view.bars import foot_content, header_row
from reader.view.painted_panes import frame_of
from reader.view.panes.pane import Pane, Side
from reader.view.styled import PlacedRows
from reader.view.whereabouts import whereabouts
from reader.view.workspace import Workspace


def painted_screen(workspace: Workspace) -> list[PlacedRows]:
    """The parts of the screen, the hindmost first."""
    (columns, rows), shares = workspace.window, workspace.arrangement
    direction, top, foot_rows = workspace.document.direction, int(shares.bars), workspace.foot_rows
    parts: list[PlacedRows] = []
    if top:
        parts.append(PlacedRows((header_row(whereabouts(workspace), direction, columns),), 0, 0, columns))
    if foot_rows:
        foot = foot_content(workspace).rows(columns, foot_rows)
        parts.append(PlacedRows(foot, 0, rows - foot_rows, columns))
    left, height = 0, rows - top - foot_rows
    over: list[PlacedRows] = []
    for pane in workspace.panes[::-1] if direction.is_rtl else workspace.panes:
        if width := shares.width_of(pane.name):
            painted = frame_of(workspace, pane).painted(pane.content(workspace.messages), width, height)
            if pane.name == shares.over:
                over.append(PlacedRows(painted, left_of_over(workspace, pane), top, width))
            else:
                parts.append(PlacedRows(painted, left, top, width))
                left += width
    return parts + over


def left_of_over(workspace: Workspace, pane: Pane) -> int:
    """The column at which a pane begins that stands over the text: at its own side."""
    at_right = (pane.side is Side.AFTER) is not workspace.document.direction.is_rtl
    return workspace.window.columns - workspace.arrangement.width_of(pane.name) if at_right else 0
