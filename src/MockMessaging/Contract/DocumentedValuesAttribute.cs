namespace MockMessaging.Contract;

/// <summary>The values the vendor's document lists for a text that in fact takes others too.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DocumentedValuesAttribute(params string[] values) : Attribute
{
    /// <summary>The listed values.</summary>
    public IReadOnlyList<string> Values { get; } = values;
}
