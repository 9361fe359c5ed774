using System.Globalization;
using Xunit;

namespace MockMessaging.Tests.Crashes;

/// <summary>Whoever was given an id before a kill, for a message that was lost with it, never sees it on another message.</summary>
public sealed class IdsAfterKillTests(FilledFile filled) : IClassFixture<FilledFile>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    [Fact]
    public async Task Ids_go_on_far_beyond_what_may_have_been_lost() => Assert.InRange(await StepAsync(filled.Killed.Data, filled.Killed.Log), 100_000, 101_000);

    [Fact]
    public async Task Ids_go_on_where_they_stood_after_an_orderly_end() => Assert.InRange(await StepAsync(filled.Ended, null), 1, 1_000);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static int NumberOf(string id) => int.Parse(id.AsSpan(18, 6), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>How far the first message of the next run is from the last of the run before.</summary>
    private async Task<int> StepAsync(byte[] data, byte[]? log)
    {
        var path = Path.Combine(_folder, "data.db");
        await File.WriteAllBytesAsync(path, data);
        if (log is not null)
        {
            await File.WriteAllBytesAsync(Path.Combine(_folder, "data-log.db"), log);
        }

        await using var server = await MockServer.StartAsync(("Storage:Path", path));
        return NumberOf(await new TestWorkspace(server.BaseAddress, "mine").SendTextAsync()) - NumberOf(filled.Sent[^1]);
    }
}
