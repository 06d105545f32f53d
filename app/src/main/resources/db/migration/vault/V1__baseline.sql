CREATE SCHEMA vault;

-- One data key per record and compartment, wrapped by the compartment's key. Without the keyset these rows open nothing.
CREATE TABLE vault.record_key (
    record_kind text    NOT NULL,
    record_id   text    NOT NULL,
    compartment text    NOT NULL,
    kek_version integer NOT NULL,
    wrapped_key text    NOT NULL,
    CONSTRAINT record_key_pk PRIMARY KEY (record_kind, record_id, compartment),
    CONSTRAINT record_key_size CHECK (length(wrapped_key) <= 256)
);

-- Keys wrapped by an older version of the compartment's key, for rotation.
CREATE INDEX record_key_version ON vault.record_key (compartment, kek_version);

CREATE TABLE vault.hold (
    record_kind text        NOT NULL,
    record_id   text        NOT NULL,
    reason      text        NOT NULL,
    held_by     text        NOT NULL,
    held_at     timestamptz NOT NULL,
    CONSTRAINT hold_pk PRIMARY KEY (record_kind, record_id)
);

COMMENT ON COLUMN vault.record_key.record_kind IS 'privacy:code';
COMMENT ON COLUMN vault.record_key.record_id IS 'privacy:id';
COMMENT ON COLUMN vault.record_key.compartment IS 'privacy:code';
COMMENT ON COLUMN vault.record_key.wrapped_key IS 'privacy:sealed';
COMMENT ON COLUMN vault.hold.record_kind IS 'privacy:code';
COMMENT ON COLUMN vault.hold.record_id IS 'privacy:id';
COMMENT ON COLUMN vault.hold.reason IS 'privacy:code';
COMMENT ON COLUMN vault.hold.held_by IS 'privacy:id';
