using MockMessaging.Contract;

namespace MockMessaging.Sessions;

/// <summary>A contact card in the transcript.</summary>
internal static class CardRow
{
    /// <summary>The transcript shows a place as a card that has only a location.</summary>
    public static IReadOnlyList<PBVCard>? OfPlace(CommonMsgLocation? location) => location is null
        ? null
        : [new PBVCard
        {
            Locations = [new PBLocation { Name = location.Name, Address = location.Address, Latitude = location.Latitude, Longitude = location.Longitude, Url = location.Url }],
        }];

    public static PBVCard Of(CommonMsgContactCard card) => new()
    {
        Name = new PBName { FirstName = card.Name?.FirstName, LastName = card.Name?.LastName, FormattedName = card.Name?.FormattedName },
        Phones = [.. (card.Phones ?? []).Select(phone => new PBPhone { Phone = phone.Phone, Type = phone.Type, WhatsAppId = phone.WaId })],
        Emails = [.. (card.Emails ?? []).Select(mail => new PBEmail { Email = mail.Email, Type = mail.Type })],
        Urls = [.. (card.Urls ?? []).Select(site => new PBWebsite { Url = site.Url, Type = site.Type })],
        Ims = [.. (card.Ims ?? []).Select(account => new PBSocial { Service = account.Service, Userid = account.Userid })],
        Addresses = [.. (card.Addresses ?? []).Select(place => new PBAddress
        {
            Street = place.Street,
            City = place.City,
            State = place.State,
            Zip = place.Zip,
            Country = place.Country,
            CountryCode = place.CountryCode,
            Type = place.Type,
        })],
        Work = card.Org is { } org ? [new PBWork { Company = org.Company, Department = org.Department, Title = org.Title }] : [],
        Dates = card.Birthday is { } birthday ? [new PBDate { Date = birthday, Type = "BIRTHDAY" }] : [],
    };
}
