"""来客 and the pages around it: the answer, its reasons, drafts, double clicks, no scripts."""

import re

import pytest

from conftest import PHONE, register
from served import CONSULTANT, DESK


@pytest.mark.parametrize("path", ["/reception", "/board"])
def test_the_desk_pages_have_no_barriers(any_window, accessible, fits, path):
    any_window.sign_in(DESK).open(path)
    accessible(any_window.page)
    fits(any_window.page)


def test_an_arrival_is_answered_with_a_person_and_clauses(any_window, accessible):
    card = register(any_window.sign_in(DESK).page)
    assert card.locator(".decision-person").inner_text().strip()
    clauses = card.locator(".clause").all_inner_texts()
    assert any(re.search(r"REC-\d\d", text) for text in clauses)
    accessible(any_window.page)


def test_the_decision_has_a_page_of_its_own_with_the_same_answer(window, accessible):
    opened = window().sign_in(DESK)
    card = register(opened.page)
    person = card.locator(".decision-person").inner_text()
    card.locator('a[href^="/decisions/"]').first.click()
    opened.page.wait_for_url("**/decisions/*")
    assert opened.page.locator(".decision-person").first.inner_text() == person
    assert opened.page.locator(".clause").count() > 0
    accessible(opened.page)


def submissions_of_two_clicks(opened):
    """Presses 派客 twice, as fast as a person does, before the answer is there."""
    page = opened.sign_in(DESK).open("/reception").page
    page.locator('form#arrival input[name="class"][value="new_first"]').check()
    sent = []
    # What is sent stays on its way until it is let go.
    page.route("**/visits", lambda route: sent.append(route))
    button = page.locator("form#arrival button[type=submit]")
    place = button.bounding_box()
    for _ in range(2):
        page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
        page.wait_for_timeout(200)
    sent[-1].continue_()
    page.locator(".decision-card[data-decision]").wait_for()
    return len(sent)


def test_two_clicks_are_one_submission(window):
    assert submissions_of_two_clicks(window()) == 1


def test_without_the_pages_script_two_clicks_would_be_two(window):
    opened = window()
    opened.context.route("**/app*.js", lambda route: route.fulfill(
        body="", content_type="text/javascript"))
    assert submissions_of_two_clicks(opened) == 2


def test_one_form_sent_twice_is_one_arrival(server):
    visitor = server.visitor().sign_in(DESK)
    form = visitor.arrival_form()
    first = visitor.register(form=form)
    assert visitor.register(form=form) == first
    assert visitor.register() != first


def test_the_form_works_without_scripts(window):
    opened = window(java_script_enabled=False).sign_in(DESK)
    card = register(opened.page)
    assert card.locator(".decision-person").inner_text().strip()


def test_a_draft_survives_a_reload(window):
    page = window().sign_in(DESK).open("/reception").page
    choice = page.locator('form#arrival input[name="class"][value="owner"]')
    choice.check()
    page.wait_for_timeout(400)
    page.reload()
    assert choice.is_checked()


def choose_last(form):
    """Answers each of a form's questions with its last choice; leaving for oneself is right at any
    hour."""
    names = form.locator("input[type=radio]").evaluate_all(
        "nodes => [...new Set(nodes.map(node => node.name))]")
    for name in names:
        form.locator(f"input[type=radio][name='{name}']").last.check()


def test_a_consultant_goes_through_a_day_on_the_phone(window, accessible, fits):
    opened = window(PHONE).sign_in(CONSULTANT).open("/me")
    accessible(opened.page)
    fits(opened.page)
    pressed = []
    for name in ["到岗", "接待完毕", "离台", "回位", "候位"]:
        button = opened.page.get_by_role("button", name=name, exact=True)
        if button.count() and button.first.is_enabled():
            choose_last(opened.page.locator("form").filter(has=button.first))
            with opened.page.expect_response(lambda answer: answer.request.method == "POST") as sent:
                button.first.click()
            assert sent.value.status < 400, name
            pressed.append(name)
    assert "离台" in pressed and "回位" in pressed


def test_buttons_on_the_phone_are_large_enough_for_a_thumb(window):
    opened = window(PHONE).sign_in(CONSULTANT).open("/me")
    for button in opened.page.locator("main button:visible").all():
        box = button.bounding_box()
        assert box["height"] >= 44, button.inner_text()
