-- Ends all logins before a time. A mark that counts is never moved back.
-- ARGV: now, mark, until
local now = tonumber(ARGV[1])
local before, till = mark()
local moved, longer = ARGV[2], ARGV[3]
if before then
  if now < till and before > tonumber(moved) then
    moved = string.format('%.0f', before)
  end
  if till > tonumber(longer) then
    longer = string.format('%.0f', till)
  end
end
sweep(now, drop)
keep('m', moved .. ' ' .. longer, longer + DAY, now)
return { 'revoked' }
