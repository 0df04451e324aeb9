"""Owns Hebrew's rules of names, and the words they rest on.

Persons: a title or profession and the name behind it, or a given name and a family name that is no verb. Institutions:
the kind in its bound form and a definite word, a known name or a name («משרד החינוך», «מכון ויצמן למדע»); or a definite
kind and a definite adjective («האוניברסיטה העברית»).
"""

from collections.abc import Iterator
from functools import lru_cache

from reader.facts.naming import (
    MOST_WORDS,
    REMEMBERED,
    DetectedName,
    Institution,
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
    "ראש הממשלה|נשיא המדינה|הנשיא|הנשיאה|השר|השרה|שר הביטחון|שר האוצר|שר החוץ|שרת החוץ|שר המשפטים|שר החינוך|מר|"
    "גברת|גב|הרב|"
    'ד"ר|פרופ|פרופסור|עו"ד|ח"כ|חבר הכנסת|חברת הכנסת|אלוף|רב אלוף|סרן|הסופר|הסופרת|המשורר|המשוררת|מנכ"ל|מנכ"לית|'
    "המאמן|המאמנת|"
    "הנגיד|נגיד|הכימאי|הכימאית|הפיזיקאי|הפיזיקאית|המתמטיקאי|הפילוסוף|ההיסטוריון|השחקן|השחקנית|הזמר|הזמרת|הבמאי|"
    "הבמאית|הצייר|הציירת|המלחין|העיתונאי|העיתונאית|החוקר|החוקרת|השופט|השופטת|המלך|המלכה|הנסיך|הקיסר|האפיפיור|"
    "הכלכלן|הפרשן|הקפטן|הבלם|"
    "האסטרונום|האסטרונומית|הביולוג|הביולוגית|המתמטיקאית|הפילוסופית|האמן|האמנית|העורך|העורכת|"
    "החלוץ|השוער|המנהיג|הגנרל|הסנאטור|המושל|היועץ|הדובר|המדען|הרופא|הרופאה|המהנדס|האדריכל|היזם|הארכיאולוג|"
    'ראש העיר|הרמטכ"ל'
)
_GIVEN = words_of(
    "דוד|משה|יצחק|יעקב|אברהם|שמעון|יוסף|בנימין|אריאל|אהוד|שרה|רחל|רבקה|לאה|מרים|יאיר|נפתלי|גדעון|אביגדור|ציפי|"
    "מרב|עמוס|גולדה|מנחם|איתמר|בצלאל|מיכאל|דניאל|תמר|נועה|עידו|אהרן|אהרון|שמואל|שלמה|אליהו|ישעיהו|ירמיהו|"
    "יחזקאל|זאב|חנה|אסתר|יהודית|דליה|זלמן|לוי|מאיר|יהודה|אלכסנדר|ולדימיר|סרגיי|עדה|נטלי|ביל|יאסר|דונלד|ברק|ג'ו|"
    "ג'ון|ג'ורג'|מייקל|דייוויד|דיוויד|רוברט|תומאס|פיטר|אלברט|צ'ארלס|ויליאם|ריצ'רד|הנרי|אנגלה|הילרי|עמנואל|"
    "ניקולא|פרנסואה|ז'אן|פייר|ליאונל|כריסטיאנו|קרלוס|מארק|אילון|סטיב|מחמוד|מוחמד|אחמד|חסן|עלי|סאדאם|בשאר|רג'פ|"
    "וולודימיר|בוריס|נלסון|מרטין|אדולף|קרל|פרנץ|זיגמונד|לודוויג|וולפגנג|ארנון|יובל|אורי|דן|גבריאל|רפאל|דבורה|"
    "יוכבד|שולמית|נעמי|רות|מיכל|אביגיל|אפרים|מנשה|ראובן|ישי|אלעזר|פנחס|נחום|זכריה"
)
_LINKING = words_of("בן|בר|אבו|דה|ואן|פון|אל|די|אבן")
_VERBS = words_of(
    "אמר|אמרה|הוסיף|הוסיפה|הודיע|הודיעה|טען|טענה|כתב|כתבה|נולד|נולדה|למד|למדה|עבד|עבדה|היה|הייתה|נפגש|נפגשה|"
    "קבע|קבעה|דיבר|דיברה|הלך|הלכה|חזר|חזרה|יצא|יצאה|נכנס|נכנסה|אכל|שתה|ישב|עמד|רץ|ראה|ראתה|שמע|חשב|ידע|רצה|"
    "רצתה|ניצח|ניצחה|הפסיד|הבקיע|שיחק|שיחקה|חתם|חתמה|ביקר|ביקרה|הזהיר|הזהירה|הסביר|הסבירה|ציין|ציינה|נבחר|"
    "נבחרה|מונה|מונתה|עבר|עברה|פרסם|פרסמה|תיאר|תיארה|כינס|ייסד|ייסדה|ביים|ביימה|לימד|לימדה|חקר|חקרה|זכה|זכתה|"
    "מת|מתה|נפטר|נפטרה|נהרג|נרצח|התחתן|הגיע|הגיעה|הצהיר|הצהירה|ביקש|ביקשה|דרש|דרשה|סירב|סירבה|תמך|תמכה|התנגד|"
    "הציע|הציעה|אומר|אומרת|טוען|כותב|גר|גרה|עובד|יודע|חושב|רוצה|מלמד|צריך|צריכה|אוהב|סבור|סבורה|מאמין|נכח|נכחה|"
    "ייצג|ייצגה|שלח|שלחה|קיבל|קיבלה|נתן|נתנה|לקח|לקחה|שב|שבה|כבש|כבשה|בנה|פתח|סגר|הוביל|הובילה"
)
_MODAL = words_of(
    "חייב|חייבת|חייבים|יהיה|תהיה|יהיו|יוכל|תוכל|עשוי|עשויה|אמור|אמורה|נאלץ|נאלצה|מתכוון|מתכוונת|מבקש|מבקשת|יכול|יכולה|"
    "עומד|עומדת|זקוק|מוכן|מוכנה|רשאי|רשאית|נוטה|מנסה|ניסה|ניסתה|החליט|החליטה|נוהג|מקווה|דחה|דחתה|יצטרך|ימשיך|המשיך"
)
"""Verbs that another one follows: none is a name behind a title."""
_BARE_ONLY = words_of("קרב")
"""Kinds that are other words with a particle (בקרב)."""
_ORDINARY = words_of(
    "גדול|גדולה|קטן|קטנה|חדש|חדשה|ישן|טוב|טובה|רע|אחד|אחת|כל|שלם|שלמה|שלמים|שונה|מיוחד|ראשי|כללי|פרטי|ציבורי|"
    "מקומי|ממשלתי|אדם|איש|אישה|ילד|ילדה|בית|עיר|מקום|זמן|דבר|שבו|שבה|שהוא|קודם|נוסף|רב|רבה|יחיד|מרכזי|קשה|קל|"
    "זול|יקר|חזק|חלש|היום|אתמול|מחר"
)


def _kinds() -> dict[str, Institution]:
    organisation, place, event, law = FactKind.ORGANISATION, FactKind.PLACE, FactKind.EVENT, FactKind.LAW
    table = {
        "משרד|סוכנות|מפלגת|ארגון|עיריית|רשות|ועדת|מועצת|איגוד|אגודת|הסתדרות|הנהלת|התאחדות|בורסת|תנועת|צבא|חיל|לשכת|"
        "מרכז": Institution(organisation),
        "אוניברסיטת|מכון|מכללת|בנק|קרן|מוזיאון|מעבדות": Institution(organisation, free=True),
        "חברת|קבוצת|עיתון|ערוץ": Institution(organisation, kept=False),
        "העיר|קיבוץ|מושב|מושבה|הבירה|מחוז|מדינת|היישוב": Institution(place, kept=False, free=True),
        "נהר|הר|אגם|ים|רחוב|כיכר|נמל|אי|שדה התעופה|עמק|ארמון": Institution(place),
        "פסטיבל": Institution(event, free=True),
        "מלחמת|קרב|מבצע|מרד|גביע|אליפות|מהפכת|ועידת|ליגת": Institution(event),
        "חוק|הסכם|הסכמי|אמנת|הצהרת|חוקת|פקודת|מגילת": Institution(law),
    }
    return {fold(word): kind for words, kind in table.items() for word in words.split("|")}


KINDS = _kinds()
_TWO_WORDS = {
    (fold("בית"), fold("המשפט")): Institution(FactKind.ORGANISATION),
    (fold("בית"), fold("החולים")): Institution(FactKind.ORGANISATION, free=True),
    (fold("בית"), fold("הדין")): Institution(FactKind.ORGANISATION),
    (fold("בית"), fold("הספר")): Institution(FactKind.ORGANISATION, free=True),
    (fold("המרכז"), fold("הרפואי")): Institution(FactKind.ORGANISATION, kept=False, free=True),
}
_DEFINITE = {
    FactKind.ORGANISATION: words_of(
        "האוניברסיטה|הארגון|האגודה|האיגוד|המכון|הבנק|המפלגה|הוועדה|המועצה|הבורסה|הקרן|ההסתדרות|התנועה|"
        "האקדמיה|ההתאחדות|הספרייה|התזמורת|המוזיאון|הסוכנות|הנציבות|חבר"
    ),
    FactKind.EVENT: words_of("המלחמה|המהפכה|המרד|הקונגרס|הוועידה|האולימפיאדה|המונדיאל|הפסטיבל|ההתקפה|האינתיפאדה"),
    FactKind.LAW: words_of("החוקה|האמנה|ההצהרה|ההסכם"),
}
_ONLY = words_of(
    "העברית|הלאומית|הלאומי|העולמי|העולמית|הבינלאומי|הבינלאומית|המרכזי|המרכזית|הפתוחה|העליון|הכללית|הכללי|"
    "הציוני|הציונית|הראשונה|הראשון|השנייה|השני|השלישית|השלישי|הקרה|התעשייתית|הצרפתית|הפלסטינית|הערבי|הערבית|"
    "היהודי|היהודית|הכלכלי|הכלכלית|האירופי|האירופית|האולימפית|הישראלי|הישראלית|הטכנולוגי|הפילהרמונית|המלכותית|"
    "הלאומים|הקומוניסטית"
)
_PROCLITICS = "ובלמשכה"
_PREPOSITIONS = "ובלמשכ"


def names(stream: TokenStream) -> Iterator[DetectedName]:
    """The names in a chunk of Hebrew."""
    return detected_in(stream, _detect_at)


def _detect_at(reader: Reader, i: int) -> DetectedName | None:
    key = reader.key(i)
    if not key or not _may_begin(key):
        return None
    return _institution(reader, i, key) or _titled(reader, i) or _given(reader, i, key)


@lru_cache(REMEMBERED)
def _may_begin(key: str) -> bool:
    """Whether a rule may begin at a word: asked of every word, so remembered."""
    two = {first for first, _ in _TWO_WORDS}
    definite = {word for words in _DEFINITE.values() for word in words}
    for cut, bare in bare_words(key, _PROCLITICS):
        if bare in KINDS or bare in two or bare in _TITLES or bare in _GIVEN or bare in people("he", "given"):
            return True
        if bare in definite or (cut and "ה" + bare in definite):
            return True
    return False


def _titled(reader: Reader, i: int) -> DetectedName | None:
    at = reader.phrase(i, _TITLES, "ולבמש")
    if at is None:
        return None
    while reader.joined(at) and reader.key(at) in _ONLY:
        at += 1
    if reader.sign(at) in ("'", "׳", ".") and reader.stream.is_glued(at):
        at += 1
    if not reader.joined(at):
        return None
    end = _name_end(reader, at, titled=True)
    return None if end is None else reader.told(FactKind.PERSON, at, end)


def _given(reader: Reader, i: int, key: str) -> DetectedName | None:
    for cut, bare in bare_words(key, "ולבמש", 1):
        both = bare in people("he", "given") and reader.key(i + 1) in people("he", "family") - _VERBS
        if bare in _GIVEN or (both and bare not in _ORDINARY and bare not in _VERBS):
            end = _name_end(reader, i, first=bare)
            if end is not None:
                return reader.told(FactKind.PERSON, i, end, cut)
    return None


def _name_end(reader: Reader, i: int, *, titled: bool = False, first: str = "") -> int | None:
    """Where the name that begins at ``i`` ends; None when it is no name, or only a given name."""
    key = first or reader.key(i)
    given = people("he", "given")
    if key not in _GIVEN and key not in given and not (titled and _may_be_name(reader, i)):
        return None
    end = i + 1
    while end - i < 3 and reader.joined(end) and reader.key(end) in _GIVEN and _may_be_name(reader, end + 1):
        end += 1
    while end - i < 4 and reader.joined(end) and reader.key(end) in _LINKING and _may_be_name(reader, end + 1):
        end += 2
    bare = titled or not reader.key(end).startswith(("ל", "ב", "מ"))
    family = (bare and _may_be_name(reader, end)) or (reader.key(end) in people("he", "family") and reader.joined(end))
    if family and (end == i + 1 or reader.key(end - 1) in _GIVEN):
        end += 1
        if reader.sign(end) == "-" and reader.stream.is_glued(end) and reader.stream.is_glued(end + 1):
            end += 2
    return end if end - i > 1 else None


def _may_be_name(reader: Reader, i: int) -> bool:
    word = reader.key(i)
    return (
        len(word) > 1
        and reader.plain(i)
        and word not in _VERBS
        and word not in _MODAL
        and word not in _ORDINARY
        and word not in KINDS
        and not _is_led(reader, i)
        and not (word[0] in "וש" and (word[1:] in _VERBS or word[1:] in KINDS))
        and not (word[0] == "ה" and (len(word) < 4 or word in _ONLY or word in _TITLES))
        and not (len(word) > 3 and word.endswith(("ים", "ות", "ית", "תי")) and word not in people("he", "family"))
        and not (word[0] == "מ" and word[1:2] in ("ה", "א"))
    )


def _is_led(reader: Reader, i: int) -> bool:
    """Whether an unknown word begins with a particle rather than being a name: לתקציב, or before an infinitive."""
    word = reader.key(i)
    if word in _GIVEN or word in people("he", "given") or word in people("he", "family"):
        return False
    if len(word) > 4 and word[0] in "לבכש":
        return True
    following = reader.key(i + 1)
    return reader.joined(i + 1) and following.startswith("ל") and len(following) > 3 and not _is_person(following)


def _is_person(word: str) -> bool:
    return word in _GIVEN or word in people("he", "given") or word in people("he", "family")


def _institution(reader: Reader, i: int, key: str) -> DetectedName | None:
    for cut, bare in bare_words(key, _PREPOSITIONS, 2):
        pair = _TWO_WORDS.get((bare, reader.key(i + 1)))
        if pair is not None:
            return _bound(reader, i, i + 2, pair, cut)
        if bare in KINDS and not (cut and bare in _BARE_ONLY):
            return _bound(reader, i, i + 1, KINDS[bare], cut)
        article = bare if bare.startswith("ה") else "ה" + bare if cut and key[cut - 1] in "בלכ" else ""
        for kind, words in _DEFINITE.items():
            if (article in words or bare in words) and reader.joined(i + 1):
                return _definite(reader, i, kind, cut)
    return None


def _bound(reader: Reader, i: int, first: int, kind: Institution, cut: int) -> DetectedName | None:
    """«משרד הבריאות», «בנק ישראל», «מכון ויצמן למדע», «חברת פייזר»."""
    if not reader.joined(first):
        return None
    known = reader.known(first, weak=kind.free)
    word = reader.key(first)
    if known is not None and (kind.kept or known.name.kind is kind.kind or kind.kind is FactKind.ORGANISATION):
        end = known.end
    elif word in _LINKING and reader.sign(first + 1) == "-" and reader.stream.is_glued(first + 2) and kind.kept:
        end = first + 3
    elif word.startswith("ה") and len(word) > 3 and reader.plain(first) and kind.kept:
        end = first + 1
    elif (kind.free or not kind.kept) and _may_be_name(reader, first) and len(word) > 2 and not word.startswith("ה"):
        if not kind.kept and kind.kind is FactKind.ORGANISATION and first == i + 1:
            return None  # חברת ביטוח: a kind of company more often than a name
        end = first + 1
        follows = not reader.joined(end + 1) or reader.key(end + 1).startswith("ש")
        bare = _may_be_name(reader, end) and not reader.key(end).startswith(("ל", "ש", "ה", "ב"))
        if kind.kept and bare and (reader.key(first) in _GIVEN or follows):
            end += 1
        if reader.sign(end) == "-" and reader.stream.is_glued(end + 1) and reader.key(end + 1):
            end += 2
    else:
        return None
    if not kind.kept:
        return reader.told(kind.kind, first, end)
    return reader.told(kind.kind, i, _longer(reader, end, i), cut)


def _definite(reader: Reader, i: int, kind: FactKind, cut: int) -> DetectedName | None:
    """«האוניברסיטה העברית», «הארגון לשחרור פלסטין», «הבורסה לניירות ערך»."""
    end = i + 1
    while reader.joined(end) and reader.key(end) in _ONLY:
        end += 1
    longer = _longer(reader, end, i)
    if longer == i + 1:
        return None
    return reader.told(kind, i, longer, cut)


def _longer(reader: Reader, end: int, start: int) -> int:
    """Where a name ends with its adjectives and with what it is for: «למדע», «לזכויות הילד»."""
    purpose = False
    while end - start < MOST_WORDS and reader.joined(end):
        word = reader.key(end)
        if word in _ONLY:
            end += 1
        elif (
            word.startswith("ול" if purpose else ("ל", "ול"))
            and len(word) > 3
            and reader.plain(end)
            and word not in _TITLES
        ):
            if word.startswith("ול") and reader.key(end - 1) == reader.key(start):
                break
            purpose = True
            end += 1
            if _closes_purpose(reader, end):
                end += 1
        else:
            break
    return end


def _closes_purpose(reader: Reader, i: int) -> bool:
    """Whether the word behind «ל…» is bound to it: definite, a known name, or bare before a bracket or stop."""
    word = reader.key(i)
    if not reader.joined(i) or not reader.plain(i) or word in _VERBS or word.startswith(("שב", "של", "שה")):
        return False
    return word.startswith("ה") or reader.known(i) is not None or not reader.joined(i + 1) or word in _PURPOSES


_PURPOSES = words_of("פעולה|ערך|כלכלי|אזרחי|חברתי|ציבורי")
