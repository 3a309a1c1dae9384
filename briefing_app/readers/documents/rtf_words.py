"""The words of rich text that matter for its text (Rich Text Format Specification, 1.9.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping

_CONTROLS = re.compile(r"\\[a-z]+-?\d* ?|[{}\r\n]")
_NUMBER = re.compile(
    r"[(\[]?(\d{1,4}|([A-Za-z]|[ivxlcdmIVXLCDM]{1,8})(?=[.)\]]))([.)\]]|\.\d{1,3})*"
)

TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})"
    r"|\\(?P<sign>.)|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.S,
)
IN_SKIPPED_GROUP = re.compile(r"\\bin(?P<bytes>\d{1,9}) ?|\\.|(?P<brace>[{}])", re.S)
"""What is looked at in a group that is left out."""

OPENING = re.compile(r"\s*\{")
HYPERLINK = re.compile(r"HYPERLINK\s+\"([^\"]{1,2000})\"")

LEFT_OUT = frozenset((
    "aftncn", "aftnsep", "aftnsepc", "annotation", "atnauthor", "atndate", "atnid",
    "atnref", "background", "bkmkend", "bkmkstart", "colorschememapping",
    "comment", "company", "datastore", "doccomm", "filetbl", "ftncn", "ftnsep", "ftnsepc",
    "generator", "keywords", "latentstyles", "listoverridetable", "listtable",
    "manager", "nesttableprops", "nonesttables", "nonshppict", "objclass", "objdata",
    "objname", "operator", "pict", "pnseclvl", "pntxta", "pntxtb", "private",
    "revtbl", "rsidtbl", "rxe", "shprslt", "sn", "sp", "stylesheet", "subject", "sv", "tc",
    "themedata", "txe", "xe",
))  # fmt: skip
"""Groups that begin with one of these are no text."""

MARGINS = ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf")
"""Groups of text that is printed on every page."""

PROPERTIES = {"title": "headline", "author": "byline"}
"""What the file says of itself -> field of Article."""

PARAGRAPH_ENDS = frozenset(("par", "sect", "page", "column", "line", "lbr", "softpage"))

CHARACTERS = {
    "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
    "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f",
}  # fmt: skip

ENCODINGS = {
    2: "latin-1",
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
"""Number of a font's character set -> encoding."""

CODE_PAGES = {
    **{number: f"cp{number}" for number in (
        437, 850, 852, 857, 860, 862, 863, 864, 865, 866, 874, 932, 949, 950, 1250, 1251, 1252,
        1253, 1254, 1255, 1256, 1257, 1258)},
    936: "gbk", 1361: "johab", 10000: "mac_roman", 65001: "utf-8",
}  # fmt: skip
"""Number of a code page -> encoding."""


def number_in(markup: str) -> str:
    """The number of a paragraph in the group that holds it, "" for a dot or a dash."""
    written = _CONTROLS.sub("", markup).strip()
    return written if _NUMBER.fullmatch(written) else ""


def properties_in(groups: Mapping[str, str]) -> dict[str, str]:
    """What a file says of itself by field of Article, of the texts of groups by their words."""
    found = {PROPERTIES[name]: text for name, text in groups.items() if name in PROPERTIES}
    return {field: text.strip() for field, text in found.items() if text.strip()}


def whites_in(table: str) -> frozenset[int]:
    """The numbers of the colours in a table of colours that are white."""
    return frozenset(
        number for number, colour in enumerate(table.split(";"))
        if all(f"\\{name}255" in colour for name in ("red", "green", "blue"))
    )  # fmt: skip
