using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using MockMessaging.Errors;
using MockMessaging.Http;
using MockMessaging.Webhooks;

namespace MockMessaging.Inbound;

/// <summary>Refuses a wrong x-verify-token before the body is read, if the fidelity verifies it. A missing header counts as the documented default.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class VerifyTokenAttribute : Attribute, IResourceFilter
{
    public const string Header = "x-verify-token";

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var expected = context.HttpContext.RequestServices.GetRequiredService<WebhooksOptions>().VerifyToken;
        var given = context.HttpContext.Request.Headers[Header].FirstOrDefault() ?? WebhooksOptions.DocumentedVerifyToken;
        var profile = context.HttpContext.Features.GetRequiredFeature<RequestWorkspace>().Workspace.Fidelity;
        if (profile.VerifiesToken && !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected)))
        {
            throw ErrorCatalog.VerifyTokenWrong();
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
