import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.folding import CONTINUING, Folding, FoldOptions, folded

ODD = (
    "آأٱىةیکەھےںء\u064b\u0651\u0670\u0640\u06dd\u06e5\ufefb\ufdfa\ufc5e\ufe77ךׇ־״ﬃßŁøİıΐᾳＡ①½’٠۹٬,"
    "が\u3099क\u094d한\u1112\u200c\u200f\ufeff\u00a0\u2003 \n\t"
)
TEXT = st.text(st.sampled_from(ODD) | st.characters(exclude_categories=["Cs"]), max_size=40)
OPTIONS = st.builds(
    FoldOptions,
    fold_heh_doachashmee=st.none() | st.booleans(),
    fold_yeh_barree=st.booleans(),
    fold_noon_ghunna=st.booleans(),
    fold_teh_marbuta=st.booleans(),
    ignore_hamza=st.booleans(),
    ignore_geresh=st.booleans(),
    ignore_digit_separators=st.booleans(),
)


@given(TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(TEXT)
def test_canonical_equivalents_fold_alike(text: str) -> None:
    # Python's own tables may know characters of a later Unicode; those it decomposes, this version may not.
    for form in ("NFC", "NFD"):
        other = unicodedata.normalize(form, text)
        assert folded(other) == folded(text)


@given(TEXT, OPTIONS, st.booleans())
def test_every_folded_character_has_its_source(text: str, options: FoldOptions, after_space: bool) -> None:  # noqa: FBT001
    folding = Folding(options)
    result = folding.fold(text, after_space=after_space)
    sources = folding.sources(text, after_space=after_space)
    assert len(sources) == len(result)
    assert list(sources) == sorted(sources)
    for character, source in zip(result, sources, strict=True):
        assert character in Folding(options).fold(text[source])


@given(TEXT, st.integers(0, 40))
def test_a_text_folds_in_pieces_as_in_one(text: str, cut: int) -> None:
    folding = Folding()
    first = folding.fold(text[:cut])
    second = folding.fold(text[cut:], after_space=first.endswith(" "))
    assert first + second == folding.fold(text)


@given(TEXT)
def test_a_fold_holds_no_line_feed_and_no_run_of_spaces(text: str) -> None:
    assert "\n" not in folded(text)
    assert "  " not in folded(text)


@pytest.mark.parametrize("letter", ["が", "क\u094d", *"پچژگڤٹڈڑءھےںðþ≠"])
def test_letters_of_their_own_stay_distinct(letter: str) -> None:
    neighbours = "بجزكفتدرهيناokक=かdt"
    assert folded(letter) not in {folded(other) for other in neighbours}
    assert folded(letter)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("آأإٱٲٳ", "ا" * 6),
        ("ؤئىةہۀۂۃەیکڪ", "ويي" + "ه" * 6 + "يكك"),
        ("ﷺ", "صلى الله عليه وسلم"),
        ("﷽", "بسم الله الرحمن الرحيم"),
        ("۝\u06de\u06e9كـتاب", "كتاب"),
        ("\ufe77\ufc5eب", "ب"),
        ("ךםןףץײﬡﬞ", "כמנפצייא"),
        ("٣٫٥٪ ٤۱۲؛؟،۔", "3.5% 412;?,."),
        ("“ש״ל” «x» ‘y’", '"ש"ל" "x" \'y\''),
        ("Straße Æsir Đorđe Øre Łódź ısı", "strasse aesir dorde ore lodz isi"),
        ("الف\u00a0\u2003ب\n\n ج", "الف ب ج"),
        ("co\u00adop\ufeff\u2060\u034f\ufe0f", "coop"),
        ("x־y—z−w", "x-y-z-w"),
        ("½", "1/2"),
    ],
)
def test_spellings_that_are_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize("nothing", ["", "\u064e\u0651", "ـــ", "\u200f\u200c", "\u0301"])
def test_what_only_decorates_folds_to_nothing(nothing: str) -> None:
    assert folded(nothing) == ""


@pytest.mark.parametrize(
    ("option", "one", "other"),
    [
        (FoldOptions(fold_heh_doachashmee=True), "ھمه", "همه"),
        (FoldOptions(fold_yeh_barree=True), "هاے ۓ", "هاي ي"),
        (FoldOptions(fold_noon_ghunna=True), "کہاں", "كهان"),
        (FoldOptions(fold_teh_marbuta=True), "رحمة ﺔ", "رحمت ت"),
        (FoldOptions(ignore_hamza=True), "ماء ﺀ", "ما "),
        (FoldOptions(ignore_geresh=True), "צה״ל צה\"ל ג׳ צ'ק", "צהל צהל ג צק"),
        (FoldOptions(ignore_digit_separators=True), "1,000,000 ١٬٠٠٠ 12,34,567", "1000000 1000 1234567"),
    ],
)
def test_options_fold_more(option: FoldOptions, one: str, other: str) -> None:
    assert Folding(option).fold(one) == Folding(option).fold(other)
    assert folded(one) != folded(other)


def test_digit_separators_do_not_join_other_numbers() -> None:
    text = "1,2 3.14 2024. 5"
    assert Folding(FoldOptions(ignore_digit_separators=True)).fold(text) == text


@pytest.mark.parametrize(
    ("language", "expected"), [("ar", True), ("fa-IR", True), ("ckb", True), ("ur", False), ("", False)]
)
def test_do_chashmee_heh_goes_by_language(language: str, expected: bool) -> None:  # noqa: FBT001
    folding = Folding(FoldOptions().for_language(language))
    assert (folding.fold("ھ") == folding.fold("ه")) is expected


def test_a_language_does_not_overrule_a_choice() -> None:
    assert FoldOptions(fold_heh_doachashmee=False).for_language("ar") == FoldOptions(fold_heh_doachashmee=False)


def test_what_makes_another_letter_is_known() -> None:
    assert set("\u3099\u309a\u094d\u0338\u1161\u11a8") <= CONTINUING
    assert not set("\u064e\u0301 ا") & CONTINUING
