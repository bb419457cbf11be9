-- Spends one credential and lets its successor live.
-- ARGV: now, spent lookup, successor's lookup, successor's record, grace window, whether reuse is detected
local now, grace, watchful = tonumber(ARGV[1]), tonumber(ARGV[5]), ARGV[6] == '1'
local successor = parse(ARGV[3], ARGV[4])
local THEFT_AFTER = 60000

local taken = credential(successor.lookup)
local presented = credential(ARGV[2])
if (taken and taken.call == successor.call) or (presented and presented.spent_at and presented.call == successor.call) then
  return { 'exchanged' } -- this very call was here before, and its answer got lost
end

sweep(now, forget)
presented = credential(ARGV[2])
if not presented or now >= presented.keep_until
  or presented.generation + 1 ~= successor.generation
  or presented.family ~= successor.family or presented.user ~= successor.user then
  return { 'unknown' }
end

if not presented.spent_at then
  if taken then
    return { 'taken' }
  end
  drop('c' .. presented.lookup) -- first of all writes: it frees memory, so a full server lets the others pass
  local keep_until = watchful and presented.expires_at or math.min(presented.expires_at, now + grace)
  if keep_until > now then
    local former = presented.record:match('^[^ ]+ [^ ]+ [^ ]+ (.*)$')
    local head = string.format('%.0f %.0f %s ', now, keep_until, successor.call)
    keep('c' .. presented.lookup, head .. former, keep_until + TEN_MINUTES, now)
  end
  let_live(successor, now)
  return { 'exchanged' }
end

local last = newest(presented.family, presented.user)
if not last then
  local ended_by_this = ended_by(presented.family, presented.user) == successor.call
  return ended_by_this and { 'reused', 'family revoked' } or { 'unknown' }
end
local alive = now < last.expires_at
if alive and grace > 0 and now < presented.spent_at + grace and last.generation == presented.generation + 1 then
  return { 'raced', last.lookup, last.record }
end
if not watchful then
  return { 'unknown' }
end
if alive and now > presented.spent_at + THEFT_AFTER then
  end_logins(presented.user, { [presented.family] = true }, successor.call, now)
  return { 'reused', 'family revoked' }
end
return { 'reused' }
