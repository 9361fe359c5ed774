namespace MockMessaging.Tests.Behaviour;

/// <summary>Names the heading of <c>facts.md</c> whose facts a class shows.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class HeadingAttribute(string number) : Attribute
{
    public string Number { get; } = number;
}
