using System.Collections.Concurrent;

namespace Sample.App;

/// <summary>Which message told of which order, and how far it came.</summary>
public sealed class OrderBook
{
    private readonly ConcurrentDictionary<string, string> _messages = new();
    private readonly ConcurrentDictionary<string, string> _statuses = new();

    public string Told(string order, string messageId) => _messages[order] = messageId;

    public void Reported(string messageId, string status) => _statuses[messageId] = status;

    public string StatusOf(string order) => _messages.TryGetValue(order, out var messageId) ? _statuses.GetValueOrDefault(messageId, "unknown") : "not told";
}
