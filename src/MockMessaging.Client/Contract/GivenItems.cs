using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace MockMessaging.Contract;

/// <summary>Drops null items of lists when a request is read, so that no other code has to expect them.</summary>
internal static class GivenItems
{
    private static readonly MethodInfo WithoutNulls = typeof(GivenItems).GetMethod(nameof(Only), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Wraps the setters of a shape's lists. A null in a list of free JSON is a value and stays.</summary>
    public static void Keep(JsonTypeInfo shape)
    {
        foreach (var property in shape.Kind == JsonTypeInfoKind.Object ? shape.Properties : [])
        {
            if (property.Set is { } set
                && property.PropertyType is { IsGenericType: true } list
                && list.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
                && list.GetGenericArguments()[0] is { IsValueType: false } item
                && item != typeof(JsonNode))
            {
                var only = WithoutNulls.MakeGenericMethod(item).CreateDelegate<Func<object?, object?>>();
                property.Set = (owner, items) => set(owner, only(items));
            }
        }
    }

    private static object? Only<T>(object? items)
        where T : class =>
        items is IReadOnlyList<T?> list && list.Contains(null) ? list.OfType<T>().ToList() : items;
}
