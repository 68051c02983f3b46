"""Whether policies allow a demand. Of all that there are, one Deny is enough to refuse; without an Allow of each kind
that limits the caller, it is refused as well.
"""

from emulator.authorization import resource_policies
from emulator.authorization.conditions import Context
from emulator.authorization.demands import Demand
from emulator.authorization.policy import Verdict, verdict
from emulator.authorization.principals import Principal, parsed
from emulator.authorization.resource_policies import Grant

IDENTITY, BOUNDARY, SESSION = "identity-based policy", "permissions boundary", "session policy"
RESOURCE = "resource-based policy"
TRUST = ("sts:AssumeRole",)
KEEPS_ROOT_IN = ("s3:DeleteBucketPolicy", "s3:GetBucketPolicy", "s3:PutBucketPolicy")
"""What no bucket policy can take from the account itself."""


def refusal(demand: Demand, principal: Principal, context: Context) -> str | None:
    """Why policies refuse the demand, in the words of AWS; None if they allow it."""
    grant = granted(demand, principal, context)
    if principal.is_root:
        return of_root(demand, grant)
    if not principal.account and resource_policies.is_closed_to_the_public(demand.resource.arn):
        return silence(RESOURCE, demand)
    limits = {
        IDENTITY: principal.policies,
        BOUNDARY: principal.boundary,
        SESSION: principal.session,
    }
    said = {
        kind: verdict(parsed(documents), demand.action, demand.resource.arn, context)
        for kind, documents in limits.items()
        if documents is not None
    }
    denying = next((kind for kind, found in said.items() if found is Verdict.DENY), None)
    if denying is None and grant is Grant.DENY:
        denying = RESOURCE
    if denying:
        return f"with an explicit deny in {article(denying)}"
    if needs_both(demand, principal) and grant not in (Grant.ALLOW, Grant.DELEGATE):
        return silence(RESOURCE, demand)
    if grant is Grant.ALLOW and not is_elsewhere(demand, principal):
        # Who is named by the resource's policy needs none of its own.
        said[IDENTITY] = Verdict.ALLOW
    silent = next((kind for kind, found in said.items() if found is not Verdict.ALLOW), None)
    return silence(silent, demand) if silent else None


def granted(demand: Demand, principal: Principal, context: Context) -> Grant:
    """What the policy of the resource says, if it has one."""
    arn = demand.resource.arn
    document = resource_policies.trust(arn) if demand.action in TRUST else resource_policies.of_resource(arn)
    return resource_policies.verdict(document, principal, demand.action, arn, context) if document else Grant.SILENT


def needs_both(demand: Demand, principal: Principal) -> bool:
    """Roles and keys are used by nobody whom their own policy doesn't know; so is what another account has."""
    is_key = demand.resource.arn.split(":", 3)[2:3] == ["kms"]
    has_policy = is_key and resource_policies.of_resource(demand.resource.arn) is not None
    return demand.action in TRUST or has_policy or is_elsewhere(demand, principal)


def is_elsewhere(demand: Demand, principal: Principal) -> bool:
    parts = demand.resource.arn.split(":", 5)
    return len(parts) == 6 and parts[4].isdecimal() and parts[4] != principal.account


def of_root(demand: Demand, grant: Grant) -> str | None:
    if demand.action in TRUST:
        return "because roles may not be assumed by root accounts"
    if grant is Grant.DENY and demand.action not in KEEPS_ROOT_IN:
        return f"with an explicit deny in {article(RESOURCE)}"
    return None


def silence(kind: str, demand: Demand) -> str:
    return f"because no {kind} allows the {demand.action} action"


def article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
