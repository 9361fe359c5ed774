using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.Http;
using MockMessaging.Ids;
using MockMessaging.Seeding;
using MockMessaging.State;

namespace MockMessaging.Inbound;

/// <summary>Acts as the client in the two callbacks, and stores the requests.</summary>
internal static class CallbackRecorder
{
    public static Callback Store(WorkspaceTransaction transaction, string path, RequestBody body)
    {
        var callback = new Callback { Id = transaction.NextId().ToString(), Path = path, At = transaction.Now, Body = JsonNode.Parse(body.Utf8) };
        if (transaction.State.Callbacks.Add(callback) is { } gone)
        {
            transaction.Remove(gone);
        }

        transaction.Save(callback);
        return callback;
    }

    /// <summary>The data of a contact in the workspace; missing values are made up.</summary>
    public static ContactInfoUpdate Known(WorkspaceState state, InBoundContact asked)
    {
        var contactId = asked.ContactId ?? asked.Csid ?? "";
        state.Contacts.TryGetValue(contactId, out var known);
        var number = (long)(SeededRandom.Roll(WorkspaceSeed.FromKey(contactId), 1) >> 33);
        var invented = state.People.Customer(number);
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
