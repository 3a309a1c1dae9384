"""The annex of dated events."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.memo import Picture, Table
from briefing_app.memo.build import build
from briefing_app.memo.timeline_picture import _drawn
from tests.memo.briefings import Draft, with_articles


def dated(*days: str) -> Briefing:
    draft: Draft = with_articles()
    draft.section("What happened")
    passages = ("The island has food", "for eleven days", "its governor said", "on Sunday")
    for day, passage in zip(days, passages, strict=False):
        draft.fact("wire", passage, event_time=day)
    return draft.done()


def timelines(briefing: Briefing) -> list[Table]:
    blocks = build(briefing).blocks
    return [b for b in blocks if isinstance(b, Table) and b.title == "Timeline"]


def pictures(briefing: Briefing) -> list[Picture]:
    return [block for block in build(briefing).blocks if isinstance(block, Picture)]


def test_events_stand_in_the_order_of_time() -> None:
    (table,) = timelines(dated("2021-03-08", "2021-01", "2021-03-07T14:00:00+01:00"))
    (picture,) = pictures(dated("2021-03-08", "2021-01", "2021-03-07T14:00:00+01:00"))
    assert [point.day for point in picture.points] == ["2021-01", "2021-03-07", "2021-03-08"]
    assert [point.label.replace("\u00a0", " ") for point in picture.points] == [
        "January 2021", "7 March", "8 March",
    ]  # fmt: skip
    assert picture.points[1].label in picture.description
    days = [row[0][0].text.replace("\u00a0", " ") for row in table.rows]
    assert days == ["January 2021", "7 March 2021", "8 March 2021"]


def test_two_events_make_no_timeline() -> None:
    assert timelines(dated("2021-03-08", "2021-03-07", "")) == []


def test_a_form_without_that_annex_has_no_timeline() -> None:
    briefing = dated("2021-03-08", "2021-03-07", "2021-03-06")
    action = replace(briefing, memo=replace(briefing.memo, form="action"))
    assert timelines(briefing)
    assert timelines(action) == []


def test_events_of_one_day_share_a_point() -> None:
    (picture,) = pictures(dated("2021-03-08", "2021-03-08T10:00", "2021-03-07"))
    assert [point.day for point in picture.points] == ["2021-03-07", "2021-03-08"]
    assert picture.points[1].text == "The island has food; For eleven days"


def test_words_that_cannot_be_drawn_leave_the_date_alone() -> None:
    draft = with_articles()
    draft.section("What happened")
    for day in ("2021-03-06", "2021-03-07", "2021-03-08"):
        draft.fact("persian", "جزیره برای یازده روز غذا دارد", "\U0010fffd", event_time=day)
    (picture,) = pictures(draft.done())
    assert all("\U0010fffd" in point.text for point in picture.points)
    assert [_drawn(point)[1] for point in picture.points] == ["", "", ""]
    (table,) = timelines(draft.done())
    assert len(table.rows) == 3


def test_a_point_keeps_the_lead_that_its_words_refer_to() -> None:
    draft = with_articles()
    draft.section("What happened")
    for day, text in (("06", "The crews. They stopped work on all ferries of the island."),
                      ("07", "Food. The island has food for eleven days."),
                      ("08", "The navy. No ships are on their way, it said.")):  # fmt: skip
        draft.fact("wire", "The navy said", text, event_time=f"2021-03-{day}")
    (picture,) = pictures(draft.done())
    assert [point.text.split()[0:2] for point in picture.points] == [
        ["The", "crews."], ["The", "island"], ["No", "ships"],
    ]  # fmt: skip
