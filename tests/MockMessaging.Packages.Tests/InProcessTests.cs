using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MockMessaging.Contract;
using MockMessaging.Control;
using MockMessaging.Fidelity;
using MockMessaging.Time;
using Xunit;

namespace MockMessaging.Packages.Tests;

/// <summary>The sandbox as a .NET test hosts it.</summary>
public sealed class InProcessTests
{
    private const string WhatsApp = "wa360:918828218374";
    private const string Phone = "+91 98765 43210";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static OutBoundMsg Text => new() { ChannelId = WhatsApp, To = new OutBoundContact { Phone = Phone }, Type = "text", Text = new OutBoundMsgText { Body = "Hello" } };

    [Fact]
    public async Task Server_has_a_workspace()
    {
        await using var sandbox = await MockMessagingServer.StartAsync(cancellationToken: Cancelled);
        await sandbox.Workspace.Clock.FreezeAsync(cancellationToken: Cancelled);

        var sent = await sandbox.Workspace.Messages.SendAsync(Text, Cancelled);
        await sandbox.Workspace.Clock.AdvanceAsync(TimeSpan.FromSeconds(5), Cancelled);
        var message = await sandbox.Workspace.WaitForAsync(sent.Id!, MessageStatus.Read, cancellationToken: Cancelled);
        var written = await sandbox.Workspace.Inbound.SendAsync("+919988776655", "Where is my order?", cancellationToken: Cancelled);

        Assert.Equal("READ", message.Status);
        Assert.Equal("Where is my order?", (string?)written.Message["text"]!["body"]);
        Assert.Equal(written.Message["contactId"]!.ToString(), (await sandbox.Workspace.Messages.ListAsync("inbound", text: "where is", cancellationToken: Cancelled)).Messages.Single().ContactId);
    }

    [Fact]
    public async Task Created_workspaces_do_not_see_each_other()
    {
        await using var sandbox = await MockMessagingServer.StartAsync(cancellationToken: Cancelled);
        var one = await sandbox.CreateWorkspaceAsync(Cancelled);
        var other = await sandbox.CreateWorkspaceAsync(Cancelled);

        await one.Messages.SendAsync(Text, Cancelled);

        Assert.Single((await one.Messages.ListAsync(text: "Hello", cancellationToken: Cancelled)).Messages);
        Assert.Empty((await other.Messages.ListAsync(text: "Hello", cancellationToken: Cancelled)).Messages);
        Assert.Empty((await sandbox.Workspace.Messages.ListAsync(text: "Hello", cancellationToken: Cancelled)).Messages);
    }

    [Fact]
    public async Task Created_workspace_is_none_of_an_earlier_run()
    {
        var folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;
        string earlier;
        await using (var first = await StartAsync())
        {
            earlier = (await first.CreateWorkspaceAsync(Cancelled)).Key;
        }

        await using (var second = await StartAsync())
        {
            Assert.NotEqual(earlier, (await second.CreateWorkspaceAsync(Cancelled)).Key);
        }

        Directory.Delete(folder, recursive: true);

        Task<MockMessagingServer> StartAsync() => MockMessagingServer.StartAsync(options => options.Storage.Path = Path.Combine(folder, "data.db"), Cancelled);
    }

    [Fact]
    public async Task Created_workspaces_take_the_keys_that_are_let_in()
    {
        await using var sandbox = await MockMessagingServer.StartAsync(
            options =>
            {
                options.Auth.Keys.Add("alpha");
                options.Auth.Keys.Add("beta");
            },
            Cancelled);

        var created = await sandbox.CreateWorkspaceAsync(Cancelled);

        Assert.Equal("alpha", sandbox.Workspace.Key);
        Assert.Equal("beta", created.Key);
        await created.GetAsync(Cancelled);
        Assert.Contains("Auth:Keys", (await Assert.ThrowsAsync<InvalidOperationException>(() => sandbox.CreateWorkspaceAsync(Cancelled))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documented_api_is_called_with_the_workspaces_own_client()
    {
        await using var sandbox = await MockMessagingServer.StartAsync(options => options.Control.Token = "secret", Cancelled);

        var answer = await sandbox.Workspace.HttpClient.PostAsJsonAsync("/api/v1/message/send", new { channelId = WhatsApp, to = new { phone = Phone }, type = "text", text = new { body = "Hello" } }, Cancelled);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("outbound", Assert.Single((await sandbox.Workspace.Messages.ListAsync(text: "Hello", cancellationToken: Cancelled)).Messages).Direction);
    }

    [Fact]
    public async Task Options_are_settings()
    {
        await using var sandbox = await MockMessagingServer.StartAsync(
            options =>
            {
                options.Fidelity = FidelityMode.Production;
                options.Rules = RulesMode.Enforce;
                options.Sessions.CareWindow = false;
                options.Delivery.ReadDelayMilliseconds = 60_000;
                options.Settings["delivery:sentDelayMilliseconds"] = "30000";
            },
            Cancelled);
        await sandbox.Workspace.Clock.FreezeAsync(cancellationToken: Cancelled);
        var sent = await sandbox.Workspace.Messages.SendAsync(Text, Cancelled);

        var due = (await sandbox.Workspace.Messages.GetAsync(sent.Id!, Cancelled)).Timeline.Where(entry => entry.What == "due").ToDictionary(entry => entry.Status!, entry => entry.At);

        Assert.Equal(FidelityMode.Production, (await sandbox.Workspace.GetAsync(Cancelled)).Fidelity);
        Assert.Equal(RulesMode.Enforce, (await sandbox.Workspace.ListProviderRulesAsync(Cancelled)).Mode);
        Assert.Equal(RulesMode.Off, (await sandbox.Workspace.ConfigureAsync(new WorkspaceChange { Rules = RulesMode.Off }, Cancelled)).Rules);
        Assert.Equal(TimeSpan.FromSeconds(30), due["READ"] - due["SENT"]);
    }

    [Fact]
    public async Task Wrong_options_are_refused_with_the_names_of_their_settings()
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => MockMessagingServer.StartAsync(
            options =>
            {
                options.Delivery.ReadDelayMilliseconds = -1;
                options.Limits.MaxWorkspaces = 0;
            },
            Cancelled));

        Assert.Contains("Delivery:ReadDelayMilliseconds: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Limits:MaxWorkspaces: ", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Delivery:ReadDelay", "Delivery:ReadDelay: there is no such setting; did you mean Delivery:ReadDelayMilliseconds?")]
    [InlineData("Colour", "Colour: there is no such setting.")]
    public async Task Setting_that_does_not_exist_is_refused(string name, string problem) =>
        Assert.Equal(problem, Assert.Single((await Assert.ThrowsAsync<OptionsValidationException>(() => MockMessagingServer.StartAsync(options => options.Settings[name] = "0", Cancelled))).Failures));

    [Fact]
    public async Task Log_goes_where_it_is_asked_for()
    {
        var lines = new System.Collections.Concurrent.ConcurrentQueue<string>();

        await using (await MockMessagingServer.StartAsync(options => options.LogTo(lines.Enqueue), Cancelled))
        {
        }

        Assert.Contains(lines, line => line.StartsWith($"{LogLevel.Information} ", StringComparison.Ordinal) && line.Contains("MockMessaging has started", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Port_in_use_is_told_and_the_data_file_is_free_again()
    {
        var folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;
        await using var first = await MockMessagingServer.StartAsync(cancellationToken: Cancelled);

        var refusal = await Assert.ThrowsAsync<IOException>(() => StartAsync(first.BaseAddress.Port));
        await using (await StartAsync(0))
        {
        }

        Assert.Contains(first.BaseAddress.Authority, refusal.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);

        Task<MockMessagingServer> StartAsync(int port) => MockMessagingServer.StartAsync(
            options =>
            {
                options.Port = port;
                options.Storage.Path = Path.Combine(folder, "data.db");
            },
            Cancelled);
    }

    [Theory]
    [InlineData("messaging")]
    [InlineData("sandbox")]
    public async Task Documents_explain_every_operation(string document)
    {
        await using var sandbox = await MockMessagingServer.StartAsync(cancellationToken: Cancelled);

        var paths = (await sandbox.Workspace.HttpClient.GetFromJsonAsync<JsonNode>($"/swagger/{document}/openapi.json", Cancelled))!["paths"]!.AsObject();

        Assert.NotEmpty(paths);
        Assert.All(paths.SelectMany(path => path.Value!.AsObject()), operation => Assert.NotEmpty((string?)operation.Value!["summary"] ?? ""));
    }

    [Fact]
    public async Task Listens_where_it_is_told_to()
    {
        await using var sandbox = await MockMessagingServer.StartAsync(options => options.Url = "http://0.0.0.0:0", Cancelled);

        Assert.Equal("127.0.0.1", sandbox.BaseAddress.Host);
        Assert.Equal(ClockMode.Real, (await sandbox.Workspace.Clock.GetAsync(Cancelled)).Mode);
    }

    [Fact]
    public async Task Server_stops_although_somebody_waits_for_pushes()
    {
        var sandbox = await MockMessagingServer.StartAsync(cancellationToken: Cancelled);
        var waiting = sandbox.Workspace.Pushes.OutboxAsync(wait: TimeSpan.FromMinutes(5), cancellationToken: Cancelled);
        await sandbox.Workspace.GetAsync(Cancelled);

        await sandbox.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(15), Cancelled);

        await Task.WhenAny(waiting);
    }
}
