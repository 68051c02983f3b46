"""AWS Backup: what it says of a vault, and of one that is not there."""

from typing import Any

from moto.backup.exceptions import BackupClientError
from moto.backup.models import BackupBackend, Vault

from emulator.overrides.patch import around


def install() -> None:
    # moto has it by a name that its answers don't look for.
    Vault.number_of_recovery_points = property(lambda self: self.num_of_recovery_points)

    @around(BackupBackend, "describe_backup_vault")
    def describe(moto: Any, self: Any, backup_vault_name: str) -> Any:
        # Who may not see it is not told whether it exists.
        if backup_vault_name not in self.vaults:
            raise BackupClientError("AccessDeniedException", "Insufficient privileges to perform this action.")
        return moto(backup_vault_name)
