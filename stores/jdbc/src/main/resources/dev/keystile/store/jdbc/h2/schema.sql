-- Keystile's tables on H2 2, version 1. Times are Unix milliseconds. Whatever is compared is binary.

-- A login has one row for its living credential, at place 0, which exchanges rewrite in place, and one for each spent
-- credential that is remembered, at the place generation + 1. The key has the place before the login, so that all living ones of a
-- user lie side by side, and nobody who ends them passes what is remembered.
CREATE TABLE IF NOT EXISTS keystile_credential (
    user_id     VARBINARY(765) NOT NULL, -- UTF-8
    family_id   VARBINARY(64)  NOT NULL, -- ASCII
    place       INTEGER        NOT NULL,
    begun_at    BIGINT         NOT NULL,
    generation  INTEGER        NOT NULL,
    lookup      VARBINARY(32)  NOT NULL UNIQUE,
    issued_at   BIGINT         NOT NULL,
    expires_at  BIGINT         NOT NULL,
    spent_at    BIGINT,
    keep_until  BIGINT         NOT NULL,
    body        VARBINARY(512) NOT NULL,
    handed_out  INTEGER        DEFAULT 0 NOT NULL, -- how often, to others than who brought it
    PRIMARY KEY (user_id, place, family_id)
);
CREATE INDEX IF NOT EXISTS keystile_credential_due ON keystile_credential (keep_until);

-- Whatever changes how many logins a user has takes the turn of the user's slot first.
CREATE TABLE IF NOT EXISTS keystile_turn (
    slot  INTEGER PRIMARY KEY,
    taken BIGINT NOT NULL
);
INSERT INTO keystile_turn (slot, taken) SELECT X, 0 FROM SYSTEM_RANGE(0, 1023) WHERE NOT EXISTS (SELECT 1 FROM keystile_turn);

-- Tokens that were exchanged. The sealed successor is there while the grace window is open.
CREATE TABLE IF NOT EXISTS keystile_token_spent (
    user_id          VARBINARY(765) NOT NULL,
    kind             VARBINARY(32)  NOT NULL, -- ASCII
    token_digest     VARBINARY(32)  NOT NULL,
    successor_digest VARBINARY(32)  NOT NULL,
    spent_at         BIGINT         NOT NULL,
    keep_until       BIGINT         NOT NULL,
    sealed           VARBINARY(16384),
    sealed_until     BIGINT,
    handed_out       INTEGER        DEFAULT 0 NOT NULL,
    PRIMARY KEY (user_id, kind, token_digest)
);
CREATE INDEX IF NOT EXISTS keystile_token_spent_due ON keystile_token_spent (keep_until);
CREATE INDEX IF NOT EXISTS keystile_token_sealed_due ON keystile_token_spent (sealed_until);

-- Logins whose tokens no longer count.
CREATE TABLE IF NOT EXISTS keystile_token_family (
    user_id    VARBINARY(765) NOT NULL,
    kind       VARBINARY(32)  NOT NULL,
    family_id  VARBINARY(64)  NOT NULL,
    keep_until BIGINT         NOT NULL,
    PRIMARY KEY (user_id, kind, family_id)
);
CREATE INDEX IF NOT EXISTS keystile_token_family_due ON keystile_token_family (keep_until);

-- Every login of a user before a time.
CREATE TABLE IF NOT EXISTS keystile_token_mark (
    user_id      VARBINARY(765) NOT NULL,
    kind         VARBINARY(32)  NOT NULL,
    login_before BIGINT         NOT NULL,
    keep_until   BIGINT         NOT NULL,
    PRIMARY KEY (user_id, kind)
);
CREATE INDEX IF NOT EXISTS keystile_token_mark_due ON keystile_token_mark (keep_until);

-- Signatures that were accepted, by a digest of credential and signature.
CREATE TABLE IF NOT EXISTS keystile_use (
    use_digest VARBINARY(32) PRIMARY KEY,
    keep_until BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS keystile_use_due ON keystile_use (keep_until);

-- Attempts that count against a login name, a client's address, or both, by a keyed digest of them.
CREATE TABLE IF NOT EXISTS keystile_attempt (
    meter_name    VARBINARY(16) PRIMARY KEY,
    cleared_at    BIGINT NOT NULL,
    blocked_until BIGINT NOT NULL,
    welcome_until BIGINT NOT NULL,
    keep_until    BIGINT NOT NULL,
    held          BIGINT NOT NULL -- how often; a change that engines hold a row by
);
CREATE INDEX IF NOT EXISTS keystile_attempt_due ON keystile_attempt (keep_until);

-- Last, so that a version is told only where everything else is there.
CREATE TABLE IF NOT EXISTS keystile_schema (
    version INTEGER PRIMARY KEY
);
INSERT INTO keystile_schema (version) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM keystile_schema);
