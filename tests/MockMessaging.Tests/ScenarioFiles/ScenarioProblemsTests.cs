using System.Net;
using System.Text;
using Xunit;

namespace MockMessaging.Tests.ScenarioFiles;

/// <summary>What is wrong with a scenario, with line and column.</summary>
public sealed class ScenarioProblemsTests(MockServer server)
{
    [Theory]
    [InlineData("name: [a", "2:1 ")]
    [InlineData("- a", "1:1 ")]
    [InlineData("just words", "1:1 ")]
    [InlineData("# only a comment", "2:1 ")]
    [InlineData("name: a\n---\nname: b", "2:1 ")]
    [InlineData("name: &a x\ndescription: *a", "1:7 ")]
    [InlineData("name: !!binary x", "1:7 ")]
    [InlineData("nme: x", "1:1 nme")]
    [InlineData("name: a\nname: b", "2:1 name")]
    [InlineData("name: { a: b }", "1:7 name")]
    [InlineData("clock: frozen", "1:8 clock")]
    [InlineData("clock: { mode: frozn }", "1:16 clock.mode")]
    [InlineData("clock:\n  scale: 0", "2:10 clock.scale")]
    [InlineData("clock: { now: yesterday }", "1:15 clock.now")]
    [InlineData("settings: { delays: { read: soon } }", "1:29 settings.delays.read")]
    [InlineData("settings: { seed: much }", "1:19 settings.seed")]
    [InlineData("channels: { fax:1: { name: Fax } }", "1:13 channels.fax:1.channelId")]
    [InlineData("channels: { wa360:15550001111: { disabled: maybe } }", "1:44 channels.wa360:15550001111.disabled")]
    [InlineData("templates: { a: { body: Hello } }", "1:14 templates.a.code")]
    [InlineData("apps: { a: { appType: WEBHOOK, webhook: ftp://a } }", "1:41 apps.a.webhook")]
    [InlineData("vars: { a-b: { value: 1 } }", "1:9 vars.a-b.key")]
    [InlineData("outcomes: [{ outcome: faild }]", "1:23 outcomes[0].outcome")]
    [InlineData("outcomes: [{ outcome: faild, times: 0, delays: { sent: soon, read: later } }]", "1:23 outcomes[0].outcome|1:37 outcomes[0].times|1:56 outcomes[0].delays.sent|1:68 outcomes[0].delays.read")]
    [InlineData("outcomes:\n  -\n  - outcome: read", "2:4 outcomes[0]")]
    [InlineData("customers: [null]\nfaults: [~]", "1:13 customers[0]|2:10 faults[0]")]
    [InlineData("templates: { a: { code: A, body: a, approved: [null] } }", "1:48 templates.a.approved[0]")]
    [InlineData("templates: { a: { code: A, body: a, options: { buttons: [null] } } }", "1:58 templates.a.options.buttons[0]")]
    [InlineData("faults: [{ target: webhoks, effect: { drop: true } }]", "1:20 faults[0].target")]
    [InlineData("faults: [{ target: { path: /nowhere }, effect: { status: 503 } }]", "1:28 faults[0].target.path")]
    [InlineData("customers: [{ channelId: mailto:support@example.com }]", "")]
    [InlineData("customers: [{ channelId: mailto:support@example.com, phone: 1 }]", "1:26 customers[0].channelId")]
    [InlineData("customers: [{ channelId: wa360:1 }]", "1:26 customers[0].channelId")]
    [InlineData("customers: [{ turns: [] }]", "1:22 customers[0].turns")]
    [InlineData("customers: [{ turns: [{ says: a, presses: b }] }]", "1:43 customers[0].turns[0].presses")]
    [InlineData("customers: [{ turns: [{ when: { type: txt }, afer: PT1S }], writes: [{ after: soon }] }]", "1:39 customers[0].turns[0].when.type|1:46 customers[0].turns[0].afer|1:79 customers[0].writes[0].after")]
    [InlineData("channels: { wa360:15550001111: { nme: a } }\ncustomers: [{ channelId: wa360:15550001111, phone: +911 }]", "1:34 channels.wa360:15550001111.nme")]
    [InlineData("channels: { fax:1: { name: Fax } }\ncustomers: [{ channelId: fax:1 }]", "1:13 channels.fax:1.channelId")]
    [InlineData("templates: { a: { code: MINE } }\noutcomes: [{ match: { templateCode: MINE }, outcome: read }]", "1:14 templates.a.body")]
    [InlineData("""{"customers":[{"phone":"+911","sayz":"\ud83d\ude00"}]}""", "1:31 customers[0].sayz")]
    public async Task Each_has_its_place(string text, string expected)
    {
        var workspace = await server.NewWorkspaceAsync();

        var answer = await LoadAsync(workspace, text);

        var problems = answer.Status == HttpStatusCode.OK ? [] : answer.Is(HttpStatusCode.BadRequest).Body!["problems"]!.AsArray();
        Assert.Equal(expected, string.Join('|', problems.Select(problem => $"{problem!["line"]}:{problem["column"]} {problem["field"]}")));
        Assert.All(problems, problem => Assert.Contains($"line {problem!["line"]}, column {problem["column"]}: {problem["problem"]}", (string?)answer.Body!["detail"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nearest_word_is_named()
    {
        var workspace = await server.NewWorkspaceAsync();

        var problems = (await LoadAsync(workspace, "custmers: []\noutcomes: [{ outcome: faild }]")).Body!["problems"]!.AsArray();

        Assert.Contains("did you mean 'customers'?", (string?)problems[0]!["problem"], StringComparison.Ordinal);
        Assert.Contains("did you mean 'failed'?", (string?)problems[1]!["problem"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_half_applied()
    {
        var workspace = await server.NewWorkspaceAsync();
        var before = await ExportAsync(workspace);

        (await LoadAsync(workspace, """
            clock: { now: 2040-01-01T00:00:00Z }
            settings: { fidelity: production }
            vars: { shop: { value: 1 } }
            apps: { 61ec7d912ce85742b201c5a1: { appType: WEBHOOK, queue: second_bot, webhook: "http://localhost:9/" } }
            customers: [{ phone: +911234567890, says: a, writes: [{ says: b }] }]
            faults: [{ effect: { status: 200 } }]
            """)).Is(HttpStatusCode.BadRequest);

        Assert.Equal(before, await ExportAsync(workspace));
    }

    [Theory]
    [InlineData("application/yaml; charset=utf-8", HttpStatusCode.OK)]
    [InlineData("text/yaml", HttpStatusCode.OK)]
    [InlineData("application/x-yaml", HttpStatusCode.OK)]
    [InlineData("application/json", HttpStatusCode.OK)]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData(null, HttpStatusCode.UnsupportedMediaType)]
    public async Task Type_of_the_body_is_yaml_or_json(string? type, HttpStatusCode expected) =>
        (await (await server.NewWorkspaceAsync()).CallAsync(HttpMethod.Post, "/_sandbox/scenarios", """{"name":"a"}""", type)).Is(expected);

    [Fact]
    public async Task Bodies_that_are_no_text_or_too_much_are_refused()
    {
        var workspace = await server.NewWorkspaceAsync();

        (await workspace.PostBytesAsync("/_sandbox/scenarios", [0xff, 0xfe, 0x41], "application/yaml")).Is(HttpStatusCode.BadRequest);
        (await workspace.PostBytesAsync("/_sandbox/scenarios", [], "application/yaml")).Is(HttpStatusCode.BadRequest);
        (await LoadAsync(workspace, "name: " + new string('[', 5_000))).Is(HttpStatusCode.BadRequest);
        (await LoadAsync(workspace, "vars: [" + string.Concat(Enumerable.Repeat("a,", 60_000)) + "]")).Is(HttpStatusCode.BadRequest);
        (await LoadAsync(workspace, string.Concat(Enumerable.Range(0, 500).Select(number => $"x{number}: 1\n")))).Is(HttpStatusCode.BadRequest);
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/scenarios?name=order-bott", null)).Is(HttpStatusCode.BadRequest);
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/scenarios?name=order-bot", "name: a", "application/yaml")).Is(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Words_without_quotes_are_strings_where_strings_are_expected()
    {
        var workspace = await server.NewWorkspaceAsync();

        var view = (await LoadAsync(workspace, """
            name: 42
            vars: { a: { value: 007 }, b: { value: 7.50 }, c: { value: yes }, d: { value: true }, e: { value: [1, "1"] } }
            customers:
              - { phone: +911234567890, name: true, outcome: failed, error: { code: 470 } }
            """)).Ok().Body!;

        Assert.Equal(("42", "911234567890", "true"), ((string?)view["name"], (string?)view["customers"]![0]!["phone"], (string?)view["customers"]![0]!["name"]));
        var values = (await workspace.GetAsync("/_sandbox/vars?limit=1000")).Ok().Body!["variables"]!.AsArray().Where(variable => ((string)variable!["key"]!).Length == 1);
        Assert.Equal(["\"007\"", "7.50", "\"yes\"", "true", "[1,\"1\"]"], values.Select(variable => variable!["value"]!.ToJsonString()));
    }

    private static Task<Answer> LoadAsync(TestWorkspace workspace, string text) => workspace.PostBytesAsync("/_sandbox/scenarios", Encoding.UTF8.GetBytes(text), "application/yaml");

    private static async Task<string> ExportAsync(TestWorkspace workspace)
    {
        var archive = (await workspace.GetAsync("/_sandbox/export")).Ok().Body!.AsObject();
        archive.Remove("archivedAt");

        // It notes the time of the machine.
        archive["clock"]!.AsObject().Remove("hostNow");
        return archive.ToJsonString();
    }
}
