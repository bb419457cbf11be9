-- Keystile's tables on MariaDB 10.6 and later and on MySQL 8, version 1. Times are Unix milliseconds. Whatever is compared is
-- binary: the default collation takes 'abc', 'ABC' and 'Ábc ' for one.

-- A login has one row for its living credential, at place 0, which exchanges rewrite in place, and one for each spent
-- credential that is remembered, at the place generation + 1. The key has the place before the login, so that all living ones of a
-- user lie side by side, and nobody who ends them passes what is remembered.
CREATE TABLE IF NOT EXISTS keystile_credential (
    user_id     VARBINARY(765) NOT NULL, -- UTF-8
    family_id   VARBINARY(64)  NOT NULL, -- ASCII
    place       INT            NOT NULL,
    begun_at    BIGINT         NOT NULL,
    generation  INT            NOT NULL,
    lookup      BINARY(32)     NOT NULL,
    issued_at   BIGINT         NOT NULL,
    expires_at  BIGINT         NOT NULL,
    spent_at    BIGINT,
    keep_until  BIGINT         NOT NULL,
    body        VARBINARY(512) NOT NULL,
    handed_out  INT            NOT NULL DEFAULT 0, -- how often, to others than who brought it
    PRIMARY KEY (user_id, place, family_id),
    UNIQUE KEY keystile_credential_lookup (lookup),
    KEY keystile_credential_due (keep_until)
) ENGINE = InnoDB;

-- Whatever changes how many logins a user has takes the turn of the user's slot first.
CREATE TABLE IF NOT EXISTS keystile_turn (
    slot  INT    NOT NULL PRIMARY KEY,
    taken BIGINT NOT NULL
) ENGINE = InnoDB;
INSERT IGNORE INTO keystile_turn (slot, taken)
WITH RECURSIVE step (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM step WHERE n < 31)
SELECT high.n * 32 + low.n, 0 FROM step AS high, step AS low;

-- Tokens that were exchanged. The sealed successor is there while the grace window is open.
CREATE TABLE IF NOT EXISTS keystile_token_spent (
    user_id          VARBINARY(765) NOT NULL,
    kind             VARBINARY(32)  NOT NULL, -- ASCII
    token_digest     BINARY(32)     NOT NULL,
    successor_digest BINARY(32)     NOT NULL,
    spent_at         BIGINT         NOT NULL,
    keep_until       BIGINT         NOT NULL,
    sealed           VARBINARY(16384),
    sealed_until     BIGINT,
    handed_out       INT            NOT NULL DEFAULT 0,
    PRIMARY KEY (user_id, kind, token_digest),
    KEY keystile_token_spent_due (keep_until),
    KEY keystile_token_sealed_due (sealed_until)
) ENGINE = InnoDB;

-- Logins whose tokens no longer count.
CREATE TABLE IF NOT EXISTS keystile_token_family (
    user_id    VARBINARY(765) NOT NULL,
    kind       VARBINARY(32)  NOT NULL,
    family_id  VARBINARY(64)  NOT NULL,
    keep_until BIGINT         NOT NULL,
    PRIMARY KEY (user_id, kind, family_id),
    KEY keystile_token_family_due (keep_until)
) ENGINE = InnoDB;

-- Every login of a user before a time.
CREATE TABLE IF NOT EXISTS keystile_token_mark (
    user_id      VARBINARY(765) NOT NULL,
    kind         VARBINARY(32)  NOT NULL,
    login_before BIGINT         NOT NULL,
    keep_until   BIGINT         NOT NULL,
    PRIMARY KEY (user_id, kind),
    KEY keystile_token_mark_due (keep_until)
) ENGINE = InnoDB;

-- Signatures that were accepted, by a digest of credential and signature.
CREATE TABLE IF NOT EXISTS keystile_use (
    use_digest BINARY(32) NOT NULL PRIMARY KEY,
    keep_until BIGINT     NOT NULL,
    KEY keystile_use_due (keep_until)
) ENGINE = InnoDB;

-- Attempts that count against a login name, a client's address, or both, by a keyed digest of them.
CREATE TABLE IF NOT EXISTS keystile_attempt (
    meter_name    BINARY(16) NOT NULL PRIMARY KEY,
    cleared_at    BIGINT     NOT NULL,
    blocked_until BIGINT     NOT NULL,
    welcome_until BIGINT     NOT NULL,
    keep_until    BIGINT     NOT NULL,
    held          BIGINT     NOT NULL, -- how often; a change that engines hold a row by
    KEY keystile_attempt_due (keep_until)
) ENGINE = InnoDB;

-- Last, so that a version is told only where everything else is there.
CREATE TABLE IF NOT EXISTS keystile_schema (
    version INT NOT NULL PRIMARY KEY
) ENGINE = InnoDB;
INSERT IGNORE INTO keystile_schema (version) SELECT 1 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM keystile_schema);
