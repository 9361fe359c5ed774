using Xunit;

namespace MockMessaging.Tests.Conventions;

public sealed class SettingsDocumentTests
{
    [Fact]
    public async Task The_committed_list_of_settings_is_what_the_options_say() =>
        Assert.True(
            await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "src/MockMessaging/SETTINGS.md"), TestContext.Current.CancellationToken) == SettingsDocument.Text(),
            "SETTINGS.md has drifted; write it anew with: dotnet run --project src/MockMessaging -- settings src/MockMessaging/SETTINGS.md");
}
