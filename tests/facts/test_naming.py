"""Names told by the words around them, in five languages: what is one, how far it goes, and what is none."""

import pytest

from reader.facts.transliteration import is_like
from reader.model import FactKind
from tests.facts.finding import facts_in

P, O, L, E, W = FactKind.PERSON, FactKind.ORGANISATION, FactKind.PLACE, FactKind.EVENT, FactKind.LAW  # noqa: E741
NAMES = (P, O, L, E, W, FactKind.PRODUCT)

TOLD = [
    ("ar", "التقى وزير الخارجية الفرنسي جان إيف لودريان نظيره", P, "جان إيف لودريان"),
    ("ar", "وقال عالم الفيزياء الباكستاني عبد القدير خان إن", P, "عبد القدير خان"),
    ("ar", "كتب الشاعر محمود سامي البارودي قصيدة", P, "محمود سامي البارودي"),
    ("ar", "وبحثت وزارة التربية والتعليم الأمر", O, "وزارة التربية والتعليم"),
    ("ar", "حكمت محكمة العدل الدولية أمس", O, "محكمة العدل الدولية"),
    ("ar", "نظم الاتحاد الدولي لكرة القدم دورة", O, "الاتحاد الدولي لكرة القدم"),
    ("ar", "في جامعة كامبريدج حيث", O, "جامعة كامبريدج"),
    ("ar", "صادقت على اتفاقية حقوق الطفل أمس", W, "اتفاقية حقوق الطفل"),
    ("ar", "عاد النازحون إلى محافظة صلاح الدين أمس", FactKind.PLACE, "صلاح الدين"),
    ("ar", "وأقر البرلمان قانون العقوبات الجديد", W, "قانون العقوبات"),
    ("ar", "انتصر في معركة عين جالوت ثم", E, "معركة عين جالوت"),
    ("ar", "بعد الثورة الصناعية الثانية تغير كل شيء", E, "الثورة الصناعية الثانية"),
    ("ar", "سكن في مدينة كوبيوو سنوات", L, "كوبيوو"),
    ("ar", "فاز منتخب تونس أمس", O, "منتخب تونس"),
    ("ar", "وكان سريع بن ماتع شاعرا", P, "سريع بن ماتع"),
    ("fa", "دکتر پرویز ناتل خانلری گفت", P, "پرویز ناتل خانلری"),
    ("fa", "وزارت آموزش و پرورش اعلام کرد", O, "وزارت آموزش و پرورش"),
    ("fa", "در دانشگاه شیراز درس خواند", O, "دانشگاه شیراز"),
    ("fa", "پس از جنگ ایران و عراق", E, "جنگ ایران و عراق"),
    ("fa", "طبق قانون مجازات اسلامی", W, "قانون مجازات اسلامی"),
    ("he", "שר הביטחון משה דיין אמר", P, "משה דיין"),
    ("he", "הודיע משרד המשפטים אתמול", O, "משרד המשפטים"),
    ("he", "לפי חוק ההסדרים החדש", W, "חוק ההסדרים"),
    ("he", "אחרי מלחמת העצמאות היה", E, "מלחמת העצמאות"),
    ("ur", "گورنر سلیم حیدر نے کہا", P, "سلیم حیدر"),
    ("ur", "کراچی یونیورسٹی میں پڑھا", O, "کراچی یونیورسٹی"),
    ("ur", "وزارت داخلہ نے بتایا", O, "وزارت داخلہ"),
    ("ur", "وہ ابراہیم پور میں رہتا ہے", L, "ابراہیم پور"),
    ("en", "Hey Tom, can you see Emma's letter?", P, "Tom"),
    ("en", "Hey Tom, can you see Emma's letter?", P, "Emma"),
    ("en", "He was born in San Luis Obispo then", L, "San Luis Obispo"),
    ("en", "RT @SheilaSmithson: great piece", P, "SheilaSmithson"),
    ("en", "Nurses needed in Fairbrook, TX today", L, "Fairbrook"),
    ("en", "They drove along the River Dunmore", L, "River Dunmore"),
    ("en", "reports by BBC Scotland", O, "BBC Scotland"),
    ("en", "as the chemist Rosalind Franklin showed", P, "Rosalind Franklin"),
    ("en", "Pope John Paul II travelled", P, "John Paul II"),
    ("en", "Ludwig van Beethoven wrote", P, "Ludwig van Beethoven"),
    ("en", "J. R. R. Tolkien wrote. Professor J. R. R. Tolkien taught", P, "J. R. R. Tolkien"),
    ("en", "the Treaty of Westphalia ended", W, "Treaty of Westphalia"),
    ("en", "the Clean Air Act passed", W, "Clean Air Act"),
    ("en", "during the Wars; the Thirty Years' War was long", E, "Thirty Years' War"),
    ("en", "at the Massachusetts General Hospital yesterday", O, "Massachusetts General Hospital"),
]


@pytest.mark.parametrize(("language", "text", "kind", "name"), TOLD, ids=[row[3] for row in TOLD])
def test_a_name_is_told_with_its_kind_and_its_bounds(language: str, text: str, kind: FactKind, name: str) -> None:
    assert name in [words for words, _ in facts_in(text, language, kind)]


NONE = [
    ("ar", "هذا قرار مرسوم بشكل جيد، وكان كامل موقعك مفتوحا"),
    ("ar", "زار المدينة ثم عاد، وكل شركة تأمين تعرف ذلك"),
    ("ar", "المجلس الحالي والجامعة الجديدة والشركة الكبيرة"),
    ("ar", "خالد ذهب إلى السوق مسرعا"),
    ("ar", "جاد الزمان عليّ بأنواع الهموم"),
    ("fa", "قانون تازه‌ای نوشته شد و دانشگاه تعطیل شد"),
    ("fa", "مریم کتاب را خواند"),
    ("fa", "این کتابخانه عالی است"),
    ("he", "דוד הלך הביתה, והבנק לא נתן הלוואה"),
    ("he", "בכיוון הזה אין סיכוי"),
    ("he", "הוא שאל את בעלי המניות ואת משרד כל שהוא"),
    ("ur", "ہر نئی پارٹی اور بڑی کمپنی بند ہے"),
    ("ar", "عبر جسر الملك فهد الواقع هناك، وعاش في كنف جده"),
    ("ar", "وأقر البرلمان قانون المدينة"),
    ("he", "הזמרת ריטה בפרק העשירי, והמשרד הוקם מחדש"),
    ("en", "The General Manager spoke; RP, BPP, PP, BQP, MA are classes"),
    ("en", "Frank answers and max effort. Few Questions About Hidden Things And Their Services"),
    ("en", "Mark my words. May is busy. The Party of the year was fun."),
    ("en", "See the Contributor License Agreement and the Code of Conduct"),
]


@pytest.mark.parametrize(("language", "text"), NONE, ids=[row[1][:20] for row in NONE])
def test_words_that_only_look_like_names_are_none(language: str, text: str) -> None:
    assert [(words, str(fact.kind)) for words, fact in facts_in(text, language, *NAMES)] == []


def test_an_ordinal_behind_a_name_is_no_family_name() -> None:
    found = facts_in("حكم لويس التاسع فرنسا في القرن التاسع، ثم وصل لويس إلى دمياط", "ar", P)
    assert [words for words, _ in found] == ["لويس التاسع"]


def test_a_known_family_name_and_the_person_named_in_full_are_one() -> None:
    found = [
        (words, fact.entity) for words, fact in facts_in("التقى عبد الفتاح السيسي الوزير، وقال السيسي إن", "ar", P)
    ]
    assert len({entity for _, entity in found}) == 1 < len(found)


def test_a_line_of_capitals_alone_is_no_witness() -> None:
    assert facts_in("Five Easy Ways The Garden Council Can Save Your House", "en", O, P, L) == []


def test_a_family_name_stands_for_the_person_afterwards() -> None:
    text = "The physicist Lise Meitner left. Meitner wrote to Otto Hahn. Hahn answered Meitner."
    found = [(words, fact.entity, fact.count) for words, fact in facts_in(text, "en", P)]
    assert [words for words, *_ in found] == ["Lise Meitner", "Meitner", "Otto Hahn", "Hahn", "Meitner"]
    assert {(entity, count) for _, entity, count in found} == {("Meitner", 3), ("Otto Hahn", 2)}


def test_a_family_name_of_two_is_that_of_the_one_named_last() -> None:
    text = "قال الكاتب أحمد أمين كذا. وأضاف أمين. ثم كتبت الكاتبة ليلى أمين كذا. وقالت أمين ذلك."
    found = facts_in(text, "ar", P)
    assert [words for words, _ in found] == ["أحمد أمين", "أمين", "ليلى أمين", "أمين"]
    assert found[0][1].entity == found[1][1].entity != found[2][1].entity == found[3][1].entity


def test_a_word_that_takes_an_article_elsewhere_is_no_family_name() -> None:
    text = "قال المحامي خالد كاتبي ذلك. وقرأ الكاتبي كتابا، وكاتبي معه."
    assert [words for words, _ in facts_in(text, "ar", P)] == ["خالد كاتبي"]


def test_a_name_and_its_other_spelling_in_brackets_are_one() -> None:
    text = "أعلنت شركة قوريا (Qoria) أمس. وقالت Qoria إن"
    latin = facts_in(text, "ar", O)
    assert {fact.entity for _, fact in latin} == {"Qoria"}
    both = facts_in("أسست جامعة ستانفورد (Stanford University) عام كذا", "ar", O)
    assert len({fact.entity for _, fact in both}) == 1


def test_a_place_in_brackets_behind_a_place_is_another() -> None:
    found = facts_in("ولد في باريس (فرنسا) وعاش في لندن (England)", "ar", L)
    assert len({fact.entity for _, fact in found}) == 4


ACRONYMS = [
    ("he", 'צבא הגנה לישראל (צה"ל) הודיע', {"short": 'צה"ל', "long": "צבא הגנה לישראל"}),
    ("he", 'צה"ל (צבא הגנה לישראל) הודיע', {"short": 'צה"ל', "long": "צבא הגנה לישראל"}),
    (
        "ar",
        "أعلنت منظمة الأقطار المصدرة للبترول (أوابك) ذلك",
        {"short": "أوابك", "long": "منظمة الأقطار المصدرة للبترول"},
    ),
    ("ar", "التصوير بالرنين المغناطيسي (MRI) مفيد", {"short": "MRI", "long": "التصوير بالرنين المغناطيسي"}),
    ("en", "magnetic resonance imaging (MRI) helps", {"short": "MRI", "long": "magnetic resonance imaging"}),
    ("en", "MRI (magnetic resonance imaging) helps", {"short": "MRI", "long": "magnetic resonance imaging"}),
]


@pytest.mark.parametrize(("language", "text", "value"), ACRONYMS, ids=[row[2]["short"] for row in ACRONYMS])
def test_an_acronym_is_told_in_both_orders(language: str, text: str, value: dict[str, str]) -> None:
    assert [fact.value for _, fact in facts_in(text, language, FactKind.ACRONYM)] == [value]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "في جامعة القاهرة (مصر) أمس"),
        ("ar", "قال ذلك كثيرا (OK) ثم مضى"),
        ("en", "the price was high (USD) and rose"),
        ("he", 'אמר זאת שוב (ד"ר) והלך'),
    ],
)
def test_what_stands_in_brackets_is_not_always_a_short_form(language: str, text: str) -> None:
    assert facts_in(text, language, FactKind.ACRONYM) == []


def test_spellings_of_a_name_in_two_scripts_sound_alike() -> None:
    for one, other in (("ميركل", "Merkel"), ("דרווין", "Darwin"), ("كامبريدج", "Cambridge"), ("زاکربرگ", "Zuckerberg")):
        assert is_like(one, other)
    assert not is_like("القاهرة", "London")
    assert not is_like("ا", "A")


def test_a_name_says_why_it_is_one() -> None:
    text = "قال الدكتور سامي حداد في القاهرة إن شركة DoorDash باعت 5 أطنان. وأضاف حداد ذلك."
    reasons = {words: fact.reason for words, fact in facts_in(text, "ar", *NAMES, FactKind.QUANTITY)}
    assert reasons == {
        "سامي حداد": "words",
        "القاهرة": "table",
        "DoorDash": "table",
        "5 أطنان": "grammar",
        "حداد": "again",
    }


BORNE = (FactKind.PERSON, FactKind.ORGANISATION, FactKind.PLACE, FactKind.PRODUCT)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Nikola Tesla was born in Smiljan.\nTesla moved to Paris.",
            {"Nikola Tesla": "person", "Tesla": "person", "Paris": "place"},
        ),
        (
            "Tesla is a carmaker.\nIt is called after Nikola Tesla.\nTesla sells cars.",
            {"Tesla": "organisation", "Nikola Tesla": "person"},
        ),
        ("A Turing machine is a model, and the Turing test another; Alan Turing wrote.", {"Alan Turing": "person"}),
        ("Windows were broken. Shell was found on the beach. Oracle bones are old. Apple pie is good.", {}),
        ("We use Windows here. Windows is old.", {"Windows": "product"}),
        ("Oracle reported profits.", {"Oracle": "organisation"}),
        ("Perth Glory beat them, and the Connecticut Lottery paid.", {}),
        ("London Mayor Sadiq Khan spoke.", {"London": "place", "Sadiq Khan": "person"}),
        ("Peter Dock wrote it.\nThe ship lay in Trafalgar Dock.\nPeter Bloggs came.", {"Peter Bloggs": "person"}),
        ('They watched "House of Cards" and "The Old Man and the Sea" and sang "Miss Murder" there.', {}),
        ("She came on Monday to the Thursday Club for a Rugby Team.", {}),
    ],
)
def test_names_that_are_words_or_parts_of_other_names(text: str, names: dict[str, str]) -> None:
    assert {words: str(fact.kind) for words, fact in facts_in(text, "en", *BORNE)} == names


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("ar", "كان فنانا إسبانيًا كبيرا", []),
        ("ar", "روى الصحابي الجليل حديثا", []),
        ("ar", "سافر إلى الجليل أمس", ["الجليل"]),
        ("fa", "این تازه‌ترین شماره است و شام خوردیم", []),
        ("fa", "رئیس جمهور منتخب آمریکا رسید", ["آمریکا"]),
        ("fa", "ابوعلی سینا پزشک جهان اسلام بود", []),
        ("ar", "تعد موطنا للمتحف الأكثر أهمية لدى فئات كثيرة", []),
        ("ar", "قرأ رواية «مدينة دمشق القديمة» أمس", ["دمشق"]),
        ("ar", "هي مدينة جميلة وبناء العاصمة الجديدة", []),
        ("he", "הכלי של בנק ישראל לשליטה בריבית", ["בנק ישראל"]),
        ("he", "בכפר הקטן ציירו עלי גפן ובעלי חיים", []),
    ],
)
def test_words_that_are_written_or_used_as_no_name_is(language: str, text: str, names: list[str]) -> None:
    assert [words for words, _ in facts_in(text, language, *BORNE)] == names


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("وصل الرئيس زعبر قمشح أمس.\nهذا قمشح آخر.", 0),
        ("وصل الرئيس زعبر قمشح أمس.\nوقال الرئيس زعبر قمشح.\nهذا قمشح آخر.", 1),
        ("وصل الرئيس سامي قمشح أمس.\nهذا قمشح آخر.", 1),
    ],
)
def test_a_family_name_that_one_rule_told_once_is_not_taken_up_again(text: str, again: int) -> None:
    found = facts_in(text, "ar", FactKind.PERSON)
    assert sum(fact.reason == "again" for _, fact in found) == again
    assert sum(fact.reason == "words" for _, fact in found) >= 1


def test_a_long_chain_of_fathers_is_not_begun_again_in_its_middle() -> None:
    text = "جاء خالد بن ماتع بن أدد بن زيد بن يشجب بن عريب بن زيد بن كهلان بن سبأ بن يعرب بن قحطان"
    found = [words for words, _ in facts_in(text, "ar", FactKind.PERSON)]
    assert found
    assert not any(words.startswith("بن") for words in found)
