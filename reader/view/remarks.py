"""Which of how many one stands on: of a search's hits, or of a fact's mentions."""

from reader.view.workspace import Workspace


def hits_remark(workspace: Workspace) -> str:
    """Which hit of how many one stands on; "" when nothing is searched."""
    hits, hit, messages = workspace.reading.hits, workspace.reading.hit, workspace.messages
    if hits is None:
        return ""
    if hit is None:
        return messages.text("search.none")
    return messages.text("search.count", n=hits.ordinal(hit) + 1, total=hits.count())


def mention_remark(workspace: Workspace) -> str:
    """Which mention of a fact one stands on, and what it says; "" where none was jumped to."""
    target, messages = workspace.reading.target, workspace.messages
    ranges = [fact.range for fact in workspace.walked.facts] if workspace.walked else []
    if target is None or target not in ranges:
        return ""
    place, total = ranges.index(target) + 1, len(ranges)
    text = " ".join(workspace.document.slice(target).split())
    return messages.text("message.mention", n=messages.number(place), total=messages.number(total), text=text)
