using System.Text.Json;
using MockMessaging.Contract;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("9")]
public sealed class CatalogueTests(MockServer server)
{
    [Theory]
    [InlineData("wa360", "WHATSAPP")]
    [InlineData("wac360", "WHATSAPP")]
    [InlineData("wacfb", "WHATSAPP")]
    [InlineData("wags", "WHATSAPP")]
    [InlineData("fb", "FACEBOOK")]
    [InlineData("ig", "INSTAGRAM")]
    [InlineData("tw", "TWITTER")]
    [InlineData("tg", "TELEGRAM")]
    [InlineData("web", "WEBSITE")]
    [InlineData("sms", "SMS")]
    [InlineData("smstw", "SMS")]
    [InlineData("mailto", "EMAIL")]
    [InlineData("gmail", "EMAIL")]
    [InlineData("outlook", "EMAIL")]
    [InlineData("imap", "EMAIL")]
    [InlineData("firebase", "PUSH")]
    [InlineData("pa", "PUSH")]
    [InlineData("rcstlf", "WEBSITE")]
    [InlineData("clickpost", "WEBSITE")]
    [InlineData("oa", "OA")]
    [Shows("9.1")]
    public async Task Contact_type_follows_from_the_channel_type(string channelType, string contactType)
    {
        var channels = (await (await server.NewWorkspaceAsync()).GetAsync("/api/v1/config/channels")).Results;

        Assert.Equal(contactType, (string?)channels.First(channel => ((string)channel!["channelId"]!).StartsWith(channelType + ":", StringComparison.Ordinal))!["contactType"]);
    }

    [Fact]
    [Shows("9.2")]
    public async Task Template_mirrors_its_texts_and_names_its_approvals()
    {
        var templates = (await (await server.NewWorkspaceAsync()).GetAsync("/api/v1/config/tmpl/hsm")).Results;

        Assert.All(templates, template =>
        {
            Assert.Equal(((string?)template!["desc"], (string?)template["template"]), ((string?)template["title"], (string?)template["body"]));
            Assert.All(template["approved"]!.AsArray(), row => Assert.All(new[] { "channelId", "templateId", "status" }, name => Assert.NotEmpty((string)row![name]!)));
        });
    }

    [Fact]
    [Shows("9.3")]
    public async Task Variable_has_key_value_group_and_flags()
    {
        var variables = (await (await server.NewWorkspaceAsync()).GetAsync("/api/v1/config/global/vars")).Results;

        var name = variables.First(variable => (string?)variable!["key"] == "company_name")!;
        Assert.NotEmpty((string)name["value"]!);
        Assert.NotEmpty((string)name["group"]!);
        Assert.All(new[] { "empty", "missing", "present", "primary" }, flag => Assert.NotNull((bool?)name[flag]));
    }

    [Fact]
    [Shows("9.4")]
    public void Buttons_and_labels_know_the_documented_kinds_only()
    {
        Assert.Equal(["LOCATION_REQUEST", "PHONE_NUMBER", "QUICK_REPLY", "URL"], DocumentedValuesAttribute.Of<TmplElement>(nameof(TmplElement.Type)).Order(StringComparer.Ordinal));
        Assert.Equal(["DATE", "LIST", "NUMBER", "TEXT"], WireNames.All<LabelType>().Order(StringComparer.Ordinal));
    }

    [Fact]
    [Shows("9.5")]
    public void Misspelt_name_of_the_document_is_kept()
    {
        var referral = JsonSerializer.Deserialize("""{"bulkdId":"b1"}""", ContractJsonOptions.Request.TypeInfo<MessageReferral>())!;

        Assert.Equal("""{"bulkdId":"b1"}""", JsonSerializer.Serialize(referral, ContractJsonOptions.Sparse.TypeInfo<MessageReferral>()));
    }

    [Fact]
    [Shows("9.3")]
    public async Task Group_is_default_where_none_is_named_and_a_value_may_be_anything()
    {
        var variables = (await (await server.NewWorkspaceAsync()).GetAsync("/api/v1/config/global/vars")).Results;

        Assert.Contains("default", variables.Select(variable => (string?)variable!["group"]));
        Assert.True(variables.Select(variable => variable!["value"]?.GetValueKind()).Distinct().Count() > 1);
    }

    [Fact]
    [Shows("9.4")]
    public async Task Templates_show_buttons_of_the_documented_kinds_only()
    {
        var templates = (await (await server.NewWorkspaceAsync()).GetAsync("/api/v1/config/tmpl/hsm")).Results;
        var kinds = templates.SelectMany(template => template!["options"]?["buttons"]?.AsArray() ?? []).Select(button => (string?)button!["type"]).ToHashSet();

        Assert.NotEmpty(kinds);
        Assert.Subset(new HashSet<string?> { "QUICK_REPLY", "URL", "PHONE_NUMBER", "LOCATION_REQUEST" }, kinds);
    }
}
