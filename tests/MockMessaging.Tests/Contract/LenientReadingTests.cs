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
        var failure = Assert.Throws<JsonException>(() => Read<InBoundContact>($$"""{"contactType":{{type}}}"""));

        Assert.Contains("SMS, OA, EMAIL, WHATSAPP, PUSH, FACEBOOK, TELEGRAM, WEBSITE, TWITTER, INSTAGRAM, DUMMY, EMPTY", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"carrier-pigeon\"", "'carrier-pigeon'")]
    [InlineData("5", "found 5")]
    [InlineData("true", "found true")]
    [InlineData("[]", "found an array")]
    [InlineData("{}", "found an object")]
    public void Value_outside_a_documented_list_is_named(string type, string named)
    {
        var failure = Assert.Throws<JsonException>(() => Read<InBoundContact>($$"""{"contactType":{{type}}}"""));

        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("SMS, EMAIL")]
    public void Number_or_combination_in_a_string_is_no_documented_value(string type) =>
        Assert.Throws<JsonException>(() => Read<InBoundContact>($$"""{"contactType":"{{type}}"}"""));

    [Fact]
    public void Documented_value_is_read_in_any_case_and_written_in_the_vendors()
    {
        var contact = Read<InBoundContact>("""{"contactType":"sms"}""");

        Assert.Equal("""{"contactType":"SMS"}""", JsonSerializer.Serialize(contact, ContractJsonOptions.Sparse));
    }

    [Fact]
    public void Value_outside_an_open_list_is_accepted() => Assert.Equal("WEBHOOK", Read<InBoundMeta>("""{"appType":"WEBHOOK"}""").AppType);

    [Theory]
    [InlineData("""{"mask":true,}""")]
    [InlineData("""{/* why */"mask":true}""")]
    public void Trailing_commas_and_comments_are_refused(string json) => Assert.Throws<JsonException>(() => Read<OutBoundMsg>(json));

    [Fact]
    public void Property_in_another_case_is_an_unknown_one() => Assert.Null(Read<OutBoundMsg>("""{"ChannelId":"x"}""").ChannelId);

    [Theory]
    [InlineData("""{"template":{"data":{"name":"first","name":"last"}}}""", "last")]
    [InlineData("""{"template":{"data":{"name":null,"name":"last"}}}""", "last")]
    public void Of_a_name_given_twice_in_free_json_the_last_one_counts(string json, string expected) =>
        Assert.Equal(expected, Read<OutBoundMsg>(json).Template!.Data!["name"]!.GetValue<string>());

    [Fact]
    public void Free_json_is_read_as_it_is()
    {
        const string Data = """{"text":"é","number":1.50,"yes":true,"no":false,"none":null,"list":[1,[],{"deep":{}}]}""";

        var read = Read<DigitalObjectDto>($$"""{"data":{{Data}}}""");

        Assert.Equal($$"""{"data":{{Data}}}""", JsonSerializer.Serialize(read, ContractJsonOptions.Sparse));
    }

    [Theory]
    [InlineData("""{"template":{"data":{"name":"\ud800"}}}""")]
    [InlineData("""{"template":{"data":{"\ud800":1}}}""")]
    [InlineData("""{"template":{"data":{"list":[{"name":"\ud800"}]}}}""")]
    public void Broken_text_in_free_json_is_refused_where_it_stands(string json)
    {
        var failure = Assert.Throws<JsonException>(() => Read<OutBoundMsg>(json));

        Assert.StartsWith("$.template.data", failure.Path, StringComparison.Ordinal);
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
