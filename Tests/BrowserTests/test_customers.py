"""客户: found by name, sound or number, followed up, and taken out as a file."""

import re

import pytest

from conftest import DESKTOP, PHONE
from served import CONSULTANT, SALES_MANAGER, Served


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A site with a month behind it: customers come from visits."""
    served = Served(tmp_path_factory.mktemp("month"), days=12).start()
    yield served
    served.stop()


@pytest.fixture
def enter(window):
    return lambda login, size=DESKTOP: window(size).sign_in(login)


def test_customers_are_found_from_the_keyboard(enter, size, accessible, fits):
    page = enter(SALES_MANAGER, size).open("/customers").page
    accessible(page)
    fits(page)
    name = page.locator(".queue-row a").first.inner_text().split()[0]
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type(name)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert name in page.locator(".queue-row").first.inner_text()
    assert name not in page.url
    accessible(page)
    fits(page)


def test_nobody_is_found_and_too_little_is_said_so(enter, accessible, fits):
    page = enter(CONSULTANT, PHONE).open("/customers").page
    page.get_by_label("找客户").fill("没有这个人")
    with page.expect_navigation():
        page.get_by_role("button", name="查找").click()
    assert "您名下没有这样的客户" in page.locator("main").inner_text()
    accessible(page)
    fits(page)


def test_a_follow_up_half_written_survives_a_reload_and_stays_with_its_customer(
        enter, accessible, fits):
    page = enter(SALES_MANAGER, PHONE).open("/customers").page
    links = page.locator(".queue-row a")
    first, second = (links.nth(number).get_attribute("href") for number in (0, 1))
    page.goto(re.sub("/customers$", first, page.url))
    accessible(page)
    fits(page)
    page.get_by_label("说了什么").fill("约周六")
    page.reload()
    assert page.get_by_label("说了什么").input_value() == "约周六"
    page.goto(re.sub("/customers/.*$", second, page.url))
    assert page.get_by_label("说了什么").input_value() == ""


def test_a_number_is_one_press_away(enter, accessible):
    page = enter(SALES_MANAGER, PHONE).open("/customers").page
    page.locator(".queue-row a").first.click()
    with page.expect_navigation():
        page.get_by_role("button", name="打电话").click()
    link = page.get_by_role("link", name="拨打").get_attribute("href")
    assert link.startswith("tel:1")
    accessible(page)
