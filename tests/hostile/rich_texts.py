"""Rich text: groups without end, hidden and deleted words, letters by number, things embedded."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import SECRET, Case, Places, paragraphs, words


def rich(name: str, more: str = "", head: str = "\\ansi\\ansicpg1252") -> bytes:
    """A rich text with an article and more at its end."""
    lines = "\\par ".join((f"Report on {name}", *paragraphs(name)))
    coded = "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in lines)
    return f"{{\\rtf1{head} {coded}\\par {more}}}".encode()


def cases(at: Places) -> Iterator[Case]:
    """All cases of rich text."""
    for kind, more in (
        ("hidden", f"{{\\v {SECRET}}}"), ("hidden-plain", f"\\v {SECRET} \\v0 end"),
        ("deleted", f"{{\\deleted {SECRET}}}"), ("info", f"{{\\info{{\\title {SECRET}}}}}"),
        ("comment", f"{{\\*\\unheard {SECRET}}}"),
        ("object", f"{{\\object{{\\*\\objdata {'d0cf11e0' * 9_000}}}}}"),
        ("include", f"{{\\field{{\\*\\fldinst INCLUDETEXT \"{at.outside}\"}}{{\\fldrslt end}}}}"),
        ("picture", f"{{\\field{{\\*\\fldinst INCLUDEPICTURE \"{at.server}/a.png\"}}}}"),
        ("template", f"{{\\*\\template {at.server}/a.dot}}"),
        ("numbers", "\\u99999999999 ? \\fs999999999999999999 end"),
        ("bin", "\\bin999999999 end"), ("unclosed", "{\\b {\\i end"), ("closed", "}}}} end"),
        ("surrogates", "\\u-10179 ?\\u-8704 ? and \\u-10179 ? end"),
    ):  # fmt: skip
        name = f"r-{kind}.rtf"
        lacks = (SECRET, "\ud83d", "d0cf11e0d0cf")
        yield Case(name, rich(name, more), (words(name),), lacks=lacks)
    for kind, head in (("codepage", "\\ansi\\ansicpg99999"), ("mac", "\\mac"), ("bare", "")):
        name = f"r-{kind}.rtf"
        yield Case(name, rich(name, "end", head), (words(name),))
    name = "r-cut.rtf"
    yield Case(name, rich(name, "and so on, for long\\par")[:-9], (words(name),))
    yield Case(
        "r-deep.rtf", b"{\\rtf1 " + b"{\\b " * 60_000, says="no .*text|nested|damaged|no art"
    )
    yield Case("r-empty.rtf", b"{\\rtf1\\ansi}", says="no .*text|no article")
    yield Case("r-only-hidden.rtf", f"{{\\rtf1 {{\\v {SECRET}}}}}".encode(), says="no .*text",
               lacks=(SECRET,))  # fmt: skip
