"""Documents that state facts of our choosing."""

from reader.locale import Messages
from reader.model import Document, Fact, FactKind, FactValue, range_of
from reader.view.fact_index import FactIndex
from reader.view.panel.groupings import Groupings
from reader.view.panel.panel import Panel
from reader.view.styled import PaintedRow
from tests.documents import document_of


def fact(start: int, kind: FactKind = FactKind.DATE, value: FactValue = "", *, length: int = 4, **more: str) -> Fact:
    """A fact at a place; a name is its own value."""
    if more.get("entity"):
        value = more["entity"]
    return Fact(kind, range_of(start, start + length), value, **more)  # type: ignore[arg-type]


def dates(*values: str) -> list[Fact]:
    """Dates, one after the other."""
    return [fact(5 * i, value=value) for i, value in enumerate(values)]


def panel_of(document: Document, facts: list[Fact], *, whole: bool = True, language: str = "en") -> Panel:
    """The panel of a document once its facts are known."""
    panel = Panel.of(document, Messages(language), document.range).sized(34, 30)
    if whole:
        panel = panel.scope_toggled()
    return panel.with_facts(Groupings(panel.document, FactIndex(facts)))


def names_panel(count: int = 3, mentions: int = 2) -> Panel:
    """A panel of so many names, each with so many mentions, in a text of nothing else."""
    words = [f"n{i:06}" for _ in range(mentions) for i in range(count)]
    facts = [fact(8 * at, FactKind.PERSON, length=7, entity=word) for at, word in enumerate(words)]
    return panel_of(document_of(" ".join(words)), facts)


def text_of(row: PaintedRow) -> str:
    """What a row shows."""
    return "".join(piece.text for piece in row)
