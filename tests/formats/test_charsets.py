"""Encodings: recognised on real text, declared, marked or asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.charsets import decoded
from reader.formats.visual_order import is_visual, logical_of
from reader.model import DocumentError, NoticeCode, range_of
from tests.formats.making import parsed
from tests.samples import SEED

ARABIC = SEED.read_text(encoding="utf-8")
PERSIAN = (
    "تمام افراد بشر آزاد به دنيا مي‌آيند و از لحاظ حيثيت و حقوق با هم برابرند. همه داراي عقل و وجدان مي‌باشند و بايد "
    "نسبت به يکديگر با روح برادري رفتار کنند."
)
HEBREW = (
    "כל בני אדם נולדו בני חורין ושווים בערכם ובזכויותיהם. כולם חוננו בתבונה ובמצפון, לפיכך חובה עליהם לנהוג איש ברעהו "
    "ברוח של אחווה.\nכל אדם זכאי לחיים, לחירות ולביטחון אישי (1948). בשנת 2024 פרסמה חברת Google Inc דוח של 3.5 עמודים."
)
HEBREW_SEEN = (
    ".הוורעב שיא גוהנל םהילע הבוח ךכיפל ,ןופצמבו הנובתב וננוח םלוכ\n"
    ".םידומע 3.5 לש חוד Google Inc תרבח המסרפ 2024 תנשב .(1948) ישיא ןוחטיבלו תוריחל ,םייחל יאכז םדא לכ"
)
FRENCH = "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison."
GERMAN = "Alle Menschen sind frei und gleich an Würde geboren und sollen im Geiste der Brüderlichkeit leben."


def written(text: str, encoding: str) -> bytes:
    """The text in an encoding, without the few characters that it lacks."""
    return text.encode(encoding, "ignore")


@pytest.mark.parametrize("length", [60, 400, 20_000])
@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6", "mac-arabic", "utf-16-le", "utf-16-be", "utf-8"])
def test_arabic_is_recognised(encoding: str, length: int) -> None:
    data = written(ARABIC[:length], encoding)
    found = decoded(data)
    assert found.text == data.decode(encoding)
    assert found.replaced == 0


@pytest.mark.parametrize("encoding", ["windows-1255", "utf-16-le", "utf-8"])
def test_hebrew_is_recognised(encoding: str) -> None:
    found = decoded(written(HEBREW, encoding))
    assert (found.text, found.encoding) == (HEBREW, encoding)


def test_persian_is_recognised() -> None:
    assert decoded(written(PERSIAN, "windows-1256")).encoding == "windows-1256"


@pytest.mark.parametrize("text", [FRENCH, GERMAN])
def test_european_text_is_recognised(text: str) -> None:
    found = decoded(text.encode("windows-1252"))
    assert (found.text, found.encoding) == (text, "windows-1252")


def test_a_log_with_little_arabic_in_it_is_recognised() -> None:
    text = "2024-05-01 10:00:01 INFO login user=42\n" * 2000 + "2024-05-01 10:00:02 WARN كلمة المرور غير صحيحة\n"
    assert decoded(text.encode("windows-1256")).text == text


def test_visual_hebrew_is_put_in_logical_order() -> None:
    found = decoded(HEBREW_SEEN.encode("iso-8859-8"))
    assert found.encoding == "iso-8859-8 (visual)"
    last = found.text.split("\n")[1]
    assert last == HEBREW.split("\n")[1]


def test_logical_hebrew_stays() -> None:
    assert not is_visual(HEBREW)
    assert decoded(HEBREW.encode("iso-8859-8"), asked="iso-8859-8").text == HEBREW


@given(st.text(alphabet="אבםן aZ0189.,()%\n", max_size=60))
def test_turning_a_line_round_loses_nothing(text: str) -> None:
    turned = logical_of(text)
    mirrored = str.maketrans("()", "((")
    assert [sorted(line.translate(mirrored)) for line in turned.split("\n")] == [
        sorted(line.translate(mirrored)) for line in text.split("\n")
    ]


def test_one_bad_byte_leaves_a_file_utf_8() -> None:
    data = ARABIC.encode()
    found = decoded(data[:1001] + b"\xff" + data[1001:])
    assert found.encoding == "utf-8"
    assert 1 <= found.replaced <= 3


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_decide(mark: str) -> None:
    found = decoded(HEBREW.encode(mark), declared="windows-1256")
    assert found.text == HEBREW


def test_a_declaration_decides_where_utf_8_does_not() -> None:
    data = "أ".encode("windows-1256")
    assert decoded(data, declared="windows-1256").text == "أ"
    assert decoded(data, declared="no such thing").encoding


def test_a_declaration_that_the_bytes_refute_is_passed_over() -> None:
    assert decoded(HEBREW.encode(), declared="windows-1255").text == HEBREW


def test_what_is_asked_for_overrides() -> None:
    assert decoded("é".encode(), asked="windows-1252").text == "Ã©"


def test_labels_of_the_web_are_known() -> None:
    assert decoded("€".encode("windows-1252"), asked="ISO-8859-1").text == "€"
    assert decoded("שלום".encode("iso-8859-8"), asked="iso-8859-8-i").text == "שלום"


@pytest.mark.parametrize("name", ["", "klingon", "zip", "a\0b"])
def test_unknown_encodings_are_refused(name: str) -> None:
    with pytest.raises(DocumentError, match="unknown encoding"):
        decoded(b"x", asked=name)


@given(st.binary(max_size=200))
def test_any_bytes_decode(data: bytes) -> None:
    found = decoded(data)
    assert "\r" not in found.text
    assert found.replaced <= len(data)


PIECES = {
    "zh": "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心。",
    "zh-Hant": "人人生而自由，在尊嚴和權利上一律平等。他們賦有理性和良心。",
    "ja": "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。",
    "ko": "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.",
    "ru": "Все люди рождаются свободными и равными в своем достоинстве и правах.",
    "he": "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם. כולם חוננו בתבונה",
    "ar": "يولد جميع الناس أحرارا متساوين في الكرامة والحقوق وقد وهبوا عقلا وضميرا",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("zh", "gb18030"), ("zh", "gb2312"), ("zh-Hant", "big5"), ("ja", "shift_jis"), ("ja", "euc_jp"),
        ("ko", "euc_kr"), ("ru", "cp866"), ("ru", "cp855"), ("ru", "iso-8859-5"), ("he", "cp862"), ("ar", "cp720"),
    ],
)  # fmt: skip
def test_encodings_of_other_systems_are_read(language: str, encoding: str) -> None:
    found = decoded(PIECES[language].encode(encoding))
    assert found.text == PIECES[language].encode(encoding).decode(encoding)
    assert found.encoding.lower().replace("_", "-") in (encoding.replace("_", "-"), "gb18030")


@pytest.mark.parametrize(
    "text",
    [
        "I stand to win £825. Not bad for a £2 bet.",
        "It is 20° warmer, © 2004, ½ of it, 3 × 4 “quoted” – it costs € 5.",
        "The café is naïve.",
        "§ 5 applies ± 3 µm",
    ],
)
def test_a_few_signs_make_no_latin_text_one_in_another_script(text: str) -> None:
    assert decoded(text.encode("windows-1252")).text == text


@pytest.mark.parametrize("label", ["utf-8", "UTF8", "utf-16", "nonsense"])
def test_a_declaration_of_unicode_that_the_bytes_refute_is_passed_over(label: str) -> None:
    data = PIECES["ar"].encode("windows-1256")
    assert decoded(data, declared=label).text == PIECES["ar"]


def test_a_guess_is_told_with_what_to_do() -> None:
    document = parsed("text", PIECES["ru"].encode("cp866"))
    assert [(notice.code, dict(notice.values)) for notice in document.meta.notices] == [
        (NoticeCode.ENCODING_GUESSED, {"encoding": "cp866"})
    ]


def test_a_page_is_read_in_the_encoding_it_declares_however_late() -> None:
    page = "<html><head>" + "<!-- x -->" * 2000 + "<meta charset='windows-1253'></head><p>Ελ</p>"
    assert "Ελ" in parsed("html", page.encode("windows-1253")).slice(range_of(0, 100))


@pytest.mark.parametrize("name", ["utf-32-le", "utf-32-be", "iso-2022-jp", "iso-2022-kr", "cp932", "cp949"])
def test_what_has_no_mark_is_told_by_its_shape(name: str) -> None:
    text = {
        "cp932": "①これは日本語のテキストです。ひらがなとカタカナ。",
        "cp949": "이 글은 한국어로 쓴 글입니다. 똠방각하 펲시콜라",
    }.get(name)
    text = text or ("이 글은 한국어로 쓴 글입니다." if name.endswith("kr") else "これは日本語のテキストです。")
    assert decoded(text.encode(name)).text == text


def test_bytes_that_mean_nothing_are_counted_in_every_encoding() -> None:
    assert decoded("كتاب".encode("iso-8859-6") + b"\xa1\xff", asked="iso-8859-6").replaced == 2
    assert decoded(b"a\x81b", asked="windows-1252").replaced == 1
    assert decoded("a\ufffd".encode() + b"\xff", asked="utf-8").replaced == 1


@pytest.mark.parametrize("name", ["windows-1251", "koi8-r", "iso-8859-5", "cp866", "cp855"])
def test_words_of_another_script_among_tags_are_words(name: str) -> None:
    tags = b'<div class="forum-index"><a href="http://example.org/archive">%s</a></div>\n'
    words = ["Форумы", "Новости", "быстрая", "расширяемая", "система", "обработки", "шаблонов"]
    data = b"".join(tags % word.encode(name) for word in words)
    assert "шаблонов" in decoded(data).text
