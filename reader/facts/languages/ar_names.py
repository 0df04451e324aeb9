"""Owns Arabic's rules of names, and the words they rest on.

Persons: a title or profession, with what belongs to it («عالم الكيمياء», «الرئيس المصري»), then a name; or a given name
that is nothing else, and the family name behind it. Arabic puts the verb first, so that a word behind a given name is a
family name where a verb of human doing stands before. Institutions: the kind, then definite words («وزارة الخارجية»), a
noun that is bound to one («اتفاقية مناهضة التعذيب»), a known name, or a name of no Arabic shape. A definite kind takes
an adjective that makes it the only one («المحكمة الدستورية العليا»).
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reader.facts.naming import (
    MOST_WORDS,
    REMEMBERED,
    DetectedName,
    Reader,
    bare_words,
    detected_in,
    people,
    phrases_of,
    words_of,
)
from reader.facts.stream import TokenStream
from reader.facts.tokens import fold
from reader.model import FactKind

_TITLES = phrases_of(
    "الرئيس|الرئيسة|السيد|السيدة|الآنسة|الدكتور|الدكتورة|الأمير|الأميرة|الملك|الملكة|الشيخ|الشيخة|المهندس|"
    "المهندسة|النائب|النائبة|السيناتور|المدير التنفيذي|الرئيس التنفيذي|المدير العام|البروفيسور|البروفسور|"
    "الأستاذ|الأستاذة|الكاتب|الكاتبة|الشاعر|الشاعرة|الفنان|الفنانة|اللواء|العميد|العقيد|الفريق أول|الجنرال|"
    "المشير|القاضي|القاضية|المحامي|المحامية|السفير|السفيرة|المستشار|المستشارة|الباحث|الباحثة|"
    "المتحدث باسم الحكومة|المتحدث|المتحدثة|اللاعب|اللاعبة|المدرب|المخرج|المخرجة|الأمين العام|الوزير|الوزيرة|"
    "الروائي|الروائية|الأديب|الأديبة|المؤرخ|المؤرخة|الفيلسوف|العالم|العالمة|الطبيب|الطبيبة|الممثل|الممثلة|"
    "المغني|المغنية|المطرب|المطربة|الموسيقار|الملحن|الصحفي|الصحفية|الصحافي|الصحافية|الإعلامي|الإعلامية|الناشط|"
    "الناشطة|الخليفة|السلطان|الإمام|القائد|الزعيم|البابا|الخبير|الخبيرة|المحلل|المفكر|المستشرق|الرحالة|الجراح|"
    "الفيزيائي|الكيميائي|الرياضي|المترجم|الناقد|المنتج|المهاجم|الحارس|الهداف|القيصر|الإمبراطور|الفنان التشكيلي|"
    "النجم"
)
_BOUND_TITLES = words_of(
    "رئيس|رئيسة|وزير|وزيرة|مدير|مديرة|عالم|عالمة|قائد|زعيم|نائب|مدرب|محافظ|محافظة|سفير|سفيرة|حاكم|أمين|أستاذ|أستاذة|"
    "مؤسس|مستشار|مستشارة|عمدة|ملك|ملكة|أمير|لاعب|مهاجم|حارس|نجم|قائدة|متحدث"
)
"""Professions that a definite noun follows before the name: «وزير الخارجية …»; also with a possessive: «محافظه …»."""
_GIVEN = words_of(
    "محمد|أحمد|محمود|حسين|عمر|خالد|يوسف|إبراهيم|مصطفى|سعد|عبدالله|عبدالرحمن|عبدالعزيز|فيصل|سلمان|طارق|سامي|"
    "ياسر|وليد|هشام|أنور|بشار|نجيب|جورج|إلياس|ميشال|سمير|راشد|حمد|تميم|زايد|تركي|أسامة|أيمن|هاني|مروان|غسان|"
    "فاطمة|عائشة|مريم|زينب|خديجة|نورة|سارة|ليلى|سعاد|رانيا|دينا|لينا|طه|عباس|عثمان|بلال|حمزة|إسماعيل|إسحاق|"
    "يعقوب|موسى|هارون|داود|سليمان|زكريا|عيسى|إدريس|يونس|معاوية|نزار|عدنان|قحطان|رفيق|رفعت|طلعت|عزت|حسني|زكي|"
    "لطفي|شوقي|فتحي|صبري|فوزي|رشدي|مجدي|حمدي|وجدي|جون|ديفيد|دافيد|مايكل|ميخائيل|روبرت|جيمس|توماس|ستيف|ستيفن|"
    "بيتر|أنطونيو|أنتوني|ماريا|ماري|أنجيلا|أنغيلا|هيلاري|كامالا|ريشي|بوريس|جاستن|أولاف|رجب|إيمانويل|"
    "فولوديمير|فلاديمير|سيرغي|أندريه|جو|دونالد|باراك|بيل|إيلون|مارك|ستيفان|فرانسوا|جاك|شارل|نيكولا|لويس|ليونيل|"
    "كريستيانو|رونالدو|كارلوس|خوسيه|خوان|بيدرو|دييغو|لويز|ألبرت|إسحق|تشارلز|وليم|وليام|ويليام|هنري|"
    "ريتشارد|إدوارد|جوزيف|فريدريك|كارل|هانز|يورغن|يورجن|غابرييل|غابريال|غارسيا|إرنست|إرنستو|فيدل|نيلسون|مارتن|"
    "مارتين|أبراهام|بنيامين|دافيد|شمعون|إسحاق|جيف|تيم|ساندر|ساتيا|جينسن|كيم|شي|نارندرا|ناريندرا|أنديرا|إنديرا|"
    "مهاتما|ألكسندر|ألكسندرا|إليزابيث|ديانا|مارغريت|مارغريتا|كاترين|كاثرين|صوفيا|آنا|إيما|أليس|جين|لورا|ليز|"
    "تيريزا|فينسنت|بابلو|ليوناردو|ميغيل|غوستاف|فرانز|لودفيغ|فولفغانغ|يوهان|سيغموند|رينيه|إميل|فيكتور|ألبير|"
    "سيمون|جان|بيير|رولان|ميشيل|نعوم"
)
"""Given names that are no common words."""
_LINKING = words_of("بن|ابن|بنت|عبد|أبو|أبي|أم|آل|ولد|فان|فون|دي|دا|دوس|سان")
_HONORIFICS = words_of("خان|شاه|باشا|بك|بيك|أفندي|آغا")
_VERBS_OF_DOING = words_of(
    "قال|قالت|أضاف|أضافت|أكد|أكدت|أعلن|أعلنت|أوضح|أوضحت|أشار|أشارت|ذكر|ذكرت|صرح|صرحت|كتب|كتبت|ألف|ألفت|نشر|"
    "نشرت|درس|درست|ولد|ولدت|توفي|توفيت|مات|ماتت|تخرج|تخرجت|عمل|عملت|نال|نالت|فاز|فازت|سجل|سجلت|أحرز|أحرزت|"
    "التقى|التقت|استقبل|استقبلت|زار|زارت|غادر|غادرت|وصل|وصلت|عاد|عادت|رأى|رأت|يرى|ترى|يقول|تقول|يعتقد|تعتقد|"
    "وصف|وصفت|انتقد|انتقدت|دعا|دعت|طالب|طالبت|رفض|رفضت|وافق|وافقت|تولى|تولت|ترأس|ترأست|قاد|قادت|أسس|أسست|اخترع|"
    "اخترعت|اكتشف|اكتشفت|بكتابات|أعرب|أعربت|ألمح|تحدث|تحدثت|شدد|شددت|لفت|لفتت|تابع|تابعت|اعتبر|اعتبرت|توقع|"
    "توقعت|كشف|كشفت|حذر|حذرت|شارك|شاركت|نفى|نفت|علق|علقت|بقيادة|برئاسة|لمؤلفه|تأليف|بقلم|إخراج|"
    "اغتيل|قتل|انتخب|عين|استشهد|اعتقل"
)
"""A name may follow, and no verb then follows it."""
_VERBS = (
    words_of(
        "ذهب|ذهبت|صلى|صام|جاء|جاءت|أخذ|أخذت|وجد|وجدت|بدأ|بدأت|ظل|ظلت|بقي|بقيت|أصبح|أصبحت|صار|صارت|خرج|خرجت|دخل|"
        "دخلت|رحل|رحلت|مسرعا|أمس|غدا|جدا|أحب|أحبت|أراد|أرادت|حاول|حاولت|استطاع|تمكن|تمكنت|واصل|واصلت|قدم|قدمت|"
        "أجرى|أجرت|قرر|قررت|حصل|حصلت|انضم|انضمت|انتقل|انتقلت|ساعد|ساهم|أطلق|أطلقت|افتتح|حضر|حضرت|اجتمع|بحث|"
        "بحثت|ناقش|وقع|وقعت|سافر|سافرت|عاش|عاشت|تزوج|تزوجت|أنجب|حكم|فتح|هزم|لعب|لعبت|عبر|صرخ|ضحك|بكى|نام|"
        "استيقظ|جلس|وقف|مشى|ركض|أكل|شرب|قرأ|سمع|نظر|فكر|فهم|عرف|نسي|تذكر"
    )
    | _VERBS_OF_DOING
)
_ORDINARY = words_of(
    "كبير|صغير|جديد|قديم|خاص|عام|كل|أول|آخر|نفس|أحد|إحدى|أي|عدد|مجموعة|حديث|قوي|جيد|سيئ|طويل|قصير|كثير|قليل|"
    "واسع|مهم|معين|محدد|مختلف|سابق|حالي|قادم|مقبل|ماض|رسمي|دائم|مؤقت|مشترك|مستقل|متخصص|تأمين|طيران|سيارات|نقل|"
    "شحن|اتصالات|برمجيات|أدوية|نفط|غاز|بناء|مقاولات|استثمار|صغيرة|كبيرة|جديدة|تجاري|رياضي|علمي|دولي|محلي|بحوث|"
    "أبحاث|تدريب|أهداف|معلومات|بيانات|أسعار|أعصاب|أهلية|حقيقي|حقيقية|واحد|واحدة|ثان|ثانية|ناجح|فاشل|مفتوح|مغلق|"
    "شريف|عادل|بلا|حرب|سلام|جوا|بحرا|برا"
)
"""Words that say more of a kind, and name nothing."""


class _Kind(NamedTuple):
    """A kind of institution: what it is, whether the word belongs to the name, and what may follow it.

    ``free``: a name of no Arabic shape, or a person; ``definite``: definite words; ``conjoined``: more behind «و»;
    ``any_word``: a word of any shape that is no adjective.
    """

    kind: FactKind
    kept: bool = True
    free: bool = False
    definite: bool = True
    conjoined: bool = False
    any_word: bool = False


def _kinds() -> dict[str, _Kind]:
    organisation, place, event, law = FactKind.ORGANISATION, FactKind.PLACE, FactKind.EVENT, FactKind.LAW
    table = {
        "وزارة|حزب|كلية|هيئة|جمعية|لجنة": _Kind(organisation, conjoined=True),
        "منظمة|مجلس|محكمة|نقابة|وكالة|اتحاد|برلمان|بلدية|صندوق|بورصة|مفوضية|أكاديمية|حلف": _Kind(organisation),
        "جامعة|معهد|مؤسسة|بنك|مصرف|مستشفى|متحف|مكتبة|أوركسترا": _Kind(organisation, free=True),
        "شركة|مختبر": _Kind(organisation, kept=False, definite=True),
        "مجموعة": _Kind(organisation, kept=False, definite=False),
        "جامع|مسجد|كنيسة|ضريح|بيمارستان|معبد": _Kind(place, free=True),
        "نادي": _Kind(organisation, kept=False, free=True, definite=False),
        "فريق|منتخب": _Kind(organisation, kept=False, definite=False),
        "صحيفة|جريدة": _Kind(organisation, kept=False, free=True),
        "مجلة|قناة|إذاعة|موقع": _Kind(organisation, kept=False, definite=False),
        "مدينة|محافظة|ولاية|بلدة|قرية|العاصمة|إقليم|عاصمة|مقاطعة|ضاحية|حي": _Kind(
            place, kept=False, free=True, definite=False
        ),
        "نهر|بحيرة|جزيرة|جبل|جبال|مطار|ميناء|مضيق|صحراء|خليج|بحر|ميدان|شارع|قصر|ملعب|قلعة|وادي": _Kind(
            place, free=True
        ),
        "معركة|غزوة|موقعة|انتفاضة|ثورة": _Kind(event, free=True, any_word=True),
        "كأس|بطولة|دوري|مهرجان|معرض|أولمبياد|ألعاب|بينالي": _Kind(event),
        "قانون|اتفاقية|معاهدة|ميثاق|لائحة": _Kind(law),
        "صلح": _Kind(law, free=True, any_word=True),
        "اتفاق|دستور|إعلان|هدنة|مرسوم|وعد": _Kind(law, definite=False),
    }
    return {fold(word): kind for words, kind in table.items() for word in words.split("|")}


KINDS = _kinds()
_ONLY_ONE = {
    FactKind.ORGANISATION: (
        "الإدارة|البنك|المصرف|المحكمة|الهيئة|المنظمة|الجامعة|الجمعية|الاتحاد|المجلس|الوكالة|المفوضية|المركز|المعهد|"
        "الحزب|الصندوق|اللجنة|المؤسسة|الأكاديمية|السوق|البورصة|الجيش|الكنيسة|الشركة|الحركة|الجبهة|النادي|"
        "الرابطة|البرلمان|المنتدى"
    ),
    FactKind.EVENT: "الحرب|الثورة|الحملة|الألعاب|البطولة|الدورة|المعرض|المهرجان|المؤتمر|القمة",
    FactKind.LAW: "اللائحة|الإعلان|العهد|الاتفاقية|المعاهدة|القانون|الميثاق|الدستور",
}
_DEFINITE_KINDS = {fold(word): kind for kind, words in _ONLY_ONE.items() for word in words.split("|")}
_ONLY = words_of(
    "المركزي|المركزية|المستقلة|العليا|الأعلى|الدستورية|الدستوري|الدولي|الدولية|العالمي|العالمية|الوطني|الوطنية|القومي|"
    "القومية|العام|العامة|الملكي|الملكية|الاتحادية|الفيدرالي|الفيدرالية|الأفريقي|الأفريقية|الأوروبي|الأوروبية|"
    "الآسيوي|الآسيوية|العربي|العربية|الإسلامي|الإسلامية|الأهلية|الباردة|الصليبية|الأولمبية|المالية|الديمقراطي|"
    "الديمقراطية|الشيوعي|الاشتراكي|الجنائية"
)
"""Adjectives that make a kind the only one of it."""
_NEVER_LAST = words_of("الخاص|الخاصة|المعني|المعنية|المتعلق|المتعلقة")
_PROCLITICS = "وفبلك"


def names(stream: TokenStream) -> Iterator[DetectedName]:
    """The names in a chunk of Arabic."""
    return detected_in(stream, _detect_at)


def _detect_at(reader: Reader, i: int) -> DetectedName | None:
    key = reader.key(i)
    if not key or not _may_begin(key):
        return None
    return _institution(reader, i, key) or _titled(reader, i, key) or _given(reader, i, key)


@lru_cache(REMEMBERED)
def _may_begin(key: str) -> bool:
    """Whether a rule may begin at a word: asked of every word, so remembered."""
    for _, bare in bare_words(key, _PROCLITICS):
        if bare in KINDS or bare in _DEFINITE_KINDS or bare in _TITLES or bare in _BOUND_TITLES or bare in _GIVEN:
            return True
        if bare in _PATRONYMIC or bare == "عبد" or bare in people("ar", "given"):
            return True
        if bare.endswith(("ه", "ها", "هم")) and bare.rstrip("هام") in _BOUND_TITLES:
            return True
    return False


def _titled(reader: Reader, i: int, key: str) -> DetectedName | None:
    """A name behind a title, its adjectives («الرئيس المصري») and a point."""
    at = reader.phrase(i, _TITLES, "ولبف")
    if at is not None:
        while _is_adjective(reader.key(at)) and reader.joined(at) and _family(reader.key(at + 1)) is False:
            at += 1
    else:
        at = _after_bound_title(reader, i, key)
    if at is None:
        return None
    if reader.sign(at) == "." and reader.stream.is_glued(at):
        at += 1
    end = _name_end(reader, at, titled=True)
    return None if end is None else reader.told(FactKind.PERSON, at, end)


def _after_bound_title(reader: Reader, i: int, key: str) -> int | None:
    """Behind «وزير الخارجية المصري», «عالم الكيمياء», «محافظه»."""
    for _, bare in bare_words(key, "ولبف", 1):
        at = i + 1
        if bare in _BOUND_TITLES:
            while reader.key(at).startswith(_ARTICLE) and reader.joined(at) and at - i < 5:
                at += 1
            if at == i + 1:
                known = reader.known(at) if reader.joined(at) else None
                at = known.end if known is not None and known.name.kind is not FactKind.PERSON else at
            return at if at > i + 1 else None
        if bare.endswith(("ه", "ها", "هم")) and bare.rstrip("هام") in _BOUND_TITLES and reader.joined(at):
            return at if reader.key(at) in _GIVEN or reader.key(at) in people("ar", "given") else None
    return None


def _given(reader: Reader, i: int, key: str) -> DetectedName | None:
    """A name that begins with a given name which is nothing else, or with another one behind a verb."""
    for cut, bare in bare_words(key, "ولبف", 1):
        sure = bare in _GIVEN
        link = bare in _PATRONYMIC and reader.plain(i + 1) and not reader.key(i + 1).startswith("ال")
        link = link and reader.key(i + 1) not in _KIN
        father = _is_patronymic(reader, i + 1) and cut == 0 and _may_have_father(reader, i)
        if father:
            return reader.told(FactKind.PERSON, i, _patronymic_end(reader, i + 1), cut)
        if not sure and not link and bare not in people("ar", "given") and bare != "عبد":
            continue
        acting = cut == 0 and reader.joined(i) and reader.key(i - 1).removeprefix("و") in _VERBS_OF_DOING
        end = _name_end(reader, i, acting=acting, first=bare)
        if end is None:
            return None
        if not sure and not acting and not _is_sure(reader, i, end):
            return None
        return reader.told(FactKind.PERSON, i, end, cut)
    return None


def _is_patronymic(reader: Reader, i: int) -> bool:
    """Whether «بن», «بنت» stands at ``i`` with the name of a father behind it."""
    return reader.joined(i) and reader.key(i) in _SON and reader.joined(i + 1) and reader.key(i + 1) not in _KIN


def _may_have_father(reader: Reader, i: int) -> bool:
    word = reader.key(i)
    return len(word) > 1 and word not in reader.function_words and word not in _VERBS and word not in _LINKING


def _patronymic_end(reader: Reader, i: int) -> int:
    """Where a chain of fathers ends: «بن أبي طالب», «بن عبد الله الأنصاري»."""
    while _is_patronymic(reader, i):
        i = _linked_end(reader, i)
    return i + 1 if reader.joined(i) and _is_nisba(reader.key(i)) else i


def _linked_end(reader: Reader, i: int) -> int:
    """The index behind linking words and the name they lead to: «بن أبي طالب», «عبد الله»."""
    while reader.key(i) in _LINKING and reader.joined(i + 1):
        i += 1
    return i + 1


def _is_nisba(word: str) -> bool:
    return len(word) > 5 and word.startswith(_ARTICLE) and word.endswith(("ي", "ى")) and word not in _ONLY


def _is_sure(reader: Reader, i: int, end: int) -> bool:
    """Whether behind a given name that may be a common word there is another that is not, or «بن», «عبد»."""
    rest = [reader.key(k) for k in range(i, end)]
    return any(word in _GIVEN or word in _PATRONYMIC or word in ("عبد", "الدين") for word in rest)


def _name_end(reader: Reader, i: int, *, titled: bool = False, acting: bool = False, first: str = "") -> int | None:
    """Where the name that begins at ``i`` ends; None when it is no name, or only a given name."""
    key = first or reader.key(i)
    given = people("ar", "given")
    known = key in _GIVEN or key in given
    linked = key in _LINKING and reader.plain(i + 1)
    if not known and not linked and not (titled and _may_be_name(reader, i)):
        return None
    end = _linked_end(reader, i) if linked else i + 1
    unknown = 0 if known or linked else 1
    while end - i < MOST_WORDS - 2 and reader.joined(end):
        word = reader.key(end)
        before = reader.key(end - 1)
        if word in _LINKING and reader.joined(end + 1) and reader.key(end + 1) not in _KIN:
            end = _linked_end(reader, end)
        elif (
            word in _GIVEN
            or (word in given and word not in reader.function_words and word not in _VERBS)
            or word == "الدين"
            or (word in _HONORIFICS and end - i > 1)
        ):
            end += 1
        elif titled and known and unknown == 0 and _is_short_name(reader, end) and _may_be_name(reader, end + 1):
            end += 2
            break
        elif (
            word.startswith(_ARTICLE)
            and _family(word, shaped=key in _GIVEN or linked or titled)
            and (known or linked or unknown)
        ):
            end += 1
            break
        elif (titled or acting or before in _GIVEN) and unknown < (3 if titled else 2) and _may_be_name(reader, end):
            unknown += 1
            end += 1
            if known:
                break
        else:
            break
    if end - i < 2 or (unknown == 1 and end == i + 1):
        return None
    return end


def _is_short_name(reader: Reader, i: int) -> bool:
    word = reader.key(i)
    return len(word) == 3 and reader.plain(i) and word not in _VERBS and word not in _ORDINARY


def _may_be_name(reader: Reader, i: int) -> bool:
    """Whether an unknown word may be a name: no particle, verb, adjective, adverb or definite noun."""
    word = reader.key(i)
    return (
        len(word) > 3
        and reader.plain(i)
        and not word.startswith(("ال", "لل", "وال", "با"))
        and not (word.startswith(("ي", "ت", "سي", "ست")) and not _is_foreign(word))
        and not (word[0] == "ي" and not _is_foreign(word[1:]))
        and not _is_led(reader, word)
        and not reader.led(i)
        and not (word[0] == "و" and (word[1:] in _GIVEN or word[1:] in people("ar", "given")))
        and not (word.endswith(("ا", "ات", "ون", "ين", "ه", "نا", "كم", "هم")) and not _is_foreign(word))
        and not word.startswith(("بش", "بال", "كال", "فال"))
        and word not in _VERBS
        and word not in _ORDINARY
        and word not in KINDS
        and word not in _BOUND_TITLES
        and not (word[0] == "ا" and len(word) == 4)
    )


def _is_led(reader: Reader, word: str) -> bool:
    """Whether a word is a noun or verb with a particle written on to it: «بتقديم», «لوصف», «لذلك»."""
    if word[0] not in "بلوف" or _is_foreign(word):
        return False
    rest = word[1:]
    return rest in reader.function_words or rest in _VERBS or (rest[0] in "تايم" and len(rest) > 3)


def _may_be_bare(reader: Reader, i: int) -> bool:
    """Whether a word may stand alone behind «معركة»: no particle, verb or adjective."""
    word = reader.key(i)
    return reader.plain(i) and len(word) > 2 and not word.endswith(("ه", "ا")) and word not in _ORDINARY


def _is_foreign(word: str) -> bool:
    """Whether the shape of a word is not Arabic's: long vowels that no pattern has so many of."""
    long = sum(word[1:].count(letter) for letter in "اويى") + (word[0] == "ا")
    participle = word[0] == "م" and word.endswith("ه")
    return len(word) > 4 and not participle and long >= (len(word) + 1) // 2 - 1 and "و" in word[1:]


def _family(word: str, *, shaped: bool = True) -> bool:
    """Whether a definite word is a family name rather than a noun."""
    if word in _TITLES or word in _ONLY:
        return False
    if word.startswith(_ARTICLE) and word in people("ar", "family"):
        return True
    return (
        len(word) > 4
        and word.startswith(_ARTICLE)
        and not word.endswith(("ه", "ات", "ون", "ين"))
        and (word.endswith(("ي", "ى")) or (shaped and not word.startswith(("الا", "الم"))))
    )


def _is_adjective(key: str) -> bool:
    return key.startswith(_ARTICLE) and key.endswith(("ي", "يه", "ى"))


_ARTICLE = "ال"
_PATRONYMIC = words_of("بن|ابن|أبو|أبي|بنت")
_SON = words_of("بن|بنت|ابن")
_KIN = words_of("عم|عمه|عمها|خال|خاله|أخ|أخيه|أخته|أخت|عمة|خالة|الرجل|آدم|الإنسان")


def _institution(reader: Reader, i: int, key: str) -> DetectedName | None:
    """A name that begins with the word that says what it is."""
    for cut, bare in bare_words(key, _PROCLITICS):
        kind = KINDS.get(bare)
        if kind is not None and bare.endswith("ه") and reader.stream.text[reader.stream.end(i + 1) - 1] == "ه":
            kind = None  # «محافظه» is his governor, no «محافظة»
        if kind is not None:
            return _bound(reader, i, kind, cut)
        if bare in _DEFINITE_KINDS:
            return _only_one(reader, i, _DEFINITE_KINDS[bare], cut)
        if bare.startswith("ل") and "ا" + bare in _DEFINITE_KINDS:  # للبنك: the article lost its alef behind ل
            return None
    return None


def _bound(reader: Reader, i: int, kind: _Kind, cut: int) -> DetectedName | None:
    """«وزارة الخارجية», «جامعة هارفارد», «اتفاقية مناهضة التعذيب», مدينة دمنهور."""
    first = i + 1
    if not reader.joined(first):
        return None
    known = reader.known(first, weak=kind.free)
    if known is not None:
        if not kind.kept:
            whole = known.name.kind is kind.kind or kind.kind is FactKind.ORGANISATION
            return reader.told(kind.kind, first, known.end) if whole else None
        end = _definite_end(reader, known.end, i, kind)
        return reader.told(kind.kind, i, end, cut)
    word = reader.key(first)
    if word.startswith(_ARTICLE):
        if not kind.definite or not reader.plain(first):
            return None
        start = i if kind.kept or not kind.free else first
        return reader.told(kind.kind, start, _definite_end(reader, first + 1, i, kind), 0 if start > i else cut)
    if kind.free:
        named = _couple_end(reader, first) or _name_end(reader, first)
        shaped = _may_be_name(reader, first) and (_is_foreign(word) or not word.endswith("ا"))
        bare = shaped or (kind.any_word and _may_be_bare(reader, first))
        if named is None and bare and not word.endswith(("ي", "يه")):
            named = first + 1
            if (kind.any_word or _is_foreign(word)) and kind.kind is not FactKind.PLACE and _may_be_name(reader, named):
                named += 1
        if named is not None:
            end = _definite_end(reader, named, i, kind) if kind.kept else named
            return reader.told(kind.kind, i if kind.kept else first, end, cut if kind.kept else 0)
    if kind.definite and kind.kept and reader.plain(first) and word not in _ORDINARY and word not in _VERBS:
        noun = first + 1
        bound_to = reader.known(noun)
        if bound_to is not None and bound_to.name.kind is FactKind.PLACE and len(word) > 3 and word not in KINDS:
            return reader.told(kind.kind, i, _definite_end(reader, bound_to.end, i, kind), cut)
        if reader.joined(noun) and reader.key(noun).startswith(_ARTICLE) and reader.plain(noun):
            return reader.told(kind.kind, i, _definite_end(reader, noun + 1, i, kind), cut)
    return None


def _couple_end(reader: Reader, i: int) -> int | None:
    """Where «بيل وميليندا غيتس» ends: two given names with «و» and the family name they share."""
    second = reader.key(i + 1)
    both = reader.key(i) in _GIVEN and reader.joined(i + 1) and second[:1] == "و" and len(second) > 4
    return i + 3 if both and _may_be_name(reader, i + 2) else None


def _only_one(reader: Reader, i: int, kind: FactKind, cut: int) -> DetectedName | None:
    """«البنك المركزي المصري», «الاتحاد الأفريقي لكرة القدم», «الثورة الفرنسية»."""
    adjective = reader.key(i + 1)
    if not reader.joined(i + 1) or not adjective.startswith(_ARTICLE):
        return None
    only = adjective in _ONLY
    telling = _is_adjective(adjective)
    if not only and not telling and adjective not in _NEVER_LAST:
        return None
    end = _definite_end(reader, i + 2, i, _Kind(kind, conjoined=True))
    if kind is FactKind.ORGANISATION and not only and not any(reader.key(k)[:1] == "ل" for k in range(i + 2, end)):
        return None  # «الشركة الأمريكية» is any; «الرابطة التونسية لحقوق الإنسان» is one by what it is for
    sure = end > i + 2 or f"{reader.key(i)[cut:]} {adjective}" in _PAIRS or reader.key(i)[cut:] == "الثوره"
    return reader.told(kind, i, end, cut) if sure and reader.key(end - 1) not in _NEVER_LAST else None


_PAIRS = frozenset(
    " ".join(map(fold, pair.split()))
    for pair in [
        "البنك المركزي",
        "المحكمة العليا",
        "المحكمة الدستورية",
        "الحرب الباردة",
        "الحرب الأهلية",
        "الألعاب الأولمبية",
        "الحزب الشيوعي",
        "المجلس الأعلى",
        "البنك الدولي",
        "الحزب الديمقراطي",
        "الحزب الجمهوري",
    ]
)


def _definite_end(reader: Reader, end: int, start: int, kind: _Kind) -> int:
    """Where the definite words behind ``end`` end, with «لل…», «ل… ال…», and «وال…» where they belong to the name."""
    purpose = False
    while end - start < MOST_WORDS and reader.joined(end):
        word = reader.key(end)
        known = reader.known(end)
        if known is not None and known.name.kind is FactKind.PERSON:
            break
        if _is_qualifier(word) and word not in _TITLES and word not in reader.function_words:
            end += 1
        elif word.startswith("لل") and len(word) > 3:
            purpose = True
            end += 1
        elif word.startswith("وال") and (kind.conjoined or purpose) and word[1:] not in _DEFINITE_KINDS:
            end += 1
        elif word.startswith("بال") and reader.key(end - 1) in _NEVER_LAST:
            end += 1
            purpose = True
        elif (
            word.startswith("ل")
            and reader.joined(end + 1)
            and reader.key(end + 1).startswith(_ARTICLE)
            and len(word) > 3
        ):
            if word in reader.function_words or kind.kind is FactKind.PLACE:
                break
            purpose = True
            end += 2
        else:
            break
    return end


def _is_qualifier(word: str) -> bool:
    """Whether a definite word behind another may be its adjective: what else is definite there is a verb's object."""
    return word.startswith(_ARTICLE) and (
        word.endswith(("ي", "يه", "ى")) or word.startswith(("المت", "المست")) or word in _ONLY or word in _ADJECTIVES
    )


_ADJECTIVES = words_of(
    "العظمى|الكبرى|الصغرى|الحرة|الموحدة|المشتركة|المحدودة|المصدرة|المفتوحة|المفتوح|الخاص|الخاصة|الأحمر|الأبيض|"
    "الأسود|الأخضر|الحديث|الحديثة|الأهلي|الشامل|الشاملة|العالي|المدني|المدنية|الأول|الأولى|الثاني|الثانية|"
    "الثالث|الثالثة|الرابعة|الخامسة|السادسة|السابعة|الثامنة|التاسعة|العاشرة|المعني|المعنية"
)
