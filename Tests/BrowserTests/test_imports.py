"""导入旧台账: tried on a page, told line by line, written with the progress in sight."""

from conftest import PHONE
from served import CONSULTANT, SALES_MANAGER

HEADER = "客户姓名,手机号,类型,置业顾问,发生时间,登记时间,方式,结果,内容"


def ledger(path, *rows):
    path.write_text("\n".join([HEADER, *rows]), encoding="utf-8")
    return path


def bring(page, path):
    page.set_input_files("input[type=file]", path)
    page.get_by_role("button", name="试读").click()
    page.wait_for_url("**/imports/*")
    page.locator(".notice").first.wait_for()


def many(count, day):
    return [
        f"旧客{number},{13700000000 + number},来访,安然,{day} 10:00,,,,"
        for number in range(count)
    ]


def yesterday(page):
    """The day before the site's today, as its own pages write it."""
    page.goto(page.url.split("/imports")[0] + "/decisions")
    return page.evaluate(
        "new Date(Date.now() + 8 * 3600e3 - 86400e3).toISOString().slice(0, 10)")


def test_a_ledger_is_tried_and_written(enter, tmp_path, accessible, fits):
    opened = enter(SALES_MANAGER)
    page = opened.open("/customers").page
    page.get_by_text("导出和导入").click()
    page.get_by_role("link", name="导入旧台账").click()
    page.wait_for_url("**/imports")
    accessible(page)
    file = ledger(tmp_path / "旧台账.csv", *many(300, yesterday(page)))
    opened.open("/imports")
    bring(page, file)
    words = page.locator("main").inner_text()
    assert "试读好了，还没有写入" in words and "新的 300 行" in words
    accessible(page)
    fits(page)
    page.get_by_role("button", name="写入 300 行").click()
    page.get_by_text("写好了").wait_for()
    accessible(page)

    phone = enter(CONSULTANT, PHONE).open("/customers").page
    assert "旧客" in phone.locator("main").inner_text()

    opened.open("/imports")
    bring(page, file)
    words = page.locator("main").inner_text()
    assert "新的 0 行，以前导过的 300 行" in words
    assert page.get_by_role("button", name="写入").count() == 0


def test_a_wrong_row_is_named_and_keeps_the_file_out(enter, tmp_path, accessible, fits):
    opened = enter(SALES_MANAGER, PHONE)
    page = opened.open("/imports").page
    bring(page, ledger(tmp_path / "a.csv", "孙先生,123,来访,没有人,昨天,,,,"))
    words = page.locator("main").inner_text()
    assert "有行不对，还没有写入" in words
    for column in ("手机号", "置业顾问", "发生时间"):
        assert column in words
    accessible(page)
    fits(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="下载报告全文").click()
    assert "第 2 行" in open(download.value.path(), encoding="utf-8").read()
    page.get_by_role("button", name="不要了").click()
    page.wait_for_url("**/imports")
    assert "没有写入" in page.locator("main").inner_text()
