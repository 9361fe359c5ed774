using System.Net;
using System.Text.Json.Nodes;
using MockMessaging.Client;
using Xunit;

namespace MockMessaging.Tests.ScenarioFiles;

/// <summary>Customers of scenarios, loaded by the typed client.</summary>
public sealed class ScenarioCustomersTests(MockServer server)
{
    [Fact]
    public async Task Customer_replies_by_turns_and_otherwise_as_always()
    {
        var workspace = await LoadedAsync("""
            customers:
              - name: Asha
                phone: +911234567890
                says: Later.
                turns:
                  - { when: { text: first }, says: One }
                  - { when: { text: second }, outcome: never-read }
            """);

        await SendAsync(workspace, "second");
        await SendAsync(workspace, "first");
        var unread = await SendAsync(workspace, "second");
        await SendAsync(workspace, "first");

        Assert.Equal(["second", "Later.", "first", "One", "second", "Later.", "first", "Later."], await TextsAsync(workspace));
        Assert.Equal("DLVRD", (string?)(await workspace.GetAsync("/_sandbox/messages/" + unread)).Ok().Body!["status"]);
    }

    [Theory]
    [InlineData("says: Said", "Said")]
    [InlineData("presses: Pressed", "Pressed")]
    [InlineData("sends: { text: { body: Sent } }", "Sent")]
    public async Task Customer_without_turns_replies_to_each_message(string reply, string text)
    {
        var workspace = await LoadedAsync($$"""customers: [{ phone: +911234567890, {{reply}} }]""");

        await SendAsync(workspace, "a");
        await SendAsync(workspace, "b");

        Assert.Equal(["a", text, "b", text], await TextsAsync(workspace));
    }

    [Fact]
    public async Task Repeated_turns_begin_again_and_a_blocked_customer_gets_nothing()
    {
        var workspace = await LoadedAsync("""
            customers:
              - { phone: +911234567890, repeat: true, turns: [{ says: One }, { says: STOP }] }
              - { phone: +911234567891, outcome: blocked }
            """);

        foreach (var text in new[] { "a", "b", "c" })
        {
            await SendAsync(workspace, text);
        }

        var blocked = await SendAsync(workspace, "d", "+911234567891");

        Assert.Equal(["a", "One", "b", "STOP", "c", "One", "d"], await TextsAsync(workspace));
        Assert.Equal("BLCKD", (string?)(await workspace.GetAsync("/_sandbox/messages/" + blocked)).Ok().Body!["status"]);
    }

    [Fact]
    public async Task Customer_writes_first_also_after_a_restart_and_in_a_copy()
    {
        var folder = Directory.CreateTempSubdirectory("scenario");
        try
        {
            (string, string)[] settings = [("Storage:Path", Path.Combine(folder.FullName, "data.db"))];
            var key = MockServer.NewKey();
            await using (var first = await MockServer.StartAsync(settings))
            {
                await new SandboxWorkspace(first.BaseAddress, key).Scenarios.LoadAsync("""
                    clock: { mode: frozen, now: 2030-01-01T00:00:00Z }
                    customers: [{ name: Asha, phone: +911234567890, writes: [{ after: PT1M, says: Hello }, { after: PT1H, sends: { location: { latitude: 1.5, longitude: 2 } } }] }]
                    """, TestWorkspace.Cancelled);
                var workspace = new TestWorkspace(first.BaseAddress, key);
                Assert.Equal(["PT1M", "PT1H"], await DueAsync(workspace));
                await workspace.AdvanceAsync("PT1M");
            }

            await using var second = await MockServer.StartAsync(settings);
            var again = new TestWorkspace(second.BaseAddress, key);
            var fork = new TestWorkspace(second.BaseAddress, (string)(await again.PostAsync("/_sandbox/workspaces", new JsonObject())).Ok().Body!["key"]!);
            foreach (var workspace in new[] { again, fork })
            {
                await workspace.AdvanceAsync("PT2H");
                Assert.Equal(["text", "location"], await FieldsAsync(workspace, "type"));
                await workspace.AdvanceAsync("PT2H");
                Assert.Equal(2, (await FieldsAsync(workspace, "type")).Length);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static async Task<string[]> DueAsync(TestWorkspace workspace)
        {
            var body = (await workspace.GetAsync("/_sandbox/clock/due")).Ok().Body!;
            var now = Moment((await workspace.LookAsync())["clock"]!["now"]!);
            return [.. body["due"]!.AsArray().Select(due => System.Xml.XmlConvert.ToString(Moment(due!["due"]!) - now))];
        }

        static DateTimeOffset Moment(JsonNode text) => DateTimeOffset.Parse((string)text!, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Same_key_gives_the_same_made_up_customer_and_ids()
    {
        const string Text = "clock: { mode: frozen, now: 2030-01-01T00:00:00Z }\ncustomers: [{ writes: [{}] }, { channelId: tg:mockmessagingbot, says: Hi }]";
        var client = new SandboxWorkspace(server.BaseAddress, MockServer.NewKey());
        var first = await client.Scenarios.LoadAsync(Text, TestWorkspace.Cancelled);
        await client.ResetAsync(TestWorkspace.Cancelled);

        var second = await client.Scenarios.LoadAsync(Text, TestWorkspace.Cancelled);

        Assert.Equal(first.Customers.Select(customer => (customer.ContactId, string.Join(' ', customer.RuleIds))), second.Customers.Select(customer => (customer.ContactId, string.Join(' ', customer.RuleIds))));
        Assert.Equal((2, 1), (first.Applied["customers"], first.Applied["clock"]));
    }

    [Fact]
    public async Task Built_in_scenarios_are_listed_and_loaded_by_name()
    {
        var client = new SandboxWorkspace(server.BaseAddress, MockServer.NewKey());

        var listed = (await client.Scenarios.ListAsync(cancellationToken: TestWorkspace.Cancelled)).Scenarios;

        Assert.Equal(["appointment-reminder", "bad-day", "late-password", "order-bot", "support-handover"], listed.Select(scenario => scenario.Name));
        Assert.All(listed, scenario => Assert.False(string.IsNullOrEmpty(scenario.Description)));
        Assert.Equal("order-bot", (await client.Scenarios.LoadBuiltInAsync("order-bot", TestWorkspace.Cancelled)).Name);
        var refused = await Assert.ThrowsAsync<SandboxException>(() => client.Scenarios.LoadAsync("custmers: []", TestWorkspace.Cancelled));
        Assert.Contains("line 1, column 1: unknown property 'custmers', did you mean 'customers'?", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schema_has_every_section_and_needs_no_key()
    {
        var schema = (await new TestWorkspace(server.BaseAddress, null).GetAsync("/_sandbox/scenarios/schema")).Ok().Body!;

        Assert.Equal(["apps", "channels", "clock", "customers", "description", "faults", "name", "outcomes", "settings", "templates", "vars"], schema["properties"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.False((bool)schema["additionalProperties"]!);
        Assert.Equal("Customers who write and reply.", (string?)schema["properties"]!["customers"]!["description"]);
        var customer = schema["properties"]!["customers"]!["items"]!["properties"]!;
        Assert.Contains("never-read", customer["outcome"]!["enum"]!.AsArray().Select(word => (string?)word));
        Assert.Contains("frozen", schema["properties"]!["clock"]!["properties"]!["mode"]!["enum"]!.AsArray().Select(word => (string?)word));
    }

    [Theory]
    [InlineData("""{"content":{"text":5},"dueMs":1,"contactId":"wa911234567890_918828218374","appId":"a"}""", "content")]
    [InlineData("""{"content":{},"dueMs":-1,"contactId":"wa911234567890_918828218374","appId":"a"}""", "dueMs")]
    [InlineData("""{"content":{},"dueMs":1,"contactId":"nobody","appId":"a"}""", "contactId")]
    public async Task Import_refuses_a_message_that_no_customer_could_write(string data, string field)
    {
        var workspace = await server.NewWorkspaceAsync();
        const string Contact = """{"id":"wa911234567890_918828218374","channelId":"wa360:918828218374","channelType":"wa360","lane":"918828218374","contactType":"WhatsApp","csid":"911234567890","createdAt":1}""";

        var refused = (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/import", $$"""
            {"format":"mock-messaging-workspace","version":1,"archivedAt":"2026-01-05T10:00:00Z","seed":1,"records":[{"kind":"Contact","data":{{Contact}}},{"kind":"PlannedMessage","data":{{data}}}]}
            """)).Is(HttpStatusCode.BadRequest);

        Assert.Equal($"records[1].data.{field}", (string?)refused.Body!["field"]);
    }

    private async Task<TestWorkspace> LoadedAsync(string yaml)
    {
        var workspace = await server.NewWorkspaceAsync();
        await new SandboxWorkspace(server.BaseAddress, workspace.Key!).Scenarios.LoadAsync(yaml, TestWorkspace.Cancelled);
        return workspace;
    }

    private static async Task<string> SendAsync(TestWorkspace workspace, string text, string phone = "+911234567890")
    {
        var id = await workspace.SendTextAsync(phone, text);
        await workspace.AdvanceAsync();
        return id;
    }

    private static Task<string?[]> TextsAsync(TestWorkspace workspace) => FieldsAsync(workspace, "text");

    private static async Task<string?[]> FieldsAsync(TestWorkspace workspace, string field) =>
        [.. (await workspace.GetAsync("/_sandbox/messages")).Ok().Body!["messages"]!.AsArray().Select(message => (string?)message![field])];
}
