using System.Globalization;
using MockMessaging.Seeding;
using Xunit;

namespace MockMessaging.Tests.Units;

public sealed class PeopleTests
{
    private const long Seed = 20_241_119;

    public static TheoryData<string> MediaKinds => ["image", "sticker", "video", "audio", "voice", "document"];

    [Fact]
    public void Same_seed_and_number_give_the_same_data_in_any_order()
    {
        var forwards = new People(Seed);
        var backwards = new People(Seed);

        var first = Enumerable.Range(0, 20).Select(number => Everything(forwards, number)).ToList();
        var second = Enumerable.Range(0, 20).Reverse().Select(number => Everything(backwards, number)).Reverse().ToList();

        Assert.Equal(first, second);
    }

    [Fact]
    public void Other_seeds_give_other_data() => Assert.NotEqual(Everything(new People(1), 1), Everything(new People(2), 1));

    [Fact]
    public void Bogus_being_used_elsewhere_changes_nothing()
    {
        var before = Everything(new People(Seed), 7);
        _ = new Bogus.Faker().Person.FullName;

        Assert.Equal(before, Everything(new People(Seed), 7));
    }

    [Fact]
    public void No_two_customers_share_a_phone_number_or_mailbox()
    {
        var people = new People(Seed);
        var customers = Enumerable.Range(0, 2_000).Select(number => people.Customer(number)).ToList();

        Assert.Distinct(customers.Select(customer => customer.Phone));
        Assert.Distinct(customers.Select(customer => customer.Email));
        Assert.All(customers, customer => Assert.Matches(@"^[a-z.]+\.\d+@example\.(com|org)$", customer.Email));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4_711)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void A_customer_can_be_reached_and_is_no_test_number(long number)
    {
        var customer = new People(Seed).Customer(number);

        Assert.Matches(@"^\+91[6-9]\d{9}$", customer.Phone);
        Assert.InRange(int.Parse(customer.Phone[^4..], CultureInfo.InvariantCulture), 1_000, 9_999);
        Assert.Equal($"{customer.FirstName} {customer.LastName}", customer.Name);
    }

    [Fact]
    public void What_customers_write_leaves_no_gap_open() => Assert.All(
        Enumerable.Range(0, 100).Select(number => new People(Seed).Text(number)),
        text =>
        {
            Assert.InRange(text.Length, 10, 120);
            Assert.DoesNotContain('{', text);
        });

    [Theory]
    [MemberData(nameof(MediaKinds))]
    public void Media_is_described_as_a_provider_would(string kind)
    {
        var media = new People(Seed).Media(kind, 3);

        Assert.Matches("^[a-z-]+-[0-9]{4}[.][a-z0-9]+$", media.Filename);
        Assert.Contains('/', media.MimeType);
        Assert.Equal(kind is "audio" or "voice" or "sticker", media.Caption is null);
    }

    [Fact]
    public void An_unknown_kind_of_media_is_answered_with_the_known_ones()
    {
        var unknown = Assert.Throws<ArgumentException>(() => new People(Seed).Media("hologram", 1));

        Assert.StartsWith("No media kind 'hologram'. There are: image, sticker, video, audio, voice, document.", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_lies_on_the_map_of_India()
    {
        var place = new People(Seed).Place(5);

        Assert.EndsWith(", India", place.Address, StringComparison.Ordinal);
        Assert.InRange(double.Parse(place.Latitude, CultureInfo.InvariantCulture), 8, 29);
        Assert.InRange(double.Parse(place.Longitude, CultureInfo.InvariantCulture), 72, 89);
    }

    [Fact]
    public void The_seed_of_a_key_is_the_same_everywhere()
    {
        Assert.Equal(7476318747566604458, WorkspaceSeed.FromKey("demo"));
        Assert.NotEqual(WorkspaceSeed.FromKey("demo-1"), WorkspaceSeed.FromKey("demo-2"));
    }

    // Joined into text, since records compare their lists by reference and a difference should be readable.
    private static string Everything(People people, long number) => string.Join(
        '\n',
        people.Customer(number),
        people.Text(number),
        people.Media("image", number),
        people.Media("document", number),
        people.Place(number),
        people.CardHolder(number));
}
