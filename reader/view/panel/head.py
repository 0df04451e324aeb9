"""The panel's first lines: the document, the two pictures, and how far the facts have been looked for."""

from reader.locale import Messages
from reader.model import Document, Fact
from reader.view.list_model import Item
from reader.view.panel.about import About, about_lines, labelled, reading_time
from reader.view.panel.drawings import BarLine
from reader.view.panel.grouping import Grouping
from reader.view.panel.line_keys import LineKey, Part
from reader.view.panel.lines import OPEN, SHUT, name_of
from reader.view.panel.timeline import MarksRow, YearsRow
from reader.view.styled import StyledText, TextRole, isolated, styled

ABOUT = LineKey(Part.ABOUT)
TIMELINE = LineKey(Part.TIMELINE)
CHART = LineKey(Part.CHART)
MARKS = LineKey(Part.TIMELINE, None, "marks")
"""The time line's row of marks."""

INSET = " "
"""The guide of the lines below a heading."""


def about_part(document: Document, about: About | None, messages: Messages, *, folded: bool) -> tuple[Item, ...]:
    """The head's part about the document as a whole; folded away, how long it is."""
    length = isolated(reading_time(document, about, messages), TextRole.MUTED) if about else StyledText()
    heading = _heading(ABOUT, messages.text("about.heading"), length, folded=folded)
    if folded:
        warned = document.meta.notices or document.meta.replaced
        sign = styled("! ", TextRole.NOTICE) if warned else StyledText()
        return (heading._replace(trail=sign + length),)
    lines = about_lines(document, about, messages)
    return (
        heading,
        *(
            Item(labelled(messages.text(f"about.{name}"), value, role), None, LineKey(Part.ABOUT, None, number), INSET)
            for number, (name, value, role) in enumerate(lines)
        ),
    )


def timeline_part(
    grouping: Grouping, messages: Messages, mark: int, here: tuple[Fact, ...], *, folded: bool
) -> tuple[Item, ...]:
    """The dates in time; nothing where fewer than two different ones have a known year."""
    line = grouping.timeline
    if not line.has_span:
        return ()
    count = styled(messages.number(len(line.dates)), TextRole.MUTED)
    heading = _heading(TIMELINE, messages.text("picture.timeline"), count, folded=folded)
    if folded:
        return (heading,)
    marks = MarksRow(line, mark, frozenset(int(fact.range.start) for fact in here))
    years = LineKey(Part.TIMELINE, None, "years")
    return (
        heading,
        Item(StyledText(), None, MARKS, drawing=marks),
        Item(StyledText(), None, years, selectable=False, drawing=YearsRow(line, messages)),
    )


def chart_part(document: Document, grouping: Grouping, messages: Messages, *, folded: bool) -> tuple[Item, ...]:
    """The names and terms that are mentioned most, as bars; nothing where there are not two to compare."""
    frequent = grouping.frequent
    if len(frequent) < 2:
        return ()
    heading = _heading(CHART, messages.text("picture.chart"), StyledText(), folded=folded)
    if folded:
        return (heading,)
    most = len(frequent[0].facts)
    room = len(messages.number(most))
    bars = (
        Item(
            StyledText(),
            group.first.range,
            LineKey(Part.CHART, group.kind, group.key),
            INSET,
            drawing=BarLine(
                isolated(name_of(document, group)),
                len(group.facts) / most,
                styled(messages.number(len(group.facts)), TextRole.MUTED),
                room,
            ),
        )
        for group in frequent
    )
    return (heading, *bars)


def progress_part(progress: float | None, messages: Messages) -> tuple[Item, ...]:
    """How far the facts have been looked for; nothing when all have been found."""
    if progress is None:
        return ()
    share = styled(messages.percent(progress), TextRole.MUTED)
    drawing = BarLine(styled(messages.text("pane.facts_running"), TextRole.MUTED), progress, share, 4)
    return (Item(StyledText(), None, LineKey(Part.PROGRESS), INSET, selectable=False, drawing=drawing),)


def nothing_part(text: str) -> tuple[Item, ...]:
    """Says that there is no fact to show."""
    return (Item(styled(text, TextRole.MUTED), None, LineKey(Part.PROGRESS), INSET, selectable=False),)


def _heading(key: LineKey, text: str, trail: StyledText, *, folded: bool) -> Item:
    return Item(styled(text, TextRole.HEADING), None, key, SHUT if folded else OPEN, trail)
