using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.Http;

namespace MockMessaging.Control;

/// <summary>
/// The certificate that the server has made for https, in PEM. It needs neither key nor token, because every https connection shows it. Not in the OpenAPI
/// documents: most servers do not have it.
/// </summary>
[ApiController]
[ApiExplorerSettings(IgnoreApi = true)]
[Route("_sandbox/certificate")]
internal sealed class CertificateController(HttpsOptions options, IServiceProvider services) : PlainController
{
    [AllowAnonymous]
    [HttpGet(Name = "GetCertificate")]
    public IActionResult Get() => options.SelfSigned
        ? new ContentResult { ContentType = "application/x-pem-file", Content = services.GetRequiredService<SelfSignedCertificate>().Pem }
        : throw ErrorCatalog.NoCertificate();
}
