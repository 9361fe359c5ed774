using System.Text.Json.Serialization.Metadata;
using MockMessaging.Contract;

namespace MockMessaging.Seeding;

/// <summary>Content of a new workspace. All workspaces share the rows: copy a row before you change it.</summary>
internal sealed class Fixtures
{
    private static readonly Lazy<Fixtures> BuiltIn = new(() => new Fixtures(folder: null));

    private readonly Lazy<IReadOnlyList<ConversationFixture>> _conversations;
    private readonly Lazy<IReadOnlyList<HSMTemplateDoc>> _templates;
    private readonly Lazy<IReadOnlyList<CompanyVarsConfigDoc>> _variables;

    private Fixtures(string? folder)
    {
        Channels = Rows<ChannelFixture>("channels.json", folder, SeedingJson.Default.ListChannelFixture, FixtureRules.Check);
        ClientApps = Rows<ClientAppFixture>("client-apps.json", folder, SeedingJson.Default.ListClientAppFixture, FixtureRules.Check);

        // Read at first use, since the first messages need none of them.
        _conversations = new(() => Rows<ConversationFixture>("conversations.json", folder, SeedingJson.Default.ListConversationFixture, FixtureRules.Check));
        _templates = new(() => Rows<HSMTemplateDoc>("templates.json", folder, SeedingJson.Default.ListHSMTemplateDoc, FixtureRules.Check));
        _variables = new(() => Rows<CompanyVarsConfigDoc>("global-vars.json", folder, SeedingJson.Default.ListCompanyVarsConfigDoc, FixtureRules.Check));
    }

    public static IEnumerable<string> RequestNames => EmbeddedFixtures.Names("requests/");

    public IReadOnlyList<ChannelFixture> Channels { get; }
    public IReadOnlyList<HSMTemplateDoc> Templates => _templates.Value;
    public IReadOnlyList<CompanyVarsConfigDoc> Variables => _variables.Value;
    public IReadOnlyList<ClientAppFixture> ClientApps { get; }
    public IReadOnlyList<ConversationFixture> Conversations => _conversations.Value;

    /// <param name="path">Folder of files that replace the built-in files of the same name; null for none.</param>
    /// <exception cref="FixtureException">The folder or one of its files cannot be used.</exception>
    public static Fixtures Load(string? path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return BuiltIn.Value;
        }

        if (!Directory.Exists(path))
        {
            throw new FixtureException($"Fixture folder {path} does not exist. Create it or clear Seeding:Path to use the built-in fixtures.");
        }

        // The user's own files are read now, so that errors in them are reported at start.
        var own = new Fixtures(path);
        _ = own.Conversations;
        _ = own.Templates;
        _ = own.Variables;
        return own;
    }

    /// <summary>A valid request body, from <c>fixtures/requests/</c>.</summary>
    public static string Request(string name) =>
        EmbeddedFixtures.Find($"requests/{name}.json")
        ?? throw new ArgumentException($"No request '{name}'. There are: {string.Join(", ", RequestNames)}.", nameof(name));

    private static IReadOnlyList<T> Rows<T>(string name, string? folder, JsonTypeInfo<List<T?>> type, Action<FixtureFile, IReadOnlyList<T>> check)
        where T : class
    {
        var file = FixtureFile.Open(name, folder);
        var rows = file.Rows(type);
        check(file, rows);
        return rows;
    }
}
