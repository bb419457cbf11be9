-- What PostgreSQL needs in its own words: keys that are there already are no errors, which would fill its log, and whoever
-- purges passes over rows that somebody holds.

-- Adds the spent token, unless something speaks against it. No row added: something does, or it is spent already.
-- name: spend_token
INSERT INTO keystile_token_spent
    (user_id, kind, token_digest, successor_digest, spent_at, keep_until, sealed, sealed_until)
SELECT :user_id, :kind, :token_digest, :successor_digest, :now, :keep_until, :sealed, :sealed_until
WHERE NOT EXISTS (SELECT 1 FROM keystile_token_mark
                  WHERE user_id = :user_id AND kind = :kind AND login_before > :login_at AND keep_until > :now)
  AND NOT EXISTS (SELECT 1 FROM keystile_token_family
                  WHERE user_id = :user_id AND kind = :kind AND family_id = :family_id AND keep_until > :now)
ON CONFLICT DO NOTHING

-- Adds an end, unless there is one: whoever adds it ended the family.
-- name: end_family
INSERT INTO keystile_token_family (user_id, kind, family_id, keep_until)
VALUES (:user_id, :kind, :family_id, :keep_until)
ON CONFLICT DO NOTHING

-- name: revoke_family
INSERT INTO keystile_token_family AS family (user_id, kind, family_id, keep_until)
VALUES (:user_id, :kind, :family_id, :keep_until)
ON CONFLICT (user_id, kind, family_id) DO UPDATE SET keep_until = GREATEST(family.keep_until, excluded.keep_until)

-- A mark is never moved back while it counts.
-- name: revoke_logins
INSERT INTO keystile_token_mark AS mark (user_id, kind, login_before, keep_until)
VALUES (:user_id, :kind, :login_before, :keep_until)
ON CONFLICT (user_id, kind) DO UPDATE SET
    login_before = CASE WHEN mark.keep_until > :now THEN GREATEST(mark.login_before, excluded.login_before)
                        ELSE excluded.login_before END,
    keep_until = GREATEST(mark.keep_until, excluded.keep_until)

-- name: remember_use
INSERT INTO keystile_use (use_digest, keep_until) VALUES (:use_digest, :keep_until)
ON CONFLICT DO NOTHING

-- Holds a meter until the transaction ends, whether it is there or not.
-- name: hold_attempt
INSERT INTO keystile_attempt AS attempt (meter_name, cleared_at, blocked_until, welcome_until, keep_until, held)
VALUES (:meter_name, 0, 0, 0, 0, 1)
ON CONFLICT (meter_name) DO UPDATE SET held = attempt.held + 1

-- name: purge_credentials
DELETE FROM keystile_credential WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM keystile_credential WHERE keep_until <= :now LIMIT :rows FOR UPDATE SKIP LOCKED))

-- name: purge_sealed_tokens
UPDATE keystile_token_spent SET sealed = NULL, sealed_until = NULL WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM keystile_token_spent WHERE sealed_until <= :now LIMIT :rows FOR UPDATE SKIP LOCKED))

-- name: purge_spent_tokens
DELETE FROM keystile_token_spent WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM keystile_token_spent WHERE keep_until <= :day_ago LIMIT :rows FOR UPDATE SKIP LOCKED))

-- name: purge_token_families
DELETE FROM keystile_token_family WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM keystile_token_family WHERE keep_until <= :day_ago LIMIT :rows FOR UPDATE SKIP LOCKED))

-- name: purge_token_marks
DELETE FROM keystile_token_mark WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM keystile_token_mark WHERE keep_until <= :day_ago LIMIT :rows FOR UPDATE SKIP LOCKED))

-- name: purge_uses
DELETE FROM keystile_use WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM keystile_use WHERE keep_until <= :hour_ago LIMIT :rows FOR UPDATE SKIP LOCKED))

-- name: purge_attempts
DELETE FROM keystile_attempt WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM keystile_attempt WHERE keep_until <= :hour_ago LIMIT :rows FOR UPDATE SKIP LOCKED))
