using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MockMessaging.Tests.Fuzz;

/// <summary>What came back: an answer, or how the call failed.</summary>
internal sealed record FuzzAnswer(int Status, string? MediaType, byte[] Bytes, bool FromFault, string? Dropped)
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 4_096 };

    public string Text { get; } = Encoding.UTF8.GetString(Bytes);

    public bool IsGood => Status is >= 200 and < 300;

    public bool IsJson => MediaType is "application/json" or "application/problem+json";

    /// <exception cref="JsonException">It is no JSON.</exception>
    public JsonElement Json => JsonElement.Parse(Bytes, Deep);

    /// <exception cref="JsonException">It is no JSON.</exception>
    public JsonNode? Node => JsonNode.Parse(Bytes, documentOptions: Deep);

    public static FuzzAnswer Lost(string why) => new(0, null, [], false, why);

    public override string ToString() => Dropped ?? $"{Status} {MediaType} {(Text.Length > 1_500 ? Text[..1_500] + "…" : Text)}";
}
