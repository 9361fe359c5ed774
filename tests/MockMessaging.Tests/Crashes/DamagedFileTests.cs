using System.Net;
using Xunit;

namespace MockMessaging.Tests.Crashes;

/// <summary>Damages a data file and its log as disks do. The server may serve a beginning of what happened, set the workspace with the damage aside, or say that it cannot start and leave the file as it is.</summary>
/// <remarks>What is damaged in the middle of a log never makes a shorter one of it.</remarks>
public sealed class DamagedFileTests(FilledFile filled, ITestOutputHelper output) : IClassFixture<FilledFile>, IDisposable
{
    private const int Page = 8_192;

    private const string Cut = "cut between pages";
    private const string CutWithinAPage = "cut within a page";
    private const string ZeroedPage = "zeroed page";
    private const string FlippedBit = "flipped bit";
    private const string FlippedBitAtTheStart = "flipped bit at the start";

    private const string Refused = "refused";
    private const string SetAside = "workspace set aside";

    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    private string DataFile => Path.Combine(_folder, "data.db");

    private string LogFile => Path.Combine(_folder, "data-log.db");

    [Theory]
    [InlineData("data", Cut, 5)]
    [InlineData("data", CutWithinAPage, 5)]
    [InlineData("data", ZeroedPage, 8)]
    [InlineData("data", FlippedBit, 16)]
    [InlineData("data", FlippedBitAtTheStart, 16)]
    [InlineData("log", Cut, 5)]
    [InlineData("log", CutWithinAPage, 5)]
    [InlineData("log", ZeroedPage, 12)]
    [InlineData("log", FlippedBit, 8)]
    public async Task Damaged_file_is_told_or_a_beginning_of_it_is_served(string file, string damage, int times)
    {
        var (data, log) = file == "log" ? filled.Killed : (filled.Ended, []);
        var dice = new Random(20_260_105);
        var ends = new Dictionary<string, int>();
        for (var time = 0; time < times; time++)
        {
            var (badData, badLog) = file == "data" ? (Damaged(data, damage, dice, Page), log) : (data, Damaged(log, damage, dice, Page));
            await File.WriteAllBytesAsync(DataFile, badData, TestWorkspace.Cancelled);
            await File.WriteAllBytesAsync(LogFile, badLog, TestWorkspace.Cancelled);
            var end = await EndAsync(mostLost: file == "log" && damage is ZeroedPage or FlippedBit ? 1 : int.MaxValue);
            ends[end] = ends.GetValueOrDefault(end) + 1;
            if (end == Refused)
            {
                var left = await BytesAsync();
                Assert.True(badData.SequenceEqual(left.Data) && badLog.SequenceEqual(left.Log), $"Damage {time} was refused, and the file was changed.");
            }
        }

        output.WriteLine($"{file}, {damage}: {string.Join(", ", ends.Select(end => $"{end.Value} {end.Key}"))}.");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Damaged(byte[] bytes, string damage, Random dice, int page)
    {
        var copy = (byte[])bytes.Clone();
        switch (damage)
        {
            case Cut:
                return copy[..(dice.Next(bytes.Length / page) * page)];
            case CutWithinAPage:
                return copy[..dice.Next(1, bytes.Length)];
            case ZeroedPage:
                Array.Clear(copy, dice.Next(bytes.Length / page) * page, page);
                return copy;
            case FlippedBit:
                copy[dice.Next(copy.Length)] ^= (byte)(1 << dice.Next(8));
                return copy;
            default:
                copy[dice.Next(256)] ^= (byte)(1 << dice.Next(8));
                return copy;
        }
    }

    /// <summary>Starts a server on the file, and says how that ended.</summary>
    private async Task<string> EndAsync(int mostLost)
    {
        try
        {
            await using var server = await StartAsync();
            if (await IsSetAsideAsync(server))
            {
                return SetAside;
            }

            var served = await ServedAsync(server);
            Assert.Equal(filled.Sent.Take(served.Count), served);
            Assert.InRange(filled.Sent.Count - served.Count, 0, mostLost);
            return served.Count == filled.Sent.Count ? "whole" : "a beginning";
        }
        catch (IOException refusal)
        {
            var line = Assert.Single(StartProblems.Of(refusal));
            Assert.Contains(DataFile, line, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', line);
            return Refused;
        }
    }

    /// <summary>Whether the workspace says what is damaged; another one of the same server works all the same.</summary>
    private static async Task<bool> IsSetAsideAsync(InProcessServer server)
    {
        var answer = await new TestWorkspace(server.BaseAddress, "mine").GetAsync("/_sandbox/workspace");
        if (answer.Status == HttpStatusCode.OK)
        {
            return false;
        }

        Assert.Contains("the file is damaged there", answer.Is(HttpStatusCode.ServiceUnavailable).Text, StringComparison.Ordinal);
        await new TestWorkspace(server.BaseAddress, "other").SendTextAsync();
        return true;
    }

    private async Task<(byte[] Data, byte[] Log)> BytesAsync() => (
        await File.ReadAllBytesAsync(DataFile, TestWorkspace.Cancelled),
        File.Exists(LogFile) ? await File.ReadAllBytesAsync(LogFile, TestWorkspace.Cancelled) : []);

    private static async Task<List<string>> ServedAsync(InProcessServer server)
    {
        var messages = (await new TestWorkspace(server.BaseAddress, "mine").GetAsync("/_sandbox/messages?limit=1000")).Ok().Body!["messages"]!.AsArray();
        return [.. messages.Where(message => ((string?)message!["text"])?.StartsWith("Hello ", StringComparison.Ordinal) ?? true).Select(message => (string)message!["id"]! + " " + (string?)message["text"])];
    }

    private Task<InProcessServer> StartAsync() => MockServer.StartAsync(("Storage:Path", DataFile));
}
