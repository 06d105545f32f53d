CREATE SCHEMA linking;

-- Codes of rows that there are very many of, four bytes each. A new rule is added by a migration.
CREATE TYPE linking.identifier_kind AS ENUM (
    'PROVIDER_USER_ID', 'EMAIL', 'PHONE', 'SCREEN_NAME', 'DISPLAY_NAME', 'PERSON_NAME', 'IP_ADDRESS', 'DEVICE_ID', 'URL',
    'PROFILE_URL', 'PAYMENT_HANDLE', 'GROUP', 'POSTAL_ADDRESS', 'VEHICLE', 'SCHOOL', 'PRIOR_REPORT');
CREATE TYPE linking.role_space AS ENUM ('REPORTED', 'VICTIM', 'RECIPIENT');
CREATE TYPE linking.strength AS ENUM ('STRONG', 'WEAK', 'CONTEXT');
CREATE TYPE linking.tier AS ENUM ('ASSERTED', 'EXACT', 'CONFIRMED');
CREATE TYPE linking.match_rule AS ENUM (
    'account.provider-service-id', 'account.any-provider', 'account.third-party-service-id',
    'email.provider-canonical', 'email.case-folded', 'phone.e164', 'phone.e164-extension', 'phone.national',
    'screen-name.platform', 'screen-name.any-platform', 'ip.address-port-time', 'ip.address', 'ip.prefix-64',
    'device.imei', 'device.iccid', 'device.mac', 'device.type-value', 'device.network-name', 'payment.iban',
    'payment.coin-address', 'payment.scheme-name', 'url.canonical', 'group.platform-id',
    'report.asserted-by-sender', 'link.confirmed-by-person');

CREATE TYPE linking.blocking_rule AS ENUM (
    'NAME_BIRTH_DATE', 'NAME_BIRTHDAY', 'NAME_BIRTH_MONTH', 'NAME_START_BIRTH_DATE',
    'NAME_END_BIRTH_DATE', 'NAME_POSTCODE', 'NAME_TOWN', 'NAME_PHONE',
    'ALIAS_START_BIRTH_DATE', 'ALIAS_END_BIRTH_DATE', 'ALIAS_POSTCODE', 'EMAIL_BIRTH_DATE',
    'PHONE_BIRTH_DATE', 'BIRTH_DATE_POSTCODE');

-- Derived: one row for each match key of a report or finding. Where time decides, the further times it was seen follow
-- the first. The identifier itself stays sealed where it was stated.
--
-- Very many rows: in parts by what is asked of them. Linking asks for strong keys of one role alone, so what many hold
-- weakly, and the keys of other roles, cost it nothing. The index of strong keys holds all that linking asks, so that
-- who holds a key is read side by side however long ago each was filed.
CREATE TABLE linking.sighting (
    blind            uuid        NOT NULL,
    report_number    bigint      NOT NULL,
    seen_at          timestamptz NOT NULL,
    provider_id      uuid,
    ordinal          integer     NOT NULL,
    identifier_index integer,
    kind             linking.identifier_kind NOT NULL,
    role             linking.role_space      NOT NULL,
    rule             linking.match_rule      NOT NULL,
    strength         linking.strength        NOT NULL,
    rule_version     smallint    NOT NULL,
    key_version      integer     NOT NULL,
    has_more_times   boolean     NOT NULL GENERATED ALWAYS AS (seen_also IS NOT NULL) STORED,
    finding_id       uuid,
    seen_also        timestamptz[],
    CONSTRAINT sighting_also CHECK (seen_also <> '{}'),
    CONSTRAINT sighting_one_source CHECK ((identifier_index IS NULL) <> (finding_id IS NULL))
) PARTITION BY LIST (strength);

CREATE TABLE linking.sighting_strong PARTITION OF linking.sighting FOR VALUES IN ('STRONG') PARTITION BY LIST (role);
CREATE TABLE linking.sighting_reported PARTITION OF linking.sighting_strong FOR VALUES IN ('REPORTED')
  WITH (autovacuum_vacuum_insert_scale_factor = 0.02);
CREATE TABLE linking.sighting_victim PARTITION OF linking.sighting_strong FOR VALUES IN ('VICTIM')
  WITH (autovacuum_vacuum_insert_scale_factor = 0.02);
CREATE TABLE linking.sighting_recipient PARTITION OF linking.sighting_strong FOR VALUES IN ('RECIPIENT')
  WITH (autovacuum_vacuum_insert_scale_factor = 0.02);
CREATE TABLE linking.sighting_weak PARTITION OF linking.sighting FOR VALUES IN ('WEAK', 'CONTEXT')
  WITH (autovacuum_vacuum_insert_scale_factor = 0.05);

CREATE UNIQUE INDEX sighting_strong_key ON linking.sighting_strong (blind, report_number, finding_id, role)
  INCLUDE (provider_id, seen_at, has_more_times) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX sighting_weak_key ON linking.sighting_weak (blind, report_number, finding_id) NULLS NOT DISTINCT;
CREATE INDEX sighting_report ON linking.sighting (report_number);

-- Derived: why two reports belong together, or, where cross_role, why a person is alerted. A link is a pair with a
-- reason that is not withdrawn and no cut.
CREATE TABLE linking.reason (
    newer         bigint      NOT NULL,
    older         bigint      NOT NULL,
    rule          linking.match_rule      NOT NULL,
    rule_version  smallint    NOT NULL,
    kind          linking.identifier_kind NOT NULL,
    tier          linking.tier            NOT NULL,
    cross_role    boolean     NOT NULL,
    newer_blind   uuid,
    older_blind   uuid,
    seconds_apart bigint,
    made_at       timestamptz NOT NULL,
    withdrawn_at  timestamptz,
    withdrawn_cause text,
    CONSTRAINT reason_unique UNIQUE NULLS NOT DISTINCT (newer, older, newer_blind, older_blind, tier),
    CONSTRAINT reason_order CHECK (newer > older),
    CONSTRAINT reason_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_cause IS NULL)),
    CONSTRAINT reason_withdrawn_cause CHECK (withdrawn_cause IN ('SPREAD', 'FINDING', 'OUTCOME', 'CONTRADICTED')),
    CONSTRAINT reason_rests_on_something CHECK ((tier <> 'EXACT') = (newer_blind IS NULL AND older_blind IS NULL))
);

CREATE INDEX reason_older ON linking.reason (older);
CREATE INDEX reason_alert ON linking.reason (newer, older) WHERE cross_role AND withdrawn_at IS NULL;

-- Derived: reports that state something another can contradict, so that only those are opened that may. What they state
-- stays sealed in them.
CREATE TABLE linking.statement (
    report_number bigint  NOT NULL,
    born          boolean NOT NULL,
    login_from    timestamptz,
    login_to      timestamptz,
    CONSTRAINT statement_pk PRIMARY KEY (report_number),
    CONSTRAINT statement_logins CHECK ((login_from IS NULL) = (login_to IS NULL))
);

-- Derived: pairs of reports that share an identifier and contradict each other.
CREATE TABLE linking.contradiction (
    newer    bigint      NOT NULL,
    older    bigint      NOT NULL,
    kind     text        NOT NULL,
    found_at timestamptz NOT NULL,
    CONSTRAINT contradiction_pk PRIMARY KEY (newer, older, kind),
    CONSTRAINT contradiction_order CHECK (newer > older),
    CONSTRAINT contradiction_kind CHECK (kind IN ('BIRTH_DATES', 'LOGINS_FAR_APART'))
);

CREATE INDEX contradiction_older ON linking.contradiction (older);

-- Derived: keys in more reports, or from more senders, than the limit. They link nothing.
CREATE TABLE linking.hub (
    blind         uuid        NOT NULL,
    rule          text        NOT NULL,
    rule_version  smallint    NOT NULL,
    kind          text        NOT NULL,
    report_number bigint      NOT NULL,
    identifier_index integer,
    finding_id    uuid,
    crossing_limit integer  NOT NULL,
    counted       text        NOT NULL,
    crossed_at    timestamptz NOT NULL,
    CONSTRAINT hub_pk PRIMARY KEY (blind),
    CONSTRAINT hub_one_source CHECK ((identifier_index IS NULL) <> (finding_id IS NULL)),
    CONSTRAINT hub_counted CHECK (counted IN ('REPORTS', 'SENDERS', 'COMPANIONS'))
);

CREATE INDEX hub_crossed ON linking.hub (crossed_at, blind);
CREATE INDEX hub_report ON linking.hub (report_number);

-- Derived: of accounts in very many reports, which other match keys reports name beside them; and the account's own key, by
-- which it is known that it was begun. A few hundred rows each at most.
CREATE TABLE linking.companion (
    blind     uuid NOT NULL,
    companion uuid NOT NULL,
    CONSTRAINT companion_pk PRIMARY KEY (blind, companion)
);

-- Hubs whose crossing report was erased, set aside once and for all: no rebuild could find them again.
CREATE TABLE linking.kept_hub (
    blind          uuid        NOT NULL,
    rule           text        NOT NULL,
    rule_version   smallint    NOT NULL,
    kind           text        NOT NULL,
    report_number  bigint      NOT NULL,
    identifier_index integer,
    finding_id     uuid,
    crossing_limit integer     NOT NULL,
    counted        text        NOT NULL,
    crossed_at     timestamptz NOT NULL,
    CONSTRAINT kept_hub_pk PRIMARY KEY (blind),
    CONSTRAINT kept_hub_one_source CHECK ((identifier_index IS NULL) <> (finding_id IS NULL)),
    CONSTRAINT kept_hub_counted CHECK (counted IN ('REPORTS', 'SENDERS', 'COMPANIONS'))
);

CREATE INDEX kept_hub_report ON linking.kept_hub (report_number);

-- Decisions: a version of an operator's list of networks and values. Written once and kept, so that one can say what
-- held when; the newest of each name is in force.
CREATE TABLE linking.list (
    list_id   uuid        NOT NULL,
    name      text        NOT NULL,
    dated     date        NOT NULL,
    loaded_at timestamptz NOT NULL,
    CONSTRAINT list_pk PRIMARY KEY (list_id),
    CONSTRAINT list_version UNIQUE (name, dated)
);

CREATE TABLE linking.list_line (
    list_id         uuid NOT NULL,
    kind            text NOT NULL,
    network         cidr,
    identifier_kind text,
    value           text,
    valid_from      date NOT NULL,
    valid_to        date,
    CONSTRAINT list_line_of_list FOREIGN KEY (list_id) REFERENCES linking.list (list_id),
    CONSTRAINT list_line_kind CHECK (kind IN ('CARRIER', 'HOSTING', 'VPN', 'TOR', 'MOBILE_GATEWAY', 'VOID')),
    CONSTRAINT list_line_network_or_value CHECK (
        (kind = 'VOID') = (network IS NULL) AND num_nulls(identifier_kind, value) = CASE kind WHEN 'VOID' THEN 0 ELSE 2 END),
    CONSTRAINT list_line_days CHECK (valid_to >= valid_from)
);

CREATE INDEX list_line_list ON linking.list_line (list_id);

-- Decisions: an analyst says that two reports do not belong together. Survives every rebuild.
CREATE TABLE linking.cut (
    cut_id    uuid        NOT NULL,
    newer     bigint      NOT NULL,
    older     bigint      NOT NULL,
    reason    text        NOT NULL,
    rules     linking.match_rule[] NOT NULL,
    cut_by    text        NOT NULL,
    cut_at    timestamptz NOT NULL,
    undone_by text,
    undone_at timestamptz,
    CONSTRAINT cut_pk PRIMARY KEY (cut_id),
    CONSTRAINT cut_order CHECK (newer > older),
    CONSTRAINT cut_reason CHECK (reason IN ('SHARED', 'RECYCLED', 'WRONG_VALUE', 'DIFFERENT_PEOPLE', 'EXPIRED')),
    CONSTRAINT cut_undone CHECK ((undone_by IS NULL) = (undone_at IS NULL))
);

CREATE UNIQUE INDEX cut_in_force ON linking.cut (newer, older) WHERE undone_at IS NULL;
CREATE INDEX cut_newer ON linking.cut (newer);
CREATE INDEX cut_older ON linking.cut (older);

-- Decisions: somebody looked at an alert and said what it is. The journal has all of them, this table the last.
CREATE TABLE linking.alert_look (
    newer     bigint      NOT NULL,
    older     bigint      NOT NULL,
    remark    text        NOT NULL,
    looked_by text        NOT NULL,
    looked_at timestamptz NOT NULL,
    CONSTRAINT alert_look_pk PRIMARY KEY (newer, older),
    CONSTRAINT alert_look_order CHECK (newer > older),
    CONSTRAINT alert_look_remark CHECK (remark IN ('SAME_PERSON', 'WRONG_ROLE', 'SHARED', 'UNCLEAR'))
);

-- Reports whose clusters gained or lost a link and are to be measured. Short-lived.
CREATE TABLE linking.grown (
    report_number bigint NOT NULL,
    CONSTRAINT grown_pk PRIMARY KEY (report_number)
);

-- Decisions: a cluster became large or grew fast, once for each crossing, and who looked at it. No rebuild repeats it.
CREATE TABLE linking.growth_alarm (
    alarm_id      uuid        NOT NULL,
    report_number bigint      NOT NULL,
    kind          text        NOT NULL,
    size          integer     NOT NULL,
    passed        integer     NOT NULL,
    newer         bigint,
    older         bigint,
    raised_at     timestamptz NOT NULL,
    ended_at      timestamptz,
    looked_by     text,
    looked_at     timestamptz,
    CONSTRAINT growth_alarm_pk PRIMARY KEY (alarm_id),
    CONSTRAINT growth_alarm_kind CHECK (kind IN ('SIZE', 'SPEED')),
    CONSTRAINT growth_alarm_pair CHECK ((newer IS NULL) = (older IS NULL) AND newer > older),
    CONSTRAINT growth_alarm_look CHECK ((looked_by IS NULL) = (looked_at IS NULL))
);

CREATE INDEX growth_alarm_report ON linking.growth_alarm (report_number) WHERE ended_at IS NULL;
CREATE INDEX growth_alarm_waiting ON linking.growth_alarm (alarm_id) WHERE looked_at IS NULL;

-- How far keys are that are made anew after a change of rules: one row, of the last time.
CREATE TABLE linking.renewal (
    one         boolean     NOT NULL DEFAULT true,
    rules       text        NOT NULL,
    started_at  timestamptz NOT NULL,
    pass        smallint    NOT NULL,
    first       bigint      NOT NULL,
    last        bigint      NOT NULL,
    issued_to   bigint      NOT NULL,
    done_to     bigint      NOT NULL,
    finished_at timestamptz,
    CONSTRAINT renewal_one PRIMARY KEY (one),
    CONSTRAINT renewal_only_one CHECK (one),
    CONSTRAINT renewal_pass CHECK (pass IN (0, 1, 2))
);

-- Decisions: links that were drawn at random for two people to judge, and what each of them said.
CREATE TABLE linking.review (
    review_id  uuid        NOT NULL,
    newer      bigint      NOT NULL,
    older      bigint      NOT NULL,
    rule       text        NOT NULL,
    week       date        NOT NULL,
    drawn_at   timestamptz NOT NULL,
    judgements smallint    NOT NULL DEFAULT 0,
    CONSTRAINT review_pk PRIMARY KEY (review_id),
    CONSTRAINT review_once UNIQUE (newer, older, rule),
    CONSTRAINT review_order CHECK (newer > older),
    CONSTRAINT review_two_people CHECK (judgements BETWEEN 0 AND 2)
);

CREATE INDEX review_week ON linking.review (week);
CREATE INDEX review_open ON linking.review (review_id) WHERE judgements < 2;

CREATE TABLE linking.review_judgement (
    review_id uuid        NOT NULL,
    judged_by text        NOT NULL,
    judgement text        NOT NULL,
    judged_at timestamptz NOT NULL,
    CONSTRAINT review_judgement_pk PRIMARY KEY (review_id, judged_by),
    CONSTRAINT review_judgement_of FOREIGN KEY (review_id) REFERENCES linking.review (review_id),
    CONSTRAINT review_judgement_word CHECK (judgement IN ('RIGHT', 'WRONG', 'UNCLEAR'))
);

-- Decisions: a person's own word that two reports belong together, or that two that were suggested are not of one
-- person, and when a link ends. Survive every rebuild.
CREATE TABLE linking.word (
    word_id   uuid        NOT NULL,
    newer     bigint      NOT NULL,
    older     bigint      NOT NULL,
    says      text        NOT NULL,
    said_by   text        NOT NULL,
    said_at   timestamptz NOT NULL,
    undone_by text,
    undone_at timestamptz,
    CONSTRAINT word_pk PRIMARY KEY (word_id),
    CONSTRAINT word_order CHECK (newer > older),
    CONSTRAINT word_says CHECK (says IN ('CONFIRMED', 'REJECTED')),
    CONSTRAINT word_undone CHECK ((undone_by IS NULL) = (undone_at IS NULL))
);

CREATE UNIQUE INDEX word_in_force ON linking.word (newer, older, says) WHERE undone_at IS NULL;
CREATE INDEX word_newer ON linking.word (newer);
CREATE INDEX word_older ON linking.word (older);

CREATE TABLE linking.expiry (
    expiry_id  uuid        NOT NULL,
    newer      bigint      NOT NULL,
    older      bigint      NOT NULL,
    expires_at timestamptz NOT NULL,
    set_by     text        NOT NULL,
    set_at     timestamptz NOT NULL,
    lifted_by  text,
    ended_at   timestamptz,
    CONSTRAINT expiry_pk PRIMARY KEY (expiry_id),
    CONSTRAINT expiry_order CHECK (newer > older),
    CONSTRAINT expiry_lifted CHECK (lifted_by IS NULL OR ended_at IS NOT NULL)
);

CREATE UNIQUE INDEX expiry_in_force ON linking.expiry (newer, older) WHERE ended_at IS NULL;

-- Derived: cuts in force where the follower stands in the journal. Those decided since come in their turn.
CREATE TABLE linking.cut_taken_up (
    cut_id uuid   NOT NULL,
    newer  bigint NOT NULL,
    older  bigint NOT NULL,
    CONSTRAINT cut_taken_up_pk PRIMARY KEY (cut_id)
);

CREATE INDEX cut_taken_up_pair ON linking.cut_taken_up (newer, older);

-- Derived: reports whose case ended as no crime, false or the like, where the follower stands in the journal. Nothing
-- rests on what they state; what is stored of them stays.
CREATE TABLE linking.discredited (
    report_number  bigint      NOT NULL,
    discredited_at timestamptz NOT NULL,
    CONSTRAINT discredited_pk PRIMARY KEY (report_number)
);

-- Derived: reported persons of whom there is something to compare with others, children and possible children never. No
-- value is here: what is compared is read from the sealed report. Absent is the model that compared them where none has.
-- Tries are counted of a report that could not be read, until it can be; none is to come when the time of the next is
-- absent.
CREATE TABLE linking.profile (
    report_number bigint   NOT NULL,
    party         smallint NOT NULL,
    compared_by   integer,
    passed_over   smallint NOT NULL DEFAULT 0,
    tries         smallint NOT NULL DEFAULT 0,
    try_at        timestamptz,
    CONSTRAINT profile_pk PRIMARY KEY (report_number, party),
    CONSTRAINT profile_tried CHECK (tries > 0 OR try_at IS NULL)
);

CREATE INDEX profile_waiting ON linking.profile (report_number, party) WHERE compared_by IS NULL AND tries = 0;
CREATE INDEX profile_parked ON linking.profile (try_at, report_number, party) WHERE tries > 0;
CREATE INDEX profile_compared ON linking.profile (compared_by) WHERE compared_by = 0;

-- Derived: blind keys of two fields at least, by which those are found who may be one person.
CREATE TABLE linking.blocking_key (
    blind         uuid     NOT NULL,
    report_number bigint   NOT NULL,
    party         smallint NOT NULL,
    rule          linking.blocking_rule NOT NULL,
    rule_version  smallint NOT NULL,
    key_version   integer  NOT NULL,
    CONSTRAINT blocking_key_pk PRIMARY KEY (blind, report_number, party)
);

CREATE INDEX blocking_key_report ON linking.blocking_key (report_number);

-- Models of likeness, each in force until the next. Parameters are shares and rules; how common values are is sealed.
CREATE TABLE linking.likeness_model (
    model         integer     NOT NULL,
    rules         text        NOT NULL,
    learnt_at     timestamptz NOT NULL,
    profiles      integer     NOT NULL,
    parameters    text        NOT NULL,
    sealed_counts text        NOT NULL,
    CONSTRAINT likeness_model_pk PRIMARY KEY (model),
    CONSTRAINT likeness_model_json CHECK (parameters IS JSON)
);

-- Pairs of reports that are likely of one person, for people to look at. They group nothing. Made by a job, and made
-- anew when it compares again; settled are those that somebody decided about or that are linked or cut by now.
CREATE TABLE linking.suggestion (
    newer        bigint           NOT NULL,
    older        bigint           NOT NULL,
    newer_party  smallint         NOT NULL,
    older_party  smallint         NOT NULL,
    probability  double precision NOT NULL,
    model        integer          NOT NULL,
    start        double precision NOT NULL,
    taken        double precision NOT NULL,
    fields       text[]           NOT NULL,
    levels       text[]           NOT NULL,
    weights      double precision[] NOT NULL,
    rarities     double precision[] NOT NULL,
    suggested_at timestamptz      NOT NULL,
    settled      boolean          NOT NULL DEFAULT false,
    CONSTRAINT suggestion_pk PRIMARY KEY (newer, older),
    CONSTRAINT suggestion_order CHECK (newer > older),
    CONSTRAINT suggestion_probability CHECK (probability BETWEEN 0 AND 1)
);

CREATE INDEX suggestion_older ON linking.suggestion (older);
CREATE INDEX suggestion_open ON linking.suggestion (probability, newer, older) WHERE NOT settled;

-- Decisions: what an analyst recorded from outside, beside a report and never in it. The words are sealed.
CREATE TABLE linking.finding (
    finding_id       uuid        NOT NULL,
    report_number    bigint      NOT NULL,
    kind             text        NOT NULL,
    identifier_kind  text,
    role             text        NOT NULL,
    own_service      boolean     NOT NULL,
    confidence       text        NOT NULL,
    observed_at      timestamptz NOT NULL,
    sealed_value     text        NOT NULL,
    sealed_qualifier text,
    sealed_source    text        NOT NULL,
    sealed_method    text        NOT NULL,
    recorded_by      text        NOT NULL,
    recorded_at      timestamptz NOT NULL,
    observed_offset  text        NOT NULL DEFAULT 'Z',
    port             integer,
    withdrawn_reason text,
    withdrawn_by     text,
    withdrawn_at     timestamptz,
    CONSTRAINT finding_pk PRIMARY KEY (finding_id),
    CONSTRAINT finding_kind CHECK (kind IN ('IDENTIFIER', 'LOCATION', 'FACT')),
    CONSTRAINT finding_identifier CHECK ((kind = 'IDENTIFIER') = (identifier_kind IS NOT NULL)),
    CONSTRAINT finding_port CHECK (port BETWEEN 0 AND 65535),
    CONSTRAINT finding_withdrawn CHECK (num_nulls(withdrawn_reason, withdrawn_by, withdrawn_at) IN (0, 3)),
    CONSTRAINT finding_confidence CHECK (confidence IN ('LOW', 'MEDIUM', 'HIGH'))
);

CREATE INDEX finding_report ON linking.finding (report_number, recorded_at);

COMMENT ON COLUMN linking.reason.withdrawn_cause IS 'privacy:code';
COMMENT ON COLUMN linking.contradiction.kind IS 'privacy:code';
COMMENT ON COLUMN linking.growth_alarm.kind IS 'privacy:code';
COMMENT ON COLUMN linking.growth_alarm.looked_by IS 'privacy:id';
COMMENT ON COLUMN linking.renewal.rules IS 'privacy:code';
COMMENT ON COLUMN linking.hub.rule IS 'privacy:code';
COMMENT ON COLUMN linking.hub.kind IS 'privacy:code';
COMMENT ON COLUMN linking.hub.counted IS 'privacy:code';
COMMENT ON COLUMN linking.kept_hub.counted IS 'privacy:code';
COMMENT ON COLUMN linking.kept_hub.rule IS 'privacy:code';
COMMENT ON COLUMN linking.kept_hub.kind IS 'privacy:code';
COMMENT ON COLUMN linking.cut.reason IS 'privacy:code';
COMMENT ON COLUMN linking.cut.cut_by IS 'privacy:id';
COMMENT ON COLUMN linking.cut.undone_by IS 'privacy:id';
COMMENT ON COLUMN linking.alert_look.remark IS 'privacy:code';
COMMENT ON COLUMN linking.alert_look.looked_by IS 'privacy:id';
COMMENT ON COLUMN linking.review.rule IS 'privacy:code';
COMMENT ON COLUMN linking.review_judgement.judged_by IS 'privacy:id';
COMMENT ON COLUMN linking.review_judgement.judgement IS 'privacy:code';
COMMENT ON COLUMN linking.word.says IS 'privacy:code';
COMMENT ON COLUMN linking.word.said_by IS 'privacy:id';
COMMENT ON COLUMN linking.word.undone_by IS 'privacy:id';
COMMENT ON COLUMN linking.expiry.set_by IS 'privacy:id';
COMMENT ON COLUMN linking.expiry.lifted_by IS 'privacy:id';
COMMENT ON COLUMN linking.finding.kind IS 'privacy:code';
COMMENT ON COLUMN linking.finding.identifier_kind IS 'privacy:code';
COMMENT ON COLUMN linking.finding.role IS 'privacy:code';
COMMENT ON COLUMN linking.finding.confidence IS 'privacy:code';
COMMENT ON COLUMN linking.finding.sealed_value IS 'privacy:sealed';
COMMENT ON COLUMN linking.finding.sealed_qualifier IS 'privacy:sealed';
COMMENT ON COLUMN linking.finding.sealed_source IS 'privacy:sealed';
COMMENT ON COLUMN linking.finding.sealed_method IS 'privacy:sealed';
COMMENT ON COLUMN linking.finding.recorded_by IS 'privacy:id';
COMMENT ON COLUMN linking.finding.observed_offset IS 'privacy:code';
COMMENT ON COLUMN linking.finding.withdrawn_reason IS 'privacy:code';
COMMENT ON COLUMN linking.finding.withdrawn_by IS 'privacy:id';
COMMENT ON COLUMN linking.likeness_model.rules IS 'privacy:code';
COMMENT ON COLUMN linking.likeness_model.parameters IS 'privacy:none';
COMMENT ON COLUMN linking.likeness_model.sealed_counts IS 'privacy:sealed';
COMMENT ON COLUMN linking.suggestion.fields IS 'privacy:code';
COMMENT ON COLUMN linking.suggestion.levels IS 'privacy:code';
COMMENT ON COLUMN linking.list.name IS 'privacy:none';
COMMENT ON COLUMN linking.list_line.kind IS 'privacy:code';
COMMENT ON COLUMN linking.list_line.identifier_kind IS 'privacy:code';
COMMENT ON COLUMN linking.list_line.value IS 'privacy:none';
