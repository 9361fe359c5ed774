using Microsoft.Net.Http.Headers;
using MockMessaging.Authentication;
using MockMessaging.Control;
using MockMessaging.Http;

namespace MockMessaging.Page;

/// <summary>
/// Serves the live page to browsers, and a short list of links to every other client. It needs no key, opens no workspace, and asks for the
/// token of the control plane only in the browser. The files are read and compressed at the first visit, so the start costs nothing.
/// </summary>
internal sealed class PageMiddleware(RequestDelegate next, ControlOptions control, TenantGate keys)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https: http:; media-src 'self' https: http:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly PathString Files = "/page";

    private readonly Lazy<PageFiles> _files = new(PageFiles.Read);

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!control.Enabled || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
        {
            return next(context);
        }

        if (request.Path.Value is null or "" or "/")
        {
            return SendStartAsync(context);
        }

        return request.Path.StartsWithSegments(Files, out var file) && _files.Value.Find(file.Value!.TrimStart('/')) is { } found ? SendAsync(context, found) : next(context);
    }

    private Task SendStartAsync(HttpContext context)
    {
        context.Response.Headers.Vary = HeaderNames.Accept;
        if (context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase) && _files.Value.Start is { } start)
        {
            return SendAsync(context, start);
        }

        Protect(context.Response);
        var links = PageLinks.Of(context.Request.PathBase, needsToken: !string.IsNullOrEmpty(control.Token), needsKey: keys.AllKeys.Count > 0);
        return JsonResponse.WriteAsync(context.Response, links, PageJson.Default.PageLinks);
    }

    private static Task SendAsync(HttpContext context, PageFile file)
    {
        var (request, response) = (context.Request, context.Response);
        Protect(response);
        response.Headers.ETag = file.ETag;
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (request.Headers.IfNoneMatch.ToString().Contains(file.ETag, StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var (bytes, encoding) = file.For(request.GetTypedHeaders().AcceptEncoding);
        response.Headers.ContentEncoding = encoding;
        response.ContentType = file.ContentType;
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    private static void Protect(HttpResponse response)
    {
        response.Headers.CacheControl = "no-cache";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
