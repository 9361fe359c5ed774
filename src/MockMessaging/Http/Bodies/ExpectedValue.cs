using System.Collections;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace MockMessaging.Http;

/// <summary>Says in plain words what a shape expects at a place, for callers who do not know .NET.</summary>
internal static class ExpectedValue
{
    /// <summary>What belongs at a path such as <c>contacts[0].name.first_name</c>.</summary>
    public static string At(JsonTypeInfo shape, string path)
    {
        var here = shape;
        foreach (var step in path.Split(['.', '[', ']', '\''], StringSplitOptions.RemoveEmptyEntries))
        {
            var next = here.Kind == JsonTypeInfoKind.Object
                ? here.Properties.FirstOrDefault(property => property.Name == step)?.PropertyType
                : here.ElementType;
            if (next is null)
            {
                return "another kind of value";
            }

            here = here.Options.GetTypeInfo(next);
        }

        return Of(here.Type);
    }

    public static string Of(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var plain when plain == typeof(string) => "a string",
        var plain when plain == typeof(bool) => "true or false",
        var plain when plain == typeof(JsonObject) => "an object",
        var plain when plain == typeof(DateTimeOffset) => "an ISO 8601 date and time",
        var plain when plain == typeof(int) || plain == typeof(long) => "a whole number",
        { IsPrimitive: true } => "a number",
        { IsGenericType: true } plain when plain.GetGenericArguments().Length == 1 && typeof(IEnumerable).IsAssignableFrom(plain) => "an array",
        _ => "an object",
    };
}
