CREATE SCHEMA platform;

-- One row: what this database is for and which keyset seals it.
CREATE TABLE platform.installation (
    only_row   boolean     NOT NULL DEFAULT true,
    mode       text        NOT NULL,
    keyset_id  text        NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT installation_pk PRIMARY KEY (only_row),
    CONSTRAINT installation_one_row CHECK (only_row),
    CONSTRAINT installation_mode CHECK (mode IN ('PRODUCTION', 'SANDBOX'))
);

COMMENT ON COLUMN platform.installation.mode IS 'privacy:none';
COMMENT ON COLUMN platform.installation.keyset_id IS 'privacy:id';
