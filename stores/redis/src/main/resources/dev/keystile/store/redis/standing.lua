-- What speaks against a token.
-- ARGV: now, family, login at, digest
local now = tonumber(ARGV[1])
if is_revoked(ARGV[2], tonumber(ARGV[3]), now) then
  return { 'revoked' }
end
return { spending(ARGV[4], now) and 'spent' or 'good' }
