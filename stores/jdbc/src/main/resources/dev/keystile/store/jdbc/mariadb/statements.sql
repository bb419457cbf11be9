-- What MariaDB and MySQL need in their own words.

-- Adds the spent token, unless something speaks against it. A duplicate key says that it is spent already.
-- name: spend_token
INSERT INTO keystile_token_spent
    (user_id, kind, token_digest, successor_digest, spent_at, keep_until, sealed, sealed_until)
SELECT :user_id, :kind, :token_digest, :successor_digest, :now, :keep_until, :sealed, :sealed_until
FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM keystile_token_mark
                  WHERE user_id = :user_id AND kind = :kind AND login_before > :login_at AND keep_until > :now)
  AND NOT EXISTS (SELECT 1 FROM keystile_token_family
                  WHERE user_id = :user_id AND kind = :kind AND family_id = :family_id AND keep_until > :now)

-- name: revoke_family
INSERT INTO keystile_token_family (user_id, kind, family_id, keep_until)
VALUES (:user_id, :kind, :family_id, :keep_until)
ON DUPLICATE KEY UPDATE keep_until = GREATEST(keep_until, :keep_until)

-- A mark is never moved back while it counts.
-- name: revoke_logins
INSERT INTO keystile_token_mark (user_id, kind, login_before, keep_until)
VALUES (:user_id, :kind, :login_before, :keep_until)
ON DUPLICATE KEY UPDATE login_before = IF(keep_until > :now, GREATEST(login_before, :login_before), :login_before),
    keep_until = GREATEST(keep_until, :keep_until)

-- Holds a meter until the transaction ends, whether it is there or not.
-- name: hold_attempt
INSERT INTO keystile_attempt (meter_name, cleared_at, blocked_until, welcome_until, keep_until, held)
VALUES (:meter_name, 0, 0, 0, 0, 1)
ON DUPLICATE KEY UPDATE held = held + 1

-- name: clock
SELECT UNIX_TIMESTAMP() * 1000 AS now_millis
