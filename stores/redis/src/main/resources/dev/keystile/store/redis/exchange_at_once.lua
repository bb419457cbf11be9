-- The exchange that nearly all are: nothing has to be remembered, the presented credential is alive, the successor is free and comes
-- next. It stands before the words that scripts share, because to define those takes as long. It decides what exchange.lua would
-- decide; what it leaves undecided goes on to there, with nothing changed. As it adds nothing to the shelf, it needn't sweep it.
-- ARGV: as of exchange.lua
do
  local DAY, LONGEST_STAY = 86400000, 1e15
  local now, spent, fresh, record = ARGV[1], 'c' .. ARGV[2], 'c' .. ARGV[3], ARGV[4]
  local strict = ARGV[5] == '0' and ARGV[6] == '0'
  local presented = redis.call('HGET', KEYS[1], spent)
  if strict and presented and not redis.call('HGET', KEYS[1], fresh) then
    local keep_until, generation, login = presented:match('^%- (%S+) %S+ (%S+) %S+ %S+ %S+ ([^\n]*)\n')
    local next_generation, expires_at, same_login = record:match('^%S+ %S+ %S+ (%S+) %S+ %S+ (%S+) ([^\n]*)\n')
    if login and login == same_login and generation + 1 == tonumber(next_generation)
      and tonumber(now) < tonumber(keep_until) then
      redis.call('HDEL', KEYS[1], spent)
      redis.call('HSET', KEYS[1], fresh, record, 'f' .. login, '+' .. ARGV[3])
      -- Both keys stay a day longer than the successor. The sorted set never outlives the shelf, so it tells for both.
      local stay = expires_at - now + DAY
      if redis.call('PTTL', KEYS[2]) < stay then
        local longer = math.min(stay + DAY, LONGEST_STAY) -- so that those who come next needn't
        redis.call('PEXPIRE', KEYS[1], longer)
        redis.call('PEXPIRE', KEYS[2], longer)
      end
      return { 'exchanged' }
    end
  end
end
