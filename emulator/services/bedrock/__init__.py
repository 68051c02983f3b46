"""bedrock, the control plane of models: what keeps and watches them, who may use them, and how good they are."""

from emulator.modeled.service import Service
from emulator.services.bedrock import access, evaluation_job, guardrail, inference_profile, invocation_logging, models
from emulator.services.bedrock.evaluation_job import EvaluationJob
from emulator.services.bedrock.guardrail import Guardrail
from emulator.services.bedrock.inference_profile import InferenceProfile

SERVICE = Service(
    "bedrock",
    types=[Guardrail, InferenceProfile, EvaluationJob],
    operations={
        "BatchDeleteEvaluationJob": evaluation_job.batch_delete,
        "StopEvaluationJob": evaluation_job.stop,
        **access.OPERATIONS,
        **guardrail.OPERATIONS,
        **inference_profile.OPERATIONS,
        **invocation_logging.OPERATIONS,
        **models.OPERATIONS,
    },
)
