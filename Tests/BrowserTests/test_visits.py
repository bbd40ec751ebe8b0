"""The first question, a visit's own page, appointments and the big screen, as people use them."""

from conftest import PHONE
from served import CONSULTANT, DESK
from test_day_of_the_floor import press


def answer(page, name, value):
    page.locator(f'form#arrival input[name="{name}"][value="{value}"]').check()


def arrive(page):
    """A walk-in: two answers and 派客."""
    answer(page, "first_visit", "yes")
    answer(page, "known", "nobody")
    press(page, "派客")
    card = page.locator(".decision-card[data-decision]")
    card.wait_for()
    return card


def test_a_walk_in_takes_three_taps(enter, size, accessible, fits):
    page = enter(DESK, size).open("/reception").page
    card = arrive(page)
    assert "REC-28" in card.inner_text()
    window = page.locator(".window", has_text="认领")
    assert "至" in window.inner_text() and "还剩" in window.inner_text()
    accessible(page)
    fits(page)


def test_digits_and_enter_are_enough(enter):
    page = enter(DESK).open("/reception").page
    page.keyboard.press("1")
    assert page.locator('input[name="first_visit"][value="yes"]').is_checked()
    page.keyboard.press("Escape")
    assert page.locator("input:checked").count() == 0
    page.keyboard.press("1")
    page.keyboard.press("1")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "REC-28" in page.locator(".decision-card[data-decision]").inner_text()


def test_digits_typed_into_a_field_choose_nothing(enter):
    page = enter(DESK).open("/reception").page
    page.locator("details.more summary").click()
    page.get_by_label("客户称呼").fill("")
    page.get_by_label("客户称呼").press("1")
    assert page.locator("input:checked").count() == 0
    assert page.get_by_label("客户称呼").input_value() == "1"


def test_a_draft_of_the_answers_survives_a_reload(enter, size):
    page = enter(DESK, size).open("/reception").page
    answer(page, "first_visit", "no")
    page.reload()
    assert page.locator('input[name="first_visit"][value="no"]').is_checked()


def test_a_visit_is_what_it_turns_out_to_be(enter, size, accessible, fits):
    page = enter(DESK, size).open("/reception").page
    arrive(page)
    page.get_by_role("link", name="这一组的办理页").click()
    page.wait_for_url("**/visits/*")
    accessible(page)
    fits(page)
    page.locator("#reclassify > summary").click()
    page.locator("#reclassify").get_by_label("改成哪一类").select_option(label="同行市调")
    press(page, "改判类别")
    assert "改判为同行市调" in page.locator(".decision-card").inner_text()
    assert "同行市调" in page.locator(".facts").last.inner_text()
    accessible(page)


def test_an_appointment_is_kept_with_its_number_hidden(enter, size, accessible, fits):
    opened = enter(CONSULTANT, size).open("/appointments")
    page = opened.page
    form = page.locator('form[action="/appointments"]')
    form.locator('input[name="day"]').fill("2099-01-01")
    form.locator('input[name="time"]').fill("10:00")
    form.locator('input[name="phone"]').fill("13912345678")
    press(page, "登记预约")
    assert "最多约到一年以后" in page.locator("main").inner_text()
    assert form.locator('input[name="phone"]').input_value() == "13912345678"
    form.locator('input[name="day"]').fill(page.evaluate(
        "new Date(Date.now() + 36e5 * 56).toISOString().slice(0, 10)"))
    press(page, "登记预约")
    assert "139****5678" in page.locator("main").inner_text()
    opened.forget_refusals()
    accessible(page)
    fits(page)


def test_the_big_screen_follows_who_is_with_whom(enter):
    wall = enter(DESK).open("/board/wall").page
    before = wall.locator("#wall li").all_inner_texts()
    arrive(enter(DESK, PHONE).open("/reception").page)
    newest = wall.locator("#wall .wall-part", has_text="正在接待").locator("li").last
    newest.filter(has_text="第 4 组").wait_for()
    assert newest.inner_text() not in before
    assert "还能认领" in wall.locator("#wall").inner_text()


def test_an_arrival_entered_twice_is_undone(enter, size, accessible, fits):
    desk = enter(DESK, size).open("/reception")
    page = desk.page
    card = arrive(page)
    who = card.locator(".decision-person").inner_text()
    page.get_by_role("link", name="这一组的办理页").click()
    page.wait_for_url("**/visits/*")
    fold = page.locator("#void")
    fold.locator("summary").click()
    assert "退还、回到候位" in fold.inner_text()
    fold.get_by_label("为什么作废").fill("同一组登记了两次")
    accessible(page)
    # It asks first: what is not ticked is not done, and nothing typed is lost.
    fold.locator('input[name="sure"]').evaluate("box => box.required = false")
    press(page, "撤销误派")
    assert "作废以后不能恢复" in page.locator("#void .fault").inner_text()
    assert page.locator("#void textarea").input_value() == "同一组登记了两次"
    desk.forget_refusals()
    page.locator('#void input[name="sure"]').check()
    press(page, "撤销误派")
    assert "已作废" in page.locator("main").inner_text()
    assert "同一组登记了两次" in page.locator("main").inner_text()
    accessible(page)
    fits(page)
    page.goto(page.url.split("/visits/")[0] + "/reception")
    assert "已作废" in page.locator("main").inner_text()
    again = arrive(page)
    assert again.locator(".decision-person").inner_text() == who
