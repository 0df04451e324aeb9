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
        ('print("AB CD!")', 'print("!DC BA")'),
        ('["AB.", "(CD) EF?"]', '[".BA", "?FE (DC)"]'),
        ('"""AB CD."""', '""".DC BA"""'),
        ('x = f"AB CD, EF", "GH"', 'x = f"FE ,DC BA", "HG"'),
    ],
)
def test_strings_keep_their_order(written: str, seen: str) -> None:
    assert painted(written) == seen


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("cat /home/AB/CD/EF.txt", "cat /home/BA/DC/FE.txt"),
        ("see https://a.example/AB/CD?E=F", "see https://a.example/BA/DC?E=F"),
        ("c:/AB/CD", "c:/BA/DC"),
        ("open AB/CD.txt", "open BA/DC.txt"),
        ("10:00 info open docs/AB/CD-EF.md now", "10:00 info open docs/BA/FE-DC.md now"),
        ("10:00 info AB\\CD.txt", "10:00 info BA\\DC.txt"),
    ],
)
def test_paths_keep_their_order(written: str, seen: str) -> None:
    assert painted(written) == seen


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("A = 1; B = 2; C = A - B", "A = 1; B = 2; C = A - B"),
        ("x = {A: 1, B: 2}", "x = {A: 1, B: 2}"),
        ("f(AB, CD)", "f(BA, DC)"),
        ("AB(CD, EF)", "BA(DC, FE)"),
        ("for AB in CD: print(AB.EF[GH])", "for BA in DC: print(BA.FE[HG])"),
        ("x = AB  # CD, EF.", "x = BA  # FE ,DC."),
        ("AB_CD = EF and GH", "DC_BA = FE and HG"),
        ("AB / CD", "BA / DC"),
        ("let AB: int = CD // EF GH", "let BA: int = DC // HG FE"),
        ("return AB, CD", "return BA, DC"),
    ],
)
def test_a_programs_words_stand_as_they_are_run(written: str, seen: str) -> None:
    assert painted(written) == seen


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("error AB CD (EF): no", "error (FE) DC BA: no"),
        ("// AB, CD.", "// DC ,BA."),
        ("# AB, CD = EF", "# FE = DC ,BA"),
        ("it isn't AB, isn't CD", "it isn't BA, isn't DC"),
        ('10:00 info AB"C DE FG"H IJ', '10:00 info JI H"GF ED C"BA'),
        ('10:00 info AB 24" CD 27" EF', '10:00 info FE "27 DC "24 BA'),
        ('10:00 error AB CD "EF" GH', '10:00 error HG "FE" DC BA'),
        ('10:00 error AB: "CD"', '10:00 error "DC" :BA'),
        ('# AB "CD" EF', '# FE "DC" BA'),
        ('"""AB "CD" EF"""', '"""FE "DC" BA"""'),
        ('"""AB "CD" EF', '"""FE "DC" BA'),
        ("10:00 info AB, CD; EF", "10:00 info FE ;DC ,BA"),
        ('x = "AB C"D EF"', 'x = "FE D"C BA"'),
        ('10:00 payload {"AB": "CD"}', '10:00 payload {"BA": "DC"}'),
    ],
)
def test_sentences_keep_their_own_direction(written: str, seen: str) -> None:
    assert painted(written) == seen


@given(st.text(alphabet="אבab12 \"'`\\/.,:(#=;\n", max_size=60))
def test_only_signs_change_their_class(text: str) -> None:
    before = classes_of(text)
    after = code_classes(text, before)
    assert len(after) == len(before)
    changed = {text[index] for index in range(len(text)) if before[index] != after[index]}
    assert not [char for char in changed if char.isalnum() or char.isspace()]


@given(st.text(alphabet="אבab12 \"'`\\/.,:(#=;", max_size=40), st.text(alphabet="אבab \"'#/", max_size=40))
def test_lines_know_nothing_of_each_other(first: str, second: str) -> None:
    both = f"{first}\n{second}"
    found = code_classes(both, classes_of(both))
    assert found == code_classes(f"{first}\n", classes_of(f"{first}\n")) + code_classes(second, classes_of(second))
