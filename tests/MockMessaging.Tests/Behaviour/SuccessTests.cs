using System.Text.Json.Nodes;
using MockMessaging.Seeding;
using MockMessaging.Tests.Contract;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("2.1")]
public sealed class SuccessTests(MockServer server)
{
    private static readonly string[] Keys =
    [
        "data", "details", "error", "errors", "exception", "extra", "logs", "message", "messageKey", "meta", "params", "path", "query", "redirectUrl", "results",
        "serverVersion", "status", "statusKey", "timestamp", "traceid", "traces", "warningKey", "warnings",
    ];

    /// <summary>The documented operations that answer in an envelope.</summary>
    public static TheoryData<string> EveryEnvelope =>
    [
        .. VendorContract.Operations
            .Where(operation => operation.GetProperty("response200").GetString()!.StartsWith("Api", StringComparison.Ordinal))
            .Select(operation => operation.GetProperty("path").GetString()!),
    ];

    [Theory]
    [MemberData(nameof(EveryEnvelope))]
    [Shows("2.1.1", "2.1.2", "2.1.3")]
    public async Task Success_tells_status_results_trace_and_version(string path)
    {
        foreach (var fidelity in new[] { Steps.Documented, Steps.Production })
        {
            var told = await TellAsync(fidelity, path);

            Assert.Equal(("200", "SUCCESS"), ((string)told["status"]!, (string)told["statusKey"]!));
            Assert.Equal(1_767_607_200_000, (long)told["timestamp"]!);
            Assert.NotEmpty(told["results"]!.AsArray());
            Assert.NotEmpty((string)told["traceid"]!);

            // The document's small envelope has no place for the stamp.
            Assert.Equal(told.Count == 8 ? null : "2024-11-19 14:31 UTC", (string?)told["serverVersion"]);
        }
    }

    [Theory]
    [MemberData(nameof(EveryEnvelope))]
    [Shows("2.1.2", "2.1.5", "2.1.6")]
    public async Task Live_service_writes_null_for_all_it_does_not_tell(string path)
    {
        var told = await TellAsync(Steps.Production, path);

        Assert.Equal(Keys, told.Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["results", "serverVersion", "status", "statusKey", "timestamp", "traceid"],
            told.Where(property => property.Value is not null && property.Key != "meta").Select(property => property.Key).Order(StringComparer.Ordinal));
    }

    private async Task<JsonObject> TellAsync(string fidelity, string path)
    {
        var example = path.StartsWith("/api/v1/config/", StringComparison.Ordinal) && path != "/api/v1/config/webhook"
            ? null
            : JsonNode.Parse(Fixtures.Request(path["/api/v1/".Length..].Replace('/', '-')));
        return (await (await server.InAsync(fidelity)).RawAsync(path, example)).Ok().Body!.AsObject();
    }
}
