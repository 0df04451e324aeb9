"""Outcomes of effects on annotations, as values: what is marked, whether it is kept, and what was written of it."""

from reader.model import Document
from reader.model.distinct import distinct
from reader.named_tuples import NamedTuple
from reader.store import Annotation, PlacedAnnotation
from reader.store.outcomes import Fate, Reason
from reader.values import dataclass


@distinct
class AnnotationsFound(NamedTuple):
    """The annotations of a document, and where they are now."""

    document: Document
    annotations: tuple[PlacedAnnotation, ...]


@distinct
class Annotated(NamedTuple):
    """An annotation that was asked for, not kept yet."""

    document: Document
    placed: PlacedAnnotation


@distinct
class ChangeTold(NamedTuple):
    """The outcome of a change, by its number; ``path`` is the file that could not be written."""

    number: int
    fate: Fate
    reason: Reason | None = None
    path: str = ""


@distinct
class KeepingTried(NamedTuple):
    """Whether all that waited is kept."""

    kept: bool


@distinct
class SavedElsewhere(NamedTuple):
    """A file of annotations was written; ``reason`` says why not, "" when it was."""

    path: str
    reason: str = ""


@distinct
class TextEdited(NamedTuple):
    """The user's editor has ended; ``reason`` says why there is no text of it, "" when there is."""

    text: str
    reason: str = ""


@distinct
class AnnotationsListed(NamedTuple):
    """The annotations of all documents."""

    annotations: tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class Exported:
    """A file of so many annotations was written; ``reason`` says why not, "" when it was."""

    path: str
    count: int
    reason: str = ""


AnnotationAnswer = (
    AnnotationsFound
    | Annotated
    | ChangeTold
    | KeepingTried
    | SavedElsewhere
    | AnnotationsListed
    | Exported
    | TextEdited
)
