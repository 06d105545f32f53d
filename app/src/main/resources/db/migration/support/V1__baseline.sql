-- Who asked the support desk for somebody to talk to. All tables hold decisions; nothing here is rebuilt from the
-- journal, and nothing here names a report.
CREATE SCHEMA support;

CREATE TABLE support.request (
    request_id  uuid        NOT NULL,
    form_id     uuid        NOT NULL,
    words_hash  text        NOT NULL,
    state       text        NOT NULL,
    topic       text        NOT NULL,
    language    text        NOT NULL,
    way         text        NOT NULL,
    household   boolean     NOT NULL,
    asked_at    timestamptz NOT NULL,
    -- By when somebody owes an answer; a time far off when nothing is owed, so that one index gives the order.
    due_at      timestamptz NOT NULL,
    taken_by    text,
    closed_at   timestamptz,
    outcome     text,
    calls       integer     NOT NULL DEFAULT 0,
    door_closed boolean     NOT NULL DEFAULT false,
    called      text        NOT NULL,
    address     text,
    safe_times  text        NOT NULL,
    CONSTRAINT request_pk PRIMARY KEY (request_id),
    CONSTRAINT request_form_once UNIQUE (form_id),
    CONSTRAINT request_words_hash CHECK (words_hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT request_state CHECK (state IN ('NEW', 'TAKEN', 'CLOSED')),
    CONSTRAINT request_topic CHECK (topic IN ('TALK', 'REMOVAL', 'MY_REPORT', 'RIGHTS', 'HELP_NEARBY', 'OTHER')),
    CONSTRAINT request_way CHECK (way IN ('COME_BACK', 'PHONE', 'MAIL')),
    CONSTRAINT request_outcome CHECK (outcome IN ('HELPED', 'REFERRED_ON', 'DECLINED', 'NOT_REACHED')),
    CONSTRAINT request_address CHECK ((way = 'COME_BACK') = (address IS NULL)),
    CONSTRAINT request_taken CHECK ((state = 'TAKEN') <= (taken_by IS NOT NULL)),
    CONSTRAINT request_closed CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL AND outcome IS NOT NULL))
);

-- The list of the desk.
CREATE INDEX request_due ON support.request (due_at, request_id) WHERE state <> 'CLOSED';

-- Coming back with the words.
CREATE UNIQUE INDEX request_words ON support.request (words_hash) WHERE NOT door_closed;

CREATE TABLE support.message (
    message_id uuid        NOT NULL,
    request_id uuid        NOT NULL,
    written_at timestamptz NOT NULL,
    by_desk    text,
    text       text        NOT NULL,
    CONSTRAINT message_pk PRIMARY KEY (message_id),
    CONSTRAINT message_of_request FOREIGN KEY (request_id) REFERENCES support.request (request_id)
);
CREATE INDEX message_by_request ON support.message (request_id, message_id);

CREATE TABLE support.call (
    call_id    uuid        NOT NULL,
    request_id uuid        NOT NULL,
    called_at  timestamptz NOT NULL,
    called_by  text        NOT NULL,
    outcome    text        NOT NULL,
    CONSTRAINT call_pk PRIMARY KEY (call_id),
    CONSTRAINT call_of_request FOREIGN KEY (request_id) REFERENCES support.request (request_id),
    CONSTRAINT call_outcome CHECK (outcome IN ('REACHED', 'NO_ANSWER', 'LATER', 'NOT_SAFE'))
);
CREATE INDEX call_by_request ON support.call (request_id, call_id);

-- One row: the zone of the desk.
CREATE TABLE support.desk (
    one_desk boolean NOT NULL DEFAULT true,
    zone     text    NOT NULL,
    CONSTRAINT desk_pk PRIMARY KEY (one_desk),
    CONSTRAINT desk_one CHECK (one_desk)
);

CREATE TABLE support.shift (
    weekday smallint NOT NULL,
    opens   time     NOT NULL,
    closes  time     NOT NULL,
    CONSTRAINT shift_pk PRIMARY KEY (weekday, opens),
    CONSTRAINT shift_weekday CHECK (weekday BETWEEN 1 AND 7)
);

COMMENT ON COLUMN support.request.words_hash IS 'privacy:secret-hash';
COMMENT ON COLUMN support.request.state IS 'privacy:code';
COMMENT ON COLUMN support.request.topic IS 'privacy:code';
COMMENT ON COLUMN support.request.language IS 'privacy:code';
COMMENT ON COLUMN support.request.way IS 'privacy:code';
COMMENT ON COLUMN support.request.outcome IS 'privacy:code';
COMMENT ON COLUMN support.request.taken_by IS 'privacy:id';
COMMENT ON COLUMN support.request.called IS 'privacy:sealed';
COMMENT ON COLUMN support.request.address IS 'privacy:sealed';
COMMENT ON COLUMN support.request.safe_times IS 'privacy:sealed';
COMMENT ON COLUMN support.message.by_desk IS 'privacy:id';
COMMENT ON COLUMN support.message.text IS 'privacy:sealed';
COMMENT ON COLUMN support.call.called_by IS 'privacy:id';
COMMENT ON COLUMN support.call.outcome IS 'privacy:code';
COMMENT ON COLUMN support.desk.zone IS 'privacy:none';
