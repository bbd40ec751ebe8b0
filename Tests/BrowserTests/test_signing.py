"""在屏幕上签字: with a finger at 390 px, with a mouse, by typing without scripts; then on paper."""

import pytest

from conftest import PHONE, register
from served import CONSULTANT, DESK, SALES_MANAGER
from test_channels import open_address, report
from test_day_of_the_floor import press
from test_decisions import sheets

BUYER = "13900004444"
FILE = "/adjudications/QZ-1"
# Three strokes across the pad, in parts of its width and height.
STROKES = [
    [(0.1, 0.2), (0.2, 0.5), (0.15, 0.8)], [(0.3, 0.3), (0.45, 0.35), (0.5, 0.7)],
    [(0.6, 0.2), (0.7, 0.6), (0.9, 0.4)],
]


def spots(pad, stroke):
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    return [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in stroke]


def draw_by_finger(window, pad, strokes=STROKES):
    """Real touches, as the screen reports them; the page must not scroll under them."""
    session = window.context.new_cdp_session(window.page)
    pad.scroll_into_view_if_needed()
    before = window.page.evaluate("window.scrollY")
    for stroke in strokes:
        for index, (x, y) in enumerate(spots(pad, stroke)):
            kind = "touchMove" if index else "touchStart"
            session.send(
                "Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
        session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert window.page.evaluate("window.scrollY") == before


def draw_by_mouse(window, pad, strokes=STROKES):
    mouse = window.page.mouse
    for stroke in strokes:
        first, *rest = spots(pad, stroke)
        mouse.move(*first)
        mouse.down()
        for spot in rest:
            mouse.move(*spot)
        mouse.up()


def written(page, place):
    """How many strokes the form would send."""
    text = page.locator(f'input[name="strokes-{place}"]').input_value()
    return len(text.split("_")) if text else 0


@pytest.fixture
def deal(fresh, enter):
    """安然 sold; nobody quarrels."""
    opened = enter("clerk").open("/deals")
    form = opened.page.locator('form[action="/deals"]')
    form.get_by_label("成交单编号").fill("QZ-1")
    form.get_by_label("买房人电话").fill(BUYER)
    form.locator('select[name="staff"]').select_option(label="安然")
    press(opened.page, "登记成交")
    return fresh


def open_pad(opened):
    opened.open(FILE).page.get_by_role("link", name="在屏幕上签字").first.click()
    opened.page.locator("fieldset[data-sign-pad]").wait_for()
    return opened.page.locator(".sign-surface").first


def test_a_deal_is_signed_by_finger_and_by_mouse_and_printed(deal, enter, accessible, fits):
    seller = enter(CONSULTANT, PHONE)
    pad = open_pad(seller)
    page = seller.page
    accessible(page)
    fits(page)
    place = "party.yunqi-consultant"
    draw_by_finger(seller, pad)
    assert written(page, place) == 3 and "已写 3 笔" in page.locator("fieldset").inner_text()
    page.get_by_role("button", name="撤一笔").click()
    assert written(page, place) == 2
    page.get_by_role("button", name="重写").click()
    assert written(page, place) == 0
    # Nothing written: the browser asks for the name and sends nothing.
    page.get_by_role("button", name="确认签字").click()
    assert page.url.split("?")[0].endswith("/sign")
    draw_by_finger(seller, pad)
    accessible(page)
    press(page, "确认签字")
    assert page.locator("svg.signature").count() == 1
    accessible(page)
    fits(page)

    manager = enter(SALES_MANAGER)
    draw_by_mouse(manager, open_pad(manager))
    accessible(manager.page)
    press(manager.page, "确认签字")
    manager.open(FILE + "/print")
    assert manager.page.locator("article svg.signature").count() == 2
    assert manager.page.locator(".sign-line").count() == 0
    assert BUYER not in manager.page.content()
    accessible(manager.page)
    fits(manager.page)
    assert sheets(manager.page) == 1
    manager.page.emulate_media(media="print")
    for drawing in manager.page.locator("svg.signature").all():
        box = drawing.bounding_box()
        assert box["width"] > 100 and box["height"] > 40
    assert not manager.page.locator(".no-print").first.is_visible()


def test_without_scripts_the_name_is_typed(deal, enter, window):
    opened = window(PHONE, java_script_enabled=False)
    opened.address = deal.address
    page = opened.sign_in(CONSULTANT).open(FILE).page
    page.get_by_role("link", name="在屏幕上签字").first.click()
    assert not page.locator(".sign-surface").is_visible()
    page.get_by_label("不手写的，输入全名").fill("白榆")
    page.get_by_role("button", name="确认签字").click()
    assert "不是签字人本人" in page.locator("fieldset").inner_text()
    page.get_by_label("不手写的，输入全名").fill("安然")
    page.get_by_role("button", name="确认签字").click()
    assert page.locator(".signature-typed").inner_text() == "安然"
    opened.forget_refusals()


def test_a_customer_and_an_agent_sign_at_the_desk(fresh, enter, window, accessible, fits):
    address = open_address(enter(SALES_MANAGER).page)
    agent = window(PHONE)
    agent.address = fresh.address
    report(agent.open(address).page)
    fresh.later(1801)

    desk = enter(DESK, PHONE)
    page = desk.page
    register(page, "channel")
    desk.open("/channels/desk")
    form = page.locator('form[action="/channels/desk/confirmation"]')
    form.get_by_label("哪一组").select_option(index=1)
    form.get_by_label("渠道人员").select_option(index=1)
    press(page, "打开确认单，当面签字")
    accessible(page)
    fits(page)
    pads = page.locator(".sign-surface")
    draw_by_finger(desk, pads.nth(0))
    draw_by_finger(desk, pads.nth(1), STROKES[:2])
    assert written(page, "customer") == 3 and written(page, "agent") == 2
    press(page, "存确认单")
    page.get_by_role("link", name="打印带访确认单").click()
    article = page.locator("article")
    article.wait_for()
    assert article.locator("svg.signature").count() == 2
    assert "周明" in article.inner_text() and "已在屏幕上签字" in article.inner_text()
    accessible(page)
    fits(page)
    assert sheets(page) == 1
