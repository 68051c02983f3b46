"""bedrock-data-automation: blueprints and projects."""

from emulator.modeled.service import Service
from emulator.services.bedrock_data_automation.blueprint import Blueprint
from emulator.services.bedrock_data_automation.project import DataAutomationProject

SERVICE = Service("bedrock-data-automation", types=[Blueprint, DataAutomationProject])
