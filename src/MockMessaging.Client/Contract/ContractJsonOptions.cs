using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace MockMessaging.Contract;

/// <summary>JSON options for wire shapes.</summary>
public static class ContractJsonOptions
{
    /// <summary>
    /// Levels of nesting in a request. Stored records and pushes wrap a request in a few more levels, and .NET reads and writes 64 levels:
    /// so each accepted request can also be stored, exported and read back.
    /// </summary>
    internal const int DeepestRequest = 32;

    /// <summary>Reads requests: numbers count as strings, unknown properties are ignored.</summary>
    public static JsonSerializerOptions Request { get; } = Make(options =>
    {
        options.MaxDepth = DeepestRequest;
        options.TypeInfoResolver = ContractJson.Default.WithAddedModifier(GivenItems.Keep);
        options.Converters.Add(new LenientStringConverter());
        options.Converters.Add(new WholeNodeConverter<JsonNode>());
        options.Converters.Add(new WholeNodeConverter<JsonObject>());
    });

    /// <summary>Reads requests, but refuses properties that are not documented or appear twice.</summary>
    internal static JsonSerializerOptions NothingOdd { get; } = WithoutOddities(Request);

    /// <summary>Writes pushes, without properties that are null.</summary>
    public static JsonSerializerOptions Sparse { get; } = Make(options => options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull);

    /// <summary>Writes responses: each documented property has a value of its type.</summary>
    public static JsonSerializerOptions Complete { get; } = Make(options =>
        options.TypeInfoResolver = ContractJson.Default.WithAddedModifier(DocumentedShape.Complete));

    /// <summary>Writes responses as the live service does: all properties, also those that are null.</summary>
    public static JsonSerializerOptions WithNulls { get; } = Make(static _ => { });

    /// <summary>The options, but properties that are not documented or appear twice are refused.</summary>
    internal static JsonSerializerOptions WithoutOddities(JsonSerializerOptions options) =>
        new(options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false };

    internal static JsonTypeInfo<T> TypeInfo<T>(this JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

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
