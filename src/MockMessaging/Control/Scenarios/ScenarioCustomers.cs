using MockMessaging.Contract;
using MockMessaging.Conversations;
using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>Adds the customers of scenarios: a contact, rules for what happens to messages to it, and what it writes without being asked.</summary>
internal sealed class ScenarioCustomers(PlannedMessages planned)
{
    /// <exception cref="ApiException">It makes no sense, or the workspace is full.</exception>
    public ScenarioCustomerView Add(WorkspaceTransaction transaction, ScenarioCustomer customer, App app)
    {
        var channel = ChannelOf(transaction.State, customer.ChannelId);
        var contact = ContactBook.GetOrAdd(transaction, channel, AddressOf(transaction, channel, customer));
        var writes = (customer.Writes ?? []).Select((message, index) => Planned(transaction, contact, app, message, $"writes[{index}].")).ToList();
        if (transaction.State.Planned.Count + writes.Count > transaction.State.Limits.RulesKept)
        {
            throw ErrorCatalog.Conflict("writes", $"Customers of a workspace have at most {transaction.State.Limits.RulesKept} messages to write (Limits:RulesKept); leave out some.");
        }

        writes.ForEach(message => planned.Add(transaction, message));
        return new ScenarioCustomerView(contact.Id, channel.ChannelId, contact.Name, contact.Phone, contact.Email, [.. RulesOf(customer, contact).Select(rule => OutcomeReactions.Add(transaction, rule).Id)]);
    }

    /// <summary>The turns; and, for every other message, what the customer does otherwise.</summary>
    private static IEnumerable<OutcomeRuleRequest> RulesOf(ScenarioCustomer customer, Contact contact)
    {
        if (customer.Turns is not null)
        {
            yield return RuleOf(customer, contact, customer.Turns);
        }

        if (new object?[] { customer.Outcome, customer.Says, customer.Presses, customer.Sends }.Any(given => given is not null)
            || (customer.Turns is null && new object?[] { customer.Error, customer.Delays, customer.After }.Any(given => given is not null)))
        {
            yield return RuleOf(customer, contact, null);
        }
    }

    private static OutcomeRuleRequest RuleOf(ScenarioCustomer customer, Contact contact, IReadOnlyList<OutcomeTurnRequest>? turns) => new()
    {
        Match = new OutcomeMatchRequest { ContactId = contact.Id },
        Outcome = customer.Outcome,
        Error = customer.Error,
        Delays = customer.Delays,
        After = customer.After,
        Says = customer.Says,
        Presses = customer.Presses,
        Sends = customer.Sends,
        Turns = turns,
        Times = turns is null || customer.Repeat is true ? null : 1,
    };

    private static Channel ChannelOf(WorkspaceState state, string? channelId)
    {
        if (channelId is not null && state.FindChannel(channelId) is null)
        {
            var nearest = Choice.DidYouMean(channelId, state.Channels.Select(channel => channel.ChannelId));
            throw ErrorCatalog.Impossible("channelId", $"channelId: '{channelId}' does not exist{nearest}; GET /_sandbox/channels lists them.");
        }

        return InboundReceiver.ChannelOf(state, channelId);
    }

    private static ContactAddress AddressOf(WorkspaceTransaction transaction, Channel channel, ScenarioCustomer customer)
    {
        var given = new CustomerAddress { Phone = customer.Phone, Email = customer.Email, Name = customer.Name, Csid = customer.Csid, ContactId = customer.ContactId };
        try
        {
            return InboundReceiver.AddressOf(transaction, channel, given);
        }
        catch (ApiException)
        {
            var needed = channel.ContactType switch
            {
                ContactType.WhatsApp or ContactType.Sms => "phone",
                ContactType.Email => "email",
                _ => "csid",
            };
            throw ErrorCatalog.Impossible("channelId", $"{needed} is missing: a customer of the channel '{channel.ChannelId}' needs it, or contactId.");
        }
    }

    private static PlannedMessage Planned(WorkspaceTransaction transaction, Contact contact, App app, ScenarioMessage message, string place)
    {
        if (message is { Says: not null, Sends: not null })
        {
            throw ErrorCatalog.Impossible(place + "says", $"{place}says: give one of says and sends.");
        }

        var after = Spans.MillisecondsOf(message.After, place + "after", DelaysRequests.Longest) ?? 0;
        return new PlannedMessage
        {
            ContactId = contact.Id,
            AppId = app.Id,
            DueMs = transaction.Now + after,
            Content = message.Sends is { } content ? OutcomeReactions.Checked(content, place + "sends.", transaction.State)
                : message.Says is { } text ? CustomerJson.Write(new CustomerContent { Text = new() { Body = text } }) : [],
        };
    }
}
