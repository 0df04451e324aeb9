"""Facts questioned: why one is one, and false ones hidden in this document for good.

What is hidden is remembered as an annotation (:attr:`~reader.store.AnnotationKind.REJECTION`); what it hides is told in
:mod:`reader.view.rejected`.
"""

from reader.model import Fact
from reader.store import AnnotationKind
from reader.values import replace
from reader.view.arrange import PaneName
from reader.view.effects import Annotate
from reader.view.fact_index import FactIndex
from reader.view.fact_looks import label_of
from reader.view.keys import Action
from reader.view.panel.groupings import Groupings
from reader.view.panel.lines import one_line
from reader.view.reading_position import facts_here
from reader.view.rejected import rejected_among, without
from reader.view.steps import Step
from reader.view.workspace import Workspace


def question(workspace: Workspace) -> Step:
    """Say why the fact under the cursor is one; asked again, hide it."""
    fact = _fact_here(workspace)
    if fact is None:
        return workspace.said("message.no_fact_here"), ()
    if fact == workspace.questioned:
        if not workspace.document.complete:
            return workspace.said("message.arriving"), ()
        return replace(workspace, questioned=None), (
            Annotate(workspace.document, fact.range, AnnotationKind.REJECTION, fact.kind.value),
        )
    messages = workspace.messages
    reason = messages.text(f"reason.{fact.reason or 'kind'}")
    words, kind = one_line(workspace.document, fact.range), label_of(fact.kind, messages)
    key = workspace.keymap.shown((Action.WHY,), first_only=True)
    return replace(workspace, questioned=fact).said("message.why", kind=kind, text=words, reason=reason, key=key), ()


def followed(before: Workspace, after: Workspace) -> Workspace:
    """The facts without those that are rejected now; a question that was not answered at once is dropped."""
    if after.questioned is not None and after.questioned is before.questioned and after.notice != before.notice:
        after = replace(after, questioned=None)
    found = after.found
    if found is None or (after.reading.annotations is before.reading.annotations and found is before.found):
        return after
    wanted = rejected_among(after.reading.annotations)
    if wanted == after.rejected and found is before.found:
        return after
    if not wanted and not after.rejected:
        return after
    groupings = found.groupings
    if wanted:
        groupings = Groupings(found.document, FactIndex(without(tuple(groupings.index), wanted)))
    return replace(after, rejected=wanted).showing(found._replace(groupings=groupings))


def _fact_here(workspace: Workspace) -> Fact | None:
    if workspace.focus == PaneName.FACTS:
        return workspace.panel.fact
    return next(iter(facts_here(workspace.reading)), None)
