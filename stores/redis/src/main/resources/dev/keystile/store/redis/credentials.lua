-- What the scripts on credentials share. The shelf is that of a user tag, and has these fields:
--   c<lookup>         a credential, "<spent at, or -> <keep until> <call> <generation> <begun at> <issued at> <expires at>
--                     <family> <user>\n<body>"; the call is the one that changed it last
--   f<family> <user>  a login, "+<lookup>" of its newest credential; once ended, "-<call that ended it>", so that a call
--                     that comes late doesn't begin it anew
--   r<call>           how many logins a revocation of all found alive, for a while, so that a copy of it ends no later ones
--   u<user>           the families of the user's logins that haven't ended, with blanks between
local function parse(lookup, record)
  local spent_at, keep_until, call, generation, begun_at, issued_at, expires_at, family, user =
    record:match('^([^ ]+) ([^ ]+) ([^ ]+) ([^ ]+) ([^ ]+) ([^ ]+) ([^ ]+) ([^ ]+) ([^\n]*)\n')
  return {
    lookup = lookup, record = record, call = call, family = family, user = user,
    spent_at = tonumber(spent_at), keep_until = tonumber(keep_until), generation = tonumber(generation),
    begun_at = tonumber(begun_at), issued_at = tonumber(issued_at), expires_at = tonumber(expires_at)
  }
end

local function credential(lookup)
  local record = get('c' .. lookup)
  return record and parse(lookup, record)
end

local function login_field(family, user)
  return 'f' .. family .. ' ' .. user
end

-- The newest credential of a login, expired or not; none once the login has ended.
local function newest(family, user)
  local lookup = (get(login_field(family, user)) or ''):match('^%+(.*)$')
  return lookup and credential(lookup)
end

-- The call that ended a login, for a while.
local function ended_by(family, user)
  return (get(login_field(family, user)) or ''):match('^%-(.*)$')
end

local function families(user)
  local names = {}
  for family in (get('u' .. user) or ''):gmatch('[^ ]+') do
    names[#names + 1] = family
  end
  return names
end

local function put_families(user, names)
  if #names > 0 then
    put('u' .. user, table.concat(names, ' '))
  else
    drop('u' .. user)
  end
end

-- Lets a credential live as the newest of its login.
local function let_live(fresh, now)
  put('c' .. fresh.lookup, fresh.record)
  keep(login_field(fresh.family, fresh.user), '+' .. fresh.lookup, fresh.expires_at + DAY, now)
end

-- Ends those logins of a user whose families are keys of `doomed`. What was spent of them stays, and counts no longer.
local function end_logins(user, doomed, call, now)
  local left = {}
  for _, family in ipairs(families(user)) do
    if doomed[family] then
      local last = newest(family, user)
      if last then
        drop('c' .. last.lookup)
      end
      fade(login_field(family, user), '-' .. call, now)
    else
      left[#left + 1] = family
    end
  end
  put_families(user, left)
end

-- What is due leaves, unless it is a login that was refreshed: exchanges don't tell the sorted set each time, so it is asked here.
local function forget(field, now)
  local family, user = field:match('^f([^ ]+) (.*)$')
  if family then
    local last = newest(family, user)
    if last and now < last.expires_at + DAY then
      return last.expires_at + DAY
    end
    end_logins(user, { [family] = true }, '', now)
  end
  drop(field)
end
