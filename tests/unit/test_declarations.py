"""Every module: what it documents, what its declaration says, and what the installed botocore knows, held together."""

import ast
import functools
import importlib
import re
import statistics
import warnings
from pathlib import Path

import boto3
import pytest
import yaml
from ansible_collections.bidops.platform.plugins.module_utils._engine import arguments
from ansible_collections.bidops.platform.plugins.module_utils._engine.api import Api
from ansible_collections.bidops.platform.plugins.module_utils._engine.lookup import live_shape
from ansible_collections.bidops.platform.plugins.module_utils._engine.request import member_of, settable
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import ByList, Resource
from ansible_collections.bidops.platform.plugins.module_utils._engine.shapes import snake

ROOT = Path(__file__).resolve().parents[2]
NAMES = sorted(path.stem for path in (ROOT / "plugins/modules").glob("*.py") if path.stem != "__init__")
ENGINE = sorted((ROOT / "plugins/module_utils/_engine").glob("*.py"))
FRAGMENTS = ROOT / "plugins/doc_fragments"
COLLECTION = "ansible_collections.bidops.platform.plugins"
FQCN = "bidops.platform."
# Request members that are no options: the service's own means against doing a thing twice, tags, and dry runs.
PLUMBING = {
    "clientToken",
    "ClientToken",
    "ClientRequestToken",
    "clientRequestToken",
    "CreatorRequestId",
    "ResourceTags",
    "jobTags",
    "DryRun",
    "dryRun",
    "tags",
    "Tags",
    "TagList",
    "TagSpecifications",
}
# Lists that an update takes as what to add and what to remove; the engine sees to that.
STEPWISE = re.compile(r"(add|Add|Remove)[A-Z]")
# Members that modules leave out on purpose: what the platform has no use for, or what other members say as well.
LEFT_OUT = {
    # The option policy, which has operations of its own afterwards.
    "iam_policy": {"PolicyDocument"},
    # Subnets for IPv4 with blocks of one's own.
    "ec2_subnet": {
        "AvailabilityZoneId",
        "DryRun",
        "Ipv4IpamPoolId",
        "Ipv4NetmaskLength",
        "Ipv6CidrBlock",
        "Ipv6IpamPoolId",
        "Ipv6Native",
        "Ipv6NetmaskLength",
        "OutpostArn",
    },
    # Keys of other kinds than those that the platform needs: for signatures, of other origin, in several regions.
    "kms_key": {
        "BypassPolicyLockoutSafetyCheck",
        "CustomKeyStoreId",
        "CustomerMasterKeySpec",
        "KeySpec",
        "KeyUsage",
        "MultiRegion",
        "Origin",
        "XksKeyId",
    },
    # Settings of one version, of branches, or what another member says as well.
    "acm_certificate_request": {"IdempotencyToken", "ManagedBy"},
    "agentcore_configuration_bundle": {"createdBy", "parentVersionIds"},
    "agentcore_online_evaluation": {"executionStatus"},
    # Factors are set together; templates say what single messages say; federation with other agents and regions.
    "cognito_user_pool": {
        "AcrConfiguration",
        "DcrConfiguration",
        "EmailVerificationMessage",
        "EmailVerificationSubject",
        "IssuerConfiguration",
        "MfaConfiguration",
        "SmsVerificationMessage",
        "UserPoolTags",
    },
    "cognito_identity_provider": {"AcrMapping"},
    # A secret is the service's to make.
    "cognito_user_pool_client": {"ClientSecret"},
    "backup_plan": {"BackupPlanTags", "CreatorRequestId"},
    "backup_selection": {"CreatorRequestId"},
    # What only the service sets, and other ways to say what costs are counted.
    "budgets_budget": {
        "BillingViewArn",
        "CalculatedSpend",
        "FilterExpression",
        "HealthStatus",
        "LastUpdatedTime",
        "Metrics",
    },
    "ce_anomaly_monitor": {"CreationDate", "DimensionalValueCount", "LastEvaluatedDate", "LastUpdatedDate"},
    "ce_anomaly_subscription": {"AccountId", "Threshold"},
    "config_rule": {"ConfigRuleArn", "ConfigRuleId", "ConfigRuleState", "CreatedBy", "RuleEvaluationVisibility"},
    "config_recorder": {"arn", "connectorArn", "recordingScope", "scopeConfiguration", "servicePrincipal"},
    "config_remediation": {"Arn", "CreatedByService"},
    # Other protocols than HTTP, addresses of one's own, and what is done once.
    "elb_listener": {"AlpnPolicy"},
    "elb_listener_rule": {"ResetTransforms"},
    "elb_load_balancer": {
        "CustomerOwnedIpv4Pool",
        "EnablePrefixForIpv6SourceNat",
        "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic",
        "IpamPools",
        "SubnetMappings",
    },
    "elb_target_group": {"TargetControlPort"},
    "route53_hosted_zone": {"CallerReference"},
    # The older form of what another member says.
    "cloudwatch_anomaly_detector": {"Dimensions", "MetricName", "Namespace", "Stat"},
    # Policies of single log groups, and a guard against others who change it at the same time.
    "cloudwatchlogs_resource_policy": {"expectedRevisionId", "resourceArn"},
    "ec2_elastic_ip": {"Address", "CustomerOwnedIpv4Pool", "IpamPoolId", "NetworkBorderGroup", "PublicIpv4Pool"},
    "ec2_nat_gateway": {
        "AvailabilityMode",
        "AvailabilityZoneAddresses",
        "PrivateIpAddress",
        "SecondaryAllocationIds",
        "SecondaryPrivateIpAddressCount",
        "SecondaryPrivateIpAddresses",
        "VpcId",
    },
    "ec2_vpc_endpoint": {
        "DnsOptions",
        "IpAddressType",
        "ResetPolicy",
        "ResourceConfigurationArn",
        "ServiceNetworkArn",
        "ServiceRegion",
        "SubnetConfigurations",
    },
    "ec2_vpc_flow_log": {
        "DeliverCrossAccountRole",
        "DestinationOptions",
        "LogFormat",
        "ResourceIds",
        "TagFieldSpecifications",
    },
    # A restart is no state; the role is for load balancers of the first generation; the rest is not for Fargate.
    "ecs_service": {"forceNewDeployment", "gatewayConnectors", "monitoring", "role"},
    # AWS ended Elastic Inference.
    "ecs_task_definition": {"inferenceAccelerators"},
    # Older words for features.
    "guardduty_detector": {"DataSources"},
    "opensearch_domain": {
        "AIMLOptions",
        "AcceptedWarnings",
        "AutomatedSnapshotPauseOptions",
        "DeploymentStrategyOptions",
        "DryRunMode",
        "EngineMode",
        "UseCase",
    },
    # Databases other than Aurora, global clusters, and the first version of serverless ones; what is done once.
    "rds_aurora_cluster": {
        "AllocatedStorage",
        "AllowEngineModeChange",
        "AssociatedRoles",
        "AutoMinorVersionUpgrade",
        "AvailabilityZones",
        "AwsBackupRecoveryPointArn",
        "CACertificateIdentifier",
        "CharacterSetName",
        "CloudwatchLogsExportConfiguration",
        "ClusterScalabilityType",
        "DBClusterInstanceClass",
        "DBInstanceParameterGroupName",
        "DBSystemId",
        "Domain",
        "DomainIAMRoleName",
        "EnableGlobalWriteForwarding",
        "EnableLimitlessDatabase",
        "EnableLocalWriteForwarding",
        "EngineLifecycleSupport",
        "EngineMode",
        "GlobalClusterIdentifier",
        "Iops",
        "MasterUserAuthenticationType",
        "NewDBClusterIdentifier",
        "OptionGroupName",
        "PreSignedUrl",
        "PubliclyAccessible",
        "RdsCustomClusterConfiguration",
        "ReplicationSourceIdentifier",
        "RotateMasterUserPassword",
        "ScalingConfiguration",
        "SourceRegion",
        "WithExpressConfiguration",
    },
    # What the cluster says for all its instances, and databases other than Aurora.
    "rds_aurora_instance": {
        "AdditionalStorageVolumes",
        "AllocatedStorage",
        "AllowMajorVersionUpgrade",
        "AutomationMode",
        "AwsBackupRecoveryPointArn",
        "BackupRetentionPeriod",
        "BackupTarget",
        "CertificateRotationRestart",
        "CharacterSetName",
        "CloudwatchLogsExportConfiguration",
        "CopyTagsToSnapshot",
        "CustomIamInstanceProfile",
        "DBCapacityReservationIdentifier",
        "DBName",
        "DBPortNumber",
        "DBSecurityGroups",
        "DBSubnetGroupName",
        "DBSystemId",
        "DatabaseInsightsMode",
        "DedicatedLogVolume",
        "DeletionProtection",
        "DisableDomain",
        "Domain",
        "DomainAuthSecretArn",
        "DomainDnsIps",
        "DomainFqdn",
        "DomainIAMRoleName",
        "DomainOu",
        "EnableCloudwatchLogsExports",
        "EnableCustomerOwnedIp",
        "EnableIAMDatabaseAuthentication",
        "EngineLifecycleSupport",
        "EngineVersion",
        "Iops",
        "KmsKeyId",
        "LicenseModel",
        "ManageMasterUserPassword",
        "MasterUserAuthenticationType",
        "MasterUserPassword",
        "MasterUserSecretKmsKeyId",
        "MasterUsername",
        "MaxAllocatedStorage",
        "MultiAZ",
        "MultiTenant",
        "NcharCharacterSetName",
        "NetworkType",
        "NewDBInstanceIdentifier",
        "OptionGroupName",
        "Port",
        "PreferredBackupWindow",
        "ProcessorFeatures",
        "ReplicaMode",
        "ResumeFullAutomationModeMinutes",
        "RotateMasterUserPassword",
        "StorageEncrypted",
        "StorageThroughput",
        "StorageType",
        "TdeCredentialArn",
        "TdeCredentialPassword",
        "Timezone",
        "UseDefaultProcessorFeatures",
        "VpcSecurityGroupIds",
    },
    "s3_bucket": {
        "ACL",
        "BucketNamespace",
        "CreateBucketConfiguration",
        "GrantFullControl",
        "GrantRead",
        "GrantReadACP",
        "GrantWrite",
        "GrantWriteACP",
        "ObjectLockEnabledForBucket",
    },
    "sns_topic": {"Attributes", "DataProtectionPolicy"},
    "xray_group": {"GroupARN"},
    "xray_sampling_rule": {"RuleARN"},
    # The module reads it, and says it in an update.
    "opensearchserverless_policy": {"policyVersion"},
    # Made by others than the platform, and what only people can say.
    "wellarchitected_workload": {
        "IsReviewOwnerUpdateAcknowledged",
        "JiraConfiguration",
        "ProfileArns",
        "ReviewTemplateArns",
    },
    "s3vectors_index": {"vectorBucketArn"},
    # Secrets of other vendors, and values that are not text.
    "secretsmanager_secret": {
        "CrossAccountPrimaryARN",
        "ForceOverwriteReplicaSecret",
        "AddReplicaRegions",
        "SecretBinary",
        "Type",
    },
    "secretsmanager_secret_rotation": {"ExternalSecretRotationMetadata", "ExternalSecretRotationRoleArn"},
    # The module always works on the newest version.
    "ssm_document": {"DocumentVersion"},
    # What the service tells, or Firewall Manager sets.
    "wafv2_logging_configuration": {"ManagedByFirewallManager"},
    # Paying for access by crawlers is no business of the platform.
    "wafv2_web_acl": {"LockToken", "MonetizationConfig"},
}
MOST_LINES = 40


class Module:
    def __init__(self, name):
        self.name = name
        self.source = (ROOT / f"plugins/modules/{name}.py").read_text()
        self.code = importlib.import_module(f"{COLLECTION}.modules.{name}")
        self.documentation = arguments.load(self.code.DOCUMENTATION)
        self.examples = arguments.load(self.code.EXAMPLES)
        self.returns = arguments.load(self.code.RETURN)
        self.options = self.documentation.get("options") or {}
        self.fragments = self.documentation.get("extends_documentation_fragment") or []
        self.resource = getattr(self.code, "RESOURCE", None)

    @property
    def spec(self):
        return arguments.argument_spec(self.documentation)

    @property
    def keeps_a_resource(self):
        """Whether the engine's reconciler runs it, rather than a function of its own."""
        return "import run\n" in self.source

    @property
    def lists_resources(self):
        """Whether it is the twin of a module that keeps a resource."""
        return "import run_info\n" in self.source

    @property
    def keeps_a_list(self):
        """Whether it keeps a list of resources, each as the module for one does."""
        return "import run_list\n" in self.source


MODULES = [pytest.param(module, id=module.name) for module in map(Module, NAMES)]
RESOURCES = [param for param in MODULES if param.values[0].keeps_a_resource]
TWINS = [param for param in MODULES if param.values[0].lists_resources]
LISTS = [param for param in MODULES if param.values[0].keeps_a_list]
ONE_OF = {param.id: re.sub(r"ies$", "y", param.id).removesuffix("s") for param in LISTS}


@functools.cache
def client(service):
    """Slow to make, and every test of every module of the service asks for one."""
    return boto3.Session("key", "secret", region_name="eu-central-1").client(service)


class Context:
    """What settable and live_shape use of a context."""

    def __init__(self, resource):
        self.resource = resource
        own = Api(client(resource.service), envelopes=resource.envelopes)
        self.api = resource.api(self) if resource.api else own


class TestModel:
    @pytest.mark.parametrize("module", RESOURCES)
    def test_every_option_is_a_member_of_the_api(self, module):
        resource, context = module.resource, Context(module.resource)
        members = settable(context)
        special = {*resource.local, *(facet.option for facet in resource.facets)}
        for option in set(arguments.own_options(module.documentation)) - special:
            assert member_of(context, option, members) in members

    @pytest.mark.parametrize("module", RESOURCES)
    def test_every_operation_is_one_of_the_api(self, module):
        resource, context = module.resource, Context(module.resource)
        verbs = ["create", "delete", "read", *(["listing"] if isinstance(resource.find, ByList) else [])]
        for verb in verbs:
            operation = resource.operation(verb)
            assert not operation or context.api.has(operation), operation

    @pytest.mark.parametrize("module", RESOURCES)
    def test_what_the_declaration_names_is_in_the_api(self, module):
        resource, context = module.resource, Context(module.resource)
        live = set(live_shape(context).members)
        # What a resource was asked for by stays known.
        assert set(resource.ids.values()) <= live | set(context.api.members(resource.operation("read")))
        if isinstance(resource.find, ByList):
            assert set(resource.find.match) <= live
        update = set(context.api.members(resource.operation("update")))
        assert set(resource.immutable) <= update
        assert {name for verb in ("create", "read") for name in resource.parents} <= set(settable(context))
        assert set(resource.defaults) <= set(context.api.members(resource.operation("create")))

    @pytest.mark.parametrize("module", RESOURCES)
    def test_choices_are_those_of_the_api(self, module):
        resource, context = module.resource, Context(module.resource)
        members = settable(context)
        special = {*resource.local, *(facet.option for facet in resource.facets)}
        for option, documented in arguments.own_options(module.documentation).items():
            if option not in special and "choices" in documented:
                known = getattr(members[member_of(context, option, members)], "enum", [])
                assert set(documented["choices"]) <= set(known or documented["choices"]), option

    @pytest.mark.parametrize("module", RESOURCES)
    def test_says_what_a_newer_boto3_added(self, module):
        """Never fails, but whoever updates boto3 should hear of new members: add an option, or leave it out below."""
        resource, context = module.resource, Context(module.resource)
        special = {*resource.local, *(facet.option for facet in resource.facets)}
        members = settable(context)
        options = set(arguments.own_options(module.documentation)) - special
        covered = {member_of(context, name, members) for name in options}
        addressed = {*context.api.members(resource.operation("read")), *resource.ids, *resource.defaults, *PLUMBING}
        given = {*context.api.members(resource.operation("create")), *context.api.members(resource.operation("update"))}
        more = {
            name
            for name in given - covered - addressed - LEFT_OUT.get(module.name, set())
            if snake(name) not in special and not STEPWISE.match(name)
        }
        if more:
            warnings.warn(f"{module.name} has no option for what boto3 knows: {', '.join(sorted(more))}", stacklevel=1)


class TestTwins:
    @pytest.mark.parametrize("twin", TWINS)
    def test_shares_the_declaration_of_its_module(self, twin):
        assert Module(twin.name.removesuffix("_info")).resource is twin.resource

    @pytest.mark.parametrize("twin", TWINS)
    def test_requires_what_the_list_is_in_and_nothing_else(self, twin):
        members = Context(twin.resource).api.members(twin.resource.operation("listing"))
        required = {name for name, option in twin.options.items() if option.get("required")}
        renames = {member: option for option, member in twin.resource.renames.items()}
        asked = [name for name in twin.resource.parents if name not in twin.resource.supplied]
        assert required == {renames.get(name, snake(name)) for name in asked if name in members}

    @pytest.mark.parametrize("twin", TWINS)
    def test_filters_by_members_of_the_api(self, twin):
        context = Context(twin.resource)
        members = settable(context)
        for option in set(twin.options) - set(twin.resource.local):
            assert member_of(context, option, members) in members

    @pytest.mark.parametrize("twin", TWINS)
    def test_filters_by_tags_where_there_are_any(self, twin):
        assert ("bidops.platform.filter_tags" in twin.fragments) == (twin.resource.tagging is not None)


class TestLists:
    @pytest.mark.parametrize("module", LISTS)
    def test_has_what_the_module_for_one_has(self, module):
        one = Module(ONE_OF[module.name])
        assert module.resource is one.resource
        assert module.fragments == one.fragments

    @pytest.mark.parametrize("module", LISTS)
    def test_each_takes_the_options_of_the_module_for_one(self, module):
        def told(options):
            """The options without what is said of them, at any depth."""
            return {
                name: {
                    key: told(value) if key == "suboptions" else value
                    for key, value in option.items()
                    if key != "description"
                }
                for name, option in options.items()
            }

        suboptions = told(module.options[module.resource.several]["suboptions"])
        tags = {"tags": {"type": "dict"}} if module.resource.tagging else {}
        one = Module(ONE_OF[module.name])
        assert suboptions == {**told(arguments.own_options(one.documentation)), **tags}

    @pytest.mark.parametrize("module", LISTS)
    def test_holds_no_secrets(self, module):
        """Ansible hides what is no_log in the options of a task, but knows nothing of these suboptions."""
        assert not module.resource.secret


class TestDocumentation:
    @pytest.mark.parametrize("module", MODULES)
    def test_is_complete(self, module):
        documentation = module.documentation
        assert documentation["module"] == module.name
        for key in ("version_added", "short_description", "description", "author"):
            assert documentation[key], key
        assert_documented(module.options)

    @pytest.mark.parametrize("module", [param for param in MODULES if param.values[0].resource])
    def test_has_the_options_of_all_modules_for_aws(self, module):
        assert {"amazon.aws.common.modules", "amazon.aws.region.modules", "amazon.aws.boto3"} <= set(module.fragments)

    @pytest.mark.parametrize("module", RESOURCES)
    def test_a_resource_has_the_common_options(self, module):
        assert {"bidops.platform.state"} <= set(module.fragments)
        assert ("bidops.platform.tags" in module.fragments) == (module.resource.tagging is not None)

    @pytest.mark.parametrize("module", [param for param in MODULES if param.values[0].resource])
    def test_names_the_service_that_it_talks_to(self, module):
        text = " ".join(module.documentation["description"])
        assert f"C({module.resource.service})" in text

    @pytest.mark.parametrize("module", MODULES)
    def test_return_is_complete(self, module):
        assert module.returns
        if module.resource:
            several = module.lists_resources or module.keeps_a_list
            key = module.resource.several if several else module.resource.returns
            assert key in module.returns
        for key, value in module.returns.items():
            assert value.get("returned"), key
            assert_returned({key: value})

    @pytest.mark.parametrize("module", MODULES)
    def test_examples_use_this_module_and_only_its_options(self, module):
        tasks = module.examples
        assert tasks
        assert any(f"{FQCN}{module.name}" in task for task in tasks)
        for task in tasks:
            assert task["name"]
            for key, given in task.items():
                if key.startswith(FQCN):
                    other = Module(key.removeprefix(FQCN))
                    assert_follows(given or {}, other.spec, key)


def assert_documented(options):
    for name, option in options.items():
        assert option.get("description"), f"{name} has no description"
        assert option.get("type"), f"{name} has no type"
        assert option["type"] != "list" or option.get("elements"), f"{name} says nothing of its elements"
        assert_documented(option.get("suboptions", {}))


def assert_returned(values):
    for name, value in values.items():
        assert value.get("description"), f"{name} has no description"
        assert value.get("type"), f"{name} has no type"
        assert_returned(value.get("contains", {}))


def assert_follows(given, spec, where):
    known = {*spec, *(alias for option in spec.values() for alias in option.get("aliases", []))}
    assert set(given) <= known, f"{where}: {sorted(set(given) - known)} are no options"
    if given.get("state") != "absent":
        missing = {name for name, option in spec.items() if option.get("required")} - set(given)
        assert not missing, f"{where}: {sorted(missing)} are missing"
    for name, value in given.items():
        option = spec.get(name, {})
        if "choices" in option and not str(value).startswith("{{"):
            assert set(value if isinstance(value, list) else [value]) <= set(option["choices"]), f"{where}.{name}"
        if "options" in option:
            for entry in value if isinstance(value, list) else [value]:
                assert_follows(entry, option["options"], f"{where}.{name}")


class TestFragments:
    @pytest.mark.parametrize("fragment", sorted(arguments.FRAGMENTS))
    def test_documents_what_the_engine_adds(self, fragment):
        name = fragment.rsplit(".", 1)[-1]
        code = importlib.import_module(f"{COLLECTION}.doc_fragments.{name}")
        documented = yaml.safe_load(code.ModuleDocFragment.DOCUMENTATION)["options"]
        assert_documented(documented)
        told = [{key: value for key, value in option.items() if key != "description"} for option in documented.values()]
        assert dict(zip(documented, told, strict=True)) == arguments.FRAGMENTS[fragment]

    def test_there_are_no_others(self):
        files = {f"bidops.platform.{path.stem}" for path in FRAGMENTS.glob("*.py") if path.stem != "__init__"}
        assert files == set(arguments.FRAGMENTS)

    @pytest.mark.parametrize("module", MODULES)
    def test_modules_use_only_fragments_that_exist(self, module):
        own = {fragment for fragment in module.fragments if fragment.startswith(FQCN)}
        assert own <= set(arguments.FRAGMENTS)


class TestArguments:
    documentation = {
        "options": {
            "name": {"description": "x", "type": "str", "required": True},
            "rules": {
                "description": "x",
                "type": "list",
                "elements": "dict",
                "suboptions": {"kind": {"description": "x", "type": "str", "choices": ["a", "b"], "default": "a"}},
            },
            "password": {"description": "x", "type": "str"},
        },
        "extends_documentation_fragment": ["bidops.platform.state", "amazon.aws.boto3"],
    }

    def test_come_from_the_documentation(self):
        spec = arguments.argument_spec(self.documentation, secret=["password"])
        assert spec["name"] == {"type": "str", "required": True, "no_log": False}
        kind = {"type": "str", "default": "a", "choices": ["a", "b"], "no_log": False}
        assert spec["rules"]["options"] == {"kind": kind}
        assert spec["password"]["no_log"]
        assert spec["state"]["choices"] == ["present", "absent"]

    def test_the_modules_own_are_told_from_those_of_fragments(self):
        assert list(arguments.own_options(self.documentation)) == ["name", "rules", "password"]

    def test_a_run_does_not_change_what_the_next_one_gets(self):
        arguments.argument_spec(self.documentation)["state"]["default"] = "absent"
        assert arguments.argument_spec(self.documentation)["state"]["default"] == "present"


def code_lines(source):
    """Lines that are neither empty, nor comments, nor documentation."""
    tree = ast.parse(source)
    without = set()
    for node in ast.walk(tree):
        is_documentation = isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in (
            "DOCUMENTATION",
            "EXAMPLES",
            "RETURN",
        )
        is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if is_documentation or is_docstring:
            without.update(range(node.lineno, node.end_lineno + 1))
    lines = [line.strip() for number, line in enumerate(source.splitlines(), 1) if number not in without]
    return [line for line in lines if line and not line.startswith("#")]


def texts(source):
    """The texts in the code, without docstrings."""
    tree = ast.parse(source)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docstrings]
    return [node.value for node in nodes if isinstance(node.value, str)]


class TestSize:
    def test_modules_are_short(self):
        sizes = {param.id: len(code_lines(param.values[0].source)) for param in MODULES}
        assert statistics.median(sizes.values()) <= MOST_LINES, sizes

    @pytest.mark.parametrize("path", ENGINE, ids=lambda path: path.stem)
    def test_the_engine_knows_no_service(self, path):
        resources = [param.values[0].resource for param in MODULES if param.values[0].resource]
        names = {resource.service for resource in resources} | {resource.noun for resource in resources}
        words = " ".join(texts(path.read_text()))
        assert not {name for name in names - {""} if re.search(rf"\b{re.escape(name)}\b", words)}


def test_the_defaults_of_a_declaration_suit_most():
    resource = Resource(service="s", noun="Thing", returns="thing")
    verbs = ("create", "read", "update", "delete", "listing")
    assert [resource.operation(verb) for verb in verbs] == [
        "CreateThing",
        "GetThing",
        "UpdateThing",
        "DeleteThing",
        "ListThings",
    ]
