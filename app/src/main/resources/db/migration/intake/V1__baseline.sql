CREATE SCHEMA intake;

-- Numbers are handed out in blocks of 32, so that a report costs no call for its number.
CREATE SEQUENCE intake.report_number AS bigint START WITH 1000001 INCREMENT BY 32 MAXVALUE 9007199254740000 NO CYCLE;

-- What is known of a report without a key. Narrow, because it changes.
CREATE TABLE intake.report (
    report_number   bigint      NOT NULL,
    provider_id     uuid        NOT NULL,
    provider_name   text        NOT NULL,
    state           text        NOT NULL,
    incident_type   text        NOT NULL,
    escalated       boolean     NOT NULL,
    batched         boolean     NOT NULL,
    incident_at     timestamptz NOT NULL,
    dropped_count   integer     NOT NULL,
    item_count      integer     NOT NULL,
    opened_at       timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    ended_at        timestamptz,
    preserved_until timestamptz,
    renewed_until   timestamptz,
    request_id      text,
    warned_at       timestamptz,
    relation        text,
    related_to      bigint,
    source          text        NOT NULL DEFAULT 'PROVIDER',
    service_id      uuid,
    rubric          text,
    completeness    smallint,
    missing         bigint,
    CONSTRAINT report_pk PRIMARY KEY (report_number),
    CONSTRAINT report_number_fits CHECK (report_number BETWEEN 1 AND 9007199254740991),
    CONSTRAINT report_state CHECK (state IN ('OPEN', 'FINISHED', 'RETRACTED', 'EXPIRED')),
    CONSTRAINT report_relation CHECK (relation IN ('SUPPLEMENT', 'CORRECTION')),
    CONSTRAINT report_relation_whole CHECK ((relation IS NULL) = (related_to IS NULL)),
    CONSTRAINT report_ended CHECK ((state = 'OPEN') = (ended_at IS NULL)),
    CONSTRAINT report_source CHECK (source IN ('PROVIDER', 'PUBLIC', 'TELEPHONE')),
    CONSTRAINT report_scored CHECK (num_nulls(rubric, completeness, missing) IN (0, 3)),
    CONSTRAINT report_score CHECK (completeness BETWEEN 0 AND 100),
    CONSTRAINT report_score_of_companies CHECK (source = 'PROVIDER' OR completeness IS NULL),
    CONSTRAINT report_renewed CHECK (renewed_until > preserved_until),
    CONSTRAINT report_preserved CHECK ((state = 'FINISHED' AND source = 'PROVIDER') = (preserved_until IS NOT NULL))
);

-- The clock of unfinished reports; small, because a report is open for a moment.
CREATE INDEX report_open ON intake.report (opened_at) WHERE state = 'OPEN';

-- Escalations that nobody was warned of yet; almost always empty.
CREATE INDEX report_unwarned ON intake.report (opened_at, report_number)
    WHERE state = 'OPEN' AND escalated AND warned_at IS NULL;

-- Filed reports of companies by their place in the journal; derived.
CREATE TABLE intake.feed (
    provider_id   uuid   NOT NULL,
    position      bigint NOT NULL,
    report_number bigint NOT NULL,
    CONSTRAINT feed_pk PRIMARY KEY (provider_id, position)
);

-- A company's own reports, in either order.
CREATE INDEX report_by_provider ON intake.report (provider_id, report_number);

-- When a company's material is kept no longer.
CREATE INDEX report_kept ON intake.report (provider_id, (coalesce(renewed_until, preserved_until)), report_number)
    WHERE preserved_until IS NOT NULL;

-- Numbers in the order of their text, in which both sides of the law name what is missing, a page at a time.
CREATE INDEX report_finished_text ON intake.report ((report_number::text) COLLATE "C") WHERE state = 'FINISHED';

-- What belongs to a report; few do.
CREATE INDEX report_related ON intake.report (related_to, report_number) WHERE related_to IS NOT NULL;

-- Names of calls that file a report, so that a call can be repeated; forgotten after some months.
CREATE TABLE intake.filing_key (
    provider_id   uuid        NOT NULL,
    key_hash      text        NOT NULL,
    report_number bigint      NOT NULL,
    filed_at      timestamptz NOT NULL,
    CONSTRAINT filing_key_pk PRIMARY KEY (provider_id, key_hash),
    CONSTRAINT filing_key_hash CHECK (key_hash ~ '^[0-9a-f]{64}$')
);

CREATE INDEX filing_key_oldest ON intake.filing_key (filed_at);

-- The sender's own reference of a report, blinded so that it can be looked up, and sealed so that it can be blinded anew.
CREATE TABLE intake.sender_reference (
    report_number bigint  NOT NULL,
    provider_id   uuid    NOT NULL,
    reference_key uuid    NOT NULL,
    key_version   integer NOT NULL,
    reference     text    NOT NULL,
    CONSTRAINT sender_reference_pk PRIMARY KEY (report_number),
    CONSTRAINT sender_reference_once UNIQUE (provider_id, reference_key)
);

-- Batches of reports, so that one can be repeated and read again; forgotten after some months, with their rows.
CREATE TABLE intake.batch (
    batch_id     uuid        NOT NULL,
    provider_id  uuid        NOT NULL,
    key_hash     text        NOT NULL,
    content_hash text        NOT NULL,
    row_count    integer     NOT NULL,
    received_at  timestamptz NOT NULL,
    completed_at timestamptz,
    CONSTRAINT batch_pk PRIMARY KEY (batch_id),
    CONSTRAINT batch_once UNIQUE (provider_id, key_hash),
    CONSTRAINT batch_key_hash CHECK (key_hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT batch_content_hash CHECK (content_hash ~ '^[0-9a-f]{64}$')
);

CREATE INDEX batch_oldest ON intake.batch (received_at);

-- What became of a row: the number of its report, or why not. Faults name columns and limits, never values.
CREATE TABLE intake.batch_row (
    batch_id      uuid    NOT NULL,
    row_number    integer NOT NULL,
    report_number bigint,
    code          text,
    faults        jsonb   NOT NULL,
    CONSTRAINT batch_row_pk PRIMARY KEY (batch_id, row_number),
    CONSTRAINT batch_row_of FOREIGN KEY (batch_id) REFERENCES intake.batch (batch_id) ON DELETE CASCADE,
    CONSTRAINT batch_row_settled CHECK (code IS NOT NULL OR report_number IS NOT NULL)
);

COMMENT ON COLUMN intake.batch.key_hash IS 'privacy:secret-hash';
COMMENT ON COLUMN intake.batch.content_hash IS 'privacy:secret-hash';
COMMENT ON COLUMN intake.batch_row.code IS 'privacy:code';
COMMENT ON COLUMN intake.batch_row.faults IS 'privacy:none';

-- Received text after gate and the reporter's sheet, sealed under two keys. Never changed.
CREATE TABLE intake.received (
    report_number  bigint NOT NULL,
    received_text  text   NOT NULL,
    reporter_sheet text   NOT NULL,
    CONSTRAINT received_pk PRIMARY KEY (report_number)
);

-- Ciphertext does not compress; do not try.
ALTER TABLE intake.received ALTER COLUMN received_text SET STORAGE EXTERNAL;
ALTER TABLE intake.received ALTER COLUMN reporter_sheet SET STORAGE EXTERNAL;

-- What the sender says about each item it keeps, once per item: the sender's own reference is blinded under a space
-- of its report, so that equal references of two reports do not look alike.
CREATE TABLE intake.item (
    report_number bigint      NOT NULL,
    ordinal       integer     NOT NULL,
    reference_key uuid        NOT NULL,
    received_text text        NOT NULL,
    dropped_count integer     NOT NULL,
    received_at   timestamptz NOT NULL,
    CONSTRAINT item_pk PRIMARY KEY (report_number, ordinal),
    CONSTRAINT item_once UNIQUE (report_number, reference_key)
);

-- Reports that a person of a company wrote in the portal: pressing twice files once.
CREATE TABLE intake.by_hand (
    token         uuid        NOT NULL,
    provider_id   uuid        NOT NULL,
    report_number bigint,
    claimed_at    timestamptz NOT NULL,
    CONSTRAINT by_hand_pk PRIMARY KEY (token)
);

-- Clients that show in a sandbox what a client has to do, and what was recognised of it.
CREATE TABLE intake.conformance_run (
    run_id        uuid        NOT NULL,
    provider_id   uuid        NOT NULL,
    credential_id uuid        NOT NULL,
    company       text        NOT NULL,
    started_at    timestamptz NOT NULL,
    passed_at     timestamptz,
    ended         boolean     NOT NULL,
    CONSTRAINT conformance_run_pk PRIMARY KEY (run_id),
    CONSTRAINT conformance_run_company_shape CHECK (company ~ '^[a-z0-9-]{1,63}$'),
    CONSTRAINT conformance_run_passed_has_ended CHECK (ended OR passed_at IS NULL)
);
CREATE INDEX conformance_run_by_provider ON intake.conformance_run (provider_id, started_at);
CREATE INDEX conformance_run_open ON intake.conformance_run (credential_id) WHERE NOT ended;
COMMENT ON COLUMN intake.conformance_run.company IS 'privacy:code';

CREATE TABLE intake.conformance_seen (
    run_id  uuid        NOT NULL,
    seen    text        NOT NULL,
    seen_at timestamptz NOT NULL,
    CONSTRAINT conformance_seen_pk PRIMARY KEY (run_id, seen),
    CONSTRAINT conformance_seen_of_run FOREIGN KEY (run_id) REFERENCES intake.conformance_run (run_id)
);
COMMENT ON COLUMN intake.conformance_seen.seen IS 'privacy:code';

-- Escalations that did not become filed reports, or not soon. For the duty officer: who, with which request, why. No content.
-- Documents of one provider that are refused for one reason within some minutes are one row: the first, and how often.
CREATE TABLE intake.refused_escalation (
    refused_escalation_id uuid        NOT NULL,
    provider_id           uuid        NOT NULL,
    provider_name         text        NOT NULL,
    request_id            text,
    report_number         bigint,
    reason                text        NOT NULL,
    refused_at            timestamptz NOT NULL,
    times                 integer     NOT NULL,
    told_at               timestamptz,
    CONSTRAINT refused_escalation_pk PRIMARY KEY (refused_escalation_id),
    CONSTRAINT refused_escalation_reason CHECK (reason IN ('NOT_TAKEN', 'MALFORMED', 'INVALID', 'NAMED_BEFORE', 'UNFINISHED', 'EXPIRED'))
);

CREATE INDEX refused_escalation_newest ON intake.refused_escalation (refused_at DESC, refused_escalation_id DESC);

-- What a repeated refusal is counted in.
CREATE INDEX refused_escalation_alike ON intake.refused_escalation (provider_id, reason, refused_at)
    WHERE report_number IS NULL;

-- The way back of somebody who reported without a name: a hash of their words, gone when they close it.
-- The hour alone says when it was opened.
CREATE TABLE intake.door (
    door_id       uuid        NOT NULL,
    report_number bigint      NOT NULL,
    words_hash    text,
    entry         text        NOT NULL,
    language      text        NOT NULL,
    opened_at     timestamptz NOT NULL,
    seen_at       timestamptz,
    waiting_since timestamptz,
    closed_at     timestamptz,
    CONSTRAINT door_pk PRIMARY KEY (door_id),
    CONSTRAINT door_first_report UNIQUE (report_number),
    CONSTRAINT door_words UNIQUE (words_hash),
    CONSTRAINT door_entry CHECK (entry IN ('CHILD', 'ADULT', 'PROFESSIONAL', 'SURVIVOR'))
);

-- Who waits for an answer, longest first.
CREATE INDEX door_waiting ON intake.door (waiting_since, door_id) WHERE waiting_since IS NOT NULL;

-- Reports that came through a door, each draft once.
CREATE TABLE intake.door_report (
    report_number bigint NOT NULL,
    door_id       uuid   NOT NULL,
    draft_id      uuid   NOT NULL,
    CONSTRAINT door_report_pk PRIMARY KEY (report_number),
    CONSTRAINT door_report_once UNIQUE (draft_id)
);

CREATE INDEX door_report_of ON intake.door_report (door_id, report_number);

-- Messages of both sides, sealed under the key of the door's first report. Without a sender it is who reported.
CREATE TABLE intake.door_message (
    message_id  uuid        NOT NULL,
    door_id     uuid        NOT NULL,
    sent_by     text,
    danger      boolean     NOT NULL,
    sealed_text text        NOT NULL,
    sent_at     timestamptz NOT NULL,
    read_at     timestamptz,
    CONSTRAINT door_message_pk PRIMARY KEY (message_id)
);

CREATE INDEX door_message_of ON intake.door_message (door_id, sent_at, message_id);

-- What nobody read yet, for each side.
CREATE INDEX door_message_for_staff ON intake.door_message (door_id, sent_at, message_id) WHERE sent_by IS NULL AND read_at IS NULL;
CREATE INDEX door_message_for_them ON intake.door_message (door_id, sent_at, message_id) WHERE sent_by IS NOT NULL AND read_at IS NULL;

-- Numbers that people in need are shown, kept by the operator.
CREATE TABLE intake.help_line (
    help_line_id uuid NOT NULL,
    country      text NOT NULL,
    kind         text NOT NULL,
    name         text NOT NULL,
    number       text NOT NULL,
    hours        text NOT NULL,
    languages    text NOT NULL,
    reviewed_on  date NOT NULL,
    reviewed_by  text,
    review_due   date NOT NULL,
    CONSTRAINT help_line_pk PRIMARY KEY (help_line_id),
    CONSTRAINT help_line_once UNIQUE (country, kind, name),
    CONSTRAINT help_line_kind CHECK (kind IN ('EMERGENCY', 'CHILD', 'SURVIVOR', 'CRISIS'))
);

-- The day to which overdue help lines were told of, and how many they were; one row.
CREATE TABLE intake.help_line_watch (
    only_one boolean NOT NULL DEFAULT true,
    day      date    NOT NULL,
    overdue  integer NOT NULL,
    CONSTRAINT help_line_watch_pk PRIMARY KEY (only_one),
    CONSTRAINT help_line_watch_only CHECK (only_one)
);

-- What the operator says the law is; the newest holds.
CREATE TABLE intake.scheme (
    scheme_id         uuid        NOT NULL,
    legal_effect      text        NOT NULL,
    recipient         text        NOT NULL,
    preservation_days integer     NOT NULL,
    reference_days    integer     NOT NULL,
    review_due        date        NOT NULL,
    set_by            text        NOT NULL,
    set_at            timestamptz NOT NULL,
    CONSTRAINT scheme_pk PRIMARY KEY (scheme_id),
    CONSTRAINT scheme_days CHECK (preservation_days BETWEEN 1 AND 36500 AND reference_days BETWEEN 1 AND 36500)
);

-- Who asked senders to keep material longer, and by which order in law; the order is sealed, and gone with its report.
CREATE TABLE intake.preservation_renewal (
    renewal_id    uuid        NOT NULL,
    report_number bigint      NOT NULL,
    until_at      timestamptz NOT NULL,
    agency_id     uuid,
    shown         boolean     NOT NULL,
    reference     text,
    renewed_by    text        NOT NULL,
    renewed_at    timestamptz NOT NULL,
    CONSTRAINT preservation_renewal_pk PRIMARY KEY (renewal_id)
);
CREATE INDEX preservation_renewal_of ON intake.preservation_renewal (report_number, renewal_id);

-- The day to which senders were warned; one row.
CREATE TABLE intake.preservation_watch (
    only_one boolean NOT NULL DEFAULT true,
    day      date    NOT NULL,
    CONSTRAINT preservation_watch_pk PRIMARY KEY (only_one),
    CONSTRAINT preservation_watch_only CHECK (only_one)
);

-- What senders are warned of: on a day, how many reports end so many days later.
CREATE TABLE intake.preservation_warning (
    provider_id uuid        NOT NULL,
    day         date        NOT NULL,
    days        integer     NOT NULL,
    from_at     timestamptz NOT NULL,
    until_at    timestamptz NOT NULL,
    reports     bigint      NOT NULL,
    told_at     timestamptz,
    CONSTRAINT preservation_warning_pk PRIMARY KEY (provider_id, day, days)
);
CREATE INDEX preservation_warning_untold ON intake.preservation_warning (provider_id, day) WHERE told_at IS NULL;

COMMENT ON COLUMN intake.scheme.legal_effect IS 'privacy:none';
COMMENT ON COLUMN intake.scheme.recipient IS 'privacy:none';
COMMENT ON COLUMN intake.scheme.set_by IS 'privacy:id';
COMMENT ON COLUMN intake.preservation_renewal.reference IS 'privacy:sealed';
COMMENT ON COLUMN intake.preservation_renewal.renewed_by IS 'privacy:id';
COMMENT ON COLUMN intake.report.source IS 'privacy:code';
COMMENT ON COLUMN intake.report.rubric IS 'privacy:code';
COMMENT ON COLUMN intake.door.words_hash IS 'privacy:secret-hash';
COMMENT ON COLUMN intake.door.entry IS 'privacy:code';
COMMENT ON COLUMN intake.door.language IS 'privacy:code';
COMMENT ON COLUMN intake.door_message.sent_by IS 'privacy:id';
COMMENT ON COLUMN intake.door_message.sealed_text IS 'privacy:sealed';
COMMENT ON COLUMN intake.help_line.country IS 'privacy:code';
COMMENT ON COLUMN intake.help_line.kind IS 'privacy:code';
COMMENT ON COLUMN intake.help_line.name IS 'privacy:none';
COMMENT ON COLUMN intake.help_line.number IS 'privacy:none';
COMMENT ON COLUMN intake.help_line.hours IS 'privacy:none';
COMMENT ON COLUMN intake.help_line.languages IS 'privacy:none';
COMMENT ON COLUMN intake.help_line.reviewed_by IS 'privacy:id';
COMMENT ON COLUMN intake.report.provider_name IS 'privacy:none';
COMMENT ON COLUMN intake.report.request_id IS 'privacy:id';
COMMENT ON COLUMN intake.report.state IS 'privacy:code';
COMMENT ON COLUMN intake.report.incident_type IS 'privacy:code';
COMMENT ON COLUMN intake.received.received_text IS 'privacy:sealed';
COMMENT ON COLUMN intake.received.reporter_sheet IS 'privacy:sealed';
COMMENT ON COLUMN intake.item.received_text IS 'privacy:sealed';
COMMENT ON COLUMN intake.refused_escalation.provider_name IS 'privacy:none';
COMMENT ON COLUMN intake.refused_escalation.request_id IS 'privacy:id';
COMMENT ON COLUMN intake.refused_escalation.reason IS 'privacy:code';
COMMENT ON COLUMN intake.report.relation IS 'privacy:code';
COMMENT ON COLUMN intake.filing_key.key_hash IS 'privacy:secret-hash';
COMMENT ON COLUMN intake.sender_reference.reference IS 'privacy:sealed';
