"""Which of how many one stands on: of a search's hits, or of a fact's mentions."""

from reader.model import Direction
from reader.search import Failure
from reader.view.arrange import PaneName
from reader.view.keys import Action
from reader.view.styled import StyledText, TextRole, isolated, styled
from reader.view.workspace import Workspace

QUERY_SHOWN = 24
"""Code points of a query that the line at the foot shows."""


def hits_remark(workspace: Workspace) -> str:
    """Which hit of how many one stands on; "" when nothing is searched."""
    hits, hit, messages = workspace.reading.hits, workspace.reading.hit, workspace.messages
    if hits is None:
        return ""
    if hits.failure is Failure.PATTERN:
        return messages.text("search.no_pattern")
    if hit is None:
        return messages.text("search.slow" if hits.failure else "search.none")
    if not hits.counted:
        return messages.text("search.running")
    n, total = (messages.number(number) for number in (hits.ordinal(hit) + 1, hits.count()))
    count = messages.text("search.count", n=n, total=total)
    match workspace.searches.wrapped:
        case 1:
            return f"{count} · {messages.text('search.from_start')}"
        case -1:
            return f"{count} · {messages.text('search.from_end')}"
        case _:
            return count


def search_line(workspace: Workspace) -> StyledText | None:
    """The search that stands, for the foot: what is looked for, which hit one is at, the keys; None without one."""
    hits, messages = workspace.reading.hits, workspace.messages
    if hits is None or workspace.focus == PaneName.FACTS:
        return None
    query = hits.query if len(hits.query) <= QUERY_SHOWN else hits.query[: QUERY_SHOWN - 1] + "…"
    line = isolated(query, TextRole.HIT) + styled("  ") + isolated(hits_remark(workspace))
    keys = (
        ((Action.NEXT_HIT, Action.PREVIOUS_HIT), "footer.next_hit"),
        ((Action.HITS,), "footer.list"),
        ((Action.CANCEL,), "footer.end"),
    )
    for actions, text in keys:
        key = workspace.keymap.shown(actions, first_only=True)
        line += styled("  ") + isolated(key, TextRole.BAR_KEY) + styled(" ")
        line += isolated(messages.text(text), TextRole.MUTED)
    return line


def search_options(workspace: Workspace) -> StyledText:
    """The keys that change how a query is meant, those that are on lit."""
    matching = workspace.searches.matching
    options = {"C": matching.case, "W": matching.words, "X": matching.exact, "R": matching.pattern}
    line = styled("Alt", TextRole.MUTED)
    for key, on in options.items():
        line += styled(" ") + styled(key, TextRole.SELECTION if on else TextRole.BAR_KEY)
    return line.isolated(Direction.LTR)


def mention_remark(workspace: Workspace) -> str:
    """Which mention of a fact one stands on, and what it says; "" where none was jumped to."""
    target, messages = workspace.reading.target, workspace.messages
    ranges = [fact.range for fact in workspace.walked.facts] if workspace.walked else []
    if target is None or target not in ranges:
        return ""
    place, total = ranges.index(target) + 1, len(ranges)
    text = " ".join(workspace.document.slice(target).split())
    return messages.text("message.mention", n=messages.number(place), total=messages.number(total), text=text)
