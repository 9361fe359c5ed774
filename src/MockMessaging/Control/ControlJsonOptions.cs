using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using MockMessaging.Contract;

namespace MockMessaging.Control;

/// <summary>Reads and writes the control plane's own shapes, and the vendor's within them.</summary>
internal static class ControlJsonOptions
{
    /// <summary>Reading requests.</summary>
    public static JsonSerializerOptions Request { get; } = Make(options =>
    {
        options.MaxDepth = ContractJsonOptions.DeepestRequest;
        options.Converters.Add(new WholeNodeConverter<JsonNode>());
        options.Converters.Add(new WholeNodeConverter<JsonObject>());
    });

    /// <summary>Writing answers, and reading them on the client's side.</summary>
    public static JsonSerializerOptions Wire { get; } = Make(static _ => { });

    private static JsonSerializerOptions Make(Action<JsonSerializerOptions> set)
    {
        var options = new JsonSerializerOptions(ControlJson.Default.Options)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(ControlJson.Default, ContractJson.Default).WithAddedModifier(GivenItems.Keep),
            Encoder = ContractJsonOptions.Sparse.Encoder,
        };
        options.Converters.Add(new LenientStringConverter());
        set(options);
        options.MakeReadOnly();
        return options;
    }
}
