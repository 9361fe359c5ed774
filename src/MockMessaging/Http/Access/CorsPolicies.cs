using Microsoft.AspNetCore.Cors.Infrastructure;

namespace MockMessaging.Http;

/// <summary>Allows every origin for message/send, as in production, and the origins of <c>Cors:Origins</c> for every route.</summary>
internal sealed class CorsPolicies(CorsSettings settings) : ICorsPolicyProvider
{
    private static readonly PathString OpenToAll = "/api/v1/message/send";

    private static readonly CorsPolicy All = Build(policy => policy.AllowAnyOrigin());

    private readonly CorsPolicy? _everywhere = settings.Origins switch
    {
        { Count: 0 } => null,
        _ when settings.Origins.Contains(CorsSettings.Any) => All,
        _ => Build(policy => policy.WithOrigins([.. settings.Origins])),
    };

    public Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName) =>
        Task.FromResult(context.Request.Path.StartsWithSegments(OpenToAll, StringComparison.OrdinalIgnoreCase, out var rest) && rest.Value is null or "" or "/" ? All : _everywhere);

    private static CorsPolicy Build(Action<CorsPolicyBuilder> origins)
    {
        var policy = new CorsPolicyBuilder().AllowAnyHeader().AllowAnyMethod()
            .WithExposedHeaders(SandboxWarnings.Header, SandboxFaultHeader.Name, "Retry-After")
            .SetPreflightMaxAge(TimeSpan.FromMinutes(30));
        origins(policy);
        return policy.Build();
    }
}
