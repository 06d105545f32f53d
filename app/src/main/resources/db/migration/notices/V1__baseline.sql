CREATE SCHEMA notices;

-- Derived: written only by the follower, rebuilt from the journal.

CREATE TABLE notices.standing (
    report       bigint      NOT NULL,
    provider     uuid        NOT NULL,
    received_at  timestamptz NOT NULL,
    read_at      timestamptz,
    delivered_at timestamptz,
    CONSTRAINT standing_pk PRIMARY KEY (report)
);
