using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Contacts;

/// <summary>Stores preferences of contacts.</summary>
internal static class ContactPreferences
{
    public static InBoundEvent SetLanguage(WorkspaceTransaction transaction, ContactPrefsUpdate update)
    {
        if (transaction.State.Contacts.TryGetValue(update.ContactId ?? "", out var contact))
        {
            contact.Lang = string.IsNullOrEmpty(update.Lang) ? null : update.Lang;
            transaction.Save(contact);
        }
        else if (transaction.State.Fidelity.ContactNotFound(update.ContactId) is { } refusal)
        {
            throw refusal;
        }

        return new InBoundEvent { EventCode = "CONTACT_UPDATE", ContactId = update.ContactId };
    }
}
