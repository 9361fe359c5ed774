using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using MockMessaging.Contract;
using Xunit;

namespace MockMessaging.Tests.Contract;

public sealed class ContractShapesTests
{
    private static readonly string[] NotShapes =
    [
        nameof(ContractJson), nameof(ContractJsonOptions), nameof(DocumentedShape), nameof(DocumentedValuesAttribute),
        nameof(LenientStringConverter), "StrictEnumConverter`1",
    ];

    public static TheoryData<string> SchemaNames => [.. VendorContract.SchemaNames.Where(name => !name.StartsWith("Map_", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(SchemaNames))]
    public void Schema_has_a_shape_with_the_same_properties_types_and_values(string schema)
    {
        var shape = ContractJsonOptions.Request.GetTypeInfo(ShapeOf(schema));
        var expected = VendorContract.Properties(schema).EnumerateObject().Select(property => $"{property.Name}: {Describe(property.Value)}");
        var actual = shape.Properties.Select(property => $"{property.Name}: {Describe(property)}");

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Every_public_class_of_the_contract_is_a_documented_schema()
    {
        var documented = VendorContract.SchemaNames.Select(ShapeOf).Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();

        var unknown = Shapes().Where(type => type is { IsEnum: false } && !documented.Contains(type) && !NotShapes.Contains(type.Name));

        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_enum_of_the_contract_is_the_type_of_a_documented_property()
    {
        var used = SchemaNames.SelectMany(schema => ContractJsonOptions.Request.GetTypeInfo(ShapeOf(schema)).Properties)
            .Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
            .ToHashSet();

        Assert.DoesNotContain(Shapes(), type => type.IsEnum && !used.Contains(type));
    }

    [Fact]
    public void Every_body_and_answer_of_an_operation_can_be_read_and_written()
    {
        var roots = VendorContract.Operations.SelectMany(operation => new[] { operation.GetProperty("body"), operation.GetProperty("response200") })
            .Where(name => name.ValueKind == JsonValueKind.String)
            .Select(name => ShapeOf(name.GetString()!))
            .ToList();

        Assert.Equal(25, roots.Count);
        Assert.All(roots, shape => Assert.NotNull(ContractJson.Default.GetTypeInfo(shape)));
    }

    [Fact]
    public void There_are_87_schemas() => Assert.Equal(87, VendorContract.SchemaNames.Count());

    private static IEnumerable<Type> Shapes() =>
        typeof(ContractJson).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(ContractJson).Namespace && !type.IsNested);

    internal static Type ShapeOf(string schema)
    {
        if (schema.StartsWith("Map_string_", StringComparison.Ordinal))
        {
            return schema == "Map_string_object_" ? typeof(Dictionary<string, JsonNode>) : typeof(Dictionary<string, string>);
        }

        var parts = schema.Split('_');
        return parts.Length == 1
            ? Find(schema)
            : Find(parts[0] + "`1").MakeGenericType(Find(parts[1]));
    }

    private static Type Find(string name) =>
        Shapes().SingleOrDefault(type => type.Name == name) ?? throw new InvalidOperationException($"The contract's schema '{name}' has no class.");

    /// <summary>A property of the contract in one line, such as <c>array of string</c> or <c>string: READ|SENT</c>.</summary>
    private static string Describe(JsonElement property)
    {
        if (property.TryGetProperty("$ref", out var reference))
        {
            return reference.GetString()!;
        }

        var type = property.GetProperty("type").GetString()!;
        return type switch
        {
            "array" => "array of " + Describe(property.GetProperty("items")),
            "object" when property.TryGetProperty("additionalProperties", out var values) => "map of " + Describe(values),
            _ when property.TryGetProperty("enum", out var values) => $"{type}: {string.Join('|', values.EnumerateArray().Select(value => value.GetString()))}",
            _ when property.TryGetProperty("format", out var format) => $"{type} {format.GetString()}",
            _ => type,
        };
    }

    private static string Describe(JsonPropertyInfo property)
    {
        var listed = property.AttributeProvider?.GetCustomAttributes(typeof(DocumentedValuesAttribute), false).OfType<DocumentedValuesAttribute>().SingleOrDefault();
        return listed is null ? Describe(property.PropertyType) : $"{Describe(property.PropertyType)}: {string.Join('|', listed.Values)}";
    }

    private static string Describe(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when plain == typeof(string) => "string",
            _ when plain == typeof(bool) => "boolean",
            _ when plain == typeof(long) => "integer int64",
            _ when plain == typeof(int) => "integer int32",
            _ when plain == typeof(decimal) => "number",
            _ when plain == typeof(byte[]) => "string byte",
            _ when plain == typeof(JsonObject) || plain == typeof(JsonNode) => "object",
            _ when plain == typeof(Dictionary<string, JsonNode>) => "Map_string_object_",
            _ when plain == typeof(Dictionary<string, string>) => "Map_string_string_",
            { IsEnum: true } => "string: " + string.Join('|', Enum.GetValuesAsUnderlyingType(plain).Cast<object>().Select(value => WireWord(plain, value))),
            { IsGenericType: true } when plain.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => "array of " + Describe(plain.GetGenericArguments()[0]),
            { IsGenericType: true } when plain.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) => "map of " + Describe(plain.GetGenericArguments()[1]),
            _ => plain.Name,
        };
    }

    private static string WireWord(Type type, object value) =>
        JsonSerializer.SerializeToElement(Enum.ToObject(type, value), type).GetString()!;
}
