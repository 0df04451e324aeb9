"""A measured number on its way to be a fact, and where its words begin."""

from reader.facts.grammar_values import Number, Numeral
from reader.facts.token_stream import TokenStream
from reader.model import FactKind
from reader.named_tuples import NamedTuple


class Amount(NamedTuple):
    """A numeral with what it is of: code points ``start`` to ``end``, the token after it.

    ``unit`` is "" for a bare number; ``led`` says that the sign of its unit stands before it.
    """

    kind: FactKind
    start: int
    end: int
    next: int
    value: Number
    unit: str = ""
    numeral: Numeral | None = None
    led: bool = False


def start_of(stream: TokenStream, numeral: Numeral) -> int:
    """Where the words of a numeral begin: without what is written on to them."""
    return stream.start_without(numeral.start, numeral.cut)
