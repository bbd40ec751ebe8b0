"""判客: a quarrel from two visits to a printed file with an appeal, and the same facts replayed."""

import re
import subprocess

from conftest import PHONE
from served import DESK, PROGRAM, ROOT, SALES_MANAGER
from test_day_of_the_floor import press
from test_saturday import Day, ring_site  # noqa: F401  the site and its people

BUYER = "13900003333"
DEAL = "云栖-0901"
FILE = "/adjudications/%E4%BA%91%E6%A0%96-0901"


def next_day(day, logins):
    """The site a day later: everybody signs in anew."""
    for opened in (*day.windows, day.wall):
        opened.page.goto("about:blank")
        opened.forget_lost_connection()
    day.fresh.later(86_400)
    return Day(day.enter, day.fresh, DESK, SALES_MANAGER, logins)


def two_visits(day):
    """The buyer comes on two days, the second time without the first consultant's name."""
    logins = dict(day.phones)
    first = day.comes("new_first", phone=BUYER).person
    day.finish(first)
    day = next_day(day, logins)
    while day.head() == first:
        day.finish(day.comes("new_first").person)
    second = day.comes("", phone=BUYER, forgotten=True)
    assert second.person != first
    return day, logins[first], first, logins[second.person], second.person


def register_deal(day, seller):
    page = day.person("clerk").open("/deals").page
    form = page.locator('form[action="/deals"]')
    form.get_by_label("成交单编号").fill(DEAL)
    form.get_by_label("买房人电话").fill(BUYER)
    form.locator('select[name="staff"]').select_option(label=seller)
    press(page, "登记成交")
    assert DEAL in page.locator("main").inner_text()


def fill(page, path, summary, button, shares=None, **fields):
    """Unfolds a form of the file, fills it and sends it; gives the words of the page."""
    if not page.url.endswith(path):
        page.goto(re.sub(r"(https?://[^/]+).*", r"\g<1>" + path, page.url))
    form = page.locator("details.more", has=page.locator("summary", has_text=summary)).first
    form.locator("summary").click()
    for name, value in fields.items():
        field = form.locator(f'[name="{name}"]')
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(label=value)
        else:
            field.fill(value)
    for person, percent in (shares or {}).items():
        form.get_by_label(f"{person}（%）").fill(percent)
    form.get_by_role("button", name=button).last.click()
    page.locator(".notice").first.wait_for()
    return page.locator("main").inner_text()


def pages_of(page):
    """How many sheets of A4 the page prints."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))


SCENARIO = """
title: 同一件事
policy: P001
date: 2025-06-02
staff: [甲, 乙]
facts:
  - {{register: 赵, holds: visit, person: 甲, on: 2025-06-01 10:00}}
  - {{at: 10:00, arrival: 一, expect: {{person: 甲}}}}
  - {{at: 10:20, arrival: 二, customer: 赵, first_visit: false, known: forgotten, expect: {{person: 乙}}}}
  - {{at: 10:30, deal: 单, customer: 赵, person: 乙}}
  - {{at: 10:40, deal_claim: 主张, customer: 赵, person: 甲}}
  - {{check: {{performance: [{ruled}], commission: [{ruled}]}}}}
  - {{at: 10:50, contest: 争, of: 单, person: 乙, note: 后面都是我谈的}}
  - {{at: 10:55, escalate: 争, note: 谈不拢}}
  - {{at: 11:00, award: 争, shares: {{乙: 7000, 甲: 3000}}, inapplicable: 忘名之外没有登记, note: 乙谈成的, expect: {{reasons: [mayAppeal]}}}}
  - {{check: {{performance: [乙 70, 甲 30]}}}}
  - {{at: 11:10, appeal: 争, person: 甲, note: 第一次是我接的}}
  - {{at: 11:20, award: 争, shares: {{甲: 4000, 乙: 6000}}, inapplicable: 同前, note: 首次接待属实, expect: {{reasons: [final]}}}}
  - {{check: {{performance: [甲 40, 乙 60], contested: []}}}}
"""


def replayed(folder, ruled):
    scenario = folder / "quarrel.yaml"
    scenario.write_text(SCENARIO.format(ruled=ruled))
    return subprocess.run(
        [PROGRAM, "replay", str(scenario)], cwd=ROOT, text=True, capture_output=True, timeout=60)


def test_a_quarrel_from_two_visits_to_a_printed_file(
        ring_site, accessible, fits, tmp_path):  # noqa: F811
    day, old, first, new, second = two_visits(ring_site)
    register_deal(day, second)

    page = day.person(old, PHONE).open(FILE).page
    told = fill(page, FILE, "当天主张", "提交主张", staff=first, note="上午是我接的，他忘了我的名字")
    assert "50%" in told and "OWN-23" in told
    accessible(page)
    fits(page)

    seller = day.person(new).open(FILE).page
    told = fill(seller, FILE, "提出争议", "提出争议", staff=second, note="后面都是我谈的")
    assert "争议" in told

    manager = day.manager.open("/adjudications").page
    assert "后面都是我谈的" in manager.locator("main").inner_text()
    accessible(manager)
    fits(manager)
    fill(manager, FILE, "谈不拢", "上交", note="谈不拢")
    told = fill(
        manager, FILE, "裁决", "裁决", note="乙谈成的", inapplicable="忘名之外没有登记",
        shares={first: "30", second: "70"})
    assert f"{second} 70%" in told and f"{first} 30%" in told

    told = fill(page, FILE, "申诉", "申诉", staff=first, note="第一次是我接的")
    assert "申诉" in told
    told = fill(
        manager, FILE, "裁决", "裁决", note="首次接待属实", inapplicable="同前",
        shares={first: "40", second: "60"})
    # The first ruling stays in the file beside the second.
    assert f"{first} 40%" in told and f"{second} 70%" in told and "首次接待属实" in told
    accessible(manager)
    fits(manager)

    manager.goto(day.fresh.address + FILE + "/print")
    text = manager.locator("article").inner_text()
    for words in (DEAL, "经过", "依据", "签字", first, second, "首次接待属实"):
        assert words in text
    assert BUYER not in text
    assert pages_of(manager) == 1
    accessible(manager)

    assert replayed(tmp_path, "甲 50, 乙 50").returncode == 0
    wrong = replayed(tmp_path, "甲 60, 乙 40")
    assert wrong.returncode != 0 and "甲" in wrong.stdout + wrong.stderr
