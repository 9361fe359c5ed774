using MockMessaging.Contract;

namespace MockMessaging.Errors;

/// <summary>An error response: HTTP status, the vendor's status key, and what is wrong with which field.</summary>
internal sealed class ApiException(int status, string statusKey, params IReadOnlyList<ApiFieldError> errors)
    : Exception(errors.Count > 0 ? errors[0].Description : statusKey)
{
    public RefusalKind Kind { get; init; } = RefusalKind.Input;

    /// <summary>True if a limit of this server is reached; false if something is wrong with the request.</summary>
    public bool IsLimit { get; init; }

    public int Status { get; } = status;

    public string StatusKey { get; } = statusKey;

    public IReadOnlyList<ApiFieldError> Errors { get; } = errors;

    /// <summary>All that is wrong with a text of several lines; empty for any other request.</summary>
    public IReadOnlyList<PlacedProblem> Problems { get; init; } = [];
}

/// <summary>Something wrong in a text.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Field">Path of the value, such as <c>customers[0].phone</c>; empty for the whole text.</param>
/// <param name="Problem">What is wrong, and what to do.</param>
internal sealed record PlacedProblem(int Line, int Column, string Field, string Problem)
{
    public override string ToString() => $"line {Line}, column {Column}: {Problem}";
}

/// <summary>The part of the live service that would refuse the request; each part writes another body.</summary>
internal enum RefusalKind
{
    /// <summary>A controller, or the reading of its input.</summary>
    Input,

    /// <summary>The filter that checks the key before any controller.</summary>
    Filter,

    /// <summary>The web framework: an unknown route, or an unhandled failure.</summary>
    Framework,
}
