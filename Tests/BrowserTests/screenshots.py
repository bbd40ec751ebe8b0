"""Pictures of the demo's pages for looking at: desktop and phone, light and dark."""

import shutil
import sys
import tempfile
import urllib.parse

from playwright.sync_api import sync_playwright

from served import CONSULTANT, DESK, ROOT, SALES_MANAGER, Served

SIZES = {"1280": {"width": 1280, "height": 800}, "390": {"width": 390, "height": 844}}
# Name of the picture, who looks (nobody: a stranger), and the page.
PAGES = [
    ("sign-in", None, "/sign-in"),
    ("not-found", None, "/no-such-page"),
    ("reception", DESK, "/reception"),
    ("board", DESK, "/board"),
    ("wall", DESK, "/board/wall"),
    ("calls", DESK, "/calls"),
    ("decisions", DESK, "/decisions"),
    ("clauses", DESK, "/clauses"),
    ("clause", DESK, "/clauses/REC-03"),
    ("me", CONSULTANT, "/me"),
    ("me-receiving", "baiyu", "/me"),
    ("refused", CONSULTANT, "/reception"),
    ("manager", SALES_MANAGER, "/"),
    ("tally", "lanting-manager", "/board"),
    ("tally-me", "lanting-cen", "/me"),
]


def open_as(context, address, login):
    page = context.new_page()
    if login:
        page.goto(address + "/sign-in")
        page.click(f'form[data-demo-person="{login}"] button')
        page.wait_for_url(lambda url: "/sign-in" not in url)
    return page


def take(page, name, look):
    path = ROOT / "screenshots" / f"{name}-{look}.png"
    page.screenshot(path=path, full_page=True)
    print(path.relative_to(ROOT))


def take_decision(page, address, look):
    page.goto(urllib.parse.urljoin(address, "/reception"))
    page.locator('form#arrival input[name="class"][value="new_first"]').check()
    page.click("form#arrival button[type=submit]")
    card = page.locator(".decision-card").first
    card.wait_for()
    take(page, "reception-answered", look)
    page.goto(address + card.locator('a[href^="/decisions/"]').first.get_attribute("href"))
    take(page, "decision", look)


def take_all(browser, address):
    faults = []
    for size, viewport in SIZES.items():
        for scheme in ("light", "dark"):
            for name, login, path in PAGES:
                context = browser.new_context(
                    viewport=viewport, color_scheme=scheme, locale="zh-CN",
                    timezone_id="Asia/Shanghai")
                context.set_default_timeout(5_000)
                try:
                    page = open_as(context, address, login)
                    page.goto(address + path)
                    page.wait_for_timeout(300)
                    take(page, name, f"{size}-{scheme}")
                    if name == "reception":
                        take_decision(page, address, f"{size}-{scheme}")
                except Exception as error:
                    faults.append(f"{name} {size} {scheme}: {str(error).splitlines()[0]}")
                finally:
                    context.close()
    return faults


def main():
    (ROOT / "screenshots").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        server = Served(data).start()
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=shutil.which("chromium-headless-shell"), args=["--no-sandbox"])
                faults = take_all(browser, server.address)
                browser.close()
        finally:
            server.stop()
    for fault in faults:
        print(f"Not taken: {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
