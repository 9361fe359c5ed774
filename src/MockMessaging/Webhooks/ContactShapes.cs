using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Webhooks;

/// <summary>A contact in the shapes the contract has for it.</summary>
internal static class ContactShapes
{
    /// <summary>As it stands in <c>contacts</c> of a push.</summary>
    public static InBoundContact Pushed(Contact contact) => new()
    {
        ContactId = contact.Id,
        Csid = contact.Csid,
        ContactType = contact.ContactType,
        Lane = contact.Lane,
        ChannelId = contact.ChannelId,
        BusinessProfile = contact.Business is { } known
            ? new ContactBusinessProfile { ProfileId = known.ProfileId, Name = known.Name, Email = known.Email, Phone = known.Phone }
            : null,
        Profile = new InBoundContactProfile { Name = contact.Name, Email = contact.Email, Phone = contact.Phone },
    };

    /// <summary>As it stands in an event.</summary>
    public static Contactable Reachable(Contact contact) => new()
    {
        ContactId = contact.Id,
        ContactType = WireNames.Of(contact.ContactType),
        ChannelType = contact.ChannelType,
        Csid = contact.Csid,
        Lane = contact.Lane,
        Name = contact.Name,
        Phone = contact.Phone,
        Email = contact.Email,
    };
}
