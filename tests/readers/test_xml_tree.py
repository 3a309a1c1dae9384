"""XML from outside: read without reaching for anything else."""

from __future__ import annotations

import pytest

from briefing_app.errors import UnreadableFile
from briefing_app.readers import xml_tree

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "declared",
    [
        "<!DOCTYPE a>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/x.dtd'>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE a [<!ENTITY % x SYSTEM 'file:///etc/passwd'> %x;]>",
        f"<!DOCTYPE a [<!ENTITY l0 'lol'>{LAUGHS}]>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(declared: str, encoding: str) -> None:
    with pytest.raises(UnreadableFile, match="declares a document type"):
        xml_tree.parse(f"{declared}<a>&x;&l9;</a>".encode(encoding))


@pytest.mark.parametrize("data", [b"", b"no xml", b"<", b"\xff\xfe<", b"<?xml version='1.0'?>"])
def test_what_is_no_xml_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="not readable XML"):
        xml_tree.parse(data)


def test_small_faults_of_form_are_overlooked() -> None:
    assert xml_tree.text_of(xml_tree.parse(b"\n <a>One <b>two</b> &nbsp; three</a")) == (
        "One two three"
    )


def test_deep_nesting_ends() -> None:
    root = xml_tree.parse(b"<a>" * 100_000 + b"x")
    assert sum(1 for _ in root.iter()) < 10_000


def test_names_are_local_and_children_found_by_them() -> None:
    root = xml_tree.parse(b"<x:a xmlns:x='u'><x:b>1</x:b><c/><!-- b --><b>2</b></x:a>")
    assert xml_tree.local_name(root) == "a"
    assert [node.text for node in xml_tree.children(root, "b")] == ["1", "2"]
    assert [xml_tree.local_name(node) for node in xml_tree.descendants(root, "b", "c")] == [
        "b", "c", "b",
    ]  # fmt: skip


def test_markup_loses_its_namespaces_but_no_text() -> None:
    root = xml_tree.parse(b"<x:a xmlns:x='u'>1<x:P>2</x:P><br/>3<!-- 4 --></x:a>")
    html = xml_tree.markup_of(root)
    assert "<p>2</p>" in html
    assert "x:" not in html
    assert "<br>3" in html
