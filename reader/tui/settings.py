"""How the application looks and answers, and the workspace it begins with. Textual is not needed for it."""

from reader.formats import OpenOptions
from reader.locale import Messages
from reader.model import Document
from reader.store.configuration import Complaint
from reader.text.layout import Justification
from reader.values import dataclass, field
from reader.view.actions import keymap_of
from reader.view.beginnings import Beginning
from reader.view.events import Started
from reader.view.keys import Keymap
from reader.view.opening import opened_workspace
from reader.view.page import MEASURE
from reader.view.panes.table import PANES, PaneRow
from reader.view.session import Session
from reader.view.theme_names import THEMES
from reader.view.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Settings:
    """How the application looks and answers.

    Attributes:
        language: The interface's language.
        theme: A name in :data:`reader.view.theme_names.THEMES`.
        measure: Cells of the text column at most.
        justification: How lines are filled at first.
        isolate: Whether machine text in prose is isolated.
        keymap: Which key does what.
        opening: How documents that are opened from others are read.
        complaint: What is wrong in the configuration.
        linear: Whether everything is said in lines, and nothing is painted.
        panes: The panes, in reading order across the screen.
    """

    language: str = "en"
    theme: str = THEMES[0]
    measure: int = MEASURE
    justification: Justification = Justification.NONE
    isolate: bool = True
    keymap: Keymap = field(default_factory=keymap_of)
    opening: OpenOptions = field(default_factory=OpenOptions)
    complaint: Complaint | None = None
    linear: bool = False
    panes: tuple[PaneRow, ...] = PANES


def workspace_of(document: Document, session: Session, settings: Settings) -> Workspace:
    """The workspace of the document that is read first, not yet in a window."""
    return opened_workspace(
        document,
        session.memory,
        Messages(settings.language),
        settings.keymap,
        measure=settings.measure,
        justification=settings.justification,
        isolate=settings.isolate,
        rows=settings.panes,
        theme=settings.theme,
    )


def start_of(session: Session, settings: Settings, beginning: Beginning | None) -> Started:
    """The event with which it begins: the text that is shown first, and what is filled in; "" for none."""
    if notice := session.store.notice:
        return Started(f"state.{notice.code}", (("path", notice.path),), session.store.path, beginning)
    complaint = settings.complaint
    said = (complaint.text, complaint.values) if complaint else ("", ())
    return Started(*said, session.store.path, beginning)
