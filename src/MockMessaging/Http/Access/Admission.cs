using MockMessaging.Errors;
using MockMessaging.Limits;

namespace MockMessaging.Http;

/// <summary>Refuses requests that add data while the memory is full, before it reads their bodies.</summary>
internal sealed class Admission(RequestDelegate next, MemoryGuard memory)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (memory.IsFull && Adds(context.Request.Method))
        {
            throw ErrorCatalog.Busy(memory.Reason);
        }

        return next(context);
    }

    private static bool Adds(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsDelete(method) && !HttpMethods.IsOptions(method);
}
