using System.Text;
using System.Text.Json;
using MockMessaging.Contract;
using Xunit;

namespace MockMessaging.Tests.Contract;

public sealed class LenientReadingTests
{
    [Fact]
    public void Number_where_the_document_says_string_becomes_its_digits()
    {
        var contact = Read<OutBoundContact>("""{"phone":919988776655}""");

        Assert.Equal("919988776655", contact.Phone);
    }

    [Fact]
    public void Number_that_was_read_is_written_as_a_string()
    {
        var address = Read<OutBoundMsgContactAddress>("""{"zip":94025}""");

        Assert.Equal("""{"zip":"94025"}""", JsonSerializer.Serialize(address, ContractJsonOptions.Sparse));
    }

    [Theory]
    [InlineData("""{"to":{"phone":true}}""", "$.to.phone")]
    [InlineData("""{"to":{"phone":{}}}""", "$.to.phone")]
    [InlineData("""{"to":[]}""", "$.to")]
    [InlineData("""{"template":{"data":"x"}}""", "$.template.data")]
    [InlineData("""{"mask":"no"}""", "$.mask")]
    [InlineData("""{"contacts":[{"phones":[{"phone":[]}]}]}""", "$.contacts[0].phones[0].phone")]
    public void Wrong_type_is_refused_with_its_path(string json, string path)
    {
        var failure = Assert.Throws<JsonException>(() => Read<OutBoundMsg>(json));

        Assert.Equal(path, failure.Path);
    }

    [Theory]
    [InlineData("\"carrier-pigeon\"")]
    [InlineData("5")]
    public void Value_outside_a_documented_list_is_refused_with_the_list(string type)
    {
        var failure = Assert.Throws<JsonException>(() => Read<OutBoundMsg>($$"""{"type":{{type}}}"""));

        Assert.Contains("audio, document, image, location, system, text, video, voice, contacts, template, optin, optout", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_properties_are_accepted() => Assert.Equal("x", Read<WebhookUrlRequest>("""{"url":"x","forward":{"a":[1]}}""").Url);

    [Fact]
    public void Names_in_a_map_are_read_and_written_as_they_are()
    {
        var message = Read<OutboxMessage>("""{"stamps":{"SENT":5}}""");

        Assert.Contains("\"stamps\":{\"SENT\":5}", JsonSerializer.Serialize(message, ContractJsonOptions.Request), StringComparison.Ordinal);
    }

    private static T Read<T>(string json) => (T)JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(json), ContractJsonOptions.Request.GetTypeInfo(typeof(T)))!;
}
