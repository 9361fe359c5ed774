using System.Text;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>Pushes as the control plane shows them.</summary>
internal static class PushViews
{
    public static PushView Of(Push push) => new(
        push.Id.ToString(),
        push.Type.ToString().ToLowerInvariant(),
        push.Subject,
        push.Message?.Id.ToString(),
        push.ContactId,
        push.App?.Id,
        push.Url.Length == 0 ? null : push.Url,
        push.State.ToString().ToLowerInvariant(),
        push.Attempts.Count > 0 ? push.Attempts[^1].Status : null,
        push.Attempts.Count > 0 ? push.Attempts[^1].Cause : null,
        push.SkippedBecause,
        push.Fault,
        push.ReplayOf?.Id.ToString(),
        DateTimeOffset.FromUnixTimeMilliseconds(push.CreatedAt),
        [.. push.Attempts.Select(attempt => new AttemptView(
            DateTimeOffset.FromUnixTimeMilliseconds(attempt.AtMs), attempt.Status, attempt.DurationMs, attempt.Cause, attempt.Answer is { Length: > 0 } answer ? Encoding.UTF8.GetString(answer) : null))]);
}
