"""A served demo site, and a visitor of it that speaks plain HTTP.

Both know the site only by what its pages hold: forms are found by their hooks and sent with every
hidden field they came with, as a browser without scripts would.
"""

import http.client
import os
import pathlib
import signal
import socket
import subprocess
import time
import urllib.parse
from dataclasses import dataclass, field
from html.parser import HTMLParser

ROOT = pathlib.Path(__file__).resolve().parents[2]
# ANCHANG_PROGRAM: another build to test than the usual one.
PROGRAM = pathlib.Path(os.environ.get("ANCHANG_PROGRAM", ROOT / ".build" / "debug" / "anchang"))

# Logins of the demo people that the tests sign in as, one for each job.
DESK = "desk"
CONSULTANT = "consultant"
SALES_MANAGER = "manager"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until_ten():
    """Seconds from now to ten in the morning of the same day in Beijing."""
    now = time.time() + 8 * 3600
    return int(10 * 3600 - now % 86_400)


# Every server of a run lives on one clock: a working morning, at whatever hour the tests run.
AHEAD = until_ten()


class Served:
    """`anchang serve --demo` on a free port of this machine, over its own folder of data."""

    def __init__(self, data, database=None, port=None, home=None, days=0):
        self.data = pathlib.Path(data)
        self.home = home or ROOT
        self.port = port or free_port()
        self.database = database
        self.days = days
        self.ahead = AHEAD
        self.process = None
        self.log = self.data / f"server-{self.port}.log"

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def visitor(self):
        return Visitor(self.address)

    def environment(self):
        surroundings = {**os.environ, "SWIFT_BACKTRACE": "enable=no"}
        if self.database:
            surroundings["ANCHANG_DATABASE"] = self.database
        return surroundings

    def start(self, patience=60):
        self.data.mkdir(parents=True, exist_ok=True)
        command = [
            PROGRAM, "serve", "--demo", "--port", str(self.port), "--data", str(self.data),
            "--home", str(self.home), "--demo-days", str(self.days),
            f"--demo-ahead={self.ahead}",
        ]
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=ROOT,
                env=self.environment())
        ends = time.monotonic() + patience
        while not self.healthy():
            if self.process.poll() is not None or time.monotonic() > ends:
                self.kill()
                raise RuntimeError(f"The server did not become healthy:\n{self.last_words()}")
            time.sleep(0.05)
        return self

    def healthy(self):
        try:
            return Visitor(self.address).get("/healthz").status == 200
        except OSError:
            return False

    def last_words(self):
        return self.log.read_text(errors="replace")[-3000:] if self.log.exists() else ""

    def kill(self):
        """What a power cut does: no goodbye."""
        self._end(signal.SIGKILL)

    def stop(self):
        self._end(signal.SIGTERM)

    def _end(self, how):
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            try:
                self.process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def now(self):
        """What its clock shows, in seconds of the day in Beijing."""
        return (time.time() + self.ahead + 8 * 3600) % 86_400

    def later(self, seconds):
        """Starts again, so many seconds later by its clock."""
        self.stop()
        self.ahead += seconds
        return self.start()

    def run(self, *arguments):
        """Runs another subcommand over the same data and database."""
        return subprocess.run(
            [PROGRAM, *arguments, "--data", str(self.data)], cwd=ROOT, text=True,
            capture_output=True, env=self.environment(), timeout=120)


@dataclass
class Page:
    status: int
    location: str
    text: str

    def form(self, **attributes):
        """The first form with these attributes; `data_demo_person` means `data-demo-person`."""
        wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
        for form in forms(self.text):
            if all(form.attributes.get(name) == value for name, value in wanted.items()):
                return form
        raise AssertionError(f"no form {wanted} on the page:\n{self.text[:2000]}")


@dataclass
class Form:
    attributes: dict
    hidden: dict = field(default_factory=dict)
    choices: dict = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms = []
        self.tags = []
        self.inside = False

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append(attributes)
        if tag == "form":
            self.forms.append(Form(attributes))
            self.inside = True
        elif self.inside and tag in ("input", "button") and "name" in attributes:
            kind = attributes.get("type", "submit" if tag == "button" else "text")
            name, value = attributes["name"], attributes.get("value", "")
            if kind in ("hidden", "submit"):
                self.forms[-1].hidden[name] = value
            elif kind in ("radio", "checkbox"):
                self.forms[-1].choices.setdefault(name, []).append(value)

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False


def _read(text):
    reader = _Reader()
    reader.feed(text)
    return reader


def forms(text):
    return _read(text).forms


def values(text, attribute):
    return [tag[attribute] for tag in _read(text).tags if attribute in tag]


class Busy(Exception):
    """The site asked to come back later; nothing was promised."""


class Visitor:
    """Someone with a cookie jar and no scripts."""

    def __init__(self, address):
        self.place = urllib.parse.urlsplit(address).netloc
        self.cookies = {}

    def get(self, path):
        return self._send("GET", path)

    def submit(self, form, **choices):
        fields = {**form.hidden, **choices}
        path = form.attributes.get("action", "/")
        body = urllib.parse.urlencode(fields)
        return self._send("POST", path, body)

    def sign_in(self, login):
        page = self.submit(self.get("/sign-in").form(data_demo_person=login))
        assert page.status in (200, 303), f"{login} cannot sign in: {page.status} {page.text}"
        return self

    def at(self, address):
        """The same person, in the same session, at another server of the same site."""
        other = Visitor(address)
        other.cookies = dict(self.cookies)
        return other

    def arrival_form(self):
        return self.get("/reception").form(id="arrival")

    def register(self, visit_class="new_first", form=None):
        """Registers an arrival and gives the id of the decision that answered it."""
        answer = self.submit(form or self.arrival_form(), **{"class": visit_class})
        if answer.status in (429, 503):
            raise Busy(f"{answer.status}: try again later")
        assert answer.status == 303, f"{answer.status}: {answer.text[:2000]}"
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(answer.location).query)
        assert "decision" in query, f"no decision in the answer: {answer.status} {answer.location}"
        return query["decision"][0]

    def _send(self, method, path, body=None):
        headers = {"Accept": "text/html", "Origin": f"http://{self.place}"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection = http.client.HTTPConnection(self.place, timeout=20)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", errors="replace")
            self._keep(answer.msg.get_all("Set-Cookie") or [])
            return Page(answer.status, answer.getheader("Location", ""), text)
        finally:
            connection.close()

    def _keep(self, cookies):
        for cookie in cookies:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name.strip()] = value.strip()
