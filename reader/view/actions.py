"""What actions do to the workspace, as far as they need nothing outside it."""

from collections.abc import Callable, Mapping

from reader.view.arrange import PaneName
from reader.view.keys import Action
from reader.view.reading_state import ReadingState
from reader.view.workspace import Workspace

WORKSPACE_ACTIONS: Mapping[Action, Callable[[Workspace], Workspace]] = {
    Action.LINE_DOWN: lambda workspace: workspace.moved(1),
    Action.LINE_UP: lambda workspace: workspace.moved(-1),
    Action.PAGE_DOWN: lambda workspace: workspace.paged(1),
    Action.PAGE_UP: lambda workspace: workspace.paged(-1),
    Action.START: lambda workspace: workspace.to_end(last=False),
    Action.END: lambda workspace: workspace.to_end(last=True),
    Action.NEXT_PANE: lambda workspace: workspace.focus_moved(1),
    Action.PREVIOUS_PANE: lambda workspace: workspace.focus_moved(-1),
    Action.FOLD_LEFT: lambda workspace: workspace.folded_towards(right=False),
    Action.FOLD_RIGHT: lambda workspace: workspace.folded_towards(right=True),
    Action.SECTIONS: lambda workspace: workspace.toggled(PaneName.SECTIONS),
    Action.FACTS: lambda workspace: workspace.toggled(PaneName.FACTS),
    Action.SCOPE: Workspace.scope_toggled,
    Action.UNDERLINE: Workspace.underline_toggled,
    Action.CANCEL: Workspace.cancelled,
}
"""Actions that always do something, if only nothing."""

JUMPS: Mapping[Action, tuple[Callable[[Workspace], Workspace], str]] = {
    Action.NEXT_SECTION: (
        lambda workspace: _read(workspace, workspace.reading.section_moved(1)),
        "message.last_section",
    ),
    Action.PREVIOUS_SECTION: (
        lambda workspace: _read(workspace, workspace.reading.section_moved(-1)),
        "message.first_section",
    ),
    Action.NEXT_HIT: (lambda workspace: workspace.hit_moved(1), "message.no_search"),
    Action.PREVIOUS_HIT: (lambda workspace: workspace.hit_moved(-1), "message.no_search"),
    Action.BACK: (lambda workspace: _read(workspace, workspace.reading.went_back()), "message.no_back"),
    Action.FORWARD: (lambda workspace: _read(workspace, workspace.reading.went_forward()), "message.no_forward"),
}
"""Jumps, and the text that says there is nowhere to go; then the state read is the very same object."""

RETURNS = frozenset((Action.BACK, Action.FORWARD))
"""Jumps that lead back to another document where there is none left in this one."""

MENTIONS = frozenset((Action.NEXT_HIT, Action.PREVIOUS_HIT))
"""Jumps that may go through a fact's mentions."""


def _read(workspace: Workspace, reading: ReadingState) -> Workspace:
    return workspace if reading is workspace.reading else workspace.with_reading(reading)
