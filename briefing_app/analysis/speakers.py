"""Who says a passage of an article. English only, and silent where it is not sure.

A wrong speaker in a memo costs more than a missing one, so whatever is ambiguous gives "".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from briefing_app.analysis.names import NAME, bare, full_name, names_in, office_holder

_WINDOW = 4000
"""Characters of a paragraph on either side of a passage that are looked at."""

_LOOK_BACK = 50_000
_MANY = 20

_VERB = (
    r"(?:(?:also|later|earlier|then|once|has|had|did|again|further) ){0,2}"
    r"(?:said|says|say|told|tells|added|adds|wrote|writes|asked|warned|warns|announced|declared|"
    r"argued|argues|insisted|insists|noted|notes|stressed|tweeted|recalled|concluded|spoke of|"
    r"promised|pledged|threatened|"
    r"pointed out|confirmed|replied|vowed|acknowledged|stated|asserted|reports|reported|recounted|"
    r"predicted|suggested|urged|conceded|complained|remarked|testified)"
)
_INVERTED = (
    r"(?:said|says|added|adds|wrote|writes|warned|explained|noted|insisted|argued|reports|asked)"
)
_PERSON = (
    r"(?:diplomat|official|officer|spokesman|spokeswoman|spokesperson|source|analyst|expert|colonel|"
    r"commander|general|lawmaker|minister|aide|adviser|advisor|soldier|resident|witness|ambassador|"
    r"envoy|researcher|scholar|executive|commentator|negotiator|trainer)"
)
_UNNAMED = (
    rf"(?:(?:one|an?|another|two|three|four|five|several|some|many) "
    rf"(?:[\w’-]+ ){{0,4}}?{_PERSON}s?\b"
    rf"|(?<![\w’] )(?:[A-Z][\w.-]+ ){{0,3}}{_PERSON}s\b)"
    r"(?: (?:of|at|in|from|for|with|present|close to|familiar with) ?[^,.;:“”\"]{0,60}?)?"
)
_PREPOSITION = re.compile(
    r"\b(?:of|for|with|to|by|from|at|in|on|about|against|near|between|than|like|after|before|told|"
    r"of the|for the|with the|to the|by the|from the|at the|in the|of an?)$",
    re.I,
)
_LIST = rf"{NAME}(?:, {NAME}){{0,4}} and {NAME}"
_APPOSITION = r",(?! [“\"])(?: [^,.;:“”\"]{2,90}(?:, [^,.;:“”\"]{2,60})?,)?"
_SHAPES = (
    ("unnamed", re.compile(rf"(?P<who>{_UNNAMED})(?:, [^.;:“”\"]{{3,100}},)? {_VERB}\b", re.I)),
    ("unnamed", re.compile(rf"[,”\"»?!’] {_INVERTED} (?P<who>{_UNNAMED})(?=[,.;]|$)", re.I)),
    ("unnamed", re.compile(rf"\baccording to (?P<who>{_UNNAMED})(?=[,.;]| who\b|$)", re.I)),
    ("list", re.compile(rf"(?<![\w’'-])(?P<who>{_LIST}) {_VERB}\b")),
    ("list", re.compile(rf"[,”\"»?!’] {_INVERTED} (?P<who>{_LIST})")),
    ("name", re.compile(rf"(?<![\w’'-])(?P<who>{NAME})(?:{_APPOSITION})? {_VERB}\b")),
    ("name", re.compile(rf"[,”\"»?!’] {_INVERTED} (?:the )?(?P<who>{NAME})")),
    ("name", re.compile(rf"\b[Aa]ccording (?:to )?(?:the )?(?P<who>{NAME})")),
    ("office", re.compile(rf"\b(?i:the) (?P<who>[a-z][a-z -]{{3,40}}?) {_VERB}\b")),
    ("pronoun", re.compile(rf"\b(?P<who>[Hh]e|[Ss]he),? {_VERB}\b")),
    ("pronoun", re.compile(rf"[,”\"»?!’] {_INVERTED} (?P<who>he|she)\b")),
)
_OTHERS = re.compile(r"\b(?:following|after|despite|amid|given|since|declaration|threat)\b", re.I)
_QUOTED = re.compile('“[^“”]*(?:”|$)|«[^«»]*(?:»|$)|"[^"]*(?:"|$)')
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Gen|Lt|Col|Maj|Adm|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Prof|St|Jan|Feb|Aug|Sept|Oct|Nov|"
    r"Dec|No|vs))\.$"
)
_SENTENCE_END = re.compile(r"[.!?][”\"»’)\]]*(?= +[“\"«(]?[^\W\d_a-zß-ÿ])")


@dataclass(frozen=True)
class _Attribution:
    """One place where a text says who speaks; positions count from the paragraph's start."""

    form: str
    who: str
    start: int
    end: int


def propose_speaker(body: str, start: int, end: int) -> str:
    """Who says the code points [start, end) of an article's body, "" when unsure.

    A surname is completed from what stands before it; someone unnamed comes as
    "NATO diplomat (unnamed)".
    """
    if not 0 <= start < end <= len(body):
        return ""
    left = max(body.rfind("\n", 0, start) + 1, start - _WINDOW)
    right = body.find("\n", start)
    right = min(len(body) if right < 0 else right, start + _WINDOW)
    paragraph = _masked(body[left:right])
    before = body[max(0, left - _LOOK_BACK) : left]
    sentences = _sentences(paragraph)
    chosen = [s for s in sentences if s[0] < end - left and s[1] > start - left]
    for sentence in chosen:
        found = _speaking(paragraph, sentence, start - left, end - left)
        if found is not None:
            return _resolve(found, paragraph, before)
    if not chosen or not _in_quotation(body[left:right], start - left, end - left):
        return ""
    if chosen[0] == sentences[0]:
        return _announced(before)
    return _from_before(sentences[: sentences.index(chosen[0])], paragraph, before)


def _from_before(sentences: list[tuple[int, int]], paragraph: str, before: str) -> str:
    """The speaker of the sentence before, which a further quotation goes on with."""
    for sentence in reversed(sentences):
        found = _attributions(paragraph, sentence)
        if len(found) == 1:
            return _resolve(found[0], paragraph, before)
        if found or "“" not in paragraph[slice(*sentence)]:
            return ""
    return ""


def _announced(before: str) -> str:
    """Whom the end of the paragraph before announces: "Stoltenberg asserted" or "... said:"."""
    earlier, _, last = before.rstrip("\n").rpartition("\n")
    paragraph = _masked(last[-_WINDOW:]).rstrip(": ")
    found = _attributions(paragraph, (0, len(paragraph)))
    if found and found[-1].end == len(paragraph):
        return _resolve(found[-1], paragraph, earlier)
    return ""


def _speaking(
    paragraph: str, sentence: tuple[int, int], start: int, end: int
) -> _Attribution | None:
    """The attribution in a sentence that the passage belongs to, None where it has none.

    Of several that differ, the one that touches the passage's end counts; where none does, an
    attribution of the form "unsure" comes back.
    """
    found = _attributions(paragraph, sentence)
    if not found:
        return None
    led = paragraph[sentence[0] : max(start, sentence[0])]
    if len({item.who for item in found}) == 1 and not _tells_of_others(led, found[0], end):
        return found[0]
    after = [item for item in found if -1 <= item.start - end <= 2]
    return after[0] if len(after) == 1 else _Attribution("unsure", "", start, end)


def _tells_of_others(led: str, found: _Attribution, end: int) -> bool:
    """Whether the words before a passage make it another's: "After X's threat of “...”, Y said"."""
    return found.start >= end and bool(_OTHERS.search(led))


def _attributions(paragraph: str, sentence: tuple[int, int]) -> list[_Attribution]:
    """Attributions in a sentence in order; where shapes overlap, the surer one counts."""
    found: list[_Attribution] = []
    for form, shape in _SHAPES:
        for match in shape.finditer(paragraph, *sentence):
            who, begin, stop = match["who"], *match.span("who")
            taken = any(item.start < match.end() and match.start() < item.end for item in found)
            led = _PREPOSITION.search(paragraph[max(0, begin - 12) : begin].rstrip())
            direct = begin == match.start()
            if taken or (direct and led and form in ("name", "list")):
                continue
            if form != "name" or bare(who):
                found.append(_Attribution(form, who, match.start(), max(match.end(), stop)))
    return sorted(found, key=lambda item: item.start)


def _resolve(found: _Attribution, paragraph: str, before: str) -> str:
    text = before + paragraph[: found.end]
    if found.form == "unsure":
        return ""
    if found.form == "unnamed":
        return _unnamed(found.who)
    if found.form == "list":
        names = [bare(name) for name in re.split(", | and ", found.who)]
        return ", ".join(full_name(name, text) for name in names) if all(names) else ""
    if found.form in ("name", "office"):
        return _named(found, text)
    return _antecedent(paragraph[: found.start], before)


def _named(found: _Attribution, text: str) -> str:
    if found.form == "office":
        return office_holder(found.who, text)
    return full_name(bare(found.who), text)


def _unnamed(words: str) -> str:
    words = re.sub(r"^(one|an?|another) ", "", words.strip(), flags=re.I)
    return f"{words[0].upper()}{words[1:]} (unnamed)"


def _antecedent(earlier: str, before: str) -> str:
    """Whom "he" or "she" means: the one speaker, else the one person, of the text just before."""
    previous = _masked(before.rstrip("\n").rpartition("\n")[2][-_WINDOW:])
    for text, rest in ((earlier, before), (previous, before.rstrip("\n").rpartition("\n")[0])):
        said = {item.who: item for item in _attributions(text, (0, len(text)))}
        named = [item for item in said.values() if item.form in ("name", "office")]
        speakers = {_named(item, rest + text) for item in named[:_MANY]}
        if len(speakers) == 1:
            return speakers.pop()
        names = list({name for _, name in names_in(text)})[:_MANY]
        people = {full_name(name, rest + "\n" + text) for name in names}
        people = {name for name in people if " " in name and _is_person(name, rest + "\n" + text)}
        if len(people) == 1 and not speakers:
            return people.pop()
        if people or speakers:
            return ""
    return ""


def _is_person(name: str, text: str) -> bool:
    """Whether the text treats a name as a person's: a title, an apposition, or words of theirs."""
    at = re.escape(name)
    surname = re.escape(name.split()[-1])
    titled = r"[\w.]*(?:[Pp]resident|[Mm]inister|[Gg]eneral|[Ll]eader|[Ss]pokes\w+|[Cc]hancellor|"
    titled += rf"[Aa]yatollah|[Cc]hief|Gen\.|Mr|Mrs|Ms),? {at}\b"
    acting = rf"\b{at}, (?:the|an?|who|whose) |\b{surname} {_VERB}\b"
    return bool(re.search(f"{titled}|{acting}", text))


def _masked(text: str) -> str:
    """The text with its quotations blanked out; length and last full stop stay."""

    def blank(match: re.Match[str]) -> str:
        inner = match[0]
        closed = len(inner) > 1 and inner[-1] in '”»"'
        stop = inner[-2:-1] if closed and inner[-2] in ".!?" else ""
        tail = stop + (inner[-1] if closed else "")
        return inner[0] + "_" * (len(inner) - 1 - len(tail)) + tail

    return _QUOTED.sub(blank, text)


def _sentences(paragraph: str) -> list[tuple[int, int]]:
    """Sentences as ranges; a question in quotation marks goes on when its speaker follows."""
    cuts = [0]
    for match in _SENTENCE_END.finditer(paragraph):
        if _ABBREVIATION.search(paragraph, 0, match.start() + 1):
            continue
        asked = match[0][0] in "!?" and len(match[0]) > 1
        if asked and re.match(
            rf" (?:{NAME}) {_VERB}\b", paragraph[match.end() : match.end() + 120]
        ):
            continue
        cuts.append(match.end())
    cuts.append(len(paragraph))
    return [(a, b) for a, b in pairwise(cuts) if a < b]


def _in_quotation(paragraph: str, start: int, end: int) -> bool:
    """Whether the passage holds quoted words, or stands within a quotation."""
    return any(m.start() < end and m.end() > start for m in _QUOTED.finditer(paragraph))
