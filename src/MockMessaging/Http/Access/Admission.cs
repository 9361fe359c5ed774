using MockMessaging.Errors;
using MockMessaging.Limits;

namespace MockMessaging.Http;

/// <summary>Set for a request that cannot be handled here: it is refused as if this were thrown.</summary>
internal sealed record RequestRefusal(Exception Reason);

/// <summary>Refuses requests that cannot be handled here, and those that add data while the memory is full, before their bodies are read.</summary>
internal sealed class Admission(RequestDelegate next, MemoryGuard memory)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<RequestRefusal>() is { } refusal)
        {
            throw refusal.Reason;
        }

        if (memory.IsFull && Adds(context.Request.Method))
        {
            throw ErrorCatalog.Busy(memory.Reason);
        }

        return next(context);
    }

    private static bool Adds(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsDelete(method) && !HttpMethods.IsOptions(method);
}
