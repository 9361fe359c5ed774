using System.Text;
using System.Text.Json.Nodes;

namespace MockMessaging.Tests.Fuzz;

/// <summary>What can be wrong with a body.</summary>
internal sealed class BodyMutations(Random random)
{
    /// <summary>As <c>Limits:MaxBodyBytes</c> is by default.</summary>
    private const int Limit = 262_144;

    /// <summary>Makes a body odd so many times, and says how.</summary>
    public void Apply(FuzzRequest request, JsonNode? body, int times)
    {
        var edit = new JsonEdit(body ?? new JsonObject());
        for (var time = 0; time < times; time++)
        {
            Odd(request, edit);
        }

        request.Body = Encoding.UTF8.GetBytes(edit.ToText());
        if (times > 0 && random.Next(4) == 0)
        {
            OddBytes(request);
        }
    }

    private void Odd(FuzzRequest request, JsonEdit edit)
    {
        var places = edit.Places();
        var kind = random.Next(100);
        if (edit.Root is JsonObject root && (places.Count == 0 || kind < 12))
        {
            var name = UnknownName(root);
            edit.Add(root, name, OddValues.Any(random, ""));
            Note(request, $"unknown property = {Short(name)}", wrong: IsStrict(request));
            return;
        }

        if (places.Count == 0 || kind < 16)
        {
            edit.ReplaceRoot(OddValues.Pick(random, ["[]", "1", "\"x\"", "true", "[{}]"]));
            Note(request, "other root", wrong: true);
            return;
        }

        var (parent, at) = OddValues.Pick(random, places);
        if (kind < 30 && !JsonEdit.IsAdded(at))
        {
            JsonEdit.Remove(parent, at);
            Note(request, $"without {at}", wrong: false);
        }
        else if (kind < 36 && parent is JsonObject owner)
        {
            edit.Add(owner, $"\"{at}\"", random.Next(2) == 0 ? owner[(string)at]?.ToJsonString() ?? "null" : OddValues.Any(random, (string)at));
            Note(request, $"{at} twice", wrong: false);
        }
        else if (kind < 40 && parent is JsonArray items)
        {
            for (var copy = random.Next(2_000); copy > 0; copy--)
            {
                items.Add(items[(int)at]?.DeepClone());
            }

            Note(request, "many items", wrong: false);
        }
        else
        {
            var raw = kind < 46 ? "null" : kind < 54 ? OddValues.Structure(random) : OddValues.Any(random, at.ToString()!);
            edit.Replace(parent, at, raw);
            Note(request, $"{(JsonEdit.IsAdded(at) ? "added" : at)} = {Short(raw)}", wrong: false);
        }
    }

    /// <summary>A name nobody listed: misspelt, or strange. In JSON, quotes included.</summary>
    private string UnknownName(JsonObject root)
    {
        if (random.Next(2) == 0 && root.Select(property => property.Key).FirstOrDefault(name => name.Length > 2 && name.All(char.IsAsciiLetter)) is { } known)
        {
            return $"\"{known[..1]}{known[2..]}q\"";
        }

        return OddValues.Pick(random, ["\"zzz\"", "\"\"", "\"\\ud800\"", "\"a\\u0000b\"", "\"ü\"", "\"__proto__\"", "\"$type\"", "\"a.b[0]\"", $"\"{new string('n', 3_000)}\""]);
    }

    private void OddBytes(FuzzRequest request)
    {
        var body = request.Body!;
        switch (random.Next(9))
        {
            case 0:
                request.Body = body[..random.Next(body.Length)];
                Note(request, "truncated", wrong: true);
                break;
            case 1:
                request.Body = Encoding.UTF8.GetBytes(OddValues.Pick(random, ["", " ", "\n\t ", "null"]));
                Note(request, "blank", wrong: true);
                break;
            case 2:
                request.Body = [0xEF, 0xBB, 0xBF, .. body];
                Note(request, "byte order mark", wrong: false);
                break;
            case 3:
                request.Body = [.. "{\"z"u8, 0xFF, .. "\":1}"u8];
                Note(request, "name not UTF-8", wrong: true);
                break;
            case 4:
                request.Wrong = null;
                request.Body = [.. "{\"zzz\":\"a"u8, 0xC3, .. "\"}"u8];
                Note(request, "text not UTF-8", wrong: false);
                break;
            case 5:
                request.Body = Encoding.UTF8.GetBytes(OddValues.Pick(random, ["hello", "{'a':1}", "{\"a\":1,}", "{/**/}", "<a/>", "a=1&b=2", "{\"a\":NaN}", "\0"]));
                Note(request, "not JSON", wrong: true);
                break;
            case 6:
                request.Body = [.. body, .. Encoding.UTF8.GetBytes(OddValues.Pick(random, ["{}", "x", ",", "\0"]))];
                Note(request, "more after the end", wrong: true);
                break;
            case 7 when random.Next(4) == 0 && request.Operation.Name != "POST /_sandbox/import":
                request.Body = [.. "{\"zzz\":\""u8, .. Enumerable.Repeat((byte)'x', Limit), .. "\"}"u8];
                Note(request, "over the limit", wrong: true);
                break;
            default:
                request.Body = [.. "\r\n \t"u8, .. body, .. "\n\n"u8];
                Note(request, "white space around", wrong: false);
                break;
        }
    }

    /// <summary>The control plane takes no property it does not know; where it takes a whole document, that is for the document to say.</summary>
    private static bool IsStrict(FuzzRequest request) => request.Operation.IsControl && request.Operation.Name != "POST /_sandbox/import";

    private static void Note(FuzzRequest request, string oddity, bool wrong)
    {
        request.Oddities.Add(oddity);
        request.Wrong ??= wrong ? oddity.Split('=')[0].Trim() : null;
    }

    private static string Short(string text) => text.Length > 40 ? $"{text[..40]}…({text.Length})" : text;
}
