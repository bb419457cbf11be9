-- Ends a login until the later of all times that were asked for.
-- ARGV: now, call, family, until
local now = tonumber(ARGV[1])
sweep(now, drop)
end_family(ARGV[3], ARGV[4], ARGV[2], now)
return { 'revoked' }
