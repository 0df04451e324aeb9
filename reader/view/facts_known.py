"""A worker's findings about a document's facts, as values: its words counted, how far it is, all facts."""

from reader.model import Document
from reader.model.distinct import distinct
from reader.named_tuples import NamedTuple
from reader.view.fact_parts import PartFacts
from reader.view.panel.about import About
from reader.view.panel.groupings import Groupings


@distinct
class AboutKnown(NamedTuple):
    """Findings about the document as a whole."""

    document: Document
    about: About


@distinct
class FactsProgressed(NamedTuple):
    """How much of the text has been looked through, 0 to 1."""

    document: Document
    progress: float


@distinct
class FactsFound(NamedTuple):
    """All facts, but for those of an extractor that failed; ``failures`` names how, in the order it happened.

    Of a document that is looked through part by part those of some of its ``parts``.
    """

    document: Document
    groupings: Groupings
    failures: tuple[str, ...] = ()
    parts: tuple[PartFacts, ...] = ()
