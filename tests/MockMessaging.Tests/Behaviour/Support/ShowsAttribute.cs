namespace MockMessaging.Tests.Behaviour;

/// <summary>Names the facts of <c>facts.md</c> that a test shows.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ShowsAttribute(params string[] facts) : Attribute
{
    public IReadOnlyList<string> Facts { get; } = facts;
}
