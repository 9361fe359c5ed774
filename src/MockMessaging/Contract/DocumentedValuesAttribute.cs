using System.Reflection;

namespace MockMessaging.Contract;

/// <summary>The values the vendor's document lists for a text that in fact takes others too.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DocumentedValuesAttribute(params string[] values) : Attribute
{
    /// <summary>The listed values.</summary>
    public IReadOnlyList<string> Values { get; } = values;

    /// <summary>The values listed for a property of a shape.</summary>
    internal static IReadOnlyList<string> Of<T>(string property) => typeof(T).GetProperty(property)!.GetCustomAttribute<DocumentedValuesAttribute>()!.Values;
}
