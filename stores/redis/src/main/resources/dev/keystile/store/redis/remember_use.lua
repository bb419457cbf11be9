-- Records a use, unless it is there. KEYS[1] is the use itself.
-- ARGV: call, how long to remember it
if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) or redis.call('GET', KEYS[1]) == ARGV[1] then
  return { 'first' }
end
return { 'again' }
