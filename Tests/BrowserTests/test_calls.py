"""来电: the phone rings, somebody is named, nobody may answer, and the call back."""

import pytest

from conftest import PHONE
from served import DESK
from test_day_of_the_floor import press

RING = "看该谁接"
NOTED = "不是顾问接起的，开待回拨单"


def ring(page, wanted=None):
    """Lets the phone ring and gives who is to answer."""
    if wanted:
        page.locator("form#call").get_by_label("客户点名要找").select_option(label=wanted)
    press(page, RING)
    return page.locator(".decision-card .decision-person").inner_text()


def lines(page):
    return [line.strip() for line in page.locator(".call-line").all_inner_texts()]


def test_calls_go_along_the_order_and_end(enter, size, accessible, fits):
    page = enter(DESK, size).open("/calls").page
    assert "现在没有通话" in page.locator("main").inner_text()
    accessible(page)
    fits(page)
    assert [ring(page) for _ in range(2)] == ["何佳", "高杉"]
    assert len(lines(page)) == 2 and all("通话中" in line for line in lines(page))
    assert page.locator(".call-order [aria-current]").inner_text().startswith("方舟")
    accessible(page)
    fits(page)
    press(page, "通话结束")
    press(page, "通话结束")
    assert lines(page) == []


def test_a_named_call_leaves_the_order_alone(enter):
    page = enter(DESK).open("/calls").page
    before = page.locator(".call-order [aria-current]").inner_text()
    assert ring(page, wanted="岑山") == "岑山"
    assert page.locator(".call-order [aria-current]").inner_text() == before


def test_somebody_named_who_is_busy_is_stood_in_for(enter):
    page = enter(DESK).open("/calls").page
    assert ring(page, wanted="白榆") == "何佳"
    assert "白榆" in page.locator(".decision-card .clauses").inner_text()


def test_slips_to_call_back_are_answered_one_by_one(enter, size, accessible, fits):
    page = enter(DESK, size).open("/calls").page
    for _ in range(2):
        press(page, NOTED)
    assert [("待回拨" in line) for line in lines(page)] == [True, True]
    accessible(page)
    fits(page)
    second = page.locator(".call-line").nth(1)
    second.get_by_label("谁回拨").select_option(label="方舟")
    with page.expect_navigation():
        second.get_by_role("button", name="已回拨").click()
    assert page.locator(".decision-person").inner_text() == "方舟"
    assert sorted("方舟" in line for line in lines(page)) == [False, True]
    press(page, "通话结束")
    assert len(lines(page)) == 1 and "待回拨" in lines(page)[0]


def test_each_slip_has_a_label_of_its_own(enter):
    page = enter(DESK).open("/calls").page
    for _ in range(2):
        press(page, NOTED)
    ids = page.eval_on_selector_all("[id]", "all => all.map(one => one.id)")
    assert len(set(ids)) == len(ids)
    page.locator(".call-line label").nth(1).click()
    assert page.evaluate("document.activeElement.closest('.call-line').previousElementSibling")


def test_who_talks_is_not_given_visitors(enter):
    page = enter(DESK).open("/calls").page
    assert ring(page, wanted="岑山") == "岑山"
    board = enter("censhan", PHONE).open("/board").page
    assert "通话中" in board.locator("#board .turn").filter(has_text="岑山").inner_text()


@pytest.mark.parametrize("answer", [RING, NOTED])
def test_a_reload_does_not_ring_again(enter, answer):
    page = enter(DESK).open("/calls").page
    press(page, answer)
    page.reload()
    page.reload()
    assert len(lines(page)) == 1
