using MockMessaging.Contract;
using MockMessaging.Ids;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>Searches messages in slices, so that a long search does not block other requests to the workspace.</summary>
internal sealed class MessageQuery(Page page, bool? inbound, string? status, string? contactId, string? sessionId, string? text)
{
    private const int MessagesPerSlice = 5_000;
    private const int BodyBytesPerSlice = 1_000_000;

    private readonly TextPattern? _words = text is null ? null : new TextPattern(text);
    private readonly MessageStatus? _status = WireNames.Parse<MessageStatus>(status);
    private readonly List<MessageView> _found = [];
    private WorkspaceState? _searched;
    private bool _hasMore;

    public MessageList Run(Workspace workspace, CancellationToken cancelled)
    {
        int? step = 0;
        while (step is { } next)
        {
            cancelled.ThrowIfCancellationRequested();
            step = workspace.Read(state => Look(state, next));
        }

        return new MessageList(_found, _hasMore ? _found[^1].Id : null);
    }

    /// <returns>Where the next slice starts; null if the search is complete.</returns>
    private int? Look(WorkspaceState state, int step)
    {
        _searched ??= state;
        if (_searched != state)
        {
            // The workspace was reset meanwhile.
            return null;
        }

        var source = sessionId is null ? state.Messages : state.Sessions.GetValueOrDefault(sessionId)?.Messages ?? [];
        var from = page.After is null ? 0 : PlaceOf(state, source, page.After, "after") + 1;
        var to = page.Before is null ? source.Count : PlaceOf(state, source, page.Before, "before");
        for (var (looked, bytes) = (0, 0); step < to - from; step++, looked++)
        {
            if (looked >= MessagesPerSlice || bytes >= BodyBytesPerSlice)
            {
                return step;
            }

            var message = source[page.IsNewestFirst ? to - 1 - step : from + step];
            if (!Fits(message))
            {
                continue;
            }

            bytes += message.Body.Length;
            var view = MessageViews.Of(message);
            if (_words is not null && !_words.IsIn(TextPattern.Prepared(view.Text ?? "")))
            {
                continue;
            }

            if (_found.Count == page.Limit)
            {
                _hasMore = true;
                return null;
            }

            _found.Add(view);
        }

        return null;
    }

    private bool Fits(Message message) =>
        (inbound is null || message.IsInbound == inbound)
        && (contactId is null || message.Contact.Id == contactId)
        && (_status is null || message.Status == _status);

    /// <summary>Index of a message by binary search: the messages of a session have the same order as those of the workspace.</summary>
    private static int PlaceOf(WorkspaceState state, IReadOnlyList<Message> source, string id, string parameter)
    {
        var place = ObjectId.TryParse(id, out var parsed) ? state.Messages.IndexOf(parsed) : -1;
        if (place < 0)
        {
            throw Page.Unknown(parameter, id, "message");
        }

        if (source == state.Messages)
        {
            return place;
        }

        var (low, high) = (0, source.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = state.Messages.IndexOf(source[middle].Id) < place ? (middle + 1, high) : (low, middle);
        }

        return low < source.Count && source[low].Id == parsed ? low : throw Page.Unknown(parameter, id, "message");
    }
}
