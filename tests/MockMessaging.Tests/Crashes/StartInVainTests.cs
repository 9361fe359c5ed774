using Xunit;

namespace MockMessaging.Tests.Crashes;

/// <summary>What keeps the server from starting is told in one line; the process ends with exit code 1.</summary>
public sealed class StartInVainTests(FilledFile filled) : IClassFixture<FilledFile>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    private string DataFile => Path.Combine(_folder, "data.db");

    [Fact]
    public async Task File_of_somebody_else()
    {
        await File.WriteAllTextAsync(DataFile, "my shopping list", TestWorkspace.Cancelled);

        await RefusedByProcessAsync("it is not a LiteDB file");

        Assert.Equal("my shopping list", await File.ReadAllTextAsync(DataFile, TestWorkspace.Cancelled));
    }

    [Fact]
    public async Task LiteDB_file_of_another_program()
    {
        using (var database = new LiteDB.LiteDatabase(DataFile))
        {
            database.GetCollection("customers").Insert(new LiteDB.BsonDocument { ["name"] = "Asha" });
        }

        await RefusedAsync(DataFile, "another program's");
    }

    [Fact]
    public async Task Folder_that_is_a_file()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "file"), "", TestWorkspace.Cancelled);

        await RefusedAsync(Path.Combine(_folder, "file", "data.db"), "");
    }

    [Fact]
    public Task Folder_that_cannot_be_made() => RefusedAsync("/proc/no-such-folder/data.db", "/proc/no-such-folder");

    [Fact]
    public async Task Folder_in_place_of_the_file()
    {
        Directory.CreateDirectory(DataFile);

        await RefusedAsync(DataFile, "");
    }

    [Fact]
    public async Task File_that_is_cut_off()
    {
        await File.WriteAllBytesAsync(DataFile, filled.Ended[..(filled.Ended.Length / 2)], TestWorkspace.Cancelled);

        await RefusedByProcessAsync("it is damaged");
    }

    [Fact]
    public async Task Log_that_was_left_behind()
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder, "data-log.db"), filled.Killed.Log, TestWorkspace.Cancelled);

        await RefusedAsync(DataFile, "data-log.db' belongs to another one");
    }

    [Fact]
    public async Task Log_of_another_data_file()
    {
        await using (var server = await StartAsync(DataFile))
        {
            await new TestWorkspace(server.BaseAddress, "mine").SendTextAsync();
        }

        await File.WriteAllBytesAsync(Path.Combine(_folder, "data-log.db"), filled.Killed.Log, TestWorkspace.Cancelled);

        await RefusedAsync(DataFile, "data-log.db' belongs to another data file; put its own log back");
    }

    [Theory]
    [InlineData(8)]
    [InlineData(24)]
    [InlineData(40)]
    [InlineData(64)]
    public async Task Disk_that_is_full_at_the_first_start(int kilobytes)
    {
        await RefusedByProcessAsync("is the disk full?", kilobytes);

        await using var server = await StartAsync(DataFile);
        await new TestWorkspace(server.BaseAddress, "mine").SendTextAsync();
    }

    [Fact]
    public async Task Misspelt_settings_of_the_environment_are_all_named()
    {
        var (exitCode, errors, log) = await RealServer.TryAsync(_folder, [], ("Storage_Path", ":memory:"), ("Delivery__ReadDelay", "0"));

        Assert.Equal((1, ""), (exitCode, log));
        Assert.Equal(
            ["Delivery:ReadDelay: there is no such setting; did you mean Delivery:ReadDelayMilliseconds?", "Storage_Path: there is no such setting; did you mean Storage__Path, with two underscores?"],
            errors.TrimEnd().Split('\n'));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("https://localhost:18379", "https needs a certificate")]
    [InlineData("http://localhost:18379/base", "has a path")]
    [InlineData("localhost:18379", "has no scheme")]
    [InlineData("http://192.0.2.1:18379", "this machine does not have the address")]
    public async Task Address_that_cannot_be_listened_at(string url, string reason)
    {
        var (exitCode, errors, log) = await RealServer.TryAsync(_folder, ["--urls", url]);

        Assert.Equal(1, exitCode);
        Assert.Contains(reason, Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_that_is_missing_is_made()
    {
        var path = Path.Combine(_folder, "some", "where", "data.db");

        await using var server = await StartAsync(path);

        Assert.True(File.Exists(path));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task RefusedAsync(string path, string reason) =>
        Check(path, reason, StartProblems.Of(await Assert.ThrowsAnyAsync<IOException>(() => StartAsync(path))));

    private static Task<InProcessServer> StartAsync(string path) =>
        MockServer.StartAsync(("Storage:Path", path));

    private static void Check(string path, string reason, IReadOnlyList<string> lines)
    {
        var line = Assert.Single(lines);
        Assert.Contains($"'{path}' (Storage:Path)", line, StringComparison.Ordinal);
        Assert.Contains(reason, line, StringComparison.Ordinal);
        Assert.Contains(" Give a writable path ", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }

    private async Task RefusedByProcessAsync(string reason, int? kilobytes = null)
    {
        var (exitCode, errors, log) = await RealServer.TryAsync(_folder, kilobytes);

        Assert.Equal(1, exitCode);
        Check(DataFile, reason, errors.TrimEnd().Split('\n'));
        Assert.DoesNotContain("   at ", log, StringComparison.Ordinal);
    }
}
