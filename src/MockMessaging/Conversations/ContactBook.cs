using MockMessaging.State;

namespace MockMessaging.Conversations;

/// <summary>Finds the contact of an address, or creates it.</summary>
internal static class ContactBook
{
    public static Contact GetOrAdd(WorkspaceTransaction transaction, Channel channel, ContactAddress address)
    {
        if (transaction.State.Contacts.TryGetValue(address.ContactId, out var known))
        {
            Complete(transaction, known, address);
            return known;
        }

        CapacityCheck.EnsureContact(transaction.State);
        var contact = new Contact
        {
            Id = address.ContactId,
            ChannelId = channel.ChannelId,
            ChannelType = channel.ChannelType,
            Lane = channel.Lane,
            ContactType = channel.ContactType,
            Csid = address.Csid,
            Name = address.Name,
            Phone = address.Phone,
            Email = address.Email,
            CreatedAt = transaction.Now,
        };
        transaction.State.Contacts.Add(contact.Id, contact);
        transaction.Save(contact);
        return contact;
    }

    /// <summary>Adds values that were not known yet. Known values stay.</summary>
    private static void Complete(WorkspaceTransaction transaction, Contact contact, ContactAddress address)
    {
        if ((contact.Name is null && address.Name is not null)
            || (contact.Phone is null && address.Phone is not null)
            || (contact.Email is null && address.Email is not null))
        {
            contact.Name ??= address.Name;
            contact.Phone ??= address.Phone;
            contact.Email ??= address.Email;
            transaction.Save(contact);
        }
    }
}
