CREATE SCHEMA referral;

-- Decisions: written by commands and jobs, never rebuilt.

CREATE TABLE referral.package_counter (
    report bigint  NOT NULL,
    last   integer NOT NULL,
    CONSTRAINT package_counter_pk PRIMARY KEY (report),
    CONSTRAINT package_counter_counts CHECK (last > 0)
);

-- Who was to receive what, and why: the other side of the law of deliveries.
CREATE TABLE referral.recipient (
    delivery_id uuid        NOT NULL,
    referral_id uuid        NOT NULL,
    report      bigint      NOT NULL,
    ordinal     integer     NOT NULL,
    agency_id   uuid        NOT NULL,
    kind        text        NOT NULL,
    follows     uuid,
    concerns    bigint,
    cause       bigint,
    confidence  text        NOT NULL,
    why         text        NOT NULL,
    chosen_by   text        NOT NULL,
    chosen_at   timestamptz NOT NULL,
    position    bigint      NOT NULL,
    dropped     boolean     NOT NULL DEFAULT false,
    CONSTRAINT recipient_pk PRIMARY KEY (delivery_id),
    CONSTRAINT recipient_ordinal UNIQUE (report, ordinal),
    CONSTRAINT recipient_kind CHECK (kind IN ('REFERRAL', 'SUPPLEMENT', 'URGENT_SUPPLEMENT', 'CORRECTION'))
);

-- A later report goes to an agency as a supplement once, and once more when it is urgent, unless it was dropped on its
-- way; and one thing that happened to a report is told once per package.
CREATE UNIQUE INDEX recipient_supplement ON referral.recipient (agency_id, report, kind)
    WHERE kind IN ('SUPPLEMENT', 'URGENT_SUPPLEMENT') AND cause IS NULL AND NOT dropped;
CREATE UNIQUE INDEX recipient_cause ON referral.recipient (follows, cause) WHERE cause IS NOT NULL;

CREATE INDEX recipient_by_referral ON referral.recipient (referral_id, agency_id);

CREATE TABLE referral.delivery (
    delivery_id     uuid        NOT NULL,
    agency_id       uuid        NOT NULL,
    report          bigint      NOT NULL,
    kind            text        NOT NULL,
    state           text        NOT NULL,
    delivered_at    timestamptz,
    due_at          timestamptz,
    read_at         timestamptz,
    answered_at     timestamptz,
    return_reason   text,
    held_for        text,
    held_by         text,
    held_until      timestamptz,
    version         bigint      NOT NULL DEFAULT 1,
    CONSTRAINT delivery_pk PRIMARY KEY (delivery_id),
    CONSTRAINT delivery_of_recipient FOREIGN KEY (delivery_id) REFERENCES referral.recipient (delivery_id),
    CONSTRAINT delivery_state CHECK (state IN ('HELD', 'REQUESTED', 'IN_DELIVERY', 'AWAITING', 'OVERDUE', 'ACCEPTED', 'RETURNED', 'REROUTED', 'DISCARDED')),
    CONSTRAINT delivery_return CHECK ((state IN ('RETURNED', 'REROUTED')) = (return_reason IS NOT NULL)),
    CONSTRAINT delivery_held CHECK (
        (state = 'HELD') = (held_for IS NOT NULL) AND (state = 'HELD') = (held_by IS NOT NULL) AND (state = 'HELD') = (held_until IS NOT NULL)),
    CONSTRAINT delivery_reached CHECK (state IN ('HELD', 'REQUESTED', 'IN_DELIVERY', 'DISCARDED') OR (delivered_at IS NOT NULL AND due_at IS NOT NULL))
);

CREATE INDEX delivery_inbox ON referral.delivery (agency_id, delivered_at DESC, delivery_id DESC) WHERE delivered_at IS NOT NULL;
CREATE INDEX delivery_by_state ON referral.delivery (state, delivery_id DESC);
CREATE INDEX delivery_by_report ON referral.delivery (report, delivery_id);

-- A report is with an agency as a referral once.
CREATE UNIQUE INDEX delivery_referred ON referral.delivery (report, agency_id)
    WHERE kind = 'REFERRAL' AND state NOT IN ('RETURNED', 'REROUTED', 'DISCARDED');

CREATE TABLE referral.package (
    delivery_id uuid        NOT NULL,
    sealed_file text        NOT NULL,
    made_at     timestamptz NOT NULL,
    position    bigint      NOT NULL,
    CONSTRAINT package_pk PRIMARY KEY (delivery_id),
    CONSTRAINT package_of_delivery FOREIGN KEY (delivery_id) REFERENCES referral.delivery (delivery_id)
);

CREATE TABLE referral.feedback (
    feedback_id        uuid        NOT NULL,
    delivery_id        uuid        NOT NULL,
    status             text        NOT NULL,
    child_identified   boolean,
    additional_victims integer,
    closed_reason      text,
    self_production    boolean,
    useful             boolean,
    not_useful         text,
    given_by           text        NOT NULL,
    given_at           timestamptz NOT NULL,
    CONSTRAINT feedback_pk PRIMARY KEY (feedback_id),
    CONSTRAINT feedback_of_delivery FOREIGN KEY (delivery_id) REFERENCES referral.delivery (delivery_id),
    CONSTRAINT feedback_status CHECK (status IN ('CONVICTION', 'ARREST', 'ONGOING', 'REFERRED', 'CLOSED'))
);

CREATE INDEX feedback_newest ON referral.feedback (delivery_id, feedback_id DESC);

-- Keyed marks stand for the addresses that were compared: the check is good for no others.
CREATE TABLE referral.address_check (
    report     bigint      NOT NULL,
    mark       uuid        NOT NULL,
    asked_by   text        NOT NULL,
    asked_at   timestamptz NOT NULL,
    checked_by text,
    checked_at timestamptz,
    CONSTRAINT address_check_pk PRIMARY KEY (report),
    CONSTRAINT address_check_second CHECK (checked_by IS NULL OR checked_by <> asked_by)
);

-- Corrections about which their agency is called until it has them before it, and who was called.
CREATE TABLE referral.night_call (
    delivery_id uuid        NOT NULL,
    opened_at   timestamptz NOT NULL,
    rounds      integer     NOT NULL,
    ended_at    timestamptz,
    told_by     text,
    CONSTRAINT night_call_pk PRIMARY KEY (delivery_id),
    CONSTRAINT night_call_of_delivery FOREIGN KEY (delivery_id) REFERENCES referral.delivery (delivery_id),
    CONSTRAINT night_call_told CHECK (told_by IS NULL OR ended_at IS NOT NULL)
);

CREATE TABLE referral.night_call_round (
    delivery_id uuid        NOT NULL,
    round       integer     NOT NULL,
    called_at   timestamptz NOT NULL,
    on_duty     integer     NOT NULL,
    CONSTRAINT night_call_round_pk PRIMARY KEY (delivery_id, round),
    CONSTRAINT night_call_round_of FOREIGN KEY (delivery_id) REFERENCES referral.night_call (delivery_id)
);

CREATE TABLE referral.night_call_made (
    delivery_id uuid    NOT NULL,
    round       integer NOT NULL,
    contact_id  uuid    NOT NULL,
    kind        text    NOT NULL,
    rank        integer NOT NULL,
    sent_at     timestamptz,
    CONSTRAINT night_call_made_pk PRIMARY KEY (delivery_id, round, contact_id),
    CONSTRAINT night_call_made_of FOREIGN KEY (delivery_id, round) REFERENCES referral.night_call_round (delivery_id, round)
);

-- Derived: written by the follower, emptied and rebuilt from the journal.

CREATE TABLE referral.standing (
    report           bigint  NOT NULL,
    escalated        boolean NOT NULL,
    priority         smallint,
    confirmed        boolean NOT NULL DEFAULT false, -- the highest priority rests on more than the sender's word
    designation      text,
    safeguarding     text,
    last_rise        bigint  NOT NULL,
    last_fall        bigint  NOT NULL DEFAULT 0,
    last_designation bigint  NOT NULL,
    last_check       bigint  NOT NULL,
    last_finding     bigint  NOT NULL,
    last_withdrawal  bigint  NOT NULL,
    unreferred       boolean NOT NULL DEFAULT false, -- designated for referral, and with nobody
    CONSTRAINT standing_pk PRIMARY KEY (report)
);
CREATE INDEX standing_unreferred ON referral.standing (coalesce(priority, 9), report) WHERE unreferred;
-- For the look of every minute, which a long list must not make slow.
CREATE INDEX standing_unreferred_urgent ON referral.standing (coalesce(priority, 9), report)
    WHERE unreferred AND (priority = 1 OR escalated);

CREATE TABLE referral.link (
    newer              bigint  NOT NULL,
    older              bigint  NOT NULL,
    rule               text    NOT NULL,
    rule_version       integer NOT NULL,
    withdrawn_for      text,
    withdrawn_position bigint,
    CONSTRAINT link_pk PRIMARY KEY (newer, older),
    CONSTRAINT link_withdrawn CHECK ((withdrawn_for IS NULL) = (withdrawn_position IS NULL))
);

CREATE INDEX link_from_older ON referral.link (older);

-- What each agency has: to it go supplements and corrections.
CREATE TABLE referral.holding (
    delivery_id uuid     NOT NULL,
    report      bigint   NOT NULL,
    agency_id   uuid     NOT NULL,
    kind        text     NOT NULL,
    concerns    bigint,
    linked      bigint[] NOT NULL,
    findings    uuid[]   NOT NULL,
    held        boolean  NOT NULL,
    CONSTRAINT holding_pk PRIMARY KEY (delivery_id)
);

CREATE INDEX holding_by_report ON referral.holding (report);

-- Until when senders keep the material of what agencies have.
CREATE TABLE referral.preservation (
    agency_id   uuid        NOT NULL,
    report      bigint      NOT NULL,
    delivery_id uuid        NOT NULL,
    kept_until  timestamptz NOT NULL,
    CONSTRAINT preservation_pk PRIMARY KEY (agency_id, report)
);
CREATE INDEX preservation_of_report ON referral.preservation (report);
CREATE INDEX preservation_of_agency ON referral.preservation (agency_id, kept_until, report);
CREATE INDEX preservation_ending ON referral.preservation (kept_until, report, agency_id);

-- Decisions: the day to which agencies were warned, and of what.
CREATE TABLE referral.preservation_watch (
    only_one boolean NOT NULL DEFAULT true,
    day      date    NOT NULL,
    CONSTRAINT preservation_watch_pk PRIMARY KEY (only_one),
    CONSTRAINT preservation_watch_only CHECK (only_one)
);
CREATE TABLE referral.preservation_warning (
    agency_id uuid        NOT NULL,
    day       date        NOT NULL,
    days      integer     NOT NULL,
    until_at  timestamptz NOT NULL,
    reports   bigint      NOT NULL,
    told_at   timestamptz,
    CONSTRAINT preservation_warning_pk PRIMARY KEY (agency_id, day, days)
);
CREATE INDEX preservation_warning_untold ON referral.preservation_warning (agency_id, day) WHERE told_at IS NULL;

COMMENT ON COLUMN referral.recipient.kind IS 'privacy:code';
COMMENT ON COLUMN referral.recipient.confidence IS 'privacy:code';
COMMENT ON COLUMN referral.recipient.why IS 'privacy:sealed';
COMMENT ON COLUMN referral.recipient.chosen_by IS 'privacy:id';
COMMENT ON COLUMN referral.delivery.kind IS 'privacy:code';
COMMENT ON COLUMN referral.delivery.state IS 'privacy:code';
COMMENT ON COLUMN referral.delivery.return_reason IS 'privacy:code';
COMMENT ON COLUMN referral.delivery.held_for IS 'privacy:code';
COMMENT ON COLUMN referral.delivery.held_by IS 'privacy:id';
COMMENT ON COLUMN referral.package.sealed_file IS 'privacy:sealed';
COMMENT ON COLUMN referral.feedback.status IS 'privacy:code';
COMMENT ON COLUMN referral.feedback.closed_reason IS 'privacy:code';
COMMENT ON COLUMN referral.feedback.not_useful IS 'privacy:code';
COMMENT ON COLUMN referral.feedback.given_by IS 'privacy:id';
COMMENT ON COLUMN referral.night_call.told_by IS 'privacy:id';
COMMENT ON COLUMN referral.night_call_made.kind IS 'privacy:code';
COMMENT ON COLUMN referral.address_check.asked_by IS 'privacy:id';
COMMENT ON COLUMN referral.address_check.checked_by IS 'privacy:id';
COMMENT ON COLUMN referral.standing.designation IS 'privacy:code';
COMMENT ON COLUMN referral.standing.safeguarding IS 'privacy:code';
COMMENT ON COLUMN referral.link.rule IS 'privacy:code';
COMMENT ON COLUMN referral.link.withdrawn_for IS 'privacy:code';
COMMENT ON COLUMN referral.holding.kind IS 'privacy:code';
