"""Changes to annotations: asked to be kept, waiting until they are, and undone again.

A change is shown at once. That it is kept is said when it is: until then what it has added counts as waiting.
"""

from reader.model import Document
from reader.model.distinct import distinct
from reader.named_tuples import NamedTuple
from reader.store import PlacedAnnotation
from reader.store.outcomes import Reason
from reader.values import dataclass, replace

UNDONE_AT_MOST = 500
"""Changes that can be undone."""


@distinct
class Change(NamedTuple):
    """Some annotations in the place of others.

    Attributes:
        document: The document they are shown in; None where it is not the one that was read.
        before: Those that were there; with the same ids as in ``after`` where they were only changed.
        after: Those that are there now.
    """

    document: Document | None
    before: tuple[PlacedAnnotation, ...] = ()
    after: tuple[PlacedAnnotation, ...] = ()

    @property
    def undone(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.document, self.after, self.before)

    def applied(self, annotations: tuple[PlacedAnnotation, ...]) -> tuple[PlacedAnnotation, ...]:
        """A document's annotations after it; one that is there already stays one."""
        ids = {one.annotation.id for one in (*self.before, *self.after)}
        kept = [one for one in annotations if one.annotation.id not in ids]
        return tuple(sorted([*kept, *self.after], key=_by_place))


class PendingChange(NamedTuple):
    """A change that is not kept yet.

    Attributes:
        number: By which its outcome is told.
        change: It.
        said: The name of the text that says that it is kept.
        text: What the text is about.
        reason: Why it waits; None while it is being written.
    """

    number: int
    change: Change
    said: str
    text: str
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes since the program began.

    Attributes:
        done: What can be undone, the latest last.
        asked: What is not kept yet, in order.
        count: The number of the change asked for last.
    """

    done: tuple[Change, ...] = ()
    asked: tuple[PendingChange, ...] = ()
    count: int = 0

    @property
    def waiting(self) -> frozenset[str]:
        """The ids of annotations that are shown and not kept yet."""
        return frozenset(one.annotation.id for asked in self.asked for one in asked.change.after)

    @property
    def reason(self) -> Reason | None:
        """Why something waits; None where nothing does, or it is being written."""
        return next((asked.reason for asked in self.asked if asked.reason), None)

    def asking(self, change: Change, said: str, text: str) -> "Changes":
        """One more change asked for."""
        number = self.count + 1
        return replace(self, asked=(*self.asked, PendingChange(number, change, said, text)), count=number)

    def undoable(self, change: Change) -> "Changes":
        """One more change that can be undone."""
        return replace(self, done=(*self.done, change)[-UNDONE_AT_MOST:])

    def without_last(self) -> "Changes":
        """The latest change no longer to be undone."""
        return replace(self, done=self.done[:-1])

    def find(self, number: int) -> PendingChange | None:
        """The change of a number, unless it is kept already."""
        return next((asked for asked in self.asked if asked.number == number), None)

    def settled(self, number: int) -> "Changes":
        """Without a change, which is kept or lost."""
        return replace(self, asked=tuple(asked for asked in self.asked if asked.number != number))

    def delayed(self, number: int, reason: Reason) -> "Changes":
        """With the reason why a change waits."""
        asked = (each._replace(reason=reason) if each.number == number else each for each in self.asked)
        return replace(self, asked=tuple(asked))


def _by_place(placed: PlacedAnnotation) -> tuple[bool, int, int]:
    part = placed.range or placed.annotation.anchor.range
    return placed.range is None, part.start, part.end
