using MockMessaging.Contract;

namespace MockMessaging.Errors;

/// <summary>A refusal in the vendor's words: status, key, and what is wrong with which field.</summary>
internal sealed class ApiException(int status, string statusKey, params IReadOnlyList<ApiFieldError> errors)
    : Exception(errors.Count > 0 ? errors[0].Description : statusKey)
{
    /// <summary>Which part of the live service would have refused.</summary>
    public RefusalKind Kind { get; init; } = RefusalKind.Input;

    /// <summary>Whether it is a limit of this server that was reached, not something wrong with the call.</summary>
    public bool IsLimit { get; init; }

    public int Status { get; } = status;

    public string StatusKey { get; } = statusKey;

    public IReadOnlyList<ApiFieldError> Errors { get; } = errors;
}
