using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Conversations;

/// <summary>The contact of a phone, mail address or account id on a channel. Ids are built as in production.</summary>
internal sealed record ContactAddress(string ContactId, string Csid, string? Phone, string? Email, string? Name)
{
    /// <param name="party">The property that has the address: to or from.</param>
    /// <exception cref="ApiException">INSUFFICIENT_CONTACT_DETAILS: the address names no contact.</exception>
    public static ContactAddress Of(Channel channel, string? contactId, string? phone, string? email, string? name, string? csid = null, string party = "to")
    {
        phone = Blank(Normalise(phone));
        email = Blank(email);
        name = Blank(name);
        if (Blank(contactId) is { } given)
        {
            var own = CsidIn(given, channel);
            return new ContactAddress(given, own, phone ?? (IsByPhone(channel) ? own : null), email ?? (IsByMail(channel) ? own : null), name);
        }

        var derived = IsByPhone(channel) ? phone : IsByMail(channel) ? email : Blank(csid);
        return derived is null
            ? throw ErrorCatalog.ContactUnclear(WhatIsNeeded(channel, party), party)
            : new ContactAddress($"{ChannelTypes.PrefixOf(channel.ContactType)}{derived}_{channel.Lane}", derived, phone, email, name);
    }

    /// <summary>Removes plus and blanks of a number in international form. Any other number stays as it is.</summary>
    public static string? Normalise(string? phone) =>
        phone is ['+', ..] ? string.Concat(phone[1..].Where(letter => !char.IsWhiteSpace(letter))) : phone;

    /// <summary>True if people on the channel have neither phone nor mail address, only an account id.</summary>
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

    private static string WhatIsNeeded(Channel channel, string party) => channel switch
    {
        _ when IsByPhone(channel) => $"A {channel.ContactType} message needs {party}.phone or {party}.contactId.",
        _ when IsByMail(channel) => $"An e-mail needs {party}.email or {party}.contactId.",
        _ => $"A {channel.ContactType} message needs {(party == "from" ? "from.csid or " : "")}{party}.contactId.",
    };
}
