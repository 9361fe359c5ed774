using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>
/// Source-generated writers of what is pushed with every message: what has no value is left out. They write property by property, without the
/// serializer's own way through a shape, which the ways of <see cref="ContractJsonOptions"/> need.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InBoundContact))]
[JsonSerializable(typeof(InBoundMeta))]
[JsonSerializable(typeof(InBoundMsgStatus))]
internal sealed partial class PushJson : JsonSerializerContext;
