using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace MockMessaging.Contract;

/// <summary>The ways wire shapes are read and written.</summary>
public static class ContractJsonOptions
{
    /// <summary>
    /// Levels a request may be nested, 32. What is stored and pushed wraps a request in a few levels more, and .NET reads and writes 64: so whatever is accepted
    /// can also be stored, exported and read back.
    /// </summary>
    internal const int DeepestRequest = 32;

    /// <summary>Reading requests: numbers pass for texts, unknown properties are ignored.</summary>
    public static JsonSerializerOptions Request { get; } = Make(options =>
    {
        options.MaxDepth = DeepestRequest;
        options.TypeInfoResolver = ContractJson.Default.WithAddedModifier(GivenItems.Keep);
        options.Converters.Add(new LenientStringConverter());
        options.Converters.Add(new WholeNodeConverter<JsonNode>());
        options.Converters.Add(new WholeNodeConverter<JsonObject>());
    });

    /// <summary>Reading requests in which nothing is odd: a name that is not documented, or is there twice, is refused.</summary>
    internal static JsonSerializerOptions NothingOdd { get; } = WithoutOddities(Request);

    /// <summary>Writing pushes: what has no value is left out.</summary>
    public static JsonSerializerOptions Sparse { get; } = Make(options => options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull);

    /// <summary>Writing answers: every documented property is there with a value of its type.</summary>
    public static JsonSerializerOptions Complete { get; } = Make(options =>
        options.TypeInfoResolver = ContractJson.Default.WithAddedModifier(DocumentedShape.Complete));

    /// <summary>Writing answers as the live service does: every property, null where there is nothing.</summary>
    public static JsonSerializerOptions WithNulls { get; } = Make(static _ => { });

    /// <summary>The same way of reading, for shapes in which nothing is odd.</summary>
    internal static JsonSerializerOptions WithoutOddities(JsonSerializerOptions options) =>
        new(options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false };

    private static JsonSerializerOptions Make(Action<JsonSerializerOptions> set)
    {
        var options = new JsonSerializerOptions(ContractJson.Default.Options)
        {
            TypeInfoResolver = ContractJson.Default,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        set(options);
        options.MakeReadOnly();
        return options;
    }
}
