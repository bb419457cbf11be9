-- What the scripts on tokens share. The shelf is that of a holder, and has these fields:
--   m            "<before> <until>": logins before the first time are ended until the second
--   f<family>    "<until> <call>": a login that is ended
--   s<digest>    "<spent at> <until> <window ends> <call> <digest of the successor>": a token that is spent
--   g<digest>    the sealed successor of a token, for those who race
local THEFT_AFTER = 60000

local function mark()
  local before, till = (get('m') or ''):match('^([^ ]+) ([^ ]+)$')
  return tonumber(before), tonumber(till)
end

-- Until when a login is ended, and the call that did it.
local function family_end(family)
  local till, call = (get('f' .. family) or ''):match('^([^ ]+) ([^ ]+)$')
  return tonumber(till), call
end

local function is_revoked(family, login_at, now)
  local before, marked_till = mark()
  local ended_till = family_end(family)
  return (before and now < marked_till and login_at < before) or (ended_till and now < ended_till) or false
end

-- How a token was spent, while that counts.
local function spending(digest, now)
  local at, till, window_ends, call, successor =
    (get('s' .. digest) or ''):match('^([^ ]+) ([^ ]+) ([^ ]+) ([^ ]+) (.*)$')
  return at and now < tonumber(till)
    and { at = tonumber(at), window_ends = tonumber(window_ends), call = call, successor = successor }
end

local function end_family(family, till, call, now)
  local former = family_end(family)
  if not former or former < tonumber(till) then
    keep('f' .. family, till .. ' ' .. call, till + DAY, now)
  end
end
