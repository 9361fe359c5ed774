using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using MockMessaging.Events;
using MockMessaging.Http;

namespace MockMessaging.Journal;

/// <summary>Reads the body of a call that was answered without it.</summary>
internal static class BodyOfCall
{
    /// <summary>A client that waits for the answer before it sends its body should not wait long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Whether there is nothing to read any more.</summary>
    public static bool IsKnown(HttpContext context) =>
        context.Features.Get<RequestBody>() is not null || context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true };

    /// <summary>Reads it, and says what is missing of it.</summary>
    public static async Task<BodyGap> ReadAsync(HttpContext context, TimeProvider host)
    {
        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable && context.Features.Get<UnreadableBody>() is null)
        {
            // A server that has room for nothing more reads nothing more.
            return BodyGap.Unread;
        }

        try
        {
            using var patience = host.CreateTimer(static reader => ((PipeReader)reader!).CancelPendingRead(), context.Request.BodyReader, Patience, Timeout.InfiniteTimeSpan);
            await RequestBody.ReadAsync(context).ConfigureAwait(false);
            return BodyGap.None;
        }
        catch (Exception) when (context.Features.Get<UnreadableBody>() is { } unreadable)
        {
            return unreadable.IsTooLarge ? BodyGap.TooLarge : BodyGap.Cut;
        }
    }
}
