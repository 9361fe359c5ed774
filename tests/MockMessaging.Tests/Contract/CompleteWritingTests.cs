using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MockMessaging.Contract;
using Xunit;

namespace MockMessaging.Tests.Contract;

public sealed class CompleteWritingTests
{
    private static readonly JsonSerializerOptions Reflecting = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(DocumentedShape.Complete),
    };

    public static TheoryData<string> SchemaNames => ContractShapesTests.SchemaNames;

    [Theory]
    [MemberData(nameof(SchemaNames))]
    public void Empty_shape_is_written_with_a_value_of_the_documented_type_everywhere(string schema)
    {
        var shape = ContractShapesTests.ShapeOf(schema);

        AssertComplete(schema, JsonSerializer.SerializeToElement(Activator.CreateInstance(shape), ContractJsonOptions.Complete.GetTypeInfo(shape)));
    }

    [Fact]
    public void Values_that_are_there_are_written_as_they_are()
    {
        var app = Write(new ApiResponse<ClientApp> { Status = "200", Timestamp = 5, Results = [new ClientApp { Queue = "bot" }] });

        Assert.Equal("200", app.GetProperty("status").GetString());
        Assert.Equal(5, app.GetProperty("timestamp").GetInt64());
        Assert.Equal("bot", app.GetProperty("results")[0].GetProperty("queue").GetString());
        Assert.Equal("", app.GetProperty("results")[0].GetProperty("webhook").GetString());
    }

    [Fact]
    public void Shape_that_holds_itself_is_completed_only_once()
    {
        Assert.Equal("""{"Next":null,"Name":""}""", JsonSerializer.Serialize(new Ring(), Reflecting));
    }

    [Fact]
    public void Sparse_writing_leaves_out_what_has_no_value_and_keeps_text_readable() =>
        Assert.Equal("""{"mediaCaption":"<é> & 'ü'"}""", JsonSerializer.Serialize(new Attachment { MediaCaption = "<é> & 'ü'" }, ContractJsonOptions.Sparse));

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
    public void Session_events_have_a_type_and_an_object_sessionRouted()
    {
        var written = Write(new ApiResultsMetaCompactResponse<InBoundEvent> { Results = [new InBoundEvent()] }).GetProperty("results")[0];

        Assert.Equal("ACTION", written.GetProperty("type").GetString());
        Assert.Equal("""{"params":{},"routingId":"","sessionStart":false,"sourceQueue":"","targetQueue":""}""", written.GetProperty("sessionRouted").GetRawText());
        Assert.Equal(JsonValueKind.Object, written.GetProperty("session").ValueKind);
    }

    /// <summary>Listed values that answers do leave empty: a strict client reads none but a listed one.</summary>
    private static readonly Dictionary<string, string> StandIns = new()
    {
        ["Attachment.mediaSubType"] = "\"SHARE\"",
        ["CustomerLabel.format"] = "\"MM/DD/YY\"",
        ["InBoundEvent.type"] = "\"ACTION\"",
        ["MessageReferral.sourceCategory"] = "\"message\"",
        ["MessageReferral.sourceType"] = "\"inbound\"",
    };

    private static void AssertComplete(string schema, JsonElement written)
    {
        var documented = VendorContract.Properties(schema).EnumerateObject().ToList();

        Assert.Equal(documented.Select(property => property.Name), written.EnumerateObject().Select(property => property.Name));
        foreach (var property in documented)
        {
            AssertDocumented($"{schema}.{property.Name}", property.Value, written.GetProperty(property.Name));
        }
    }

    private static void AssertDocumented(string name, JsonElement property, JsonElement value)
    {
        if (property.TryGetProperty("$ref", out var nested))
        {
            AssertComplete(nested.GetString()!, value);
        }
        else
        {
            Assert.Equal($"{name}: {StandIns.GetValueOrDefault(name) ?? Empty(name, property)}", $"{name}: {value.GetRawText()}");
        }
    }

    private static string Empty(string name, JsonElement property) => property.GetProperty("type").GetString() switch
    {
        "string" when property.TryGetProperty("enum", out _) && !IsOpen(name) => "null",
        "string" => "\"\"",
        "array" => "[]",
        "object" => "{}",
        "boolean" => "false",
        _ => "0",
    };

    /// <summary>Lists the vendor itself does not keep to are texts, and so have an empty value.</summary>
    private static bool IsOpen(string name) => ContractJsonOptions.Request.GetTypeInfo(ContractShapesTests.ShapeOf(name.Split('.')[0])).Properties
        .Single(property => property.Name == name.Split('.')[1]).PropertyType == typeof(string);

    private static JsonElement Write<T>(T shape) => JsonSerializer.SerializeToElement(shape, ContractJsonOptions.Complete.GetTypeInfo(typeof(T)));
}
