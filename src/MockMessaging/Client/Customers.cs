using MockMessaging.Contract;
using MockMessaging.Control;
using MockMessaging.Conversations;

namespace MockMessaging.Client;

/// <summary>Customers who write to a workspace.</summary>
public sealed class Customers
{
    private readonly SandboxCalls _calls;

    internal Customers(SandboxCalls calls) => _calls = calls;

    /// <summary>Lets a customer write, and ends when the push was attempted. What the message leaves out is made up.</summary>
    /// <param name="message">What the customer sends. Default: a text by somebody new.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<InboundAnswer> SendAsync(CustomerMessage? message = null, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<CustomerMessage, InboundAnswer>("/_sandbox/inbound", message ?? new CustomerMessage(), cancellationToken);

    /// <summary>Lets a customer write a text, and ends when the push was attempted.</summary>
    /// <param name="phone">Who writes, in international form.</param>
    /// <param name="text">The words.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<InboundAnswer> SendAsync(string phone, string text, CancellationToken cancellationToken = default) =>
        SendAsync(new CustomerMessage { From = new CustomerAddress { Phone = phone }, Text = new OutBoundMsgText { Body = text } }, cancellationToken);
}
