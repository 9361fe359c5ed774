namespace MockMessaging.Seeding;

/// <summary>A fixture cannot be used; the message names the file, the line and what to do.</summary>
internal sealed class FixtureException : Exception
{
    public FixtureException(string message)
        : base(message)
    {
    }

    public FixtureException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
