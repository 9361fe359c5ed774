using System.Text.Json.Nodes;
using Sample.App;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<OrderBook>();
builder.Services.AddHttpClient<Messaging>();
var app = builder.Build();

// Tells a customer that an order has left the house.
app.MapPost("/orders/{number}/shipped", async (string number, string phone, Messaging messaging, OrderBook orders) =>
    orders.Told(number, await messaging.SendAsync(phone, $"Your order {number} is on its way")));

// What the customer has seen of it.
app.MapGet("/orders/{number}", (string number, OrderBook orders) => orders.StatusOf(number));

// Where the vendor pushes to.
app.MapPost("/webhook", (HttpRequest request, JsonNode push, OrderBook orders, IConfiguration configuration) =>
{
    if (request.Headers["x-verify-token"] != configuration["Messaging:VerifyToken"])
    {
        return Results.Unauthorized();
    }

    foreach (var status in push["statuses"]?.AsArray() ?? [])
    {
        orders.Reported((string)status!["id"]!, (string)status["status"]!);
    }

    return Results.Ok();
});

app.Run();
