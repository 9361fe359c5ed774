namespace MockMessaging.Journal;

internal static class JournalSetup
{
    public static IApplicationBuilder UseJournal(this IApplicationBuilder app) => app.UseMiddleware<JournalMiddleware>();
}
