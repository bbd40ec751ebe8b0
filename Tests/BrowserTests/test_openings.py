"""选房和开盘: one person with three windows, the desk, the big screen and a buyer's phone."""

import re
import subprocess
import time

from conftest import PHONE
from served import PROGRAM, SALES_MANAGER
from test_day_of_the_floor import press

SELECTION = "/openings/demo-selection"


def phone_of(number, manager, fresh, window):
    """The buyer of a number, on their own phone."""
    manager.goto(f"{fresh.address}{SELECTION}/buyers?number={number}")
    link = manager.get_by_role("link", name="本人的手机页").get_attribute("href")
    opened = window(PHONE)
    opened.address = fresh.address
    return opened.open(link)


def screen(fresh, enter, path):
    wall = enter(SALES_MANAGER).page
    wall.goto(fresh.address + path + "/wall")
    return wall


def test_the_order_is_computed_from_the_printed_sheet(fresh, enter, tmp_path, accessible, fits):
    manager = enter(SALES_MANAGER).page
    manager.goto(fresh.address + "/openings")
    accessible(manager)
    manager.get_by_role("link", name="云栖府一期选房").click()
    accessible(manager)
    fits(manager)
    manager.goto(f"{fresh.address}{SELECTION}/draw/print")
    accessible(manager)
    sheet = tmp_path / "sheet.yaml"
    text = manager.locator("pre.draw-sheet").inner_text()
    sheet.write_text(text)
    check = subprocess.run(
        [PROGRAM, "draw", "verify", sheet], capture_output=True, text=True, timeout=60)
    assert check.returncode == 0 and "每一步都相符" in check.stdout, check.stdout + check.stderr
    first, second = re.findall(r'^  - "([^ "]+)"$', text, re.MULTILINE)[:2]
    sheet.write_text(text.replace(f'"{first}"', "x").replace(f'"{second}"', f'"{first}"', 1))
    assert subprocess.run([PROGRAM, "draw", "verify", sheet], capture_output=True).returncode != 0


def test_one_person_runs_a_selection_day_with_three_windows(
        fresh, enter, window, accessible, fits):
    manager = enter(SALES_MANAGER).page
    opened = phone_of(1, manager, fresh, window)
    phone = opened.page
    code = phone.locator(".proof-code").inner_text()
    opened.open("/o")
    phone.get_by_label("订单码").fill(code.lower())
    press(phone, "打开")
    assert "您前面还有 0 位" in phone.locator("main").inner_text()
    accessible(phone)
    fits(phone)
    wall = screen(fresh, enter, SELECTION)
    assert "已选 0 / 10 套" in wall.locator("main").inner_text()
    accessible(wall)

    manager.goto(f"{fresh.address}{SELECTION}/desk")
    press(manager, "叫下一组")
    wall.locator(".wall-called").get_by_text("1 号", exact=True).wait_for()
    phone.get_by_text("正在叫您").wait_for()
    code = phone.locator(".proof-code").inner_text()
    manager.get_by_label("订单码", exact=True).fill(code.lower())
    press(manager, "签到")
    accessible(manager)
    fits(manager)

    manager.goto(f"{fresh.address}{SELECTION}/buyers?number=1")
    press(manager, "入座，开始计时")
    assert "选房到" in manager.locator(".desk-clock").inner_text()
    manager.get_by_label("房号").fill("8-0301")
    press(manager, "当场核对，占用")
    wall.locator('.plan-unit.is-taken[data-unit="8-0301"]').wait_for()
    phone.get_by_text("8-0301 为您保留").wait_for()
    manager.get_by_label("房号").fill("8-0401")
    press(manager, "当场核对，占用")
    wall.locator('.plan-unit.is-free[data-unit="8-0301"]').wait_for()
    manager.get_by_label("复核人").select_option(index=1)
    press(manager, "签单")
    accessible(manager)
    fits(manager)
    press(manager, "定金已到财务")
    assert "已交定金" in manager.locator("main").inner_text()
    wall.get_by_text("已选 1 / 10 套").wait_for()
    accessible(wall)


ROSTER = """姓名,电话,证件号,认筹单号
沈一,13800000001,,R20250001
沈二,13800000002,,R20250002
"""


def plan_opening(manager, fresh):
    """An opening in ten minutes with two units and two buyers; gives where its pages are."""
    manager.goto(fresh.address + "/openings")
    manager.get_by_label("活动名称").fill("三期开盘")
    manager.locator('input[name="kind"][value="online_opening"]').check()
    clock = int(fresh.now()) // 60 + 10
    day = manager.get_by_label("开始").input_value()[:10]
    manager.get_by_label("开始").fill(f"{day}T{clock // 60:02}:{clock % 60:02}")
    manager.get_by_label("房源清单").fill("7-0101 A 7 1\n7-0201 A 7 2")
    press(manager, "建立活动")
    manager.get_by_role("link", name="三期开盘").click()
    path = re.sub(r"https?://[^/]+", "", manager.url)
    manager.goto(f"{fresh.address}{path}/roster")
    manager.locator('input[type="file"]').set_input_files(
        {"name": "roster.csv", "mimeType": "text/csv", "buffer": ROSTER.encode()})
    press(manager, "导入")
    press(manager, "锁定名单")
    manager.goto(f"{fresh.address}{path}/preparation")
    manager.get_by_label("有缺口也放行的理由").fill("线上办理")
    press(manager, "带理由放行")
    return path


def test_an_opening_is_rehearsed_and_run_on_a_weak_network(
        fresh, enter, window, accessible, fits):
    manager = enter(SALES_MANAGER).page
    path = plan_opening(manager, fresh)
    manager.goto(f"{fresh.address}{path}/roster/codes")
    accessible(manager)
    links = [link.get_attribute("href") for link in manager.locator(".order-code a").all()]
    assert len(links) == 2
    opened = window(PHONE)
    opened.address = fresh.address
    phone = opened.open(links[0]).page
    assert "还剩" in phone.locator("#buyer-state").inner_text()
    accessible(phone)
    fits(phone)
    phone.locator('[data-unit="7-0101"]').get_by_role("button", name="公测点选").click()
    phone.get_by_role("button", name="公测已点，取消").wait_for()

    fresh.later(601)
    wall = screen(fresh, enter, path)
    other = window(PHONE)
    other.address = fresh.address
    other.open(links[1])
    opened.forget_lost_connection()
    phone.reload()
    accessible(phone)

    # The first answer is lost on its way; the second request is answered with the first decision.
    lost = []

    def lose(route):
        if lost:
            route.continue_()
        else:
            lost.append(route.fetch().status)
            route.abort()

    phone.route("**/picks", lose)
    phone.locator('[data-unit="7-0101"]').get_by_role("button").click()
    phone.get_by_text("网络不好，还在确认 7-0101").wait_for()
    phone.get_by_text("选到 7-0101").wait_for()
    assert lost == [200]
    phone.get_by_text("7-0101 为您保留").wait_for()
    wall.locator('.plan-unit.is-taken[data-unit="7-0101"]').wait_for()

    # The other buyer's page does not know yet; the truth comes from the site.
    asked = time.monotonic()
    button = other.page.locator('[data-unit="7-0101"]').get_by_role("button")
    if button.count():
        button.click()
        other.page.get_by_text("没有选到 7-0101").wait_for()
        assert "7-0201" in other.page.locator("#pick-answer").inner_text()
    assert time.monotonic() - asked < 10
    other.page.locator('[data-unit="7-0201"]').get_by_role("button").click()
    other.page.get_by_text("选到 7-0201").wait_for()
    wall.get_by_text("已全部选定").wait_for()
    accessible(other.page)
    other.forget_refusals()
    opened.forget_lost_connection()


def test_a_phone_without_script_picks_by_a_plain_form(fresh, enter, window, fits):
    manager = enter(SALES_MANAGER).page
    path = plan_opening(manager, fresh)
    manager.goto(f"{fresh.address}{path}/roster/codes")
    links = [link.get_attribute("href") for link in manager.locator(".order-code a").all()]
    fresh.later(601)
    phones = []
    for link in links:
        opened = window(PHONE, java_script_enabled=False)
        opened.address = fresh.address
        opened.open(link)
        phones.append(opened)
    for opened in phones:
        opened.page.locator('[data-unit="7-0101"]').get_by_role("button").click()
    first, second = (opened.page.locator("main") for opened in phones)
    assert "7-0101 为您保留" in first.inner_text()
    assert "没有选到 7-0101" in second.inner_text() and "UNIT_TAKEN" in second.inner_text()
    fits(phones[1].page)
    phones[1].page.locator('[data-unit="7-0201"]').get_by_role("button").click()
    assert "7-0201 为您保留" in phones[1].page.locator("main").inner_text()
    for opened in phones:
        opened.forget_refusals()


def test_a_phone_without_network_keeps_asking_and_counts_once(fresh, enter, window):
    manager = enter(SALES_MANAGER).page
    path = plan_opening(manager, fresh)
    manager.goto(f"{fresh.address}{path}/roster/codes")
    link = manager.locator(".order-code a").first.get_attribute("href")
    fresh.later(601)
    opened = window(PHONE)
    opened.address = fresh.address
    phone = opened.open(link).page
    opened.context.set_offline(True)
    button = phone.locator('[data-unit="7-0101"]').get_by_role("button")
    for _ in range(4):
        button.click()
    phone.get_by_text("网络不好，还在确认 7-0101").wait_for()
    assert "为您保留" not in phone.locator("main").inner_text()
    # The page is thrown away and opened again: it remembers what it does not know yet.
    opened.context.set_offline(False)
    phone.reload()
    phone.get_by_text("7-0101 为您保留").wait_for()
    boss = enter(SALES_MANAGER).page
    boss.goto(fresh.address + "/decisions")
    assert boss.get_by_text("点选", exact=True).count() == 1
    opened.forget_lost_connection()


def test_a_pause_an_objection_and_an_end_that_agrees_with_the_ledger(
        fresh, enter, window, accessible, fits):
    manager = enter(SALES_MANAGER).page
    phone = phone_of(2, manager, fresh, window).page
    wall = screen(fresh, enter, SELECTION)
    manager.goto(f"{fresh.address}{SELECTION}/desk")
    press(manager, "叫下一组")
    manager.goto(f"{fresh.address}{SELECTION}")
    manager.get_by_label("为什么停").fill("停电")
    press(manager, "暂停")
    wall.get_by_text("暂停", exact=True).wait_for()
    phone.get_by_text("时限不走").wait_for()
    accessible(wall)
    press(manager, "恢复活动")
    phone.get_by_text("正在叫您").wait_for()

    manager.goto(f"{fresh.address}{SELECTION}/objections")
    manager.get_by_label("说了什么").fill("叫号没听见")
    press(manager, "登记")
    accessible(manager)
    fits(manager)
    manager.goto(f"{fresh.address}{SELECTION}/closing")
    press(manager, "核对并归档")
    assert "还有 1 件异议没处理" in manager.locator(".notice").inner_text()
    manager.goto(f"{fresh.address}{SELECTION}/objections")
    manager.get_by_label("怎么处理").fill("补叫一次")
    press(manager, "处理")
    manager.goto(f"{fresh.address}{SELECTION}/closing")
    manager.get_by_label("财务台账上已交定金的房号").fill("8-0101")
    press(manager, "核对并归档")
    assert "与台账不平：8-0101" in manager.locator(".notice").inner_text()
    manager.get_by_label("财务台账上已交定金的房号").fill("")
    press(manager, "核对并归档")
    assert "去化率 0%" in manager.locator("main").inner_text()
    accessible(manager)
    fits(manager)
    # A phone that is still open hears that it is over, and stops asking.
    phone.get_by_role("heading", name="活动已结束").wait_for()
    accessible(phone)
    fits(phone)


def test_preparations_are_entered_until_the_manager_approves(fresh, enter, accessible, fits):
    manager = enter(SALES_MANAGER).page
    manager.goto(fresh.address + "/openings/demo-online/roster")
    press(manager, "锁定名单")
    manager.goto(fresh.address + "/openings/demo-online/preparation")
    roles = manager.locator('select[name="role"] option')
    for role in [option.get_attribute("value") for option in roles.all()][1:]:
        manager.get_by_text("安排人", exact=True).click()
        manager.locator('select[name="role"]').select_option(role)
        manager.locator('select[name="staff"]').select_option(index=1)
        press(manager, "安排")
    for paper in ("route", "contingency", "timetable"):
        manager.get_by_text("计划写好了", exact=True).click()
        manager.locator('select[name="paper"]').select_option(paper)
        manager.locator('details[open] button').click()
        manager.wait_for_load_state()
    manager.get_by_text("彩排，逐项签字", exact=True).click()
    manager.locator('select[name="sign-desk"]').select_option(index=1)
    accessible(manager)
    fits(manager)
    press(manager, "登记彩排")
    assert "没有缺口" in manager.locator("main").inner_text()
    press(manager, "批准就绪")
    assert "经理已批准就绪" in manager.locator("main").inner_text()
