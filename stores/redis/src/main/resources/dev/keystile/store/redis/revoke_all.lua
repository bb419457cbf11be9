-- Ends all logins of a user.
-- ARGV: now, call, user
local now, call, user = tonumber(ARGV[1]), ARGV[2], ARGV[3]
local counted = get('r' .. call)
if counted then
  return { counted } -- this very call was here before; what began since is none of its business
end
sweep(now, forget)
local alive, all = 0, {}
for _, family in ipairs(families(user)) do
  local last = newest(family, user)
  all[family] = true
  if last and now < last.expires_at then
    alive = alive + 1
  end
end
end_logins(user, all, call, now)
keep('r' .. call, tostring(alive), now + TEN_MINUTES, now)
return { tostring(alive) }
