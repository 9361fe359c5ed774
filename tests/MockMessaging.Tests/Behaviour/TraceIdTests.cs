using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("2.4")]
public sealed class TraceIdTests(MockServer server)
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("2.4.1")]
    public async Task Trace_id_of_the_caller_comes_back_on_success_and_refusal(string fidelity)
    {
        var workspace = await server.InAsync(fidelity);

        var good = (await workspace.RawAsync("/api/v1/config/channels", null, ("x-trace-id", "mine-1"))).Ok();
        var bad = (await workspace.RawAsync(Steps.Send, new JsonObject(), ("x-trace-id", "mine-2"))).Is(HttpStatusCode.BadRequest);
        var byParameter = (await workspace.RawAsync("/api/v1/config/channels?x-trace-id=mine-3", null)).Ok();

        Assert.Equal(["mine-1", "mine-2", "mine-3"], new[] { good, bad, byParameter }.Select(answer => (string?)answer.Body!["traceid"]));
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("2.4.2")]
    public async Task Trace_id_is_made_in_the_vendors_shape_and_of_the_time(string fidelity)
    {
        var workspace = await server.InAsync(fidelity);

        var made = (string)(await workspace.RawAsync("/api/v1/config/channels", null)).Ok().Body!["traceid"]!;
        var next = (string)(await workspace.RawAsync(Steps.Send, new JsonObject())).Is(HttpStatusCode.BadRequest).Body!["traceid"]!;

        Assert.All([made, next], id => Assert.Matches("^[A-Z]{3}-[0-9a-z]{5}-[0-9A-Za-z]{11}-000000-[a-z]{3}-[0-9A-Za-z]{11}$", id));
        Assert.NotEqual(made, next);
        var parts = made.Split('-');
        Assert.Equal((1_767_607_200_000UL, 1_767_607_200_000UL), (Milliseconds(parts[2]), Milliseconds(parts[5])));
    }

    /// <summary>Ids hold the time above a counter of 22 bits.</summary>
    private static ulong Milliseconds(string id) => id.Aggregate(0UL, (value, digit) => (value * 62) + (ulong)Digits.IndexOf(digit, StringComparison.Ordinal)) >> 22;
}
