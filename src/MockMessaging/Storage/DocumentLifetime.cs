namespace MockMessaging.Storage;

/// <summary>How long documents of a kind last, which decides how they lie in the file.</summary>
internal static class DocumentLifetime
{
    /// <summary>Whether they are not removed one by one, so that they may share a block for good.</summary>
    public static bool LastsAsLongAsItsWorld(this DocumentKind kind) =>
        kind is DocumentKind.Message or DocumentKind.Contact or DocumentKind.Session or DocumentKind.SessionEntry or DocumentKind.DigitalEvent or DocumentKind.DigitalObject;

    /// <summary>Whether they never change, come in crowds and go soon, each in its time.</summary>
    public static bool Passes(this DocumentKind kind) => kind is DocumentKind.Push;
}
