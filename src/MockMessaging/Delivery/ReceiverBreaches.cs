using MockMessaging.Contract;
using MockMessaging.Conversations;

namespace MockMessaging.Delivery;

/// <summary>Addresses that this API accepts and a provider would reject.</summary>
internal static class ReceiverBreaches
{
    /// <summary>The customer's answer comes from the number in digits, and so from another contact than the one this message makes.</summary>
    public static IEnumerable<string> Phone(OutBoundMsg message) =>
        message.To is { Phone: { } phone } to
        && string.IsNullOrWhiteSpace(to.ContactId)
        && ContactAddress.Normalise(phone) is { } number
        && number.Any(letter => !char.IsAsciiDigit(letter))
            ? [$"to.phone '{phone}' holds more than digits, so the customer's answer will come from another contact; send it as +{Digits(number)}"]
            : [];

    public static IEnumerable<string> Mail(OutBoundMsg message) =>
        message.To is { Email: { } mail } to && string.IsNullOrWhiteSpace(to.ContactId) && !IsAddress(mail)
            ? [$"to.email '{mail}' is not one plain mail address, so it reaches nobody; send it as name@example.com"]
            : [];

    private static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));

    private static bool IsAddress(string mail) =>
        mail.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at < mail.Length - 1
        && mail.IndexOf('@', at + 1) < 0
        && !mail.Any(letter => char.IsWhiteSpace(letter) || letter is ',' or ';' or ':' or '<' or '>' or '"' or '(' or ')');
}
