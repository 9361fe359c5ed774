using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Crashes;

/// <summary>A disk that becomes full while the real process is under load.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const string Reason = "(Storage:Path) cannot be written";

    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    [Theory]
    [InlineData("Strict")]
    [InlineData("Relaxed")]
    public async Task Changes_are_refused_and_what_was_acknowledged_is_there_once_there_is_room(string durability)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using (var server = await RealServer.StartOnFullDiskAsync(_folder, kilobytes: 600, "--Storage:Durability", durability))
        {
            var workspace = new TestWorkspace(server.BaseAddress, "mine");
            await workspace.RegisterWebhookAsync(receiver.Url);
            var clients = Enumerable.Range(0, 4).Select(client => new LoadClient(workspace, "10" + client, null, static () => { })).ToList();

            await Task.WhenAll(clients.Select(client => client.RunAsync()));

            Assert.All(clients, client => Refused(client.Refusal!));
            await StandsStillAsync(workspace);
            Assert.Equal(0, await server.TerminateAsync());
            Assert.Equal("", server.Errors);
            Assert.DoesNotContain("   at ", server.Output, StringComparison.Ordinal);
            await CheckAsync(clients, receiver, lossless: durability == "Strict");
        }
    }

    [Fact]
    public async Task Log_that_has_no_room_in_the_data_file_at_the_end_is_reported_and_read_by_the_next_run()
    {
        const int Kilobytes = 1_000;
        for (var run = 0; run < 2; run++)
        {
            await using var server = await RealServer.StartOnFullDiskAsync(_folder, Kilobytes);
            var workspace = new TestWorkspace(server.BaseAddress, "mine");
            await workspace.FreezeAsync();
            await workspace.SendTextAsync(body: new string('x', 250_000));
            await workspace.SendTextAsync(body: new string('x', 250_000));
            await server.TerminateAsync();
            Assert.Equal(run == 1, server.Output.Contains("(Storage:Path) could not be closed in order", StringComparison.Ordinal));
        }

        await using var next = await RealServer.StartAsync(_folder);
        Assert.Equal(4, (int)(await new TestWorkspace(next.BaseAddress, "mine").LookAsync())["messages"]!);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task StandsStillAsync(TestWorkspace workspace)
    {
        Refused(await workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text()));
        Refused(await workspace.PostAsync("/_sandbox/clock/advance", new JsonObject { ["by"] = "PT1H" }));
        Refused(await workspace.CallAsync(HttpMethod.Put, "/_sandbox/clock", """{"mode":"frozen"}"""));
        Refused(await workspace.CallAsync(HttpMethod.Delete, "/_sandbox/workspace", null));
        Assert.Contains("Storage:Path", (await workspace.GetAsync("/healthz/ready")).Is(HttpStatusCode.ServiceUnavailable).Text, StringComparison.Ordinal);
        (await workspace.GetAsync("/healthz/live")).Ok();
        (await workspace.GetAsync("/api/v1/config/channels")).Ok();
        Assert.NotEmpty((await workspace.GetAsync("/_sandbox/messages")).Ok().Body!["messages"]!.AsArray());
    }

    private static void Refused(Answer answer)
    {
        answer.Is(HttpStatusCode.ServiceUnavailable);
        Assert.Contains(Reason, answer.Text, StringComparison.Ordinal);
    }

    private async Task CheckAsync(IReadOnlyList<LoadClient> clients, WebhookReceiver receiver, bool lossless)
    {
        await using var server = await RealServer.StartAsync(_folder);
        var workspace = new TestWorkspace(server.BaseAddress, "mine");
        var kept = await Kept.LookAsync(workspace);
        (await workspace.GetAsync("/healthz/ready")).Ok();
        Assert.Equal(receiver.Url, kept.Webhook);
        foreach (var client in clients)
        {
            var there = client.Sent.TakeWhile(message => kept.StatusById.ContainsKey(message.Id)).ToList();
            Assert.NotEmpty(there);
            Assert.True(!lossless || there.Count == client.Sent.Count, "A message is lost.");
            Assert.All(there, message => Assert.True(kept.StatusById[message.Id] is "READ" or "FAILD", kept.StatusById[message.Id]));
        }

        await workspace.SendTextAsync();
    }
}
