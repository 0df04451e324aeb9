"""Facts questioned: why one is one, and false ones hidden in this document for good.

What is hidden is remembered as an annotation (:attr:`~reader.store.AnnotationKind.REJECTION`) whose note is the fact's
kind. A name is hidden wherever it stands, a value where it was rejected.
"""

from reader.model import Fact, FactKind, Gathered
from reader.store import AnnotationKind
from reader.values import replace
from reader.view.arrange import PaneName
from reader.view.effects import Annotate
from reader.view.fact_index import FactIndex
from reader.view.fact_looks import label_of
from reader.view.keys import Action
from reader.view.panel.grouping import key_of
from reader.view.panel.groupings import Groupings
from reader.view.panel.lines import one_line
from reader.view.steps import Step
from reader.view.workspace import Rejected, Workspace


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
    wanted = _rejected(after)
    if wanted == after.rejected and found is before.found:
        return after
    if not wanted and not after.rejected:
        return after
    groupings = found.groupings
    if wanted:
        groupings = Groupings(found.document, FactIndex(_kept(tuple(groupings.index), wanted)))
    return replace(after, rejected=wanted).showing(found._replace(groupings=groupings))


def _fact_here(workspace: Workspace) -> Fact | None:
    if workspace.focus == PaneName.FACTS:
        return workspace.panel.fact
    return next(iter(workspace.reading.facts_here), None)


def _rejected(workspace: Workspace) -> Rejected:
    return frozenset(
        (one.range, one.annotation.note)
        for one in workspace.reading.annotations
        if one.annotation.kind is AnnotationKind.REJECTION and one.range
    )


def _kept(facts: tuple[Fact, ...], rejected: Rejected) -> tuple[Fact, ...]:
    """The facts that are none of those rejected; the other mentions of a name go with it."""
    names: set[tuple[FactKind, object]] = set()
    gone: set[int] = set()
    for number, fact in enumerate(facts):
        if (fact.range, fact.kind.value) in rejected or (fact.range, "") in rejected:
            gone.add(number)
            if fact.kind.gathered is Gathered.BY_NAME:
                names.add((fact.kind, key_of(fact)))
    return tuple(
        fact
        for number, fact in enumerate(facts)
        if number not in gone and not (names and (fact.kind, key_of(fact)) in names)
    )
