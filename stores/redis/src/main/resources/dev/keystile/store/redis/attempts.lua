-- What the scripts of a throttle share. KEYS are the meters of one attempt: the account's, and where it is known where the
-- client is, the address's and the pair's. A meter is 'cleared blocked welcome call', times in milliseconds: when the last
-- failure will have been forgiven, when the wait ends, until when a pair is welcome, and who changed it last.
-- ARGV: call, now, welcome, and for each of KEYS how many failures are free, how many count at most, and in milliseconds the
-- first delay, the longest, and in which one is forgiven
local TEN_MINUTES, LONGEST_STAY = 600000, 1e15
local call, now = ARGV[1], tonumber(ARGV[2])

local function read(place)
  local kept = redis.call('GET', KEYS[place]) or '0 0 0 -'
  local cleared, blocked, welcome, last = string.match(kept, '^(%S+) (%S+) (%S+) (%S+)$')
  local rules = {}
  for rule = 1, 5 do
    rules[rule] = tonumber(ARGV[3 + (place - 1) * 5 + rule])
  end
  return {
    key = KEYS[place], cleared = tonumber(cleared), blocked = tonumber(blocked), welcome = tonumber(welcome), last = last,
    free = rules[1], most = rules[2], first = rules[3], longest = rules[4], each = rules[5]
  }
end

-- It stays ten minutes longer than it counts, so that nodes whose clocks differ by less agree, and a call that is said twice is known.
local function write(meter)
  local stay = math.min(math.max(meter.cleared, meter.blocked, meter.welcome, now) - now + TEN_MINUTES, LONGEST_STAY)
  redis.call('SET', meter.key,
    string.format('%.0f %.0f %.0f %s', meter.cleared, meter.blocked, meter.welcome, call), 'PX', string.format('%.0f', stay))
end

local function wait(meter)
  return math.max(0, math.min(meter.blocked - now, meter.longest))
end

local function delay(meter, failures)
  if failures <= meter.free then
    return 0
  end
  return math.min(meter.first * 2 ^ (failures - meter.free - 1), meter.longest)
end

local function count(meter)
  local unforgiven = math.ceil(math.max(0, meter.cleared - now) / meter.each)
  local pause = delay(meter, math.min(math.min(unforgiven, meter.most) + 1, meter.most))
  meter.cleared = math.min(math.max(meter.cleared, now) + meter.each, now + meter.most * meter.each)
  meter.blocked = pause > 0 and now + pause or 0
  write(meter)
end

local function take_back(meter)
  meter.cleared, meter.blocked = meter.cleared - meter.each, 0
  write(meter)
end

-- All meters, and those that are asked: not the account's, where the pair is welcome.
local meters, asked = {}, {}
for place = 1, #KEYS do
  meters[place] = read(place)
end
local pair = meters[3]
for place, meter in ipairs(meters) do
  if place > 1 or not pair or pair.welcome <= now then
    asked[#asked + 1] = meter
  end
end

-- Whether this very call has been here before.
local function said_before()
  return asked[#asked].last == call
end
