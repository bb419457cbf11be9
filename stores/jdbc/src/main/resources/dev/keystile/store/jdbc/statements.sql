-- What the stores say to every engine. A dialect has a file of its own for what it says differently.
-- All keys are binary, all times are Unix milliseconds, and ":now" is the caller's; only what is swept out asks for the database's.

-- What a lookup names. Where that is alive, nothing else has to be looked at, and a server does without the plan for it.
-- name: look_up
SELECT user_id, family_id, begun_at, generation, lookup, issued_at, expires_at, spent_at, keep_until, body
FROM keystile_credential
WHERE lookup = :lookup

-- What a lookup names, alive, or spent in a login that goes on: who ends a login deletes its living row alone, however many are
-- remembered beside it. When the login began tells it from another one that would bear its name.
-- name: find
SELECT user_id, family_id, place, begun_at, generation, lookup, issued_at, expires_at, spent_at, keep_until, body
FROM keystile_credential named
WHERE lookup = :lookup
  AND EXISTS (SELECT 1 FROM keystile_credential living
              WHERE living.user_id = named.user_id AND living.place = 0 AND living.family_id = named.family_id
                AND living.begun_at = named.begun_at)

-- The exchange. One row changed: this caller won. None: somebody else did, or there is nothing to win. The row stays no shorter than
-- it would have, since what is remembered of its predecessors counts only as long as it is there.
-- name: advance
UPDATE keystile_credential
SET begun_at = :begun_at, generation = :generation, lookup = :lookup, issued_at = :issued_at, expires_at = :expires_at,
    keep_until = GREATEST(keep_until, :keep_until), body = :body
WHERE user_id = :user_id AND family_id = :family_id AND place = 0
  AND lookup = :spent_lookup AND lookup <> :lookup AND generation = :generation - 1 AND expires_at > :now

-- What another caller has brought is handed out, or answered for, only after a commit of one's own. Engines may show what was committed
-- before it is on disk, and a crash then takes it back; whatever was committed before this is on disk when this is.
-- name: hand_out
UPDATE keystile_credential SET handed_out = handed_out + 1 WHERE user_id = :user_id AND family_id = :family_id AND place = 0

-- The living credential of one login, held until the transaction ends.
-- name: lock_login
SELECT user_id, family_id, place, begun_at, generation, lookup, issued_at, expires_at, spent_at, keep_until, body
FROM keystile_credential
WHERE user_id = :user_id AND family_id = :family_id AND place = 0
FOR UPDATE

-- The living credentials of all logins of a user, held until the transaction ends.
-- name: lock_logins
SELECT user_id, family_id, place, begun_at, generation, lookup, issued_at, expires_at, spent_at, keep_until, body
FROM keystile_credential
WHERE user_id = :user_id AND place = 0
FOR UPDATE

-- What changes how many logins a user has comes one after the other. One row changed, or the schema isn't whole.
-- name: take_turn
UPDATE keystile_turn SET taken = taken + 1 WHERE slot = :slot

-- name: insert_credential
INSERT INTO keystile_credential
    (user_id, family_id, place, begun_at, generation, lookup, issued_at, expires_at, spent_at, keep_until, body)
VALUES (:user_id, :family_id, :place, :begun_at, :generation, :lookup, :issued_at, :expires_at, :spent_at, :keep_until, :body)

-- The end of a login. What is remembered of it counts no longer, and leaves when it is due.
-- name: delete_login
DELETE FROM keystile_credential WHERE user_id = :user_id AND family_id = :family_id AND place = 0

-- name: delete_logins
DELETE FROM keystile_credential WHERE user_id = :user_id AND place = 0

-- All but the one that has begun. It is told by its lookup: to pass over a login InnoDB would lock one row more than the living.
-- name: delete_other_logins
DELETE FROM keystile_credential WHERE user_id = :user_id AND place = 0 AND lookup <> :lookup

-- What speaks against a token. Here and below, whatever is due counts no longer, swept or not.
-- name: token_standing
SELECT
    EXISTS (SELECT 1 FROM keystile_token_mark
            WHERE user_id = :user_id AND kind = :kind AND login_before > :login_at AND keep_until > :now) AS login_ended,
    EXISTS (SELECT 1 FROM keystile_token_family
            WHERE user_id = :user_id AND kind = :kind AND family_id = :family_id AND keep_until > :now) AS family_ended,
    EXISTS (SELECT 1 FROM keystile_token_spent
            WHERE user_id = :user_id AND kind = :kind AND token_digest = :token_digest AND keep_until > :now) AS token_spent

-- A token that could not be spent: what speaks against it, when it was spent before, and what has become of its successor.
-- name: spent_token
SELECT
    spent.spent_at, spent.keep_until, spent.successor_digest, spent.sealed, spent.sealed_until,
    EXISTS (SELECT 1 FROM keystile_token_mark
            WHERE user_id = :user_id AND kind = :kind AND login_before > :login_at AND keep_until > :now) AS login_ended,
    EXISTS (SELECT 1 FROM keystile_token_family
            WHERE user_id = :user_id AND kind = :kind AND family_id = :family_id AND keep_until > :now) AS family_ended,
    EXISTS (SELECT 1 FROM keystile_token_spent successor
            WHERE successor.user_id = :user_id AND successor.kind = :kind
              AND successor.token_digest = spent.successor_digest AND successor.keep_until > :now) AS successor_spent
FROM (SELECT 1 AS one) AS here
LEFT JOIN keystile_token_spent spent
    ON spent.user_id = :user_id AND spent.kind = :kind AND spent.token_digest = :token_digest

-- Spends a token whose former spending is due.
-- name: respend_token
UPDATE keystile_token_spent
SET successor_digest = :successor_digest, spent_at = :now, keep_until = :keep_until, sealed = :sealed, sealed_until = :sealed_until
WHERE user_id = :user_id AND kind = :kind AND token_digest = :token_digest AND keep_until <= :now

-- As hand_out, for the successor of a token.
-- name: hand_out_token
UPDATE keystile_token_spent SET handed_out = handed_out + 1
WHERE user_id = :user_id AND kind = :kind AND token_digest = :token_digest

-- Adds an end, unless there is one: whoever adds it ended the family.
-- name: end_family
INSERT INTO keystile_token_family (user_id, kind, family_id, keep_until)
VALUES (:user_id, :kind, :family_id, :keep_until)

-- The same, where there is one that is due.
-- name: renew_end
UPDATE keystile_token_family SET keep_until = :keep_until
WHERE user_id = :user_id AND kind = :kind AND family_id = :family_id AND keep_until <= :now

-- name: remember_use
INSERT INTO keystile_use (use_digest, keep_until) VALUES (:use_digest, :keep_until)

-- The same, where there is one that is due.
-- name: renew_use
UPDATE keystile_use SET keep_until = :keep_until WHERE use_digest = :use_digest AND keep_until <= :now

-- The meters of an attempt, as they are. Who has no address is asked for the account's three times.
-- name: find_attempts
SELECT meter_name, cleared_at, blocked_until, welcome_until FROM keystile_attempt WHERE meter_name IN (:account, :address, :pair)

-- Only of what is held.
-- name: count_attempt
UPDATE keystile_attempt
SET cleared_at = :cleared_at, blocked_until = :blocked_until, welcome_until = :welcome_until, keep_until = :keep_until
WHERE meter_name = :meter_name

-- What the database takes for now, to whole seconds.
-- name: clock
SELECT CAST(FLOOR(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP)) AS BIGINT) * 1000 AS now_millis

-- What nobody asks for any more, a batch at a time. What would speak against somebody stays longer, for nodes whose clocks are
-- behind.
-- name: purge_credentials
DELETE FROM keystile_credential WHERE keep_until <= :now LIMIT :rows

-- name: purge_sealed_tokens
UPDATE keystile_token_spent SET sealed = NULL, sealed_until = NULL WHERE sealed_until <= :now LIMIT :rows

-- name: purge_spent_tokens
DELETE FROM keystile_token_spent WHERE keep_until <= :day_ago LIMIT :rows

-- name: purge_token_families
DELETE FROM keystile_token_family WHERE keep_until <= :day_ago LIMIT :rows

-- name: purge_token_marks
DELETE FROM keystile_token_mark WHERE keep_until <= :day_ago LIMIT :rows

-- name: purge_uses
DELETE FROM keystile_use WHERE keep_until <= :hour_ago LIMIT :rows

-- name: purge_attempts
DELETE FROM keystile_attempt WHERE keep_until <= :hour_ago LIMIT :rows
