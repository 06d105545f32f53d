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

-- Decisions: erasures that people asked for and answered. What remains of an erased record is here and in the journal.
CREATE TABLE vault.erasure (
    erasure_id  uuid        NOT NULL,
    record_kind text        NOT NULL,
    record_id   text        NOT NULL,
    reason      text        NOT NULL,
    state       text        NOT NULL,
    confirmers  text[]      NOT NULL,
    asked_by    text        NOT NULL,
    asked_at    timestamptz NOT NULL,
    answered_by text,
    answered_at timestamptz,
    CONSTRAINT erasure_pk PRIMARY KEY (erasure_id),
    CONSTRAINT erasure_state CHECK (state IN ('ASKED', 'DECLINED', 'ERASED')),
    CONSTRAINT erasure_answered CHECK ((state = 'ASKED') = (answered_by IS NULL)
                                       AND (answered_by IS NULL) = (answered_at IS NULL)),
    CONSTRAINT erasure_second_person CHECK (answered_by <> asked_by)
);

CREATE UNIQUE INDEX erasure_record ON vault.erasure (record_kind, record_id) WHERE state <> 'DECLINED';

-- Derived: modules that hold nothing of an erased record any more.
CREATE TABLE vault.erasure_confirmation (
    erasure_id   uuid        NOT NULL,
    module       text        NOT NULL,
    position     bigint      NOT NULL,
    confirmed_at timestamptz NOT NULL,
    CONSTRAINT erasure_confirmation_pk PRIMARY KEY (erasure_id, module)
);

-- Signed documents; made once and never again.
CREATE TABLE vault.erasure_certificate (
    erasure_id        uuid        NOT NULL,
    document          text        NOT NULL,
    signed_at         timestamptz NOT NULL,
    backups_expire_on date        NOT NULL,
    CONSTRAINT erasure_certificate_pk PRIMARY KEY (erasure_id),
    CONSTRAINT erasure_certificate_is_json CHECK (document IS JSON OBJECT)
);

COMMENT ON COLUMN vault.record_key.record_kind IS 'privacy:code';
COMMENT ON COLUMN vault.record_key.record_id IS 'privacy:id';
COMMENT ON COLUMN vault.record_key.compartment IS 'privacy:code';
COMMENT ON COLUMN vault.record_key.wrapped_key IS 'privacy:sealed';
COMMENT ON COLUMN vault.hold.record_kind IS 'privacy:code';
COMMENT ON COLUMN vault.hold.record_id IS 'privacy:id';
COMMENT ON COLUMN vault.hold.reason IS 'privacy:code';
COMMENT ON COLUMN vault.hold.held_by IS 'privacy:id';
COMMENT ON COLUMN vault.erasure.record_kind IS 'privacy:code';
COMMENT ON COLUMN vault.erasure.record_id IS 'privacy:id';
COMMENT ON COLUMN vault.erasure.reason IS 'privacy:code';
COMMENT ON COLUMN vault.erasure.state IS 'privacy:code';
COMMENT ON COLUMN vault.erasure.confirmers IS 'privacy:none';
COMMENT ON COLUMN vault.erasure.asked_by IS 'privacy:id';
COMMENT ON COLUMN vault.erasure.answered_by IS 'privacy:id';
COMMENT ON COLUMN vault.erasure_confirmation.module IS 'privacy:none';
COMMENT ON COLUMN vault.erasure_certificate.document IS 'privacy:id';
