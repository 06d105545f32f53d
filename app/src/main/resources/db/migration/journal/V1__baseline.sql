CREATE SCHEMA journal;

-- Committed facts before they have an order. Rows live for milliseconds.
CREATE TABLE journal.inbox (
    inbox_id     bigint GENERATED ALWAYS AS IDENTITY (CACHE 1),
    fact_type    text        NOT NULL,
    fact_version smallint    NOT NULL,
    subject_kind text        NOT NULL,
    subject_id   text        NOT NULL,
    actor        text        NOT NULL,
    purpose      text,
    request_id   text,
    follower     text,
    cause        bigint,
    recorded_at  timestamptz NOT NULL,
    body         text        NOT NULL,
    CONSTRAINT inbox_pk PRIMARY KEY (inbox_id),
    CONSTRAINT inbox_body_is_json CHECK (body IS JSON OBJECT),
    CONSTRAINT inbox_consequence_has_follower CHECK ((cause IS NULL) = (follower IS NULL))
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

CREATE UNIQUE INDEX inbox_consequence ON journal.inbox (follower, cause, fact_type, subject_kind, subject_id)
    WHERE cause IS NOT NULL;

-- Facts in order, chained. Never changed, never deleted.
CREATE TABLE journal.entry (
    position     bigint      NOT NULL,
    fact_type    text        NOT NULL,
    fact_version smallint    NOT NULL,
    subject_kind text        NOT NULL,
    subject_id   text        NOT NULL,
    actor        text        NOT NULL,
    purpose      text,
    request_id   text,
    follower     text,
    cause        bigint,
    recorded_at  timestamptz NOT NULL,
    body         text        NOT NULL,
    salt         text        NOT NULL,
    leaf         text        NOT NULL,
    chain        text        NOT NULL,
    mark         text        NOT NULL,
    CONSTRAINT entry_pk PRIMARY KEY (position),
    CONSTRAINT entry_body_is_json CHECK (body IS JSON OBJECT)
);

CREATE INDEX entry_subject ON journal.entry (subject_kind, subject_id, position);
CREATE UNIQUE INDEX entry_consequence ON journal.entry (follower, cause, fact_type, subject_kind, subject_id)
    WHERE cause IS NOT NULL;

-- One signed head per sequenced batch; the same lines are appended to a file outside the database.
CREATE TABLE journal.head (
    position  bigint      NOT NULL,
    chain     text        NOT NULL,
    signature text        NOT NULL,
    signed_at timestamptz NOT NULL,
    CONSTRAINT head_pk PRIMARY KEY (position)
);

-- Signed Merkle roots, hourly. The frontier is what is needed to go on without reading from the start.
CREATE TABLE journal.root (
    size      bigint      NOT NULL,
    root      text        NOT NULL,
    frontier  text        NOT NULL,
    signature text        NOT NULL,
    signed_at timestamptz NOT NULL,
    CONSTRAINT root_pk PRIMARY KEY (size)
);

-- Roots of complete subtrees of 2^8, 2^16, 2^24 … entries, each under its last position, so that the proof of one entry
-- reads hundreds of hashes and not all. Kept complete up to the newest root; never changed, never deleted.
CREATE TABLE journal.subtree (
    height smallint NOT NULL,
    last   bigint   NOT NULL,
    hash   text     NOT NULL,
    CONSTRAINT subtree_pk PRIMARY KEY (height, last),
    CONSTRAINT subtree_is_whole CHECK (height IN (8, 16, 24, 32, 40) AND last > 0 AND last % (1::bigint << height) = 0)
);

CREATE TABLE journal.cursor (
    follower      text   NOT NULL,
    position      bigint NOT NULL,
    -- Set while derived tables are built again: how far they were built before. Nothing is taken up meanwhile.
    rebuilding_to bigint,
    CONSTRAINT cursor_pk PRIMARY KEY (follower),
    CONSTRAINT cursor_not_negative CHECK (position >= 0)
) WITH (fillfactor = 50);

CREATE TABLE journal.parked (
    follower     text        NOT NULL,
    position     bigint      NOT NULL,
    fact_type    text        NOT NULL,
    subject_kind text        NOT NULL,
    subject_id   text        NOT NULL,
    reason       text        NOT NULL,
    parked_at    timestamptz NOT NULL,
    CONSTRAINT parked_pk PRIMARY KEY (follower, position)
);

CREATE INDEX parked_subject ON journal.parked (follower, subject_kind, subject_id, position);

-- What the job that watches the laws of conservation saw last, one row a law.
CREATE TABLE journal.balance (
    law         text        NOT NULL,
    looked_at   timestamptz NOT NULL,
    walked_at   timestamptz NOT NULL,
    looks       bigint      NOT NULL,
    -- Successive looks that found the law broken, the last among them.
    looks_apart bigint      NOT NULL,
    astray      text[]      NOT NULL,
    CONSTRAINT balance_pk PRIMARY KEY (law),
    CONSTRAINT balance_looks_apart_not_negative CHECK (looks_apart >= 0)
);

-- What is recorded stays: the application role can add to the record and read it, nothing else.
REVOKE UPDATE, DELETE, TRUNCATE ON journal.entry, journal.head, journal.root, journal.subtree FROM "${application}";
REVOKE UPDATE, TRUNCATE ON journal.inbox FROM "${application}";

COMMENT ON COLUMN journal.inbox.fact_type IS 'privacy:code';
COMMENT ON COLUMN journal.inbox.subject_kind IS 'privacy:code';
COMMENT ON COLUMN journal.inbox.subject_id IS 'privacy:id';
COMMENT ON COLUMN journal.inbox.actor IS 'privacy:id';
COMMENT ON COLUMN journal.inbox.purpose IS 'privacy:code';
COMMENT ON COLUMN journal.inbox.request_id IS 'privacy:id';
COMMENT ON COLUMN journal.inbox.follower IS 'privacy:none';
COMMENT ON COLUMN journal.inbox.body IS 'privacy:id';
COMMENT ON COLUMN journal.entry.fact_type IS 'privacy:code';
COMMENT ON COLUMN journal.entry.subject_kind IS 'privacy:code';
COMMENT ON COLUMN journal.entry.subject_id IS 'privacy:id';
COMMENT ON COLUMN journal.entry.actor IS 'privacy:id';
COMMENT ON COLUMN journal.entry.purpose IS 'privacy:code';
COMMENT ON COLUMN journal.entry.request_id IS 'privacy:id';
COMMENT ON COLUMN journal.entry.follower IS 'privacy:none';
COMMENT ON COLUMN journal.entry.body IS 'privacy:id';
COMMENT ON COLUMN journal.entry.salt IS 'privacy:none';
COMMENT ON COLUMN journal.entry.leaf IS 'privacy:none';
COMMENT ON COLUMN journal.entry.chain IS 'privacy:none';
COMMENT ON COLUMN journal.entry.mark IS 'privacy:none';
COMMENT ON COLUMN journal.head.chain IS 'privacy:none';
COMMENT ON COLUMN journal.head.signature IS 'privacy:none';
COMMENT ON COLUMN journal.root.root IS 'privacy:none';
COMMENT ON COLUMN journal.root.frontier IS 'privacy:none';
COMMENT ON COLUMN journal.root.signature IS 'privacy:none';
COMMENT ON COLUMN journal.subtree.hash IS 'privacy:none';
COMMENT ON COLUMN journal.cursor.follower IS 'privacy:none';
COMMENT ON COLUMN journal.parked.follower IS 'privacy:none';
COMMENT ON COLUMN journal.parked.fact_type IS 'privacy:code';
COMMENT ON COLUMN journal.parked.subject_kind IS 'privacy:code';
COMMENT ON COLUMN journal.parked.subject_id IS 'privacy:id';
COMMENT ON COLUMN journal.parked.reason IS 'privacy:none';
COMMENT ON COLUMN journal.balance.law IS 'privacy:code';
COMMENT ON COLUMN journal.balance.astray IS 'privacy:id';
