"""What operators do: back up a busy site, restore it elsewhere, put a proxy and a supervisor around."""

import http.client
import pathlib
import re
import shutil
import ssl
import subprocess
import sys
import threading
import time

import pytest

from served import CONSULTANT, DESK, ROOT, Busy, Served, free_port

DEPLOY = ROOT / "deploy"


@pytest.fixture
def served(tmp_path):
    server = Served(tmp_path / "site").start()
    yield server
    server.stop()


class Writer(threading.Thread):
    """Somebody at the desk who never rests."""

    def __init__(self, visitor):
        super().__init__()
        self.visitor = visitor
        self.decisions = []
        self.goes_on = True

    def run(self):
        while self.goes_on:
            try:
                self.decisions.append(self.visitor.register())
            except Busy:
                time.sleep(0.05)

    def end(self):
        self.goes_on = False
        self.join()


def entries(text):
    return int(re.search(r"(\d+) entries", text).group(1))


def test_a_backup_taken_while_the_site_writes_verifies_elsewhere(served, tmp_path):
    writer = Writer(served.visitor().sign_in(DESK))
    writer.start()
    try:
        while len(writer.decisions) < 5:
            time.sleep(0.05)
        promised = list(writer.decisions)
        copy = tmp_path / "copy.sqlite"
        backup = served.run("backup", str(copy))
        assert backup.returncode == 0, backup.stderr
        after = len(writer.decisions)
    finally:
        writer.end()
    assert after > len(promised), "nothing was written during the backup"

    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copy(served.data / "keys.env", elsewhere / "keys.env")
    other = Served(elsewhere)
    restored = other.run("restore", str(copy))
    assert restored.returncode == 0, restored.stdout + restored.stderr
    verified = other.run("verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr
    assert entries(verified.stdout) <= entries(served.run("verify").stdout)

    other.start()
    try:
        visitor = other.visitor().sign_in(DESK)
        for decision in promised:
            assert visitor.get(f"/decisions/{decision}").status == 200, decision
        assert visitor.register()
    finally:
        other.stop()


def test_a_restore_overwrites_nothing_and_a_damaged_backup_is_told(served, tmp_path):
    copy = tmp_path / "copy.sqlite"
    assert served.run("backup", str(copy)).returncode == 0
    assert served.run("backup", str(copy)).returncode != 0
    assert served.run("restore", str(copy)).returncode != 0

    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copy(served.data / "keys.env", elsewhere / "keys.env")
    subprocess.run(
        ["python3", "-c",
         "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]);"
         "c.execute(\"UPDATE journal SET at = at + 1 WHERE seq = 3\"); c.commit()", copy],
        check=True)
    told = Served(elsewhere).run("restore", str(copy))
    assert told.returncode == 1 and "3" in told.stdout


def test_litestream_keeps_a_copy_that_verifies(served, tmp_path):
    litestream = shutil.which("litestream") or shutil.which(
        "litestream", path=pathlib.Path(sys.executable).parent)
    if not litestream:
        pytest.skip("litestream is not installed")
    recipe = (DEPLOY / "litestream.yml").read_text()
    database = served.data / "anchang.sqlite"
    config = tmp_path / "litestream.yml"
    config.write_text(
        recipe.replace("/var/lib/anchang/anchang.sqlite", str(database))
        .replace("/mnt/backup/anchang", str(tmp_path / "replica")))
    follower = subprocess.Popen([litestream, "replicate", "-config", config])
    try:
        visitor = served.visitor().sign_in(DESK)
        decisions = [visitor.register() for _ in range(5)]
        time.sleep(4)
    finally:
        follower.terminate()
        follower.wait(timeout=20)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copy(served.data / "keys.env", elsewhere / "keys.env")
    subprocess.run(
        [litestream, "restore", "-config", config, "-o", elsewhere / "anchang.sqlite", database],
        check=True)
    other = Served(elsewhere)
    assert other.run("verify").returncode == 0
    other.start()
    try:
        visitor = other.visitor().sign_in(DESK)
        assert all(visitor.get(f"/decisions/{one}").status == 200 for one in decisions)
    finally:
        other.stop()


def test_the_unit_is_one_that_systemd_takes(tmp_path):
    analyze = shutil.which("systemd-analyze")
    if not analyze:
        pytest.skip("systemd-analyze is not installed")
    program = tmp_path / "anchang"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    text = (DEPLOY / "anchang.service").read_text()
    unit = tmp_path / "anchang.service"
    unit.write_text(text.replace("/usr/local/lib/anchang/anchang", str(program)))
    told = subprocess.run([analyze, "verify", unit], capture_output=True, text=True)
    ours = [line for line in told.stderr.splitlines() if "anchang.service" in line]
    assert told.returncode == 0 and not ours, told.stderr


@pytest.fixture
def proxy(served, tmp_path):
    """The recipe as it ships, but for names, ports and the certificate."""
    nginx = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    if not nginx:
        pytest.skip("nginx is not installed")
    plain, secure = free_port(), free_port()
    key, chain = tmp_path / "key.pem", tmp_path / "chain.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj",
         "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", chain],
        check=True, capture_output=True)
    site = (DEPLOY / "nginx.conf").read_text()
    site = re.sub(r"\n    listen \[::\].*", "", site)
    for old, new in [
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("listen 443 ssl http2;", f"listen 127.0.0.1:{secure} ssl http2;"),
        ("site.example.com;", "localhost;"), ("127.0.0.1:8080", f"127.0.0.1:{served.port}"),
        ("/etc/ssl/anchang/chain.pem", str(chain)), ("/etc/ssl/anchang/key.pem", str(key)),
    ]:
        assert old in site, old
        site = site.replace(old, new)
    (tmp_path / "site.conf").write_text(site)
    (tmp_path / "nginx.conf").write_text(
        f"daemon off; pid {tmp_path}/pid; error_log stderr warn;\n"
        f"events {{}}\nhttp {{ access_log off; client_body_temp_path {tmp_path}/body;\n"
        f"proxy_temp_path {tmp_path}/proxy; fastcgi_temp_path {tmp_path}/f;\n"
        f"uwsgi_temp_path {tmp_path}/u; scgi_temp_path {tmp_path}/s;\n"
        f"include {tmp_path}/site.conf; }}\n")
    process = subprocess.Popen([nginx, "-c", tmp_path / "nginx.conf", "-p", tmp_path])
    context = ssl.create_default_context(cafile=chain)
    try:
        for _ in range(100):
            try:
                ask(secure, context, "/healthz")
                break
            except OSError:
                time.sleep(0.05)
        yield plain, secure, context
    finally:
        process.terminate()
        process.wait(timeout=10)


def ask(port, context, path, headers=None, method="GET", body=None):
    connection = http.client.HTTPSConnection("localhost", port, timeout=10, context=context)
    connection.request(method, path, body, headers or {})
    return connection.getresponse()


def test_through_the_proxy_pages_come_with_their_headers(proxy):
    plain, secure, context = proxy
    answer = ask(secure, context, "/sign-in")
    assert answer.status == 200 and "frame-ancestors 'none'" in answer.headers[
        "Content-Security-Policy"]
    assert "/" not in answer.headers["Server"], "the version is nobody's business"
    answer.read()
    assert ask(secure, context, "/metrics").status == 404
    assert ask(secure, context, "/readyz").status == 404
    connection = http.client.HTTPConnection("127.0.0.1", plain, timeout=10)
    connection.request("GET", "/board?a=1", headers={"Host": "localhost"})
    moved = connection.getresponse()
    assert moved.status == 301 and moved.headers["Location"] == "https://localhost/board?a=1"


def test_through_the_proxy_http_2_is_spoken(proxy):
    _, secure, context = proxy
    context.set_alpn_protocols(["h2", "http/1.1"])
    import socket
    with socket.create_connection(("localhost", secure), timeout=10) as raw:
        with context.wrap_socket(raw, server_hostname="localhost") as wrapped:
            assert wrapped.selected_alpn_protocol() == "h2"
            assert wrapped.version() in ("TLSv1.2", "TLSv1.3")


def test_through_the_proxy_the_board_is_live_at_once(proxy, served):
    _, secure, context = proxy
    person = served.visitor().sign_in(CONSULTANT)
    cookie = "; ".join(f"{name}={value}" for name, value in person.cookies.items())
    stream = ask(secure, context, "/events/board", {"Cookie": cookie})
    assert stream.status == 200 and stream.headers["Content-Type"] == "text/event-stream"
    begin = time.monotonic()
    assert b"retry:" in stream.readline()
    while b"event: board" not in stream.readline():
        pass
    assert time.monotonic() - begin < 3, "the proxy holds the stream back"


def test_through_the_proxy_guessing_passwords_is_slowed(proxy):
    _, secure, context = proxy
    statuses = [ask(secure, context, "/sign-in").status for _ in range(40)]
    assert statuses[0] == 200 and 429 in statuses
