-- When the secret was changed for the address that an agency is told at; a fold over intake.agencies.
ALTER TABLE agency ADD COLUMN webhook_rotated_at DATETIME(3) NULL AFTER webhook_secret_version;
