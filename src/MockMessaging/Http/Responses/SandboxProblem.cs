using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;
using MockMessaging.Errors;

namespace MockMessaging.Http;

/// <summary>An error of the control plane, as problem details.</summary>
/// <param name="Title">Name of the HTTP status.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">What is wrong and what to do.</param>
/// <param name="Field">The field or parameter that is wrong; absent if there is none.</param>
/// <param name="Problems">Everything that is wrong with a scenario, by line and column; absent for any other request.</param>
internal sealed record SandboxProblem(string Title, int Status, string Detail, string? Field = null, IReadOnlyList<PlacedProblem>? Problems = null)
{
    public static SandboxProblem Of(ApiException failure) =>
        new(ReasonPhrases.GetReasonPhrase(failure.Status), failure.Status, failure.Message, failure.Errors.Count > 0 ? failure.Errors[0].Field : null, failure.Problems is { Count: > 0 } problems ? problems : null);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SandboxProblem))]
internal sealed partial class SandboxProblemJson : JsonSerializerContext;
