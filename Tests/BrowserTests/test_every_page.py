"""Every page for whoever sees it: at the desk and on the phone, light and dark."""

import pytest

from conftest import DESKTOP, PHONE, barriers
from served import CONSULTANT, DESK, SALES_MANAGER

PAGES = [
    (None, "/sign-in"), (None, "/no-such-page"),
    (DESK, "/reception"), (DESK, "/calls"), (DESK, "/board"), (DESK, "/board/wall"),
    (DESK, "/decisions"), (DESK, "/clauses"), (DESK, "/clauses/REC-03"), (DESK, "/no-such-page"),
    (DESK, "/me"), (DESK, "/appointments"), (CONSULTANT, "/appointments"),
    (CONSULTANT, "/me"), (CONSULTANT, "/board"), (CONSULTANT, "/reception"),
    (CONSULTANT, "/clauses/REC-999"), ("jiangli", "/me"), ("dingyi", "/me"),
    (SALES_MANAGER, "/today"), (SALES_MANAGER, "/orders/suspension"), (SALES_MANAGER, "/roster"),
    (SALES_MANAGER, "/inspections"), (SALES_MANAGER, "/disputes"), (CONSULTANT, "/onsite"),
    (SALES_MANAGER, "/changes"),
    (SALES_MANAGER, "/checklists?list=station&staff=yunqi-baiyu"), (CONSULTANT, "/scripts"),
    (SALES_MANAGER, "/board"), (SALES_MANAGER, "/me"), (SALES_MANAGER, "/reception"),
    ("supervisor", "/board"), ("duty", "/calls"), ("auditor", "/decisions"),
    ("auditor", "/board"), ("lanting-desk", "/reception"), ("lanting-manager", "/board"),
    ("lanting-an", "/me"), ("lanting-an", "/clauses"), (SALES_MANAGER, "/whatif"),
    (SALES_MANAGER, "/ledger"), (SALES_MANAGER, "/staff"), (SALES_MANAGER, "/messages"),
    (SALES_MANAGER, "/registers"), (DESK, "/texts"), (DESK, "/slips"),
    (SALES_MANAGER, "/policy/REC-31"), (SALES_MANAGER, "/suspensions"),
    (SALES_MANAGER, "/penalties"),
    (SALES_MANAGER, "/customers"), (CONSULTANT, "/customers"), (SALES_MANAGER, "/customers/pool"),
    (SALES_MANAGER, "/adjudications"), ("clerk", "/deals"), (SALES_MANAGER, "/channels"),
    (SALES_MANAGER, "/matters"), (CONSULTANT, "/matters"), (CONSULTANT, "/matters/change"),
    (SALES_MANAGER, "/matters/poaching"), (SALES_MANAGER, "/matters/public-quarrel"),
    (SALES_MANAGER, "/privacy/looks"), (SALES_MANAGER, "/privacy/retention"),
    (SALES_MANAGER, "/privacy/texts"), ("auditor", "/privacy/looks"),
    (SALES_MANAGER, "/imports"), (SALES_MANAGER, "/commission"), ("clerk", "/commission"),
    (CONSULTANT, "/statements"), (SALES_MANAGER, "/commission/2025-06/trial"),
    (SALES_MANAGER, "/matters/leak"), (SALES_MANAGER, "/matters/purchase-audit"),
    (CONSULTANT, "/units"), (SALES_MANAGER, "/units?layout=A"), (DESK, "/units/wall"),
    (CONSULTANT, "/units/1-101"), (SALES_MANAGER, "/units/1-801"), ("auditor", "/units/2-1004"),
    (CONSULTANT, "/units/1-101/quotation"), (SALES_MANAGER, "/prices"), ("clerk", "/bulletins"),
    (SALES_MANAGER, "/sales"), ("cashier", "/cash"), ("cashier", "/sales/demo-5"),
    (SALES_MANAGER, "/sales/demo-2"), (SALES_MANAGER, "/sales/demo-2/print"),
    (SALES_MANAGER, "/sales/demo-3"), ("title", "/sales/demo-2"), ("title", "/sales"),
    ("title", "/templates"), (CONSULTANT, "/templates"), (SALES_MANAGER, "/matters/delegate"), (SALES_MANAGER, "/reports"),
    ("clerk", "/reports"), (CONSULTANT, "/reports"), (SALES_MANAGER, "/reports/units"), ("auditor", "/reports/cash"),
    (None, "/o"), (SALES_MANAGER, "/openings"), ("auditor", "/openings"),
    (SALES_MANAGER, "/openings/demo-selection"), (DESK, "/openings/demo-selection/desk"),
    ("clerk", "/openings/demo-selection/roster"), (DESK, "/openings/demo-selection/wall"),
    ("clerk", "/openings/demo-selection/roster/print"),
    ("clerk", "/openings/demo-selection/roster/codes"), ("auditor", "/openings/demo-selection/draw"),
    (SALES_MANAGER, "/openings/demo-selection/draw/print"),
    (SALES_MANAGER, "/openings/demo-online/preparation"),
    (SALES_MANAGER, "/openings/demo-online/draw"), ("duty", "/openings/demo-online/heat"),
    (CONSULTANT, "/openings/demo-selection/objections"),
    (SALES_MANAGER, "/openings/demo-selection/closing"), (DESK, "/channels/desk"),
    (DESK, "/channels/desk/confirmation?visit=demo&agent=co%20ag"),
]
# Whose page, and one of the pages that are not theirs.
ELSEWHERE = [
    (CONSULTANT, "/reception"), (CONSULTANT, "/calls"), (DESK, "/me"), ("auditor", "/reception"),
    ("auditor", "/calls"), ("auditor", "/me"), ("lanting-an", "/reception"),
]


@pytest.fixture(scope="module")
def people(server, browser):
    """Cookies of everybody, so that each signs in once."""
    cookies = {None: []}
    for login in {login for login, _ in PAGES if login}:
        context = browser.new_context()
        page = context.new_page()
        page.goto(server.address + "/sign-in")
        page.click(f'form[data-demo-person="{login}"] button')
        page.wait_for_url(lambda url: "/sign-in" not in url)
        cookies[login] = context.cookies()
        context.close()
    return cookies


@pytest.mark.parametrize(
    "login,path", PAGES, ids=[f"{login or 'stranger'}{path}" for login, path in PAGES])
def test_no_page_has_barriers_or_is_too_wide(
        window, people, accessible, fits, size, login, path):
    opened = window(size, color_scheme="light")
    opened.context.add_cookies(people[login])
    opened.open(path)
    accessible(opened.page)
    fits(opened.page)
    assert opened.page.get_by_role("heading", level=1).count() == 1
    assert opened.page.title()
    heights = opened.page.locator(
        "main button:visible, nav a:visible, main select:visible").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect().height)")
    assert [height for height in heights if height < 44] == []
    # In the dark only the colours are others.
    opened.page.emulate_media(color_scheme="dark")
    opened.page.wait_for_timeout(200)
    assert barriers(opened.page, rules=["color-contrast"]) == []
    opened.forget_refusals()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_device_set_to_dark_gets_dark_pages(window, size):
    def lightness(scheme):
        page = window(size, color_scheme=scheme).sign_in(DESK).open("/board").page
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(int(part) for part in colour[4:-1].split(",")[:3])

    assert lightness("dark") < 150 < 600 < lightness("light")


@pytest.mark.parametrize("login,path", ELSEWHERE)
def test_a_page_of_another_job_is_refused_in_a_sentence(window, login, path, accessible):
    opened = window().sign_in(login)
    answer = opened.page.goto(opened.address + path)
    assert answer.status == 403
    main = opened.page.locator("main")
    assert "您的岗位不能做这件事" in main.inner_text() and "请找销售经理" in main.inner_text()
    accessible(opened.page)
    main.get_by_role("link", name="回到首页").click()
    assert opened.page.locator("nav").first.is_visible()
    opened.forget_refusals()


def test_nobody_is_shown_a_place_that_is_not_theirs(window, people):
    for login, cookies in people.items():
        if not login:
            continue
        opened = window()
        opened.context.add_cookies(cookies)
        opened.open("/")
        for link in opened.page.eval_on_selector_all("nav.places a", "all => all.map(a => a.href)"):
            assert opened.page.goto(link).status == 200, (login, link)
