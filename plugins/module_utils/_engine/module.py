# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The entry point of every module: options in, one run of the engine, result out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

from ansible.module_utils.common.dict_transformations import camel_dict_to_snake_dict
from ansible_collections.amazon.aws.plugins.module_utils.modules import AnsibleAWSModule

from . import arguments
from .context import Context
from .errors import EngineError
from .reconcile import Reconciler
from .resource import Resource
from .sdk import botocore


def run(resource: Resource, documentation: str, **rules: Any) -> NoReturn:
    """Run a module that keeps one resource present or absent.

    I(documentation) is the module's DOCUMENTATION, which gives the argument spec; I(rules) are those of AnsibleModule
    (required_if, mutually_exclusive, required_together, ...).
    """
    perform(resource, documentation, _reconcile, **rules)


def run_setting(resource: Resource, documentation: str, **rules: Any) -> NoReturn:
    """Run a module for a setting of the account or region, which is always there: it is set, and never removed.

    The result has the key C(previous) with what it was before.
    """
    perform(resource, documentation, lambda context: Reconciler(context).setting(), **rules)


def run_lasting(resource: Resource, documentation: str, **rules: Any) -> NoReturn:
    """Run a module for what can be created, or recorded, and never be removed."""
    perform(resource, documentation, lambda context: Reconciler(context).present(), **rules)


def _reconcile(context: Context) -> dict[str, Any]:
    reconciler = Reconciler(context)
    return reconciler.absent() if context.params["state"] == "absent" else reconciler.present()


def perform(
    resource: Resource, documentation: str, work: Callable[[Context], dict[str, Any]], **rules: Any
) -> NoReturn:
    """Run a module that does I(work) with the engine's parts, and turn every error into a message."""
    carry_out(resource, arguments.load(documentation), work, **rules)


def carry_out(
    resource: Resource, parsed: dict[str, Any], work: Callable[[Context], dict[str, Any]], **rules: Any
) -> NoReturn:
    """The same for a documentation that has been parsed."""
    spec = arguments.argument_spec(parsed, resource.secret)
    module = AnsibleAWSModule(argument_spec=spec, supports_check_mode=True, **rules)
    try:
        arguments.refuse_bad_json(parsed, module.params)
        module.exit_json(**work(Context(module, resource, arguments.own_options(parsed))))
    except EngineError as error:
        module.fail_json(msg=error.message, **error.details, **_service_error(error.cause))
    except (botocore.exceptions.BotoCoreError, botocore.exceptions.ClientError) as exception:
        module.fail_json_aws(exception, msg=f"Talking to {resource.service} failed")


def _service_error(cause: BaseException | None) -> dict[str, Any]:
    """The service's own error under the keys that amazon.aws modules use: error and response_metadata."""
    response = getattr(cause, "response", None)
    return camel_dict_to_snake_dict(response) if response else {}
