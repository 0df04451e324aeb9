"""From painted frames to bytes: only what changed, in the way this terminal shows it.

A *frame* is the whole screen as rows of cells in visual order. :func:`update` compares it with what the terminal is
known to hold and returns the shortest text it finds that turns the one into the other, in four steps:

1. **encode**: every row that changed is encoded whole for the terminal (:mod:`reader.terminal.encodings`). What a
   terminal holds are encoded cells, so everything below compares those;
2. **shift**: within each region that may have scrolled, rows are looked for that stand elsewhere on the screen. The
   shift that moves most of them is tried (:mod:`reader.terminal.shifting`): between left and right margins where the
   terminal has them, else over the full width;
3. **choose**: the plan that leaves the fewest bytes to be sent is taken; not to shift at all is one of them;
4. **write**: cells that differ are sent in pieces of one look (:mod:`reader.terminal.pieces`), row by row or look by
   look, blanks are erased, the cursor moves by the shortest way (:mod:`reader.terminal.pen`).

Units: rows and columns counted from 0.
"""

from collections.abc import Iterable, Sequence

from reader.named_tuples import NamedTuple
from reader.terminal.encodings import TerminalEncoding, encode
from reader.terminal.glyphs import ALL_DRAWN, Glyphs
from reader.terminal.identity import Terminal
from reader.terminal.pen import Cursor, Pen
from reader.terminal.row import BLANK, Row, fitted, shared
from reader.terminal.shifting import Region, best_shift
from reader.terminal.style import ColourDepth, Style
from reader.values import dataclass

SYNCHRONISED_START = "\x1b[?2026h"
SYNCHRONISED_END = "\x1b[?2026l"

WORTH_HOLDING = 256
"""Characters from which a frame is held back until it is complete, where the terminal can."""

MANY_ROWS = 12
"""Rows to be written from which margins are in the way, and setting them again costs less."""

Frame = Sequence[Row]


@dataclass(frozen=True, slots=True)
class Output:
    """How a terminal is written to: what :class:`~reader.terminal.identity.Terminal` found, or a person chose."""

    encoding: TerminalEncoding = TerminalEncoding.V
    depth: ColourDepth = ColourDepth.TRUE
    margins: bool = False
    erases_in_colour: bool = False
    erases_runs: bool = False
    synchronised: bool = False
    glyphs: Glyphs = ALL_DRAWN

    @classmethod
    def of(cls, terminal: Terminal) -> "Output":
        """The abilities of a terminal as it was identified."""
        return cls(
            terminal.encoding,
            terminal.depth,
            terminal.margins,
            terminal.erases_in_colour,
            terminal.erases_runs,
            terminal.synchronised,
            terminal.glyphs,
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """The contents of the terminal's screen; the default is a screen nothing is known of.

    Attributes:
        painted: The last frame, in visual order.
        sent: Its rows as they were sent, one cell a column.
        cursor: Where the cursor is, None when it is not known.
        style: The look in force, None when it is not known.
        margins: The scrolling margins in force, None when they are not known.
    """

    painted: tuple[Row, ...] = ()
    sent: tuple[Row, ...] = ()
    cursor: Cursor | None = None
    style: Style | None = None
    margins: Region | None = None


class Update(NamedTuple):
    """The bytes to write, and the terminal's contents after them."""

    text: str
    shown: Shown


def update(
    shown: Shown, frame: Frame, output: Output, regions: Iterable[Region] = (), cursor: Cursor | None = None
) -> Update:
    """The text that turns what the terminal shows into a frame.

    Args:
        shown: What it shows now.
        frame: Rows of one width; the terminal has as many rows and columns.
        output: How it is written to. When its encoding has a margin, the terminal has so many columns more.
        regions: Where the frame may have scrolled; the whole frame where none is told.
        cursor: Where the cursor is to stand; None leaves it wherever it is.
    """
    margin = output.encoding.margin
    painted = tuple([(BLANK,) * margin + tuple(row) for row in frame]) if margin else tuple(map(tuple, frame))
    columns = len(painted[0]) if painted else 0
    screen = Region(0, 0, columns, len(painted))
    pen = Pen(
        shown.cursor,
        shown.style,
        shown.margins,
        screen,
        output.depth,
        sideways=output.margins,
        erases_runs=output.erases_runs,
        erases_in_colour=output.erases_in_colour,
    )
    held = shown.sent
    if len(held) != len(painted) or (held and len(held[0]) != columns):
        pen.clear()
        held = (fitted((), columns),) * len(painted)
        shown = Shown(painted=held, sent=held)
    sent = _encoded(painted, shown, output)
    areas = [region._replace(left=region.left + margin, right=region.right + margin) for region in regions]
    shift, held = best_shift(held, sent, areas or [screen], sideways=output.margins)
    if shift:
        pen.shift(shift)
    changed = [(y, old, new) for y, (old, new) in enumerate(zip(held, sent, strict=True)) if old != new]
    if len(changed) > MANY_ROWS:
        pen.release()
    pen.write(changed)
    if cursor is not None:
        pen.move(Cursor(cursor.row, cursor.column + margin))
    text = "".join(pen.parts)
    if output.synchronised and len(text) >= WORTH_HOLDING:
        text = SYNCHRONISED_START + text + SYNCHRONISED_END
    return Update(text, Shown(painted, sent, pen.cursor, pen.style, pen.margins))


def _encoded(painted: tuple[Row, ...], shown: Shown, output: Output) -> tuple[Row, ...]:
    """The rows as they are sent; one that has moved is encoded already."""
    if output.encoding is TerminalEncoding.V and output.glyphs == ALL_DRAWN:
        return painted
    places = {tuple(map(id, row)): y for y, row in enumerate(shown.painted)}
    return tuple([_sent(row, places.get(tuple(map(id, row))), shown, output) for row in painted])


def _sent(row: Row, place: int | None, shown: Shown, output: Output) -> Row:
    if place is None:
        return shared(encode(row, output.encoding, output.glyphs))
    return shown.sent[place]
