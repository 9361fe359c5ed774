using System.Globalization;
using System.Text;

namespace MockMessaging.Tests.Fuzz;

/// <summary>A request, and what is odd about it.</summary>
internal sealed class FuzzRequest(FuzzOperation operation, string key)
{
    private const int LongestShown = 3_000;

    public FuzzOperation Operation { get; } = operation;

    public string Key { get; } = key;

    public string Path { get; set; } = operation.Path;

    public List<(string Name, string Value)> Query { get; } = [];

    public List<(string Name, string Value)> Headers { get; } = key.Length > 0 ? [("x-api-key", key)] : [];

    public byte[]? Body { get; set; }

    /// <summary>What was done to it; empty for a request as documented.</summary>
    public List<string> Oddities { get; } = [];

    /// <summary>True where its path may lead to another route, or to none.</summary>
    public bool MayMissRoute { get; set; }

    /// <summary>What is wrong whatever the workspace holds, so that the answer has to be 4xx; null where nothing is.</summary>
    public string? Wrong { get; set; }

    public HttpRequestMessage ToHttp(Uri server)
    {
        var request = new HttpRequestMessage(Operation.Method, new Uri(server, Target));
        if (Body is not null)
        {
            request.Content = new ByteArrayContent(Body);
        }

        foreach (var (name, value) in Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    /// <summary>A command line that sends the same.</summary>
    public string ToCurl(int longest = LongestShown)
    {
        var line = new StringBuilder();
        if (Body is not null)
        {
            line.Append("printf '").Append(Escaped(Body, longest)).Append("' | ");
        }

        line.Append(CultureInfo.InvariantCulture, $"curl -i -X {Operation.Method} \"$SERVER{Target}\"");
        foreach (var (name, value) in Headers)
        {
            line.Append(CultureInfo.InvariantCulture, $" -H '{name}: {Short(value, longest)}'");
        }

        return line.Append(Body is null ? "" : " --data-binary @-").Append(Oddities.Count == 0 ? "" : $"   # {string.Join(", ", Oddities)}").ToString();
    }

    private string Target => Path + (Query.Count == 0 ? "" : "?" + string.Join('&', Query.Select(pair => $"{pair.Name}={pair.Value}")));

    private static string Short(string text, int longest) => text.Length <= longest ? text : $"{text[..longest]}…({text.Length} letters)";

    private static string Escaped(byte[] body, int longest)
    {
        var text = new StringBuilder();
        foreach (var value in body.Take(longest))
        {
            text.Append((char)value switch
            {
                '\\' => @"\\",
                '%' => "%%",
                '\'' => @"\x27",
                >= ' ' and <= '~' => ((char)value).ToString(),
                _ => $"\\x{value:x2}",
            });
        }

        return body.Length > longest ? $"{text}…({body.Length} bytes)" : text.ToString();
    }
}
