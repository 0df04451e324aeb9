"""The page a document is opened at: what the reader shows first, and where on the screen.

Told apart from the workspace, which starts with the same values, because the page is there long before everything that
the workspace can do.

Units: cells and rows of the window.
"""

from reader.model import Document, Pos
from reader.text.layout import Justification
from reader.view.arrange import BAR, TITLE, Arrangement, PaneName, Window, arrange
from reader.view.flow import Flow
from reader.view.page import MEASURE, painted_page, sized
from reader.view.reading_state import ReadingState
from reader.view.session import Memory, SetUp, Share
from reader.view.styled import PlacedRows


def opened_reading(
    document: Document,
    memory: Memory,
    *,
    justification: Justification = Justification.NONE,
    isolate: bool = True,
    marks: bool = True,
) -> ReadingState:
    """The text of a document that is opened: at the place where it was left, not yet in a pane.

    Args:
        document: The document.
        memory: What is remembered of it.
        justification: How lines are filled.
        isolate: Whether machine text in prose is isolated.
        marks: Whether harakat are shown.
    """
    start = (memory.position if document.complete else None) or Pos(0)
    sideways = (document.is_printed or None) if memory.set_up.sideways is None else memory.set_up.sideways
    flow = Flow(
        document,
        1,
        marks=marks,
        justification=justification,
        isolate=isolate,
        sideways=sideways,
        spacing=memory.set_up.spacing or 0,
    )
    return ReadingState(flow, top=start, cursor=start, ruler=bool(memory.set_up.ruler))


def wanted_panes(document: Document, set_up: SetUp, names: frozenset[str]) -> frozenset[str]:
    """Which of the panes of these names show at first; as in a pager, the text alone of what is piped."""
    if document.is_piped:
        return frozenset({PaneName.TEXT})
    usual = names - {PaneName.CONVERSATION}  # it opens with the first question
    return usual if set_up.panes is None else (set_up.panes & names) | {PaneName.TEXT}


def shares_asked(shares: tuple[Share, ...], window: Window) -> dict[str, int]:
    """The cells that panes have been given in windows of this size."""
    size = Share.size_of(window.columns)
    return {share.pane: share.width for share in shares if share.size == size}


def first_page(
    document: Document,
    memory: Memory,
    window: Window,
    *,
    measure: int = MEASURE,
    justification: Justification = Justification.NONE,
    isolate: bool = True,
) -> PlacedRows:
    """The page as the workspace will have it, with the reader's own panes."""
    shares = _arrangement(document, memory.set_up, window)
    width, bars = shares.width_of(PaneName.TEXT), int(shares.bars)
    top = bars + shares.titled * TITLE
    reading = opened_reading(document, memory, justification=justification, isolate=isolate)
    reading = sized(reading, width - BAR, window.rows - bars - top, measure)
    beside = [(name, cells) for name, cells in shares.widths if name != PaneName.TEXT]
    rtl = document.direction.is_rtl
    before = PaneName.FACTS if rtl else PaneName.SECTIONS  # what stands at the left of the text
    left = sum(cells for name, cells in beside if name == before) + rtl * BAR
    return PlacedRows(painted_page(reading, width - BAR)[: reading.height], left, top, width - BAR)


def _arrangement(document: Document, set_up: SetUp, window: Window) -> Arrangement:
    sides = [PaneName.SECTIONS] if document.sections or document.awaited else []
    wanted = wanted_panes(document, set_up, frozenset(PaneName))
    shown = [name for name in (*sides, PaneName.FACTS) if name in wanted]
    return arrange(window, shown, PaneName.TEXT, shares_asked(set_up.shares or (), window))
