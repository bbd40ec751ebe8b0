"""澜庭, which counts ticks (∨): the register, giving up the stand, and a full floor."""

import re

import pytest

from conftest import PHONE, register
from test_day_of_the_floor import leave, line_of, press

TALLY_DESK = "lanting-desk"


def test_leaving_the_register_out_is_refused_until_it_is_entered(enter, accessible, fits):
    page = enter("lanting-bai", PHONE).open("/me").page
    page.get_by_label("来访已登记").uncheck()
    press(page, "接待完毕")
    assert "登记完才能回站位" in page.get_by_role("alert").inner_text()
    assert page.get_by_role("alert").get_by_role("link", name="REC-04").is_visible()
    accessible(page)
    fits(page)
    page.get_by_role("alert").get_by_role("link", name="看依据").click()
    page.wait_for_url("**/decisions/*")
    assert "VISIT_LOG_MISSING" in page.locator(".decision-card").inner_text()

    page.go_back()
    press(page, "接待完毕")
    assert page.get_by_role("alert").count() == 0
    place = page.locator("#my-state").inner_text()
    assert "候位" in place and "∨ 1" in place


def standing(page):
    """Where somebody stands, without what changes from second to second."""
    return re.sub(r"还剩[^。]*。|\d\d:\d\d(:\d\d)?", "", page.locator("#my-state").inner_text())


def test_giving_up_the_stand_costs_ticks_and_ends_no_sooner_than_allowed(enter, accessible):
    page = enter("lanting-cen", PHONE).open("/me").page
    page.locator("summary", has_text="弃站").click()
    press(page, "确认弃站")
    place = page.locator("#my-state").inner_text()
    assert "弃站中" in place and "∨ 2" in place
    press(page, "回位")
    assert "弃站还没到最短时长，最早" in page.get_by_role("alert").inner_text()
    assert page.get_by_role("alert").get_by_role("link", name="REC-08").is_visible()
    assert "弃站中" in page.locator("#my-state").inner_text()
    accessible(page)


def test_work_away_from_the_stand_needs_no_order_and_moves_no_tick(enter):
    page = enter("lanting-an", PHONE).open("/me").page
    before = standing(page)
    assert "∨ 1" in before
    leave(page, "official")
    assert "公干" in page.locator("#my-state").inner_text()
    press(page, "回位")
    assert standing(page) == before


def test_the_fewest_ticks_receive_and_the_card_says_so(enter, size, accessible, fits):
    page = enter(TALLY_DESK, size).page
    card = register(page)
    assert card.locator(".decision-person").inner_text() == "岑溪"
    assert "∨ 最少" in card.inner_text()
    accessible(page)
    fits(page)


def test_a_group_nobody_can_take_is_shown_and_goes_to_the_first_who_returns(enter):
    desk = enter(TALLY_DESK).page
    wall = enter("lanting-manager").open("/board").page
    assert [register(desk).locator(".decision-person").inner_text() for _ in range(2)] \
        == ["岑溪", "安禾"]
    card = register(desk)
    assert "请管理人员先招呼" in card.inner_text()
    held = wall.locator("#board .held")
    held.wait_for()
    assert "1 组在等候" in held.inner_text() and "等最先回位的人" in held.inner_text()

    phone = enter("lanting-bai", PHONE).open("/me").page
    press(phone, "接待完毕")
    held.wait_for(state="detached")
    assert "正在接：第 6 组" in phone.locator("#my-state").inner_text()
    assert "正在接新客户" in line_of(wall, "白川").inner_text()


def test_a_tap_is_not_lost_when_the_page_changes_under_the_finger(enter):
    desk = enter(TALLY_DESK).page
    phone = enter("lanting-bai", PHONE).open("/me").page
    phone.get_by_role("button", name="接待完毕", exact=True).first.hover()
    phone.mouse.down()
    with phone.expect_response("**/me/state"):
        register(desk)
    phone.wait_for_timeout(200)
    with phone.expect_navigation():
        phone.mouse.up()
    assert "候位" in phone.locator("#my-state").inner_text()


@pytest.mark.parametrize("login", ["desk", "manager", "consultant"])
def test_people_of_another_site_never_appear(enter, login):
    page = enter(login).open("/board").page
    text = page.locator("body").inner_text()
    assert "岑山" in text and "岑溪" not in text
