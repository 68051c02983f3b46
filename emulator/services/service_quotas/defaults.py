"""The values that AWS gives an account at first, as the pages of the services name them."""

from moto.servicequotas.resources.default_quotas.vpc import VPC_DEFAULT_QUOTAS

SERVICES = {
    "ec2": "Amazon Elastic Compute Cloud (Amazon EC2)",
    "elasticloadbalancing": "Elastic Load Balancing (ELB)",
    "es": "Amazon OpenSearch Service",
    "fargate": "AWS Fargate",
    "rds": "Amazon Relational Database Service (Amazon RDS)",
    "vpc": "Amazon Virtual Private Cloud (Amazon VPC)",
    "xray": "AWS X-Ray",
}
QUOTAS: dict[tuple[str, str], tuple[str, float, bool]] = {
    ("ec2", "L-0263D0A3"): ("EC2-VPC Elastic IPs", 5, True),
    ("elasticloadbalancing", "L-53DA6B97"): ("Application Load Balancers per Region", 50, True),
    ("es", "L-076D529E"): ("Domains per Region", 100, True),
    ("fargate", "L-3032A538"): ("Fargate On-Demand vCPU resource count", 6, True),
    ("rds", "L-7B6409FD"): ("DB instances", 40, True),
    ("rds", "L-952B80B8"): ("DB clusters", 40, True),
    **{("vpc", one["QuotaCode"]): (one["QuotaName"], one["Value"], one["Adjustable"]) for one in VPC_DEFAULT_QUOTAS},
    ("xray", "L-8C0C998A"): ("Custom sampling rules per region", 25, True),
}
"""Service and code -> name, value and whether more can be asked for."""
