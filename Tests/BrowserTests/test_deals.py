"""销控和订单: one deal from the lock to the keys, another cancelled and paid back, seen live."""

import pytest

from conftest import PHONE

# Of the demonstration's buyers; the site knows the number.
BUYER = "13900000106"
UNIT = "1-404"
MANAGER, SELLER, OTHER = "lanting-manager", "lanting-an", "lanting-bai"
CASHIER, CLERK, DESK = "lanting-cashier", "lanting-title", "lanting-desk"


def act(opened, path, name, checks=(), choose=None, **fields):
    """Fills one form of a page and sends it; gives the words of the page that follows."""
    opened.open(path)
    page = opened.page
    form = page.locator(f'form[data-act="{name}"]')
    fold = page.locator("details.more", has=form)
    if not fold.evaluate("fold => fold.open"):
        fold.locator("summary").click()
    for field, value in fields.items():
        form.locator(f'[name="{field}"]').fill(value)
    for field, label in (choose or {}).items():
        select = form.locator(f'select[name="{field}"]')
        if label is None:
            select.select_option(index=1)
        else:
            select.select_option(label=label)
    for field in checks:
        for box in form.locator(f'input[name="{field}"]').all():
            box.check()
    form.get_by_role("button").click()
    page.locator(".notice").first.wait_for()
    assert page.locator(".notice.tone-stop").count() == 0, page.locator("main").inner_text()
    return page.locator("main").inner_text()


@pytest.fixture
def staff(enter):
    """Everybody whom a deal needs, each with a window."""
    people = {login: enter(login) for login in (MANAGER, OTHER, CASHIER, CLERK, DESK)}
    people[SELLER] = enter(SELLER, size=PHONE)
    return people


def lock_and_order(staff, number):
    """From the request to the order that both have signed."""
    unit, order = f"/units/{UNIT}", f"/sales/{number}"
    act(staff[SELLER], unit, "hold", phone=BUYER)
    assert UNIT in staff[MANAGER].open("/today").page.locator("main").inner_text()
    act(staff[MANAGER], unit, "confirm", checks=["item"], choose={"request": None})
    act(staff[MANAGER], unit, "reconfirm")
    words = act(
        staff[SELLER], unit, "order", number=number, deposit="50000",
        choose={"scheme": "按揭（99 折）"})
    assert "总价" in words
    act(staff[OTHER], order, "review")
    words = act(staff[SELLER], order, "sign")
    assert "为止交款" in words and "还剩" in words
    return order


def shows(wall, word):
    """Waits until the unit on the television says so."""
    wall.wait_for_function(
        "([id, word]) => document.getElementById(id).innerText.includes(word)",
        arg=[f"u-{UNIT}", word])


def test_a_deal_goes_from_the_lock_to_the_keys(staff):
    wall = staff[DESK].open("/units/wall").page
    cell = wall.locator(f"#u-{UNIT}")
    assert "可售" in cell.inner_text()
    neighbour = wall.locator("#u-1-403").element_handle()

    order = lock_and_order(staff, "A-1")
    shows(wall, "待交款")
    # Only the unit that changed was replaced.
    assert neighbour.evaluate("cell => cell.isConnected")

    assert "A-1" in staff[CASHIER].open("/cash").page.locator("main").inner_text()
    act(staff[CASHIER], order, "check-in")
    act(staff[CASHIER], order, "receipt", amount="50000", choose={"kind": "定金收据"})
    shows(wall, "认购")

    act(staff[SELLER], order, "signing")
    act(staff[SELLER], order, "notice", checks=["item", "receipted"])
    act(staff[SELLER], order, "contract", choose={"template": None})
    act(staff[CLERK], order, "contract-review", choose={"staff": "白川"})
    act(staff[CLERK], order, "sign-contract")
    rest = staff[CASHIER].open(order).page.locator("dt:has-text('还差') + dd").inner_text()
    act(
        staff[CASHIER], order, "receipt", amount=rest.strip("¥").replace(",", ""),
        choose={"kind": "房款发票"})
    for stage in ("备案权证：网签审核", "备案权证：报件资料备齐", "备案权证：预售合同备案",
                  "交房：结清", "交房：通知交房", "交房：验房", "交房：交钥匙"):
        act(staff[CLERK], order, "stage", choose={"stage": stage})
    shows(wall, "交房")
    history = staff[MANAGER].open(f"/units/{UNIT}").page.locator("main").inner_text()
    for step in ("经理确认销控", "双方签了订单", "定金到账", "签了买卖合同", "预售登记备案", "交了钥匙"):
        assert step in history


def test_a_deal_is_cancelled_and_the_money_goes_back(staff):
    order = lock_and_order(staff, "A-2")
    act(staff[CASHIER], order, "receipt", amount="50000", choose={"kind": "定金收据"})
    act(staff[SELLER], order, "cancel")
    assert "A-2" in staff[MANAGER].open("/today").page.locator("main").inner_text()
    act(staff[MANAGER], order, "cancel-review", choose={"cause": "客户原因"})
    act(staff[MANAGER], order, "cancel-submit")
    act(staff[MANAGER], order, "cancel-approve", document="开发函 9")
    words = act(staff[CASHIER], order, "cancel-execute")
    assert "作废：退定退房" in words
    board = staff[SELLER].open("/units?building=1%20%E5%8F%B7%E6%A5%BC").page
    assert "可售" in board.locator(f"#u-{UNIT}").inner_text()
    unread = staff[SELLER].open("/bulletins").page.locator("main").inner_text()
    assert "退定退房办完" in unread
