"""Corrections of moto, where its answer would make a run dishonest. Each file's ``install`` patches what it names."""

import importlib
import threading

MODULES = {
    "acm": ("acm",),
    "backup": ("backup",),
    "cloudtrail": ("cloudtrail",),
    "cognito-idp": ("cognito_pools", "cognito_parts", "cognito_tokens"),
    "config": ("config",),
    "ec2": ("ec2", "nat_gateways", "security_groups", "virtual_gateways"),
    "ecr": ("ecr",),
    "elbv2": ("elbv2",),
    "events": ("events",),
    "iam": ("iam", "oidc_providers"),
    "kms": ("kms",),
    "logs": ("logs",),
    "rds": ("rds.engines", "rds.parameters", "rds.clusters", "rds.instances", "rds.subnet_groups", "rds.tags"),
    "route53": ("route53",),
    "s3": ("s3",),
    "secretsmanager": ("secretsmanager",),
    "sns": ("sns",),
    "ssm": ("ssm",),
    "sts": ("sts",),
}
"""By service: moto's part for a service is imported when the service is first asked, for a quick start."""

_lock = threading.Lock()
_installed: set[str] = set()


def install(service: str | None) -> None:
    """Install the corrections that a request to a service needs, once in a process."""
    # moto looks the caller up in IAM, whatever the request is for.
    for name in ("iam", service):
        if name in MODULES and name not in _installed:
            with _lock:
                _install(name)


def _install(service: str) -> None:
    if service not in _installed:
        for name in MODULES[service]:
            importlib.import_module(f"emulator.overrides.{name}").install()
        _installed.add(service)
