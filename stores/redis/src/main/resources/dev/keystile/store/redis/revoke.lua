-- Ends a login, whichever of its credentials is the newest.
-- ARGV: now, call, user, family
local now, call, user, family = tonumber(ARGV[1]), ARGV[2], ARGV[3], ARGV[4]
if ended_by(family, user) == call then
  return { 'alive' } -- this very call was here before, and its answer got lost
end
sweep(now, forget)
local last = newest(family, user)
local alive = last and now < last.expires_at
end_logins(user, { [family] = true }, alive and call or '', now)
return { alive and 'alive' or 'dead' }
