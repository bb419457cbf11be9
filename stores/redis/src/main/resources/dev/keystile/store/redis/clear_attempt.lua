-- After a success: takes its failure back, clears the pair and welcomes it.
if said_before() then
  return { 'cleared' }
end
for _, meter in ipairs(asked) do
  take_back(meter)
end
if pair then
  pair.cleared, pair.blocked, pair.welcome = 0, 0, now + ARGV[3]
  write(pair)
end
return { 'cleared' }
