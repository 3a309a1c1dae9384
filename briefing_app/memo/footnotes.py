"""Footnotes as a part of the Word package; python-docx 1.2 has none (its issue 1)."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from briefing_app.domain.memo import ComposedMemo, Run
from briefing_app.memo.docx_paper import Paper
from briefing_app.memo.word_xml import NAMESPACES, Links, Marks, runs, styled

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NUMBER = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
_TIGHT = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
# Word refuses a document whose notes part lacks the two separators.
_SEPARATORS = (
    f'<w:footnote w:type="separator" w:id="-1"><w:p>{_TIGHT}<w:r><w:separator/></w:r></w:p>'
    f'</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p>{_TIGHT}<w:r>'
    "<w:continuationSeparator/></w:r></w:p></w:footnote>"
)


def add_footnotes(paper: Paper, memo: ComposedMemo, marks: Marks) -> None:
    """Put the memo's notes into the document; their references carry the notes' numbers."""
    links = Links()
    gap = paper.note_gap
    notes = "".join(_note(note.number, note.runs, gap, links, marks) for note in memo.footnotes)
    notes = paper.restyled(notes)
    xml = f"{_DECLARATION}<w:footnotes {NAMESPACES}>{_SEPARATORS}{notes}</w:footnotes>"
    document = paper.document
    package = document.part.package
    uri = PackURI("/word/footnotes.xml")
    part = Part(uri, CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    add_links(part, links)


def add_links(part: Part, links: Links) -> None:
    """Give a part the relationships of its external links."""
    for url, id in links.ids.items():
        part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, url, id, is_external=True)


def _note(number: int, note_runs: tuple[Run, ...], gap: str, links: Links, marks: Marks) -> str:
    inner = f"{_NUMBER}{gap}{runs(note_runs, links, marks)}"
    return f'<w:footnote w:id="{number}">{styled("FootnoteText", inner, "")}</w:footnote>'
