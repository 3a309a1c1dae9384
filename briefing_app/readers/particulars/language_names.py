"""Names of languages, as databases and lists of references print them in several languages."""

from __future__ import annotations

import re

from briefing_app.readers.particulars.language import tag_of

_LANGUAGES = {
    "en": "english englisch anglais inglés ingles inglese inglês engels английский 英语 英文 英語 "
    "영어 الإنجليزية",
    "de": "german deutsch allemand alemán aleman tedesco alemão duits немецкий 德语 德文 ドイツ語",
    "fr": "french français francais französisch francés francese francês frans французский 法语 "
    "法文 フランス語",
    "es": "spanish español espanol spanisch espagnol spagnolo espanhol spaans испанский 西班牙语 "
    "スペイン語",
    "it": "italian italiano italienisch italien italiaans итальянский 意大利语 イタリア語",
    "pt": "portuguese português portugues portugiesisch portugais portugués portoghese 葡萄牙语",
    "nl": "dutch nederlands niederländisch néerlandais holandés olandese neerlandés holandês",
    "ru": "russian русский russisch russe ruso russo 俄语 俄文 ロシア語",
    "ar": "arabic العربية arabisch arabe árabe arabo 阿拉伯语 アラビア語",
    "fa": "persian farsi فارسی persisch", "tr": "turkish türkçe türkisch turc turco",
    "zh": "chinese 中文 简体中文 繁體中文 繁体中文 chinesisch chinois chino cinese 中国語",
    "ja": "japanese 日本語 japanisch japonais japonés 日语", "ko": "korean 한국어 koreanisch",
    "pl": "polish polski polnisch polonais", "he": "hebrew עברית", "el": "greek ελληνικά",
    "sv": "swedish svenska schwedisch", "da": "danish dansk dänisch", "fi": "finnish suomi",
    "no": "norwegian norsk norwegisch", "uk": "ukrainian українська", "cs": "czech čeština",
    "ro": "romanian", "hu": "hungarian magyar",
}  # fmt: skip
_TAG_OF = {name: tag for tag, names in _LANGUAGES.items() for name in names.split()}


def language_tag(name: str) -> str:
    """BCP 47 tag of a language by its name in one of several languages, "" where unknown.

    A tag counts as a name too, and of several languages the first.
    """
    first = re.split(r"[;,/(]", name)[0].strip().casefold()
    return _TAG_OF.get(first, "") or (tag_of(first) if len(first) <= 3 else "")
