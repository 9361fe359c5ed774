using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MockMessaging.Contract;
using MockMessaging.Conversations;
using MockMessaging.Fidelity;
using MockMessaging.Time;
using MockMessaging.Webhooks;

namespace MockMessaging.Control;

/// <summary>JSON type information for every body of the control plane.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(ControlEnumConverter<ClockMode>), typeof(ControlEnumConverter<FidelityMode>), typeof(ControlEnumConverter<RulesMode>)])]
[JsonSerializable(typeof(CustomerMessage))]
[JsonSerializable(typeof(InboundAnswer))]
[JsonSerializable(typeof(PushList))]
[JsonSerializable(typeof(CallbackList))]
[JsonSerializable(typeof(WorkspaceView))]
[JsonSerializable(typeof(WorkspaceChange))]
[JsonSerializable(typeof(ClockChange))]
[JsonSerializable(typeof(ClockView))]
[JsonSerializable(typeof(AdvanceRequest))]
[JsonSerializable(typeof(AdvanceAnswer))]
[JsonSerializable(typeof(OutcomeList))]
[JsonSerializable(typeof(OutcomeRuleRequest))]
[JsonSerializable(typeof(OutcomeRuleView))]
[JsonSerializable(typeof(ProviderRuleList))]
[JsonSerializable(typeof(FaultRequest))]
[JsonSerializable(typeof(FaultView))]
[JsonSerializable(typeof(FaultList))]
[JsonSerializable(typeof(MessageList))]
[JsonSerializable(typeof(MessageDetail))]
[JsonSerializable(typeof(ForcedStatus))]
[JsonSerializable(typeof(RequestList))]
[JsonSerializable(typeof(VerifyRequest))]
[JsonSerializable(typeof(VerifyAnswer))]
[JsonSerializable(typeof(IdleView))]
[JsonSerializable(typeof(WaitProblem))]
[JsonSerializable(typeof(PushDetail))]
[JsonSerializable(typeof(PushRequest))]
[JsonSerializable(typeof(WebhookCheck))]
[JsonSerializable(typeof(OutboxList))]
[JsonSerializable(typeof(EventView))]
[JsonSerializable(typeof(SnapshotRequest))]
[JsonSerializable(typeof(SnapshotView))]
[JsonSerializable(typeof(SnapshotList))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(ForkRequest))]
[JsonSerializable(typeof(ForkView))]
[JsonSerializable(typeof(TrafficRequest))]
[JsonSerializable(typeof(TrafficView))]
[JsonSerializable(typeof(TrafficList))]
[JsonSerializable(typeof(NoteRequest))]
[JsonSerializable(typeof(NoteView))]
[JsonSerializable(typeof(ChannelList))]
[JsonSerializable(typeof(ChannelRequest))]
[JsonSerializable(typeof(TemplateList))]
[JsonSerializable(typeof(TemplateRequest))]
[JsonSerializable(typeof(TemplateStatusRequest))]
[JsonSerializable(typeof(AppList))]
[JsonSerializable(typeof(AppRequest))]
[JsonSerializable(typeof(VariableList))]
[JsonSerializable(typeof(VariableRequest))]
[JsonSerializable(typeof(ConversationList))]
[JsonSerializable(typeof(ConversationView))]
[JsonSerializable(typeof(WorkspaceList))]
[JsonSerializable(typeof(DueList))]
[JsonSerializable(typeof(StreamOpened))]
[JsonSerializable(typeof(FaultChange))]
[JsonSerializable(typeof(MediaList))]
[JsonSerializable(typeof(MediaView))]
[JsonSerializable(typeof(Scenario))]
[JsonSerializable(typeof(ScenarioView))]
[JsonSerializable(typeof(ScenarioList))]
internal sealed partial class ControlJson : JsonSerializerContext;

/// <summary>How the control plane reads and writes its own shapes and the vendor's.</summary>
internal static class ControlJsonOptions
{
    /// <summary>For requests. A number is no string here, since a wrong type is a mistake in a test.</summary>
    public static JsonSerializerOptions Request { get; } = Make(options =>
    {
        options.MaxDepth = ContractJsonOptions.DeepestRequest;
        options.Converters.Add(new WholeNodeConverter<JsonNode>());
        options.Converters.Add(new WholeNodeConverter<JsonObject>());
    });

    /// <summary>For responses, on the server and in the client.</summary>
    public static JsonSerializerOptions Wire { get; } = Make(static options => options.Converters.Add(new LenientStringConverter()));

    private static JsonSerializerOptions Make(Action<JsonSerializerOptions> set)
    {
        var options = new JsonSerializerOptions(ControlJson.Default.Options)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(ControlJson.Default, ContractJson.Default).WithAddedModifier(GivenItems.Keep),
            Encoder = ContractJsonOptions.Sparse.Encoder,
        };
        set(options);
        options.MakeReadOnly();
        return options;
    }
}

/// <summary>Writes an enum in camel case, reads it in any case, and lists the allowed values in the error.</summary>
internal sealed class ControlEnumConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly string[] Words = [.. Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var word = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return Enum.GetNames<T>().Contains(word, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<T>(word!, ignoreCase: true)
            : throw new JsonException($"possible values: {string.Join(", ", Words)}{(word is null ? "" : NearestName.DidYouMean(word, Words))}");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
}
