using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using MockMessaging.Tests.Scenarios.Media;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

/// <summary>Which messages, and which parts of a message, a rule looks at.</summary>
public sealed class RuleScopeTests(MockServer server)
{
    [Theory]
    [InlineData("optin")]
    [InlineData("optout")]
    public async Task Consent_is_sent_after_an_optout(string type)
    {
        var workspace = await server.PreparedAsync("opted-out WHATSAPP", "enforce");

        Assert.Null(await WarningAsync(workspace, RuleBreakers.Consent(type, TestWorkspace.WhatsApp)));
    }

    [Theory]
    [InlineData("image")]
    [InlineData("video")]
    [InlineData("document")]
    public async Task Caption_has_a_limit_below_each_kind_of_file(string kind)
    {
        var workspace = await server.PreparedAsync("", "warn");

        Assert.Null(await WarningAsync(workspace, RuleBreakers.Media(kind, "a", RuleBreakers.Long(1_024))));
        Assert.Equal($"{kind}.caption has 1025 characters; 1024 are allowed", await WarningAsync(workspace, RuleBreakers.Media(kind, "a", RuleBreakers.Long(1_025))));
    }

    [Fact]
    public async Task Button_that_opens_something_is_not_a_reply_button()
    {
        var message = RuleBreakers.Buttons("buttons", 3);
        message["options"]!["buttons"]!.AsArray().Add(JsonNode.Parse("""{"type":"URL","code":"OPEN","label":"Open","url":"https://www.example.com"}"""));

        Assert.Null(await WarningAsync(await server.PreparedAsync("", "warn"), message));
    }

    [Theory]
    [InlineData("{{data.a}} is ready", "template.data has 0 of the 1 values of template 'READY'; missing: a")]
    [InlineData("{{#if data.a}}{{data.a}}{{/if}} is ready", null)]
    public async Task Value_within_a_block_may_be_left_out(string body, string? warning)
    {
        var workspace = await server.PreparedAsync("", "warn");
        (await workspace.CallAsync(HttpMethod.Put, "/_sandbox/templates/ready", new JsonObject { ["code"] = "READY", ["body"] = body }.ToJsonString())).Ok();

        Assert.Equal(warning, await WarningAsync(workspace, Steps.Template(new JsonObject { ["code"] = "READY", ["data"] = new JsonObject() })));
    }

    [Fact]
    public async Task Fetched_file_is_held_to_the_rules_of_its_channel_only()
    {
        await using var files = await FileHost.StartAsync(context =>
        {
            context.Response.ContentType = "image/webp";
            return context.Response.WriteAsync("x");
        });
        var (workspace, own) = await Fetching.StartAsync(("Rules", "Enforce"));
        await using var _ = own;
        var message = RuleBreakers.To("tg:mockmessagingbot", RuleBreakers.Account("tg1_mockmessagingbot"));
        (message["type"], message["image"]) = ("image", new JsonObject { ["link"] = files.Url });

        var sent = (await workspace.PostAsync("/api/v1/message/send", message)).Ok();
        await workspace.AdvanceAsync();

        Assert.Equal("READ", (string?)(await workspace.OfAsync(sent))["status"]);
    }

    private static async Task<string?> WarningAsync(TestWorkspace workspace, JsonObject message) =>
        (await workspace.PostAsync("/api/v1/message/send", message)).Ok().Header("X-Sandbox-Warnings");
}
