using System.Text.Json;
using System.Text.Json.Serialization;

namespace MockMessaging.Floor;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(FloorMessage))]
internal sealed partial class FloorJson : JsonSerializerContext;
