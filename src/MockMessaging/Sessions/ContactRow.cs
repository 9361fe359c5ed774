using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Sessions;

/// <summary>The part of a contact that stands beside its messages.</summary>
internal static class ContactRow
{
    public static ContactDTO Of(Contact contact) => new()
    {
        ContactId = contact.Id,
        ContactType = WireNames.Of(contact.ContactType),
        ChannelType = contact.ChannelType,
        Csid = contact.Csid,
        Lane = contact.Lane,
        Name = contact.Name,
        Phone = contact.Phone,
        Email = contact.Email,
        Prefix = ChannelTypes.PrefixOf(contact.ContactType),
        CreatedStamp = contact.CreatedAt,
        FirstInBoundStamp = contact.FirstInboundAt,
        LastInBoundStamp = contact.LastInboundAt,
        FirstOutBoundStamp = contact.FirstOutboundAt,
        LastOutBoundStamp = contact.LastOutboundAt,
        LastOptInStamp = contact.OptInAt,
        Profile = contact.Business is { } known
            ? new ChatProfileDTO { ContactId = contact.Id, ProfileId = known.ProfileId, Name = known.Name, Email = known.Email, Mobile = known.Phone, Labels = known.Labels }
            : null,
        SessionId = contact.Session?.Id,
    };
}
