"""Owns Arabic's words of number, money, time and measure, with Egyptian spoken forms.

Spellings are folded by the lexicon (أ and ا, ة and ه, ى and ي are one), so one of each family is enough.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from reader.facts.languages.shared import Grammar, Phrase, cues, limits, numbers, phrases, spelt
from reader.facts.lexicon import Proclitics, WordClass
from reader.facts.numerals import Style
from reader.facts.values import Currency, Era, Month, NumberWord, PartOfDay, Period, Slot, Unit

_UNITS = {
    1: "واحد|واحدة|إحدى|إحدي|واحدا",
    2: "اثنان|اثنين|اثنتان|اثنتين|اتنين|إثنان|إثنين|تنين",
    3: "ثلاث|ثلاثة|ثلاثا|تلات|تلاتة",
    4: "أربع|أربعة|أربعا",
    5: "خمس|خمسة|خمسا",
    6: "ست|ستة|ستا",
    7: "سبع|سبعة|سبعا",
    8: "ثمان|ثماني|ثمانية|ثمانيا|تمن|تمان|تمانية|تمنية",
    9: "تسع|تسعة|تسعا",
}
_TEEN_FIRST = {
    11: "أحد|إحدى",
    12: "اثنا|اثني|اثنتا|اثنتي|اثنان|اثنين|إثنا|إثني",
} | {value + 10: forms for value, forms in _UNITS.items() if value > 2}
_TEENS_JOINED = {
    11: "أحدعشر|حداشر|إحداشر|حداعش|احدعش|حدعش|إدعش|حداش|احداش",
    12: "اثناعشر|اثنيعشر|إتناشر|اطناشر|طناشر|اثناعش|اثنعش|اثنعشر|اطنعش|طنعش|تنعش|اتنعش|طناش",
    13: "ثلاثةعشر|تلاتاشر|تلتاشر|تلطاشر|تلتطاشر|ثلاثتاشر|ثلتاشر|ثلطعش|تلطعش|تلتطعش|ثلتطعش|ثلاثطعش|ثلتعش|تلتعش|تلطاش",
    14: "أربعةعشر|أربعتاشر|أربعطاشر|اربعطعش|اربعتعش|ربعطاش|اربعتاش",
    15: "خمسةعشر|خمستاشر|خمسطاشر|خمسطعش|خمستعش|خمسطاش",
    16: "ستةعشر|ستاشر|سطاشر|ستطاشر|ستطعش|سطعش|ستعش|سطاش",
    17: "سبعةعشر|سبعتاشر|سبعطاشر|سبعطعش|سبعتعش|سبعطاش",
    18: "ثمانيةعشر|تمنتاشر|تمانتاشر|تمنطاشر|ثمنتاشر|ثمنطعش|تمنطعش|ثمانطعش|ثمنتعش|ثمانتعش|تمنتعش|تمنطاش",
    19: "تسعةعشر|تسعتاشر|تسعطاشر|تسعطعش|تسعتعش|تسعطاش",
}
_TENS = {
    20: "عشرون|عشرين",
    30: "ثلاثون|ثلاثين|تلاتين",
    40: "أربعون|أربعين",
    50: "خمسون|خمسين",
    60: "ستون|ستين",
    70: "سبعون|سبعين",
    80: "ثمانون|ثمانين|تمانين",
    90: "تسعون|تسعين",
}
_HUNDRED = "مئة|مائة|ماية|مية|مائه"
_HUNDREDS_PLURAL = "مئات|مئاة|مياة"
_HUNDREDS = {200: "مئتان|مئتين|مائتان|مائتين|مئتي|مئتا|مائتا|مائتي|ميتين|متين|ميتان|ماتين"}
_HUNDRED_STEMS = {
    3: "ثلاث|ثلث|تلت|تلات",
    4: "أربع|ربع",
    5: "خمس",
    6: "ست",
    7: "سبع",
    8: "ثمان|ثماني|ثمن|تمن|تمان",
    9: "تسع",
}
_THOUSAND_STEMS = {
    3: "تلات|ثلاث|تلت",
    4: "أربعت|أربع",
    5: "خمست",
    6: "ست",
    7: "سبعت",
    8: "تمنت|تمانت|ثمنت",
    9: "تسعت",
    10: "عشرت",
}
"""Spoken thousands in one word: خمستلاف."""
_SCALES = {
    12: "دزينة|دستة|درزن",
    10**3: "ألف",
    10**6: "مليون",
    10**9: "مليار|بليون",
    10**12: "تريليون|ترليون",
    10**15: "كوادريليون|كوادرليون",
}
_ACCUSATIVE_SCALES = {
    10**3: "ألفا",
    10**6: "مليونا",
    10**9: "مليارا|بليونا",
    10**12: "تريليونا|ترليونا",
}
"""Singular in the accusative, or, before what is counted, two of it: «خمسون ألفا», «ألفا شخص»."""
_SCALES_PLURAL = {
    12: "دزينات|دستات",
    10**3: "آلاف|ألوف|تلاف|الآف|آلافا",
    10**6: "ملايين",
    10**9: "مليارات|بلايين",
    10**12: "تريليونات|ترليونات",
}
_DUAL_SCALES = {
    24: "دزينتان|دزينتين|دستتين|دستتان",
    2 * 10**3: "ألفان|ألفين|ألفي",
    2 * 10**6: "مليونان|مليونين|مليوني",
    2 * 10**9: "ملياران|مليارين|ملياري|بليونان|بليونين|بليوني",
    2 * 10**12: "تريليونان|تريليونين|ترليونان|ترليونين|تريليوني",
}
_ORDINAL_UNITS = {
    2: "ثاني|ثانية|ثان",
    3: "ثالث|ثالثة",
    4: "رابع|رابعة",
    5: "خامس|خامسة",
    6: "سادس|سادسة",
    7: "سابع|سابعة",
    8: "ثامن|ثامنة",
    9: "تاسع|تاسعة",
}
_FRACTIONS = {
    Fraction(1, 2): "نصف|نص|نصفا",
    Fraction(1, 3): "ثلث|أثلاث|ثلثا",
    Fraction(2, 3): "ثلثان|ثلثين|ثلثي",
    Fraction(1, 4): "ربع|أرباع|ربعا",
    Fraction(1, 5): "خمس|أخماس",
    Fraction(2, 5): "خمسان|خمسي",
    Fraction(1, 6): "سدس|أسداس",
    Fraction(1, 7): "أسباع",
    Fraction(1, 8): "ثمن|أثمان",
    Fraction(1, 9): "أتساع",
    Fraction(1, 10): "عشر|أعشار",
}

_CURRENCIES = {
    Currency("USD"): "دولار|دولارا|دولارات",
    Currency("USD", dual=True): "دولاران|دولارين",
    Currency("EUR"): "يورو|اليورو|أورو",
    Currency("GBP"): "باوند|إسترليني",
    Currency("EGP"): "ج.م|ج . م",
    Currency("pound"): "جنيه|جنيها|جنيهات",
    Currency("pound", dual=True): "جنيهان|جنيهين",
    Currency("SAR"): "ر.س|ر . س",
    Currency("QAR"): "ر.ق",
    Currency("OMR"): "ر.ع",
    Currency("rial"): "ريال|ريالا|ريالات",
    Currency("rial", dual=True): "ريالان|ريالين",
    Currency("AED"): "د.إ|د . إ",
    Currency("MAD"): "د.م",
    Currency("dirham"): "درهم|درهما|دراهم",
    Currency("dirham", dual=True): "درهمان|درهمين",
    Currency("KWD"): "د.ك|د . ك",
    Currency("BHD"): "د.ب",
    Currency("JOD"): "د.أ",
    Currency("IQD"): "د.ع",
    Currency("TND"): "د.ت",
    Currency("LYD"): "د.ل",
    Currency("DZD"): "د.ج",
    Currency("dinar"): "دينار|دينارا|دنانير",
    Currency("dinar", dual=True): "ديناران|دينارين",
    Currency("SYP"): "ل.س",
    Currency("LBP"): "ل.ل",
    Currency("lira"): "ليرة|ليرات",
    Currency("lira", dual=True): "ليرتان|ليرتين",
    Currency("JPY"): "ين|ينا",
    Currency("CNY"): "يوان|يوانا",
    Currency("RUB"): "روبل|روبلا",
    Currency("rupee"): "روبية|روبيات",
    Currency("ILS"): "شيكل|شيكلا|شيقل|شيقلا|شواكل|شيكل جديد|شيكلا جديدا",
    Currency("franc"): "فرنك|فرنكا|فرنكات",
    Currency("IRT"): "تومان",
    Currency("BTC"): "بيتكوين|بتكوين",
    Currency("krona"): "كرونة|كرونا|كرونات",
    Currency("peso"): "بيزو|بيسو|بيزوهات",
    Currency("won"): "وون|ون",
    Currency("HUF"): "فورنت|فورنت مجري",
    Currency("PLN"): "زلوتي|زلوتي بولندي",
    Currency("ZAR"): "راند|راند جنوب أفريقي",
    Currency("NGN"): "نايرا|نيرة",
    Currency("shilling"): "شلن|شلنا|شلنات",
    Currency("THB"): "بات|باهت|بات تايلاندي",
    Currency("MYR"): "رينغيت|رينجت|رينغيت ماليزي",
    Currency("BDT"): "تاكا",
    Currency("VND"): "دونغ|دونغ فيتنامي",
    Currency("ETB"): "بر إثيوبي|بير إثيوبي",
    Currency("UAH"): "هريفنيا",
    Currency("KZT"): "تنغي|تينغ كازاخستاني",
    Currency("MRU"): "أوقية موريتانية|أوقية جديدة",
    Currency("AFN"): "أفغاني أفغانستاني",
    Currency("BRL"): "ريال برازيلي",
    Currency("YER"): "ر.ي",
    Currency("SDG"): "ج.س",
    Currency("TRY"): "ل.ت",
    Currency("cent", 100): "سنت|سنتا|سنتات|سينت|سينتات|سنتين|سنتيم",
    Currency("qirsh", 100): "قرش|قرشا|قروش|قرشين",
    Currency("halala", 100): "هللة|هللات",
    Currency("fils", 1000): "فلس|فلسا|فلوس|فلسين",
    Currency("baisa", 1000): "بيسة|بيسات",
}
_NATIONAL = {
    "USD": {
        "USD": "أمريكي|أميركي",
        "CAD": "كندي",
        "AUD": "أسترالي",
        "HKD": "هونغ كونغي",
        "SGD": "سنغافوري",
        "NZD": "نيوزيلندي",
        "TWD": "تايواني",
    },
    "pound": {"EGP": "مصري", "SDG": "سوداني", "GBP": "إسترليني|استرليني|بريطاني"},
    "rial": {"SAR": "سعودي", "QAR": "قطري", "OMR": "عماني", "YER": "يمني", "IRR": "إيراني", "BRL": "برازيلي"},
    "dirham": {"AED": "إماراتي", "MAD": "مغربي"},
    "dinar": {
        "KWD": "كويتي",
        "BHD": "بحريني",
        "JOD": "أردني",
        "IQD": "عراقي",
        "TND": "تونسي",
        "LYD": "ليبي",
        "DZD": "جزائري",
    },
    "lira": {"SYP": "سوري", "LBP": "لبناني", "TRY": "تركي"},
    "rupee": {"INR": "هندي", "PKR": "باكستاني", "IDR": "إندونيسي|أندونيسي", "LKR": "سريلانكي", "NPR": "نيبالي"},
    "franc": {"CHF": "سويسري", "XOF": "أفريقي|إفريقي"},
    "JPY": {"JPY": "ياباني"},
    "CNY": {"CNY": "صيني"},
    "RUB": {"RUB": "روسي"},
    "ILS": {"ILS": "إسرائيلي"},
    "krona": {"SEK": "سويدي", "NOK": "نرويجي", "DKK": "دنماركي|دانماركي", "CZK": "تشيكي", "ISK": "أيسلندي|آيسلندي"},
    "peso": {
        "MXN": "مكسيكي",
        "ARS": "أرجنتيني",
        "CLP": "تشيلي",
        "COP": "كولومبي",
        "PHP": "فلبيني|فليبيني",
        "CUP": "كوبي",
    },
    "won": {"KRW": "كوري|كوري جنوبي", "KPW": "كوري شمالي"},
    "shilling": {"KES": "كيني", "SOS": "صومالي", "UGX": "أوغندي", "TZS": "تنزاني"},
}
"""The adjectives that make a family of currencies one country's; they agree with their noun."""

_MASS = "جرام|جراما|جرامات|غرام|غراما|غرامات|قرام|جم|غم"
_LITRE = "لتر|لترا|لترات|ليتر|ليترات"
_METRE = "متر|مترا|أمتار"
_UNITS_OF_MEASURE = {
    Unit("mass-gram"): _MASS + "|غ|ج",
    Unit("mass-gram", dual=True): "غرامان|غرامين|جرامان|جرامين",
    Unit(
        "mass-kilogram"
    ): "كيلوجرام|كيلوغرام|كيلوغراما|كيلوجراما|كيلوغرامات|كيلوجرامات|كيلو جرام|كيلو غرام|كغ|كجم|كغم|كلغ|كيلو",
    Unit("mass-kilogram", dual=True): "كيلوغرامان|كيلوغرامين|كيلوجرامين",
    Unit("mass-milligram"): "مليغرام|ملليغرام|ميليغرام|مليجرام|ملليجرام|ميليجرام|ملغ|ملغم|ملجم|مغ|ملي غرام|ملي جرام",
    Unit("mass-tonne"): "طن|طنا|أطنان",
    Unit("mass-tonne", dual=True): "طنان|طنين",
    Unit("mass-pound"): "رطل|رطلا|أرطال|باوند",
    Unit("mass-pound", dual=True): "رطلان|رطلين",
    Unit("mass-ounce"): "أونصة|أونصات|أوقية|اونس|أونصه",
    Unit("mass-ounce", dual=True): "أونصتان|أونصتين",
    Unit("mass-carat"): "قيراط|قيراطا|قراريط",
    Unit("length-meter"): _METRE + "|م",
    Unit("length-meter", dual=True): "متران|مترين",
    Unit("length-kilometer"): "كيلومتر|كيلومترا|كيلومترات|كيلو متر|كيلو مترا|كيلو مترات|كم|كلم",
    Unit("length-kilometer", dual=True): "كيلومتران|كيلومترين",
    Unit("length-centimeter"): "سنتيمتر|سنتيمترا|سنتيمترات|سنتمتر|سم|سنتي متر|سنتي",
    Unit("length-millimeter"): "مليمتر|ميليمتر|ملليمتر|مليمترا|مليمترات|ملم|مم|ملي متر",
    Unit("length-mile"): "ميل|ميلا|أميال",
    Unit("length-mile", dual=True): "ميلان|ميلين",
    Unit("length-foot"): "قدم|قدما|أقدام",
    Unit("length-inch"): "بوصة|بوصات|إنش|انش|انشات",
    Unit("length-yard"): "ياردة|ياردات",
    Unit("volume-liter"): _LITRE,
    Unit("volume-liter", dual=True): "لتران|لترين|ليترين",
    Unit("volume-hectoliter"): "هكتوليتر|هكتولتر",
    Unit("volume-centiliter"): "سنتيلتر|سنتي لتر",
    Unit("volume-milliliter"): "مليلتر|ملليلتر|ميليلتر|ميلليلتر|ملي لتر|ميلي لتر|ملل|مل|مليلترات",
    Unit("volume-gallon"): "جالون|غالون|جالونا|غالونا|جالونات|غالونات|كالون",
    Unit("volume-gallon", dual=True): "جالونان|جالونين|غالونين",
    Unit("volume-cubic-meter"): "متر مكعب|مترا مكعبا|أمتار مكعبة|م³|م مكعب|م3",
    Unit("volume-barrel"): "برميل|برميلا|براميل",
    Unit("volume-barrel", dual=True): "برميلان|برميلين",
    Unit("volume-cup"): "كوب|كوبا|أكواب",
    Unit("volume-cup", dual=True): "كوبان|كوبين",
    Unit("area-square-meter"): "متر مربع|مترا مربعا|أمتار مربعة|م²|م2|م مربع|متر مربعا",
    Unit("area-square-kilometer"): "كيلومتر مربع|كيلومترا مربعا|كيلومترات مربعة|كم²|كم مربع|كيلو متر مربع",
    Unit("area-hectare"): "هكتار|هكتارا|هكتارات",
    Unit("area-acre"): "فدان|فدانا|أفدنة|فدادين",
    Unit("temperature-celsius"): (
        "درجة مئوية|درجات مئوية|سلزيوس|سيلزيوس|درجة سلزيوس|درجات سلزيوس|درجة سيلسيوس|سيلسيوس|مئوية|° مئوية|° سلزيوس"
        "|°C|° س|° م|درجة م|درجات سيلزيوس|درجة سيلزيوس|درجات سيلسيوس"
    ),
    Unit("temperature-fahrenheit"): "درجة فهرنهايت|درجات فهرنهايت|فهرنهايت|فهرنهايتية|°F|° ف|° فهرنهايت",
    Unit("temperature-generic"): "درجة|درجات|درجة حرارة|°",
    Unit("temperature-generic", dual=True): "درجتان|درجتين",
    Unit("area-dunam"): "دونم|دونما|دونمات",
    Unit("area-square-mile"): "ميل مربع|ميلا مربعا|أميال مربعة",
    Unit("area-square-foot"): "قدم مربع|قدم مربعة|قدما مربعا|قدما مربعة|أقدام مربعة",
    Unit("area-square-centimeter"): "سنتيمتر مربع|سنتيمترا مربعا|سنتيمترات مربعة|سم²|سم مربع",
    Unit("volume-cubic-centimeter"): "سنتيمتر مكعب|سنتيمترا مكعبا|سنتيمترات مكعبة|سم³|سم مكعب",
    Unit("volume-cubic-foot"): "قدم مكعب|قدم مكعبة|قدما مكعبا|قدما مكعبة|أقدام مكعبة",
    Unit("volume-teaspoon"): "ملعقة صغيرة|ملاعق صغيرة|ملعقة شاي",
    Unit("volume-tablespoon"): "ملعقة كبيرة|ملاعق كبيرة|ملعقة طعام",
    Unit("speed-kilometer-per-hour"): (
        "كيلومتر في الساعة|كيلومترا في الساعة|كيلومترات في الساعة|كم/س|كم/ساعة|كم في الساعة"
        "|كلم في الساعة|كلم/س|كلم/ساعة"
        "|كيلومتر بالساعة|كيلومترا بالساعة|كم بالساعة|كلم بالساعة|كيلومتر/ساعة"
    ),
    Unit("speed-meter-per-second"): (
        "متر في الثانية|مترا في الثانية|أمتار في الثانية|م/ث|متر/ثانية|متر بالثانية|م في الثانية"
    ),
    Unit("speed-mile-per-hour"): "ميل في الساعة|ميلا في الساعة|أميال في الساعة|ميل/ساعة",
    Unit("speed-knot"): "عقدة بحرية",
    Unit("length-nautical-mile"): "ميل بحري|ميلا بحريا|أميال بحرية",
    Unit("length-light-year"): "سنة ضوئية|سنوات ضوئية",
    Unit("length-decimeter"): "ديسيمتر|ديسيمترا|ديسيمترات",
    Unit("length-micrometer"): "ميكرومتر|ميكرون|ميكرونا",
    Unit("length-nanometer"): "نانومتر|نانومترا|نانومترات",
    Unit("mass-microgram"): "ميكروغرام|ميكروجرام|ميكروغراما",
    Unit("electric-volt"): "فولت|فولتا|فولط|فولتات",
    Unit("electric-ampere"): "أمبير|أمبيرا",
    Unit("electric-milliampere"): "ملي أمبير|ميلي أمبير|مللي أمبير",
    Unit("digital-kilobit"): "كيلوبت|كيلو بت",
    Unit("digital-megabit"): "ميغابت|ميجابت|ميغا بت|ميجا بت",
    Unit("digital-gigabit"): "غيغابت|جيجابت|جيغابت",
    Unit("digital-petabyte"): "بيتابايت",
    Unit("frequency-kilohertz"): "كيلوهرتز|كيلو هرتز",
    Unit("pressure-pascal"): "باسكال",
    Unit("pressure-kilopascal"): "كيلوباسكال",
    Unit("pressure-hectopascal"): "هكتوباسكال",
    Unit("pressure-millimeter-ofhg"): "ملم زئبق|مليمتر زئبق|ملليمتر زئبق|ملم زئبقي",
    Unit("energy-kilojoule"): "كيلوجول|كيلو جول",
    Unit("energy-kilocalorie"): "كيلو كالوري|كيلوكالوري",
    Unit("power-horsepower"): "قوة حصان|قوة حصانية|حصان بخاري|حصانا بخاريا",
    Unit("power-watt"): "واط|وات|واطا",
    Unit("power-kilowatt"): "كيلوواط|كيلووات|كيلو واط|كيلو وات",
    Unit("power-megawatt"): "ميغاواط|ميجاوات|ميجاواط|ميغا واط|ميغاوات",
    Unit("power-gigawatt"): "غيغاواط|جيجاوات|جيجاواط|غيغاوات",
    Unit("digital-byte"): "بايت|بايتا",
    Unit("digital-kilobyte"): "كيلوبايت|كيلو بايت",
    Unit("digital-megabyte"): "ميغابايت|ميجابايت|ميجا بايت|ميغا بايت",
    Unit("digital-gigabyte"): "غيغابايت|جيجابايت|جيجا بايت|غيغا بايت|جيغابايت",
    Unit("digital-terabyte"): "تيرابايت|تيرا بايت",
    Unit("frequency-hertz"): "هرتز|هيرتز",
    Unit("frequency-megahertz"): "ميغاهرتز|ميجاهرتز",
    Unit("frequency-gigahertz"): "غيغاهرتز|جيجاهرتز",
    Unit("energy-calorie"): "سعرة حرارية|سعرات حرارية|سعر حراري|سعرة",
    Unit("energy-joule"): "جول",
    Unit("energy-kilowatt-hour"): "كيلوواط ساعة|كيلووات ساعة",
}

_PERIODS = {
    Period("TS"): "ثانية|ثواني|ثوان",
    Period("TS", dual=True): "ثانيتان|ثانيتين",
    Period("TM"): "دقيقة|دقائق|دقايق|دقيقه",
    Period("TM", dual=True): "دقيقتان|دقيقتين",
    Period("TH"): "ساعة|ساعات",
    Period("TH", dual=True): "ساعتان|ساعتين",
    Period("D"): "يوم|يوما|أيام",
    Period("D", dual=True): "يومان|يومين",
    Period("W"): "أسبوع|أسبوعا|أسابيع",
    Period("W", dual=True): "أسبوعان|أسبوعين",
    Period("M"): "شهر|شهرا|أشهر|شهور",
    Period("M", dual=True): "شهران|شهرين",
    Period("Y"): "سنة|سنوات|سنين|عام|عاما|أعوام|حول",
    Period("Y", dual=True): "سنتان|سنتين|عامان|عامين",
    Period("Y", 10): "عقد|عقدا|عقود",
    Period("Y", 10, dual=True): "عقدان|عقدين",
    Period("Y", 100): "قرن|قرنا|قرون",
    Period("Y", 100, dual=True): "قرنان|قرنين",
}
_MONTHS = {
    Month("gregorian", 1): "يناير|كانون الثاني|كانون ثاني|كانون ثان|جانفي|يناير/كانون الثاني",
    Month("gregorian", 2): "فبراير|شباط|فيفري|فبراير/شباط",
    Month("gregorian", 3): "آذار|أذار|مارس/آذار|مارث",
    Month("gregorian", 3, sure=False): "مارس",
    Month("gregorian", 4): "أبريل|إبريل|ابريل|نيسان|أفريل|أفريل",
    Month("gregorian", 5): "مايو|أيار|ماي|ايار",
    Month("gregorian", 6): "يونيو|حزيران|جوان|يونيه",
    Month("gregorian", 7): "يوليو|تموز|جويلية|يوليوز|يوليه",
    Month("gregorian", 8): "أغسطس|أوت|غشت|اغسطس",
    Month("gregorian", 8, sure=False): "آب",
    Month("gregorian", 9): "سبتمبر|أيلول|شتنبر|سيبتمبر",
    Month("gregorian", 10): "أكتوبر|تشرين الأول|تشرين أول|أكتوبر/تشرين الأول",
    Month("gregorian", 11): "نوفمبر|تشرين الثاني|تشرين ثاني|تشرين ثان|نونبر|نوفمبر/تشرين الثاني",
    Month("gregorian", 12): "ديسمبر|كانون الأول|كانون أول|دجنبر|ديسمبر/كانون الأول",
    Month("islamic", 1): "المحرم|محرم الحرام",
    Month("islamic", 1, sure=False): "محرم",
    Month("islamic", 2, sure=False): "صفر",
    Month("islamic", 3): "ربيع الأول|ربيع أول",
    Month("islamic", 4): "ربيع الآخر|ربيع الثاني|ربيع ثاني|ربيع الاخر",
    Month("islamic", 5): "جمادى الأولى|جمادى الأول|جماد الأول|جمادي الأولى",
    Month("islamic", 6): "جمادى الآخرة|جمادى الثانية|جمادى الثاني|جماد الثاني|جماد الآخر|جمادى الآخر",
    Month("islamic", 7, sure=False): "رجب",
    Month("islamic", 8, sure=False): "شعبان",
    Month("islamic", 9): "رمضان المبارك|رمضان الكريم",
    Month("islamic", 9, sure=False): "رمضان",
    Month("islamic", 10, sure=False): "شوال",
    Month("islamic", 11): "ذو القعدة|ذي القعدة|ذو القعده|ذوالقعدة",
    Month("islamic", 12): "ذو الحجة|ذي الحجة|ذوالحجة",
}
_WEEKDAYS = (
    "الأحد|أحد|الاثنين|الإثنين|اثنين|إثنين|الاتنين|الثلاثاء|الثلاثا|ثلاثاء|التلات|الأربعاء|أربعاء|الاربعا|الخميس"
    "|خميس|الجمعة|جمعة|السبت|سبت"
)
_MODIFIERS = {
    "<=": (
        "ما يصل إلى|ما يصل الى|حتى|بحد أقصى|كحد أقصى|على الأكثر|بما لا يتجاوز|ما لا يتجاوز|أقل من أو يساوي"
        "|أقل من أو تساوي|أصغر من أو يساوي"
        "|أصغر من أو تساوي|أقل أو يساوي|لا أكثر من|ليس أكثر من|بما يصل إلى"
    ),
    "<": "أقل من|أصغر من|ما يقل عن|أدنى من|دون|تحت|أقل عن",
    ">=": (
        "على الأقل|ما لا يقل عن|بحد أدنى|كحد أدنى|أكثر من أو يساوي|أكثر من أو تساوي|أكبر من أو يساوي"
        "|أكبر من أو تساوي|أكبر أو يساوي"
        "|ليس أقل من|بما لا يقل عن|أكثر أو يساوي|لا أقل من"
    ),
    ">": (
        "أكثر من|أكبر من|ما يزيد عن|ما يزيد على|ما يفوق|فوق|أعلى من|ما يربو على|أزيد من|ما يتجاوز|بما يزيد عن"
        "|بما يزيد على"
    ),
    "~": "حوالي|نحو|قرابة|زهاء|ما يقارب|ما يقرب من|تقريبا|بحدود|في حدود|ما يناهز|حوالى",
    "=": "يساوي|تساوي|يعادل",
}
_MODIFYING_VERBS = {
    "<=": (
        "يصل إلى|تصل إلى|يصل الى|تصل الى|لا يتجاوز|لا تتجاوز|لا يزيد عن|لا يزيد على|لا تزيد عن|لا تزيد على"
        "|لم يتجاوز|لم تتجاوز"
    ),
    "<": "يقل عن|تقل عن",
    ">=": "لا يقل عن|لا تقل عن",
    ">": "يزيد عن|يزيد على|تزيد عن|تزيد على|يتجاوز|تتجاوز|تجاوز|تجاوزت|يفوق|تفوق|فاق|فاقت",
    "~": "يناهز|تناهز|يقارب|تقارب|قارب|قاربت|ناهز|ناهزت",
}
_MODIFIERS_AFTER = {
    "<=": "على الأكثر|كحد أقصى|بحد أقصى|أو أقل|أو أصغر|فأقل|أو أقل من|أو أصغر من|أو دون ذلك",
    ">=": "على الأقل|كحد أدنى|بحد أدنى|أو أكثر|أو أكبر|فأكثر|أو أكثر من|أو أكبر من|أو يزيد|فما فوق",
    "~": "تقريبا",
    "=<": "أو يساوي|أو تساوي|أو يساويه",
}
_PARTS_OF_DAY = {
    PartOfDay.MORNING: (
        "صباحا|الصباح|الصبح|صبحا|صباح|في الصباح|فجرا|الفجر|فجر|بعد الفجر|في الفجر|ص|ضحى|قبل الظهر|من الصباح|صباحًا"
    ),
    PartOfDay.NOON: "ظهرا|الظهر|في الظهر|ظهر|وقت الظهر",
    PartOfDay.AFTERNOON: "بعد الظهر|من بعد الظهر|عصرا|العصر|بعد العصر|في العصر|بعد الظهيرة|عصر",
    PartOfDay.EVENING: (
        "مساء|المساء|في المساء|م|مساءا|من المساء|مغربا|المغرب|عشاء|قبل المغرب|بعد المغرب|بعد العشاء|قبل العشاء"
    ),
    PartOfDay.NIGHT: "ليلا|الليل|في الليل|بالليل|ليل|من الليل",
    PartOfDay.AM: "am|a.m.|a.m",
    PartOfDay.PM: "pm|p.m.|p.m",
}
_ERAS = {
    Era("gregorian"): "م|ميلادي|ميلادية|ميلاديا|للميلاد|الميلادي|الميلادية",
    Era("gregorian", before=True): "ق.م|ق . م|قبل الميلاد",
    Era("islamic"): "هـ|ه|هجري|هجرية|هجريا|للهجرة|الهجري|الهجرية|هجري قمري",
}
_DECADES = {
    20: "عشرينيات|عشرينات|العشرينيات|العشرينات",
    30: "ثلاثينيات|ثلاثينات|الثلاثينيات|الثلاثينات",
    40: "أربعينيات|أربعينات",
    50: "خمسينيات|خمسينات",
    60: "ستينيات|ستينات",
    70: "سبعينيات|سبعينات",
    80: "ثمانينيات|ثمانينات",
    90: "تسعينيات|تسعينات",
}
_SAYINGS = (
    "ربع النهائي|نصف النهائي|ربع نهائي|نصف نهائي|ثمن النهائي|ثمن نهائي|"
    "الربع الخالي|ربع الخالي|القرن الأفريقي|القرن الإفريقي|صفر اليدين|بالدرجة الأولى"
    "|في المقام الأول|المقام الأول|السيدة الأولى|الطراز الأول|لأول وهلة|الوهلة الأولى|أول وهلة|العالم الثالث"
    "|ألف شكر|ألف مبروك|ألف سلامة|ألف تحية|ألف ليلة وليلة|مليون شكر|ست الحبايب|ستي|عشرة عمر|أول بأول"
    "|واحدا تلو الآخر|واحدة تلو الأخرى|الواحد تلو الآخر|من جديد"
)
_CUES = {
    WordClass.NEGATIVE: "سالب|ناقص|السالب",
    WordClass.POINT: "فاصلة|فاصل|فاصله",
    WordClass.OVER: "على|أجزاء من|جزء من|جزءا من|مقسوما على|مقسوم على",
    WordClass.OF: "من",
    WordClass.PERCENT: "%|٪|في المئة|في المائة|في الميه|بالمئة|بالمائة|بالميه|بالمية|في المية|ف المية|بالمئه|نسبة مئوية",
    WordClass.AND: "و",
    WordClass.DAY_CUE: "يوم|بتاريخ|تاريخ|فاتح|غرة",
    WordClass.MONTH_CUE: "شهر",
    WordClass.YEAR_CUE: "عام|سنة|عامي|سنتي|عامين",
    WordClass.QUARTER: "الربع|ربع",
    WordClass.HALF: "النصف|نصف",
    WordClass.BELOW_ZERO: "تحت الصفر|دون الصفر",
    WordClass.WEEK: "الأسبوع|أسبوع",
    WordClass.LAST: "آخر|اخر",
    WordClass.CENTURY: "القرن|قرن",
    WordClass.CLOCK: "الساعة|ساعة|في تمام الساعة|تمام الساعة",
    WordClass.BEFORE_HOUR: "إلا|الا",
    WordClass.AFTER_HOUR: "و",
    WordClass.FROM: "من",
    WordClass.TO: "إلى|إلي|حتى|لغاية|ل",
    WordClass.BETWEEN: "بين|ما بين|مابين|يتراوح بين|تتراوح بين",
    WordClass.FOR: "لمدة|مدة|خلال|طوال|طيلة|على مدى|على مدار|استمر|استمرت|لفترة|لمده",
    WordClass.IN: "في|منذ|بحلول|قبل|بعد|حتى|فى|من|عند|خلال",
    WordClass.WHOLE: "كامل|كاملة|واحد|واحدة|كاملا|واحدا|كاملين|كاملتين",
    WordClass.EVERY: "كل",
    WordClass.RELATIVE: (
        "هذا|هذه|القادم|القادمة|المقبل|المقبلة|الماضي|الماضية|الحالي|الحالية|الجاري|الجارية|التالي|التالية|السابق"
        "|السابقة|المنصرم|المنصرمة|الفائت|الفائتة|"
        "اليوم|غدا|الغد|أمس|البارحة|الليلة|غد|الآن|منذ|قبل|بعد|آخر|أخر|اخر|بعد غد|بقية|باقي|كل|القادمين"
        "|الماضيين|المقبلين|القادمتين"
    ),
}
FUNCTION_WORDS = (
    "في من إلى على عن أن إن هذا هذه التي الذي لا ما لم لن كان كانت قد هو هي مع كل بعد قبل بين أو و ثم حتى إذا كما "
    "لكن حيث عند غير سوى أي كذلك ذلك تلك هناك هنا لدى منذ خلال حول دون ضد نحو مثل بما فقط أيضا بل إلا بعض عدة عبر "
    "لها له لهم به بها فيه فيها عليه عليها منه منها كانوا يكون تكون ليس ليست الذين اللذين أكثر أقل لأن كي سوف حين "
    "بينما رغم وهو وهي وفي ومن وقد ولا وكان وأن كأن لو نعم أنه أنها أنهم إنه إنها إنهم وذلك وهذا وهذه بأن لدي"
)


def _number_words() -> Iterator[Phrase]:
    yield "صفر", WordClass.NUMBER, NumberWord(Slot.ZERO, 0)
    yield from numbers(Slot.UNIT, _UNITS)
    yield from numbers(Slot.TEEN, {10: "عشر|عشرة|عشره"})
    for value, forms in _TEEN_FIRST.items():
        for form in spelt(forms):
            for ten in ("عشر", "عشرة"):
                yield f"{form} {ten}", WordClass.NUMBER, NumberWord(Slot.TEEN, value)
    yield from numbers(Slot.TEEN, _TEENS_JOINED)
    yield from numbers(Slot.TENS, _TENS)
    yield from numbers(Slot.HUNDRED, {100: _HUNDRED})
    yield from numbers(Slot.HUNDRED, {100: _HUNDREDS_PLURAL}, several=True)
    yield "ميت", WordClass.NUMBER, NumberWord(Slot.HUNDRED, 100, unsure=True)
    yield from numbers(Slot.HUNDREDS, _HUNDREDS)
    for value, forms in _HUNDRED_STEMS.items():
        for stem in spelt(forms):
            for hundred in ("مئة", "مائة", "ميت", "ماية"):
                yield stem + hundred, WordClass.NUMBER, NumberWord(Slot.HUNDREDS, value * 100)
    for value, forms in _THOUSAND_STEMS.items():
        for stem in spelt(forms):
            yield from (
                (stem + ending, WordClass.NUMBER, NumberWord(Slot.SCALED, value * 1000)) for ending in ("لاف", "آلاف")
            )
    yield from numbers(Slot.SCALE, _SCALES)
    yield from numbers(Slot.SCALE, _SCALES_PLURAL, several=True)
    for value, forms in _ACCUSATIVE_SCALES.items():
        yield from ((form, WordClass.NUMBER, NumberWord(Slot.SCALE, value, construct=True)) for form in spelt(forms))
    yield from numbers(Slot.SCALED, _DUAL_SCALES)
    yield from numbers(Slot.UNIT, {1: "أول|أولى"}, ordinal=True)
    yield from numbers(Slot.UNIT, {1: "حادي|حادية"}, ordinal=True)
    yield from numbers(Slot.UNIT, _ORDINAL_UNITS, ordinal=True)
    yield from numbers(Slot.TEEN, {10: "عاشر|عاشرة"}, ordinal=True)
    ordinal_units = {11: "حادي|حادية|أحد"} | {value + 10: forms for value, forms in _ORDINAL_UNITS.items()}
    for value, forms in ordinal_units.items():
        for form in spelt(forms):
            for ten in ("عشر", "عشرة"):
                yield f"{form} {ten}", WordClass.NUMBER, NumberWord(Slot.TEEN, value, ordinal=form != "أحد")


def _nations() -> Iterator[Phrase]:
    """«قطري», «قطريا», «قطرية», «قطريان»: every form of a currency's adjective, to the codes it makes of its noun."""
    codes: dict[str, dict[str, str]] = {}
    for family, nations in _NATIONAL.items():
        for code, adjectives in nations.items():
            for adjective in spelt(adjectives):
                codes.setdefault(adjective, {})[family] = code
    for adjective, made in codes.items():
        for ending in ("", "ا", "ة", "ان", "ين", "تان", "تين"):
            yield adjective + ending, WordClass.NATION, made


def _dual(noun: str) -> tuple[str, str]:
    """The dual of a singular noun, nominative and oblique: كرونتان, كرونتين."""
    stem = f"{noun[:-1]}ت" if noun.endswith("ة") else noun
    return f"{stem}ان", f"{stem}ين"


_AGREEING = frozenset(("مربع", "مكعب", "صغيرة", "كبيرة", "مئوية", "ضوئية", "بحري"))
"""The adjectives in names of units, which become duals with their noun."""


def _dual_of(noun: str, adjective: str) -> tuple[str, ...]:
    """The dual of a noun and its adjective, if it has one."""
    if not adjective:
        return _dual(noun)
    return tuple(f"{first} {second}" for first, second in zip(_dual(noun), _dual(adjective), strict=True))


def _with_duals(table: dict[Any, str]) -> dict[Any, str]:
    """A table of nouns with the dual of each first spelling, a singular of one word, where it does not have it."""
    full = dict(table)
    for meaning, forms in table.items():
        singular = forms.partition("|")[0]
        dual = meaning._replace(dual=True)
        if meaning.dual or len(singular) < 3:
            continue
        noun, _, adjective = singular.partition(" ")
        if noun.isalpha() and (not adjective or adjective in _AGREEING):
            full[dual] = "|".join((*spelt(table.get(dual, "")), *_dual_of(noun, adjective))).strip("|")
    return full


def grammar() -> Grammar:
    """Arabic."""
    table: list[Phrase] = [
        *_number_words(),
        *phrases(WordClass.FRACTION, _FRACTIONS),
        *phrases(WordClass.CURRENCY, _with_duals(_CURRENCIES)),
        *_nations(),
        *phrases(WordClass.UNIT, _with_duals(_UNITS_OF_MEASURE)),
        *phrases(WordClass.PERIOD, _PERIODS),
        *phrases(WordClass.MONTH, _MONTHS),
        *limits(_MODIFIERS),
        *limits(_MODIFYING_VERBS, verb=True),
        *phrases(WordClass.LIMIT_AFTER, _MODIFIERS_AFTER),
        *phrases(WordClass.PART_OF_DAY, _PARTS_OF_DAY),
        *phrases(WordClass.ERA, _ERAS),
        *phrases(WordClass.DECADE, _DECADES),
        *phrases(WordClass.HOUR_NAME, {12: "منتصف النهار|وقت الظهيرة|الظهيرة", 0: "منتصف الليل"}),
        *cues(_CUES),
        *cues({WordClass.WEEKDAY: _WEEKDAYS, WordClass.SAYING: _SAYINGS}),
    ]
    return Grammar(
        code="ar",
        phrases=tuple(table),
        style=Style(units_first=True, conjunction_needed=True, article_is_ordinal=True),
        proclitics=Proclitics(("و", "ف"), ("ب", "ل", "ك"), ("ال",), (("لل", "ل", "ال"),)),
    )
