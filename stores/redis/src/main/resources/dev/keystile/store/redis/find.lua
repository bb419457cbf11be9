-- What a lookup names. A spent credential counts while its login hasn't ended. It says all that it needs itself: to define the words
-- that other scripts share takes longer than to find. credentials.lua has the fields.
-- ARGV: lookup
local record = redis.call('HGET', KEYS[1], 'c' .. ARGV[1])
if not record then
  return { 'unknown' }
end
if record:sub(1, 2) ~= '- ' then
  local login = record:match('^%S+ %S+ %S+ %S+ %S+ %S+ %S+ ([^\n]*)\n')
  local newest = (redis.call('HGET', KEYS[1], 'f' .. login) or ''):match('^%+(.*)$')
  if not newest or not redis.call('HGET', KEYS[1], 'c' .. newest) then
    return { 'unknown' }
  end
end
return { 'found', record }
