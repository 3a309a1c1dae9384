"""Pages that show only the beginning of an article to those who do not pay for the rest."""

from __future__ import annotations

import re

from lxml import etree

from briefing_app.readers.web import html_tree
from briefing_app.readers.web.furniture import remove_unseen

NOTE = "The page is for subscribers: what came in may be only the beginning of the article."

BEGINNING = 1500
"""Characters; pages show less than that of an article, and what is longer is taken to be whole."""

_STEMS = (
    "isaccessibleforfree", "subscri", "reading", "lesen", "abonn", "suscr", "abbona", "assinan",
    "prenumer", "подпис", "للمشترك", "القراءة", "מנויים", "קריאה", "会員", "登录",
)  # fmt: skip
"""One of them is in whatever the patterns find."""

_AROUND = 80
"""Characters on either side of a stem in which the pattern below is looked for: it is slow."""

_STATED = re.compile(r"[\"']isAccessibleForFree[\"']\s*:\s*[\"']?false", re.I)

_ASKED = re.compile(
    r"\b(subscribe|sign up|register|log ?in|sign in|pay) (now )?to (continue|keep|finish) reading|"
    r"\bto (continue|keep|finish) reading( this| the|,)|\bsubscribe to (continue|read|unlock)\b|"
    r"\b(become|already) an? (\w+ )?subscriber\b|\b(exclusive to|only for) subscribers\b|"
    r"\bfor subscribers only\b|\bsubscribers?[- ]only (article|content|story)|"
    r"\bjetzt weiterlesen\b|\b(um|und) weiter ?zu ?lesen\b|\bbereits abonnent|"
    r"\bmit .{0,30}abo weiterlesen|\b(nur|exklusiv) für abonnent|"
    r"\bréservée?s? (à nos |aux )abonnés|\bla suite est réservée .{0,20}abonn|"
    r"\bdéjà abonnée?\b|\bsuscríbete para (seguir|continuar)|\bexclusivo para suscriptores|"
    r"\b(riservato agli|solo per gli|sei già) abbonat|\b(já é|exclusivo para) assinante|"
    r"\balleen voor abonnees|\btylko dla prenumeratorów|"
    r"\bтолько (для )?подписчик|\bоформите подписку, чтобы|"
    r"للمشتركين فقط|لمتابعة القراءة|למנויים בלבד|להמשך קריאה|有料会員|会員限定|登录后?继续阅读",
    re.I,
)


def is_beginning(source: str, body: str) -> bool:
    """Whether a page's text is so short, and its words are such, that the rest is not on it."""
    if len(body) >= BEGINNING:
        return False
    plain = source.lower()
    stems = [stem for stem in _STEMS if stem in plain]
    if not stems:
        return False
    if stems[0] == _STEMS[0] and _STATED.search(source):
        return True
    return any(_may_ask(plain, stem) for stem in stems) and _asks(source)


def _may_ask(plain: str, stem: str) -> bool:
    """Whether some words around a stem ask to pay, be they shown or not."""
    place = plain.find(stem)
    while place >= 0:
        end = place + _AROUND
        if _ASKED.search(plain, max(0, place - _AROUND), end):
            return True
        place = plain.find(stem, max(place + 1, end - _AROUND // 2))
    return False


def _asks(source: str) -> bool:
    """Whether it is the page that asks: scripts hold such words on pages that are free, too."""
    tree = html_tree.parse(source)
    etree.strip_elements(tree, "script", "style", "template", with_tail=False)
    remove_unseen(tree)
    return any(map(_ASKED.search, html_tree.lines(tree)))
