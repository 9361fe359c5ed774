using System.Text.Json.Serialization;

namespace MockMessaging.Http;

/// <summary>A refusal of the control plane, as problem details.</summary>
/// <param name="Title">What kind of failure.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">What is wrong and how to mend it.</param>
/// <param name="Field">The field or parameter at fault, where there is one.</param>
public sealed record SandboxProblem(string Title, int Status, string Detail, string? Field = null);

/// <summary>How refusals of the control plane are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SandboxProblem))]
internal sealed partial class SandboxProblemJson : JsonSerializerContext;
