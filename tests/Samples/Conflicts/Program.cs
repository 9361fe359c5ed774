using System.Net;
using System.Reflection;
using System.Runtime.Loader;
using MockMessaging;
using MockMessaging.Contract;
using OpenTelemetry;
using OpenTelemetry.Trace;

// The app under test, which uses its own versions.
var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"]);
builder.Services.AddEndpointsApiExplorer();
builder.Services.AddSwaggerGen();
await using var app = builder.Build();
app.MapGet("/hello", () => "Hello");
app.UseSwagger();
await app.StartAsync();

await using var sandbox = await MockMessagingServer.StartAsync(options => options.Storage.Path = Path.GetTempFileName() + ".db");
await sandbox.Workspace.Clock.FreezeAsync();
var sent = await sandbox.Workspace.Messages.SendAsync(new OutBoundMsg
{
    ChannelId = "wa360:918828218374", To = new() { Phone = "+91 99887 76655" }, Type = "text", Text = new() { Body = "Hello" },
});
await sandbox.Workspace.Inbound.SendAsync();
await sandbox.Workspace.Clock.AdvanceAsync(TimeSpan.FromSeconds(5));
await sandbox.Workspace.WaitForAsync(sent.Id!, MessageStatus.Read);
await sandbox.Workspace.HttpClient.GetStringAsync("/swagger/messaging/openapi.json");

using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
var document = await client.GetAsync("/swagger/v1/swagger.json");
if (document.StatusCode != HttpStatusCode.OK)
{
    Console.Error.WriteLine($"The app's Swagger document returned {(int)document.StatusCode}.");
    return 1;
}

var name = new Bogus.Faker().Name.FirstName();
var text = HandlebarsDotNet.Handlebars.Compile("Hello {{name}}")(new { name });
using (var database = new LiteDB.LiteDatabase(new MemoryStream()))
{
    database.GetCollection("people").Insert(new LiteDB.BsonDocument { ["name"] = name });
}

using (Sdk.CreateTracerProviderBuilder().AddConsoleExporter().AddOtlpExporter().Build())
{
}

// Each side has loaded its own.
string[] libraries = ["Bogus", "Handlebars", "LiteDB", "Microsoft.OpenApi", "OpenTelemetry", "Swashbuckle.AspNetCore.SwaggerGen"];
var (own, other) = (Versions(AssemblyLoadContext.Default), Versions(AssemblyLoadContext.All.Single(context => context.Name == "MockMessaging")));
foreach (var library in libraries)
{
    Console.WriteLine($"{library}: {own.GetValueOrDefault(library, "not loaded")} in the app, {other.GetValueOrDefault(library, "not loaded")} in the sandbox");
}

Console.WriteLine(text);
return libraries.Count(library => !own.ContainsKey(library) || own[library] == other.GetValueOrDefault(library));

static Dictionary<string, string> Versions(AssemblyLoadContext context) => context.Assemblies.DistinctBy(assembly => assembly.GetName().Name).ToDictionary(
    assembly => assembly.GetName().Name!,
    assembly => assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "");
