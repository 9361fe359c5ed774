using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.Control;
using MockMessaging.Conversations;
using MockMessaging.Time;

namespace MockMessaging.Client;

/// <summary>Simulates customers who write.</summary>
public sealed class Customers
{
    private const string Traffic = "/_sandbox/traffic";

    private readonly SandboxCalls _calls;

    internal Customers(SandboxCalls calls) => _calls = calls;

    /// <summary>Simulates a message from a customer.</summary>
    /// <param name="message">The message; what it leaves out is made up. Default: a text from a new customer.</param>
    /// <param name="wait">How long to wait until the push has been attempted, at most 5 minutes. Default: no waiting, the push leaves after the response.</param>
    public Task<InboundAnswer> SendAsync(CustomerMessage? message = null, TimeSpan? wait = null, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<CustomerMessage, InboundAnswer>(Path(wait), message ?? new CustomerMessage(), cancellationToken);

    /// <summary>Simulates a message given as JSON, with the properties of <see cref="CustomerMessage"/>; the server refuses unknown ones.</summary>
    /// <param name="wait">How long to wait until the push has been attempted. Default: no waiting.</param>
    public Task<InboundAnswer> SendJsonAsync(JsonObject message, TimeSpan? wait = null, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<JsonObject, InboundAnswer>(Path(wait), message, cancellationToken);

    /// <summary>Simulates several messages of a customer at once.</summary>
    /// <param name="together">True puts them into one push.</param>
    /// <param name="wait">How long to wait until the pushes have been attempted. Default: no waiting.</param>
    public Task<InboundAnswer> SendAsync(
        CustomerAddress? from, IReadOnlyList<CustomerContent> messages, bool together = false, TimeSpan? wait = null, CancellationToken cancellationToken = default) =>
        SendAsync(new CustomerMessage { From = from, Messages = messages, Together = together ? true : null }, wait, cancellationToken);

    /// <summary>Simulates a text from a customer.</summary>
    /// <param name="phone">Phone of the customer in international form.</param>
    /// <param name="wait">How long to wait until the push has been attempted. Default: no waiting.</param>
    public Task<InboundAnswer> SendAsync(string phone, string text, TimeSpan? wait = null, CancellationToken cancellationToken = default) =>
        SendAsync(new CustomerMessage { From = new CustomerAddress { Phone = phone }, Text = new OutBoundMsgText { Body = text } }, wait, cancellationToken);

    /// <summary>Lets made-up customers write by themselves, by the workspace's clock.</summary>
    /// <param name="traffic">How many, how often and how long. Default: 5 customers who write 10 messages per minute for 10 minutes.</param>
    public Task<TrafficView> StartTrafficAsync(TrafficRequest? traffic = null, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<TrafficRequest, TrafficView>(Traffic, traffic ?? new TrafficRequest(), cancellationToken);

    /// <summary>Lists the groups of customers who write by themselves at present.</summary>
    /// <param name="limit">Highest number of items, 1 to 1,000.</param>
    /// <param name="after">Only newer items: the <c>Next</c> of an earlier list.</param>
    /// <param name="before">Only older items: the <c>Next</c> of an earlier list with <c>newestFirst</c>.</param>
    /// <param name="newestFirst">True: the newest item comes first. Default: the oldest.</param>
    public Task<TrafficList> ListTrafficAsync(int limit = 1_000, string? after = null, string? before = null, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<TrafficList>(Traffic + Query.Of(Query.Page(limit, after, before, newestFirst)), cancellationToken);

    /// <summary>Stops the customers who write by themselves.</summary>
    /// <param name="id">Only this group. Default: all groups.</param>
    public Task StopTrafficAsync(string? id = null, CancellationToken cancellationToken = default) =>
        _calls.DeleteAsync(id is null ? Traffic : $"{Traffic}/{Uri.EscapeDataString(id)}", cancellationToken);

    private static string Path(TimeSpan? wait) => "/_sandbox/inbound" + Query.Of(("wait", IsoSpan.Of(wait)));
}
