-- What H2 needs in its own words.

-- Adds the spent token, unless something speaks against it. A duplicate key says that it is spent already.
-- name: spend_token
INSERT INTO keystile_token_spent
    (user_id, kind, token_digest, successor_digest, spent_at, keep_until, sealed, sealed_until)
SELECT
    CAST(:user_id AS VARBINARY), CAST(:kind AS VARBINARY), CAST(:token_digest AS VARBINARY), CAST(:successor_digest AS VARBINARY),
    CAST(:now AS BIGINT), CAST(:keep_until AS BIGINT), CAST(:sealed AS VARBINARY), CAST(:sealed_until AS BIGINT)
WHERE NOT EXISTS (SELECT 1 FROM keystile_token_mark
                  WHERE user_id = :user_id AND kind = :kind AND login_before > :login_at AND keep_until > :now)
  AND NOT EXISTS (SELECT 1 FROM keystile_token_family
                  WHERE user_id = :user_id AND kind = :kind AND family_id = :family_id AND keep_until > :now)

-- name: revoke_family
MERGE INTO keystile_token_family family
USING (VALUES (CAST(:user_id AS VARBINARY), CAST(:kind AS VARBINARY), CAST(:family_id AS VARBINARY), CAST(:keep_until AS BIGINT)))
    AS told (user_id, kind, family_id, keep_until)
ON family.user_id = told.user_id AND family.kind = told.kind AND family.family_id = told.family_id
WHEN MATCHED THEN UPDATE SET keep_until = GREATEST(family.keep_until, told.keep_until)
WHEN NOT MATCHED THEN INSERT (user_id, kind, family_id, keep_until)
    VALUES (told.user_id, told.kind, told.family_id, told.keep_until)

-- A mark is never moved back while it counts.
-- name: revoke_logins
MERGE INTO keystile_token_mark mark
USING (VALUES (CAST(:user_id AS VARBINARY), CAST(:kind AS VARBINARY), CAST(:login_before AS BIGINT), CAST(:keep_until AS BIGINT)))
    AS told (user_id, kind, login_before, keep_until)
ON mark.user_id = told.user_id AND mark.kind = told.kind
WHEN MATCHED THEN UPDATE SET
    login_before = CASE WHEN mark.keep_until > :now THEN GREATEST(mark.login_before, told.login_before)
                        ELSE told.login_before END,
    keep_until = GREATEST(mark.keep_until, told.keep_until)
WHEN NOT MATCHED THEN INSERT (user_id, kind, login_before, keep_until)
    VALUES (told.user_id, told.kind, told.login_before, told.keep_until)

-- Holds a meter until the transaction ends, whether it is there or not.
-- name: hold_attempt
MERGE INTO keystile_attempt attempt
USING (VALUES (CAST(:meter_name AS VARBINARY))) AS told (meter_name)
ON attempt.meter_name = told.meter_name
WHEN MATCHED THEN UPDATE SET held = attempt.held + 1
WHEN NOT MATCHED THEN INSERT (meter_name, cleared_at, blocked_until, welcome_until, keep_until, held)
    VALUES (told.meter_name, 0, 0, 0, 0, 1)
