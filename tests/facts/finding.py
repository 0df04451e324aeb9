"""What the tests of facts ask for: the facts of a text with the words they lie over."""

from reader.facts import extract
from reader.model import Fact, FactKind
from tests.documents import document_of


def facts_in(text: str, language: str = "ar", *kinds: FactKind) -> list[tuple[str, Fact]]:
    """The facts of some kinds (all by default), each with its words; a line of the text is a paragraph."""
    document = document_of(*text.split("\n"), language=language)
    return [(document.slice(fact.range), fact) for fact in extract(document) if not kinds or fact.kind in kinds]


def only_fact(text: str, language: str, kind: FactKind) -> tuple[str, Fact]:
    """The one fact of a kind, with its words."""
    found = facts_in(text, language, kind)
    assert len(found) == 1, found
    return found[0]
