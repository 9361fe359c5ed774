using LiteDB;
using MockMessaging.Storage;
using Xunit;

namespace MockMessaging.Tests.Units;

/// <summary>Pushes share blocks, and yet each is removed for itself.</summary>
public sealed class PassingBlocksTests : IDisposable
{
    private const int Generation = 1;

    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "data.db");

    [Fact]
    public void What_was_removed_is_gone_and_the_rest_is_as_it_was()
    {
        Commit([Push(1), Push(2), Push(3)]);
        Commit([Removed(1)], [Removed(3)]);

        var (kept, lastId) = Read();

        var left = Assert.Single(kept);
        Assert.Equal((2, DocumentKind.Push, "push 2"), (left.Id, left.Kind, System.Text.Encoding.UTF8.GetString(left.Data!)));
        Assert.Equal(3, lastId);
    }

    [Fact]
    public void Later_runs_go_on_removing_until_nothing_is_left_in_the_file()
    {
        Commit([Push(1), Push(2), Push(3)]);
        Commit([Removed(2)]);
        Commit([Removed(1), Push(4)]);
        Commit([Removed(3)]);
        Assert.Equal(4, Assert.Single(Read().Kept).Id);
        Commit([Removed(4)]);

        Assert.Empty(Read().Kept);
        Assert.Equal((0, 0), Stored());
    }

    [Fact]
    public void World_takes_its_blocks_and_their_notes_with_it()
    {
        Commit([Push(1), Push(2), Push(3), new StoredDocument(4, Generation + 1, DocumentKind.Push, [4], IsNew: true)]);
        Commit([Removed(1)]);
        using (var file = Open())
        {
            file.Commit([], [Generation]);

            // It went under way when its world was left.
            file.Commit([Removed(2)], []);
        }

        Assert.Equal(4, Assert.Single(Read().Kept).Id);
        Assert.Equal((1, 0), Stored());
    }

    [Fact]
    public void Messages_and_pushes_do_not_share_a_block()
    {
        Commit([new StoredDocument(1, Generation, DocumentKind.Message, [1], IsNew: true), Push(2)]);
        Commit([Removed(2)]);

        Assert.Equal(1, Assert.Single(Read().Kept).Id);
        Assert.Equal((1, 0), Stored());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static StoredDocument Push(long id) => new(id, Generation, DocumentKind.Push, System.Text.Encoding.UTF8.GetBytes($"push {id}"), IsNew: true);

    private static StoredDocument Removed(long id) => new(id, Generation, DocumentKind.Push, null);

    private LiteFile Open()
    {
        var file = new LiteFile(Path);
        file.ReadAll();
        return file;
    }

    private (IReadOnlyList<KeptDocument> Kept, long LastId) Read()
    {
        using var file = new LiteFile(Path);
        return (file.ReadAll(), file.LastId);
    }

    private void Commit(params StoredDocument[][] commits)
    {
        using var file = Open();
        foreach (var changes in commits)
        {
            file.Commit(changes, []);
        }
    }

    private (int Blocks, int Documents) Stored()
    {
        using var file = new LiteDatabase(Path);
        return (file.GetCollection("blocks").Count(), file.GetCollection("documents").Count());
    }
}
