using System.Text.RegularExpressions;
using Xunit;

namespace MockMessaging.Tests.Conventions;

/// <summary>Knowledge flows down: a room may use those below it, and never those above or beside it.</summary>
public sealed partial class RoomsTests
{
    private const int MostFiles = 25;

    /// <summary>From the top down; rooms on one line do not know each other.</summary>
    private static readonly string[][] Floors =
    [
        ["OpenApi", "Page", "Mcp"],
        ["Control"],
        ["Configuration", "Messages", "Inbound", "Sessions", "Contacts", "Analytics", "Health"],
        ["Delivery"],
        ["Conversations"],
        ["Webhooks", "Templates", "Authentication", "Journal"],
        ["Http"],
        ["Workspaces"],
        ["Persistence", "Faults", "Timers", "Events"],
        ["State"],
        ["Limits", "Ids"],
        ["Time", "Seeding", "Storage"],
        ["Telemetry"],
        ["Fidelity"],
        ["Errors"],
    ];

    [Fact]
    public void Every_folder_of_the_product_is_a_room_with_a_floor()
    {
        var rooms = SourceTree.Files("src/MockMessaging").Where(file => file.Path.Contains('/', StringComparison.Ordinal)).Select(file => file.Path.Split('/')[0]).Distinct();

        Assert.Equal(Floors.SelectMany(floor => floor).Order(StringComparer.Ordinal), rooms.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_room_uses_only_rooms_below_it()
    {
        var upward = from file in SourceTree.Files("src/MockMessaging")
                     where file.Path.Contains('/', StringComparison.Ordinal)
                     let room = file.Path.Split('/')[0]
                     from Match used in UsedRoom().Matches(file.Text)
                     let other = used.Groups["room"].Value
                     where other != room && FloorOf(other) >= 0 && FloorOf(other) <= FloorOf(room)
                     select $"{file.Path} uses {other}";

        Assert.Empty(upward);
    }

    [Theory]
    [InlineData("src/MockMessaging")]
    [InlineData("src/MockMessaging.Client")]
    [InlineData("tests/MockMessaging.Tests")]
    public void No_folder_holds_more_files_than_a_reader_takes_in(string root)
    {
        var crowded = SourceTree.Files(root).CountBy(file => Path.GetDirectoryName(file.Path)!).Where(folder => folder.Value > MostFiles);

        Assert.Empty(crowded.Select(folder => $"{folder.Key}: {folder.Value} files"));
    }

    private static int FloorOf(string room) => Array.FindIndex(Floors, floor => floor.Contains(room));

    [GeneratedRegex(@"\bMockMessaging\.(?<room>[A-Z]\w+)")]
    private static partial Regex UsedRoom();
}
