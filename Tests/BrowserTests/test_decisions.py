"""裁定 and 制度: filters, pages, clauses, and a decision on one sheet of paper."""

import re

import pytest

from conftest import register
from served import DESK, Served
from test_day_of_the_floor import press


@pytest.fixture(scope="module")
def long_day(tmp_path_factory):
    """A day with more decisions than one page of the list holds, three of them refused."""
    served = Served(tmp_path_factory.mktemp("long-day")).start()
    visitor = served.visitor().sign_in(DESK)
    for _ in range(45):
        visitor.register()
    for _ in range(3):
        visitor.register("referral")
    yield served
    served.stop()


@pytest.fixture
def page(long_day, window, size):
    opened = window(size)
    opened.address = long_day.address
    return opened.sign_in(DESK).open("/decisions").page


def addresses(page):
    return page.eval_on_selector_all(
        'tbody a[href^="/decisions/"]', "all => all.map(one => one.getAttribute('href'))")


def test_the_list_goes_back_page_by_page_and_loses_nothing(page, accessible, fits):
    accessible(page)
    fits(page)
    seen = []
    while True:
        seen.append(addresses(page))
        older = page.get_by_role("link", name="更早的")
        if older.count() == 0:
            break
        with page.expect_navigation():
            older.click()
    assert [len(part) for part in seen[:-1]] == [50] * (len(seen) - 1) and len(seen) > 1
    every = [address for part in seen for address in part]
    assert len(set(every)) == len(every) > 60


def test_only_what_was_refused(page, accessible, fits):
    page.get_by_label("只看没有办成的").check()
    press(page, "筛选")
    rows = page.locator("tbody tr").all_inner_texts()
    assert len(rows) == 3 and all("NAMED_CONSULTANT_MISSING" in row for row in rows)
    assert page.get_by_label("只看没有办成的").is_checked()
    accessible(page)
    fits(page)


def test_a_day_without_decisions_says_so(page, accessible):
    page.get_by_label("日期").fill("2020-02-29")
    press(page, "筛选")
    assert "没有符合条件的裁定" in page.locator("main").inner_text()
    assert page.get_by_label("日期").input_value() == "2020-02-29"
    accessible(page)


def test_a_clause_of_a_decision_opens_in_the_words_of_the_house(page, accessible, fits):
    card = register(page)
    clause = card.locator("a.clause-id").first
    name = clause.inner_text()
    clause.click()
    page.wait_for_url(f"**/clauses/{name}")
    assert page.get_by_role("heading", level=1).inner_text().startswith(name)
    assert len(page.locator(".clause-text").inner_text()) > 20
    accessible(page)
    fits(page)
    page.get_by_role("link", name="全部条款").click()
    page.wait_for_url("**/clauses")
    accessible(page)
    fits(page)


@pytest.mark.parametrize("visit_class", ["new_first", "referral"])
def test_a_decision_prints_on_one_sheet_with_room_to_sign(fresh, window, visit_class):
    opened = window()
    opened.address = fresh.address
    page = opened.sign_in(DESK).page
    register(page, visit_class).locator('a[href^="/decisions/"]').first.click()
    page.wait_for_url("**/decisions/*")
    assert not page.get_by_text("当事人：").is_visible()
    assert sheets(page) == 1
    page.emulate_media(media="print")
    assert page.get_by_text("当事人：").is_visible()
    assert not page.locator("nav.places").is_visible()
    assert page.locator(".hash").is_visible()


def sheets(page):
    """On how many A4 sheets the page prints."""
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", paper))


def test_the_count_of_sheets_tells_two_from_one(browser):
    page = browser.new_page()
    page.set_content("<p style='break-after: page'>1</p><p>2</p>")
    assert sheets(page) == 2
    page.close()
