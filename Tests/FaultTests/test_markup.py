"""Every page as a strict reader of HTML sees it: no error forgiven, no id twice, every field named."""

import collections

import html5lib
import pytest

from served import CONSULTANT, DESK, SALES_MANAGER, Served

PAGES = [
    (None, "/sign-in"), (None, "/no-such-page"), (DESK, "/reception"), (DESK, "/calls"),
    (DESK, "/board"), (DESK, "/board/wall"), (DESK, "/decisions"), (DESK, "/decisions?refused=1"),
    (DESK, "/clauses"), (DESK, "/clauses/REC-03"), (DESK, "/me"), (CONSULTANT, "/me"),
    (CONSULTANT, "/me/notices"), (CONSULTANT, "/me/state"), (SALES_MANAGER, "/messages"),
    (SALES_MANAGER, "/messages?state=dead"), (SALES_MANAGER, "/board"), ("auditor", "/messages"),
    ("lanting-manager", "/board"), ("lanting-an", "/me"),
]
NAMED_BY_VALUE = {"hidden", "submit", "button", "reset", "image"}


def faults(text, whole):
    """What a strict reader finds wrong, one line each."""
    parser = html5lib.HTMLParser(tree=html5lib.treebuilders.getTreeBuilder("etree"),
                                 namespaceHTMLElements=False)
    tree = parser.parse(text) if whole else parser.parseFragment(text)
    found = [f"line {place[0]}: {code} {values}" for place, code, values in parser.errors]
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    parents = {child: parent for parent in tree.iter() for child in parent}
    ids = collections.Counter(e.attrib["id"] for e in elements if "id" in e.attrib)
    found += [f"the id {one} stands {count} times" for one, count in ids.items() if count > 1]
    found += nameless(elements, parents)
    found += astray(elements, ids if whole else None)
    found += [f"<{e.tag}> has {name}" for e in elements for name in e.attrib
              if name == "style" or name.startswith("on")]
    if whole:
        found += outline(elements)
    return found


def nameless(elements, parents):
    """Fields without a label, buttons and links without a word."""
    labelled = {e.attrib["for"] for e in elements if e.tag == "label" and "for" in e.attrib}
    found = []
    for element in elements:
        has_name = "aria-label" in element.attrib or "aria-labelledby" in element.attrib
        if element.tag in ("input", "select", "textarea"):
            if element.attrib.get("type", "text") in NAMED_BY_VALUE or has_name:
                continue
            inside, up = False, element
            while up in parents:
                up = parents[up]
                inside = inside or up.tag == "label"
            if not inside and element.attrib.get("id") not in labelled:
                found.append(f"the field {element.attrib.get('name')} has no label")
        elif element.tag in ("a", "button"):
            if not "".join(element.itertext()).strip() and not has_name:
                found.append(f"a <{element.tag}> without a word")
        elif element.tag == "img" and "alt" not in element.attrib:
            found.append("an <img> without alt")
    return found


def astray(elements, ids):
    """References that lead nowhere on the page."""
    if ids is None:
        return []
    found = []
    for element in elements:
        for name in ("for", "aria-describedby", "aria-labelledby", "aria-controls"):
            for one in element.attrib.get(name, "").split():
                if one not in ids:
                    found.append(f"<{element.tag}> {name}={one} leads nowhere")
        target = element.attrib.get("href", "")
        if element.tag == "a" and target.startswith("#") and target[1:] not in ids:
            found.append(f"the link {target} leads nowhere")
    return found


def outline(elements):
    """A language, a title, one heading of the first order."""
    found = []
    tags = [element.tag for element in elements]
    root = next(e for e in elements if e.tag == "html")
    if root.attrib.get("lang") != "zh-CN":
        found.append("the page has no language")
    if not any(e.tag == "title" and (e.text or "").strip() for e in elements):
        found.append("the page has no title")
    if tags.count("h1") != 1 or tags.count("main") != 1:
        found.append(f"{tags.count('h1')} h1 and {tags.count('main')} main")
    return found


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    served = Served(tmp_path_factory.mktemp("markup")).start()
    yield served
    served.stop()


@pytest.fixture(scope="module")
def people(server):
    logins = {login for login, _ in PAGES if login}
    return {None: server.visitor(), **{l: server.visitor().sign_in(l) for l in logins}}


@pytest.mark.parametrize(
    "login,path", PAGES, ids=[f"{login or 'stranger'}{path}" for login, path in PAGES])
def test_a_strict_reader_finds_nothing(people, login, path):
    page = people[login].get(path)
    assert page.status < 500 and page.status != 303, page.location
    assert faults(page.text, whole="<!DOCTYPE html>" in page.text) == []


def test_decisions_and_messages_are_read_strictly_too(people):
    desk, manager = people[DESK], people[SALES_MANAGER]
    decision = desk.register()
    message = manager.get("/messages").text.split('href="/messages/')[1].split('"')[0]
    for visitor, path in [(desk, f"/reception?decision={decision}"),
                          (desk, f"/decisions/{decision}"), (manager, f"/messages/{message}")]:
        page = visitor.get(path)
        assert page.status == 200, path
        assert faults(page.text, whole=True) == [], path


@pytest.mark.parametrize("text,word", [
    ("<p><div></div></p>", "unexpected"), ("<b>a", "expected-closing"),
    ('<p id="a"></p><p id="a"></p>', "2 times"),
    ('<input name="a">', "no label"), ("<button></button>", "without a word"),
    ('<p style="color:red">a</p>', "has style"), ('<p onclick="a()">a</p>', "has onclick"),
    ("<img src=a>", "without alt"), ("a &copy b", "named-entity"),
])
def test_the_reader_itself_finds_what_is_wrong(text, word):
    assert any(word in fault for fault in faults(text, whole=False)), faults(text, whole=False)


def test_the_reader_wants_a_sound_page():
    page = ('<!DOCTYPE html><html lang="zh-CN"><head><title>a</title></head><body><main>'
            '<h1>a</h1>{}</main></body></html>')
    assert faults(page.format("<h2>b</h2>"), whole=True) == []
    assert faults(page.format("<h1>b</h1>"), whole=True) == ["2 h1 and 1 main"]
    assert faults(page.format('<a href="#b">b</a>'), whole=True) == ["the link #b leads nowhere"]
