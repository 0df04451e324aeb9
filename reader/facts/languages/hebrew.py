"""Owns Hebrew's words of number, money, time and measure, in both genders and in the construct state."""

from collections.abc import Iterator
from fractions import Fraction

from reader.facts.languages.shared import Grammar, Phrase, cues, limits, numbers, phrases, spelt
from reader.facts.lexicon import Proclitics, WordClass
from reader.facts.numerals import Style
from reader.facts.values import Currency, Era, Month, NumberWord, PartOfDay, Period, Slot, Unit

_UNITS = {
    1: "אחת|אחד",
    2: "שתיים|שניים|שתים|שתי|שני",
    3: "שלוש|שלושה|שלושת|שלשה|שלש",
    4: "ארבע|ארבעה|ארבעת",
    5: "חמש|חמישה|חמשת|חמשה",
    6: "שש|שישה|ששת|ששה",
    7: "שבע|שבעה|שבעת",
    8: "שמונה|שמונת",
    9: "תשע|תשעה|תשעת",
}
_TEN = "עשר|עשרה|עשרת"
_TEENS_FIRST = {
    11: "אחת|אחד",
    12: "שתים|שתיים|שנים|שניים|שתי|שני",
    13: "שלוש|שלושה|שלש|שלשה",
    14: "ארבע|ארבעה",
    15: "חמש|חמישה|חמשה",
    16: "שש|שישה|ששה",
    17: "שבע|שבעה",
    18: "שמונה",
    19: "תשע|תשעה",
}
_TENS = {
    20: "עשרים",
    30: "שלושים|שלשים",
    40: "ארבעים",
    50: "חמישים|חמשים",
    60: "שישים|ששים",
    70: "שבעים",
    80: "שמונים",
    90: "תשעים",
}
_SCALES = {
    12: "תריסר",
    10**3: "אלף",
    10**6: "מיליון|מליון|מיל'",
    10**9: "מיליארד|מליארד|ביליון|ביליארד",
    10**12: "טריליון|טרליון",
}
_SCALES_PLURAL = {
    10**3: "אלפים|אלפי",
    10**6: "מיליוני|מיליונים|מליוני|מליונים",
    10**9: "מיליארדי|מיליארדים|מליארדי|מליארדים",
    10**12: "טריליוני|טריליונים",
}
_ORDINALS = {
    1: "ראשון|ראשונה",
    2: "שני|שנייה|שניה",
    3: "שלישי|שלישית",
    4: "רביעי|רביעית",
    5: "חמישי|חמישית",
    6: "שישי|שישית",
    7: "שביעי|שביעית",
    8: "שמיני|שמינית",
    9: "תשיעי|תשיעית",
}
_FRACTIONS = {
    Fraction(1, 2): "חצי|מחצית|חציו",
    Fraction(1, 3): "שליש|שלישים",
    Fraction(2, 3): "שני שליש|שני שלישים",
    Fraction(1, 4): "רבע|רבעים|רבעי",
    Fraction(3, 4): "שלושת רבעי|שלושה רבעים|שלושת רבע",
    Fraction(1, 5): "חמישית|חמישיות",
    Fraction(1, 6): "שישית|שישיות",
    Fraction(1, 7): "שביעיות",
    Fraction(1, 8): "שמינית|שמיניות",
    Fraction(1, 10): "עשירית|עשיריות",
    Fraction(1, 100): "מאית|מאיות",
    Fraction(1, 1000): "אלפית|אלפיות",
}
_CURRENCIES = {
    Currency("ILS"): 'שקל|שקלים|שקל חדש|שקלים חדשים|ש"ח|שח|שקלי|שקל ישראלי|שקלים ישראלים',
    Currency("USD"): "דולר|דולרים|דולר אמריקאי|דולרים אמריקאים|דולר אמריקני",
    Currency("CAD"): "דולר קנדי|דולרים קנדיים",
    Currency("AUD"): "דולר אוסטרלי|דולרים אוסטרליים",
    Currency("EUR"): "אירו|יורו|יורואים",
    Currency("GBP"): 'פאונד|לירה שטרלינג|לירות שטרלינג|ליש"ט|פאונדים|שטרלינג',
    Currency("JPY"): "ין|יין יפני",
    Currency("CNY"): "יואן",
    Currency("RUB"): "רובל|רובלים|רובל רוסי",
    Currency("rupee"): "רופי|רופיות|רופיה",
    Currency("INR"): "רופי הודי|רופיות הודיות",
    Currency("SEK"): "כתר שוודי|כתרים שוודיים|קרונה שוודית",
    Currency("NOK"): "כתר נורווגי|כתרים נורווגיים",
    Currency("DKK"): "כתר דני|כתרים דניים",
    Currency("CZK"): "כתר צ'כי|קורונה צ'כית|כתרים צ'כיים",
    Currency("HUF"): "פורינט",
    Currency("PLN"): "זלוטי",
    Currency("krona"): "כתר|כתרים|קרונות",
    Currency("peso"): "פזו|פסו",
    Currency("MXN"): "פזו מקסיקני|פסו מקסיקני",
    Currency("won"): "וון",
    Currency("KRW"): "וון קוריאני|וון דרום קוריאני",
    Currency("THB"): "באט|בהט",
    Currency("ZAR"): "ראנד|רנד",
    Currency("BRL"): "ריאל ברזילאי",
    Currency("SAR"): "ריאל סעודי",
    Currency("QAR"): "ריאל קטארי",
    Currency("IRR"): "ריאל איראני",
    Currency("rial"): "ריאל|ריאלים",
    Currency("AED"): "דירהם אמירתי|דירהם אמירויות",
    Currency("MAD"): "דירהם מרוקאי|דירהם מרוקני",
    Currency("dirham"): "דירהם|דירהמים",
    Currency("KWD"): "דינר כוויתי|דינר כווייתי",
    Currency("IQD"): "דינר עיראקי|דינרים עיראקיים",
    Currency("TND"): "דינר תוניסאי",
    Currency("LBP"): "לירה לבנונית|לירות לבנוניות",
    Currency("SYP"): "לירה סורית|לירות סוריות",
    Currency("UAH"): "הריבניה",
    Currency("JOD"): "דינר ירדני|דינרים ירדניים",
    Currency("dinar"): "דינר|דינרים",
    Currency("TRY"): "לירה טורקית|לירות טורקיות",
    Currency("lira"): "לירה|לירות",
    Currency("EGP"): "לירה מצרית|לירות מצריות",
    Currency("CHF"): "פרנק שוויצרי|פרנקים שוויצריים|פרנק שווייצרי",
    Currency("BTC"): "ביטקוין",
    Currency("ILS", Fraction(1, 10**6)): 'מש"ח|מלש"ח',
    Currency("ILS", Fraction(1, 10**3)): 'אלש"ח',
    Currency("agora", 100): "אגורות|אגורה",
    Currency("cent", 100): "סנט|סנטים",
}
_UNITS_OF_MEASURE = {
    Unit("mass-gram"): "גרם|גרמים|גר'|ג'",
    Unit("mass-kilogram"): 'קילוגרם|קילו|קילוגרמים|ק"ג|קג',
    Unit("mass-milligram"): 'מיליגרם|מיליגרמים|מ"ג',
    Unit("mass-tonne"): "טון|טונות|טונה",
    Unit("mass-pound"): "ליברה|ליברות",
    Unit("mass-ounce"): "אונקיה|אונקיות|אונקייה",
    Unit("mass-carat"): "קראט|קרט",
    Unit("length-meter"): "מטר|מטרים|מ'",
    Unit("length-kilometer"): 'קילומטר|קילומטרים|ק"מ|קמ',
    Unit("length-centimeter"): 'סנטימטר|סנטימטרים|ס"מ|סנטים',
    Unit("length-millimeter"): 'מילימטר|מילימטרים|מ"מ',
    Unit("length-mile"): "מייל|מיילים",
    Unit("length-foot"): "רגל|רגליים",
    Unit("length-inch"): "אינץ'|אינץ|אינצ'ים",
    Unit("volume-liter"): "ליטר|ליטרים",
    Unit("volume-milliliter"): 'מיליליטר|מיליליטרים|מ"ל',
    Unit("volume-gallon"): "גלון|גלונים",
    Unit("volume-cup"): "כוס|כוסות",
    Unit("volume-barrel"): "חבית|חביות",
    Unit("volume-cubic-meter"): 'מטר מעוקב|מטרים מעוקבים|קוב|מ"ק',
    Unit("area-square-meter"): 'מטר מרובע|מטרים מרובעים|מטר רבוע|מטרים רבועים|מ"ר',
    Unit("area-square-kilometer"): 'קילומטר מרובע|קילומטר רבוע|קמ"ר|קילומטרים רבועים|קילומטרים מרובעים',
    Unit("area-dunam"): "דונם|דונמים",
    Unit("temperature-celsius"): "מעלות צלזיוס|צלזיוס|מעלה צלזיוס|מעלות צלסיוס",
    Unit("temperature-fahrenheit"): "מעלות פרנהייט|פרנהייט",
    Unit("temperature-generic"): "מעלות|מעלה",
    Unit("speed-kilometer-per-hour"): 'קמ"ש|קילומטר לשעה|קילומטרים לשעה|קילומטר בשעה',
    Unit("power-watt"): "ואט|וואט",
    Unit("power-kilowatt"): "קילוואט|קילו ואט|קילו - ואט|קילו וואט",
    Unit("power-megawatt"): "מגה ואט|מגוואט|מגה וואט|מגה - ואט|מגה ־ ואט|מגאוואט|מגה - וואט",
    Unit("digital-byte"): "בייט|בייטים|בתים",
    Unit("digital-megabyte"): "מגה בייט|מגהבייט|מגה|מגה - בייט|מגה ־ בייט",
    Unit(
        "digital-gigabyte"
    ): "גיגה בייט|גיגהבייט|ג'יגה|גיגה|ג'יגהבייט|ג'יגה בייט|ג'יגה - בייט|גיגה - בייט|ג'יגה ־ בייט",
    Unit("digital-terabyte"): "טרה בייט|טרהבייט|טרה|טרה - בייט",
    Unit("frequency-hertz"): "הרץ",
    Unit("frequency-megahertz"): "מגה הרץ|מגהרץ|מגה - הרץ",
    Unit("frequency-gigahertz"): "גיגה הרץ|גיגהרץ|ג'יגה הרץ|ג'יגה - הרץ",
    Unit("power-gigawatt"): "גיגה ואט|ג'יגה ואט|גיגוואט|ג'יגה - ואט",
    Unit("power-horsepower"): 'כוח סוס|כוחות סוס|כ"ס',
    Unit("energy-kilowatt-hour"): 'קוט"ש|קילוואט שעה|קילוואט - שעה|קילוואט לשעה',
    Unit("electric-volt"): "וולט|וולטים",
    Unit("electric-ampere"): "אמפר",
    Unit("speed-meter-per-second"): "מטר לשנייה|מטרים לשנייה|מטר בשנייה|מטרים בשנייה|מ'/ש'|מטר לשניה",
    Unit("speed-mile-per-hour"): "מייל לשעה|מיילים לשעה|מייל בשעה",
    Unit("length-nautical-mile"): "מייל ימי|מיילים ימיים",
    Unit("length-light-year"): "שנות אור|שנת אור",
    Unit("length-micrometer"): "מיקרון|מיקרומטר",
    Unit("length-nanometer"): "ננומטר|ננומטרים",
    Unit("length-decimeter"): "דצימטר",
    Unit("length-yard"): "יארד|יארדים",
    Unit("mass-microgram"): 'מיקרוגרם|מק"ג',
    Unit("area-hectare"): "הקטר|הקטרים",
    Unit("area-acre"): "אקר|אקרים",
    Unit("area-square-mile"): "מייל רבוע|מיילים רבועים",
    Unit("area-square-foot"): "רגל רבוע|רגל מרובע",
    Unit("area-square-centimeter"): 'סנטימטר רבוע|סנטימטרים רבועים|סמ"ר',
    Unit("volume-cubic-centimeter"): 'סמ"ק|סנטימטר מעוקב|סנטימטרים מעוקבים',
    Unit("volume-tablespoon"): "כפות",
    Unit("volume-teaspoon"): "כפית|כפיות",
    Unit("volume-centiliter"): "סנטיליטר",
    Unit("digital-kilobyte"): "קילובייט|קילו בייט",
    Unit("digital-petabyte"): "פטה בייט|פטהבייט",
    Unit("energy-kilojoule"): "קילוג'אול",
    Unit("energy-joule"): "ג'אול",
    Unit("energy-kilocalorie"): "קילוקלוריה|קילוקלוריות",
    Unit("energy-calorie"): "קלוריות|קלוריה",
}
_PERIODS = {
    Period("TS"): "שנייה|שניה|שניות",
    Period("TM"): "דקה|דקות|דק'",
    Period("TH"): "שעה|שעות",
    Period("TH", dual=True): "שעתיים",
    Period("D"): "יום|ימים|ימי",
    Period("D", dual=True): "יומיים",
    Period("W"): "שבוע|שבועות",
    Period("W", dual=True): "שבועיים",
    Period("M"): "חודש|חודשים|חודשי",
    Period("M", dual=True): "חודשיים",
    Period("Y"): "שנה|שנים|שנות",
    Period("Y", dual=True): "שנתיים",
    Period("Y", 10): "עשור|עשורים",
    Period("Y", 100): "מאה שנה",
}
_MONTHS = {
    Month("gregorian", 1): "ינואר|ינו'",
    Month("gregorian", 2): "פברואר|פבר'",
    Month("gregorian", 3): "מרס|מארס|מרץ'",
    Month("gregorian", 3, sure=False): "מרץ",
    Month("gregorian", 4): "אפריל",
    Month("gregorian", 5, sure=False): "מאי",
    Month("gregorian", 6, sure=False): "יוני",
    Month("gregorian", 7): "יולי",
    Month("gregorian", 8): "אוגוסט",
    Month("gregorian", 9): "ספטמבר",
    Month("gregorian", 10): "אוקטובר",
    Month("gregorian", 11): "נובמבר",
    Month("gregorian", 12): "דצמבר",
    Month("hebrew", 1, sure=False): "ניסן",
    Month("hebrew", 2): "אייר",
    Month("hebrew", 3, sure=False): "סיוון|סיון",
    Month("hebrew", 4): "תמוז",
    Month("hebrew", 5, sure=False): "אב|מנחם אב",
    Month("hebrew", 6): "אלול",
    Month("hebrew", 7): "תשרי",
    Month("hebrew", 8): "חשוון|חשון|מרחשוון",
    Month("hebrew", 9): "כסלו|כסליו",
    Month("hebrew", 10): "טבת",
    Month("hebrew", 11, sure=False): "שבט",
    Month("hebrew", 12): "אדר א'|אדר א",
    Month("hebrew", 12, sure=False): "אדר",
    Month("hebrew", 13): "אדר ב'|אדר ב",
}
_WEEKDAYS = (
    "יום ראשון|יום שני|יום שלישי|יום רביעי|יום חמישי|יום שישי|יום שבת|שבת|יום א'|יום ב'|יום ג'|יום ד'|יום ה'|יום ו'"
    "|ראשון|שני|שלישי|רביעי|חמישי|שישי"
)
_MODIFIERS = {
    "<=": "עד|לא מעל|לא יותר מ|לכל היותר|מקסימום|לא יותר|עד ל|לא עולה על|עד לסכום של",
    "<": "פחות מ|מתחת ל|פחות|קטן מ|נמוך מ",
    ">=": "לפחות|לא מתחת ל|לא פחות מ|מינימום|לכל הפחות|לא פחות",
    ">": "יותר מ|מעל|למעלה מ|מעל ל|יותר|גדול מ|גבוה מ|עולה על|עלה על",
    "~": "כ|בערך|בסביבות|כמעט|קרוב ל|לערך|סביב|בקירוב",
}
_MODIFIERS_AFTER = {
    "<=": "לכל היותר|או פחות|מקסימום",
    ">=": "לפחות|לא מתחת ל|לא פחות מ -|או יותר|ומעלה|מינימום",
    "~": "בערך|לערך|בקירוב",
}
_PARTS_OF_DAY = {
    PartOfDay.MORNING: "בבוקר|לפנות בוקר|בוקר|לפני הצהריים",
    PartOfDay.NOON: "בצהריים|בצהרים|צהריים",
    PartOfDay.AFTERNOON: 'אחר הצהריים|אחרי הצהריים|אחר הצהרים|אחה"צ|אחרי הצהרים',
    PartOfDay.EVENING: "בערב|לפנות ערב|ערב",
    PartOfDay.NIGHT: "בלילה|לילה",
}
_ERAS = {
    Era("gregorian"): 'לספירה|לסה"נ',
    Era("gregorian", before=True): 'לפנה"ס|לפני הספירה|לפסה"נ',
}
_DECADES = {
    20: "שנות העשרים|שנות ה - 20",
    30: "שנות השלושים|שנות ה - 30",
    40: "שנות הארבעים|שנות ה - 40",
    50: "שנות החמישים|שנות ה - 50",
    60: "שנות השישים|שנות הששים|שנות ה - 60",
    70: "שנות השבעים|שנות ה - 70",
    80: "שנות השמונים|שנות ה - 80",
    90: "שנות התשעים|שנות ה - 90",
}
_SAYINGS = (
    "קריית ארבע|קרית ארבע|רבע הגמר|רבע גמר|חצי הגמר|חצי גמר|שמינית הגמר|שמינית גמר|"
    "באר שבע|קריית שמונה|קרית שמונה|ראשון לציון|מאה שערים|בת שבע|שבע ברכות|אלף לילה ולילה|תודה אלף|אלף תודות"
    "|יד ראשונה|יד שנייה|יד שניה|כלי ראשון|צד שני|צד אחד|אחד אחד|אחת אחת|אחד השני|אחד את השני|אחת את השנייה"
    "|אחד לשני|אחת לשנייה|זה לצד זה|רגע ושנייה|עוד שנייה|ארבע אמות|נווה שאנן"
)
_CUES = {
    WordClass.NEGATIVE: "מינוס|שלילי",
    WordClass.POINT: "נקודה|פסיק",
    WordClass.OVER: "חלקי",
    WordClass.OF: "של|מתוך",
    WordClass.PERCENT: "%|אחוז|אחוזים|אחוזי",
    WordClass.AND: "ו|ו -|ו ־",
    WordClass.DAY_CUE: "יום|תאריך",
    WordClass.MONTH_CUE: "חודש",
    WordClass.YEAR_CUE: "שנת|שנה|שנים",
    WordClass.QUARTER: "רבעון",
    WordClass.HALF: "מחצית",
    WordClass.BELOW_ZERO: "מתחת לאפס",
    WordClass.LAST: "האחרון|האחרונה",
    WordClass.CENTURY: "מאה ה -|מאה ה ־|מאה ה|מאה",
    WordClass.CLOCK: "שעה|השעה",
    WordClass.FROM: "החל מ|מן|מ|מ -|מ־",
    WordClass.TO: "עד|ל|ל -|ל־|עד ל|ועד",
    WordClass.BETWEEN: "בין",
    WordClass.FOR: "במשך|למשך|תוך|לאורך",
    WordClass.IN: "בשנת|עד|מאז|לפני|אחרי|ב|מ|ב -|מ -",
    WordClass.WHOLE: "שלם|שלמה|אחד|אחת|תמים|תמימה",
    WordClass.EVERY: "כל",
    WordClass.RELATIVE: (
        "הבא|הבאה|הבאים|הבאות|שעבר|שעברה|הקודם|הקודמת|הזה|הזו|הזאת|הנוכחי|הנוכחית|היום|מחר|אתמול|לפני|בעוד|האחרון|האחרונה|האחרונים|האחרונות|עוד|אחרי|כל"
    ),
}
FUNCTION_WORDS = (
    "של את על לא הוא היא זה זו הם הן אני אתה אנחנו אבל או גם כי אם כל יש אין היה היתה הייתה היו עם אל מן בין אשר "
    "כאשר אחרי לפני עד רק עוד כמו אך לו לה להם שלו שלה שלהם זאת כך אז שם פה מה מי איך למה כדי יותר פחות מאוד אחר "
    "אותו אותה ידי תחת לפי ללא בלי אצל"
)


def _number_words() -> Iterator[Phrase]:
    yield "אפס", WordClass.NUMBER, NumberWord(Slot.ZERO, 0)
    yield from numbers(Slot.UNIT, _UNITS)
    yield from numbers(Slot.UNIT, {2: "זוג|שנים"}, unsure=True)
    yield from numbers(Slot.TEEN, {10: _TEN})
    for value, forms in _TEENS_FIRST.items():
        for form in spelt(forms):
            for ten in ("עשר", "עשרה"):
                for joint in (" ", " ־ ", " - "):
                    yield f"{form}{joint}{ten}", WordClass.NUMBER, NumberWord(Slot.TEEN, value)
    yield from numbers(Slot.TENS, _TENS)
    yield from numbers(Slot.HUNDRED, {100: "מאה"})
    yield from numbers(Slot.HUNDRED, {100: "מאות"}, several=True)
    yield from numbers(Slot.HUNDREDS, {200: "מאתיים|מאתים"})
    yield from numbers(Slot.SCALE, _SCALES)
    yield from numbers(Slot.SCALE, _SCALES_PLURAL, several=True)
    yield from numbers(Slot.SCALED, {2000: "אלפיים"})
    yield from numbers(Slot.UNIT, _ORDINALS, ordinal=True)
    yield from numbers(Slot.TEEN, {10: "עשירי|עשירית"}, ordinal=True)


def _with_hyphens(forms: str) -> str:
    """The phrases that end in a particle of one letter, as they stand before digits: יותר מ-50."""
    led = [form for form in spelt(forms) if len(form.rpartition(" ")[2]) == 1]
    return "|".join(f"{form} {hyphen}" for form in led for hyphen in ("-", "־"))


def grammar() -> Grammar:
    """Hebrew."""
    table: list[Phrase] = [
        *_number_words(),
        *phrases(WordClass.FRACTION, _FRACTIONS),
        *phrases(WordClass.CURRENCY, _CURRENCIES),
        *phrases(WordClass.UNIT, _UNITS_OF_MEASURE),
        *phrases(WordClass.PERIOD, _PERIODS),
        *phrases(WordClass.MONTH, _MONTHS),
        *limits(_MODIFIERS),
        *limits({sign: led for sign, forms in _MODIFIERS.items() if (led := _with_hyphens(forms))}),
        *phrases(WordClass.LIMIT_AFTER, _MODIFIERS_AFTER),
        *phrases(WordClass.PART_OF_DAY, _PARTS_OF_DAY),
        *phrases(WordClass.ERA, _ERAS),
        *phrases(WordClass.DECADE, _DECADES),
        *phrases(WordClass.HOUR_NAME, {0: "חצות|חצות הלילה", 12: "חצות היום"}),
        *cues(_CUES),
        *cues({WordClass.WEEKDAY: _WEEKDAYS, WordClass.SAYING: _SAYINGS}),
    ]
    return Grammar(
        code="he",
        phrases=tuple(table),
        style=Style(article_is_ordinal=True, vague=frozenset(("כמה", "מספר", "עשרות", "מאות"))),
        proclitics=Proclitics(("ו",), ("ב", "ל", "מ", "כ", "ש"), ("ה",)),
    )
