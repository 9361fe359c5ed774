using MockMessaging.Seeding;
using Xunit;

namespace MockMessaging.Tests.Units;

public sealed class FixtureOverridesTests : IDisposable
{
    private const string AppA = "{ 'id': '1', 'keyName': 'A', 'queue': 'a', 'appType': 'BOT', 'default': true }";
    private const string AppB = "{ 'id': '2', 'keyName': 'B', 'queue': 'b', 'appType': 'BOT', 'default': true }";
    private const string Robot = "{ 'id': '1', 'keyName': 'A', 'queue': 'a', 'appType': 'ROBOT' }";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fixtures-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Without_a_path_the_built_in_fixtures_are_read_once() => Assert.Same(Fixtures.Load(null), Fixtures.Load(" "));

    [Fact]
    public void A_file_in_the_folder_replaces_only_its_namesake()
    {
        Write("channels.json", """[ { "channelId": "sms:12025550100", "name": "Only one" } ]""");

        var fixtures = Fixtures.Load(_folder.FullName);

        Assert.Equal("sms:12025550100", Assert.Single(fixtures.Channels).ChannelId);
        Assert.Equal(Fixtures.Load(null).ClientApps, fixtures.ClientApps);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_named()
    {
        var missing = Path.Combine(_folder.FullName, "missing");

        var refused = Assert.Throws<FixtureException>(() => Fixtures.Load(missing));

        Assert.Equal($"Fixture folder {missing} does not exist. Create it or clear Seeding:Path to use the built-in fixtures.", refused.Message);
    }

    [Theory]
    [InlineData("channels.json", 2, "[\n{ 'channelId': }\n]", "start of a value")]
    [InlineData("channels.json", 2, "[\n{ 'channelId': 'sms:1', 'name': 'A', 'disbled': true }\n]", "disbled")]
    [InlineData("channels.json", 2, "[\n{ 'name': 'A' }\n]", "channelId")]
    [InlineData("channels.json", 2, "[\n{ 'channelId': 'sms', 'name': 'A' }\n]", "channelId 'sms' has no type and lane. Write <type>:<lane>, such as ")]
    [InlineData("channels.json", 2, "[\n{ 'channelId': 'SMS:1', 'name': 'A' }\n]", "channelId 'SMS:1' is not in lower case. Write it in lower case.")]
    [InlineData("channels.json", 2, "[\nnull\n]", "row 1 is null. Remove it.")]
    [InlineData("channels.json", 1, "null", "the file says null. Write a JSON array, [] for none.")]
    [InlineData("templates.json", 1, "[ { 'id': '1' } ]", "row 1 has no name. Give every row a \"name\" of its own.")]
    [InlineData("templates.json", 1, "[ { 'aproved': [] } ]", "aproved")]
    [InlineData("global-vars.json", 2, "[ { 'id': '1', 'key': 'a' },\n{ 'id': '2', 'key': 'a' } ]", "key 'a' is there twice. Give each ")]
    [InlineData("client-apps.json", 1, "[]", "no app is the default one. Give one app \"default\": true.")]
    [InlineData("client-apps.json", 2, "[\n" + Robot + "\n]", "appType 'ROBOT' is unknown. Use one of AGENT, AGENT_GPT, ")]
    [InlineData("client-apps.json", 3, "[\n" + AppA + ",\n" + AppB + "\n]", "2 apps are the default one. Leave \"default\": true on one of them.")]
    public void A_broken_file_is_refused_by_name_line_and_fix(string file, int line, string text, string complaint)
    {
        Write(file, text.Replace('\'', '"'));

        var refused = Assert.Throws<FixtureException>(() => Fixtures.Load(_folder.FullName));

        Assert.StartsWith($"Fixture {Path.Combine(_folder.FullName, file)}, line {line}: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(complaint, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);
}
