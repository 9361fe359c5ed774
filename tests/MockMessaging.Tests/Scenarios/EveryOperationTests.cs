using System.Text.Json.Nodes;
using MockMessaging.Seeding;
using MockMessaging.Tests.Contract;
using MockMessaging.Tests.Conventions;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>The file of requests that users open in their editor works from top to bottom, and leaves nothing out.</summary>
public sealed class EveryOperationTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(SourceTree.Root, "tests/Samples/every-operation.http"));

    [Fact]
    public async Task Every_request_succeeds()
    {
        await using var server = await MockServer.StartAsync(cancellationToken: TestWorkspace.Cancelled);
        using var client = new HttpClient();
        var file = new HttpFile(Text, ("host", server.BaseAddress.ToString().TrimEnd('/')));
        foreach (var request in file.Requests)
        {
            var (response, text) = await file.SendAsync(client, request, TestWorkspace.Cancelled);
            Assert.True(response.IsSuccessStatusCode, $"{request.Method} {request.Url}: {(int)response.StatusCode} {text}");
        }
    }

    [Fact]
    public void Every_documented_operation_is_in_it() =>
        Assert.Empty(VendorContract.Operations
            .Select(operation => $"{operation.GetProperty("method").GetString()} {{{{host}}}}{operation.GetProperty("path").GetString()}")
            .Except(new HttpFile(Text).Requests.Select(request => $"{request.Method} {request.Url}")));

    [Fact]
    public void Every_sample_request_is_in_it()
    {
        var bodies = new HttpFile(Text).Requests.Where(request => request.Body.Length > 0).Select(request => JsonNode.Parse(request.Body)).ToList();

        Assert.All(Fixtures.RequestNames, name => Assert.Contains(bodies, body => JsonNode.DeepEquals(body, JsonNode.Parse(Fixtures.Request(name)))));
    }
}
