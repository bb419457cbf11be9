-- What all scripts share that keep things on a shelf. KEYS[1] is the shelf, a hash; KEYS[2] is a sorted set that says when
-- each of its fields is due. Times are Unix milliseconds of the callers. What is due answers nothing, swept or not; so that
-- nodes whose clocks differ agree, fields stay for a while longer, and leave only when the server's clock has passed as well.
local DAY, TEN_MINUTES = 86400000, 600000
local SWEPT_AT_ONCE = 8
local LONGEST_STAY = 1e15

local function get(field)
  return redis.call('HGET', KEYS[1], field)
end

local function put(field, value)
  redis.call('HSET', KEYS[1], field, value)
end

local function drop(field)
  redis.call('HDEL', KEYS[1], field)
end

-- Puts a field that stays until `due` at least, by the clock of whoever says that it is `now`.
local function keep(field, value, due, now)
  put(field, value)
  redis.call('ZADD', KEYS[2], 'GT', due, field)
  local stay = math.min(math.max(due - now, TEN_MINUTES), LONGEST_STAY)
  for _, key in ipairs(KEYS) do
    if redis.call('PTTL', key) < stay then
      redis.call('PEXPIRE', key, stay)
    end
  end
end

-- Changes a field that has nothing more to say, and lets it leave soon. It stays long enough to meet calls that arrive late.
local function fade(field, value, now)
  put(field, value)
  redis.call('ZADD', KEYS[2], now + TEN_MINUTES, field)
end

local function server_time()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

-- Lets go of a few fields that are due, so that no call pays for many. What has come to be due later meanwhile, `forget` leaves
-- where it is, and says when. A caller whose clock is far ahead takes nothing from others: what isn't due by the server's clock stays.
local function sweep(now, forget)
  local passed = string.format('%.0f', math.min(now, server_time()))
  local due = redis.call('ZRANGE', KEYS[2], '-inf', passed, 'BYSCORE', 'LIMIT', 0, SWEPT_AT_ONCE)
  for _, field in ipairs(due) do
    local later = forget(field, now)
    if later then
      redis.call('ZADD', KEYS[2], later, field)
    else
      redis.call('ZREM', KEYS[2], field)
    end
  end
end
