"""What stands on the page of an article and is not its text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from briefing_app.readers.particulars.dates import find_date

_ADVERTISEMENT = re.compile(
    r"\W*((story |article )?continues (below|after) (this )?ad(vertisement)?|advertisements?|"
    r"advert|ad|sponsored( content)?|paid (content|post)|anzeige|werbung|publicité|publicidad|"
    r"pubblicità|إعلان|آگهی|реклама)\W*",
    re.I,
)
_CONTACT = re.compile(
    r"\S+@[\w.-]+\.\w+$|.{3,60} can be reached (at|on|by|via)\b.{3,80}$|"
    r"to contact the (reporters?|editors?|authors?)\b|"
    r"(contact|reach|e-?mail) (us|the (newsroom|author|reporter|editor))\b.{0,120}\S@\S",
    re.I,
)
_DISCLAIMER = re.compile(
    r"الآراء الواردة .{0,120}لا تعبر .{0,120}|write to( .{2,60} at \S+@\S+)?|"
    r"the views expressed .{0,200} (are|do not) .{0,200}",
    re.I,
)
_COPYRIGHT = re.compile(
    r"(©|\(c\)|copyright\b(?! (law|claim|act|case|infring|reform)))\W*.{0,300}|"
    r"our standards: .{0,80}|this (material|article|content) (may|must) not be .{0,200}",
    re.I,
)
_RIGHTS = re.compile(r".{0,200}\b(all rights reserved|جميع الحقوق محفوظة)\b.{0,200}", re.I)
_CREDITS = re.compile(
    r"[(\[—–\- ]*((additional |with )?(reporting|writing|editing|compiled|translated|translation|"
    r"edited|reported|written|assistance)( and (writing|editing|reporting))? "
    r"by\b|with (assistance|reporting|files) (by|from)\b).{0,400}",
    re.I,
)
_CONTRIBUTED = re.compile(
    r"[(\[—–\- ]*[\w ,.'’-]{5,120} contributed to this (report|story|article)\b.{0,400}", re.I
)
_CAPTION_END = re.compile(
    r"(\bREUTERS/\w.*|\b(AP|EPA|AFP|dpa|NATO) (Photo|Images?)\b.*|"
    r"/\s?(AFP|AP|Getty Images|EPA)\)?\.?|"
    r"(^|[.!?)\]”\"] )(?i:photo|photograph|picture|image|credit|foto|photo credit|تصوير|صورة)s?"
    r"( by |\s?: ?|/)\S.{0,80}|"
    r"\bGetty Images\W*|\((AP|EPA|Reuters|AFP)\)\W*|\bvia (REUTERS|AP|Getty Images)\W*)$",
)
_CAPTION_START = re.compile(
    r"(file (photo|picture|image)\b|photo(graph)?:|"
    r"(in )?this (file|handout) (photo|picture|image)\b|"
    r"(photo|image|picture) (caption|credit)\b|image source\b|\[?photo/|"
    r"\W?(credit|illustration|header image|beitragsbild|titelbild|symbolbild|image illustrative)"
    r"( by\b|\s?:))",
    re.I,
)
_TELLING_WORDS = ("تصوير", "صورة", "الحقوق", "الارتباط", "עוגיות", "çerez")
_CAPTION_VIA = re.compile(r",? via \w[\w.]*( [A-Z]\w+)?\.?$")
_VERBS = re.compile(
    r"\b(is|are|was|were|be|been|has|have|had|said|says|told|will|would|could|should|did|does)\b"
)
_POINTER = re.compile(
    r"\W*((read|see|watch|listen|learn)( (more|also|next|now))?\s?:|also read\s?:|related\s?:|"
    r"read more (about|on)\b|(à )?lire aussi\b|voir aussi\b|lesen sie (auch|mehr|hier)\b|"
    r"mehr zum thema\b|(lea|lee) también\b|te puede interesar\b|leggi anche\b|lees ook\b|"
    r"läs (också|även)\b|читайте также|читать далее|اقرأ أيض|إقرأ أيض|اقرأ المزيد|بیشتر بخوانید|"
    r"همچنین بخوانید|بیشتر بخوانید|مطالب مرتبط|موضوعات ذات صلة|مواضيع ذات صلة|"
    r"ayrıca okuyun|devamını oku|ilgili haberler|קראו (גם|עוד)|כתבות נוספות|"
    r"(по теме|читайте нас|смотрите также|подписывайтесь)\b|czytaj (też|także|więcej)|"
    r"zobacz (też|także)|přečtěte si|διαβάστε (επίσης|ακόμα)|citește și|прочетете (още|също)|"
    r"leia (também|mais)|ler mais|olvass(a|on) (még|tovább)|läs mer|les (også|mer)|læs også|"
    r"lue (myös|lisää))",
    re.I,
)
_DATED = re.compile(
    r"\W*(aktualisiert( am)?|(last )?updated?( on| at)?|last modified|mis à jour( le)?|"
    r"actualizado( el)?|обновлено)\b[^!?]{0,60}",
    re.I,
)
_SIGN_UP = re.compile(
    r"(sign up|subscribe|register|join|abonnez-vous|inscrivez-vous|suscr[ií]b\w+|melden sie sich|"
    r"abonnieren sie)\b.{0,120}(newsletter|briefing|inbox|alerts|e-?mails?|boletín|channel|kanal)|"
    r"follow .{2,60} on (twitter|facebook|instagram|linkedin|telegram|x)\b|"
    r"(\d[\d.,]* )?(comments?|commentaires?|kommentare?|commenter|comentar(ios)?)( ?\(\d+\))?\W*$|"
    r"read or share this|\(?ends?\)?$",
    re.I,
)
_SIGN_UP_WITHIN = re.compile(
    r".{0,60}\bnewsletter (abonnieren|anmelden|bestellen)|"
    r".{0,60}\b(inscrivez|abonnez)-vous\b.{0,80}newsletter|.{0,160}\baffiliate (links?|commission)",
    re.I,
)
_COOKIES = re.compile(
    r"(we( and our( \w+)? partners)?|(this|our) (web)?site) uses? cookies\b|"
    r"by (continuing|using|browsing) .{0,80}\bcookies\b|"
    r"(wir|diese (web)?seite) (verwende|nutz|setz)\w+ .{0,20}cookies|"
    r"(nous|ce site) utilis\w+ des cookies|(utilizamos|este sitio( web)? (utiliza|usa)) cookies|"
    r"(utilizziamo|questo sito (utilizza|usa)) (i )?cookie|"
    r"(wij|deze (web)?site) gebruik\w* cookies|"
    r"(мы используем|(этот|наш) сайт использует) (файлы )?cookie|bu (web )?site\w* "
    r".{0,60}(çerez|cookie)|تستخدم .{0,30}ملفات تعريف الارتباط|יש באתר .{0,20}עוגיות",
    re.I,
)
_SIGNS = re.compile(r"[\W_]{1,80}|[-–—]\s?30\s?[-–—]")
_OF_SIGNS = re.compile(
    r"[\W_]*((责任编辑|责编|编辑|校对|编审|监制|本文来源|文章来源|信息来源|来源|来源于|稿源|字号|发布日期|"
    r"发布时间|图片来源)\s?[:：].{0,60}|来源于?[:：]|字号|分享到?|扫一扫.{0,20}|关注该公众号|点击排行|"
    r"相关(推荐|阅读|新闻|文章|链接)|热门推荐|推荐阅读|热点新闻|打印本页.{0,20}|上一篇.{0,60}|下一篇.{0,60}|"
    r"(图片)?来自网络.{0,20}|更多猛料.{0,60}|举报(电话|邮箱).{0,60}|违法和不良信息举报.{0,60}|"
    r"特别声明.{0,120}|免责声明.{0,200}|.{0,20}未经授权.{0,30}|版权所有.{0,60}|関連記事|"
    r"このニュースをシェア|この記事は会員限定です.{0,60}|関連(ニュース|リンク).{0,20}|"
    r"無断転載.{0,40}|무단 ?전재.{0,40}|관련 ?기사.{0,40})[\W_]*"
)
_NAVIGATION = re.compile(
    r"\W*(read( more|\s?:| also| next)|"
    r"related( articles?| stories| content| coverage| news)?\W*$|"
    r"see also|also read|more (on|from)\b|"
    r"share (this|on)\b|sign up (for|to)\b|subscribe (to|now)\b|"
    r"follow (us|@)|click here|listen to (this|the) (article|story)|most (read|popular)\W*$|"
    r"recommended( for you)?\W*$|trending( now)?\W*$|related topics|tags?\s?:|print this|"
    r"skip to (main )?content|back to top|we use cookies|this (site|website) uses cookies|"
    r"(share|tweet|print|e-?mail|copy link|link copied|save|facebook|whatsapp|linkedin)\W*$|"
    r"(your|ihr|dein) browser .{0,80}|accept( all)?( cookies)?\W*$|"
    r"view comments|leave a comment|\d+ min(ute)?s? read\W*$)",
    re.I,
)
_ABOUT_AUTHOR = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]*,? ){2,5}(?:is|are|was|ist|war|est|es|è)\b[^“”\"«»]{0,90}?\b(?i:"
    r"journalist\w*|reporter\w*|correspondent|editor|writer|author|columnist|contributor|"
    r"fellow|redakteur\w*|korrespondent\w*|autor\w*|gründungspartner|journaliste|chroniqueu\w+|"
    r"periodista)\b",
)
_LONGEST, _LONGEST_MARK = 2000, 200
"""Characters; a longer paragraph is text, or no mark of an advertisement."""
_QUOTED = re.compile('[“”„«»「」]|"')


@lru_cache(maxsize=16)  # the lines at the top of a text are asked about several times
def kind_of(paragraph: str) -> str:
    """What a paragraph is when it is no article text, else "".

    The kinds are those of domain.article.SetAside but for "repeated headline", which cannot
    be told from the paragraph alone.
    """
    if len(paragraph) > _LONGEST:
        return ""
    if len(paragraph) < _LONGEST_MARK and _ADVERTISEMENT.fullmatch(paragraph):
        return "advertisement"
    if _CONTACT.match(paragraph):
        return "contact"
    if _DISCLAIMER.fullmatch(paragraph):
        return "copyright"
    words = paragraph.count(" ") + 1
    if words > 90:
        return ""
    telling = _is_telling(paragraph)
    if words <= 60:
        if _COPYRIGHT.fullmatch(paragraph) or (telling and _RIGHTS.fullmatch(paragraph)):
            return "copyright"
        if _CREDITS.fullmatch(paragraph) or (telling and _CONTRIBUTED.fullmatch(paragraph)):
            return "credits"
    if _is_caption(paragraph, telling):
        return "caption"
    if words <= 12 and _DATED.fullmatch(paragraph) and (words <= 3 or find_date(paragraph)):
        return "credits"
    return "navigation" if _is_navigation(paragraph, words, telling) else ""


def _is_navigation(paragraph: str, words: int, telling: bool) -> bool:
    if _SIGNS.fullmatch(paragraph) or (words <= 35 and _POINTER.match(paragraph)):
        return True
    if not paragraph.isascii() and _OF_SIGNS.fullmatch(paragraph):
        return True
    if words > 60:
        return False
    found = (
        (words <= 15 and _NAVIGATION.match(paragraph))
        or _SIGN_UP.match(paragraph)
        or (telling and _SIGN_UP_WITHIN.match(paragraph))
        or (telling and _COOKIES.match(paragraph))
    )
    return bool(found and not _QUOTED.search(paragraph))


def _is_telling(paragraph: str) -> bool:
    """Whether a word is in it without which there is no use in looking beyond the beginning.

    Asked of every paragraph of every text: a loop over the words takes twice the time.
    """
    text = paragraph.lower()
    return (
        "oto" in text  # photo, foto
        or "image" in text
        or "picture" in text
        or "credit" in text
        or "reuters" in text
        or "getty" in text
        or "/" in text
        or "rights" in text
        or "contributed" in text
        or "newsletter" in text
        or "affiliate" in text
        or "cookie" in text
        or ("(" in text and ("(ap)" in text or "(epa)" in text or "(afp)" in text))
        or (not text.isascii() and any(map(text.__contains__, _TELLING_WORDS)))
    )


def is_about_author(paragraph: str) -> bool:
    """Whether a paragraph presents the author, as "Jane Doe is a reporter in Brussels" does."""
    return paragraph.count(" ") < 80 and bool(_ABOUT_AUTHOR.match(paragraph))


def _is_caption(paragraph: str, telling: bool) -> bool:
    if _CAPTION_START.match(paragraph) or (telling and _CAPTION_END.search(paragraph)):
        return True
    short = paragraph.count(" ") < 15 and " via " in paragraph
    return bool(short and _CAPTION_VIA.search(paragraph) and not _VERBS.search(paragraph))


def is_archive_caption(paragraph: str) -> bool:
    """Whether a caption says that its picture is older than the article."""
    return bool(re.search(r"\b(file|archive|archiv|undated)\b", paragraph, re.I))


def same_headline(paragraph: str, headline: str) -> bool:
    """Whether a paragraph only repeats the headline, in whatever case and typography."""
    if not headline or len(paragraph) > 2 * len(headline) + 20:
        return False
    return paragraph == headline or _bare(paragraph) == _bare(headline)


@lru_cache(maxsize=32)  # a headline is compared with many paragraphs, those of the top often
def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(filter(str.isalnum, plain))
