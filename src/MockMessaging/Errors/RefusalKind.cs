namespace MockMessaging.Errors;

/// <summary>Which part of the live service would have refused, since each writes a body of its own.</summary>
internal enum RefusalKind
{
    /// <summary>A controller or the reading of its input.</summary>
    Input,

    /// <summary>The filter that checks the key before any controller.</summary>
    Filter,

    /// <summary>The web framework: no such route, or a failure nobody handled.</summary>
    Framework,
}
