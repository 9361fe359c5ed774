using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MockMessaging.Contract;

namespace MockMessaging.Control;

/// <summary>Reads and writes the control plane's own shapes, and the vendor's within them.</summary>
internal static class ControlJsonOptions
{
    public static JsonSerializerOptions Wire { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(ControlJson.Default.Options)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(ControlJson.Default, ContractJson.Default).WithAddedModifier(GivenItems.Keep),
            Encoder = ContractJsonOptions.Sparse.Encoder,
        };
        options.Converters.Add(new LenientStringConverter());
        options.MakeReadOnly();
        return options;
    }
}
