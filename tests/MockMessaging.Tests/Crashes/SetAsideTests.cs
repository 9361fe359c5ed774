using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using MockMessaging.Persistence;
using MockMessaging.Storage;
using Xunit;

namespace MockMessaging.Tests.Crashes;

/// <summary>A data file with a record that cannot be used: the server starts, and only the workspace it belongs to is set aside.</summary>
public sealed class SetAsideTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    private string DataFile => Path.Combine(_folder, "data.db");

    [Theory]
    [InlineData("Contact", """{"nonsense":true}""", "id")]
    [InlineData("Session", """{"id":"a","contactId":"nobody","createdAt":1,"routingId":"r"}""", "nobody")]
    [InlineData("Message", """{"id":"695b8d200000000000000001","session":"nowhere","type":"text","at":1,"body":{}}""", "nowhere")]
    [InlineData("Message", """{"id":"695b8d200000000000000001","session":"S","inbound":true,"type":"text","at":253402300799999,"body":{}}""", "at")]
    [InlineData("Message", """{"id":"695b8d200000000000000001","session":"S","inbound":true,"type":7,"at":1,"body":{}}""", "type")]
    [InlineData("App", """{"id":"a","keyName":"k","queue":"q","appType":"WEBHOOK","webhook":null}""", "webhook")]
    [InlineData("Progress", """{"fired":{"dueMs":253402300799999,"recordId":1,"step":0},"ids":1,"rolls":0}""", "fired.dueMs")]
    [InlineData("Contact", """{"version":99,"id":"1"}""", "newer version")]
    public async Task Only_its_workspace_is_set_aside_and_a_reset_heals_it(string kind, string record, string reason)
    {
        var (session, generation) = await FillAsync();
        Put(kind, new RecordKey(generation, 1_000_000), record.Replace("\"S\"", $"\"{session}\"", StringComparison.Ordinal));

        await using (var server = await StartAsync())
        {
            await new TestWorkspace(server.BaseAddress, "other").SendTextAsync();
            var workspace = new TestWorkspace(server.BaseAddress, "broken");
            var refusal = (await workspace.GetAsync("/_sandbox/workspace")).Is(HttpStatusCode.ServiceUnavailable);
            Assert.Contains(reason, refusal.Text, StringComparison.Ordinal);
            Assert.Contains("DELETE /_sandbox/workspace", refusal.Text, StringComparison.Ordinal);
            (await workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text())).Is(HttpStatusCode.ServiceUnavailable);
        }

        Assert.Contains(Kept(), record => record.Key.Id == 1_000_000);
        await using (var server = await StartAsync())
        {
            await new TestWorkspace(server.BaseAddress, "broken").ResetAsync();
            await new TestWorkspace(server.BaseAddress, "broken").SendTextAsync();
        }

        Assert.DoesNotContain(Kept(), record => record.Key.Id == 1_000_000);
        await HoldsAsync("broken", 1);
        await HoldsAsync("other", 2);
    }

    [Theory]
    [InlineData("""{"key":"broken","generation":1,"seed":3,"fidelity":"Nonsense"}""")]
    [InlineData("""{"key":"broken","seed":3}""")]
    [InlineData("""{"key":"broken","generation":1,"seed":3,"delays":{"sentMs":-5}}""")]
    public async Task Entry_that_still_tells_its_key_is_set_aside_under_it(string entry)
    {
        var (_, generation) = await FillAsync();
        var entryKey = Entry("broken").Key;
        Put("Workspace", entryKey, entry.Replace("\"generation\":1", $"\"generation\":{generation}", StringComparison.Ordinal));

        await using (var server = await StartAsync())
        {
            var workspace = new TestWorkspace(server.BaseAddress, "broken");
            (await workspace.GetAsync("/_sandbox/workspace")).Is(HttpStatusCode.ServiceUnavailable);
            await workspace.ResetAsync();
        }

        await HoldsAsync("broken", 0);
        await HoldsAsync("other", 1);
    }

    [Fact]
    public async Task Records_of_an_entry_that_tells_no_key_stay_in_the_file()
    {
        var (_, generation) = await FillAsync();
        var entryKey = Entry("broken").Key;
        Put("Workspace", entryKey, """{"nonsense":true}""");

        await HoldsAsync("broken", 0);

        Assert.Contains(Kept(), record => record.Key.Generation == generation && record.Collection == "messages");
        await HoldsAsync("other", 1);
    }

    [Theory]
    [InlineData("Real", 1, "9999-12-31T23:59:59.9999999+00:00")]
    [InlineData("Frozen", 0, "9999-12-31T23:59:59.9999999+00:00")]
    [InlineData("Scaled", 1e15, "2026-01-05T10:00:00+00:00")]
    [InlineData("Scaled", -1, "0001-01-01T00:00:00+00:00")]
    public async Task Clock_at_the_end_of_time_keeps_no_server_from_starting(string mode, double scale, string now)
    {
        var (_, generation) = await FillAsync();
        var entryKey = Entry("broken").Key;
        var clock = FormattableString.Invariant($$"""{"mode":"{{mode}}","scale":{{scale}},"now":"{{now}}","hostNow":"2020-01-05T10:00:00+00:00" }""");
        var entry = FormattableString.Invariant($$"""{"key":"broken","generation":{{generation}},"seed":3,"clock":{{clock}} }""");
        Put("Workspace", entryKey, entry);

        await using (var server = await StartAsync())
        {
            await new TestWorkspace(server.BaseAddress, "other").SendTextAsync();
            await new TestWorkspace(server.BaseAddress, "broken").ResetAsync();
            await new TestWorkspace(server.BaseAddress, "broken").SendTextAsync();
        }

        await HoldsAsync("broken", 1);
    }

    [Fact]
    public async Task Log_names_the_workspace_by_its_masked_key()
    {
        var (_, generation) = await FillAsync();
        Put("Contact", new RecordKey(generation, 1_000_000), "{}");
        using var log = new LogCapture();

        await using var server = await StartAsync(log);
        await new TestWorkspace(server.BaseAddress, "other").SendTextAsync();

        var line = Assert.Single(log.Lines, line => line.Level == LogLevel.Error);
        Assert.Contains("br…en", line.Text, StringComparison.Ordinal);
        Assert.Contains("record 1000000 of kind Contact", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snapshot_of_which_a_part_cannot_be_read_is_set_aside_whole()
    {
        await FillAsync();
        const string Part = """{"key":"broken","name":"NAME","takenAt":1,"messages":0,"parts":PARTS,"content":"CONTENT"}""";
        Put("Snapshot", new RecordKey(0, 1_000_000), Part.Replace("NAME", "cut", StringComparison.Ordinal).Replace("PARTS", "2", StringComparison.Ordinal));
        Put("Snapshot", new RecordKey(0, 1_000_001), """{"key":"broken","name":"cut","content":7}""");
        Put("Snapshot", new RecordKey(0, 1_000_002), Part.Replace("NAME", "whole", StringComparison.Ordinal).Replace("PARTS", "1", StringComparison.Ordinal));
        using var log = new LogCapture();

        await using var server = await StartAsync(log);

        var listed = (await new TestWorkspace(server.BaseAddress, "broken").GetAsync("/_sandbox/snapshots")).Ok().Body!["snapshots"]!.AsArray();
        Assert.Equal(["whole"], listed.Select(snapshot => (string?)snapshot!["name"]));
        Assert.Contains(log.Lines, line => line.Text.StartsWith("Snapshot cut of workspace br…en is set aside: only 1 of its 2 parts", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<InProcessServer> StartAsync(LogCapture log) => MockServer.StartAsync(
        options =>
        {
            options.Storage.Path = DataFile;
            options.Loggers.Add(log);
        },
        TestWorkspace.Cancelled);

    private Task<InProcessServer> StartAsync() => MockServer.StartAsync(("Storage:Path", DataFile));

    /// <summary>Two workspaces with a message each; tells a session and the generation of the first.</summary>
    private async Task<(string Session, int Generation)> FillAsync()
    {
        string session;
        await using (var server = await StartAsync())
        {
            session = await new TestWorkspace(server.BaseAddress, "broken").SessionAsync();
            await new TestWorkspace(server.BaseAddress, "other").SendTextAsync();
        }

        return (session, Entry("broken").Fields!["generation"].AsInt32);
    }

    private async Task HoldsAsync(string key, int messages)
    {
        await using var server = await StartAsync();
        var held = (await new TestWorkspace(server.BaseAddress, key).GetAsync("/_sandbox/messages?direction=outbound")).Ok().Body!["messages"]!.AsArray();

        // Those of the example conversations lie in the past, and ids begin with their time.
        Assert.Equal(messages, held.Count(message => string.CompareOrdinal((string)message!["id"]!, "69") >= 0));
    }

    private StoredRecord Entry(string key) => Kept().Single(record => record.Collection == "workspaces" && record.Fields!["key"] == key);

    private List<StoredRecord> Kept()
    {
        using var file = Open();
        return [.. file.ReadAll()];
    }

    private void Put(string kind, RecordKey key, string json)
    {
        using var file = Open();
        var of = RecordKinds.Named(kind)!;
        file.Commit([new StoredRecord(of.Collection, key, BsonJson.FromJson(Encoding.UTF8.GetBytes(json), of.JsonFields))], []);
    }

    private LiteFile Open() => new(DataFile, RecordKinds.Collections, fillsLogAhead: false);
}
