"""Signature Version 4 and the policies of IAM, for those who switch the checks on.

gate            the switch, and the way of a request through all of this
signature       Signature Version 4
credentials     access keys, and who has them
principals      users, sessions and the account itself, with their policies
request         a request with its parameters
actions         operation -> actions of IAM
resources       operation and parameters -> resources, of ours
motos_resources the same for moto's services
demands         all that a request needs to be allowed
context         condition keys
conditions      condition operators
wildcards       patterns and variables
policy          statements
resource_policies  policies of buckets, queues, topics, keys and secrets, and trust policies
decision        all policies together
refusals        the errors of each protocol
tags            tags in requests, and of resources
"""
