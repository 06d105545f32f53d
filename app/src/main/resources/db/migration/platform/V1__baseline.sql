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

-- Every key version that something in this database may need. A key file that lacks one is not this database's.
CREATE TABLE platform.key_version (
    purpose     text        NOT NULL,
    version     integer     NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT key_version_pk PRIMARY KEY (purpose, version)
);

-- The running servers and which state of the key file each has loaded. A server takes its row away when it stops.
CREATE TABLE platform.node (
    node_id     uuid        NOT NULL,
    fingerprint text        NOT NULL,
    seen_at     timestamptz NOT NULL,
    CONSTRAINT node_pk PRIMARY KEY (node_id)
);

COMMENT ON COLUMN platform.key_version.purpose IS 'privacy:code';
COMMENT ON COLUMN platform.node.fingerprint IS 'privacy:none';
