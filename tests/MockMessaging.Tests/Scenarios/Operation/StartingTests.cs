using Microsoft.Extensions.Options;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class StartingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    private string DataFile => Path.Combine(_folder, "data.db");

    [Fact]
    public async Task File_of_somebody_else_is_refused_and_left_alone()
    {
        await File.WriteAllTextAsync(DataFile, "my shopping list", TestWorkspace.Cancelled);

        var refusal = await Assert.ThrowsAnyAsync<IOException>(() => MockServer.StartAsync(("Storage:Path", DataFile)));

        Assert.Contains("is not a LiteDB file", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("my shopping list", await File.ReadAllTextAsync(DataFile, TestWorkspace.Cancelled));
    }

    [Fact]
    public async Task File_of_a_running_server_is_refused()
    {
        await using var first = await MockServer.StartAsync(("Storage:Path", DataFile));

        var refusal = await Assert.ThrowsAnyAsync<IOException>(() => MockServer.StartAsync(("Storage:Path", DataFile)));

        Assert.Contains("used by another process", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wrong_setting_is_told_at_once()
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            MockServer.StartAsync(("Delivery:SentDelayMilliseconds", "-1"), ("Limits:MaxBodyBytes", "1"), ("Webhooks:Parallel", "0")));

        Assert.Equal(
            ["Delivery:SentDelayMilliseconds", "Limits:MaxBodyBytes", "Webhooks:Parallel"],
            refusal.Failures.Select(problem => problem.Split(": ")[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Wrong_word_for_a_setting_is_told_with_its_name()
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => MockServer.StartAsync(("Fidelity", "Perfect"), ("Limits:MaxBodyBytes", "1")));

        Assert.Contains(refusal.Failures, problem => problem.StartsWith("Fidelity: 'Perfect'", StringComparison.Ordinal));
        Assert.Contains(refusal.Failures, problem => problem.StartsWith("Limits:MaxBodyBytes", StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_file_shows_the_default_of_every_setting()
    {
        var shown = System.Text.Json.Nodes.JsonNode.Parse(
            File.ReadAllText(Path.Combine(Conventions.SourceTree.Root, "src/MockMessaging/appsettings.json")),
            documentOptions: new System.Text.Json.JsonDocumentOptions { CommentHandling = System.Text.Json.JsonCommentHandling.Skip })!;

        foreach (var (section, defaults) in new (string, object)[]
        {
            ("Storage", new MockMessaging.Storage.StorageOptions()),
            ("Delivery", new MockMessaging.Delivery.DeliveryOptions()),
            ("Webhooks", new MockMessaging.Webhooks.WebhooksOptions()),
            ("Sessions", new MockMessaging.Conversations.SessionsOptions()),
            ("Seeding", new MockMessaging.Seeding.SeedingOptions()),
            ("Cors", new MockMessaging.Http.CorsSettings()),
            ("Limits", new MockMessaging.Limits.WorkspaceLimits()),
            ("Control", new MockMessaging.Control.ControlOptions()),
            ("Auth", new MockMessaging.Authentication.AuthOptions()),
        })
        {
            var expected = defaults.GetType().GetProperties().ToDictionary(property => property.Name, property => Text(property.GetValue(defaults)));
            var actual = shown[section]!.AsObject().ToDictionary(setting => setting.Key, setting => Text(setting.Value?.ToString()));
            Assert.Equal(expected.OrderBy(setting => setting.Key, StringComparer.Ordinal), actual.OrderBy(setting => setting.Key, StringComparer.Ordinal));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Text(object? value) => value switch
    {
        null => "",
        System.Collections.IList => "[]",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
