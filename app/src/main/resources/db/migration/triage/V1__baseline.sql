CREATE SCHEMA triage;

-- Derived: written only by the follower, rebuilt from the journal.

CREATE TABLE triage.report (
    report            bigint      NOT NULL,
    provider          uuid        NOT NULL,
    category          text        NOT NULL,
    filed_at          timestamptz NOT NULL,
    marks             text[]      NOT NULL,
    child_signs       text[]      NOT NULL,
    modifiers         text[]      NOT NULL,
    answered_yes      text[]      NOT NULL,
    answered_no       text[]      NOT NULL,
    level             smallint    NOT NULL,
    confirmed         boolean     NOT NULL,
    table_version     integer     NOT NULL,
    reasons           text[]      NOT NULL,
    person_level      smallint,
    person_confirmed  boolean     NOT NULL,
    set_aside         text[]      NOT NULL,
    would_be          smallint,
    first_look_due_at timestamptz NOT NULL,
    first_look_at     timestamptz,
    referral_due_at   timestamptz,
    due_at            timestamptz NOT NULL,
    place             bigint      NOT NULL,
    designation       text,
    designation_reason text,
    designated_at     timestamptz,
    designated_before text[]      NOT NULL,
    designated_before_at timestamptz[] NOT NULL,
    raised_since      boolean     NOT NULL,
    safeguarding      text,
    outcome           text,
    readable          boolean     NOT NULL,
    erased_at         timestamptz,
    position          bigint      NOT NULL,
    CONSTRAINT report_pk PRIMARY KEY (report),
    CONSTRAINT report_level CHECK (level BETWEEN 1 AND 5),
    CONSTRAINT report_person_level CHECK (person_level BETWEEN 1 AND 5),
    CONSTRAINT report_would_be CHECK (would_be > level),
    CONSTRAINT report_confirmed CHECK (confirmed OR level = 1),
    CONSTRAINT report_designation CHECK (designation IN ('ACTIONABLE', 'INFORMATIONAL')),
    CONSTRAINT report_designated CHECK ((designation IS NULL) = (designated_at IS NULL)
                                        AND (designation IS NULL) = (designation_reason IS NULL)),
    CONSTRAINT report_designated_before CHECK (cardinality(designated_before) = cardinality(designated_before_at)),
    CONSTRAINT report_safeguarding CHECK (safeguarding IN
        ('MAY_BE_CHILD', 'MAY_BE_VICTIM', 'SIGNS_DO_NOT_HOLD', 'CANNOT_BE_TOLD')),
    CONSTRAINT report_outcome CHECK (outcome IN ('NO_CRIME', 'FALSE_REPORT', 'UNFOUNDED', 'ADULT', 'WRONG_PERSON'))
);
CREATE INDEX report_open ON triage.report (level, place, report) WHERE designation IS NULL;
CREATE INDEX report_kept ON triage.report (level, place, report) WHERE would_be IS NOT NULL AND designation IS NULL;
CREATE INDEX report_raised_since ON triage.report (level, place, report) WHERE raised_since;
COMMENT ON COLUMN triage.report.category IS 'privacy:code';
COMMENT ON COLUMN triage.report.marks IS 'privacy:code';
COMMENT ON COLUMN triage.report.child_signs IS 'privacy:code';
COMMENT ON COLUMN triage.report.modifiers IS 'privacy:code';
COMMENT ON COLUMN triage.report.answered_yes IS 'privacy:code';
COMMENT ON COLUMN triage.report.answered_no IS 'privacy:code';
COMMENT ON COLUMN triage.report.reasons IS 'privacy:code';
COMMENT ON COLUMN triage.report.set_aside IS 'privacy:code';
COMMENT ON COLUMN triage.report.designation IS 'privacy:code';
COMMENT ON COLUMN triage.report.designation_reason IS 'privacy:code';
COMMENT ON COLUMN triage.report.designated_before IS 'privacy:code';
COMMENT ON COLUMN triage.report.safeguarding IS 'privacy:code';
COMMENT ON COLUMN triage.report.outcome IS 'privacy:code';

-- Both directions of each link in effect, so that the neighbours of a report are one range of the key.
CREATE TABLE triage.neighbour (
    report bigint NOT NULL,
    other  bigint NOT NULL,
    CONSTRAINT neighbour_pk PRIMARY KEY (report, other),
    CONSTRAINT neighbour_two CHECK (report <> other)
);

-- Decisions: written only by commands and jobs, never rebuilt.

CREATE TABLE triage.rule_table (
    version      integer     NOT NULL,
    activated_at timestamptz NOT NULL,
    CONSTRAINT rule_table_pk PRIMARY KEY (version)
);

CREATE TABLE triage.lease (
    report   bigint      NOT NULL,
    holder   text        NOT NULL,
    taken_at timestamptz NOT NULL,
    until_at timestamptz NOT NULL,
    CONSTRAINT lease_pk PRIMARY KEY (report)
);
CREATE INDEX lease_holder ON triage.lease (holder);
COMMENT ON COLUMN triage.lease.holder IS 'privacy:id';

CREATE TABLE triage.first_look (
    first_look   uuid        NOT NULL,
    report       bigint      NOT NULL,
    answered_yes text[]      NOT NULL,
    answered_no  text[]      NOT NULL,
    recorded_by  text        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    CONSTRAINT first_look_pk PRIMARY KEY (first_look)
);
CREATE INDEX first_look_report ON triage.first_look (report, first_look DESC);
COMMENT ON COLUMN triage.first_look.answered_yes IS 'privacy:code';
COMMENT ON COLUMN triage.first_look.answered_no IS 'privacy:code';
COMMENT ON COLUMN triage.first_look.recorded_by IS 'privacy:id';

CREATE TABLE triage.lowering (
    lowering    uuid        NOT NULL,
    report      bigint      NOT NULL,
    level_from  smallint    NOT NULL,
    level_to    smallint    NOT NULL,
    reason      text        NOT NULL,
    in_spite_of text[]      NOT NULL,
    state       text        NOT NULL,
    asked_by    text        NOT NULL,
    asked_at    timestamptz NOT NULL,
    answered_by text,
    answered_at timestamptz,
    CONSTRAINT lowering_pk PRIMARY KEY (lowering),
    CONSTRAINT lowering_levels CHECK (level_from BETWEEN 1 AND 5 AND level_to BETWEEN level_from + 1 AND 5),
    CONSTRAINT lowering_state CHECK (state IN ('DONE', 'WAITING', 'AGREED', 'DECLINED')),
    CONSTRAINT lowering_answered CHECK ((state IN ('AGREED', 'DECLINED')) = (answered_by IS NOT NULL)
                                        AND (answered_by IS NULL) = (answered_at IS NULL)),
    CONSTRAINT lowering_second_person CHECK (answered_by <> asked_by)
);
CREATE UNIQUE INDEX lowering_waiting ON triage.lowering (report) WHERE state = 'WAITING';
CREATE INDEX lowering_report ON triage.lowering (report);
COMMENT ON COLUMN triage.lowering.reason IS 'privacy:code';
COMMENT ON COLUMN triage.lowering.in_spite_of IS 'privacy:code';
COMMENT ON COLUMN triage.lowering.state IS 'privacy:code';
COMMENT ON COLUMN triage.lowering.asked_by IS 'privacy:id';
COMMENT ON COLUMN triage.lowering.answered_by IS 'privacy:id';

CREATE TABLE triage.designation (
    report        bigint      NOT NULL,
    ordinal       integer     NOT NULL,
    designation   text        NOT NULL,
    reason        text        NOT NULL,
    designated_by text        NOT NULL,
    designated_at timestamptz NOT NULL,
    CONSTRAINT designation_pk PRIMARY KEY (report, ordinal),
    CONSTRAINT designation_known CHECK (designation IN ('ACTIONABLE', 'INFORMATIONAL'))
);
COMMENT ON COLUMN triage.designation.designation IS 'privacy:code';
COMMENT ON COLUMN triage.designation.reason IS 'privacy:code';
COMMENT ON COLUMN triage.designation.designated_by IS 'privacy:id';

CREATE TABLE triage.safeguarding_check (
    report     bigint      NOT NULL,
    ordinal    integer     NOT NULL,
    outcome    text        NOT NULL,
    checked_by text        NOT NULL,
    checked_at timestamptz NOT NULL,
    CONSTRAINT safeguarding_check_pk PRIMARY KEY (report, ordinal),
    CONSTRAINT safeguarding_check_outcome CHECK (outcome IN
        ('MAY_BE_CHILD', 'MAY_BE_VICTIM', 'SIGNS_DO_NOT_HOLD', 'CANNOT_BE_TOLD'))
);
COMMENT ON COLUMN triage.safeguarding_check.outcome IS 'privacy:code';
COMMENT ON COLUMN triage.safeguarding_check.checked_by IS 'privacy:id';

CREATE TABLE triage.alarm (
    report          bigint      NOT NULL,
    rounds          integer     NOT NULL,
    paged           integer     NOT NULL,
    reached_round   integer,
    opened_at       timestamptz NOT NULL,
    paged_at        timestamptz,
    next_at         timestamptz,
    ends_at         timestamptz NOT NULL,
    acknowledged_by text,
    acknowledged_at timestamptz,
    ended_at        timestamptz,
    by_public       boolean     NOT NULL DEFAULT false,
    CONSTRAINT alarm_pk PRIMARY KEY (report),
    CONSTRAINT alarm_acknowledged CHECK ((acknowledged_by IS NULL) = (acknowledged_at IS NULL))
);
CREATE INDEX alarm_open ON triage.alarm (ends_at, report) WHERE acknowledged_at IS NULL AND ended_at IS NULL;
-- A burst from the public is called about once: when that was, and how many came with it.
CREATE INDEX alarm_public_paged ON triage.alarm (paged_at) WHERE by_public AND rounds > 0;
CREATE INDEX alarm_public_waits ON triage.alarm (report)
    WHERE by_public AND rounds = 0 AND acknowledged_at IS NULL AND ended_at IS NULL;
COMMENT ON COLUMN triage.alarm.acknowledged_by IS 'privacy:id';

-- Urgent reports that were to be referred by now and that no agency has. Only those that are so now; a page is one call.
CREATE TABLE triage.late_referral (
    report          bigint      NOT NULL,
    due_at          timestamptz NOT NULL,
    rounds          integer     NOT NULL,
    step            integer     NOT NULL,
    page            uuid,
    paged           integer     NOT NULL,
    paged_at        timestamptz,
    reached         boolean     NOT NULL,
    acknowledged_by text,
    acknowledged_at timestamptz,
    CONSTRAINT late_referral_pk PRIMARY KEY (report),
    CONSTRAINT late_referral_paged CHECK ((page IS NULL) = (paged_at IS NULL) AND (page IS NULL) = (rounds = 0) AND (page IS NULL) = (step = 0)),
    CONSTRAINT late_referral_acknowledged CHECK ((acknowledged_by IS NULL) = (acknowledged_at IS NULL))
);
COMMENT ON COLUMN triage.late_referral.acknowledged_by IS 'privacy:id';

-- The day on which those on duty were last written to about overdue help lines; one row.
CREATE TABLE triage.help_line_letter (
    only_one boolean NOT NULL DEFAULT true,
    day      date    NOT NULL,
    CONSTRAINT help_line_letter_pk PRIMARY KEY (only_one),
    CONSTRAINT help_line_letter_only CHECK (only_one)
);

CREATE TABLE triage.rota_contact (
    rota_contact uuid        NOT NULL,
    step         integer     NOT NULL,
    starts_at    timestamptz,
    ends_at      timestamptz,
    name         text        NOT NULL,
    mail         text        NOT NULL,
    webhook      text,
    secret       text,
    language     text        NOT NULL,
    added_at     timestamptz NOT NULL,
    removed_at   timestamptz,
    CONSTRAINT rota_contact_pk PRIMARY KEY (rota_contact),
    CONSTRAINT rota_contact_webhook_is_signed CHECK ((webhook IS NULL) = (secret IS NULL)),
    CONSTRAINT rota_contact_step CHECK (step BETWEEN 1 AND 9),
    CONSTRAINT rota_contact_period CHECK (ends_at > starts_at)
);
COMMENT ON COLUMN triage.rota_contact.name IS 'privacy:sealed';
COMMENT ON COLUMN triage.rota_contact.mail IS 'privacy:sealed';
COMMENT ON COLUMN triage.rota_contact.webhook IS 'privacy:sealed';
COMMENT ON COLUMN triage.rota_contact.secret IS 'privacy:sealed';
COMMENT ON COLUMN triage.rota_contact.language IS 'privacy:code';
