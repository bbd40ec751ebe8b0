"""The JSON interface against its own description: odd input finds no 5xx and no undocumented answer."""

import hypothesis
import pytest
import schemathesis
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from served import ROOT, SALES_MANAGER, Served

schema = schemathesis.openapi.from_path(ROOT / "Sources/Site/Resources/openapi.json")
CHECKS = [
    not_a_server_error, checks.status_code_conformance, checks.content_type_conformance,
    checks.response_schema_conformance,
]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    served = Served(tmp_path_factory.mktemp("api")).start()
    yield served
    served.stop()


@pytest.fixture(scope="module")
def key(server):
    """What a program of the manager's sends with every request."""
    issued = server.run("token", "--login", SALES_MANAGER, "--label", "tests")
    assert issued.returncode == 0, issued.stderr
    return {"Authorization": "Bearer " + issued.stdout.split()[-1]}


@schema.parametrize()
@hypothesis.settings(
    max_examples=15, deadline=None, derandomize=True, database=None,
    suppress_health_check=list(hypothesis.HealthCheck))
def test_every_answer_is_described(case, server, key):
    case.call_and_validate(base_url=server.address, headers=key, checks=CHECKS)


def test_the_key_of_the_tests_opens_the_interface(server, key):
    case = schema["/api/v1/board"]["GET"].Case()
    answer = case.call(base_url=server.address, headers=key)
    assert answer.status_code == 200 and answer.json()["lines"]
    assert case.call(base_url=server.address).status_code == 401
