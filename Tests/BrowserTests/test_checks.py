"""The checks of the other tests, shown to catch what they are there for."""

import pytest

from conftest import barriers
from served import forms, values


def test_axe_finds_a_picture_without_words(browser):
    page = browser.new_page()
    page.set_content("<html lang=zh><title>a</title><main><img src='data:,'></main></html>")
    assert any(line.startswith("image-alt") for line in barriers(page))
    page.close()


def test_a_page_that_is_too_wide_is_found(browser, fits):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.set_content("<div style='width: 600px'>a</div>")
    with pytest.raises(AssertionError, match="too wide"):
        fits(page)
    page.close()


def test_a_complaint_of_the_browser_is_heard(window):
    opened = window()
    opened.page.evaluate("console.error('sample')")
    assert opened.complaints == ["sample"]
    opened.complaints.clear()


def test_a_form_is_read_with_its_hidden_fields_and_choices():
    text = """
        <form id="a"><input type="hidden" name="_csrf" value="1&amp;2">
        <input type="radio" name="class" value="x"><input type="radio" name="class" value="y">
        <button name="go" value="3">Go</button></form><input type="hidden" name="outside">
        """
    form = forms(text)[0]
    assert form.hidden == {"_csrf": "1&2", "go": "3"}
    assert form.choices == {"class": ["x", "y"]}
    assert values(text, "id") == ["a"]
