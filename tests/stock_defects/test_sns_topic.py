"""community.aws.sns_topic fails in check mode for a topic that is not there yet, and cannot encrypt one."""


def foreseen(module, **options):
    return [{"name": "foresee", module: {"name": "defect-alerts", **options}, "check_mode": True}]


def test_the_stock_module_fails_in_check_mode(play):
    results = play(foreseen("community.aws.sns_topic", display_name="Alerts"))
    assert results["foresee"].get("failed"), results["foresee"]


def test_ours_foresees_it_and_encrypts_it(play, local_cloud):
    module, options = "bidops.platform.sns_topic", {"kms_master_key_id": "alias/alerts", "tracing_config": "Active"}
    make = [{"name": "make", module: {"name": "defect-alerts", **options}}]
    results = play([*foreseen(module, **options), *make])
    foreseen_arn = results["foresee"]["topic"]["topic_arn"]
    assert results["foresee"]["changed"], results["foresee"]
    assert foreseen_arn == results["make"]["topic"]["topic_arn"]
    attributes = local_cloud.client("sns").get_topic_attributes(TopicArn=foreseen_arn)["Attributes"]
    assert (attributes["KmsMasterKeyId"], attributes["TracingConfig"]) == ("alias/alerts", "Active")
