using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class TelemetryTests
{
    private const string Traces = "/v1/traces";
    private const string Metrics = "/v1/metrics";
    private const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";
    private const string CallersSpan = "00f067aa0ba902b7";

    [Fact]
    public async Task Calls_and_the_pushes_they_cause_are_spans_of_the_callers_trace()
    {
        await using var otlp = await OtlpReceiver.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using (var server = await StartAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", otlp.Url), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_RESOURCE_ATTRIBUTES", "team=purple")))
        {
            var workspace = await TellingAsync(server, receiver.Url + "?secret=hook-secret");
            await workspace.CallAsync(
                HttpMethod.Post, "/api/v1/message/send?x-api-key=telemetry-key", TestWorkspace.Text(body: "between-us").ToJsonString(), "application/json",
                ("traceparent", $"00-{TraceId}-{CallersSpan}-01"), ("tracestate", "vendor=1"));
            await workspace.AdvanceAsync();
        }

        var parents = receiver.All.Select(push => push.Headers["traceparent"].Split('-')).ToList();
        Assert.Equal(3, parents.Count);
        Assert.All(parents, parent => Assert.Equal((TraceId, "01"), (parent[1], parent[3])));
        Assert.All(receiver.All, push => Assert.Equal("vendor=1", push.Headers["tracestate"]));

        // The call's span and three pushes, each push naming its own span to the receiver.
        Assert.Equal(4, otlp.Count(Traces, Convert.FromHexString(TraceId)));
        Assert.Equal(1, otlp.Count(Traces, Convert.FromHexString(CallersSpan)));
        Assert.All(parents, parent => Assert.Equal(1, otlp.Count(Traces, Convert.FromHexString(parent[2]))));
        foreach (var told in new[] { "POST api/v1/message/send", "push statuses", "mock-messaging", "purple", "DLVRD", "/hook" })
        {
            Assert.True(otlp.Holds(Traces, told), told);
        }

        foreach (var secret in new[] { "hook-secret", "between-us", "telemetry-key" })
        {
            Assert.False(otlp.Holds(Traces, secret) || otlp.Holds(Metrics, secret), secret);
        }
    }

    [Fact]
    public async Task Calls_without_a_trace_begin_one_that_their_pushes_carry()
    {
        await using var otlp = await OtlpReceiver.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using (var server = await StartAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", otlp.Url), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_SERVICE_NAME", "my-sandbox")))
        {
            var workspace = await TellingAsync(server, receiver.Url);
            await workspace.SendTextAsync();
            await workspace.SendTextAsync();
            await workspace.AdvanceAsync();
        }

        var traces = receiver.All.Select(push => push.Headers["traceparent"].Split('-')[1]).GroupBy(id => id).ToList();
        Assert.Equal([3, 3], traces.Select(trace => trace.Count()));
        Assert.All(traces, trace => Assert.Equal(4, otlp.Count(Traces, Convert.FromHexString(trace.Key))));
        Assert.True(otlp.Holds(Traces, "my-sandbox"));
        Assert.False(otlp.Holds(Traces, "mock-messaging"));
    }

    [Fact]
    public async Task Sampler_of_the_usual_variable_decides()
    {
        await using var otlp = await OtlpReceiver.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using (var server = await StartAsync(
            ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", otlp.Url + Traces), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_TRACES_SAMPLER", "parentbased_always_off")))
        {
            var workspace = await TellingAsync(server, receiver.Url);
            await workspace.CallAsync(HttpMethod.Post, "/api/v1/message/send", TestWorkspace.Text().ToJsonString(), "application/json", ("traceparent", $"00-{TraceId}-{CallersSpan}-00"));
            await workspace.AdvanceAsync();
        }

        Assert.All(receiver.All, push => Assert.Matches($"^00-{TraceId}-[0-9a-f]{{16}}-00$", push.Headers["traceparent"]));
        Assert.True(otlp.IsEmpty);
    }

    [Fact]
    public async Task Metrics_tell_what_happened_and_what_is_left()
    {
        await using var otlp = await OtlpReceiver.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using (var server = await StartAsync(("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", otlp.Url + Metrics), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")))
        {
            var workspace = await TellingAsync(server, receiver.Url);
            await workspace.SendTextAsync("+91 98765 40003");
            await workspace.AdvanceAsync();
            await workspace.CustomerWritesAsync();
            await workspace.PostAsync("/api/v1/message/send", new JsonObject());
        }

        string[] expected =
        [
            "mock_messaging.messages.accepted", "failed", "wa360", "mock_messaging.messages.received", "mock_messaging.statuses", "FAILD", "mock_messaging.push.duration", "delivered",
            "mock_messaging.refusals", "PARAM_INVALID", "mock_messaging.workspaces", "mock_messaging.timers.pending", "mock_messaging.pushes.pending", "mock_messaging.store.waiting",
            "http.server.request.duration", "dotnet.gc.collections",
        ];
        Assert.All(expected, told => Assert.True(otlp.Holds(Metrics, told), told));
        Assert.Equal(0, otlp.Count(Traces, Encoding.UTF8.GetBytes("push")));
    }

    [Fact]
    public async Task Servers_in_one_process_do_not_see_each_others_traces_and_metrics()
    {
        await using var otlp = await OtlpReceiver.StartAsync();
        await using var others = await OtlpReceiver.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using (var quiet = await MockServer.StartAsync(cancellationToken: TestWorkspace.Cancelled))
        await using (var server = await StartAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", otlp.Url), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")))
        await using (var other = await StartAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", others.Url), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")))
        {
            foreach (var silent in new[] { quiet, other })
            {
                var workspace = await TellingAsync(silent, receiver.Url);
                await workspace.PostAsync("/api/v1/event/push", new JsonObject { ["id"] = "1", ["eventName"] = "BOUGHT" });
                await workspace.SendTextAsync("+91 98765 40003");
                await workspace.AdvanceAsync();
            }

            await new TestWorkspace(server.BaseAddress, "telemetry-key").GetAsync("/api/v1/config/channels");
        }

        Assert.Equal(2, receiver.All.Count(push => !push.Headers.ContainsKey("traceparent")));
        Assert.True(otlp.Holds(Traces, "GET api/v1/config/channels"));
        Assert.False(otlp.Holds(Traces, "event/push"));
        Assert.False(otlp.Holds(Metrics, "event/push") || otlp.Holds(Metrics, "FAILD"));
        Assert.True(others.Holds(Traces, "event/push") && others.Holds(Metrics, "FAILD"));
    }

    [Theory]
    [InlineData("OTEL_SDK_DISABLED", "true")]
    [InlineData("OTEL_TRACES_EXPORTER", "none")]
    public async Task Nothing_is_exported_where_the_usual_variables_say_so(string name, string value)
    {
        await using var otlp = await OtlpReceiver.StartAsync();
        await using (var server = await StartAsync(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", otlp.Url), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRICS_EXPORTER", "none"), (name, value)))
        {
            await new TestWorkspace(server.BaseAddress, "telemetry-key").SendTextAsync();
        }

        Assert.True(otlp.IsEmpty);
    }

    private static async Task<TestWorkspace> TellingAsync(InProcessServer server, string url)
    {
        var workspace = new TestWorkspace(server.BaseAddress, "telemetry-key");
        await workspace.FreezeAsync();
        await workspace.RegisterWebhookAsync(url);
        return workspace;
    }

    private static Task<InProcessServer> StartAsync(params (string Name, string Value)[] settings) =>
        MockServer.StartAsync(settings);
}
