using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;

namespace MockMessaging.Contract;

/// <summary>
/// Finds values that the vendor's document does not list. They are accepted and stored, and only cause a warning.
/// The properties to check are found once per shape, so that a message costs only a few comparisons.
/// </summary>
internal static class ListedValues
{
    private const int Most = 10;

    private static readonly ConcurrentDictionary<Type, Node> Nodes = [];

    /// <summary>A warning for each value that is not listed.</summary>
    public static IReadOnlyList<string> NotIn(object read)
    {
        List<string>? odd = null;
        Walk(read, NodeOf(read.GetType()), "", ref odd);
        return odd ?? [];
    }

    private static void Walk(object owner, Node node, string path, ref List<string>? odd)
    {
        foreach (var field in node.Fields)
        {
            switch (field.Get(owner))
            {
                case string value when field.Listed is { } listed:
                    if (!listed.Contains(value, StringComparer.Ordinal) && (odd ??= []).Count < Most)
                    {
                        odd.Add($"{path}{field.Name} '{value}' is not one of {string.Join(", ", listed)}");
                    }

                    break;
                case IEnumerable<object> items when field.Below is { } below:
                    var index = 0;
                    foreach (var item in items)
                    {
                        Walk(item, below, $"{path}{field.Name}[{index++}].", ref odd);
                    }

                    break;
                case { } inner when field.Below is { } below:
                    Walk(inner, below, $"{path}{field.Name}.", ref odd);
                    break;
            }
        }
    }

    private static Node NodeOf(Type shape) => Nodes.TryGetValue(shape, out var known) ? known : Nodes.GetOrAdd(shape, Make(shape, []));

    /// <summary>The properties of a shape that have listed values, directly or further down.</summary>
    private static Node Make(Type shape, HashSet<Type> above)
    {
        var fields = new List<Field>();
        var info = ContractJsonOptions.Request.GetTypeInfo(shape);
        if (info.Kind == JsonTypeInfoKind.Object && above.Add(shape))
        {
            foreach (var property in info.Properties)
            {
                if (property.AttributeProvider?.GetCustomAttributes(typeof(DocumentedValuesAttribute), false) is [DocumentedValuesAttribute listed])
                {
                    fields.Add(new Field(property.Name, property.Get!, listed.Values, null));
                }
                else if (Make(ItemOf(property.PropertyType), above) is { Fields.Count: > 0 } below)
                {
                    fields.Add(new Field(property.Name, property.Get!, null, below));
                }
            }

            above.Remove(shape);
        }

        return new Node(fields);
    }

    private static Type ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : type;

    private sealed record Node(IReadOnlyList<Field> Fields);

    private sealed record Field(string Name, Func<object, object?> Get, IReadOnlyList<string>? Listed, Node? Below);
}
