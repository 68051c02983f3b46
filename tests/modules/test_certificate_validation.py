"""A certificate that is not issued in time: what the message says is missing, step by step until it is issued."""

from tests.modules import playbook

NAME = "late.example.org"
REQUEST = {"domain_name": NAME}


def wait(message):
    wrong = f"result is not failed or '{message}' not in result.msg" if message else "result is failed"
    return {
        "name": f"Wait, expecting {message or 'a certificate'}",
        "bidops.platform.acm_certificate_request": {**REQUEST, "wait_timeout": 1},
        "register": "result",
        "failed_when": wrong,
    }


def zone(name, state="present"):
    return {"name": f"Zone {name} {state}", "amazon.aws.route53_zone": {"zone": name, "state": state}}


def record(value):
    entry = "requested.certificate.validation_records[0]"
    return {
        "name": "Record",
        "amazon.aws.route53": {
            "zone": "example.org",
            "record": f"{{{{ {entry}.name }}}}",
            "type": "CNAME",
            "ttl": 60,
            "overwrite": True,
            "state": "present",
            "value": value or f"{{{{ {entry}.value }}}}",
        },
    }


def test_a_wait_that_is_over_tells_what_is_missing(local_cloud, collections, tmp_path):
    tasks = [
        {
            "name": "Request",
            "bidops.platform.acm_certificate_request": {**REQUEST, "wait": False},
            "register": "requested",
            "failed_when": "requested.certificate.validation_records | length != 1",
        },
        wait("no public zone of this account is for it"),
        zone("example.org"),
        wait("is missing in the zone example.org."),
        record("_elsewhere.acm-validations.aws."),
        wait("is missing in the zone example.org."),
        record(""),
        {**wait(""), "name": "Wait until it is issued"},
        {
            "name": "Nothing is left to do",
            "bidops.platform.acm_certificate_request": REQUEST,
            "register": "result",
            "failed_when": "result is changed or result.certificate.status != 'ISSUED'",
        },
    ]
    playbook.run("certificate", tasks, {}, local_cloud, (collections, tmp_path))
