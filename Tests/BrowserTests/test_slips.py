"""来电登记、短信、留言、日结: what is written down around a call."""

import pytest

from conftest import PHONE
from served import CONSULTANT, DESK
from test_calls import ring
from test_day_of_the_floor import press


def end_call(page):
    ring(page)
    press(page, "通话结束")
    with page.expect_navigation():
        page.locator("table").get_by_role("link", name="登记").first.click()


def test_a_call_is_entered_and_its_text_has_a_clock(enter, size, accessible, fits):
    page = enter(DESK, size).open("/calls").page
    end_call(page)
    page.get_by_label("客户称呼").fill("钱女士")
    page.get_by_label("手机").fill("13912345678")
    page.get_by_label("关注点与需求").fill("三房")
    page.get_by_label("第一次来电").check()
    press(page, "保存登记")
    text = page.locator("main").inner_text()
    assert "139****5678" in text and "13912345678" not in text
    assert "来电短信" in text and "缺" in text
    accessible(page)
    fits(page)


def test_a_message_is_read_and_done_on_the_phone(enter, size, accessible, fits):
    desk = enter(DESK, size).open("/slips").page
    form = desk.locator("form#message")
    form.get_by_label("给谁").select_option(label="安然")
    form.locator("textarea").fill("王先生问贷款")
    with desk.expect_navigation():
        form.get_by_role("button", name="留言").click()
    accessible(desk)
    fits(desk)
    phone = enter(CONSULTANT, PHONE).open("/slips").page
    assert "王先生问贷款" in phone.locator("main").inner_text()
    accessible(phone)
    press(phone, "已处理")
    assert "已办" in phone.locator("main").inner_text()


@pytest.mark.parametrize("path", ["/registers", "/registers?kind=calls", "/texts", "/slips?view=all"])
def test_lists_are_readable_at_every_size(enter, size, accessible, fits, path):
    login = "clerk" if path.startswith("/registers") else DESK
    page = enter(login, size).open(path).page
    accessible(page)
    fits(page)
