-- message/send to a thousand contacts, none of them a test number, spread over as many keys as asked for.
-- Arguments: number of keys, milliseconds a connection rests after each answer.
local requests, n = {}, 0

function init(args)
  local keys, rest = tonumber(args[1]) or 1, tonumber(args[2]) or 0
  for i = 0, 999 do
    local body = '{"channelId":"wa360:918828218374","to":{"phone":"+91 98765 4' .. (3000 + i) .. '","name":"Asha Rao"},"type":"text",'
      .. '"text":{"body":"Good morning Asha, your parcel is ready for pickup."}}'
    requests[i + 1] = wrk.format("POST", "/api/v1/message/send", { ["x-api-key"] = "benchmark" .. (i % keys), ["Content-Type"] = "application/json" }, body)
  end
  n = math.random(0, 999)
  if rest > 0 then
    delay = function() return rest end
  end
end

function request()
  n = n + 1
  return requests[n % 1000 + 1]
end
