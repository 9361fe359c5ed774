using Microsoft.Extensions.Logging;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>A body that is too large is refused such that the client, which may still send, can read why; and the log says nothing of it.</summary>
public sealed class LargeBodiesTests
{
    private const int MoreThanKestrelTakes = 600;

    [Theory]
    [InlineData("/api/v1/message/send", 5, true)]
    [InlineData("/api/v1/message/send", 5, false)]
    [InlineData("/api/v1/message/send", MoreThanKestrelTakes, true)]
    [InlineData("/api/v1/message/send", MoreThanKestrelTakes, false)]
    [InlineData("/_sandbox/media", MoreThanKestrelTakes, true)]
    [InlineData("/_sandbox/media", MoreThanKestrelTakes, false)]
    [InlineData("/_sandbox/import", MoreThanKestrelTakes, true)]
    public async Task Client_that_sends_all_before_it_reads_is_told(string path, int parts, bool chunked)
    {
        await using var server = await MockServer.StartAsync(("Logging:LogLevel:Default", "Information"), ("Logging:LogLevel:Microsoft.AspNetCore", "Warning"));
        var log = LogCapture.Of(server);

        var response = await BluntClient.PostBlanksAsync(server.BaseAddress, MockServer.NewKey(), path, parts, chunked);

        Assert.StartsWith("HTTP/1.1 413 ", response, StringComparison.Ordinal);
        Assert.Contains("larger than", response, StringComparison.Ordinal);
        Assert.DoesNotContain(log.Lines, static line => line.Level != LogLevel.None);
    }
}
