using System.Text.Json;

namespace MockMessaging.Tests.Contract;

/// <summary>The vendor's contract as data: what every shape and document is measured against.</summary>
internal static class VendorContract
{
    public static JsonElement Root { get; } = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Contract", "contract.json"))).RootElement;

    public static IEnumerable<JsonElement> Operations => Root.GetProperty("operations").EnumerateArray();

    public static JsonElement Schemas => Root.GetProperty("schemas");

    public static IEnumerable<string> SchemaNames => Schemas.EnumerateObject().Select(schema => schema.Name);

    public static JsonElement Properties(string schema) => Schemas.GetProperty(schema).GetProperty("properties");
}
