"""Sound memos made unsound, one fault each: what Word refuses, repairs or shows wrongly."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

DOCUMENT, NOTES, STYLES = "word/document.xml", "word/footnotes.xml", "word/styles.xml"
NUMBERING, SETTINGS, CORE = "word/numbering.xml", "word/settings.xml", "docProps/core.xml"
TYPES, RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_SDT = '<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'

# kind of fault -> part, what is there (a regular expression), what is put in its place, once
MUTANTS: dict[str, tuple[str, str, str]] = {
    "style that is not there": (DOCUMENT, 'pStyle w:val="Title"', 'pStyle w:val="No"'),
    "run style that is not there": (DOCUMENT, 'rStyle w:val="Lead"', 'rStyle w:val="No"'),
    "table style that is not there": (DOCUMENT, 'tblStyle w:val="\\w+"', 'tblStyle w:val="No"'),
    "base of a style missing": (STYLES, 'basedOn w:val="Normal"', 'basedOn w:val="No"'),
    "style twice": (STYLES, 'styleId="Lead"', 'styleId="Title"'),
    "list that is not there": (STYLES, 'numId w:val="2"', 'numId w:val="99"'),
    "list without definition": (NUMBERING, 'abstractNumId w:val="1"', 'abstractNumId w:val="9"'),
    "list twice": (NUMBERING, 'w:numId="2"', 'w:numId="1"'),
    "note that is not there": (DOCUMENT, 'Reference w:id="1"', 'Reference w:id="99"'),
    "note twice": (NOTES, '<w:footnote w:id="2"', '<w:footnote w:id="1"'),
    "notes without separator": (NOTES, 'w:type="separator" ', ""),
    "settings that name no separator": (SETTINGS, '<w:footnote w:id="-1"/>', ""),
    "bookmark without end": (DOCUMENT, '<w:bookmarkEnd w:id="2"/>', ""),
    "bookmark id twice": (DOCUMENT, '<w:bookmarkStart w:id="2"', '<w:bookmarkStart w:id="1"'),
    "bookmark name twice": (DOCUMENT, 'w:name="_bi_e1"', 'w:name="_bi_e2"'),
    "bookmark name too long": (DOCUMENT, 'w:name="_bi_e1"', f'w:name="{"x" * 41}"'),
    "link to no bookmark": (DOCUMENT, 'w:name="_src_S1"', 'w:name="other"'),
    "cell without paragraph": (DOCUMENT, "(?<=</w:tcPr>)<w:p>.*?</w:p>(?=</w:tc>)", ""),
    "table without rows": (DOCUMENT, "(?<=</w:tblGrid>).*?(?=</w:tbl>)", ""),
    "table without grid": (DOCUMENT, "<w:tblGrid>.*?</w:tblGrid>", ""),
    "row with too few cells": (DOCUMENT, "(?<=</w:trPr>)<w:tc>.*?</w:tc>", ""),
    "page set-up in the middle": (DOCUMENT, "(<w:sectPr.*</w:sectPr>)", r"\1<w:p/>"),
    "run outside a paragraph": (DOCUMENT, "<w:body>", "<w:body><w:r><w:t>x</w:t></w:r>"),
    "paragraph in a paragraph": (DOCUMENT, "<w:r>", "<w:p/><w:r>"),
    "words outside a text": (DOCUMENT, "<w:body>", "<w:body>words"),
    "field without end": ("word/footer1.xml", 'fldCharType="end"', 'fldCharType="separate"'),
    "line end in a text": (DOCUMENT, ">Key judgments<", ">Key\njudgments<"),
    "properties of a paragraph out of order": (
        STYLES, "<w:keepNext/><w:keepLines/>", "<w:keepLines/><w:keepNext/>",
    ),
    "properties of a run out of order": (STYLES, "(<w:b/><w:bCs/>)(<w:caps/>)", r"\2\1"),
    "colour that is none": (STYLES, 'w:color w:val="1B2A41"', 'w:color w:val="navy"'),
    "size that is none": (STYLES, '<w:sz w:val="22"/>', '<w:sz w:val="large"/>'),
    "place that is none": (STYLES, '<w:jc w:val="center"/>', '<w:jc w:val="middle"/>'),
    "element that is none": (DOCUMENT, "<w:body>", "<w:body><w:paragraph/>"),
    "attribute that is none": (DOCUMENT, "<w:tblHeader/>", '<w:tblHeader w:on="1"/>'),
    "drawing id twice": (DOCUMENT, "(<w:p><w:pPr>(?:(?!</w:p>).)*<w:drawing>.*?</w:p>)", r"\1\1"),
    "picture that is not there": (DOCUMENT, 'r:embed="rId\\d+"', 'r:embed="rId999"'),
    "content control id twice": (DOCUMENT, "<w:body>", f"<w:body>{_SDT}{_SDT}"),
    "date that is none": (CORE, "2025-03-07T00:00:00Z", "7 March 2025"),
    "type of a part missing": (TYPES, 'PartName="/word/footnotes.xml"', 'PartName="/word/no.xml"'),
    "wrong type of a part": (TYPES, "wordprocessingml.styles", "wordprocessingml.settings"),
    "part that is not there": (RELATIONS, "footnotes.xml", "nothing.xml"),
    "relation twice": (RELATIONS, 'Id="rLink1"', 'Id="rLink2"'),
    "address that is none": (RELATIONS, "https://www.n", "https://www n"),
    "address too long": (RELATIONS, "northernwire.example", "x" * 2100),
    "XML that is none": (DOCUMENT, "<w:body>", "<w:body><"),
    "document type": (STYLES, "<w:styles ", "<!DOCTYPE x><w:styles "),
}  # fmt: skip


def mutate(source: Path, target: Path, kind: str) -> Path:
    """A copy of the document with that fault."""
    part, there, instead = MUTANTS[kind]
    planted = 0
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == part:
                text, planted = re.subn(there, instead, data.decode(), count=1, flags=re.DOTALL)
                data = text.encode()
            new.writestr(name, data)
    assert planted, f"{kind}: nothing to alter in {part}"
    return target
