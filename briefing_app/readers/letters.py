"""Which letters beyond ASCII the languages of the press have, and how often."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property

_ENGLISH, _ALPHABET = 0.0004, 0.85
_LEAST = 3.4
"""How much rarer, as a power of e, the last letter of an alphabet is than the first."""


@dataclass(frozen=True)
class Language:
    """What a text of one language looks like.

    share    part of its characters that are letters beyond ASCII
    letters  those, the most frequent first, in lower case
    words    some of its commonest, in lower case
    """

    share: float
    letters: str
    words: frozenset[str] = field(default_factory=frozenset)

    @property
    def without(self) -> float:
        """The same of a letter of ASCII, of which a text in two alphabets may have as many."""
        return math.log(1 - (self.share if self.share < _ALPHABET else _ENGLISH))

    @cached_property
    def likelihood(self) -> dict[str, float]:
        """Letter -> natural logarithm of its part of all characters of a text."""
        step = _LEAST / max(1, len(self.letters) - 1)
        weights = [math.exp(-step * rank) for rank in range(len(self.letters))]
        whole = sum(weights) or 1.0
        return {
            letter: math.log(self.share * weight / whole)
            for letter, weight in zip(self.letters, weights, strict=True)
        }


def _latin(share: float, letters: str, words: str) -> Language:
    return Language(share, letters.replace(" ", ""), frozenset(words.split()))


def _alphabet(letters: str, words: str = "") -> Language:
    return Language(_ALPHABET, letters.replace(" ", ""), frozenset(words.split()))


LANGUAGES = {
    "en": _latin(_ENGLISH, "é", "the of and to in that is was for on with as by said has not but"),
    "de": _latin(
        0.017, "üäöß", "der die und das den von zu mit sich des auf für ist dem nicht ein"
    ),
    "fr": _latin(0.038, "éèàêçôîùâûëïœæÿ", "le la les des et en du une que est dans qui par pour"),
    "es": _latin(0.025, "óíáéñúü", "el la los de que en y las del se por con una para su es al"),
    "pt": _latin(0.04, "ãçáéíóõêúâàô", "o a de que e do da em um para com não os uma no se na dos"),
    "it": _latin(0.012, "àèùìòé", "di che e il la un in per è del non della si le dei al da più"),
    "nl": _latin(0.001, "ëéïóèüöá", "de het een van en in is dat op te zijn met voor niet die aan"),
    "sv": _latin(0.05, "äåöé", "och att det i en på som för av är med till den har de inte om"),
    "no": _latin(
        0.03, "åøæéòóô", "og i det på som er en til å han av for at med var de ikke den har"
    ),
    "da": _latin(
        0.035, "æåøé", "og i at det er en til på som af for med den de der ikke har om et"
    ),
    "fi": _latin(0.055, "äöåšž", "ja on ei se hän että oli ovat mutta kun joka sanoi myös mukaan"),
    "is": _latin(
        0.13, "áíðæóöþúéý", "og að í á er sem við um til með var hann fyrir ekki en það af"
    ),
    "ca": _latin(
        0.025, "óàéèíòçúïü", "de la i el que en a les per un amb és del va una no al dels"
    ),
    "sq": _latin(0.075, "ëç", "të e në dhe se për me që një ka nga i është do më u si"),
    "et": _latin(0.04, "äõüöšž", "ja on ei et see ta oli mis kui ka oma ning aga mida selle"),
    "pl": _latin(
        0.07, "ąłężśćóńź", "w i na z się że do nie to jest o za od po przez oraz są był ma"
    ),
    "cs": _latin(0.14, "íáěéřýžčšůúďňťóö", "a v se na je že s z do i o to za pro ve by po podle"),
    "sk": _latin(0.12, "áíéčžýúšťľňôóďä", "a v sa na je že s z do i o to za pre vo by po podľa"),
    "hu": _latin(0.1, "áéöőóüíúű", "a az és egy hogy nem is volt után meg de csak ezt mint már"),
    "ro": _latin(0.05, "ăîşţâșț", "de şi în a la cu pe care că nu din mai pentru un o este au"),
    "hr": _latin(0.035, "čšžćđ", "i u je na da se su za od s koji ne o će kako iz bi nije"),
    "sl": _latin(0.03, "čšžćđ", "in v je na da se so za z ki ne o bo pa s iz bi kot tudi"),
    "tr": _latin(
        0.1, "ıüşğçöâîû", "ve bir bu da de için ile olarak çok daha gibi ne kadar olan dedi"
    ),
    "lv": _latin(
        0.095, "āīēšņūļķģžč", "un ir ka par no ar kas uz bet arī pēc kā lai tika gada bija"
    ),
    "lt": _latin(0.065, "šėųžįūčąę", "ir kad į yra su iš apie kaip tai bus nuo buvo po dėl ne bei"),
    "vi": _latin(0.22, "đươâ\u0301\u0300êô\u0323\u0309ă\u0303", "là và của các trong cho"),
    "ru": _alphabet("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"),
    "uk": _alphabet("оаниівртескулдмпзяьбгчхйжїшцюєщфґ"),
    "be": _alphabet("аніоресклтыяувдпмзцбгўьчшйхжюэёф"),
    "bg": _alphabet("аиоетнрсвлкдпмзъуягбчщцжйхшфюь"),
    "sr": _alphabet("аоиенрсјтудквлмпзгбњчшљжцћхђфџ"),
    "mk": _alphabet("аоеитнрсвлдкмупзќјгбчшцњжхфџљѓѕ"),
    "el": _alphabet("αοιετσνηυρπκμλςάόέίθωδγήύώχφβξζψϊΐϋ"),
    "he": _alphabet("יוהלארתמבשנםעדקחפכטגצסןזךףץ"),
    "ar": _alphabet("اليمنورتبةعدسفهكقأحجشصطخ،ىضذإثزغءئظؤآ؟؛ـًَُِّْ"),
    "fa": _alphabet("ايرندهموتبسشکزلگخ\u200cفپعقجآحچصك،طضغئذظث؟ژأءًّ"),
    "ur": _alphabet("ايرکنوےہمتسلںدبجپگھعئحفقٹچشخزطصآض،ڑڈغذءظثؤژ"),
    "th": _alphabet("านรกอเง่มยลวดทส้ตะัีบิคแหปจพขใไช์ืุูโผถึำซณ็ธศษภฝฟญฐฮฎฏฆฉฑฒๆฯฬฤ"),
}

_MANY, _MIDDLE = "en de fr es pt it nl sv no da fi is ca sq et", "en de pl cs sk hu ro hr sl sq"
_NORTH, _SOUTH = "en et lv lt", "en de fr tr"
_SLAVIC = "ru uk be bg sr mk"
ENCODINGS = {
    encoding: (handicap, tuple(tags.split()))
    for encoding, handicap, tags in (
        ("cp1252", 0.0, _MANY), ("iso8859_15", 1.0, _MANY), ("mac_roman", 2.0, _MANY),
        ("cp850", 3.0, _MANY),
        ("cp1250", 0.5, _MIDDLE), ("iso8859_2", 1.0, _MIDDLE), ("cp852", 3.0, _MIDDLE),
        ("mac_latin2", 4.0, _MIDDLE), ("mac_romanian", 4.0, "en ro"), ("iso8859_16", 4.0, "en ro"),
        ("cp1254", 1.0, _SOUTH), ("mac_turkish", 4.0, "tr"), ("cp857", 4.0, "tr"),
        ("cp1257", 1.0, _NORTH), ("iso8859_13", 1.5, _NORTH), ("iso8859_4", 3.0, _NORTH),
        ("cp775", 4.0, _NORTH), ("cp1258", 2.0, "vi"),
        ("cp1251", 0.0, _SLAVIC), ("koi8_u", 0.5, _SLAVIC), ("cp866", 2.0, _SLAVIC),
        ("iso8859_5", 1.5, _SLAVIC), ("mac_cyrillic", 2.0, _SLAVIC), ("cp1125", 4.0, "uk"),
        ("cp1253", 0.0, "el"), ("iso8859_7", 0.5, "el"), ("mac_greek", 4.0, "el"),
        ("cp737", 4.0, "el"), ("cp1255", 0.0, "he"), ("cp1256", 0.0, "ar fa ur en fr"),
        ("iso8859_6", 1.0, "ar"), ("cp874", 0.0, "th"),
    )
}  # fmt: skip
"""How unlikely each encoding is by itself, as a power of e, and the languages written in it."""

LATIN_ENCODINGS = frozenset(
    name for name, (_, tags) in ENCODINGS.items() if LANGUAGES[tags[0]].share < _ALPHABET
)

NAMES = "éáíóöüïñçäèãøåôêâëúàòìùûîšžčćłýřńæœßğışěőąęõśůťďðþșțāēīūķļņģėųŕĺ"
"""Letters in the names of people and towns that other languages print too, by how often."""

VOWELS = frozenset("aeiouyáàâäãåāăąæéèêëēěęėíìîïīįıóòôöõőøōœúùûüūůűųýÿаеиоуыэюяёіїєαεηιουωάέήίόύώ")
