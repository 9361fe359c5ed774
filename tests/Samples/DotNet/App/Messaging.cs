using System.Text.Json.Nodes;

namespace Sample.App;

/// <summary>The app's own client of the messaging API.</summary>
public sealed class Messaging(HttpClient client, IConfiguration configuration)
{
    public async Task<string> SendAsync(string phone, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, configuration["Messaging:Url"] + "/api/v1/message/send")
        {
            Content = JsonContent.Create(new { channelId = "wa360:918828218374", to = new { phone }, type = "text", text = new { body = text } }),
        };
        request.Headers.Add("x-api-key", configuration["Messaging:Key"]);
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["results"]![0]!["id"]!;
    }
}
