-- A login under a policy.
-- ARGV: now, policy, how many may live, candidate's lookup, candidate's record
local now, policy, most = tonumber(ARGV[1]), ARGV[2], tonumber(ARGV[3])
local candidate = parse(ARGV[4], ARGV[5])
local user = candidate.user

local known = credential(candidate.lookup)
if known and known.call == candidate.call then
  return { 'issued' } -- this very call was here before, and its answer got lost
end

-- Byte by byte: Lua's own "<" follows the locale of the server.
local function precedes(a, b)
  for i = 1, math.min(#a, #b) do
    if a:byte(i) ~= b:byte(i) then
      return a:byte(i) < b:byte(i)
    end
  end
  return #a < #b
end

local function by(time)
  return function(a, b)
    if a[time] ~= b[time] then
      return a[time] < b[time]
    end
    return precedes(a.family, b.family)
  end
end

sweep(now, forget)
local live, all = {}, {}
for _, family in ipairs(families(user)) do
  local last = newest(family, user)
  all[family] = true
  if last and now < last.expires_at then
    live[#live + 1] = last
  end
end

if policy == 'reuse' and #live > 0 then
  table.sort(live, by('issued_at'))
  return { 'kept', live[#live].lookup, live[#live].record }
end
if credential(candidate.lookup) or get(login_field(candidate.family, user)) then
  return { 'taken' }
end

local doomed = {}
if policy == 'replace' then
  doomed = all
elseif policy == 'independent' then
  table.sort(live, by('begun_at'))
  for i = 1, #live + 1 - most do
    doomed[live[i].family] = true
  end
end
if next(doomed) then
  end_logins(user, doomed, candidate.call, now)
end
let_live(candidate, now)
local left = families(user)
left[#left + 1] = candidate.family
put_families(user, left)
return { 'issued' }
