-- Accounts, sign-in, sessions. All tables hold decisions; nothing here is rebuilt from the journal.

CREATE SCHEMA access;

CREATE TABLE access.account (
    account_id          uuid        NOT NULL,
    name_key            uuid        NOT NULL,
    name_key_version    integer     NOT NULL,
    sealed_name         text        NOT NULL,
    sealed_display_name text        NOT NULL,
    kind                text        NOT NULL,
    state               text        NOT NULL,
    roles               text[]      NOT NULL,
    party_kind          text,
    party_id            text,
    password_hash       text,
    created_at          timestamptz NOT NULL,
    version             integer     NOT NULL DEFAULT 1,
    CONSTRAINT account_pk PRIMARY KEY (account_id),
    CONSTRAINT account_name_unique UNIQUE (name_key),
    CONSTRAINT account_kind_known CHECK (kind IN ('STAFF', 'AGENCY', 'PROVIDER')),
    CONSTRAINT account_state_known CHECK (state IN ('INVITED', 'ACTIVE', 'DISABLED')),
    CONSTRAINT account_roles_known CHECK (roles <@ ARRAY ['ANALYST', 'SUPERVISOR', 'DUTY_OFFICER', 'ADMINISTRATOR', 'AUDITOR',
        'VICTIM_SPECIALIST', 'SUPPORT_COORDINATOR', 'VOLUNTEER', 'DATA_STAFF', 'AGENCY_OFFICER', 'PROVIDER_ADMINISTRATOR',
        'PROVIDER_REPORTER']),
    CONSTRAINT account_outsiders_have_a_party CHECK (party_kind IS NOT DISTINCT FROM
        CASE kind WHEN 'AGENCY' THEN 'agency' WHEN 'PROVIDER' THEN 'provider' END),
    CONSTRAINT account_party_is_whole CHECK ((party_kind IS NULL) = (party_id IS NULL)),
    CONSTRAINT account_active_has_password CHECK (state <> 'ACTIVE' OR password_hash IS NOT NULL)
);
CREATE INDEX account_by_party ON access.account (party_kind, party_id, account_id) WHERE party_id IS NOT NULL;
COMMENT ON COLUMN access.account.sealed_name IS 'privacy:sealed';
COMMENT ON COLUMN access.account.sealed_display_name IS 'privacy:sealed';
COMMENT ON COLUMN access.account.kind IS 'privacy:code';
COMMENT ON COLUMN access.account.state IS 'privacy:code';
COMMENT ON COLUMN access.account.roles IS 'privacy:code';
COMMENT ON COLUMN access.account.party_kind IS 'privacy:code';
COMMENT ON COLUMN access.account.party_id IS 'privacy:id';
COMMENT ON COLUMN access.account.password_hash IS 'privacy:secret-hash';

CREATE TABLE access.invitation (
    invitation_id uuid        NOT NULL,
    account_id    uuid,
    reason        text        NOT NULL,
    secret_hash   text        NOT NULL,
    created_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    CONSTRAINT invitation_pk PRIMARY KEY (invitation_id),
    CONSTRAINT invitation_account_fk FOREIGN KEY (account_id) REFERENCES access.account,
    CONSTRAINT invitation_secret_unique UNIQUE (secret_hash),
    CONSTRAINT invitation_reason_known CHECK (reason IN ('INVITED', 'PASSWORD_RESET', 'FIRST_ADMINISTRATOR')),
    CONSTRAINT invitation_first_has_no_account CHECK ((reason = 'FIRST_ADMINISTRATOR') = (account_id IS NULL))
);
CREATE INDEX invitation_account ON access.invitation (account_id);
COMMENT ON COLUMN access.invitation.reason IS 'privacy:code';
COMMENT ON COLUMN access.invitation.secret_hash IS 'privacy:secret-hash';

CREATE TABLE access.session (
    session_id       uuid        NOT NULL,
    account_id       uuid        NOT NULL,
    token_hash       text        NOT NULL,
    created_at       timestamptz NOT NULL,
    last_seen_at     timestamptz NOT NULL,
    expires_at       timestamptz NOT NULL,
    password_at      timestamptz NOT NULL,
    second_factor_at timestamptz,
    wrong_proofs     integer     NOT NULL DEFAULT 0,
    CONSTRAINT session_pk PRIMARY KEY (session_id),
    CONSTRAINT session_account_fk FOREIGN KEY (account_id) REFERENCES access.account,
    CONSTRAINT session_token_unique UNIQUE (token_hash)
);
CREATE INDEX session_account ON access.session (account_id, session_id);
COMMENT ON COLUMN access.session.token_hash IS 'privacy:secret-hash';

CREATE TABLE access.factor (
    factor_id     uuid        NOT NULL,
    account_id    uuid        NOT NULL,
    kind          text        NOT NULL,
    state         text        NOT NULL,
    sealed_secret text,
    last_step     bigint      NOT NULL DEFAULT 0,
    credential_id text,
    attestation   text,
    sign_count    bigint      NOT NULL DEFAULT 0,
    backed_up     boolean     NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL,
    last_used_at  timestamptz,
    CONSTRAINT factor_pk PRIMARY KEY (factor_id),
    CONSTRAINT factor_account_fk FOREIGN KEY (account_id) REFERENCES access.account,
    CONSTRAINT factor_credential_unique UNIQUE (credential_id),
    CONSTRAINT factor_kind_known CHECK (kind IN ('TOTP', 'PASSKEY')),
    CONSTRAINT factor_state_known CHECK (state IN ('PENDING', 'ACTIVE')),
    CONSTRAINT factor_totp_has_secret CHECK ((kind = 'TOTP') = (sealed_secret IS NOT NULL)),
    CONSTRAINT factor_passkey_has_key CHECK ((kind = 'PASSKEY') = (credential_id IS NOT NULL AND attestation IS NOT NULL))
);
CREATE INDEX factor_account ON access.factor (account_id, factor_id);
COMMENT ON COLUMN access.factor.kind IS 'privacy:code';
COMMENT ON COLUMN access.factor.state IS 'privacy:code';
COMMENT ON COLUMN access.factor.sealed_secret IS 'privacy:sealed';
COMMENT ON COLUMN access.factor.credential_id IS 'privacy:id';
COMMENT ON COLUMN access.factor.attestation IS 'privacy:none';

CREATE TABLE access.recovery_code (
    recovery_code_id uuid        NOT NULL,
    account_id       uuid        NOT NULL,
    code_hash        text        NOT NULL,
    created_at       timestamptz NOT NULL,
    CONSTRAINT recovery_code_pk PRIMARY KEY (recovery_code_id),
    CONSTRAINT recovery_code_account_fk FOREIGN KEY (account_id) REFERENCES access.account,
    CONSTRAINT recovery_code_unique UNIQUE (account_id, code_hash)
);
COMMENT ON COLUMN access.recovery_code.code_hash IS 'privacy:secret-hash';

-- One passkey question a session; a new one replaces it.
CREATE TABLE access.challenge (
    session_id uuid        NOT NULL,
    challenge  text        NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT challenge_pk PRIMARY KEY (session_id),
    CONSTRAINT challenge_session_fk FOREIGN KEY (session_id) REFERENCES access.session ON DELETE CASCADE
);
COMMENT ON COLUMN access.challenge.challenge IS 'privacy:none';

-- Wrong sign-ins under a keyed value of the network, of stage, name and network, or of an account for its codes.
-- Forgotten after a day.
CREATE TABLE access.failure (
    failure_key    uuid        NOT NULL,
    failures       integer     NOT NULL,
    last_failed_at timestamptz NOT NULL,
    CONSTRAINT failure_pk PRIMARY KEY (failure_key)
);
CREATE INDEX failure_age ON access.failure (last_failed_at);
