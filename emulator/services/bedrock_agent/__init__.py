"""bedrock-agent: knowledge bases, their data sources, ingestion, prompts and flows. (Agents are not here.)"""

from emulator.modeled.service import Service
from emulator.services.bedrock_agent import direct_ingestion, flow, prompt
from emulator.services.bedrock_agent.data_source import DataSource, delete_knowledge_base, delete_source
from emulator.services.bedrock_agent.ingestion_job import IngestionJob, list_jobs, start_job, stop_job
from emulator.services.bedrock_agent.knowledge_base import KnowledgeBase

SERVICE = Service(
    "bedrock-agent",
    types=[KnowledgeBase, DataSource, IngestionJob, direct_ingestion.KnowledgeBaseDocument, flow.Flow, prompt.Prompt],
    untaggable=(DataSource, IngestionJob, direct_ingestion.KnowledgeBaseDocument),
    operations={
        "DeleteDataSource": delete_source,
        "DeleteKnowledgeBase": delete_knowledge_base,
        "CreatePromptVersion": prompt.create_version,
        "DeletePrompt": prompt.delete_prompt,
        "GetPrompt": prompt.get_prompt,
        "ListIngestionJobs": list_jobs,
        "ListPrompts": prompt.list_prompts,
        "PrepareFlow": flow.prepare,
        "StartIngestionJob": start_job,
        "StopIngestionJob": stop_job,
        **direct_ingestion.OPERATIONS,
    },
)
