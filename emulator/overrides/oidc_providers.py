"""OIDC providers of IAM: client ids one by one, and a thumbprint where none is given."""

import hashlib
from typing import Any

from moto.core.responses import EmptyResult
from moto.iam.models import OpenIDConnectProvider
from moto.iam.responses import IamResponse

from emulator.overrides.patch import add, around


def install() -> None:
    @around(OpenIDConnectProvider, "__init__")
    def new(moto: Any, self: Any, *args: Any, **kwargs: Any) -> None:
        moto(*args, **kwargs)
        # AWS takes that of the authority behind the provider's certificate.
        self.thumbprint_list = self.thumbprint_list or [hashlib.sha1(self.url.encode()).hexdigest()]  # noqa: S324

    @add(IamResponse, "add_client_id_to_open_id_connect_provider")
    def add_client(self: Any) -> EmptyResult:
        provider, client = named(self)
        if client not in provider.client_id_list:
            provider.client_id_list.append(client)
        return EmptyResult()

    @add(IamResponse, "remove_client_id_from_open_id_connect_provider")
    def remove_client(self: Any) -> EmptyResult:
        provider, client = named(self)
        provider.client_id_list = [item for item in provider.client_id_list if item != client]
        return EmptyResult()


def named(response: Any) -> tuple[OpenIDConnectProvider, str]:
    arn = response._get_param("OpenIDConnectProviderArn")
    return response.backend.get_open_id_connect_provider(arn), response._get_param("ClientID")
