using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MockMessaging.Tests;

/// <summary>
/// A file of requests as editors run it: requests set apart by ###, variables (@name = value), and values out of the answers of
/// requests that have a name (# @name): {{name.response.body.$.path}}.
/// </summary>
internal sealed partial class HttpFile
{
    private readonly Dictionary<string, string> _variables;
    private readonly Dictionary<string, JsonNode> _answers = [];

    public HttpFile(string text, params (string Name, string Value)[] variables)
    {
        _variables = Variable().Matches(text).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value.Trim());
        foreach (var (name, value) in variables)
        {
            _variables[name] = value;
        }

        Requests = [.. Separator().Split(text).Skip(1).Select(Read)];
    }

    public IReadOnlyList<HttpFileRequest> Requests { get; }

    /// <summary>Sends a request, its variables filled, and keeps the answer for those after it.</summary>
    public async Task<(HttpResponseMessage Response, string Text)> SendAsync(HttpClient client, HttpFileRequest request, CancellationToken cancelled)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), Filled(request.Url));
        if (request.Body.Length > 0)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Filled(request.Body)));
        }

        foreach (var (name, value) in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, Filled(value)))
            {
                message.Content!.Headers.TryAddWithoutValidation(name, Filled(value));
            }
        }

        var response = await client.SendAsync(message, cancelled);
        var text = await response.Content.ReadAsStringAsync(cancelled);
        if (request.Name is { } named)
        {
            _answers[named] = JsonNode.Parse(text)!;
        }

        return (response, text);
    }

    private static HttpFileRequest Read(string block)
    {
        var lines = block.ReplaceLineEndings("\n").Split('\n').Skip(1).ToList();
        var name = lines.Select(line => RequestName().Match(line)).FirstOrDefault(match => match.Success)?.Groups["name"].Value;
        var head = lines.SkipWhile(line => line.Length == 0 || line.StartsWith('#')).TakeWhile(line => line.Length > 0).ToList();
        var body = string.Join('\n', lines.SkipWhile(line => line.Length == 0 || line.StartsWith('#')).Skip(head.Count)).Trim();
        var (method, url) = (head[0].Split(' ')[0], head[0].Split(' ')[1]);
        return new HttpFileRequest(name, method, url, [.. head.Skip(1).Select(line => (line.Split(": ")[0], line.Split(": ")[1]))], body);
    }

    private string Filled(string template) => Placeholder().Replace(template, match => match.Groups["answer"].Success
        ? Step().Matches(match.Groups["path"].Value).Aggregate(_answers[match.Groups["answer"].Value], Into).ToString()
        : _variables[match.Groups["variable"].Value]);

    private static JsonNode Into(JsonNode node, Match step) =>
        step.Groups["index"].Success ? node[int.Parse(step.Groups["index"].ValueSpan, provider: null)]! : node[step.Groups["property"].Value]!;

    [GeneratedRegex(@"^###", RegexOptions.Multiline)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^@(?<name>\w+)\s*=\s*(?<value>.*)$", RegexOptions.Multiline)]
    private static partial Regex Variable();

    [GeneratedRegex(@"^#\s*@name\s+(?<name>\w+)")]
    private static partial Regex RequestName();

    [GeneratedRegex(@"\{\{(?:(?<answer>\w+)\.response\.body\.\$(?<path>[^}]+)|(?<variable>\w+))\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\.(?<property>\w+)|\[(?<index>\d+)\]")]
    private static partial Regex Step();
}
