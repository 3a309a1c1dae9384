"""The paper of the form: its page, its styles, its head and foot."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest

from briefing_app.memo import build, form
from briefing_app.memo.docx_paper import OwnPaper, banner, saved
from tests.memo.briefings import golden
from tests.memo.docx_lint import W


@pytest.mark.parametrize("name", form.names())
def test_the_page_is_that_of_the_form(name: str) -> None:
    page = form.load(name).page
    paper = OwnPaper(form.load(name))
    paper.put_margins(build(golden()))
    section = paper.document.sections[0]
    assert (section.page_width.twips, section.page_height.twips) == (page.width, page.height)
    assert section.left_margin.twips == page.margins[3]


def test_the_body_stands_before_the_page_set_up() -> None:
    paper = OwnPaper(form.load(form.DEFAULT))
    paper.put_margins(build(golden()))
    package = saved(paper, "<w:p><w:r><w:t>Words</w:t></w:r></w:p>")
    body = docx.Document(io.BytesIO(package)).element.body
    assert [child.tag for child in body] == [f"{W}p", f"{W}sectPr"]


def test_a_banner_has_its_colour_and_is_nothing_without_a_mark() -> None:
    memo = replace(build(golden()), banner="SECRET", banner_color="C8102E")
    assert '<w:color w:val="C8102E"/>' in banner(memo)
    assert banner(replace(memo, banner="")) == ""
