using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace MockMessaging.Tests.Crashes;

/// <summary>A data file with messages in it, as it is when its server was killed and when it was ended.</summary>
public sealed class FilledFile : IAsyncLifetime
{
    private const int Messages = 100;

    private readonly List<string> _sent = [];

    /// <summary>The ids and texts of its messages, in the order they were sent.</summary>
    public IReadOnlyList<string> Sent => _sent;

    /// <summary>Most of it in the log.</summary>
    public (byte[] Data, byte[] Log) Killed { get; private set; }

    /// <summary>All of it in the data file.</summary>
    public byte[] Ended { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;
        var path = Path.Combine(folder, "data.db");
        await using (var server = await MockServer.StartAsync(("Storage:Path", path), ("Storage:Durability", "Strict")))
        {
            await FillAsync(new TestWorkspace(server.BaseAddress, "mine"));
            Killed = (await CopyAsync(path), await CopyAsync(Path.Combine(folder, "data-log.db")));
        }

        Ended = await File.ReadAllBytesAsync(path);
        Directory.Delete(folder, recursive: true);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The bytes of a file that a server has locked: .NET heeds the lock, other programs do not.</summary>
    private static async Task<byte[]> CopyAsync(string path)
    {
        using var copying = Process.Start("cp", [path, path + ".copy"]);
        await copying.WaitForExitAsync(TestWorkspace.Cancelled);
        return await File.ReadAllBytesAsync(path + ".copy");
    }

    private async Task FillAsync(TestWorkspace workspace)
    {
        await workspace.FreezeAsync();
        for (var number = 0; number < Messages; number++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"Hello {number}");
            _sent.Add(await workspace.SendTextAsync(string.Create(CultureInfo.InvariantCulture, $"+9155{1_000 + (number / 10)}"), text) + " " + text);
            if (number % 50 == 49)
            {
                await workspace.AdvanceAsync();
            }
        }
    }
}
