using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

/// <summary>Consent, repeated messages, and files: what the rules of providers look at beside the request.</summary>
public sealed class RuleDetailsTests(MockServer server)
{
    [Theory]
    [InlineData("+91 99887 76655", null)]
    [InlineData("+44 7700 900123", null)]
    [InlineData("9988776655", "too short for +998 (UZ), or begins without its country code")]
    [InlineData("+1 202 555 014", "too short for +1 (US)")]
    [InlineData("+1 202 555 01430", "too long for +1 (US)")]
    [InlineData("+0123456789", "does not begin with a country code")]
    [InlineData("+999 123456789", "does not begin with a country code")]
    [InlineData("+1", "has too few or too many digits")]
    [InlineData("+55 11 98765 4321", null)]
    [InlineData("+55 11 8765 4321", "+5511987654321 is the form of today")]
    [InlineData("+55 11 3765 4321", null)]
    [InlineData("+54 9 11 2345 6789", null)]
    [InlineData("+54 11 15 2345 6789", "+5491123456789 is the form of today")]
    [InlineData("+54 11 2345 6789", null)]
    [InlineData("+54", "has too few or too many digits")]
    [InlineData("+52 55 1234 5678", null)]
    [InlineData("+52 1 55 1234 5678", "+525512345678 is the form of today")]
    public async Task Number_has_the_form_of_its_country(string phone, string? problem)
    {
        var workspace = await server.PreparedAsync("", "warn");

        var warning = (await workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text(phone))).Ok().Header("X-Sandbox-Warnings");

        Assert.Equal(problem is null, warning is null);
        Assert.Contains(problem ?? "", warning ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_form_of_a_number_is_delivered_under_enforcement()
    {
        var workspace = await server.PreparedAsync("", "enforce");

        var sent = (await workspace.PostAsync("/api/v1/message/send", RuleBreakers.Broken["old-phone WHATSAPP"]())).Ok();
        await workspace.AdvanceAsync();

        Assert.NotNull(sent.Header("X-Sandbox-Warnings"));
        Assert.Equal("READ", (string?)(await workspace.OfAsync(sent))["status"]);
    }

    [Fact]
    public async Task Optin_ends_an_optout()
    {
        var workspace = await server.PreparedAsync("opted-out WHATSAPP", "enforce");
        await workspace.SendAsync(RuleBreakers.Consent("optin", TestWorkspace.WhatsApp));

        var id = await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        Assert.Equal("READ", (string?)(await workspace.MessageAsync(id))["status"]);
    }

    [Theory]
    [InlineData("STOP", "FAILD")]
    [InlineData("START", "READ")]
    public async Task Customers_stop_on_SMS_is_enforced_until_start(string last, string status)
    {
        var workspace = await server.PreparedAsync("", "enforce");
        foreach (var word in new[] { "STOP", last })
        {
            await workspace.CustomerWritesAsync(new JsonObject { ["channelId"] = RuleBreakers.Sms, ["from"] = new JsonObject { ["phone"] = TestWorkspace.Phone }, ["text"] = new JsonObject { ["body"] = word } });
        }

        var sent = (await workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text(channelId: RuleBreakers.Sms))).Ok();
        await workspace.AdvanceAsync();

        Assert.Equal(status, (string?)(await workspace.OfAsync(sent))["status"]);
    }

    [Fact]
    public async Task Repeated_message_is_checked_again()
    {
        var workspace = await server.PreparedAsync("", "warn");
        var first = await workspace.SendTextAsync(body: RuleBreakers.Long(4_097));
        await workspace.SetRulesAsync("enforce");

        var again = TestWorkspace.Text();
        again["messageIdResend"] = first;
        var sent = (await workspace.PostAsync("/api/v1/message/send", again)).Ok();
        await workspace.AdvanceAsync();

        Assert.Contains("4097 characters", sent.Header("X-Sandbox-Warnings"), StringComparison.Ordinal);
        Assert.Equal("FAILD", (string?)(await workspace.OfAsync(sent))["status"]);
    }

    [Fact]
    public async Task Outcome_rule_of_a_test_has_priority()
    {
        var workspace = await server.PreparedAsync("", "enforce");
        (await workspace.PostAsync("/_sandbox/outcomes", new JsonObject { ["outcome"] = "never-read" })).Ok();

        var id = await workspace.SendTextAsync(body: RuleBreakers.Long(4_097));
        await workspace.AdvanceAsync();

        Assert.Equal("DLVRD", (string?)(await workspace.MessageAsync(id))["status"]);
    }

    [Fact]
    public async Task First_broken_rule_is_the_reason_and_all_are_named()
    {
        var workspace = await server.PreparedAsync("", "enforce");

        var sent = (await workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text("+1 (202) 555-0143", RuleBreakers.Long(4_097)))).Ok();
        await workspace.AdvanceAsync();

        Assert.Contains("4097 characters", sent.Header("X-Sandbox-Warnings"), StringComparison.Ordinal);
        Assert.Contains("Code:131026", (await workspace.OfAsync(sent))["logs"]!.AsArray().Select(line => (string?)line));
    }

    [Theory]
    [InlineData("warn", "READ")]
    [InlineData("enforce", "FAILD")]
    [InlineData("off", "READ")]
    public async Task Fetched_file_of_another_type_or_size_is_named_in_the_message(string mode, string status)
    {
        await using var own = await MockServer.StartAsync(("Media:FetchOutbound", "true"), ("Limits:MaxMediaBytes", "8000000"));
        var workspace = new TestWorkspace(own.BaseAddress, "mine");
        await workspace.FreezeAsync();
        await workspace.SetRulesAsync(mode);
        var link = (string)(await workspace.PostBytesAsync("/_sandbox/media?filename=a.pdf", [1, 2, 3], "application/pdf")).Ok().Body!["link"]!;

        // The name says PNG, so the type is known only after the fetch.
        var message = RuleBreakers.Media("image", "a.png");
        message["image"]!["link"] = link.Replace("a.pdf", "a.png", StringComparison.Ordinal);
        var sent = (await workspace.PostAsync("/api/v1/message/send", message)).Ok();
        await workspace.AdvanceAsync();

        var detail = await workspace.OfAsync(sent);
        Assert.Null(sent.Header("X-Sandbox-Warnings"));
        Assert.Equal(status, (string?)detail["status"]);
        Assert.Equal(mode == "off" ? null : "image.link is a file of type application/pdf; WhatsApp takes image/jpeg, image/png as image", (string?)detail["mediaWarnings"]?[0]);
        Assert.Equal(mode == "enforce", detail["logs"]!.AsArray().Any(line => (string?)line == "Code:131053"));
    }

    [Fact]
    public async Task Message_of_an_SMS_says_how_many_segments_it_has()
    {
        var workspace = await server.NewWorkspaceAsync();

        var sms = (await workspace.OfAsync((await workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text(body: RuleBreakers.Long(161), channelId: RuleBreakers.Sms))).Ok()))["sms"]!;
        var other = await workspace.OfAsync((await workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text())).Ok());

        Assert.Equal(("GSM-7", 161, 2), ((string?)sms["encoding"], (int)sms["characters"]!, (int)sms["segments"]!));
        Assert.Null(other["sms"]);
    }
}
