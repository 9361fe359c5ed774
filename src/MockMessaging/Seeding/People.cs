using System.Globalization;
using Bogus;
using Bogus.DataSets;

namespace MockMessaging.Seeding;

/// <summary>
/// Made-up customers and what they send. Each item follows from seed and number alone, never from what was asked for before, and Bogus is
/// loaded by the first call, not by construction, since most servers never need it.
/// </summary>
internal sealed class People(long seed)
{
    private const string Locale = "en_IND";

    private readonly PhoneNumbers _phones = new(seed);

    public Person Customer(long number)
    {
        var dice = SeededRandom(nameof(Customer), number);
        var name = new Name(Locale) { Random = dice };
        var first = name.FirstName();
        var last = name.LastName();
        var mailbox = string.Create(CultureInfo.InvariantCulture, $"{first}.{last}.{number}").Replace(' ', '.').ToLowerInvariant();
        return new Person(first, last, _phones.At(number), $"{mailbox}@{dice.ArrayElement(Phrases.MailDomains)}");
    }

    public string Text(long number)
    {
        var dice = SeededRandom(nameof(Text), number);
        return dice.ArrayElement(Phrases.Texts)
            .Replace("{order}", $"OD-{dice.Number(10_000, 99_999)}", StringComparison.Ordinal)
            .Replace("{product}", dice.ArrayElement(Phrases.Products), StringComparison.Ordinal);
    }

    /// <param name="kind">image, video, audio, voice or document.</param>
    /// <param name="number">Which one.</param>
    public MediaSample Media(string kind, long number)
    {
        var media = MediaKind.Of(kind);
        var dice = SeededRandom(kind, number);
        var filename = $"{dice.ArrayElement(media.Subjects)}-{dice.Number(1_000, 9_999)}.{media.Extension}";
        return new MediaSample(
            Id: dice.Long(100_000_000_000_000, 999_999_999_999_999).ToString(CultureInfo.InvariantCulture),
            Link: $"https://media.example.com/{kind}/{filename}",
            Filename: filename,
            MimeType: media.MimeType,
            Caption: media.Captions is [] ? null : dice.ArrayElement(media.Captions),
            Sha256: dice.Hexadecimal(64, prefix: ""));
    }

    public PlaceSample Place(long number)
    {
        var dice = SeededRandom(nameof(Place), number);
        var city = dice.ArrayElement(City.All);
        var street = new Address(Locale) { Random = dice }.StreetAddress();
        return new PlaceSample(
            Name: $"{dice.ArrayElement(Phrases.Places)}, {city.Name}",
            Address: $"{street}, {city.Name}, {city.State}, India",
            Latitude: Near(city.Latitude, dice),
            Longitude: Near(city.Longitude, dice));
    }

    public CardSample Card(long number)
    {
        var dice = SeededRandom(nameof(Card), number);
        var name = new Name(Locale) { Random = dice };
        var holder = Customer(WorkspaceSeed.Derive(seed, "card holder", number) & int.MaxValue);
        return new CardSample(holder, new Company { Random = dice }.CompanyName(), name.JobTitle());
    }

    private static string Near(double degrees, Randomizer dice) =>
        (degrees + dice.Double(-0.05, 0.05)).ToString("F4", CultureInfo.InvariantCulture);

    private Randomizer SeededRandom(string kind, long number) => new((int)WorkspaceSeed.Derive(seed, kind, number));
}
