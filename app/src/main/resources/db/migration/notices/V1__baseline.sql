CREATE SCHEMA notices;

-- Derived: written only by the follower, rebuilt from the journal.

CREATE TABLE notices.standing (
    report       bigint      NOT NULL,
    provider     uuid        NOT NULL,
    received_at  timestamptz NOT NULL,
    read_at      timestamptz,
    delivered_at timestamptz,
    asked_at     timestamptz,
    questions    integer     NOT NULL,
    corrected_at timestamptz,
    stated       bigint,
    missing      bigint,
    heard        boolean,
    CONSTRAINT standing_lines CHECK (num_nulls(stated, missing, heard) IN (0, 3)),
    CONSTRAINT standing_pk PRIMARY KEY (report)
);

-- Senders that have an endpoint.
CREATE TABLE notices.listening (
    provider uuid NOT NULL,
    CONSTRAINT listening_pk PRIMARY KEY (provider)
);

-- Changes that were to be told to an endpoint, by the position of the fact that made them: one side of the law of
-- notices. One fact can make two.
CREATE TABLE notices.change (
    cause bigint NOT NULL,
    state text   NOT NULL,
    CONSTRAINT change_pk PRIMARY KEY (cause, state)
);
CREATE INDEX change_text ON notices.change (((cause::text || ' ' || state) COLLATE "C"));
COMMENT ON COLUMN notices.change.state IS 'privacy:code';

-- How complete reports were, summed up by company, month of filing (its first day, UTC) and service. A service of zeros
-- is the company as a whole.
CREATE TABLE notices.scorecard (
    provider uuid   NOT NULL,
    month    date   NOT NULL,
    service  uuid   NOT NULL,
    reports  bigint NOT NULL,
    score    bigint NOT NULL,
    CONSTRAINT scorecard_pk PRIMARY KEY (provider, month, service),
    CONSTRAINT scorecard_month_begins CHECK (extract(day FROM month) = 1)
);
CREATE INDEX scorecard_month ON notices.scorecard (month, provider) INCLUDE (reports, score);

-- Lines of the rubric, by their bit: to how many reports each applied, how many did not state it, the newest of those.
CREATE TABLE notices.scorecard_line (
    provider uuid     NOT NULL,
    month    date     NOT NULL,
    service  uuid     NOT NULL,
    line     smallint NOT NULL,
    applied  bigint   NOT NULL,
    missing  bigint   NOT NULL,
    example  bigint,
    CONSTRAINT scorecard_line_pk PRIMARY KEY (provider, month, service, line),
    CONSTRAINT scorecard_line_example CHECK ((missing = 0) = (example IS NULL)),
    CONSTRAINT scorecard_line_some CHECK (applied >= missing)
);

-- Which agencies have which reports, and may ask about them.
CREATE TABLE notices.holding (
    agency uuid   NOT NULL,
    report bigint NOT NULL,
    CONSTRAINT holding_pk PRIMARY KEY (agency, report)
);

-- What agencies said in a quarter of reports that state a line and of those that do not, over all companies.
CREATE TABLE notices.useful_count (
    quarter    date     NOT NULL,
    line       smallint NOT NULL,
    stated     boolean  NOT NULL,
    useful     bigint   NOT NULL,
    not_useful bigint   NOT NULL,
    CONSTRAINT useful_count_pk PRIMARY KEY (quarter, line, stated)
);

-- Which agencies and companies stand behind those sums, each once. Asked for how many there are, and for nothing else.
CREATE TABLE notices.useful_voice (
    quarter date     NOT NULL,
    line    smallint NOT NULL,
    stated  boolean  NOT NULL,
    agency  boolean  NOT NULL,
    voice   uuid     NOT NULL,
    CONSTRAINT useful_voice_pk PRIMARY KEY (quarter, line, stated, agency, voice)
);

-- Decisions: written by commands and jobs, never rebuilt.

-- What senders were asked; the words are sealed, and gone with their report.
CREATE TABLE notices.question (
    question uuid        NOT NULL,
    report   bigint      NOT NULL,
    provider uuid        NOT NULL,
    agency   uuid,
    kind     text        NOT NULL,
    named    boolean     NOT NULL,
    text     text,
    basis    text,
    asked_by text        NOT NULL,
    asked_at timestamptz NOT NULL,
    CONSTRAINT question_pk PRIMARY KEY (question),
    CONSTRAINT question_kind CHECK (kind IN ('ACCOUNT_HOLDER', 'ACCOUNT_USE', 'TIME', 'HOW_NOTICED', 'VIEWED', 'PRESERVATION', 'MEANING', 'OTHER')),
    CONSTRAINT question_named CHECK (agency IS NOT NULL OR NOT named)
);
CREATE INDEX question_of_report ON notices.question (report);

-- What became of each: the other side of the law of questions.
CREATE TABLE notices.question_progress (
    question   uuid        NOT NULL,
    report     bigint      NOT NULL,
    provider   uuid        NOT NULL,
    agency     uuid,
    state      text        NOT NULL,
    told_at    timestamptz NOT NULL,
    due_at     timestamptz NOT NULL,
    settled_at timestamptz,
    settled_by text,
    answer     text,
    CONSTRAINT question_progress_pk PRIMARY KEY (question),
    CONSTRAINT question_progress_of FOREIGN KEY (question) REFERENCES notices.question (question),
    CONSTRAINT question_progress_state CHECK (state IN ('OPEN', 'OVERDUE', 'ANSWERED', 'WITHDRAWN')),
    CONSTRAINT question_progress_settled CHECK ((state IN ('ANSWERED', 'WITHDRAWN')) = (settled_at IS NOT NULL)),
    CONSTRAINT question_progress_due CHECK (due_at > told_at)
);
CREATE INDEX question_at_provider ON notices.question_progress (provider, due_at, question) WHERE state IN ('OPEN', 'OVERDUE');
CREATE INDEX question_of_agency ON notices.question_progress (agency, due_at, question) WHERE state IN ('OPEN', 'OVERDUE');
CREATE INDEX question_waiting ON notices.question_progress (due_at, question) WHERE state IN ('OPEN', 'OVERDUE');
CREATE INDEX question_open ON notices.question_progress (due_at) WHERE state = 'OPEN';
CREATE INDEX question_settled_at_provider ON notices.question_progress (provider, question) WHERE state IN ('ANSWERED', 'WITHDRAWN');
CREATE INDEX question_settled_of_agency ON notices.question_progress (agency, question) WHERE state IN ('ANSWERED', 'WITHDRAWN');
CREATE INDEX question_progress_of_report ON notices.question_progress (report, question);
CREATE INDEX question_by_state ON notices.question_progress (state, question);
COMMENT ON COLUMN notices.question.kind IS 'privacy:code';
COMMENT ON COLUMN notices.question.text IS 'privacy:sealed';
COMMENT ON COLUMN notices.question.basis IS 'privacy:sealed';
COMMENT ON COLUMN notices.question.asked_by IS 'privacy:id';
COMMENT ON COLUMN notices.question_progress.state IS 'privacy:code';
COMMENT ON COLUMN notices.question_progress.settled_by IS 'privacy:id';
COMMENT ON COLUMN notices.question_progress.answer IS 'privacy:sealed';

CREATE TABLE notices.endpoint (
    provider      uuid        NOT NULL,
    address       text        NOT NULL,
    secret        text        NOT NULL,
    old_secret    text,
    old_until     timestamptz,
    set_at        timestamptz NOT NULL,
    failing_since timestamptz,
    disabled_at   timestamptz,
    CONSTRAINT endpoint_pk PRIMARY KEY (provider),
    CONSTRAINT endpoint_old_secret CHECK ((old_secret IS NULL) = (old_until IS NULL))
);
COMMENT ON COLUMN notices.endpoint.address IS 'privacy:sealed';
COMMENT ON COLUMN notices.endpoint.secret IS 'privacy:sealed';
COMMENT ON COLUMN notices.endpoint.old_secret IS 'privacy:sealed';

-- Work that the follower hands over, as it hands over jobs: only when it does not build again. From then on jobs and
-- commands move it.
CREATE TABLE notices.message (
    message  uuid        NOT NULL,
    cause    bigint      NOT NULL,
    provider uuid        NOT NULL,
    report   bigint      NOT NULL,
    state    text        NOT NULL,
    told_at  timestamptz NOT NULL,
    way      text        NOT NULL,
    tries    integer     NOT NULL,
    next_at  timestamptz,
    CONSTRAINT message_pk PRIMARY KEY (message),
    CONSTRAINT message_cause UNIQUE (cause, state),
    CONSTRAINT message_state CHECK (state IN ('READ', 'MADE_AVAILABLE', 'QUESTION', 'CORRECTED')),
    CONSTRAINT message_way CHECK (way IN ('WAITING', 'DELIVERED', 'DEAD', 'CANCELLED')),
    CONSTRAINT message_next CHECK ((way = 'WAITING') = (next_at IS NOT NULL))
);
CREATE INDEX message_due ON notices.message (provider, next_at) WHERE way = 'WAITING';
CREATE INDEX message_waiting ON notices.message (next_at, provider) WHERE way = 'WAITING';
CREATE INDEX message_provider ON notices.message (provider, message);
CREATE INDEX message_dead ON notices.message (provider, message) WHERE way = 'DEAD';
CREATE INDEX message_text ON notices.message (way, ((cause::text || ' ' || state) COLLATE "C"));
COMMENT ON COLUMN notices.message.state IS 'privacy:code';
COMMENT ON COLUMN notices.message.way IS 'privacy:code';

CREATE TABLE notices.attempt (
    attempt  uuid        NOT NULL,
    message  uuid        NOT NULL,
    began_at timestamptz NOT NULL,
    outcome  text,
    status   integer     NOT NULL,
    CONSTRAINT attempt_pk PRIMARY KEY (attempt)
);
CREATE INDEX attempt_message ON notices.attempt (message, attempt DESC);
COMMENT ON COLUMN notices.attempt.outcome IS 'privacy:code';
