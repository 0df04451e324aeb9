"""Panes opened and closed, focused, made wider and narrower by keys and by the mouse."""

from reader.values import replace
from reader.view.arrange import SIDE_LEAST, PaneName
from reader.view.events import EdgeDragged
from reader.view.panes.pane import Moved, Side
from reader.view.session import Share
from reader.view.steps import Step
from reader.view.workspace import Workspace

SHARE_STEP = 2
"""Cells by which a key makes a pane wider or narrower."""


def toggle(workspace: Workspace, name: str) -> Step:
    """A pane opened or closed: beside the text where it has room, else over it; of an empty one, that it is empty."""
    pane = workspace.pane(name)
    if pane.vacancy:
        return workspace.said(pane.vacancy), ()
    opened = _with_wanted(workspace, workspace.wanted | {name})
    if not opened.arrangement.has_beside(name):
        return _focused(workspace, PaneName.TEXT if workspace.focus == name else name), ()
    return (_with_wanted(workspace, workspace.wanted - {name}) if name in workspace.wanted else opened), ()


def move_focus(workspace: Workspace, step: int) -> Workspace:
    """The next (1) or previous (-1) pane focused, empty ones left out; where all are closed, the first is opened."""
    panes = [pane for pane in workspace.panes if not pane.vacancy]
    names = [pane.name for pane in panes]
    if len(names) > 1 and workspace.wanted == {PaneName.TEXT} and workspace.sides_have_room:
        first = next(name for name in names if name != PaneName.TEXT)
        return _focused(_with_wanted(workspace, workspace.wanted | {first}), first)
    if workspace.sides_have_room:
        names = [name for name in names if name in workspace.wanted]
    at = names.index(workspace.focus) if workspace.focus in names else 0
    return _focused(workspace, names[(at + step) % len(names)])


def close(workspace: Workspace) -> Workspace | None:
    """The pane that stands over the text closed, or the panes come back that were put away; None where neither is."""
    if workspace.arrangement.over:
        return workspace.focused_on(PaneName.TEXT)
    return replace(workspace, alone=False) if workspace.alone else None


def toggle_alone(workspace: Workspace) -> Step:
    """Nothing but the text, or everything again."""
    alone = replace(workspace.focused_on(PaneName.TEXT), alone=not workspace.alone)
    return alone.said("message.alone" if alone.alone else "message.not_alone"), ()


def resize(workspace: Workspace, step: int) -> Step:
    """The focused pane so many cells wider; the text gets what the panes beside it lose."""
    widths = [(name, width) for name, width in workspace.arrangement.widths if name != PaneName.TEXT]
    if not widths:
        return workspace.said("message.no_panes_beside"), ()
    if workspace.focus == PaneName.TEXT:
        changes = [(name, width - step) for name, width in widths]
    else:
        changes = [(name, width + step) for name, width in widths if name == workspace.focus]
    for name, width in changes:
        workspace = _shared(workspace, name, width)
    return workspace, ()


def drag_edge(workspace: Workspace, event: EdgeDragged) -> Workspace:
    """The edge where a pane ends dragged to a column of the window; the pane at that edge takes it, never the text."""
    columns = workspace.window.columns
    end = columns - event.column if workspace.document.direction.is_rtl else event.column + 1
    names = [pane.name for pane in workspace.panes]
    widths = dict(workspace.arrangement.widths)
    shown = [name for name in names if name in widths]
    if event.pane not in shown[:-1]:
        return workspace
    at = shown.index(event.pane)
    if workspace.pane(event.pane).side is not Side.TEXT:
        return _shared(workspace, event.pane, end - sum(widths[name] for name in shown[:at]))
    return _shared(workspace, shown[at + 1], columns - end - sum(widths[name] for name in shown[at + 2 :]))


def _shared(workspace: Workspace, name: str, width: int) -> Workspace:
    """A pane given so many cells in windows of this size; it gets what the others leave."""
    size = Share.size_of(workspace.window.columns)
    others = tuple(share for share in workspace.shares if (share.size, share.pane) != (size, name))
    given = replace(workspace, shares=(*others, Share(size, name, max(SIDE_LEAST, width))))
    return replace(workspace, shares=(*others, Share(size, name, given.arrangement.width_of(name))))


def _focused(workspace: Workspace, name: str) -> Workspace:
    focused = workspace.focused_on(name)
    return focused if name in workspace.wanted else focused.told(Moved(focused.reading, focused.reading))


def _with_wanted(workspace: Workspace, wanted: frozenset[str]) -> Workspace:
    """Other panes wanted; the text is focused when the focused pane goes."""
    changed = replace(workspace, wanted=wanted, focus=workspace.focus if workspace.focus in wanted else PaneName.TEXT)
    return changed.told(Moved(changed.reading, changed.reading))
