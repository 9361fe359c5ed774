using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Conversations;

/// <summary>Works out which contact an address on a channel means. Production's rules: nothing is guessed or tidied beyond them.</summary>
internal sealed record ContactAddress(string ContactId, string Csid, string? Phone, string? Email, string? Name)
{
    /// <exception cref="ApiException">INSUFFICIENT_CONTACT_DETAILS: no contact follows from what is given.</exception>
    public static ContactAddress Of(Channel channel, string? contactId, string? phone, string? email, string? name, string? csid = null)
    {
        phone = Blank(Normalise(phone));
        email = Blank(email);
        name = Blank(name);
        if (Blank(contactId) is { } given)
        {
            var own = CsidIn(given, channel);
            return new ContactAddress(given, own, phone ?? (IsByPhone(channel) ? own : null), email ?? (IsByMail(channel) ? own : null), name);
        }

        var worked = IsByPhone(channel) ? phone : IsByMail(channel) ? email : Blank(csid);
        return worked is null
            ? throw ErrorCatalog.ContactUnclear(WhatIsNeeded(channel))
            : new ContactAddress($"{ChannelTypes.PrefixOf(channel.ContactType)}{worked}_{channel.Lane}", worked, phone, email, name);
    }

    /// <summary>Only a number in international form loses its plus and its blanks; any other is left as it is.</summary>
    public static string? Normalise(string? phone) =>
        phone is ['+', ..] ? string.Concat(phone[1..].Where(letter => !char.IsWhiteSpace(letter))) : phone;

    /// <summary>Whether only an account id tells who somebody on the channel is.</summary>
    public static bool NeedsCsid(Channel channel) => !IsByPhone(channel) && !IsByMail(channel);

    private static bool IsByPhone(Channel channel) => channel.ContactType is ContactType.WhatsApp or ContactType.Sms;

    private static bool IsByMail(Channel channel) => channel.ContactType is ContactType.Email;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string CsidIn(string contactId, Channel channel)
    {
        var prefix = ChannelTypes.PrefixOf(channel.ContactType);
        var suffix = "_" + channel.Lane;
        var start = contactId.StartsWith(prefix, StringComparison.Ordinal) ? prefix.Length : 0;
        var end = contactId.EndsWith(suffix, StringComparison.Ordinal) ? contactId.Length - suffix.Length : contactId.Length;
        return end > start ? contactId[start..end] : contactId;
    }

    private static string WhatIsNeeded(Channel channel) => channel switch
    {
        _ when IsByPhone(channel) => $"A {channel.ContactType} message needs to.phone or to.contactId.",
        _ when IsByMail(channel) => "An e-mail needs to.email or to.contactId.",
        _ => $"A {channel.ContactType} message needs to.contactId.",
    };
}
