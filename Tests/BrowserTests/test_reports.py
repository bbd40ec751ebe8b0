"""报表: the figures of the demonstration, at the desk and on the phone."""

import pytest

from conftest import DESKTOP, PHONE
from served import CONSULTANT, SALES_MANAGER


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize(
    "login,path", [
        (SALES_MANAGER, "/reports"), (SALES_MANAGER, "/reports?period=week"),
        (SALES_MANAGER, "/reports?period=month"), (SALES_MANAGER, "/reports/units"),
        (SALES_MANAGER, "/reports/cash"), ("auditor", "/reports"), (CONSULTANT, "/reports"),
    ])
def test_no_page_has_barriers_or_is_too_wide(window, accessible, fits, size, login, path):
    opened = window(size).sign_in(login).open(path)
    for details in opened.page.locator("main details").all():
        details.locator("summary").click()
    accessible(opened.page)
    fits(opened.page)


def test_a_manager_goes_from_the_day_to_the_month_and_to_the_money(enter):
    page = enter(SALES_MANAGER).open("/reports").page
    page.locator('select[name="period"]').select_option("month")
    page.get_by_role("button", name="看", exact=True).click()
    page.wait_for_url("**period=month**")
    assert "月报" in page.get_by_role("heading", level=1).inner_text()
    # The month behind the demonstration is alive: somebody came on most of its days.
    tallest = page.locator(".columns-chart").first.locator("rect.bar-fill").evaluate_all(
        "all => Math.max(...all.map(one => Number(one.getAttribute('height'))))")
    assert tallest == 100
    page.get_by_role("link", name="回款日历").click()
    assert "回款日历" in page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("link", name="去化").click()
    assert "套数去化率" in page.locator("main").inner_text()


def test_a_month_goes_out_as_a_file(enter):
    page = enter(SALES_MANAGER).open("/reports?period=month").page
    with page.expect_download() as waiting:
        page.get_by_role("link", name="导出 Excel").click()
    assert waiting.value.suggested_filename.endswith(".xlsx")


def test_paper_has_the_numbers_and_not_the_buttons(enter):
    page = enter(SALES_MANAGER).open("/reports?period=week").page
    page.emulate_media(media="print")
    assert page.locator(".report-tiles").is_visible()
    assert page.locator(".places").is_hidden()
    assert page.locator("[data-print]").is_hidden()


def test_a_consultant_sees_their_own(enter):
    page = enter(CONSULTANT).open("/reports").page
    words = page.locator("main").inner_text()
    assert "安然的日报" in words and "白榆" not in words
    assert page.get_by_role("link", name="回款日历").count() == 0
