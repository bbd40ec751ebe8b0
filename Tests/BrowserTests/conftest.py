"""The served demo, the browser, and its desktop and phone windows."""

import shutil
import urllib.parse
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from served import Served

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    served = Served(tmp_path_factory.mktemp("demo")).start()
    yield served
    served.stop()


@pytest.fixture(scope="session")
def browser():
    chromium = shutil.which("chromium-headless-shell")
    assert chromium, "Debian's chromium is missing: run bin/setup"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def fresh(tmp_path):
    """A site of its own for one test."""
    served = Served(tmp_path / "fresh").start()
    yield served
    served.stop()


@dataclass
class Window:
    """One person's browser window, and everything it complained about."""

    context: object
    page: object
    address: str
    complaints: list = field(default_factory=list)

    def open(self, path):
        self.page.goto(self.address + path)
        return self

    def sign_in(self, login):
        self.open("/sign-in")
        self.page.click(f'form[data-demo-person="{login}"] button')
        self.page.wait_for_url(lambda url: "/sign-in" not in url)
        return self

    def forget_lost_connection(self):
        """While the server is away the browser and htmx note that; nothing else may stand there."""
        assert all(
            "net::ERR" in complaint or complaint == "[object Event]"
            or complaint.startswith(("htmx:sendError", "htmx:afterRequest"))
            for complaint in self.complaints), self.complaints
        self.complaints.clear()

    def forget_refusals(self):
        """The browser notes an answer of 4xx in its console; nothing else may stand there."""
        assert all("status of 4" in complaint for complaint in self.complaints), self.complaints
        self.complaints.clear()

    def hear(self, message):
        if message.type in ("error", "warning"):
            told = message.text
            if told.startswith("Failed to load"):
                told += " " + message.location["url"]
            self.complaints.append(told)


@pytest.fixture
def window(server, browser):
    """Opens windows; at the end none of them may have complained (console, CSP, broken script)."""
    windows = []

    def open_window(size=DESKTOP, **options):
        is_phone = size is PHONE
        context = browser.new_context(
            viewport=size, locale="zh-CN", timezone_id="Asia/Shanghai", is_mobile=is_phone,
            has_touch=is_phone, **options)
        context.set_default_timeout(10_000)
        opened = Window(context, context.new_page(), server.address)
        opened.page.on("console", opened.hear)
        opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        windows.append(opened)
        return opened

    yield open_window
    for opened in windows:
        opened.context.close()
    complaints = [complaint for opened in windows for complaint in opened.complaints]
    assert not complaints, f"the browser complained: {complaints}"


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def any_window(request, window):
    return window(request.param)


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def size(request):
    return request.param


@pytest.fixture
def enter(fresh, window):
    """Lets somebody sign in to the fresh site, in a window of their own."""

    def sign_in(login, size=DESKTOP, **options):
        opened = window(size, **options)
        opened.address = fresh.address
        return opened.sign_in(login)

    return sign_in


def register(page, visit_class="new_first"):
    """Registers an arrival on /reception and gives the decision card."""
    page.goto(urllib.parse.urljoin(page.url, "/reception"))
    page.locator(f'form#arrival input[name="class"][value="{visit_class}"]').check()
    page.click("form#arrival button[type=submit]")
    card = page.locator(".decision-card[data-decision]")
    card.wait_for()
    return card


def barriers(page, rules=None):
    """What axe finds serious or critical, by all its rules or some, one line for each element."""
    options = {"runOnly": {"type": "rule", "values": rules}} if rules else None
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{violation['id']}: {node['target']} {node.get('failureSummary', '')}"
        for violation in found
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]


@pytest.fixture
def accessible():
    def check(page):
        assert barriers(page) == []

    return check


@pytest.fixture
def fits():
    """A page must not be wider than its window."""

    def check(page):
        extra = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert extra <= 0, f"the page is {extra} px too wide"

    return check
