using System.Text.Json.Serialization;
using MockMessaging.State;

namespace MockMessaging.Persistence;

/// <summary>The JSON of records in archives, and of the JSON fields in the data file.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(App))]
[JsonSerializable(typeof(ConfigurationItem))]
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
[JsonSerializable(typeof(PlannedMessage))]
[JsonSerializable(typeof(MediaFile))]
[JsonSerializable(typeof(MediaRules))]
[JsonSerializable(typeof(TraceContext))]
[JsonSerializable(typeof(WorkspaceRecord))]
[JsonSerializable(typeof(Progress))]
internal sealed partial class StoredJson : JsonSerializerContext;
