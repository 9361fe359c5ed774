using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.DependencyInjection;
using MockMessaging.Client;
using Xunit;

namespace MockMessaging.Tests.Conventions;

/// <summary>What the control plane can do, the typed client can do.</summary>
public sealed class ClientRoutesTests
{
    /// <summary>Routes without a method, each with the reason.</summary>
    private static readonly Dictionary<string, string> WithoutMethod = new()
    {
        ["GET _sandbox/media/{workspace}/{id}/{name}"] = "a link, for any HTTP client",
    };

    [Fact]
    public async Task Every_route_of_the_control_plane_has_a_method()
    {
        await using var server = await MockServer.StartAsync(cancellationToken: TestWorkspace.Cancelled);
        var routes = server.Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items.SelectMany(group => group.Items)
            .Where(api => api.RelativePath!.StartsWith("_sandbox", StringComparison.Ordinal)).Select(api => $"{api.HttpMethod} {api.RelativePath}").Distinct().ToList();
        var requested = await RequestedAsync();

        Assert.NotEmpty(routes);
        var left = routes.Except(WithoutMethod.Keys).Where(route => !requested.Any(request => Pattern(route).IsMatch(request))).ToList();
        Assert.True(left.Count == 0, $"MockMessaging.Client has no method for: {string.Join(", ", left)}");
    }

    /// <summary>The requests of all methods, with and without their optional parameters.</summary>
    private static async Task<IReadOnlyCollection<string>> RequestedAsync()
    {
        var requested = new ConcurrentBag<string>();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var stub = builder.Build();
        stub.Run(context =>
        {
            requested.Add($"{context.Request.Method} {context.Request.Path.Value![1..]}");
            return context.Response.WriteAsync("{}");
        });
        await stub.StartAsync(TestWorkspace.Cancelled);
        var workspace = new SandboxWorkspace(new Uri(stub.Urls.First()), "key");
        var parts = typeof(SandboxWorkspace).GetProperties().Where(property => property.PropertyType.Namespace == typeof(SandboxWorkspace).Namespace).Select(property => property.GetValue(workspace)!);
        foreach (var part in parts.Prepend(workspace))
        {
            foreach (var method in part.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName))
            {
                await CallAsync(part, method, parameter => parameter.HasDefaultValue ? parameter.DefaultValue : Value(parameter.ParameterType));
                await CallAsync(part, method, parameter => Value(parameter.ParameterType));
            }
        }

        return requested;
    }

    /// <summary>Failures are of no interest: the stub's responses are empty.</summary>
    private static async Task CallAsync(object part, MethodInfo method, Func<ParameterInfo, object?> value)
    {
        var arguments = method.GetParameters().Select(value).ToArray();
        await Record.ExceptionAsync(async () =>
        {
            switch (method.Invoke(part, arguments))
            {
                case Task task:
                    await task;
                    break;
                case IAsyncEnumerable<object> stream:
                    await stream.GetAsyncEnumerator(TestWorkspace.Cancelled).MoveNextAsync();
                    break;
            }
        });
    }

    private static object? Value(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var plain when plain == typeof(string) => "x",
        var plain when plain == typeof(JsonNode) => new JsonObject(),
        var plain when plain == typeof(byte[]) => Array.Empty<byte>(),
        var plain when plain == typeof(TimeSpan) => TimeSpan.FromSeconds(1),
        var plain when plain == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch,
        { IsInterface: true, IsGenericType: true } list => Array.CreateInstance(list.GetGenericArguments()[0], 0),
        { IsAbstract: false } plain when plain.IsValueType || plain.GetConstructor([]) is not null => Activator.CreateInstance(plain),
        _ => null,
    };

    private static Regex Pattern(string route) => new("^" + Regex.Replace(Regex.Escape(route), @"\\\{[^/]*}", "[^/]+") + "$");
}
