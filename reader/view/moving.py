"""Jumps through sections, hits and mentions, and what Esc takes back."""

from reader.model import FactKind
from reader.values import replace
from reader.view import autoscroll, conversation_reading, conversing, searching
from reader.view.arrange import PaneName
from reader.view.arranging import close
from reader.view.effects import SeekHit, StopSearching
from reader.view.events import HitSought
from reader.view.hit_jumps import is_at_hand, seeking_from
from reader.view.remarks import mention_remark
from reader.view.steps import Step, jump
from reader.view.workspace import Workspace


def to_section(workspace: Workspace, step: int) -> Step:
    """The next (1) or previous (-1) section."""
    refusal = "message.last_section" if step > 0 else "message.first_section"
    return jump(workspace, workspace.with_reading(workspace.reading.section_moved(step)), refusal)


def to_hit(workspace: Workspace, step: int) -> Step:
    """The next (1) or previous (-1) hit of the search, or mention of the fact that was jumped to last.

    Where the document was opened since, the query asked last is searched for.
    """
    before = workspace.reading
    if workspace.walked:
        return _told(jump(workspace, workspace.hit_moved(step), "message.no_search"))
    hits = before.hits or before.put_away
    if not hits:
        return searching.again(workspace)
    if not is_at_hand(hits, seeking_from(before, step), step):
        return workspace, (SeekHit(hits, seeking_from(before, step), step),)
    moved = workspace.hit_moved(step)
    hit = moved.reading.hit
    if hit is None or moved.reading is before:
        return workspace.said("search.none"), ()
    passed = hit.start <= before.cursor if step > 0 else hit.start >= before.cursor
    return replace(moved, searches=replace(moved.searches, wrapped=step if passed else 0)), ()


def hit_sought(workspace: Workspace, event: HitSought) -> Step:
    """To the hit that was looked for, unless another search stands meanwhile, or one reads on elsewhere."""
    reading = workspace.reading
    is_same = event.hits is (reading.hits or reading.put_away) and not workspace.walked
    is_here = seeking_from(reading, event.step) == event.origin
    return to_hit(workspace, event.step) if is_same and is_here else (workspace, ())


def to_mention(workspace: Workspace, step: int) -> Step:
    """The next (1) or previous (-1) mention of the fact under the panel's cursor; without one, as in the text."""
    group = workspace.panel.group
    if group is None:
        return to_hit(workspace, step)
    return _told(jump(workspace, workspace.mention_moved(group, step), "message.no_search"))


def _told(step: Step) -> Step:
    workspace, effects = step
    remark = mention_remark(workspace)
    return step if workspace.notice or not remark else (workspace.remarked(remark), effects)


def cancel(workspace: Workspace) -> Step:
    """The topmost thing ended or closed.

    Text that scrolls by itself, the answer under way, the filter or the search of the pane one is in, the pane over
    the text, what is highlighted.
    """
    if workspace.scrolling:
        return autoscroll.stopped(workspace), ()
    if workspace.conversation.is_under_way:
        return conversing.give_up(workspace)
    if workspace.focus == PaneName.FACTS and workspace.panel.query:
        return workspace.filtered(""), ()
    if workspace.focus == PaneName.SECTIONS and workspace.sections.query:
        return workspace.sections_filtered(""), (StopSearching(),)
    own = workspace.conversation.reading
    if workspace.focus == PaneName.CONVERSATION and (own.hits or own.target or own.selection):
        return conversation_reading.with_reading(workspace, own.without_highlight()), ()
    return close(workspace) or workspace.without_highlight(), ()


def toggle_underlines(workspace: Workspace) -> Workspace:
    """All kinds of facts underlined in the text, or none."""
    return workspace.underlined(frozenset() if workspace.reading.underlined else frozenset(FactKind.known()))


def toggle_kind_underlined(workspace: Workspace) -> Workspace:
    """The kind under the panel's cursor underlined in the text, or no longer; where there is none, all or none."""
    key = workspace.panel.key
    if key and key.kind:
        return workspace.underlined(workspace.reading.underlined ^ {key.kind})
    return toggle_underlines(workspace)
