"""Word documents that are one XML file: as Word writes them today, and as Word 2003 did."""

from __future__ import annotations

from briefing_app.readers import read_bytes
from tests.readers.documents.test_docx import NAMESPACES, TEXT, p, relations

PACKAGE = 'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"'
W2003 = (
    'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" '
    'xmlns:aml="http://schemas.microsoft.com/aml/2001/core" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:wx="wx"'
)


def flat(body: str, **parts: str) -> bytes:
    """A Word document in one file."""
    whole = {
        "_rels/.rels": relations("r1 officeDocument word/document.xml"),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        **parts,
    }
    written = "".join(
        f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{part}</pkg:xmlData></pkg:part>'
        for name, part in whole.items()
    )
    picture = '<pkg:part pkg:name="/a.png"><pkg:binaryData>aGE=</pkg:binaryData></pkg:part>'
    return f'<?xml version="1.0"?><pkg:package {PACKAGE}>{written}{picture}</pkg:package>'.encode()


def word_2003(body: str) -> bytes:
    return (
        '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
        f"<w:wordDocument {W2003}><o:DocumentProperties><o:Author>Lena Aarts</o:Author>"
        f"</o:DocumentProperties><w:body><wx:sect>{body}</wx:sect></w:body></w:wordDocument>"
    ).encode()


def test_all_parts_of_a_document_in_one_file_are_found() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = flat(
        p("The headline") + p("One", note, ".") + p(TEXT),
        **{
            "word/_rels/document.xml.rels": relations("r1 footnotes footnotes.xml"),
            "word/footnotes.xml": f"<w:footnotes {NAMESPACES}>"
            f'<w:footnote w:id="2">{p("The note.")}</w:footnote></w:footnotes>',
        },
    )
    read = read_bytes("a.xml", data)
    assert read.articles[0].headline == "The headline"
    assert read.articles[0].body == f"One.\n{TEXT}\nThe note."
    assert read.original.data == data


def test_changes_comments_and_notes_of_word_2003_are_told_apart() -> None:
    def change(kind: str, text: str, word: str = "t") -> str:
        return (
            f'<aml:annotation aml:id="1" w:type="Word.{kind}"><aml:content><w:r>'
            f"<w:{word}>{text}</w:{word}></w:r></aml:content></aml:annotation>"
        )

    note = f"<w:r><w:footnote>{p('The note.')}</w:footnote></w:r>"
    link = '<w:hlink w:dest="https://a.example/"><w:r><w:t> here</w:t></w:r></w:hlink>'
    data = word_2003(
        p("The headline")
        + p(
            "Kept", change("Insertion", " added"), change("Deletion", " gone", "delText"),
            change("Comment", " remark"), note, link, ".",
        )
        + f"<w:p><w:pPr><w:rPr>{change('Deletion', '')}</w:rPr></w:pPr>"
        "<w:r><w:t>Two </w:t></w:r></w:p>"
        + p("are one.")
        + p(TEXT)
    )  # fmt: skip
    read = read_bytes("a.xml", data)
    (article,) = read.articles
    assert article.headline == "The headline"
    assert article.body == f"Kept added here.\nTwo are one.\n{TEXT}\nThe note."
    assert read.warnings == ("Text that a tracked change deletes was left out.",)
    assert [(one.field, one.value) for one in article.proposals] == [("byline", "Lena Aarts")]
