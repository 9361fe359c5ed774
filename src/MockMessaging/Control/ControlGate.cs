using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using MockMessaging.Errors;
using MockMessaging.Http;

namespace MockMessaging.Control;

/// <summary>Refuses requests to the control plane if it is switched off or the token is wrong.</summary>
internal sealed class ControlGate(RequestDelegate next, ControlOptions options)
{
    private const string Scheme = "Bearer ";

    public Task InvokeAsync(HttpContext context)
    {
        if (ControlPlane.Owns(context.Request))
        {
            if (!options.Enabled)
            {
                throw ErrorCatalog.ControlIsOff();
            }

            if (!string.IsNullOrEmpty(options.Token) && !IsToken(context.Request.Headers.Authorization.ToString())
                && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null)
            {
                context.Response.Headers.WWWAuthenticate = "Bearer";
                throw ErrorCatalog.ControlTokenWrong();
            }
        }

        return next(context);
    }

    private bool IsToken(string authorization) =>
        authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(authorization[Scheme.Length..].Trim()), Encoding.UTF8.GetBytes(options.Token!));
}
