"""community.aws.ecs_ecr cannot foretell a new repository that is to have a policy or a lifecycle."""

RULE = {
    "rulePriority": 1,
    "selection": {"tagStatus": "untagged", "countType": "sinceImagePushed", "countUnit": "days", "countNumber": 1},
    "action": {"type": "expire"},
}


def test_the_stock_module_fails_in_check_mode(play):
    options = {"name": "defects/stock", "lifecycle_policy": {"rules": [RULE]}}
    results = play([{"name": "look", "community.aws.ecs_ecr": options, "check_mode": True}])
    assert results["look"].get("failed")
    assert "could not find repository" in str(results["look"]).lower()


def test_ours_foretells_it(play, local_cloud):
    options = {"name": "defects/ours", "lifecycle_policy": {"rules": [RULE]}}
    results = play([{"name": "look", "bidops.platform.ecr_repository": options, "check_mode": True}])
    assert results["look"]["changed"], results["look"]
    assert results["look"]["repository"]["lifecycle_policy"] == {"rules": [RULE]}
    made = local_cloud.client("ecr").describe_repositories()["repositories"]
    assert "defects/ours" not in [repository["repositoryName"] for repository in made]
