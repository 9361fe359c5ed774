using MockMessaging.Errors;

namespace MockMessaging.Conversations;

internal static class CustomerMessages
{
    /// <summary>Most messages at once.</summary>
    internal const int Most = 100;

    extension(CustomerMessage request)
    {
        /// <summary>The messages, each alone.</summary>
        public IReadOnlyList<CustomerContent> Contents => request.Messages ?? [request];

        /// <summary>Checks all that can be checked without a workspace.</summary>
        /// <exception cref="ApiException">Something is wrong.</exception>
        public void Check()
        {
            if (request.Messages is { Count: 0 or > Most } || request.Messages?.Any(message => message is null) is true)
            {
                throw ErrorCatalog.Impossible("messages", $"messages: give 1 to {Most} messages, each an object.");
            }

            if (request.Messages is not null && request.HasContent)
            {
                throw ErrorCatalog.Impossible("messages", "messages: give the content in messages or beside it, not both.");
            }

            foreach (var (at, content) in request.Contents.Index())
            {
                ContentFit.Check(content, request.Messages is null ? "" : $"messages[{at}].");
                ItemWriter.Check(content.Content);
            }
        }
    }
}
