using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>Source-generated readers and writers of wire shapes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ApiResponse<Attachment>))]
[JsonSerializable(typeof(ApiResponse<ClientApp>))]
[JsonSerializable(typeof(ApiResponse<CompanyVarsConfigDoc>))]
[JsonSerializable(typeof(ApiResponse<DigitalEventDto>))]
[JsonSerializable(typeof(ApiResponse<DigitalObjectDto>))]
[JsonSerializable(typeof(ApiResponse<HSMTemplateDoc>))]
[JsonSerializable(typeof(ApiResponse<OutBoundReciept>))]
[JsonSerializable(typeof(ApiResponse<OutboxMessage>))]
[JsonSerializable(typeof(ApiResponse<ChatMessageDTO>))]
[JsonSerializable(typeof(ApiResponse<InBoundEvent>))]
[JsonSerializable(typeof(ApiResponse<MsgChannel>))]
[JsonSerializable(typeof(ApiResultsMetaCompactResponse<ChatMessageDTO>))]
[JsonSerializable(typeof(ApiResultsMetaCompactResponse<InBoundEvent>))]
[JsonSerializable(typeof(ApiResultsMetaCompactResponse<MsgChannel>))]
[JsonSerializable(typeof(ContactInfoUpdate))]
[JsonSerializable(typeof(ContactPrefsUpdate))]
[JsonSerializable(typeof(DigitalEventDto))]
[JsonSerializable(typeof(DigitalObjectDto))]
[JsonSerializable(typeof(InBoundContact))]
[JsonSerializable(typeof(InBoundWrapper))]
[JsonSerializable(typeof(MapModel))]
[JsonSerializable(typeof(OutBoundMsg))]
[JsonSerializable(typeof(SessionQueueAssignment))]
[JsonSerializable(typeof(SessionStatusClose))]
[JsonSerializable(typeof(WebhookUrlRequest))]
public sealed partial class ContractJson : JsonSerializerContext;

/// <summary>
/// Source-generated writers of status pushes and of the parts that all pushes have, without properties that are null.
/// They are faster than <see cref="ContractJsonOptions"/> because they write property by property.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InBoundContact))]
[JsonSerializable(typeof(InBoundMeta))]
[JsonSerializable(typeof(InBoundMsgStatus))]
internal sealed partial class PushJson : JsonSerializerContext;
