using System.Text.Json.Serialization;

namespace MockMessaging.Http;

/// <summary>How refusals of the control plane are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SandboxProblem))]
internal sealed partial class SandboxProblemJson : JsonSerializerContext;
