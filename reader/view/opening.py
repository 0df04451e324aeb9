"""Opening a document: the workspace it is first shown in."""

from reader.locale import Messages
from reader.model import Document
from reader.text.layout import Justification
from reader.values import replace
from reader.view.arrange import PaneName
from reader.view.fact_index import FactIndex
from reader.view.facts_known import FactsFound
from reader.view.first_page import opened_reading, wanted_panes
from reader.view.keys import Keymap
from reader.view.pace import Pace
from reader.view.page import MEASURE
from reader.view.panel.groupings import Groupings
from reader.view.panes.table import PANES, PaneRow
from reader.view.searches import Searches
from reader.view.session import Memory
from reader.view.theme_names import THEMES
from reader.view.workspace import Workspace


def opened_workspace(
    document: Document,
    memory: Memory,
    messages: Messages,
    keymap: Keymap,
    *,
    measure: int = MEASURE,
    justification: Justification = Justification.NONE,
    isolate: bool = True,
    marks: bool = True,
    rows: tuple[PaneRow, ...] = PANES,
    theme: str = THEMES[0],
) -> Workspace:
    """The workspace of a document that is opened: at the place where it was left.

    Of a folder there are no facts, and its files are chosen in the tree.

    Args:
        document: The document.
        memory: What is remembered of it.
        messages: The interface's language.
        keymap: Which key does what.
        measure: Cells of the text column at most.
        justification: How lines are filled.
        isolate: Whether machine text in prose is isolated.
        marks: Whether harakat are shown.
        rows: The panes.
        theme: The name of the theme.
    """
    set_up = memory.set_up
    reading = opened_reading(document, memory, justification=justification, isolate=isolate, marks=marks)
    panes = tuple(row(reading, messages) for row in rows)
    wanted = wanted_panes(document, set_up, frozenset(pane.name for pane in panes))
    searches = Searches(set_up.searches or ())
    pace = Pace(set_up.pace) if set_up.pace else Pace()
    shares = set_up.shares or ()
    workspace = Workspace(
        panes, messages, keymap, wanted, rows=rows, searches=searches, shares=shares, pace=pace, theme=theme
    )
    workspace = replace(workspace, greeted=bool(set_up.greeted))
    workspace = workspace.underlined(set_up.underlined or frozenset())
    workspace = workspace.with_pane(replace(workspace.text, measure=measure))
    if set_up.whole:
        workspace = workspace.scope_toggled()
    if not document.is_folder:
        return workspace
    workspace = workspace.with_facts(FactsFound(document, Groupings(document, FactIndex())))
    return workspace.focused_on(PaneName.SECTIONS) if PaneName.SECTIONS in wanted else workspace
