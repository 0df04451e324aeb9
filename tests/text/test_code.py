"""Code and logs that hold right-to-left words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.bidi import classes_of
from reader.text.code import code_classes
from reader.text.layout import analyse


def painted(text: str) -> str:
    """The order on the screen, upper case for right-to-left letters as in the goldens."""
    hebrew = {ord(latin): 0x5D0 + number for number, latin in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
    back = {value: chr(key) for key, value in hebrew.items()}
    line = analyse(text.translate(hebrew), 0, code=True).wrap(999)[0]
    return "".join(cluster.shape for cluster in line.clusters).translate(back)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ('["AB", "CD", 3]', '["BA", "DC", 3]'),
        ('{"AB": "CD", "EF": [1, "GH"]}', '{"BA": "DC", "FE": [1, "HG"]}'),
        ("x = 'AB' + 'CD'  # EF GH", "x = 'BA' + 'DC'  # HG FE"),
        ("open('AB CD (EF)')", "open('(FE) DC BA')"),
        ('"AB \\"CD\\" EF", "G"', '"FE "\\DC"\\ BA", "G"'),
        ("error AB CD (EF): no", "error (FE) DC BA: no"),
        ("cat /home/AB/CD/EF.txt", "cat /home/BA/DC/FE.txt"),
        ("see https://a.example/AB/CD?E=F", "see https://a.example/BA/DC?E=F"),
        ("c:/AB/CD", "c:/BA/DC"),
        ("AB / CD", "DC / BA"),
        ("// AB, CD.", "// DC ,BA."),
        ("it isn't AB, isn't CD", "it isn't BA, isn't DC"),
    ],
)
def test_strings_and_paths_keep_their_order(written: str, seen: str) -> None:
    assert painted(written) == seen


@given(st.text(alphabet="אבab12 \"'`\\/.,:(#\n", max_size=60))
def test_only_quotation_marks_and_separators_change_their_class(text: str) -> None:
    before = classes_of(text)
    after = code_classes(text, before)
    assert len(after) == len(before)
    changed = {text[index] for index in range(len(text)) if before[index] != after[index]}
    assert changed <= set("\"'`/.:?&=#%~_-")
