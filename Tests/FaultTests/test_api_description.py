"""The JSON interface against its own description: odd input finds no 5xx and no undocumented answer."""

import copy
import json
import time

import hypothesis
import pytest
import schemathesis
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi import checks

from served import ROOT, SALES_MANAGER, Served

DESCRIPTION = json.loads((ROOT / "Sources/Site/Resources/openapi.json").read_text())
schema = schemathesis.openapi.from_dict(DESCRIPTION)
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


def answered(case, server, key):
    """The server's answer once it has time for it: what it refuses for haste proves nothing. Who
    guessed too many codes waits for long, and then the refusal is the answer."""
    for _ in range(60):
        answer = case.call(base_url=server.address, headers=key)
        wait = int(answer.headers.get("retry-after", ["1"])[0])
        if answer.status_code != 429 or wait > 60:
            return answer
        time.sleep(1)
    raise AssertionError("the server refused for haste for a minute")


def test_the_key_of_the_tests_opens_the_interface(server, key):
    case = schema["/api/v1/board"]["GET"].Case()
    answer = answered(case, server, key)
    assert answer.status_code == 200 and answer.json()["lines"]
    assert answered(case, server, {}).status_code == 401


@schema.parametrize()
@hypothesis.settings(
    max_examples=15, deadline=None, derandomize=True, database=None,
    suppress_health_check=list(hypothesis.HealthCheck))
def test_every_answer_is_described(case, server, key):
    case.validate_response(answered(case, server, key), checks=CHECKS)


def test_an_answer_that_nobody_described_is_found(server, key):
    told_less = copy.deepcopy(DESCRIPTION)
    del told_less["paths"]["/api/v1/board"]["get"]["responses"]["200"]
    case = schemathesis.openapi.from_dict(told_less)["/api/v1/board"]["GET"].Case()
    with pytest.raises(FailureGroup) as found:
        case.validate_response(answered(case, server, key), checks=CHECKS)
    assert [type(fault) for fault in found.value.exceptions] == [checks.UndefinedStatusCode]
