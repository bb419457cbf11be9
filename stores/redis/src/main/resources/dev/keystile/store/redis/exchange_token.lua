-- Spends a token.
-- ARGV: now, call, family, login at, digest, successor's digest, sealed successor or '', window ends, spent until,
--       family until, grace window, whether reuse is detected
local now, call, family, login_at, digest = tonumber(ARGV[1]), ARGV[2], ARGV[3], tonumber(ARGV[4]), ARGV[5]
local successor, sealed, window_ends, spent_until, family_until = ARGV[6], ARGV[7], ARGV[8], ARGV[9], ARGV[10]
local grace, watchful = tonumber(ARGV[11]), ARGV[12] == '1'

local former = spending(digest, now)
if former and former.call == call then
  return { 'exchanged' } -- this very call was here before, and its answer got lost
end
sweep(now, drop)
if is_revoked(family, login_at, now) then
  local _, ending = family_end(family)
  return ending == call and { 'reused', 'family revoked' } or { 'unknown' }
end

if not former then
  local value = table.concat({ ARGV[1], spent_until, window_ends, call, successor }, ' ')
  keep('s' .. digest, value, spent_until + DAY, now)
  if sealed ~= '' then
    keep('g' .. digest, sealed, window_ends + TEN_MINUTES, now)
  else
    drop('g' .. digest)
  end
  return { 'exchanged' }
end

local kept = get('g' .. digest)
local open = grace > 0 and now < former.at + grace and now < former.window_ends
if kept and open and not spending(former.successor, now) then
  return { 'raced', kept }
end
if not watchful then
  return { 'unknown' }
end
if now > former.at + THEFT_AFTER then
  end_family(family, family_until, call, now)
  return { 'reused', 'family revoked' }
end
return { 'reused' }
