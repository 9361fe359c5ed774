using System.Text.Json.Nodes;
using MockMessaging.Seeding;
using MockMessaging.Tests.Contract;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("2.1")]
public sealed class SuccessTests(MockServer server)
{
    /// <summary>The documented operations that answer in an envelope, in both profiles.</summary>
    public static TheoryData<string, string, string> EveryEnvelope
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (var operation in VendorContract.Operations.Where(operation => operation.GetProperty("response200").GetString()!.StartsWith("Api", StringComparison.Ordinal)))
            {
                cases.Add(Steps.Documented, operation.GetProperty("method").GetString()!, operation.GetProperty("path").GetString()!);
                cases.Add(Steps.Production, operation.GetProperty("method").GetString()!, operation.GetProperty("path").GetString()!);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(EveryEnvelope))]
    [Shows("2.1.1", "2.1.2", "2.1.3")]
    public async Task Success_tells_status_results_trace_and_version(string fidelity, string method, string path)
    {
        var workspace = await server.InAsync(fidelity);

        var told = (await workspace.RawAsync(path, method == "GET" ? null : JsonNode.Parse(Fixtures.Request(path["/api/v1/".Length..].Replace('/', '-'))))).Ok().Body!;

        Assert.Equal(("200", "SUCCESS"), ((string)told["status"]!, (string)told["statusKey"]!));
        Assert.Equal(1_767_607_200_000, (long)told["timestamp"]!);
        Assert.NotEmpty(told["results"]!.AsArray());
        Assert.NotEmpty((string)told["traceid"]!);
        Assert.Equal("2024-11-19 14:31 UTC", (string?)told["serverVersion"] ?? "2024-11-19 14:31 UTC");
        Assert.True(fidelity == Steps.Documented || told.AsObject().ContainsKey("serverVersion"));
    }

    [Fact]
    [Shows("2.1.6")]
    public async Task Warnings_and_logs_stay_null_where_the_request_gave_no_cause()
    {
        var told = (await (await server.InAsync(Steps.Production)).RawAsync("/api/v1/config/channels", null)).Ok().Body!.AsObject();

        Assert.Equal((true, null, true, null), (told.ContainsKey("warnings"), told["warnings"], told.ContainsKey("logs"), told["logs"]));
    }
}
