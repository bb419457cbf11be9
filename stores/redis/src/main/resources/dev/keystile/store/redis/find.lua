-- What a lookup names. A spent credential counts while its login hasn't ended.
-- ARGV: lookup
local found = credential(ARGV[1])
if not found or (found.spent_at and not newest(found.family, found.user)) then
  return { 'unknown' }
end
return { 'found', found.record }
