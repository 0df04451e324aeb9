"""Joining, in the languages of the Arabic script. Forms are spelled by their Unicode names' last words."""

import unicodedata

import pytest

from reader.text import shaping
from reader.text.layout import Line, analyse
from reader.text.properties import JOINING_TYPE
from reader.text.shaping import shapes_of

FORMS = {"ISOLATED": "o", "INITIAL": "<", "MEDIAL": "=", "FINAL": ">"}


def forms(text: str) -> str:
    """``o < = >`` for isolated, initial, medial and final forms, ``_`` for nothing; what has no forms is itself."""
    spelled = ""
    for shape in shapes_of(text):
        name = unicodedata.name(shape, "")
        form = next((sign for word, sign in FORMS.items() if name.endswith(f"{word} FORM")), "")
        spelled += form or shape.replace("\0", "_")
    return spelled


@pytest.mark.parametrize(
    ("language", "word", "expected"),
    [
        ("Arabic", "الذكاء", "o<><>o"),
        ("Arabic, hamza on waw", "مسؤول", "<=>oo"),
        ("Arabic, hamza on a chair", "سئل", "<=>"),
        ("Arabic, alef maqsura", "على", "<=>"),
        ("Arabic, initial and medial alef maqsura of Quranic spelling", "ىىى", "<=>"),
        ("Persian", "پژوهشگر", "<>o<==>"),
        ("Persian, ye and ke", "یکی", "<=>"),
        ("Urdu", "ٹھیک", "<==>"),
        ("Urdu, ye barree", "ہے", "<>"),
        ("Urdu, noon ghunna", "ماں", "<>o"),
        ("Sindhi", "ڀاڳ", "<>o"),
        ("Uyghur", "ئۇيغۇر", "<><=>o"),
        ("Punjabi in Shahmukhi", "پنجابی", "<==><>"),
        ("Sindhi", "ٿي ٺهي", "<> <=>"),
        ("Malay in Jawi, nga", "لڠيت", "<ڠ=>"),
        ("Malay in Jawi, va and ca", "ۏا چوتي", "ۏo <><>"),
        ("Pashto", "پښتو ژبه", "<ښ=> o<>"),
        ("Kurdish", "گەورە", "<>ooo"),
    ],
)
def test_letters_take_the_form_of_their_place(language: str, word: str, expected: str) -> None:
    assert forms(word) == expected, language


@pytest.mark.parametrize(
    ("language", "word", "expected"),
    [
        ("Kurdish, ye with small v", "دێت", "oێ>"),
        ("Kurdish, re with small v", "کوڕ", "<>ڕ"),
        ("Kurdish, lam with small v", "گوڵ", "<>ڵ"),
        ("Kurdish, lam with small v before another letter", "کەڵک", "<>ڵ>"),
        ("Pashto, seen with dots", "ښه", "ښ>"),
        ("Pashto, re with ring", "کړه", "<ړo"),
        ("Pashto, noon with ring", "ڼه", "ڼ>"),
        ("Sindhi, kaf with dots", "ڪم", "ڪ>"),
        ("Malay in Jawi, nya", "ڽ", "ڽ"),
        ("Malay in Jawi, ga", "ݢون", "ݢ>o"),
        ("Malay in Jawi, pa", "ڤد", "<>"),
        ("Arwi and African letters", "بڢب", "<ڢ>"),
    ],
)
def test_letters_without_forms_stay_and_their_neighbours_join_them(language: str, word: str, expected: str) -> None:
    assert forms(word) == expected, language


ARABIC_BLOCKS = [*range(0x600, 0x700), *range(0x750, 0x780), *range(0x870, 0x900)]


@pytest.mark.parametrize("joining", [*"DRUTC"])
def test_neighbours_join_every_character_by_its_joining_type(joining: str) -> None:
    """Whether or not it has presentation forms of its own."""
    characters = [chr(code) for code in ARABIC_BLOCKS if JOINING_TYPE[code] == joining]
    assert characters
    before, after = ("<" if joining in "DRTC" else "o"), (">" if joining in "DTC" else "o")
    wrong = [char for char in characters if ends_of(char) != (BEH[before], BEH[after])]
    assert not wrong


BEH = {"<": "\ufe91", ">": "\ufe90", "o": "\ufe8f"}


def ends_of(char: str) -> tuple[str, str]:
    """The shapes of a beh before a character and of one behind it."""
    shapes = shapes_of(f"ب{char}ب")
    return shapes[0], shapes[-1]


def test_a_character_is_painted_as_itself_or_in_one_of_its_forms() -> None:
    for code in ARABIC_BLOCKS:
        shape = shapes_of(f"ب{chr(code)}ب")[1]
        shape = shaping.COMPOSED.get(shape, shape)
        # Kurdish ae is drawn as heh, teh marbuta goal as teh marbuta.
        if unicodedata.category(chr(code)) == "Lo" and chr(code) not in "\u06d5\u06c3":
            assert unicodedata.normalize("NFKC", shape) == unicodedata.normalize("NFKC", chr(code))


def test_kurdish_ae_is_drawn_as_heh_and_does_not_join_what_follows() -> None:
    assert forms("بەب") == "<>o"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بـب", "<ـ>"),
        ("ب\u200cب", "o_o"),
        ("ب\u200d", "<_"),
        ("\u200dب", "_>"),
        ("ب\u200d\u200cب", "<__o"),
        ("بَب", "<َ>"),
        ("ب\u00adب", "<_>"),
        ("ب ب", "o o"),
        ("ب1ب", "o1o"),
        ("اب", "oo"),
        ("ءب", "oo"),
        ("ب\u0651\u064e\u0670ب", "<\u0651\u064e\u0670>"),
    ],
)
def test_tatweel_joiners_and_marks(text: str, expected: str) -> None:
    assert forms(text) == expected


@pytest.mark.parametrize("alef", "اأإآ")
def test_lam_alef_is_one_glyph(alef: str) -> None:
    assert forms("ل" + alef) == "o_"
    assert forms("ب" + "ل" + alef) == "<>_"
    assert "LIGATURE LAM WITH ALEF" in unicodedata.name(shapes_of("ل" + alef)[0])


def test_marks_stay_on_a_lam_alef_in_their_order() -> None:
    line = analyse("سَلَامٌ", 1).wrap(20)[0]
    (ligature,) = [cluster for cluster in line.clusters if "\ufefc" in cluster.shape]
    assert (ligature.start, ligature.end) == (2, 5)
    assert ligature.shape == "\ufefc\u064e"
    assert ligature.width == 1


def test_a_joiner_keeps_lam_and_alef_apart() -> None:
    assert forms("ل\u200cا") == "o_o"
    assert forms("ل\u200dا") == "<_>"


def test_nothing_but_lam_alef_is_ligated() -> None:
    assert len([shape for shape in shapes_of("الله لله فم") if shape != "\0"]) == len("الله لله فم")


def test_text_that_holds_presentation_forms_is_left_alone() -> None:
    stored = "ﺳﻼﻡ"
    assert shapes_of(stored) == stored


@pytest.mark.parametrize("stored", ["ب\u064e\u0651", "ب\u0651\u064e", "ب\u064e\u0650\u0651"])
def test_shadda_is_painted_before_its_vowels(stored: str) -> None:
    (cluster,) = analyse(stored, 1).wrap(9)[0].clusters
    assert cluster.shape[1] == "\u0651"
    assert sorted(cluster.shape[1:]) == sorted(stored[1:])


def form_names(line: Line) -> list[str]:
    return [unicodedata.name(shape).removesuffix(" FORM").rpartition(" ")[2] for shape in line.text]


def test_joining_ends_where_the_direction_changes() -> None:
    line = analyse("بب\u202dجج\u202c", 1).wrap(9)[0]
    assert form_names(line) == ["FINAL", "INITIAL", "FINAL", "INITIAL"]


def test_an_override_joins_letters_to_what_they_stand_beside() -> None:
    """Set left to right, the first letter has its neighbour on the right, as the last one of a word has."""
    line = analyse("\u202dمحمد\u202c", 0).wrap(9)[0]
    assert form_names(line) == ["FINAL", "MEDIAL", "INITIAL", "ISOLATED"]


@pytest.mark.parametrize(
    ("word", "clusters"),
    [
        ("בְּרֵאשִׁ֖ית", ["בְּ", "רֵ", "א", "שִׁ֖", "י", "ת"]),
        ("ٱللَّهُۖ", ["ﭐ", "ﻟ", "ﻠَّ", "ﻪُۖ"]),
        ("رَحْمَٰنِ", ["رَ", "ﺣْ", "ﻤَٰ", "ﻦِ"]),
    ],
)
def test_points_accents_and_signs_stay_on_their_letters(word: str, clusters: list[str]) -> None:
    painted = [cluster.shape for cluster in sorted(analyse(word, 1).wrap(20)[0].clusters)]
    nfkd = [unicodedata.normalize("NFKD", shape) for shape in painted]
    assert nfkd == [unicodedata.normalize("NFKD", cluster) for cluster in clusters]


def test_hebrew_and_its_points_are_untouched() -> None:
    text = "שָׁלוֹם"
    assert shapes_of(text) == text


def test_a_word_cut_by_the_line_keeps_its_forms() -> None:
    lines = analyse("مستشفيات", 1).wrap(3)
    whole = analyse("مستشفيات", 1).wrap(30)[0]
    assert "".join(cluster.shape for line in lines for cluster in sorted(line.clusters)) == "".join(
        cluster.shape for cluster in sorted(whole.clusters)
    )


def test_the_cache_of_shapes_is_bounded() -> None:
    text = "".join(chr(0x0628) + chr(code) for code in range(0x4E00, 0x4E00 + 2 * shaping._Shapes._KEPT))
    shapes_of(text)
    assert len(shaping._SHAPES) <= shaping._Shapes._KEPT


DECOMPOSED = [
    chr(code)
    for code in range(0x600, 0x900)
    if unicodedata.normalize("NFD", chr(code)) != chr(code) and JOINING_TYPE[code] in "DRLU"
]


@pytest.mark.parametrize("letter", DECOMPOSED, ids=lambda letter: f"{ord(letter):04X}")
@pytest.mark.parametrize("before", ["", "ب", "ا", "ل", "لا"])
@pytest.mark.parametrize("after", ["", "ب", "َب"])
def test_both_spellings_of_a_letter_are_drawn_alike(letter: str, before: str, after: str) -> None:
    drawn = []
    for spelled in (letter, unicodedata.normalize("NFD", letter)):
        line = analyse(before + spelled + after, 1).wrap(20)[0]
        assert line.text == "".join(cluster.shape for cluster in line.clusters)
        shapes = "".join(cluster.shape for cluster in sorted(line.clusters))
        letters = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", shapes)).replace("\u06d5", "\u0647")
        names = [unicodedata.name(shape) for shape in shapes if shape > "\ufb00"]
        drawn.append((letters, [name.split()[-2] for name in names], line.width))
    assert drawn[0] == drawn[1]


@pytest.mark.parametrize(
    ("text", "shapes"),
    [
        ("ۂ", ["\ufba6\u0654"]),
        ("جذبۂ", ["\ufe9f", "\ufeac", "\ufe91", "\ufba7\u0654"]),
        ("ۂب", ["\ufba8\u0654", "\ufe90"]),
        ("بۂَب", ["\ufe91", "\ufba9\u0654\u064e", "\ufe90"]),
        ("ۃ", ["\ufe93"]),
        ("صورۃ حیاۃ بۃ", None),
    ],
)
def test_urdu_letters_without_forms_of_their_own(text: str, shapes: list[str] | None) -> None:
    line = analyse(text, 1).wrap(20)[0]
    if shapes is None:
        assert [cluster.shape for cluster in line.clusters if text[cluster.start] == "ۃ"] == [
            "\ufe94",
            "\ufe93",
            "\ufe93",
        ]
    else:
        assert [cluster.shape for cluster in sorted(line.clusters)] == shapes


def test_what_stands_for_two_characters_is_no_way_to_draw_a_noncharacter() -> None:
    assert analyse("".join(shaping.COMPOSED), 1).wrap(20)[0].text == "\ufffd" * len(shaping.COMPOSED)
