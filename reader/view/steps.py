"""The type of handlers: each takes the workspace and gives the next one, with the effects asked of the shell."""

from collections.abc import Callable

from reader.view.effects import Effect
from reader.view.workspace import Workspace

Step = tuple[Workspace, tuple[Effect, ...]]
Handler = Callable[[Workspace], Step]


def plain(method: Callable[[Workspace], Workspace]) -> Handler:
    """The handler of what needs nothing outside the workspace."""
    return lambda workspace: (method(workspace), ())


def jump(workspace: Workspace, jumped: Workspace, refusal: str) -> Step:
    """A jump; where the text stays as it is, the name of the text that says there is nowhere to go."""
    if jumped.reading is workspace.reading:
        return workspace.said(refusal), ()
    return jumped, ()
