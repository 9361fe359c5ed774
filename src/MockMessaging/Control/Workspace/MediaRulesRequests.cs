using MockMessaging.State;
using MockMessaging.Time;

namespace MockMessaging.Control;

internal static class MediaRulesRequests
{
    extension(MediaRulesRequest)
    {
        public static MediaRulesRequest Of(MediaRules rules) => new() { LinksExpireAfter = IsoSpan.Of(TimeSpan.FromMilliseconds(rules.ExpireAfterMs ?? 0)), LinksNeedKey = rules.NeedsKey };
    }

    extension(MediaRulesRequest request)
    {
        /// <summary>The change; checks it before anything is changed.</summary>
        public Action<MediaRules> Parsed()
        {
            var (expires, needsKey) = (Spans.MillisecondsOf(request.LinksExpireAfter, "media.linksExpireAfter", Spans.Longest), request.LinksNeedKey);
            return rules =>
            {
                rules.ExpireAfterMs = expires is null ? rules.ExpireAfterMs : expires > 0 ? expires : null;
                rules.NeedsKey = needsKey ?? rules.NeedsKey;
            };
        }
    }
}
