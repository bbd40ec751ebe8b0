"""A consultant's day on the phone, and the manager's at the board: leaving, returning, closing."""

import re
import shutil

import pytest

from conftest import PHONE, register
from served import CONSULTANT, DESK, ROOT, SALES_MANAGER, Served

# Hours for meals that a site whose clock shows the morning is not in (`served.AHEAD`).
NOT_NOW = "15:00-15:30"


def press(page, name):
    """Presses a button that sends a form, and waits for the page that answers."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).first.click()


def leave(page, reason):
    page.locator(f'input[name="reason"][value="{reason}"]').check()
    press(page, "离台")


def line_of(page, name):
    return page.locator("#board .turn").filter(has_text=name)


def arrange(page, name, move, until=None):
    form = page.locator('form[action="/moves"]')
    form.get_by_label("谁", exact=True).select_option(label=name)
    form.get_by_label("做什么").select_option(label=move)
    if until:
        form.get_by_label("公干到几点").fill(until)
    press(page, "办理")


@pytest.fixture
def started():
    """Servers that run until every window is closed."""
    servers = []
    yield servers
    for served in servers:
        served.stop()


@pytest.fixture
def meals(tmp_path, started, window):
    """Opens a site whose window for meals is this one."""

    def serve(hours):
        home = tmp_path / "home"
        shutil.copytree(ROOT / "policies", home / "policies")
        pack = home / "policies" / "P001.yaml"
        text = pack.read_text().replace("meal.window: 12:00-13:00", f"meal.window: {hours}")
        assert hours in text
        pack.write_text(text)
        served = Served(tmp_path / "site", home=home).start()
        started.append(served)
        opened = window(PHONE)
        opened.address = served.address
        return opened.sign_in(CONSULTANT).open("/me")

    return serve


def test_a_meal_at_the_wrong_time_is_refused_with_its_clause_and_a_way_on(meals, accessible, fits):
    page = meals(NOT_NOW).page
    leave(page, "meal")
    alert = page.get_by_role("alert")
    assert "就餐只在 15:00 到 15:30" in alert.inner_text()
    assert "请选因私" in alert.inner_text()
    accessible(page)
    fits(page)
    assert page.locator("#my-state .badge").first.inner_text().strip() == "候位"

    leave(page, "personal")
    assert page.locator("#my-state .badge").first.inner_text().strip() == "因私离开"
    press(page, "回位")
    assert page.locator("#my-state .badge").first.inner_text().strip() == "候位"


def test_the_clause_of_a_refusal_is_one_tap_away(meals):
    page = meals(NOT_NOW).page
    leave(page, "meal")
    page.get_by_role("alert").get_by_role("link", name="REC-06").click()
    page.wait_for_url("**/clauses/REC-06")
    assert page.get_by_role("heading", level=1).inner_text() == "REC-06 公干和就餐补轮"


def test_a_meal_in_its_window_keeps_the_turn(meals):
    page = meals("00:00-23:59").page
    leave(page, "meal")
    assert page.get_by_role("alert").count() == 0
    place = page.locator("#my-state").inner_text()
    assert "就餐" in place and "批到 23:59" in place


def test_a_reception_is_ended_on_the_phone(enter, accessible, fits):
    page = enter("baiyu", PHONE).open("/me").page
    assert "正在接：第 2 组" in page.locator("#my-state").inner_text()
    accessible(page)
    fits(page)
    press(page, "接待完毕")
    assert page.locator("#my-state .badge").first.inner_text().strip() == "候位"
    assert page.get_by_text("正在接：").count() == 0


def test_a_phone_follows_the_board_by_itself(enter):
    desk = enter(DESK).page
    phone = enter("censhan", PHONE).open("/me").page
    phone.wait_for_selector("#my-state .my-number")
    person = register(desk).locator(".decision-person").inner_text()
    assert person == "岑山"
    phone.get_by_text("正在接：第 4 组").wait_for()


def test_a_choice_half_made_survives_a_change_of_the_board(enter):
    desk = enter(DESK).page
    phone = enter("fangzhou", PHONE).open("/me").page
    before = phone.locator(".my-number").inner_text()
    choice = phone.locator('input[name="reason"][value="personal"]')
    choice.check()
    register(desk)
    phone.wait_for_function(
        "before => document.querySelector('.my-number').innerText !== before", arg=before)
    assert choice.is_checked()


def test_the_next_in_line_feels_it(enter):
    desk = enter(DESK).page
    phone = enter("fangzhou", PHONE).open("/me").page
    phone.evaluate(
        "() => { window.felt = 0; navigator.vibrate = () => { window.felt += 1 } }")
    phone.locator("main").click(position={"x": 2, "y": 2})
    register(desk)
    phone.locator("[data-vibrate]").first.wait_for()
    for _ in range(50):
        if phone.evaluate("() => window.felt"):
            break
        phone.wait_for_timeout(100)
    assert phone.evaluate("() => window.felt") >= 1


def test_the_manager_sends_somebody_on_an_errand_until_a_time(enter, size, accessible, fits):
    page = enter(SALES_MANAGER, size).open("/board").page
    arrange(page, "岑山", "派公干", "23:59")
    assert "至 23:59" in line_of(page, "岑山").inner_text()
    assert "公干" in line_of(page, "岑山").inner_text()
    accessible(page)
    fits(page)

    phone = enter("censhan", PHONE).open("/me").page
    assert "批到 23:59" in phone.locator("#my-state").inner_text()
    press(phone, "回位")
    phone.locator("#my-state .badge", has_text="候位").wait_for()


def test_a_consultant_is_not_offered_an_errand_where_it_needs_an_order(enter):
    page = enter(CONSULTANT, PHONE).open("/me").page
    assert page.locator('input[name="reason"]').evaluate_all("all => all.map(one => one.value)") \
        == ["meal", "personal"]


@pytest.mark.parametrize("login", [SALES_MANAGER, "lanting-manager"])
def test_the_manager_closes_the_day_once(enter, size, accessible, fits, login):
    page = enter(login, size).open("/board").page
    assert "轮次表已确认" in page.locator("#board").inner_text()
    press(page, "收工")
    assert "还没出表" in page.locator("#board").inner_text()
    press(page, "出当日轮次表")
    assert "今天的轮次表已经出过" in page.get_by_role("alert").inner_text()
    accessible(page)
    fits(page)


def test_after_closing_an_arrival_is_refused_in_words(enter):
    press(enter(SALES_MANAGER).open("/board").page, "收工")
    card = register(enter(DESK).page)
    assert "没有办成" in card.inner_text() and "DAY_NOT_OPEN" in card.inner_text()
    assert "请出表人先出表" in card.inner_text()


def test_somebody_late_clocks_in_and_stands_last(enter):
    page = enter("jiangli", PHONE).open("/me").page
    assert "还没到岗" in page.locator("#my-state").inner_text()
    press(page, "到岗")
    number = int(page.locator(".my-number strong").inner_text())
    assert number == page.locator(".my-line").inner_text().count("、") + 2
    press(page, "下班")
    assert "还没到岗" in page.locator("#my-state").inner_text()


def test_a_lost_connection_shows_and_heals_on_the_phone(enter, fresh):
    opened = enter("censhan", PHONE).open("/me")
    page = opened.page
    page.locator(".my-number").wait_for()
    banner = page.locator("#connection")
    page.wait_for_timeout(300)
    assert not banner.is_visible()

    fresh.kill()
    banner.wait_for(state="visible")
    fresh.start()
    banner.wait_for(state="hidden", timeout=20_000)
    register(enter(DESK).page)
    page.get_by_text(re.compile("正在接：第 4 组")).wait_for()
    opened.forget_lost_connection()
