using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.Seeding;
using MockMessaging.Workspaces;

namespace MockMessaging.Inbound;

/// <summary>Plays the client's side of the two callbacks, and keeps what came.</summary>
internal sealed class CallbackDesk
{
    public Callback Keep(WorkspaceTransaction transaction, string path, byte[] body)
    {
        var callback = new Callback { Id = transaction.NextId().ToString(), Path = path, At = transaction.Now, Body = JsonNode.Parse(body) };
        transaction.State.Callbacks.Add(callback);
        transaction.Save(callback);
        return callback;
    }

    public ContactInfoUpdate ContactInfo(WorkspaceTransaction transaction, InBoundContact asked, byte[] body)
    {
        Keep(transaction, "/api/v1/contact/info", body);
        var contactId = asked.ContactId ?? asked.Csid ?? "";
        transaction.State.Contacts.TryGetValue(contactId, out var known);
        var number = (long)(Dice.Roll(WorkspaceSeed.FromKey(contactId), 1) >> 33);
        var invented = transaction.State.People.Customer(number);
        return new ContactInfoUpdate
        {
            ProfileId = $"C{number % 100_000:D5}",
            Name = known?.Name ?? asked.Profile?.Name ?? invented.Name,
            Email = known?.Email ?? asked.Profile?.Email ?? invented.Email,
            Mobile = known?.Phone ?? asked.Profile?.Phone ?? invented.Phone,
            Labels = [new CustomerLabel { Key = "CUSTOMER_TYPE", Name = "Customer Type", Type = LabelType.Text, Value = number % 2 == 0 ? "Gold" : "Silver" }],
        };
    }
}
