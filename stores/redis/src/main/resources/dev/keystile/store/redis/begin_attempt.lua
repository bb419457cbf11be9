-- Counts a failure on every meter that is asked, unless one of them has a wait.
if said_before() then
  return { 'admitted' }
end
local longest = 0
for _, meter in ipairs(asked) do
  longest = math.max(longest, wait(meter))
end
if longest > 0 then
  return { 'wait', string.format('%.0f', longest) }
end
for _, meter in ipairs(asked) do
  count(meter)
end
return { 'admitted' }
