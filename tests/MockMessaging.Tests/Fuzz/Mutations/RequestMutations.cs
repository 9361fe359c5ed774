using System.IO.Compression;

namespace MockMessaging.Tests.Fuzz;

/// <summary>What can be odd around a body: address, parameters, headers.</summary>
internal sealed class RequestMutations(Random random, Harvest harvest)
{
    private static readonly string[] ContentTypes =
    [
        "text/plain", "application/xml", "application/json; charset=utf-16", "application/json; charset=latin1", "application/json; charset=nonsense", "application/json;charset=\"UTF-8\"",
        "application/vnd.api+json", "application/json; charset=utf-8; charset=utf-16", "garbage", "APPLICATION/JSON", "application/json; boundary=x", "multipart/form-data; boundary=x", "",
    ];

    public void Path(FuzzRequest request)
    {
        if (request.Operation.PathParameters.Count == 0 || random.Next(4) == 0)
        {
            request.Path = random.Next(3) switch
            {
                0 when !request.Path.StartsWith("/xms", StringComparison.Ordinal) => "/xms" + request.Path,
                1 when !request.Path.EndsWith('/') => request.Path + "/",
                _ => request.Path.Replace("send", "SEND", StringComparison.Ordinal).Replace("clock", "Clock", StringComparison.Ordinal),
            };
            request.Oddities.Add("other spelling of the path");
            return;
        }

        var last = request.Operation.Path.Split('/').ToList().FindIndex(part => part.StartsWith('{'));
        var parts = request.Path.Split('/');
        parts[last] = random.Next(3) == 0 && harvest.Any(random) is { } other ? Uri.EscapeDataString(other) : OddValues.Segment(random);
        request.Path = string.Join('/', parts);
        request.MayMissRoute = true;
        request.Oddities.Add("odd path");
    }

    public void Query(FuzzRequest request)
    {
        var at = request.Query.Count == 0 ? -1 : random.Next(request.Query.Count);
        switch (random.Next(4))
        {
            case 0 when at >= 0 && !OddValues.IsRealTime(request.Query[at].Name):
                request.Query.Add((request.Query[at].Name, OddValues.Parameter(random, request.Query[at].Name)));
                request.Oddities.Add($"{request.Query[at].Name} twice");
                break;
            case 1:
                request.Query.Add((OddValues.Pick(random, ["limt", "zzz", "%C3%BC", "a%00", "stauts", "messageid2"]), "1"));
                request.Oddities.Add("unknown parameter");
                request.Wrong ??= request.Operation.IsControl ? "unknown parameter" : null;
                break;
            default:
                if (at >= 0)
                {
                    var name = request.Query[at].Name;
                    request.Query[at] = (name, OddValues.Parameter(random, name));
                    request.Oddities.Add($"odd {name}");
                }

                break;
        }
    }

    public void Headers(FuzzRequest request)
    {
        switch (random.Next(request.Body is null ? 6 : 10))
        {
            case 0:
                Add(request, "x-api-id", harvest.Pick(random, "", "appId") is { } app && random.Next(2) == 0 ? app : OddValues.Pick(random, ["unknown", " ", new string('i', 500), "second_bot", "-1"]));
                break;
            case 1:
                request.Query.Add(("x-api-key", request.Key));
                request.Oddities.Add("key twice");
                break;
            case 2:
                Add(request, "x-trace-id", OddValues.Pick(random, ["mine", "a b", new string('t', 3_000), "a\tb", "<x>", "\"q\""]));
                break;
            case 3:
                Add(request, "Accept", OddValues.Pick(random, ["text/html", "application/xml", "garbage", "*/*;q=0", "application/json;q=2"]));
                break;
            case 4:
                Add(request, OddValues.Pick(random, ["traceparent", "X-Forwarded-For", "Last-Event-ID", "Cookie", "tnt", "If-None-Match", "Range", "x-verify-token"]), OddValues.Pick(random, ["x", "00-zz-1", "-1", "9223372036854775808", "a=b; x-api-id=zz", "bytes=5-1"]));
                break;
            case 5:
                request.Headers.RemoveAll(header => header.Name == "x-api-key");
                request.Oddities.Add("no key");
                break;
            case 6 or 7:
                request.Headers.RemoveAll(header => header.Name == "Content-Type");

                // Bytes that are wrong in one charset are right in another.
                request.Wrong = null;
                Add(request, "Content-Type", OddValues.Pick(random, ContentTypes));
                break;
            default:
                Encode(request);
                break;
        }
    }

    private static void Add(FuzzRequest request, string name, string value)
    {
        request.Headers.Add((name, value));
        request.Oddities.Add($"{name}: {(value.Length > 40 ? value[..40] + "…" : value)}");
    }

    private void Encode(FuzzRequest request)
    {
        var coding = OddValues.Pick(random, ["gzip", "br", "gzip", "deflate", "identity", "zstd", "GZIP", "gzip, br"]);
        if (random.Next(3) == 0)
        {
            Add(request, "Content-Encoding", coding);
            request.Oddities.Add("not so encoded");
            return;
        }

        using var packed = new MemoryStream();
        using (Stream packing = coding == "br" ? new BrotliStream(packed, CompressionLevel.Fastest) : new GZipStream(packed, CompressionLevel.Fastest))
        {
            packing.Write(request.Body);
        }

        var bytes = packed.ToArray();
        request.Body = random.Next(4) == 0 ? bytes[..(bytes.Length / 2)] : bytes;
        Add(request, "Content-Encoding", coding);
    }
}
