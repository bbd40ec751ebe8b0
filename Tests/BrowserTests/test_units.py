"""销控图: a price list from a file becomes units on the board, announced to everybody."""

import pytest

from conftest import DESKTOP, PHONE
from served import CONSULTANT, DESK, SALES_MANAGER
from test_quarrel import pages_of

HEAD = "房号,楼栋,楼层,户型,面积,单价\n"
ROWS = "".join(
    f"3-{floor}0{room},3 号楼,{floor},D,88.50,13{floor}00\n"
    for floor in range(1, 4) for room in range(1, 3))


def bring(page, text, button):
    """Fills the form of a version and sends a file with it."""
    page.get_by_label("版本号").fill("2025-2")
    page.locator('input[name="file"]').set_input_files(
        {"name": "价目.csv", "mimeType": "text/csv", "buffer": text.encode()})
    page.get_by_role("button", name=button).click()
    page.locator(".notice").first.wait_for()
    return page.locator("main").inner_text()


def test_a_price_list_is_tried_approved_released_and_announced(enter):
    clerk = enter("clerk").open("/prices").page
    wrong = bring(clerk, HEAD + ROWS + "3-401,3 号楼,四,D,88.50,13400\n", "试读")
    assert "有 1 处要改" in wrong and "第 8 行，楼层" in wrong
    assert "试读通过" in bring(clerk, HEAD + ROWS, "试读")
    assert "等经理批准" in bring(clerk, HEAD + ROWS, "提交版本")

    board = enter(CONSULTANT, size=PHONE)
    assert board.open("/units").page.locator("#u-3-101").count() == 0
    manager = enter(SALES_MANAGER)
    assert "2025-2" in manager.open("/today").page.locator("main").inner_text()
    page = manager.open("/prices").page
    page.get_by_role("button", name="批准").click()
    page.locator(".notice.tone-good").wait_for()
    page.locator('select[name="building"]').select_option(label="3 号楼（6 套没放）")
    page.get_by_role("button", name="放盘", exact=True).click()
    page.locator(".notice.tone-good").wait_for()

    cell = board.open("/units?layout=D").page.locator("#u-3-302")
    assert "可售" in cell.inner_text()
    cell.click()
    words = board.page.locator("main").inner_text()
    # 88.50 × 13,300 = 1,177,050; 98 折.
    assert "¥1,177,050.00" in words and "¥1,153,509.00" in words
    news = board.open("/bulletins").page
    assert "3-302" in news.locator("main").inner_text()
    news.get_by_role("button", name="以上都看过了").click()
    news.get_by_text("都看过了", exact=True).wait_for()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_filters_keep_what_was_chosen(window, size):
    opened = window(size).sign_in(DESK).open("/units")
    form = opened.page.locator("form.filters")
    form.locator('select[name="building"]').select_option(label="2 号楼")
    form.locator('select[name="status"]').select_option(label="开发商保留")
    form.get_by_role("button", name="看").click()
    opened.page.wait_for_url("**status=reserved*")
    assert opened.page.locator("a.unit").count() == 1
    assert "保留" in opened.page.locator("#u-2-1004").inner_text()
    chosen = opened.page.locator('select[name="building"] option:checked').inner_text()
    assert chosen == "2 号楼"


def test_a_unit_s_sheet_fits_one_page(window):
    page = window().sign_in(CONSULTANT).open("/units/1-101/quotation").page
    words = page.locator("article").inner_text()
    assert "置业计划 1-101" in words and "一次性" in words and "按揭" in words
    assert pages_of(page) == 1


def test_the_board_says_when_the_line_is_broken(fresh, enter):
    board = enter(DESK).open("/units")
    banner = board.page.locator("#connection")
    assert not banner.is_visible()
    fresh.kill()
    banner.wait_for()
    fresh.start()
    banner.wait_for(state="hidden", timeout=20_000)
    board.forget_lost_connection()
