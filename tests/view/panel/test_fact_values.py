"""Values as they are read and as they are copied."""

import pytest

from reader.locale import Messages
from reader.model import Fact, FactKind, FactValue, range_of
from reader.view.panel.fact_values import plain_value, shown_value


@pytest.mark.parametrize(
    ("value", "more", "shown", "copied"),
    [
        (80_000_000_000, {"unit": "USD"}, "٨٠٬٠٠٠٬٠٠٠٬٠٠٠ USD", "80000000000 USD"),
        (12.5, {"modifier": "<="}, "≤ ١٢٫٥", "12.5"),
        ({"from": 4, "to": 22}, {}, "٤ – ٢٢", "4/22"),
        ("2024-Q4", {}, "2024-Q4", "2024-Q4"),
        ("1445-09-15", {"gregorian": "2024-03-25"}, "1445-09-15 = 2024-03-25", "1445-09-15"),
    ],
)
def test_values(value: FactValue, more: dict[str, str], shown: str, copied: str) -> None:
    fact = Fact(FactKind.MONEY, range_of(0, 1), value, **more)  # type: ignore[arg-type]
    assert shown_value(fact, Messages("ar")) == shown
    assert plain_value(fact) == copied
