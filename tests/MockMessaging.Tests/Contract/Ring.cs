namespace MockMessaging.Contract;

/// <summary>What no documented shape is: one that holds itself. It lives in the shapes' namespace to be taken for one.</summary>
internal sealed class Ring
{
    public Ring? Next { get; set; }

    public string? Name { get; set; }
}
