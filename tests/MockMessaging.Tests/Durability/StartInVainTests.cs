using Xunit;

namespace MockMessaging.Tests.Durability;

/// <summary>What keeps the real process from starting is told in one line, with exit code 1.</summary>
public sealed class StartInVainTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    private string DataFile => Path.Combine(_folder, "data.db");

    [Fact]
    public async Task File_of_somebody_else()
    {
        await File.WriteAllTextAsync(DataFile, "my shopping list", TestWorkspace.Cancelled);

        await RefusedAsync(DataFile, "it is not a LiteDB file");

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
    public async Task File_of_a_running_server()
    {
        await using var first = await RealServer.StartAsync(_folder);

        await RefusedAsync(DataFile, "another server is using it");
    }

    [Theory]
    [InlineData("file/data.db", "")]
    [InlineData("/proc/no-such-folder/data.db", "/proc/no-such-folder")]
    public async Task Folder_that_cannot_be_made(string path, string reason)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "file"), "", TestWorkspace.Cancelled);

        await RefusedAsync(path, reason, "--Storage:Path", path);
    }

    [Fact]
    public async Task Folder_in_place_of_the_file()
    {
        Directory.CreateDirectory(DataFile);

        await RefusedAsync(DataFile, "");
    }

    [Fact]
    public async Task File_that_is_cut_off()
    {
        await using (var server = await RealServer.StartAsync(_folder))
        {
            await new TestWorkspace(server.BaseAddress, "mine").SendTextAsync();
            Assert.Equal(0, await server.TerminateAsync());
        }

        await using (var file = File.OpenWrite(DataFile))
        {
            file.SetLength(file.Length / 2);
        }

        await RefusedAsync(DataFile, "it is damaged");
    }

    [Fact]
    public async Task Log_that_was_left_behind()
    {
        await using (var server = await RealServer.StartAsync(_folder, "--Storage:Durability", "Strict"))
        {
            await new TestWorkspace(server.BaseAddress, "mine").SendTextAsync();
            server.Kill();
            await server.EndAsync();
        }

        File.Delete(DataFile);

        await RefusedAsync(DataFile, "data-log.db' belongs to another one");
    }

    [Fact]
    public async Task Folder_that_is_missing_is_made()
    {
        var path = Path.Combine(_folder, "some", "where", "data.db");

        var (exitCode, errors, _) = await RealServer.TryAsync(_folder, "--Storage:Path", path);

        Assert.Equal((null, ""), (exitCode, errors));
        Assert.True(File.Exists(path));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task RefusedAsync(string path, string reason, params string[] settings)
    {
        var (exitCode, errors, log) = await RealServer.TryAsync(_folder, settings);

        var line = Assert.Single(errors.TrimEnd().Split('\n'));
        Assert.Equal(1, exitCode);
        Assert.Contains($"'{path}' (Storage:Path)", line, StringComparison.Ordinal);
        Assert.Contains(reason, line, StringComparison.Ordinal);
        Assert.Contains(" Give a writable path ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", log, StringComparison.Ordinal);
    }
}
