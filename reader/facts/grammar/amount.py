"""A measured number on its way to be a fact, and where its words begin."""

from reader.facts.grammar.match import Match
from reader.facts.grammar_values import Number, Numeral
from reader.facts.token_stream import TokenStream
from reader.model import FactKind, FactValue
from reader.named_tuples import NamedTuple


class Amount(NamedTuple):
    """A numeral with what it is of, from code point ``start`` to before token ``end``.

    ``unit`` is "" for a bare number; ``led`` says that the sign of its unit stands before it.
    """

    kind: FactKind
    start: int
    end: int
    value: Number
    unit: str = ""
    numeral: Numeral | None = None
    led: bool = False

    def stated(self, stream: TokenStream, value: FactValue) -> Match:
        """The fact that it states, with its value as facts have them."""
        return Match(self.kind, self.start, stream.end(self.end), self.end, value, self.unit)


def amount_of(stream: TokenStream, kind: FactKind, numeral: Numeral, unit: str = "", end: int | None = None) -> Amount:
    """A numeral and its unit, which ends before token ``end``, without what is written on to its first word."""
    start = stream.start_without(numeral.start, numeral.cut)
    return Amount(kind, start, numeral.end if end is None else end, numeral.value, unit, numeral)
