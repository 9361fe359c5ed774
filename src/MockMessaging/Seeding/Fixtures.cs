using System.Text.Json.Serialization.Metadata;
using MockMessaging.Contract;

namespace MockMessaging.Seeding;

/// <summary>What every fresh workspace starts with. Shared by all of them: copy a row before changing it.</summary>
internal sealed class Fixtures
{
    private static readonly Lazy<Fixtures> BuiltIn = new(() => Read(folder: null));

    private Fixtures(
        IReadOnlyList<ChannelFixture> channels,
        IReadOnlyList<HSMTemplateDoc> templates,
        IReadOnlyList<CompanyVarsConfigDoc> variables,
        IReadOnlyList<ClientAppFixture> clientApps,
        IReadOnlyList<ConversationFixture> conversations)
    {
        Channels = channels;
        Templates = templates;
        Variables = variables;
        ClientApps = clientApps;
        Conversations = conversations;
    }

    public static IEnumerable<string> RequestNames => EmbeddedFixtures.Names("requests/");

    public IReadOnlyList<ChannelFixture> Channels { get; }

    public IReadOnlyList<HSMTemplateDoc> Templates { get; }

    public IReadOnlyList<CompanyVarsConfigDoc> Variables { get; }

    public IReadOnlyList<ClientAppFixture> ClientApps { get; }

    public IReadOnlyList<ConversationFixture> Conversations { get; }

    /// <param name="path">Folder of files that replace the built-in ones of the same name.</param>
    /// <exception cref="FixtureException">The folder or one of its files cannot be used.</exception>
    public static Fixtures Load(string? path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return BuiltIn.Value;
        }

        return Directory.Exists(path)
            ? Read(path)
            : throw new FixtureException($"Fixture folder {path} does not exist. Create it or clear Seeding:Path to use the built-in fixtures.");
    }

    /// <summary>A valid body of one operation, as in <c>fixtures/requests/</c>.</summary>
    public static string Request(string name) =>
        EmbeddedFixtures.Find($"requests/{name}.json")
        ?? throw new ArgumentException($"No request '{name}'. There are: {string.Join(", ", RequestNames)}.", nameof(name));

    private static Fixtures Read(string? folder) => new(
        Rows<ChannelFixture>("channels.json", folder, SeedingJson.Default.ListChannelFixture, FixtureRules.Check),
        Rows<HSMTemplateDoc>("templates.json", folder, SeedingJson.Default.ListHSMTemplateDoc, FixtureRules.Check),
        Rows<CompanyVarsConfigDoc>("global-vars.json", folder, SeedingJson.Default.ListCompanyVarsConfigDoc, FixtureRules.Check),
        Rows<ClientAppFixture>("client-apps.json", folder, SeedingJson.Default.ListClientAppFixture, FixtureRules.Check),
        Rows<ConversationFixture>("conversations.json", folder, SeedingJson.Default.ListConversationFixture, FixtureRules.Check));

    private static IReadOnlyList<T> Rows<T>(string name, string? folder, JsonTypeInfo<List<T?>> type, Action<FixtureFile, IReadOnlyList<T>> check)
        where T : class
    {
        var file = FixtureFile.Open(name, folder);
        var rows = file.Rows(type);
        check(file, rows);
        return rows;
    }
}
