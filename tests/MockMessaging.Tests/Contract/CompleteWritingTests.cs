using System.Text.Json;
using MockMessaging.Contract;
using Xunit;

namespace MockMessaging.Tests.Contract;

public sealed class CompleteWritingTests
{
    [Fact]
    public void Every_documented_property_is_written_even_of_an_empty_envelope()
    {
        var written = Write(new ApiResponse<ClientApp>());

        Assert.Equal(
            VendorContract.Properties("ApiResponse_ClientApp_object_").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal),
            written.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(written.EnumerateObject(), property => property.Value.ValueKind == JsonValueKind.Null);
        Assert.Equal("", written.GetProperty("data").GetProperty("queue").GetString());
    }

    [Fact]
    public void Session_events_keep_type_and_sessionRouted_null()
    {
        var written = Write(new ApiResultsMetaCompactResponse<InBoundEvent> { Results = [new InBoundEvent()] }).GetProperty("results")[0];

        Assert.Equal(JsonValueKind.Null, written.GetProperty("type").ValueKind);
        Assert.Equal(JsonValueKind.Null, written.GetProperty("sessionRouted").ValueKind);
        Assert.Equal(JsonValueKind.Object, written.GetProperty("session").ValueKind);
    }

    private static JsonElement Write<T>(T shape) => JsonSerializer.SerializeToElement(shape, ContractJsonOptions.Complete.GetTypeInfo(typeof(T)));
}
