"""合同范本: the title clerk uploads one, the consultant downloads a contract made from it."""

import io
import re
import zipfile

from conftest import PHONE
from test_deals import act

CLERK, MANAGER = "title", "manager"
KINDS = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default
Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override
PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.\
wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = """<?xml version="1.0" encoding="UTF-8"?><Relationships
xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
Target="word/document.xml"/></Relationships>"""


def paragraph(*runs):
    return "<w:p>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


def word(path, body):
    """A Word file, packed by another program than the one that reads it."""
    document = (
        '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/'
        f'wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>')
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", KINDS)
        file.writestr("_rels/.rels", RELATIONS)
        file.writestr("word/document.xml", document)
    return path


def words(content):
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert file.testzip() is None
        text = file.read("word/document.xml").decode()
    return re.sub("<[^>]*>", "", text.replace("</w:p>", "|"))


def bring(page, path, version, button):
    page.fill('input[name="version"]', version)
    page.set_input_files("input[type=file]", path)
    page.get_by_role("button", name=button).click()
    page.locator(".notice").first.wait_for()
    return page.locator("main").inner_text()


def test_a_template_is_tried_brought_and_filled_in(enter, tmp_path, accessible, fits):
    opened = enter(CLERK)
    page = opened.open("/sales").page
    page.get_by_role("link", name="合同范本").click()
    page.wait_for_url("**/templates")
    wrong = word(tmp_path / "错.docx", paragraph("{{买受入}}，{{总价}}"))
    told = bring(page, wrong, "商品房 2026 版", "收下")
    assert "没有收下" in told and "不认识：{{买受入}}" in told
    assert page.input_value('input[name="version"]') == "商品房 2026 版"
    accessible(page)
    fits(page)
    opened.forget_refusals()

    body = paragraph("买受人 {{买受", "人}} 购 {{房号}}") + paragraph("共 {{总价大写}}")
    right = word(tmp_path / "对.docx", body)
    assert "试读通过" in bring(page, right, "商品房 2026 版", "试读")
    assert "已收下" in bring(page, right, "商品房 2026 版", "收下")
    accessible(page)
    fits(page)

    manager = enter(MANAGER)
    option = 'form[data-act="contract"] option[value="商品房 2026 版"]'
    version = manager.open("/sales/demo-1").page.locator(option).text_content()
    act(manager, "/sales/demo-1", "contract", choose={"template": version, "staff": "安然"})
    with manager.page.expect_download() as download:
        manager.page.get_by_role("button", name="生成合同").click()
    assert download.value.suggested_filename == "合同 demo-1.docx"
    made = words(open(download.value.path(), "rb").read())
    assert re.fullmatch(r"买受人 钱\S+ 购 1-201\|共 \S+元\S*\|", made), made
    assert "SHA-256" in manager.open("/sales/demo-1").page.locator("main").inner_text()


def test_the_sample_is_a_sound_file(enter, accessible, fits):
    opened = enter(CLERK, PHONE)
    page = opened.open("/templates").page
    accessible(page)
    fits(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="下载一份样子").click()
    text = words(open(download.value.path(), "rb").read())
    assert "{{买受人}}" in text and "{{#分期}}" in text
