namespace MockMessaging.Page;

internal static class PageSetup
{
    /// <summary>Serves the live page at <c>/</c> and its files below <c>/page</c>, as long as the control plane is on.</summary>
    public static IApplicationBuilder UsePage(this IApplicationBuilder app) => app.UseMiddleware<PageMiddleware>();
}
