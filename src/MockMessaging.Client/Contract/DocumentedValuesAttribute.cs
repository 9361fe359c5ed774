using System.Reflection;

namespace MockMessaging.Contract;

/// <summary>The values that the vendor's document lists for a string. Other values are accepted too.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DocumentedValuesAttribute(params string[] values) : Attribute
{
    public IReadOnlyList<string> Values { get; } = values;

    internal static IReadOnlyList<string> Of<T>(string property) => typeof(T).GetProperty(property)!.GetCustomAttribute<DocumentedValuesAttribute>()!.Values;
}
