"""Exports of press databases that are cut, contradict themselves, or only look like exports."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import SECRET, Case, Places, paragraphs, plain, words

_RULE = "_" * 60


def cases(at: Places) -> Iterator[Case]:
    """All cases of exports."""
    name = "n-proquest-cut.txt"
    yield Case(name, _proquest(name).encode()[:-9], (words(name)[:40],))
    name = "n-proquest-empty-text.txt"
    record = (
        f"{_RULE}\nTitle: Without text\nPublication title: Courier\nFull text: Not available.\n"
    )
    yield Case(name, (_proquest(name) + record).encode(), (words(name),))
    name = "n-rules-only.txt"
    ruled = plain(name).replace("\n\n", f"\n\n{_RULE}\n\n")
    yield Case(name, ruled.encode(), (words(name),))
    name = "n-lexis-count.txt"
    yield Case(name, _lexis(name, "1 of 9999999 DOCUMENTS").encode(), (words(name),))
    name = "n-factiva-label.txt"
    labelled = f"{plain(name)}\nHD is what the label of a headline looks like.\nDocument 7"
    yield Case(name, labelled.encode(), (words(name),))
    name = "n-page.html"
    body = "".join(f"<p>{text}</p>" for text in paragraphs(name))
    page = f"<html><body><A NAME='DOC_ID_0_0'></A><!-- Hide XML {SECRET} -->{body}</body></html>"
    yield Case(name, page.encode(), (words(name),), lacks=(SECRET,))


def _proquest(name: str) -> str:
    text = "\n\n".join(paragraphs(name))
    return (
        f"{_RULE}\n\nTitle: Report on {name}\n\nAuthor: Doe, Jane\n\nPublication title: Courier\n\n"
        f"Publication date: Jan 6, 2020\n\nFull text: {text}\n"
    )


def _lexis(name: str, count: str) -> str:
    text = "\n\n".join(paragraphs(name))
    return (
        f"{count}\n\n\n                     The Courier\n\n           January 6, 2020 Monday\n\n"
        f"Report on {name}\n\nBYLINE: Jane Doe\n\nLENGTH: 40 words\n\n\n{text}\n\n"
        "LOAD-DATE: January 6, 2020\n\nLANGUAGE: ENGLISH\n"
    )
