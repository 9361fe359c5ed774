using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using MockMessaging.Events;
using MockMessaging.Http;

namespace MockMessaging.Journal;

/// <summary>Reads the body of a request whose response did not need it.</summary>
internal static class RequestBodyReader
{
    /// <summary>Short, for clients that send the body only after the response.</summary>
    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(1);

    /// <summary>True if the body was read, or there is none.</summary>
    public static bool IsKnown(HttpContext context) =>
        context.Features.Get<RequestBody>() is not null || context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true };

    public static async Task<BodyGap> ReadAsync(HttpContext context, TimeProvider host)
    {
        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable && context.Features.Get<UnreadableBody>() is null)
        {
            // A full server does not read bodies.
            return BodyGap.Unread;
        }

        try
        {
            using var timer = host.CreateTimer(static reader => ((PipeReader)reader!).CancelPendingRead(), context.Request.BodyReader, LongestRead, Timeout.InfiniteTimeSpan);
            await RequestBody.ReadAsync(context).ConfigureAwait(false);
            return BodyGap.None;
        }
        catch (Exception) when (context.Features.Get<UnreadableBody>() is { } unreadable)
        {
            return unreadable.IsTooLarge ? BodyGap.TooLarge : BodyGap.Cut;
        }
    }
}
