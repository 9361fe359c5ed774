using System.Diagnostics;
using Xunit;

namespace MockMessaging.Tests.Crashes;

/// <summary>Two servers on one file, by whatever name, and a file whose log is gone.</summary>
public sealed class SharedFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    private string DataFile => Path.Combine(_folder, "real", "data.db");

    [Theory]
    [InlineData("file")]
    [InlineData("folder")]
    [InlineData("hard")]
    public async Task Second_server_that_comes_by_a_link_is_refused(string kind)
    {
        await using var first = await StartAsync(DataFile);
        await new TestWorkspace(first.BaseAddress, "alpha").SendTextAsync();
        var link = Path.Combine(_folder, "link");
        switch (kind)
        {
            case "file":
                File.CreateSymbolicLink(link, DataFile);
                break;
            case "folder":
                Directory.CreateSymbolicLink(link, Path.GetDirectoryName(DataFile)!);
                link = Path.Combine(link, "data.db");
                break;
            default:
                using (var made = Process.Start("ln", [DataFile, link]))
                {
                    await made.WaitForExitAsync(TestWorkspace.Cancelled);
                }

                break;
        }

        var refused = await Assert.ThrowsAnyAsync<IOException>(() => StartAsync(link));

        Assert.Contains("another", refused.Message, StringComparison.Ordinal);
        await new TestWorkspace(first.BaseAddress, "alpha").SendTextAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Log_that_is_gone_or_empty_is_told_at_the_start(bool gone)
    {
        var copy = Path.Combine(_folder, "copy.db");
        await using (var server = await StartAsync(DataFile))
        {
            await new TestWorkspace(server.BaseAddress, "alpha").SendTextAsync();
            await CopyAsync(DataFile, copy);
        }

        if (!gone)
        {
            await File.WriteAllBytesAsync(Path.Combine(_folder, "copy-log.db"), [], TestWorkspace.Cancelled);
        }

        Assert.Contains("may be lost", await WarningsAsync(copy), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_was_closed_in_order_needs_no_log()
    {
        await using (var server = await StartAsync(DataFile))
        {
            await new TestWorkspace(server.BaseAddress, "alpha").SendTextAsync();
        }

        Assert.Equal("", await WarningsAsync(DataFile));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<InProcessServer> StartAsync(string path) =>
        MockServer.StartAsync(("Storage:Path", path), ("Storage:Durability", "Strict"));

    /// <summary>As a kill leaves it; by another process, since the server locks others of this one out.</summary>
    private static async Task CopyAsync(string from, string to)
    {
        using var copied = Process.Start("cp", [from, to]);
        await copied.WaitForExitAsync(TestWorkspace.Cancelled);
    }

    private static async Task<string> WarningsAsync(string path)
    {
        using var log = new LogCapture();
        await using var server = await MockServer.StartAsync(
            options =>
            {
                options.Settings["Storage:Path"] = path;
                options.Loggers.Add(log);
            },
            TestWorkspace.Cancelled);
        return string.Join('\n', log.Lines.Select(line => line.Text).Where(text => text.Contains("Storage:Path", StringComparison.Ordinal)));
    }
}
