-- Keystile's tables on PostgreSQL 14 and later, version 1. Times are Unix milliseconds. Whatever is compared is binary, so that
-- no collation can take two for one.

-- A login has one row for its living credential, at place 0, which exchanges rewrite in place, and one for each spent
-- credential that is remembered, at the place generation + 1. The key has the place before the login, so that all living ones of a
-- user lie side by side, and nobody who ends them passes what is remembered.
CREATE TABLE IF NOT EXISTS keystile_credential (
    user_id     bytea   NOT NULL, -- UTF-8
    family_id   bytea   NOT NULL, -- ASCII
    place       integer NOT NULL,
    begun_at    bigint  NOT NULL,
    generation  integer NOT NULL,
    lookup      bytea   NOT NULL UNIQUE,
    issued_at   bigint  NOT NULL,
    expires_at  bigint  NOT NULL,
    spent_at    bigint,
    keep_until  bigint  NOT NULL,
    body        bytea   NOT NULL,
    handed_out  integer NOT NULL DEFAULT 0, -- how often, to others than who brought it
    PRIMARY KEY (user_id, place, family_id)
);
CREATE INDEX IF NOT EXISTS keystile_credential_due ON keystile_credential (keep_until);

-- Whatever changes how many logins a user has takes the turn of the user's slot first.
CREATE TABLE IF NOT EXISTS keystile_turn (
    slot  integer PRIMARY KEY,
    taken bigint  NOT NULL
);
INSERT INTO keystile_turn (slot, taken) SELECT slot, 0 FROM generate_series(0, 1023) AS slot ON CONFLICT DO NOTHING;

-- Tokens that were exchanged. The sealed successor is there while the grace window is open.
CREATE TABLE IF NOT EXISTS keystile_token_spent (
    user_id          bytea  NOT NULL,
    kind             bytea  NOT NULL, -- ASCII
    token_digest     bytea  NOT NULL,
    successor_digest bytea  NOT NULL,
    spent_at         bigint NOT NULL,
    keep_until       bigint NOT NULL,
    sealed           bytea,
    sealed_until     bigint,
    handed_out       integer NOT NULL DEFAULT 0,
    PRIMARY KEY (user_id, kind, token_digest)
);
CREATE INDEX IF NOT EXISTS keystile_token_spent_due ON keystile_token_spent (keep_until);
CREATE INDEX IF NOT EXISTS keystile_token_sealed_due ON keystile_token_spent (sealed_until) WHERE sealed_until IS NOT NULL;

-- Logins whose tokens no longer count.
CREATE TABLE IF NOT EXISTS keystile_token_family (
    user_id    bytea  NOT NULL,
    kind       bytea  NOT NULL,
    family_id  bytea  NOT NULL,
    keep_until bigint NOT NULL,
    PRIMARY KEY (user_id, kind, family_id)
);
CREATE INDEX IF NOT EXISTS keystile_token_family_due ON keystile_token_family (keep_until);

-- Every login of a user before a time.
CREATE TABLE IF NOT EXISTS keystile_token_mark (
    user_id      bytea  NOT NULL,
    kind         bytea  NOT NULL,
    login_before bigint NOT NULL,
    keep_until   bigint NOT NULL,
    PRIMARY KEY (user_id, kind)
);
CREATE INDEX IF NOT EXISTS keystile_token_mark_due ON keystile_token_mark (keep_until);

-- Signatures that were accepted, by a digest of credential and signature.
CREATE TABLE IF NOT EXISTS keystile_use (
    use_digest bytea  PRIMARY KEY,
    keep_until bigint NOT NULL
);
CREATE INDEX IF NOT EXISTS keystile_use_due ON keystile_use (keep_until);

-- Attempts that count against a login name, a client's address, or both, by a keyed digest of them.
CREATE TABLE IF NOT EXISTS keystile_attempt (
    meter_name    bytea  PRIMARY KEY,
    cleared_at    bigint NOT NULL,
    blocked_until bigint NOT NULL,
    welcome_until bigint NOT NULL,
    keep_until    bigint NOT NULL,
    held          bigint NOT NULL -- how often; a change that engines hold a row by
);
CREATE INDEX IF NOT EXISTS keystile_attempt_due ON keystile_attempt (keep_until);

-- Last, so that a version is told only where everything else is there.
CREATE TABLE IF NOT EXISTS keystile_schema (
    version integer PRIMARY KEY
);
INSERT INTO keystile_schema (version) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM keystile_schema);
