"""The documents one came through, as from a folder or by a link, and the way back to them."""

from dataclasses import dataclass, replace

from reader.view.session import Session
from reader.view.workspace import Workspace

KEPT = 8
"""Documents left that stay in memory on either side."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A document that is read or was: what is remembered of it, and the workspace as it was left."""

    session: Session
    workspace: Workspace


@dataclass(frozen=True, slots=True)
class Visits:
    """Documents before and after the one that is read, the nearest last."""

    before: tuple[Visit, ...] = ()
    after: tuple[Visit, ...] = ()

    def left(self, visit: Visit) -> "Visits":
        """Another document is opened from this one."""
        return replace(self, before=(*self.before, visit)[-KEPT:], after=())

    def went_back(self, visit: Visit) -> "tuple[Visits, Visit] | None":
        """The document before this one; None where it is the first."""
        if not self.before:
            return None
        return Visits(self.before[:-1], (*self.after, visit)[-KEPT:]), self.before[-1]

    def went_forward(self, visit: Visit) -> "tuple[Visits, Visit] | None":
        """The document one came back from; None where there is none."""
        if not self.after:
            return None
        return Visits((*self.before, visit)[-KEPT:], self.after[:-1]), self.after[-1]
