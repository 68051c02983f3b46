#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cognito_user_pool
version_added: 0.1.0
short_description: Manage Amazon Cognito user pools
description:
  - Creates, changes and deletes a user pool of Amazon Cognito, a directory of users with its own OpenID issuer.
  - Options that are not given stay as they are, although the API resets what an update leaves out.
  - Names of user pools need not be unique; the module refuses to choose between several pools of the same name.
  - Deleting a user pool deletes its users.
  - Uses the operations CreateUserPool, DescribeUserPool, ListUserPools, UpdateUserPool, AddCustomAttributes,
    GetUserPoolMfaConfig, SetUserPoolMfaConfig and DeleteUserPool of C(cognito-idp), and its tag operations.
notes:
  - RV(user_pool.issuer) is the service's endpoint followed by the id of the pool. With an endpoint of FIPS, or a pool
    whose issuer is of another type than the original one, tokens name another issuer (unverified).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the user pool, 1 to 128 letters, digits, spaces and C(_+=,.@-).
    type: str
    required: true
  schema:
    description:
      - Attributes of users, each with C(name), C(attribute_data_type), one of V(String), V(Number), V(DateTime) and
        V(Boolean), and C(mutable), C(required) and C(string_attribute_constraints) (C(min_length), C(max_length)) or
        C(number_attribute_constraints) (C(min_value), C(max_value)), all four as text.
      - A name that is none of the OpenID standard ones makes an attribute of one's own, C(custom:<name>), 1 to 20
        characters. At most 50 of them; they cannot be required.
      - Attributes can be added to an existing pool, but neither changed nor removed. Those that are left out stay.
    type: list
    elements: dict
  username_attributes:
    description:
      - What people sign in with instead of a user name, V(email) and V(phone_number). Only a new pool can have it, and
        not together with O(alias_attributes).
    type: list
    elements: str
  alias_attributes:
    description:
      - What people may sign in with besides their user name, V(email), V(phone_number) and V(preferred_username). Only
        a new pool can have it.
    type: list
    elements: str
  username_configuration:
    description:
      - With C(case_sensitive), whether upper and lower case matter in user names. Only a new pool can have it.
    type: dict
  policies:
    description:
      - What passwords must be like in C(password_policy), with C(minimum_length) (6 to 99), C(require_uppercase),
        C(require_lowercase), C(require_numbers), C(require_symbols), C(password_history_size) (0 to 24, not in
        O(user_pool_tier=LITE)) and C(temporary_password_validity_days) (0 to 365).
      - What people may begin a choice-based sign-in with in C(sign_in_policy), a list C(allowed_first_auth_factors).
    type: dict
  mfa_config:
    description:
      - The second factors, and passkeys. C(mfa_configuration) is V(OFF), V(ON) or V(OPTIONAL); other than V(OFF) it
        needs one of C(software_token_mfa_configuration) (C(enabled)), C(sms_mfa_configuration)
        (C(sms_authentication_message), C(sms_configuration) as in O(sms_configuration)) and
        C(email_mfa_configuration) (C(message) with C({####}), C(subject)), which needs V(ESSENTIALS) or V(PLUS) and an
        O(email_configuration) of one's own.
      - C(web_authn_configuration) has C(relying_party_id), C(user_verification), V(required) or V(preferred), and
        C(factor_configuration).
      - Members that are left out stay as they are.
    type: dict
  user_pool_tier:
    description:
      - Feature plan, which also sets the price. V(ESSENTIALS) for a new pool.
    type: str
    choices: [LITE, ESSENTIALS, PLUS]
  user_pool_add_ons:
    description:
      - Threat protection, with C(advanced_security_mode), V(OFF), V(AUDIT) or V(ENFORCED), and
        C(advanced_security_additional_flows). Needs O(user_pool_tier=PLUS).
    type: dict
  auto_verified_attributes:
    description:
      - Attributes that Cognito verifies with a code when somebody signs up, V(email) and V(phone_number).
    type: list
    elements: str
  account_recovery_setting:
    description:
      - How people get a new password, in C(recovery_mechanisms), each with C(priority), 1 or 2, and C(name),
        V(verified_email), V(verified_phone_number) or V(admin_only), which stands alone.
    type: dict
  admin_create_user_config:
    description:
      - With C(allow_admin_create_user_only) nobody can sign up alone. C(invite_message_template) has C(email_message),
        C(email_subject) and C(sms_message).
    type: dict
  verification_message_template:
    description:
      - What messages with codes or links say, with C(default_email_option), V(CONFIRM_WITH_CODE) or
        V(CONFIRM_WITH_LINK), C(email_message), C(email_subject), C(email_message_by_link), C(email_subject_by_link) and
        C(sms_message).
    type: dict
  sms_authentication_message:
    description:
      - What a text message with a code for signing in says, 6 to 140 characters with C({####}).
    type: str
  user_attribute_update_settings:
    description:
      - Attributes that keep their old value until the new one is verified, in
        C(attributes_require_verification_before_update).
    type: dict
  device_configuration:
    description:
      - Whether devices are remembered, with C(challenge_required_on_new_device) and
        C(device_only_remembered_on_user_prompt).
    type: dict
  email_configuration:
    description:
      - Who sends mail. C(email_sending_account) is V(COGNITO_DEFAULT), for a few messages a day, or V(DEVELOPER), which
        needs C(source_arn), the ARN of an identity of SES. C(from), C(reply_to_email_address) and C(configuration_set)
        go with it.
    type: dict
  sms_configuration:
    description:
      - Who sends text messages, with C(sns_caller_arn), the ARN of a role that Cognito may assume, C(external_id) and
        C(sns_region).
    type: dict
  lambda_config:
    description:
      - Functions to call, by trigger, such as C(pre_sign_up) or C(pre_token_generation_config) (C(lambda_arn),
        C(lambda_version)). Triggers that are left out are removed.
    type: dict
  deletion_protection:
    description:
      - With V(ACTIVE) the pool cannot be deleted before it is set to V(INACTIVE), the default of a new pool.
    type: str
    choices: [ACTIVE, INACTIVE]
  key_configuration:
    description:
      - What encrypts the pool, with C(key_type), V(AWS_OWNED_KEY) or V(CUSTOMER_MANAGED_KEY), and C(kms_key_arn).
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: A directory of people whom an administrator lets in, with codes of an app
  bidops.platform.cognito_user_pool:
    name: bidops-dev-people
    username_attributes: [email]
    auto_verified_attributes: [email]
    schema:
      - {name: team, attribute_data_type: String, mutable: true}
    policies:
      password_policy:
        minimum_length: 14
        require_lowercase: true
        require_numbers: true
    admin_create_user_config:
      allow_admin_create_user_only: true
    account_recovery_setting:
      recovery_mechanisms: [{priority: 1, name: verified_email}]
    mfa_config:
      mfa_configuration: OPTIONAL
      software_token_mfa_configuration: {enabled: true}
    tags:
      project: bidops
  register: people

- name: Say where the keys of its tokens are
  ansible.builtin.debug:
    msg: "{{ people.user_pool.issuer }}/.well-known/jwks.json"

- name: Remove the directory and everybody in it
  bidops.platform.cognito_user_pool:
    name: bidops-dev-people
    state: absent
"""

RETURN = r"""
user_pool:
  description: The user pool as DescribeUserPool describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    id:
      description: Id of the user pool.
      type: str
    arn:
      description: ARN of the user pool.
      type: str
    name:
      description: Name of the user pool.
      type: str
    issuer:
      description:
        - What tokens of the pool name as their issuer. C(/.well-known/openid-configuration) and
          C(/.well-known/jwks.json) below it tell of its endpoints and keys.
      type: str
    schema_attributes:
      description: Attributes of its users, those of one's own as C(custom:<name>).
      type: list
      elements: dict
    mfa_configuration:
      description: Whether a second factor is needed, V(OFF), V(ON) or V(OPTIONAL).
      type: str
    mfa_config:
      description: The second factors that were asked for, when O(mfa_config) was given.
      type: dict
    policies:
      description: What passwords must be like, and how a sign-in may begin.
      type: dict
    user_pool_tier:
      description: Feature plan.
      type: str
    deletion_protection:
      description: Whether it is protected, V(ACTIVE) or V(INACTIVE).
      type: str
    domain:
      description: The prefix of its domain, when it has one.
      type: str
    custom_domain:
      description: Its domain of one's own, when it has one.
      type: str
    estimated_number_of_users:
      description: About how many users there are.
      type: int
    tags:
      description: Its tags.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._cognito.user_pool import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
