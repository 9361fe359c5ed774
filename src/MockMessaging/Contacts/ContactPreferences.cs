using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.Workspaces;

namespace MockMessaging.Contacts;

/// <summary>Keeps what contacts prefer.</summary>
internal static class ContactPreferences
{
    public static InBoundEvent SetLanguage(WorkspaceTransaction transaction, ContactPrefsUpdate update)
    {
        if (!transaction.State.Contacts.TryGetValue(update.ContactId ?? "", out var contact))
        {
            throw ErrorCatalog.ContactNotFound(update.ContactId);
        }

        contact.Lang = string.IsNullOrEmpty(update.Lang) ? null : update.Lang;
        transaction.Save(contact);
        return new InBoundEvent { EventCode = "CONTACT_UPDATE", ContactId = contact.Id };
    }
}
