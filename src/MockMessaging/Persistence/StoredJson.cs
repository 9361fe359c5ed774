using System.Text.Json.Serialization;
using MockMessaging.State;

namespace MockMessaging.Persistence;

/// <summary>How records stand in archives, and what is JSON within the data file.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(App))]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(SessionEntry))]
[JsonSerializable(typeof(MessageDetails))]
[JsonSerializable(typeof(DeliveryPlan))]
[JsonSerializable(typeof(OutcomeRule))]
[JsonSerializable(typeof(Fault))]
[JsonSerializable(typeof(Archive))]
[JsonSerializable(typeof(DigitalObject))]
[JsonSerializable(typeof(DigitalEvent))]
[JsonSerializable(typeof(Callback))]
[JsonSerializable(typeof(TraceContext))]
[JsonSerializable(typeof(WorkspaceRecord))]
[JsonSerializable(typeof(Progress))]
internal sealed partial class StoredJson : JsonSerializerContext;
