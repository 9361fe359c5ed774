using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MockMessaging.Conversations;
using MockMessaging.Fidelity;
using MockMessaging.Time;
using MockMessaging.Webhooks;

namespace MockMessaging.Control;

/// <summary>Shapes of the control plane.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(ControlEnumConverter<ClockMode>), typeof(ControlEnumConverter<FidelityMode>)])]
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
internal sealed partial class ControlJson : JsonSerializerContext;
