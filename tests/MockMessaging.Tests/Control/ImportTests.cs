using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Control;

/// <summary>An archive is checked whole before anything is replaced, and a refusal names the field and the way to mend it.</summary>
public sealed class ImportTests(MockServer server)
{
    [Theory]
    [InlineData("version", "99", "version")]
    [InlineData("fidelity", "\"Imagined\"", "fidelity")]
    [InlineData("rules", "\"Never\"", "rules")]
    [InlineData("delays", """{"sentMs":-1}""", "delays.sentMs")]
    [InlineData("delays", """{"readMs":9000000000000}""", "delays.readMs")]
    [InlineData("clock", """{"mode":"Scaled","scale":1e15,"now":"2026-01-05T10:00:00Z","hostNow":"2026-01-05T10:00:00Z"}""", "clock.scale")]
    [InlineData("clock", """{"mode":"Scaled","scale":0,"now":"2026-01-05T10:00:00Z","hostNow":"2026-01-05T10:00:00Z"}""", "clock.scale")]
    [InlineData("clock", """{"mode":"Frozen","scale":0,"now":"9999-01-05T10:00:00Z","hostNow":"2026-01-05T10:00:00Z"}""", "clock.now")]
    [InlineData("clock", """{"mode":"Real","scale":1,"now":"1969-01-05T10:00:00Z","hostNow":"2026-01-05T10:00:00Z"}""", "clock.now")]
    [InlineData("clock", """{"mode":7,"scale":1,"now":"2026-01-05T10:00:00Z","hostNow":"2026-01-05T10:00:00Z"}""", "clock.mode")]
    public Task Head_that_no_request_could_have_made_is_refused(string name, string value, string field) =>
        RefusedAsync(archive => archive[name] = JsonNode.Parse(value), field);

    [Theory]
    [InlineData("Message", "session", "\"nowhere\"", "session")]
    [InlineData("Message", "id", "\"zzz\"", "id")]
    [InlineData("Message", "type", "null", "type")]
    [InlineData("Message", "at", "-1", "at")]
    [InlineData("Message", "at", "\"noon\"", "at")]
    [InlineData("Message", "fired", "9", "fired")]
    [InlineData("Message", "plan", "null", "plan")]
    [InlineData("Message", "plan", """{"outcome":"read","stages":[{"offsetMs":-5,"status":"SENT"}]}""", "plan.stages[0].offsetMs")]
    [InlineData("Message", "plan", """{"outcome":"read","stages":[{"offsetMs":9000000000000000000,"status":"SENT"}]}""", "plan.stages[0].offsetMs")]
    [InlineData("Message", "body", "7", "body")]
    [InlineData("Message", "body", """{"to":7}""", "body.to")]
    [InlineData("Contact", "contactType", "\"PIGEON\"", "contactType")]
    [InlineData("Contact", "createdAt", "999999999999999", "createdAt")]
    [InlineData("Contact", "csid", "null", "csid")]
    [InlineData("Session", "contactId", "\"nobody\"", "contactId")]
    [InlineData("Session", "status", "77", "status")]
    [InlineData("App", "webhook", "null", "webhook")]
    [InlineData("OutcomeRule", "outcome", "\"miracle\"", "outcome")]
    [InlineData("OutcomeRule", "times", "0", "times")]
    [InlineData("Fault", "effect", """{"status":700}""", "effect.status")]
    [InlineData("Progress", "ids", "0", "ids")]
    [InlineData("Progress", "fired", """{"dueMs":5,"recordId":1,"step":0}""", "fired")]
    public Task Record_that_does_not_hold_together_is_refused_by_its_place(string kind, string name, string value, string field)
    {
        var place = "";
        return RefusedAsync(
            archive =>
            {
                var (record, index) = RecordOf(archive, kind);
                record["data"]![name] = JsonNode.Parse(value);
                place = $"records[{index}].data.{field}";
            },
            () => place);
    }

    [Theory]
    [InlineData("Message")]
    [InlineData("Contact")]
    [InlineData("Session")]
    [InlineData("OutcomeRule")]
    [InlineData("Fault")]
    public Task Id_that_is_there_twice_is_refused(string kind)
    {
        var place = "";
        return RefusedAsync(
            archive =>
            {
                place = $"records[{archive["records"]!.AsArray().Count}].data.id";
                archive["records"]!.AsArray().Add(RecordOf(archive, kind).Record.DeepClone());
            },
            () => place);
    }

    [Fact]
    public Task Archive_without_its_progress_is_refused() => RefusedAsync(
        archive =>
        {
            var (record, _) = RecordOf(archive, "Progress");
            archive["records"]!.AsArray().Remove(record);
        },
        "records");

    [Theory]
    [InlineData("[1,1,1]", "records[0]")]
    [InlineData("""[{"kind":"Push","data":{}}]""", "records[0]")]
    [InlineData("""[{"kind":"Snapshot","data":{}}]""", "records[0]")]
    [InlineData("""[{"kind":"99","data":{}}]""", "records[0]")]
    [InlineData("""[null]""", "records[0]")]
    [InlineData("""[{"kind":"Contact","data":[1,1,1]}]""", "records[0].data")]
    [InlineData("""[{"kind":"Message","data":"text"}]""", "records[0].data")]
    public Task Records_that_are_none_are_refused(string records, string field) => RefusedAsync(archive => archive["records"] = JsonNode.Parse(records), field);

    [Fact]
    public async Task Import_heals_a_workspace_as_well_as_fills_it()
    {
        var source = await FilledAsync();
        var archive = (await source.GetAsync("/_sandbox/export")).Ok().Text;
        var target = await server.NewWorkspaceAsync();

        (await target.CallAsync(HttpMethod.Post, "/_sandbox/import", archive)).Ok();
        await target.SendTextAsync();
        await target.AdvanceAsync();

        Assert.Equal((int)(await source.LookAsync())["messages"]! + 1, (int)(await target.LookAsync())["messages"]!);
    }

    private static (JsonNode Record, int Index) RecordOf(JsonObject archive, string kind)
    {
        var records = archive["records"]!.AsArray();
        var index = records.ToList().FindIndex(record => (string)record!["kind"]! == kind);
        return (records[index]!, index);
    }

    private Task RefusedAsync(Action<JsonObject> spoil, string field) => RefusedAsync(spoil, () => field);

    private async Task RefusedAsync(Action<JsonObject> spoil, Func<string> field)
    {
        var workspace = await FilledAsync();
        var before = (await workspace.GetAsync("/_sandbox/messages")).Ok().Text;
        var archive = (await workspace.GetAsync("/_sandbox/export")).Ok().Body!.AsObject();
        spoil(archive);

        var problem = (await workspace.PostAsync("/_sandbox/import", archive)).Is(HttpStatusCode.BadRequest).Body!;

        Assert.Equal(field(), (string?)problem["field"]);
        Assert.Contains(field(), (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Equal(before, (await workspace.GetAsync("/_sandbox/messages")).Ok().Text);
        await workspace.SendTextAsync();
    }

    /// <summary>A workspace with a record of each kind that is checked, the message the only one.</summary>
    private async Task<TestWorkspace> FilledAsync()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync("http://127.0.0.1:9/");
        (await workspace.PostAsync("/_sandbox/outcomes", JsonNode.Parse("""{"outcome":"read","times":3}""")!)).Ok();
        (await workspace.PostAsync("/_sandbox/faults", JsonNode.Parse("""{"name":"mine","target":"webhooks","effect":{"drop":true}}""")!)).Ok();
        await workspace.SendTextAsync("+91 90000 54321");
        return workspace;
    }
}
