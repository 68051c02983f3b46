"""AWS Backup: what it says of a vault that is not there."""

from typing import Any

from moto.backup.exceptions import BackupClientError
from moto.backup.models import BackupBackend

from emulator.overrides.patch import around


def install() -> None:
    @around(BackupBackend, "describe_backup_vault")
    def describe(moto: Any, self: Any, backup_vault_name: str) -> Any:
        # Who may not see it is not told whether it exists.
        if backup_vault_name not in self.vaults:
            raise BackupClientError("AccessDeniedException", "Insufficient privileges to perform this action.")
        return moto(backup_vault_name)
