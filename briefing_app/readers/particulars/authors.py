"""Names of authors as pages, feeds, agencies and lists of references write them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing_app.readers.canonical import one_line
from briefing_app.readers.particulars import agency, outlets

_ADDRESS_AND_NAME = re.compile(r"\S+@\S+\s+\((?P<name>[^()]+)\)")
_NAME_AND_ADDRESS = re.compile(r"(?P<name>[^<>@]+?)\s*<\S+@\S+>")
_LONGEST = 300
_LABEL = re.compile(
    r"\W*((written|words|story|text|report|analysis|opinion|posted|published|submitted|created|"
    r"reported|reporting|article|entry) )?(by|with|von|par|por|door|di|av|af|yazan)\b[: ]+|"
    r"\W*(authors?|autor(in)?|auteur|מאת|بقلم|نوشته|\S{0,8}记者)\s+|\W*文[/／]|"
    r"\W*[^\W\d_][\w' ]{1,20}\s?[:：]\s*",
    re.I,
)
_OTHER_WORK = re.compile(r"edit|photo|foto|bild|illustr|translat|编辑|责编|编译|来源|source", re.I)
_BRACKETS = re.compile(r"\s*[(\[（【][^()\[\]（）【】]*[)\]）】]\s*")
_CUT = re.compile(
    r"\s+[|•·–—-]\s+|\s*[|•·]\s*|,?\s*\d|\b(?:published|updated|posted|last modified|follow|"
    r"email|contact|contributor to|photo\w*|fotos?|illustration\w*|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\s+(in|for|on|at)\s+(?=\S)|"
    r"(责任编辑|责编|编辑|编译|来源|发布)\s*[:：].*|(?<=[가-힣])\s",
    re.I,
)
_BETWEEN = re.compile(
    r"\s*[;,、，；/]\s*(?:(?:and|und|et|y|e)\s+)?|\s+(?:and|und|et|y|e|og|och|en|with|و|и|та|ve)\s+|"
    r"\s*&\s*",
    re.I,
)
_RANK = re.compile(
    r"[\s,]+(?:(?:(?:senior|chief|staff|special|foreign|national|international|political|defen[cs]e|"
    r"diplomatic|security|business|managing|executive|deputy|associate|assistant|news|"
    r"contributing|guest|world|europe|washington|white house|middle east)(?:\s+and)?\s+)+"
    r"(?:\w+\s+)?)?(?:correspondent|reporter|editor|columnist|writer|journalist|bureau chief|"
    r"producer|fellow|analyst|redakteur(in)?|korrespondent(in)?|journaliste|envoyée?s? spéciaux|"
    r"envoyée?s? spécial\w*|correspondante?|corresponsal|periodista|redactora?|报道|报导)\b"
    r"([^\S\n]+(in|for|at|of|à|en|aus)\s[^,;&]*)?",
    re.I,
)
_NOBODY = re.compile(
    r".*\b(staff|admin\w*|super ?user|webmaster|redaktion|redazione|rédaction|redacción|redactie|"
    r"newsroom|(news|web|national|foreign|world|city|online|digital) ?desk|newsdesk|webdesk|"
    r"editors?|team|gmbh|inc|ltd|llc|corp|account|log ?in|login|logged|sign in|e-?mail|comments?|"
    r"subscribe|share|unknown|anonymous|guest|none|null|undefined|user|contributors?|submitted|"
    r"www|by)\b.*|(mon|tues|wednes|thurs|fri|satur|sun)day|.*\s(com|org|net|de|es|fr)|"
    r".*(未知|关注|相关|编辑|記者|发布|本报|本站|網|网|新闻|편집)$|\W*",
    re.I,
)
_HANDLE = re.compile(r"[\d_@/\\]|^\S+\.[a-z]{2,6}$|^[A-Za-z]{2}$", re.I)
_SMALL = re.compile(
    r"da|das|de|del|della|der|den|di|do|dos|du|van|von|zu|ter|ten|bin|ibn|bint|al|el|la|le|of|the|"
    r"y|e|af|av|op|san|al-\w+|d[’']\w+",
    re.I,
)
"""Words within a name that are written small."""

_MOST_WORDS = 5


def authors_line(names: Iterable[str], outlet: str = "") -> str:
    """The byline made of the names that a file gives, each once: "Jane Doe, John Roe".

    A name may come with "By" before it or a mail address beside it; an address alone is none, and
    neither is the `outlet` behind the names of people.
    """
    found: dict[str, None] = {}
    for name in map(one_line, names):
        if len(name) > _LONGEST:
            continue
        mail = _ADDRESS_AND_NAME.fullmatch(name) or _NAME_AND_ADDRESS.fullmatch(name)
        name = mail["name"] if mail else name
        if name and "@" not in name and "://" not in name:
            signed = agency.byline(name) or agency.byline(f"By {name}")
            found.update(dict.fromkeys((signed or name).split(", ")))
    people = [name for name in found if name.casefold() != outlet.casefold()]
    return ", ".join(people or found)


def people(values: Iterable[str], *, guessed: bool = False) -> str:
    """The names of people, or of an agency, in what a page gives as its authors; "" for none.

    Without labels, ranks and places, in the case of names, each once: what is a handle, a desk or
    a company is no name. What is `guessed` needs more than one word.
    """
    found: dict[str, None] = {}
    for value in map(one_line, values):
        if len(value) > _LONGEST or "://" in value:
            continue
        text = _BRACKETS.sub(" ", value).strip()
        if label := _LABEL.match(text):
            text = "" if _OTHER_WORK.search(label[0]) else text[label.end() :]
        parts = (_cut(part) for part in _BETWEEN.split(_RANK.sub("", text)) if part)
        names = [part.strip(' .,:-–—|"“”') for part in parts]
        alone = len(names) == 1 and not guessed
        kept = [name for name in names if _is_name(name) and (alone or _is_full(name))]
        found.update(dict.fromkeys(map(_in_case, kept)))
    persons = [name for name in found if not _is_outlet(name)]
    return ", ".join(persons or found)


def _cut(part: str) -> str:
    end = _CUT.search(part)
    return part[: end.start()] if end else part


def _is_outlet(name: str) -> bool:
    return (name.isupper() and " " not in name) or name.casefold() in outlets.outlets().by_name


def _is_name(text: str) -> bool:
    if len(text) < 2 or len(text.split()) > _MOST_WORDS or _NOBODY.fullmatch(text):
        return False
    if text.casefold() in outlets.outlets().by_name:
        return True
    if any(word[0].islower() and not _SMALL.fullmatch(word) for word in text.split()):
        return False
    return not _HANDLE.search(text)


def _is_full(name: str) -> bool:
    """Whether a name has a given and a family name, as far as its script tells."""
    words = name.split()
    if len(words) == 1:
        return not name.isascii() and 2 <= len(name) <= 4 and name.isalpha() and name[0] > "\u3040"
    return not (words[0][0].islower() and words[-1][0].islower())


def _in_case(name: str) -> str:
    """ "JANE DOE-ROE" as "Jane Doe-Roe"; abbreviations and other names as they are."""
    if " " not in name or not name.isupper() or name.casefold() in outlets.outlets().by_name:
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)


def in_order(name: str) -> str:
    """ "Doe, Jane" as "Jane Doe", "Doe, Jane, Jr." as "Jane Doe Jr."; other names as they are."""
    family, given, suffix = ([*(part.strip() for part in name.split(",")), "", ""])[:3]
    return " ".join(part for part in (given, family, suffix) if part)
