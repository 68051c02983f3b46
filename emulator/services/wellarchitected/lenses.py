"""Two lenses, in words of our own: a part of what the real ones ask, with their pillars."""

from dataclasses import dataclass
from functools import cached_property

from emulator.modeled.errors import not_found

HIGH, MEDIUM, LOW = "HIGH", "MEDIUM", "LOW"
OFFICIAL = "arn:aws:wellarchitected::aws:lens/"
PILLARS = {
    "operationalExcellence": "Operational Excellence",
    "security": "Security",
    "reliability": "Reliability",
    "performance": "Performance Efficiency",
    "costOptimization": "Cost Optimization",
    "sustainability": "Sustainability",
}


@dataclass(frozen=True)
class Choice:
    id: str
    title: str
    weight: str


@dataclass(frozen=True)
class Question:
    """A question; its practices are (weight, short name, title)."""

    pillar: str
    id: str
    title: str
    prefix: str
    best: tuple[tuple[str, str, str], ...]

    @cached_property
    def practices(self) -> tuple[Choice, ...]:
        return tuple(Choice(f"{self.prefix}_{name}", title, weight) for weight, name, title in self.best)

    @property
    def none(self) -> str:
        return f"{self.prefix}_no"

    @property
    def nothing(self) -> Choice:
        return Choice(self.none, "None of these", LOW)

    @property
    def description(self) -> str:
        return f"Choose what the workload already does. {self.title}"


@dataclass(frozen=True)
class Lens:
    alias: str
    name: str
    version: str
    questions: tuple[Question, ...]

    @property
    def arn(self) -> str:
        return OFFICIAL + self.alias

    @property
    def pillars(self) -> dict[str, str]:
        asked = {question.pillar for question in self.questions}
        return {pillar: name for pillar, name in PILLARS.items() if pillar in asked}


FRAMEWORK = Lens(
    "wellarchitected",
    "AWS Well-Architected Framework",
    "2025-02-25",
    (
        Question(
            "operationalExcellence",
            "observability",
            "How do you see what your workload is doing?",
            "ops_observability",
            (
                (HIGH, "identify_kpis", "Know the figures that tell how well it serves its users"),
                (HIGH, "application_telemetry", "Let the application tell what it does"),
                (MEDIUM, "dist_trace", "Follow requests through all parts"),
            ),
        ),
        Question(
            "operationalExcellence",
            "dev-integ",
            "How do you bring changes into production safely?",
            "ops_dev_integ",
            (
                (HIGH, "version_control", "Keep everything under version control"),
                (HIGH, "test_val_chg", "Test changes before they are deployed"),
                (MEDIUM, "auto_integ_deploy", "Integrate and deploy without manual steps"),
            ),
        ),
        Question(
            "security",
            "securely-operate",
            "How do you operate your workload securely?",
            "sec_securely_operate",
            (
                (HIGH, "multi_accounts", "Separate workloads by accounts"),
                (HIGH, "aws_account", "Guard the root user and the account"),
                (MEDIUM, "threat_model", "Know what could be attacked, and how"),
            ),
        ),
        Question(
            "security",
            "permissions",
            "How do you decide who may do what?",
            "sec_permissions",
            (
                (HIGH, "least_privileges", "Grant no more than is needed"),
                (MEDIUM, "continuous_reduction", "Take away what is not used"),
                (LOW, "lifecycle", "Tie access to the time somebody works here"),
            ),
        ),
        Question(
            "security",
            "protect-data-rest",
            "How do you protect stored data?",
            "sec_protect_data_rest",
            (
                (HIGH, "encrypt", "Encrypt everything that is stored"),
                (HIGH, "key_mgmt", "Manage keys on purpose"),
                (MEDIUM, "access_control", "Control who reads it"),
            ),
        ),
        Question(
            "reliability",
            "backing-up-data",
            "How do you back up data?",
            "rel_backing_up_data",
            (
                (HIGH, "identified_backups_data", "Back up all that cannot be made again"),
                (HIGH, "secured_backups_data", "Protect the backups"),
                (MEDIUM, "periodic_recovery_testing_data", "Restore from them regularly, to be sure"),
            ),
        ),
        Question(
            "reliability",
            "fault-isolation",
            "How do you keep a fault from spreading?",
            "rel_fault_isolation",
            (
                (HIGH, "multiaz_region_system", "Run in several availability zones"),
                (MEDIUM, "use_bulkhead", "Divide it, so that one part fails alone"),
            ),
        ),
        Question(
            "performance",
            "compute",
            "How do you choose what your workload runs on?",
            "perf_compute",
            (
                (HIGH, "scaling", "Let capacity follow the load"),
                (MEDIUM, "right_sizing", "Choose sizes by what was measured"),
            ),
        ),
        Question(
            "costOptimization",
            "monitor-usage",
            "How do you watch usage and cost?",
            "cost_monitor_usage",
            (
                (HIGH, "org_information", "Tell costs apart by tags"),
                (HIGH, "config_tools", "Be told when a budget is exceeded"),
                (LOW, "define_kpi", "Measure the cost of what users get"),
            ),
        ),
        Question(
            "costOptimization",
            "manage-demand-resources",
            "How do you match supply with demand?",
            "cost_manage_demand_resources",
            (
                (MEDIUM, "cost_analysis", "Know when it is used"),
                (MEDIUM, "dynamic", "Scale with demand or by the clock"),
            ),
        ),
        Question(
            "sustainability",
            "user_a",
            "How do you use no more than users need?",
            "sus_sus_user",
            (
                (MEDIUM, "a2", "Scale with the load"),
                (LOW, "a3", "Align service levels with need"),
            ),
        ),
    ),
)

GENERATIVE_AI = Lens(
    "genai",
    "Generative AI Lens",
    "2025-04-15",
    (
        Question(
            "operationalExcellence",
            "genops01",
            "How do you keep the quality of what the model says?",
            "genops01",
            (
                (HIGH, "bp01", "Evaluate answers regularly against known good ones"),
                (MEDIUM, "bp02", "Collect what users say of answers"),
            ),
        ),
        Question(
            "operationalExcellence",
            "genops02",
            "How do you watch the health of the application?",
            "genops02",
            (
                (HIGH, "bp01", "Watch all layers, from the prompt to the answer"),
                (MEDIUM, "bp02", "Watch the models: calls, tokens, errors and latency"),
                (MEDIUM, "bp03", "Limit the rate of requests"),
            ),
        ),
        Question(
            "security",
            "gensec01",
            "How do you control access to models and agents?",
            "gensec01",
            (
                (HIGH, "bp01", "Grant access to models as narrowly as to data"),
                (HIGH, "bp02", "Reach models over private networks"),
                (MEDIUM, "bp03", "Let models read only the data that the user may read"),
                (MEDIUM, "bp04", "Log every invocation"),
            ),
        ),
        Question(
            "security",
            "gensec02",
            "How do you keep answers from doing harm?",
            "gensec02",
            ((HIGH, "bp01", "Filter prompts and answers with guardrails"),),
        ),
        Question(
            "security",
            "gensec05",
            "How do you keep agents from doing too much?",
            "gensec05",
            ((HIGH, "bp01", "Limit what an agent may do, and on whose behalf"),),
        ),
        Question(
            "reliability",
            "genrel01",
            "How do you stay within the throughput of models?",
            "genrel01",
            ((MEDIUM, "bp01", "Spread load over regions or provision throughput"),),
        ),
        Question(
            "performance",
            "genperf02",
            "How do you keep the application fast?",
            "genperf02",
            (
                (MEDIUM, "bp01", "Load-test it"),
                (LOW, "bp02", "Choose parameters that suit the task"),
            ),
        ),
        Question(
            "costOptimization",
            "gencost01",
            "How do you choose a model with regard to its cost?",
            "gencost01",
            ((MEDIUM, "bp01", "Take the smallest model that does the task"),),
        ),
        Question(
            "sustainability",
            "gensus01",
            "How do you use less energy for models?",
            "gensus01",
            ((LOW, "bp01", "Use models that scale to nothing"),),
        ),
    ),
)

LENSES = {lens.alias: lens for lens in (FRAMEWORK, GENERATIVE_AI)}


def alias(lens: str) -> str:
    """The short name of an official lens, which may be given by its ARN."""
    return lens.removeprefix(OFFICIAL)


def find_lens(lens: str) -> Lens:
    found = LENSES.get(alias(lens))
    if found is None:
        raise not_found(f"The lens {lens} was not found. There are: {', '.join(LENSES)}")
    return found
