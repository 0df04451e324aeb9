"""Leaving the program: at once where all is kept, else after asking what is to become of what is not."""

from reader.enumerations import StrEnum
from reader.model import ExitCode
from reader.store import AnnotationKind
from reader.values import replace
from reader.view.annotation_events import KeepingTried, SavedElsewhere
from reader.view.effects import Quit, SaveElsewhere, TryKeeping
from reader.view.list_model import Item, ListModel
from reader.view.popups import ListKind, ListPopup
from reader.view.prompt import Prompt, PromptKind
from reader.view.steps import Step
from reader.view.styled import styled
from reader.view.workspace import Workspace

FILE = "reader-marks.jsonl"
"""The name suggested for a file of marks that could not be kept."""


class Way(StrEnum):
    """A way to deal with marks that are not kept; worded by the text ``leaving.WAY``."""

    AGAIN = "again"
    ELSEWHERE = "elsewhere"
    LEAVE = "leave"


def leave(workspace: Workspace) -> Step:
    """Leave the reader: the action of ``q``."""
    if not workspace.changes.asked:
        return workspace, (Quit(),)
    return workspace.said("leaving.trying"), (TryKeeping(),)


def tried(workspace: Workspace, event: KeepingTried) -> Step:
    """All is kept, and the program ends; else a list of what can be done."""
    if event.kept:
        return workspace, (Quit(),)
    return _asking(replace(workspace, notice="")), ()


def chosen(workspace: Workspace, way: Way) -> Step:
    """Act on the way that was chosen."""
    match way:
        case Way.AGAIN:
            return leave(workspace)
        case Way.ELSEWHERE:
            return replace(
                workspace, prompt=Prompt(PromptKind.ELSEWHERE, workspace.reading.viewpoint).inserted(FILE)
            ), ()
        case Way.LEAVE:
            return workspace, (Quit(),)


def save(workspace: Workspace, path: str) -> Step:
    """Write what is not kept to a file that can be imported."""
    if not path.strip():
        return _asking(workspace), ()
    kept = tuple(one.annotation for asked in workspace.changes.asked for one in asked.change.after)
    return workspace, (SaveElsewhere(path.strip(), tuple({one.id: one for one in kept}.values())),)


def saved(workspace: Workspace, event: SavedElsewhere) -> Step:
    """It is in the file, and the program ends; else why it is not, and what else can be done."""
    if not event.reason:
        return workspace, (Quit(ExitCode.DONE),)
    return _asking(workspace.said("message.cannot_save", path=event.path, reason=event.reason)), ()


def _asking(workspace: Workspace) -> Workspace:
    messages = workspace.messages
    items = tuple(Item(styled(messages.text(f"leaving.{way}")), None, way) for way in Way)
    return replace(workspace, popup=ListPopup(ListKind.LEAVING, ListModel(items), details=details(workspace)))


def details(workspace: Workspace) -> str:
    """The marks not kept, and why."""
    messages, changes = workspace.messages, workspace.changes
    lines = [messages.text("leaving.waiting", count=len(changes.asked))]
    if changes.reason:
        lines.append(messages.text(f"state.{changes.reason}", path=workspace.state_path))
    for asked in changes.asked:
        about = (asked.change.after or asked.change.before)[0].annotation
        sign = "−" if not asked.change.after else "✎" if about.kind is AnnotationKind.NOTE else "◇"
        lines.append(f"{sign} {asked.text}")
    return "\n".join(lines)
