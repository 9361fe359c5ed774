using System.Text.Json;
using System.Text.RegularExpressions;
using MockMessaging.Seeding;
using MockMessaging.State;
using MockMessaging.Tests.Behaviour;
using Xunit;

namespace MockMessaging.Tests.Units;

public sealed partial class FixturesTests
{
    [Theory]
    [InlineData("wa360")]
    [InlineData("wac360")]
    [InlineData("wacfb")]
    [InlineData("wags")]
    [InlineData("fb")]
    [InlineData("ig")]
    [InlineData("tw")]
    [InlineData("tg")]
    [InlineData("web")]
    [InlineData("sms")]
    [InlineData("smstw")]
    [InlineData("mailto")]
    [InlineData("gmail")]
    [InlineData("outlook")]
    [InlineData("imap")]
    [InlineData("oa")]
    [InlineData("firebase")]
    [InlineData("pa")]
    [InlineData("rcstlf")]
    [InlineData("clickpost")]
    [Shows("9.1")]
    public void Every_channel_type_has_a_usable_channel(string type) =>
        Assert.Contains(
            Fixtures.Load(null).Channels,
            channel => channel.ChannelId.StartsWith(type + ":", StringComparison.Ordinal) && channel is { Disabled: false, Sandbox: false });

    [Fact]
    public void The_channel_of_the_vendors_example_comes_first() =>
        Assert.Equal(new ChannelFixture { ChannelId = "wa360:918828218374", Name = "Customer Support" }, Fixtures.Load(null).Channels[0]);

    [Fact]
    public void A_disabled_and_a_sandbox_channel_are_there_to_be_tried()
    {
        var channels = Fixtures.Load(null).Channels;

        Assert.Single(channels, channel => channel.Disabled);
        Assert.Single(channels, channel => channel.Sandbox);
    }

    [Fact]
    public void The_default_app_is_a_webhook_app()
    {
        var app = Assert.Single(Fixtures.Load(null).ClientApps, app => app.Default);

        Assert.Equal(("my_bot", "WEBHOOK"), (app.Queue, app.AppType));
    }

    [Theory]
    [InlineData("second_bot", "WEBHOOK")]
    [InlineData("basic_bot", "BOT")]
    [InlineData("agent_desk", "AGENT")]
    [InlineData("admin_panel", "DEFAULT")]
    [InlineData("bot_flow", "BOTFLOW")]
    [InlineData("app_flow", "APPFLOW")]
    [InlineData("feedback", "FEEDBACK_V2")]
    public void The_vendors_default_queues_exist(string queue, string appType) =>
        Assert.Equal(appType, Assert.Single(Fixtures.Load(null).ClientApps, app => app.Queue == queue).AppType);

    [Fact]
    public void Every_app_type_a_fixture_may_name_has_a_mode() =>
        Assert.All(FixtureRules.AppTypes, appType => Assert.NotEqual("NONE", AppTypes.ModeOf(appType)));

    [Fact]
    public void Every_id_is_an_object_id()
    {
        var fixtures = Fixtures.Load(null);
        var ids = fixtures.ClientApps.Select(app => app.Id)
            .Concat(fixtures.Templates.Select(template => template.Id!))
            .Concat(fixtures.Variables.Select(variable => variable.Id!));

        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{24}$", id));
    }

    [Fact]
    [Shows("9.2")]
    public void Title_mirrors_desc_and_body_mirrors_template() => Assert.All(
        Fixtures.Load(null).Templates,
        template => Assert.Equal((template.Desc, template.Template), (template.Title, template.Body)));

    [Fact]
    public void A_code_and_language_select_one_template()
    {
        var selectors = Fixtures.Load(null).Templates.Select(template => (template.Code, template.Lang)).ToList();

        Assert.Distinct(selectors);
        Assert.Contains(("ORDER_SHIPPED", "en"), selectors);
        Assert.Contains(("ORDER_SHIPPED", "hi"), selectors);
    }

    [Fact]
    [Shows("9.2")]
    public void Approvals_name_existing_channels_and_cover_every_status()
    {
        var fixtures = Fixtures.Load(null);
        var channels = fixtures.Channels.Select(channel => channel.ChannelId).ToHashSet();
        var rows = fixtures.Templates.SelectMany(template => template.Approved ?? []).ToList();

        Assert.All(rows, row => Assert.Contains(row.ChannelId!, channels));
        Assert.Equal(["APPROVED", "PENDING", "REJECTED"], rows.Select(row => row.Status).Distinct().Order());
        Assert.Contains(fixtures.Templates, template => template.Approved is not { Count: > 0 });
    }

    [Fact]
    public void Every_placeholder_has_something_to_stand_for()
    {
        using var templates = JsonDocument.Parse(EmbeddedFixtures.Find("templates.json")!);
        var variables = Fixtures.Load(null).Variables.Where(variable => variable.Disabled != true).Select(variable => variable.Key).ToHashSet();
        string[] contact = ["name", "phone", "email"];

        foreach (var template in templates.RootElement.EnumerateArray())
        {
            var data = template.GetProperty("model").GetProperty("data").EnumerateObject().Select(property => property.Name).ToHashSet();
            foreach (Match placeholder in Placeholder().Matches(template.GetRawText()))
            {
                var key = placeholder.Groups["key"].Value;
                Assert.True(
                    placeholder.Groups["root"].Value switch
                    {
                        "data" => data.Contains(key),
                        "global" => variables.Contains(key),
                        "contact" or "profile" => contact.Contains(key),
                        _ => false,
                    },
                    $"{template.GetProperty("name")} uses {placeholder.Value}");
            }
        }
    }

    [GeneratedRegex(@"\{\{\{?\s*(?<root>\w+)\.(?<key>[\w.]+)\s*\}?\}\}|\{\{.*?\}\}")]
    private static partial Regex Placeholder();
}
