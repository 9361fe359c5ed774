using System.Globalization;
using Bogus;
using Bogus.DataSets;

namespace MockMessaging.Seeding;

/// <summary>A made-up customer; the phone is in international form without blanks, such as <c>+919812345678</c>.</summary>
internal sealed record Person(string FirstName, string LastName, string Phone, string Email)
{
    public string Name => $"{FirstName} {LastName}";
}

internal sealed record MediaSample(string Filename, string MimeType, string? Caption);

internal sealed record PlaceSample(string Name, string Address, string Latitude, string Longitude);

/// <summary>
/// Made-up customers and what they send. Each item depends only on seed and number, not on earlier items. Bogus is loaded at the first use
/// and not by the constructor, since most servers never need it.
/// </summary>
internal sealed class People(long seed)
{
    private const string Locale = "en_IND";

    private readonly PhoneNumbers _phones = new(seed);

    public Person Customer(long number)
    {
        var random = RandomFor(nameof(Customer), number);
        var name = new Name(Locale) { Random = random };
        var first = name.FirstName();
        var last = name.LastName();
        var mailbox = string.Create(CultureInfo.InvariantCulture, $"{first}.{last}.{number}").Replace(' ', '.').ToLowerInvariant();
        return new Person(first, last, _phones.At(number), $"{mailbox}@{random.ArrayElement(Phrases.MailDomains)}");
    }

    public string Text(long number)
    {
        var random = RandomFor(nameof(Text), number);
        return random.ArrayElement(Phrases.Texts)
            .Replace("{order}", $"OD-{random.Number(10_000, 99_999)}", StringComparison.Ordinal)
            .Replace("{product}", random.ArrayElement(Phrases.Products), StringComparison.Ordinal);
    }

    /// <param name="kind">image, sticker, video, audio, voice or document.</param>
    /// <param name="number">Number of the item.</param>
    public MediaSample Media(string kind, long number)
    {
        var media = MediaKind.Of(kind);
        var random = RandomFor(kind, number);
        var filename = $"{random.ArrayElement(media.Subjects)}-{random.Number(1_000, 9_999)}.{media.Extension}";
        return new MediaSample(filename, media.MimeType, media.Captions is [] ? null : random.ArrayElement(media.Captions));
    }

    public PlaceSample Place(long number)
    {
        var random = RandomFor(nameof(Place), number);
        var city = random.ArrayElement(City.All);
        var street = new Address(Locale) { Random = random }.StreetAddress();
        return new PlaceSample(
            Name: $"{random.ArrayElement(Phrases.Places)}, {city.Name}",
            Address: $"{street}, {city.Name}, {city.State}, India",
            Latitude: Near(city.Latitude, random),
            Longitude: Near(city.Longitude, random));
    }

    /// <summary>The person on a contact card.</summary>
    public Person CardHolder(long number) => Customer(WorkspaceSeed.Derive(seed, "card holder", number) & int.MaxValue);

    private static string Near(double degrees, Randomizer random) =>
        (degrees + random.Double(-0.05, 0.05)).ToString("F4", CultureInfo.InvariantCulture);

    private Randomizer RandomFor(string kind, long number) => new((int)WorkspaceSeed.Derive(seed, kind, number));
}
