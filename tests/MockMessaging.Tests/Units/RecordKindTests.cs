using LiteDB;
using MockMessaging.Fidelity;
using MockMessaging.Limits;
using MockMessaging.Persistence;
using MockMessaging.Seeding;
using MockMessaging.State;
using Xunit;
using Record = MockMessaging.State.Record;

namespace MockMessaging.Tests.Units;

/// <summary>Versions of a kind of record: older fields are upgraded when they are read, newer ones are refused.</summary>
public sealed class RecordKindTests
{
    private readonly RenamedKind _kind = new();

    [Fact]
    public void Fields_of_an_older_version_are_upgraded_when_they_are_read()
    {
        Read(new BsonDocument { ["title"] = "old" });

        Assert.Equal((1, "old"), (_kind.UpgradedFrom, _kind.Name));
    }

    [Fact]
    public void Fields_are_written_in_the_present_version_and_read_as_they_are()
    {
        var written = _kind.FieldsOf(new Progress());
        Read(written);

        Assert.Equal((2, null, "new"), (written["version"].AsInt32, _kind.UpgradedFrom, _kind.Name));
    }

    [Fact]
    public void Fields_of_a_newer_version_are_refused()
    {
        var refused = Assert.Throws<RecordException>(() => Read(new BsonDocument { ["name"] = "future", ["version"] = 3 }));

        Assert.Equal(("version", "a newer version of this server wrote it: 3, and this one knows 2.", null), (refused.Field, refused.Reason, _kind.Name));
    }

    private void Read(BsonDocument fields)
    {
        var limits = new WorkspaceLimits();
        var defaults = new WorkspaceDefaults(Fixtures.Load(null), limits, new FidelityOptions(), MemoryGuard.OfThisProcess(limits, TimeProvider.System));
        new StateBuilder(WorkspaceRecord.Of("key", 1, 1), defaults, new SharedValues()).Add(_kind, 1, fields, 0);
    }

    /// <summary>In version 1 its only field was called title.</summary>
    private sealed class RenamedKind() : RecordKind("Renamed", "renamed")
    {
        public override int Version => 2;

        public int? UpgradedFrom { get; private set; }

        public new string? Name { get; private set; }

        public override void PutBack(BsonDocument fields, long storeId, StateBuilder builder) => Name = fields["name"].AsString;

        protected override void Upgrade(BsonDocument fields, int version)
        {
            UpgradedFrom = version;
            fields["name"] = fields["title"];
        }

        protected override BsonDocument Write(Record record) => new() { ["name"] = "new" };
    }
}
