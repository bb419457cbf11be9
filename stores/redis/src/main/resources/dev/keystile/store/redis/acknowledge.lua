-- How every change ends. Its last argument says whether replicas are to acknowledge the answer. An answer may rest on what
-- others wrote, or an earlier copy of the same call; but since Redis 7.2 `WAIT` waits for what its own connection wrote, and
-- for nothing if that is nothing. So then every answer comes with a write, of nothing new.
local answer = decide()
if ARGV[#ARGV] == '1' then
  local stay = redis.call('PTTL', KEYS[1])
  if stay >= 0 then
    redis.call('PEXPIRE', KEYS[1], stay)
  else
    redis.call('HSET', KEYS[1], '', '')
    redis.call('HDEL', KEYS[1], '')
  end
end
return answer
