-- Providers, agencies, what they cover, how they are reached, and what providers sign in with. All tables hold
-- decisions; nothing here is rebuilt from the journal.

CREATE SCHEMA registry;

CREATE TABLE registry.provider (
    provider_id uuid    NOT NULL,
    code        text    NOT NULL,
    name        text    NOT NULL,
    sample      boolean NOT NULL,
    standing    text    NOT NULL DEFAULT 'UNVERIFIED',
    country     text,
    ground      text,
    language    text    NOT NULL DEFAULT 'en',
    stopped_at  timestamptz,
    lenient     boolean NOT NULL DEFAULT false,
    version     bigint  NOT NULL DEFAULT 1,
    CONSTRAINT provider_pk PRIMARY KEY (provider_id),
    CONSTRAINT provider_code_unique UNIQUE (code),
    CONSTRAINT provider_code_shape CHECK (code ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
    CONSTRAINT provider_standing_known CHECK (standing IN ('UNVERIFIED', 'VERIFIED', 'LIVE', 'SUSPENDED')),
    CONSTRAINT provider_country_shape CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT provider_ground_known CHECK (ground IN ('DUTY', 'VOLUNTARY')),
    CONSTRAINT provider_language_shape CHECK (language ~ '^[a-z]{2,3}$'),
    CONSTRAINT provider_name_length CHECK (length(name) BETWEEN 1 AND 200)
);
COMMENT ON COLUMN registry.provider.code IS 'privacy:code';
COMMENT ON COLUMN registry.provider.name IS 'privacy:none';
COMMENT ON COLUMN registry.provider.standing IS 'privacy:code';
COMMENT ON COLUMN registry.provider.country IS 'privacy:code';
COMMENT ON COLUMN registry.provider.ground IS 'privacy:code';
COMMENT ON COLUMN registry.provider.language IS 'privacy:code';

CREATE TABLE registry.offering (
    provider_id uuid NOT NULL,
    name        text NOT NULL,
    domain      text NOT NULL,
    CONSTRAINT offering_pk PRIMARY KEY (provider_id, name),
    CONSTRAINT offering_of_provider FOREIGN KEY (provider_id) REFERENCES registry.provider (provider_id),
    CONSTRAINT offering_name_length CHECK (length(name) BETWEEN 1 AND 200),
    CONSTRAINT offering_domain_length CHECK (length(domain) BETWEEN 1 AND 253)
);
COMMENT ON COLUMN registry.offering.name IS 'privacy:none';
COMMENT ON COLUMN registry.offering.domain IS 'privacy:none';

-- The secret itself is kept nowhere: it has 256 random bits, so a plain hash cannot be searched.
CREATE TABLE registry.credential (
    credential_id uuid        NOT NULL,
    provider_id   uuid        NOT NULL,
    user_name     text        NOT NULL,
    secret_hash   text        NOT NULL,
    service       text,
    scope         text        NOT NULL,
    sandbox_only  boolean     NOT NULL,
    issued_at     timestamptz NOT NULL,
    issued_by     text        NOT NULL,
    expires_at    timestamptz,
    revoked_at    timestamptz,
    last_used_at  timestamptz,
    replaces      uuid,
    CONSTRAINT credential_pk PRIMARY KEY (credential_id),
    CONSTRAINT credential_scope_known CHECK (scope IN ('READ', 'FILE', 'FILE_AND_WEBHOOKS', 'QUESTIONS')),
    CONSTRAINT credential_user_name_unique UNIQUE (user_name),
    CONSTRAINT credential_of_provider FOREIGN KEY (provider_id) REFERENCES registry.provider (provider_id),
    CONSTRAINT credential_secret_hash_is_sha256 CHECK (secret_hash ~ '^[0-9a-f]{64}$')
);
CREATE INDEX credential_by_provider ON registry.credential (provider_id, issued_at);
COMMENT ON COLUMN registry.credential.user_name IS 'privacy:id';
COMMENT ON COLUMN registry.credential.service IS 'privacy:none';
COMMENT ON COLUMN registry.credential.scope IS 'privacy:code';
COMMENT ON COLUMN registry.credential.secret_hash IS 'privacy:secret-hash';
COMMENT ON COLUMN registry.credential.issued_by IS 'privacy:id';

-- Companies that asked to join and did not open the link of the mail yet. Forgotten after a week.
CREATE TABLE registry.applicant (
    applicant_id uuid        NOT NULL,
    company      text        NOT NULL,
    country      text        NOT NULL,
    sealed_form  text        NOT NULL,
    secret_hash  text,
    asked_at     timestamptz NOT NULL,
    mailed_at    timestamptz,
    expires_at   timestamptz NOT NULL,
    CONSTRAINT applicant_pk PRIMARY KEY (applicant_id),
    CONSTRAINT applicant_secret_hash_unique UNIQUE (secret_hash),
    CONSTRAINT applicant_secret_hash_is_sha256 CHECK (secret_hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT applicant_company_length CHECK (length(company) BETWEEN 1 AND 200),
    CONSTRAINT applicant_country_shape CHECK (country ~ '^[A-Z]{2}$')
);
CREATE INDEX applicant_by_end ON registry.applicant (expires_at, applicant_id);
COMMENT ON COLUMN registry.applicant.company IS 'privacy:none';
COMMENT ON COLUMN registry.applicant.country IS 'privacy:code';
COMMENT ON COLUMN registry.applicant.sealed_form IS 'privacy:sealed';
COMMENT ON COLUMN registry.applicant.secret_hash IS 'privacy:secret-hash';

-- What was checked about a company, by whom, and who agreed.
CREATE TABLE registry.company_check (
    provider_id uuid        NOT NULL,
    item        text        NOT NULL,
    done_by     text        NOT NULL,
    done_at     timestamptz NOT NULL,
    sealed_note text        NOT NULL,
    CONSTRAINT company_check_pk PRIMARY KEY (provider_id, item),
    CONSTRAINT company_check_of_provider FOREIGN KEY (provider_id) REFERENCES registry.provider (provider_id),
    CONSTRAINT company_check_item_known CHECK (item IN ('LEGAL_ENTITY', 'DOMAIN_CONTROL', 'SENIOR_MANAGER', 'CALL_BACK',
        'LEGAL_PROCESS_CONTACT', 'ROUND_THE_CLOCK_NUMBER'))
);
COMMENT ON COLUMN registry.company_check.item IS 'privacy:code';
COMMENT ON COLUMN registry.company_check.done_by IS 'privacy:id';
COMMENT ON COLUMN registry.company_check.sealed_note IS 'privacy:sealed';

CREATE TABLE registry.approval (
    provider_id uuid        NOT NULL,
    approved_by text        NOT NULL,
    approved_at timestamptz NOT NULL,
    CONSTRAINT approval_pk PRIMARY KEY (provider_id, approved_by),
    CONSTRAINT approval_of_provider FOREIGN KEY (provider_id) REFERENCES registry.provider (provider_id)
);
COMMENT ON COLUMN registry.approval.approved_by IS 'privacy:id';

-- Agreements are signed and kept elsewhere; here is where.
CREATE TABLE registry.agreement (
    agreement_id     uuid NOT NULL,
    provider_id      uuid NOT NULL,
    first_day        date NOT NULL,
    last_day         date,
    sealed_reference text NOT NULL,
    CONSTRAINT agreement_pk PRIMARY KEY (agreement_id),
    CONSTRAINT agreement_of_provider FOREIGN KEY (provider_id) REFERENCES registry.provider (provider_id),
    CONSTRAINT agreement_ends_after_it_begins CHECK (last_day >= first_day)
);
CREATE INDEX agreement_by_provider ON registry.agreement (provider_id, first_day);
COMMENT ON COLUMN registry.agreement.sealed_reference IS 'privacy:sealed';

-- The newest certificate of each company that its client passed in a sandbox, as it was pasted.
CREATE TABLE registry.conformance (
    provider_id uuid        NOT NULL,
    run_id      uuid        NOT NULL,
    passed_at   timestamptz NOT NULL,
    accepted_at timestamptz NOT NULL,
    certificate text        NOT NULL,
    CONSTRAINT conformance_pk PRIMARY KEY (provider_id),
    CONSTRAINT conformance_of_provider FOREIGN KEY (provider_id) REFERENCES registry.provider (provider_id)
);
COMMENT ON COLUMN registry.conformance.certificate IS 'privacy:none';

CREATE TABLE registry.agency (
    agency_id       uuid    NOT NULL,
    code            text    NOT NULL,
    name            text    NOT NULL,
    kind            text    NOT NULL,
    country         text    NOT NULL,
    region          text,
    channel         text    NOT NULL,
    languages       text[]  NOT NULL,
    capabilities    text[]  NOT NULL,
    confirmed       boolean NOT NULL,
    verified_by     text    NOT NULL,
    verified_on     date    NOT NULL,
    sample          boolean NOT NULL,
    effective_from  date    NOT NULL,
    effective_until date,
    version         bigint  NOT NULL DEFAULT 1,
    CONSTRAINT agency_pk PRIMARY KEY (agency_id),
    CONSTRAINT agency_code_unique UNIQUE (code),
    CONSTRAINT agency_code_shape CHECK (code ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
    CONSTRAINT agency_name_length CHECK (length(name) BETWEEN 1 AND 200),
    CONSTRAINT agency_kind_known CHECK (kind IN ('TASK_FORCE', 'FEDERAL', 'NATIONAL', 'LOCAL', 'MILITARY')),
    CONSTRAINT agency_country_shape CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT agency_region_shape CHECK (region ~ '^[A-Z0-9]{1,3}$'),
    CONSTRAINT agency_channel_known CHECK (channel IN ('PORTAL', 'API', 'LIAISON')),
    CONSTRAINT agency_capabilities_known CHECK (capabilities <@ ARRAY ['ROUND_THE_CLOCK', 'FORENSICS',
        'VICTIM_IDENTIFICATION', 'REDISTRIBUTES', 'MACHINE_PACKAGE']),
    CONSTRAINT agency_ends_after_it_begins CHECK (effective_until > effective_from)
);
CREATE INDEX agency_by_country ON registry.agency (country, code);
COMMENT ON COLUMN registry.agency.code IS 'privacy:code';
COMMENT ON COLUMN registry.agency.name IS 'privacy:none';
COMMENT ON COLUMN registry.agency.kind IS 'privacy:code';
COMMENT ON COLUMN registry.agency.country IS 'privacy:code';
COMMENT ON COLUMN registry.agency.region IS 'privacy:code';
COMMENT ON COLUMN registry.agency.channel IS 'privacy:code';
COMMENT ON COLUMN registry.agency.languages IS 'privacy:code';
COMMENT ON COLUMN registry.agency.capabilities IS 'privacy:code';
COMMENT ON COLUMN registry.agency.verified_by IS 'privacy:id';

-- area_key is the area in one word, spelling differences folded away, so that routing is one index scan.
CREATE TABLE registry.coverage (
    coverage_id     uuid    NOT NULL,
    agency_id       uuid    NOT NULL,
    scope           text    NOT NULL,
    country         text,
    region          text,
    place           text,
    area_key        text    NOT NULL,
    confirmed       boolean NOT NULL,
    verified_by     text    NOT NULL,
    verified_on     date    NOT NULL,
    sample          boolean NOT NULL,
    effective_from  date    NOT NULL,
    effective_until date,
    version         bigint  NOT NULL DEFAULT 1,
    CONSTRAINT coverage_pk PRIMARY KEY (coverage_id),
    CONSTRAINT coverage_of_agency FOREIGN KEY (agency_id) REFERENCES registry.agency (agency_id),
    CONSTRAINT coverage_once UNIQUE (agency_id, area_key, effective_from),
    CONSTRAINT coverage_scope_known CHECK (scope IN ('CITY', 'POSTCODE', 'COUNTY', 'REGION', 'COUNTRY', 'ANYWHERE')),
    CONSTRAINT coverage_place_length CHECK (length(place) BETWEEN 1 AND 100),
    CONSTRAINT coverage_ends_after_it_begins CHECK (effective_until >= effective_from)
);
CREATE INDEX coverage_by_area ON registry.coverage (area_key, effective_from);
COMMENT ON COLUMN registry.coverage.scope IS 'privacy:code';
COMMENT ON COLUMN registry.coverage.country IS 'privacy:code';
COMMENT ON COLUMN registry.coverage.region IS 'privacy:code';
COMMENT ON COLUMN registry.coverage.place IS 'privacy:none';
COMMENT ON COLUMN registry.coverage.area_key IS 'privacy:none';
COMMENT ON COLUMN registry.coverage.verified_by IS 'privacy:id';

CREATE TABLE registry.contact_point (
    contact_id        uuid     NOT NULL,
    organisation_kind text     NOT NULL,
    organisation_id   uuid     NOT NULL,
    kind              text     NOT NULL,
    rank              smallint NOT NULL,
    sealed_details    text     NOT NULL,
    verified_on       date     NOT NULL,
    CONSTRAINT contact_point_pk PRIMARY KEY (contact_id),
    CONSTRAINT contact_point_once UNIQUE (organisation_kind, organisation_id, kind, rank),
    CONSTRAINT contact_point_organisation_known CHECK (organisation_kind IN ('provider', 'agency')),
    CONSTRAINT contact_point_kind_known CHECK (kind IN ('LEGAL_PROCESS', 'ROUND_THE_CLOCK', 'PRESERVATION', 'ROTA',
        'DELIVERY')),
    CONSTRAINT contact_point_rank_range CHECK (rank BETWEEN 1 AND 99)
);
COMMENT ON COLUMN registry.contact_point.organisation_kind IS 'privacy:code';
COMMENT ON COLUMN registry.contact_point.kind IS 'privacy:code';
COMMENT ON COLUMN registry.contact_point.sealed_details IS 'privacy:sealed';

-- What companies were told by mail that is to be checked or renewed, by the day until which it was good.
CREATE TABLE registry.reminder (
    subject     uuid     NOT NULL,
    last_day    date     NOT NULL,
    step        smallint NOT NULL,
    provider_id uuid     NOT NULL,
    told_on     date     NOT NULL,
    CONSTRAINT reminder_pk PRIMARY KEY (subject, last_day, step),
    CONSTRAINT reminder_of_provider FOREIGN KEY (provider_id) REFERENCES registry.provider (provider_id),
    CONSTRAINT reminder_step_known CHECK (step IN (30, 7, 0))
);
CREATE INDEX reminder_of_day ON registry.reminder (provider_id, told_on);

-- Which versions of the data files that come with Harborline were loaded.
CREATE TABLE registry.data_file (
    name      text        NOT NULL,
    version   text        NOT NULL,
    loaded_at timestamptz NOT NULL,
    CONSTRAINT data_file_pk PRIMARY KEY (name, version)
);
COMMENT ON COLUMN registry.data_file.name IS 'privacy:none';
COMMENT ON COLUMN registry.data_file.version IS 'privacy:none';
