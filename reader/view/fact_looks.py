"""How the kinds of fact look where they are underlined in the text: five families, told apart without colour too."""

from collections.abc import Mapping

from reader.model import NAME_KINDS, FactKind
from reader.view.styled import TextRole

_FAMILIES: Mapping[TextRole, tuple[FactKind, ...]] = {
    TextRole.FACT_FIGURE: (
        FactKind.MONEY,
        FactKind.PERCENT,
        FactKind.COUNT,
        FactKind.QUANTITY,
        FactKind.NUMBER,
        FactKind.NUMBER_RANGE,
        FactKind.ORDINAL,
    ),
    TextRole.FACT_TIME: (FactKind.DATE, FactKind.TIME, FactKind.DATETIME, FactKind.DURATION),
    TextRole.FACT_NAME: NAME_KINDS,
    TextRole.FACT_WORDS: (FactKind.ACRONYM, FactKind.QUOTED_TERM, FactKind.QUOTATION, FactKind.TERM),
    TextRole.FACT_ADDRESS: (FactKind.LINK, FactKind.EMAIL, FactKind.PHONE),
}

_LOOKS = {kind: role for role, kinds in _FAMILIES.items() for kind in kinds}


def look_of(kind: FactKind) -> TextRole:
    """The look of a kind: that of figures, times, names, words or addresses."""
    return _LOOKS[kind]
