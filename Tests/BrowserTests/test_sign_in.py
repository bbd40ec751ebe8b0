"""Signing in and out, with the mouse, with the keyboard, and what a stranger may not see."""

import pytest

from served import CONSULTANT, DESK, SALES_MANAGER


def test_the_sign_in_page_has_no_barriers(any_window, accessible, fits):
    any_window.open("/sign-in")
    accessible(any_window.page)
    fits(any_window.page)


@pytest.mark.parametrize("login", [DESK, CONSULTANT, SALES_MANAGER])
def test_one_tap_signs_a_demo_person_in(any_window, login):
    any_window.sign_in(login)
    assert any_window.page.locator("nav").first.is_visible()


def test_the_keyboard_alone_signs_in(window):
    opened = window().open("/sign-in")
    button = opened.page.locator(f'form[data-demo-person="{DESK}"] button')
    for _ in range(80):
        opened.page.keyboard.press("Tab")
        if button.evaluate("element => element === document.activeElement"):
            break
    else:
        pytest.fail("Tab never reaches the button")
    outline = button.evaluate(
        "element => getComputedStyle(element).outlineStyle + getComputedStyle(element).boxShadow")
    assert outline != "nonenone", "the focused button looks like any other"
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_url(lambda url: "/sign-in" not in url)


def test_the_first_tab_offers_to_skip_to_the_content(window):
    opened = window().sign_in(DESK)
    opened.page.keyboard.press("Tab")
    target = opened.page.evaluate("document.activeElement.getAttribute('href')")
    assert target and target.startswith("#")
    assert opened.page.locator(target).count() == 1


def test_a_stranger_is_sent_to_sign_in_and_then_back(window):
    opened = window().open("/reception")
    assert "/sign-in" in opened.page.url
    opened.page.click(f'form[data-demo-person="{DESK}"] button')
    opened.page.wait_for_url("**/reception")


def test_the_cookie_is_out_of_reach_of_scripts(window):
    opened = window().sign_in(DESK)
    assert "anchang_session" not in opened.page.evaluate("document.cookie")
    [cookie] = [c for c in opened.context.cookies() if c["name"] == "anchang_session"]
    assert cookie["httpOnly"] and cookie["sameSite"] == "Lax"


def test_a_wrong_password_is_refused_in_words(window):
    opened = window().open("/sign-in")
    form = opened.page.locator("form:has(input[type=password])")
    form.locator("input[name=login]").fill("nobody")
    form.locator("input[type=password]").fill("not the password")
    form.locator("button").click()
    opened.page.wait_for_selector("[role=alert]")
    assert opened.page.locator("[role=alert]").inner_text().strip()
    opened.forget_refusals()
