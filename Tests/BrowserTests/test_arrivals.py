"""来客 as people really use it: the keyboard, the back button, reloads, mistakes, strange names."""

import pytest

from conftest import PHONE, register
from served import DESK
from test_day_of_the_floor import press

STRANGE = "<img src=x onerror=alert(1)>"


def visits(page):
    return page.locator("tbody tr").count()


def choose(page, visit_class):
    page.locator(f'form#arrival input[name="class"][value="{visit_class}"]').check()


def tab_to(page, locator):
    for _ in range(60):
        page.keyboard.press("Tab")
        if locator.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"Tab never reaches {locator}")


def test_the_keyboard_alone_registers_a_named_arrival(enter):
    page = enter(DESK).open("/reception").page
    form = page.locator("form#arrival")
    tab_to(page, form.locator('input[value="new_first"]'))
    page.keyboard.press("ArrowRight")
    chosen = form.locator('input[name="class"]:checked')
    assert chosen.get_attribute("value") == "call_named"
    outline = chosen.evaluate("one => getComputedStyle(one.nextElementSibling).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "named"
    page.keyboard.type("岑")
    page.keyboard.press("ArrowDown")
    wanted = form.locator("select[name=named] option:checked").inner_text()
    assert wanted != "请选择"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "派客"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "指名" in page.locator(".decision-card[data-decision]").inner_text()
    assert wanted in page.locator(".decision-card[data-decision]").inner_text()


def test_a_reload_of_the_answer_registers_nothing_twice(enter, size):
    page = enter(DESK, size).page
    card = register(page)
    decision, count = card.get_attribute("data-decision"), visits(page)
    for _ in range(2):
        page.reload()
        assert card.get_attribute("data-decision") == decision
    assert visits(page) == count


def test_the_back_button_gives_a_form_that_still_works(enter, size):
    page = enter(DESK, size).page
    first = register(page).get_attribute("data-decision")
    count = visits(page)
    page.go_back()
    choose(page, "channel")
    press(page, "派客")
    second = page.locator(".decision-card[data-decision]").get_attribute("data-decision")
    assert second != first and visits(page) == count + 1
    page.go_back()
    page.go_forward()
    assert visits(page) == count + 1


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_markup_in_a_name_stays_text_and_out_of_sight(enter, scripts):
    opened = enter(DESK, java_script_enabled=scripts).open("/reception")
    page = opened.page
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    choose(page, "new_first")
    page.locator("details.more summary").click()
    page.get_by_label("客户称呼").fill(STRANGE)
    press(page, "派客")
    page.locator(".decision-card[data-decision]").wait_for()
    assert STRANGE not in page.content() and page.locator('img[src="x"]').count() == 0
    for path in ["/decisions", "/board"]:
        page.goto(opened.address + path)
        assert "onerror" not in page.content()
    assert dialogs == []


def test_a_mistake_is_told_and_nothing_typed_is_lost(enter, size, accessible, fits):
    opened = enter(DESK, size).open("/reception")
    page = opened.page
    count = visits(page)
    choose(page, "owner")
    page.get_by_label("指名的置业顾问").select_option(label="岑山")
    page.locator("details.more summary").click()
    page.get_by_label("客户称呼").fill(STRANGE)
    page.locator('input[name="phone"]').fill("12")
    press(page, "派客")
    assert "手机号要 11 位" in page.get_by_role("alert").inner_text()
    assert visits(page) == count
    assert page.locator('input[name="class"]:checked').get_attribute("value") == "owner"
    assert page.locator("select[name=named] option:checked").inner_text() == "岑山"
    assert page.get_by_label("客户称呼").input_value() == STRANGE
    assert page.locator('img[src="x"]').count() == 0
    accessible(page)
    fits(page)

    assert page.locator('input[name="phone"]').is_visible()
    page.locator('input[name="phone"]').fill("13800000000")
    press(page, "派客")
    assert page.locator(".decision-person").inner_text() == "岑山"
    page.goto(opened.address + "/reception")
    assert page.locator('input[name="class"]:checked').count() == 0
    opened.forget_refusals()


def test_a_refusal_by_the_rules_says_what_to_do(enter, accessible, fits):
    page = enter(DESK, PHONE).page
    card = register(page, "referral")
    assert "NAMED_CONSULTANT_MISSING" in card.inner_text()
    assert "要填客户找的是哪位顾问" in card.inner_text()
    assert card.locator("a.clause-id").first.inner_text() == "REC-18"
    accessible(page)
    fits(page)


def test_every_kind_of_visitor_the_form_offers_gets_an_answer(enter):
    page = enter(DESK).open("/reception").page
    classes = page.eval_on_selector_all(
        'form#arrival input[name="class"]', "all => all.map(one => one.value)")
    assert len(classes) == 16
    for visit_class in classes:
        choose(page, visit_class)
        page.get_by_label("指名的置业顾问").select_option(label="岑山")
        press(page, "派客")
        card = page.locator(".decision-card[data-decision]")
        assert "is-refusal" not in card.get_attribute("class"), visit_class
