"""今日, orders, rosters and inspections: what a manager does standing up."""

from conftest import PHONE, register
from served import CONSULTANT, DESK, SALES_MANAGER
from test_decisions import sheets


def test_a_manager_sees_who_waits_without_a_reload(enter, size, accessible, fits):
    manager = enter(SALES_MANAGER, size).page
    assert manager.url.endswith("/today")
    accessible(manager)
    fits(manager)
    desk = enter(DESK).page
    for _ in range(9):
        register(desk)
    manager.get_by_text("组客户在等").wait_for()
    manager.get_by_role("heading", name="管理人员接住的客户").wait_for()
    accessible(manager)
    fits(manager)


def test_a_turn_is_given_back_and_a_draft_survives(enter, size, accessible, fits):
    page = enter(SALES_MANAGER, size).open("/orders/adjustment").page
    accessible(page)
    fits(page)
    page.select_option("select[name=staff]", index=2)
    page.locator('input[name=effect][value=returned]').check()
    page.fill("textarea[name=note]", "误派一组")
    page.reload()
    assert page.locator("textarea[name=note]").input_value() == "误派一组"
    page.select_option("select[name=staff]", index=2)
    page.locator('input[name=effect][value=returned]').check()
    page.click("main form.form button[type=submit]")
    page.wait_for_url("**/today?decision=*")
    assert "退还一轮" in page.locator(".notice").first.inner_text()


def test_an_inspection_is_done_on_a_phone_and_looked_at_again(enter, accessible, fits):
    page = enter("duty", PHONE).open("/inspections").page
    accessible(page)
    fits(page)
    page.locator('input[name=list][value=station]').check()
    page.select_option("select[name=staff]", index=1)
    page.get_by_role("button", name="开始").click()
    page.wait_for_url("**/checklists?*")
    items = page.locator(".check-item")
    for number in range(items.count()):
        items.nth(number).locator("input[value=pass]").check()
    first = items.first
    assert not first.locator("input[type=text]").is_visible()
    first.locator("input[value=fail]").check()
    first.locator("input[type=text]").fill("靠着沙盘站")
    accessible(page)
    fits(page)
    page.get_by_role("button", name="交检查单").click()
    page.wait_for_url("**/inspections/*")
    assert page.locator(".score strong").inner_text() == "5/6"
    accessible(page)
    page.get_by_role("button", name="交复查").click()
    page.get_by_text("复查合格").first.wait_for()


def test_rest_days_are_planned_and_everybody_sees_them(enter, size, accessible, fits):
    page = enter(SALES_MANAGER, size).open("/roster").page
    accessible(page)
    fits(page)
    page.get_by_role("link", name="改 白榆").click()
    page.wait_for_url("**/roster/*")
    accessible(page)
    fits(page)
    page.locator("input[name=day]").first.check()
    page.get_by_role("button", name="保存轮休").click()
    page.wait_for_url("**/roster?decision=*")
    assert "白榆" in page.locator(".notice").first.inner_text()
    seen = enter(CONSULTANT, size).open("/roster").page
    assert seen.locator(".roster-day.is-rest").count() >= 1
    accessible(seen)


def test_a_tour_of_the_building_site_leaves_a_slip_of_one_page(enter, accessible):
    desk = enter(DESK).page
    register(desk)
    page = enter(CONSULTANT).open("/onsite").page
    accessible(page)
    page.select_option("select[name=visit]", index=1)
    for name, value in {
            "approver": "周工", "approved_at": "00:00", "customers": "3", "escorts": "1",
            "helmets": "4"}.items():
        page.fill(f'form[action="/tours"] [name={name}]', value)
    page.get_by_role("button", name="出发").click()
    page.wait_for_url("**/slip")
    accessible(page)
    assert sheets(page) == 1
    page.goto(page.url.split("/decisions/")[0] + "/scripts")
    accessible(page)
