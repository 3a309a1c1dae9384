"""Names of people and bodies as news texts print them (English)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈČĎĐĒĖĘĚĞĠĢĪİĶĹĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŹŻŽ"
_TOKEN = (
    rf"(?:(?:[A-Z]\.)+|(?:Gen|Lt|Col|Maj|Adm|Brig|Capt|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Prof|St)\.|"
    rf"[{_UPPER}][\w-]*(?:[’'](?!s\b)[{_UPPER}]?\w+)?)"
)
_LINK = r"(?:(?:of|de|da|del|van|von|der|den|bin|ibn|al|el|for|the|la|le|du|zu|and) ){0,2}"
_LINK_NAME = (
    r"(?:(?:of|de|da|del|van|von|der|den|bin|ibn|al|el|la|le|du|zu) (?:der |den |la |the )?)?"
)

NAME = rf"{_TOKEN}(?: {_LINK_NAME}{_TOKEN}){{0,8}}"
"""Regular expression for a name with the titles that stand before it."""

_NAME = re.compile(rf"(?<![\w’'-]){NAME}")
_TITLE = re.compile(
    r"(?:Secretary|General|President|Chancellor|Minister|Premier|Chief|Ayatollah|Ambassador|King|Queen|"
    r"Prince|Princess|Pope|Speaker|Representative|Commissioner|Director|Chairman|Chairwoman|Senator|"
    r"Congressman|Congresswoman|Governor|Mayor|Judge|Professor|Commander|Colonel|Major|Captain|"
    r"Lieutenant|Admiral|Marshal|Spokesman|Spokeswoman|Sheikh|Imam|Leader|Envoy|Officer|"
    r"Gen\.|Lt\.|Col\.|Maj\.|Adm\.|Brig\.|Capt\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sen\.|Rep\.|Gov\.|Prof\.|"
    r"Sir|Lord|Lady|\w+-General)",
)
_NO_NAME = re.compile(
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|"
    r"June|July|August|September|October|November|December|Jan|Feb|Sept|Oct|Nov|Dec|"
    r"The|A|An|And|But|Or|So|Yet|However|In|On|At|As|By|For|From|After|Before|While|When|If|Since|"
    r"He|She|It|They|We|I|You|His|Her|Its|Their|This|That|These|Those|There|Here|Who|What|Asked|"
    r"Both|One|Two|Three|Some|Many|Most|Few|Any|All|Also|Still|Then|Now|Meanwhile|Later|Earlier|"
    r"Speaking|According|Despite|Although|Though|Because|With|Without|Under|Over|About|Not|No)"
)


def bare(name: str) -> str:
    """A name without titles and offices before it: "U.S. President Donald Trump" is "Donald Trump".

    "" where nothing but titles and words that begin a sentence is left.
    """
    words = name.split()
    while words and _NO_NAME.fullmatch(words[0]):
        words.pop(0)
    titles = [index for index, word in enumerate(words) if _TITLE.fullmatch(word)]
    if titles:
        words = words[titles[-1] + 1 :]
        if words and words[0] in ("of", "for"):
            return ""
    while len(words) > 1 and _is_acronym(words[0]):
        words.pop(0)
    if not words or any(_NO_NAME.fullmatch(word) and word[0].isupper() for word in words):
        return ""
    return " ".join(words)


def names_in(text: str) -> Iterator[tuple[int, str]]:
    """The names in a text with the places where they begin, titles taken off."""
    for match in _NAME.finditer(text):
        name = bare(match[0])
        if name:
            yield match.end() - len(name), name


def full_name(name: str, text: str) -> str:
    """`name` as `text` gives it in full; `name` itself where it does not, or gives several."""
    if " " in name:
        return name
    full = {
        other
        for _, other in names_in(text)
        if " " in other and other.split()[-1] == name and not _is_acronym(name)
    }
    return full.pop() if len(full) == 1 else name


def office_holder(office: str, text: str) -> str:
    """Who holds an office ("secretary general") according to `text`, "" for nobody or several."""
    words = r"[\s-]".join(map(re.escape, re.split(r"[\s-]", office)))
    before = re.compile(rf"(?i:\b{words}),? (?P<name>{NAME})")
    after = re.compile(
        rf"(?<![\w’'-])(?P<name>{NAME}), (?:the |an? )?(?:[\w’-]+ ){{0,3}}(?i:{words})\b"
    )
    found = {
        full_name(bare(match["name"]), text)
        for shape in (before, after)
        for match in shape.finditer(text)
        if bare(match["name"])
    }
    full = {name for name in found if " " in name} or found
    return full.pop() if len(full) == 1 else ""


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "").replace("-", "")
    return len(letters) > 1 and letters.isupper()
