using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.Control;
using MockMessaging.Conversations;

namespace MockMessaging.Client;

/// <summary>Simulates customers who write.</summary>
public sealed class Customers
{
    private readonly SandboxCalls _calls;

    internal Customers(SandboxCalls calls) => _calls = calls;

    /// <summary>Simulates a message from a customer; completes when its push has been attempted.</summary>
    /// <param name="message">The message; what it leaves out is made up. Default: a text from a new customer.</param>
    public Task<InboundAnswer> SendAsync(CustomerMessage? message = null, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<CustomerMessage, InboundAnswer>("/_sandbox/inbound", message ?? new CustomerMessage(), cancellationToken);

    /// <summary>Simulates a message given as JSON, with the properties of <see cref="CustomerMessage"/>; the server refuses unknown ones.</summary>
    public Task<InboundAnswer> SendJsonAsync(JsonObject message, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<JsonObject, InboundAnswer>("/_sandbox/inbound", message, cancellationToken);

    /// <summary>Simulates several messages of a customer at once; completes when their pushes have been attempted.</summary>
    /// <param name="together">True puts them into one push.</param>
    public Task<InboundAnswer> SendAsync(CustomerAddress? from, IReadOnlyList<CustomerContent> messages, bool together = false, CancellationToken cancellationToken = default) =>
        SendAsync(new CustomerMessage { From = from, Messages = messages, Together = together ? true : null }, cancellationToken);

    /// <summary>Simulates a text from a customer; completes when its push has been attempted.</summary>
    /// <param name="phone">Phone of the customer in international form.</param>
    public Task<InboundAnswer> SendAsync(string phone, string text, CancellationToken cancellationToken = default) =>
        SendAsync(new CustomerMessage { From = new CustomerAddress { Phone = phone }, Text = new OutBoundMsgText { Body = text } }, cancellationToken);
}
