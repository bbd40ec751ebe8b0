"""渠道: an agent reports on the phone, half an hour later the customer stands at the desk."""

import re

from conftest import PHONE, register
from served import DESK, SALES_MANAGER
from test_day_of_the_floor import press


def open_address(manager):
    """A company, an agent and the address at which the agent reports."""
    manager.goto(re.sub(r"(https?://[^/]+).*", r"\1/channels", manager.url))
    manager.locator('form[action="/channels/companies"]').get_by_label("公司名称").fill("云客")
    press(manager, "登记公司")
    form = manager.locator('form[action="/channels/agents"]')
    form.get_by_label("公司").select_option(label="云客")
    form.get_by_label("姓名").fill("周明")
    press(manager, "登记人员")
    press(manager, "给地址")
    return re.search(r"/r/[A-Za-z0-9_-]+", manager.locator(".notice").inner_text()).group()


def report(page):
    page.get_by_label("客户姓名").fill("张三")
    page.get_by_label("客户电话").fill("13800001111")
    page.locator("input[name=consent]").check()
    press(page, "报备")


def test_a_report_makes_the_visit_a_channels_half_an_hour_later(
        fresh, enter, window, accessible, fits):
    manager = enter(SALES_MANAGER).page
    address = open_address(manager)
    accessible(manager)
    fits(manager)

    opened = window(PHONE)
    opened.address = fresh.address
    agent = opened.open(address).page
    accessible(agent)
    fits(agent)
    report(agent)
    text = agent.locator("main").inner_text()
    assert "起到访才有效" in text and "138****1111" in text and "13800001111" not in text
    assert agent.locator("svg.qr").is_visible()
    code = agent.locator(".proof-code").inner_text()
    accessible(agent)
    fits(agent)
    opened.forget_refusals()

    fresh.later(1801)
    desk = enter(DESK, PHONE).page
    register(desk, "channel")
    desk.goto(fresh.address + "/channels/desk")
    form = desk.locator('form[action="/channels/desk/match"]')
    form.get_by_label("哪一组").select_option(index=1)
    form.get_by_label("登记的姓名").fill("张 三")
    form.get_by_label("登记的电话").fill("138-0000-1111")
    form.get_by_label("到访凭证").fill(code.lower())
    press(desk, "比对")
    assert "云客 周明" in desk.locator("main").inner_text()
    accessible(desk)
    fits(desk)


def test_a_report_without_consent_or_with_a_wrong_address_gets_nowhere(
        fresh, enter, window, accessible, fits):
    address = open_address(enter(SALES_MANAGER).page)
    opened = window(PHONE)
    opened.address = fresh.address
    page = opened.open(address).page
    page.get_by_label("客户姓名").fill("张三")
    page.get_by_label("客户电话").fill("138****1111")
    page.locator("input[name=consent]").check()
    press(page, "报备")
    assert "请写完整的电话号码" in page.locator("main").inner_text()
    accessible(page)
    fits(page)
    opened.open(address[:-4] + "xxxx")
    assert "这个报备地址不能用" in page.locator("main").inner_text()
    opened.forget_refusals()
