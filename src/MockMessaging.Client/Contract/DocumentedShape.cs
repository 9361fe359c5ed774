using System.Collections;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace MockMessaging.Contract;

/// <summary>Makes a shape write each property with a value of its documented type, so that a strict client can read it.</summary>
public static class DocumentedShape
{
    /// <summary>Values for empty properties whose values are listed, since a strict client accepts no other. Each is the listed value with the least meaning.</summary>
    private static readonly Dictionary<string, object> StandIns = new(StringComparer.Ordinal)
    {
        ["Attachment.mediaSubType"] = "SHARE",
        ["CustomerLabel.format"] = "MM/DD/YY",
        ["InBoundEvent.type"] = InBoundEventType.Action,
        ["MessageReferral.sourceCategory"] = "message",
        ["MessageReferral.sourceType"] = "inbound",
    };

    /// <summary>Wraps the getters of a shape.</summary>
    public static void Complete(JsonTypeInfo shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (shape.Kind != JsonTypeInfoKind.Object || !IsShape(shape.Type))
        {
            return;
        }

        foreach (var property in shape.Properties)
        {
            var name = $"{shape.Type.Name}.{property.Name}";
            if (property.Get is not { } get || LeadsTo(shape.Type, property.PropertyType, []))
            {
                continue;
            }

            if (StandIns.TryGetValue(name, out var standIn))
            {
                property.Get = owner => get(owner) ?? standIn;
            }
            else if (EmptyOf(property.PropertyType) is { } empty)
            {
                property.Get = owner => get(owner) ?? empty;
            }
        }
    }

    private static bool IsShape(Type type) => type is { IsClass: true } && type.Namespace == typeof(DocumentedShape).Namespace;

    /// <summary>True if the type contains the shape itself. Such a property stays null, since completion would not end.</summary>
    private static bool LeadsTo(Type shape, Type from, HashSet<Type> seen) =>
        IsShape(from) && seen.Add(from) && (from == shape || from.GetProperties().Any(property => LeadsTo(shape, property.PropertyType, seen)));

    /// <summary>The empty value of a type. It is never changed, so all responses share it.</summary>
    private static object? EmptyOf(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when plain == typeof(string) => "",
            _ when plain == typeof(JsonObject) || plain == typeof(JsonNode) => new JsonObject(),
            _ when plain == typeof(byte[]) => Array.Empty<byte>(),
            { IsEnum: true } => null,
            { IsGenericType: true } when typeof(IEnumerable).IsAssignableFrom(plain) => EmptyCollection(plain.GetGenericArguments()),
            _ when plain.IsValueType || IsShape(plain) => Activator.CreateInstance(plain),
            _ => null,
        };
    }

    private static object EmptyCollection(Type[] arguments) => arguments.Length == 2
        ? Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!
        : Array.CreateInstance(arguments[0], 0);
}
