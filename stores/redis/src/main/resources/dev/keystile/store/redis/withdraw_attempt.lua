-- Takes back what was counted.
if not said_before() then
  for _, meter in ipairs(asked) do
    take_back(meter)
  end
end
return { 'withdrawn' }
