using System.Text.Json.Serialization;
using MockMessaging.Conversations;
using MockMessaging.Fidelity;
using MockMessaging.Time;

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
[JsonSerializable(typeof(NoteRequest))]
[JsonSerializable(typeof(NoteView))]
internal sealed partial class ControlJson : JsonSerializerContext;
