using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace MockMessaging.Contract;

/// <summary>What becomes of null items of lists when a request is read. A null in a list of free JSON is a value and stays.</summary>
internal static class GivenItems
{
    private static readonly MethodInfo WithoutNulls = typeof(GivenItems).GetMethod(nameof(Only), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Drops them, so that no other code has to expect them.</summary>
    public static void Keep(JsonTypeInfo shape) => Wrap(shape, static item => WithoutNulls.MakeGenericMethod(item).CreateDelegate<Func<object?, object?>>());

    /// <summary>Refuses them.</summary>
    public static void Require(JsonTypeInfo shape) => Wrap(shape, static _ => static items =>
        items is IEnumerable<object?> list && list.Contains(null) ? throw new JsonException("An item of a list is null.") : items);

    private static void Wrap(JsonTypeInfo shape, Func<Type, Func<object?, object?>> wrapperOf)
    {
        foreach (var property in shape.Kind == JsonTypeInfoKind.Object ? shape.Properties : [])
        {
            if (property.Set is { } set
                && property.PropertyType is { IsGenericType: true } list
                && list.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
                && list.GetGenericArguments()[0] is { IsValueType: false } item
                && item != typeof(JsonNode))
            {
                var given = wrapperOf(item);
                property.Set = (owner, items) => set(owner, given(items));
            }
        }
    }

    private static object? Only<T>(object? items)
        where T : class =>
        items is IReadOnlyList<T?> list && list.Contains(null) ? list.OfType<T>().ToList() : items;
}
