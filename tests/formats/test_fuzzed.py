"""What fuzzing found, a case each; all of them hold what holds of every document."""

import pytest

from tests.formats.making import page, parsed
from tests.wellformed import check


@pytest.mark.parametrize(
    ("form", "data"),
    [
        pytest.param("html", page("<pre>x<a href='#y'>z\n</a></pre>"), id="a mark ends after the last line of code"),
    ],
)
def test_found(form: str, data: str | bytes) -> None:
    check(parsed(form, data))
