"""Verse in plain text, told from prose and tables."""

import pytest

from reader.formats import parse_text
from reader.model import BlockKind

LINES = [
    ("قفا نبك من ذكرى حبيب ومنزل", "بسقط اللوى بين الدخول فحومل"),
    ("فتوضح فالمقراة لم يعف رسمها", "لما نسجتها من جنوب وشمأل"),
    ("ترى بعر الآرام في عرصاتها", "وقيعانها كأنه حب فلفل"),
]
PROSE = "وهذا نثر بعد الشعر يعود إلى ما كان عليه الكلام قبل الأبيات، فلا يوضع في عمودين، بل يمضي سطرا بعد سطر."


def poem(gap: str) -> str:
    return "\n".join(f"{first}{gap}{second}" for first, second in LINES)


def verse(text: str) -> list[str]:
    document = parse_text(text)
    return [document.slice(block.range) for block in document.blocks if block.kind is BlockKind.VERSE]


@pytest.mark.parametrize("gap", ["    ", "\t", " *** ", " … ", " ... "])
def test_a_stanza_is_one_block(gap: str) -> None:
    assert verse(poem(gap)) == [poem(gap)]


def test_an_empty_line_parts_stanzas_and_prose_around_them_stays_prose() -> None:
    text = f"قال الشاعر:\n{poem('   ')}\n\n{poem(' *** ')}\n{PROSE}\n"
    assert verse(text) == [poem("   "), poem(" *** ")]
    document = parse_text(text)
    assert [block.kind for block in document.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.VERSE,
        BlockKind.VERSE,
        BlockKind.PARAGRAPH,
    ]
    assert document.slice(document.blocks[-1].range) == PROSE


def test_indented_lines_and_hebrew_and_persian_are_verse_too() -> None:
    indented = "\n".join(f"    {first}      {second}" for first, second in LINES)
    assert verse(f"{PROSE}\n\n{indented}\n") == [indented.strip()]
    persian = "بشنو این نی چون شکایت می‌کند    از جدایی‌ها حکایت می‌کند\n"
    persian += "کز نیستان تا مرا ببریده‌اند    در نفیرم مرد و زن نالیده‌اند"
    assert verse(persian) == [persian]
    hebrew = "לבי במזרח ואנכי בסוף מערב   איך אטעמה את אשר אכל\n"
    hebrew += "איכה אשלם נדרי ואסרי בעוד   ציון בחבל אדום ואני בכבל"
    assert verse(hebrew) == [hebrew]


@pytest.mark.parametrize(
    "text",
    [
        poem("   ").split("\n")[0],
        "\n\n".join(poem("   ").split("\n")),
        poem(" "),
        PROSE,
        "الاسم الأول\tالاسم الثاني\tاللقب هنا\nأحمد بن علي\tمحمد بن سعد\tالقاضي الأول",
        "سعر الكتاب   12 دينارا\nسعر القلم   3 دنانير",
        "name of one   name of two\nname of three   name of four",
        "نعم   لا\nلا   نعم",
        "قال الرجل   ثم إنه مضى في طريقه لا يلوي على شيء\nقال الآخر   ثم إنه عاد إلى بيته ولم يكلم أحدا",
    ],
    ids=["one line", "lines apart", "no gap", "prose", "table", "numbers", "latin", "words", "unbalanced"],
)
def test_what_is_not_verse(text: str) -> None:
    assert verse(text) == []


def test_verse_is_no_heading() -> None:
    document = parse_text(f"{poem('   ')}\n\n{PROSE}\n{PROSE}\n")
    assert document.sections == ()
